//! A message as it will stand in a chat.

use serde::{Deserialize, Serialize};

use crate::language::Html;

/// One message: text or, with a picture, its caption; buttons under it; or a keyboard under the chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Telegram HTML.
    pub text: String,
    /// Rows of buttons under the message.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Vec<Button>>,
    /// Labels of the keyboard that stays under the chat from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keyboard: Vec<String>,
    /// Id of the picture above the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
}

/// A button and what pressing it tells us (at most 64 bytes).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What comes back when it is pressed.
    pub press: String,
}

impl Message {
    /// A message of text only.
    pub fn text(text: Html) -> Self {
        Self { text: text.into_string(), buttons: Vec::new(), keyboard: Vec::new(), picture: None }
    }

    /// The same message with a row of buttons more.
    #[must_use]
    pub fn row(mut self, buttons: impl IntoIterator<Item = Button>) -> Self {
        self.buttons.push(buttons.into_iter().collect());
        self
    }

    /// The same message with a lasting keyboard under the chat.
    #[must_use]
    pub fn with_keyboard(mut self, labels: impl IntoIterator<Item = String>) -> Self {
        self.keyboard = labels.into_iter().collect();
        self
    }
}

impl Button {
    /// A button.
    pub fn new(label: impl Into<String>, press: impl Into<String>) -> Self {
        Self { label: label.into(), press: press.into() }
    }
}
