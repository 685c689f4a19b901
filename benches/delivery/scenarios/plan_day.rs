//! A day of a theme for 100,000 families: the why, at which every child gets its next activity, and the
//! activity itself, in the second week of runs under way. Then what else looks at all of them: the question
//! the day after, the families to speak to, and the report.

use serde_json::Value;
use tempfile::TempDir;

use super::url;
use crate::arguments::Arguments;
use crate::crowd;
use crate::parts::Part;
use crate::street::Street;
use crate::table::at;

/// On SQLite and, where `THUISPOST_TEST_DATABASE` says so, on PostgreSQL.
pub fn plan_day(arguments: &Arguments) {
    let street = Street {
        families: arguments.number("families", 100_000),
        groups: arguments.count("groups", 20),
    };
    if arguments.number("sqlite", 1) > 0 {
        let folder = TempDir::new().unwrap();
        measure("SQLite", street, &url(&folder.path().join("street.db")));
    }
    if let Ok(server) = std::env::var("THUISPOST_TEST_DATABASE") {
        let database = crowd::new_postgres(&server);
        measure("PostgreSQL", street, &database);
        crowd::drop_postgres(&server, &database);
    }
}

fn measure(name: &str, street: Street, database: &str) {
    street.built(database);
    let slots = [("why", 0), ("do", 1), ("questions", 1), ("follow-ups", 0), ("report", 0)];
    for (slot, come) in slots {
        let words =
            [format!("database={database}"), format!("slot={slot}"), format!("come={come}")];
        let mut part = Part::start("plan", &words);
        let figures: Value = serde_json::from_str(&part.hears()).unwrap();
        part.ends();
        println!(
            "\nThe {slot} of {} families on {name}, {} groups a run:\n",
            street.families, street.groups
        );
        tell(&figures);
    }
}

fn tell(figures: &Value) {
    let all = |name: &str| -> Vec<f64> {
        let values = figures[name].as_array().unwrap().iter();
        values.map(|it| it.as_f64().unwrap() * 1_000.0).collect()
    };
    let (steps, waits) = (all("steps"), all("waits"));
    let number = |name: &str| figures[name].as_f64().unwrap();
    println!("- {:.2} s, {:.2} s of CPU", number("seconds"), number("cpu_seconds"));
    println!("- rows: {}", figures["rows"]);
    println!(
        "- RSS before: {:.1} MiB; peak: {:.1} MiB",
        number("before_kib") / 1_024.0,
        number("peak_kib") / 1_024.0
    );
    println!(
        "- {} transactions, median {:.0} ms, longest {:.0} ms",
        steps.len(),
        at(&steps, 0.5),
        at(&steps, 1.0)
    );
    println!(
        "- {} presses meanwhile: median {:.1} ms, 99 of 100 within {:.1} ms, longest {:.1} ms",
        waits.len(),
        at(&waits, 0.5),
        at(&waits, 0.99),
        at(&waits, 1.0)
    );
}
