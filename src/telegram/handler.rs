//! Applies stored updates, each exactly once: its effect, its answer and "done" are one transaction.

use std::sync::Arc;
use std::time::Duration;

use sqlx::AnyConnection;
use teloxide::prelude::Requester;
use teloxide::types::{CallbackQueryId, ChatId as TelegramChat, MessageId};
use tokio::sync::{Notify, Semaphore};
use tokio_util::sync::CancellationToken;

use super::api::Api;
use super::incoming::{self, Happened, Incoming};
use super::talk::{After, House, Talk};
use super::{queries, routes};
use crate::clock::Moment;
use crate::outbox::Rooms;
use crate::roster::{self, Organisation, OrganisationId};
use crate::settings::Settings;
use crate::store::{Result, Store};

/// Telegram keeps an update for a day; after a quiet week it may number anew.
const REPEATS_WITHIN: Duration = Duration::from_secs(8 * 24 * 3_600);
const KEEP_FAILURES: Duration = Duration::from_secs(7 * 24 * 3_600);
/// So many updates are read at a time.
const AT_ONCE: i64 = 200;
/// Looking for what another process stored.
const POLL: Duration = Duration::from_secs(1);
/// Acknowledgements under way at once; when Telegram is slow the rest is let go.
const ACKNOWLEDGEMENTS: usize = 32;

/// Applies the updates of one bot.
pub struct Handler {
    rooms: Rooms,
    house: House,
    organisation: Organisation,
    api: Api,
    stored: Arc<Notify>,
    queued: Arc<Notify>,
    acknowledgements: Arc<Semaphore>,
}

impl Handler {
    /// A handler; `stored` wakes it, and it wakes the outbox through `queued`.
    pub fn new(
        rooms: Rooms,
        settings: &Settings,
        organisation: Organisation,
        api: Api,
        stored: Arc<Notify>,
        queued: Arc<Notify>,
    ) -> Self {
        let house = House {
            quiet_hours: settings.quiet_hours,
            retention_months: settings.retention_months,
            theme: settings.theme,
        };
        let acknowledgements = Arc::new(Semaphore::new(ACKNOWLEDGEMENTS));
        Self { rooms, house, organisation, api, stored, queued, acknowledgements }
    }

    /// Applies updates until `stop` is cancelled.
    pub async fn run(self, stop: CancellationToken) {
        let mut told = false;
        while !stop.is_cancelled() {
            match self.apply_stored().await {
                Ok(0) => told = false,
                Ok(_) => continue,
                Err(error) => {
                    if !std::mem::replace(&mut told, true) {
                        tracing::warn!(%error, "updates cannot be applied; trying again");
                    }
                }
            }
            let until = self.rooms.ticker.elapsed() + POLL;
            tokio::select! {
                () = self.stored.notified() => {}
                () = self.rooms.ticker.until(until) => {}
                () = stop.cancelled() => return,
            }
        }
    }

    /// Applies what is stored now; returns how many updates there were.
    ///
    /// # Errors
    /// The database cannot be reached: the updates stay stored.
    pub async fn apply_stored(&self) -> Result<usize> {
        let stored = queries::stored_updates(
            &mut *self.rooms.store.read().await?,
            self.organisation.id,
            AT_ONCE,
        )
        .await?;
        for (update_id, raw) in &stored {
            if let Err(error) = self.apply(*update_id, raw).await {
                if error.is_passing() {
                    return Err(error);
                }
                // One update that we cannot apply must not hold up the others.
                tracing::error!(update_id, %error, "an update could not be applied");
                let mut write = self.rooms.store.write().await?;
                queries::failed(&mut write, self.organisation.id, *update_id, &error.to_string())
                    .await?;
                write.commit().await?;
            }
        }
        Ok(stored.len())
    }

    async fn apply(&self, update_id: i64, raw: &str) -> Result<()> {
        let happened = incoming::read(raw);
        let mut write = self.rooms.store.write().await?;
        if !queries::done(&mut write, self.organisation.id, update_id).await? {
            return Ok(());
        }
        let after = match &happened {
            Some(happened) => self.turn(&mut write, happened).await?,
            None => After::default(),
        };
        write.commit().await?;
        self.queued.notify_one();
        if let Some(happened) = happened {
            self.afterwards(happened, after);
        }
        Ok(())
    }

    async fn turn(&self, write: &mut AnyConnection, happened: &Happened) -> Result<After> {
        let carers = roster::carers_of_chat(write, self.organisation.id, happened.chat).await?;
        let staff = roster::staff_of_chat(write, self.organisation.id, happened.chat).await?;
        let mut talk = Talk {
            rooms: &self.rooms,
            house: self.house,
            organisation: &self.organisation,
            write,
            chat: happened.chat,
            app_language: happened.app_language,
            now: self.rooms.calendar.now(),
            carers,
            staff,
            after: After::default(),
        };
        routes::route(&mut talk, &happened.what).await?;
        Ok(talk.after)
    }

    /// Best effort, beside everything else: the press stops spinning, the chosen answer gets its mark.
    fn afterwards(&self, happened: Happened, after: After) {
        let Incoming::Pressed { query, .. } = happened.what else { return };
        let Ok(permit) = Arc::clone(&self.acknowledgements).try_acquire_owned() else { return };
        let bot = self.api.bot();
        tokio::spawn(async move {
            let mut answer = bot.answer_callback_query(CallbackQueryId(query));
            if !after.toast.is_empty() {
                answer.text = Some(after.toast);
            }
            if answer.await.is_err() {
                tracing::debug!("a press could not be acknowledged");
            }
            if let Some((message, keyboard)) = after.keyboard {
                let message = MessageId(i32::try_from(message).unwrap_or_default());
                let mut edit =
                    bot.edit_message_reply_markup(TelegramChat(happened.chat.raw()), message);
                edit.reply_markup = Some(keyboard);
                if edit.await.is_err() {
                    tracing::debug!("a chosen answer could not be marked");
                }
            }
            drop(permit);
        });
    }
}

/// How many updates are stored and not applied yet.
///
/// # Errors
/// The database cannot be reached.
pub async fn unapplied(read: &mut AnyConnection, organisation: OrganisationId) -> Result<i64> {
    queries::count_stored(read, organisation).await
}

/// The same, and since when the oldest of them has been waiting.
///
/// # Errors
/// The database cannot be reached.
pub async fn unapplied_since(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<(i64, Option<Moment>)> {
    let stored = queries::count_stored(read, organisation).await?;
    let oldest = queries::oldest_stored(read, organisation).await?;
    Ok((stored, oldest.map(Moment::from_millis)))
}

/// Forgets update numbers that Telegram cannot repeat any more, and bodies kept for mending.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn tidy_updates(store: &Store, now: Moment) -> Result<()> {
    let mut write = store.write().await?;
    queries::tidy(&mut write, now.before(REPEATS_WITHIN), now.before(KEEP_FAILURES)).await?;
    write.commit().await?;
    Ok(())
}

impl std::fmt::Debug for Handler {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let organisation: OrganisationId = self.organisation.id;
        write!(f, "Handler({organisation})")
    }
}
