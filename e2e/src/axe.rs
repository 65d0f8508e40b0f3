//! What a page asks of people who see, hear, move or read in another way: axe-core, by the success criteria of WCAG 2.2.

use serde_json::Value;

use crate::Browser;
use crate::browser::check;

/// As its makers ship it (`e2e/axe/README.md`).
const AXE: &str = include_str!("../axe/axe.min.js");

/// Every rule of the levels A and AA. The size of targets (2.5.8) is among them and has to be switched on.
const RUN: &str = r#"
    const done = arguments[arguments.length - 1];
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
    const options = {
        runOnly: { type: "tag", values: tags },
        rules: { "target-size": { enabled: true } },
        resultTypes: ["violations"],
    };
    const said = (rule, node) => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`;
    axe.run(document, options).then(
        (found) => done(found.violations.flatMap((rule) => rule.nodes.map((node) => said(rule, node)))),
        (error) => done([`axe-core failed: ${error}`]),
    );
"#;

impl Browser {
    /// What keeps somebody out of the page as it is shown now: a line for each violation of WCAG 2.2 at level A or AA, and of
    /// what axe-core's makers call best practice. It is itself a script, so the page must be allowed to run some.
    pub async fn violations(&self) -> Vec<String> {
        check(
            "take axe-core along",
            self.driver().execute(AXE, Vec::new()).await,
        );
        let found = check(
            "run axe-core",
            self.driver().execute_async(RUN, Vec::new()).await,
        );
        let lines = found.json().as_array().expect("axe-core answers a list");
        lines
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }
}
