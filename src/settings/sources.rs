//! Where settings come from: the environment, before a file `.env`, before `thuispost.toml`.

use std::collections::BTreeMap;

use super::table::TABLE;
use super::values::{is_token_variable, plain};

/// Every name with its value, and what cannot be read.
pub(super) fn all() -> (BTreeMap<String, String>, Vec<String>) {
    let mut problems = Vec::new();
    let mut values = toml_file(&mut problems);
    match dotenvy::dotenv_iter() {
        Ok(lines) => {
            for line in lines {
                match line {
                    Ok((name, value)) => drop(values.insert(name, value)),
                    Err(error) => problems.push(not_a_line(&error)),
                }
            }
        }
        Err(error) if error.not_found() => {}
        Err(error) => problems.push(format!("  .env: {error}")),
    }
    let is_ours =
        |name: &str| TABLE.iter().any(|entry| entry.name == name) || is_token_variable(name);
    values.extend(std::env::vars().filter(|(name, _)| is_ours(name)));
    (values, problems)
}

/// Names the variable of a line that cannot be read; its value may be a secret.
fn not_a_line(error: &dotenvy::Error) -> String {
    let name = match error {
        dotenvy::Error::LineParse(line, _) => line.split_once('=').map(|(name, _)| name.trim()),
        _ => None,
    };
    match name {
        Some(name) => format!("  {name}: in .env, a value with a space must stand in quotes"),
        None => "  .env: a line is not NAME=value".to_owned(),
    }
}

fn toml_file(problems: &mut Vec<String>) -> BTreeMap<String, String> {
    let text = match std::fs::read_to_string("thuispost.toml") {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return BTreeMap::new(),
        Err(error) => {
            problems.push(format!("  thuispost.toml: {error}"));
            return BTreeMap::new();
        }
    };
    match toml::from_str::<BTreeMap<String, toml::Value>>(&text) {
        Ok(table) => table.into_iter().map(|(name, value)| (name, plain(&value))).collect(),
        Err(error) => {
            problems.push(format!("  thuispost.toml: {}", error.message()));
            BTreeMap::new()
        }
    }
}
