//! What the stories share.

use counterfoil_core::{Attempt, Code, Slot};
use counterfoil_testkit::keys::tag_key;
use rand::SeedableRng;
use rand::rngs::StdRng;

/// Makes one test per engine out of `async fn name(engine: Engine)`.
macro_rules! on_both_engines {
    ($($test:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(counterfoil_store::driver::Engine::Sqlite).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(counterfoil_store::driver::Engine::Postgres).await;
            })+
        }
    };
}
pub(crate) use on_both_engines;

/// A well-formed code of a slot, with a tag of ours, that stands on no sheet: a guess that costs a slow hash.
pub(crate) fn stray_code(slot: u8, seed: u64) -> String {
    let slot = Slot::new(slot).unwrap();
    let code = Code::draw(slot, &tag_key(), &mut StdRng::seed_from_u64(seed));
    code.text().to_string()
}

/// A well-formed code of a slot whose tag is none of ours.
pub(crate) fn foreign_code(slot: u8, seed: u64) -> String {
    let key = counterfoil_core::TagKey::from_bytes([0xEE; 32]);
    let mut rng = StdRng::seed_from_u64(seed);
    loop {
        let code = Code::draw(Slot::new(slot).unwrap(), &key, &mut rng);
        let text = code.text().to_string();
        if !Attempt::read(&text)
            .unwrap()
            .attempt
            .tag_matches(&tag_key())
        {
            return text;
        }
    }
}

/// The code with its `place`th symbol (counted from 1) replaced by another one.
pub(crate) fn with_wrong_symbol(code: &str, place: usize) -> String {
    replaced(code, place, |symbol| if symbol == 'Z' { 'Y' } else { 'Z' })
}

/// The code with its `place`th symbol (counted from 1) typed as unreadable.
pub(crate) fn with_unreadable_symbol(code: &str, place: usize) -> String {
    replaced(code, place, |_| '?')
}

fn replaced(code: &str, place: usize, by: impl Fn(char) -> char) -> String {
    let mut count = 0;
    let symbols = code.chars().map(|symbol| {
        if symbol == '-' {
            return symbol;
        }
        count += 1;
        if count == place { by(symbol) } else { symbol }
    });
    symbols.collect()
}
