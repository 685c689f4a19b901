//! Telegram says no.

use thuispost::outbox::State;
use thuispost::sandbox::{Fault, Trouble};

use super::parents;
use super::{Day, refusal};

#[tokio::test]
async fn a_server_in_trouble_delays_and_doubles_nothing() {
    let day = Day::begins(4).await;
    let (bad_gateway, crash) = (Trouble::HtmlPage(502), Trouble::HtmlPage(500));
    for trouble in [bad_gateway, crash, refusal(500, "Internal Server Error")] {
        day.breaks([Fault::on("sendMessage", trouble)]);
    }
    day.sends_short(1).await;
    day.school.settles().await;
    day.everybody_has_once(1, 0);
    let listed = day.doubtful().await;
    assert!(listed.len() <= 3 && listed.iter().all(|row| row.state == Some(State::Delivered)));
    assert_eq!(day.school.counts("select count(*) from deliveries where doubts > 0").await, 0);
}

#[tokio::test]
async fn a_message_that_was_taken_although_a_proxy_said_502_arrives_twice_and_is_listed() {
    let day = Day::begins(1).await;
    day.breaks([Fault::on("sendMessage", Trouble::HtmlPageAfterwards(502))]);
    day.sends_short(1).await;
    day.school.settles().await;
    assert_eq!(day.copies(1, 0), [2]);
    let listed = day.doubtful().await;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].cause, "server error 502");
}

#[tokio::test]
async fn a_letter_that_is_tried_again_is_not_overtaken_by_the_next() {
    let mut day = Day::of(1).await;
    day.sends_short(1).await;
    day.sends_short(2).await;
    day.breaks([Fault::on("sendMessage", Trouble::HtmlPage(502))]);
    day.begins_service().await;
    day.school.settles().await;
    let bubbles = parents::bubbles(&day.school, day.parents[0].phone);
    let place = |number| {
        bubbles.iter().position(|bubble| bubble.text.contains(&parents::mark(number, 0))).unwrap()
    };
    assert!(place(1) < place(2));
}

#[tokio::test]
async fn a_page_of_a_firewall_is_not_telegrams_word_about_a_parent_or_the_bot() {
    let day = Day::begins(4).await;
    for status in [400, 401, 403, 404, 302] {
        day.breaks([Fault::on("sendMessage", Trouble::HtmlPage(status))]);
    }
    day.sends_short(1).await;
    day.school.settles().await;
    day.everybody_has_once(1, 0);
    assert_eq!(day.doubtful().await, []);
    let lost = "select count(*) from carers where unreachable_at is not null";
    assert_eq!(day.school.counts(lost).await, 0);
    assert_eq!(
        day.school.counts("select count(*) from bots where stopped_at is not null").await,
        0
    );
}

#[tokio::test]
async fn a_refused_part_has_a_reason_ends_that_letter_and_concerns_nobody_else() {
    let day = Day::begins(3).await;
    let chat = day.parents[1].phone.chat();
    let why = "Bad Request: can't parse entities: unexpected end tag";
    day.breaks([Fault::on("sendPhoto", refusal(400, why)).in_chat(chat)]);
    let letter = day.sends(1).await;
    day.school.settles().await;
    assert_eq!(day.copies(1, 0), [1, 0, 1]);
    assert_eq!(day.copies(1, 1), [1, 0, 1]);
    let mut read = day.school.store.read().await.unwrap();
    let missed = thuispost::outbox::not_reached(&mut read, letter).await.unwrap();
    assert_eq!(missed.len(), 1);
    assert_eq!(missed[0].reason.as_deref(), Some(why));
    let later = "select count(*) from deliveries where part = 1 and reason = 'earlier_part'";
    assert_eq!(day.school.counts(later).await, 1);
}

#[tokio::test]
async fn a_parent_who_blocked_the_bot_is_unreachable_and_the_next_letter_says_so() {
    let day = Day::begins(2).await;
    let chat = day.parents[0].phone.chat();
    let blocked = refusal(403, "Forbidden: bot was blocked by the user");
    day.breaks([Fault::on("sendMessage", blocked).in_chat(chat)]);
    day.sends_short(1).await;
    day.school.settles().await;
    day.sends_short(2).await;
    day.school.settles().await;
    assert_eq!(day.copies(1, 0), [0, 1]);
    assert_eq!(day.copies(2, 0), [0, 1]);
    for sql in [
        "select count(*) from deliveries where state = 'unreachable'",
        "select count(*) from deliveries where state = 'skipped' and reason = 'unreachable_before'",
        "select count(*) from carers where unreachable_at is not null",
    ] {
        assert_eq!(day.school.counts(sql).await, 1, "{sql}");
    }
}

#[tokio::test]
async fn a_rejected_token_keeps_the_queue_and_goes_on_by_itself_when_mended() {
    let day = Day::begins(5).await;
    let unauthorized = || refusal(401, "Unauthorized");
    day.breaks((0..5).map(|_| Fault::on("sendMessage", unauthorized())));
    day.breaks((0..2).map(|_| Fault::on("getMe", unauthorized())));
    day.sends_short(1).await;
    day.until("staff can see it", async || day.readyz().await["token_rejected"] == true).await;
    day.school.settles().await;
    day.everybody_has_once(1, 0);
    assert_eq!(day.doubtful().await, []);
    assert_eq!(day.school.counts("select max(attempts) from deliveries").await, 1);
    assert_eq!(day.readyz().await["token_rejected"], false);
}

#[tokio::test]
async fn a_chat_that_moved_is_followed() {
    let day = Day::begins(2).await;
    let (from, to) = (day.parents[0].phone.chat(), day.parents[1].phone.chat());
    day.breaks([Fault::on("sendMessage", Trouble::Migrated { to }).in_chat(from)]);
    day.sends_short(1).await;
    day.school.settles().await;
    assert_eq!(day.copies(1, 0), [0, 2]);
    assert_eq!(day.school.counts("select count(distinct chat_id) from carers").await, 1);
    assert_eq!(day.doubtful().await, []);
}

#[tokio::test]
async fn a_picture_goes_up_once_and_once_more_when_telegram_forgot_it() {
    let day = Day::begins(4).await;
    day.sends(1).await;
    day.school.settles().await;
    day.everybody_has_once(1, 0);
    let forgotten = refusal(400, "Bad Request: wrong file identifier/HTTP URL specified");
    day.breaks((0..3).map(|_| Fault::on("sendPhoto", forgotten.clone())));
    day.sends(2).await;
    day.school.settles().await;
    day.everybody_has_once(2, 0);
    day.everybody_has_once(2, 1);
    assert_eq!(file_ids(&day, 1), 1, "one upload for all of the first letter");
    assert_eq!(file_ids(&day, 2), 1, "one more for all of the second");
    assert_eq!(day.school.counts("select count(*) from uploads").await, 1);
}

/// How many different uploads the copies of a letter show.
fn file_ids(day: &Day, letter: usize) -> usize {
    let mark = parents::mark(letter, 0);
    let mut found: Vec<String> = Vec::new();
    for parent in &day.parents {
        let bubbles = parents::bubbles(&day.school, parent.phone);
        let shown = bubbles.into_iter().filter(|bubble| bubble.text.contains(&mark));
        found.extend(shown.filter_map(|bubble| bubble.photo).map(|photo| photo.file_id));
    }
    found.sort();
    found.dedup();
    found.len()
}
