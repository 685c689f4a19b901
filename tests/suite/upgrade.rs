//! A database of an earlier version, with what a school has in it, is opened by this one and goes on.

use std::sync::Arc;

use jiff::civil::{date, datetime};
use sqlx::migrate::Migrator;
use sqlx::{AnyConnection, AssertSqlSafe, Column, Connection, Row, ValueRef};
use thuispost::mailing::{self, Missing};
use thuispost::participation::{self, By, Figure, Period, Record, Within};
use thuispost::roster::Role;
use thuispost::store::Store;

use super::database::{TestDatabase, new_url};
use super::school::School;
use super::themes::row;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// The tables of a version, each after those that it points to.
fn tables_of(version: i64) -> Vec<&'static str> {
    let has_themes = version >= 13;
    let first = ["organisations", "locations", "groups", "families", "children", "carers"];
    let then = ["carer_children", "invites", "pictures"];
    let themes = if has_themes { THEMES_AND_STAFF.as_slice() } else { &[] };
    let about_mailings = if has_themes { ABOUT_MAILINGS.as_slice() } else { &[] };
    [first.as_slice(), &then, themes, &MAILINGS, about_mailings].concat()
}

const THEMES_AND_STAFF: [&str; 26] = [
    "voices",
    "programmes",
    "themes",
    "theme_texts",
    "theme_words",
    "activities",
    "activity_words",
    "activity_texts",
    "picture_books",
    "picture_book_texts",
    "picture_book_words",
    "theme_runs",
    "theme_run_groups",
    "run_slots",
    "steps",
    "child_levels",
    "closed_days",
    "materials_given",
    "staff_members",
    "staff_groups",
    "staff_locations",
    "staff_codes",
    "staff_acts",
    "follow_ups",
    "follow_up_looks",
    "seen_by_staff",
];

const MAILINGS: [&str; 16] = [
    "mailings",
    "mailing_groups",
    "mailing_texts",
    "handed_over",
    "deliveries",
    "doubts",
    "bots",
    "uploads",
    "chats",
    "updates",
    "understandings",
    "check_ins",
    "questions",
    "erasures",
    "audit_log",
    "leases",
];

const ABOUT_MAILINGS: [&str; 8] = [
    "week_messages",
    "bundles",
    "picture_book_releases",
    "staff_question_messages",
    "recordings",
    "machine_voices",
    "voice_uploads",
    "voice_failures",
];

const DUTCH: &str = "# Brief\n\nZoek samen de beer.\n";
const ARABIC: &str = "# رسالة\n\nابحثوا معًا عن الدب.\n";
const BOTH: [(&str, &str); 2] = [("nl", DUTCH), ("ar", ARABIC)];

impl School {
    /// Two days with letters: read, asked about, answered; one carer pauses, one stops, one never came.
    async fn with_two_days_of_letters() -> Self {
        let rows = [
            row("G1", "Qamar", "Zubaida", "ar"),
            row("G2", "Daan", "Anna", "nl"),
            row("G3", "Bo", "Bram", "nl"),
            row("G4", "Noor", "Cor", "nl"),
            row("G5", "Liv", "Dirk", "nl"),
        ];
        let mut school = Self::opens(&rows.join("\n")).await;
        for carer in ["Zubaida", "Anna", "Bram", "Cor"] {
            school.joins(carer).await;
        }
        let folder = school.writes_letter("beer", "check_in = true", &BOTH);
        let beer = school.sends(&folder, &["Vlinders"], None).await.unwrap().letter.id;
        school.presses("Zubaida", "lu.").await;
        school.presses("Anna", "le.").await;
        school.types("Anna", "Wat is een beer?").await;
        let (family, now) = (school.family("G5").await, school.calendar.now());
        let mut write = school.store.write().await.unwrap();
        mailing::hand_over(&mut write, beer, family, now).await.unwrap();
        write.commit().await.unwrap();
        school.turns_to(datetime(2026, 11, 24, 9, 30, 0, 0)).await;
        school.presses("Zubaida", "cw.").await;
        school.presses("Anna", "cn.").await;
        school.presses("Anna", "a.tomorrow.").await;
        school.types("Bram", "/menu").await;
        school.presses("Bram", "m.pause").await;
        school.presses("Bram", "p.14").await;
        school.types("Cor", "stop").await;
        school.leaves_letters_on_their_way().await;
        school
    }

    /// A theme that is planned, somebody who works here, and a family to whom a person is to speak.
    async fn has_more_than_letters(&mut self) {
        self.has_theme("garden", &[("seeds", 0, 200)], &["nl"]).await;
        self.starts("garden", &["Vlinders"], date(2027, 3, 1), 2).await;
        self.employs("Eva", Role::Educator, &["Vlinders"]).await;
        self.does(
            "insert into follow_ups (id, organisation_id, family_id, carer_id, reason, opened_at)
             select 7, f.organisation_id, f.id, c.id, 'silent_weeks', 1 from families f
             join carers c on c.family_id = f.id where c.name = 'Anna'",
        )
        .await;
    }

    /// Held, doubtful, waiting, and to leave on another day.
    async fn leaves_letters_on_their_way(&mut self) {
        let folder = self.writes_letter("water", "", &[("nl", DUTCH)]);
        self.sends(&folder, &["Vlinders"], Some(Missing::Hold)).await.unwrap();
        let of_anna = "carer_id = (select id from carers where name = 'Anna')
            and mailing_id = (select id from mailings where label = 'water')";
        self.does(&format!(
            "insert into doubts (attempt_id, mailing_id, carer_id, part, organisation_id, cause, noted_at)
             select 1, mailing_id, carer_id, part, organisation_id, 'timeout', 1 from deliveries
             where part = 0 and {of_anna}"
        ))
        .await;
        self.does(&format!(
            "update deliveries set state = 'doubtful' where part = 0 and {of_anna}"
        ))
        .await;
        self.ends_service().await;
        let folder = self.writes_letter("groot", "", &BOTH);
        self.approves(&folder, &["Vlinders"], None).await.unwrap();
        let folder = self.writes_letter("later", "", &BOTH);
        self.plans(&folder, "Vlinders", datetime(2026, 11, 26, 10, 0, 0, 0)).await;
    }

    /// The same school in a database of this version of the schema, opened by this program. Returns that
    /// in which it was; the files of its service lie there.
    async fn moves_to_a_database_of(&mut self, version: i64) -> TestDatabase {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let url = new_url(&folder).await;
        let path = if url.starts_with("sqlite") { format!("{url}?mode=rwc") } else { url.clone() };
        let mut old = AnyConnection::connect(&path).await.unwrap();
        MIGRATIONS.run_to(version, &mut old).await.unwrap();
        let postgres = self.database.is_postgres();
        let mut tables = tables(&mut old, postgres).await;
        tables.sort();
        let mut known = tables_of(version);
        known.sort_unstable();
        assert_eq!(tables, known);
        let mut written = Vec::new();
        for table in tables_of(version) {
            let columns = columns(&mut old, postgres, table).await;
            let rows = rows(&mut self.store.read().await.unwrap(), table, &columns).await;
            if !rows.is_empty() {
                // In one statement: a check-in points to a letter of the same table.
                let lines: Vec<String> = rows.iter().map(|row| format!("({row})")).collect();
                let insert = format!("insert into {table} ({columns}) values {}", lines.join(", "));
                sqlx::query(AssertSqlSafe(insert)).execute(&mut old).await.unwrap();
            }
            written.push((table, columns, rows));
        }
        old.close().await.unwrap();

        let store = Store::open(&url).await.unwrap();
        for (table, columns, before) in written {
            let after = rows(&mut store.read().await.unwrap(), table, &columns).await;
            assert_eq!(after, before, "{table}");
        }
        self.store = store.clone();
        std::mem::replace(&mut self.database, TestDatabase { store, url, folder })
    }

    async fn all_records(&self) -> Vec<Record> {
        let zone = &self.organisation.time_zone;
        let now = self.calendar.now();
        let period = Period::school_year_of(now.local(zone).date());
        let bys = [By::All, By::Group, By::Language, By::Letter];
        let mut read = self.store.read().await.unwrap();
        let (id, whole) = (self.organisation.id, Within::Organisation);
        participation::report(&mut read, id, zone, (period, now), &bys, whole).await.unwrap()
    }

    async fn did_at_home(&self) -> u64 {
        let records = self.all_records().await.into_iter();
        let mut all = records.filter(|it| it.by == By::All && it.figure == Figure::DidAtHome);
        all.next().unwrap().count
    }
}

async fn tables(old: &mut AnyConnection, postgres: bool) -> Vec<String> {
    let sql = if postgres {
        "select cast(table_name as text) from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like '\\_sqlx%'"
    } else {
        "select name from sqlite_master where type = 'table' and name not like '\\_sqlx%' escape '\\'"
    };
    sqlx::query_scalar(sql).fetch_all(old).await.unwrap()
}

/// The columns that a table had, in an order of their own.
async fn columns(old: &mut AnyConnection, postgres: bool, table: &str) -> String {
    let sql = if postgres {
        format!(
            "select cast(column_name as text) from information_schema.columns
             where table_schema = 'public' and table_name = '{table}' order by 1"
        )
    } else {
        format!("select name from pragma_table_info('{table}') order by 1")
    };
    let names: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(old).await.unwrap();
    names.join(", ")
}

/// The rows of a table as they stand in an insert.
async fn rows(from: &mut AnyConnection, table: &str, columns: &str) -> Vec<String> {
    let sql = format!("select {columns} from {table} order by {columns}");
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(from).await.unwrap();
    let cell = |row: &sqlx::any::AnyRow, place: usize| {
        if row.try_get_raw(place).unwrap().is_null() {
            return "null".to_owned();
        }
        match row.try_get::<i64, _>(place) {
            Ok(number) => number.to_string(),
            Err(_) => format!("'{}'", row.get::<String, _>(place).replace('\'', "''")),
        }
    };
    let line = |row: &sqlx::any::AnyRow| {
        let cells = row.columns().iter().map(|column| cell(row, column.ordinal()));
        cells.collect::<Vec<_>>().join(", ")
    };
    rows.iter().map(line).collect()
}

async fn goes_on_from(version: i64) {
    let mut school = School::with_two_days_of_letters().await;
    if version >= 13 {
        school.has_more_than_letters().await;
    }
    let told = school.all_records().await;
    let _before = school.moves_to_a_database_of(version).await;
    assert_eq!(school.all_records().await, told, "the report says what it said");
    assert_eq!(school.did_at_home().await, 1, "Zubaida's answer counts");

    school.begins_service().await;
    school.settles().await;
    for (letter, carer, stands) in [
        ("groot", "Anna", "delivered"),
        ("groot", "Zubaida", "delivered"),
        ("groot", "Bram", "held paused"),
        ("groot", "Cor", "skipped stopped"),
        ("groot", "Dirk", "skipped not_connected"),
        ("water", "Anna", "doubtful"),
        ("water", "Zubaida", "held missing_language"),
        ("beer", "Anna", "delivered"),
    ] {
        assert_eq!(school.stands(letter, carer).await, stands, "{letter} {carer}");
    }
    let doubtful = school.staff_run(&["letter", "doubtful"]).await.well();
    assert!(doubtful.contains("water"), "{doubtful}");
    let asks = school.staff_run(&["questions", "list"]).await.well();
    assert!(asks.contains("Wat is een beer?"), "{asks}");

    school.turns_to(datetime(2026, 11, 25, 9, 30, 0, 0)).await;
    school.presses("Anna", "cw.").await;
    assert_eq!(school.did_at_home().await, 2, "asked again, Anna says that it worked");
    school.turns_to(datetime(2026, 11, 26, 10, 0, 0, 0)).await;
    assert_eq!(school.stands("later", "Anna").await, "delivered");
    school.types("Bram", "/menu").await;
    school.presses("Bram", "m.resume").await;
    school.turns_to(datetime(2026, 11, 26, 10, 30, 0, 0)).await;
    for letter in ["water", "groot", "later"] {
        assert_eq!(school.stands(letter, "Bram").await, "delivered", "the pause is over: {letter}");
        assert_eq!(school.stands(letter, "Cor").await, "skipped stopped");
    }

    school.has_theme("home", &[("socks", 0, 200)], &["nl", "ar"]).await;
    school.starts("home", &["Vlinders"], date(2026, 12, 14), 2).await;
    school.turns_to(datetime(2026, 12, 15, 17, 0, 0, 0)).await;
    assert_eq!(school.got("Zubaida").await, ["letter: delivered"]);
    assert_eq!(school.got("Bram").await, ["letter: delivered"]);
    assert_eq!(school.got("Cor").await, ["letter: skipped stopped"]);
}

#[tokio::test]
async fn a_school_of_the_first_release_goes_on_and_nothing_is_lost() {
    goes_on_from(7).await;
}

#[tokio::test]
async fn so_does_one_of_the_release_for_large_numbers() {
    goes_on_from(8).await;
}

#[tokio::test]
async fn and_one_of_the_release_before_meetings() {
    goes_on_from(13).await;
}
