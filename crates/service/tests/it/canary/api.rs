//! What programs of other services do, each answer logged.

use super::Canaries;
use super::flows::log;
use crate::ground::{foreign_code, stray_code, with_unreadable_symbol};
use counterfoil_model::{ApiKey, ApiScope};
use counterfoil_service::api::{NewApiAccount, RetryOf};
use counterfoil_testkit::faults::{Fault, When};
use counterfoil_testkit::service::{TestService, visit};

pub(super) async fn programs(service: &TestService, canaries: &mut Canaries) {
    let app = &service.app;
    let shop = log(service.api_app("shop", ApiScope::ALL).await.caller);
    let key = service.api_app("shop", ApiScope::ALL).await.key;
    canaries.text("API key", &key);
    canaries.bytes("API key", ApiKey::parse(&key).unwrap().as_bytes());
    log(app.api_caller(&key).await).unwrap();
    log(app.api_keys("shop").await).unwrap();
    let new = NewApiAccount {
        reference: "customer-1",
        name: Some("Ann"),
        language: None,
    };
    let retry = Some(RetryOf {
        key: "an-idempotency-key",
        body: b"{}",
    });
    canaries.text("idempotency key", "an-idempotency-key");
    let id = log(app.create_api_account(&shop, new, retry).await)
        .unwrap()
        .id;
    let issued = log(app
        .issue_set(&shop, id, &visit(1), "Shop", Some(6), retry)
        .await)
    .unwrap();
    let codes: Vec<String> = issued
        .codes
        .iter()
        .map(|drawn| drawn.code.text().to_string())
        .collect();
    for (code, drawn) in codes.iter().zip(&issued.codes) {
        canaries.code(code);
        canaries.word("drill word", drawn.word.as_str());
    }
    for word in issued.page_words {
        canaries.word("page word", word.as_str());
    }
    let (set, wrong) = (issued.id, stray_code(2, 77));
    canaries.code(&wrong);
    log(app
        .activate_set(&shop, id, set, &visit(1), &wrong, false)
        .await)
    .unwrap_err();
    log(app
        .activate_set(&shop, id, set, &visit(1), &codes[0], false)
        .await)
    .unwrap();
    log(app.page_words_for_app(&shop, id).await).unwrap();
    log(app.api_sets(&shop, id).await).unwrap();
    for typed in [
        wrong,
        foreign_code(3, 78),
        with_unreadable_symbol(&codes[1], 9),
        codes[2].clone(),
        codes[2].clone(),
    ] {
        let retry = Some(RetryOf {
            key: &typed,
            body: typed.as_bytes(),
        });
        let _answer = log(app
            .redeem_for_app(&shop, id, &visit(2), &typed, false, retry)
            .await);
        let _answer = log(app.check_for_app(&shop, id, &visit(2), &typed, false).await);
    }
    let drill = log(app.begin_drill_for_app(&shop, id).await).unwrap();
    let words = drill.slots.map(|slot| {
        let place = usize::from(slot.get()) - 1;
        issued.codes[place].word.as_str()
    });
    log(app
        .answer_drill_for_app(&shop, id, &visit(2), &drill.sealed, words)
        .await)
    .unwrap();
    for n in 1.. {
        service.faults.strike_at(n, When::Before, Fault::Fail);
        let answer = log(app
            .redeem_for_app(&shop, id, &visit(3), &codes[3], false, None)
            .await);
        if service.faults.spare() || answer.is_ok() {
            break;
        }
    }
}
