//! The whole routing of the chat, on one screen: which act of a carer goes to which conversation.

use super::incoming::Incoming;
use super::talk::Talk;
use super::{check_in, join, letter, meeting, menu, question, rights, talks, visitor, work};
use crate::language::HomeLanguage;
use crate::outbox::LetterPress;
use crate::roster;
use crate::store::Result;

pub(super) async fn route(talk: &mut Talk<'_>, what: &Incoming) -> Result<()> {
    match what {
        Incoming::Typed { text, message_id, reply_to } => {
            typed(talk, text.trim(), *message_id, *reply_to).await
        }
        Incoming::Pressed { data, message, .. } => pressed(talk, data, message.as_ref()).await,
        Incoming::InGroup => visitor::in_group(talk).await,
        Incoming::Blocked { why } => reachable(talk, Some(why)).await,
        Incoming::Unblocked => reachable(talk, None).await,
        Incoming::Nothing => Ok(()),
        Incoming::Photo | Incoming::Voice { .. } | Incoming::Sticker | Incoming::OtherMedia
            if work::is_on(talk).await? =>
        {
            work::media(talk, what).await
        }
        _ if talk.carers.is_empty() => work::or_stranger(talk).await,
        _ if !talk.is_active() => join::where_were_we(talk).await,
        Incoming::Edited { text, message_id } => {
            question::edited(talk, text.trim(), *message_id).await
        }
        Incoming::Photo => match check_in::shown(talk, "activity-thanks-photo").await? {
            true => Ok(()),
            false => question::photo(talk).await,
        },
        Incoming::Voice { message_id, .. } => {
            match check_in::shown(talk, "activity-thanks-voice").await? {
                true => Ok(()),
                false => question::voice(talk, *message_id).await,
            }
        }
        Incoming::Sticker => question::sticker(talk).await,
        Incoming::OtherMedia => question::other(talk).await,
    }
}

async fn typed(
    talk: &mut Talk<'_>,
    text: &str,
    message_id: i64,
    reply_to: Option<i64>,
) -> Result<()> {
    let command = text.split(['@', ' ']).next().unwrap_or_default().to_ascii_lowercase();
    if command == "/start" {
        return join::start(talk, text.split_whitespace().nth(1)).await;
    }
    if work::typed(talk, text, message_id, reply_to).await? {
        return Ok(());
    }
    if talk.carers.is_empty() {
        return visitor::stranger(talk).await;
    }
    if command == "/stop" || is_one_of(talk, text, "words-stop") {
        return rights::stop(talk).await;
    }
    if !talk.is_active() {
        return join::where_were_we(talk).await;
    }
    match command.as_str() {
        "/menu" => menu::show(talk).await,
        "/language" => menu::languages(talk).await,
        "/help" => menu::help(talk).await,
        _ if is_one_of(talk, text, "keyboard-language") => menu::languages(talk).await,
        _ if is_one_of(talk, text, "keyboard-menu") => menu::show(talk).await,
        _ if is_one_of(talk, text, "words-menu") => menu::show(talk).await,
        _ if is_one_of(talk, text, "words-help") => menu::help(talk).await,
        _ if is_one_of(talk, text, "words-resume") => menu::resume(talk).await,
        _ if command.starts_with('/') => menu::help(talk).await,
        _ if meeting::typed(talk, text, message_id).await? => Ok(()),
        _ if check_in::typed(talk, text).await? => Ok(()),
        _ => question::typed(talk, text, message_id).await,
    }
}

async fn pressed(
    talk: &mut Talk<'_>,
    data: &str,
    message: Option<&(i64, teloxide::types::InlineKeyboardMarkup)>,
) -> Result<()> {
    if let Some((press, letter, carer)) = LetterPress::parse(data) {
        return letter::pressed(talk, press, (letter, carer), data, message).await;
    }
    let mut fields = data.splitn(2, '.');
    match (fields.next().unwrap_or_default(), fields.next().unwrap_or_default()) {
        ("w", step) => work::pressed(talk, step, message).await,
        _ if talk.carers.is_empty() => {
            talk.toast("button-too-old");
            Ok(())
        }
        ("j", answer) => join::pressed(talk, answer).await,
        ("r", "yes") => rights::come_back(talk).await,
        _ if !talk.is_active() => join::where_were_we(talk).await,
        ("m", item) => menu::pressed(talk, item).await,
        ("l", tag) => menu::language_chosen(talk, tag).await,
        ("p", days) => menu::pause(talk, days).await,
        ("s", answer) => join::second_language(talk, answer).await,
        ("n", answer) => rights::not_me(talk, answer).await,
        ("d", answer) => rights::data(talk, answer).await,
        ("a" | "b", _) => check_in::pressed(talk, data, message).await,
        ("i", _) => meeting::pressed(talk, data, message).await,
        ("k", _) => talks::pressed(talk, data, message).await,
        _ => {
            talk.toast("button-too-old");
            Ok(())
        }
    }
}

async fn reachable(talk: &mut Talk<'_>, why_not: Option<&str>) -> Result<()> {
    roster::reachable(talk.write, talk.organisation.id, talk.chat, why_not, talk.now).await
}

/// Whether the whole text is one of the words of this kind, in any language the bot speaks.
pub(super) fn is_one_of(talk: &Talk<'_>, text: &str, id: &str) -> bool {
    let said = fold(text.trim_matches(|c: char| c.is_whitespace() || ".!?¡¿/،؟".contains(c)));
    let is_said = |word: &String| fold(word) == said;
    let speaks = |language: HomeLanguage| talk.phrases().words(language, id).iter().any(is_said);
    talk.phrases().languages().any(speaks)
}

/// Small letters, the Turkish i with and without its dot being one.
fn fold(text: &str) -> String {
    text.to_lowercase().replace('\u{307}', "").replace('ı', "i")
}
