//! Week by week: what each carer should have got of the theme, about which children, in which language
//! and at which level; nothing forgotten, and nothing that belongs to others.

use std::time::Duration;

use jiff::civil::Date;

use super::rules::monday_of;
use super::witness::{Post, Witness};
use super::{Difference, School};
use crate::app::demo::family::Act;
use crate::app::demo::post::Kind;
use crate::app::demo::sample::Row;
use crate::app::demo::theme::{self, BOOK_GROUP, BOOK_WEEK, COURSES, Course, WEEKS};
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::library::Level;
use crate::reply::Barrier;

const A_DAY: Duration = Duration::from_secs(24 * 3_600);

pub(super) fn missed(witness: &Witness, all: &[Witness], school: &School<'_>) -> Vec<Difference> {
    let Some(begins) = school.theme_begins else { return Vec::new() };
    let mut missed: Vec<String> = Vec::new();
    for week in 1..=WEEKS {
        let [why, activity, _, cheer] = theme::moments(begins, week);
        let first = if week == 1 { Kind::Letter } else { Kind::Why };
        let last = if week == WEEKS { Kind::Closing } else { Kind::Cheer };
        for (kind, local) in [(first, why), (Kind::Do, activity), (last, cheer)] {
            let at = Moment::of_local(local, &school.zone);
            if at <= school.now {
                missed.extend(slot(witness, all, school, (week, kind, at)));
            }
        }
        missed.extend(book(witness, school, (week, begins)));
    }
    missed.extend(check_ins(witness, school));
    missed.extend(twice(witness));
    missed.into_iter().map(|what| Difference(format!("{}: {what}", witness.who()))).collect()
}

/// The courses of this carer's children on a day, with those children, in the language they come in.
pub(super) fn courses(
    witness: &Witness,
    day: Date,
    school: &School<'_>,
) -> Vec<(Course, Vec<Row>, HomeLanguage)> {
    let today = day.to_string();
    let is_in = |course: &Course, row: &Row| {
        course.groups.contains(&row.group.as_str())
            && row.starts <= today
            && (row.leaves.is_empty() || row.leaves >= today)
    };
    let of = |course: Course| {
        let children: Vec<Row> =
            witness.children.iter().filter(|row| is_in(&course, row)).cloned().collect();
        let language = language_of(witness, course, school)?;
        (!children.is_empty()).then_some((course, children, language))
    };
    COURSES.into_iter().filter_map(of).collect()
}

/// In which language a carer gets a course; `None` when it waits for a translation.
fn language_of(witness: &Witness, course: Course, school: &School<'_>) -> Option<HomeLanguage> {
    let theme = school.programme.themes.iter().find(|it| it.slug == course.theme)?;
    let readable = [Some(witness.language), witness.second_language];
    let found = readable.into_iter().flatten().find(|it| theme.texts.contains_key(it));
    found.or(course.in_dutch.then_some(HomeLanguage::DUTCH))
}

fn slot(
    witness: &Witness,
    all: &[Witness],
    school: &School<'_>,
    (week, kind, at): (i64, Kind, Moment),
) -> Vec<String> {
    let this_week =
        |post: &&Post| post.kind == kind && monday_of(post.at, school) == monday_of(at, school);
    let got: Vec<&Post> = witness.posts.iter().filter(this_week).collect();
    let mut due = courses(witness, at.local(&school.zone).date(), school);
    let is_full = matches!(kind, Kind::Cheer | Kind::Closing)
        && witness.posts.iter().any(|post| {
            post.kind == Kind::Book && monday_of(post.at, school) == monday_of(at, school)
        });
    if !witness.is_there(at) || is_full {
        due.clear();
    }
    let wanted = usize::from(!due.is_empty());
    if got.len() != wanted {
        return vec![format!("{} messages {kind:?} in week {week}, {wanted} expected", got.len())];
    }
    let Some(post) = got.first() else { return Vec::new() };
    let mut wrong = Vec::new();
    let themes = due.iter().map(|(course, ..)| course.theme).collect();
    if post.themes() != themes {
        wrong.push(format!("{kind:?} of week {week} is about {:?}, not {themes:?}", post.themes()));
    }
    for (course, children, language) in &due {
        let subjects: Vec<_> = post.subjects.iter().filter(|it| it.theme == course.theme).collect();
        for child in children {
            if !subjects.iter().any(|subject| subject.names.contains(&child.child)) {
                wrong.push(format!("{kind:?} of week {week} does not name {}", child.child));
            }
            let wanted = (level_of(child, all, school, at), *language);
            let of_child = subjects.iter().find(|subject| subject.names.contains(&child.child));
            let shown = of_child.and_then(|subject| subject.steps);
            // What a message for two children has no room for stands behind "read more".
            let is_first =
                of_child.map(|it| &it.theme) == post.subjects.first().map(|it| &it.theme);
            let is_behind_more =
                shown.is_none() && of_child.is_some() && !is_first && post.has_more;
            if kind == Kind::Do && shown != Some(wanted) && !is_behind_more {
                wrong.push(format!("the activity of week {week} is {shown:?}, not {wanted:?}"));
            }
        }
    }
    wrong
}

/// At which level a child gets the activity of a moment: as its carers said before that week began.
fn level_of(child: &Row, all: &[Witness], school: &School<'_>, at: Moment) -> Level {
    let week = monday_of(at, school);
    let mut told: Vec<(Moment, Level)> = Vec::new();
    for carer in all.iter().filter(|it| it.family_name == child.family) {
        if !carer.children.iter().any(|row| row.child == child.child) {
            continue;
        }
        for did in &carer.acts {
            let Act::ToldBarrier(letter, barrier) = did.act else { continue };
            let post = carer
                .posts
                .iter()
                .find(|post| post.kind == Kind::Do && post.letter == Some(letter));
            let subjects = post.map(|post| post.subjects.as_slice()).unwrap_or_default();
            let shown = subjects.iter().find(|it| it.names.contains(&child.child));
            let Some((level, _)) = shown.and_then(|subject| subject.steps) else { continue };
            match barrier {
                Barrier::TooHard => told.push((did.at, level.lower())),
                Barrier::TooEasy => told.push((did.at, level.higher())),
                _ => {}
            }
        }
    }
    told.sort_by_key(|(at, _)| *at);
    // A week's activity is chosen when its first message leaves, on Tuesday at five.
    let [chosen, ..] = theme::moments(week, 1);
    let chosen = Moment::of_local(chosen, &school.zone);
    let before = told.iter().rev().find(|(at, _)| *at < chosen);
    before.map_or(Level::AsIs, |(_, level)| *level)
}

/// The picture book comes to the families of the group that read it, and to nobody else.
fn book(witness: &Witness, school: &School<'_>, (week, begins): (i64, Date)) -> Option<String> {
    let at = Moment::of_local(theme::monday_morning(begins, week), &school.zone);
    let this_week = |post: &&Post| {
        post.kind == Kind::Book && monday_of(post.at, school) == monday_of(at, school)
    };
    let got = witness.posts.iter().filter(this_week).count();
    let book = school.programme.books.iter().find(|it| it.slug == theme::BOOK)?;
    let day = at.local(&school.zone).date();
    let fits = |row: &&Row| {
        let born = format!("{}-01", row.born).parse::<Date>();
        let months = born.map_or(0, |born| {
            i64::from(day.year() - born.year()) * 12 + i64::from(day.month() - born.month())
        });
        let is_in = row.starts <= day.to_string() && row.leaves.is_empty();
        row.group == BOOK_GROUP && is_in && (book.months_from..book.months_to).contains(&months)
    };
    let has_text = book.texts.contains_key(&witness.language);
    let reads = week == BOOK_WEEK
        && at <= school.now
        && has_text
        && witness.is_there(at)
        && witness.children.iter().any(|row| fits(&row));
    (got != usize::from(reads)).then(|| format!("{got} picture books in week {week}"))
}

/// Who got an activity is asked the next day how it went.
fn check_ins(witness: &Witness, school: &School<'_>) -> Vec<String> {
    let mut missed = Vec::new();
    for activity in witness.posts.iter().filter(|post| post.kind == Kind::Do) {
        let asked_from = activity.at.after(A_DAY);
        let about = |post: &&Post| post.kind == Kind::CheckIn && post.letter == activity.letter;
        let asked: Vec<Moment> = witness.posts.iter().filter(about).map(|post| post.at).collect();
        let is_due = school.now >= asked_from.after(A_DAY);
        let in_time =
            asked.first().is_some_and(|at| *at >= asked_from && *at < asked_from.after(A_DAY));
        if is_due && witness.is_there(asked_from) && !in_time {
            missed.push(format!("not asked about the activity of {}", activity.at));
        }
        if asked.len() > 2 {
            missed.push(format!("asked {} times about one activity", asked.len()));
        }
    }
    missed
}

/// No child gets an activity a second time.
fn twice(witness: &Witness) -> Vec<String> {
    let mut had: Vec<(&str, &str, &str)> = Vec::new();
    let mut twice = Vec::new();
    for post in witness.posts.iter().filter(|post| post.kind == Kind::Do) {
        for subject in &post.subjects {
            let activity = subject.activity.as_deref().unwrap_or_default();
            for child in witness.children.iter().filter(|it| subject.names.contains(&it.child)) {
                let one = (child.child.as_str(), subject.theme.as_str(), activity);
                if had.contains(&one) {
                    twice.push(format!("{activity} a second time for {}", child.child));
                }
                had.push(one);
            }
        }
    }
    twice
}
