//! Roundcube as a client of ours: registered once, with a secret that only its fragment holds.

use super::Setup;
use crate::assembly;
use crate::command::Failure;
use crate::config::Config;
use counterfoil_mailsystem::fragment::{Fragment, Webmail, for_roundcube};
use counterfoil_oidc::{Algorithm, Client};
use counterfoil_service::App;
use counterfoil_web::oidc::Endpoint;
use secrecy::{ExposeSecret, SecretString};
use std::io::{self, Write};
use std::path::Path;
use url::Url;
use zeroize::Zeroizing;

/// Its `client_id`.
const ID: &str = "roundcube";
/// What stands before the secret in the fragment.
const SECRET: &str = "$config['oauth_client_secret'] = '";

/// The fragment, once Roundcube is registered; `None` when it is and its secret is lost, which was said then.
pub(super) async fn fragments(
    setup: &Setup,
    config: &Config,
    webmail: &Url,
) -> Result<Option<Vec<Fragment>>, Failure> {
    let app = assembly::app(config).await?;
    let Some(client_secret) = register(setup, &app, webmail).await? else {
        return Ok(None);
    };
    let issuer = config.public_url.as_str().trim_end_matches('/');
    let url = |endpoint: Endpoint| format!("{issuer}{}", endpoint.path());
    Ok(Some(for_roundcube(&Webmail {
        authorization_url: url(Endpoint::Authorize),
        token_url: url(Endpoint::Token),
        userinfo_url: url(Endpoint::UserInfo),
        service_name: config.service_name.clone(),
        client_id: ID.into(),
        client_secret,
    })))
}

/// Its secret: a new one, or the one that the fragment of an earlier run holds.
async fn register(
    setup: &Setup,
    app: &App,
    webmail: &Url,
) -> Result<Option<SecretString>, Failure> {
    let wanted = client(webmail);
    let mut out = io::stdout();
    if let Some(known) = app.client(ID).await? {
        let held = held(&setup.out);
        let fits = |secret: &SecretString| {
            let hash = known.secret.as_ref();
            hash.is_some_and(|hash| hash.matches(secret.expose_secret()))
        };
        let same_place = known.redirect_uris == wanted.redirect_uris;
        if same_place && let Some(held) = held.filter(fits) {
            return Ok(Some(held));
        }
        if !setup.force {
            let why = if same_place {
                "its secret is not in the output directory"
            } else {
                "it stands at another address"
            };
            writeln!(
                out,
                "differs\tclient {ID}\tis registered already, and {why}; --force registers it anew, and its people sign in again"
            )?;
            return Ok(None);
        }
        if !app.remove_client(ID).await? {
            return Err(format!(
                "the client {ID} stands in the configuration file; take it out there, or configure Roundcube by hand"
            )
            .into());
        }
    }
    let address = wanted.redirect_uris.join(" ");
    let secret = app.add_client(wanted, true).await?;
    let secret = secret.ok_or("a client was registered without a secret")?;
    writeln!(out, "registered\tclient {ID}\t{address}")?;
    Ok(Some(SecretString::from(secret.as_str())))
}

/// Roundcube 1.6: it keeps a secret, knows no PKCE, and checks no signature.
fn client(webmail: &Url) -> Client {
    let base = webmail.as_str().trim_end_matches('/');
    Client {
        id: ID.into(),
        name: "Webmail".into(),
        secret: None,
        redirect_uris: vec![format!("{base}/index.php/login/oauth")],
        post_logout_redirect_uris: vec![format!("{base}/")],
        back_channel_logout_uri: None,
        mail: true,
        pkce_optional: true,
        signing: Algorithm::Rs256,
    }
}

/// The secret in the fragment of an earlier run.
fn held(out: &Path) -> Option<SecretString> {
    let text = std::fs::read_to_string(out.join("roundcube/counterfoil.inc.php")).ok()?;
    let text = Zeroizing::new(text);
    let (_, behind) = text.split_once(SECRET)?;
    let (secret, _) = behind.split_once('\'')?;
    Some(SecretString::from(secret))
}
