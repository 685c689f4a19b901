//! Voice notes of a slot or a book, for carers who listen, and what is read aloud of themes to come.

use sqlx::AnyConnection;

use super::fan_out::{Chunk, bound, target};
use crate::clock::Moment;
use crate::roster::OrganisationId;
use crate::store::Result;

/// Whether an organisation has any voice at all: most have none, and need no second look at a chunk.
pub(in crate::rhythm) async fn has_any(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select case when exists (select 1 from recordings where organisation_id = $1)
                 then cast(1 as bigint) else cast(0 as bigint) end",
    );
    let found: i64 = query.bind(organisation.raw()).fetch_one(read).await?;
    Ok(found == 1)
}

/// A row more for each carer of the chunk who listens and gets a text that has a voice; and one for each voice
/// of what a message of theirs carries along, whose part is the number of the mailing that is carried.
pub(in crate::rhythm) async fn fan_out(
    write: &mut AnyConnection,
    chunk: &Chunk<'_>,
) -> Result<u64> {
    let sql = format!(
        "insert into deliveries
             (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, not_before)
         with {}, listening as materialized (
             select t.carer_id, t.mailing_id from target t cross join carers c
             where c.id = t.carer_id and c.reading <> 'text'
         ), spoken as (
             select l.carer_id, l.mailing_id, x.part, x.language
             from listening l cross join mailing_texts x
             where x.mailing_id = l.mailing_id and x.kind = 'voice' and x.voice_id is not null
             union
             select b.carer_id, b.mailing_id, b.other_id, x.language
             from listening l cross join week_messages wm cross join bundles b cross join mailing_texts x
             where wm.carer_id = l.carer_id and wm.week = $7 and wm.kind = $3
               and b.mailing_id = wm.mailing_id and b.carer_id = wm.carer_id
               and x.mailing_id = b.other_id and x.kind = 'voice' and x.voice_id is not null
         )
         select d.mailing_id, d.carer_id, s.part, d.organisation_id, d.chat_id, d.language, d.priority,
             'waiting', d.not_before
         from spoken s cross join deliveries d
         where d.mailing_id = s.mailing_id and d.carer_id = s.carer_id and d.part = 0 and d.state || '' = 'waiting'
           and d.language = s.language
         on conflict (mailing_id, carer_id, part) do nothing",
        target(chunk.audience)
    );
    Ok(bound(sql, chunk).bind(chunk.monday).execute(write).await?.rows_affected())
}

/// Themes whose next message leaves before `until`, where the machine may speak.
pub(in crate::rhythm) async fn themes_soon(
    read: &mut AnyConnection,
    until: Moment,
) -> Result<Vec<(i64, i64)>> {
    let query = sqlx::query_as(
        "select distinct r.organisation_id, r.theme_id
         from run_slots s join theme_runs r on r.id = s.run_id
         where s.state = 'planned' and s.send_at <= $1 and r.stopped_at is null and r.paused_at is null
           and exists (select 1 from machine_voices v where v.organisation_id = r.organisation_id)
         order by r.organisation_id, r.theme_id",
    );
    Ok(query.bind(until.millis()).fetch_all(read).await?)
}
