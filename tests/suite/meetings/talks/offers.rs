//! A moment that came free is offered to who waits, one after the other.

use jiff::civil::{datetime, time};
use thuispost::meeting::MeetingId;

use super::{FAMILIES, from_three, range};
use crate::suite::school::School;

const FREE: &str = "Er is een moment vrij";

impl School {
    /// Dirk has the only moment; Bea and then Cas wait for one.
    async fn with_two_who_wait() -> (Self, MeetingId) {
        let school = Self::joined(FAMILIES, &["Dirk", "Bea", "Cas", "Anna"]).await;
        let round = school.opens_round("Vlinders", &[from_three(10)]).await;
        school.books_first("Dirk", round).await;
        for carer in ["Bea", "Cas"] {
            school.presses(carer, &format!("i.x.{round}.")).await;
            assert!(school.last(carer).text.contains("geen moment vrij"), "{}", school.told(carer));
            school.passes_a_second();
        }
        (school, round)
    }

    fn freed(&self) -> [usize; 2] {
        [self.times_told("Bea", FREE), self.times_told("Cas", FREE)]
    }
}

#[tokio::test]
async fn a_moment_that_was_given_back_goes_to_who_waits_longest() {
    let (school, _) = School::with_two_who_wait().await;
    school.presses("Dirk", "k.c.").await;
    school.lets_pass(2).await;
    assert_eq!(school.freed(), [1, 0], "{}", school.told("Bea"));
    // It is kept: nobody else can take it meanwhile.
    let talk = school.talk_about("Daan").await;
    let slot = school.slot_at(time(15, 0, 0, 0)).await;
    school.presses_forged("Dirk", &format!("k.t.{talk}.{slot}")).await;
    assert_eq!(school.booked_moments().await, Vec::<String>::new());
    school.presses("Bea", "k.t.").await;
    assert_eq!(school.booked_moments().await, ["Bo 15:00 1"]);
}

#[tokio::test]
async fn who_says_no_is_not_asked_about_the_same_moment_again() {
    let (school, _) = School::with_two_who_wait().await;
    school.presses("Dirk", "k.c.").await;
    school.lets_pass(2).await;
    school.presses("Bea", "k.z.").await;
    school.lets_pass(2).await;
    assert_eq!(school.freed(), [1, 1]);
    school.presses("Cas", "k.z.").await;
    school.lets_pass(90).await;
    assert_eq!(school.freed(), [1, 1], "both said no");
    let kept = "select count(*) from slots where offered_talk_id is not null";
    assert_eq!(school.counts(kept).await, 0);
    // Now it is anybody's.
    school.presses("Dirk", "k.v.").await;
    school.presses("Dirk", "k.t.").await;
    assert_eq!(school.booked_moments().await, ["Daan 15:00 1"]);
    // Once it was somebody's and comes free again, they may be asked again.
    school.presses("Dirk", "k.c.").await;
    school.lets_pass(2).await;
    assert_eq!(school.freed().iter().sum::<usize>(), 3);
}

#[tokio::test]
async fn a_moment_that_nobody_takes_in_a_day_goes_to_the_next() {
    let (school, _) = School::with_two_who_wait().await;
    school.presses("Dirk", "k.c.").await;
    school.lets_pass(2).await;
    school.turns_to(datetime(2026, 11, 24, 10, 0, 0, 0)).await;
    assert_eq!(school.freed(), [1, 1], "{}", school.told("Cas"));
    assert!(school.last("Bea").text.contains("niet meer vrij"), "{}", school.told("Bea"));
    school.turns_to(datetime(2026, 11, 25, 11, 0, 0, 0)).await;
    school.turns_to(datetime(2026, 11, 26, 12, 0, 0, 0)).await;
    assert_eq!(school.freed(), [1, 1], "both let it pass");
}

#[tokio::test]
async fn an_old_no_takes_back_nothing() {
    let (school, round) = School::with_two_who_wait().await;
    school.presses("Dirk", "k.c.").await;
    school.lets_pass(2).await;
    let bea = school.button("Bea", "k.z.").1;
    school.presses("Bea", "k.t.").await;
    school.presses_forged("Bea", &bea).await;
    assert_eq!(school.booked_moments().await, ["Bo 15:00 1"]);
    // An offer of another moment stays as well.
    school.presses("Bea", "k.v.").await;
    let later = range(time(16, 0, 0, 0), time(16, 10, 0, 0));
    school.opens_moments(round, &later).await;
    school.lets_pass(2).await;
    let kept = "select count(*) from slots where offered_talk_id is not null";
    assert_eq!(school.counts(kept).await, 1);
    school.presses_forged("Bea", &bea).await;
    school.presses_forged("Cas", &bea).await;
    assert_eq!(school.counts(kept).await, 1);
}

#[tokio::test]
async fn new_moments_are_offered_to_who_waits_first() {
    let (school, round) = School::with_two_who_wait().await;
    school.opens_moments(round, &range(time(16, 0, 0, 0), time(16, 20, 0, 0))).await;
    school.lets_pass(2).await;
    assert_eq!(school.freed(), [1, 1], "{}", school.told("Bea"));
    assert!(school.last("Bea").text.contains("16:00"), "{}", school.told("Bea"));
    assert!(school.last("Cas").text.contains("16:10"), "{}", school.told("Cas"));
}

#[tokio::test]
async fn a_moved_talk_frees_its_old_moment_for_who_waits() {
    let (school, round) = School::with_two_who_wait().await;
    school.opens_moments(round, &range(time(16, 0, 0, 0), time(16, 30, 0, 0))).await;
    school.lets_pass(2).await;
    for carer in ["Bea", "Cas"] {
        school.presses(carer, "k.z.").await;
    }
    school.lets_pass(2).await;
    for carer in ["Bea", "Cas"] {
        if school.times_told(carer, FREE) == 2 {
            school.presses(carer, "k.z.").await;
            school.lets_pass(2).await;
        }
    }
    let before: usize = school.freed().iter().sum();
    school.presses("Dirk", "k.v.").await;
    school.presses("Dirk", "k.t.").await;
    school.lets_pass(2).await;
    assert_eq!(school.freed().iter().sum::<usize>(), before + 1);
    let newest = ["Bea", "Cas"].map(|carer| school.last(carer).text);
    assert!(newest.iter().any(|text| text.contains(FREE) && text.contains("15:00")), "{newest:?}");
}

#[tokio::test]
async fn nobody_is_offered_a_moment_within_two_hours_or_at_night() {
    let (school, _) = School::with_two_who_wait().await;
    school.turns_to(datetime(2026, 11, 30, 22, 0, 0, 0)).await;
    school.presses("Dirk", "k.c.").await;
    school.lets_pass(2).await;
    assert_eq!(school.freed(), [0, 0]);
    school.turns_to(datetime(2026, 12, 1, 8, 0, 0, 0)).await;
    assert_eq!(school.freed(), [1, 0], "in the morning");
    school.turns_to(datetime(2026, 12, 1, 13, 1, 0, 0)).await;
    assert_eq!(school.freed(), [1, 0], "too late to ask the next one");
    school.presses("Cas", "i.x.").await;
    school.presses("Cas", "k.t.").await;
    assert_eq!(school.booked_moments().await, ["Bo 15:00 1"], "but free for who comes");
}

#[tokio::test]
async fn who_waits_with_an_interpreter_is_passed_over_by_a_moment_that_is_too_short() {
    let school = School::joined(FAMILIES, &["Dirk", "Bea", "Cas"]).await;
    let round = school.opens_round("Vlinders", &[from_three(10)]).await;
    school.books_first("Dirk", round).await;
    school.presses("Bea", "i.i.").await;
    school.presses("Bea", "i.io.").await;
    for carer in ["Bea", "Cas"] {
        school.presses(carer, "i.x.").await;
        school.passes_a_second();
    }
    school.presses("Dirk", "k.c.").await;
    school.lets_pass(2).await;
    assert_eq!(school.freed(), [0, 1], "{}", school.told("Bea"));
}

#[tokio::test]
async fn whoever_found_a_moment_meanwhile_leaves_the_offered_one_to_the_next() {
    let (school, round) = School::with_two_who_wait().await;
    school.presses("Dirk", "k.c.").await;
    school.lets_pass(2).await;
    assert_eq!(school.freed(), [1, 0]);
    school.opens_moments(round, &range(time(16, 0, 0, 0), time(16, 10, 0, 0))).await;
    // Cas is asked about the new one and says no: Bea may take it, too.
    school.lets_pass(2).await;
    school.presses("Cas", "k.z.").await;
    school.lets_pass(2).await;
    let talk = school.talk_about("Bo").await;
    let late = school.slot_at(time(16, 0, 0, 0)).await;
    school.presses_forged("Bea", &format!("k.t.{talk}.{late}")).await;
    assert_eq!(school.booked_moments().await, ["Bo 16:00 1"]);
    school.lets_pass(2).await;
    assert!(school.last("Cas").text.contains("15:00"), "{}", school.told("Cas"));
}

#[tokio::test]
async fn words_about_a_better_moment_go_to_staff_and_after_choosing_they_are_a_question() {
    let (school, _) = School::with_two_who_wait().await;
    school.presses("Dirk", "k.v.").await;
    school.presses("Anna", "i.x.").await;
    assert!(school.last("Anna").text.contains("geen moment vrij"), "{}", school.told("Anna"));
    school.presses("Dirk", "k.c.").await;
    school.lets_pass(2).await;
    school.presses("Bea", "k.z.").await;
    school.lets_pass(2).await;
    school.presses("Cas", "k.z.").await;
    school.lets_pass(2).await;
    school.presses("Anna", "k.z.").await;
    school.lets_pass(2).await;
    school.presses("Dirk", "k.v.").await;
    school.presses("Dirk", "k.n.").await;
    school.types("Dirk", "Liever op woensdag").await;
    let wish = "select coalesce(wish, '-') from talks where waiting_since is not null and wish is not null";
    assert_eq!(school.reads(wish).await, ["Liever op woensdag"]);
    school.presses("Dirk", "k.n.").await;
    school.presses("Dirk", "k.t.").await;
    school.types("Dirk", "Tot dan en bedankt").await;
    let waits = "select count(*) from talks t join slots s on s.talk_id = t.id where t.waiting_since is not null";
    assert_eq!(school.counts(waits).await, 0, "who has a moment does not wait");
    assert_eq!(school.counts("select count(*) from questions").await, 2);
}
