//! What notices are made of, from the product and from an operator's folder.

use crate::compose::{AREA, GIVEN, letter};
use crate::layout::{self, Layout};
use crate::sample;
use counterfoil_lang::{Language, LoadError, OwnSentences, Sentences};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file of sentences in a language's folder.
const SENTENCES: &str = "notices.ftl";

/// Sentences and layout.
#[derive(Clone, Debug)]
pub struct Templates {
    /// Every sentence of the product, with the operator's own in the place of ours.
    pub sentences: Arc<Sentences>,
    /// The letter around them.
    pub layout: Arc<Layout>,
}

/// A template that can't be used: the file, the line where that is known, and what is wrong there.
#[derive(Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// The file.
    pub file: String,
    /// Counted from 1.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: String,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.file, self.problem),
            None => write!(f, "{}: {}", self.file, self.problem),
        }
    }
}

impl std::error::Error for TemplateError {}

impl TemplateError {
    fn new(file: impl Into<String>, problem: impl fmt::Display) -> Self {
        Self {
            file: file.into(),
            line: None,
            problem: problem.to_string(),
        }
    }
}

impl From<LoadError> for TemplateError {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Own {
                file,
                line,
                problem,
            }
            | LoadError::Syntax {
                file,
                line,
                problem,
            } => Self {
                file,
                line: Some(line),
                problem,
            },
            other => Self::new(SENTENCES, other),
        }
    }
}

impl Templates {
    /// Ours alone, which the tests have checked.
    ///
    /// # Errors
    /// No release can have one.
    pub fn bundled() -> Result<Self, TemplateError> {
        Self::from_files(Files::default())
    }

    /// Ours, with what is in this folder in their place: `letter.html` and `letter.txt`, and for each language a folder with
    /// `notices.ftl` and, if letters look different in it, layouts of its own. Sentences that aren't in the file stay ours.
    ///
    /// # Errors
    /// [`TemplateError`] for the first thing that would leave a hole in a mail.
    pub fn load(folder: &Path) -> Result<Self, TemplateError> {
        let templates = Self::from_files(Files::read(folder)?)?;
        templates.check()?;
        Ok(templates)
    }

    fn from_files(files: Files) -> Result<Self, TemplateError> {
        let own: Vec<OwnSentences<'_>> = files
            .sentences
            .iter()
            .map(|(language, file, text)| OwnSentences {
                file,
                text,
                language: *language,
                area: AREA,
                given: &GIVEN,
            })
            .collect();
        let sentences = Sentences::load_with(&own)?;
        let layout = Layout::with(files.layouts)?;
        Ok(Self {
            sentences: Arc::new(sentences),
            layout: Arc::new(layout),
        })
    }

    /// Writes every notice once in every language.
    ///
    /// # Errors
    /// The first that would have a hole.
    pub fn check(&self) -> Result<(), TemplateError> {
        let frame = sample::frame(self)?;
        for sample in sample::all(&self.sentences)? {
            for language in Language::all() {
                let mut notice = sample.notice.clone();
                language.tag().clone_into(&mut notice.language);
                let enclosed = sample.enclosed.clone().under(sample::PUBLIC_URL);
                let letter = letter(&self.sentences, &frame, &notice, &enclosed);
                let letter = letter.map_err(|error| {
                    let problem = format!("the notice {} can't be written: {error}", sample.name);
                    TemplateError::new(layout::of_language(*language, SENTENCES), problem)
                })?;
                if letter.subject.contains('\n') || letter.subject.chars().count() > LONGEST_SUBJECT
                {
                    let problem = format!(
                        "the subject of {} must be one line of at most {LONGEST_SUBJECT} characters",
                        sample.name
                    );
                    let file = layout::of_language(*language, SENTENCES);
                    return Err(TemplateError::new(file, problem));
                }
                self.layout.check(&letter)?;
            }
        }
        Ok(())
    }

    /// Writes our files into a folder, to start from. What is there already stays as it is.
    ///
    /// # Errors
    /// What the system says, with the file.
    pub fn write_ours(folder: &Path) -> Result<Vec<PathBuf>, TemplateError> {
        let mut written = Vec::new();
        let mut files: Vec<(PathBuf, &str)> = layout::ours()
            .map(|(name, text)| (folder.join(name), text))
            .to_vec();
        for language in Language::offered() {
            let path = folder.join(layout::of_language(*language, SENTENCES));
            files.push((path, language.file(SENTENCES).unwrap_or_default()));
        }
        for (path, text) in files {
            let unwritable = |error| TemplateError::new(path.display().to_string(), error);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(unwritable)?;
            }
            match fs::File::create_new(&path) {
                Ok(mut file) => {
                    io::Write::write_all(&mut file, text.as_bytes()).map_err(unwritable)?;
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(unwritable(error)),
            }
            written.push(path);
        }
        Ok(written)
    }
}

/// Mail programs cut a subject long before.
const LONGEST_SUBJECT: usize = 150;

/// What was found in a folder.
#[derive(Default)]
struct Files {
    sentences: Vec<(Language, String, String)>,
    layouts: Vec<(String, String, String)>,
}

impl Files {
    fn read(folder: &Path) -> Result<Self, TemplateError> {
        let mut files = Self::default();
        for path in entries(folder)? {
            let name = name_of(&path);
            if layout::names().contains(&name.as_str()) {
                let text = read(&path)?;
                files.layouts.push((name, path.display().to_string(), text));
                continue;
            }
            let language = Language::offered()
                .iter()
                .find(|language| language.tag() == name);
            match language {
                Some(language) if path.is_dir() => files.read_language(*language, &path)?,
                _ => return Err(unknown(&path)),
            }
        }
        Ok(files)
    }

    fn read_language(&mut self, language: Language, folder: &Path) -> Result<(), TemplateError> {
        for path in entries(folder)? {
            let (name, file) = (name_of(&path), path.display().to_string());
            if name == SENTENCES {
                self.sentences.push((language, file, read(&path)?));
            } else if layout::names().contains(&name.as_str()) {
                let name = layout::of_language(language, &name);
                self.layouts.push((name, file, read(&path)?));
            } else {
                return Err(unknown(&path));
            }
        }
        Ok(())
    }
}

/// What is in a folder, in order, without what editors and versioning hide there.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, TemplateError> {
    let unreadable = |error| TemplateError::new(folder.display().to_string(), error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if !name_of(&path).starts_with('.') {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn read(path: &Path) -> Result<String, TemplateError> {
    fs::read_to_string(path).map_err(|error| TemplateError::new(path.display().to_string(), error))
}

/// A file that would be left out without a word is a sentence that its writer believes to be sent.
fn unknown(path: &Path) -> TemplateError {
    let languages: Vec<String> = Language::offered()
        .iter()
        .map(|language| format!("{}/{SENTENCES}", language.tag()))
        .collect();
    let problem = format!(
        "this is no template; a folder of templates has {}, and the layouts in a language's folder where they differ in it",
        layout::names()
            .iter()
            .map(|name| (*name).to_owned())
            .chain(languages)
            .collect::<Vec<_>>()
            .join(", ")
    );
    TemplateError::new(path.display().to_string(), problem)
}
