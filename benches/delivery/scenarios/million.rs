//! A letter to a million: how long its rows take, what they cost while they wait, whether parents
//! are answered meanwhile, and how soon a service is ready with all of them waiting.

use std::time::Duration;

use thuispost::clock::Ticker;

use super::{Template, presses};
use crate::arguments::Arguments;
use crate::crowd::{self, Crowd};
use crate::parts::{Part, StubPart};

/// On SQLite and, where `THUISPOST_TEST_DATABASE` says so, on PostgreSQL.
pub fn fan_out(arguments: &Arguments) {
    let crowd =
        Crowd { carers: arguments.number("carers", 1_000_000), letters: 1, fanned_out: false };
    if arguments.number("sqlite", 1) > 0 {
        let template = Template::of(crowd);
        measure("SQLite", crowd, &template.copy());
    }
    if let Ok(server) = std::env::var("THUISPOST_TEST_DATABASE") {
        let url = crowd::new_postgres(&server);
        crowd.gather(&url);
        measure("PostgreSQL", crowd, &format!("database={url}"));
        crowd::drop_postgres(&server, &url);
    }
}

fn measure(name: &str, crowd: Crowd, database: &str) {
    let stub =
        StubPart::start(&["latency=50".to_owned(), "presses=10".to_owned(), "letter=1".to_owned()]);
    let folder = tempfile::TempDir::new().unwrap();
    let key_file = format!("key_file={}", folder.path().join("bench.key").display());
    let words = [database.to_owned(), stub.api(), key_file, "rate=30".to_owned()];
    let clock = Ticker::start();
    let mut service = Part::start("service", &words);
    service.hears();
    // The service begins with what is due as soon as it runs.
    let begin = service.asks();
    while service.asks()["unreleased"] != 0 {
        std::thread::sleep(Duration::from_millis(10));
    }
    let (took, end, figures) = (clock.elapsed(), service.asks(), stub.figures());
    std::thread::sleep(Duration::from_secs(5));
    let later = service.asks();
    let mib = |value: &serde_json::Value| value.as_f64().unwrap() / 1_024.0;
    println!("\nFan-out to {} carers on {name}, 30/s, 10 presses/s:\n", crowd.carers);
    println!("- all rows there: {:.2} s after the start of the process", took.as_secs_f64());
    let cpu = end["cpu_seconds"].as_f64().unwrap() - begin["cpu_seconds"].as_f64().unwrap();
    println!("- CPU of the service: {cpu:.2} s");
    println!(
        "- RSS at its end: {:.1} MiB; while they wait: {:.1} MiB; peak: {:.1} MiB",
        mib(&end["memory_kib"]),
        mib(&later["memory_kib"]),
        mib(&later["peak_kib"])
    );
    presses::tell(&figures);
    service.ends();
    let clock = Ticker::start();
    let mut again = Part::start("service", &words);
    again.hears();
    println!(
        "- start to ready with all of them waiting: {:.0} ms",
        clock.elapsed().as_secs_f64() * 1_000.0
    );
    again.ends();
}
