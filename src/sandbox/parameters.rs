//! What a request asked, whatever way it was encoded, and whether its method knows such questions.

use std::collections::BTreeMap;

use axum::body::Bytes;
use serde_json::{Map, Value};

use super::refusal::Refusal;

/// What a parameter has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Number,
    Degrees,
    Flag,
    Text,
    /// An object or a list, as JSON or as JSON in a string.
    Json,
    Chat,
    /// An upload, `attach://name` or a file id.
    File,
}

/// A parameter of a method.
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) required: bool,
}

pub(super) const fn must(name: &'static str, shape: Shape) -> Parameter {
    Parameter { name, shape, required: true }
}

pub(super) const fn may(name: &'static str, shape: Shape) -> Parameter {
    Parameter { name, shape, required: false }
}

/// A file that came with a request.
#[derive(Clone, Debug)]
pub(super) struct Upload {
    pub(super) name: String,
    /// What whoever sent it says that it is.
    pub(super) media_type: Option<String>,
    pub(super) bytes: Bytes,
}

/// The parameters of one request.
#[derive(Clone, Debug, Default)]
pub(super) struct Parameters {
    values: Map<String, Value>,
    files: BTreeMap<String, Upload>,
}

impl Parameters {
    /// A `null` is the same as nothing.
    pub(super) fn put(&mut self, name: String, value: Value) {
        if !value.is_null() {
            self.values.insert(name, value);
        }
    }

    pub(super) fn put_file(&mut self, name: String, file: Upload) {
        self.files.insert(name, file);
    }

    /// Holds the request against the table of its method.
    pub(super) fn check(&self, table: &[Parameter]) -> Result<(), Refusal> {
        let known = |name: &String| table.iter().any(|parameter| parameter.name == name);
        if let Some(name) = self.values.keys().find(|name| !known(name)) {
            return Err(Refusal::bad(format!("unknown parameter {name}")));
        }
        if let Some(name) = self.files.keys().find(|name| !known(name) && !self.attaches(name)) {
            return Err(Refusal::bad(format!("unknown parameter {name}")));
        }
        table.iter().try_for_each(|parameter| self.check_one(parameter))
    }

    fn attaches(&self, file: &str) -> bool {
        self.values.values().any(|value| {
            value.as_str().and_then(|value| value.strip_prefix("attach://")) == Some(file)
        })
    }

    fn check_one(&self, parameter: &Parameter) -> Result<(), Refusal> {
        let name = parameter.name;
        if !self.values.contains_key(name) && !self.files.contains_key(name) {
            return if parameter.required { Err(missing(name)) } else { Ok(()) };
        }
        let (fits, shape) = match parameter.shape {
            Shape::Number => (self.number(name).is_some(), "an Integer"),
            Shape::Degrees => (self.degrees(name).is_some(), "a Float"),
            Shape::Flag => (self.read_flag(name).is_some(), "a Boolean"),
            Shape::Text => (self.text(name).is_some(), "a String"),
            Shape::Json => (self.json(name).is_some(), "a JSON object"),
            Shape::Chat => (self.number(name).is_some() || self.text(name).is_some(), "a chat"),
            Shape::File => (true, ""),
        };
        match fits {
            true => Ok(()),
            false => Err(Refusal::bad(format!("parameter {name} must be {shape}"))),
        }
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name)?.as_str()
    }

    pub(super) fn number(&self, name: &str) -> Option<i64> {
        let value = self.values.get(name)?;
        value.as_i64().or_else(|| value.as_str()?.parse().ok())
    }

    pub(super) fn degrees(&self, name: &str) -> Option<f64> {
        let value = self.values.get(name)?;
        let degrees = value.as_f64().or_else(|| value.as_str()?.parse().ok())?;
        degrees.is_finite().then_some(degrees)
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.read_flag(name).unwrap_or(false)
    }

    fn read_flag(&self, name: &str) -> Option<bool> {
        match self.values.get(name)? {
            Value::Bool(flag) => Some(*flag),
            Value::String(word) => match word.to_ascii_lowercase().as_str() {
                "true" | "1" => Some(true),
                "false" | "0" | "" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn json(&self, name: &str) -> Option<Value> {
        let value = match self.values.get(name)? {
            Value::String(text) => serde_json::from_str(text).ok()?,
            value => value.clone(),
        };
        (value.is_object() || value.is_array()).then_some(value)
    }

    /// An upload, directly or through `attach://`.
    pub(super) fn file(&self, name: &str) -> Option<&Upload> {
        let attached = self.text(name).and_then(|value| value.strip_prefix("attach://"));
        self.files.get(attached.unwrap_or(name))
    }

    /// The chat that the request is about, if it is given as a number.
    pub(super) fn chat(&self) -> Option<i64> {
        self.number("chat_id")
    }
}

/// Telegram has its own words for some parameters that are not there.
fn missing(name: &str) -> Refusal {
    match name {
        "text" => Refusal::bad("message text is empty"),
        "chat_id" => Refusal::bad("chat_id is empty"),
        "photo" => Refusal::bad("there is no photo in the request"),
        "voice" => Refusal::bad("there is no voice in the request"),
        "document" => Refusal::bad("there is no document in the request"),
        "message_id" => Refusal::bad("message identifier is not specified"),
        _ => Refusal::bad(format!("parameter \"{name}\" is required")),
    }
}
