//! A message as it will stand in a chat.

use serde::{Deserialize, Serialize};

use crate::language::Html;

/// One message: text or, with a picture or a voice, its caption; buttons under it; or a keyboard under
/// the chat.
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
    /// Id of the voice note that the text is about; never together with a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<String>,
    /// The words say it all: whose phone takes no voice notes gets them alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub does_without_voice: bool,
}

/// What kind of file a message carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileKind {
    /// Shown above the text.
    Picture,
    /// A voice note.
    Voice,
}

/// A file that we keep, by kind and id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FileKey {
    /// What it is.
    pub kind: FileKind,
    /// Under which id it is kept.
    pub id: String,
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
        Self {
            text: text.into_string(),
            buttons: Vec::new(),
            keyboard: Vec::new(),
            does_without_voice: false,
            picture: None,
            voice: None,
        }
    }

    /// The file that goes with it.
    pub fn file(&self) -> Option<FileKey> {
        let key = |kind, id: &String| FileKey { kind, id: id.clone() };
        let voice = self.voice.as_ref().map(|id| key(FileKind::Voice, id));
        self.picture.as_ref().map(|id| key(FileKind::Picture, id)).or(voice)
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
