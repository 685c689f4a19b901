//! The yardstick: the loop that anybody would write with teloxide. It reads who gets what, renders,
//! sends 64 at a time and writes down each result. It keeps no promise: what was on its way at a
//! crash is lost or comes twice, and nobody can tell which.

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use sqlx::Row;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use teloxide::RequestError;
use teloxide::payloads::SendMessageSetters;
use teloxide::prelude::{Bot, Requester};
use teloxide::types::{
    ChatId, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, ParseMode,
};
use teloxide::utils::html;
use thuispost::clock::Ticker;

use super::arguments::Arguments;
use super::crowd::TOKEN;
use super::measure;
use super::ours::tell;

/// Whom to write to.
struct Recipient {
    carer: i64,
    chat: i64,
    language: String,
    child: String,
    location: String,
}

/// Sends the first letter to everybody, and tells what it took.
pub fn run(arguments: &Arguments) {
    measure::stay_on(false);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let options = SqliteConnectOptions::new()
            .filename(arguments.text("database").trim_start_matches("sqlite://"))
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal);
        // One connection: with more they only wait for each other's locks.
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap();
        sqlx::query(
            "create table sent (carer_id integer primary key, message_id integer not null)",
        )
        .execute(&pool)
        .await
        .unwrap();
        let bot = Bot::new(TOKEN).set_api_url(reqwest::Url::parse(arguments.text("api")).unwrap());
        let ticker = Ticker::start();
        let (start, cpu) = (ticker.elapsed(), measure::cpu());
        let sending = send_all(&pool, &bot, ticker, arguments.count("in_flight", 64));
        match arguments.number("seconds", 0) {
            0 => sending.await,
            seconds => drop(tokio::time::timeout(Duration::from_secs(seconds), sending).await),
        }
        println!("{}", tell(ticker.elapsed() - start, measure::cpu() - cpu));
    });
}

async fn send_all(pool: &SqlitePool, bot: &Bot, ticker: Ticker, in_flight: usize) {
    let texts = sqlx::query("select language, title, body from mailing_texts where mailing_id = 1");
    let texts: std::collections::HashMap<String, (String, String)> = texts
        .fetch_all(pool)
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.get("language"), (row.get("title"), row.get("body"))))
        .collect();
    let texts = Arc::new(texts);
    let recipients = sqlx::query(
        "select c.id, c.chat_id, c.language, ch.name as child, l.name as location
         from carers c join carer_children cc on cc.carer_id = c.id join children ch on ch.id = cc.child_id
         join groups g on g.id = ch.group_id join locations l on l.id = g.location_id order by c.id",
    );
    let recipients = recipients.fetch_all(pool).await.unwrap().into_iter().map(|row| Recipient {
        carer: row.get("id"),
        chat: row.get("chat_id"),
        language: row.get("language"),
        child: row.get("child"),
        location: row.get("location"),
    });
    futures::stream::iter(recipients)
        .map(|recipient| {
            let (bot, pool, texts) = (bot.clone(), pool.clone(), Arc::clone(&texts));
            async move {
                let (title, body) = &texts[&recipient.language];
                let message = send(&bot, ticker, &recipient, title, body).await;
                sqlx::query("insert into sent (carer_id, message_id) values ($1, $2)")
                    .bind(recipient.carer)
                    .bind(message)
                    .execute(&pool)
                    .await
                    .unwrap();
            }
        })
        .buffer_unordered(in_flight)
        .collect::<()>()
        .await;
}

/// Waits as long as Telegram says, and tries again.
async fn send(bot: &Bot, ticker: Ticker, to: &Recipient, title: &str, body: &str) -> i32 {
    let text = format!(
        "<b>{}</b>\nVoor {}, {}\n\n{body}",
        html::escape(title),
        html::escape(&to.child),
        html::escape(&to.location)
    );
    let keyboard = InlineKeyboardMarkup::new([[
        InlineKeyboardButton::callback("Ik begrijp het", format!("lu.1.{}", to.carer)),
        InlineKeyboardButton::callback("Leg het uit", format!("le.1.{}", to.carer)),
    ]]);
    let no_preview = LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    };
    loop {
        let request = bot
            .send_message(ChatId(to.chat), text.clone())
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview.clone())
            .reply_markup(keyboard.clone());
        match request.await {
            Ok(message) => return message.id.0,
            Err(RequestError::RetryAfter(wait)) => {
                ticker.until(ticker.elapsed() + wait.duration()).await;
            }
            Err(error) => panic!("{error}"),
        }
    }
}
