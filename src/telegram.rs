//! The chat door: listens to Telegram, holds the conversations with carers, and carries the outbox's
//! messages. What joins rooms for one press is joined here; figures and schedules are not.

mod api;
mod body;
mod calendar;
mod carrier;
mod check_in;
mod commands;
mod direct;
mod handler;
mod incoming;
mod join;
mod letter;
mod link;
mod listener;
mod meeting;
mod menu;
mod probe;
mod queries;
mod question;
mod rights;
mod routes;
mod talk;
mod talks;
mod visitor;
mod webhook;
mod work;

pub use api::Api;
pub use carrier::TelegramCarrier;
pub use commands::{ask_username, known_username, set_commands, username_of};
pub use handler::{Handler, tidy_updates, unapplied, unapplied_since};
pub use link::Link;
pub use listener::Listener;
pub use probe::{NoProbe, Probe, WebhookSeen, probe};
pub use webhook::{WebhookKeeper, Webhooks};
