//! What a person is told when a use case refuses something they typed. Each sentence stands beside its field.

use super::Words;
use super::door::seconds_until;
use counterfoil_model::app_password::{LABEL_MAX, LabelError};
use counterfoil_model::guesses::TriesLeft;
use counterfoil_model::passkey::{self, NameError};
use counterfoil_model::{
    AddressError, PHRASE_MAX, PHRASE_MIN, PasswordRefusal, PhraseError, Timestamp,
};
use counterfoil_service::passkey::PasskeyRefusal;

/// Why a password isn't taken.
#[must_use]
pub fn password(words: &Words, refusal: PasswordRefusal) -> String {
    match refusal {
        PasswordRefusal::TooShort { least, .. } => words.one("password-short", "least", least),
        other => words.text(other.id()),
    }
}

/// Why a text is no mail address.
#[must_use]
pub fn address(words: &Words, error: &AddressError) -> String {
    match error {
        AddressError::Character(character) => {
            words.one(error.id(), "character", character.to_string())
        }
        _ => words.text(error.id()),
    }
}

/// Why words can't be the owner's phrase.
#[must_use]
pub fn phrase(words: &Words, error: PhraseError) -> String {
    match error {
        PhraseError::TooShort => words.one("phrase-too-short", "least", PHRASE_MIN),
        PhraseError::TooLong => words.one("phrase-too-long", "most", PHRASE_MAX),
        PhraseError::Character => words.text("phrase-character"),
    }
}

/// Why a name for something of the owner's can't be used.
#[must_use]
pub fn label(words: &Words, error: LabelError) -> String {
    match error {
        LabelError::Empty => words.text("mail-programs-label-empty"),
        LabelError::TooLong => words.one("mail-programs-label-long", "most", LABEL_MAX),
        LabelError::Character => words.text("mail-programs-label-character"),
    }
}

/// Why a passkey can't be called that.
#[must_use]
pub fn passkey_name(words: &Words, error: NameError) -> String {
    match error {
        NameError::Label(error) => label(words, error),
        NameError::Taken => words.text("passkeys-name-taken"),
    }
}

/// Why there is no room for another passkey.
#[must_use]
pub fn enough_passkeys(words: &Words) -> String {
    words.one("passkeys-full", "most", passkey::AT_MOST)
}

/// Why a passkey's answer leads nowhere; `None` where that isn't said on the page.
#[must_use]
pub fn passkey(words: &Words, refusal: &PasskeyRefusal, now: Timestamp) -> Option<String> {
    Some(match refusal {
        PasskeyRefusal::Over => words.text("passkey-over"),
        PasskeyRefusal::Wrong => words.text("passkey-wrong"),
        PasskeyRefusal::Copied => words.text("passkey-copied"),
        PasskeyRefusal::Wait(until) => early(words, *until, now),
        PasskeyRefusal::Ended | PasskeyRefusal::Internal(_) => return None,
    })
}

/// When the next try is heard.
#[must_use]
pub fn early(words: &Words, until: Timestamp, now: Timestamp) -> String {
    words.one(
        "sign-in-wait",
        "wait",
        words.wait(seconds_until(until, now)),
    )
}

/// A wrong try: the wait that it began (N25), or the sentence of this id.
#[must_use]
pub fn wrong(words: &Words, left: &TriesLeft, now: Timestamp, id: &str) -> String {
    match left.wait_until {
        Some(until) => early(words, until, now),
        None => words.text(id),
    }
}
