//! Wiring: the service, made of the rooms; it decides nothing that a room could decide.

mod bot;
pub mod demo;
mod health;
mod log;
mod service;

pub use bot::{NoUsername, ask_username, username};
pub use health::is_ready;
pub use log::start_log;
pub use service::{ServeError, Service};
