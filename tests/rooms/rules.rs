//! The rules of the house. Each tells what breaks it, as `file:line: what`; each has a made-up
//! file below that breaks it.

use super::plan;
use super::source::{Source, Word};

/// A file longer than this is two files. Its tests count.
const LONGEST: usize = 400;

/// Names that say nothing about what is inside.
const VAGUE: [&str; 10] =
    ["common", "core", "helper", "helpers", "manager", "misc", "mod", "types", "util", "utils"];

/// Lints that the other rules lean on. `unwrap_used` and its kin are better held by clippy, which
/// knows types and the `#[expect(.., reason)]` above them.
const LINTS: [(&str, &str); 7] = [
    ("rust", "unsafe_code"),
    ("rust", "missing_docs"),
    ("clippy", "allow_attributes"),
    ("clippy", "allow_attributes_without_reason"),
    ("clippy", "expect_used"),
    ("clippy", "print_stdout"),
    ("clippy", "unwrap_used"),
];

/// A room uses only rooms to its left.
pub fn imports(source: &Source) -> Vec<String> {
    let room = source.room();
    if !plan::is_room(room) {
        return vec![format!("{}: no such room in tests/rooms/plan.rs", source.path)];
    }
    let wrong = source.rooms().into_iter().filter(|word| !plan::may_use(room, &word.text));
    wrong.map(|word| at(source, word, &format!("`{room}` may not use `{}`", word.text))).collect()
}

/// A crate with a home is named only there.
pub fn homes(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (name, homes) in plan::HOMES {
        if homes.contains(&source.room()) {
            continue;
        }
        for pair in source.words.windows(2) {
            let path = pair[0].text == name && pair[1].text == "::";
            let import = pair[0].text == "use" && pair[1].text == name;
            if path || import {
                found.push(at(source, &pair[0], &format!("only {homes:?} may name `{name}`")));
            }
        }
    }
    found
}

/// Statements stand in `queries.rs`, in `queries/` and in the store; tests may look for themselves.
pub fn sql(source: &Source) -> Vec<String> {
    let is_home = source.path.split('/').any(|part| part.trim_end_matches(".rs") == "queries");
    if is_home || source.room() == "store" {
        return Vec::new();
    }
    let asks = |word: &&Word| {
        let name = word.text.as_str();
        !word.test && (name.starts_with("query") || ["QueryBuilder", "raw_sql"].contains(&name))
    };
    let found = source.heads("sqlx").into_iter().filter(asks);
    found.map(|word| at(source, word, "SQL belongs in the room's queries.rs")).collect()
}

/// A file is short, has a telling name and opens with what it is.
pub fn readable(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let lines = source.text.lines().count();
    if lines > LONGEST {
        found.push(format!("{}: {lines} lines, more than {LONGEST}", source.path));
    }
    let name = source.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
    if VAGUE.contains(&name) || name.starts_with("new_") {
        found.push(format!("{}: `{name}` says nothing about what is inside", source.path));
    }
    if !source.text.starts_with("//!") {
        found.push(format!("{}: does not open with what it is (`//!`)", source.path));
    }
    found
}

/// Work that is left is an issue, not a comment.
pub fn finished(source: &Source) -> Vec<String> {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let lines = source.text.lines().enumerate();
    lines
        .filter(|(_, line)| marks.iter().any(|mark| line.contains(mark)))
        .map(|(number, line)| format!("{}:{}: {}", source.path, number + 1, line.trim()))
        .collect()
}

/// Lints of [`LINTS`] that a `Cargo.toml` does not turn on.
pub fn switched_off(manifest: &str) -> Vec<String> {
    let manifest: toml::Value = toml::from_str(manifest).unwrap();
    let level = |group: &str, lint: &str| {
        let level = manifest.get("lints")?.get(group)?.get(lint)?;
        level.as_str().map(|level| ["warn", "deny", "forbid"].contains(&level))
    };
    let off = LINTS.iter().filter(|(group, lint)| level(group, lint) != Some(true));
    off.map(|(group, lint)| format!("{group}.{lint}")).collect()
}

fn at(source: &Source, word: &Word, what: &str) -> String {
    format!("{}:{}: {what}", source.path, word.line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(rule: fn(&Source) -> Vec<String>, path: &str, text: &str) -> Vec<String> {
        rule(&Source::new(path, text))
    }

    #[test]
    fn a_room_that_looks_to_its_right_is_found() {
        let found = broken(imports, "src/mailing/audience.rs", "\nuse crate::outbox::Delivery;");
        assert_eq!(found, ["src/mailing/audience.rs:2: `mailing` may not use `outbox`"]);
        assert_eq!(broken(imports, "src/roster.rs", "use super::telegram;").len(), 1);
        assert_eq!(broken(imports, "src/cellar.rs", "").len(), 1);
        assert!(broken(imports, "src/outbox.rs", "use crate::{store, mailing::Id};").is_empty());
    }

    #[test]
    fn a_crate_away_from_its_home_is_found() {
        assert_eq!(broken(homes, "src/outbox.rs", "use teloxide::Bot;").len(), 2);
        assert_eq!(broken(homes, "src/app.rs", "fn f(b: teloxide::Bot) {}").len(), 1);
        assert_eq!(broken(homes, "src/cli/serve.rs", "axum::serve(a, b)").len(), 1);
        assert_eq!(broken(homes, "src/mailing.rs", "fluent_bundle::FluentArgs").len(), 1);
        assert!(broken(homes, "src/telegram/send.rs", "use teloxide::{Bot, axum};").is_empty());
        assert!(broken(homes, "src/outbox.rs", "// teloxide::Bot\n\"axum::serve\"").is_empty());
    }

    #[test]
    fn sql_away_from_the_queries_is_found() {
        assert_eq!(broken(sql, "src/reply.rs", "sqlx::query_scalar(\"select 1\")").len(), 1);
        assert_eq!(broken(sql, "src/reply.rs", "use sqlx::{Any, query};").len(), 1);
        for path in ["src/reply/queries.rs", "src/reply/queries/press.rs", "src/store/sole.rs"] {
            assert!(broken(sql, path, "sqlx::query(\"select 1\")").is_empty());
        }
        let in_test = "#[cfg(test)] mod tests { fn f() { sqlx::query(\"select 1\") } }";
        assert!(broken(sql, "src/reply.rs", in_test).is_empty());
    }

    #[test]
    fn a_file_that_is_hard_to_read_is_found() {
        let long = "//! Long.\n".repeat(LONGEST + 1);
        assert_eq!(broken(readable, "src/roster.rs", &long).len(), 1);
        assert_eq!(broken(readable, "src/roster/utils.rs", "//! Things.").len(), 1);
        assert_eq!(broken(readable, "src/roster.rs", "use std::fmt;").len(), 1);
        assert!(broken(readable, "src/roster.rs", "//! Who is who.").is_empty());
    }

    #[test]
    fn unfinished_work_is_found() {
        let text = format!("//! Fine.\n// {}: later", concat!("TO", "DO"));
        assert_eq!(broken(finished, "src/roster.rs", &text).len(), 1);
        assert!(broken(finished, "src/roster.rs", "//! To do: a list of to-dos.").is_empty());
    }

    #[test]
    fn a_lint_that_was_switched_off_is_found() {
        assert_eq!(switched_off("[package]").len(), LINTS.len());
        let found = switched_off("[lints.clippy]\nunwrap_used = \"allow\"");
        assert!(found.contains(&"clippy.unwrap_used".to_owned()));
        let found = switched_off("[lints.clippy]\nunwrap_used = \"warn\"");
        assert!(!found.contains(&"clippy.unwrap_used".to_owned()));
    }
}
