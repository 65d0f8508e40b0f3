//! Passkeys: what they are called, how many there may be, for what one is asked, and when a copy shows.

use crate::Span;
use crate::app_password::{LABEL_MAX, LabelError, label};
use std::net::IpAddr;

/// An account has so many at most.
pub const AT_MOST: usize = 20;

/// Between the question and the browser's answer there are five minutes.
pub const CEREMONY_LASTS: Span = Span::minutes(5);

/// So many questions an hour are put to a network before anybody has said who they are.
pub const ASKED_AN_HOUR: u32 = 600;

/// What a passkey is asked for. An answer counts for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To be added to the account.
    Register,
    /// To sign in with it alone: the browser knows whose it is.
    SignIn,
    /// As the second step, after the password.
    SecondStep,
    /// Once more, before something weighty.
    StepUp,
    /// To let what waits take effect now.
    Confirm,
    /// To end a freeze.
    Thaw,
    /// Beside a code, to set a new password.
    Reset,
    /// Because it was found again that a freeze had shut.
    Found,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 8] = [
        Self::Register,
        Self::SignIn,
        Self::SecondStep,
        Self::StepUp,
        Self::Confirm,
        Self::Thaw,
        Self::Reset,
        Self::Found,
    ];

    /// How it is stored and sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::SignIn => "sign-in",
            Self::SecondStep => "second-step",
            Self::StepUp => "step-up",
            Self::Confirm => "confirm",
            Self::Thaw => "thaw",
            Self::Reset => "reset",
            Self::Found => "found",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|purpose| purpose.as_str() == text)
    }
}

/// The host that passkeys belong to, if browsers allow them there: over TLS or on this very machine, and by name. An address
/// of numbers is no name (Web Authentication, section 5.1.3).
#[must_use]
pub fn relying_party(https: bool, host: &str) -> Option<&str> {
    let is_number = host.starts_with('[') || host.parse::<IpAddr>().is_ok();
    let is_here = host == "localhost" || host.ends_with(".localhost");
    (!is_number && !host.is_empty() && (https || is_here)).then_some(host)
}

/// Whether a counter goes on. An authenticator that doesn't count says 0 every time; one that counts never says the same
/// number twice, unless there are two of it (Web Authentication, section 6.1.1).
#[must_use]
pub const fn counter_goes_on(kept: u32, said: u32) -> bool {
    said > kept || (said == 0 && kept == 0)
}

/// A passkey can't be called that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// As for app passwords.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// Another passkey of the account is called so.
    #[error("another passkey has this name")]
    Taken,
}

/// The name as it is kept: without white space around it, and no other's.
///
/// # Errors
/// [`NameError`].
pub fn name<'t>(typed: &'t str, others: &[&str]) -> Result<&'t str, NameError> {
    let name = label(typed)?;
    if is_taken(name, others) {
        return Err(NameError::Taken);
    }
    Ok(name)
}

/// What one is called whose owner typed nothing: by who keeps it, or else by the browser it was made in; with a number behind
/// it where another is called so.
#[must_use]
pub fn given_name(aaguid: &[u8; 16], browser: &str, others: &[&str]) -> String {
    let base = keeper(aaguid).unwrap_or(browser);
    let base = label(base).unwrap_or("Passkey");
    let mut name = base.to_owned();
    let mut number = 2;
    while is_taken(&name, others) {
        let room = LABEL_MAX.saturating_sub(4);
        let short: String = base.chars().take(room).collect();
        name = format!("{} {number}", short.trim_end());
        number += 1;
    }
    name
}

fn is_taken(name: &str, others: &[&str]) -> bool {
    let folded = name.to_lowercase();
    others.iter().any(|other| other.to_lowercase() == folded)
}

/// Who keeps the passkeys of this kind (AAGUID), in words a person recognises. Nothing is decided by it: whoever makes a passkey
/// may say any.
#[must_use]
pub const fn keeper(aaguid: &[u8; 16]) -> Option<&'static str> {
    Some(match u128::from_be_bytes(*aaguid) {
        0xea9b_8d66_4d01_1d21_3ce4_b6b4_8cb5_75d4 => "Google Password Manager",
        0xfbfc_3007_154e_4ecc_8c0b_6e02_0557_d7bd => "Apple Passwords",
        0xadce_0002_35bc_c60a_648b_0b25_f1f0_5503 => "Chrome on Mac",
        0x0898_7058_cadc_4b81_b6e1_30de_50dc_be96
        | 0x9ddd_1817_af5a_4672_a2b9_3e3d_d950_00a9
        | 0x6028_b017_b1d4_4c02_b4b3_afcd_afc9_6bb2 => "Windows Hello",
        0xbada_5566_a7aa_401f_bd96_4561_9a55_120d => "1Password",
        0xd548_826e_79b4_db40_a3d8_1111_6f7e_8349 => "Bitwarden",
        0xfdb1_41b2_5d84_443e_8a35_4698_c205_a502 => "KeePassXC",
        0x5341_4d53_554e_4700_0000_0000_0000_0000 => "Samsung Pass",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn passkeys_need_a_name_and_tls_or_this_machine() {
        for (https, host) in [
            (true, "account.example.org"),
            (true, "localhost"),
            (false, "localhost"),
            (false, "account.localhost"),
        ] {
            assert_eq!(relying_party(https, host), Some(host));
        }
        for (https, host) in [
            (false, "account.example.org"),
            (true, "192.0.2.7"),
            (false, "127.0.0.1"),
            (true, "[2001:db8::1]"),
            (false, "notlocalhost"),
            (true, ""),
        ] {
            assert_eq!(relying_party(https, host), None, "{https} {host}");
        }
    }

    #[test]
    fn what_is_stored_is_read_back() {
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::parse(purpose.as_str()), Some(purpose));
        }
        assert_eq!(Purpose::parse("anything"), None);
    }

    #[test]
    fn a_name_is_trimmed_and_no_others() {
        assert_eq!(name("  My phone ", &["Laptop"]), Ok("My phone"));
        assert_eq!(name("my PHONE", &["My phone"]), Err(NameError::Taken));
        assert_eq!(name(" ", &[]), Err(NameError::Label(LabelError::Empty)));
    }

    #[test]
    fn one_without_a_name_is_called_by_its_keeper_or_its_browser() {
        let bitwarden = 0xd548_826e_79b4_db40_a3d8_1111_6f7e_8349_u128.to_be_bytes();
        assert_eq!(given_name(&bitwarden, "Firefox on Linux", &[]), "Bitwarden");
        let others = ["Firefox on Linux", "firefox on linux 2"];
        assert_eq!(
            given_name(&[0; 16], "Firefox on Linux", &others),
            "Firefox on Linux 3"
        );
    }

    proptest! {
        #[test]
        fn a_given_name_can_be_kept(browser in ".{0,80}", others in proptest::collection::vec(".{0,8}", 0..4)) {
            let others: Vec<&str> = others.iter().map(String::as_str).collect();
            let given = given_name(&[0; 16], &browser, &others);
            prop_assert_eq!(name(&given, &others), Ok(given.as_str()));
        }

        #[test]
        fn a_counter_that_counts_never_says_the_same_number_twice(kept: u32, said: u32) {
            if counter_goes_on(kept, said) {
                prop_assert!(said > kept || kept == 0);
                prop_assert!(said == 0 || !counter_goes_on(said, said));
                prop_assert!(!counter_goes_on(said, kept) || said == kept);
            }
        }
    }
}
