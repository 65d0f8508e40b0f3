//! What the mail software asks and tells beside passwords: may this login go on (allow), and what became of it (report).

use super::access::{Access, Credential, Refusal};
use super::sign_in::find;
use crate::app_password::PolicyHash;
use crate::{App, Fault};
use counterfoil_model::{AccountId, MailProtocol, Scopes};
use counterfoil_store::repo::{self, app_password::AppPassword};
use counterfoil_store::{Error, Tx};
use std::net::IpAddr;

/// What became of a sign-in, as the mail software reports it.
#[derive(Clone, Copy, Debug)]
pub struct MailReport<'a> {
    /// The user name.
    pub login: &'a str,
    /// The mail software's service.
    pub service: &'a str,
    /// Where the program is.
    pub remote: Option<IpAddr>,
    /// The program's own name; empty where it said none.
    pub program: &'a str,
    /// Whether it is in.
    pub success: bool,
    /// Whether nobody asked us for the password or the token, because the policy's answer or the token's kind had decided.
    pub unasked: bool,
}

/// The answer to a sign-in that is about to be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailGate {
    /// Let the password or the token decide.
    Open,
    /// Say why it will be refused: the program's app password ended when its owner froze the account.
    Frozen {
        /// The owner's language, a BCP 47 tag.
        language: String,
    },
}

/// The longest program's name that is kept, in characters.
const PROGRAM_MAX: usize = 80;

impl App {
    /// Whether a sign-in may be told that the account is frozen. Only who knows an app password that the freeze ended learns it.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn mail_gate(
        &self,
        login: &str,
        hash: Option<&PolicyHash>,
    ) -> Result<MailGate, Fault> {
        let Some(hash) = hash else {
            return Ok(MailGate::Open);
        };
        let login = &counterfoil_model::login::key_of_typed(login);
        let ended: Result<Option<String>, Error> = self
            .db
            .read("mail_gate", |tx| async move {
                let account = find(&tx, login).await?;
                let Some(account) = account.filter(|account| account.frozen_at.is_some()) else {
                    return Ok(None);
                };
                let kept = self.app_password_of(&tx, account.id, hash).await?;
                let frozen = kept.is_some_and(|kept| kept.ended_why.as_deref() == Some("frozen"));
                Ok(frozen.then_some(account.language))
            })
            .await;
        Ok(ended?.map_or(MailGate::Open, |language| MailGate::Frozen { language }))
    }

    /// Takes a report: the name of the program, and refusals that nobody asked us about. A hash that is of no app password is
    /// forgotten here.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn mail_report(
        &self,
        report: &MailReport<'_>,
        hash: Option<&PolicyHash>,
    ) -> Result<(), Fault> {
        let (Some(protocol), Some(remote)) =
            (MailProtocol::of_service(report.service), report.remote)
        else {
            return Ok(());
        };
        let program = program(report.program);
        let wanted = if report.success {
            hash.is_some() && program.is_some()
        } else {
            report.unasked
        };
        if !wanted {
            return Ok(());
        }
        let (login, now) = (
            &counterfoil_model::login::key_of_typed(report.login),
            self.now(),
        );
        let found: Result<_, Error> = self
            .db
            .read("mail_report", |tx| async move {
                let Some(account) = find(&tx, login).await? else {
                    return Ok(None);
                };
                let used = match hash {
                    Some(hash) if report.success => {
                        self.app_password_of(&tx, account.id, hash).await?
                    }
                    _ => None,
                };
                Ok(Some((account.id, used)))
            })
            .await;
        match (found?, program) {
            (Some((account, Some(used))), Some(program)) => {
                let in_scope =
                    Scopes::parse(&used.scopes).is_some_and(|scopes| scopes.contains(protocol));
                if in_scope {
                    let access = Access {
                        account,
                        credential: Credential::AppPassword(used.id),
                        label: used.label,
                        protocol,
                        remote,
                        at: now,
                        is_news: true,
                    };
                    self.mail_recorder.note_program(access, program);
                }
            }
            (Some((account, _)), _) if !report.success => {
                self.mail_recorder.note_refusal(Refusal {
                    account,
                    protocol,
                    remote,
                    at: now,
                    main_password: false,
                });
            }
            _ => {}
        }
        Ok(())
    }

    async fn app_password_of(
        &self,
        tx: &Tx,
        account: AccountId,
        hash: &PolicyHash,
    ) -> Result<Option<AppPassword>, Error> {
        let hashes = self
            .policy_hash_candidates(account, hash)
            .map_err(Error::internal)?;
        for hash in &hashes {
            let found = repo::app_password::by_policy_hash(tx, account, hash).await?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }
}

/// A program's name and version from what it said of itself: the parameters of IMAP's ID (RFC 2971), each in quotes.
fn program(device_id: &str) -> Option<String> {
    let parts: Vec<&str> = device_id.split('"').skip(1).step_by(2).collect();
    let of = |wanted: &str| {
        parts
            .chunks_exact(2)
            .find_map(|pair| (pair.first()?.eq_ignore_ascii_case(wanted)).then(|| pair.last())?)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    };
    let name = of("name")?;
    let said = of("version").map_or_else(|| name.to_owned(), |version| format!("{name} {version}"));
    let clean = said.chars().filter(|c| !c.is_control());
    Some(clean.take(PROGRAM_MAX).collect())
}

#[cfg(test)]
mod tests {
    use super::program;

    #[test]
    fn the_program_is_named_by_what_it_says_of_itself() {
        let said = |device_id| program(device_id);
        assert_eq!(
            said(r#""name" "Thunderbird" "version" "140""#).as_deref(),
            Some("Thunderbird 140")
        );
        assert_eq!(said(r#""NAME" "K-9 Mail""#).as_deref(), Some("K-9 Mail"));
        for odd in [
            "",
            "NIL",
            r#""name""#,
            r#""name" "" "version" "1""#,
            r#""version" "140""#,
            "\"\"\"\"",
        ] {
            assert_eq!(said(odd), None, "{odd}");
        }
        let long = format!(r#""name" "{}""#, "x".repeat(500));
        assert_eq!(said(&long).map(|name| name.len()), Some(80));
        assert_eq!(said("\"name\" \"a\u{7}b\"").as_deref(), Some("ab"));
    }
}
