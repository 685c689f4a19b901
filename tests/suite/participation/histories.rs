//! Random histories of one or two small organisations, crowded round the borders of a period.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::planned::{born, with_guests, with_meetings, with_talks};
use super::school::{
    Carer, CheckIn, Child, Delivery, Family, Group, Location, Mailing, Question, Run, School, Step,
    Understanding,
};

/// The clock goes back an hour in the night before the last day.
pub const FROM: &str = "2026-10-01";
pub const TO: &str = "2026-10-25";
/// 1 October, 00:00 in Amsterdam.
const BEGINS: i64 = 1_790_805_600_000;
/// 26 October, 00:00 in Amsterdam.
const ENDS: i64 = 1_792_969_200_000;

/// Which part of the organisation is asked about.
#[derive(Clone, Debug)]
pub enum Part {
    Everything,
    Location(Index),
    Group(Index),
}

/// What is asked: about whom, until which day, and when.
#[derive(Clone, Debug)]
pub struct Asked {
    pub part: Part,
    pub to: &'static str,
    pub now: i64,
}

pub fn histories() -> impl Strategy<Value = (School, Asked)> {
    let part = prop_oneof![
        2 => Just(Part::Everything),
        1 => index().prop_map(Part::Location),
        1 => index().prop_map(Part::Group),
    ];
    // Most talks are due on the last day of a month.
    let to = select(vec![TO, "2026-11-30"]);
    let months_later = ENDS + 150 * 86_400_000;
    let now = prop_oneof![
        1 => moment(),
        2 => select(vec![ENDS + 50 * 86_400_000, months_later]),
    ];
    let asked = (part, to, now).prop_map(|(part, to, now)| Asked { part, to, now });
    let written = with_bundles(with_replies(with_post(with_themes(with_families(houses())))));
    (with_talks(with_guests(with_meetings(written))), asked)
}

fn houses() -> impl Strategy<Value = School> {
    let groups = vec((index(), 0_usize..2, 0_usize..2), 1..6);
    (1_i64..=2, groups).prop_map(|(organisations, groups)| {
        let mut school =
            School { organisations: (1..=organisations).collect(), ..School::default() };
        for (organisation, location, name) in groups {
            let organisation = *organisation.get(&school.organisations);
            add_group(
                &mut school,
                organisation,
                ["North", "South"][location],
                ["Frogs", "Moles"][name],
            );
        }
        school
    })
}

fn add_group(school: &mut School, organisation: i64, at: &'static str, name: &'static str) {
    let next = numbered(school.locations.len());
    let known = school.locations.iter().find(|l| l.organisation == organisation && l.name == at);
    let location = known.map_or(next, |known| known.id);
    if location == next {
        school.locations.push(Location { id: next, organisation, name: at });
    }
    if !school.groups.iter().any(|g| g.location == location && g.name == name) {
        school.groups.push(Group { id: numbered(school.groups.len()), location, name });
    }
}

fn with_families(school: impl Strategy<Value = School>) -> impl Strategy<Value = School> {
    let families = vec(index(), 1..8);
    let children = vec((index(), index(), day(), day(), weighted(0.5, Just(())), born()), 0..12);
    let languages = select(vec!["nl", "tr", "ar"]);
    let moments = (weighted(0.8, moment()), weighted(0.2, moment()), weighted(0.3, moment()));
    let carers =
        vec((index(), languages, weighted(0.8, 1_i64..4), moments, weighted(0.7, moment())), 0..12);
    (school, families, children, carers).prop_map(|(mut school, families, children, carers)| {
        for organisation in families {
            let organisation = *organisation.get(&school.organisations);
            school.families.push(Family { id: numbered(school.families.len()), organisation });
        }
        for (family, group, starts, leaves, ve, born) in children {
            let family = family.get(&school.families);
            let groups = groups_of(&school, family.organisation);
            if !groups.is_empty() {
                let (family, group) = (family.id, *group.get(&groups));
                let ve = ve.is_some();
                school.children.push(Child { family, group, starts, leaves, ve, born });
            }
        }
        for (family, language, chat, (consented, declined, stopped), confirmed) in carers {
            let id = numbered(school.carers.len());
            let family = family.get(&school.families).id;
            school.carers.push(Carer {
                id,
                family,
                language,
                chat,
                consented,
                declined,
                stopped,
                confirmed,
            });
        }
        school
    })
}

fn with_post(school: impl Strategy<Value = School>) -> impl Strategy<Value = School> {
    let kinds = prop_oneof![
        6 => Just("letter"),
        1 => Just("newsletter"),
        1 => Just("check_in"),
        1 => select(vec!["why", "cheer", "closing", "book"]),
        6 => Just("do"),
    ];
    // Mostly in the period, or nothing else about the letter would matter.
    let release = prop_oneof![2 => Just(Some(BEGINS)), 2 => weighted(0.9, moment())];
    let about = (weighted(0.7, index()), 1_i64..3, weighted(0.7, index()));
    let mailings = vec((index(), kinds, release, vec(index(), 0..4), about), 0..6);
    let part = prop_oneof![4 => Just(0_i64), 1 => Just(1)];
    let deliveries = vec((index(), index(), part, outcome(), weighted(0.8, index())), 0..24);
    let papers = vec((index(), index()), 0..3);
    (school, mailings, deliveries, papers).prop_map(|(mut school, mailings, deliveries, papers)| {
        for (organisation, kind, released, groups, (run, week, activity)) in mailings {
            let id = numbered(school.mailings.len());
            let organisation = *organisation.get(&school.organisations);
            let own = groups_of(&school, organisation);
            let groups: BTreeSet<i64> =
                groups.into_iter().filter(|_| !own.is_empty()).map(|g| *g.get(&own)).collect();
            let run = run.and_then(|it| pick(it, &runs_of(&school, organisation)));
            let activity = activity.and_then(|it| pick(it, &activities_of(&school, organisation)));
            school.mailings.push(Mailing {
                id,
                organisation,
                kind,
                released,
                groups: groups.into_iter().collect(),
                run,
                week,
                activity,
                meeting: None,
            });
        }
        for (mailing, carer, part, (state, reason), carried_by) in deliveries {
            let Some((mailing, carers)) = addressed(&school, mailing) else { continue };
            let carer = *carer.get(&carers);
            let carried_by = carried_by.map(|other| *other.get(&carers));
            let key = (mailing, carer, part);
            if !school.deliveries.iter().any(|d| (d.mailing, d.carer, d.part) == key) {
                school.deliveries.push(Delivery {
                    mailing,
                    carer,
                    part,
                    state,
                    reason,
                    carried_by,
                });
            }
        }
        for (mailing, carer) in papers {
            let Some((mailing, carers)) = addressed(&school, mailing) else { continue };
            let paper = (mailing, family_of(&school, *carer.get(&carers)));
            if !school.handed_over.contains(&paper) {
                school.handed_over.push(paper);
            }
        }
        school
    })
}

fn with_replies(school: impl Strategy<Value = School>) -> impl Strategy<Value = School> {
    let said = vec((index(), index(), select(vec!["understood", "explain"]), moment()), 0..12);
    let answers = weighted(0.8, select(vec!["worked", "a_bit", "not_yet"]));
    let tried = vec((index(), index(), answers, moment()), 0..12);
    let asked = vec((index(), index(), proptest::bool::ANY, moment()), 0..4);
    (school, said, tried, asked).prop_map(|(mut school, said, tried, asked)| {
        for (mailing, carer, answer, at) in said {
            let Some((mailing, carers)) = addressed(&school, mailing) else { continue };
            let carer = *carer.get(&carers);
            if !school.understandings.iter().any(|u| (u.mailing, u.carer) == (mailing, carer)) {
                school.understandings.push(Understanding { mailing, carer, answer, at });
            }
        }
        for (mailing, carer, answer, at) in tried {
            let Some((mailing, carers)) = addressed(&school, mailing) else { continue };
            let carer = *carer.get(&carers);
            if !school.check_ins.iter().any(|c| (c.mailing, c.carer) == (mailing, carer)) {
                school.check_ins.push(CheckIn { mailing, carer, answer, at: answer.map(|_| at) });
            }
        }
        for (mailing, carer, about_it, at) in asked {
            let Some((mailing, carers)) = addressed(&school, mailing) else { continue };
            let mailing = about_it.then_some(mailing);
            school.questions.push(Question { carer: *carer.get(&carers), mailing, at });
        }
        school
    })
}

/// Programmes with themes and activities, running in groups; who gets what; materials; what staff saw.
#[expect(clippy::too_many_lines, reason = "one history, drawn in its order")]
fn with_themes(school: impl Strategy<Value = School>) -> impl Strategy<Value = School> {
    let programmes = vec((index(), vec(0_usize..3, 0..3)), 0..3);
    let runs = vec((index(), weighted(0.3, Just(())), vec(index(), 0..4)), 0..4);
    let steps = vec((index(), 1_i64..3, index(), index()), 0..16);
    let materials = vec((index(), index(), moment()), 0..4);
    let seen = vec((index(), day(), weighted(0.7, index())), 0..4);
    (school, programmes, runs, steps, materials, seen).prop_map(
        |(mut school, programmes, runs, steps, materials, seen)| {
            for (organisation, themes) in programmes {
                let organisation = *organisation.get(&school.organisations);
                let programme = numbered(school.programmes.len());
                school.programmes.push((programme, organisation));
                for activities in themes {
                    let theme = numbered(school.themes.len());
                    school.themes.push((theme, programme));
                    for _ in 0..activities {
                        school.activities.push((numbered(school.activities.len()), theme));
                    }
                }
            }
            for (theme, ve_only, groups) in runs {
                if school.themes.is_empty() {
                    continue;
                }
                let &(theme, programme) = theme.get(&school.themes);
                let own = groups_of(&school, organisation_of(&school, programme));
                let mut groups: Vec<i64> = groups.iter().filter_map(|it| pick(*it, &own)).collect();
                groups.sort_unstable();
                groups.dedup();
                let id = numbered(school.runs.len());
                school.runs.push(Run { id, theme, ve_only: ve_only.is_some(), groups });
            }
            for (run, week, child, activity) in steps {
                let children = numbered(school.children.len());
                if school.runs.is_empty() || school.activities.is_empty() || children == 1 {
                    continue;
                }
                let run = run.get(&school.runs).id;
                let child = *child.get(&(1..children).collect::<Vec<_>>());
                let activity = activity.get(&school.activities).0;
                if !school.steps.iter().any(|it| (it.run, it.week, it.child) == (run, week, child))
                {
                    school.steps.push(Step { run, week, child, activity });
                }
            }
            for (activity, family, at) in materials {
                let Some(activity) = pick(activity, &school.activities) else { continue };
                let family = family.get(&school.families).id;
                if !school.materials.iter().any(|it| (it.0, it.1) == (activity.0, family)) {
                    school.materials.push((activity.0, family, at));
                }
            }
            for (family, day, theme) in seen {
                let family = family.get(&school.families).id;
                let day = day.unwrap_or_else(|| FROM.to_owned());
                let theme = theme.and_then(|it| pick(it, &school.themes)).map(|it| it.0);
                if !school.seen.iter().any(|it| it.0 == family && it.1 == day) {
                    school.seen.push((family, day, theme));
                }
            }
            school
        },
    )
}

/// One message carries another along.
fn with_bundles(school: impl Strategy<Value = School>) -> impl Strategy<Value = School> {
    (school, vec((index(), index(), index()), 0..8)).prop_map(|(mut school, bundles)| {
        for (mailing, carer, other) in bundles {
            let Some((mailing, carers)) = addressed(&school, mailing) else { continue };
            let carer = *carer.get(&carers);
            let other = other.get(&school.mailings);
            let own = school.mailings.iter().find(|it| it.id == mailing).unwrap();
            let bundle = (mailing, carer, other.id);
            if other.organisation == own.organisation && !school.bundles.contains(&bundle) {
                school.bundles.push(bundle);
            }
        }
        school
    })
}

pub fn pick<T: Clone>(index: Index, from: &[T]) -> Option<T> {
    (!from.is_empty()).then(|| index.get(from).clone())
}

fn organisation_of(school: &School, programme: i64) -> i64 {
    school.programmes.iter().find(|it| it.0 == programme).unwrap().1
}

fn organisation_of_theme(school: &School, theme: i64) -> i64 {
    organisation_of(school, school.themes.iter().find(|it| it.0 == theme).unwrap().1)
}

fn runs_of(school: &School, organisation: i64) -> Vec<i64> {
    let all = school.runs.iter();
    let own = all.filter(|run| organisation_of_theme(school, run.theme) == organisation);
    own.map(|run| run.id).collect()
}

fn activities_of(school: &School, organisation: i64) -> Vec<i64> {
    let all = school.activities.iter();
    let own = all.filter(|it| organisation_of_theme(school, it.1) == organisation);
    own.map(|it| it.0).collect()
}

pub fn index() -> impl Strategy<Value = Index> {
    any::<Index>()
}

/// Mostly inside the period, often at its very borders.
pub fn moment() -> impl Strategy<Value = i64> {
    select(vec![BEGINS - 1, BEGINS, BEGINS + 86_400_000, ENDS - 1, ENDS])
}

fn day() -> impl Strategy<Value = Option<String>> {
    let days = ["2026-09-30", FROM, "2026-10-11", TO, "2026-10-26"];
    weighted(0.3, select(days.map(str::to_owned).to_vec()))
}

/// State and reason of a delivery. Few are delivered, so that a family often hangs on one row.
fn outcome() -> impl Strategy<Value = (&'static str, Option<&'static str>)> {
    let rare = vec![
        ("waiting", None),
        ("sending", None),
        ("unreachable", None),
        ("refused", None),
        ("doubtful", None),
        ("withdrawn", Some("cancelled")),
    ];
    prop_oneof![
        2 => Just(("delivered", None)),
        3 => Just(("skipped", Some("shared_chat"))),
        2 => Just(("skipped", Some("stopped"))),
        2 => Just(("held", Some("shared_chat"))),
        1 => select(rare),
    ]
}

/// A mailing with the carers of its organisation, if there are both.
fn addressed(school: &School, mailing: Index) -> Option<(i64, Vec<i64>)> {
    if school.mailings.is_empty() {
        return None;
    }
    let mailing = mailing.get(&school.mailings);
    let carers = carers_of(school, mailing.organisation);
    (!carers.is_empty()).then_some((mailing.id, carers))
}

pub fn carers_of(school: &School, organisation: i64) -> Vec<i64> {
    let owner = |family: i64| {
        school.families.iter().find(|f| f.id == family).map(|found| found.organisation)
    };
    let carers = school.carers.iter().filter(|it| owner(it.family) == Some(organisation));
    carers.map(|carer| carer.id).collect()
}

pub fn family_of(school: &School, carer: i64) -> i64 {
    school.carers.iter().find(|it| it.id == carer).unwrap().family
}

pub fn groups_of(school: &School, organisation: i64) -> Vec<i64> {
    let owner = |location: i64| {
        school.locations.iter().find(|l| l.id == location).map(|found| found.organisation)
    };
    let groups = school.groups.iter().filter(|group| owner(group.location) == Some(organisation));
    groups.map(|group| group.id).collect()
}

/// The id of the next row of a list.
pub fn numbered(rows: usize) -> i64 {
    i64::try_from(rows).unwrap() + 1
}
