//! Stories about parents, teachers and letters, on SQLite or, with `THUISPOST_TEST_DATABASE` set
//! to a `postgres://` URL, on PostgreSQL.

mod suite {
    pub mod database;
    pub mod participation;
}
