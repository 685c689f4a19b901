//! The demo's own judge: it agrees with a product that works, and notices each figure that is wrong.

use std::sync::Arc;

use thuispost::app::demo::{Demo, DemoOptions};
use thuispost::language::Phrasebook;
use thuispost::participation::By;

#[tokio::test]
async fn the_judge_of_the_demo_agrees_with_the_phones_and_finds_every_wrong_count() {
    let phrases = Arc::new(Phrasebook::load().unwrap());
    let options = DemoOptions { families: 9, port: 0, seed: 7 };
    let mut demo = Demo::prepare(options, phrases).await.unwrap();
    demo.families_join().await.unwrap();
    demo.educator_joins().await.unwrap();
    demo.letter_goes_home().await.unwrap();
    demo.theme_starts().await.unwrap();
    demo.theme_week(1).await.unwrap();
    let (records, _) = demo.report().await.unwrap();
    let went = demo.went().await.unwrap();
    assert_eq!(demo.compare(&records, &went), []);

    for (place, record) in records.iter().enumerate() {
        // Who came through the door no phone shows.
        if !matches!(record.by, By::All | By::Language) || record.figure.is_of_meetings() {
            continue;
        }
        let mut wrong = records.clone();
        wrong[place].count += 1;
        let found = demo.compare(&wrong, &went);
        assert_eq!(found.len(), 1, "{record:?}");
        assert!(found[0].0.starts_with(record.figure.name()), "{found:?}");
    }
    assert!(went.iter().any(|row| row.offered > 0));
    for place in 0..went.len() {
        let mut wrong = went.clone();
        wrong[place].worked += 1;
        let found = demo.compare(&records, &wrong);
        assert_eq!(found.len(), 1, "{:?}", went[place]);
        assert!(found[0].0.starts_with(&went[place].title), "{found:?}");
    }
    demo.end().await;
}
