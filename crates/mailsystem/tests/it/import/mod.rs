//! Accounts of another mail system: the two formats, the run over a whole file, and running it again.

mod bulk;
mod corpus;
mod csv;
mod passwd_file;
mod sync;

use counterfoil_mailsystem::import::{Defaults, Format, Note, Options, Totals, run};
use counterfoil_service::password::imported::DEFAULT_SCHEME;
use counterfoil_service::sign_in::SignInRefusal;
use counterfoil_testkit::service::{TestService, visit};

/// "Blumentopf 3" in SHA-512-crypt with 1,000 rounds, by `doveadm pw`.
pub(crate) const FIELD: &str = "{SHA512-CRYPT}$6$rounds=1000$0vo7Hf2FW1brm6gW$3U/39PcR4w1gAsScdTWZenpQUU3r5bLz671WTcmrILbecGcjnnFcc4iO3QKi3hN.afJGDX9eFJs5RwosTHmwn1";
pub(crate) const PASSWORD: &str = "Blumentopf 3";

pub(crate) fn defaults() -> Defaults {
    Defaults {
        domain: Some("mail.example".to_owned()),
        scheme: DEFAULT_SCHEME,
        language: "en".to_owned(),
        without_unknown_passwords: false,
    }
}

pub(crate) fn options(format: Format) -> Options {
    Options {
        format,
        defaults: defaults(),
        dry_run: false,
        suspend_gone: false,
    }
}

/// Imports a text; gives the totals and what was told, a line each.
pub(crate) async fn imports(
    service: &TestService,
    text: &str,
    options: &Options,
) -> (Totals, Vec<String>) {
    let mut told = Vec::new();
    let totals = run(&service.app, text.as_bytes(), options, &mut |note| {
        match note {
            Note::Progress(_) => {}
            Note::Refused(line, refusal) => told.push(format!("{line}: {refusal}")),
            other => told.push(format!("{other:?}")),
        }
        Ok(())
    })
    .await
    .unwrap();
    (totals, told)
}

/// Whether this password signs in.
pub(crate) async fn opens(service: &TestService, who: &str, password: &str) -> bool {
    let answer = service
        .app
        .sign_in_with_password(&visit(1), who, password)
        .await;
    match answer {
        Ok(_) => true,
        Err(SignInRefusal::Wrong) => false,
        Err(SignInRefusal::Internal(fault)) => panic!("{fault}"),
    }
}
