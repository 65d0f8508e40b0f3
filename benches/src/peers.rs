//! The same redemption in two other programs, on the same PostgreSQL, in turns.

use crate::figures::{Figures, Rounds};
use crate::house::{self, CodeKeys};
use crate::owners::{self, APP, Owner};
use crate::place::{Place, Size};
use crate::redeem::HANDS;
use counterfoil_model::{AccountId, ApiScope, ApiScopes};
use counterfoil_service::api::{Caller, NewKey};
use counterfoil_service::{App, Visit};
use serde_json::Value;
use std::net::Ipv4Addr;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tokio::process::Command;
use tokio::task::JoinSet;

/// The interpreter that has them installed: `script/bench --peers` makes one.
const PYTHON: &str = "COUNTERFOIL_BENCH_PEERS";
const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/redeem.py");

/// Each with what it keeps of a code.
const PEERS: [(&str, &str); 2] = [
    (
        "django-allauth",
        "one seed in clear, all codes follow from it",
    ),
    ("django-otp", "each code in clear"),
];

pub(crate) async fn measure(size: &Size, figures: &mut Figures) {
    let Some(python) = std::env::var_os(PYTHON) else {
        eprintln!("bench: the peers are left out; script/bench --peers installs them");
        return;
    };
    figures.heading("Beside other programs' backup codes, on one PostgreSQL");
    let place = Place::postgres().await;
    let socket = place.socket().expect("a server of our own");
    let owners = owners::draw(size.owners, &CodeKeys::ours());
    let db = house::database(&place.create("ours").await).await;
    for owner in &owners {
        owner.enter_for_app(&db).await;
    }
    let app = house::app(db, house::keys()).await;
    let caller = Arc::new(caller(&app).await);
    let _theirs = place.create("theirs").await;
    let (mut ours, mut theirs) = (Vec::new(), [Vec::new(), Vec::new()]);
    let mut versions = Value::Null;
    for round in 0..size.rounds {
        eprintln!("bench: the peers, round {} of {}", round + 1, size.rounds);
        ours.push(ours_a_second(&app, &caller, &owners).await);
        let told = Command::new(&python)
            .arg(PROGRAM)
            .arg(&socket)
            .arg("theirs")
            .arg((size.owners * 4).to_string())
            .arg(HANDS.to_string())
            .stderr(Stdio::inherit())
            .output()
            .await
            .expect("the peers' program");
        assert!(told.status.success(), "the peers' program failed");
        let told: Value = serde_json::from_slice(&told.stdout).expect("its figures");
        for ((name, _), rounds) in PEERS.iter().zip(&mut theirs) {
            rounds.push(told.get(*name).and_then(Value::as_f64).expect("a figure"));
        }
        versions = told.get("versions").cloned().unwrap_or_default();
    }
    figures.row(
        "redemptions a second: Counterfoil (Argon2id of a keyed secret, the key elsewhere)",
        Rounds::of(ours.clone()),
        1,
    );
    for ((name, keeps), rounds) in PEERS.iter().zip(theirs) {
        let version = versions
            .get(*name)
            .and_then(Value::as_str)
            .unwrap_or_default();
        figures.row(
            format!("redemptions a second: {name} {version} ({keeps})"),
            Rounds::of(rounds.clone()),
            1,
        );
        figures.row(
            format!("Counterfoil ÷ {name}"),
            Rounds::ratios(&ours, &rounds),
            3,
        );
    }
}

async fn caller(app: &App) -> Caller {
    app.add_app(APP, "The bench").await.expect("an app");
    let new = NewKey {
        app: APP,
        label: "",
        scopes: ApiScopes::of(&[ApiScope::CodesRedeem]),
        lasts: None,
        per_minute: u32::MAX,
    };
    let key = app.make_api_key(new).await.expect("a key");
    let known = app.api_caller(&key.text()).await;
    known.expect("a caller").0
}

/// Redemptions a second of what an app's request runs.
async fn ours_a_second(app: &Arc<App>, caller: &Arc<Caller>, owners: &[Owner]) -> f64 {
    for owner in owners {
        owner.unspend(app.db()).await;
    }
    let sheets = owners.iter().map(|owner| {
        let codes = owner.texts().map(|text| (owner.account, text.to_owned()));
        codes.collect()
    });
    let typing = owners::in_turn::<(AccountId, String)>(sheets.collect());
    let count = f64::from(u32::try_from(typing.len()).expect("a small number"));
    let typing = Arc::new(Mutex::new(typing));
    let began = Instant::now();
    let mut hands = JoinSet::new();
    for _ in 0..HANDS {
        let (app, caller, typing) = (Arc::clone(app), Arc::clone(caller), Arc::clone(&typing));
        hands.spawn(async move {
            let visit = Visit::new(b"bench", Ipv4Addr::new(192, 0, 2, 1).into(), "Bench");
            loop {
                let next = typing.lock().expect("the codes").pop();
                let Some((account, code)) = next else { return };
                app.redeem_for_app(&caller, account, &visit, &code, false, None)
                    .await
                    .expect("a code that is spent");
            }
        });
    }
    hands.join_all().await;
    count / began.elapsed().as_secs_f64()
}
