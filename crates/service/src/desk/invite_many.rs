//! Inviting many: a list is looked at first, then an operator says go, and a job invites line by line. Each line is one transaction
//! that also notes what became of it, so nobody is invited twice, however often a list is given or a node stops.

use crate::account::NewGuest;
use crate::desk::DeskRefusal;
use crate::{App, Fault, LinkToken, Session};
use counterfoil_model::guest_list::{Guest, GuestListError, read_guests};
use counterfoil_model::{AccountId, GuestListId, MailAddress};
use counterfoil_store::repo::desk::guest_list as repo;
use counterfoil_store::{Error, Tx};

pub use repo::{GuestList, Line as GuestReport, Progress as GuestProgress};

/// So many lines are looked at in one go.
const CHUNK: i64 = 50;

/// A list and how far it is.
#[derive(Clone, Debug)]
pub struct GuestListView {
    /// The list.
    pub list: GuestList,
    /// How far it is.
    pub progress: GuestProgress,
    /// Its lines.
    pub lines: Vec<GuestReport>,
}

/// Why a list isn't taken.
#[derive(Debug, thiserror::Error)]
pub enum InviteManyRefusal {
    /// It can't be read.
    #[error(transparent)]
    List(#[from] GuestListError),
    /// This session may not.
    #[error(transparent)]
    Desk(#[from] DeskRefusal),
}

impl From<Error> for InviteManyRefusal {
    fn from(error: Error) -> Self {
        Self::Desk(error.into())
    }
}

/// What became of somebody on a list.
#[derive(Debug)]
pub enum GuestOutcome {
    /// Invited by mail.
    Invited,
    /// Invited, with a link to be handed over.
    OnPaper(LinkToken),
    /// The address has an account, or was invited before: nothing was done.
    ThereAlready,
}

impl App {
    /// Invites somebody unless that was done before: a list can be given again and again.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn invite_guest(&self, guest: &Guest, language: &str) -> Result<GuestOutcome, Fault> {
        let (fresh, now) = (AccountId::draw(&mut self.chance()), self.now());
        let new = &NewGuest {
            address: &guest.address,
            name: &guest.name,
            language: guest.language.as_deref().unwrap_or(language),
            to: guest.to.as_ref(),
        };
        let invited: Result<_, Error> = self
            .db
            .run("invite_guest", |tx| async move {
                self.invite_in(&tx, new, fresh, false, now).await
            })
            .await;
        match invited {
            Ok(None) => Ok(GuestOutcome::ThereAlready),
            Ok(Some(invited)) => Ok(invited
                .link
                .map_or(GuestOutcome::Invited, GuestOutcome::OnPaper)),
            // Somebody else entered it at the same moment.
            Err(error) if error.is_unique_violation() => Ok(GuestOutcome::ThereAlready),
            Err(error) => Err(error.into()),
        }
    }

    /// Which of these addresses have an account: what inviting them would come to.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn guests_there(&self, addresses: &[&MailAddress]) -> Result<Vec<bool>, Fault> {
        let there: Result<_, Error> = self
            .db
            .read("guests_there", |tx| async move {
                let mut there = Vec::with_capacity(addresses.len());
                for address in addresses {
                    there.push(is_there(&tx, address).await?);
                }
                Ok(there)
            })
            .await;
        Ok(there?)
    }

    /// Takes a list and looks at it: nobody is invited yet.
    ///
    /// # Errors
    /// [`InviteManyRefusal`].
    pub async fn look_at_guest_list(
        &self,
        session: &Session,
        text: &str,
    ) -> Result<GuestListId, InviteManyRefusal> {
        self.may_loosen(session)?;
        let guests = &read_guests(text)?;
        let (id, now) = (GuestListId::draw(&mut self.chance()), self.now());
        let (account, language) = (session.account, session.owner.language.as_str());
        let entered: Result<(), Error> = self
            .db
            .run("look_at_guest_list", |tx| async move {
                repo::enter(&tx, id, account, language, now).await?;
                for guest in guests {
                    let mut line = GuestReport {
                        line: guest.line.into(),
                        address: guest.written.clone(),
                        name: String::new(),
                        recipient: String::new(),
                        language: None,
                        outcome: None,
                        field: None,
                        problem: None,
                        detail: None,
                    };
                    match &guest.guest {
                        Err(refusal) => {
                            let (problem, detail) = refusal.id();
                            refuse(&mut line, refusal.field(), problem, detail);
                        }
                        Ok(guest) => {
                            line.name.clone_from(&guest.name);
                            line.language.clone_from(&guest.language);
                            line.recipient = guest
                                .to
                                .as_ref()
                                .map(ToString::to_string)
                                .unwrap_or_default();
                            if is_there(&tx, &guest.address).await? {
                                line.outcome = Some("there".to_owned());
                            } else if guest.to.is_none() {
                                refuse(&mut line, "to", "refusal-guest-no-to", None);
                            }
                        }
                    }
                    repo::enter_line(&tx, id, &line).await?;
                }
                Ok(())
            })
            .await;
        entered?;
        Ok(id)
    }

    /// A list, how far it is, and its lines; `None` if there is none.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn guest_list(&self, id: GuestListId) -> Result<Option<GuestListView>, Fault> {
        let found: Result<_, Error> = self
            .db
            .read("guest_list", |tx| async move {
                let Some(list) = repo::load(&tx, id).await? else {
                    return Ok(None);
                };
                Ok(Some(GuestListView {
                    list,
                    progress: repo::progress(&tx, id).await?,
                    lines: repo::lines(&tx, id).await?,
                }))
            })
            .await;
        Ok(found?)
    }

    /// The last lists that operators said go to, newest first, at most five.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn recent_guest_lists(&self) -> Result<Vec<GuestList>, Fault> {
        let found: Result<_, Error> = self
            .db
            .read(
                "recent_guest_lists",
                |tx| async move { repo::newest(&tx).await },
            )
            .await;
        Ok(found?)
    }

    /// Says go: from now on the job invites. False if that was said before, or there is no such list.
    ///
    /// # Errors
    /// [`DeskRefusal`].
    pub async fn begin_guest_list(
        &self,
        session: &Session,
        id: GuestListId,
    ) -> Result<bool, DeskRefusal> {
        self.may_loosen(session)?;
        let now = self.now();
        let begun: Result<_, Error> = self
            .db
            .run("begin_guest_list", |tx| async move {
                crate::session::must_go_on(&tx, session).await?;
                let begun = repo::begin(&tx, id, now).await?;
                if begun {
                    // A list on which nobody is left to be invited is done.
                    repo::end(&tx, id, now).await?;
                }
                Ok(begun)
            })
            .await;
        let begun = begun?;
        if begun {
            tracing::info!(operator = %session.account, list = %id, "a list of people is invited");
        }
        Ok(begun)
    }

    /// The job: invites up to fifty people of every list that is under way. How many lines it did. Any number of nodes may do
    /// this at once.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn invite_waiting_guests(&self) -> Result<u64, Fault> {
        let lists: Result<_, Error> = self
            .db
            .read("guest_lists_under_way", |tx| async move {
                repo::under_way(&tx).await
            })
            .await;
        let mut done = 0;
        for list in &lists? {
            let lines: Result<_, Error> = self
                .db
                .read("guest_lines_open", |tx| async move {
                    repo::open_lines(&tx, list.id, CHUNK).await
                })
                .await;
            for line in &lines? {
                done += u64::from(self.invite_line(list, line).await?);
            }
            let now = self.now();
            let ended: Result<_, Error> = self
                .db
                .run("guest_list_end", |tx| async move {
                    repo::end(&tx, list.id, now).await
                })
                .await;
            ended?;
        }
        Ok(done)
    }

    /// Invites one line; false if another node did.
    async fn invite_line(&self, list: &GuestList, line: &GuestReport) -> Result<bool, Fault> {
        let (fresh, now) = (AccountId::draw(&mut self.chance()), self.now());
        let read = |text: &str| {
            MailAddress::parse(text).map_err(|_| Fault::Broken("a guest list holds no address"))
        };
        let (address, to) = (&read(&line.address)?, &read(&line.recipient)?);
        let new = &NewGuest {
            address,
            name: &line.name,
            language: line.language.as_deref().unwrap_or(&list.language),
            to: Some(to),
        };
        let invited: Result<_, Error> = self
            .db
            .run("invite_line", |tx| async move {
                let outcome = if is_there(&tx, address).await? {
                    "there"
                } else {
                    "invited"
                };
                if !repo::done(&tx, list.id, line.line, outcome).await? {
                    return Ok(false);
                }
                if outcome == "invited" {
                    self.invite_in(&tx, new, fresh, false, now).await?;
                }
                Ok(true)
            })
            .await;
        match invited {
            // Somebody else entered it at the same moment: the next round finds it there.
            Err(error) if error.is_unique_violation() => Ok(false),
            other => Ok(other?),
        }
    }
}

async fn is_there(tx: &Tx, address: &MailAddress) -> Result<bool, Error> {
    let known = counterfoil_store::repo::account::find(tx, address.key()).await?;
    Ok(known.is_some())
}

fn refuse(line: &mut GuestReport, field: &str, problem: &str, detail: Option<String>) {
    line.outcome = Some("refused".to_owned());
    line.field = Some(field.to_owned());
    line.problem = Some(problem.to_owned());
    line.detail = detail;
}
