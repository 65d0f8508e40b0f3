//! What was measured: medians, with the least and the most of the rounds beside them.

use std::fmt;
use std::fmt::Write as _;
use std::process::Command;

/// Some measurements of one thing, a round each.
#[derive(Clone)]
pub(crate) struct Rounds(Vec<f64>);

impl Rounds {
    pub(crate) fn of(mut rounds: Vec<f64>) -> Self {
        rounds.sort_by(f64::total_cmp);
        Self(rounds)
    }

    pub(crate) fn median(&self) -> f64 {
        self.0.get(self.0.len() / 2).copied().expect("a round")
    }

    fn least(&self) -> f64 {
        self.0.first().copied().expect("a round")
    }

    fn most(&self) -> f64 {
        self.0.last().copied().expect("a round")
    }

    /// Round by round, what stood beside each other.
    pub(crate) fn ratios(these: &[f64], to: &[f64]) -> Self {
        Self::of(these.iter().zip(to).map(|(this, to)| this / to).collect())
    }
}

/// Everything measured in this run.
pub(crate) struct Figures {
    rows: Vec<(String, Rounds, usize)>,
    verdicts: Vec<String>,
}

impl Figures {
    pub(crate) const fn new() -> Self {
        Self {
            rows: Vec::new(),
            verdicts: Vec::new(),
        }
    }

    /// A row of the table: how many a second, or a ratio with `digits` behind the point.
    pub(crate) fn row(&mut self, what: impl Into<String>, rounds: Rounds, digits: usize) {
        self.rows.push((what.into(), rounds, digits));
    }

    /// A target, and whether it is met.
    pub(crate) fn verdict(&mut self, what: &str, median: f64, least: f64) {
        let met = if median >= least { "met" } else { "missed" };
        self.verdicts.push(format!(
            "{what}: {median:.2}, to be at least {least}: {met}"
        ));
    }

    /// The page for the documentation.
    pub(crate) fn page(&self) -> String {
        let machine = said("lscpu", &[])
            .lines()
            .find_map(|line| {
                line.strip_prefix("Model name:")
                    .map(str::trim)
                    .map(str::to_owned)
            })
            .unwrap_or_default();
        let (date, cores) = (said("date", &["-u", "+%-d %B %Y"]), said("nproc", &[]));
        let (dovecot, load) = (
            said("dovecot", &["--version"]),
            said("cat", &["/proc/loadavg"]),
        );
        let mut page = format!(
            "# Benchmarks

What `script/bench` measured on {} ({machine}, {} cores; load {} when it ended). `script/bench --write` writes this page anew.

Client, server and Dovecot share the machine, so the figures are no one's limits; what stands beside each other ran in turns in
one run, and the ratios are what to look at. A town of 100,000 mailboxes on the embedded SQLite, each with an app password.
Dovecot is {}.

| | median | least | most |
|---|---:|---:|---:|
",
            date.trim(),
            cores.trim(),
            load.split(' ').next().unwrap_or_default(),
            dovecot.split(' ').next().unwrap_or_default().trim(),
        );
        for (what, rounds, digits) in &self.rows {
            let _ = writeln!(
                page,
                "| {what} | {:.digits$} | {:.digits$} | {:.digits$} |",
                rounds.median(),
                rounds.least(),
                rounds.most()
            );
        }
        page.push('\n');
        for verdict in &self.verdicts {
            let _ = writeln!(page, "- {verdict}");
        }
        page
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (what, rounds, digits) in &self.rows {
            writeln!(
                f,
                "{what:72} {:>10.digits$}   ({:.digits$} to {:.digits$})",
                rounds.median(),
                rounds.least(),
                rounds.most()
            )?;
        }
        self.verdicts
            .iter()
            .try_for_each(|verdict| writeln!(f, "{verdict}"))
    }
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default()
}
