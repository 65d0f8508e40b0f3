//! Redemptions over the API of the real program, beside raw Argon2id.

use crate::figures::{Figures, Rounds};
use crate::house::CodeKeys;
use crate::load::read_answer;
use crate::owners::{self, APP, Owner};
use crate::place::{Place, Size};
use crate::redeem::{HANDS, syncs_a_second};
use crate::{argon2, house};
use counterfoil_e2e::{Server, Setup};
use counterfoil_store::Db;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Redemptions for each raw hash, at least.
const RATIO: f64 = 0.9;

pub(crate) async fn measure(size: &Size, figures: &mut Figures) {
    figures
        .heading("Redemptions over the API: the real program, HTTP, no password, no replacement");
    let keys = tempfile::tempdir().expect("a temporary folder");
    let mut drawn = None;
    for place in Place::both().await {
        eprintln!("bench: redemptions over the API on {}", place.name);
        let running = serve(&place, &keys.path().join("keys")).await;
        let owners: &Vec<Owner> = drawn.get_or_insert_with(|| {
            owners::draw(size.owners, &CodeKeys::in_folder(&keys.path().join("keys")))
        });
        let served = Served::fill(running, owners).await;
        beside_argon2(&place, &served, owners, size, figures).await;
    }
}

/// The real program on a database that is here already.
async fn serve(place: &Place, keys: &Path) -> (Server, Db) {
    let url = place.create("served").await;
    let db = house::database(&url).await;
    let setup = Setup::default()
        .set("database.url", &url)
        .set("keys_dir", &keys.display().to_string());
    let server = tokio::task::spawn_blocking(|| setup.start()).await;
    (server.expect("a server"), db)
}

/// A server whose app has these owners for accounts.
struct Served {
    server: Server,
    key: String,
    db: Db,
}

impl Served {
    async fn fill((server, db): (Server, Db), owners: &[Owner]) -> Self {
        run(&server, &["app", "add", APP, "--name", "The bench"]);
        let per_minute = "1000000";
        let key = run(
            &server,
            &[
                "app",
                "key",
                "add",
                APP,
                "--scope",
                "codes:redeem",
                "--per-minute",
                per_minute,
            ],
        );
        for owner in owners {
            owner.enter_for_app(&db).await;
        }
        Self { server, key, db }
    }

    /// A request for every code.
    fn requests(&self, owners: &[Owner]) -> Vec<Vec<u8>> {
        let host = self.server.url().split("://").nth(1).expect("a host");
        let request = |owner: &Owner, code: &str| {
            let body = format!(r#"{{"code":"{code}"}}"#);
            format!(
                "POST /api/v1/accounts/{}/codes/redeem HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {}\r\n\
                 Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
                owner.account,
                self.key,
                body.len()
            )
        };
        let sheets = owners.iter().map(|owner| {
            let requests = owner.texts().map(|code| request(owner, code).into_bytes());
            requests.collect()
        });
        owners::in_turn(sheets.collect())
    }

    /// Every one of these must end at "spent".
    async fn redemptions_a_second(&self, requests: Vec<Vec<u8>>) -> f64 {
        let count = f64::from(u32::try_from(requests.len()).expect("a small number"));
        let requests = Arc::new(Mutex::new(requests));
        let port = self.server.port();
        let mut hands = JoinSet::new();
        let began = Instant::now();
        for _ in 0..HANDS {
            let requests = Arc::clone(&requests);
            hands.spawn(async move {
                let stream = TcpStream::connect(("127.0.0.1", port)).await;
                let mut stream = stream.expect("a connection");
                stream.set_nodelay(true).expect("no delay");
                let mut buffer = Vec::with_capacity(4096);
                loop {
                    let next = requests.lock().expect("the codes").pop();
                    let Some(next) = next else { return };
                    stream.write_all(&next).await.expect("a request");
                    read_answer(&mut stream, &mut buffer, "spent_at").await;
                }
            });
        }
        hands.join_all().await;
        count / began.elapsed().as_secs_f64()
    }
}

async fn beside_argon2(
    place: &Place,
    served: &Served,
    owners: &[Owner],
    size: &Size,
    figures: &mut Figures,
) {
    let (mut redemptions, mut hashes) = (Vec::new(), Vec::new());
    for round in 0..=size.rounds {
        for owner in owners {
            owner.unspend(&served.db).await;
        }
        let requests = served.requests(owners);
        let raw = argon2::a_second(size.span);
        let redeemed = served.redemptions_a_second(requests).await;
        // The first one warms up.
        if round > 0 {
            hashes.push(raw);
            redemptions.push(redeemed);
        }
    }
    let ratios = Rounds::ratios(&redemptions, &hashes);
    let median = ratios.median();
    let name = place.name;
    for (what, rounds, digits) in [
        (
            "raw Argon2id a second, all cores, beside",
            Rounds::of(hashes),
            1,
        ),
        ("API redemptions a second,", Rounds::of(redemptions), 1),
        ("API redemptions ÷ raw Argon2id,", ratios, 2),
        (
            "writes with fdatasync a second, on the disk of",
            Rounds::of(vec![syncs_a_second(&place.folder)]),
            0,
        ),
    ] {
        figures.row(format!("{what} {name}"), rounds, digits);
    }
    figures.verdict(
        &format!("API redemptions ÷ raw Argon2id, {name}"),
        median,
        RATIO,
    );
}

fn run(server: &Server, arguments: &[&str]) -> String {
    let (status, said, log) = server.run(arguments);
    assert_eq!(status, Some(0), "{arguments:?}: {log}");
    said.trim_end().to_owned()
}
