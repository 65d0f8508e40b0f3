//! Parameters of a query or a form (RFC 6749, section 3.1): none twice, and empty is as good as absent.

use std::fmt;
use zeroize::Zeroizing;

/// Names and values in the order they came. Wiped on drop; `Debug` shows names only.
#[derive(Clone, Default)]
pub struct Parameters(Vec<(String, Zeroizing<String>)>);

/// A parameter came twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a parameter came twice")]
pub struct Repeated;

impl Parameters {
    /// Reads `application/x-www-form-urlencoded`. Every input is some list.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let pairs = url::form_urlencoded::parse(bytes)
            .map(|(name, value)| (name.into_owned(), Zeroizing::new(value.into_owned())));
        Self(pairs.collect())
    }

    /// A parameter's value; `None` when it is absent or empty.
    ///
    /// # Errors
    /// [`Repeated`].
    pub fn one(&self, name: &str) -> Result<Option<&str>, Repeated> {
        let mut values = self.0.iter().filter(|(own, _)| own == name);
        let value = values.next();
        if values.next().is_some() {
            return Err(Repeated);
        }
        Ok(value
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty()))
    }
}

impl fmt::Debug for Parameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.0.iter().map(|(name, _)| name))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn empty_is_absent_and_twice_is_refused() {
        let read = Parameters::read(b"a=1&b=&c=x+y%20z&d=1&d=2");
        assert_eq!(read.one("a"), Ok(Some("1")));
        assert_eq!(read.one("b"), Ok(None));
        assert_eq!(read.one("c"), Ok(Some("x y z")));
        assert_eq!(read.one("d"), Err(Repeated));
        assert_eq!(read.one("e"), Ok(None));
        assert_eq!(format!("{read:?}"), "{\"a\", \"b\", \"c\", \"d\", \"d\"}");
    }

    proptest! {
        #[test]
        fn any_bytes_are_some_parameters(bytes: Vec<u8>) {
            let _ = Parameters::read(&bytes).one("client_id");
        }

        #[test]
        fn what_is_sent_is_read(value in "\\PC+") {
            let sent = url::form_urlencoded::Serializer::new(String::new()).append_pair("state", &value).finish();
            let read = Parameters::read(sent.as_bytes());
            prop_assert_eq!(read.one("state"), Ok(Some(value.as_str())));
        }
    }
}
