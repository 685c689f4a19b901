//! The SQL of pauses, carer by carer.

use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::roster::{CarerId, ChatId, OrganisationId, PauseOf};
use crate::store::Result;

pub(in crate::roster) async fn pauses(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<Vec<PauseOf>> {
    let rows: Vec<(i64, Option<i64>, Option<i64>)> = sqlx::query_as(
        "select id, paused_until, paused_at from carers
         where chat_id = $2 and stopped_at is null
           and family_id in (select id from families where organisation_id = $1) order by id",
    )
    .bind(organisation.raw())
    .bind(chat.raw())
    .fetch_all(read)
    .await?;
    let pause = |(carer, until, since): (i64, Option<i64>, Option<i64>)| PauseOf {
        carer: CarerId::from_raw(carer),
        until: until.map(Moment::from_millis),
        since: since.map(Moment::from_millis),
    };
    Ok(rows.into_iter().map(pause).collect())
}

pub(in crate::roster) async fn set_pause(write: &mut AnyConnection, pause: PauseOf) -> Result<()> {
    sqlx::query("update carers set paused_until = $2, paused_at = $3 where id = $1")
        .bind(pause.carer.raw())
        .bind(pause.until.map(Moment::millis))
        .bind(pause.since.map(Moment::millis))
        .execute(write)
        .await?;
    Ok(())
}
