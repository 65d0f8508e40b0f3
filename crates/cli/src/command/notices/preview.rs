//! `counterfoil notices preview`

use crate::assembly;
use crate::command::Failure;
use crate::config::Config;
use clap::Args;
use counterfoil_lang::Language;
use counterfoil_notices::sample::{self, Sample};
use counterfoil_notices::{Frame, Mail, Templates, compose};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Show what notices say and how they look
///
/// Writes each notice as your owners would get it, with examples for what happened: your name,
/// your address, your help line, your templates. Nothing is sent, and no database is opened.
///
/// KIND is the kind of an event, like frozen; without it, all are shown. One that may come with
/// a one-time link is shown twice, the second time as KIND-link.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil notices preview code-redeemed
  counterfoil notices preview --out /tmp/notices    then open /tmp/notices/index.html
  counterfoil notices preview frozen --eml > frozen.eml"
)]
pub(crate) struct Preview {
    /// Which notice
    kind: Option<String>,
    /// In which language
    #[arg(long, value_name = "TAG", default_value = "en")]
    language: String,
    /// As the plain text of the mail; the default
    #[arg(long, group = "form")]
    text: bool,
    /// As the page that most mail programs show
    #[arg(long, group = "form")]
    html: bool,
    /// As the whole mail, with its headers
    #[arg(long, group = "form")]
    eml: bool,
    /// Write files into this directory, which is made when it isn't there: all three forms, unless one is named
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug)]
enum Form {
    Text,
    Html,
    Eml,
}

impl Form {
    const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::Eml => "eml",
        }
    }

    fn of(self, mail: &Mail) -> Vec<u8> {
        match self {
            Self::Text => format!("Subject: {}\n\n{}", mail.subject, mail.text).into_bytes(),
            Self::Html => mail.html.clone().unwrap_or_default().into_bytes(),
            Self::Eml => mail.eml(),
        }
    }
}

impl Preview {
    fn forms(&self) -> Vec<Form> {
        let named = [
            (self.text, Form::Text),
            (self.html, Form::Html),
            (self.eml, Form::Eml),
        ];
        let forms: Vec<Form> = named
            .into_iter()
            .filter_map(|(named, form)| named.then_some(form))
            .collect();
        match (&self.out, forms.is_empty()) {
            (Some(_), true) => vec![Form::Text, Form::Html, Form::Eml],
            (None, true) => vec![Form::Text],
            _ => forms,
        }
    }

    fn wanted(&self, templates: &Templates) -> Result<Vec<Sample>, Failure> {
        let language = Language::parse(&self.language)
            .ok_or_else(|| format!("{:?} is no language of Counterfoil", self.language))?;
        let mut samples = sample::all(&templates.sentences)?;
        for sample in &mut samples {
            language.tag().clone_into(&mut sample.notice.language);
        }
        let Some(kind) = &self.kind else {
            return Ok(samples);
        };
        let linked = format!("{kind}-link");
        let known: Vec<String> = samples.iter().map(|sample| sample.name.clone()).collect();
        samples.retain(|sample| sample.name == *kind || sample.name == linked);
        if samples.is_empty() {
            let known = known.join(" ");
            return Err(format!("no notice is written of {kind:?}; there are: {known}").into());
        }
        Ok(samples)
    }
}

pub(super) fn run(preview: &Preview, config: &Config) -> Result<ExitCode, Failure> {
    let templates = assembly::templates(config)?;
    let frame = assembly::frame(config, &templates);
    let forms = preview.forms();
    let mut mails = Vec::new();
    for sample in preview.wanted(&templates)? {
        let mail = write(&templates, &frame, &sample)?;
        mails.push((sample.name, mail));
    }
    match &preview.out {
        Some(dir) => files(dir, &mails, &forms)?,
        None => stream(&mails, &forms)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The sample's mail, with its links at this service.
fn write(templates: &Templates, frame: &Frame, sample: &Sample) -> Result<Mail, Failure> {
    let public_url = frame.public_url.as_str().trim_end_matches('/');
    let enclosed = sample.enclosed.clone().under(public_url);
    Ok(compose(
        &templates.sentences,
        frame,
        &sample.notice,
        &enclosed,
    )?)
}

fn stream(mails: &[(String, Mail)], forms: &[Form]) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (at, (name, mail)) in mails.iter().enumerate() {
        if mails.len() > 1 {
            let gap = if at == 0 { "" } else { "\n" };
            writeln!(out, "{gap}==> {name} <==")?;
        }
        for form in forms {
            out.write_all(&form.of(mail))?;
        }
    }
    out.flush()?;
    Ok(())
}

fn files(dir: &Path, mails: &[(String, Mail)], forms: &[Form]) -> Result<(), Failure> {
    let unwritable = |error| format!("{}: {error}", dir.display());
    fs::create_dir_all(dir).map_err(unwritable)?;
    for (name, mail) in mails {
        for form in forms {
            let path = dir.join(format!("{name}.{}", form.ending()));
            fs::write(&path, form.of(mail)).map_err(unwritable)?;
        }
    }
    fs::write(dir.join("index.html"), index(mails, forms)).map_err(unwritable)?;
    let written = mails.len() * forms.len();
    writeln!(
        io::stdout().lock(),
        "{written} files, listed in {}",
        dir.join("index.html").display()
    )?;
    Ok(())
}

/// A page that leads to every file.
fn index(mails: &[(String, Mail)], forms: &[Form]) -> String {
    let row = |(name, mail): &(String, Mail)| {
        let files: Vec<String> = forms
            .iter()
            .map(|form| format!("<a href=\"{name}.{0}\">{0}</a>", form.ending()))
            .collect();
        let subject = mail.subject.replace('&', "&amp;").replace('<', "&lt;");
        let files = files.join(" ");
        format!("<tr><td>{subject}<td><code>{name}</code><td>{files}")
    };
    let rows = mails.iter().map(row).collect::<Vec<_>>().join("\n");
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>Notices</title>\n\
         <style>body {{ font: 18px/1.5 sans-serif; margin: 24px }} td {{ padding: 4px 16px 4px 0; text-align: left }}</style>\n\
         <h1>Notices</h1>\n<table>\n{rows}\n</table>\n"
    )
}
