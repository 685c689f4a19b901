//! The demo's own judge: it agrees with a product that works, and notices each figure that is wrong.

use std::sync::Arc;

use thuispost::app::demo::{Demo, DemoOptions};
use thuispost::language::Phrasebook;
use thuispost::participation::{By, Figure, Record};

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
    assert_eq!(demo.compare(&records, &went, &[]), []);

    for (place, record) in records.iter().enumerate() {
        if !is_on_phones(record) {
            continue;
        }
        let mut wrong = records.clone();
        wrong[place].count += 1;
        let found = demo.compare(&wrong, &went, &[]);
        assert_eq!(found.len(), 1, "{record:?}");
        assert!(found[0].0.starts_with(record.figure.name()), "{found:?}");
    }
    assert!(went.iter().any(|row| row.offered > 0));
    for place in 0..went.len() {
        let mut wrong = went.clone();
        wrong[place].worked += 1;
        let found = demo.compare(&records, &wrong, &[]);
        assert_eq!(found.len(), 1, "{:?}", went[place]);
        assert!(found[0].0.starts_with(&went[place].title), "{found:?}");
    }
    demo.end().await;
}

#[tokio::test]
async fn the_judge_agrees_with_the_room_about_meetings_and_finds_every_wrong_count() {
    let phrases = Arc::new(Phrasebook::load().unwrap());
    let mut demo =
        Demo::prepare(DemoOptions { families: 40, port: 0, seed: 7 }, phrases).await.unwrap();
    demo.families_join().await.unwrap();
    demo.educator_joins().await.unwrap();
    demo.meetings_begin().await.unwrap();
    demo.theme_morning_is_told().await.unwrap();
    demo.play_group_is_told().await.unwrap();
    demo.talks_are_chosen().await.unwrap();
    demo.plans_change().await.unwrap();
    demo.theme_morning().await.unwrap();
    demo.talks_are_held().await.unwrap();
    for number in 0..Demo::play_group_times() {
        demo.play_group(number).await.unwrap();
    }
    let (records, _) = demo.report().await.unwrap();
    let (went, met) = (demo.went().await.unwrap(), demo.meeting_counts().await.unwrap());
    assert_eq!(demo.compare(&records, &went, &met), []);

    for place in 0..met.len() {
        for what in met[place].counts.keys() {
            let mut wrong = met.clone();
            *wrong[place].counts.get_mut(what).unwrap() += 1;
            let found = demo.compare(&records, &went, &wrong);
            assert_eq!(found.len(), 1, "{what} of {}", met[place].name);
            assert!(
                found[0].0.starts_with(&format!("{}: {what} is", met[place].name)),
                "{found:?}"
            );
        }
        for talk in met[place].talks.keys() {
            let mut wrong = met.clone();
            wrong[place].talks.remove(talk);
            assert_eq!(demo.compare(&records, &went, &wrong).len(), 1, "{talk}");
        }
    }
    for (place, record) in records.iter().enumerate().filter(|(_, it)| is_on_phones(it)) {
        let mut wrong = records.clone();
        wrong[place].count += 1;
        assert_eq!(demo.compare(&wrong, &went, &met).len(), 1, "{record:?}");
    }
    demo.end().await;
}

/// Which talks are due, and whether an interpreter came, no phone shows.
fn is_on_phones(record: &Record) -> bool {
    matches!(record.by, By::All | By::Language)
        && ![Figure::Talks, Figure::InterpreterThere].contains(&record.figure)
}
