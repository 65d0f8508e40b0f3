//! Ten backup codes in another program: draw and show them once, keep only digests, read one that was typed,
//! verify it and spend it.
//!
//! `cargo run -p counterfoil-core --example embed`

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::{collections::BTreeMap, error::Error};

use counterfoil_core::{
    AccountBytes, Attempt, Code, CodeDigest, Cost, Pepper, Refusal, Salt, SetBytes, Slot, TagKey,
};
use rand::{CryptoRng, rand_core::UnwrapErr, rngs::SysRng};

/// What a program has besides its database: two keys, from files that only it may read.
struct Keys {
    tag: TagKey,
    pepper: Pepper,
}

/// A row of the database: nothing in it says what the code is.
struct Counterfoil {
    salt: Salt,
    cost: Cost,
    digest: CodeDigest,
    is_spent: bool,
}

/// One account's set of codes.
struct Set {
    account: AccountBytes,
    id: SetBytes,
    rows: BTreeMap<Slot, Counterfoil>,
}

/// What became of a typed code.
#[derive(Debug, PartialEq)]
enum Answer {
    Welcome,
    /// Say why; it is no guess.
    Unreadable(Refusal),
    /// Show it and ask "is that what your sheet says?" before trying again with it.
    AskFirst(String),
    /// Wrong, spent or not of this account: one answer for all, and count it as a guess.
    No,
}

/// Draws ten codes, shows each once and keeps its counterfoil.
fn issue(
    account: AccountBytes,
    keys: &Keys,
    rng: &mut impl CryptoRng,
    mut show: impl FnMut(&Code),
) -> Result<Set, Box<dyn Error>> {
    let mut id = [0; 16];
    rng.fill_bytes(&mut id);
    let (id, cost) = (SetBytes(id), Cost::PRODUCTION);
    let mut rows = BTreeMap::new();
    for slot in Slot::all().take(10) {
        let (code, salt) = (Code::draw(slot, &keys.tag, rng), Salt::draw(rng));
        let digest = code.digest(&keys.pepper, &account, &id, &salt, cost)?;
        rows.insert(
            slot,
            Counterfoil {
                salt,
                cost,
                digest,
                is_spent: false,
            },
        );
        show(&code);
    }
    Ok(Set { account, id, rows })
}

/// Reads what was typed and spends the code if it is right.
fn redeem(set: &mut Set, keys: &Keys, typed: &str) -> Result<Answer, Box<dyn Error>> {
    let reading = match Attempt::read(typed) {
        Ok(reading) => reading,
        Err(refusal) => return Ok(Answer::Unreadable(refusal)),
    };
    if !reading.attempt.tag_matches(&keys.tag) {
        return Ok(Answer::No);
    }
    if reading.repaired() {
        return Ok(Answer::AskFirst(reading.attempt.text().to_string()));
    }
    // A real program hashes for a missing row too, so that time says nothing, and spends with one conditional
    // UPDATE (… WHERE spent_at IS NULL), so that one code opens one door.
    let Some(row) = set.rows.get_mut(&reading.attempt.slot()) else {
        return Ok(Answer::No);
    };
    let digest =
        reading
            .attempt
            .digest(&keys.pepper, &set.account, &set.id, &row.salt, row.cost)?;
    if row.is_spent || !digest.verify(&row.digest) {
        return Ok(Answer::No);
    }
    row.is_spent = true;
    Ok(Answer::Welcome)
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut rng = UnwrapErr(SysRng);
    let keys = Keys {
        tag: TagKey::from_bytes([1; 32]),
        pepper: Pepper::from_bytes([2; 32]),
    };

    let mut on_paper = Vec::new();
    let mut set = issue(AccountBytes([3; 16]), &keys, &mut rng, |code| {
        println!(
            "{:>4}   {}",
            code.slot(),
            code.groups().map(|group| group.to_string()).join("  ")
        );
        on_paper.push(code.text().to_string());
    })?;

    let fourth = on_paper.get(3).ok_or("ten codes were drawn")?;
    let smudged = fourth
        .replacen(|symbol: char| symbol.is_ascii_digit(), "?", 2)
        .to_lowercase();
    for typed in [smudged.as_str(), fourth, fourth, "4KNOCK-KNOCK"] {
        println!(
            "\ntyped  {typed}\nanswer {:?}",
            redeem(&mut set, &keys, typed)?
        );
    }
    Ok(())
}
