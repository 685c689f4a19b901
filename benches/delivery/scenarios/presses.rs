//! Parents who press: from the press to the answer, alone and during a broadcast at full speed.

use serde_json::Value;

use super::Template;
use crate::arguments::Arguments;
use crate::crowd::Crowd;
use crate::parts::{Part, StubPart};
use crate::table::at;

/// "Please explain" 200 times a second, each by another parent; the answer is a message.
pub fn presses(arguments: &Arguments) {
    let seconds = arguments.number("seconds", 10);
    for (name, letters) in [("alone", 0), ("during a broadcast", arguments.number("letters", 20))] {
        let crowd = Crowd { carers: 20_000, letters: letters.max(1), fanned_out: true };
        let template = Template::of(crowd);
        if letters == 0 {
            all_have_arrived(&template);
        }
        let stub = StubPart::start(&[
            "presses=200".to_owned(),
            format!("presses_in_all={}", 200 * seconds),
            format!("presses_after={}", if letters > 0 { 2_000 } else { 0 }),
            "letter=1".to_owned(),
        ]);
        let mut service =
            Part::start("service", &[template.copy(), stub.api(), template.key_file()]);
        service.hears();
        let (begin, clock) = (service.asks(), thuispost::clock::Ticker::start());
        let mut during = None;
        let figures = loop {
            std::thread::sleep(std::time::Duration::from_millis(200));
            let figures = stub.figures();
            let all = figures["presses"].as_u64().unwrap() >= 200 * seconds;
            if all {
                during.get_or_insert_with(|| {
                    (service.asks(), figures["accepted"].clone(), clock.elapsed())
                });
            }
            let is_late = clock.elapsed().as_secs() > 4 * seconds + 20;
            if (all && figures["unanswered"] == 0) || is_late {
                break figures;
            }
        };
        let (end, accepted, took) = during.expect("the presses took too long");
        println!("\nPresses, 200/s for {seconds} s, {name}:\n");
        tell(&figures);
        println!(
            "- messages sent meanwhile: {:.0}/s",
            accepted.as_f64().unwrap() / took.as_secs_f64()
        );
        println!("- letters still waiting at the last press: {}", end["left"]);
        let cpu = end["cpu_seconds"].as_f64().unwrap() - begin["cpu_seconds"].as_f64().unwrap();
        println!("- CPU: {:.0} % of a core", 100.0 * cpu / took.as_secs_f64());
    }
}

/// Prints how long answers took.
pub fn tell(figures: &Value) {
    let took: Vec<f64> = figures["took_us"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_f64().unwrap() / 1_000.0)
        .collect();
    println!("- answered: {} of {} presses", took.len(), figures["presses"]);
    println!(
        "- press to answer: median {:.1} ms, p99 {:.1} ms, longest {:.1} ms",
        at(&took, 0.5),
        at(&took, 0.99),
        at(&took, 1.0)
    );
}

/// The letter reached everybody long ago.
fn all_have_arrived(template: &Template) {
    let url = format!("sqlite://{}", template.folder.path().join("template.db").display());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = thuispost::store::Store::open(&url).await.unwrap();
        let mut write = store.write().await.unwrap();
        let sql = "update deliveries set state = 'delivered', attempts = 1, message_id = 1, settled_at = 1";
        sqlx::query(sql).execute(&mut *write).await.unwrap();
        write.commit().await.unwrap();
        store.close().await;
    });
}
