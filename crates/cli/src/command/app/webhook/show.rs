//! `counterfoil app webhook show`

use clap::Args;

/// Show an app's webhook and how the telling stands
///
/// One line for each value: its name, a tab, the value. A hyphen stands where there is
/// nothing.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app webhook show shop

queued: not tried yet. deferred: tried in vain, to be tried again. failed: tried in vain for
three days; counterfoil app webhook resend tries again.

Status: 0 there it is, 1 there is none."
)]
pub(crate) struct Show {
    /// The app's id
    pub(super) id: String,
}
