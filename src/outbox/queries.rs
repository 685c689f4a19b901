//! The SQL of the outbox.

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AssertSqlSafe, FromRow, Row};

use super::{Answer, DeliveryKey, Reason, State};
use crate::clock::Moment;
use crate::roster::{CarerId, ChatId, OrganisationId};
use crate::store::{Batch, Result, Store};

// ---- queueing

pub(super) async fn insert_answer(
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

// ---- fan-out

/// A mailing that is due.
#[derive(Clone, Debug, FromRow)]
pub(super) struct DueMailing {
    pub id: i64,
    pub organisation_id: i64,
    pub fan_out_after: i64,
}

pub(super) async fn due_mailings(read: &mut AnyConnection, now: Moment) -> Result<Vec<DueMailing>> {
    let rows = sqlx::query_as(
        "select id, organisation_id, fan_out_after from mailings
         where state in ('approved', 'fanning_out') and kind <> 'check_in' and release_at <= $1 order by id",
    )
    .bind(now.millis());
    Ok(rows.fetch_all(read).await?)
}

/// The audience of a mailing: carers of children who are in its groups on `$2`, a local date.
const AUDIENCE: &str = "
    from carers c
    where exists (
        select 1 from carer_children cc
        join children ch on ch.id = cc.child_id
        join mailing_groups mg on mg.group_id = ch.group_id and mg.mailing_id = $1
        where cc.carer_id = c.id
          and (ch.starts is null or ch.starts <= $2) and (ch.leaves is null or ch.leaves >= $2))";

pub(super) async fn audience_size(
    read: &mut AnyConnection,
    mailing: i64,
    today: &str,
) -> Result<i64> {
    let sql = format!("select count(*) {AUDIENCE}");
    Ok(sqlx::query_scalar(AssertSqlSafe(sql)).bind(mailing).bind(today).fetch_one(read).await?)
}

/// The last carer of the next chunk; `None` when none is left.
pub(super) async fn chunk_end(
    read: &mut AnyConnection,
    mailing: i64,
    today: &str,
    after: i64,
    size: i64,
) -> Result<Option<i64>> {
    let sql = format!(
        "select max(id) from (select c.id as id {AUDIENCE} and c.id > $3 order by c.id limit $4) chunk"
    );
    let query =
        sqlx::query_scalar(AssertSqlSafe(sql)).bind(mailing).bind(today).bind(after).bind(size);
    Ok(query.fetch_one(read).await?)
}

/// Carers without a row yet, or whose row waits for a text in their language.
const OWED: &str = "not exists (
    select 1 from deliveries x where x.mailing_id = $1 and x.carer_id = c.id and x.part = 0
      and not (x.state = 'held' and x.reason = 'missing_language'))";

/// One row per part for who gets it, one row with its reason for who does not. Run again it changes
/// only what was held for want of a language that is there now; whoever has a row for another reason
/// is passed over with all parts, since later parts would wait for a first one that never leaves.
pub(super) async fn fan_out(
    write: &mut AnyConnection,
    mailing: i64,
    today: &str,
    carers: (i64, i64),
    now: Moment,
) -> Result<u64> {
    let sql = format!(
        "insert into deliveries
             (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, reason, not_before,
              carried_by)
         select $1, v.carer_id, coalesce(t.part, 0), v.organisation_id, v.chat_id, v.language, 2,
                v.state, v.reason, v.not_before, v.carried_by
         from (
             select w.*,
                 case when w.unjoined = 1 or w.stopped = 1 or w.unreachable = 1 or w.carried_by is not null
                      then 'skipped'
                      when w.text_language is null or w.paused = 1 then 'held' else 'waiting' end as state,
                 case when w.stopped = 1 then 'stopped' when w.unjoined = 1 then 'not_connected'
                      when w.unreachable = 1 then 'unreachable_before'
                      when w.carried_by is not null then 'shared_chat'
                      when w.text_language is null then 'missing_language'
                      when w.paused = 1 then 'paused' end as reason,
                 coalesce(w.text_language, w.home_language) as language
             from (
                 select c.id as carer_id, m.organisation_id, c.chat_id, c.language as home_language,
                     case when c.chat_id is null or c.consented_at is null then 1 else 0 end as unjoined,
                     case when c.stopped_at is not null then 1 else 0 end as stopped,
                     case when c.unreachable_at is not null then 1 else 0 end as unreachable,
                     case when c.paused_until > $3 then 1 else 0 end as paused,
                     cast($3 as bigint) as not_before,
                     case when exists (select 1 from mailing_texts t where t.mailing_id = m.id
                                       and t.language = c.language and t.part = 0) then c.language
                          when c.second_language_confirmed_at is not null
                               and exists (select 1 from mailing_texts t where t.mailing_id = m.id
                                           and t.language = c.second_language and t.part = 0)
                          then c.second_language
                          when m.missing = 'dutch' then 'nl' end as text_language,
                     (select min(o.id) from carers o
                      join families f on f.id = o.family_id and f.organisation_id = m.organisation_id
                      where o.chat_id = c.chat_id and o.id < c.id and o.consented_at is not null
                        and o.stopped_at is null and o.unreachable_at is null
                        and exists (
                            select 1 from carer_children cc
                            join children ch on ch.id = cc.child_id
                            join mailing_groups mg on mg.group_id = ch.group_id and mg.mailing_id = m.id
                            where cc.carer_id = o.id and (ch.starts is null or ch.starts <= $2)
                              and (ch.leaves is null or ch.leaves >= $2))) as carried_by,
                     c.id as id
                 from carers c
                 join mailings m on m.id = $1 and m.cancelled_at is null
                 where c.id in (select c.id {AUDIENCE} and c.id > $4 and c.id <= $5) and {OWED}
             ) w
         ) v
         left join mailing_texts t on t.mailing_id = $1 and t.language = v.language and v.state <> 'skipped'
             and (v.reason is null or v.reason <> 'missing_language') and t.kind <> 'more'
         where true
         on conflict (mailing_id, carer_id, part) do update
             set state = excluded.state, reason = excluded.reason, language = excluded.language,
                 chat_id = excluded.chat_id, not_before = excluded.not_before, carried_by = excluded.carried_by
             where deliveries.state = 'held' and deliveries.reason = 'missing_language'
               and (excluded.reason is null or excluded.reason <> 'missing_language')"
    );
    let query = sqlx::query(AssertSqlSafe(sql)).bind(mailing).bind(today).bind(now.millis());
    Ok(query.bind(carers.0).bind(carers.1).execute(write).await?.rows_affected())
}

pub(super) async fn set_mailing_state(
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

pub(super) async fn time_zone(read: &mut AnyConnection, organisation: i64) -> Result<String> {
    let query =
        sqlx::query_scalar("select time_zone from organisations where id = $1").bind(organisation);
    Ok(query.fetch_one(read).await?)
}

/// Rows held by a pause that is over: young ones may leave, old ones are of no use any more.
pub(super) async fn release_paused(
    write: &mut AnyConnection,
    now: Moment,
    oldest: Moment,
) -> Result<u64> {
    let done = sqlx::query(
        "update deliveries set
             state = case when not_before >= $2 then 'waiting' else 'skipped' end,
             reason = case when not_before >= $2 then null else 'too_late' end
         where state = 'held' and reason = 'paused' and carer_id in (
             select id from carers where paused_until is null or paused_until <= $1)",
    )
    .bind(now.millis())
    .bind(oldest.millis())
    .execute(write)
    .await?;
    Ok(done.rows_affected())
}

// ---- claiming

/// A waiting row with all that decides whether it may leave, and the carer's own words.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Candidate {
    pub mailing_id: i64,
    pub carer_id: i64,
    pub part: i64,
    pub chat_id: i64,
    pub language: String,
    pub priority: i64,
    pub attempts: i64,
    pub doubts: i64,
    pub payload: Option<String>,
    pub cancelled_at: Option<i64>,
    pub carer_chat_id: Option<i64>,
    pub carer_language: Option<String>,
    pub consented_at: Option<i64>,
    pub stopped_at: Option<i64>,
    pub paused_until: Option<i64>,
    pub unreachable_at: Option<i64>,
    pub children: Option<String>,
    pub location: Option<String>,
}

impl Candidate {
    pub(super) fn key(&self) -> DeliveryKey {
        DeliveryKey {
            mailing: self.mailing_id,
            carer: CarerId::from_raw(self.carer_id),
            part: self.part,
        }
    }

    pub(super) fn chat(&self) -> ChatId {
        ChatId::from_raw(self.chat_id)
    }
}

/// Between two names in one cell; cannot occur in a name.
pub(super) const NAME_SEPARATOR: &str = "\u{1f}";

/// The first rows that may leave, in order: no row of a chat that has one on its way or waiting for
/// another try, no part before the part in front of it has arrived. The one copy of a chat is about the
/// children of all its carers. A moment more than `furthest`
/// ahead can only mean that the calendar was turned back: it does not bind.
pub(super) async fn candidates(
    store: &Store,
    write: &mut AnyConnection,
    organisation: OrganisationId,
    now: Moment,
    furthest: Moment,
    limit: i64,
) -> Result<Vec<Candidate>> {
    let sql = format!(
        "select d.mailing_id, d.carer_id, d.part, d.chat_id, d.language, d.priority, d.attempts, d.doubts, d.payload,
             m.cancelled_at, c.chat_id as carer_chat_id, c.language as carer_language, c.consented_at, c.stopped_at,
             c.paused_until, c.unreachable_at,
             (select string_agg(ch.name, $5) from carer_children cc
              join children ch on ch.id = cc.child_id
              join mailing_groups mg on mg.mailing_id = coalesce(m.about_id, m.id) and mg.group_id = ch.group_id
              where cc.carer_id in (select o.id from carers o where o.chat_id = d.chat_id
                                    and o.consented_at is not null)) as children,
             (select min(l.name) from carer_children cc
              join children ch on ch.id = cc.child_id
              join mailing_groups mg on mg.mailing_id = coalesce(m.about_id, m.id) and mg.group_id = ch.group_id
              join groups g on g.id = ch.group_id
              join locations l on l.id = g.location_id
              where cc.carer_id = d.carer_id) as location
         from deliveries d
         left join mailings m on m.id = d.mailing_id
         left join carers c on c.id = d.carer_id
         where d.organisation_id = $1 and d.state = 'waiting' and (d.not_before <= $2 or d.not_before > $3)
           and not exists (
               select 1 from deliveries b
               where b.attempts > 0 and b.state in ('sending', 'waiting')
                 and b.organisation_id = d.organisation_id and b.chat_id = d.chat_id
                 and (b.state = 'sending'
                      or (b.priority = d.priority and (b.mailing_id < d.mailing_id
                          or (b.mailing_id = d.mailing_id and b.carer_id = d.carer_id and b.part < d.part)))))
           and not exists (
               select 1 from deliveries e
               where e.mailing_id = d.mailing_id and e.carer_id = d.carer_id and e.part < d.part
                 and e.state <> 'delivered')
         order by d.priority, d.mailing_id, d.carer_id, d.part limit $4{}",
        store.claim_lock()
    );
    let query = sqlx::query_as(AssertSqlSafe(sql)).bind(organisation.raw()).bind(now.millis());
    let query = query.bind(furthest.millis()).bind(limit).bind(NAME_SEPARATOR);
    Ok(query.fetch_all(write).await?)
}

const KEY: [(&str, &str); 3] =
    [("mailing_id", "bigint"), ("carer_id", "bigint"), ("part", "bigint")];

fn bind_key<'q>(
    query: Query<'q, Any, AnyArguments>,
    key: DeliveryKey,
) -> Query<'q, Any, AnyArguments> {
    query.bind(key.mailing).bind(key.carer.raw()).bind(key.part)
}

/// Writes down that these rows are leaving, under this attempt.
pub(super) async fn mark_sending(
    write: &mut AnyConnection,
    keys: &[DeliveryKey],
    attempt: i64,
) -> Result<u64> {
    const BATCH: Batch = Batch {
        columns: &[KEY[0], KEY[1], KEY[2], ("attempt_id", "bigint")],
        tail: "update deliveries set state = 'sending', attempt_id = v.attempt_id, attempts = attempts + 1 from v
               where deliveries.mailing_id = v.mailing_id and deliveries.carer_id = v.carer_id
                 and deliveries.part = v.part and deliveries.state = 'waiting'",
    };
    BATCH.run(write, keys, |query, key| bind_key(query, *key).bind(attempt)).await
}

/// Settles rows that will not leave, each with its state and reason, and the parts behind them: those
/// would wait for ever for a part that does not come.
pub(super) async fn turn_away(
    write: &mut AnyConnection,
    rows: &[(DeliveryKey, State, Reason)],
) -> Result<u64> {
    const BATCH: Batch = Batch {
        columns: &[KEY[0], KEY[1], KEY[2], ("state", "text"), ("reason", "text")],
        tail: "update deliveries set state = v.state, reason = v.reason from v
               where deliveries.mailing_id = v.mailing_id and deliveries.carer_id = v.carer_id
                 and deliveries.part >= v.part and deliveries.state = 'waiting'",
    };
    BATCH
        .run(write, rows, |query, row| bind_key(query, row.0).bind(row.1.word()).bind(row.2.word()))
        .await
}

// ---- settling

/// An attempt that arrived.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrived {
    pub key: DeliveryKey,
    pub attempt: i64,
    pub message_id: i64,
}

pub(super) async fn mark_delivered(
    write: &mut AnyConnection,
    rows: &[Arrived],
    now: Moment,
) -> Result<u64> {
    const BATCH: Batch = Batch {
        columns: &[
            KEY[0],
            KEY[1],
            KEY[2],
            ("attempt_id", "bigint"),
            ("message_id", "bigint"),
            ("settled_at", "bigint"),
        ],
        tail: "update deliveries set state = 'delivered', reason = null, message_id = v.message_id,
                   settled_at = v.settled_at, payload = null from v
               where deliveries.mailing_id = v.mailing_id and deliveries.carer_id = v.carer_id
                 and deliveries.part = v.part and deliveries.attempt_id = v.attempt_id
                 and deliveries.state = 'sending'",
    };
    BATCH
        .run(write, rows, |query, row| {
            bind_key(query, row.key).bind(row.attempt).bind(row.message_id).bind(now.millis())
        })
        .await
}

/// What becomes of a row whose attempt did not arrive.
#[derive(Clone, Debug)]
pub(super) struct Fate<'a> {
    pub state: State,
    pub reason: Option<&'a str>,
    pub not_before: Moment,
    /// Whether the attempt counts.
    pub burned: bool,
    pub doubted: bool,
}

pub(super) async fn settle(
    write: &mut AnyConnection,
    key: DeliveryKey,
    attempt: i64,
    fate: &Fate<'_>,
) -> Result<u64> {
    let query = sqlx::query(
        "update deliveries set state = $5, reason = $6, not_before = $7, attempts = attempts - $8,
             doubts = doubts + $9
         where mailing_id = $1 and carer_id = $2 and part = $3 and attempt_id = $4 and state = 'sending'",
    );
    let query = bind_key(query, key).bind(attempt).bind(fate.state.word()).bind(fate.reason);
    let query = query
        .bind(fate.not_before.millis())
        .bind(i64::from(!fate.burned))
        .bind(i64::from(fate.doubted));
    Ok(query.execute(write).await?.rows_affected())
}

/// The parts behind one that did not arrive.
pub(super) async fn skip_later_parts(write: &mut AnyConnection, key: DeliveryKey) -> Result<()> {
    let query = sqlx::query(
        "update deliveries set state = 'skipped', reason = 'earlier_part'
         where mailing_id = $1 and carer_id = $2 and part > $3 and state in ('waiting', 'held')",
    );
    bind_key(query, key).execute(write).await?;
    Ok(())
}

pub(super) async fn insert_doubt(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    key: DeliveryKey,
    attempt: i64,
    cause: &str,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "insert into doubts (mailing_id, carer_id, part, attempt_id, organisation_id, cause, noted_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (attempt_id, mailing_id, carer_id, part) do nothing",
    );
    let query =
        bind_key(query, key).bind(attempt).bind(organisation.raw()).bind(cause).bind(now.millis());
    query.execute(write).await?;
    Ok(())
}

pub(super) async fn mark_unreachable(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    why: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update carers set unreachable_at = $3, unreachable_reason = $4
         where chat_id = $2 and family_id in (select id from families where organisation_id = $1)",
    )
    .bind(organisation.raw())
    .bind(chat.raw())
    .bind(now.millis())
    .bind(why)
    .execute(write)
    .await?;
    Ok(())
}

pub(super) async fn move_chat(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    from: ChatId,
    to: ChatId,
) -> Result<()> {
    for sql in [
        "update carers set chat_id = $3
         where chat_id = $2 and family_id in (select id from families where organisation_id = $1)",
        "update deliveries set chat_id = $3
         where organisation_id = $1 and chat_id = $2 and state in ('waiting', 'held', 'sending')",
    ] {
        sqlx::query(sql)
            .bind(organisation.raw())
            .bind(from.raw())
            .bind(to.raw())
            .execute(&mut *write)
            .await?;
    }
    Ok(())
}

pub(super) async fn remember_upload(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    picture: &str,
    file_id: &str,
) -> Result<()> {
    sqlx::query(
        "insert into uploads (organisation_id, picture_id, file_id) values ($1, $2, $3)
         on conflict (organisation_id, picture_id) do update set file_id = excluded.file_id",
    )
    .bind(organisation.raw())
    .bind(picture)
    .bind(file_id)
    .execute(write)
    .await?;
    Ok(())
}

pub(super) async fn forget_upload(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    picture: &str,
) -> Result<()> {
    sqlx::query("delete from uploads where organisation_id = $1 and picture_id = $2")
        .bind(organisation.raw())
        .bind(picture)
        .execute(write)
        .await?;
    Ok(())
}

/// The picture's file id at this bot, its media type and its bytes in base64.
pub(super) async fn picture(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    picture: &str,
) -> Result<Option<(Option<String>, String, String)>> {
    let row = sqlx::query(
        "select p.media_type, p.base64, u.file_id from pictures p
         left join uploads u on u.picture_id = p.id and u.organisation_id = $1 where p.id = $2",
    )
    .bind(organisation.raw())
    .bind(picture)
    .fetch_optional(read)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((row.try_get("file_id")?, row.try_get("media_type")?, row.try_get("base64")?)))
}

// ---- rescue and the bot's own state

/// A row that was on its way.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Stranded {
    pub mailing_id: i64,
    pub carer_id: i64,
    pub part: i64,
    pub attempt_id: Option<i64>,
    pub doubts: i64,
}

pub(super) async fn stranded(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<Stranded>> {
    let query = sqlx::query_as(
        "select mailing_id, carer_id, part, attempt_id, doubts from deliveries
         where organisation_id = $1 and attempts > 0 and state in ('sending', 'waiting') and state = 'sending'
         order by mailing_id, carer_id, part",
    );
    Ok(query.bind(organisation.raw()).fetch_all(read).await?)
}

/// Paused until, stopped since, why.
pub(super) async fn bot(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<(Option<i64>, Option<i64>, Option<String>)> {
    let row = sqlx::query(
        "select paused_until, stopped_at, stopped_reason from bots where organisation_id = $1",
    )
    .bind(organisation.raw())
    .fetch_optional(read)
    .await?;
    let Some(row) = row else { return Ok((None, None, None)) };
    Ok((row.try_get("paused_until")?, row.try_get("stopped_at")?, row.try_get("stopped_reason")?))
}

pub(super) async fn pause_bot(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    until: Option<Moment>,
) -> Result<()> {
    sqlx::query(
        "insert into bots (organisation_id, paused_until) values ($1, $2)
         on conflict (organisation_id) do update set paused_until = excluded.paused_until",
    )
    .bind(organisation.raw())
    .bind(until.map(Moment::millis))
    .execute(write)
    .await?;
    Ok(())
}

pub(super) async fn stop_bot(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    stopped: Option<(Moment, &str)>,
) -> Result<()> {
    sqlx::query(
        "insert into bots (organisation_id, stopped_at, stopped_reason) values ($1, $2, $3)
         on conflict (organisation_id) do update
         set stopped_at = excluded.stopped_at, stopped_reason = excluded.stopped_reason",
    )
    .bind(organisation.raw())
    .bind(stopped.map(|(at, _)| at.millis()))
    .bind(stopped.map(|(_, why)| why))
    .execute(write)
    .await?;
    Ok(())
}

// ---- rendering

/// One stored part of a mailing's text.
#[derive(Clone, Debug, FromRow)]
pub(super) struct TextRow {
    pub part: i64,
    pub kind: String,
    pub title: String,
    pub body: String,
    pub picture_id: Option<String>,
}

/// The kind of a mailing and the letter it is about, when it is a check-in.
pub(super) async fn mailing_kind(
    read: &mut AnyConnection,
    mailing: i64,
) -> Result<Option<(String, Option<i64>)>> {
    let row = sqlx::query("select kind, about_id from mailings where id = $1")
        .bind(mailing)
        .fetch_optional(read);
    let Some(row) = row.await? else { return Ok(None) };
    Ok(Some((row.try_get("kind")?, row.try_get("about_id")?)))
}

pub(super) async fn texts(
    read: &mut AnyConnection,
    mailing: i64,
    language: &str,
) -> Result<Vec<TextRow>> {
    let query = sqlx::query_as(
        "select part, kind, title, body, picture_id from mailing_texts
         where mailing_id = $1 and language = $2 order by part",
    );
    Ok(query.bind(mailing).bind(language).fetch_all(read).await?)
}

// ---- what staff see

/// How many rows of a mailing's first part stand in each state and reason.
pub(super) async fn counts(
    read: &mut AnyConnection,
    mailing: i64,
) -> Result<Vec<(String, Option<String>, i64)>> {
    let rows = sqlx::query(
        "select state, reason, count(*) as rows_there from deliveries where mailing_id = $1 and part = 0
         group by state, reason order by state, reason",
    )
    .bind(mailing)
    .fetch_all(read)
    .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("state")?, row.try_get("reason")?, row.try_get("rows_there")?)))
        .collect()
}

pub(super) async fn count_waiting(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select (select count(*) from deliveries where organisation_id = $1 and state = 'waiting')
              + (select count(*) from deliveries where organisation_id = $1 and attempts > 0
                     and state in ('sending', 'waiting') and state = 'sending')",
    );
    Ok(query.bind(organisation.raw()).fetch_one(read).await?)
}

/// A family that a letter did not reach, with the carers it was meant for.
#[derive(Clone, Debug, FromRow)]
pub(super) struct NotReachedRow {
    pub family_id: i64,
    pub family: String,
    pub carer_id: i64,
    pub carer: String,
    pub language: String,
    pub location: String,
    pub group_name: String,
    pub state: String,
    pub reason: Option<String>,
    pub children: Option<String>,
}

pub(super) async fn not_reached(
    read: &mut AnyConnection,
    mailing: i64,
) -> Result<Vec<NotReachedRow>> {
    let query = sqlx::query_as(
        "select f.id as family_id, f.name as family, c.id as carer_id, c.name as carer, c.language,
             d.state, d.reason,
             (select min(l.name) from carer_children cc join children ch on ch.id = cc.child_id
              join mailing_groups mg on mg.mailing_id = $1 and mg.group_id = ch.group_id
              join groups g on g.id = ch.group_id join locations l on l.id = g.location_id
              where cc.carer_id = c.id) as location,
             (select min(g.name) from carer_children cc join children ch on ch.id = cc.child_id
              join mailing_groups mg on mg.mailing_id = $1 and mg.group_id = ch.group_id
              join groups g on g.id = ch.group_id
              where cc.carer_id = c.id) as group_name,
             (select string_agg(ch.name, $2) from carer_children cc join children ch on ch.id = cc.child_id
              join mailing_groups mg on mg.mailing_id = $1 and mg.group_id = ch.group_id
              where cc.carer_id = c.id) as children
         from deliveries d
         join carers c on c.id = d.carer_id
         join families f on f.id = c.family_id
         where d.mailing_id = $1 and d.part = 0
           and not exists (
               select 1 from carers o
               join deliveries r on r.mailing_id = $1 and r.carer_id = coalesce(
                   (select s.carried_by from deliveries s
                    where s.mailing_id = $1 and s.carer_id = o.id and s.part = 0), o.id) and r.part = 0
               where o.family_id = f.id and r.state = 'delivered')
           and not exists (select 1 from handed_over h where h.mailing_id = $1 and h.family_id = f.id)
         order by location, group_name, f.name, c.name",
    );
    Ok(query.bind(mailing).bind(NAME_SEPARATOR).fetch_all(read).await?)
}

/// An attempt of which nobody knows whether it arrived.
#[derive(Clone, Debug, FromRow)]
pub(super) struct DoubtRow {
    pub mailing_id: i64,
    pub label: Option<String>,
    pub family: Option<String>,
    pub carer: Option<String>,
    pub part: i64,
    pub cause: String,
    pub noted_at: i64,
    pub state: Option<String>,
    pub carer_id: i64,
}

pub(super) async fn doubts(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<DoubtRow>> {
    let query = sqlx::query_as(
        "select u.mailing_id, m.label, f.name as family, c.name as carer, u.part, u.cause, u.noted_at, d.state,
             u.carer_id
         from doubts u
         left join mailings m on m.id = u.mailing_id
         left join carers c on c.id = u.carer_id
         left join families f on f.id = c.family_id
         left join deliveries d on d.mailing_id = u.mailing_id and d.carer_id = u.carer_id and d.part = u.part
         where u.organisation_id = $1 order by u.noted_at, u.attempt_id, u.carer_id, u.part",
    );
    Ok(query.bind(organisation.raw()).fetch_all(read).await?)
}

/// Gives back rows of a claim whose commit was never confirmed: they did not leave.
pub(super) async fn unclaim(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    attempt: i64,
) -> Result<u64> {
    let query = sqlx::query(
        "update deliveries set state = 'waiting', attempts = attempts - 1
         where organisation_id = $1 and attempts > 0 and state in ('sending', 'waiting') and state = 'sending'
           and attempt_id = $2",
    );
    Ok(query.bind(organisation.raw()).bind(attempt).execute(write).await?.rows_affected())
}

pub(super) async fn clear_bot_trouble(
    write: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<()> {
    sqlx::query("update bots set stopped_at = null, stopped_reason = null where organisation_id = $1 and stopped_at is not null")
        .bind(organisation.raw())
        .execute(write)
        .await?;
    Ok(())
}
