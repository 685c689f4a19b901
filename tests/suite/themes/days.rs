//! The days on which messages of a theme leave, and the children they name: a service runs, and what
//! counts is what stands on the phone.

use jiff::civil::{Date, DateTime, date, datetime};
use thuispost::rhythm::{self, Audience, NewRun};

use super::row;
use crate::suite::school::School;

const MONDAY: Date = date(2026, 11, 23);
const THURSDAY: DateTime = datetime(2026, 11, 26, 17, 0, 0, 0);
const FRIDAY: DateTime = datetime(2026, 11, 27, 17, 0, 0, 0);
const SATURDAY: DateTime = datetime(2026, 11, 28, 10, 0, 0, 0);
const THEME: &str = "home (nl)";
const QUESTION: &str = "Hoe ging het thuis";

impl School {
    /// A carer of two children, for whom a theme began on Monday.
    async fn with_a_theme() -> Self {
        let rows = [row("G1", "Samira", "Ouder", "nl"), row("G1", "Adam", "Ouder", "nl")];
        let mut school = Self::opens(&rows.join("\n")).await;
        school.has_theme("home", &[("socks", 0, 100), ("soup", 0, 100)], &["nl"]).await;
        school.joins("Ouder").await;
        school
    }

    /// The carer wants messages on Saturdays only; what the week brings until Thursday waits.
    async fn waits_for_saturday() -> Self {
        let school = Self::with_a_theme().await;
        school.does("update carers set days = '6'").await;
        school.starts("home", &["Vlinders"], MONDAY, 2).await;
        school.turns_to(THURSDAY).await;
        assert_eq!(school.got("Ouder").await, ["letter: waiting", "do socks: waiting"]);
        school
    }

    async fn closes(&self, day: DateTime) {
        let mut write = self.store.write().await.unwrap();
        let days = (day.date(), day.date());
        rhythm::close_days(&mut write, self.organisation.id, days, "dicht").await.unwrap();
        write.commit().await.unwrap();
    }
}

#[tokio::test]
async fn what_is_meant_for_saturday_stays_until_saturday() {
    let school = School::waits_for_saturday().await;
    assert!(!school.told("Ouder").contains(THEME));
    school.turns_to(SATURDAY).await;
    assert!(school.told("Ouder").contains(THEME));
    let got = school.got("Ouder").await;
    assert_eq!(got, ["letter: delivered", "do socks: delivered", "cheer socks: delivered"]);
}

#[tokio::test]
async fn what_missed_its_day_comes_on_no_other_and_not_in_the_next_week() {
    for (then, reason) in [
        (datetime(2026, 11, 29, 10, 0, 0, 0), "own_days"),
        (datetime(2026, 11, 30, 8, 0, 0, 0), "too_late"),
    ] {
        let school = School::waits_for_saturday().await;
        school.turns_to(then).await;
        let got = school.got("Ouder").await;
        let want = [format!("letter: skipped {reason}"), format!("do socks: skipped {reason}")];
        assert_eq!(got[..2], want);
        assert!(!school.told("Ouder").contains(THEME), "{reason}");
    }
}

#[tokio::test]
async fn a_day_that_was_closed_when_messages_waited_for_it_brings_none() {
    let school = School::waits_for_saturday().await;
    school.closes(SATURDAY).await;
    school.turns_to(SATURDAY).await;
    let got = school.got("Ouder").await;
    assert_eq!(got[..2], ["letter: skipped closed_day", "do socks: skipped closed_day"]);
}

#[tokio::test]
async fn what_a_message_carries_along_of_a_theme_that_was_paused_stays_behind() {
    let school = School::with_a_theme().await;
    school.has_theme("street", &[("shop", 0, 100)], &["nl"]).await;
    school.does("update carers set days = '6'").await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    let street = school.starts("street", &["Vlinders"], MONDAY, 2).await;
    school.turns_to(THURSDAY).await;
    let run = school.run(street).await;
    let mut write = school.store.write().await.unwrap();
    rhythm::pause(&mut write, &run, school.calendar.now()).await.unwrap();
    write.commit().await.unwrap();
    school.turns_to(SATURDAY).await;
    let told = school.told("Ouder");
    assert!(told.contains(THEME) && !told.contains("street (nl)"), "{told}");
    let got = school.got("Ouder").await;
    assert!(got.contains(&"letter: skipped paused_theme".to_owned()), "{got:?}");
}

#[tokio::test]
async fn a_question_about_an_activity_waits_for_the_next_open_day() {
    let school = School::with_a_theme().await;
    school.starts("home", &["Vlinders"], MONDAY, 2).await;
    school.closes(FRIDAY).await;
    school.turns_to(THURSDAY).await;
    school.turns_to(FRIDAY).await;
    assert!(!school.told("Ouder").contains(QUESTION));
    school.turns_to(SATURDAY).await;
    assert!(school.told("Ouder").contains(QUESTION));
}

#[tokio::test]
async fn a_theme_names_only_children_that_it_is_for_and_that_are_here() {
    for (left_out, audience) in [
        ("update children set ve = case when name = 'Samira' then 1 else 0 end", Audience::Ve),
        ("update children set starts = '2027-01-01' where name = 'Adam'", Audience::All),
    ] {
        let school = School::with_a_theme().await;
        school.does(left_out).await;
        let run = school.new_run("home", &["Vlinders"], MONDAY, 2).await;
        school.starts_run(&NewRun { audience, ..run }).await;
        school.turns_to(datetime(2026, 11, 24, 17, 0, 0, 0)).await;
        let told = school.told("Ouder");
        let (_, letter) = told.split_once(THEME).unwrap();
        assert!(letter.contains("Samira") && !letter.contains("Adam"), "{left_out}: {letter}");
    }
}
