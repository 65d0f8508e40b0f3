//! Postfix 3.x: who may send asks Dovecot, and how much asks Counterfoil.

use super::{Fragment, Installation, ReturnPath, Sasl};
use zeroize::Zeroizing;

/// Goes to the end of main.cf.
pub(super) fn main(at: &Installation) -> Fragment {
    let path = match at.sasl {
        Sasl::Unix => "private/auth".to_owned(),
        Sasl::Inet(address) => format!("inet:{address}"),
    };
    let policy = &at.sending_policy;
    let returns = at.returns.as_ref().map(coming_back).unwrap_or_default();
    let text = format!(
        "# Counterfoil for Postfix, written by `counterfoil mail setup`.

# Passwords and tokens are Dovecot's affair, and Dovecot asks Counterfoil.
smtpd_sasl_type = dovecot
smtpd_sasl_path = {path}

# How much an account sends is Counterfoil's affair. When it doesn't answer, the program that sends is told to try again later.
counterfoil_sending_policy = check_policy_service {{ inet:{policy}, timeout=10s, {{ default_action = 451 4.3.5 Try again later }} }}

# Without a map of who may use which sender, everybody who signed in may send as anybody. Where addresses are logins, this
# one line in a file of its own is such a map:
#   /^(.+)$/ ${{1}}
# Try it with `postmap -q alice@example.org regexp:/etc/postfix/counterfoil-senders`, take the # away here, and the one
# before smtpd_sender_restrictions in master.cf.
#smtpd_sender_login_maps = regexp:/etc/postfix/counterfoil-senders
{returns}"
    );
    Fragment {
        file: "postfix/main.cf",
        mode: 0o644,
        text: Zeroizing::new(text),
        place: "add to the end of /etc/postfix/main.cf, and take older smtpd_sasl_type and smtpd_sasl_path out".into(),
    }
}

/// The services for mail programs, to stand in master.cf in the place of older ones.
pub(super) fn master() -> Fragment {
    let options = "  -o smtpd_sasl_auth_enable=yes
  -o smtpd_tls_auth_only=yes
  -o smtpd_client_restrictions=
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
  -o smtpd_recipient_restrictions=
#  -o smtpd_sender_restrictions=reject_sender_login_mismatch
  -o smtpd_end_of_data_restrictions=$counterfoil_sending_policy
  -o milter_macro_daemon_name=ORIGINATING
";
    let text = format!(
        "# Counterfoil for Postfix, written by `counterfoil mail setup`: where mail programs send.
# Port 25 asks nobody for a password and needs nothing of this.
submission inet n - y - - smtpd
  -o syslog_name=postfix/submission
  -o smtpd_tls_security_level=encrypt
{options}submissions inet n - y - - smtpd
  -o syslog_name=postfix/submissions
  -o smtpd_tls_wrappermode=yes
{options}"
    );
    Fragment {
        file: "postfix/master.cf",
        mode: 0o644,
        text: Zeroizing::new(text),
        place:
            "put into /etc/postfix/master.cf in the place of submission and submissions (or smtps)"
                .into(),
    }
}

/// What leads to [`returns`], in main.cf.
fn coming_back(to: &ReturnPath) -> String {
    format!(
        "
# Notices that come back. Each has a return path of its own, which says what it is about; Counterfoil takes them and tells the
# owner whom it couldn't reach. Postfix must take mail for {}, and then it takes these too. If there is another
# transport_maps, put this file before the others of it.
recipient_delimiter = +
transport_maps = regexp:$config_directory/counterfoil-returns
",
        to.address
    )
}

/// Which addresses are return paths of ours.
pub(super) fn returns(to: &ReturnPath) -> Fragment {
    let (local, domain) = to.address.rsplit_once('@').unwrap_or((&to.address, ""));
    let text = format!(
        "# Counterfoil for Postfix, written by `counterfoil mail setup`: notices that come back.
/^{}\\+[a-z2-7]{{42}}@{}$/ lmtp:{}
",
        literally(local),
        literally(domain),
        to.next_hop
    );
    Fragment {
        file: "postfix/counterfoil-returns",
        mode: 0o644,
        text: Zeroizing::new(text),
        place: "copy to /etc/postfix/counterfoil-returns".into(),
    }
}

/// A text in a regular expression that stands for itself.
fn literally(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let plain = c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '@') || !c.is_ascii();
            (!plain).then_some('\\').into_iter().chain([c])
        })
        .collect()
}
