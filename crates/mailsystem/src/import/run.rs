//! An import: lines are read a few hundred at a time, hashed on all lanes and made accounts in one transaction.
//!
//! Whatever ends it in the middle, every account is whole or absent, and running it again makes the rest.

use super::lines::{Line, Lines};
use super::person::{Defaults, Person};
use super::{LONGEST_LINE, Refusal, Why, csv, passwd_file};
use counterfoil_model::{LoginName, MailAddress};
use counterfoil_service::account::{Arrival, Newcomer, SuspendRefusal};
use counterfoil_service::password::imported::ImportedPassword;
use counterfoil_service::{App, Fault};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufRead};
use std::sync::Arc;

/// Accounts made in one transaction: a few seconds' hashes at production cost.
const BATCH: usize = 128;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Dovecot's passwd-file.
    PasswdFile,
    /// CSV with a header.
    Csv,
}

/// What an import does.
#[derive(Clone, Debug)]
pub struct Options {
    /// How the file is written.
    pub format: Format,
    /// What stands in for what a line doesn't say.
    pub defaults: Defaults,
    /// Only say what would happen.
    pub dry_run: bool,
    /// Suspend the accounts that an import made and the file no longer names, in the domains it names.
    pub suspend_gone: bool,
}

/// What is told while it runs.
#[derive(Debug)]
pub enum Note<'a> {
    /// So many octets of the file are done.
    Progress(u64),
    /// A line isn't taken over.
    Refused(u64, &'a Refusal),
    /// Somebody's password was in clear in the file.
    InClear(u64, &'a str),
    /// Somebody came without a password: the scheme that can't be taken over.
    WithoutPassword(u64, &'a str, &'static str),
    /// An account that an import made isn't in the file any more.
    Gone(&'a str),
    /// It was suspended.
    Suspended(&'a str),
}

/// How an import ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Accounts made, or that would be made.
    pub made: u64,
    /// Accounts that were there and were left as they are.
    pub already_there: u64,
    /// Lines not taken over.
    pub refused: u64,
    /// Among those made, how many have no password.
    pub without_password: u64,
    /// Among those made, how many passwords were in clear in the file.
    pub in_clear: u64,
    /// Accounts that an import made and the file no longer names, and that weren't suspended before.
    pub gone: u64,
    /// Among them, how many are suspended now.
    pub suspended: u64,
    /// Nobody was suspended because some lines don't tell whose they are.
    pub suspending_held_back: bool,
}

/// Why an import stopped. What it made until then stays.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file can't be read, or the report can't be written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file's first line isn't the header of a table of accounts.
    #[error(transparent)]
    Header(#[from] csv::HeaderError),
    /// Something else failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Imports a file, telling `tell` of everything that its operator must know.
///
/// # Errors
/// [`ImportError`].
pub async fn run<R: BufRead>(
    app: &Arc<App>,
    input: R,
    options: &Options,
    tell: &mut impl FnMut(Note<'_>) -> io::Result<()>,
) -> Result<Totals, ImportError> {
    let mut import = Import {
        app,
        options,
        totals: Totals::default(),
        named: Named::default(),
        batch: Vec::with_capacity(BATCH),
    };
    let mut lines = Lines::of(input);
    let mut header = None;
    while let Some((number, read)) = next_person(&mut lines, options, &mut header)? {
        match read.and_then(|person| import.named.enter(number, person)) {
            Ok(person) => {
                import.batch.push((number, person));
                if import.batch.len() == BATCH {
                    import.make(tell).await?;
                    tell(Note::Progress(lines.octets))?;
                }
            }
            Err(refusal) => import.refuse(number, &refusal, tell)?,
        }
    }
    import.make(tell).await?;
    tell(Note::Progress(lines.octets))?;
    import.look_who_is_gone(tell).await?;
    Ok(import.totals)
}

struct Import<'a> {
    app: &'a Arc<App>,
    options: &'a Options,
    totals: Totals,
    named: Named,
    batch: Vec<(u64, Person)>,
}

impl Import<'_> {
    fn refuse(
        &mut self,
        line: u64,
        refusal: &Refusal,
        tell: &mut impl FnMut(Note<'_>) -> io::Result<()>,
    ) -> Result<(), ImportError> {
        self.totals.refused += 1;
        self.named.note_refused(refusal);
        Ok(tell(Note::Refused(line, refusal))?)
    }

    /// Makes accounts of the batch, or finds out whether it could.
    async fn make(
        &mut self,
        tell: &mut impl FnMut(Note<'_>) -> io::Result<()>,
    ) -> Result<(), ImportError> {
        let batch = std::mem::take(&mut self.batch);
        if batch.is_empty() {
            return Ok(());
        }
        let notes: Vec<About> = batch.iter().map(About::of).collect();
        let newcomers: Vec<Newcomer> = batch
            .into_iter()
            .map(|(_, person)| person.newcomer)
            .collect();
        let arrivals: Vec<Option<Arrival>> = if self.options.dry_run {
            self.app.newcomers_known(&newcomers).await?
        } else {
            let arrivals = self.app.import_accounts(newcomers).await?;
            arrivals.into_iter().map(Some).collect()
        };
        for (about, arrival) in notes.iter().zip(arrivals) {
            let taken = match arrival {
                None | Some(Arrival::Made(_)) => {
                    self.count_made(about, tell)?;
                    continue;
                }
                Some(Arrival::AlreadyThere(_)) => {
                    self.totals.already_there += 1;
                    continue;
                }
                Some(Arrival::AddressTaken) => ("address", Why::AddressTaken),
                Some(Arrival::LoginTaken) => ("login", Why::LoginTaken),
            };
            let refusal = Refusal {
                who: Some(about.who.clone()),
                field: taken.0,
                why: taken.1,
            };
            self.refuse(about.line, &refusal, tell)?;
        }
        Ok(())
    }

    fn count_made(
        &mut self,
        about: &About,
        tell: &mut impl FnMut(Note<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        self.totals.made += 1;
        if about.in_clear {
            self.totals.in_clear += 1;
            tell(Note::InClear(about.line, &about.who))?;
        }
        if let Some(scheme) = about.without {
            self.totals.without_password += 1;
            tell(Note::WithoutPassword(about.line, &about.who, scheme))?;
        }
        Ok(())
    }

    async fn look_who_is_gone(
        &mut self,
        tell: &mut impl FnMut(Note<'_>) -> io::Result<()>,
    ) -> Result<(), ImportError> {
        let named = &self.named;
        let gone = self.app.imported_but(|address| named.misses(address));
        let gone = gone.await?;
        let suspends = self.options.suspend_gone && !self.options.dry_run;
        self.totals.suspending_held_back = suspends && self.named.somebody_unknown;
        for account in gone.iter().filter(|account| !account.suspended) {
            self.totals.gone += 1;
            tell(Note::Gone(&account.address))?;
            if !suspends || self.named.somebody_unknown {
                continue;
            }
            match self.app.suspend(&account.address, false).await {
                Ok(()) => {
                    self.totals.suspended += 1;
                    tell(Note::Suspended(&account.address))?;
                }
                Err(SuspendRefusal::Internal(fault)) => return Err(fault.into()),
                // Invited and never came: there is nothing to suspend.
                Err(_) => {}
            }
        }
        Ok(())
    }
}

/// What is left to say of somebody once the password went its way.
struct About {
    line: u64,
    who: String,
    in_clear: bool,
    without: Option<&'static str>,
}

impl About {
    fn of((line, person): &(u64, Person)) -> Self {
        Self {
            line: *line,
            who: person.newcomer.address.key().to_owned(),
            in_clear: matches!(person.newcomer.password, Some(ImportedPassword::Plain(_))),
            without: person.without,
        }
    }
}

/// Whom the file names so far, by hashes: a million people are sixteen megabytes.
#[derive(Default)]
struct Named {
    hasher: RandomState,
    lines: HashMap<u64, u64>,
    refused: HashSet<u64>,
    domains: BTreeSet<String>,
    /// A line was refused of which nobody knows whose it is.
    somebody_unknown: bool,
}

impl Named {
    /// Enters somebody, unless an earlier line has their address or login name.
    fn enter(&mut self, line: u64, person: Person) -> Result<Person, Refusal> {
        let address = person.newcomer.address.key().to_owned();
        let login = person.newcomer.login.as_ref();
        let keys = [
            ("address", Some(address.as_str())),
            ("login", login.map(LoginName::key)),
        ];
        for (field, key) in keys {
            let earlier = key.and_then(|key| self.lines.get(&self.hasher.hash_one(key)));
            if let Some(earlier) = earlier {
                return Err(Refusal {
                    who: Some(address.clone()),
                    field,
                    why: Why::Twice(*earlier),
                });
            }
        }
        for key in keys.into_iter().filter_map(|(_, key)| key) {
            self.lines.insert(self.hasher.hash_one(key), line);
        }
        self.domains
            .insert(person.newcomer.address.domain().to_owned());
        Ok(person)
    }

    fn note_refused(&mut self, refusal: &Refusal) {
        match &refusal.who {
            Some(who) => {
                self.refused.insert(self.hasher.hash_one(who.as_str()));
            }
            None => self.somebody_unknown = true,
        }
    }

    /// Whether the file names the domain of this address and not the address.
    fn misses(&self, address: &MailAddress) -> bool {
        let key = self.hasher.hash_one(address.key());
        self.domains.contains(address.domain())
            && !self.lines.contains_key(&key)
            && !self.refused.contains(&key)
    }
}

type Read = Option<(u64, Result<Person, Refusal>)>;

/// The next line that names somebody or should; `None` at the end.
fn next_person<R: BufRead>(
    lines: &mut Lines<R>,
    options: &Options,
    header: &mut Option<csv::Header>,
) -> Result<Read, ImportError> {
    loop {
        let Some(line) = lines.next()? else {
            return Ok(None);
        };
        let number = lines.number;
        let line = match (line, options.format) {
            (Line::Whole(line), Format::PasswdFile) => Ok(line),
            (Line::Whole(line), Format::Csv) => whole_record(lines, line)?,
            (Line::TooLong, _) => Err(Why::LongLine),
        };
        let line = match line {
            Ok(line) => line,
            Err(why) => {
                let refusal = Refusal {
                    who: None,
                    field: "line",
                    why,
                };
                return Ok(Some((number, Err(refusal))));
            }
        };
        let read = match (options.format, &header) {
            (Format::PasswdFile, _) => passwd_file::read(&line, &options.defaults),
            (Format::Csv, Some(header)) => header.person(&line, &options.defaults),
            (Format::Csv, None) => {
                *header = Some(csv::Header::read(&line)?);
                continue;
            }
        };
        if let Some(read) = read.transpose() {
            return Ok(Some((number, read)));
        }
    }
}

/// A record to its end, which may be some lines further.
fn whole_record<R: BufRead>(
    lines: &mut Lines<R>,
    mut record: zeroize::Zeroizing<Vec<u8>>,
) -> io::Result<Result<zeroize::Zeroizing<Vec<u8>>, Why>> {
    while csv::goes_on(&record) {
        match lines.next()? {
            Some(Line::Whole(next)) if record.len() + next.len() < LONGEST_LINE => {
                record.push(b'\n');
                record.extend_from_slice(&next);
            }
            Some(_) => return Ok(Err(Why::LongLine)),
            None => return Ok(Err(Why::Quotes)),
        }
    }
    Ok(Ok(record))
}
