//! An app password, shown this once, with everything a mail program asks for.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;
use counterfoil_service::app_password::MadeAppPassword;
use std::fmt;
use zeroize::Zeroize;

/// The page, in answer to making one. No path of its own: there is no second look.
#[derive(Debug, Template)]
#[template(path = "page/app_password_made.html")]
pub struct AppPasswordMade {
    /// The frame.
    pub frame: Frame,
    /// What it is called.
    pub label: String,
    /// Its text.
    pub secret: Shown,
    /// The user name that goes with it.
    pub login: String,
    /// Where programs read and send, with how the connection is made; empty where the operator didn't say.
    pub servers: Vec<(String, String)>,
}

/// An app password on its way to a mail program: groups of four.
pub struct Shown(Vec<String>);

/// A server as a mail program asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailServer {
    /// Its name.
    pub name: String,
    /// 993 and 465 begin with TLS, every other port switches to it.
    pub port: u16,
}

/// What owners type into a mail program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailServers {
    /// For reading.
    pub imap: Option<MailServer>,
    /// For sending.
    pub smtp: Option<MailServer>,
}

impl AppPasswordMade {
    pub(super) fn of(frame: Frame, made: &MadeAppPassword, servers: Option<&MailServers>) -> Self {
        let line = |server: &MailServer| {
            let id = if matches!(server.port, 993 | 465) {
                "mail-made-tls"
            } else {
                "mail-made-starttls"
            };
            frame.two(id, "name", &server.name, "port", server.port.to_string())
        };
        let imap = servers.and_then(|servers| servers.imap.as_ref());
        let smtp = servers.and_then(|servers| servers.smtp.as_ref());
        let named = [("mail-made-imap", imap), ("mail-made-smtp", smtp)];
        Self {
            servers: named
                .into_iter()
                .filter_map(|(id, server)| Some((frame.text(id), line(server?))))
                .collect(),
            label: made.label.clone(),
            secret: Shown(made.text.split('-').map(str::to_owned).collect()),
            login: made.login.clone(),
            frame,
        }
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shown(…)")
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
impl super::samples::Sample for AppPasswordMade {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_model::app_password::Scopes;
        let made = || MadeAppPassword {
            text: zeroize::Zeroizing::new("ABCD-EFGH-IJKM-NPQR-STUV-WXYZ-2345".into()),
            login: "alice@example.org".into(),
            label: "Alice's phone".into(),
            scopes: Scopes::parse("imap").unwrap(),
            expires_at: None,
        };
        let server = |name: &str, port| {
            Some(MailServer {
                name: name.into(),
                port,
            })
        };
        let servers = MailServers {
            imap: server("mail.example.org", 993),
            smtp: server("mail.example.org", 587),
        };
        vec![
            ("servers", Self::of(frame.clone(), &made(), Some(&servers))),
            ("alone", Self::of(frame.clone(), &made(), None)),
        ]
    }
}
