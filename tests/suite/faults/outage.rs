//! Telegram is away for a while.

use thuispost::sandbox::{Fault, Trouble};

use super::parents::{self, mark};
use super::{Day, refusal};

#[tokio::test]
async fn everything_arrives_once_after_an_outage_and_each_press_has_one_effect() {
    let day = Day::begins(12).await;
    day.sends_short(1).await;
    day.school.settles().await;
    day.school.sandbox.goes_down();
    day.sends_short(2).await;
    for parent in &day.parents {
        let bubbles = parents::bubbles(&day.school, parent.phone);
        let letter = bubbles.iter().find(|bubble| bubble.text.contains(&mark(1, 0))).unwrap();
        let buttons = letter.buttons.iter().flatten().filter_map(|it| it.data.as_deref());
        let explain = buttons.into_iter().find(|data| data.starts_with("le.")).unwrap();
        let update = day.school.sandbox.presses(parent.phone, letter.message_id, explain).unwrap();
        day.school.sandbox.repeat_press(update).unwrap();
        day.school.sandbox.types(parent.phone, &format!("Vraag {}", parent.carer)).unwrap();
    }
    let asked = |day: &Day| {
        let requests = day.school.sandbox.requests();
        requests.iter().filter(|it| it.method == "getMe" && !it.accepted).count()
    };
    day.until("it has asked in vain four times", async || asked(&day) >= 4).await;
    day.school.sandbox.comes_up();
    day.school.settles().await;
    day.everybody_has_once(2, 0);
    assert_eq!(
        day.school.counts("select count(*) from deliveries where state = 'doubtful'").await,
        0
    );
    for (sql, times) in [
        ("select count(*) from understandings where answer = 'explain'", 1),
        ("select count(*) from questions", 2),
        ("select count(distinct carer_id) from questions where kind = 'explain'", 1),
        ("select count(distinct body) from questions where kind = 'text'", 1),
    ] {
        let parents = i64::try_from(day.parents.len()).unwrap();
        assert_eq!(day.school.counts(sql).await, parents * times, "{sql}");
    }
    let in_vain = day.sendings().iter().filter(|request| !request.accepted).count();
    assert!(in_vain <= day.parents.len(), "no message is risked twice: {in_vain}");
}

#[tokio::test]
async fn an_outage_that_swallows_messages_puts_only_those_on_their_way_in_doubt() {
    let mut day = Day::of(30).await;
    day.school.settings.per_second = Some(30);
    day.begins_service().await;
    for _ in 0..3 {
        day.breaks([Fault::on("sendMessage", Trouble::Hang), Fault::on("getMe", Trouble::Hang)]);
    }
    day.sends_short(1).await;
    day.school.settles().await;
    day.everybody_has_once(1, 0);
    assert_eq!(day.doubtful().await.len(), 3);
}

#[tokio::test]
async fn a_listener_that_gets_nonsense_stays_up_says_so_and_goes_on() {
    let day = Day::begins(1).await;
    let phone = day.parents[0].phone;
    for (number, trouble, word) in [
        (1, refusal(401, "Unauthorized"), "token-rejected"),
        (2, refusal(409, "Conflict: terminated by other getUpdates request"), "polled-elsewhere"),
        (3, Trouble::HtmlPage(502), "telegram-away"),
        (4, Trouble::BrokenJson, "telegram-away"),
        (5, Trouble::Closed, "telegram-away"),
    ] {
        day.breaks([Fault::on("getUpdates", trouble)]);
        // The poll under way brings this; the next one meets the trouble.
        day.school.sandbox.types(phone, &format!("Vraag {number}")).unwrap();
        day.until(word, async || day.readyz().await["telegram"] == word).await;
        day.school.sandbox.types(phone, &format!("Nog een vraag {number}")).unwrap();
        day.until("up again", async || day.readyz().await["telegram"] == "up").await;
    }
    day.school.settles().await;
    assert_eq!(day.school.counts("select count(*) from questions").await, 10);
    assert_eq!(day.school.counts("select count(distinct body) from questions").await, 10);
}
