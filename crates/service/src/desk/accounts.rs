//! Looking accounts up, a page at a time.

use crate::{App, Fault};
use counterfoil_model::{AccountId, Timestamp};
use counterfoil_store::repo::desk::accounts::{Line, Place, search};
use counterfoil_store::{Error, repo};
use data_encoding::HEXLOWER;

/// So many accounts stand on a page.
const PAGE: usize = 50;
/// The longest text that is looked for, in characters: no address is longer.
const LONGEST: usize = 254;

/// Which accounts are left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccountFilter {
    /// All of them.
    #[default]
    All,
    /// Those that wait for their owner.
    Invited,
    /// Active ones that a password alone opens.
    NoSecondStep,
    /// Active ones without codes.
    NoCodes,
    /// Those of which the policy asks for codes: without any, and none on their way.
    Behind,
    /// Frozen ones.
    Frozen,
    /// Suspended ones.
    Suspended,
    /// Operators.
    Operators,
}

impl AccountFilter {
    /// Every one.
    pub const EVERY: [Self; 8] = [
        Self::All,
        Self::Invited,
        Self::NoSecondStep,
        Self::NoCodes,
        Self::Behind,
        Self::Frozen,
        Self::Suspended,
        Self::Operators,
    ];

    /// How it is written in an address of a page or on a command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Invited => "invited",
            Self::NoSecondStep => "no-second-step",
            Self::NoCodes => "no-codes",
            Self::Behind => "behind",
            Self::Frozen => "frozen",
            Self::Suspended => "suspended",
            Self::Operators => "operators",
        }
    }

    /// Reads it back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::EVERY
            .into_iter()
            .find(|filter| filter.as_str() == text)
    }
}

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct AccountSearch {
    /// How the address or a word of the owner's name begins; empty for everybody.
    pub text: String,
    /// Which of them.
    pub filter: AccountFilter,
    /// [`FoundAccounts::next`] of the page before; anything that isn't one means the beginning.
    pub after: String,
}

/// One account that was found.
#[derive(Clone, Debug)]
pub struct FoundAccount {
    /// Its id.
    pub id: AccountId,
    /// The mailbox's address.
    pub address: String,
    /// The owner's name.
    pub name: String,
    /// Whether it is an operator's.
    pub operator: bool,
    /// `invited`, `active` or `suspended`.
    pub state: String,
    /// Since when it is frozen.
    pub frozen_at: Option<Timestamp>,
    /// Whether a password alone opens nothing.
    pub second_factor: bool,
    /// How many codes are left, if a sheet is in force.
    pub codes_left: Option<usize>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When somebody last signed in to it, in a browser or by a mail program.
    pub signed_in_at: Option<Timestamp>,
    /// Until when its invitation works, if one does.
    pub invited_until: Option<Timestamp>,
}

/// A page of accounts, in the order of their addresses.
#[derive(Clone, Debug)]
pub struct FoundAccounts {
    /// At most fifty.
    pub accounts: Vec<FoundAccount>,
    /// Where the list goes on, if it does.
    pub next: Option<String>,
}

impl FoundAccount {
    fn of(line: Line, now: Timestamp) -> Self {
        Self {
            id: line.id,
            operator: line.role == "operator",
            second_factor: line.second_factor_since.is_some(),
            codes_left: line
                .codes_left
                .map(|left| usize::try_from(left).unwrap_or_default()),
            signed_in_at: line.browser_at.max(line.mail_at),
            invited_until: line
                .invited_until
                .filter(|until| line.state == "invited" && *until > now),
            address: line.address,
            name: line.name,
            state: line.state,
            frozen_at: line.frozen_at,
            created_at: line.created_at,
        }
    }
}

impl App {
    /// Accounts whose address, or a word of whose owner's name, begins with a text.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn find_accounts(&self, wanted: &AccountSearch) -> Result<FoundAccounts, Fault> {
        let text: String = wanted
            .text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .filter(|c| !c.is_control())
            .take(LONGEST)
            .collect();
        let after = &place(&wanted.after).unwrap_or(Place::start());
        let (text, filter, now) = (text.as_str(), wanted.filter.as_str(), self.now());
        let limit = i64::try_from(PAGE).unwrap_or(i64::MAX).saturating_add(1);
        let found: Result<_, Error> = self
            .db
            .read("find_accounts", |tx| async move {
                search(&tx, text, filter, after, limit, now).await
            })
            .await;
        let mut lines = found?;
        let more = lines.len() > PAGE;
        lines.truncate(PAGE);
        let next = lines
            .last()
            .filter(|_| more)
            .map(|last| written(&last.place()));
        Ok(FoundAccounts {
            accounts: lines
                .into_iter()
                .map(|line| FoundAccount::of(line, now))
                .collect(),
            next,
        })
    }

    /// The address of an account.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn address_of(&self, account: AccountId) -> Result<Option<String>, Fault> {
        let found: Result<_, Error> = self
            .db
            .read("address_of", |tx| async move {
                repo::account::load(&tx, account).await
            })
            .await;
        Ok(found?.map(|account| account.address))
    }
}

fn written(place: &Place) -> String {
    let bytes = [place.account.as_bytes(), place.address.as_slice()].concat();
    HEXLOWER.encode(&bytes)
}

fn place(text: &str) -> Option<Place> {
    let bytes = HEXLOWER.decode(text.as_bytes()).ok()?;
    let (account, address) = bytes.split_first_chunk::<16>()?;
    Some(Place {
        address: address.to_vec(),
        account: AccountId::from_bytes(*account),
    })
}

#[cfg(test)]
mod tests {
    use super::{AccountFilter, place, written};
    use counterfoil_model::AccountId;
    use counterfoil_store::repo::desk::accounts::Place;

    #[test]
    fn a_place_in_the_list_comes_back_from_its_text() {
        let here = Place {
            address: b"alice@example.org".to_vec(),
            account: AccountId::from_bytes([7; 16]),
        };
        assert_eq!(place(&written(&here)), Some(here));
        for none in ["", "00", "zz", &"0".repeat(31)] {
            assert_eq!(place(none), None, "{none}");
        }
    }

    #[test]
    fn a_filter_comes_back_from_its_text() {
        for filter in AccountFilter::EVERY {
            assert_eq!(AccountFilter::parse(filter.as_str()), Some(filter));
        }
        assert_eq!(AccountFilter::parse("everybody"), None);
    }
}
