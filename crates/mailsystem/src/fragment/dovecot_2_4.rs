//! Dovecot 2.4: one file to include.

use super::{DOVECOTS_NAME, Fragment, Installation, NO_PENALTY, basic, doveadm, sasl};
use secrecy::ExposeSecret;
use zeroize::Zeroizing;

pub(super) fn fragment(at: &Installation) -> Fragment {
    let (introspection, grant, policy) = (&at.introspection_url, &at.grant_url, &at.policy_url);
    let openid = &at.openid_configuration_url;
    let (secret, nonce) = (
        at.gateway_secret.expose_secret(),
        at.policy_nonce.expose_secret(),
    );
    // This generation sends no client secret to introspection; what is in the address becomes a header.
    let introspection =
        Zeroizing::new(introspection.replacen("://", &format!("://{DOVECOTS_NAME}:{secret}@"), 1));
    let header = basic(&at.policy_secret);
    let (doveadm, sasl) = (doveadm(at, "listen"), sasl(at, "listen"));
    let text = format!(
        "# Counterfoil for Dovecot 2.4, written by `counterfoil mail setup`. Holds secrets: readable by root only.
#
# The passdb in here must be the only one. Look at `doveconf -n` and take every other one out, above all
# `!include auth-*.conf.ext` in conf.d/10-auth.conf. Keep your userdb; a userdb of the driver prefetch needs another in its
# place. Then run `counterfoil mail doctor`.

auth_mechanisms {{
  plain = yes
  login = yes
  xoauth2 = yes
  oauthbearer = yes
}}

# Tokens of programs that sign in with Counterfoil, as webmail does.
oauth2 {{
  introspection_mode = post
  introspection_url = {introspection}
  client_id = {DOVECOTS_NAME}
  client_secret = {secret}
  username_attribute = email
  # Without these two a reply that doesn't say whether the token lives would do.
  active_attribute = active
  active_value = true
  scope = mail
  send_auth_headers = yes
  openid_configuration_url = {openid}
  http_client_request_absolute_timeout = 3s
}}

# App passwords.
passdb oauth2 {{
  mechanisms_filter = plain login
  result_failure = return-fail
  result_internalfail = return-fail
  oauth2 {{
    grant_url = {grant}
    introspection_mode = post
    introspection_url = {introspection}
    client_id = {DOVECOTS_NAME}
    client_secret = {secret}
    username_attribute = email
    active_attribute = active
    active_value = true
    send_auth_headers = yes
    http_client_request_absolute_timeout = 3s
  }}
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
auth_policy_hash_mech = sha256
auth_policy_hash_nonce = {nonce}
auth_policy_hash_truncate = 0
auth_policy_check_before_auth = yes
auth_policy_check_after_auth = yes
auth_policy_report_after_auth = yes
# The database above refuses when Counterfoil is down. The policy need not do it again.
auth_policy_reject_on_fail = no

# Dovecot's own penalty counts by address, and everybody in webmail has the same. Counterfoil counts by account and network.
{NO_PENALTY}
# Postfix asks here whether somebody may send.
{sasl}
{doveadm}",
        introspection = *introspection,
        header = *header,
        doveadm = *doveadm,
    );
    Fragment {
        file: "dovecot/99-counterfoil.conf",
        mode: 0o600,
        text: Zeroizing::new(text),
        place: format!(
            "copy to {}/conf.d/, and take every other passdb out (`doveconf -n` lists them)",
            at.dovecot_dir
        ),
    }
}
