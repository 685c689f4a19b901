//! The lines of a check.

use serde_json::{Value, json};

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Ok,
    /// It works; a person should look.
    Look,
    /// It does not work, or will not keep what it promises.
    Wrong,
}

impl Level {
    const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Look => "look",
            Self::Wrong => "wrong",
        }
    }
}

#[derive(Debug)]
struct Finding {
    level: Level,
    what: String,
    text: String,
    mend: String,
}

/// All that was found so far.
#[derive(Debug, Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn ok(&mut self, what: &str, text: impl Into<String>) {
        self.add(Level::Ok, what, text.into(), "");
    }

    pub(super) fn look(&mut self, what: &str, text: impl Into<String>, mend: &str) {
        self.add(Level::Look, what, text.into(), mend);
    }

    pub(super) fn wrong(&mut self, what: &str, text: impl Into<String>, mend: &str) {
        self.add(Level::Wrong, what, text.into(), mend);
    }

    fn add(&mut self, level: Level, what: &str, text: String, mend: &str) {
        self.0.push(Finding { level, what: what.to_owned(), text, mend: mend.to_owned() });
    }

    pub(super) fn any_wrong(&self) -> bool {
        self.0.iter().any(|finding| finding.level == Level::Wrong)
    }

    /// One line each, and how to mend it below what is not well.
    pub(super) fn readable(&self) -> String {
        let lines = self.0.iter().map(|it| {
            let line = format!("{:<6} {}: {}", it.level.word(), it.what, it.text);
            if it.mend.is_empty() { line } else { format!("{line}\n         {}", it.mend) }
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    pub(super) fn json(&self) -> Value {
        let found = self.0.iter().map(|it| {
            json!({ "level": it.level.word(), "what": it.what, "text": it.text, "mend": it.mend })
        });
        json!({ "well": !self.any_wrong(), "findings": found.collect::<Vec<_>>() })
    }
}
