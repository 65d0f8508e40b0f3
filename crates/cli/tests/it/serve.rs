//! The real server: what whoever watches it reads, and how it ends.

mod shutdown;
mod supervisor;
mod watching;

use std::fs::File;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Other things may be built beside this test.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running `counterfoil serve` on SQLite; ends with this value.
pub(crate) struct Server {
    child: Child,
    pub(crate) dir: TempDir,
    pub(crate) public: SocketAddr,
    pub(crate) gateway: SocketAddr,
    pub(crate) metrics: SocketAddr,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that is free now. Another process may take it first, which the tests' loopback rarely sees.
fn free() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap()
}

/// The command in this directory, without anything that this process's environment would tell it.
fn counterfoil(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterfoil"));
    command.env_clear().current_dir(dir).stdin(Stdio::null());
    command
}

impl Server {
    /// Starts it, with these variables besides, and waits until it is ready.
    pub(crate) fn start(variables: &[(&str, &str)]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (public, gateway, metrics, sending) = (free(), free(), free(), free());
        let config = format!(
            "public_url = \"http://localhost:{}\"\nlisten = \"{public}\"\n\n[mail]\ngateway = \"{gateway}\"\n\
             sending_policy = \"{sending}\"\n\n[metrics]\nlisten = \"{metrics}\"\n",
            public.port()
        );
        std::fs::write(dir.path().join("counterfoil.toml"), config).unwrap();
        let output = |name: &str| File::create(dir.path().join(name)).unwrap();
        let child = counterfoil(dir.path())
            .arg("serve")
            .envs(variables.iter().copied())
            .stdout(output("stdout"))
            .stderr(output("stderr"))
            .spawn()
            .unwrap();
        let mut server = Self {
            child,
            dir,
            public,
            gateway,
            metrics,
        };
        server.until("it is ready", |server| {
            get(server.public, "/readyz").is_some_and(|answer| answer.status == 200)
        });
        server
    }

    /// Waits until something holds.
    pub(crate) fn until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let began = Instant::now();
        while !holds(self) {
            assert!(
                began.elapsed() < PATIENCE,
                "not in time: {what}\n{}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub(crate) fn terminate(&self) {
        let id = i32::try_from(self.child.id()).unwrap();
        let pid = rustix::process::Pid::from_raw(id).unwrap();
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    }

    pub(crate) fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits for its end.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(began.elapsed() < PATIENCE, "it doesn't end\n{}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.dir.path().join("stderr")).unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> (i32, String) {
        let output = counterfoil(self.dir.path())
            .args(arguments)
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.code().unwrap(),
            String::from_utf8(said).unwrap(),
        )
    }

    /// The metrics, as Prometheus reads them.
    pub(crate) fn metrics(&self) -> String {
        let answer = get(self.metrics, "/metrics").unwrap();
        assert_eq!(answer.status, 200);
        answer.body
    }
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// Reads one whole answer; `None` when there is none.
pub(crate) fn read(stream: &mut TcpStream) -> Option<Answer> {
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer {
        status,
        head: head.to_lowercase(),
        body: body.to_owned(),
    })
}

/// Asks for a page; `None` when nobody answers.
pub(crate) fn get(address: SocketAddr, path: &str) -> Option<Answer> {
    let mut stream = TcpStream::connect(address).ok()?;
    let port = address.port();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
    )
    .ok()?;
    read(&mut stream)
}
