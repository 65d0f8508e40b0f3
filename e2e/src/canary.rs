//! Looks for what must not be written down, in everything that a program has written.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use data_encoding::{BASE32_NOPAD, BASE64, HEXLOWER};

/// The symbols of a code, by value.
const SYMBOLS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Needles are found by their first bytes; no word of the list is shorter.
const BEGINNING: usize = 3;

/// The secrets of a story, each in every form that somebody careless might give it.
#[derive(Default)]
pub struct Canary {
    needles: Vec<Needle>,
}

struct Needle {
    secret: String,
    bytes: Vec<u8>,
    /// A word by itself: it may stand inside another one.
    alone: bool,
}

impl Needle {
    fn stands_at(&self, bytes: &[u8], start: usize) -> bool {
        let letter = |place: Option<&u8>| place.is_some_and(u8::is_ascii_alphanumeric);
        let end = start + self.bytes.len();
        bytes.get(start..end) == Some(self.bytes.as_slice())
            && !(self.alone
                && (letter(start.checked_sub(1).and_then(|place| bytes.get(place)))
                    || letter(bytes.get(end))))
    }
}

impl Canary {
    /// A code in groups of five symbols. Half of it found is found: any two groups that are neighbours.
    pub fn code(&mut self, secret: &str, groups: &[String]) {
        for pair in groups.windows(2) {
            for between in ["", " ", "-", "+", "%20", "&nbsp;", "\", \"", "\n"] {
                self.add(secret, pair.join(between).as_bytes());
            }
        }
        let whole = groups.concat();
        self.encodings(secret, whole.as_bytes());
        let values: Vec<u8> = whole
            .bytes()
            .filter_map(|symbol| SYMBOLS.iter().position(|other| *other == symbol))
            .filter_map(|value| u8::try_from(value).ok())
            .collect();
        self.add(secret, &values);
        self.add(secret, &packed(&values));
        self.encodings(secret, &packed(&values));
    }

    /// A password.
    pub fn password(&mut self, secret: &str, password: &str) {
        self.add(secret, password.as_bytes());
        self.add(secret, password.replace(' ', "+").as_bytes());
        self.add(secret, password.replace(' ', "%20").as_bytes());
        self.encodings(secret, password.as_bytes());
    }

    /// The bytes of a key.
    pub fn key(&mut self, secret: &str, key: &[u8]) {
        self.add(secret, key);
        self.encodings(secret, key);
        let text = BASE32_NOPAD.encode(key);
        self.add(secret, text.as_bytes());
        for between in [" ", "+", "%20"] {
            let groups: Vec<&str> = text
                .as_bytes()
                .chunks(4)
                .filter_map(|group| std::str::from_utf8(group).ok())
                .collect();
            self.add(secret, groups.join(between).as_bytes());
        }
    }

    /// A word of a dictionary, found only where it stands alone.
    pub fn word(&mut self, secret: &str, word: &str) {
        self.needles.push(Needle {
            secret: secret.to_owned(),
            bytes: word.to_lowercase().into_bytes(),
            alone: true,
        });
    }

    fn add(&mut self, secret: &str, bytes: &[u8]) {
        self.needles.push(Needle {
            secret: secret.to_owned(),
            bytes: bytes.to_ascii_lowercase(),
            alone: false,
        });
    }

    fn encodings(&mut self, secret: &str, bytes: &[u8]) {
        self.add(secret, HEXLOWER.encode(bytes).as_bytes());
        // As it stands inside something longer: from each of three places, without what the neighbours change.
        for skipped in 0..3 {
            let rest = bytes.get(skipped..).unwrap_or_default();
            let whole = rest.get(..rest.len() / 3 * 3).unwrap_or_default();
            self.add(secret, BASE64.encode(whole).as_bytes());
        }
    }

    /// What is found below a directory: "SECRET in FILE", and every file that is a printed sheet.
    #[must_use]
    pub fn found_below(&self, dir: &Path) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut by_beginning: HashMap<&[u8], Vec<&Needle>> = HashMap::new();
        for needle in &self.needles {
            let beginning = needle.bytes.get(..BEGINNING);
            let beginning = beginning.expect("a secret is longer than its beginning");
            by_beginning.entry(beginning).or_default().push(needle);
        }
        for file in files_below(dir) {
            // A file may go between being listed and being read.
            let Ok(bytes) = std::fs::read(&file) else {
                continue;
            };
            let name = file.strip_prefix(dir).unwrap_or(&file).display();
            if bytes.windows(5).any(|window| window == b"%PDF-") {
                found.insert(format!("a sheet in {name}"));
            }
            let bytes = unfolded(&bytes).to_ascii_lowercase();
            for (start, begins) in bytes.windows(BEGINNING).enumerate() {
                for needle in by_beginning.get(begins).into_iter().flatten() {
                    if needle.stands_at(&bytes, start) {
                        found.insert(format!("{} in {name}", needle.secret));
                    }
                }
            }
        }
        found
    }
}

/// Every file below a directory.
fn files_below(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() {
                files_below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// Mail breaks long lines and writes `=` as `=3D` (RFC 2045, section 6.7).
fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut unfolded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = match rest {
            [b'=', b'\r', b'\n', after @ ..] => after,
            [b'=', b'3', b'D', after @ ..] => {
                unfolded.push(b'=');
                after
            }
            _ => {
                unfolded.push(*first);
                after
            }
        };
    }
    unfolded
}

/// Five bits a symbol, the first one highest.
fn packed(values: &[u8]) -> Vec<u8> {
    let (mut bytes, mut waiting, mut bits) = (Vec::new(), 0_u32, 0);
    for value in values {
        waiting = (waiting << 5) | u32::from(*value);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            // Eight bits are left of what waits.
            bytes.extend(u8::try_from(waiting >> bits));
            waiting &= (1 << bits) - 1;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::Canary;
    use std::collections::BTreeSet;
    use tempfile::TempDir;

    fn found(written: &[u8]) -> BTreeSet<String> {
        let dir = TempDir::new().expect("a temporary directory");
        let below = dir.path().join("below");
        std::fs::create_dir(&below).expect("a directory");
        std::fs::write(below.join("file"), written).expect("a file");
        let mut canary = Canary::default();
        canary.code(
            "code",
            &["1K3QF", "9XW2M", "T4HNQ", "K4F14"].map(str::to_owned),
        );
        canary.password("password", "four plain words here");
        canary.key("key", b"12345678901234567890");
        canary.word("word", "harbour");
        canary.found_below(dir.path())
    }

    #[test]
    fn a_secret_is_found_in_whatever_form_it_was_written() {
        for (secret, written) in [
            ("code", b"typed=1k3qf9xw2mt4hnqk4f14".as_slice()),
            ("code", b"{\"groups\": [\"9XW2M\", \"T4HNQ\"]}"),
            ("code", b"code=T4HNQ+K4F14&"),
            ("code", b"a mail: T4HN=\r\nQ K4F14"),
            ("code", b"Basic MUszUUY5WFcyTVQ0SE5RSzRGMTQ="),
            (
                "code",
                b"\x01\x13\x03\x17\x0f\x09\x1d\x1c\x02\x14\x1a\x04\x11\x15\x17\x13\x04\x0f\x01\x04",
            ),
            ("password", b"four%20plain%20words%20here"),
            ("password", b"eCBmb3VyIHBsYWluIHdvcmRzIGhlcmU="),
            ("key", b"a key: 12345678901234567890"),
            ("key", b"GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"),
            ("key", b"3132333435363738393031323334353637383930"),
            ("word", b"the word is Harbour."),
        ] {
            let one = BTreeSet::from([format!("{secret} in below/file")]);
            assert_eq!(found(written), one, "{}", written.escape_ascii());
        }
        assert_eq!(
            found(b"%PDF-1.7"),
            BTreeSet::from(["a sheet in below/file".to_owned()])
        );
    }

    #[test]
    fn what_is_no_secret_is_not_found() {
        for written in [
            b"".as_slice(),
            b"harbours, 1K3QF, 9XW2N, four plain hats",
            b"eXW2M T4HNK",
        ] {
            assert_eq!(found(written), BTreeSet::new());
        }
    }
}
