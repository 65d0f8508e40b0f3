//! What opens an owner's mailbox: what there is, gathered; the working out is `model`'s.
//!
//! It is a map for whoever wants to get in, and names the places where the paper lies, so it is shown as those are: right after a
//! step-up only.

use crate::outside_address::AddressState;
use crate::papers::PaperRefusal;
use crate::{App, Fault, Session};
use counterfoil_model::app_password::Scopes;
use counterfoil_model::ways_in::{Holdings, Outside, OwnPasskey};
use counterfoil_model::{AccountId, MailProtocol, PlaceKind};
use counterfoil_store::{Error, repo};

/// Two people at the desk enrol an owner again.
const TOGETHER: usize = 2;

/// What there is, and what it is called.
#[derive(Debug)]
pub struct WaysIn {
    /// What the graph is made of.
    pub holdings: Holdings,
    /// Where each copy of the sheet lies, with the owner's words.
    pub places: Vec<(PlaceKind, String)>,
    /// The addresses outside.
    pub addresses: Vec<String>,
    /// What the owner calls each mail program.
    pub mail_programs: Vec<String>,
    /// What each app is called.
    pub apps: Vec<String>,
}

impl App {
    /// What opens the mailbox of whoever is signed in.
    ///
    /// # Errors
    /// [`PaperRefusal`].
    pub async fn ways_in(&self, session: &Session) -> Result<WaysIn, PaperRefusal> {
        let now = self.now();
        let papers = self.papers(session).await?;
        let protection = self.protection(session.account).await?;
        let codes = self.codes_status(session.account).await?;
        let outside = self.outside_addresses(session.account).await?;
        let hearing: Vec<_> = outside
            .iter()
            .filter(|address| matches!(address.state, AddressState::Verified { .. }))
            .collect();
        let programs = self.app_passwords(session.account).await?;
        let programs: Vec<_> = programs
            .into_iter()
            .filter(|own| !own.expired && own.scopes.is_some_and(reads_mail))
            .map(|own| own.label)
            .collect();
        let apps = self.own_apps(session).await?;
        let apps: Vec<_> = apps
            .into_iter()
            .filter(|app| app.mail)
            .map(|app| app.name)
            .collect();
        let in_force = codes.sheet.is_some();
        Ok(WaysIn {
            holdings: Holdings {
                password: protection.account.password.is_some(),
                second_step: protection.account.second_factor_since.is_some(),
                phone: protection.totp(now).is_some(),
                passkeys: protection
                    .passkeys(now)
                    .map(|kept| OwnPasskey {
                        verifies: !kept.beside_password,
                    })
                    .collect(),
                codes: in_force && codes.left > 0,
                places: papers.here.iter().map(|place| place.kind).collect(),
                outside: hearing
                    .iter()
                    .map(|address| Outside {
                        hosted_here: address.inside,
                        unreached: address.unreached.is_some(),
                    })
                    .collect(),
                mail_programs: programs.len(),
                apps: apps.len(),
                operators: self.people_at_the_desk(session.account).await? >= TOGETHER,
            },
            places: papers
                .here
                .into_iter()
                .map(|place| (place.kind, place.words.to_string()))
                .collect(),
            addresses: hearing
                .iter()
                .map(|address| address.address.clone())
                .collect(),
            mail_programs: programs,
            apps,
        })
    }

    /// How many operators there are who could help this owner: never the owner, and nobody without a second step.
    async fn people_at_the_desk(&self, owner: AccountId) -> Result<usize, Fault> {
        let now = self.now();
        let counted: Result<_, Error> = self
            .db
            .read("people_at_the_desk", |tx| async move {
                let mut able = 0;
                for operator in repo::account::operators(&tx).await? {
                    let account = repo::account::load(&tx, operator).await?;
                    able += usize::from(account.is_some_and(|account| {
                        account.id != owner
                            && account.admits(now)
                            && account.second_factor_since.is_some()
                    }));
                }
                Ok(able)
            })
            .await;
        Ok(counted?)
    }
}

fn reads_mail(scopes: Scopes) -> bool {
    scopes.contains(MailProtocol::Imap) || scopes.contains(MailProtocol::Pop3)
}
