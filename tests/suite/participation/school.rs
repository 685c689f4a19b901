//! What happened at some organisations, as plain rows, and the way they get into a database.

use sqlx::{AnyConnection, AssertSqlSafe};
use thuispost::store::Store;

use super::meetings::{self, Meetings};

#[derive(Debug)]
pub struct Location {
    pub id: i64,
    pub organisation: i64,
    pub name: &'static str,
}

#[derive(Debug)]
pub struct Group {
    pub id: i64,
    pub location: i64,
    pub name: &'static str,
}

#[derive(Debug)]
pub struct Family {
    pub id: i64,
    pub organisation: i64,
}

#[derive(Debug)]
pub struct Child {
    pub family: i64,
    pub group: i64,
    pub starts: Option<String>,
    pub leaves: Option<String>,
    pub ve: bool,
    /// YYYY-MM.
    pub born: Option<&'static str>,
}

#[derive(Debug, Default)]
pub struct Carer {
    pub id: i64,
    pub family: i64,
    pub language: &'static str,
    pub chat: Option<i64>,
    pub consented: Option<i64>,
    pub declined: Option<i64>,
    pub stopped: Option<i64>,
    pub confirmed: Option<i64>,
}

#[derive(Debug)]
pub struct Mailing {
    pub id: i64,
    pub organisation: i64,
    pub kind: &'static str,
    pub released: Option<i64>,
    pub groups: Vec<i64>,
    /// Of which run and week it is, and about which activity.
    pub run: Option<i64>,
    pub week: i64,
    pub activity: Option<i64>,
    /// To which it invites.
    pub meeting: Option<i64>,
}

/// A theme running in groups.
#[derive(Debug)]
pub struct Run {
    pub id: i64,
    pub theme: i64,
    pub ve_only: bool,
    pub groups: Vec<i64>,
}

/// Which activity a child gets in which week of a run; children are numbered from 1.
#[derive(Debug)]
pub struct Step {
    pub run: i64,
    pub week: i64,
    pub child: i64,
    pub activity: i64,
}

impl Mailing {
    pub fn label(&self) -> String {
        format!("letter {}", self.id)
    }
}

#[derive(Debug)]
pub struct Delivery {
    pub mailing: i64,
    pub carer: i64,
    pub part: i64,
    pub state: &'static str,
    pub reason: Option<&'static str>,
    pub carried_by: Option<i64>,
}

#[derive(Debug)]
pub struct Understanding {
    pub mailing: i64,
    pub carer: i64,
    pub answer: &'static str,
    pub at: i64,
}

#[derive(Debug)]
pub struct CheckIn {
    pub mailing: i64,
    pub carer: i64,
    pub answer: Option<&'static str>,
    pub at: Option<i64>,
}

#[derive(Debug)]
pub struct Question {
    pub carer: i64,
    pub mailing: Option<i64>,
    pub at: i64,
}

/// Everything that was noted. Ids are unique within each list.
#[derive(Debug, Default)]
pub struct School {
    pub organisations: Vec<i64>,
    pub locations: Vec<Location>,
    pub groups: Vec<Group>,
    pub families: Vec<Family>,
    pub children: Vec<Child>,
    pub carers: Vec<Carer>,
    pub mailings: Vec<Mailing>,
    pub deliveries: Vec<Delivery>,
    pub handed_over: Vec<(i64, i64)>,
    pub understandings: Vec<Understanding>,
    pub check_ins: Vec<CheckIn>,
    pub questions: Vec<Question>,
    /// Each with its organisation.
    pub programmes: Vec<(i64, i64)>,
    /// Each with its programme.
    pub themes: Vec<(i64, i64)>,
    /// Each with its theme.
    pub activities: Vec<(i64, i64)>,
    pub runs: Vec<Run>,
    pub steps: Vec<Step>,
    /// The mailing that carries, the carer, the mailing that is carried along.
    pub bundles: Vec<(i64, i64, i64)>,
    /// Activity, family, when.
    pub materials: Vec<(i64, i64, i64)>,
    /// Family, day, theme.
    pub seen: Vec<(i64, String, Option<i64>)>,
    pub meetings: Meetings,
}

/// From the one that refers to the one that is referred to.
const TABLES: [&str; 22] = [
    "seen_by_staff",
    "materials_given",
    "bundles",
    "steps",
    "theme_run_groups",
    "questions",
    "check_ins",
    "understandings",
    "handed_over",
    "deliveries",
    "mailing_groups",
    "mailings",
    "theme_runs",
    "activities",
    "themes",
    "programmes",
    "carers",
    "children",
    "families",
    "groups",
    "locations",
    "organisations",
];

impl School {
    /// Puts these rows in the place of all that is in the database.
    pub async fn replace(&self, store: &Store) {
        let mut write = store.write().await.unwrap();
        // An invitation refers to its meeting, and a meeting to its place.
        let (post, people) = TABLES.split_at(12);
        for table in post.iter().chain(&meetings::TABLES).chain(people) {
            let sql = format!("delete from {table}");
            sqlx::query(AssertSqlSafe(sql)).execute(&mut *write).await.unwrap();
        }
        self.insert_people(&mut write).await;
        self.insert_meetings(&mut write).await;
        self.insert_post(&mut write).await;
        self.insert_replies(&mut write).await;
        self.insert_activities(&mut write).await;
        write.commit().await.unwrap();
    }

    async fn insert_people(&self, write: &mut AnyConnection) {
        for id in &self.organisations {
            let sql = "insert into organisations (id, name, time_zone, language, token_env, created_at) \
                values ($1, $2, 'Europe/Amsterdam', 'nl', 'TOKEN', 0)";
            run(write, sql, |q| q.bind(*id).bind(format!("organisation {id}"))).await;
        }
        for it in &self.locations {
            let sql = "insert into locations (id, organisation_id, name) \
                values ($1, $2, $3)";
            run(write, sql, |q| q.bind(it.id).bind(it.organisation).bind(it.name)).await;
        }
        for it in &self.groups {
            let sql = "insert into groups (id, location_id, name) \
                values ($1, $2, $3)";
            run(write, sql, |q| q.bind(it.id).bind(it.location).bind(it.name)).await;
        }
        for it in &self.families {
            let sql = "insert into families (id, organisation_id, name) \
                values ($1, $2, $3)";
            run(write, sql, |q| {
                q.bind(it.id).bind(it.organisation).bind(format!("family {}", it.id))
            })
            .await;
        }
        for (id, it) in (1_i64..).zip(&self.children) {
            let sql = "insert into children (id, family_id, group_id, name, starts, leaves, ve, born) \
                values ($1, $2, $3, $4, $5, $6, $7, $8)";
            run(write, sql, |q| {
                q.bind(id)
                    .bind(it.family)
                    .bind(it.group)
                    .bind(format!("child {id}"))
                    .bind(it.starts.clone())
                    .bind(it.leaves.clone())
                    .bind(i64::from(it.ve))
                    .bind(it.born)
            })
            .await;
        }
        for it in &self.carers {
            let sql = "insert into carers (id, family_id, name, language, chat_id, \
                consented_at, declined_at, stopped_at, language_confirmed_at) \
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
            run(write, sql, |q| {
                q.bind(it.id)
                    .bind(it.family)
                    .bind(format!("carer {}", it.id))
                    .bind(it.language)
                    .bind(it.chat)
                    .bind(it.consented)
                    .bind(it.declined)
                    .bind(it.stopped)
                    .bind(it.confirmed)
            })
            .await;
        }
    }

    async fn insert_post(&self, write: &mut AnyConnection) {
        for it in &self.mailings {
            let sql = "insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at, released_at, created_at, run_id, week, activity_id, meeting_id) \
                values ($1, $2, $3, $4, $4, 'released', 'hold', 0, $5, 0, $6, $7, $8, $9)";
            run(write, sql, |q| {
                q.bind(it.id)
                    .bind(it.organisation)
                    .bind(it.kind)
                    .bind(it.label())
                    .bind(it.released)
                    .bind(it.run)
                    .bind(it.week)
                    .bind(it.activity)
                    .bind(it.meeting)
            })
            .await;
            for group in &it.groups {
                let sql = "insert into mailing_groups (mailing_id, group_id) \
                values ($1, $2)";
                run(write, sql, |q| q.bind(it.id).bind(*group)).await;
            }
        }
        for it in &self.deliveries {
            let sql = "insert into deliveries (mailing_id, carer_id, part, organisation_id, language, priority, state, reason, not_before, carried_by) \
                select $1, $2, $3, organisation_id, 'nl', 1, $4, $5, 0, $6 \
                from mailings where id = $1";
            run(write, sql, |q| {
                q.bind(it.mailing)
                    .bind(it.carer)
                    .bind(it.part)
                    .bind(it.state)
                    .bind(it.reason)
                    .bind(it.carried_by)
            })
            .await;
        }
        for (mailing, family) in &self.handed_over {
            let sql = "insert into handed_over (mailing_id, family_id, handed_over_at) \
                values ($1, $2, 0)";
            run(write, sql, |q| q.bind(*mailing).bind(*family)).await;
        }
    }

    async fn insert_replies(&self, write: &mut AnyConnection) {
        for it in &self.understandings {
            let sql = "insert into understandings (mailing_id, carer_id, answer, answered_at) \
                values ($1, $2, $3, $4)";
            run(write, sql, |q| q.bind(it.mailing).bind(it.carer).bind(it.answer).bind(it.at))
                .await;
        }
        for it in &self.check_ins {
            let sql = "insert into check_ins (mailing_id, carer_id, asked_at, closes_at, answer, answered_at) \
                values ($1, $2, 0, 0, $3, $4)";
            run(write, sql, |q| q.bind(it.mailing).bind(it.carer).bind(it.answer).bind(it.at))
                .await;
        }
        for (id, it) in (1_i64..).zip(&self.questions) {
            let sql = "insert into questions (id, organisation_id, carer_id, mailing_id, kind, body, asked_at) \
                select $1, families.organisation_id, $2, $3, 'text', '?', $4 \
                from carers join families on families.id = carers.family_id where carers.id = $2";
            run(write, sql, |q| q.bind(id).bind(it.carer).bind(it.mailing).bind(it.at)).await;
        }
    }
}

impl School {
    async fn insert_activities(&self, write: &mut AnyConnection) {
        for &(id, organisation) in &self.programmes {
            let sql = "insert into programmes (id, organisation_id, slug, name, publisher, rights, imported_at) \
                values ($1, $2, $3, $3, '-', '-', 0)";
            run(write, sql, |q| q.bind(id).bind(organisation).bind(format!("programme {id}")))
                .await;
        }
        for &(id, programme) in &self.themes {
            let sql = "insert into themes (id, programme_id, slug, position, weeks) \
                values ($1, $2, $3, 1, 4)";
            run(write, sql, |q| q.bind(id).bind(programme).bind(format!("theme {id}"))).await;
        }
        for &(id, theme) in &self.activities {
            let sql = "insert into activities (id, theme_id, slug, position, domain, months_from, months_to, minutes) \
                values ($1, $2, $3, 1, 'language', 24, 72, 5)";
            run(write, sql, |q| q.bind(id).bind(theme).bind(format!("activity {id}"))).await;
        }
        for it in &self.runs {
            let sql = "insert into theme_runs (id, organisation_id, theme_id, starts_on, weeks, audience, missing, created_at, created_by) \
                select $1, programmes.organisation_id, $2, '2026-10-01', 4, $3, 'hold', 0, '-' \
                from themes join programmes on programmes.id = themes.programme_id where themes.id = $2";
            let audience = if it.ve_only { "ve" } else { "all" };
            run(write, sql, |q| q.bind(it.id).bind(it.theme).bind(audience)).await;
            for group in &it.groups {
                let sql = "insert into theme_run_groups (run_id, group_id) values ($1, $2)";
                run(write, sql, |q| q.bind(it.id).bind(*group)).await;
            }
        }
        for it in &self.steps {
            let sql = "insert into steps (run_id, week, child_id, activity_id, level, decided_at) \
                values ($1, $2, $3, $4, 'as_is', 0)";
            run(write, sql, |q| q.bind(it.run).bind(it.week).bind(it.child).bind(it.activity))
                .await;
        }
        for &(mailing, carer, other) in &self.bundles {
            let sql = "insert into bundles (mailing_id, carer_id, other_id) values ($1, $2, $3)";
            run(write, sql, |q| q.bind(mailing).bind(carer).bind(other)).await;
        }
        for &(activity, family, at) in &self.materials {
            let sql = "insert into materials_given (activity_id, family_id, given_at) values ($1, $2, $3)";
            run(write, sql, |q| q.bind(activity).bind(family).bind(at)).await;
        }
        for (family, day, theme) in &self.seen {
            let sql = "insert into seen_by_staff (family_id, seen_on, theme_id, noted_at, noted_by) \
                values ($1, $2, $3, 0, '-')";
            run(write, sql, |q| q.bind(*family).bind(day.clone()).bind(*theme)).await;
        }
    }
}

type Statement = sqlx::query::Query<'static, sqlx::Any, sqlx::any::AnyArguments>;

pub async fn run(
    write: &mut AnyConnection,
    sql: &'static str,
    bind: impl FnOnce(Statement) -> Statement,
) {
    let done = bind(sqlx::query(sql)).execute(write).await.unwrap();
    assert_eq!(done.rows_affected(), 1, "{sql}");
}
