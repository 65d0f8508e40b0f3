//! Dovecot's passwd-file: `user:{SCHEME}hash:uid:gid:gecos:home:shell:extra fields`. All after the password may be missing.

use super::person::{Defaults, Fields, Person};
use super::{Refusal, Why};

/// Extra fields of the password database that let not everybody in, or nobody.
const RESTRICTIONS: [&str; 2] = ["nologin", "allow_nets"];

/// Reads a line, without its end. `None` for a comment or an empty one.
///
/// # Errors
/// [`Refusal`] says what can't be taken over.
pub fn read(line: &[u8], defaults: &Defaults) -> Result<Option<Person>, Refusal> {
    let line = line.trim_ascii();
    if line.is_empty() || line.starts_with(b"#") {
        return Ok(None);
    }
    let mut fields = line.splitn(8, |octet| *octet == b':');
    let user = fields.next().unwrap_or_default();
    let Some(password) = fields.next() else {
        return Err(Refusal {
            who: None,
            field: "line",
            why: Why::Fields,
        });
    };
    // After uid and gid. What stands in it after a comma is rooms and telephones.
    let gecos = fields.nth(2).unwrap_or_default();
    let name = gecos.split(|octet| *octet == b',').next();
    let person = Fields {
        login: user,
        name: name.unwrap_or_default(),
        password,
        ..Fields::default()
    }
    .person(defaults)?;
    // After home and shell.
    let extra = fields.nth(2).unwrap_or_default();
    if let Some(restriction) = restriction(extra) {
        return Err(Refusal {
            who: Some(person.newcomer.address.key().to_owned()),
            field: "line",
            why: Why::Restricted(restriction),
        });
    }
    Ok(Some(person))
}

fn restriction(extra: &[u8]) -> Option<&'static str> {
    let mut names = extra
        .split(u8::is_ascii_whitespace)
        .map(|field| field.split(|octet| *octet == b'=').next());
    names.find_map(|name| {
        RESTRICTIONS
            .into_iter()
            .find(|restriction| name == Some(restriction.as_bytes()))
    })
}
