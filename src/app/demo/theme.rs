//! The theme of the story: four weeks of the starter programme, in two courses, each not written in one
//! language yet; and the moments of its weeks.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use super::DemoError;
use super::school::broken;
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::library::{self, ProgrammeFolder};
use crate::rhythm::{self, Audience, NewRun, Untranslated};
use crate::roster::{self, Organisation};
use crate::settings::ThemeRules;
use crate::store::Store;

/// How many weeks both themes run.
pub(super) const WEEKS: i64 = 4;
/// In this week a picture book is read in the group.
pub(super) const BOOK_WEEK: i64 = 3;
/// Some children of the group are too young for it.
pub(super) const BOOK: &str = "boxes";
/// The group that reads it.
pub(super) const BOOK_GROUP: &str = "Kikkers";

/// The language in which the educator records her theme letter.
pub(super) const SPOKEN: &str = "tr";
/// In this week she speaks to families at the door.
pub(super) const DOOR_WEEK: i64 = 4;
/// The child, with its group, whose family never answered, and does it as she sees.
pub(super) const SEEN: (&str, &str) = ("Chidi", "Vlinders");

/// A theme in some groups.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    pub theme: &'static str,
    pub groups: &'static [&'static str],
    /// The language in which it is not written yet.
    pub without: &'static str,
    /// Who reads that language gets it in Dutch; else it waits.
    pub in_dutch: bool,
}

/// Started by the educator on her phone; her groups wait for a translation.
pub(super) const AT_HOME: Course =
    Course { theme: "home", groups: &["Vlinders", "Kikkers"], without: "fr", in_dutch: false };
/// Started by the office for the other location, in Dutch where there is no translation.
pub(super) const OUTSIDE: Course =
    Course { theme: "outside", groups: &["Kleuters 1"], without: "so", in_dutch: true };
pub(super) const COURSES: [Course; 2] = [AT_HOME, OUTSIDE];

/// The starter programme, as far as it is translated in this story.
pub(super) fn programme() -> Result<ProgrammeFolder, DemoError> {
    let mut folder = library::starter().map_err(|_| broken("the starter programme"))?;
    for course in COURSES {
        let Some(without) = HomeLanguage::parse(course.without) else { continue };
        for theme in folder.themes.iter_mut().filter(|it| it.slug == course.theme) {
            theme.texts.remove(&without);
            theme.words.iter_mut().for_each(|word| drop(word.texts.remove(&without)));
        }
        for activity in folder.activities.iter_mut().filter(|it| it.theme == course.theme) {
            activity.texts.remove(&without);
        }
    }
    Ok(folder)
}

/// Starts a course as `thuispost theme start` does.
pub(super) async fn start(
    store: &Store,
    organisation: &Organisation,
    course: Course,
    (monday, rules): (Date, &ThemeRules),
    now: Moment,
) -> Result<(), DemoError> {
    let mut write = store.write().await?;
    let theme = library::theme_named(&mut write, organisation.id, course.theme).await;
    let theme = theme.map_err(|error| broken(&error.to_string()))?;
    let mut groups = Vec::new();
    for name in course.groups {
        let found = roster::find_group(&mut write, organisation.id, name).await;
        groups.extend(found.map(|group| group.id));
    }
    // A school of few families may not have the group.
    if groups.is_empty() {
        return Ok(());
    }
    let run = NewRun {
        theme: theme.id,
        groups,
        starts_on: monday,
        weeks: WEEKS,
        audience: Audience::All,
        missing: if course.in_dutch { Untranslated::Dutch } else { Untranslated::Hold },
        introduced_on: Some(now.local(&organisation.time_zone).date()),
    };
    let by = ("office", now);
    let started = rhythm::start(store, &mut write, organisation, &run, rules, by).await;
    started.map_err(|error| broken(&error.to_string()))?;
    write.commit().await.map_err(crate::store::Error::from)?;
    Ok(())
}

/// The Monday after this day.
pub(super) fn monday_after(day: Date) -> Date {
    let mut next = day.tomorrow().unwrap_or(day);
    while next.weekday() != jiff::civil::Weekday::Monday {
        next = next.tomorrow().unwrap_or(next);
    }
    next
}

/// The moments of a week that bring something: why, activity, "did it work?", cheer.
pub(super) fn moments(monday: Date, week: i64) -> [DateTime; 4] {
    let at = |offset: i64, hour, minute| {
        let day = monday.saturating_add((7 * (week - 1) + offset).days());
        day.to_datetime(Time::constant(hour, minute, 0, 0))
    };
    [at(1, 17, 0), at(3, 17, 0), at(4, 17, 10), at(5, 10, 10)]
}

/// Monday morning of a week.
pub(super) fn monday_morning(monday: Date, week: i64) -> DateTime {
    monday.saturating_add((7 * (week - 1)).days()).to_datetime(Time::constant(10, 0, 0, 0))
}
