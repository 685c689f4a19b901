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

#[tokio::test]
async fn the_week_tells_who_came_to_a_meeting_once_there_was_one() {
    let school = with_follow_ups().await;
    let hour = 3_600_000;
    let (now, zone) = (school.calendar.now(), &school.organisation.time_zone);
    let today = now.local(zone).date();
    let soon = now.millis() + hour;
    school
        .does(
            "insert into meetings (id, organisation_id, location_id, kind, base, audience, created_at, created_by)
             select 7, organisation_id, id, 'coffee-morning', 'coffee-morning', 'all', 0, '-' from locations
             where id = (select min(location_id) from groups where name = 'Vlinders')",
        )
        .await;
    school
        .does("insert into meeting_groups (meeting_id, group_id) select 7, id from groups where name = 'Vlinders'")
        .await;
    school
        .does(&format!(
            "insert into sessions (id, meeting_id, number, day, starts_at, ends_at)
             values (8, 7, 1, '{today}', {soon}, {soon} + {hour})"
        ))
        .await;
    let before = school.week_of("Eva").await;
    assert!(!before.contains("bijeenkomst"), "it is still to come: {before}");
    school.calendar.turn_to(thuispost::clock::Moment::from_millis(soon));
    let none = school.week_of("Eva").await;
    assert!(none.contains("kwamen naar een bijeenkomst"), "{none}");
    assert_eq!(numbers_in(&none)[..4], [0, 2, 0, 2], "{none}");
    school
        .does(
            "insert into attendance (session_id, family_id, evidence, noted_at, noted_by)
             select 8, family_id, 'seen', 0, '-' from children
             where name = 'Samira'",
        )
        .await;
    let came = school.week_of("Eva").await;
    assert_eq!(numbers_in(&came)[..4], [0, 2, 1, 2], "{came}");
    let elsewhere = school.week_of("Bas").await;
    assert!(!elsewhere.contains("bijeenkomst"), "not for the group of Bas: {elsewhere}");
}

impl School {
    async fn week_of(&self, name: &str) -> String {
        self.presses(name, "w.f").await;
        self.last(name).text
    }

    /// Somebody of another family opens the code on this phone too.
    async fn with_a_shared_chat() -> Self {
        let school = with_follow_ups().await;
        school.joins_on_the_phone_of("Fatima", "Piotr").await;
        school
    }

    /// Until when the carers of the shared chat are paused, in the order of their names.
    async fn paused_until(&self) -> Vec<String> {
        self.reads(
            "select name || coalesce(' ' || cast(paused_until as text) || ' ' || cast(paused_at as text), '')
             from carers where name in ('Fatima', 'Piotr') order by name",
        )
        .await
    }
}

#[tokio::test]
async fn no_messages_for_a_chat_that_two_parents_share_is_asked_before_and_undone_exactly() {
    let school = School::with_a_shared_chat().await;
    // Piotr paused earlier, for a while.
    school
        .does("update carers set paused_until = 1790000000000, paused_at = 7 where name = 'Piotr'")
        .await;
    let before = school.paused_until().await;
    school.presses("Eva", "w.d").await;
    press(&school, "Eva", ".wants_no_messages").await;
    let args = about("Samira", "Vlinders").text("language", "Arabisch").number("carers", 2);
    hears(&school, "Eva", "staff-door-whole-chat", &args);
    assert_eq!(school.paused_until().await, before, "nothing is paused before somebody said yes");
    press(&school, "Eva", ".whole_chat").await;
    hears(&school, "Eva", "staff-door-paused-whole-chat", &args);
    let paused = "select count(*) from carers where paused_until > 250000000000000";
    assert_eq!(school.counts(paused).await, 2);
    school.presses("Eva", "w.u.").await;
    hears(&school, "Eva", "staff-undone", &Args::new());
    assert_eq!(school.paused_until().await, before);
}

#[tokio::test]
async fn no_messages_for_a_parent_alone_is_one_tap_and_says_that_the_chat_is_paused() {
    let school = with_follow_ups().await;
    school.presses("Eva", "w.d").await;
    press(&school, "Eva", ".wants_no_messages").await;
    let args = about("Samira", "Vlinders").text("language", "Arabisch").number("carers", 1);
    hears(&school, "Eva", "staff-door-paused", &args);
    // Fatima goes on by herself, and pauses anew: that is hers, whatever staff undo.
    school
        .does("update carers set paused_until = 1790000000000, paused_at = 9 where name = 'Fatima'")
        .await;
    let before = school.paused_until().await;
    school.presses("Eva", "w.u.").await;
    hears(&school, "Eva", "staff-undone", &Args::new());
    assert_eq!(school.paused_until().await, before);
}

#[tokio::test]
async fn a_long_list_is_shown_in_pieces_to_its_end() {
    let school = School::with_staff().await;
    for number in 0..19 {
        let id = school.store.new_id();
        school
            .does(&format!(
                "insert into families (id, organisation_id, name) select {id}, id, 'L{number}' from organisations"
            ))
            .await;
        for sql in [
            format!(
                "insert into children (id, family_id, group_id, name) select {id}, {id}, id, 'Kind {number}'
                 from groups where name = 'Vlinders'"
            ),
            format!("insert into carers (id, family_id, name, language) values ({id}, {id}, 'Ouder', 'nl')"),
            format!(
                "insert into follow_ups (id, organisation_id, family_id, carer_id, reason, opened_at)
                 select {id}, id, {id}, {id}, 'silent_weeks', {number} from organisations"
            ),
        ] {
            school.does(&sql).await;
        }
    }
    school.presses("Eva", "w.d").await;
    for left in [11, 3] {
        hears(&school, "Eva", "staff-door-more", &Args::new().number("count", left));
        school.presses("Eva", "w.d.p.").await;
    }
    let told = school.told("Eva");
    for number in 0..19 {
        assert_eq!(told.matches(&format!("Kind {number}\u{2069}")).count(), 1, "{told}");
    }
}

/// Presses the newest button whose data ends so.
async fn press(school: &School, name: &str, end: &str) {
    school.presses_what_ends(name, end).await;
}

fn numbers_in(text: &str) -> Vec<i64> {
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    text.split_whitespace().filter_map(|word| digits(word).parse().ok()).collect()
}
