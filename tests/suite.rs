//! Stories about parents, teachers and letters, on SQLite or, with `THUISPOST_TEST_DATABASE` set
//! to a `postgres://` URL, on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "what a test cannot prepare fails that test")]

mod suite {
    mod backup;
    mod borders;
    mod chat;
    mod check_ins;
    pub mod commands;
    mod crash;
    pub mod database;
    pub mod district;
    mod faults;
    mod follow_ups;
    mod instances;
    mod leases;
    mod letters;
    mod library;
    pub mod listening;
    pub mod meetings;
    mod metrics;
    mod opening;
    mod pace;
    pub mod parents;
    pub mod participation;
    mod power;
    mod rights;
    mod roster;
    pub mod school;
    mod secrets;
    pub mod serving;
    mod staff;
    mod story;
    pub mod themes;
    mod upgrade;
    mod webhook;

    #[expect(dead_code, reason = "the bench uses the rest of it")]
    #[path = "../../benches/delivery"]
    pub mod delivery {
        pub mod arguments;
        pub mod crowd;
        pub mod street;
    }
}
