//! The rules of the programme, one by one. No service runs: the schedule beats when the test says so.

use std::time::Duration;

use jiff::civil::{Date, DateTime, date};
use thuispost::clock::Moment;
use thuispost::rhythm;

use super::row;
use crate::suite::school::School;

const ALL: [super::Made; 4] =
    [("socks", 0, 100), ("soup", 0, 100), ("song", 0, 100), ("walk", 0, 100)];
pub const MONDAY: Date = date(2026, 11, 23);

pub fn why(week: i8) -> DateTime {
    at(1, week, 17)
}

pub fn activity(week: i8) -> DateTime {
    at(3, week, 17)
}

pub fn cheer(week: i8) -> DateTime {
    at(5, week, 10)
}

/// So many days after the Monday of a week of the theme.
pub fn at(days: i8, week: i8, hour: i8) -> DateTime {
    let day = MONDAY.checked_add(jiff::Span::new().days(days + 7 * (week - 1))).unwrap();
    day.to_datetime(jiff::civil::time(hour, 0, 0, 0))
}

impl School {
    /// A school of these rows, everybody joined, with the theme "home" in Dutch and Turkish.
    async fn planned(rows: &[String]) -> Self {
        let school = Self::closed(&rows.join("\n")).await;
        school.has_theme("home", &ALL, &["nl", "tr"]).await;
        school.all_joined().await;
        school
    }

    /// The first week of a theme passes, everything is delivered.
    async fn passes_week(&self, week: i8) {
        for moment in [why(week), activity(week), cheer(week)] {
            self.plans_at(moment).await;
            self.all_delivered().await;
        }
    }

    /// Staff send a letter to the Vlinders now, or plan it for later.
    async fn staff_write(&self, label: &str, later: Option<DateTime>) {
        let folder = self.writes_letter(label, "", &[("nl", &format!("# {label}\n\nDag.\n"))]);
        match later {
            None => drop(self.approves(&folder, &["Vlinders"], None).await.unwrap()),
            Some(local) => drop(self.plans(&folder, "Vlinders", local).await),
        }
    }
}

#[tokio::test]
async fn a_week_is_why_do_and_cheer_and_each_leaves_once_however_often_the_schedule_beats() {
    let school = School::planned(&[row("G1", "Daan", "Anna", "nl")]).await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.passes_week(1).await;
    school.plans_at(why(1)).await;
    school.plans_at(cheer(1)).await;
    school.passes_week(2).await;
    school.plans_at(why(1)).await;
    school.plans_at(cheer(3)).await;
    assert_eq!(
        school.got("Anna").await,
        [
            "letter: delivered",
            "do socks: delivered",
            "cheer socks: delivered",
            "why soup: delivered",
            "do soup: delivered",
            "closing: delivered",
        ]
    );
    assert!(school.slots().await.iter().all(|slot| slot.ends_with("done")));
}

#[tokio::test]
async fn two_letters_of_staff_leave_room_for_the_activity_only() {
    let school = School::planned(&[row("G1", "Daan", "Anna", "nl")]).await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.passes_week(1).await;
    school.calendar.turn_to(Moment::of_local(at(0, 2, 9), &school.organisation.time_zone));
    school.staff_write("luizen", None).await;
    school.staff_write("studiedag", None).await;
    school.all_delivered().await;
    school.passes_week(2).await;
    assert_eq!(
        school.got("Anna").await[3..],
        ["why soup: skipped ceiling", "do soup: delivered", "closing: skipped ceiling"]
    );
}

#[tokio::test]
async fn a_letter_that_is_planned_for_friday_makes_the_cheer_of_saturday_yield() {
    let school = School::planned(&[row("G1", "Daan", "Anna", "nl")]).await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.staff_write("vrijdag", Some(at(4, 1, 9))).await;
    school.plans_at(why(1)).await;
    school.plans_at(activity(1)).await;
    school.all_delivered().await;
    school.calendar.turn_to(Moment::of_local(at(4, 1, 9), &school.organisation.time_zone));
    thuispost::outbox::release_due(&school.store, school.calendar.now()).await.unwrap();
    school.all_delivered().await;
    school.plans_at(cheer(1)).await;
    let got = school.got("Anna").await;
    assert_eq!(got, ["letter: delivered", "do socks: delivered", "cheer socks: skipped ceiling"]);
}

#[tokio::test]
async fn a_letter_that_a_pause_held_counts_in_the_week_in_which_it_comes() {
    let school = School::planned(&[row("G1", "Daan", "Anna", "nl")]).await;
    let moment = |local| Moment::of_local(local, &school.organisation.time_zone);
    school.calendar.turn_to(moment(at(-4, 1, 10)));
    let until = moment(at(0, 1, 12)).millis();
    school.does(&format!("update carers set paused_until = {until}")).await;
    school.staff_write("eerder", None).await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.calendar.turn_to(moment(at(1, 1, 10)));
    thuispost::outbox::release_paused(&school.store, school.calendar.now()).await.unwrap();
    school.all_delivered().await;
    school.passes_week(1).await;
    let got = school.got("Anna").await;
    assert_eq!(got, ["letter: delivered", "do socks: delivered", "cheer socks: skipped ceiling"]);
}

#[tokio::test]
async fn with_a_lower_ceiling_the_why_yields_to_the_activity_that_is_still_to_come() {
    let mut school = School::planned(&[row("G1", "Daan", "Anna", "nl")]).await;
    school.settings.theme.ceiling = 1;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.passes_week(1).await;
    school.passes_week(2).await;
    assert_eq!(
        school.got("Anna").await,
        [
            "letter: delivered",
            "do socks: skipped ceiling",
            "cheer socks: skipped ceiling",
            "why soup: skipped ceiling",
            "do soup: delivered",
            "closing: skipped ceiling",
        ]
    );
}

#[tokio::test]
async fn a_child_gets_what_fits_its_age_and_never_the_same_twice() {
    let rows = [
        row("G1", "Daan", "Anna", "nl"),
        row("G2", "Saar", "Bea", "nl"),
        row("G3", "Tim", "Cor", "nl"),
    ];
    let school = School::closed(&rows.join("\n")).await;
    school.all_joined().await;
    school
        .has_theme("home", &[("small", 24, 36), ("big", 36, 60), ("bigger", 37, 61)], &["nl"])
        .await;
    // 24 months in week 1; turning 37 months in week 2; too old for all of it.
    for (child, born) in [("Daan", "2024-11"), ("Saar", "2023-11"), ("Tim", "2020-01")] {
        school.does(&format!("update children set born = '{born}' where name = '{child}'")).await;
    }
    school.starts("home", &["Vlinders"], MONDAY, 3).await;
    for week in [1, 2, 3] {
        school.passes_week(week).await;
    }
    assert_eq!(
        school.steps_of("Daan").await,
        ["1 small as_is", "2 - as_is all_done", "3 - as_is all_done"]
    );
    assert_eq!(
        school.steps_of("Saar").await,
        ["1 big as_is", "2 bigger as_is", "3 - as_is all_done"]
    );
    assert_eq!(school.steps_of("Tim").await, ["1 - as_is age", "2 - as_is age", "3 - as_is age"]);
    assert_eq!(school.got("Cor").await, ["letter: delivered", "closing: delivered"]);
}

#[tokio::test]
async fn brother_and_sister_do_the_same_thing_when_it_fits_both() {
    let rows = [row("G1", "Daan", "Anna", "nl"), row("G1", "Saar", "Anna", "nl")];
    let school = School::closed(&rows.join("\n")).await;
    school.all_joined().await;
    school.has_theme("home", &[("small", 0, 36), ("both", 0, 60), ("big", 36, 60)], &["nl"]).await;
    school.does("update children set born = '2024-11' where name = 'Daan'").await;
    school.does("update children set born = '2022-11' where name = 'Saar'").await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.passes_week(1).await;
    school.passes_week(2).await;
    assert_eq!(school.steps_of("Daan").await, ["1 both as_is", "2 small as_is"]);
    assert_eq!(school.steps_of("Saar").await, ["1 both as_is", "2 big as_is"]);
    let got = school.got("Anna").await;
    assert_eq!(got[..3], ["letter: delivered", "do both: delivered", "cheer both: delivered"]);
    let second: Vec<&str> = got[3..].iter().map(String::as_str).collect();
    assert_eq!(second.iter().filter(|it| it.ends_with("skipped bundled")).count(), 2, "{second:?}");
    assert_eq!(school.counts("select count(*) from bundles").await, 2);
}

#[tokio::test]
async fn two_themes_in_two_groups_are_one_message_for_a_carer_of_both() {
    let rows = [
        row("G1", "Daan", "Anna", "nl"),
        row("G1", "Saar", "Anna", "nl").replace("Vlinders", "Sterren"),
    ];
    let school = School::planned(&rows).await;
    school.has_theme("water", &[("bath", 0, 100), ("rain", 0, 100)], &["nl"]).await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.starts("water", &["Sterren"], MONDAY, 2).await;
    school.passes_week(1).await;
    let got = school.got("Anna").await;
    assert_eq!(got.iter().filter(|it| it.ends_with("delivered")).count(), 3, "{got:?}");
    assert_eq!(got.iter().filter(|it| it.ends_with("skipped bundled")).count(), 3, "{got:?}");
    let told = "select mailing_id || ' ' || other_id from bundles";
    assert_eq!(school.reads(told).await.len(), 3);
}

#[tokio::test]
async fn who_paused_stopped_blocked_or_never_joined_gets_nothing_and_staff_read_why() {
    let names = ["Anna", "Bea", "Cor", "Dirk", "Eva"];
    let rows = names.map(|name| row(name, "Daan", name, "nl"));
    let school = School::planned(&rows).await;
    let later = school.calendar.now().after(Duration::from_secs(20 * 86_400)).millis();
    school
        .does(&format!(
            "update carers set paused_at = 1, paused_until = {later} where name = 'Anna'"
        ))
        .await;
    school.does("update carers set stopped_at = 1 where name = 'Bea'").await;
    school.does("update carers set unreachable_at = 1 where name = 'Cor'").await;
    school.does("update carers set chat_id = null, consented_at = null where name = 'Dirk'").await;
    school.starts("home", &["Vlinders"], MONDAY, 1).await;
    school.plans_at(why(1)).await;
    let firsts = ["paused", "stopped", "unreachable_before", "not_connected"];
    for (name, reason) in names.iter().zip(firsts) {
        assert_eq!(school.got(name).await, [format!("letter: skipped {reason}")], "{name}");
    }
    assert_eq!(school.got("Eva").await, ["letter: waiting"]);
}

#[tokio::test]
async fn no_flood_comes_after_a_pause() {
    let school = School::planned(&[row("G1", "Daan", "Anna", "nl")]).await;
    school.starts("home", &["Vlinders"], MONDAY, 1).await;
    school.plans_at(why(1)).await;
    // The claim holds what a pause caught on its way.
    school.does("update deliveries set state = 'held', reason = 'paused'").await;
    let now = school.calendar.now().after(Duration::from_secs(3 * 86_400));
    thuispost::outbox::release_paused(&school.store, now).await.unwrap();
    assert_eq!(school.got("Anna").await, ["letter: skipped paused"]);
}

#[tokio::test]
async fn a_language_that_is_missing_is_held_a_confirmed_second_one_counts_and_dutch_is_a_choice() {
    let rows = [
        row("G1", "Daan", "Anna", "so"),
        format!("{}tr", row("G2", "Saar", "Bea", "so")),
        row("G3", "Tim", "Cor", "tr"),
    ];
    let school = School::planned(&rows).await;
    school.does("update carers set second_language_confirmed_at = 1 where name = 'Bea'").await;
    let run = school.starts("home", &["Vlinders"], MONDAY, 1).await;
    school.plans_at(why(1)).await;
    assert_eq!(school.got("Anna").await, ["letter: held missing_language"]);
    assert_eq!(school.got("Bea").await, ["letter: waiting"]);
    let language = "select d.language from deliveries d join carers c on c.id = d.carer_id where c.name = 'Bea'";
    assert_eq!(school.reads(language).await, ["tr"]);
    school.does(&format!("update theme_runs set missing = 'dutch' where id = {run}")).await;
    school.plans_at(activity(1)).await;
    assert_eq!(school.got("Anna").await[1..], ["do socks: waiting"]);
}

#[tokio::test]
async fn two_carers_in_one_chat_get_one_copy() {
    let rows = [row("G1", "Daan", "Anna", "nl"), row("G1", "Daan", "Bart", "nl")];
    let school = School::planned(&rows).await;
    school.does("update carers set chat_id = 77").await;
    school.starts("home", &["Vlinders"], MONDAY, 1).await;
    school.plans_at(why(1)).await;
    let mut both = [school.got("Anna").await, school.got("Bart").await].concat();
    both.sort();
    assert_eq!(both, ["letter: skipped shared_chat", "letter: waiting"]);
}

#[tokio::test]
async fn a_carers_own_days_are_kept_and_a_closed_one_is_not_used() {
    let names = ["Anna", "Bea", "Cor"];
    let school = School::planned(&names.map(|name| row(name, "Daan", name, "nl"))).await;
    for (name, days) in [("Anna", "6"), ("Bea", "14"), ("Cor", "5")] {
        school.does(&format!("update carers set days = '{days}' where name = '{name}'")).await;
    }
    school.does(&format!(
        "insert into closed_days (organisation_id, day, name) values ({}, '2026-11-27', 'studiedag')",
        school.organisation.id
    ))
    .await;
    school.starts("home", &["Vlinders"], MONDAY, 1).await;
    school.plans_at(why(1)).await;
    assert_eq!(school.got("Anna").await, ["letter: waiting"]);
    assert_eq!(school.got("Bea").await, ["letter: waiting"]);
    assert_eq!(school.got("Cor").await, ["letter: skipped own_days"], "Friday is closed");
    let when =
        "select cast(d.not_before as text) from deliveries d join carers c on c.id = d.carer_id
                where c.name in ('Anna', 'Bea') order by c.name";
    let when: Vec<i64> = school.reads(when).await.iter().map(|it| it.parse().unwrap()).collect();
    let zone = &school.organisation.time_zone;
    assert_eq!(Moment::from_millis(when[0]).local(zone), at(5, 1, 10));
    assert_eq!(Moment::from_millis(when[1]).local(zone), at(3, 1, 10));
    school.plans_at(cheer(1)).await;
    assert_eq!(school.got("Bea").await.last().unwrap(), "closing: skipped own_days");
}

#[tokio::test]
async fn a_day_that_is_closed_later_moves_the_message_and_a_closed_rest_of_the_week_skips_it() {
    let school = School::planned(&[row("G1", "Daan", "Anna", "nl")]).await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    let close = |from: Date, to: Date| {
        let school = &school;
        async move {
            let mut write = school.store.write().await.unwrap();
            let organisation = school.organisation.id;
            rhythm::close_days(&mut write, organisation, (from, to), "dicht").await.unwrap();
            write.commit().await.unwrap();
        }
    };
    close(date(2026, 11, 24), date(2026, 11, 24)).await;
    close(date(2026, 12, 3), date(2026, 12, 6)).await;
    school.plans_at(why(1)).await;
    assert_eq!(school.got("Anna").await, Vec::<String>::new());
    school.plans_at(at(2, 1, 10)).await;
    assert_eq!(school.got("Anna").await, ["letter: waiting"]);
    for moment in [activity(1), cheer(1), why(2), activity(2), cheer(2)] {
        school.plans_at(moment).await;
    }
    let slots = school.slots().await;
    assert_eq!(slots[4..], ["2 do skipped closed_day", "2 closing skipped closed_day"]);
}

#[tokio::test]
async fn after_days_of_silence_one_late_message_goes_and_the_older_ones_are_too_late() {
    let school = School::planned(&[row("G1", "Daan", "Anna", "nl")]).await;
    school.starts("home", &["Vlinders"], MONDAY, 3).await;
    school.plans_at(at(6, 2, 9)).await;
    assert_eq!(school.got("Anna").await, ["cheer socks: waiting"]);
    assert_eq!(
        school.slots().await[..6],
        [
            "1 letter skipped too_late",
            "1 do skipped too_late",
            "1 cheer skipped too_late",
            "2 why skipped too_late",
            "2 do skipped too_late",
            "2 cheer done",
        ]
    );
    school.all_delivered().await;
    school.plans_at(at(4, 4, 9)).await;
    assert_eq!(school.got("Anna").await.len(), 1, "six days late is of no use");
}

#[tokio::test]
async fn a_child_that_leaves_or_changes_groups_in_mid_week_gets_no_more_of_it() {
    let rows = [
        row("G1", "Daan", "Anna", "nl"),
        row("G2", "Saar", "Bea", "nl"),
        row("G3", "Tim", "Cor", "nl").replace("Vlinders", "Sterren"),
    ];
    let school = School::planned(&rows).await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.plans_at(why(1)).await;
    school.does("update children set leaves = '2026-11-25' where name = 'Daan'").await;
    school.does("update children set group_id = (select group_id from children where name = 'Tim') where name = 'Saar'").await;
    school.all_delivered().await;
    school.plans_at(activity(1)).await;
    for name in ["Anna", "Bea"] {
        assert_eq!(school.got(name).await, ["letter: delivered"], "{name}");
    }
    assert_eq!(school.got("Cor").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_child_that_comes_in_mid_week_begins_with_the_next_week() {
    let school =
        School::planned(&[row("G1", "Daan", "Anna", "nl"), row("G2", "Saar", "Bea", "nl")]).await;
    school.does("update children set starts = '2026-11-26' where name = 'Saar'").await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.passes_week(1).await;
    assert_eq!(school.got("Bea").await, Vec::<String>::new(), "never the activity alone");
    school.passes_week(2).await;
    assert_eq!(
        school.got("Bea").await,
        ["why socks: delivered", "do socks: delivered", "closing: delivered"]
    );
}

#[tokio::test]
async fn a_theme_for_ve_families_reaches_no_others() {
    let school =
        School::planned(&[row("G1", "Daan", "Anna", "nl"), row("G2", "Saar", "Bea", "nl")]).await;
    school.does("update children set ve = 1 where name = 'Saar'").await;
    let mut run = school.new_run("home", &["Vlinders"], MONDAY, 1).await;
    run.audience = rhythm::Audience::Ve;
    school.starts_run(&run).await;
    school.passes_week(1).await;
    assert_eq!(school.got("Anna").await, Vec::<String>::new());
    assert_eq!(school.got("Bea").await.len(), 3);
}

#[tokio::test]
async fn a_library_that_changes_under_a_running_theme_changes_only_what_comes_later() {
    let school = School::planned(&[row("G1", "Daan", "Anna", "nl")]).await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.plans_at(why(1)).await;
    school.plans_at(activity(1)).await;
    school.does("update activity_texts set steps = 'something else', cheer = 'new cheer'").await;
    school.does("update activities set withdrawn_at = 1 where slug = 'soup'").await;
    school.all_delivered().await;
    school.plans_at(cheer(1)).await;
    school.passes_week(2).await;
    let body = |kind: &str| {
        format!(
            "select t.body from mailing_texts t join mailings m on m.id = t.mailing_id
             where m.kind = '{kind}' and m.week = 1 and t.language = 'nl' and t.part = 0"
        )
    };
    assert!(school.reads(&body("do")).await[0].contains("do socks &amp; look"));
    assert_eq!(school.reads(&body("cheer")).await, ["new cheer"]);
    assert_eq!(school.steps_of("Daan").await, ["1 socks as_is", "2 song as_is"]);
}

#[tokio::test]
async fn a_book_goes_to_families_with_a_child_of_its_age_and_counts_for_the_week() {
    let rows = [row("G1", "Daan", "Anna", "nl"), row("G2", "Saar", "Bea", "nl")];
    let school = School::planned(&rows).await;
    school.does("update children set born = '2020-01' where name = 'Saar'").await;
    school.has_book("bear", 24, 60).await;
    school.does("update children set born = '2023-01' where name = 'Daan'").await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.reads_book("bear", "Vlinders").await;
    assert_eq!(school.got("Anna").await, ["book: waiting"]);
    assert_eq!(school.got("Bea").await, Vec::<String>::new());
    school.all_delivered().await;
    school.passes_week(1).await;
    assert_eq!(
        school.got("Anna").await[1..],
        ["letter: delivered", "do socks: delivered", "cheer socks: skipped ceiling"]
    );
}
