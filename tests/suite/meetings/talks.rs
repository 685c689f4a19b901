//! Talks with a moment of one's own.

mod moving;
mod offers;
mod rush;

use std::time::Duration;

use jiff::civil::{Date, Time, date, datetime, time};
use thuispost::mailing::Missing;
use thuispost::meeting::{self, Base, MeetingId, NewSlots, NotedTalk, SlotId, TalkId};
use thuispost::roster::{Role, StaffId};

use crate::suite::school::School;

/// Sara has a brother Tim in another group; Bo's parents live apart; Daan's father speaks Arabic.
pub const FAMILIES: &str = "De Regenboog,,Vlinders,G1,,Sara,,,Anna,nl,
De Regenboog,,Bijen,G1,,Tim,,,Anna,nl,
De Regenboog,,Vlinders,G2,a,Bo,,,Bea,nl,
De Regenboog,,Vlinders,G2,b,Bo,,,Cas,nl,
De Regenboog,,Vlinders,G3,,Daan,,,Dirk,nl,
De Regenboog,,Vlinders,G3,,Daan,,,Ella,nl,";

/// Tuesday 1 December.
pub const TUESDAY: Date = date(2026, 12, 1);

/// A range of moments of ten minutes on Tuesday afternoon.
pub fn range(from: Time, until: Time) -> NewSlots {
    NewSlots {
        staff: None,
        days: vec![TUESDAY],
        from,
        until,
        length: Duration::from_secs(600),
        pause: Duration::ZERO,
        breaks: Vec::new(),
        at_home: false,
    }
}

/// From three o'clock so many minutes.
pub fn from_three(minutes: i8) -> NewSlots {
    range(time(15, 0, 0, 0), time(15 + minutes / 60, minutes % 60, 0, 0))
}

impl School {
    /// A round of talks of a group, with these moments, that is announced at once.
    pub async fn opens_round(&self, group: &str, ranges: &[NewSlots]) -> MeetingId {
        let mut new = self.thinks_of(Base::TenMinuteTalk, Self::thursday()).await;
        new.times = Vec::new();
        new.invite_at = None;
        new.interpreter_minutes = Some(20);
        let mut read = self.store.read().await.unwrap();
        let found = thuispost::roster::find_group(&mut read, self.organisation.id, group).await;
        new.groups = vec![found.unwrap().id];
        drop(read);
        let id = self.makes(&new).await;
        for range in ranges {
            self.opens_moments(id, range).await;
        }
        let mut write = self.store.write().await.unwrap();
        let (now, pair) = (self.calendar.now(), (&self.store, self.phrases.as_ref()));
        let invited = (id, Missing::Hold);
        let organisation = &self.organisation;
        meeting::announce(pair, &mut write, organisation, invited, (now, now)).await.unwrap();
        write.commit().await.unwrap();
        self.waits_a_minute().await;
        id
    }

    /// More moments of a round.
    pub async fn opens_moments(&self, id: MeetingId, range: &NewSlots) {
        let meeting = self.meeting(id).await;
        let mut write = self.store.write().await.unwrap();
        let now = self.calendar.now();
        let what = (&meeting, range);
        meeting::open_slots(&self.store, &mut write, &self.organisation, what, now).await.unwrap();
        write.commit().await.unwrap();
    }

    /// Chooses the first moment of the round.
    pub async fn books_first(&self, name: &str, round: MeetingId) {
        self.presses(name, &format!("i.x.{round}.")).await;
        self.presses(name, "k.t.").await;
    }

    /// Child, local hour and minute and number of parts of every talk that has a moment, by time.
    pub async fn booked_moments(&self) -> Vec<String> {
        let rows = self
            .reads(
                "select ch.name || ' ' || cast(min(s.starts_at) as text) || ' ' || cast(count(*) as text)
                 from slots s join talks t on t.id = s.talk_id join children ch on ch.id = t.child_id
                 group by t.id, ch.name order by min(s.starts_at), min(s.id)",
            )
            .await;
        let told = rows.iter().map(|row| {
            let mut words = row.split(' ');
            let (child, at) = (words.next().unwrap(), words.next().unwrap());
            let at = thuispost::clock::Moment::from_millis(at.parse().unwrap());
            let local = at.local(&self.organisation.time_zone);
            format!("{child} {:02}:{:02} {}", local.hour(), local.minute(), words.next().unwrap())
        });
        told.collect()
    }

    /// The talk about a child; of several households, the first.
    pub async fn talk_about(&self, child: &str) -> TalkId {
        let id = self
            .reads(&format!(
                "select cast(t.id as text) from talks t join children ch on ch.id = t.child_id where ch.name = '{child}'
                 order by t.household"
            ))
            .await;
        TalkId::from_raw(id[0].parse().unwrap())
    }

    /// The moment that begins at this time on Tuesday.
    pub async fn slot_at(&self, at: Time) -> SlotId {
        let at = self.moment(TUESDAY.to_datetime(at)).millis();
        let id = self
            .reads(&format!(
                "select cast(id as text) from slots where starts_at = {at} order by id"
            ))
            .await;
        SlotId::from_raw(id[0].parse().unwrap())
    }

    /// Somebody who works in this group.
    async fn has_educator(&mut self, name: &str, group: &str) -> StaffId {
        self.employs(name, Role::Educator, &[group]).await;
        let id = self
            .reads(&format!("select cast(id as text) from staff_members where name = '{name}'"))
            .await;
        StaffId::from_raw(id[0].parse().unwrap())
    }

    /// Staff note what came of a talk.
    async fn notes_outcome(&self, talk: TalkId, held: bool) {
        let noted =
            NotedTalk { held, with: None, interpreter_there: None, next_step: None, moment: None };
        let mut write = self.store.write().await.unwrap();
        let by = (TUESDAY, "Eva", self.calendar.now());
        meeting::note_talk(&mut write, talk, &noted, by).await.unwrap();
        write.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_talk_is_chosen_in_two_taps_and_moved_or_cancelled_in_two() {
    let school = School::joined(FAMILIES, &["Dirk"]).await;
    let round = school.opens_round("Vlinders", &[from_three(60)]).await;
    school.books_first("Dirk", round).await;
    assert_eq!(school.booked_moments().await, ["Daan 15:00 1"]);
    school.presses("Dirk", "k.v.").await;
    let slot = school.slot_at(time(15, 20, 0, 0)).await;
    let talk = school.talk_about("Daan").await;
    school.presses("Dirk", &format!("k.t.{talk}.{slot}")).await;
    assert_eq!(school.booked_moments().await, ["Daan 15:20 1"]);
    school.presses("Dirk", "k.c.").await;
    assert_eq!(school.booked_moments().await, Vec::<String>::new());
    assert!(school.told("Dirk").contains("15:20"), "{}", school.told("Dirk"));
}

#[tokio::test]
async fn the_same_press_twice_books_once_and_a_press_of_somebody_elses_talk_does_nothing() {
    let school = School::joined(FAMILIES, &["Dirk", "Bea", "Cas"]).await;
    let round = school.opens_round("Vlinders", &[from_three(60)]).await;
    school.books_first("Dirk", round).await;
    let talk = school.talk_about("Daan").await;
    let heard = school.bubbles("Dirk").len();
    let slot = school.slot_at(time(15, 0, 0, 0)).await;
    school.presses_forged("Dirk", &format!("k.t.{talk}.{slot}")).await;
    assert_eq!(school.bubbles("Dirk").len(), heard, "{}", school.told("Dirk"));
    let other = school.slot_at(time(15, 10, 0, 0)).await;
    for press in [
        format!("k.t.{talk}.{other}"),
        format!("k.c.{talk}"),
        format!("k.v.{talk}"),
        format!("k.n.{talk}"),
        format!("k.i.{talk}"),
        format!("k.z.{talk}.{slot}"),
    ] {
        school.presses_forged("Bea", &press).await;
    }
    assert_eq!(school.booked_moments().await, ["Daan 15:00 1"]);
    // Nor one household for the other.
    school.books_first("Bea", round).await;
    let bo = school.talk_about("Bo").await;
    school.presses_forged("Cas", &format!("k.c.{bo}")).await;
    assert_eq!(school.booked_moments().await, ["Daan 15:00 1", "Bo 15:10 1"]);
}

#[tokio::test]
async fn carers_who_live_apart_each_have_their_own_talk() {
    let school = School::joined(FAMILIES, &["Bea", "Cas"]).await;
    let round = school.opens_round("Vlinders", &[from_three(60)]).await;
    school.books_first("Bea", round).await;
    let heard = school.bubbles("Cas").len();
    school.books_first("Cas", round).await;
    assert_eq!(school.booked_moments().await, ["Bo 15:00 1", "Bo 15:10 1"]);
    assert!(school.bubbles("Cas").len() > heard);
    school.presses("Bea", "k.c.").await;
    assert_eq!(school.booked_moments().await, ["Bo 15:10 1"]);
}

#[tokio::test]
async fn a_brother_in_another_group_with_its_own_round_gets_the_moment_beside_it() {
    let school = School::joined(FAMILIES, &["Anna"]).await;
    let vlinders = school.opens_round("Vlinders", &[from_three(60)]).await;
    school.opens_round("Bijen", &[range(time(15, 0, 0, 0), time(17, 0, 0, 0))]).await;
    school.presses("Anna", &format!("i.x.{vlinders}.")).await;
    let talk = school.talk_about("Sara").await;
    let slot = school.slot_at(time(15, 20, 0, 0)).await;
    school.presses_forged("Anna", &format!("k.t.{talk}.{slot}")).await;
    assert!(school.last("Anna").text.contains("Tim"), "{}", school.told("Anna"));
    school.presses("Anna", "k.t.").await;
    assert_eq!(school.booked_moments().await, ["Sara 15:20 1", "Tim 15:30 1"]);
}

#[tokio::test]
async fn a_round_that_nobody_was_told_of_is_not_offered_beside_a_talk() {
    let school = School::joined(FAMILIES, &["Anna"]).await;
    let mut new = school.thinks_of(Base::TenMinuteTalk, School::thursday()).await;
    new.times = Vec::new();
    new.invite_at = None;
    let mut read = school.store.read().await.unwrap();
    let bijen =
        thuispost::roster::find_group(&mut read, school.organisation.id, "Bijen").await.unwrap();
    drop(read);
    new.groups = vec![bijen.id];
    let secret = school.makes(&new).await;
    school.opens_moments(secret, &from_three(60)).await;
    let round = school.opens_round("Vlinders", &[from_three(60)]).await;
    school.books_first("Anna", round).await;
    assert!(!school.told("Anna").contains("Tim?"), "{}", school.told("Anna"));
    assert_eq!(school.counts("select count(*) from talks").await, 1);
}

#[tokio::test]
async fn nobody_gets_a_moment_with_somebody_who_does_not_work_in_the_childs_group() {
    let mut school = School::joined(FAMILIES, &["Dirk"]).await;
    let bas = school.has_educator("Bas", "Bijen").await;
    let with_bas = NewSlots { staff: Some(bas), ..from_three(20) };
    let round = school.opens_round("Vlinders", &[with_bas]).await;
    school.presses("Dirk", &format!("i.x.{round}.")).await;
    assert!(!school.told("Dirk").contains("15:00"), "{}", school.told("Dirk"));
    let talk = school.talk_about("Daan").await;
    let slot = school.slot_at(time(15, 0, 0, 0)).await;
    school.presses_forged("Dirk", &format!("k.t.{talk}.{slot}")).await;
    assert_eq!(school.booked_moments().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_moment_of_another_round_or_one_that_is_over_is_not_given() {
    let school = School::joined(FAMILIES, &["Dirk"]).await;
    school.opens_round("Bijen", &[from_three(10)]).await;
    let foreign = school.slot_at(time(15, 0, 0, 0)).await;
    let round =
        school.opens_round("Vlinders", &[range(time(16, 0, 0, 0), time(17, 0, 0, 0))]).await;
    school.presses("Dirk", &format!("i.x.{round}.")).await;
    let talk = school.talk_about("Daan").await;
    school.presses_forged("Dirk", &format!("k.t.{talk}.{foreign}")).await;
    school.turns_to(datetime(2026, 12, 1, 16, 5, 0, 0)).await;
    let over = school.slot_at(time(16, 0, 0, 0)).await;
    school.presses_forged("Dirk", &format!("k.t.{talk}.{over}")).await;
    assert_eq!(school.booked_moments().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_old_button_does_not_undo_a_talk_that_was_held() {
    let school = School::joined(FAMILIES, &["Dirk"]).await;
    let round = school.opens_round("Vlinders", &[from_three(60)]).await;
    school.books_first("Dirk", round).await;
    let talk = school.talk_about("Daan").await;
    let later = school.slot_at(time(15, 40, 0, 0)).await;
    school.turns_to(datetime(2026, 12, 1, 15, 15, 0, 0)).await;
    school.notes_outcome(talk, true).await;
    for press in [format!("k.t.{talk}.{later}"), format!("k.v.{talk}"), format!("k.c.{talk}")] {
        school.presses_forged("Dirk", &press).await;
    }
    let held = "select count(*) from talks where outcome = 'held' and booked_at is not null";
    assert_eq!(school.counts(held).await, 1);
    assert_eq!(school.booked_moments().await, ["Daan 15:00 1"]);
}

#[tokio::test]
async fn after_a_talk_that_did_not_happen_another_one_is_thanked_for_too() {
    let school = School::joined(FAMILIES, &["Dirk"]).await;
    let round = school
        .opens_round("Vlinders", &[from_three(10), range(time(16, 0, 0, 0), time(17, 0, 0, 0))])
        .await;
    school.books_first("Dirk", round).await;
    let talk = school.talk_about("Daan").await;
    school.turns_to(datetime(2026, 12, 1, 15, 15, 0, 0)).await;
    school.notes_outcome(talk, false).await;
    school.turns_to(datetime(2026, 12, 1, 15, 31, 0, 0)).await;
    assert_eq!(school.times_told("Dirk", "is niet gelukt"), 1, "{}", school.told("Dirk"));
    school.presses("Dirk", "k.v.").await;
    school.presses("Dirk", "k.t.").await;
    assert_eq!(school.booked_moments().await, ["Daan 16:00 1"]);
    school.turns_to(datetime(2026, 12, 1, 16, 11, 0, 0)).await;
    school.notes_outcome(talk, true).await;
    school.turns_to(datetime(2026, 12, 1, 16, 27, 0, 0)).await;
    assert_eq!(school.times_told("Dirk", "Dank je voor het gesprek"), 1, "{}", school.told("Dirk"));
}

#[tokio::test]
async fn a_child_that_has_left_gets_no_talk_by_an_old_button() {
    let school = School::joined(FAMILIES, &["Dirk"]).await;
    let round = school.opens_round("Vlinders", &[from_three(60)]).await;
    school.presses("Dirk", &format!("i.x.{round}.")).await;
    school.does("update children set leaves = '2026-11-22' where name = 'Daan'").await;
    school.presses("Dirk", "k.t.").await;
    assert_eq!(school.booked_moments().await, Vec::<String>::new());
}

#[tokio::test]
async fn staff_who_move_or_cancel_a_talk_tell_the_carer() {
    let school = School::joined(FAMILIES, &["Dirk"]).await;
    let round = school.opens_round("Vlinders", &[from_three(60)]).await;
    school.books_first("Dirk", round).await;
    let talk = school.talk_about("Daan").await;
    let slot = school.slot_at(time(15, 30, 0, 0)).await;
    let pair = (&school.store, school.phrases.as_ref());
    let now = school.calendar.now();
    let mut write = school.store.write().await.unwrap();
    let what = (talk, slot);
    meeting::move_talk(pair, &mut write, &school.organisation, what, now).await.unwrap();
    write.commit().await.unwrap();
    school.lets_pass(2).await;
    let said = school.last("Dirk").text;
    assert!(said.contains("15:00") && said.contains("15:30"), "{said}");
    school.presses("Dirk", "k.f.").await;
    let mut write = school.store.write().await.unwrap();
    let now = school.calendar.now();
    meeting::call_off(pair, &mut write, &school.organisation, talk, now).await.unwrap();
    write.commit().await.unwrap();
    school.lets_pass(2).await;
    let said = school.last("Dirk").text;
    assert!(said.contains("gaat niet door") && said.contains("15:30"), "{said}");
}

#[tokio::test]
async fn a_round_that_is_off_gives_no_moments_and_keeps_nobody_waiting() {
    let school = School::joined(FAMILIES, &["Dirk", "Bea"]).await;
    let round = school.opens_round("Vlinders", &[from_three(20)]).await;
    school.books_first("Dirk", round).await;
    school.presses("Bea", "i.x.").await;
    let meeting = school.meeting(round).await;
    let pair = (&school.store, school.phrases.as_ref());
    let now = school.calendar.now();
    let mut write = school.store.write().await.unwrap();
    let what = (&meeting, None);
    meeting::cancel_round(pair, &mut write, &school.organisation, what, now).await.unwrap();
    write.commit().await.unwrap();
    school.lets_pass(2).await;
    assert!(school.last("Dirk").text.contains("gaat niet door"), "{}", school.told("Dirk"));
    school.presses("Bea", "k.t.").await;
    assert!(school.last("Bea").text.contains("gaat niet door"), "{}", school.told("Bea"));
    school.presses("Bea", "i.x.").await;
    assert!(school.last("Bea").text.contains("gaat niet door"), "{}", school.told("Bea"));
    assert_eq!(
        school.counts("select count(*) from talks where waiting_since is not null").await,
        0
    );
    assert_eq!(school.booked_moments().await, Vec::<String>::new());
}
