//! Longer talks with an interpreter, and other moments for a talk that has one.

use jiff::civil::time;

use super::{FAMILIES, from_three};
use crate::suite::school::School;

#[tokio::test]
async fn with_an_interpreter_a_talk_takes_two_moments_that_follow_each_other() {
    let school = School::joined(FAMILIES, &["Dirk", "Ella", "Anna"]).await;
    let round = school.opens_round("Vlinders", &[from_three(40)]).await;
    // Taken in the middle: 15:10.
    let slot = school.slot_at(time(15, 10, 0, 0)).await;
    school.presses("Anna", "i.x.").await;
    let talk = school.talk_about("Sara").await;
    school.presses_forged("Anna", &format!("k.t.{talk}.{slot}")).await;
    school.presses("Dirk", "i.i.").await;
    school.presses("Dirk", "i.io.").await;
    school.books_first("Dirk", round).await;
    assert_eq!(school.booked_moments().await, ["Sara 15:10 1", "Daan 15:20 2"]);
    school.presses("Dirk", "k.c.").await;
    // What counts is who comes: Ella needs none.
    school.books_first("Ella", round).await;
    assert_eq!(school.booked_moments().await, ["Daan 15:00 1", "Sara 15:10 1"]);
    assert!(!school.last("Ella").text.contains("tolk"), "{}", school.told("Ella"));
}

#[tokio::test]
async fn whoever_moves_a_talk_for_the_other_parent_keeps_the_interpreter() {
    let school = School::joined(FAMILIES, &["Dirk", "Ella"]).await;
    let round = school.opens_round("Vlinders", &[from_three(50)]).await;
    school.presses("Dirk", "i.i.").await;
    school.presses("Dirk", "i.io.").await;
    school.books_first("Dirk", round).await;
    assert_eq!(school.booked_moments().await, ["Daan 15:00 2"]);
    school.presses("Ella", &format!("i.x.{round}.")).await;
    school.presses("Ella", "k.v.").await;
    let last = school.last("Ella").buttons.concat().into_iter().rfind(|it| it.label.contains(':'));
    school.presses("Ella", &last.unwrap().data.unwrap()).await;
    assert_eq!(school.booked_moments().await, ["Daan 15:30 2"]);
    assert!(school.last("Ella").text.contains("tolk"), "{}", school.told("Ella"));
}

#[tokio::test]
async fn who_cannot_move_a_talk_reads_that_it_stays() {
    let school = School::joined(FAMILIES, &["Dirk"]).await;
    let round = school.opens_round("Vlinders", &[from_three(10)]).await;
    school.books_first("Dirk", round).await;
    school.presses("Dirk", "k.v.").await;
    assert!(school.last("Dirk").text.contains("blijft"), "{}", school.told("Dirk"));
    assert_eq!(
        school.counts("select count(*) from talks where waiting_since is not null").await,
        0
    );
    school.presses("Dirk", "k.n.").await;
    assert_eq!(school.booked_moments().await, ["Daan 15:00 1"]);
    assert_eq!(
        school.counts("select count(*) from talks where waiting_since is not null").await,
        1
    );
}
