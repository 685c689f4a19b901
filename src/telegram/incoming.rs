//! What an update means to us. Everything that is not a carer's act becomes [`Incoming::Nothing`].

use teloxide::types::{
    CallbackQuery, ChatMemberKind, ChatMemberUpdated, InlineKeyboardMarkup, MediaKind, Message,
    MessageKind, Update, UpdateKind, User,
};

use crate::language::HomeLanguage;
use crate::roster::ChatId;

/// Something that happened in a chat.
pub(super) struct Happened {
    pub chat: ChatId,
    /// The language the app is set to, if it says so and we know it.
    pub app_language: Option<HomeLanguage>,
    pub what: Incoming,
}

/// What happened.
pub(super) enum Incoming {
    Typed { text: String, message_id: i64, reply_to: Option<i64> },
    Edited { text: String, message_id: i64 },
    Pressed { data: String, query: String, message: Option<(i64, InlineKeyboardMarkup)> },
    Photo,
    Voice { message_id: i64 },
    Sticker,
    OtherMedia,
    InGroup,
    Blocked { why: &'static str },
    Unblocked,
    Nothing,
}

/// Reads the text of an update. From text, never from a value: teloxide misreads the latter.
pub(super) fn read(raw: &str) -> Option<Happened> {
    let update: Update = serde_json::from_str(raw).ok()?;
    match update.kind {
        UpdateKind::Message(message) => Some(from_message(&message, false)),
        UpdateKind::EditedMessage(message) => Some(from_message(&message, true)),
        UpdateKind::CallbackQuery(query) => from_press(query),
        UpdateKind::MyChatMember(member) => Some(from_member(&member)),
        _ => None,
    }
}

fn from_message(message: &Message, edited: bool) -> Happened {
    let message_id = i64::from(message.id.0);
    let reply_to = message.reply_to_message().map(|answered| i64::from(answered.id.0));
    let what = match (&message.kind, message.chat.is_private()) {
        (MessageKind::Common(_), false) => Incoming::InGroup,
        (MessageKind::Common(common), true) => match (&common.media_kind, edited) {
            (MediaKind::Text(text), false) => {
                Incoming::Typed { text: text.text.clone(), message_id, reply_to }
            }
            (MediaKind::Text(text), true) => {
                Incoming::Edited { text: text.text.clone(), message_id }
            }
            (_, true) => Incoming::Nothing,
            // Words under a picture are words; the picture itself is not kept.
            (MediaKind::Photo(photo), _) => match photo.caption.clone() {
                Some(text) => Incoming::Typed { text, message_id, reply_to },
                None => Incoming::Photo,
            },
            (MediaKind::Voice(_) | MediaKind::Audio(_) | MediaKind::VideoNote(_), _) => {
                Incoming::Voice { message_id }
            }
            (MediaKind::Sticker(_) | MediaKind::Animation(_), _) => Incoming::Sticker,
            (MediaKind::Migration(_), _) => Incoming::Nothing,
            _ => Incoming::OtherMedia,
        },
        _ => Incoming::Nothing,
    };
    Happened {
        chat: ChatId::from_raw(message.chat.id.0),
        app_language: language_of(message.from.as_ref()),
        what,
    }
}

fn from_press(query: CallbackQuery) -> Option<Happened> {
    let app_language = language_of(Some(&query.from));
    let (chat, message) = match &query.message {
        Some(message) => {
            let id = i64::from(message.id().0);
            let keyboard = message.regular_message().and_then(Message::reply_markup).cloned();
            (message.chat().id.0, keyboard.map(|keyboard| (id, keyboard)))
        }
        None => (i64::try_from(query.from.id.0).ok()?, None),
    };
    let what =
        Incoming::Pressed { data: query.data.unwrap_or_default(), query: query.id.0, message };
    Some(Happened { chat: ChatId::from_raw(chat), app_language, what })
}

fn from_member(member: &ChatMemberUpdated) -> Happened {
    let what = match (&member.new_chat_member.kind, member.chat.is_private()) {
        (ChatMemberKind::Banned(_) | ChatMemberKind::Left, true) => {
            Incoming::Blocked { why: "blocked" }
        }
        (_, true) => Incoming::Unblocked,
        (ChatMemberKind::Banned(_) | ChatMemberKind::Left, false) => Incoming::Nothing,
        (_, false) => Incoming::InGroup,
    };
    Happened {
        chat: ChatId::from_raw(member.chat.id.0),
        app_language: language_of(Some(&member.from)),
        what,
    }
}

fn language_of(user: Option<&User>) -> Option<HomeLanguage> {
    user.and_then(|user| user.language_code.as_deref()).and_then(HomeLanguage::of_app)
}
