//! What was measured: medians, with the least and the most of the rounds beside them.

use crate::machine::Machine;
use std::fmt;
use std::fmt::Write as _;

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
    rows: Vec<Row>,
    verdicts: Vec<String>,
}

enum Row {
    Heading(&'static str),
    Figure(String, Rounds, usize),
}

impl Figures {
    pub(crate) const fn new() -> Self {
        Self {
            rows: Vec::new(),
            verdicts: Vec::new(),
        }
    }

    /// What the rows below are about.
    pub(crate) fn heading(&mut self, what: &'static str) {
        self.rows.push(Row::Heading(what));
    }

    /// A row of the table: how many a second, or a ratio with `digits` behind the point.
    pub(crate) fn row(&mut self, what: impl Into<String>, rounds: Rounds, digits: usize) {
        self.rows.push(Row::Figure(what.into(), rounds, digits));
    }

    /// A target, and whether it is met.
    pub(crate) fn verdict(&mut self, what: &str, median: f64, least: f64) {
        let met = if median >= least { "met" } else { "missed" };
        self.verdicts.push(format!(
            "{what}: {median:.2}, to be at least {least}: {met}"
        ));
    }

    /// A target that is not to be exceeded, and whether it is met.
    pub(crate) fn at_most(&mut self, what: &str, value: f64, most: f64) {
        let met = if value <= most { "met" } else { "missed" };
        self.verdicts
            .push(format!("{what}: {value:.2}, to be at most {most}: {met}"));
    }

    /// What must be so, and whether it is.
    pub(crate) fn promise(&mut self, what: &str, kept: bool) {
        let met = if kept { "met" } else { "missed" };
        self.verdicts.push(format!("{what}: {met}"));
    }

    /// The page for the documentation.
    pub(crate) fn page(&self, machine: &Machine) -> String {
        let mut page = format!(
            "# Benchmarks

What `script/bench` measured. {}
`script/bench --write` writes this page anew.

Clients, servers and databases share the machine, so the figures are no one's limits; what stands beside each other ran in turns in
one run, and the ratios are what to look at. What each row is, and what it isn't, stands in [benches/README.md](../benches/README.md).

## What was to be shown

",
            machine.described()
        );
        for verdict in &self.verdicts {
            let _ = writeln!(page, "- {verdict}");
        }
        page += "
## The figures

| | median | least | most |
|---|---:|---:|---:|
";
        for row in &self.rows {
            let (what, rounds, digits) = match row {
                Row::Heading(what) => {
                    let _ = writeln!(page, "| **{what}** | | | |");
                    continue;
                }
                Row::Figure(what, rounds, digits) => (what, rounds, *digits),
            };
            let _ = writeln!(
                page,
                "| {what} | {:.digits$} | {:.digits$} | {:.digits$} |",
                rounds.median(),
                rounds.least(),
                rounds.most()
            );
        }
        page
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.rows {
            let (what, rounds, digits) = match row {
                Row::Heading(what) => {
                    writeln!(f, "\n{what}")?;
                    continue;
                }
                Row::Figure(what, rounds, digits) => (what, rounds, *digits),
            };
            writeln!(
                f,
                "{what:72} {:>10.digits$}   ({:.digits$} to {:.digits$})",
                rounds.median(),
                rounds.least(),
                rounds.most()
            )?;
        }
        writeln!(f)?;
        self.verdicts
            .iter()
            .try_for_each(|verdict| writeln!(f, "{verdict}"))
    }
}
