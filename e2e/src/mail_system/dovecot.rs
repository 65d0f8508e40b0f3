//! Dovecot: who reads mail.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::Ports;
use crate::program::{Program, read};

/// Whose files the mailboxes are. Dovecot asks for a number, not for a name.
const MAIL_UID: u32 = 5000;

/// A running Dovecot, with the mailboxes in its folder; ends with this value.
pub struct Dovecot {
    home: PathBuf,
    ports: Ports,
    program: Option<Program>,
}

impl Dovecot {
    /// Makes an empty Dovecot in a folder. It doesn't run yet, and nobody has a password.
    #[must_use]
    pub fn make(home: &Path, ports: Ports) -> Self {
        let mailboxes = home.join("mailboxes");
        std::fs::create_dir_all(&mailboxes).expect("a folder for mailboxes");
        std::os::unix::fs::chown(&mailboxes, Some(MAIL_UID), Some(MAIL_UID))
            .expect("the mail programs start as root only: run this as root");
        Self {
            home: home.to_owned(),
            ports,
            program: None,
        }
    }

    /// Starts it with what an operator has before Counterfoil comes, followed by `settings`, and waits until it listens.
    pub fn start(&mut self, settings: &str) {
        self.stop();
        let file = self.home.join("dovecot.conf");
        std::fs::write(
            &file,
            format!("{}\n{settings}\n", self.before_counterfoil()),
        )
        .expect("a configuration");
        let mut command = Command::new("dovecot");
        command.arg("-F").arg("-c").arg(&file);
        let mut program = Program::start("dovecot", command, &self.home.join("said"));
        for port in [self.ports.imap, self.ports.lmtp] {
            program.wait_for(port);
        }
        self.program = Some(program);
    }

    /// Ends it and everybody's connection.
    pub fn stop(&mut self) {
        self.program = None;
    }

    /// What it wrote to its log.
    #[must_use]
    pub fn log(&self) -> String {
        read(&self.home.join("log")) + read(&self.home.join("said")).as_str()
    }

    /// Passwords of the time before, in a file: the settings of a passdb that takes them, to be put behind others.
    #[must_use]
    pub fn second_passdb(&self, passwords: &[(&str, &str)]) -> String {
        let lines = passwords
            .iter()
            .map(|(login, password)| format!("{login}:{{PLAIN}}{password}\n"));
        let file = self.home.join("passwords");
        std::fs::write(&file, lines.collect::<String>()).expect("a file of passwords");
        let file = file.display();
        format!("passdb {{\n  driver = passwd-file\n  args = {file}\n}}\n")
    }

    /// Temporary passwords for a few, as docs/mail/outage.md says: settings to be put before ours. Everybody else goes on to us.
    #[must_use]
    pub fn break_glass(&self, passwords: &[(&str, &str)]) -> String {
        let lines = passwords.iter().map(|(login, password)| {
            let hash = self.doveadm(&["pw", "-s", "SHA512-CRYPT", "-p", password]);
            format!("{login}:{hash}")
        });
        let file = self.home.join("counterfoil-break-glass.passwd");
        std::fs::write(&file, lines.collect::<String>()).expect("a file of passwords");
        let file = file.display();
        format!(
            "passdb {{\n  driver = passwd-file\n  mechanisms = plain login\n  args = {file}\n}}\n"
        )
    }

    /// The messages in somebody's inbox, as they arrived.
    #[must_use]
    pub fn mails(&self, address: &str) -> Vec<String> {
        let inbox = self.home.join("mailboxes").join(address).join("Maildir");
        let folders = ["new", "cur"].map(|folder| std::fs::read_dir(inbox.join(folder)));
        let files = folders.into_iter().flatten().flatten().flatten();
        files.map(|file| read(&file.path())).collect()
    }

    /// Somebody's filters, one a line, the running one with the word ACTIVE.
    #[must_use]
    pub fn filters(&self, login: &str) -> String {
        self.doveadm(&["sieve", "list", "-u", login])
    }

    /// Its configuration file.
    #[must_use]
    pub fn configuration(&self) -> PathBuf {
        self.home.join("dovecot.conf")
    }

    /// Runs `doveadm` and returns what it prints.
    #[must_use]
    pub fn doveadm(&self, arguments: &[&str]) -> String {
        let output = Command::new("doveadm")
            .arg("-c")
            .arg(self.configuration())
            .args(arguments)
            .output()
            .expect("doveadm runs");
        assert!(
            output.status.success(),
            "doveadm {arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn before_counterfoil(&self) -> String {
        let home = self.home.display();
        let Ports {
            imap,
            pop3,
            sieve,
            lmtp,
            ..
        } = self.ports;
        format!(
            "# What runs before Counterfoil comes: mailboxes, protocols, ports. Nobody has a password.
base_dir = {home}/run
state_dir = {home}/state
instance_name = counterfoil-lab
log_path = {home}/log
auth_verbose = yes
listen = 127.0.0.1
protocols = imap pop3 lmtp sieve
ssl = no
disable_plaintext_auth = no
first_valid_uid = {MAIL_UID}
mail_uid = {MAIL_UID}
mail_gid = {MAIL_UID}
mail_location = maildir:~/Maildir
# So many processes wait for work in a hall; here there is one visitor at a time.
service imap-login {{
  process_min_avail = 0
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service pop3-login {{
  inet_listener pop3 {{
    port = {pop3}
  }}
  inet_listener pop3s {{
    port = 0
  }}
}}
service managesieve-login {{
  inet_listener sieve {{
    port = {sieve}
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
userdb {{
  driver = static
  args = uid={MAIL_UID} gid={MAIL_UID} home={home}/mailboxes/%Lu allow_all_users=yes
}}
protocol lmtp {{
  mail_plugins = sieve
}}
plugin {{
  sieve = file:~/sieve;active=~/.dovecot.sieve
}}
namespace inbox {{
  inbox = yes
  mailbox Drafts {{
    auto = subscribe
    special_use = \\Drafts
  }}
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
  mailbox Trash {{
    auto = subscribe
    special_use = \\Trash
  }}
}}
"
        )
    }
}
