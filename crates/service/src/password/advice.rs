//! Help with a new password while it is typed: how strong it is, words to take, how long it must be (P15).

use crate::{App, Fault};
use counterfoil_model::password::LONGEST_ASKED;
use counterfoil_model::{AccountId, Passphrase, Strength};

impl App {
    /// Words to take or leave. They are kept nowhere.
    #[must_use]
    pub fn suggest_passphrase(&self) -> Passphrase {
        let mut words = Passphrase::draw(&mut self.chance(), ' ');
        // Long enough whatever the policy asks for: one in thirty is not.
        for _ in 0..16 {
            if words.text().chars().count() >= LONGEST_ASKED {
                break;
            }
            words = Passphrase::draw(&mut self.chance(), ' ');
        }
        words
    }

    /// How strong a password is. `personal` are words that a guesser of this account tries first.
    #[must_use]
    pub fn password_strength(&self, typed: &str, personal: &[&str]) -> Strength {
        let mut words = personal.to_vec();
        words.push(&self.service_name);
        Strength::of(typed, &words)
    }

    /// The fewest characters of this account's next password.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn shortest_password(&self, account: AccountId) -> Result<usize, Fault> {
        let beside = self
            .protection(account)
            .await?
            .account
            .second_factor_since
            .is_some();
        Ok(self.policy().await?.password_least(beside))
    }
}
