//! Roundcube 1.6: signs people in here, and opens IMAP, SMTP and `ManageSieve` with the token it got.

use super::{Fragment, Webmail};
use secrecy::ExposeSecret;
use zeroize::Zeroizing;

pub(super) fn fragment(webmail: &Webmail) -> Fragment {
    let name = quoted(&webmail.service_name);
    let text = format!(
        "<?php
// Counterfoil for Roundcube 1.6, written by `counterfoil mail setup`. Holds a secret: readable by root and the web server only.
//
// Every page that needs mail brings a token; Roundcube uses it (XOAUTH2) for IMAP, SMTP and ManageSieve by itself.
// It needs smtp_user '%u' and smtp_pass '%p', which are its defaults: take others out of config.inc.php.

// Any value switches OAuth on.
$config['oauth_provider'] = 'generic';
$config['oauth_provider_name'] = {name};
$config['oauth_client_id'] = {client};
$config['oauth_client_secret'] = {secret};
$config['oauth_auth_uri'] = {authorization};
$config['oauth_token_uri'] = {token};
$config['oauth_identity_uri'] = {userinfo};
$config['oauth_scope'] = 'openid email mail offline_access';
// What mail is opened as: the login, which need not be the address.
$config['oauth_identity_fields'] = ['preferred_username', 'email'];
// Nobody types a password into Roundcube any more.
$config['oauth_login_redirect'] = true;
$config['smtp_user'] = '%u';
$config['smtp_pass'] = '%p';
",
        client = quoted(&webmail.client_id),
        secret = quoted(webmail.client_secret.expose_secret()),
        authorization = quoted(&webmail.authorization_url),
        token = quoted(&webmail.token_url),
        userinfo = quoted(&webmail.userinfo_url),
    );
    Fragment {
        file: "roundcube/counterfoil.inc.php",
        mode: 0o640,
        text: Zeroizing::new(text),
        place:
            "copy to /etc/roundcube/ for the group www-data, and add to the end of config.inc.php: \
                include '/etc/roundcube/counterfoil.inc.php';"
                .into(),
    }
}

/// A string of PHP between single quotation marks, in which only these two characters mean something.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}
