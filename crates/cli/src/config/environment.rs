//! `COUNTERFOIL__SECTION__KEY=value` overrides what the file says.

use toml::{Table, Value};

use super::{ConfigError, Settings};

const PREFIX: &str = "COUNTERFOIL__";

/// This process's variables. What is not Unicode is replaced, and then refused like any other wrong value.
pub fn of_process() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os().map(|(name, value)| {
        (
            name.to_string_lossy().into_owned(),
            value.to_string_lossy().into_owned(),
        )
    })
}

/// Lays the variables over the table.
///
/// A value is taken as text when the key wants text, else as TOML: `true`, `12`, `["10.0.0.0/8"]`.
pub(crate) fn overlay(
    table: &mut Table,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<(), ConfigError> {
    for (name, value) in environment {
        let Some(rest) = name.strip_prefix(PREFIX) else {
            continue;
        };
        let path: Vec<String> = rest.split("__").map(str::to_lowercase).collect();
        let understood = understand(&path, &value).map_err(|message| ConfigError::Environment {
            name: name.clone(),
            message,
        })?;
        insert(table, &path, understood);
    }
    Ok(())
}

/// Tries the key alone against [`Settings`], so that a mistake is blamed on its variable.
fn understand(path: &[String], written: &str) -> Result<Value, String> {
    let fits = |value: Value| {
        let mut alone = Table::new();
        insert(&mut alone, path, value.clone());
        alone
            .try_into::<Settings>()
            .map(|_| value)
            .map_err(|error| error.message().to_owned())
    };
    fits(Value::String(written.to_owned())).or_else(|as_text| {
        let parsed = toml::from_str::<Table>(&format!("value = {written}")).ok();
        match parsed.and_then(|mut table| table.remove("value")) {
            Some(value) => fits(value),
            None => Err(as_text),
        }
    })
}

fn insert(table: &mut Table, path: &[String], value: Value) {
    let Some((key, sections)) = path.split_last() else {
        return;
    };
    let mut here = table;
    for section in sections {
        let entry = here
            .entry(section.as_str())
            .or_insert_with(|| Value::Table(Table::new()));
        if !entry.is_table() {
            *entry = Value::Table(Table::new());
        }
        let Value::Table(inner) = entry else { return };
        here = inner;
    }
    here.insert(key.clone(), value);
}
