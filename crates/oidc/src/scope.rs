//! Scopes: what an app may do, from a list of our own.

use std::fmt;

/// One thing an app may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// An ID token (OpenID Connect Core, section 3.1.2.1).
    OpenId,
    /// Name and login name.
    Profile,
    /// The address.
    Email,
    /// Reading and sending mail; only for apps that are marked for it.
    Mail,
    /// A refresh token (OpenID Connect Core, section 11).
    OfflineAccess,
    /// Freezing the account.
    Freeze,
}

impl Scope {
    /// Every one, in the order in which they are written.
    pub const ALL: [Self; 6] = [
        Self::OpenId,
        Self::Profile,
        Self::Email,
        Self::Mail,
        Self::OfflineAccess,
        Self::Freeze,
    ];

    /// Its name in requests, answers and storage.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenId => "openid",
            Self::Profile => "profile",
            Self::Email => "email",
            Self::Mail => "mail",
            Self::OfflineAccess => "offline_access",
            Self::Freeze => "freeze",
        }
    }

    const fn bit(self) -> u8 {
        match self {
            Self::OpenId => 1,
            Self::Profile => 2,
            Self::Email => 4,
            Self::Mail => 8,
            Self::OfflineAccess => 16,
            Self::Freeze => 32,
        }
    }
}

/// A set of scopes.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Scopes(u8);

impl Scopes {
    /// None.
    pub const NONE: Self = Self(0);

    /// Reads a list with spaces between (RFC 6749, section 3.3). Names that aren't ours are left out: an app may ask for
    /// what we don't know, and reads in the answer what it got.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Scope::ALL
            .into_iter()
            .filter(|scope| text.split(' ').any(|name| name == scope.name()))
            .collect()
    }

    /// With one more.
    #[must_use]
    pub const fn with(self, scope: Scope) -> Self {
        Self(self.0 | scope.bit())
    }

    /// Without one.
    #[must_use]
    pub const fn without(self, scope: Scope) -> Self {
        Self(self.0 & !scope.bit())
    }

    /// Whether it is among them.
    #[must_use]
    pub const fn contains(self, scope: Scope) -> bool {
        self.0 & scope.bit() != 0
    }

    /// Whether all of these are among those.
    #[must_use]
    pub const fn within(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of them, in the order of [`Scope::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL
            .into_iter()
            .filter(move |scope| self.contains(*scope))
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        scopes.into_iter().fold(Self::NONE, Self::with)
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, scope) in self.iter().enumerate() {
            let gap = if place == 0 { "" } else { " " };
            write!(f, "{gap}{}", scope.name())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scopes({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_ours_is_left_out() {
        assert_eq!(
            Scopes::read("openid address  mail MAIL openid").to_string(),
            "openid mail"
        );
        assert!(Scopes::read("").is_empty());
        assert!(Scopes::read("mailbox Mail\tmail").is_empty());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(bits in 0_u8..64) {
            let set = Scopes(bits);
            prop_assert_eq!(Scopes::read(&set.to_string()), set);
            prop_assert!(set.within(set));
            prop_assert_eq!(set.without(Scope::Mail).contains(Scope::Mail), false);
        }

        #[test]
        fn any_text_is_some_set(text in ".*") {
            let set = Scopes::read(&text);
            prop_assert_eq!(Scopes::read(&set.to_string()), set);
        }
    }
}
