//! What whoever watches the server can ask: is it alive, is it ready, and how has it been.
//!
//! Nothing here tells one person from another: labels are constants of this program.

mod door;
mod jobs;
mod metrics;
mod process;
mod readiness;
mod requests;

pub(crate) use door::{MetricsDoor, public_routes};
pub(crate) use jobs::Pulse;
pub(crate) use metrics::Metrics;
pub(crate) use readiness::{Phase, Readiness};
pub(crate) use requests::counted;
