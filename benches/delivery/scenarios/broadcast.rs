//! A letter to everybody: as fast as possible, with an answer that takes its time, and within
//! Telegram's limits.

use serde_json::Value;

use super::Template;
use crate::arguments::Arguments;
use crate::crowd::Crowd;
use crate::parts::{Part, StubPart};
use crate::table::{self, Row, median};

/// What came of one side in one round.
struct Round {
    /// Of the part itself.
    part: Value,
    /// Of the stub.
    stub: Value,
}

impl Round {
    fn messages(&self) -> f64 {
        self.stub["accepted"].as_f64().unwrap()
    }

    fn per_second(&self) -> f64 {
        self.messages() / self.part["seconds"].as_f64().unwrap()
    }

    fn cpu_micros(&self) -> f64 {
        self.part["cpu_seconds"].as_f64().unwrap() * 1e6 / self.messages()
    }

    fn peak_mib(&self) -> f64 {
        self.part["peak_kib"].as_f64().unwrap() / 1_024.0
    }

    fn of_stub(&self, name: &str) -> f64 {
        self.stub[name].as_f64().unwrap()
    }
}

fn crowd(carers: u64) -> Crowd {
    Crowd { carers, letters: 1, fanned_out: true }
}

/// One side, with a stub and a database of its own.
fn round(side: &str, template: &Template, stub: &[String], words: &[String]) -> Round {
    let stub = StubPart::start(stub);
    let words = [&[template.copy(), stub.api()], words].concat();
    let mut part = Part::start(side, &words);
    let said = serde_json::from_str(&part.hears()).unwrap();
    part.ends();
    Round { part: said, stub: stub.figures() }
}

/// Both sides in turn, so many times.
fn rounds(count: usize, template: &Template, stub: &[String], words: &[String]) -> [Vec<Round>; 2] {
    let mut sides = [Vec::new(), Vec::new()];
    for _ in 0..count {
        for (name, rounds) in ["ours", "yardstick"].iter().zip(&mut sides) {
            rounds.push(round(name, template, stub, words));
        }
    }
    sides
}

fn row(
    name: &'static str,
    digits: usize,
    sides: &[Vec<Round>; 2],
    figure: impl Fn(&Round) -> f64,
) -> Row {
    let [ours, yardstick] = sides.each_ref().map(|side| side.iter().map(&figure).collect());
    Row { name, digits, ours, yardstick }
}

/// No limits, no latency, 64 in flight.
pub fn at_once(arguments: &Arguments) {
    let messages = arguments.number("messages", 20_000);
    let template = Template::of(crowd(messages));
    let sides = rounds(arguments.count("rounds", 5), &template, &[], &[]);
    table::print(
        &format!("At once: {messages} messages, no limits, 0 ms, 64 in flight"),
        &[
            row("messages/s", 0, &sides, Round::per_second),
            row("CPU us/message", 1, &sides, Round::cpu_micros),
            row("peak RSS, MiB", 1, &sides, Round::peak_mib),
            row("429s", 0, &sides, |it| it.of_stub("refused")),
            row("largest second", 0, &sides, |it| it.of_stub("largest_second")),
        ],
    );
}

/// No limits, 50 ms, 256 in flight: 5,120 messages a second is what the delay allows.
pub fn latency(arguments: &Arguments) {
    let messages = arguments.number("messages", 20_000);
    let template = Template::of(crowd(messages));
    let words = ["in_flight=256".to_owned()];
    let sides = rounds(arguments.count("rounds", 5), &template, &["latency=50".to_owned()], &words);
    table::print(
        &format!("Latency: {messages} messages, no limits, 50 ms, 256 in flight"),
        &[
            row("messages/s", 0, &sides, Round::per_second),
            row("% of 5,120/s", 1, &sides, |it| 100.0 * it.per_second() / 5_120.0),
            row("CPU us/message", 1, &sides, Round::cpu_micros),
            row("peak RSS, MiB", 1, &sides, Round::peak_mib),
            row("429s", 0, &sides, |it| it.of_stub("refused")),
        ],
    );
}

/// Telegram's 30 a second and 50 ms; then the same with one message turned away in the middle.
pub fn limits(arguments: &Arguments) {
    let template = Template::of(crowd(4_000));
    let seconds = arguments.number("seconds", 62);
    let words = [format!("seconds={seconds}"), "rate=30".to_owned()];
    let stub = ["latency=50".to_owned(), "limit=30".to_owned()];
    let sides = rounds(arguments.count("limit_rounds", 1), &template, &stub, &words);
    let minute = |it: &Round| 100.0 * it.of_stub("in_first_minute") / 1_800.0;
    table::print(
        "Limits: 30/s, 50 ms, the first minute",
        &[
            row("accepted", 0, &sides, |it| it.of_stub("in_first_minute")),
            row("% of 30/s", 1, &sides, minute),
            row("429s", 0, &sides, |it| it.of_stub("refused")),
            row("largest second after the first", 0, &sides, |it| it.of_stub("largest_second")),
            row("CPU us/message", 1, &sides, Round::cpu_micros),
        ],
    );
    let words = ["seconds=20".to_owned(), "rate=30".to_owned()];
    let stub = [&stub[..], &["refuse_at=5000".to_owned(), "retry_after=5".to_owned()]].concat();
    let rounds: Vec<Round> = (0..arguments.count("limit_rounds", 1))
        .map(|_| round("ours", &template, &stub, &words))
        .collect();
    let after = |name: &str| -> f64 {
        let figures: Vec<f64> =
            rounds.iter().map(|it| it.stub["after_pause"][name].as_f64().unwrap()).collect();
        median(&figures)
    };
    println!("\nA message turned away after 5 s, with retry_after 5:\n");
    println!("- requests before its end: {}", after("inside"));
    println!("- first message after its end: {:.0} ms", after("resumed_after_us") / 1_000.0);
    println!("- messages in the second from then: {}", after("in_next_second"));
}
