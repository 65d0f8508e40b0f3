//! `counterfoil app webhook test`

use clap::Args;

/// Send an app's webhook a message of the type webhook-test
///
/// Once, and now. Says why when it wasn't heard.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app webhook test shop

Status: 0 it was heard, 1 it was not, or there is no webhook."
)]
pub(crate) struct Test {
    /// The app's id
    pub(super) id: String,
}
