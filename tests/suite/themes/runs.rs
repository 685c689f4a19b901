//! Starting, moving, pausing, resuming and stopping a theme.

use jiff::civil::{Date, DateTime, date, datetime};
use thuispost::rhythm::{self, RunError, RunId, RunState};

use super::row;
use crate::suite::school::School;

const ALL: [super::Made; 4] =
    [("socks", 0, 100), ("soup", 0, 100), ("song", 0, 100), ("walk", 0, 100)];
const MONDAY: Date = date(2026, 11, 23);

fn at(month: i8, day: i8, hour: i8) -> DateTime {
    datetime(2026, month, day, hour, 0, 0, 0)
}

impl School {
    async fn with_home(weeks: i64) -> (Self, RunId) {
        let school = Self::closed(&row("G1", "Daan", "Anna", "nl")).await;
        school.has_theme("home", &ALL, &["nl"]).await;
        school.all_joined().await;
        let run = school.starts("home", &["Vlinders"], MONDAY, weeks).await;
        (school, run)
    }

    /// When the planned slots of a run leave.
    async fn planned_at(&self, run: RunId) -> Vec<DateTime> {
        let slots = rhythm::slots_of(&mut self.store.read().await.unwrap(), run).await.unwrap();
        let planned = slots.into_iter().filter(|slot| slot.state == "planned");
        planned.map(|slot| slot.at.local(&self.organisation.time_zone)).collect()
    }

    async fn pauses(&self, run: RunId) -> Result<u64, RunError> {
        let run = self.run(run).await;
        let mut write = self.store.write().await.unwrap();
        let paused = rhythm::pause(&mut write, &run, self.calendar.now()).await;
        write.commit().await.unwrap();
        paused
    }

    async fn resumes(&self, run: RunId) -> Result<i64, RunError> {
        let run = self.run(run).await;
        let mut write = self.store.write().await.unwrap();
        let zone = &self.organisation.time_zone;
        let resumed = rhythm::resume(&mut write, &run, zone, self.calendar.now()).await;
        write.commit().await.unwrap();
        resumed
    }

    async fn moves(&self, run: RunId, days: i64) -> Result<usize, RunError> {
        let run = self.run(run).await;
        let mut write = self.store.write().await.unwrap();
        let zone = &self.organisation.time_zone;
        let moved = rhythm::move_by(&mut write, &run, days, zone, self.calendar.now()).await;
        write.commit().await.unwrap();
        moved
    }
}

#[tokio::test]
async fn a_theme_does_not_start_in_the_past_nor_twice_in_a_group() {
    let (school, _) = School::with_home(2).await;
    let rules = school.settings.theme;
    let now = school.calendar.now();
    for (day, is_past) in [(date(2026, 11, 22), true), (MONDAY, false)] {
        let run = school.new_run("home", &["Vlinders"], day, 2).await;
        let mut write = school.store.write().await.unwrap();
        let by = ("staff", now);
        let refused =
            rhythm::start(&school.store, &mut write, &school.organisation, &run, &rules, by).await;
        match refused.unwrap_err() {
            RunError::Past => assert!(is_past),
            RunError::RunsAlready(groups) => {
                assert!(!is_past);
                assert_eq!(groups, ["De Regenboog/Vlinders"]);
            }
            other => panic!("{other}"),
        }
    }
    assert_eq!(school.counts("select count(*) from theme_runs").await, 1);
}

#[tokio::test]
async fn a_pause_loses_no_week_and_why_do_and_cheer_stay_together() {
    let (school, run) = School::with_home(2).await;
    school.plans_at(at(11, 24, 17)).await;
    school.all_delivered().await;
    assert_eq!(school.pauses(run).await.unwrap(), 0);
    assert_eq!(school.run_state(run).await, RunState::Paused);
    school.plans_at(at(12, 2, 12)).await;
    assert_eq!(school.got("Anna").await, ["letter: delivered"]);
    assert_eq!(school.resumes(run).await.unwrap(), 1);
    assert_eq!(
        school.planned_at(run).await,
        [at(12, 3, 17), at(12, 5, 10), at(12, 8, 17), at(12, 10, 17), at(12, 12, 10)]
    );
    assert!(matches!(school.resumes(run).await, Err(RunError::State(RunState::Running))));
}

#[tokio::test]
async fn what_waits_when_a_theme_is_paused_stays_and_does_not_count_for_the_week() {
    let (school, run) = School::with_home(2).await;
    school.does("update carers set days = '5'").await;
    school.plans_at(at(11, 24, 17)).await;
    assert_eq!(school.pauses(run).await.unwrap(), 1);
    assert_eq!(school.got("Anna").await, ["letter: skipped paused_theme"]);
    assert_eq!(school.counts("select count(*) from week_messages").await, 0);
}

#[tokio::test]
async fn a_stopped_theme_sends_nothing_more_and_takes_back_what_waits() {
    let (school, id) = School::with_home(2).await;
    school.plans_at(at(11, 24, 17)).await;
    let run = school.run(id).await;
    let mut write = school.store.write().await.unwrap();
    let taken = rhythm::stop(&mut write, &run, school.calendar.now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(taken, 1);
    assert_eq!(school.got("Anna").await, ["letter: withdrawn cancelled"]);
    school.plans_at(at(11, 26, 17)).await;
    assert_eq!(school.got("Anna").await.len(), 1);
    assert!(school.slots().await[1..].iter().all(|it| it.ends_with("skipped cancelled")));
    assert_eq!(school.run_state(id).await, RunState::Stopped);
    assert!(matches!(school.pauses(id).await, Err(RunError::State(RunState::Stopped))));
    // The group may have the theme again.
    school.starts("home", &["Vlinders"], date(2026, 11, 30), 2).await;
}

/// As if more families than one step takes were in it.
#[tokio::test]
async fn a_large_slot_under_way_goes_no_further_when_its_theme_is_paused_or_stopped() {
    for stops in [false, true] {
        let (school, id) = School::with_home(2).await;
        school
            .does("update run_slots set state = 'planning' where week = 1 and kind = 'letter'")
            .await;
        if stops {
            let run = school.run(id).await;
            let mut write = school.store.write().await.unwrap();
            rhythm::stop(&mut write, &run, school.calendar.now()).await.unwrap();
            write.commit().await.unwrap();
        } else {
            school.pauses(id).await.unwrap();
        }
        school.plans_at(at(11, 24, 17)).await;
        assert_eq!(school.got("Anna").await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_moved_theme_keeps_its_hours_and_does_not_move_into_the_past() {
    let (school, run) = School::with_home(1).await;
    assert_eq!(school.moves(run, 7).await.unwrap(), 3);
    assert_eq!(school.planned_at(run).await, [at(12, 1, 17), at(12, 3, 17), at(12, 5, 10)]);
    assert!(matches!(school.moves(run, -14).await, Err(RunError::Past)));
    assert_eq!(school.planned_at(run).await[0], at(12, 1, 17));
    let to_march = {
        let stands = school.run(run).await;
        let zone = &school.organisation.time_zone;
        let mut read = school.store.read().await.unwrap();
        rhythm::days_to(&mut read, &stands, date(2027, 4, 1), zone).await.unwrap()
    };
    school.moves(run, to_march).await.unwrap();
    assert_eq!(school.planned_at(run).await[0], datetime(2027, 3, 30, 17, 0, 0, 0), "summer time");
    assert_eq!(school.run_state(run).await, RunState::Running);
}

#[tokio::test]
async fn before_a_theme_starts_one_sees_who_gets_it_and_who_cannot_read_it() {
    let rows = [
        row("G1", "Daan", "Anna", "nl"),
        row("G2", "Saar", "Bea", "so"),
        row("G2", "Saar", "Bob", "nl"),
    ];
    let school = School::closed(&rows.join("\n")).await;
    school.has_theme("home", &ALL, &["nl"]).await;
    school.does("update carers set chat_id = 5, consented_at = 1 where name = 'Anna'").await;
    let mut run = school.new_run("home", &["Vlinders"], MONDAY, 2).await;
    let seen = |run: rhythm::NewRun| {
        let school = &school;
        async move {
            let mut read = school.store.read().await.unwrap();
            let rules = school.settings.theme;
            rhythm::outlook(&mut read, &school.organisation, &run, &rules).await.unwrap()
        }
    };
    let outlook = seen(run.clone()).await;
    assert_eq!((outlook.to.families, outlook.to.reached(), outlook.slots.len()), (2, 1, 6));
    assert_eq!(outlook.to.languages, [("nl".to_owned(), 2)]);
    assert_eq!(outlook.to.gaps, [("so".to_owned(), 1)]);
    assert!(outlook.not_introduced);
    run.introduced_on = Some(MONDAY);
    assert!(!seen(run).await.not_introduced);
    assert_eq!(school.counts("select count(*) from theme_runs").await, 0);
}
