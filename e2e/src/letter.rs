//! What a person finds in a mail: the link it is about, or the code to type.

/// The first one-time link in a mail, whole: the one thing to do stands first.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn link_in(mail: &str, url: &str) -> String {
    let mail = readable(mail);
    let start = format!("{url}/link/");
    let Some((_, link)) = mail.split_once(&start) else {
        panic!("no link in {mail}")
    };
    let end = link.find(|sign: char| !(sign.is_alphanumeric() || "-_/".contains(sign)));
    format!("{start}{}", &link[..end.unwrap_or(link.len())])
}

/// The code in a mail: eight digits in two groups, alone on their line.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn code_in(mail: &str) -> String {
    let mail = readable(mail);
    let is_code = |line: &&str| {
        line.len() == 9
            && line.char_indices().all(|(place, sign)| match place {
                4 => sign == ' ',
                _ => sign.is_ascii_digit(),
            })
    };
    let code = mail.lines().map(str::trim).find(is_code);
    code.unwrap_or_else(|| panic!("no code in {mail}"))
        .to_owned()
}

/// Without what quoted-printable does to lines and equals signs.
fn readable(mail: &str) -> String {
    mail.replace("=\r\n", "")
        .replace("=\n", "")
        .replace("=3D", "=")
}
