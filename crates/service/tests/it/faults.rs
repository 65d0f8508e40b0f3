//! A database that fails, goes silent and hangs up at every await: afterwards everything fits together, and trying again
//! leads where it should.

use crate::ground::on_both_engines;
use crate::invariants;
use counterfoil_model::AccountId;
use counterfoil_service::account::ReEnrolRefusal;
use counterfoil_service::codes::{OldCode, ProveRefusal, RedeemRefusal, ReplacementRefusal};
use counterfoil_service::{App, Session};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::database::times;
use counterfoil_testkit::faults::{Fault, When};
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};
use std::pin::Pin;
use std::sync::Arc;
use tokio::sync::Mutex;

on_both_engines! {
    redeeming,
    proving,
    drawing_a_replacement,
    typing_a_replacement_back,
    signing_in_with_a_password,
    signing_in_with_an_app,
    granting_a_reset,
    re_enrolling,
    showing_codes,
}

/// Each of these at every await; all eight kinds when thorough.
const STRIKES: [(When, Fault); 8] = [
    (When::After, Fault::Fail),
    (When::Before, Fault::Cancel),
    (When::After, Fault::Cancel),
    (When::Before, Fault::Disconnect),
    (When::Before, Fault::Fail),
    (When::After, Fault::Disconnect),
    (When::Before, Fault::Conflict),
    (When::After, Fault::Conflict),
];

pub(crate) type Acting = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Prepares, strikes at one await of `act` after the other, looks, and lets `settle` try again.
pub(crate) async fn strike_everywhere<S: Clone>(
    service: &TestService,
    what: &str,
    account: AccountId,
    prepare: impl AsyncFn() -> S,
    act: impl Fn(Arc<App>, S) -> Acting,
    settle: impl AsyncFn(S),
) {
    let kinds = if times(1) > 1 { STRIKES.len() } else { 4 };
    let (mut strikes, mut awaits) = (0, 0);
    for (when, fault) in STRIKES.into_iter().take(kinds) {
        for n in 1.. {
            let state = prepare().await;
            service.faults.strike_at(n, when, fault);
            let mut acting = tokio::spawn(act(Arc::clone(&service.app), state.clone()));
            tokio::select! {
                biased;
                () = service.faults.struck(), if fault == Fault::Cancel => {
                    acting.abort();
                    assert!(acting.await.unwrap_err().is_cancelled());
                }
                done = &mut acting => done.unwrap(),
            }
            let spared = service.faults.spare();
            invariants::check(service, account).await;
            settle(state).await;
            invariants::check(service, account).await;
            if spared {
                break;
            }
            (strikes, awaits) = (strikes + 1, awaits.max(n));
        }
    }
    println!(
        "{:?}: {what}: {awaits} awaits, {strikes} strikes",
        service.db.engine()
    );
    assert!(awaits >= 5, "{what} asks the database at least so often");
}

/// An owner who always has another code.
struct Supply {
    owner: TestOwner,
    sheet: TestSheet,
    used: usize,
}

impl Supply {
    async fn new(service: &TestService) -> Mutex<Self> {
        let (owner, sheet) = service.with_sheet().await;
        Mutex::new(Self {
            owner,
            sheet,
            used: 0,
        })
    }

    /// The next code; a new sheet after eleven, so that there is always a slot for a replacement.
    async fn code(&mut self, service: &TestService) -> String {
        if self.used == 11 {
            service.signs_in_again(&mut self.owner).await;
            self.sheet = service.sheet(&self.owner).await;
            self.used = 0;
        }
        self.used += 1;
        self.sheet.codes[self.used - 1].clone()
    }
}

async fn ground(engine: Engine) -> TestService {
    TestService::on(engine)
        .policy(|policy| policy.codes_per_sheet = 20)
        .await
}

async fn redeeming(engine: Engine) {
    let service = ground(engine).await;
    let supply = Supply::new(&service).await;
    let account = supply.lock().await.owner.account;
    let prepare = async || {
        let mut supply = supply.lock().await;
        let code = supply.code(&service).await;
        (service.half_session(&supply.owner, &visit(2)).await, code)
    };
    let act = |app: Arc<App>, (half, code): (Session, String)| -> Acting {
        Box::pin(async move {
            let _ = app.redeem(&half, &visit(2), &code, false).await;
        })
    };
    let settle = async |(half, code): (Session, String)| match service
        .app
        .redeem(&half, &visit(2), &code, false)
        .await
    {
        Ok(_) | Err(RedeemRefusal::Old(OldCode::Used { .. })) => {}
        Err(other) => panic!("{other:?}"),
    };
    strike_everywhere(&service, "redeem", account, prepare, act, settle).await;
}

async fn proving(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.codes_per_sheet = 4)
        .await;
    let owner = service.enrolled_owner().await;
    let prepare = async || (owner.clone(), service.shown_sheet(&owner).await);
    let act = |app: Arc<App>, (owner, sheet): (TestOwner, TestSheet)| -> Acting {
        Box::pin(async move {
            let _ = app
                .prove_codes(&owner.session, &owner.visit, sheet.code(2), false)
                .await;
        })
    };
    let settle = async |(owner, sheet): (TestOwner, TestSheet)| {
        match service
            .app
            .prove_codes(&owner.session, &owner.visit, sheet.code(2), false)
            .await
        {
            Ok(_) | Err(ProveRefusal::NothingShown) => {}
            Err(other) => panic!("{other:?}"),
        }
        let status = service.app.codes_status(owner.account).await.unwrap();
        assert_eq!((status.sheet, status.left), (Some(sheet.number), 4));
    };
    strike_everywhere(&service, "prove", owner.account, prepare, act, settle).await;
}

/// The owner after one more code was spent and nothing drawn for it.
async fn owing(service: &TestService, supply: &Mutex<Supply>) -> TestOwner {
    let mut supply = supply.lock().await;
    let code = supply.code(service).await;
    let half = service.half_session(&supply.owner, &visit(2)).await;
    service
        .app
        .redeem(&half, &visit(2), &code, false)
        .await
        .unwrap();
    supply.owner.clone()
}

async fn drawing_a_replacement(engine: Engine) {
    let service = ground(engine).await;
    let supply = Supply::new(&service).await;
    let account = supply.lock().await.owner.account;
    let prepare = async || owing(&service, &supply).await;
    let act = |app: Arc<App>, owner: TestOwner| -> Acting {
        Box::pin(async move {
            let _ = app.draw_replacement(&owner.session, &owner.visit).await;
        })
    };
    let settle = async |owner: TestOwner| {
        let drawn = service
            .app
            .draw_replacement(&owner.session, &owner.visit)
            .await
            .unwrap();
        let code = drawn.drawn.code.text();
        service
            .app
            .type_back_replacement(&owner.session, &owner.visit, &code, false)
            .await
            .unwrap();
    };
    strike_everywhere(
        &service,
        "draw a replacement",
        account,
        prepare,
        act,
        settle,
    )
    .await;
}

async fn typing_a_replacement_back(engine: Engine) {
    let service = ground(engine).await;
    let supply = Supply::new(&service).await;
    let account = supply.lock().await.owner.account;
    let prepare = async || {
        let owner = owing(&service, &supply).await;
        let drawn = service
            .app
            .draw_replacement(&owner.session, &owner.visit)
            .await
            .unwrap();
        let code = drawn.drawn.code.text().to_string();
        (owner, code)
    };
    let act = |app: Arc<App>, (owner, code): (TestOwner, String)| -> Acting {
        Box::pin(async move {
            let _ = app
                .type_back_replacement(&owner.session, &owner.visit, &code, false)
                .await;
        })
    };
    let settle = async |(owner, code): (TestOwner, String)| {
        match service
            .app
            .type_back_replacement(&owner.session, &owner.visit, &code, false)
            .await
        {
            Ok(_) | Err(ReplacementRefusal::Wrong) => {}
            Err(other) => panic!("{other:?}"),
        }
        assert!(
            !service
                .app
                .codes_status(owner.account)
                .await
                .unwrap()
                .replacement_owed
        );
    };
    strike_everywhere(
        &service,
        "type a replacement back",
        account,
        prepare,
        act,
        settle,
    )
    .await;
}

async fn signing_in_with_a_password(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let prepare = async || owner.clone();
    let act = |app: Arc<App>, owner: TestOwner| -> Acting {
        Box::pin(async move {
            let _ = app
                .sign_in_with_password(&visit(2), &owner.address, &owner.password)
                .await;
        })
    };
    let settle = async |owner: TestOwner| {
        service
            .app
            .sign_in_with_password(&visit(2), &owner.address, &owner.password)
            .await
            .unwrap();
    };
    strike_everywhere(
        &service,
        "sign in with a password",
        owner.account,
        prepare,
        act,
        settle,
    )
    .await;
}

async fn signing_in_with_an_app(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let prepare = async || {
        let half = service.half_session(&owner, &visit(2)).await;
        (half, service.next_digits(&owner))
    };
    let act = |app: Arc<App>, (half, digits): (Session, String)| -> Acting {
        Box::pin(async move {
            let _ = app.sign_in_with_totp(&half, &visit(2), &digits).await;
        })
    };
    let settle = async |_| {
        service.signed_in(&owner, &visit(2)).await;
    };
    strike_everywhere(
        &service,
        "sign in with an app",
        owner.account,
        prepare,
        act,
        settle,
    )
    .await;
}

async fn granting_a_reset(engine: Engine) {
    let service = ground(engine).await;
    let supply = Supply::new(&service).await;
    let account = supply.lock().await.owner.account;
    let prepare = async || {
        let mut supply = supply.lock().await;
        let code = supply.code(&service).await;
        (
            supply.owner.clone(),
            code,
            service.next_digits(&supply.owner),
        )
    };
    let act = |app: Arc<App>, (owner, code, digits): (TestOwner, String, String)| -> Acting {
        Box::pin(async move {
            let _ = app
                .grant_reset(&visit(2), &owner.address, &code, &digits)
                .await;
        })
    };
    let settle = async |(owner, code, _): (TestOwner, String, String)| {
        let half = service.half_session(&owner, &visit(3)).await;
        match service.app.redeem(&half, &visit(3), &code, false).await {
            Ok(_) | Err(RedeemRefusal::Old(OldCode::Used { .. })) => {}
            Err(other) => panic!("{other:?}"),
        }
    };
    strike_everywhere(&service, "grant a reset", account, prepare, act, settle).await;
}

async fn re_enrolling(engine: Engine) {
    type Prepared = (
        counterfoil_service::LinkToken,
        String,
        Phone,
        counterfoil_model::Timestamp,
    );
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let prepare = async || {
        service.clock.advance(counterfoil_model::Span::minutes(1));
        let link = service
            .app
            .make_re_enrol_link(&owner.address)
            .await
            .unwrap();
        let (secret, sealed) = service.app.begin_re_enrol(&link).await.unwrap();
        (
            link,
            sealed,
            Phone::with_key(&secret.key_text()),
            service.now(),
        )
    };
    let act = |app: Arc<App>, (link, sealed, phone, now): Prepared| -> Acting {
        Box::pin(async move {
            let _ = app
                .re_enrol(
                    &link,
                    &visit(2),
                    &sealed,
                    "a quarry of nine wolves",
                    &phone.digits(now),
                )
                .await;
        })
    };
    let settle = async |(link, sealed, phone, now): Prepared| {
        let password = "a quarry of nine wolves";
        match service
            .app
            .re_enrol(&link, &visit(2), &sealed, password, &phone.digits(now))
            .await
        {
            Ok(_) | Err(ReEnrolRefusal::LinkOver) => {}
            Err(other) => panic!("{other:?}"),
        }
        let waiting = service.app.waiting_changes(owner.account).await.unwrap();
        assert_eq!(waiting.len(), 1, "{waiting:?}");
    };
    strike_everywhere(&service, "re-enrol", owner.account, prepare, act, settle).await;
}

async fn showing_codes(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.codes_per_sheet = 4)
        .await;
    let owner = service.enrolled_owner().await;
    let prepare = async || owner.clone();
    let act = |app: Arc<App>, owner: TestOwner| -> Acting {
        Box::pin(async move {
            let _ = app.show_codes(&owner.session, &owner.visit, "").await;
        })
    };
    let settle = async |owner: TestOwner| {
        service.sheet(&owner).await;
    };
    strike_everywhere(&service, "show codes", owner.account, prepare, act, settle).await;
}
