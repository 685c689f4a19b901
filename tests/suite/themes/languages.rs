//! A language that is not there when a theme starts, and comes while it runs.

use jiff::civil::DateTime;
use thuispost::rhythm;

use super::row;
use super::rules::{MONDAY, activity, at, cheer, why};
use crate::suite::school::School;

const ALL: [super::Made; 3] = [("socks", 0, 100), ("soup", 0, 100), ("song", 0, 100)];

impl School {
    /// A theme in Dutch only, running for two weeks with these families, everybody joined.
    async fn in_dutch(rows: &[String]) -> Self {
        let school = Self::closed(&rows.join("\n")).await;
        school.has_theme("home", &ALL, &["nl"]).await;
        school.all_joined().await;
        school.starts("home", &["Vlinders"], MONDAY, 2).await;
        school
    }

    /// The schedule looks for languages that came meanwhile.
    async fn looks_at_languages(&self, local: DateTime) {
        self.calendar
            .turn_to(thuispost::clock::Moment::of_local(local, &self.organisation.time_zone));
        let rules = (&self.settings.theme, self.settings.quiet_hours);
        let now = self.calendar.now();
        rhythm::release_translated(&self.store, &self.phrases, rules, now).await.unwrap();
    }

    async fn passes(&self, moments: &[DateTime]) {
        for moment in moments {
            self.plans_at(*moment).await;
            self.all_delivered().await;
        }
    }
}

#[tokio::test]
async fn a_letter_whose_language_comes_in_its_week_goes_late_and_the_rest_in_time() {
    let school =
        School::in_dutch(&[row("G1", "Daan", "Anna", "nl"), row("G2", "Ayaan", "Hodan", "so")])
            .await;
    school.passes(&[why(1)]).await;
    school.looks_at_languages(at(2, 1, 9)).await;
    assert_eq!(school.got("Hodan").await, ["letter: held missing_language"]);
    school.writes_theme("home", &["so"]).await;
    school.looks_at_languages(at(2, 1, 10)).await;
    assert_eq!(school.got("Hodan").await, ["letter: waiting"]);
    assert_eq!(school.got("Anna").await, ["letter: delivered"]);
    let language = "select d.language from deliveries d join carers c on c.id = d.carer_id where c.name = 'Hodan'";
    assert_eq!(school.reads(language).await, ["so"]);
    school.all_delivered().await;
    school.looks_at_languages(at(2, 1, 11)).await;
    school.passes(&[activity(1), cheer(1)]).await;
    assert_eq!(
        school.got("Hodan").await,
        ["letter: delivered", "do socks: delivered", "cheer socks: delivered"]
    );
}

#[tokio::test]
async fn an_activity_that_comes_late_brings_the_letter_along_in_one_message() {
    let school = School::in_dutch(&[row("G2", "Ayaan", "Hodan", "so")]).await;
    school.passes(&[why(1), activity(1)]).await;
    school.writes_theme("home", &["so"]).await;
    school.looks_at_languages(at(4, 1, 9)).await;
    assert_eq!(school.got("Hodan").await, ["letter: skipped bundled", "do socks: waiting"]);
    school.all_delivered().await;
    let carried =
        "select m.kind || ' ' || o.kind from bundles b join mailings m on m.id = b.mailing_id
         join mailings o on o.id = b.other_id";
    assert_eq!(school.reads(carried).await, ["do letter"]);
    school.passes(&[cheer(1)]).await;
    assert_eq!(school.got("Hodan").await.last().unwrap(), "cheer socks: delivered");
}

#[tokio::test]
async fn no_flood_comes_with_the_language_and_what_is_left_out_says_why() {
    let school = School::in_dutch(&[row("G2", "Ayaan", "Hodan", "so")]).await;
    school.passes(&[why(1), activity(1), cheer(1), why(2), activity(2), cheer(2)]).await;
    school.writes_theme("home", &["so"]).await;
    school.looks_at_languages(at(6, 2, 9)).await;
    assert_eq!(
        school.got("Hodan").await,
        [
            "letter: skipped missing_language",
            "do socks: skipped missing_language",
            "cheer socks: skipped missing_language",
            "why soup: skipped bundled",
            "do soup: waiting",
            "closing: skipped too_late",
        ]
    );
}

#[tokio::test]
async fn what_no_language_came_for_is_not_held_for_ever() {
    let school = School::in_dutch(&[row("G2", "Ayaan", "Hodan", "so")]).await;
    school.passes(&[why(1), activity(1)]).await;
    school.looks_at_languages(at(6, 1, 12)).await;
    assert_eq!(
        school.got("Hodan").await,
        ["letter: held missing_language", "do socks: held missing_language"]
    );
    school.looks_at_languages(at(0, 2, 12)).await;
    assert_eq!(
        school.got("Hodan").await,
        ["letter: skipped missing_language", "do socks: skipped missing_language"]
    );
}

#[tokio::test]
async fn who_came_since_or_may_have_no_more_this_week_gets_nothing_late() {
    let rows = ["Hodan", "Ifrah", "Sahra"].map(|name| row(name, "Ayaan", name, "so"));
    let school = School::in_dutch(&rows).await;
    let new = "from carers where name = 'Ifrah'";
    school.does(&format!("update carers set stopped_at = 1 where id = (select id {new})")).await;
    school.does("update children set starts = '2026-11-25' where family_id in (select family_id from carers where name = 'Sahra')").await;
    school.passes(&[why(1)]).await;
    assert_eq!(school.got("Sahra").await, Vec::<String>::new());
    school.writes_theme("home", &["so"]).await;
    school.does("insert into week_messages (carer_id, week, kind, mailing_id, send_at)
         select c.id, '2026-11-23', k.kind, m.id, 0 from carers c cross join mailings m
         cross join (select 'a' as kind union all select 'b' union all select 'c') k where c.name = 'Hodan'")
        .await;
    school.looks_at_languages(at(3, 1, 9)).await;
    assert_eq!(school.got("Hodan").await, ["letter: skipped ceiling"]);
    assert_eq!(school.got("Ifrah").await, ["letter: skipped stopped"]);
    assert_eq!(school.got("Sahra").await, Vec::<String>::new());
}

#[tokio::test]
async fn who_may_be_written_to_on_saturdays_only_gets_it_on_saturday() {
    let school = School::in_dutch(&[row("G2", "Ayaan", "Hodan", "so")]).await;
    school.does("update carers set days = '6'").await;
    school.passes(&[why(1)]).await;
    school.writes_theme("home", &["so"]).await;
    school.looks_at_languages(at(2, 1, 9)).await;
    let when = school.reads("select cast(not_before as text) from deliveries").await;
    let when = thuispost::clock::Moment::from_millis(when[0].parse().unwrap());
    assert_eq!(when.local(&school.organisation.time_zone), at(5, 1, 10));
}
