//! `counterfoil app webhook resend`

use clap::Args;

/// Send whatever an app's webhook did not hear again
///
/// Events that are deferred or failed are due at once; a running server sends them. Prints
/// how many there are.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app webhook resend shop"
)]
pub(crate) struct Resend {
    /// The app's id
    pub(super) id: String,
}
