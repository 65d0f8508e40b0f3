//! The authenticator app: begun, proved, removed.

mod begin;
mod prove;
mod remove;

pub use begin::{BeginTotpRefusal, BegunTotp};
pub use prove::{BoundTotp, ProveTotpRefusal};
pub use remove::RemoveTotpRefusal;
