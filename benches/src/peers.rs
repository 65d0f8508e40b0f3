//! The same redemption in two other programs, on the same PostgreSQL, in turns.

use crate::figures::{Figures, Rounds};
use crate::house;
use crate::owners;
use crate::place::{Place, Size};
use crate::redeem::{self, HANDS};
use serde_json::Value;
use std::process::Stdio;
use tokio::process::Command;

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
    let owners = owners::draw(size.owners);
    let db = house::database(&place.create("ours").await).await;
    for owner in &owners {
        owner.enter(&db).await;
    }
    let app = house::app(db, house::keys()).await;
    let _theirs = place.create("theirs").await;
    let (mut ours, mut theirs) = (Vec::new(), [Vec::new(), Vec::new()]);
    let mut versions = Value::Null;
    for round in 0..size.rounds {
        eprintln!("bench: the peers, round {} of {}", round + 1, size.rounds);
        let typing = redeem::all_codes(&app, &owners).await;
        ours.push(redeem::redemptions_a_second(&app, typing).await);
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
