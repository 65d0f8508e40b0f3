//! The port to whatever knows where addresses are.

use std::collections::BTreeMap;
use std::net::IpAddr;

/// A country.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Country {
    /// Its code (ISO 3166-1), in capitals.
    pub code: String,
    /// Its name by language, as BCP 47 tags.
    pub names: BTreeMap<String, String>,
}

/// Where an address is, as far as that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// In which country.
    pub country: Option<Country>,
    /// Whose network it is: "Example Net (AS64496)".
    pub network: Option<String>,
}

/// Whatever knows where addresses are.
pub trait Places: Send + Sync {
    /// Where this one is.
    fn of(&self, address: IpAddr) -> Place;
}

impl Country {
    /// Its name in a language, in English, or its code.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        let wanted = [language, "en"];
        let mut names = wanted.iter().filter_map(|tag| self.names.get(*tag));
        names.next().map_or(self.code.as_str(), String::as_str)
    }
}
