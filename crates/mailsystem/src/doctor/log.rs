//! Passwords in the log of the mail software.

use super::Finding;
use super::block::Block;

pub(super) fn judge(conf: &Block) -> Finding {
    let loud = ["auth_verbose_passwords", "auth_debug_passwords"];
    let loud = loud
        .into_iter()
        .find(|key| !matches!(conf.get(key), None | Some("no")));
    match loud {
        None => Finding::ok("log: no password is written to it"),
        Some(key) => Finding::fail(format!(
            "log: {key} is on, so Dovecot writes passwords to its log; set it to no, and remove what was written"
        )),
    }
}
