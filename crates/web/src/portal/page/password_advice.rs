//! What the password fields' script asks while somebody types: how strong it is, and other words to take. Both answer the
//! same for everybody and keep nothing.

use crate::portal::Words;
use crate::portal::door::Portal;
use crate::portal::refusal;
use crate::portal::visitor::{SignedIn, Visitor};
use crate::routes::Route;
use crate::shell::Form;
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use counterfoil_model::password::LENGTH_BESIDE_SECOND_FACTOR;
use counterfoil_model::{PasswordRefusal, Strength};
use serde::Serialize;

/// An answer to the script.
#[derive(Serialize)]
struct Advice {
    /// What stands under the field.
    text: String,
    /// Whether the password would be taken and is strong.
    good: bool,
}

/// Another suggestion of the passphrase maker.
#[derive(Serialize)]
struct Suggestion {
    text: String,
}

/// These addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::PasswordStrength.path(), post(strength))
        .route(Route::Passphrase.path(), post(suggest))
}

async fn strength(
    State(portal): State<Portal>,
    visitor: Visitor,
    signed_in: Option<SignedIn>,
    form: Form,
) -> Json<Advice> {
    let typed = form.secret("password");
    let (address, name) = match &signed_in {
        Some(signed_in) => (
            signed_in.session.owner.address.as_str(),
            signed_in.session.owner.name.as_str(),
        ),
        None => (form.text("address"), form.text("name")),
    };
    let words = signed_in
        .as_ref()
        .map_or(&visitor.words, |signed_in| &signed_in.visitor.words);
    let local = address.split('@').next().unwrap_or_default();
    let strength = portal
        .app
        .password_strength(&typed, &[address, local, name]);
    if typed.is_empty() {
        return Json(Advice {
            text: words.text("strength-empty"),
            good: false,
        });
    }
    // The shorter of the two lengths: the field's own page says which one counts.
    let least = LENGTH_BESIDE_SECOND_FACTOR;
    let taken = portal.app.check_password(&typed, address, name, least);
    Json(Advice::of(words, &strength, taken.err()))
}

async fn suggest(State(portal): State<Portal>, _form: Form) -> Json<Suggestion> {
    Json(Suggestion {
        text: portal.app.suggest_passphrase().text().to_owned(),
    })
}

impl Advice {
    fn of(words: &Words, strength: &Strength, refused: Option<PasswordRefusal>) -> Self {
        let refused = refused.filter(|why| !matches!(why, PasswordRefusal::TooShort { .. }));
        if let Some(why) = refused {
            return Self {
                text: refusal::password(words, why),
                good: false,
            };
        }
        let first = strength.suggestion_ids.first().copied();
        let ids = [Some(strength.score_id()), strength.warning_id, first];
        let said: Vec<String> = ids.into_iter().flatten().map(|id| words.text(id)).collect();
        Self {
            text: said.join(" "),
            good: strength.score >= STRONG,
        }
    }
}

/// From this score on a password is called strong.
const STRONG: u8 = 3;

#[cfg(test)]
mod tests {
    use super::Advice;
    use crate::portal::Words;
    use counterfoil_lang::{Language, Sentences, TimeZone};
    use counterfoil_model::{PasswordRefusal, Strength};
    use std::sync::Arc;

    fn said(typed: &str, refused: Option<PasswordRefusal>) -> Advice {
        let words = Words::new(
            Arc::new(Sentences::load().unwrap()),
            Language::English,
            TimeZone::UTC,
        );
        Advice::of(&words, &Strength::of(typed, &[]), refused)
    }

    #[test]
    fn a_weak_password_is_told_why_and_what_to_do() {
        let advice = said("qwerty", None);
        assert!(!advice.good);
        assert_eq!(
            advice.text,
            "Very weak: it would be guessed at once. This is one of the ten most common passwords. \
             Add a word or two. Rare words are better."
        );
    }

    #[test]
    fn a_strong_one_is_called_strong_unless_it_is_not_taken() {
        let phrase = "gravel otter window seldom";
        assert!(said(phrase, None).good);
        let common = said(phrase, Some(PasswordRefusal::Common));
        assert!(!common.good);
        assert!(common.text.starts_with("Many people use this password"));
    }
}
