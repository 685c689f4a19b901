//! A message as the Bot API reads it: written once, from borrowed words, straight into bytes.

use reqwest::multipart::{Form, Part};
use serde::Serialize;

use crate::outbox::{FileKind, Message, Outgoing};

#[derive(Serialize)]
struct TextBody<'a> {
    chat_id: i64,
    text: &'a str,
    parse_mode: &'static str,
    link_preview_options: NoPreview,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup<'a>>,
}

#[derive(Serialize)]
struct FileBody<'a> {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    voice: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a str>,
    caption: &'a str,
    parse_mode: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup<'a>>,
}

#[derive(Serialize)]
struct PinBody<'a> {
    chat_id: i64,
    latitude: f64,
    longitude: f64,
    title: &'a str,
    address: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup<'a>>,
}

#[derive(Serialize)]
struct NoPreview {
    is_disabled: bool,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Markup<'a> {
    Inline { inline_keyboard: Vec<Vec<Key<'a>>> },
    Lasting { keyboard: [Vec<Key<'a>>; 1], resize_keyboard: bool, is_persistent: bool },
}

#[derive(Serialize)]
struct Key<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    callback_data: Option<&'a str>,
}

pub(super) fn text_body(outgoing: &Outgoing) -> Vec<u8> {
    bytes(&TextBody {
        chat_id: outgoing.chat.raw(),
        text: &outgoing.message.text,
        parse_mode: "HTML",
        link_preview_options: NoPreview { is_disabled: true },
        reply_markup: markup(&outgoing.message),
    })
}

pub(super) fn file_body(outgoing: &Outgoing, kind: FileKind, file_id: &str) -> Vec<u8> {
    bytes(&FileBody {
        chat_id: outgoing.chat.raw(),
        photo: (kind == FileKind::Picture).then_some(file_id),
        voice: (kind == FileKind::Voice).then_some(file_id),
        document: (kind == FileKind::Document).then_some(file_id),
        caption: &outgoing.message.text,
        parse_mode: "HTML",
        reply_markup: markup(&outgoing.message),
    })
}

/// A place on the map; one that is no place is refused by the messenger, and staff see why.
pub(super) fn pin_body(outgoing: &Outgoing) -> Vec<u8> {
    let degrees = |text: Option<&String>| text.and_then(|it| it.parse().ok()).unwrap_or(f64::NAN);
    let pin = outgoing.message.pin.as_ref();
    bytes(&PinBody {
        chat_id: outgoing.chat.raw(),
        latitude: degrees(pin.map(|it| &it.latitude)),
        longitude: degrees(pin.map(|it| &it.longitude)),
        title: pin.map_or("", |it| &it.title),
        address: pin.map_or("", |it| &it.address),
        reply_markup: markup(&outgoing.message),
    })
}

fn bytes(body: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(2_048);
    // Text and numbers only: nothing that JSON cannot say.
    match serde_json::to_writer(&mut bytes, body) {
        Ok(()) => bytes,
        Err(_) => Vec::new(),
    }
}

pub(super) fn file_form(outgoing: &Outgoing, kind: FileKind, file: Part) -> Form {
    let name = match kind {
        FileKind::Picture => "photo",
        FileKind::Voice => "voice",
        FileKind::Document => "document",
    };
    let form = Form::new()
        .text("chat_id", outgoing.chat.raw().to_string())
        .text("caption", outgoing.message.text.clone())
        .text("parse_mode", "HTML")
        .part(name, file);
    match markup(&outgoing.message).and_then(|markup| serde_json::to_string(&markup).ok()) {
        Some(markup) => form.text("reply_markup", markup),
        None => form,
    }
}

/// Buttons under the message, else a keyboard under the chat, else nothing.
fn markup(message: &Message) -> Option<Markup<'_>> {
    if !message.buttons.is_empty() {
        let rows = message.buttons.iter().map(|row| {
            let keys = row.iter().map(|it| Key { text: &it.label, callback_data: Some(&it.press) });
            keys.collect()
        });
        return Some(Markup::Inline { inline_keyboard: rows.collect() });
    }
    if message.keyboard.is_empty() {
        return None;
    }
    let keys = message.keyboard.iter().map(|label| Key { text: label, callback_data: None });
    Some(Markup::Lasting { keyboard: [keys.collect()], resize_keyboard: true, is_persistent: true })
}
