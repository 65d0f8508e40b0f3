//! `counterfoil code read`

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use counterfoil_core::TagKey;
use zeroize::Zeroizing;

use crate::command::Failure;

/// Read typed backup codes, repair what can be repaired, and say what was read
///
/// Reads one typed code a line from standard input and answers each with one line,
/// its fields separated by tabs:
///
///   SLOT CODE WRONG UNREADABLE ok|bad|-
///   refused REASON
///
/// SLOT is the code's number on its sheet, CODE the code as printed, WRONG and
/// UNREADABLE how many symbols were repaired. The last field says whether the code
/// carries our tag; it is "-" without a key.
///
/// Any case, spaces, hyphens and dots are fine. O is read as 0, I and L as 1, and ?
/// stands for a symbol that can't be read.
///
/// Nothing is looked up and nothing is used up: this says how a code reads, not
/// whether it works.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  echo 'szab5 rrb14 6vh7x fm22?' | counterfoil code read
  counterfoil code read --tag-key-file tag.hex < typed.txt

Status: 0 every code was read, 1 some were refused, 2 the key or the input could not be read."
)]
pub(crate) struct Read {
    /// A file that holds the tag key as 64 hexadecimal digits
    #[arg(long, value_name = "FILE")]
    tag_key_file: Option<PathBuf>,
}

pub(crate) fn run(read: &Read) -> Result<ExitCode, Failure> {
    let tag_key = read.tag_key_file.as_ref().map(read_key).transpose()?;
    let mut input = io::stdin().lock();
    let mut out = io::stdout().lock();
    let mut line = Zeroizing::new(Vec::new());
    let mut status = ExitCode::SUCCESS;
    while input.read_until(b'\n', &mut line)? > 0 {
        let typed = Zeroizing::new(String::from_utf8_lossy(&line).into_owned());
        let (answer, refused) =
            counterfoil_core::report(typed.trim_end_matches(['\r', '\n']), tag_key.as_ref());
        writeln!(out, "{}", *answer)?;
        if refused {
            status = ExitCode::FAILURE;
        }
        line.clear();
    }
    Ok(status)
}

fn read_key(path: &PathBuf) -> Result<TagKey, Failure> {
    let text = std::fs::read_to_string(path).map(Zeroizing::new);
    let key = text.map_err(|error| format!("{}: {error}", path.display()))?;
    TagKey::from_hex(&key).map_err(|error| format!("{}: {error}", path.display()).into())
}
