//! A letter to so many carers that it is made ready piece by piece.

use std::fmt::Write;

use thuispost::outbox;

use super::{ALL, ANNA, School};
use crate::suite::parents;
use crate::suite::school::PATIENCE;

const MANY: i64 = 6_000;

/// Anna, and so many others in her group; every third of them has joined, on a phone of their own.
fn many() -> String {
    let mut rows = ANNA.to_owned();
    for number in 1..MANY {
        write!(rows, "\nDe Regenboog,,Vlinders,F{number},,Kind,,,Ouder {number},pl,").unwrap();
    }
    rows
}

async fn rows_are_one_for_each_part(school: &School) {
    let carers = "select count(*) from deliveries where priority = 2 and part = 0";
    assert_eq!(school.counts(carers).await, MANY);
    let skipped = "select count(*) from deliveries where state = 'skipped' and part > 0";
    assert_eq!(school.counts(skipped).await, 0);
    let parts = "select count(*) from deliveries where part = 1 and state <> 'skipped'";
    let firsts =
        "select count(*) from deliveries where priority = 2 and part = 0 and state <> 'skipped'";
    assert_eq!(school.counts(parts).await, school.counts(firsts).await);
}

#[tokio::test]
async fn a_letter_to_six_thousand_is_made_ready_however_often_that_is_broken_off() {
    let school = School::closed(&many()).await;
    school
        .does("update carers set chat_id = id, consented_at = 1, language_confirmed_at = 1 where id % 3 = 0")
        .await;
    let folder = school.writes_letter("water", "", &ALL);
    let approved = school.approves(&folder, &["Vlinders"], None).await.unwrap();
    let state = "select state from mailings";
    assert_eq!(school.reads(state).await, ["fanning_out"]);
    assert_eq!(school.counts("select count(*) from deliveries").await, 0);
    for patience in (0..400).step_by(20) {
        tokio::select! {
            biased;
            done = outbox::release_due(&school.store, school.calendar.now()) => drop(done.unwrap()),
            () = yields(patience) => {}
        }
    }
    outbox::release_due(&school.store, school.calendar.now()).await.unwrap();
    assert_eq!(school.reads(state).await, ["released"]);
    rows_are_one_for_each_part(&school).await;

    let again = school.approves(&folder, &["Vlinders"], None).await.unwrap();
    assert_eq!(again.letter.id, approved.letter.id);
    outbox::release_due(&school.store, school.calendar.now()).await.unwrap();
    rows_are_one_for_each_part(&school).await;
}

#[tokio::test]
async fn the_service_makes_a_large_letter_ready_and_a_mother_in_it_gets_it() {
    let mut school = School::opens(&many()).await;
    school.joins("Anna").await;
    let folder = school.writes_letter("water", "", &ALL);
    school.approves(&folder, &["Vlinders"], None).await.unwrap();
    school.ends_service().await;
    school.begins_service().await;
    let anna = school.id("Anna");
    let came = school.sandbox.wait_until(PATIENCE, |world| {
        world
            .phone(anna)
            .is_some_and(|phone| phone.messages.iter().any(|it| it.text.contains("de kraan")))
    });
    assert!(came.await, "{}", school.told("Anna"));
    school.settles().await;
    rows_are_one_for_each_part(&school).await;
}

async fn yields(times: u32) {
    for _ in 0..times {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_letter_to_thousands_of_one_school_does_not_keep_another_school_waiting() {
    let many = School::closed(&parents::rows(5_500)).await;
    let few = many.founds_another(2, &parents::rows(3)).await;
    parents::have_joined(&many).await;
    parents::have_joined(&few).await;
    let at = jiff::civil::datetime(2026, 11, 23, 10, 0, 0, 0);
    for school in [&many, &few] {
        school.plans(&parents::short_letter(school, 1), parents::GROUP, at).await;
    }
    let later = thuispost::clock::Moment::of_local(at, &many.organisation.time_zone);
    outbox::release_round(&many.store, later).await.unwrap();
    let released =
        format!("select state from mailings where organisation_id = {}", few.organisation.id.raw());
    assert_eq!(few.reads(&released).await, ["released"]);
    let under_way = "select count(*) from mailings where state = 'fanning_out'";
    assert_eq!(many.counts(under_way).await, 1, "the thousands are not through yet");
    outbox::release_due(&many.store, later).await.unwrap();
    assert_eq!(many.counts("select count(*) from deliveries").await, 5_503);
}
