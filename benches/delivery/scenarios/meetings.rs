//! Talks and invitations: thousands of parents who want a moment at the same time, and an invitation for a whole
//! town.

use tempfile::TempDir;

use super::{presses, url};
use crate::arguments::Arguments;
use crate::crowd::{self, Crowd};
use crate::parts::{Part, StubPart};
use crate::round::Round;

/// Parents press 200 times a second, each for one moment of a round that has too few. On SQLite and, where
/// `THUISPOST_TEST_DATABASE` says so, on PostgreSQL.
pub fn slots(arguments: &Arguments) {
    let round = Round {
        carers: arguments.number("carers", 5_000),
        slots: arguments.number("slots", 2_000),
    };
    on_each(arguments, |name, database| take(name, round, database, arguments));
}

/// A coffee morning for 100,000 families: made, written and with a row for each carer.
pub fn invitations(arguments: &Arguments) {
    let families = arguments.number("families", 100_000);
    on_each(arguments, |name, database| {
        Crowd { carers: families, letters: 0, fanned_out: false }.gather(database);
        let mut part = Part::start("invite", &[format!("database={database}")]);
        let told: serde_json::Value = serde_json::from_str(&part.hears()).unwrap();
        part.ends();
        println!("\nInvitations to {families} families on {name}:\n");
        println!("- {:.2} s, {:.2} s of CPU", told["seconds"], told["cpu_seconds"]);
        println!("- rows: {}, longest transaction {:.0} ms", told["rows"], told["longest_ms"]);
        assert_eq!(told["rows"].as_u64().unwrap(), families, "somebody was left out");
    });
}

fn on_each(arguments: &Arguments, measure: impl Fn(&str, &str)) {
    if arguments.number("sqlite", 1) > 0 {
        let folder = TempDir::new().unwrap();
        measure("SQLite", &url(&folder.path().join("round.db")));
    }
    if let Ok(server) = std::env::var("THUISPOST_TEST_DATABASE") {
        let database = crowd::new_postgres(&server);
        measure("PostgreSQL", &database);
        crowd::drop_postgres(&server, &database);
    }
}

fn take(name: &str, round: Round, database: &str, arguments: &Arguments) {
    round.opens(database);
    let rate = arguments.number("presses", 200);
    let stub = StubPart::start(&[
        format!("presses={rate}"),
        format!("presses_in_all={}", round.carers),
        format!("slots={}", round.slots),
    ]);
    let key = TempDir::new().unwrap();
    let key_file = format!("key_file={}", key.path().join("bench.key").display());
    let mut service =
        Part::start("service", &[format!("database={database}"), stub.api(), key_file]);
    service.hears();
    let (begin, clock) = (service.asks(), thuispost::clock::Ticker::start());
    let figures = loop {
        std::thread::sleep(std::time::Duration::from_millis(200));
        let figures = stub.figures();
        let is_over = figures["presses"].as_u64().unwrap() >= round.carers;
        let is_late = clock.elapsed().as_secs() > 10 * round.carers / rate + 60;
        if (is_over && figures["unanswered"] == 0) || is_late {
            break figures;
        }
    };
    let end = service.asks();
    println!("\n{} carers press for {} moments, {rate}/s, on {name}:\n", round.carers, round.slots);
    presses::tell(&figures);
    assert_eq!(figures["unanswered"], 0, "somebody got no answer");
    let cpu = end["cpu_seconds"].as_f64().unwrap() - begin["cpu_seconds"].as_f64().unwrap();
    println!("- CPU: {:.1} ms a press", 1_000.0 * cpu / round.carers as f64);
    drop(service);
    println!("- moments taken: {}, each by one talk", round.taken(database));
}
