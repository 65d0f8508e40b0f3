//! From a row of the outbox to a mail.

use crate::Mail;
use crate::article::{Article, PROSE};
use crate::layout::Layout;
use crate::letter::Letter;
use counterfoil_lang::{Arg, Language, Sentences, TextError, TimeZone};
use counterfoil_model::policy::Said;
use counterfoil_model::{
    Announcement, Enclosed, EventKind, FREEZE_LINK_LASTS, FreezeOffer, Setting, Timestamp,
};
use counterfoil_store::repo::outbox::Notice;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use url::Url;

/// What is the same in every notice.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What owners call the service; also the sender's name.
    pub service_name: String,
    /// The sender's address.
    pub from: String,
    /// Where owners sign in.
    pub public_url: Url,
    /// One line: how to reach a person (NIST SP 800-63B-4 §4.6).
    pub help_line: Option<String>,
    /// In which times are written.
    pub time_zone: TimeZone,
    /// How the letter looks.
    pub layout: Arc<Layout>,
}

/// A notice that can't be written. None of them names a person or an address.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// The kind is none that is mailed.
    #[error("no notice is written for events of this kind")]
    Kind,
    /// The details are no JSON object of texts and numbers.
    #[error("the details of the event can't be read")]
    Details,
    /// A sentence is missing, or one of its arguments.
    #[error(transparent)]
    Sentence(#[from] TextError),
    /// The sender or the recipient is no address.
    #[error("{0} is no address that mail can go to")]
    Address(&'static str),
    /// The mail could not be put together.
    #[error("the mail could not be put together")]
    Mail,
    /// The layout could not be filled.
    #[error("the layout of letters can't be filled")]
    Layout,
}

/// Whether events of this kind are mailed: those that are announced, and those that are a mail themselves.
#[must_use]
pub fn is_mailed(kind: EventKind) -> bool {
    kind.announce() == Announcement::Everyone
        || matches!(
            kind,
            EventKind::AccountInvited
                | EventKind::AddressCodeMailed
                | EventKind::Reminded
                | EventKind::DigestMailed
        )
}

/// The details that a notice of this kind can't be written without. `linked` says whether it has a link or a code. The
/// detail `until` holds microseconds since the epoch; `account` and `name` are never among them.
#[must_use]
pub fn needs(sentences: &Sentences, kind: EventKind, linked: bool) -> BTreeSet<String> {
    let stem = Purpose::of(kind, linked).stem();
    let to_do = if linked { "link" } else { "do" };
    ["subject", "body", FACTS, to_do]
        .iter()
        .flat_map(|part| sentences.arguments(&format!("{stem}-{part}")))
        .filter(|name| !GIVEN.contains(&name.as_str()))
        .collect()
}

/// What has more to say than when, where and by which device: one fact a line.
const FACTS: &str = "facts";

/// Whether the kind has a notice without a link, and whether it has one with.
pub(crate) fn variants(sentences: &Sentences, kind: EventKind) -> [(bool, bool); 2] {
    let has = |linked: bool, part| {
        let stem = Purpose::of(kind, linked).stem();
        sentences.has(&format!("{stem}-{part}"))
    };
    [(false, has(false, "do")), (true, has(true, "link"))]
}

/// The beginning of the ids of all that is said here.
pub(crate) const AREA: &str = "notice-";

/// Given to every sentence: what the service is called, and where owners sign in.
pub(crate) const GIVEN: [&str; 2] = ["service", "url"];

/// A detail is cut here; somebody else may have chosen it.
const LONGEST_DETAIL: usize = 200;

/// Writes the mail for a notice, in its language. The links of `enclosed` are whole URLs: the one thing to do, and the freeze,
/// which is that one thing where there is nothing better.
///
/// What is said of whom comes from the notice's details: `name` for the greeting and `account`, the mailbox's address, if
/// they are there, and whatever the kind's sentences need ([`needs`]).
///
/// # Errors
/// [`ComposeError`]; none of them goes away by trying again.
pub fn compose(
    sentences: &Sentences,
    frame: &Frame,
    notice: &Notice,
    enclosed: &Enclosed,
) -> Result<Mail, ComposeError> {
    let letter = letter(sentences, frame, notice, enclosed)?;
    Mail::write(frame, notice, letter)
}

/// What the mail says, before it is one.
pub(crate) fn letter(
    sentences: &Sentences,
    frame: &Frame,
    notice: &Notice,
    enclosed: &Enclosed,
) -> Result<Letter, ComposeError> {
    let kind = EventKind::parse(&notice.kind)
        .filter(|kind| is_mailed(*kind))
        .ok_or(ComposeError::Kind)?;
    let writing = Writing {
        sentences,
        frame,
        notice,
        language: Language::parse(&notice.language).unwrap_or_default(),
        service: one_line(&frame.service_name),
        public_url: frame.public_url.as_str().trim_end_matches('/').to_owned(),
    };
    writing.letter(kind, enclosed)
}

/// What a mail is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To tell of an event.
    Tell(EventKind),
    /// To let somebody in who has no mailbox yet.
    Invite,
    /// To bring an outside address its code. Whoever reads this may have nothing to do with the account, so it says no more than
    /// its owner needs.
    Ask,
}

impl Purpose {
    /// Adding an outside address writes two mails: one tells everybody what happened, the other has a code.
    fn of(kind: EventKind, linked: bool) -> Self {
        match kind {
            EventKind::OutsideAddressAdded if linked => Self::Ask,
            EventKind::AccountInvited => Self::Invite,
            kind => Self::Tell(kind),
        }
    }

    /// The beginning of its sentences' ids.
    fn stem(self) -> String {
        match self {
            Self::Tell(kind) => format!("notice-{}", kind.as_str()),
            Self::Invite => "notice-account-invited".into(),
            Self::Ask => "notice-outside-address-confirm".into(),
        }
    }
}

struct Writing<'a> {
    sentences: &'a Sentences,
    frame: &'a Frame,
    notice: &'a Notice,
    language: Language,
    service: String,
    /// Without the slash that a URL of a host alone ends with.
    public_url: String,
}

impl Writing<'_> {
    fn letter(&self, kind: EventKind, enclosed: &Enclosed) -> Result<Letter, ComposeError> {
        let linked = enclosed.link.is_some() || enclosed.code.is_some();
        let purpose = Purpose::of(kind, linked);
        let details = self.details()?;
        let args: Vec<(&str, Arg<'_>)> = details
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone()))
            .collect();

        let stem = purpose.stem();
        let part = |part: &str| self.say(&format!("{stem}-{part}"), &args);
        let greeted = details.contains_key("name") && purpose != Purpose::Ask;
        let freeze = enclosed
            .freeze
            .as_ref()
            .map(|link| link.expose().to_owned());
        let link = enclosed.link.as_ref().map(|link| link.expose().to_owned());
        let foremost = !linked && FreezeOffer::of(kind) == FreezeOffer::Foremost;
        let (to_do, link, freeze) = match freeze {
            Some(freeze) if foremost => (self.freeze("notice-freeze")?, Some(freeze), None),
            Some(freeze) => {
                let below = (self.freeze("notice-freeze-too")?, freeze);
                (part(if linked { "link" } else { "do" })?, link, Some(below))
            }
            None => (part(if linked { "link" } else { "do" })?, link, None),
        };
        let phrase = enclosed.phrase.as_ref().map(|phrase| {
            self.say(
                "notice-phrase",
                &[("phrase", one_line(phrase.expose()).into())],
            )
        });
        Ok(Letter {
            language: self.language.tag(),
            subject: part("subject")?,
            greeting: greeted
                .then(|| self.say("notice-hello", &args))
                .transpose()?,
            happened: part("body")?,
            article: Article::of(&self.notice.details)?,
            facts: if self.sentences.has(&format!("{stem}-{FACTS}")) {
                part(FACTS)?
                    .lines()
                    .filter(|line| !line.trim().is_empty())
                    .map(str::to_owned)
                    .collect()
            } else {
                self.facts(purpose)?
            },
            to_do,
            link,
            code: enclosed.code.as_ref().map(|code| code.expose().to_owned()),
            freeze,
            phrase: phrase.transpose()?,
            account: details
                .contains_key("account")
                .then(|| match purpose {
                    Purpose::Tell(_) => self.say("notice-account", &args),
                    Purpose::Invite | Purpose::Ask => self.say("notice-account-only", &args),
                })
                .transpose()?,
            staff: self.say("notice-staff", &[])?,
            help: match &self.frame.help_line {
                Some(help) => one_line(help),
                None => self.say("notice-help", &[])?,
            },
            service: self.service.clone(),
            public_url: self.public_url.clone(),
        })
    }

    /// A sentence about the freeze link, with the moment until which it works.
    fn freeze(&self, id: &str) -> Result<String, ComposeError> {
        let until = self.moment(self.notice.at + FREEZE_LINK_LASTS);
        self.say(id, &[("until", until.into())])
    }

    /// A sentence with these arguments and what every sentence is given ([`GIVEN`]).
    fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Result<String, ComposeError> {
        let given = [self.service.as_str(), self.public_url.as_str()];
        let args: Vec<(&str, Arg<'_>)> = args
            .iter()
            .cloned()
            .chain(GIVEN.into_iter().zip(given.map(Arg::from)))
            .collect();
        Ok(self.sentences.try_text(self.language, id, &args)?)
    }

    fn facts(&self, purpose: Purpose) -> Result<Vec<String>, ComposeError> {
        let moment = self.moment(self.notice.at);
        let mut facts = vec![match self.frame.time_zone.iana_name() {
            Some(zone) => self.say(
                "notice-when",
                &[("moment", moment.into()), ("zone", zone.into())],
            )?,
            None => self.say("notice-when-here", &[("moment", moment.into())])?,
        }];
        if purpose == Purpose::Ask {
            return Ok(facts);
        }
        let network = one_line(&self.notice.network);
        if !network.is_empty() {
            facts.push(self.say("notice-where", &[("network", network.into())])?);
        }
        let device = one_line(&self.notice.device);
        if !device.is_empty() {
            let device = self.sentences.device(self.language, &device);
            facts.push(self.say("notice-device", &[("device", device.into())])?);
        }
        Ok(facts)
    }

    fn moment(&self, at: Timestamp) -> String {
        self.sentences
            .moment(self.language, at.as_micros(), &self.frame.time_zone)
    }

    /// A detail of a change of the policy: the setting and its values in words; `None` for any other.
    fn of_setting(
        &self,
        setting: Setting,
        name: &str,
        value: Option<i64>,
    ) -> Result<Option<String>, ComposeError> {
        let said = match (name, value) {
            ("setting", _) => {
                return self
                    .say(&format!("policy-{}", setting.name().replace('_', "-")), &[])
                    .map(Some);
            }
            ("was" | "now", Some(value)) => setting.said(value),
            _ => return Ok(None),
        };
        let said = match said {
            Said::Plain(id) => self.say(id, &[]),
            Said::Count(id, count) => self.say(id, &[("count", Arg::Number(count))]),
            Said::Date(id, at) => {
                let zone = &self.frame.time_zone;
                let date = self.sentences.date(self.language, at.as_micros(), zone);
                self.say(id, &[("date", date.into())])
            }
        };
        said.map(Some)
    }

    /// The details as arguments: a whole number chooses between "1 code" and "2 codes", `until` is a moment.
    fn details(&self) -> Result<BTreeMap<String, Arg<'static>>, ComposeError> {
        let read: BTreeMap<String, serde_json::Value> =
            serde_json::from_str(&self.notice.details).map_err(|_| ComposeError::Details)?;
        let setting = read.get("setting").and_then(serde_json::Value::as_str);
        let setting = setting.and_then(Setting::parse);
        read.into_iter()
            .filter(|(name, _)| name != PROSE)
            .map(|(name, value)| {
                let text = match value {
                    serde_json::Value::String(text) => text,
                    serde_json::Value::Number(number) => number.to_string(),
                    _ => return Err(ComposeError::Details),
                };
                let number = text
                    .parse()
                    .ok()
                    .filter(|number: &i64| number.to_string() == text);
                if let Some(setting) = setting
                    && let Some(said) = self.of_setting(setting, &name, number)?
                {
                    return Ok((name, said.into()));
                }
                let arg = match number {
                    Some(micros) if name == "until" => {
                        self.moment(Timestamp::from_micros(micros)).into()
                    }
                    Some(number) => Arg::Number(number),
                    None => one_line(&text).into(),
                };
                Ok((name, arg))
            })
            .collect()
    }
}

/// One line without control characters and invisible marks that turn text around, cut at [`LONGEST_DETAIL`]: a name or
/// a browser's description is somebody else's text, and may not look like ours.
fn one_line(text: &str) -> String {
    let shown = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let spaced: String = text
        .chars()
        .filter(shown)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_DETAIL).collect()
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn somebody_elses_text_stays_on_its_line() {
        assert_eq!(
            one_line("Firefox\r\nBcc: all@example.org\u{0}"),
            "Firefox Bcc: all@example.org"
        );
        assert_eq!(one_line("moc.elpmaxe\u{202e}\u{200b}  x"), "moc.elpmaxe x");
        assert_eq!(one_line(&"é".repeat(300)).chars().count(), 200);
    }
}
