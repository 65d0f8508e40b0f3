//! A table as a database writes it: CSV by RFC 4180, its columns named in the first record.
//!
//! `login` (or `user`, `username`), `address` (or `email`, `mail`), `name`, `language`, `password` (or `hash`), in any order and
//! case; other columns are passed over. Fields are separated by whatever separates the names: a comma, semicolon or tab.

use super::person::{Defaults, Fields, Person};
use super::{Refusal, Why};
use zeroize::Zeroizing;

/// Where the columns are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    separator: u8,
    width: usize,
    login: Option<usize>,
    address: Option<usize>,
    name: Option<usize>,
    language: Option<usize>,
    password: usize,
}

/// Why the first record names no table of accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    /// A column that must be there isn't.
    #[error("the first line names no column {0}; it must say which column is which")]
    Missing(&'static str),
    /// A column is named twice.
    #[error("the first line names the column {0} twice")]
    Twice(&'static str),
}

/// Whether a record goes on in the next line: a quoted field is open at its end.
#[must_use]
pub fn goes_on(record: &[u8]) -> bool {
    record
        .iter()
        .fold(false, |open, octet| open ^ (*octet == b'"'))
}

impl Header {
    /// Reads the first record, without the end of its line.
    ///
    /// # Errors
    /// [`HeaderError`].
    pub fn read(record: &[u8]) -> Result<Self, HeaderError> {
        let record = record.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(record);
        let separator = [b',', b';', b'\t']
            .into_iter()
            .find(|separator| record.contains(separator))
            .unwrap_or(b',');
        let names: Vec<_> = split(record, separator)
            .unwrap_or_default()
            .iter()
            .map(|name| name.trim_ascii().to_ascii_lowercase())
            .collect();
        let column = |title: &'static str, others: &[&str]| {
            let mut places = names.iter().enumerate().filter(|(_, name)| {
                let is = |other: &&str| other.as_bytes() == name.as_slice();
                is(&title) || others.iter().any(is)
            });
            let place = places.next().map(|(place, _)| place);
            match places.next() {
                Some(_) => Err(HeaderError::Twice(title)),
                None => Ok(place),
            }
        };
        let header = Self {
            separator,
            width: names.len(),
            login: column("login", &["user", "username"])?,
            address: column("address", &["email", "mail"])?,
            name: column("name", &[])?,
            language: column("language", &[])?,
            password: column("password", &["hash"])?.ok_or(HeaderError::Missing("password"))?,
        };
        if header.login.or(header.address).is_none() {
            return Err(HeaderError::Missing("login or address"));
        }
        Ok(header)
    }

    /// Reads a record, without the end of its last line. `None` for an empty line.
    ///
    /// # Errors
    /// [`Refusal`] says what can't be taken over.
    pub fn person(&self, record: &[u8], defaults: &Defaults) -> Result<Option<Person>, Refusal> {
        if record.trim_ascii().is_empty() {
            return Ok(None);
        }
        let refused = |why| Refusal {
            who: None,
            field: "line",
            why,
        };
        let fields = split(record, self.separator).ok_or(refused(Why::Quotes))?;
        if fields.len() != self.width {
            return Err(refused(Why::Fields));
        }
        let field = |place: Option<usize>| {
            let field = place.and_then(|place| fields.get(place));
            field.map_or(&[][..], |field| field.as_slice())
        };
        let fields = Fields {
            login: field(self.login),
            address: field(self.address),
            name: field(self.name),
            language: field(self.language),
            password: field(Some(self.password)),
        };
        fields.person(defaults).map(Some)
    }
}

/// The fields of a record (RFC 4180, section 2); `None` when the quotation marks don't fit.
fn split(record: &[u8], separator: u8) -> Option<Vec<Zeroizing<Vec<u8>>>> {
    let mut fields = Vec::new();
    let mut rest = record;
    loop {
        let (field, after) = if let Some(quoted) = rest.strip_prefix(b"\"") {
            unquote(quoted)?
        } else {
            let end = rest.iter().position(|octet| *octet == separator);
            let (field, after) = rest.split_at(end.unwrap_or(rest.len()));
            if field.contains(&b'"') {
                return None;
            }
            (Zeroizing::new(field.to_vec()), after)
        };
        fields.push(field);
        match after.split_first() {
            None => return Some(fields),
            Some((octet, after)) if *octet == separator => rest = after,
            Some(_) => return None,
        }
    }
}

/// The field whose opening mark was taken off, and what follows its closing one.
fn unquote(quoted: &[u8]) -> Option<(Zeroizing<Vec<u8>>, &[u8])> {
    let mut field = Zeroizing::new(Vec::with_capacity(quoted.len()));
    let mut rest = quoted;
    loop {
        let mark = rest.iter().position(|octet| *octet == b'"')?;
        let (before, after) = rest.split_at(mark);
        field.extend_from_slice(before);
        let after = after.get(1..)?;
        match after.strip_prefix(b"\"") {
            Some(after) => {
                field.push(b'"');
                rest = after;
            }
            None => return Some((field, after)),
        }
    }
}
