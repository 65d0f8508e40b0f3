//! Postfix: who sends mail.

use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Ports;
use crate::program::{Program, read};

const PROGRAMS: &str = "/usr/lib/postfix/sbin";

/// A running Postfix; ends with this value.
pub struct Postfix {
    home: PathBuf,
    ports: Ports,
    domains: String,
    program: Option<Program>,
}

impl Postfix {
    /// Makes a Postfix in a folder that delivers these domains to Dovecot and nothing anywhere else. It doesn't run yet.
    #[must_use]
    pub fn make(home: &Path, ports: Ports, domains: &[&str]) -> Self {
        for (folder, owner) in [("queue", "root"), ("data", "postfix")] {
            let folder = home.join(folder);
            std::fs::create_dir_all(&folder).expect("a folder for Postfix");
            chown(&folder, Some(number_of(owner)), None)
                .expect("the mail programs start as root only");
            std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o755))
                .expect("a folder that can be entered");
        }
        Self {
            home: home.to_owned(),
            ports,
            domains: domains.join(" "),
            program: None,
        }
    }

    /// Starts it with what an operator has before Counterfoil comes, followed by `main` for main.cf and the service
    /// `submission` for master.cf, and waits until it listens.
    pub fn start(&mut self, main: &str, submission: &str) {
        self.stop();
        let write = |name: &str, text: String| {
            std::fs::write(self.home.join(name), text).expect("a configuration");
        };
        write("main.cf", format!("{}\n{main}\n", self.main()));
        write("master.cf", format!("{submission}\n{}", self.master()));
        let checked = self.command("postfix", &["check"]);
        let checked = checked.trim();
        assert!(checked.is_empty(), "postfix check: {checked}");
        let mut command = Command::new(format!("{PROGRAMS}/master"));
        command.arg("-d").arg("-c").arg(&self.home);
        let mut program = Program::start("postfix", command, &self.home.join("said"));
        for port in [self.ports.smtp, self.ports.submission] {
            program.wait_for(port);
        }
        self.program = Some(program);
    }

    /// Ends it.
    pub fn stop(&mut self) {
        self.program = None;
    }

    /// What it wrote to its log.
    #[must_use]
    pub fn log(&self) -> String {
        read(&self.home.join("log")) + read(&self.home.join("said")).as_str()
    }

    /// What waits, one line a message: `!` behind the number of one that is held.
    #[must_use]
    pub fn queue(&self) -> String {
        self.command("postqueue", &["-p"])
    }

    /// Lets go of what is held.
    pub fn release(&self) {
        self.command("postsuper", &["-H", "ALL"]);
        self.command("postqueue", &["-f"]);
    }

    /// Its configuration directory.
    #[must_use]
    pub fn configuration(&self) -> &Path {
        &self.home
    }

    fn command(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(program);
        command.arg("-c").arg(&self.home).args(arguments);
        let output = command
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        let said = [output.stdout, output.stderr].concat();
        String::from_utf8_lossy(&said).into_owned()
    }

    fn main(&self) -> String {
        let (home, domains, lmtp) = (self.home.display(), &self.domains, self.ports.lmtp);
        format!(
            "# What runs before Counterfoil comes. Nothing leaves this machine.
compatibility_level = 3.6
queue_directory = {home}/queue
data_directory = {home}/data
command_directory = /usr/sbin
daemon_directory = {PROGRAMS}
maillog_file = {home}/log
maillog_file_prefixes = {home}
myhostname = mail.example.org
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
local_transport = error:5.1.1 no such mailbox
default_transport = error:5.1.2 nothing leaves this machine
virtual_mailbox_domains = {domains}
virtual_mailbox_maps = static:all
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
alias_maps =
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_peername_lookup = no
biff = no
"
        )
    }

    fn master(&self) -> String {
        let Ports { smtp, .. } = self.ports;
        format!(
            "127.0.0.1:{smtp} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
lmtp unix - - n - - lmtp
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
showq unix n - n - - showq
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"
        )
    }
}

/// The number of a user that a Debian package made.
fn number_of(user: &str) -> u32 {
    let users = read(Path::new("/etc/passwd"));
    let mut lines = users
        .lines()
        .map(|line| line.split(':').collect::<Vec<_>>());
    lines
        .find(|fields| fields.first() == Some(&user))
        .and_then(|fields| fields.get(2)?.parse().ok())
        .unwrap_or_else(|| {
            panic!("there is no user {user}; script/deps test installs the mail software")
        })
}
