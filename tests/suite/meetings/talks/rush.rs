//! Many want the same moments in the same instant.

use jiff::civil::time;
use thuispost::meeting::{self, Booked, Interpreting};
use thuispost::store::Store;

use super::range;
use crate::suite::school::School;

/// So many families want one of fifty moments.
const FAMILIES: usize = 200;
const TASKS: usize = 10;

fn rows() -> String {
    let row = |n| format!("De Regenboog,,Vlinders,G{n:03},,Kind{n},,,Ouder{n},nl,");
    (0..FAMILIES).map(row).collect::<Vec<_>>().join("\n")
}

impl School {
    /// Every family chooses, through two handles on the database; what each got.
    async fn rush(&self, round: meeting::MeetingId) -> Vec<Booked> {
        let other = Store::open(&self.database.url).await.unwrap();
        let slots: Vec<i64> = self
            .reads("select cast(id as text) from slots order by starts_at, id")
            .await
            .iter()
            .map(|id| id.parse().unwrap())
            .collect();
        let mut carers = Vec::new();
        for n in 0..FAMILIES {
            carers.push(self.carer_id(&format!("Ouder{n}")).await);
        }
        let now = self.calendar.now();
        let mut tasks = Vec::new();
        for task in 0..TASKS {
            let store = if task % 2 == 0 { self.store.clone() } else { other.clone() };
            let mine: Vec<_> = carers.iter().skip(task).step_by(TASKS).copied().collect();
            let slots = slots.clone();
            tasks.push(tokio::spawn(async move {
                let mut got = Vec::new();
                for (turn, carer) in mine.into_iter().enumerate() {
                    let mut write = store.write().await.unwrap();
                    let whose = (round, carer);
                    let talks = meeting::talks_of(&store, &mut write, whose, "2026-11-23");
                    let talk = talks.await.unwrap().remove(0);
                    write.commit().await.unwrap();
                    let wanted = slots[(turn * 7) % slots.len()];
                    let mut write = store.write().await.unwrap();
                    let slot = meeting::SlotId::from_raw(wanted);
                    let booked = meeting::book(&mut write, (&talk, Some(carer)), slot, now).await;
                    write.commit().await.unwrap();
                    got.push(booked.unwrap());
                }
                got
            }));
        }
        let mut all = Vec::new();
        for task in tasks {
            all.extend(task.await.unwrap());
        }
        all
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_who_want_twenty_of_fifty_moments_get_each_at_most_once() {
    let school = School::closed(&rows()).await;
    let round = school.opens_round_quietly(&[range(time(9, 0, 0, 0), time(17, 20, 0, 0))]).await;
    assert_eq!(school.counts("select count(*) from slots").await, 50);
    let got = school.rush(round).await;
    let done = got.iter().filter(|it| matches!(it, Booked::Done { .. })).count();
    assert_eq!(done, FAMILIES / TASKS, "every moment that was wanted is somebody's");
    assert_eq!(got.len(), FAMILIES, "everybody has an answer");
    let taken = "select count(*) from slots where talk_id is not null";
    assert_eq!(school.counts(taken).await, i64::try_from(done).unwrap());
    let booked = "select count(*) from talks where booked_at is not null";
    assert_eq!(school.counts(booked).await, i64::try_from(done).unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn long_talks_in_a_rush_have_all_their_moments_or_none() {
    let school = School::closed(&rows()).await;
    let round = school.opens_round_quietly(&[range(time(9, 0, 0, 0), time(17, 20, 0, 0))]).await;
    let now = school.calendar.now();
    let mut write = school.store.write().await.unwrap();
    for n in (0..FAMILIES).step_by(2) {
        let carer = school.carer_id(&format!("Ouder{n}")).await;
        let who = Some(Interpreting::School);
        meeting::needs_interpreter(&mut write, carer, who, now).await.unwrap();
    }
    write.commit().await.unwrap();
    school.rush(round).await;
    let parts = "select count(*) from (
        select t.id from talks t left join slots s on s.talk_id = t.id where t.booked_at is not null
        group by t.id, t.interpreter
        having count(s.id) <> case when t.interpreter is null then 1 else 2 end) wrong";
    assert_eq!(school.counts(parts).await, 0);
    let lost =
        "select count(*) from slots s join talks t on t.id = s.talk_id where t.booked_at is null";
    assert_eq!(school.counts(lost).await, 0);
    let apart =
        "select count(*) from slots a join slots b on b.talk_id = a.talk_id and b.part = a.part + 1
                 where b.starts_at <> a.ends_at";
    assert_eq!(school.counts(apart).await, 0);
}

impl School {
    /// A round with these moments of which nobody is told.
    async fn opens_round_quietly(
        &self,
        ranges: &[thuispost::meeting::NewSlots],
    ) -> meeting::MeetingId {
        let mut new = self.thinks_of(meeting::Base::TenMinuteTalk, Self::thursday()).await;
        new.times = Vec::new();
        new.invite_at = None;
        new.interpreter_minutes = Some(20);
        let id = self.makes(&new).await;
        for range in ranges {
            self.opens_moments(id, range).await;
        }
        id
    }
}
