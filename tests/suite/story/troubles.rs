//! What Telegram does to a bot on a bad day.

use rand::Rng;
use rand::rngs::SmallRng;
use serde_json::json;
use std::time::Duration;
use thuispost::sandbox::{BotId, Fault, Trouble};

/// Methods that trouble comes to, most often those that send.
const METHODS: [&str; 6] =
    ["sendMessage", "sendMessage", "sendPhoto", "getUpdates", "answerCallbackQuery", "getMe"];

/// A fault for this bot; the chats that may refuse a message for good because of it.
pub fn fault(bot: BotId, chats: &[i64], rng: &mut SmallRng) -> (Fault, Option<i64>) {
    if rng.random_bool(0.15) {
        let chat = chats[rng.random_range(0..chats.len())];
        let (code, description) = match rng.random_range(0..3) {
            0 => (403, "Forbidden: bot was blocked by the user"),
            1 => (403, "Forbidden: user is deactivated"),
            _ => (400, "Bad Request: can't parse entities"),
        };
        let trouble = Trouble::Refusal { code, description: description.to_owned() };
        return (Fault::on("sendMessage", trouble).of_bot(bot).in_chat(chat), Some(chat));
    }
    if rng.random_bool(0.05) {
        // A chat that says it has moved to where it is: followed, and nothing is lost.
        let chat = chats[rng.random_range(0..chats.len())];
        let moved = Fault::on("sendMessage", Trouble::Migrated { to: chat });
        return (moved.of_bot(bot).in_chat(chat), None);
    }
    let method = METHODS[rng.random_range(0..METHODS.len())];
    // A poll that hangs is noticed only after half a minute of its own.
    let trouble = loop {
        let trouble = trouble(rng);
        let hangs = matches!(trouble, Trouble::Hang | Trouble::HangAfterwards);
        if !(hangs && method == "getUpdates") {
            break trouble;
        }
    };
    (Fault::on(method, trouble).of_bot(bot), None)
}

fn trouble(rng: &mut SmallRng) -> Trouble {
    let waits = |seconds| Trouble::TooManyRequests { retry_after: Some(seconds) };
    match rng.random_range(0..23) {
        0..=2 => waits(1),
        3 => waits(2),
        4 if rng.random_bool(0.3) => waits(35),
        4 if rng.random_bool(0.1) => waits(3_600),
        4 => waits(0),
        5 => waits(-7),
        6 => Trouble::TooManyRequests { retry_after: None },
        7 if rng.random_bool(0.1) => waits(i64::MAX),
        7 => Trouble::TooManyRequestsSaying(json!("soon")),
        8 => Trouble::HtmlPage(500),
        9 => Trouble::HtmlPage(502),
        10 => Trouble::HtmlPage(504),
        11 => Trouble::HtmlPageAfterwards([500, 502, 504][rng.random_range(0..3)]),
        12 => Trouble::BrokenJson,
        13 => Trouble::BrokenJsonAfterwards,
        14 => Trouble::WrongResult(json!([])),
        15 => Trouble::Slow(Duration::from_millis(rng.random_range(50..900))),
        16 => Trouble::Hang,
        17 => Trouble::HangAfterwards,
        18 => Trouble::Closed,
        19 => Trouble::ClosedAfterwards,
        20 => Trouble::Refusal { code: 401, description: "Unauthorized".to_owned() },
        21 => Trouble::Refusal { code: 409, description: "Conflict: somebody else".to_owned() },
        _ => Trouble::HtmlPage(403),
    }
}
