//! Dovecot 2.3: one file to include and one for each of the two databases.

use super::{DOVECOTS_NAME, Fragment, Installation, NO_PENALTY, basic, doveadm, sasl};
use secrecy::ExposeSecret;
use zeroize::Zeroizing;

pub(super) fn fragments(at: &Installation) -> Vec<Fragment> {
    vec![main(at), tokens(at), passwords(at)]
}

fn main(at: &Installation) -> Fragment {
    let dir = &at.dovecot_dir;
    let (policy, header) = (&at.policy_url, basic(&at.policy_secret));
    let nonce = at.policy_nonce.expose_secret();
    let (doveadm, sasl) = (doveadm(at, "address"), sasl(at, "address"));
    let text = format!(
        "# Counterfoil for Dovecot 2.3, written by `counterfoil mail setup`. Holds secrets: readable by root only.
#
# These two must be the only passdb blocks. Look at `doveconf -n passdb` and take every other one out, above all
# `!include auth-*.conf.ext` in conf.d/10-auth.conf. Keep your userdb; a userdb of the driver prefetch needs another in its
# place. Then run `counterfoil mail doctor`.

auth_mechanisms = plain login xoauth2 oauthbearer

# Tokens of programs that sign in with Counterfoil, as webmail does.
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {dir}/counterfoil-tokens.conf.ext
  result_failure = return-fail
  result_internalfail = return-fail
}}

# App passwords.
passdb {{
  driver = oauth2
  mechanisms = plain login
  args = {dir}/counterfoil-passwords.conf.ext
  result_failure = return-fail
  result_internalfail = return-fail
}}

# A password that is remembered works after it was taken away.
auth_cache_size = 0

# No password in the log, whatever else is debugged.
auth_verbose_passwords = no
auth_debug_passwords = no

# Who signs in, from where and with which program: what owners see under Activity.
imap_id_retain = yes
auth_policy_server_url = {policy}
auth_policy_server_api_header = Authorization: {header}
auth_policy_server_timeout_msecs = 2000
auth_policy_hash_mech = sha256
auth_policy_hash_nonce = {nonce}
auth_policy_hash_truncate = 0
auth_policy_check_before_auth = yes
auth_policy_check_after_auth = yes
auth_policy_report_after_auth = yes
# The databases above refuse when Counterfoil is down. The policy need not do it again.
auth_policy_reject_on_fail = no
auth_policy_request_attributes = login=%{{requested_username}} pwhash=%{{hashed_password}} remote=%{{rip}} \
device_id=%{{client_id}} protocol=%s session_id=%{{session}} attrs/lip=%{{lip}} attrs/mech=%m attrs/rport=%{{rport}} \
attrs/real_rip=%{{real_rip}} attrs/local_name=%{{local_name}} attrs/ssl=%k

# Dovecot's own penalty counts by address, and everybody in webmail has the same. Counterfoil counts by account and network.
{NO_PENALTY}
# Postfix asks here whether somebody may send.
{sasl}
{}",
        *doveadm,
        header = *header,
    );
    Fragment {
        file: "dovecot/99-counterfoil.conf",
        mode: 0o600,
        text: Zeroizing::new(text),
        place: format!(
            "copy to {dir}/conf.d/, and take every other passdb out (`doveconf -n passdb` lists them)"
        ),
    }
}

fn tokens(at: &Installation) -> Fragment {
    let text = format!(
        "# Counterfoil for Dovecot 2.3: is this token alive, and whose is it? Holds a secret: readable by root only.
introspection_mode = post
introspection_url = {url}
client_id = {DOVECOTS_NAME}
client_secret = {secret}
username_attribute = email
scope = mail
openid_configuration_url = {openid}
{HTTP}",
        url = at.introspection_url,
        secret = at.gateway_secret.expose_secret(),
        openid = at.openid_configuration_url,
    );
    Fragment {
        file: "dovecot/counterfoil-tokens.conf.ext",
        mode: 0o600,
        text: Zeroizing::new(text),
        place: format!("copy to {}/", at.dovecot_dir),
    }
}

fn passwords(at: &Installation) -> Fragment {
    let text = format!(
        "# Counterfoil for Dovecot 2.3: is this an app password, and whose? Holds a secret: readable by root only.
grant_url = {grant}
introspection_mode = post
introspection_url = {url}
client_id = {DOVECOTS_NAME}
client_secret = {secret}
use_grant_password = yes
username_attribute = email
{HTTP}",
        grant = at.grant_url,
        url = at.introspection_url,
        secret = at.gateway_secret.expose_secret(),
    );
    Fragment {
        file: "dovecot/counterfoil-passwords.conf.ext",
        mode: 0o600,
        text: Zeroizing::new(text),
        place: format!("copy to {}/", at.dovecot_dir),
    }
}

/// Without a time-out Dovecot waits for ever; with one connection, its default, everybody waits for everybody.
const HTTP: &str = "send_auth_headers = yes
timeout_msecs = 3000
max_parallel_connections = 32
";
