//! Meetings and talks as plain rows, and the way they get into a database.

use sqlx::AnyConnection;

use super::school::{School, run};

/// A kind of an organisation's own, or other defaults of a built-in one.
#[derive(Debug)]
pub struct OwnKind {
    pub organisation: i64,
    pub slug: &'static str,
    pub base: &'static str,
    pub target: Option<i64>,
}

#[derive(Debug)]
pub struct Meeting {
    pub id: i64,
    pub organisation: i64,
    pub kind: &'static str,
    pub base: &'static str,
    pub ve_only: bool,
    pub groups: Vec<i64>,
}

/// One time that a meeting takes place.
#[derive(Debug)]
pub struct Session {
    pub id: i64,
    pub meeting: i64,
    pub starts: i64,
    pub cancelled: bool,
    pub closed: bool,
}

#[derive(Debug)]
pub struct Rsvp {
    pub meeting: i64,
    pub carer: i64,
    pub answer: &'static str,
    pub interpreter: Option<&'static str>,
}

#[derive(Debug)]
pub struct Attendance {
    pub session: i64,
    pub family: i64,
    pub evidence: &'static str,
    pub interpreter: Option<bool>,
}

/// A talk about a child; children are numbered from 1.
#[derive(Debug)]
pub struct Talk {
    pub child: i64,
    pub round: Option<i64>,
    pub kind: &'static str,
    pub outcome: Option<&'static str>,
    pub held_on: Option<&'static str>,
    pub moment: Option<&'static str>,
    pub interpreter: Option<&'static str>,
    pub interpreter_there: Option<bool>,
}

/// Everything that was noted about meetings.
#[derive(Debug, Default)]
pub struct Meetings {
    pub kinds: Vec<OwnKind>,
    pub all: Vec<Meeting>,
    pub sessions: Vec<Session>,
    pub rsvps: Vec<Rsvp>,
    /// Meeting, family, state.
    pub seats: Vec<(i64, i64, &'static str)>,
    pub attendance: Vec<Attendance>,
    pub talks: Vec<Talk>,
}

/// From the one that refers to the one that is referred to.
pub const TABLES: [&str; 8] = [
    "attendance",
    "talks",
    "seats",
    "rsvps",
    "sessions",
    "meeting_groups",
    "meetings",
    "meeting_kinds",
];

/// So long each time lasts.
const HOUR: i64 = 3_600_000;

impl School {
    pub async fn insert_meetings(&self, write: &mut AnyConnection) {
        for it in &self.meetings.kinds {
            let sql = "insert into meeting_kinds (organisation_id, slug, base, target) values ($1, $2, $3, $4)";
            run(write, sql, |q| {
                q.bind(it.organisation).bind(it.slug).bind(it.base).bind(it.target)
            })
            .await;
        }
        for it in &self.meetings.all {
            let sql = "insert into meetings (id, organisation_id, location_id, kind, base, audience, created_at, created_by) \
                select $1, $2, min(id), $3, $4, $5, 0, '-' from locations where organisation_id = $2";
            let audience = if it.ve_only { "ve" } else { "all" };
            run(write, sql, |q| {
                q.bind(it.id).bind(it.organisation).bind(it.kind).bind(it.base).bind(audience)
            })
            .await;
            for group in &it.groups {
                let sql = "insert into meeting_groups (meeting_id, group_id) values ($1, $2)";
                run(write, sql, |q| q.bind(it.id).bind(*group)).await;
            }
        }
        for it in &self.meetings.sessions {
            let sql = "insert into sessions (id, meeting_id, number, day, starts_at, ends_at, cancelled_at, list_closed_at) \
                values ($1, $2, $1, $3, $4, $5, $6, $7)";
            let day = super::day_of(it.starts).to_string();
            run(write, sql, |q| {
                q.bind(it.id)
                    .bind(it.meeting)
                    .bind(day)
                    .bind(it.starts)
                    .bind(it.starts + HOUR)
                    .bind(it.cancelled.then_some(0_i64))
                    .bind(it.closed.then_some(0_i64))
            })
            .await;
        }
        self.insert_answers(write).await;
        self.insert_talks(write).await;
    }

    async fn insert_answers(&self, write: &mut AnyConnection) {
        for it in &self.meetings.rsvps {
            let sql = "insert into rsvps (meeting_id, carer_id, answer, interpreter, answered_at) values ($1, $2, $3, $4, 0)";
            run(write, sql, |q| {
                q.bind(it.meeting).bind(it.carer).bind(it.answer).bind(it.interpreter)
            })
            .await;
        }
        for &(meeting, family, state) in &self.meetings.seats {
            let sql =
                "insert into seats (meeting_id, family_id, state, since) values ($1, $2, $3, 0)";
            run(write, sql, |q| q.bind(meeting).bind(family).bind(state)).await;
        }
        for it in &self.meetings.attendance {
            let sql = "insert into attendance (session_id, family_id, evidence, interpreter_there, noted_at, noted_by) \
                values ($1, $2, $3, $4, 0, '-')";
            let there = it.interpreter.map(i64::from);
            run(write, sql, |q| q.bind(it.session).bind(it.family).bind(it.evidence).bind(there))
                .await;
        }
    }

    async fn insert_talks(&self, write: &mut AnyConnection) {
        for (id, it) in (1_i64..).zip(&self.meetings.talks) {
            let sql = "insert into talks (id, organisation_id, meeting_id, child_id, household, kind, outcome, held_on, moment, interpreter, interpreter_there) \
                select $1, families.organisation_id, $2, $3, $4, $5, $6, $7, $8, $9, $10 \
                from children join families on families.id = children.family_id where children.id = $3";
            run(write, sql, |q| {
                q.bind(id)
                    .bind(it.round)
                    .bind(it.child)
                    .bind(format!("household {id}"))
                    .bind(it.kind)
                    .bind(it.outcome)
                    .bind(it.held_on)
                    .bind(it.moment)
                    .bind(it.interpreter)
                    .bind(it.interpreter_there.map(i64::from))
            })
            .await;
        }
    }
}
