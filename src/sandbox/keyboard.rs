//! What Telegram checks of the buttons under a message.

use serde_json::{Map, Value};

use super::phone::Button;
use super::refusal::Refusal;

const MOST_DATA_BYTES: usize = 64;
const MOST_BUTTONS: usize = 100;
/// Everything a button can do; it has to do exactly one.
const ACTIONS: [&str; 10] = [
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
];
const LOOKS: [&str; 3] = ["text", "icon_custom_emoji_id", "style"];

/// An inline keyboard that Telegram takes.
#[derive(Default)]
pub(super) struct Keyboard {
    pub(super) markup: Option<Value>,
    pub(super) buttons: Vec<Vec<Button>>,
    /// Labels of a keyboard that stands under the chat from now on.
    pub(super) lasting: Vec<String>,
}

impl Keyboard {
    /// Checks `reply_markup`. Keyboards that are not inline are no part of a message.
    pub(super) fn read(markup: Option<Value>) -> Result<Self, Refusal> {
        let Some(markup) = markup else { return Ok(Self::default()) };
        let Some(rows) = markup.get("inline_keyboard") else {
            let others = ["keyboard", "remove_keyboard", "force_reply"];
            return match others.iter().any(|other| markup.get(other).is_some()) {
                true => Ok(Self { lasting: lasting(&markup), ..Self::default() }),
                false => Err(unreadable()),
            };
        };
        let rows = rows.as_array().ok_or_else(unreadable)?;
        let buttons = rows.iter().map(row).collect::<Result<Vec<_>, _>>()?;
        let buttons: Vec<_> = buttons.into_iter().filter(|row| !row.is_empty()).collect();
        if buttons.iter().map(Vec::len).sum::<usize>() > MOST_BUTTONS {
            return Err(Refusal::bad("reply markup is too long"));
        }
        let markup = (!buttons.is_empty()).then_some(markup);
        Ok(Self { markup, buttons, lasting: Vec::new() })
    }
}

fn lasting(markup: &Value) -> Vec<String> {
    let rows = markup["keyboard"].as_array().into_iter().flatten();
    let keys = rows.filter_map(Value::as_array).flatten();
    let label = |key: &Value| key.as_str().or_else(|| key["text"].as_str()).map(str::to_owned);
    keys.filter_map(label).collect()
}

fn unreadable() -> Refusal {
    Refusal::bad("can't parse reply keyboard markup JSON object")
}

fn unfit(why: &str) -> Refusal {
    Refusal::bad(format!("can't parse inline keyboard button: {why}"))
}

fn row(row: &Value) -> Result<Vec<Button>, Refusal> {
    row.as_array().ok_or_else(unreadable)?.iter().map(button).collect()
}

fn button(button: &Value) -> Result<Button, Refusal> {
    let fields = button.as_object().ok_or_else(unreadable)?;
    let known = |field: &str| ACTIONS.contains(&field) || LOOKS.contains(&field);
    if let Some(field) = fields.keys().find(|field| !known(field)) {
        return Err(unfit(&format!("unknown field \"{field}\"")));
    }
    let label = fields.get("text").ok_or_else(|| unfit("Can't find field \"text\""))?;
    let label = label.as_str().ok_or_else(|| unfit("Field \"text\" must be of type String"))?;
    if label.trim().is_empty() {
        return Err(unfit("Field \"text\" must be non-empty"));
    }
    let mut actions = ACTIONS.iter().filter(|action| fields.contains_key(**action));
    match (actions.next(), actions.next()) {
        (None, _) => Err(unfit("Text buttons are unallowed in the inline keyboard")),
        (Some(_), Some(_)) => Err(unfit("only one action is allowed")),
        (Some(_), None) => {
            Ok(Button { label: label.to_owned(), data: data(fields)?, url: url(fields)? })
        }
    }
}

fn data(fields: &Map<String, Value>) -> Result<Option<String>, Refusal> {
    let Some(data) = fields.get("callback_data") else { return Ok(None) };
    match data.as_str() {
        Some(data) if !data.is_empty() && data.len() <= MOST_DATA_BYTES => {
            Ok(Some(data.to_owned()))
        }
        _ => Err(Refusal::bad("BUTTON_DATA_INVALID")),
    }
}

/// The address that a button opens, its own or its web app's.
fn url(fields: &Map<String, Value>) -> Result<Option<String>, Refusal> {
    let (url, what, schemes): (_, _, &[&str]) = match (fields.get("url"), fields.get("web_app")) {
        (Some(url), _) => (url.as_str(), "URL", &["http", "https", "tg"]),
        (_, Some(app)) => (app["url"].as_str(), "Web App URL", &["https"]),
        _ => return Ok(None),
    };
    let url = url.unwrap_or_default();
    let wrong =
        |why| Refusal::bad(format!("inline keyboard button {what} '{url}' is invalid: {why}"));
    match url.split_once("://") {
        None => Err(wrong("Wrong HTTP URL")),
        Some((_, "")) => Err(wrong("URL host is empty")),
        Some((scheme, _)) if schemes.contains(&scheme.to_ascii_lowercase().as_str()) => {
            Ok(Some(url.to_owned()))
        }
        Some(("http", _)) => Err(wrong("Only HTTPS links are allowed")),
        Some(_) => Err(wrong("Unsupported URL protocol")),
    }
}
