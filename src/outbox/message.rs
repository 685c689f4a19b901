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
    /// Id of the file that the text is about; alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// A place on the map instead of a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Pin>,
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
    /// A file to keep, such as a calendar entry.
    Document,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Degrees, as a decimal number.
    pub latitude: String,
    /// Degrees, as a decimal number.
    pub longitude: String,
    /// What it is called.
    pub title: String,
    /// Street and town.
    pub address: String,
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
            document: None,
            pin: None,
        }
    }

    /// The file that goes with it.
    pub fn file(&self) -> Option<FileKey> {
        let key = |kind, id: &String| FileKey { kind, id: id.clone() };
        let voice = self.voice.as_ref().map(|id| key(FileKind::Voice, id));
        let document = self.document.as_ref().map(|id| key(FileKind::Document, id));
        self.picture.as_ref().map(|id| key(FileKind::Picture, id)).or(voice).or(document)
    }

    /// A place on the map.
    pub fn pin(pin: Pin) -> Self {
        Self { pin: Some(pin), ..Self::text(Html::default()) }
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
