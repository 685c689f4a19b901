//! Random meetings and talks of the small organisations.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::histories::{carers_of, family_of, groups_of, index, moment, numbered, pick};
use super::meetings::{Attendance, Meeting, OwnKind, Rsvp, Session, Talk};
use super::school::{Delivery, Mailing, School};

/// Slug and base of the kinds that occur. The fathers' morning is of the organisation's own.
const KINDS: [(&str, &str); 6] = [
    ("theme-morning", "theme-morning"),
    ("coffee-morning", "coffee-morning"),
    ("play-in", "play-in"),
    ("play-group", "play-group"),
    ("fathers", "theme-morning"),
    ("ten-minute-talk", "ten-minute-talk"),
];
const MOMENTS: [&str; 6] = [
    "settling_in_toddler",
    "at_three",
    "transfer_toddler",
    "settling_in_kleuter",
    "at_five",
    "transfer_kleuter",
];

/// Months in which a child is born of whom a talk is due round the period.
pub fn born() -> impl Strategy<Value = Option<&'static str>> {
    let months = ["2023-10", "2022-11", "2022-10", "2022-08", "2021-10", "2021-11", "2020-11"];
    weighted(0.8, select(months.to_vec()))
}

fn interpreter() -> impl Strategy<Value = Option<&'static str>> {
    weighted(0.6, select(vec!["school", "school", "family"]))
}

pub fn with_meetings(school: impl Strategy<Value = School>) -> impl Strategy<Value = School> {
    let kinds = vec((index(), 0_usize..2, weighted(0.5, select(vec![30_i64, 75]))), 0..3);
    let meetings = vec(
        (index(), select(KINDS.to_vec()), proptest::bool::weighted(0.3), vec(index(), 0..3)),
        0..5,
    );
    let sessions = vec((index(), moment(), proptest::bool::weighted(0.1), any::<bool>()), 0..8);
    (school, kinds, meetings, sessions).prop_map(|(mut school, kinds, meetings, sessions)| {
        for &organisation in &school.organisations {
            let (slug, base) = ("fathers", "theme-morning");
            school.meetings.kinds.push(OwnKind { organisation, slug, base, target: None });
        }
        for (organisation, kind, target) in kinds {
            let organisation = *organisation.get(&school.organisations);
            let slug = ["coffee-morning", "fathers"][kind];
            let of = |it: &OwnKind| (it.organisation, it.slug) != (organisation, slug);
            school.meetings.kinds.retain(of);
            let base = ["coffee-morning", "theme-morning"][kind];
            school.meetings.kinds.push(OwnKind { organisation, slug, base, target });
        }
        for (organisation, (kind, base), ve_only, groups) in meetings {
            let organisation = *organisation.get(&school.organisations);
            if !school.locations.iter().any(|it| it.organisation == organisation) {
                continue;
            }
            let own = groups_of(&school, organisation);
            let mut groups: Vec<i64> = groups.iter().filter_map(|it| pick(*it, &own)).collect();
            groups.sort_unstable();
            groups.dedup();
            let id = numbered(school.meetings.all.len());
            school.meetings.all.push(Meeting { id, organisation, kind, base, ve_only, groups });
        }
        for (meeting, starts, cancelled, closed) in sessions {
            let Some(meeting) = some_meeting(&school, meeting) else { continue };
            let id = numbered(school.meetings.sessions.len());
            school.meetings.sessions.push(Session { id, meeting, starts, cancelled, closed });
        }
        school
    })
}

/// Invitations, answers, places, who came.
pub fn with_guests(school: impl Strategy<Value = School>) -> impl Strategy<Value = School> {
    let states = select(vec!["delivered", "delivered", "unreachable"]);
    let invitations = vec((index(), index(), states), 0..8);
    let answers = select(vec!["yes", "yes", "no", "maybe"]);
    let rsvps = vec((index(), index(), answers, interpreter()), 0..12);
    let seats = vec((index(), index(), select(vec!["taken", "waiting", "offered"])), 0..4);
    let evidence = select(vec!["seen", "said"]);
    let there = weighted(0.5, any::<bool>());
    let attendance = vec((index(), index(), evidence, there), 0..12);
    (school, invitations, rsvps, seats, attendance).prop_map(
        |(mut school, invitations, rsvps, seats, attendance)| {
            for (meeting, carer, state) in invitations {
                let Some((meeting, carer)) = some_guest(&school, meeting, carer) else { continue };
                let mailing = invitation(&mut school, meeting);
                let (part, reason, carried_by) = (0, None, None);
                school.deliveries.retain(|it| (it.mailing, it.carer) != (mailing, carer));
                school.deliveries.push(Delivery {
                    mailing,
                    carer,
                    part,
                    state,
                    reason,
                    carried_by,
                });
            }
            for (meeting, carer, answer, interpreter) in rsvps {
                let Some((meeting, carer)) = some_guest(&school, meeting, carer) else { continue };
                if !school
                    .meetings
                    .rsvps
                    .iter()
                    .any(|it| (it.meeting, it.carer) == (meeting, carer))
                {
                    school.meetings.rsvps.push(Rsvp { meeting, carer, answer, interpreter });
                }
            }
            for (meeting, carer, state) in seats {
                let Some((meeting, carer)) = some_guest(&school, meeting, carer) else { continue };
                let family = family_of(&school, carer);
                if !school.meetings.seats.iter().any(|it| (it.0, it.1) == (meeting, family)) {
                    school.meetings.seats.push((meeting, family, state));
                }
            }
            for (session, family, evidence, interpreter) in attendance {
                let Some((session, family)) = some_visit(&school, session, family) else {
                    continue;
                };
                let is_noted = |it: &Attendance| {
                    (it.session, it.family, it.evidence) == (session, family, evidence)
                };
                if !school.meetings.attendance.iter().any(is_noted) {
                    let interpreter = interpreter.filter(|_| evidence == "seen");
                    let it = Attendance { session, family, evidence, interpreter };
                    school.meetings.attendance.push(it);
                }
            }
            school
        },
    )
}

pub fn with_talks(school: impl Strategy<Value = School>) -> impl Strategy<Value = School> {
    let days = [
        "2026-05-31",
        "2026-06-30",
        "2026-07-01",
        "2026-09-30",
        "2026-10-11",
        "2026-10-31",
        "2026-11-30",
        "2026-12-20",
        "2027-02-28",
        "2027-03-01",
    ];
    let outcome = prop_oneof![
        6 => select(days.to_vec()).prop_map(|day| (Some("held"), Some(day))),
        1 => Just((Some("not_held"), None)),
        1 => Just((None, None)),
    ];
    let moment = weighted(0.3, select(MOMENTS.to_vec()));
    let kind = select(vec!["ten-minute-talk", "home-visit"]);
    let interpreter = (interpreter(), weighted(0.5, any::<bool>()));
    let talks = vec((index(), weighted(0.4, index()), kind, outcome, moment, interpreter), 0..8);
    (school, talks).prop_map(|(mut school, talks)| {
        for (child, round, kind, (outcome, held_on), moment, (interpreter, interpreter_there)) in
            talks
        {
            let children: Vec<i64> = (1..numbered(school.children.len())).collect();
            let Some(child) = pick(child, &children) else { continue };
            let round = round.and_then(|it| some_meeting(&school, it));
            school.meetings.talks.push(Talk {
                child,
                round,
                kind,
                outcome,
                held_on,
                moment,
                interpreter,
                interpreter_there,
            });
        }
        school
    })
}

fn some_meeting(school: &School, meeting: Index) -> Option<i64> {
    let all: Vec<i64> = school.meetings.all.iter().map(|it| it.id).collect();
    pick(meeting, &all)
}

/// A meeting and a carer of its organisation.
fn some_guest(school: &School, meeting: Index, carer: Index) -> Option<(i64, i64)> {
    let meeting = some_meeting(school, meeting)?;
    let organisation = organisation_of(school, meeting);
    Some((meeting, pick(carer, &carers_of(school, organisation))?))
}

/// A time of a meeting and a family of its organisation.
fn some_visit(school: &School, session: Index, family: Index) -> Option<(i64, i64)> {
    let all: Vec<(i64, i64)> =
        school.meetings.sessions.iter().map(|it| (it.id, it.meeting)).collect();
    let (session, meeting) = pick(session, &all)?;
    let organisation = organisation_of(school, meeting);
    let families = school.families.iter().filter(|it| it.organisation == organisation);
    let families: Vec<i64> = families.map(|it| it.id).collect();
    Some((session, pick(family, &families)?))
}

fn organisation_of(school: &School, meeting: i64) -> i64 {
    school.meetings.all.iter().find(|it| it.id == meeting).unwrap().organisation
}

/// The mailing that invites to a meeting.
pub fn invitation(school: &mut School, meeting: i64) -> i64 {
    if let Some(known) = school.mailings.iter().find(|it| it.meeting == Some(meeting)) {
        return known.id;
    }
    let about = school.meetings.all.iter().find(|it| it.id == meeting).unwrap();
    let id = numbered(school.mailings.len());
    school.mailings.push(Mailing {
        id,
        organisation: about.organisation,
        kind: "invitation",
        released: Some(0),
        groups: about.groups.clone(),
        run: None,
        week: 1,
        activity: None,
        meeting: Some(meeting),
    });
    id
}
