//! All that stands in the database, sorted by whose it is. A table that nobody has sorted yet fails
//! the test that looks: whoever adds one says here how an organisation is known in it.

use std::collections::BTreeMap;

use sqlx::{AssertSqlSafe, Column, Row, ValueRef};
use thuispost::store::Store;

/// Which rows of each table are an organisation's; `$1` is its id.
const OWNED: [(&str, &str); 37] = [
    (
        "activities",
        "theme_id in (select t.id from themes t join programmes p on p.id = t.programme_id where p.organisation_id = $1)",
    ),
    (
        "activity_texts",
        "activity_id in (select a.id from activities a join themes t on t.id = a.theme_id join programmes p on p.id = t.programme_id where p.organisation_id = $1)",
    ),
    (
        "activity_words",
        "activity_id in (select a.id from activities a join themes t on t.id = a.theme_id join programmes p on p.id = t.programme_id where p.organisation_id = $1)",
    ),
    (
        "picture_book_releases",
        "group_id in (select g.id from groups g join locations l on l.id = g.location_id where l.organisation_id = $1)",
    ),
    (
        "picture_book_texts",
        "book_id in (select b.id from picture_books b join programmes p on p.id = b.programme_id where p.organisation_id = $1)",
    ),
    (
        "picture_book_words",
        "book_id in (select b.id from picture_books b join programmes p on p.id = b.programme_id where p.organisation_id = $1)",
    ),
    ("picture_books", "programme_id in (select id from programmes where organisation_id = $1)"),
    ("programmes", "organisation_id = $1"),
    (
        "theme_texts",
        "theme_id in (select t.id from themes t join programmes p on p.id = t.programme_id where p.organisation_id = $1)",
    ),
    (
        "theme_words",
        "theme_id in (select t.id from themes t join programmes p on p.id = t.programme_id where p.organisation_id = $1)",
    ),
    ("themes", "programme_id in (select id from programmes where organisation_id = $1)"),
    ("audit_log", "organisation_id = $1"),
    ("bots", "organisation_id = $1"),
    (
        "carer_children",
        "carer_id in (select c.id from carers c join families f on f.id = c.family_id where f.organisation_id = $1)",
    ),
    ("carers", "family_id in (select id from families where organisation_id = $1)"),
    ("chats", "organisation_id = $1"),
    ("check_ins", "mailing_id in (select id from mailings where organisation_id = $1)"),
    ("children", "family_id in (select id from families where organisation_id = $1)"),
    ("deliveries", "organisation_id = $1"),
    ("doubts", "organisation_id = $1"),
    ("erasures", "organisation_id = $1"),
    ("families", "organisation_id = $1"),
    ("groups", "location_id in (select id from locations where organisation_id = $1)"),
    ("handed_over", "mailing_id in (select id from mailings where organisation_id = $1)"),
    (
        "invites",
        "carer_id in (select c.id from carers c join families f on f.id = c.family_id where f.organisation_id = $1)",
    ),
    ("locations", "organisation_id = $1"),
    ("machine_voices", "organisation_id = $1"),
    ("mailing_groups", "mailing_id in (select id from mailings where organisation_id = $1)"),
    ("mailing_texts", "mailing_id in (select id from mailings where organisation_id = $1)"),
    ("mailings", "organisation_id = $1"),
    ("questions", "organisation_id = $1"),
    ("recordings", "organisation_id = $1"),
    ("understandings", "mailing_id in (select id from mailings where organisation_id = $1)"),
    ("updates", "organisation_id = $1"),
    ("uploads", "organisation_id = $1"),
    ("voice_failures", "organisation_id = $1"),
    ("voice_uploads", "organisation_id = $1"),
];

/// The same of themes that run, of what a person must look at, and of what was seen.
const OF_THEMES: [(&str, &str); 12] = [
    ("theme_runs", "organisation_id = $1"),
    ("theme_run_groups", "run_id in (select id from theme_runs where organisation_id = $1)"),
    ("run_slots", "run_id in (select id from theme_runs where organisation_id = $1)"),
    ("steps", "run_id in (select id from theme_runs where organisation_id = $1)"),
    (
        "child_levels",
        "child_id in (select ch.id from children ch join families f on f.id = ch.family_id where f.organisation_id = $1)",
    ),
    ("week_messages", "mailing_id in (select id from mailings where organisation_id = $1)"),
    ("bundles", "mailing_id in (select id from mailings where organisation_id = $1)"),
    ("closed_days", "organisation_id = $1"),
    ("materials_given", "family_id in (select id from families where organisation_id = $1)"),
    ("follow_ups", "organisation_id = $1"),
    ("follow_up_looks", "organisation_id = $1"),
    ("seen_by_staff", "family_id in (select id from families where organisation_id = $1)"),
];

/// The same of staff, their codes and what they did.
const OF_STAFF: [(&str, &str); 6] = [
    ("staff_acts", "staff_id in (select id from staff_members where organisation_id = $1)"),
    ("staff_codes", "staff_id in (select id from staff_members where organisation_id = $1)"),
    ("staff_groups", "staff_id in (select id from staff_members where organisation_id = $1)"),
    ("staff_locations", "staff_id in (select id from staff_members where organisation_id = $1)"),
    ("staff_members", "organisation_id = $1"),
    (
        "staff_question_messages",
        "staff_id in (select id from staff_members where organisation_id = $1)",
    ),
];

/// The same of meetings and talks.
const OF_MEETINGS: [(&str, &str); 17] = [
    ("meeting_kinds", "organisation_id = $1"),
    ("meeting_kind_names", "organisation_id = $1"),
    ("meetings", "organisation_id = $1"),
    ("meeting_groups", "meeting_id in (select id from meetings where organisation_id = $1)"),
    ("meeting_lines", "meeting_id in (select id from meetings where organisation_id = $1)"),
    ("sessions", "meeting_id in (select id from meetings where organisation_id = $1)"),
    ("rsvps", "meeting_id in (select id from meetings where organisation_id = $1)"),
    ("seats", "meeting_id in (select id from meetings where organisation_id = $1)"),
    ("talks", "organisation_id = $1"),
    ("slots", "meeting_id in (select id from meetings where organisation_id = $1)"),
    ("slots_asked", "talk_id in (select id from talks where organisation_id = $1)"),
    (
        "attendance",
        "session_id in (select s.id from sessions s join meetings m on m.id = s.meeting_id where m.organisation_id = $1)",
    ),
    (
        "session_codes",
        "session_id in (select s.id from sessions s join meetings m on m.id = s.meeting_id where m.organisation_id = $1)",
    ),
    ("calendars", "organisation_id = $1"),
    ("calendar_events", "calendar_id in (select id from calendars where organisation_id = $1)"),
    ("calendar_feeds", "organisation_id = $1"),
    ("document_uploads", "organisation_id = $1"),
];

/// Tables that are nobody's, and why they may be.
const NOBODYS: [(&str, &str); 5] = [
    ("documents", "bytes under their own hash; who was sent them stands in document_uploads"),
    ("leases", "which instance serves what; a bot by its number"),
    ("organisations", "every operator reads the list of organisations"),
    ("pictures", "bytes under their own hash; who uploaded them stands in uploads"),
    ("voices", "bytes under their own hash; whose they are stands in recordings"),
];

/// Rows by table, each as `column=value` text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows(BTreeMap<String, Vec<String>>);

impl Rows {
    /// Everything that is an organisation's.
    pub async fn of(store: &Store, organisation: i64) -> Self {
        let mut rows = BTreeMap::new();
        for (table, condition) in
            OWNED.into_iter().chain(OF_THEMES).chain(OF_STAFF).chain(OF_MEETINGS)
        {
            let sql = format!("select * from {table} where {condition}");
            rows.insert(table.to_owned(), read(store, &sql, Some(organisation)).await);
        }
        Self(rows)
    }

    /// Everything there is.
    pub async fn all(store: &Store) -> Self {
        let mut rows = BTreeMap::new();
        for table in tables(store).await {
            let sql = format!("select * from {table}");
            rows.insert(table, read(store, &sql, None).await);
        }
        Self(rows)
    }

    /// Everything that is not in the other, for a look at what is not an organisation's.
    pub fn without(mut self, other: &Self) -> Self {
        for (table, rows) in &mut self.0 {
            if let Some(others) = other.0.get(table) {
                rows.retain(|row| !others.contains(row));
            }
        }
        self
    }

    /// What stands here and not there, and the other way round, a line each.
    pub fn changes(&self, after: &Self) -> Vec<String> {
        let lines = |sign: char, some: &Self, others: &Self| -> Vec<String> {
            let left = some.clone().without(others).0;
            let line = |(table, rows): (String, Vec<String>)| {
                rows.into_iter().map(move |row| format!("{sign} {table}: {row}"))
            };
            left.into_iter().flat_map(line).collect()
        };
        [lines('-', self, after), lines('+', after, self)].concat()
    }

    /// Rows that hold one of these words.
    pub fn holding(&self, words: &[&str]) -> Vec<String> {
        let rows = self.0.iter().flat_map(|(table, rows)| rows.iter().map(move |row| (table, row)));
        let held = rows.filter(|(_, row)| super::holds(row, words));
        held.map(|(table, row)| format!("{table}: {row}")).collect()
    }

    /// Tables of which there is no row here.
    pub fn empty_tables(&self) -> Vec<&str> {
        let empty = self.0.iter().filter(|(_, rows)| rows.is_empty());
        empty.map(|(table, _)| table.as_str()).collect()
    }
}

async fn read(store: &Store, sql: &str, organisation: Option<i64>) -> Vec<String> {
    let mut query = sqlx::query(AssertSqlSafe(sql.to_owned()));
    if let Some(organisation) = organisation {
        query = query.bind(organisation);
    }
    let rows = query.fetch_all(&mut *store.read().await.unwrap()).await.unwrap();
    let mut rows: Vec<String> = rows.iter().map(told).collect();
    rows.sort();
    rows
}

fn told(row: &sqlx::any::AnyRow) -> String {
    let cell = |name: &str| {
        if row.try_get_raw(name).unwrap().is_null() {
            return format!("{name}=");
        }
        match row.try_get::<i64, _>(name) {
            Ok(number) => format!("{name}={number}"),
            Err(_) => format!("{name}={}", row.get::<String, _>(name)),
        }
    };
    row.columns().iter().map(|column| cell(column.name())).collect::<Vec<_>>().join(" ")
}

/// The tables of the schema, without the migrator's own.
async fn tables(store: &Store) -> Vec<String> {
    let sql = match store.dialect() {
        thuispost::store::Dialect::Sqlite => {
            "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
        }
        thuispost::store::Dialect::Postgres => {
            "select cast(table_name as text) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
        }
    };
    let found: Vec<String> =
        sqlx::query_scalar(sql).fetch_all(&mut *store.read().await.unwrap()).await.unwrap();
    found.into_iter().filter(|table| !table.starts_with("_sqlx")).collect()
}

#[tokio::test]
async fn of_every_table_it_is_known_whose_rows_they_are() {
    let database = crate::suite::database::TestDatabase::new().await;
    let sorted: Vec<&str> = OWNED
        .iter()
        .chain(&OF_THEMES)
        .chain(&OF_STAFF)
        .chain(&OF_MEETINGS)
        .chain(&NOBODYS)
        .map(|(table, _)| *table)
        .collect();
    let mut found = tables(&database.store).await;
    found.retain(|table| !sorted.contains(&table.as_str()));
    assert!(found.is_empty(), "say in {} whose rows these are: {found:?}", file!());
}
