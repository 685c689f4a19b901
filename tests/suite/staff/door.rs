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
    for (name, families) in [("Eva", 2), ("Bas", 1)] {
        let text = school.week_of(name).await;
        assert!(text.contains("nog niet gevraagd"), "{text}");
        assert_eq!(numbers_in(&text)[..3], [1, families, 1], "{text}");
    }
    let now = school.calendar.now().millis();
    school
        .does(&format!(
            "insert into check_ins (mailing_id, carer_id, asked_at, closes_at)
             select d.mailing_id, d.carer_id, {now}, {now} + 1
             from deliveries d join mailings m on m.id = d.mailing_id
             where d.part = 0 and d.state = 'delivered'
             on conflict (mailing_id, carer_id) do nothing"
        ))
        .await;
    for (name, families) in [("Eva", 2), ("Bas", 1)] {
        let text = school.week_of(name).await;
        assert_eq!(numbers_in(&text)[..5], [1, families, 0, families, 1], "{text}");
    }
}

impl School {
    async fn week_of(&self, name: &str) -> String {
        self.presses(name, "w.f").await;
        self.last(name).text
    }
}

fn numbers_in(text: &str) -> Vec<i64> {
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    text.split_whitespace().filter_map(|word| digits(word).parse().ok()).collect()
}
