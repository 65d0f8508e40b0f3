//! Who we are to passkeys: the host of the public address. Another host has other passkeys.

use counterfoil_model::passkey::relying_party;
use url::Url;
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// The relying party, where browsers allow passkeys at the public address.
pub(crate) struct RelyingParty(Option<Webauthn>);

impl RelyingParty {
    /// For this public address: scheme, host and port.
    pub(crate) fn at(origin: &str, name: &str) -> Self {
        Self(webauthn(origin, name))
    }

    /// What makes and judges ceremonies, if there are any.
    pub(crate) const fn webauthn(&self) -> Option<&Webauthn> {
        self.0.as_ref()
    }
}

fn webauthn(origin: &str, name: &str) -> Option<Webauthn> {
    let origin = Url::parse(origin).ok()?;
    let host = relying_party(origin.scheme() == "https", origin.host_str()?)?;
    let builder = WebauthnBuilder::new(host, &origin).ok()?;
    builder.rp_name(name).build().ok()
}

#[cfg(test)]
mod tests {
    use super::RelyingParty;

    #[test]
    fn an_address_that_can_have_passkeys_has_a_relying_party() {
        let can = |origin| {
            RelyingParty::at(origin, "Example Mail")
                .webauthn()
                .is_some()
        };
        assert!(can("https://account.example.org"));
        assert!(can("http://localhost:8080"));
        assert!(!can("http://account.example.org"));
        assert!(!can("http://127.0.0.1:8080"));
        assert!(!can("https://[2001:db8::1]"));
    }
}
