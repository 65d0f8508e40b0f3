//! A core dump of this process would hold keys and codes.

use std::io;

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

/// Switches core dumps off for this process, by size and, since a dump may also go to a program, as a whole.
///
/// # Errors
/// What the system said. Nothing secret should be handled after that.
pub fn forbid() -> io::Result<()> {
    setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    )?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    Ok(())
}
