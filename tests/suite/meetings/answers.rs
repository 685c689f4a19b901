//! Saying whether one comes: yes, no, maybe, another moment, with whom, and with an interpreter.

use jiff::civil::datetime;
use thuispost::meeting::{self, Answer, Base};
use thuispost::roster::CarerId;

use crate::suite::meetings::FAMILIES;
use crate::suite::school::School;

/// Two carers of Samira at one home, two of Bo who live apart.
const CARERS: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,nl,
De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Omar,nl,
De Regenboog,020-555 01 23,Vlinders,G2,a,Bo,,,Anna,nl,
De Regenboog,020-555 01 23,Vlinders,G2,b,Bo,,,Cor,nl,
De Regenboog,020-555 01 23,Vlinders,G3,,Daan,,,Dirk,nl,";

impl School {
    /// What a carer said; `-` when nothing.
    pub async fn said_to(&self, carer: &str) -> String {
        let rows = format!(
            "select r.answer || ' ' || coalesce(cast(r.people as text), '-') || ' ' || coalesce(r.interpreter, '-')
             from rsvps r join carers c on c.id = r.carer_id where c.name = '{carer}' order by r.meeting_id"
        );
        self.reads(&rows).await.pop().unwrap_or_else(|| "-".to_owned())
    }

    /// Everybody with one of these names has joined.
    pub async fn joined(rows: &str, carers: &[&str]) -> Self {
        let mut school = Self::opens(rows).await;
        for carer in carers {
            school.joins(carer).await;
        }
        school
    }

    /// The number of a carer.
    pub async fn carer_id(&self, name: &str) -> CarerId {
        let id =
            self.reads(&format!("select cast(id as text) from carers where name = '{name}'")).await;
        CarerId::from_raw(id[0].parse().unwrap())
    }

    /// A press that nobody's phone shows: made up, or from another chat.
    pub async fn presses_forged(&self, name: &str, data: &str) {
        let message = self.last(name).message_id;
        self.sandbox.presses(self.id(name), message, data).unwrap();
        self.settles().await;
    }
}

#[tokio::test]
async fn a_parent_is_invited_in_her_language_and_comes_with_one_tap() {
    let school = School::joined(FAMILIES, &["Fatima", "Ewa"]).await;
    school.invites_to(Base::CoffeeMorning).await;
    assert!(school.told("Ewa").contains("czwartek, 3 grudnia"), "{}", school.told("Ewa"));
    school.presses("Ewa", "i.y.").await;
    assert!(school.told("Ewa").contains('✓'), "{}", school.told("Ewa"));
    assert_eq!(school.said_to("Ewa").await, "yes - -");
    assert_eq!(school.said_to("Fatima").await, "-");
}

#[tokio::test]
async fn an_answer_may_change_until_the_meeting_begins_and_not_after() {
    let school = School::joined(CARERS, &["Dirk"]).await;
    school.invites_to(Base::CoffeeMorning).await;
    for (press, said) in [("i.y.", "yes"), ("i.m.", "maybe"), ("i.n.", "no"), ("i.y.", "yes")] {
        school.presses("Dirk", press).await;
        assert!(school.said_to("Dirk").await.starts_with(said));
    }
    school.turns_to(datetime(2026, 12, 3, 8, 29, 0, 0)).await;
    school.presses("Dirk", "i.m.").await;
    assert!(school.said_to("Dirk").await.starts_with("maybe"));
    school.turns_to(datetime(2026, 12, 3, 8, 30, 0, 0)).await;
    school.presses("Dirk", "i.y.").await;
    assert!(school.said_to("Dirk").await.starts_with("maybe"), "it has begun");
    assert!(school.last("Dirk").text.contains("al begonnen of voorbij"), "{}", school.told("Dirk"));
}

#[tokio::test]
async fn the_same_press_twice_says_nothing_new() {
    let school = School::joined(CARERS, &["Dirk"]).await;
    school.invites_to(Base::CoffeeMorning).await;
    school.presses("Dirk", "i.y.").await;
    let heard = school.bubbles("Dirk").len();
    school.presses("Dirk", "i.y.").await;
    assert_eq!(school.bubbles("Dirk").len(), heard, "{}", school.told("Dirk"));
}

#[tokio::test]
async fn a_meeting_that_was_called_off_takes_no_answer() {
    let school = School::joined(CARERS, &["Dirk"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let session = school.sessions(id).await[0];
    school.calls_off(id, session, None).await;
    for press in ["i.y.", "i.n.", "i.m."] {
        school.presses("Dirk", press).await;
        assert_eq!(school.said_to("Dirk").await, "-");
        assert!(school.last("Dirk").text.contains("gaat niet door"), "{}", school.told("Dirk"));
    }
}

#[tokio::test]
async fn an_old_invitation_is_nothing_to_a_carer_whose_child_has_left() {
    let school = School::joined(CARERS, &["Dirk"]).await;
    school.invites_to(Base::CoffeeMorning).await;
    school.does("update children set leaves = '2026-11-22' where name = 'Daan'").await;
    school.presses("Dirk", "i.y.").await;
    assert_eq!(school.said_to("Dirk").await, "-");
}

#[tokio::test]
async fn a_button_of_another_chat_does_nothing() {
    let school = School::joined(CARERS, &["Dirk", "Anna"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let anna = school.carer_id("Anna").await;
    for press in ["y", "n", "m", "p3", "io", "l", "sy", "sn", "c", "x", "o"] {
        school.presses_forged("Dirk", &format!("i.{press}.{id}.{anna}")).await;
    }
    assert_eq!(school.said_to("Anna").await, "-");
    assert_eq!(school.said_to("Dirk").await, "-");
    assert_eq!(school.counts("select count(*) from carers where interpreter = 1").await, 0);
}

#[tokio::test]
async fn a_meeting_for_families_of_the_programme_is_not_open_to_a_press_of_others() {
    let school = School::joined(CARERS, &["Dirk"]).await;
    let mut new = school.thinks_of(Base::CoffeeMorning, School::thursday()).await;
    new.audience = thuispost::rhythm::Audience::Ve;
    let id = school.makes(&new).await;
    school.waits_a_minute().await;
    assert_eq!(school.times_told("Dirk", "Koffieochtend"), 0);
    let dirk = school.carer_id("Dirk").await;
    school.presses_forged("Dirk", &format!("i.y.{id}.{dirk}")).await;
    assert_eq!(school.said_to("Dirk").await, "-");
}

#[tokio::test]
async fn how_many_come_is_kept_with_the_answer() {
    let school = School::joined(CARERS, &["Dirk"]).await;
    school.invites_to(Base::CoffeeMorning).await;
    school.presses("Dirk", "i.y.").await;
    let asks = school.told("Dirk").contains("[3]");
    if !asks {
        let id = school.meeting_ids().await[0];
        let dirk = school.carer_id("Dirk").await;
        school.presses_forged("Dirk", &format!("i.p3.{id}.{dirk}")).await;
    } else {
        school.presses("Dirk", "i.p3").await;
    }
    assert_eq!(school.said_to("Dirk").await, "yes 3 -");
    school.presses("Dirk", "i.n.").await;
    let id = school.meeting_ids().await[0];
    let dirk = school.carer_id("Dirk").await;
    school.presses_forged("Dirk", &format!("i.p5.{id}.{dirk}")).await;
    assert!(school.said_to("Dirk").await.starts_with("no 3"), "who does not come brings nobody");
}

#[tokio::test]
async fn an_interpreter_is_remembered_for_that_carer_only_and_the_next_time() {
    let school = School::joined(CARERS, &["Fatima", "Omar"]).await;
    school.invites_to(Base::CoffeeMorning).await;
    school.presses("Fatima", "i.i.").await;
    school.presses("Fatima", "i.io.").await;
    school.presses("Fatima", "i.y.").await;
    school.presses("Omar", "i.y.").await;
    assert_eq!(school.said_to("Fatima").await, "yes - school");
    assert_eq!(school.said_to("Omar").await, "yes - -");

    let next = school.thinks_of(Base::ThemeMorning, datetime(2026, 12, 10, 9, 0, 0, 0)).await;
    school.makes(&next).await;
    school.waits_a_minute().await;
    school.presses("Fatima", "i.y.").await;
    assert_eq!(school.said_to("Fatima").await, "yes - school", "without asking again");
    school.presses("Fatima", "i.i.").await;
    school.presses("Fatima", "i.if.").await;
    let all = "select count(*) from rsvps where interpreter = 'family'";
    assert_eq!(school.counts(all).await, 2, "both are still to come");
    school.presses("Fatima", "i.in.").await;
    assert_eq!(school.said_to("Fatima").await, "yes - -");
}

#[tokio::test]
async fn another_moment_is_one_tap_or_free_words_that_staff_get() {
    let school = School::joined(CARERS, &["Dirk"]).await;
    let later = school.thinks_of(Base::CoffeeMorning, datetime(2026, 12, 10, 8, 30, 0, 0)).await;
    let first = school.invites_to(Base::CoffeeMorning).await;
    let second = school.makes(&later).await;
    school.waits_a_minute().await;
    let dirk = school.carer_id("Dirk").await;
    school.presses("Dirk", &format!("i.o.{first}.")).await;
    school.presses("Dirk", &format!("i.y.{second}.{dirk}")).await;
    assert_eq!(school.counts("select count(*) from rsvps").await, 1);

    school.presses("Dirk", &format!("i.o.{first}.")).await;
    school.types("Dirk", "Dinsdagmiddag kan ik wel").await;
    assert_eq!(school.reads("select body from questions").await, ["Dinsdagmiddag kan ik wel"]);
    let thanked = school.times_told("Dirk", "geven het door");
    school.types("Dirk", "Is er morgen school?").await;
    assert_eq!(school.times_told("Dirk", "geven het door"), thanked, "an ordinary question");
    assert_eq!(school.counts("select count(*) from questions").await, 2);
}

#[tokio::test]
async fn words_a_day_later_are_an_ordinary_question() {
    let school = School::joined(CARERS, &["Dirk"]).await;
    school.invites_to(Base::CoffeeMorning).await;
    school.presses("Dirk", "i.o.").await;
    school.turns_to(datetime(2026, 11, 24, 9, 40, 0, 0)).await;
    school.types("Dirk", "Wat eten ze vandaag?").await;
    assert_eq!(school.times_told("Dirk", "geven het door"), 0, "{}", school.told("Dirk"));
    assert_eq!(school.counts("select count(*) from questions").await, 1);
}

#[tokio::test]
async fn two_carers_of_one_family_are_counted_once_and_two_who_live_apart_see_nothing_of_each_other()
 {
    let school = School::joined(CARERS, &["Fatima", "Omar", "Anna", "Cor"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let heard = school.bubbles("Cor").len();
    for carer in ["Fatima", "Omar", "Anna"] {
        school.presses(carer, "i.y.").await;
    }
    assert_eq!(school.bubbles("Cor").len(), heard);
    assert!(!school.told("Cor").contains('✓'));
    let meeting = school.meeting(id).await;
    let session = meeting.sessions[0].id;
    let day = School::thursday().date();
    let mut read = school.store.read().await.unwrap();
    let listed = meeting::attendees(&mut read, &meeting, session, day).await.unwrap();
    let coming: Vec<_> = listed.iter().filter(|it| it.said_yes).collect();
    assert_eq!(coming.len(), 2, "{coming:?}");
    assert_eq!(coming.iter().map(|it| it.people).sum::<i64>(), 3, "each carer is one");
}

#[tokio::test]
async fn presses_of_a_whole_group_at_once_are_all_kept() {
    let school = School::joined(CARERS, &["Fatima", "Omar", "Anna", "Cor", "Dirk"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let meeting = school.meeting(id).await;
    let mut tasks = Vec::new();
    for name in ["Fatima", "Omar", "Anna", "Cor", "Dirk"] {
        let (store, meeting) = (school.store.clone(), meeting.clone());
        let (carer, now) = (school.carer_id(name).await, school.calendar.now());
        tasks.push(tokio::spawn(async move {
            for answer in [Answer::Yes, Answer::No, Answer::Yes] {
                let mut write = store.write().await.unwrap();
                let when = ("2026-11-23", now);
                meeting::respond(&mut write, (&meeting, carer), answer, when).await.unwrap();
                write.commit().await.unwrap();
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(school.counts("select count(*) from rsvps where answer = 'yes'").await, 5);
}
