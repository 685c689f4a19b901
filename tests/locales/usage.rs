//! Which phrases the program names.

use std::collections::BTreeSet;
use std::path::PathBuf;

/// Beginnings of names that the program puts together from a word of its own.
const FAMILIES: [&str; 15] = [
    "barrier-",
    "cli-export-",
    "cli-question-",
    "cli-reason-",
    "cli-state-",
    "follow-ups-outcome-",
    "follow-ups-reason-",
    "meeting-invite-",
    "meeting-kind-",
    "staff-button-door-",
    "staff-door-",
    "staff-meeting-label-",
    "staff-question-",
    "staff-role-",
    "theme-reach-",
];

/// Words between quotes that look like the name of a phrase and are none.
const NO_PHRASES: [(&str, &str); 5] = [
    ("not-me", "what a button of the menu tells"),
    ("not-there", "what an outcome is called on the command line"),
    ("theme-closing", "a kind of meeting"),
    ("theme-morning", "a kind of meeting"),
    ("theme-start", "a kind of meeting"),
];

/// Every file of the program that may name a phrase. The sandbox has no words of its own.
pub fn sources() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![super::super::root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs" || it == "html")
                && !path.to_string_lossy().contains("sandbox")
            {
                found.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

/// Phrases that nothing names.
pub fn unused(ids: &BTreeSet<String>, sources: &[String]) -> Vec<String> {
    let quoted: BTreeSet<String> = sources.iter().flat_map(|source| quoted(source)).collect();
    let is_built = |id: &str| {
        FAMILIES.iter().any(|family| {
            id.starts_with(family)
                && sources.iter().any(|source| source.contains(&format!("\"{family}{{")))
        })
    };
    let unused = ids.iter().filter(|id| !quoted.contains(*id) && !is_built(id));
    unused.map(|id| format!("nothing says {id}")).collect()
}

/// Words between quotes that begin as a phrase does and name none.
pub fn unknown(ids: &BTreeSet<String>, sources: &[String]) -> Vec<String> {
    let first = |id: &str| id.split('-').next().unwrap_or_default().to_owned();
    let beginnings: BTreeSet<String> = ids.iter().map(|id| first(id)).collect();
    let quoted: BTreeSet<String> = sources.iter().flat_map(|source| quoted(source)).collect();
    let looks_like_one = |it: &&String| it.contains('-') && beginnings.contains(&first(it));
    let unknown = quoted.iter().filter(looks_like_one).filter(|it| !ids.contains(*it));
    let unknown = unknown.filter(|it| NO_PHRASES.iter().all(|(word, _)| word != it));
    unknown.map(|id| format!("no phrase {id}")).collect()
}

/// Phrases that the program puts on a button.
pub fn labelled(sources: &[String]) -> BTreeSet<String> {
    let calls = sources.iter().flat_map(|source| source.split("button(").skip(1));
    let names = calls.filter_map(|call| call.trim_start().strip_prefix('"')?.split_once('"'));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// What stands between quotes and has only small letters, digits and hyphens.
fn quoted(source: &str) -> BTreeSet<String> {
    let is_name = |it: &&str| {
        it.starts_with(|c: char| c.is_ascii_lowercase())
            && !it.ends_with('-')
            && it.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    source.split('"').filter(is_name).map(str::to_owned).collect()
}
