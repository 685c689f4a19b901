//! After a death: rows that were on their way are in doubt.

use sqlx::AnyConnection;

use super::queries;
use super::settle::{OnItsWay, doubt};
use super::state::DeliveryKey;
use crate::clock::Moment;
use crate::roster::{CarerId, ChatId, OrganisationId};
use crate::store::{Result, Store};

/// Takes every row that was on its way when the last service ended, lists it as doubtful and, the
/// first time, lets it go once more. Only the sole service may call this, before it sends anything.
/// Returns how many rows there were.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn rescue(store: &Store, organisation: OrganisationId, now: Moment) -> Result<usize> {
    let mut write = store.write().await?;
    let stranded = queries::stranded(&mut write, organisation).await?;
    for row in &stranded {
        let key = DeliveryKey {
            mailing: row.mailing_id,
            carer: CarerId::from_raw(row.carer_id),
            part: row.part,
        };
        let on_its_way = OnItsWay {
            key,
            chat: ChatId::from_raw(0),
            attempt: row.attempt_id.unwrap_or_default(),
            attempts_before: 0,
            doubts: row.doubts,
            file: None,
            sent_as: None,
        };
        doubt(&mut write, organisation, &on_its_way, "restart", now).await?;
    }
    write.commit().await?;
    if !stranded.is_empty() {
        tracing::warn!(
            rows = stranded.len(),
            "messages were on their way at the last end; see `letter doubtful`"
        );
    }
    Ok(stranded.len())
}

/// Forgets that the messenger did not accept the bot: the operator may have mended the token.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn forget_bot_trouble(
    write: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<()> {
    queries::stop_bot(write, organisation, None).await
}
