//! The real program, in a directory of its own.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::program::{Program, free_port, read};

/// How long the program may take to start: it may have keys to make and a database to migrate.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(50);

/// What a server is started with.
#[derive(Debug, Default)]
pub struct Setup {
    environment: BTreeMap<String, String>,
}

impl Setup {
    /// Sets a key of the configuration, like `policy.codes_per_sheet`.
    #[must_use]
    pub fn set(mut self, key: &str, value: &str) -> Self {
        self.environment.insert(variable(key), value.to_owned());
        self
    }

    fn unless_said(self, key: &str, value: &str) -> Self {
        if self.environment.contains_key(&variable(key)) {
            return self;
        }
        self.set(key, value)
    }

    /// Starts the server and waits until it answers.
    #[must_use]
    pub fn start(self) -> Server {
        self.start_on(free_port())
    }

    /// Starts the server on a port of this machine and waits until it answers.
    #[must_use]
    pub fn start_on(self, port: u16) -> Server {
        let home = TempDir::new().expect("a temporary directory");
        std::fs::create_dir(home.path().join("tmp")).expect("a directory for temporary files");
        let here = format!("http://localhost:{port}");
        let url = self.environment.get(&variable("public_url"));
        let url = url.map_or_else(|| here.clone(), |url| url.trim_end_matches('/').to_owned());
        let environment = self
            .unless_said("public_url", &here)
            .set("listen", &format!("127.0.0.1:{port}"))
            .unless_said("data_dir", &home.path().join("data").to_string_lossy())
            .environment;
        let mut server = Server {
            program: None,
            home,
            url,
            port,
            environment,
        };
        server.start_again();
        server
    }
}

fn variable(key: &str) -> String {
    format!("COUNTERFOIL__{}", key.replace('.', "__").to_uppercase())
}

/// A running `counterfoil serve`; ends with this value.
pub struct Server {
    // Ends before the directory goes.
    program: Option<Program>,
    home: TempDir,
    url: String,
    port: u16,
    environment: BTreeMap<String, String>,
}

impl Server {
    /// With a database of its own in SQLite, mails as files, and every default.
    #[must_use]
    pub fn start() -> Self {
        Setup::default().start()
    }

    /// What it is called from outside: `http://localhost:PORT`, unless it stands behind something.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The port it listens on, whatever stands before it.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Its process, while it runs.
    #[must_use]
    pub fn process(&self) -> Option<u32> {
        self.program.as_ref().map(Program::process)
    }

    /// Everything it has written: its data, its output, its temporary files.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The directory of database, keys and mail.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        let elsewhere = self.environment.get(&variable("data_dir"));
        elsewhere.map_or_else(|| self.home.path().join("data"), PathBuf::from)
    }

    /// What it wrote to standard output: the address and the set-up link.
    #[must_use]
    pub fn said(&self) -> String {
        read(&self.home.path().join("stdout"))
    }

    /// What it wrote to standard error: the log.
    #[must_use]
    pub fn log(&self) -> String {
        read(&self.home.path().join("stderr"))
    }

    /// The one-time link for the first operator, waited for.
    #[must_use]
    pub fn set_up_link(&self) -> String {
        let started = Instant::now();
        loop {
            let said = self.said();
            let behind = format!("{}/", self.url);
            if let Some(link) = said
                .split_whitespace()
                .find(|word| word.len() > behind.len() && word.starts_with(&behind))
            {
                return link.to_owned();
            }
            assert!(
                started.elapsed() < PATIENCE,
                "no set-up link in:\n{said}\n{}",
                self.log()
            );
            std::thread::sleep(PAUSE);
        }
    }

    /// The mails so far, oldest first, as they would travel.
    #[must_use]
    pub fn mails(&self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.data().join("mail")) else {
            return Vec::new();
        };
        let mut files: Vec<_> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
            .map(|path| {
                (
                    std::fs::metadata(&path)
                        .and_then(|metadata| metadata.modified())
                        .ok(),
                    path,
                )
            })
            .collect();
        files.sort();
        files.iter().map(|(_, path)| read(path)).collect()
    }

    /// Waits for a mail that holds all these words and returns it.
    #[must_use]
    pub fn mail(&self, words: &[&str]) -> String {
        self.mail_within(PATIENCE, words)
    }

    /// The same with other patience: a notice in the hands of a node that was killed waits until its lease ends.
    #[must_use]
    pub fn mail_within(&self, patience: Duration, words: &[&str]) -> String {
        let started = Instant::now();
        loop {
            let mails = self.mails();
            if let Some(mail) = mails
                .iter()
                .rev()
                .find(|mail| words.iter().all(|word| mail.contains(word)))
            {
                return mail.clone();
            }
            assert!(
                started.elapsed() < patience,
                "no mail with {words:?} among {}:\n{}",
                mails.len(),
                heads(&mails)
            );
            std::thread::sleep(PAUSE);
        }
    }

    /// Ends it at once, like a power cut for the process.
    pub fn kill(&mut self) {
        if let Some(program) = self.program.take() {
            program.kill();
        }
    }

    /// Starts it again after [`Server::kill`], on the same data.
    pub fn start_again(&mut self) {
        let mut command = program(self.home.path(), &self.environment);
        command.arg("serve");
        let output = |name| self.home.path().join(name);
        let mut program =
            Program::start_apart("counterfoil", command, &output("stdout"), &output("stderr"));
        program.wait_until(|| self.answer());
        self.program = Some(program);
    }

    /// Runs another command of the program on the same data: its status, standard output and standard error.
    #[must_use]
    pub fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let output = program(self.home.path(), &self.environment)
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    }

    /// Asks for a page. Connections are taken before the program can answer them.
    fn answer(&self) -> io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let port = self.port;
        write!(
            stream,
            "GET / HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        )?;
        stream.read_exact(&mut [0; 4])
    }
}

/// Who got which mails.
fn heads(mails: &[String]) -> String {
    let lines = mails.iter().flat_map(|mail| mail.lines());
    let heads = lines.filter(|line| line.starts_with("To: ") || line.starts_with("Subject: "));
    heads.collect::<Vec<_>>().join("\n")
}

/// The program without what this process's own environment would tell it.
fn program(home: &Path, environment: &BTreeMap<String, String>) -> Command {
    let mut command = Command::new(binary());
    // Whatever it puts aside stays where a test looks for it.
    command.env("TMPDIR", home.join("tmp"));
    for (name, _) in
        std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("COUNTERFOIL__"))
    {
        command.env_remove(name);
    }
    command.current_dir(home).envs(environment);
    command
}

/// Cargo puts tests into `deps`, beside the programs.
fn binary() -> PathBuf {
    let us = std::env::current_exe().expect("this program is a file");
    let places = us.ancestors().skip(1).take(2);
    let built = places
        .map(|dir| dir.join("counterfoil"))
        .find(|binary| binary.exists());
    built.expect("the program isn't built; run: cargo build --package counterfoil")
}
