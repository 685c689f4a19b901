//! One phone, read as its owner would read it.

use std::collections::BTreeSet;

use super::School;
use crate::app::demo::family::{Act, Carer, Did, Families};
use crate::app::demo::post::{Kind, letter_of, plain};
use crate::app::demo::sample::Row;
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::library::Level;
use crate::roster::FamilyId;
use crate::sandbox::{Bubble, PhoneId, Sandbox, Voice};

/// A carer, the phone, and what the carer did on it.
pub(super) struct Witness {
    pub phone: PhoneId,
    pub name: String,
    pub family: FamilyId,
    pub family_name: String,
    /// The language of the chat.
    pub language: HomeLanguage,
    /// The same, or that of the roster where the bot does not speak it.
    pub home_language: HomeLanguage,
    pub second_language: Option<HomeLanguage>,
    pub part: crate::app::demo::family::Part,
    /// The carer's own rows of the roster.
    pub children: Vec<Row>,
    pub acts: Vec<Did>,
    /// What came unasked, oldest first.
    pub posts: Vec<Post>,
    /// The words of everything that the bot wrote.
    pub texts: Vec<String>,
    /// The same as they stand on the phone, oldest first.
    pub bubbles: Vec<Bubble>,
    /// The voice notes that the bot sent.
    pub heard: Vec<Voice>,
}

/// A message that nobody asked for.
pub(super) struct Post {
    pub kind: Kind,
    pub at: Moment,
    /// The mailing that its buttons are about.
    pub letter: Option<i64>,
    /// Whether more of it stands behind a button.
    pub has_more: bool,
    pub text: String,
    /// The themes and activities that it tells of: two for children in different themes.
    pub subjects: Vec<Subject>,
}

/// What a message tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub theme: String,
    pub activity: Option<String>,
    /// The line under its title: whose it is.
    pub names: String,
    /// At which level and in which language its steps stand there.
    pub steps: Option<(Level, HomeLanguage)>,
}

impl Witness {
    pub(super) fn of(
        carer: &Carer,
        families: &Families,
        sandbox: &Sandbox,
        school: &School<'_>,
    ) -> Self {
        let invite = &carer.invite;
        let own = |row: &&Row| row.family == invite.family_name && row.carer == invite.carer_name;
        let children: Vec<Row> = school.rows.iter().filter(own).cloned().collect();
        let bubbles = sandbox.phone(carer.phone).messages;
        let by_bot = || bubbles.iter().filter(|it| it.from_bot);
        let second = children.iter().find_map(|row| HomeLanguage::parse(&row.second_language));
        let acts = families.did(carer.phone);
        let chosen = acts.iter().rev().find_map(|did| match did.act {
            Act::ChoseLanguage(language) => Some(language),
            _ => None,
        });
        let reads_it = acts.iter().any(|did| did.act == Act::ReadsSecondLanguage);
        let language = chosen.unwrap_or(invite.language);
        let is_spoken = school.phrases.speaks(invite.language);
        Self {
            phone: carer.phone,
            name: invite.carer_name.clone(),
            family: invite.family,
            family_name: invite.family_name.clone(),
            language,
            home_language: if is_spoken { language } else { invite.language },
            second_language: second.filter(|_| reads_it),
            part: carer.part,
            children,
            acts,
            posts: bubbles.iter().filter_map(|bubble| Post::of(bubble, school)).collect(),
            texts: by_bot().map(|it| plain(&it.text)).collect(),
            bubbles: by_bot().cloned().collect(),
            heard: by_bot().filter_map(|it| it.voice.clone()).collect(),
        }
    }

    pub(super) fn did(&self, act: Act) -> bool {
        self.acts.iter().any(|did| did.act == act)
    }

    /// Whether voice notes come without being asked for.
    pub(super) fn listens(&self) -> bool {
        self.children.iter().any(|row| ["voice", "both"].contains(&row.reading.as_str()))
    }

    /// Who it is, for a person who looks for the phone.
    pub(super) fn who(&self) -> String {
        format!("phone {} ({} of {})", self.phone, self.name, self.family_name)
    }

    /// When the carer stopped or blocked the bot.
    pub(super) fn left_at(&self) -> Option<Moment> {
        let left = self.acts.iter().filter(|did| matches!(did.act, Act::Stopped | Act::Blocked));
        left.map(|did| did.at).min()
    }

    /// From when to when the carer paused.
    pub(super) fn pauses(&self) -> impl Iterator<Item = (Moment, Moment)> + '_ {
        self.acts.iter().filter_map(|did| match did.act {
            Act::PausedUntil(until) => Some((did.at, until)),
            _ => None,
        })
    }

    /// Whether messages are welcome at this moment.
    pub(super) fn is_there(&self, at: Moment) -> bool {
        let joined = self.acts.iter().any(|did| did.act == Act::Joined && did.at < at);
        let left = self.left_at().is_some_and(|left| left <= at);
        joined && !left && !self.pauses().any(|(from, until)| from <= at && at < until)
    }
}

impl Post {
    fn of(bubble: &Bubble, school: &School<'_>) -> Option<Self> {
        let kind = Kind::of(bubble)?;
        let text = plain(&bubble.text);
        let subjects =
            if kind == Kind::CheckIn { Vec::new() } else { subjects(kind, &text, school) };
        let mut pressed = bubble.buttons.iter().flatten().filter_map(|it| it.data.as_deref());
        let has_more = pressed.any(|data| data.starts_with("lm."));
        Some(Self { kind, at: bubble.at, letter: letter_of(bubble), has_more, text, subjects })
    }

    /// The names of children stand in these lines.
    pub(super) fn name_lines(&self) -> Vec<&str> {
        let head = if self.kind == Kind::CheckIn { 0 } else { 1 };
        let mut lines: Vec<&str> = self.text.lines().nth(head).into_iter().collect();
        lines.extend(self.subjects.iter().map(|subject| subject.names.as_str()));
        lines
    }

    pub(super) fn themes(&self) -> BTreeSet<&str> {
        self.subjects.iter().map(|subject| subject.theme.as_str()).collect()
    }
}

/// Finds the titles of themes or activities that stand on a line of their own.
fn subjects(kind: Kind, text: &str, school: &School<'_>) -> Vec<Subject> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found: Vec<Subject> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let title =
            if place == 0 { line.split_once(' ').map_or("", |(_, title)| title) } else { line };
        let names = (*lines.get(place + 1).unwrap_or(&"")).to_owned();
        let subject = match kind {
            Kind::Letter | Kind::Closing => theme_titled(title, school),
            Kind::Why | Kind::Do | Kind::Cheer => activity_titled(title, text, school),
            Kind::Book | Kind::CheckIn => None,
        };
        let Some(subject) = subject else { continue };
        let is_known = |it: &Subject| it.theme == subject.theme && it.activity == subject.activity;
        if !found.iter().any(is_known) {
            found.push(Subject { names, ..subject });
        }
    }
    found
}

fn theme_titled(title: &str, school: &School<'_>) -> Option<Subject> {
    let has =
        |theme: &&crate::library::ThemeRecord| theme.texts.values().any(|it| it.title == title);
    let theme = school.programme.themes.iter().find(has)?;
    let (theme, names) = (theme.slug.clone(), String::new());
    Some(Subject { theme, activity: None, names, steps: None })
}

fn activity_titled(title: &str, text: &str, school: &School<'_>) -> Option<Subject> {
    let has =
        |it: &&crate::library::ActivityRecord| it.texts.values().any(|text| text.title == title);
    let activity = school.programme.activities.iter().find(has)?;
    let levels = [Level::AsIs, Level::Easier, Level::Harder];
    let shown = levels.into_iter().find_map(|level| {
        let mut texts = activity.texts.iter();
        let all = |steps: &[String]| steps.iter().all(|step| text.contains(step.as_str()));
        texts.find(|(_, it)| all(it.steps_at(level))).map(|(language, _)| (level, *language))
    });
    Some(Subject {
        theme: activity.theme.clone(),
        activity: Some(activity.slug.clone()),
        names: String::new(),
        steps: shown,
    })
}
