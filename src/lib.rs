//! Thuispost ("post for home"): letters, home activities and questions between pre-schools and the
//! parents of their children, each in their own language, over Telegram.
//!
//! The rooms, in the direction in which data flows; a room knows only rooms above it.
//!
//! - ground: [`clock`], [`language`], [`settings`], [`store`]
//! - [`roster`]: who is who
//! - [`library`]: programmes of home activities
//! - [`mailing`]: what is written to many
//! - [`outbox`]: every message on its way to one carer
//! - [`reply`]: facts that came back
//! - [`inbox`]: questions and answers
//! - [`rhythm`]: what goes out when
//! - [`participation`]: the figures
//! - [`privacy`]: what a person may ask of us
//! - doors: [`telegram`], [`cli`], [`sandbox`]
//! - wiring: [`app`]
//!
//! How one letter travels: staff write a folder, which [`mailing`] reads and keeps per language;
//! [`outbox`] makes a row for each carer, claims those that may leave, renders them and hands them
//! to [`telegram`]; a carer presses a button, the listener of [`telegram`] stores the update before
//! it confirms it, and its handler applies it once, so that [`reply`] keeps the answer and
//! [`rhythm`] knows what comes next; [`participation`] counts it: "14 of 23 families, 61 %".

pub mod app;
pub mod cli;
pub mod clock;
pub mod inbox;
pub mod language;
pub mod library;
pub mod mailing;
pub mod meeting;
pub mod outbox;
pub mod participation;
pub mod privacy;
pub mod reply;
pub mod rhythm;
pub mod roster;
pub mod sandbox;
pub mod settings;
pub mod store;
pub mod telegram;
