//! What was proved, as tokens say it: `amr` by RFC 8176 where it has a name, `acr` by names of our own.

use counterfoil_model::{Method, Methods};

/// One factor was shown.
const PASSWORD: &str = "urn:counterfoil:acr:password";
/// Two factors, and neither was a backup code.
const TWO_FACTOR: &str = "urn:counterfoil:acr:two-factor";
/// Two factors, one of them a backup code from paper.
const BACKUP_CODE: &str = "urn:counterfoil:acr:backup-code";

/// Every `acr` we say, weakest first.
pub(crate) const ALL: [&str; 3] = [PASSWORD, BACKUP_CODE, TWO_FACTOR];

/// The authentication context class reference: a backup code always shows.
#[must_use]
pub fn acr(methods: Methods) -> &'static str {
    if methods.contains(Method::BackupCode) {
        BACKUP_CODE
    } else if methods.two_factors() {
        TWO_FACTOR
    } else {
        PASSWORD
    }
}

/// The authentication methods references (RFC 8176): `pwd`, `otp`, `hwk`, and `mfa` where two kinds of factor were shown. A
/// backup code has no name there and is called `code`.
#[must_use]
pub fn amr(methods: Methods) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = methods.iter().map(Method::name).collect();
    if methods.contains(Method::Passkey) {
        names.push("user");
    }
    if methods.two_factors() {
        names.push("mfa");
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(methods: &[Method]) -> (Vec<&'static str>, &'static str) {
        let methods = methods.iter().copied().collect();
        (amr(methods), acr(methods))
    }

    #[test]
    fn a_backup_code_shows_and_two_factors_are_mfa() {
        use Method::{BackupCode, Passkey, Password, Totp};
        assert_eq!(of(&[Password]), (vec!["pwd"], PASSWORD));
        assert_eq!(
            of(&[Password, Totp]),
            (vec!["pwd", "otp", "mfa"], TWO_FACTOR)
        );
        assert_eq!(
            of(&[Password, BackupCode]),
            (vec!["pwd", "code", "mfa"], BACKUP_CODE)
        );
        assert_eq!(
            of(&[Password, Totp, BackupCode]),
            (vec!["pwd", "otp", "code", "mfa"], BACKUP_CODE)
        );
        assert_eq!(of(&[Passkey]), (vec!["hwk", "user", "mfa"], TWO_FACTOR));
    }
}
