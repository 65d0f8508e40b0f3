//! Actions as Postfix takes them (access(5)): one line, then an empty one.

use counterfoil_lang::{Language, Sentences};
use counterfoil_service::mail::SendingAnswer;

/// Whatever else Postfix asks decides.
pub(super) fn nothing_against() -> String {
    "action=DUNNO\n\n".to_owned()
}

/// The answer of the use case.
pub(super) fn of(sentences: &Sentences, answer: &SendingAnswer) -> String {
    let (action, id, language) = match answer {
        SendingAnswer::Go => return nothing_against(),
        SendingAnswer::Hold { language } => ("HOLD", "mail-sending-held", language),
        SendingAnswer::Closed { language } => ("REJECT 5.7.1", "mail-sending-closed", language),
    };
    let language = Language::parse(language).unwrap_or_default();
    line(action, &sentences.text(language, id, &[]))
}

/// We can't say: the program keeps the message and tries again.
pub(super) fn later(sentences: &Sentences) -> String {
    let why = sentences.text(Language::default(), "mail-sending-later", &[]);
    line("DEFER_IF_PERMIT 4.3.0", &why)
}

/// A sentence can't end the line that it stands on.
fn line(action: &str, why: &str) -> String {
    let why = why.replace(|c: char| c.is_control(), " ");
    format!("action={action} {why}\n\n")
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_sentence_stays_on_its_line() {
        assert_eq!(line("HOLD", "a\nb"), "action=HOLD a b\n\n");
    }
}
