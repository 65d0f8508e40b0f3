//! What Dovecot and Postfix send, word for word as it was observed, over TCP to a gateway that really listens. No mail software
//! is needed.

mod ground;
mod introspect;
mod policy;
mod strangers;
mod token;
