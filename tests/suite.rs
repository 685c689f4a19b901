//! Stories about parents, teachers and letters, on SQLite or, with `THUISPOST_TEST_DATABASE` set
//! to a `postgres://` URL, on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "what a test cannot prepare fails that test")]

mod suite {
    mod chat;
    mod check_ins;
    mod commands;
    pub mod database;
    mod letters;
    mod opening;
    pub mod participation;
    mod rights;
    mod roster;
    pub mod school;
}
