//! What the figures are of: which machine, when, and whether anybody else used it meanwhile.

use std::process::Command;
use std::time::{Duration, Instant};

/// A machine is quiet when others take no more of its processors than this.
const QUIET: f64 = 0.05;
/// How long it is looked at.
const LOOK: Duration = Duration::from_secs(1);
/// How long a busy one is waited for.
const PATIENCE: Duration = Duration::from_mins(1);

/// The machine during this run.
pub(crate) struct Machine {
    began: Instant,
    load: String,
    busiest: f64,
}

impl Machine {
    /// Waits a while for a quiet machine; `Err` says how busy it stays.
    pub(crate) fn found() -> Result<Self, (Self, f64)> {
        let began = Instant::now();
        let mut machine = Self {
            began,
            load: said("cat", &["/proc/loadavg"]),
            busiest: 0.0,
        };
        loop {
            let others = others();
            if others <= QUIET {
                machine.began = Instant::now();
                return Ok(machine);
            }
            if began.elapsed() > PATIENCE {
                machine.busiest = others;
                return Err((machine, others));
            }
        }
    }

    /// Looks again, while nothing is measured.
    pub(crate) fn look(&mut self) {
        let others = others();
        if others > QUIET {
            eprintln!(
                "bench: others take {:.0} % of the processors",
                others * 100.0
            );
        }
        self.busiest = self.busiest.max(others);
    }

    /// One paragraph for the page.
    pub(crate) fn described(&self) -> String {
        let minutes = self.began.elapsed().as_secs_f64() / 60.0;
        let quiet = if self.busiest <= QUIET {
            "the machine was quiet"
        } else {
            "**the machine was not quiet, so take no figure from here**"
        };
        format!(
            "On {}, {}, {} cores, Linux {}, PostgreSQL {}, Dovecot {}. The run took {minutes:.0} minutes; load when it began: {}; before \
             each part others took at most {:.0} % of the processors: {quiet}.",
            said("date", &["-u", "+%-d %B %Y"]).trim(),
            processor(),
            said("nproc", &[]).trim(),
            said("uname", &["-r"]).trim(),
            postgres(),
            said("dovecot", &["--version"])
                .split(' ')
                .next()
                .unwrap_or_default()
                .trim(),
            self.load.split(' ').next().unwrap_or_default(),
            self.busiest * 100.0,
        )
    }
}

/// The share of the processors that is taken now, the hypervisor's part included, while this process sleeps.
fn others() -> f64 {
    let before = jiffies();
    std::thread::sleep(LOOK);
    let after = jiffies();
    let (all, idle) = (after.0 - before.0, after.1 - before.1);
    if all > 0.0 { 1.0 - idle / all } else { 0.0 }
}

/// All time so far, and how much of it was idle or waited for a disk.
fn jiffies() -> (f64, f64) {
    let stat = std::fs::read_to_string("/proc/stat").expect("the processors' time");
    let line = stat.lines().next().expect("a line for all");
    let times: Vec<f64> = line
        .split_whitespace()
        .skip(1)
        .filter_map(|time| time.parse().ok())
        .collect();
    // The last two are the guests' and counted before.
    (
        times.iter().take(8).sum(),
        times.iter().skip(3).take(2).sum(),
    )
}

fn processor() -> String {
    let told = said("lscpu", &[]);
    let name = told
        .lines()
        .find_map(|line| line.strip_prefix("Model name:"));
    name.unwrap_or_default().trim().to_owned()
}

fn postgres() -> String {
    let told = said("/usr/lib/postgresql/15/bin/postgres", &["--version"]);
    told.split_whitespace()
        .nth(2)
        .unwrap_or_default()
        .to_owned()
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default()
}
