//! Whatever the bytes are: no panic, and all or nothing.

use super::School;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// Cells that are right, wrong or odd, from few enough names that rows meet each other.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(vec!["A", "B", "C"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["", " ", "=1", "\0", "\u{202e}", "x\"y", "é", "1;2"])
            .prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ]
}

fn language() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["ar", "tr", "Turks", "tr", "tr", "nl", "Arabish"])
        .prop_map(str::to_owned)
}

fn born() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["2023-05", "", "", "5-2023", "2023-05-01", "31-2-2023"])
        .prop_map(str::to_owned)
}

fn row() -> impl Strategy<Value = String> {
    (cell(), cell(), cell(), cell(), cell(), language(), born())
        .prop_map(|(a, b, c, d, e, f, g)| format!("{a};{b};{c};{d};{e};{f};{g}\n"))
}

fn roster() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(row(), 0..6).prop_map(|rows| {
        let header = "location;group;family;child;carer;language;born\n";
        format!("{header}{}", rows.concat()).into_bytes()
    })
}

fn file() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        1 => prop::collection::vec(any::<u8>(), 0..400),
        1 => prop::collection::vec(any::<u8>(), 0..400)
            .prop_map(|bytes| [b"PK\x03\x04".as_slice(), &bytes].concat()),
        1 => (roster(), prop::collection::vec(any::<u8>(), 0..9))
            .prop_map(|(roster, bytes)| [roster, bytes].concat()),
        4 => roster(),
    ]
}

#[test]
fn no_file_makes_it_panic_or_leaves_half_an_import() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let school = runtime.block_on(School::new());
    let config = Config { cases: 200, failure_persistence: None, ..Config::default() };
    let taken = TestRunner::new(config).run(&file(), |bytes| {
        runtime.block_on(async {
            let before = school.rows().await;
            match school.imports(&bytes).await {
                Err(_) => prop_assert_eq!(school.rows().await, before),
                Ok(report) => {
                    let links = school.number("select count(*) from carer_children").await;
                    prop_assert!(links >= i64::try_from(report.rows).unwrap());
                    let again = school.imports(&bytes).await.unwrap();
                    for tally in [&again.locations, &again.groups, &again.families] {
                        prop_assert_eq!((tally.new, tally.updated), (0, 0));
                    }
                    for tally in [&again.children, &again.carers] {
                        prop_assert_eq!((tally.new, tally.updated), (0, 0));
                    }
                }
            }
            Ok(())
        })
    });
    taken.unwrap();
}
