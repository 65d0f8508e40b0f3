//! `HAProxy`: one address in front of two Counterfoils, as docs/mail/outage.md has it.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use super::Ports;
use crate::program::Program;

/// The configuration that the operator's page prints, with the ports that it names.
const PAGE: &str = include_str!("../../../docs/mail/outage.md");

/// A running `HAProxy`; ends with this value.
pub struct Haproxy {
    _program: Program,
}

impl Haproxy {
    /// Starts it in a folder, where Dovecot and Postfix ask, with what the operator's page says, for two nodes whose gateways
    /// and sending policies are on these ports.
    #[must_use]
    pub fn start(home: &Path, ports: Ports, nodes: [(u16, u16); 2]) -> Self {
        let [(gateway_a, sending_a), (gateway_b, sending_b)] = nodes;
        let mut settings = on_the_page();
        for (printed, here) in [
            ("4180", ports.gateway),
            ("4181", ports.sending),
            ("4182", gateway_a),
            ("4183", sending_a),
            ("4184", gateway_b),
            ("4185", sending_b),
        ] {
            settings = settings.replace(
                &format!("127.0.0.1:{printed}"),
                &format!("127.0.0.1:{here}"),
            );
        }
        let file = home.join("haproxy.cfg");
        std::fs::write(&file, settings).expect("a configuration");
        let mut command = Command::new("haproxy");
        command.arg("-db").arg("-f").arg(&file);
        let mut program = Program::start("haproxy", command, &home.join("haproxy-said"));
        program.wait_for(ports.gateway);
        Self { _program: program }
    }
}

impl Haproxy {
    /// Starts it in a folder, on a port, in front of the portals of so many nodes. A request that couldn't be handed over goes to
    /// another node; one that a node has heard is never sent twice.
    #[must_use]
    pub fn before(home: &Path, port: u16, nodes: &[u16]) -> Self {
        let mut settings = format!(
            "defaults\n  mode http\n  timeout connect 1s\n  timeout client 60s\n  timeout server 60s\n  retries 3\n  option redispatch\n\
             frontend portal\n  bind 127.0.0.1:{port}\n  default_backend nodes\n\
             backend nodes\n  balance roundrobin\n  option forwardfor\n"
        );
        for (place, node) in nodes.iter().enumerate() {
            let _ = writeln!(
                settings,
                "  server node-{place} 127.0.0.1:{node} check inter 100ms fastinter 50ms rise 1 fall 1"
            );
        }
        let file = home.join("haproxy-portal.cfg");
        std::fs::write(&file, settings).expect("a configuration");
        let mut command = Command::new("haproxy");
        command.arg("-db").arg("-f").arg(&file);
        let mut program = Program::start("haproxy", command, &home.join("haproxy-portal-said"));
        program.wait_for(port);
        Self { _program: program }
    }
}

fn on_the_page() -> String {
    let block = PAGE.split("```haproxy\n").nth(1);
    let block = block.and_then(|rest| rest.split("```").next());
    block
        .expect("docs/mail/outage.md has a configuration of `HAProxy`")
        .to_owned()
}
