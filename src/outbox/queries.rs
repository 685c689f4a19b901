//! The SQL of the outbox, by what it is for.

mod bot;
mod claiming;
mod fan_out;
mod lists;
mod rendering;
mod restored;
mod settling;

use sqlx::Any;
use sqlx::any::AnyArguments;
use sqlx::query::Query;

use super::DeliveryKey;

pub(super) use bot::{bot, clear_bot_trouble, pause_bot, stop_bot};
pub(super) use claiming::{
    Candidate, Due, NAME_SEPARATOR, candidates, mark_sending, turn_away, unclaim,
};
pub(super) use fan_out::{
    DueMailing, chunk_end, due_mailings, fan_out, insert_answer, is_for_more_than, release_paused,
    set_mailing_state, take_back, time_zone,
};
pub(super) use lists::{
    count_doubtful, count_waiting, counts, doubts, not_reached, oldest_at_the_front,
};
pub(super) use rendering::{
    TextRow, carried_along, file, forget_documents, forget_upload, keep_document, mailing,
    remember_upload, texts,
};
pub(super) use restored::{
    end_quiet, held_back, hold_restored, quiet_since, send_restored, set_quiet, withdraw_restored,
};
pub(super) use settling::{
    Arrived, Fate, insert_doubt, mark_delivered, mark_unreachable, move_chat, settle,
    skip_later_parts, stranded,
};

const KEY: [(&str, &str); 3] =
    [("mailing_id", "bigint"), ("carer_id", "bigint"), ("part", "bigint")];

/// Binds the key of a delivery as the first three values.
fn bind_key<'q>(
    query: Query<'q, Any, AnyArguments>,
    key: DeliveryKey,
) -> Query<'q, Any, AnyArguments> {
    query.bind(key.mailing).bind(key.carer.raw()).bind(key.part)
}
