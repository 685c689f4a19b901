//! Wiring: the service, made of the rooms; it decides nothing that a room could decide.

mod board;
mod bot;
pub mod demo;
mod duties;
mod feeds;
mod health;
mod log;
mod metrics;
mod restore;
mod schedule;
mod service;
mod serving;

pub use crate::telegram::{NoProbe, Probe, WebhookSeen, probe};
pub use bot::{NoUsername, ask_username, entrance, username};
pub use health::is_ready;
pub use log::start_log;
pub use restore::{Erasures, RestoreError, Restored, restore};
pub use service::{ServeError, Service};
