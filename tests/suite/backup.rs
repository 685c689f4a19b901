//! The database is lost, and comes back from a file: what is in it, what must not be, and what
//! parents get before and after staff have looked.

mod drill;
mod mistakes;
mod running;

use std::path::{Path, PathBuf};

use sqlx::{AnyConnection, AssertSqlSafe, Connection, Row};
use thuispost::app::{self, Erasures, Restored};

use super::database::TestDatabase;
use super::school::School;

impl School {
    /// `thuispost backup`, beside whatever runs.
    async fn backs_up(&self, name: &str) -> PathBuf {
        let path = self.database.folder.path().join(name);
        let told = self.staff_run(&["backup", &path.display().to_string()]).await.well();
        assert!(told.contains("checked"), "{told}");
        path
    }

    /// `thuispost restore` on the school's day.
    async fn restores(
        &self,
        backup: &Path,
        into: &TestDatabase,
        erasures: Erasures<'_>,
    ) -> Restored {
        let now = self.calendar.now();
        app::restore(&self.settings, &into.store, backup, erasures, now).await.unwrap()
    }

    /// The school goes on with another database; the files beside the old one stay.
    fn moves_to(&mut self, database: TestDatabase) -> TestDatabase {
        self.store = database.store.clone();
        std::mem::replace(&mut self.database, database)
    }
}

/// New databases of the kind of this run, and a file where that is another kind.
async fn new_databases() -> Vec<TestDatabase> {
    let first = TestDatabase::new().await;
    if first.is_postgres() { vec![first, TestDatabase::in_a_file().await] } else { vec![first] }
}

/// The file itself, to look into.
async fn opened(file: &Path, mode: &str) -> AnyConnection {
    let url = format!("sqlite://{}?mode={mode}", file.display());
    AnyConnection::connect(&url).await.unwrap()
}

async fn counted(file: &mut AnyConnection, sql: &str) -> i64 {
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(file).await.unwrap()
}

async fn run_on(file: &mut AnyConnection, sql: &str) {
    sqlx::query(AssertSqlSafe(sql.to_owned())).execute(file).await.unwrap();
}

/// Rows of each table, by name.
async fn rows_of(file: &mut AnyConnection) -> Vec<(String, u64)> {
    let sql = "select name from sqlite_schema where type = 'table' and name not like '%sql%' order by name";
    let names = sqlx::query(sql).fetch_all(&mut *file).await.unwrap();
    let mut rows = Vec::new();
    for name in names {
        let name: String = name.get("name");
        let count = counted(file, &format!("select count(*) from {name}")).await;
        rows.push((name, count.unsigned_abs()));
    }
    rows
}
