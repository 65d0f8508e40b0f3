//! Which arguments a sentence needs: read from its pattern, and from the sentences that it refers to.

use crate::LoadError;
use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// What a pattern needs: its own variables, and the messages and terms that it refers to.
#[derive(Clone, Default)]
pub(crate) struct Needs {
    variables: BTreeSet<String>,
    pub(crate) references: BTreeSet<String>,
}

pub(crate) fn needs_of(pattern: &Pattern<String>) -> Needs {
    let mut needs = Needs::default();
    needs.pattern(pattern);
    needs
}

impl Needs {
    fn pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
            Expression::Inline(inline) => self.inline(inline),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.clone());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.clone());
            }
            InlineExpression::TermReference { id, .. } => {
                self.references.insert(format!("-{}", id.name));
            }
            InlineExpression::FunctionReference { arguments, .. } => self.call(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn call(&mut self, arguments: &CallArguments<String>) {
        for inline in &arguments.positional {
            self.inline(inline);
        }
    }
}

/// The variables of every message, with those of the messages that it refers to. A term sees no arguments (Fluent guide,
/// "Parameterized terms"), so it adds none.
pub(crate) fn resolve(
    needs: &BTreeMap<String, Needs>,
) -> Result<BTreeMap<String, BTreeSet<String>>, LoadError> {
    let mut resolved = BTreeMap::new();
    for (id, need) in needs {
        let mut variables = BTreeSet::new();
        let mut seen = BTreeSet::from([id.as_str()]);
        let mut open = vec![need];
        while let Some(need) = open.pop() {
            variables.extend(need.variables.iter().cloned());
            for reference in &need.references {
                let target = needs.get(reference).ok_or_else(|| LoadError::Dangling {
                    id: id.clone(),
                    missing: reference.clone(),
                })?;
                if !reference.starts_with('-') && seen.insert(reference) {
                    open.push(target);
                }
            }
        }
        if !id.starts_with('-') {
            resolved.insert(id.clone(), variables);
        }
    }
    Ok(resolved)
}
