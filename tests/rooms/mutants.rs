//! The list of what may not be taken out, held against the source: each piece is still there, and
//! each test that is to notice still exists. Whether it notices is what `scripts/mutants` tries.

use std::collections::BTreeSet;

use super::source;

const LIST: &str = "scripts/mutants.txt";
const FIELDS: [&str; 6] = ["name", "file", "cut", "put", "on", "caught"];

/// A field of the list, and what stands in it: the name fills eight places.
fn fields(list: &str) -> Vec<(&str, &str)> {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (field, value) = line.split_at_checked(8).unwrap_or((line, ""));
            (field.trim_end(), value)
        })
        .collect()
}

/// What is wrong with the list; `read` gives the text of a file.
fn wrong(list: &str, read: impl Fn(&str) -> String, tests: &BTreeSet<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    let (mut name, mut names, mut text) = ("", BTreeSet::new(), String::new());
    let mut before = "caught";
    for (field, value) in fields(list) {
        let place = |field| FIELDS.iter().position(|known| *known == field);
        let is_next = match (place(before), place(field)) {
            (Some(5), Some(next)) => next == 0 || next == 5,
            (Some(before), Some(next)) => next == before + 1,
            _ => false,
        };
        if !is_next {
            wrong.push(format!("{name}: {field:?} does not follow {before:?}"));
        }
        let is_fine = match field {
            "name" => {
                name = value;
                names.insert(value)
            }
            "file" => {
                text = read(value);
                !text.is_empty()
            }
            "cut" => !value.is_empty() && text.matches(value).count() == 1,
            "on" => ["sqlite", "postgres", "both"].contains(&value),
            "caught" => tests.contains(value),
            _ => true,
        };
        if !is_fine {
            wrong.push(format!("{name}: {field} is not right: {value}"));
        }
        before = field;
    }
    wrong
}

/// The names of the functions under `folder` that are tests, each with `mark` before it.
fn tests_in(folder: &str, mark: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in source::files(folder, "rs") {
        let text = std::fs::read_to_string(source::root().join(path)).unwrap();
        let mut is_test = false;
        for line in text.lines().map(str::trim) {
            is_test |= line == "#[test]" || line.starts_with("#[tokio::test");
            let name = line.trim_start_matches("async ").strip_prefix("fn ");
            if let Some(name) = name.and_then(|rest| rest.split('(').next()) {
                if is_test {
                    found.insert(format!("{mark}{name}"));
                }
                is_test = false;
            }
        }
    }
    found
}

#[test]
fn what_may_not_be_taken_out_is_there_and_so_is_the_test_that_notices() {
    let read = |path: &str| std::fs::read_to_string(source::root().join(path)).unwrap_or_default();
    let mut tests = tests_in("tests/suite", "");
    tests.extend(tests_in("src", "lib "));
    let list = read(LIST);
    assert!(list.lines().filter(|line| line.starts_with("name")).count() > 40, "was it read?");
    let found = wrong(&list, read, &tests);
    assert!(found.is_empty(), "{LIST}:\n{}\n", found.join("\n"));
}

#[test]
fn a_list_that_no_longer_fits_is_found() {
    let entry = |cut: &str, test: &str| {
        format!("name    a\nfile    f\ncut     {cut}\nput\non      both\ncaught  {test}\n")
    };
    let tests = BTreeSet::from(["holds".to_owned()]);
    let read = |path: &str| if path == "f" { "one two two".to_owned() } else { String::new() };
    let count = |list: &str| wrong(list, read, &tests).len();
    assert_eq!(count(&entry("one", "holds")), 0);
    assert_eq!(count(&entry("two", "holds")), 1, "twice");
    assert_eq!(count(&entry("three", "holds")), 1, "not there");
    assert_eq!(count(&entry("one", "does_not_hold")), 1);
    assert_eq!(count(&entry("one", "holds").repeat(2)), 1, "the same name");
    assert_eq!(count(&entry("one", "holds").replace("put\n", "")), 1);
    assert_eq!(count(&entry("one", "holds").replace("both", "mysql")), 1);
}
