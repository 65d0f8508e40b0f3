//! What costs no slow hash: reading, repairing and turning away a typed code.

use crate::figures::{Figures, Rounds};
use crate::house::{CodeKeys, tag_key};
use crate::owners;
use crate::place::Size;
use counterfoil_core::Attempt;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::hint::black_box;
use std::time::{Duration, Instant};

const RATIO: f64 = 0.5;
/// Short and many: what else the machine does hits both of a pair alike.
const ROUNDS: usize = 51;
const ROUND: Duration = Duration::from_millis(20);
/// What the tag is made of: label, slot and secret, about.
const MESSAGE: [u8; 32] = [5; 32];

pub(crate) fn measure(size: &Size, figures: &mut Figures) {
    figures.heading("Codes that are read");
    eprintln!("bench: tags, beside raw HMAC-SHA-256");
    let owner = owners::draw(1, &CodeKeys::ours()).pop().expect("an owner");
    let whole: Vec<String> = owner.texts().map(str::to_owned).collect();
    let smudged: Vec<String> = whole.iter().map(|text| smudge(text)).collect();
    let attempts: Vec<Attempt> = whole.iter().map(|text| read(text)).collect();
    let key = tag_key();
    let rounds = if size.rounds > 1 { ROUNDS } else { 3 };
    let mut figure = [const { Vec::new() }; 4];
    for _ in 0..rounds {
        let [tags, macs, readings, repairs] = &mut figure;
        tags.push(a_second(&attempts, |attempt| {
            assert!(attempt.tag_matches(black_box(&key)));
        }));
        macs.push(a_second(&attempts, |_| {
            let mut mac = Hmac::<Sha256>::new_from_slice(black_box(&[3; 32])).expect("a key");
            mac.update(black_box(&MESSAGE));
            black_box(mac.finalize());
        }));
        readings.push(a_second(&whole, |text| {
            black_box(read(text));
        }));
        repairs.push(a_second(&smudged, |text| {
            black_box(read(text));
        }));
    }
    let [tags, macs, readings, repairs] = figure;
    let ratios = Rounds::ratios(&tags, &macs);
    let median = ratios.median();
    for (what, rounds) in [
        ("tags judged a second, one core", tags),
        (
            "raw HMAC-SHA-256 a second, key and 32 bytes, one core",
            macs,
        ),
        ("codes read without an error a second, one core", readings),
        (
            "codes read with two wrong symbols repaired a second, one core",
            repairs,
        ),
    ] {
        figures.row(what, Rounds::of(rounds), 0);
    }
    figures.row("tag ÷ raw HMAC-SHA-256", ratios, 2);
    figures.verdict("tag ÷ raw HMAC-SHA-256", median, RATIO);
}

fn read(text: &str) -> Attempt {
    Attempt::read(text)
        .expect("a code that can be read")
        .attempt
}

/// With two other symbols than were printed.
fn smudge(text: &str) -> String {
    let mut left = 2;
    let other = |symbol: char| if symbol == '7' { '3' } else { '7' };
    text.chars()
        .map(|symbol| {
            if symbol.is_ascii_alphanumeric() && left > 0 {
                left -= 1;
                other(symbol)
            } else {
                symbol
            }
        })
        .collect()
}

fn a_second<T>(things: &[T], work: impl Fn(&T)) -> f64 {
    let (began, mut count) = (Instant::now(), 0_u32);
    for thing in things.iter().cycle() {
        work(thing);
        count += 1;
        // A clock costs about as much as a tag.
        if count.is_multiple_of(64) && began.elapsed() >= ROUND {
            break;
        }
    }
    f64::from(count) / began.elapsed().as_secs_f64()
}
