//! A list of people to invite, as a table program writes it: CSV by RFC 4180, one person a line.
//!
//! The first line may name the columns, in any order and case: `address` (or `email`, `mail`), `name`, `to`, `language`; other
//! columns are passed over. Without such a line they are address, name and to, in this order. Fields are separated by whatever
//! separates those of the first line: a comma, semicolon or tab. A field does not go on in the next line.

use crate::{AddressError, MailAddress};
use std::collections::HashMap;

/// The most lines that are read at once.
pub const LONGEST_LIST: usize = 20_000;
/// The longest name, in characters.
const LONGEST_NAME: usize = 80;

/// Somebody to be invited.
#[derive(Clone, Debug)]
pub struct Guest {
    /// The mailbox's address.
    pub address: MailAddress,
    /// What to call its owner; may be empty.
    pub name: String,
    /// Where the invitation is mailed; `None` for a link that is handed over.
    pub to: Option<MailAddress>,
    /// BCP 47 tag, where the line names one.
    pub language: Option<String>,
}

/// One line of the list.
#[derive(Clone, Debug)]
pub struct GuestLine {
    /// Its number, from 1.
    pub line: u32,
    /// The address as it was written, so that a refused line is recognised.
    pub written: String,
    /// Who is to be invited, or why nobody is.
    pub guest: Result<Guest, GuestRefusal>,
}

/// Why nobody is invited by a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GuestRefusal {
    /// The quotation marks don't fit.
    #[error(
        "line: the quotation marks don't fit; a field has one before and one after it, or none, and ends in its line"
    )]
    Quotes,
    /// There are more fields than columns.
    #[error("line: it has more fields than the first line")]
    Fields,
    /// The mailbox's address can't be used.
    #[error("address: {0}")]
    Address(AddressError),
    /// The address for the invitation can't be used.
    #[error("to: {0}")]
    To(AddressError),
    /// The invitation would go to the mailbox that nobody can open yet.
    #[error("to: an invitation can't go to the mailbox it opens")]
    ToItself,
    /// The name is too long.
    #[error("name: it is longer than 80 characters")]
    Name,
    /// An earlier line has the same address.
    #[error("address: line {0} has the same address")]
    Twice(u32),
}

impl GuestRefusal {
    /// The field that is wrong.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Quotes | Self::Fields => "line",
            Self::Address(_) | Self::Twice(_) => "address",
            Self::To(_) | Self::ToItself => "to",
            Self::Name => "name",
        }
    }

    /// The Fluent id of its sentence, and that sentence's argument: `refusal-guest-twice` takes `line`,
    /// `refusal-address-character` takes `character`.
    #[must_use]
    pub fn id(self) -> (&'static str, Option<String>) {
        match self {
            Self::Quotes => ("refusal-guest-quotes", None),
            Self::Fields => ("refusal-guest-fields", None),
            Self::Address(error) | Self::To(error) => {
                let character = match error {
                    AddressError::Character(character) => Some(character.to_string()),
                    _ => None,
                };
                (error.id(), character)
            }
            Self::ToItself => ("refusal-guest-to-itself", None),
            Self::Name => ("refusal-guest-name", None),
            Self::Twice(line) => ("refusal-guest-twice", Some(line.to_string())),
        }
    }
}

/// Why nothing of a list is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GuestListError {
    /// There is nothing in it.
    #[error("the list is empty")]
    Empty,
    /// It is longer than [`LONGEST_LIST`].
    #[error("the list has more than 20,000 lines; split it")]
    TooLong,
    /// The first line names columns, and none of them is the address.
    #[error("the first line names no column address")]
    NoAddress,
}

/// Where the columns are.
struct Columns {
    separator: char,
    width: usize,
    address: usize,
    name: Option<usize>,
    to: Option<usize>,
    language: Option<usize>,
}

/// Reads a list. Empty lines are passed over; a line that can't be used is in the answer with the reason.
///
/// # Errors
/// [`GuestListError`] when none of it can be used.
pub fn read_guests(list: &str) -> Result<Vec<GuestLine>, GuestListError> {
    let list = list.strip_prefix('\u{feff}').unwrap_or(list);
    let mut lines = (1..)
        .zip(list.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .peekable();
    let (_, first) = lines.peek().ok_or(GuestListError::Empty)?;
    let (columns, named) = Columns::of(first)?;
    if named {
        lines.next();
    }
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut guests = Vec::new();
    for (line, text) in lines {
        if guests.len() == LONGEST_LIST {
            return Err(GuestListError::TooLong);
        }
        let mut guest = columns.guest(line, text);
        if let Ok(found) = &guest.guest {
            let earlier = *seen.entry(found.address.key().to_owned()).or_insert(line);
            if earlier != line {
                guest.guest = Err(GuestRefusal::Twice(earlier));
            }
        }
        guests.push(guest);
    }
    if guests.is_empty() {
        return Err(GuestListError::Empty);
    }
    Ok(guests)
}

impl Columns {
    /// What the first line says, and whether it names columns.
    fn of(first: &str) -> Result<(Self, bool), GuestListError> {
        let separator = [',', ';', '\t']
            .into_iter()
            .find(|separator| first.contains(*separator))
            .unwrap_or(',');
        let fields = split(first, separator).unwrap_or_default();
        if fields.iter().any(|field| field.contains('@')) {
            let unnamed = Self {
                separator,
                width: 3,
                address: 0,
                name: Some(1),
                to: Some(2),
                language: None,
            };
            return Ok((unnamed, false));
        }
        let column = |names: &[&str]| {
            fields
                .iter()
                .position(|field| names.contains(&field.trim().to_lowercase().as_str()))
        };
        let named = Self {
            separator,
            width: fields.len(),
            address: column(&["address", "email", "mail"]).ok_or(GuestListError::NoAddress)?,
            name: column(&["name"]),
            to: column(&["to"]),
            language: column(&["language"]),
        };
        Ok((named, true))
    }

    fn guest(&self, line: u32, text: &str) -> GuestLine {
        let Some(fields) = split(text, self.separator) else {
            return GuestLine {
                line,
                written: String::new(),
                guest: Err(GuestRefusal::Quotes),
            };
        };
        let field = |place: Option<usize>| {
            place
                .and_then(|place| fields.get(place))
                .map_or("", |field| field.trim())
        };
        let written = field(Some(self.address)).to_owned();
        let guest = || {
            if fields.len() > self.width {
                return Err(GuestRefusal::Fields);
            }
            let address = MailAddress::parse(&written).map_err(GuestRefusal::Address)?;
            let to = Some(field(self.to))
                .filter(|to| !to.is_empty())
                .map(MailAddress::parse)
                .transpose()
                .map_err(GuestRefusal::To)?;
            if to.as_ref() == Some(&address) {
                return Err(GuestRefusal::ToItself);
            }
            let name = field(self.name);
            if name.chars().count() > LONGEST_NAME || name.contains(char::is_control) {
                return Err(GuestRefusal::Name);
            }
            Ok(Guest {
                address,
                name: name.to_owned(),
                to,
                language: Some(field(self.language).to_owned()).filter(|tag| !tag.is_empty()),
            })
        };
        GuestLine {
            line,
            guest: guest(),
            written,
        }
    }
}

/// The fields of a line (RFC 4180, section 2); `None` when the quotation marks don't fit.
fn split(line: &str, separator: char) -> Option<Vec<String>> {
    let mut fields = Vec::new();
    let mut rest = line;
    loop {
        let (field, after) = if let Some(quoted) = rest.strip_prefix('"') {
            unquote(quoted)?
        } else {
            let (field, after) = rest.split_at(rest.find(separator).unwrap_or(rest.len()));
            if field.contains('"') {
                return None;
            }
            (field.to_owned(), after)
        };
        fields.push(field);
        if after.is_empty() {
            return Some(fields);
        }
        rest = after.strip_prefix(separator)?;
    }
}

/// The field whose opening mark was taken off, and what follows its closing one.
fn unquote(quoted: &str) -> Option<(String, &str)> {
    let mut field = String::new();
    let mut rest = quoted;
    loop {
        let (before, after) = rest.split_once('"')?;
        field.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                field.push('"');
                rest = after;
            }
            None => return Some((field, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn said(list: &str) -> Vec<String> {
        let lines = read_guests(list).unwrap();
        let say = |guest: &Guest| {
            let to = guest
                .to
                .as_ref()
                .map_or("paper".into(), ToString::to_string);
            format!("{} ({}) by {to}", guest.address, guest.name)
        };
        lines
            .iter()
            .map(|line| match &line.guest {
                Ok(guest) => format!("{}: {}", line.line, say(guest)),
                Err(refusal) => format!("{}: {} {refusal}", line.line, line.written),
            })
            .collect()
    }

    #[test]
    fn columns_are_named_or_in_the_usual_order() {
        let plain = "alice@example.org,Alice,alice@elsewhere.example\n\nbob@example.org\n";
        let expected = [
            "1: alice@example.org (Alice) by alice@elsewhere.example",
            "3: bob@example.org () by paper",
        ];
        assert_eq!(said(plain), expected);
        let named = "\u{feff}To;E-Mail;EMAIL;Name\r\nalice@elsewhere.example;x;alice@example.org;\"Adams; \"\"Alice\"\"\"\r\n";
        assert_eq!(
            said(named),
            ["2: alice@example.org (Adams; \"Alice\") by alice@elsewhere.example"]
        );
    }

    #[test]
    fn a_line_that_cannot_be_used_says_which_field_and_why() {
        let list = "address,name,to\nalice,A\nbob@example.org,B,bob@example.org\nbob@example.org,B,nobody\n\
                    \"eve@example.org,E\nzoe@example.org,Z,,,\nBOB@example.org,B\nbob@EXAMPLE.org,C\n";
        let lines = read_guests(list).unwrap();
        let fields: Vec<_> = lines
            .iter()
            .map(|line| line.guest.as_ref().err().map(|refusal| refusal.field()))
            .collect();
        let expected = [
            Some("address"),
            Some("to"),
            Some("to"),
            Some("line"),
            Some("line"),
            None,
            Some("address"),
        ];
        assert_eq!(fields, expected);
        assert!(matches!(
            lines.last().unwrap().guest,
            Err(GuestRefusal::Twice(7))
        ));
    }

    #[test]
    fn what_is_no_list_says_so() {
        let error = |list: &str| read_guests(list).unwrap_err();
        assert_eq!(error(" \n\n"), GuestListError::Empty);
        assert_eq!(error("address,name\n"), GuestListError::Empty);
        assert_eq!(error("who,name\nx,y\n"), GuestListError::NoAddress);
        let long = "a@example.org\n".repeat(LONGEST_LIST + 1);
        assert_eq!(error(&long), GuestListError::TooLong);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(list in "(?s).{0,200}") {
            let _ = read_guests(&list);
        }

        #[test]
        fn any_name_comes_back(name in "[ -~]{0,40}") {
            let quoted = name.replace('"', "\"\"");
            let lines = read_guests(&format!("a@example.org,\"{quoted}\",b@example.org")).unwrap();
            prop_assert_eq!(&lines[0].guest.as_ref().unwrap().name, name.trim());
        }
    }
}
