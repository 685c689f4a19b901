//! A full house: the waiting list, who moves up, and until when.

use jiff::civil::{DateTime, datetime};
use thuispost::meeting::{self, Answer, Base, MeetingId, Responded};

use crate::suite::school::School;

/// Three families with one carer each, and one with two.
const FAMILIES: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Daan,,,Anna,nl,
De Regenboog,020-555 01 23,Vlinders,G2,,Bo,,,Bram,nl,
De Regenboog,020-555 01 23,Vlinders,G3,,Lotte,,,Cor,nl,
De Regenboog,020-555 01 23,Vlinders,G4,,Siem,,,Dirk,nl,
De Regenboog,020-555 01 23,Vlinders,G4,,Siem,,,Els,nl,";
const ALL: [&str; 5] = ["Anna", "Bram", "Cor", "Dirk", "Els"];
const FREE: &str = "Er is een plek vrij";

fn november(day: i8, hour: i8) -> DateTime {
    datetime(2026, 11, day, hour, 0, 0, 0)
}

impl School {
    /// So many places, and everybody has the invitation.
    async fn with_places(capacity: i64) -> (Self, MeetingId) {
        let school = Self::joined(FAMILIES, &ALL).await;
        let id = school.makes_with_places(capacity).await;
        (school, id)
    }

    async fn makes_with_places(&self, capacity: i64) -> MeetingId {
        let mut new = self.thinks_of(Base::PlayGroup, Self::thursday()).await;
        new.capacity = Some(capacity);
        let id = self.makes(&new).await;
        self.waits_a_minute().await;
        id
    }

    /// Family and state of the places, by family.
    async fn places(&self) -> Vec<String> {
        self.reads(
            "select f.name || ' ' || s.state from seats s join families f on f.id = s.family_id order by f.name",
        )
        .await
    }
}

#[tokio::test]
async fn who_comes_too_late_waits_and_moves_up_when_somebody_cannot_come() {
    let (school, _) = School::with_places(1).await;
    for carer in ["Anna", "Bram", "Cor"] {
        school.presses(carer, "i.y.").await;
    }
    assert_eq!(school.places().await, ["G1 taken", "G2 waiting", "G3 waiting"]);
    assert!(school.last("Bram").text.contains("wachtlijst"), "{}", school.told("Bram"));
    school.presses("Anna", "i.n.").await;
    school.lets_pass(2).await;
    assert_eq!(school.places().await, ["G2 offered", "G3 waiting"]);
    assert_eq!(school.times_told("Bram", FREE), 1, "{}", school.told("Bram"));
    assert_eq!(school.times_told("Cor", FREE), 0);
    school.presses("Bram", "i.sy.").await;
    assert_eq!(school.places().await, ["G2 taken", "G3 waiting"]);
    assert!(school.last("Bram").text.contains("Fijn dat je komt"), "{}", school.told("Bram"));
}

#[tokio::test]
async fn who_says_no_to_a_place_lets_the_next_one_have_it() {
    let (school, _) = School::with_places(1).await;
    for carer in ["Anna", "Bram", "Cor"] {
        school.presses(carer, "i.y.").await;
    }
    school.presses("Anna", "i.n.").await;
    school.lets_pass(2).await;
    school.presses("Bram", "i.sn.").await;
    school.lets_pass(2).await;
    assert_eq!(school.places().await, ["G3 offered"]);
    assert_eq!(school.times_told("Cor", FREE), 1);
    assert!(school.said_to("Bram").await.starts_with("no"));
}

#[tokio::test]
async fn a_place_that_nobody_confirms_in_a_day_goes_to_the_next_and_is_not_offered_twice() {
    let (school, _) = School::with_places(1).await;
    for carer in ["Anna", "Bram", "Cor"] {
        school.presses(carer, "i.y.").await;
    }
    school.presses("Anna", "i.n.").await;
    school.lets_pass(2).await;
    school.turns_to(november(24, 10)).await;
    assert_eq!(school.places().await, ["G2 waiting", "G3 offered"]);
    assert!(school.last("Bram").text.contains("naar een ander gezin"), "{}", school.told("Bram"));
    school.turns_to(november(25, 11)).await;
    assert_eq!(school.times_told("Bram", FREE), 1, "{}", school.told("Bram"));
    assert_eq!(school.times_told("Cor", FREE), 1, "{}", school.told("Cor"));
    assert_eq!(school.times_told("Cor", "naar een ander gezin"), 0, "nobody else was asked");
    // The place is still there for who comes first.
    school.presses("Dirk", "i.y.").await;
    assert_eq!(school.places().await, ["G2 waiting", "G3 waiting", "G4 taken"]);
    // When another one comes free, all of them may be asked again.
    school.presses("Dirk", "i.n.").await;
    school.lets_pass(2).await;
    assert_eq!(school.times_told("Bram", FREE), 2, "{}", school.told("Bram"));
}

#[tokio::test]
async fn a_late_yes_to_a_place_that_is_gone_says_so() {
    let (school, _) = School::with_places(1).await;
    for carer in ["Anna", "Bram", "Cor"] {
        school.presses(carer, "i.y.").await;
    }
    school.presses("Anna", "i.n.").await;
    school.lets_pass(2).await;
    school.turns_to(november(24, 10)).await;
    school.presses("Cor", "i.sy.").await;
    school.presses("Bram", "i.sy.").await;
    assert_eq!(school.places().await, ["G2 waiting", "G3 taken"]);
}

#[tokio::test]
async fn nobody_is_asked_at_night_nor_does_the_time_to_say_yes_end_then() {
    let (school, _) = School::with_places(1).await;
    for carer in ["Anna", "Bram", "Cor"] {
        school.presses(carer, "i.y.").await;
    }
    school.turns_to(november(23, 23)).await;
    school.presses("Anna", "i.n.").await;
    school.lets_pass(2).await;
    assert_eq!(school.times_told("Bram", FREE), 0, "{}", school.told("Bram"));
    school.turns_to(november(24, 8)).await;
    assert_eq!(school.times_told("Bram", FREE), 1, "{}", school.told("Bram"));
}

#[tokio::test]
async fn two_carers_have_one_place_and_only_when_both_cancel_is_it_free() {
    let (school, _) = School::with_places(1).await;
    school.presses("Dirk", "i.y.").await;
    school.presses("Els", "i.y.").await;
    school.presses("Anna", "i.y.").await;
    assert_eq!(school.places().await, ["G1 waiting", "G4 taken"]);
    school.presses("Dirk", "i.n.").await;
    school.lets_pass(2).await;
    assert_eq!(school.places().await, ["G1 waiting", "G4 taken"]);
    school.presses("Els", "i.n.").await;
    school.lets_pass(2).await;
    assert_eq!(school.places().await, ["G1 offered"]);
}

#[tokio::test]
async fn one_carer_who_leaves_the_list_does_not_speak_for_the_other() {
    let (school, _) = School::with_places(1).await;
    for carer in ["Anna", "Dirk", "Els"] {
        school.presses(carer, "i.y.").await;
    }
    school.presses("Dirk", "i.l.").await;
    assert!(school.said_to("Els").await.starts_with("yes"));
    assert!(school.said_to("Dirk").await.starts_with("no"));
    assert_eq!(school.places().await, ["G1 taken", "G4 waiting"]);
    school.presses("Els", "i.l.").await;
    assert_eq!(school.places().await, ["G1 taken"]);
}

#[tokio::test]
async fn leaving_the_list_after_the_start_changes_nothing() {
    let (school, _) = School::with_places(1).await;
    school.presses("Anna", "i.y.").await;
    school.presses("Bram", "i.y.").await;
    school.turns_to(datetime(2026, 12, 3, 9, 0, 0, 0)).await;
    school.presses("Bram", "i.l.").await;
    assert!(school.said_to("Bram").await.starts_with("yes"));
    assert_eq!(school.places().await, ["G1 taken", "G2 waiting"]);
}

#[tokio::test]
async fn a_place_of_a_meeting_that_was_called_off_is_offered_to_nobody_and_does_not_pass() {
    let (school, id) = School::with_places(1).await;
    for carer in ["Anna", "Bram", "Cor"] {
        school.presses(carer, "i.y.").await;
    }
    school.presses("Anna", "i.n.").await;
    school.lets_pass(2).await;
    let session = school.sessions(id).await[0];
    school.calls_off(id, session, None).await;
    school.turns_to(november(24, 11)).await;
    assert_eq!(school.times_told("Bram", "naar een ander gezin"), 0, "{}", school.told("Bram"));
    assert_eq!(school.times_told("Cor", FREE), 0);
}

#[tokio::test]
async fn who_stopped_is_passed_over() {
    let (school, _) = School::with_places(1).await;
    for carer in ["Anna", "Bram", "Cor"] {
        school.presses(carer, "i.y.").await;
    }
    school.types("Bram", "stop").await;
    school.presses("Anna", "i.n.").await;
    school.lets_pass(2).await;
    assert_eq!(school.times_told("Cor", FREE), 1, "{}", school.told("Cor"));
}

#[tokio::test]
async fn no_answer_is_asked_within_the_last_hour() {
    let (school, _) = School::with_places(1).await;
    for carer in ["Anna", "Bram"] {
        school.presses(carer, "i.y.").await;
    }
    school.turns_to(datetime(2026, 12, 3, 8, 0, 0, 0)).await;
    school.presses("Anna", "i.n.").await;
    school.lets_pass(2).await;
    assert_eq!(school.times_told("Bram", FREE), 0, "{}", school.told("Bram"));
}

#[tokio::test]
async fn the_eleventh_of_thirty_who_press_at_the_same_moment_waits() {
    let row = |n| format!("De Regenboog,,Vlinders,G{n:02},,Kind{n},,,Ouder{n},nl,");
    let rows: Vec<String> = (0..30).map(row).collect();
    let school = School::closed(&rows.join("\n")).await;
    let mut new = school.thinks_of(Base::PlayGroup, School::thursday()).await;
    new.capacity = Some(10);
    let id = school.makes(&new).await;
    let meeting = school.meeting(id).await;
    let other = thuispost::store::Store::open(&school.database.url).await.unwrap();
    let now = school.calendar.now();
    let mut tasks = Vec::new();
    for n in 0..30 {
        let store = if n % 2 == 0 { school.store.clone() } else { other.clone() };
        let (carer, meeting) = (school.carer_id(&format!("Ouder{n}")).await, meeting.clone());
        tasks.push(tokio::spawn(async move {
            let mut write = store.write().await.unwrap();
            let when = ("2026-11-23", now);
            let said = meeting::respond(&mut write, (&meeting, carer), Answer::Yes, when).await;
            write.commit().await.unwrap();
            said.unwrap()
        }));
    }
    let (mut noted, mut waiting) = (0, 0);
    for task in tasks {
        match task.await.unwrap() {
            Responded::Noted => noted += 1,
            Responded::Waiting => waiting += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((noted, waiting), (10, 20));
    assert_eq!(school.counts("select count(*) from seats where state = 'taken'").await, 10);
}

#[tokio::test]
async fn who_left_can_still_give_the_place_back_and_is_offered_none() {
    let (school, _) = School::with_places(1).await;
    for carer in ["Anna", "Bram", "Cor"] {
        school.presses(carer, "i.y.").await;
    }
    school.does("update children set leaves = '2026-11-22' where name in ('Daan', 'Bo')").await;
    school.presses("Anna", "i.n.").await;
    school.lets_pass(2).await;
    assert_eq!(school.places().await, ["G2 waiting", "G3 offered"]);
}
