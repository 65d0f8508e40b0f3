//! Configuration for the mail software: complete fragments that hold the secrets of this installation, one file each.
//!
//! What they say follows from what the programs were seen to do. A refusal or a failure of ours ends a sign-in
//! (`return-fail`), nothing is remembered (`auth_cache_size = 0`), and no other database is asked.

mod dovecot_2_3;
mod dovecot_2_4;
mod postfix;
mod roundcube;

use std::fmt;
use std::net::SocketAddr;

use data_encoding::BASE64;
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

/// The name by which Dovecot signs in to the gateway.
pub const DOVECOTS_NAME: &str = "dovecot";

/// Which generation of Dovecot; their configurations are different languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dovecot {
    /// 2.3: Debian 12.
    V2_3,
    /// 2.4: Debian 13.
    V2_4,
}

/// Where Postfix asks Dovecot whether somebody may send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sasl {
    /// A socket in Postfix's queue directory, as Debian's Postfix finds it.
    Unix,
    /// An address of this machine.
    Inet(SocketAddr),
}

/// Where the mail software asks us and we ask it.
#[derive(Clone, Debug)]
pub struct Installation {
    /// The gateway's introspection: scheme, host, port and path.
    pub introspection_url: String,
    /// The gateway's password grant.
    pub grant_url: String,
    /// The gateway's policy, as Dovecot appends `?command=allow` to it.
    pub policy_url: String,
    /// The public discovery document, for mail programs that know OAuth.
    pub openid_configuration_url: String,
    /// Where Dovecot's doveadm listens for us: an address or `*`, and a port. `None` when nothing is cut off.
    pub doveadm: Option<(String, u16)>,
    /// Where Postfix asks whether mail may leave: host and port.
    pub sending_policy: String,
    /// Where Postfix hands us what comes back; `None` when nobody listens.
    pub returns: Option<ReturnPath>,
    /// Where Postfix asks Dovecot.
    pub sasl: Sasl,
    /// The directory in which Dovecot finds what is written here.
    pub dovecot_dir: String,
    /// By which introspection and grant are known.
    pub gateway_secret: SecretString,
    /// By which the policy is known.
    pub policy_secret: SecretString,
    /// Under the fingerprints of passwords in policy requests.
    pub policy_nonce: SecretString,
    /// doveadm's key.
    pub doveadm_secret: SecretString,
}

/// Mails that came back, and who takes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnPath {
    /// The address before each notice's token is put in.
    pub address: String,
    /// Where we take them, as Postfix writes it: `inet:127.0.0.1:8424`, `unix:/run/counterfoil/bounces`.
    pub next_hop: String,
}

/// A webmail that signs people in with us.
#[derive(Clone, Debug)]
pub struct Webmail {
    /// Where people are sent.
    pub authorization_url: String,
    /// Where codes become tokens.
    pub token_url: String,
    /// Who somebody is.
    pub userinfo_url: String,
    /// What owners call our service; stands on the button.
    pub service_name: String,
    /// Its `client_id` here.
    pub client_id: String,
    /// Its secret here.
    pub client_secret: SecretString,
}

/// One file for the mail software.
pub struct Fragment {
    /// Its name below the output directory.
    pub file: &'static str,
    /// Its mode: who may read the secrets in it.
    pub mode: u32,
    /// Its text.
    pub text: Zeroizing<String>,
    /// Where it goes, and what to do there.
    pub place: String,
}

impl fmt::Debug for Fragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fragment({}, {:o})", self.file, self.mode)
    }
}

/// For Dovecot.
#[must_use]
pub fn for_dovecot(generation: Dovecot, at: &Installation) -> Vec<Fragment> {
    match generation {
        Dovecot::V2_3 => dovecot_2_3::fragments(at),
        Dovecot::V2_4 => vec![dovecot_2_4::fragment(at)],
    }
}

/// For Postfix.
#[must_use]
pub fn for_postfix(at: &Installation) -> Vec<Fragment> {
    let returns = at.returns.as_ref().map(postfix::returns);
    [postfix::main(at), postfix::master()]
        .into_iter()
        .chain(returns)
        .collect()
}

/// For Roundcube 1.6.
#[must_use]
pub fn for_roundcube(webmail: &Webmail) -> Vec<Fragment> {
    vec![roundcube::fragment(webmail)]
}

/// The value of an `Authorization` header (RFC 7617).
pub(crate) fn basic(secret: &SecretString) -> Zeroizing<String> {
    let pair = Zeroizing::new(format!("{DOVECOTS_NAME}:{}", secret.expose_secret()));
    Zeroizing::new(format!("Basic {}", BASE64.encode(pair.as_bytes())))
}

/// The listener for doveadm over HTTP, and its key. The two generations name the address differently.
fn doveadm(at: &Installation, address_setting: &str) -> Zeroizing<String> {
    let Some((ip, port)) = &at.doveadm else {
        return Zeroizing::new(
            "# mail.doveadm is not in Counterfoil's configuration: connections are not cut off, filters are not shown.\n".into(),
        );
    };
    let key = at.doveadm_secret.expose_secret();
    Zeroizing::new(format!(
        "# Counterfoil ends connections and shows mail filters through this. The key opens every mailbox.
doveadm_api_key = {key}
service doveadm {{
  inet_listener http {{
    {address_setting} = {ip}
    port = {port}
  }}
}}
"
    ))
}

/// Where Postfix asks Dovecot.
fn sasl(at: &Installation, address_setting: &str) -> String {
    match at.sasl {
        Sasl::Unix => "service auth {
  unix_listener /var/spool/postfix/private/auth {
    mode = 0660
    user = postfix
    group = postfix
  }
}
"
        .into(),
        Sasl::Inet(address) => format!(
            "service auth {{
  inet_listener counterfoil-sasl {{
    {address_setting} = {}
    port = {}
  }}
}}
",
            address.ip(),
            address.port()
        ),
    }
}

/// Dovecot counts failures by address and lets everybody behind one webmail wait; Counterfoil counts by account and network.
const NO_PENALTY: &str = "service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
";
