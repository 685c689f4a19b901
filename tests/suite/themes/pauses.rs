//! A pause that was a slip: taken back, everything keeps its time, and what is late stays out.

use jiff::civil::{Date, DateTime, date, datetime};
use thuispost::clock::Moment;
use thuispost::rhythm::{self, RunError, RunId, RunState};

use super::row;
use crate::suite::school::School;

const MONDAY: Date = date(2026, 11, 23);

fn at(day: i8, hour: i8, minute: i8) -> DateTime {
    datetime(2026, 11, day, hour, minute, 0, 0)
}

impl School {
    /// Anna wants messages on Friday, Bob on any day; the letter is due on Tuesday at five.
    async fn with_a_slip() -> (Self, RunId) {
        let rows = [row("G1", "Daan", "Anna", "nl"), row("G2", "Saar", "Bob", "nl")].join("\n");
        let school = Self::closed(&rows).await;
        school.has_theme("home", &[("socks", 0, 100), ("soup", 0, 100)], &["nl"]).await;
        school.all_joined().await;
        school.does("update carers set days = '5' where name = 'Anna'").await;
        let run = school.starts("home", &["Vlinders"], MONDAY, 2).await;
        (school, run)
    }

    /// Pauses it now, at this moment of the calendar.
    async fn slips(&self, run: RunId, local: DateTime) -> Moment {
        self.calendar.turn_to(Moment::of_local(local, &self.organisation.time_zone));
        let (run, now) = (self.run(run).await, self.calendar.now());
        let mut write = self.store.write().await.unwrap();
        rhythm::pause(&mut write, &run, now).await.unwrap();
        write.commit().await.unwrap();
        now
    }

    /// Takes it back at another moment, and plans what is due then.
    async fn unslips(&self, run: RunId, since: Moment, local: DateTime) -> Result<i64, RunError> {
        self.plans_at(local).await;
        let (run, now) = (self.run(run).await, self.calendar.now());
        let mut write = self.store.write().await.unwrap();
        let lost = rhythm::undo_pause(&mut write, &run, since, now).await;
        write.commit().await.unwrap();
        self.plans_at(local).await;
        lost
    }

    /// When a carer's messages of themes leave.
    async fn leaves_at(&self, carer: &str) -> Vec<DateTime> {
        let moments = self
            .reads(&format!(
                "select cast(d.not_before as text) from deliveries d join carers c on c.id = d.carer_id
                 where c.name = '{carer}' and d.state = 'waiting' order by d.not_before"
            ))
            .await;
        let zone = &self.organisation.time_zone;
        moments.iter().map(|it| Moment::from_millis(it.parse().unwrap()).local(zone)).collect()
    }
}

#[tokio::test]
async fn what_a_slip_kept_back_comes_at_its_time_and_nobody_gets_it_twice() {
    let (school, run) = School::with_a_slip().await;
    school.plans_at(at(24, 17, 0)).await;
    school.all_delivered().await;
    assert_eq!(school.leaves_at("Anna").await, [at(27, 10, 0)]);
    let slots = school.slots().await;
    let since = school.slips(run, at(24, 17, 5)).await;
    assert_eq!(school.got("Anna").await, ["letter: skipped paused_theme"]);
    assert_eq!(school.unslips(run, since, at(25, 9, 0)).await.unwrap(), 0);
    assert_eq!(school.got("Anna").await, ["letter: waiting"]);
    assert_eq!(school.leaves_at("Anna").await, [at(27, 10, 0)]);
    assert_eq!(school.got("Bob").await, ["letter: delivered"]);
    assert_eq!(school.slots().await, slots);
    assert_eq!(school.run_state(run).await, RunState::Running);
    assert_eq!(school.counts("select count(*) from week_messages").await, 2);
}

#[tokio::test]
async fn what_was_due_during_a_slip_of_half_an_hour_still_comes() {
    let (school, run) = School::with_a_slip().await;
    school.plans_at(at(24, 16, 59)).await;
    let since = school.slips(run, at(24, 16, 59)).await;
    assert_eq!(school.got("Bob").await, ["letter: skipped paused_theme"]);
    assert_eq!(school.unslips(run, since, at(24, 17, 30)).await.unwrap(), 0);
    assert_eq!(school.leaves_at("Bob").await, [at(24, 17, 30)]);
    assert_eq!(school.leaves_at("Anna").await, [at(27, 10, 0)]);
}

#[tokio::test]
async fn what_is_late_when_a_slip_is_taken_back_stays_out_with_its_reason_and_the_rest_keeps_its_time()
 {
    let (school, run) = School::with_a_slip().await;
    let since = school.slips(run, at(23, 10, 0)).await;
    assert_eq!(school.unslips(run, since, at(25, 12, 0)).await.unwrap(), 1);
    assert_eq!(school.slots().await[0], "1 letter skipped paused_theme");
    assert!(school.slots().await[1..].iter().all(|it| it.ends_with("planned")));
    assert_eq!(school.got("Bob").await, Vec::<String>::new());
    school.plans_at(at(26, 17, 0)).await;
    assert_eq!(school.got("Bob").await, ["do socks: waiting"]);
    assert_eq!(school.leaves_at("Bob").await, [at(26, 17, 0)]);
}

/// Bob's hour went by; Anna's Friday has not.
#[tokio::test]
async fn of_one_message_what_is_late_stays_out_and_what_is_not_comes() {
    let (school, run) = School::with_a_slip().await;
    school.plans_at(at(24, 17, 0)).await;
    let since = school.slips(run, at(24, 17, 0)).await;
    assert_eq!(school.unslips(run, since, at(24, 19, 0)).await.unwrap(), 1);
    assert_eq!(school.got("Bob").await, ["letter: skipped paused_theme"]);
    assert_eq!(school.leaves_at("Anna").await, [at(27, 10, 0)]);
}

#[tokio::test]
async fn what_comes_back_keeps_the_ceiling_of_the_week() {
    let (mut school, run) = School::with_a_slip().await;
    school.settings.theme.ceiling = 1;
    school.plans_at(at(24, 16, 59)).await;
    let since = school.slips(run, at(24, 16, 59)).await;
    // Another message took the place meanwhile.
    school
        .does(
            "insert into week_messages (carer_id, week, kind, mailing_id, send_at)
             select id, '2026-11-23', 'book', (select min(m.id) from mailings m), 1
             from carers where name = 'Bob'",
        )
        .await;
    school.unslips(run, since, at(24, 17, 10)).await.unwrap();
    assert_eq!(school.got("Bob").await, ["letter: skipped ceiling"]);
}

#[tokio::test]
async fn a_slip_is_taken_back_once_and_no_other_pause_with_it() {
    let (school, run) = School::with_a_slip().await;
    let since = school.slips(run, at(23, 10, 0)).await;
    school.unslips(run, since, at(23, 10, 5)).await.unwrap();
    let again = school.unslips(run, since, at(23, 10, 6)).await;
    assert!(matches!(again, Err(RunError::State(RunState::Running))));
    school.slips(run, at(23, 11, 0)).await;
    let other = school.unslips(run, since, at(23, 11, 5)).await;
    assert!(matches!(other, Err(RunError::State(RunState::Paused))));
    assert_eq!(school.run_state(run).await, RunState::Paused);
}

/// As if more families than one step takes were in it.
#[tokio::test]
async fn a_large_slot_under_way_goes_on_when_the_slip_is_taken_back() {
    let (school, run) = School::with_a_slip().await;
    school.plans_at(at(24, 16, 59)).await;
    school
        .does("delete from deliveries where carer_id = (select id from carers where name = 'Bob')")
        .await;
    school.does("update run_slots set state = 'planning' where week = 1 and kind = 'letter'").await;
    let since = school.slips(run, at(24, 16, 59)).await;
    assert_eq!(school.slots().await[0], "1 letter skipped paused_theme");
    school.unslips(run, since, at(24, 17, 1)).await.unwrap();
    assert_eq!(school.slots().await[0], "1 letter done");
    assert_eq!(school.got("Bob").await, ["letter: waiting"]);
}
