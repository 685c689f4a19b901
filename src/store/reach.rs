//! One plain try to reach a database. A pool tries again and again, and at its end knows only that
//! time is up; here the database's own words come back at once.

use sqlx::{AnyConnection, Connection};

use super::open::{dialect_of, sqlite_path};
use super::{Dialect, Result, Store};

impl Store {
    /// Whether something at this URL answers as a database. Makes nothing: a SQLite file that is
    /// not there yet passes.
    ///
    /// # Errors
    /// In the words of the database or the system: it does not.
    pub async fn reach(url: &str) -> Result<()> {
        sqlx::any::install_default_drivers();
        let (address, sql) = match dialect_of(url)? {
            Dialect::Postgres => (url.to_owned(), "select 1"),
            Dialect::Sqlite => {
                let path = sqlite_path(url);
                if !path.exists() {
                    return Ok(());
                }
                // Reads the head of the file, and its log.
                let address = format!("sqlite://{}?mode=rw", path.display());
                (address, "select count(*) from sqlite_schema")
            }
        };
        let mut connection = AnyConnection::connect(&address).await?;
        sqlx::query(sql).fetch_all(&mut connection).await?;
        connection.close().await?;
        Ok(())
    }
}
