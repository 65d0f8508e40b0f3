//! A program that somebody else wrote, running as a plain process for as long as a value lives.

use std::fs::File;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

/// How long a program may take to be there, where other tests want the processor too.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long it may take to end before it is ended.
const GRACE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(20);

/// A process and all that it starts: one process group, which ends with this value.
pub(crate) struct Program {
    name: &'static str,
    child: Child,
    /// Reads from us, and ends the group when we are gone, however we went.
    guardian: Child,
    said: PathBuf,
}

impl Program {
    /// Starts a program. What it says goes to the file `said`. It ends too when this process is killed.
    pub(crate) fn start(name: &'static str, command: Command, said: &Path) -> Self {
        Self::start_apart(name, command, said, said)
    }

    /// The same, with standard output and standard error in files of their own.
    pub(crate) fn start_apart(
        name: &'static str,
        mut command: Command,
        stdout: &Path,
        stderr: &Path,
    ) -> Self {
        use std::os::unix::process::CommandExt as _;

        let output = |to: &Path| {
            let file = File::options().create(true).append(true).open(to);
            file.expect("a file for output")
        };
        let child = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(output(stdout))
            .stderr(output(stderr))
            .spawn()
            .unwrap_or_else(|error| panic!("{name} doesn't start: {error}"));
        let group = i32::try_from(child.id()).expect("a process number");
        let guardian = Command::new("sh")
            .args(["-c", "read _; kill -TERM 0"])
            .process_group(group)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Self {
            name,
            child,
            guardian: guardian.expect("a shell"),
            said: stderr.to_owned(),
        }
    }

    /// Waits until it takes connections on a port of this machine.
    pub(crate) fn wait_for(&mut self, port: u16) {
        self.wait_until(|| TcpStream::connect((Ipv4Addr::LOCALHOST, port)));
    }

    /// Waits until something succeeds that needs it.
    pub(crate) fn wait_until<T>(&mut self, attempt: impl Fn() -> io::Result<T>) {
        let started = Instant::now();
        while let Err(error) = attempt() {
            let ended = self.child.try_wait().expect("a child can be asked");
            let said = || read(&self.said);
            assert!(
                ended.is_none(),
                "{} ended ({ended:?}):\n{}",
                self.name,
                said()
            );
            let patient = started.elapsed() < PATIENCE;
            assert!(patient, "{} doesn't answer: {error}\n{}", self.name, said());
            std::thread::sleep(PAUSE);
        }
    }

    /// Its number.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Ends it at once, like a power cut for the process.
    pub(crate) fn kill(mut self) {
        self.end(Signal::KILL);
    }

    /// Sends a signal, waits until the last process of the group has ended, and ends what hasn't after a while.
    fn end(&mut self, signal: Signal) {
        let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) else {
            return;
        };
        // Any of these may have ended by itself; either way nothing is left to do.
        let _ = kill_process_group(group, signal);
        let started = Instant::now();
        while anybody_lives_in(group) {
            if started.elapsed() > GRACE {
                let _ = kill_process_group(group, Signal::KILL);
            }
            std::thread::sleep(PAUSE);
        }
        let _ = self.child.wait();
        let _ = self.guardian.wait();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.end(Signal::TERM);
    }
}

/// Whether a process group has a member that isn't dead. The dead ones may lie there until somebody's parent comes by.
fn anybody_lives_in(group: Pid) -> bool {
    let group = group.to_string();
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let stats =
        processes.filter_map(|process| std::fs::read_to_string(process.path().join("stat")).ok());
    stats.into_iter().any(|stat| {
        // Behind the name, which may hold anything: state, parent, group.
        let fields = stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace());
        let fields: Vec<&str> = fields.into_iter().flatten().collect();
        matches!(fields.as_slice(), [life, _, of, ..] if *of == group && !matches!(*life, "Z" | "X"))
    })
}

/// A port of this machine that nobody listens on now, another one each time. Never one of those that the kernel gives to
/// whoever connects: it would be taken before a slow program listens.
#[must_use]
pub fn free_port() -> u16 {
    const FIRST: u32 = 10_000;
    const COUNT: u32 = 20_000;
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        // Two processes that test at once begin at different places.
        let place = std::process::id().wrapping_mul(37) + NEXT.fetch_add(1, Ordering::Relaxed);
        let port = u16::try_from(FIRST + place % COUNT).expect("a port");
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return port;
        }
    }
}

/// A file as far as it can be read; nothing when it isn't there.
pub(crate) fn read(path: &Path) -> String {
    std::fs::read(path)
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default()
}
