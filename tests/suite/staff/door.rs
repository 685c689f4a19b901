//! Whom to speak to today, and the week in three numbers.

use thuispost::language::Args;

use super::{about, hears, said, toast};
use crate::suite::school::School;

async fn with_follow_ups() -> School {
    let mut school = School::with_staff().await;
    for (parent, group) in [("Fatima", "G1"), ("Anna", "G3")] {
        school.joins(parent).await;
        let id = school.store.new_id();
        school
            .does(&format!(
                "insert into follow_ups (id, organisation_id, family_id, carer_id, reason, opened_at)
                 select {id}, f.organisation_id, f.id, c.id, 'silent_weeks', 1
                 from families f join carers c on c.family_id = f.id where f.name = '{group}'"
            ))
            .await;
    }
    school
}

#[tokio::test]
async fn the_list_is_of_my_groups_and_one_tap_notes_what_came_of_it() {
    let school = with_follow_ups().await;
    school.presses("Eva", "w.d").await;
    let samira = about("Samira", "Vlinders").text("language", "Arabisch");
    hears(&school, "Eva", "staff-door-silent-weeks", &samira);
    assert!(!school.told("Eva").contains("Daan"), "{}", school.told("Eva"));
    let open = "select count(*) from follow_ups where closed_at is null";
    for press in ["w.d.", "w.u."] {
        let before = school.counts(open).await;
        school.presses("Eva", press).await;
        assert_ne!(school.counts(open).await, before, "{}", school.told("Eva"));
    }
    hears(&school, "Eva", "staff-undone", &Args::new());
    let (message, data) = school.button("Eva", "w.d.");
    school.sandbox.presses(school.id("Bas"), 1, &data).ok();
    school.sandbox.presses(school.id("Bas"), school.last("Bas").message_id, &data).unwrap();
    school.settles().await;
    assert_eq!(toast(&school, "Bas").await, said(&school, "staff-door-gone", &Args::new()));
    assert_eq!(school.counts(open).await, 2, "Bas sees another group");
    for _ in 0..2 {
        school.sandbox.presses(school.id("Eva"), message, &data).unwrap();
        school.settles().await;
    }
    assert_eq!(school.counts(open).await, 1);
    assert_eq!(school.counts("select count(*) from staff_acts where act = 'spoke'").await, 2);
}

#[tokio::test]
async fn the_week_counts_only_my_groups() {
    let school = with_follow_ups().await;
    let folder = school.writes_letter("water", "", &[("nl", "# Water\n\nWij spelen.\n")]);
    let dutch = Some(thuispost::mailing::Missing::Dutch);
    school.sends(&folder, &["Vlinders", "Bijen"], dutch).await.unwrap();
    for (name, families, reached) in [("Eva", 2, 1), ("Bas", 1, 1)] {
        school.presses(name, "w.f").await;
        let text = school.last(name).text;
        let numbers: Vec<String> = text
            .split_whitespace()
            .map(|word| word.chars().filter(char::is_ascii_digit).collect::<String>())
            .filter(|word| !word.is_empty())
            .collect();
        let expected = [reached, families, 0, families, 1].map(|it: i64| it.to_string());
        assert_eq!(numbers[..5], expected, "{text}");
    }
}
