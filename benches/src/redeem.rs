//! What a browser's "Use this code" runs: how many a second, how long one takes in a small town and in a large one, and how much
//! room an account takes.

use crate::figures::{Figures, Rounds};
use crate::house::CodeKeys;
use crate::owners::{self, CODES, Owner, Typing};
use crate::place::{Place, Size};
use crate::{argon2, house};
use counterfoil_service::App;
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Hands that type at a time.
pub(crate) const HANDS: usize = 8;
/// How much slower a large town may be than a small one.
const FLAT: f64 = 1.2;

/// One database of one size.
struct Town {
    size: usize,
    app: Arc<App>,
}

pub(crate) async fn measure(size: &Size, figures: &mut Figures) {
    figures.heading("Redemptions in a browser, without HTTP: with the end of the half-session, a session and notices");
    eprintln!("bench: {} owners are drawn", size.owners);
    let owners = owners::draw(size.owners, &CodeKeys::ours());
    for place in Place::both().await {
        eprintln!("bench: redemptions on {}", place.name);
        let towns = build(&place, &owners, size, figures).await;
        beside_argon2(
            &place,
            towns.first().expect("a town"),
            &owners,
            size,
            figures,
        )
        .await;
        latencies(&place, &towns, &owners, size, figures).await;
    }
}

async fn build(place: &Place, owners: &[Owner], size: &Size, figures: &mut Figures) -> Vec<Town> {
    let mut towns = Vec::new();
    for residents in &size.towns {
        let url = place.create(&format!("town_{residents}")).await;
        let db = house::database(&url).await;
        let empty = place.bytes(&url).await;
        let began = Instant::now();
        owners::settle(place.engine, &url, *residents).await;
        eprintln!(
            "bench: {residents} residents settled in {:.0} s on {}",
            began.elapsed().as_secs_f64(),
            place.name
        );
        let full = place.bytes(&url).await;
        for owner in owners {
            owner.enter(&db).await;
        }
        if Some(residents) == size.towns.iter().max() {
            let residents = f64::from(u32::try_from(*residents).expect("a small number"));
            #[expect(clippy::cast_precision_loss, reason = "a size on disk, in a table")]
            let bytes = (full - empty) as f64 / residents;
            let what = format!("bytes on disk an account with ten codes, {}", place.name);
            figures.row(what, Rounds::of(vec![bytes]), 0);
        }
        towns.push(Town {
            size: *residents,
            app: house::app(db, house::keys()).await,
        });
    }
    towns
}

async fn beside_argon2(
    place: &Place,
    town: &Town,
    owners: &[Owner],
    size: &Size,
    figures: &mut Figures,
) {
    let (mut redemptions, mut hashes) = (Vec::new(), Vec::new());
    for round in 0..=size.rounds {
        let typing = all_codes(&town.app, owners).await;
        let raw = argon2::a_second(size.span);
        let redeemed = redemptions_a_second(&town.app, typing).await;
        // The first one warms up.
        if round > 0 {
            hashes.push(raw);
            redemptions.push(redeemed);
        }
    }
    let ratios = Rounds::ratios(&redemptions, &hashes);
    let name = place.name;
    let redemptions = Rounds::of(redemptions);
    figures.row(format!("redemptions a second, {name}"), redemptions, 1);
    figures.row(format!("redemptions ÷ raw Argon2id, {name}"), ratios, 2);
}

/// Every code once more, each with a half-session to type it in.
pub(crate) async fn all_codes(app: &App, owners: &[Owner]) -> Vec<Typing> {
    let mut sheets = Vec::new();
    for owner in owners {
        owner.unspend(app.db()).await;
        sheets.push(owner.begins(app).await);
    }
    owners::in_turn(sheets)
}

/// Every one of these must end at "spent".
pub(crate) async fn redemptions_a_second(app: &Arc<App>, typing: Vec<Typing>) -> f64 {
    let count = f64::from(u32::try_from(typing.len()).expect("a small number"));
    let typing = Arc::new(Mutex::new(typing));
    let began = Instant::now();
    let mut hands = JoinSet::new();
    for _ in 0..HANDS {
        let (app, typing) = (Arc::clone(app), Arc::clone(&typing));
        hands.spawn(async move {
            loop {
                let next = typing.lock().expect("the codes").pop();
                let Some(next) = next else { return };
                redeem(&app, &next).await;
            }
        });
    }
    hands.join_all().await;
    count / began.elapsed().as_secs_f64()
}

async fn redeem(app: &App, typing: &Typing) {
    app.redeem(&typing.half, &typing.visit, &typing.code, false)
        .await
        .expect("a code that is spent");
}

async fn latencies(
    place: &Place,
    towns: &[Town],
    owners: &[Owner],
    size: &Size,
    figures: &mut Figures,
) {
    let mut rounds = vec![Vec::new(); towns.len()];
    for _ in 0..size.rounds {
        for (town, rounds) in towns.iter().zip(&mut rounds) {
            let few = size.latencies.div_ceil(usize::from(CODES));
            let few = owners.get(..few).expect("owners enough");
            let typing = all_codes(&town.app, few).await;
            let mut took = Vec::new();
            for typing in &typing {
                let began = Instant::now();
                redeem(&town.app, typing).await;
                took.push(began.elapsed().as_secs_f64() * 1_000.0);
            }
            rounds.push(Rounds::of(took).median());
        }
    }
    let medians: Vec<f64> = rounds
        .iter()
        .map(|own| Rounds::of(own.clone()).median())
        .collect();
    for (town, own) in towns.iter().zip(rounds) {
        let what = format!(
            "one redemption, ms, among {} accounts, {}",
            town.size, place.name
        );
        figures.row(what, Rounds::of(own), 2);
    }
    let least = medians.iter().copied().fold(f64::INFINITY, f64::min);
    let most = medians.iter().copied().fold(0.0, f64::max);
    let what = format!(
        "a redemption in the slowest town ÷ in the quickest, {}",
        place.name
    );
    figures.at_most(&what, most / least, FLAT);
}

/// How often the disk says "it is there".
pub(crate) fn syncs_a_second(folder: &Path) -> f64 {
    let file = folder.join("counterfoil-bench-syncs");
    let mut open = File::create(&file).expect("a file");
    let (began, mut count) = (Instant::now(), 0_u32);
    while began.elapsed() < Duration::from_secs(1) {
        open.rewind().expect("a file");
        open.write_all(&[0; 4096]).expect("room");
        open.sync_data().expect("a disk");
        count += 1;
    }
    let rate = f64::from(count) / began.elapsed().as_secs_f64();
    std::fs::remove_file(file).expect("the file goes");
    rate
}
