//! Nobody knows whether a message arrived: the answer was lost, or never came.

use thuispost::outbox::State;
use thuispost::sandbox::{Fault, Trouble};

use super::Day;

/// Three parents; something goes wrong with the letter of the second. Returns that parent's copies.
async fn letter_meets(trouble: Trouble) -> (Day, usize) {
    let day = Day::begins(3).await;
    let chat = day.parents[1].phone.chat();
    day.breaks([Fault::on("sendMessage", trouble).in_chat(chat)]);
    day.sends_short(1).await;
    day.school.settles().await;
    let copies = day.copies(1, 0);
    assert_eq!((copies[0], copies[2]), (1, 1), "the others notice nothing");
    let doubtful = day.doubtful().await;
    assert_eq!(doubtful.len(), 1, "it is listed");
    assert_eq!(doubtful[0].carer_id, day.parents[1].carer);
    assert_eq!(doubtful[0].state, Some(State::Delivered));
    (day, copies[1])
}

#[tokio::test]
async fn a_message_that_was_cut_off_on_its_way_arrives_once_and_is_listed() {
    assert_eq!(letter_meets(Trouble::Closed).await.1, 1);
}

#[tokio::test]
async fn a_message_whose_answer_was_cut_off_arrives_twice_and_is_listed() {
    assert_eq!(letter_meets(Trouble::ClosedAfterwards).await.1, 2);
}

#[tokio::test]
async fn a_message_that_hangs_arrives_once_and_is_listed() {
    assert_eq!(letter_meets(Trouble::Hang).await.1, 1);
}

#[tokio::test]
async fn a_message_whose_answer_hangs_arrives_twice_and_is_listed() {
    assert_eq!(letter_meets(Trouble::HangAfterwards).await.1, 2);
}

#[tokio::test]
async fn half_an_answer_and_a_gateway_that_waited_in_vain_are_doubts() {
    assert_eq!(letter_meets(Trouble::BrokenJson).await.1, 1);
    assert_eq!(letter_meets(Trouble::HtmlPage(504)).await.1, 1);
}

#[tokio::test]
async fn a_second_doubt_stays_for_a_person_to_look_and_the_rest_of_the_letter_waits_for_nobody() {
    let day = Day::begins(2).await;
    let chat = day.parents[0].phone.chat();
    let lost = || Fault::on("sendPhoto", Trouble::ClosedAfterwards).in_chat(chat);
    day.breaks([lost(), lost()]);
    day.sends(1).await;
    day.school.settles().await;
    assert_eq!(day.copies(1, 0), [2, 1], "one extra copy, not more");
    assert_eq!(day.copies(1, 1), [0, 1]);
    let doubtful = day.doubtful().await;
    assert_eq!(doubtful.len(), 2, "every attempt is listed");
    for row in doubtful {
        assert_eq!((row.carer_id, row.state), (day.parents[0].carer, Some(State::Doubtful)));
    }
    let skipped = "select count(*) from deliveries where reason = 'earlier_part'";
    assert_eq!(day.school.counts(skipped).await, 1);
}
