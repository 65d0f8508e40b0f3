//! From the fields of a line to somebody with a mailbox, whatever the file's format.

use super::{Refusal, Why};
use counterfoil_model::{LoginName, MailAddress};
use counterfoil_service::account::Newcomer;
use counterfoil_service::password::imported::{ImportedPassword, PasswordFieldError, SchemeName};

/// What stands in for what a line doesn't say.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// The domain of names without one.
    pub domain: Option<String>,
    /// The scheme of passwords that name none.
    pub scheme: SchemeName,
    /// BCP 47 tag.
    pub language: String,
    /// Whether somebody whose password can't be taken over comes without it, to be invited.
    pub without_unknown_passwords: bool,
}

/// The fields of a line; a missing one is empty.
#[derive(Default)]
pub(super) struct Fields<'a> {
    pub(super) login: &'a [u8],
    pub(super) address: &'a [u8],
    pub(super) name: &'a [u8],
    pub(super) language: &'a [u8],
    pub(super) password: &'a [u8],
}

/// Somebody read from a line.
#[derive(Debug)]
pub struct Person {
    /// Who it is, as a use case takes it.
    pub newcomer: Newcomer,
    /// The scheme that keeps the password from coming along, if it doesn't.
    pub without: Option<&'static str>,
}

const NAME_MAX: usize = 80;

impl Fields<'_> {
    pub(super) fn person(&self, defaults: &Defaults) -> Result<Person, Refusal> {
        let nobody = |field, why| Refusal {
            who: None,
            field,
            why,
        };
        let login = text(self.login).map_err(|why| nobody("login", why))?;
        let (address, field) = match text(self.address).map_err(|why| nobody("address", why))? {
            "" => (
                whole_address(login, defaults).map_err(|why| nobody("login", why))?,
                "login",
            ),
            address => (address.to_owned(), "address"),
        };
        let address =
            MailAddress::parse(&address).map_err(|why| nobody(field, Why::Address(why)))?;
        let refused = |field, why| Refusal {
            who: Some(address.key().to_owned()),
            field,
            why,
        };
        let login = match login {
            "" => None,
            login => {
                let login =
                    LoginName::parse(login).map_err(|why| refused("login", Why::Login(why)))?;
                Some(login).filter(|login| login.key() != address.key())
            }
        };
        let name = text(self.name).map_err(|why| refused("name", why))?;
        if name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
            return Err(refused("name", Why::Name));
        }
        let language = match text(self.language).map_err(|why| refused("language", why))? {
            "" => defaults.language.as_str(),
            language => language,
        };
        if !is_language_tag(language) {
            return Err(refused("language", Why::Language));
        }
        let (password, without) = match ImportedPassword::read(self.password, defaults.scheme) {
            Ok(password) => (Some(password), None),
            Err(PasswordFieldError::Unknown { scheme }) if defaults.without_unknown_passwords => {
                (None, Some(scheme))
            }
            Err(error) => return Err(refused("password", Why::Password(error))),
        };
        let (name, language) = (name.to_owned(), language.to_owned());
        Ok(Person {
            newcomer: Newcomer {
                address,
                login,
                name,
                language,
                password,
            },
            without,
        })
    }
}

fn text(field: &[u8]) -> Result<&str, Why> {
    std::str::from_utf8(field)
        .map(str::trim)
        .map_err(|_| Why::NotText)
}

fn whole_address(login: &str, defaults: &Defaults) -> Result<String, Why> {
    if login.contains('@') {
        return Ok(login.to_owned());
    }
    let domain = defaults.domain.as_ref().ok_or(Why::NoDomain)?;
    Ok(format!("{login}@{domain}"))
}

/// As far as BCP 47 (RFC 5646, section 2.1) matters here: letters first, then subtags of eight letters and digits at most.
fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let primary = subtags.next().unwrap_or_default();
    (2..=8).contains(&primary.len())
        && primary.bytes().all(|letter| letter.is_ascii_alphabetic())
        && tag.len() <= 35
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len()) && subtag.bytes().all(|c| c.is_ascii_alphanumeric())
        })
}
