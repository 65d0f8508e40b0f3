//! Which processes still work in a directory.

use std::path::Path;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// Waits until no process names `home` on its command line, and ends those that still do after five seconds.
pub(crate) fn end_all(home: &Path) {
    let started = Instant::now();
    loop {
        let left = users_of(home);
        if left.is_empty() {
            return;
        }
        if started.elapsed() > Duration::from_secs(5) {
            for process in left {
                // It may have ended since it was seen.
                let _ = kill_process(process, Signal::KILL);
            }
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn users_of(home: &Path) -> Vec<Pid> {
    let home = home.to_string_lossy();
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .filter_map(|process| {
            let number = process.file_name().to_str()?.parse().ok()?;
            let line = std::fs::read(process.path().join("cmdline")).ok()?;
            if String::from_utf8_lossy(&line).contains(&*home) {
                Pid::from_raw(number)
            } else {
                None
            }
        })
        .collect()
}
