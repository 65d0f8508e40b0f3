//! How strong a password is, shown as it is typed. It advises; [`password`](crate::password) decides.

use zxcvbn::feedback::{Suggestion, Warning};

/// No more characters than these are looked at: the cost of the estimate grows with their cube.
const LOOKED_AT_MAX: usize = 100;

/// How strong a password is.
#[derive(Clone, Debug, PartialEq)]
pub struct Strength {
    /// 0 (guessed at once) to 4 (very strong).
    pub score: u8,
    /// The decimal logarithm of the guesses it takes.
    pub guesses_log10: f64,
    /// The Fluent id of what is wrong with it, if anything is.
    pub warning_id: Option<&'static str>,
    /// The Fluent ids of what would make it better.
    pub suggestion_ids: Vec<&'static str>,
}

impl Strength {
    /// Estimates a password. `personal` are words that a guesser of this account tries first: the
    /// address, the name, the service's name.
    #[must_use]
    pub fn of(password: &str, personal: &[&str]) -> Self {
        let end = password
            .char_indices()
            .nth(LOOKED_AT_MAX)
            .map_or(password.len(), |(at, _)| at);
        let looked_at = password.get(..end).unwrap_or(password);
        let estimate = zxcvbn::zxcvbn(looked_at, personal);
        let feedback = estimate.feedback();
        Self {
            score: estimate.score().into(),
            guesses_log10: estimate.guesses_log10(),
            warning_id: feedback
                .and_then(zxcvbn::feedback::Feedback::warning)
                .map(warning_id),
            suggestion_ids: feedback
                .map(|feedback| {
                    feedback
                        .suggestions()
                        .iter()
                        .copied()
                        .map(suggestion_id)
                        .collect()
                })
                .unwrap_or_default(),
        }
    }

    /// The Fluent id of the name of its score.
    #[must_use]
    pub const fn score_id(&self) -> &'static str {
        match self.score {
            0 => "strength-score-0",
            1 => "strength-score-1",
            2 => "strength-score-2",
            3 => "strength-score-3",
            _ => "strength-score-4",
        }
    }
}

const fn warning_id(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess => "strength-warning-row-of-keys",
        Warning::ShortKeyboardPatternsAreEasyToGuess => "strength-warning-keyboard-pattern",
        Warning::RepeatsLikeAaaAreEasyToGuess => "strength-warning-one-character",
        Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => "strength-warning-repeat",
        Warning::ThisIsATop10Password => "strength-warning-top-10",
        Warning::ThisIsATop100Password => "strength-warning-top-100",
        Warning::ThisIsACommonPassword => "strength-warning-common",
        Warning::ThisIsSimilarToACommonlyUsedPassword => "strength-warning-like-common",
        Warning::SequencesLikeAbcAreEasyToGuess => "strength-warning-sequence",
        Warning::RecentYearsAreEasyToGuess => "strength-warning-year",
        Warning::AWordByItselfIsEasyToGuess => "strength-warning-one-word",
        Warning::DatesAreOftenEasyToGuess => "strength-warning-date",
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess => "strength-warning-one-name",
        Warning::CommonNamesAndSurnamesAreEasyToGuess => "strength-warning-common-name",
    }
}

const fn suggestion_id(suggestion: Suggestion) -> &'static str {
    match suggestion {
        Suggestion::UseAFewWordsAvoidCommonPhrases => "strength-advice-few-words",
        Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters => "strength-advice-no-symbols-needed",
        Suggestion::AddAnotherWordOrTwo => "strength-advice-another-word",
        Suggestion::CapitalizationDoesntHelpVeryMuch => "strength-advice-capital",
        Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase => "strength-advice-capitals",
        Suggestion::ReversedWordsArentMuchHarderToGuess => "strength-advice-reversed",
        Suggestion::PredictableSubstitutionsDontHelpVeryMuch => "strength-advice-substitution",
        Suggestion::UseALongerKeyboardPatternWithMoreTurns => "strength-advice-keyboard",
        Suggestion::AvoidRepeatedWordsAndCharacters => "strength-advice-repeats",
        Suggestion::AvoidSequences => "strength-advice-sequences",
        Suggestion::AvoidRecentYears => "strength-advice-recent-years",
        Suggestion::AvoidYearsThatAreAssociatedWithYou => "strength-advice-your-years",
        Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => "strength-advice-your-dates",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_common_password_is_warned_of_by_id() {
        let strength = Strength::of("password", &[]);
        assert_eq!(
            (strength.score, strength.score_id()),
            (0, "strength-score-0")
        );
        assert_eq!(strength.warning_id, Some("strength-warning-top-10"));
        assert!(
            strength
                .suggestion_ids
                .contains(&"strength-advice-another-word")
        );
    }

    #[test]
    fn a_passphrase_is_very_strong_and_needs_no_advice() {
        let strength = Strength::of("lantern orchard violin harbour", &[]);
        assert_eq!((strength.score, strength.warning_id), (4, None));
        assert!(strength.suggestion_ids.is_empty());
        assert!(strength.guesses_log10 > 10.0);
    }

    #[test]
    fn what_belongs_to_the_account_is_worth_little() {
        let address = "zorblaxia@example.org";
        let without = Strength::of("zorblaxia", &[]).guesses_log10;
        assert!(Strength::of("zorblaxia", &["zorblaxia", address]).guesses_log10 < without - 2.0);
    }

    #[test]
    fn only_a_hundred_characters_are_looked_at() {
        let long = "ä1b".repeat(1_000_000);
        let cut: String = long.chars().take(LOOKED_AT_MAX).collect();
        assert_eq!(Strength::of(&long, &[]), Strength::of(&cut, &[]));
        assert_eq!(Strength::of("", &[]).score, 0);
    }
}
