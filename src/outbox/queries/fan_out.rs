//! Making the rows: one per part for each carer of a mailing, and one for each answer.

use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use crate::clock::Moment;
use crate::outbox::Answer;
use crate::roster::{CarerId, OrganisationId};
use crate::store::Result;

pub(in crate::outbox) async fn insert_answer(
    write: &mut AnyConnection,
    id: i64,
    answer: &Answer,
    payload: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into deliveries
             (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, not_before, payload)
         values ($1, $2, 0, $3, $4, $5, $6, 'waiting', $7, $8)",
    )
    .bind(id)
    .bind(answer.carer.map_or(0, CarerId::raw))
    .bind(answer.organisation.raw())
    .bind(answer.chat.raw())
    .bind(answer.language.tag())
    .bind(answer.priority as i64)
    .bind(now.millis())
    .bind(payload)
    .execute(write)
    .await?;
    Ok(())
}

/// Takes back an answer that waits; its words go with it. One that was tried already may have come.
pub(in crate::outbox) async fn take_back(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    id: i64,
) -> Result<bool> {
    let query = sqlx::query(
        "update deliveries set state = 'withdrawn', payload = null
         where mailing_id = $1 and organisation_id = $2 and state = 'waiting' and attempts = 0
           and payload is not null",
    );
    let query = query.bind(id).bind(organisation.raw());
    Ok(query.execute(write).await?.rows_affected() > 0)
}

/// A mailing that is due.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct DueMailing {
    pub id: i64,
    pub organisation_id: i64,
    pub state: String,
    pub fan_out_after: i64,
}

pub(in crate::outbox) async fn due_mailings(
    read: &mut AnyConnection,
    now: Moment,
) -> Result<Vec<DueMailing>> {
    let rows = sqlx::query_as(
        "select id, organisation_id, state, fan_out_after from mailings
         where state in ('approved', 'fanning_out') and kind <> 'check_in' and release_at <= $1 order by id",
    )
    .bind(now.millis());
    Ok(rows.fetch_all(read).await?)
}

/// Whether carer `c` is in the audience of a mailing: has a child who is in its groups on `$2`, a
/// local date. Without `offset` PostgreSQL makes a join of it that reads every child for each chunk.
const IN_AUDIENCE: &str = "exists (
        select 1 from carer_children cc
        join children ch on ch.id = cc.child_id
        join mailing_groups mg on mg.group_id = ch.group_id and mg.mailing_id = $1
        where cc.carer_id = c.id
          and (ch.starts is null or ch.starts <= $2) and (ch.leaves is null or ch.leaves >= $2)
          and (ch.ve = 1 or not exists (select 1 from mailings v where v.id = $1 and v.ve_only = 1))
        limit 1 offset 0)";

/// Whether a mailing is for more carers than so many; no more than those are looked at.
pub(in crate::outbox) async fn is_for_more_than(
    read: &mut AnyConnection,
    carers: i64,
    mailing: i64,
    today: &str,
) -> Result<bool> {
    let sql = format!(
        "select count(*) from (select 1 from carers c where {IN_AUDIENCE} limit $3 + 1) some_of_them"
    );
    let query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(mailing).bind(today).bind(carers);
    let found: i64 = query.fetch_one(read).await?;
    Ok(found > carers)
}

/// The last carer of the next chunk, in the audience or not; `None` when none is left.
pub(in crate::outbox) async fn chunk_end(
    read: &mut AnyConnection,
    after: i64,
    size: i64,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select max(id) from (select id from carers where id > $1 order by id limit $2 + 0) chunk",
    );
    Ok(query.bind(after).bind(size).fetch_one(read).await?)
}

/// Carers without a row yet, or whose row waits for a text in their language; nor one of the invitation as it was
/// before the meeting was moved.
const OWED: &str = "not exists (
    select 1 from deliveries x where x.mailing_id = $1 and x.carer_id = c.id and x.part = 0
      and not (x.state = 'held' and x.reason = 'missing_language'))
    and not exists (
    select 1 from mailings p join deliveries x on x.mailing_id = p.id and x.carer_id = c.id and x.part = 0
    where p.meeting_id = m.meeting_id and p.slug = m.slug and p.id <> m.id and m.slug = 'invitation'
      and x.state <> 'withdrawn')";

/// One row per part for who gets it, one row with its reason for who does not. Run again it changes
/// only what was held for want of a language that is there now; whoever has a row for another reason
/// is passed over with all parts, since later parts would wait for a first one that never leaves.
///
/// Rows can be there already only when the mailing was released before: until then the cursor that is
/// committed with each chunk says who has his. Few chats have several carers, so that is asked first.
///
/// A voice note goes to those who listen.
///
/// Without `materialized` SQLite would look for text and chat anew at each mention, six times a row.
#[expect(clippy::too_many_lines, reason = "it is one statement")]
pub(in crate::outbox) async fn fan_out(
    write: &mut AnyConnection,
    mailing: i64,
    organisation: i64,
    today: &str,
    carers: (i64, i64),
    now: Moment,
) -> Result<u64> {
    let sql = format!(
        "insert into deliveries
             (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, reason, not_before,
              carried_by)
         with w as materialized (
             select c.id as carer_id, c.chat_id, c.language as home_language,
                 case when c.stopped_at is not null then 'stopped'
                      when c.chat_id is null or c.consented_at is null then 'not_connected'
                      when c.unreachable_at is not null then 'unreachable_before' end as obstacle,
                 case when c.paused_until > $3 then 1 else 0 end as paused, c.reading,
                 case when exists (select 1 from mailing_texts t where t.mailing_id = m.id
                                   and t.language = c.language and t.part = 0) then c.language
                      when c.second_language_confirmed_at is not null
                           and exists (select 1 from mailing_texts t where t.mailing_id = m.id
                                       and t.language = c.second_language and t.part = 0)
                      then c.second_language
                      when m.missing = 'dutch' then 'nl' end as text_language,
                 case when exists (select 1 from carers p where p.chat_id = c.chat_id and p.id < c.id) then
                 (select min(o.id) from carers o
                  join families f on f.id = o.family_id and f.organisation_id = m.organisation_id
                  where o.chat_id = c.chat_id and o.id < c.id and o.consented_at is not null
                    and o.stopped_at is null and o.unreachable_at is null
                    and exists (
                        select 1 from carer_children cc
                        join children ch on ch.id = cc.child_id
                        join mailing_groups mg on mg.group_id = ch.group_id and mg.mailing_id = m.id
                        where cc.carer_id = o.id and (ch.starts is null or ch.starts <= $2)
                          and (ch.leaves is null or ch.leaves >= $2))) end as carried_by
             from mailings m
             cross join carers c
             where m.id = $1 and m.cancelled_at is null and c.id > $4 and c.id <= $5
               and {IN_AUDIENCE} and (m.released_at is null or {OWED})
         )
         select $1, v.carer_id, coalesce(t.part, 0), cast($6 as bigint), v.chat_id, v.language, 2,
                v.state, v.reason, cast($3 as bigint), v.carried_by
         from (
             select w.*,
                 case when w.obstacle is not null or w.carried_by is not null then 'skipped'
                      when w.text_language is null or w.paused = 1 then 'held' else 'waiting' end as state,
                 case when w.obstacle is not null then w.obstacle
                      when w.carried_by is not null then 'shared_chat'
                      when w.text_language is null then 'missing_language'
                      when w.paused = 1 then 'paused' end as reason,
                 coalesce(w.text_language, w.home_language) as language
             from w
         ) v
         left join mailing_texts t on t.mailing_id = $1 and t.language = v.language and v.state <> 'skipped'
             and (v.reason is null or v.reason <> 'missing_language') and t.kind <> 'more'
             and (t.kind <> 'voice' or (v.reading <> 'text' and t.voice_id is not null))
         where true
         on conflict (mailing_id, carer_id, part) do update
             set state = excluded.state, reason = excluded.reason, language = excluded.language,
                 chat_id = excluded.chat_id, not_before = excluded.not_before, carried_by = excluded.carried_by
             where deliveries.state = 'held' and deliveries.reason = 'missing_language'
               and (excluded.reason is null or excluded.reason <> 'missing_language')"
    );
    let query = sqlx::query(AssertSqlSafe(sql)).bind(mailing).bind(today).bind(now.millis());
    let query = query.bind(carers.0).bind(carers.1).bind(organisation);
    Ok(query.execute(write).await?.rows_affected())
}

pub(in crate::outbox) async fn set_mailing_state(
    write: &mut AnyConnection,
    mailing: i64,
    state: &str,
    after: i64,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update mailings set state = $2, fan_out_after = $3,
             released_at = case when $2 = 'released' then coalesce(released_at, $4) else released_at end
         where id = $1 and state <> 'cancelled'",
    )
    .bind(mailing)
    .bind(state)
    .bind(after)
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::outbox) async fn time_zone(
    read: &mut AnyConnection,
    organisation: i64,
) -> Result<String> {
    let query =
        sqlx::query_scalar("select time_zone from organisations where id = $1").bind(organisation);
    Ok(query.fetch_one(read).await?)
}

/// Rows held by a pause that is over: young letters may leave, old ones are of no use any more, nor is
/// what a theme sent meanwhile: nobody should come back to a flood. Asked
/// every second, so it begins with what is held: carers may be a million, held rows are few.
pub(in crate::outbox) async fn release_paused(
    write: &mut AnyConnection,
    now: Moment,
    oldest: Moment,
) -> Result<u64> {
    let done = sqlx::query(
        "update deliveries set
             state = case when not_before >= $2 and not exists (
                 select 1 from mailings m where m.id = deliveries.mailing_id and m.run_id is not null)
                 then 'waiting' else 'skipped' end,
             reason = case when not_before >= $2 and not exists (
                 select 1 from mailings m where m.id = deliveries.mailing_id and m.run_id is not null)
                 then null when not_before >= $2 then 'paused' else 'too_late' end
         where carer_id > 0 and state = 'held' and reason = 'paused' and exists (
             select 1 from carers c
             where c.id = deliveries.carer_id and (c.paused_until is null or c.paused_until <= $1))",
    )
    .bind(now.millis())
    .bind(oldest.millis())
    .execute(write)
    .await?;
    Ok(done.rows_affected())
}
