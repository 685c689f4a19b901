//! The methods of the Bot API that are there, with every parameter that Bot API 10.1 gives them.
//!
//! A parameter that is in the table but has no visible effect here (such as `message_effect_id`)
//! is checked for its shape and otherwise ignored.

mod chats;
mod edits;
mod profile;
mod sends;
mod webhook;

use serde_json::Value;

use super::bot::BotId;
use super::parameters::Shape::{Chat, Degrees, File, Flag, Json, Number, Text};
use super::parameters::{Parameter, Parameters, may, must};
use super::refusal::Refusal;
use super::world::World;

pub(super) type Answer = Result<Value, Refusal>;

/// How a method is carried out.
pub(super) enum Act {
    /// At once.
    Now(fn(&mut World, BotId, &Parameters) -> Answer),
    /// By waiting for updates.
    Poll,
}

pub(super) struct Method {
    pub(super) name: &'static str,
    /// Whether it puts a message in a chat, which Telegram's speed limits are about.
    pub(super) sends: bool,
    pub(super) act: Act,
    pub(super) parameters: &'static [Parameter],
}

/// A method by its name in any case.
pub(super) fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name.eq_ignore_ascii_case(name))
}

type Now = fn(&mut World, BotId, &Parameters) -> Answer;

const fn plain(name: &'static str, act: Now, parameters: &'static [Parameter]) -> Method {
    Method { name, sends: false, act: Act::Now(act), parameters }
}

const fn sending(name: &'static str, act: Now, parameters: &'static [Parameter]) -> Method {
    Method { name, sends: true, act: Act::Now(act), parameters }
}

static METHODS: [Method; 22] = [
    plain("getMe", profile::get_me, &[]),
    Method { name: "getUpdates", sends: false, act: Act::Poll, parameters: GET_UPDATES },
    plain("getWebhookInfo", webhook::get_webhook_info, &[]),
    plain("setWebhook", webhook::set_webhook, SET_WEBHOOK),
    plain("deleteWebhook", webhook::delete_webhook, &[may("drop_pending_updates", Flag)]),
    sending("sendMessage", sends::send_message, SEND_MESSAGE),
    sending("sendPhoto", sends::send_photo, SEND_PHOTO),
    sending("sendVoice", sends::send_voice, SEND_VOICE),
    sending("sendDocument", sends::send_document, SEND_DOCUMENT),
    sending("sendVenue", sends::send_venue, SEND_VENUE),
    plain("getFile", sends::get_file, &[must("file_id", Text)]),
    sending("forwardMessage", sends::forward_message, FORWARD_MESSAGE),
    plain("sendChatAction", chats::send_chat_action, SEND_CHAT_ACTION),
    plain("editMessageText", edits::edit_message_text, EDIT_MESSAGE_TEXT),
    plain("editMessageCaption", edits::edit_message_caption, EDIT_MESSAGE_CAPTION),
    plain("editMessageReplyMarkup", edits::edit_message_reply_markup, EDIT_MESSAGE_REPLY_MARKUP),
    plain("answerCallbackQuery", chats::answer_callback_query, ANSWER_CALLBACK_QUERY),
    plain("leaveChat", chats::leave_chat, &[must("chat_id", Chat)]),
    plain("setMyCommands", profile::set_my_commands, SET_MY_COMMANDS),
    plain("getMyCommands", profile::get_my_commands, GET_MY_COMMANDS),
    plain("setMyDescription", profile::set_my_description, SET_MY_DESCRIPTION),
    plain("setMyShortDescription", profile::set_my_short_description, SET_MY_SHORT_DESCRIPTION),
];

const GET_UPDATES: &[Parameter] = &[
    may("offset", Number),
    may("limit", Number),
    may("timeout", Number),
    may("allowed_updates", Json),
];

const SET_WEBHOOK: &[Parameter] = &[
    must("url", Text),
    may("certificate", File),
    may("ip_address", Text),
    may("max_connections", Number),
    may("allowed_updates", Json),
    may("drop_pending_updates", Flag),
    may("secret_token", Text),
];

const SEND_MESSAGE: &[Parameter] = &[
    must("chat_id", Chat),
    must("text", Text),
    may("parse_mode", Text),
    may("entities", Json),
    may("link_preview_options", Json),
    may("reply_markup", Json),
    may("reply_parameters", Json),
    may("disable_notification", Flag),
    may("protect_content", Flag),
    may("allow_paid_broadcast", Flag),
    may("business_connection_id", Text),
    may("direct_messages_topic_id", Number),
    may("message_effect_id", Text),
    may("message_thread_id", Number),
    may("suggested_post_parameters", Json),
];

const SEND_PHOTO: &[Parameter] = &[
    must("chat_id", Chat),
    must("photo", File),
    may("caption", Text),
    may("parse_mode", Text),
    may("caption_entities", Json),
    may("show_caption_above_media", Flag),
    may("has_spoiler", Flag),
    may("reply_markup", Json),
    may("reply_parameters", Json),
    may("disable_notification", Flag),
    may("protect_content", Flag),
    may("allow_paid_broadcast", Flag),
    may("business_connection_id", Text),
    may("direct_messages_topic_id", Number),
    may("message_effect_id", Text),
    may("message_thread_id", Number),
    may("suggested_post_parameters", Json),
];

const SEND_VOICE: &[Parameter] = &[
    must("chat_id", Chat),
    must("voice", File),
    may("caption", Text),
    may("parse_mode", Text),
    may("caption_entities", Json),
    may("duration", Number),
    may("reply_markup", Json),
    may("reply_parameters", Json),
    may("disable_notification", Flag),
    may("protect_content", Flag),
    may("allow_paid_broadcast", Flag),
    may("business_connection_id", Text),
    may("direct_messages_topic_id", Number),
    may("message_effect_id", Text),
    may("message_thread_id", Number),
    may("suggested_post_parameters", Json),
];

const SEND_DOCUMENT: &[Parameter] = &[
    must("chat_id", Chat),
    must("document", File),
    may("thumbnail", File),
    may("caption", Text),
    may("parse_mode", Text),
    may("caption_entities", Json),
    may("disable_content_type_detection", Flag),
    may("reply_markup", Json),
    may("reply_parameters", Json),
    may("disable_notification", Flag),
    may("protect_content", Flag),
    may("allow_paid_broadcast", Flag),
    may("business_connection_id", Text),
    may("direct_messages_topic_id", Number),
    may("message_effect_id", Text),
    may("message_thread_id", Number),
    may("suggested_post_parameters", Json),
];

const SEND_VENUE: &[Parameter] = &[
    must("chat_id", Chat),
    must("latitude", Degrees),
    must("longitude", Degrees),
    must("title", Text),
    must("address", Text),
    may("foursquare_id", Text),
    may("foursquare_type", Text),
    may("google_place_id", Text),
    may("google_place_type", Text),
    may("reply_markup", Json),
    may("reply_parameters", Json),
    may("disable_notification", Flag),
    may("protect_content", Flag),
    may("allow_paid_broadcast", Flag),
    may("business_connection_id", Text),
    may("direct_messages_topic_id", Number),
    may("message_effect_id", Text),
    may("message_thread_id", Number),
    may("suggested_post_parameters", Json),
];

const FORWARD_MESSAGE: &[Parameter] = &[
    must("chat_id", Chat),
    must("from_chat_id", Chat),
    must("message_id", Number),
    may("disable_notification", Flag),
    may("protect_content", Flag),
    may("direct_messages_topic_id", Number),
    may("message_effect_id", Text),
    may("message_thread_id", Number),
    may("suggested_post_parameters", Json),
    may("video_start_timestamp", Number),
];

const SEND_CHAT_ACTION: &[Parameter] = &[
    must("chat_id", Chat),
    must("action", Text),
    may("business_connection_id", Text),
    may("message_thread_id", Number),
];

const EDIT_MESSAGE_TEXT: &[Parameter] = &[
    must("chat_id", Chat),
    must("message_id", Number),
    must("text", Text),
    may("parse_mode", Text),
    may("entities", Json),
    may("link_preview_options", Json),
    may("reply_markup", Json),
    may("business_connection_id", Text),
];

const EDIT_MESSAGE_CAPTION: &[Parameter] = &[
    must("chat_id", Chat),
    must("message_id", Number),
    may("caption", Text),
    may("parse_mode", Text),
    may("caption_entities", Json),
    may("show_caption_above_media", Flag),
    may("reply_markup", Json),
    may("business_connection_id", Text),
];

const EDIT_MESSAGE_REPLY_MARKUP: &[Parameter] = &[
    must("chat_id", Chat),
    must("message_id", Number),
    may("reply_markup", Json),
    may("business_connection_id", Text),
];

const ANSWER_CALLBACK_QUERY: &[Parameter] = &[
    must("callback_query_id", Text),
    may("text", Text),
    may("show_alert", Flag),
    may("url", Text),
    may("cache_time", Number),
];

const SET_MY_COMMANDS: &[Parameter] =
    &[must("commands", Json), may("scope", Json), may("language_code", Text)];

const GET_MY_COMMANDS: &[Parameter] = &[may("scope", Json), may("language_code", Text)];

const SET_MY_DESCRIPTION: &[Parameter] = &[may("description", Text), may("language_code", Text)];

const SET_MY_SHORT_DESCRIPTION: &[Parameter] =
    &[may("short_description", Text), may("language_code", Text)];
