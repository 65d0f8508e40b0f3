//! A password that Dovecot remembers works after it was taken away.

use super::Finding;
use super::block::Block;

pub(super) fn judge(conf: &Block) -> Finding {
    match conf.get("auth_cache_size") {
        None | Some("0") => Finding::ok("auth cache: is off"),
        Some(size) => Finding::fail(format!(
            "auth cache: auth_cache_size = {size}, so a password goes on working after it was taken away; set it to 0"
        )),
    }
}
