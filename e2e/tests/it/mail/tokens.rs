//! Tokens at the doors of the mail software: those of a mail app open the mailbox, those of another app don't.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};

use counterfoil_e2e::mail_client::{Imap, Smtp};
use counterfoil_e2e::mail_system::Ports;
use counterfoil_e2e::{Lab, Setup};

use super::owner::Owner;

const CAROL: &str = "carol@example.org";

#[tokio::test]
async fn a_token_opens_mail_where_its_app_is_a_mail_app_and_only_its_owners() {
    let mut lab = Lab::start(Setup::default(), Ports::free());
    lab.start_sending();
    lab.has_accounts(&[(CAROL, "a lantern on the pier")]);
    let carol = Owner::returns(&lab, CAROL, "a lantern on the pier").await;

    let token = token_of(&carol, "mailer", &["--mail"], "openid+email+mail").await;
    let (imap, submission) = (lab.ports.imap, lab.ports.submission);
    Imap::connect(imap)
        .xoauth2(CAROL, &token)
        .is_yes("XOAUTH2 over IMAP");
    Imap::connect(imap)
        .oauthbearer(CAROL, &token)
        .is_yes("OAUTHBEARER over IMAP");
    Smtp::connect(submission)
        .xoauth2(CAROL, &token)
        .is_yes("XOAUTH2 over SMTP");
    Imap::connect(imap)
        .xoauth2("bob@example.org", &token)
        .is_no("a token for somebody else");
    Imap::connect(imap)
        .log_in(CAROL, &token)
        .is_no("a token as a password");

    let other = token_of(&carol, "wiki", &[], "openid+email").await;
    Imap::connect(imap)
        .xoauth2(CAROL, &other)
        .is_no("another app's token");

    carol.browser.visit("/").await;
    carol.browser.press("Sign out").await;
    carol.browser.sees("You are signed out").await;
    Imap::connect(imap)
        .oauthbearer(CAROL, &token)
        .is_no("a token of a session that is over");
}

/// Registers an app and lets it sign its owner in, who is in the portal already.
async fn token_of(owner: &Owner<'_>, id: &str, more: &[&str], scope: &str) -> String {
    let server = &owner.lab.server;
    // Nobody is there: what counts stands in the address.
    let back = format!("{}/callback", server.url());
    let mut add = vec![
        "client",
        "add",
        id,
        "--name",
        id,
        "--pkce-optional",
        "--redirect-uri",
        &back,
    ];
    add.extend(more);
    let (status, secret, error) = server.run(&add);
    assert_eq!(status, Some(0), "{error}");
    let secret = secret.trim();

    let asked = format!(
        "/oauth/authorize?response_type=code&client_id={id}&redirect_uri={back}&scope={scope}&state=s"
    );
    owner.browser.visit(&asked).await;
    let address = owner.browser.path().await;
    let code = address.split_once("code=").expect("a code").1;
    let code = code.split('&').next().unwrap();
    let form = format!(
        "grant_type=authorization_code&code={code}&redirect_uri={back}&client_id={id}&client_secret={secret}"
    );
    let answer = posts(owner.lab.ports.portal, "/oauth/token", &form);
    let behind = answer.split_once("\"access_token\":\"");
    let behind = behind.expect("a token").1;
    behind.split('"').next().unwrap().to_owned()
}

fn posts(port: u16, path: &str, form: &str) -> String {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    let length = form.len();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\nContent-Length: {length}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n{form}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
