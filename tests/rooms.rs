//! The plan of the house, held against the source: which room may use which, who may name which
//! crate, where SQL stands, and what the README says.
#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

mod rooms {
    mod mutants;
    mod pages;
    pub mod plan;
    pub mod rules;
    pub mod source;
}

use rooms::{rules, source};

#[test]
fn every_room_uses_only_rooms_to_its_left() {
    hold(rules::imports);
}

#[test]
fn each_crate_with_a_home_is_named_only_there() {
    hold(rules::homes);
}

#[test]
fn sql_stands_only_in_queries_and_in_the_store() {
    hold(rules::sql);
}

#[test]
fn every_file_can_be_read_in_one_sitting_and_says_what_it_is() {
    hold(rules::readable);
}

#[test]
fn nothing_is_left_for_later_in_the_source() {
    hold(rules::finished);
}

#[test]
fn what_clippy_holds_for_the_house_is_switched_on() {
    let manifest = std::fs::read_to_string(source::root().join("Cargo.toml")).unwrap();
    assert_eq!(rules::switched_off(&manifest), Vec::<String>::new());
}

fn hold(rule: fn(&source::Source) -> Vec<String>) {
    let sources = source::all();
    assert!(sources.iter().any(|source| source.path == "src/lib.rs"), "src/ was not read");
    let found: Vec<String> = sources.iter().flat_map(rule).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
