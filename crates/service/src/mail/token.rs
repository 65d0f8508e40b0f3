//! An app reads or sends mail with a token.

use super::access::{Access, Credential};
use crate::App;
use crate::openid::MailToken;
use counterfoil_model::{MailProtocol, Network};
use std::net::{IpAddr, Ipv4Addr};

impl App {
    /// Notes that a live token was used for a service of the mail software. A webmail comes from this very machine, and with a
    /// new connection at every click: what counts is the browser that signed in, and that is told already. A token that turns up
    /// elsewhere is news.
    pub fn note_mail_token(&self, token: &MailToken, service: &str, remote: Option<IpAddr>) {
        let Some(protocol) = MailProtocol::of_service(service) else {
            return;
        };
        let signed_in_from = token.network.parse().ok();
        let elsewhere = remote.filter(|remote| !remote.is_loopback());
        let remote = elsewhere
            .or(signed_in_from)
            .unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
        self.mail_recorder.note(Access {
            account: token.account,
            credential: Credential::Grant(token.grant),
            label: token.client_name.clone(),
            protocol,
            remote,
            at: self.now(),
            is_news: signed_in_from.is_some_and(|at| Network::of(at) != Network::of(remote)),
        });
    }
}
