//! Counterfoil with the mail software around it, as an operator has it.

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::mail_client::deliver;
use crate::mail_system::{Dovecot, Ports, Postfix, Roundcube};
use crate::{Server, Setup};

/// Whose mailboxes there are, and the addresses outside of them: all are delivered here.
const DOMAINS: [&str; 2] = ["example.org", "elsewhere.example"];
const PATIENCE: Duration = Duration::from_secs(30);

/// All of it, running on this machine only; ends with this value and leaves nothing behind.
pub struct Lab {
    /// Mail in a browser.
    pub roundcube: Roundcube,
    /// Who sends.
    pub postfix: Postfix,
    /// Who reads.
    pub dovecot: Dovecot,
    /// Counterfoil.
    pub server: Server,
    /// Who listens where.
    pub ports: Ports,
    // Goes after the programs.
    home: TempDir,
}

impl Lab {
    /// Starts Counterfoil, lets it write what the mail software needs, and starts Dovecot with that. Postfix and Roundcube
    /// are ready to be started.
    #[must_use]
    pub fn start(setup: Setup, ports: Ports) -> Self {
        let home = TempDir::new().expect("a temporary directory");
        // Programs that give up being root have to get in.
        let open = std::fs::Permissions::from_mode(0o711);
        std::fs::set_permissions(home.path(), open).expect("a folder that can be entered");
        let folder = |name: &str| {
            let folder = home.path().join(name);
            std::fs::create_dir(&folder).expect("a folder");
            folder
        };
        let dovecot = Dovecot::make(&folder("dovecot"), ports);
        let postfix = Postfix::make(&folder("postfix"), ports, &DOMAINS);
        let roundcube = Roundcube::make(&folder("roundcube"), ports);
        let here = |port: u16| format!("127.0.0.1:{port}");
        let server = setup
            .set("mail.gateway", &here(ports.gateway))
            .set("mail.sending_policy", &here(ports.sending))
            .set(
                "mail.doveadm",
                &format!("http://{}/doveadm/v1", here(ports.doveadm)),
            )
            .set("mail.imap", &format!("localhost:{}", ports.imap))
            .set("mail.smtp", &format!("localhost:{}", ports.submission))
            .set("notices.transport", "smtp")
            .set("notices.from", "account@example.org")
            .set("notices.bounces", &here(ports.returns))
            .set("smtp.host", "localhost")
            .set("smtp.port", &ports.smtp.to_string())
            .set("smtp.tls", "none")
            .start_on(ports.portal);
        let mut lab = Self {
            roundcube,
            postfix,
            dovecot,
            server,
            ports,
            home,
        };
        lab.writes_fragments();
        let settings = lab.for_dovecot();
        lab.dovecot.start(&settings);
        lab
    }

    /// Starts Postfix with what Counterfoil wrote for it.
    pub fn start_sending(&mut self) {
        self.start_sending_with("");
    }

    /// The same, with more lines at the end of main.cf. What they set takes the place of what stands before: Postfix warns of a name
    /// that is set twice.
    pub fn start_sending_with(&mut self, more: &str) {
        let (main, submission) = self.for_postfix();
        let returns = "counterfoil-returns";
        std::fs::copy(
            self.fragments().join("postfix").join(returns),
            self.postfix.configuration().join(returns),
        )
        .expect("what Counterfoil wrote for Postfix");
        let name = |line: &str| line.split('=').next().map(|name| name.trim().to_owned());
        let anew: Vec<_> = more.lines().map(name).collect();
        let kept: Vec<_> = main
            .lines()
            .filter(|line| !anew.contains(&name(line)))
            .collect();
        self.postfix
            .start(&format!("{}\n{more}", kept.join("\n")), &submission);
    }

    /// Starts Roundcube with what Counterfoil wrote for it.
    pub fn start_webmail(&mut self) {
        let settings = self.for_roundcube();
        self.roundcube.start(&settings);
    }

    /// Makes accounts with a password and no second step, as from the passwords of another system.
    pub fn has_accounts(&self, accounts: &[(&str, &str)]) {
        let lines = accounts.iter().map(|(login, password)| {
            let hash = self
                .dovecot
                .doveadm(&["pw", "-s", "SHA512-CRYPT", "-p", password]);
            format!("{login}:{}\n", hash.trim())
        });
        let file = self.home.path().join("accounts");
        std::fs::write(&file, lines.collect::<String>()).expect("a file of accounts");
        let (status, said, error) =
            self.server
                .run(&["account", "import", &file.to_string_lossy()]);
        assert_eq!(status, Some(0), "{said}{error}");
        std::fs::remove_file(file).expect("the file of accounts goes");
    }

    /// `counterfoil mail doctor` with more arguments: its status, and what it found.
    #[must_use]
    pub fn doctor(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let imap = format!("127.0.0.1:{}", self.ports.imap);
        let dovecot = self.dovecot.configuration();
        let mut all = vec!["mail", "doctor", "--imap", &imap];
        let dovecot = dovecot.to_string_lossy();
        let postfix = self.postfix.configuration().to_string_lossy();
        if !arguments.contains(&"--dovecot-conf") {
            all.extend(["--dovecot-conf", &dovecot]);
        }
        all.extend(["--postfix-dir", &postfix]);
        all.extend(arguments);
        let (status, said, error) = self.server.run(&all);
        (status, said + error.as_str())
    }

    /// A message arrives in a mailbox, as from somewhere else.
    pub fn receives(&self, from: &str, to: &str, subject: &str, text: &str) {
        let message = format!("From: {from}\nTo: {to}\nSubject: {subject}\n\n{text}\n");
        deliver(self.ports.lmtp, from, to, &message);
    }

    /// The mails in a mailbox, as they arrived.
    #[must_use]
    pub fn mails(&self, address: &str) -> Vec<String> {
        self.dovecot.mails(address)
    }

    /// Waits for a mail in a mailbox that holds all these words and returns it.
    #[must_use]
    pub fn mail(&self, address: &str, words: &[&str]) -> String {
        let started = Instant::now();
        loop {
            let mails = self.mails(address);
            let holds = |mail: &&String| words.iter().all(|word| mail.contains(word));
            if let Some(mail) = mails.iter().find(holds) {
                return mail.clone();
            }
            assert!(
                started.elapsed() < PATIENCE,
                "no mail with {words:?} for {address} among {mails:#?}\n{}",
                self.postfix.log()
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// What Counterfoil wrote for the mail software. Our own are only ports, and that nothing is encrypted on this machine.
impl Lab {
    fn fragments(&self) -> PathBuf {
        self.home.path().join("counterfoil")
    }

    fn writes_fragments(&self) {
        let out = self.fragments();
        let (out, dovecot) = (out.to_string_lossy(), out.join("dovecot"));
        let (dovecot, sasl) = (
            dovecot.to_string_lossy(),
            format!("127.0.0.1:{}", self.ports.sasl),
        );
        let (status, said, error) = self.server.run(&[
            "mail",
            "setup",
            "--dovecot",
            "2.3",
            "--postfix",
            "--roundcube",
            "--webmail",
            &self.roundcube.url(),
            "--out",
            &out,
            "--dovecot-dir",
            &dovecot,
            "--sasl",
            &sasl,
        ]);
        assert_eq!(status, Some(0), "{said}{error}");
    }

    /// For Dovecot.
    #[must_use]
    pub fn for_dovecot(&self) -> String {
        let file = self.fragments().join("dovecot/99-counterfoil.conf");
        format!("!include {}\n", file.display())
    }

    /// Dovecot's configuration as somebody changed it: words replaced wherever they stand in what Counterfoil wrote, and lines
    /// added at the end. Dovecot doesn't run with it.
    #[must_use]
    pub fn altered_dovecot(&self, name: &str, (from, to): (&str, &str), added: &str) -> PathBuf {
        let ours = self.fragments().join("dovecot");
        let theirs = self.home.path().join(format!("altered-{name}"));
        std::fs::create_dir(&theirs).expect("a folder");
        let (here, there) = (ours.to_string_lossy(), theirs.to_string_lossy());
        for file in std::fs::read_dir(&ours)
            .expect("what Counterfoil wrote for Dovecot")
            .flatten()
        {
            let mut text = std::fs::read_to_string(file.path())
                .expect("a text")
                .replace(&*here, &there);
            if !from.is_empty() {
                text = text.replace(from, to);
            }
            std::fs::write(theirs.join(file.file_name()), text).expect("a file");
        }
        let running =
            std::fs::read_to_string(self.dovecot.configuration()).expect("a configuration");
        let file = theirs.join("dovecot.conf");
        std::fs::write(
            &file,
            format!("{}\n{added}\n", running.replace(&*here, &there)),
        )
        .expect("a file");
        file
    }

    /// For Postfix: the end of main.cf, and the service for mail programs in master.cf.
    fn for_postfix(&self) -> (String, String) {
        let read = |name: &str| {
            let file = self.fragments().join("postfix").join(name);
            std::fs::read_to_string(file).expect("what Counterfoil wrote for Postfix")
        };
        let service = format!("127.0.0.1:{} inet n - n", self.ports.submission);
        let master = read("master.cf").replace("submission inet n - y", &service);
        let (submission, _) = master
            .split_once("submissions inet")
            .expect("two services in master.cf");
        let submission = submission
            .replace(
                "smtpd_tls_security_level=encrypt",
                "smtpd_tls_security_level=none",
            )
            .replace("smtpd_tls_auth_only=yes", "smtpd_tls_auth_only=no");
        (read("main.cf"), submission)
    }

    fn for_roundcube(&self) -> String {
        let file = self.fragments().join("roundcube/counterfoil.inc.php");
        format!("include '{}';\n", file.display())
    }
}
