//! What a change of a meeting takes back of what was to be told, and what comes back when the change is undone.

use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::meeting::{MeetingId, SessionId};
use crate::store::Result;

/// A row that waits and cannot have arrived: no attempt of it is in doubt.
const NOT_LEFT: &str = "deliveries.state in ('held', 'waiting') and not exists (
    select 1 from doubts x where x.mailing_id = deliveries.mailing_id and x.carer_id = deliveries.carer_id
      and x.part = deliveries.part)";

/// The moment that families know, while none of them has heard of an earlier move of this time.
pub(in crate::meeting) async fn told_start(
    read: &mut AnyConnection,
    session: SessionId,
) -> Result<Option<Moment>> {
    let query = sqlx::query_scalar(
        "select s.moved_from from sessions s where s.id = $1 and exists (
             select 1 from mailings m where m.session_id = s.id and m.slug = 'moved' and m.cancelled_at is null
               and not exists (select 1 from deliveries d where d.mailing_id = m.id
                               and (d.attempts > 0 or d.state not in ('waiting', 'held'))))",
    );
    let at: Option<Option<i64>> = query.bind(session.raw()).fetch_optional(read).await?;
    Ok(at.flatten().map(Moment::from_millis))
}

pub(in crate::meeting) async fn keep_told_start(
    write: &mut AnyConnection,
    session: SessionId,
    at: Moment,
) -> Result<()> {
    let query = sqlx::query("update sessions set moved_from = $2 where id = $1");
    query.bind(session.raw()).bind(at.millis()).execute(write).await?;
    Ok(())
}

/// Takes back what has not left and tells an old moment of one time. The second invitation stays, so that
/// who never answers is still handed over to a person; only its rows go.
pub(in crate::meeting) async fn withdraw_of_session(
    write: &mut AnyConnection,
    (meeting, session): (MeetingId, SessionId),
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update mailings set state = 'cancelled', cancelled_at = $3
         where meeting_id = $1 and cancelled_at is null
           and ((slug in ('moved', 'reminder') and session_id = $2) or slug = 'missed')",
    )
    .bind(meeting.raw())
    .bind(session.raw())
    .bind(now.millis())
    .execute(&mut *write)
    .await?;
    let sql = format!(
        "update deliveries set state = 'withdrawn', reason = 'cancelled'
         where {NOT_LEFT} and mailing_id in (
             select id from mailings where meeting_id = $1 and slug <> 'invitation'
               and (cancelled_at is not null or slug = 'again'))"
    );
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(meeting.raw()).execute(write).await?;
    Ok(())
}

/// The rows of an invitation that have not left belong to another one from now on.
pub(in crate::meeting) async fn hand_rows_over(
    write: &mut AnyConnection,
    (old, new): (i64, i64),
) -> Result<()> {
    let sql = format!("update deliveries set mailing_id = $2 where mailing_id = $1 and {NOT_LEFT}");
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(old).bind(new).execute(write).await?;
    Ok(())
}

/// What the sender chose for languages without a line; `None` when no invitation stands.
pub(in crate::meeting) async fn missing_of_invitation(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<String>> {
    let query = sqlx::query_scalar(
        "select missing from mailings where meeting_id = $1 and slug = 'invitation' and cancelled_at is null
         order by id desc limit 1",
    );
    Ok(query.bind(meeting.raw()).fetch_optional(read).await?)
}

/// When news was written.
pub(in crate::meeting) async fn made_at(
    read: &mut AnyConnection,
    news: i64,
) -> Result<Option<Moment>> {
    let query = sqlx::query_scalar("select created_at from mailings where id = $1");
    let at: Option<i64> = query.bind(news).fetch_optional(read).await?;
    Ok(at.map(Moment::from_millis))
}

/// What the change of that moment took back is told after all; its own news is not. Who was reminded is not
/// reminded again.
pub(in crate::meeting) async fn restore(
    write: &mut AnyConnection,
    (meeting, session): (MeetingId, SessionId),
    (news, made_at): (i64, Moment),
) -> Result<()> {
    let taken: Vec<i64> = sqlx::query_scalar(
        "select id from mailings m where meeting_id = $1 and cancelled_at = $2 and id <> $3
           and (slug in ('moved', 'reminder', 'missed', 'again')
                or (slug = 'invitation' and not exists (
                    select 1 from mailings i where i.meeting_id = $1 and i.slug = 'invitation'
                      and i.cancelled_at is null)))
         order by id",
    )
    .bind(meeting.raw())
    .bind(made_at.millis())
    .bind(news)
    .fetch_all(&mut *write)
    .await?;
    for mailing in taken {
        revive_mailing(write, mailing).await?;
    }
    let query = sqlx::query(
        "update sessions set reminded_at = (
             select max(created_at) from mailings where session_id = $1 and slug = 'reminder' and cancelled_at is null)
         where id = $1",
    );
    query.bind(session.raw()).execute(write).await?;
    Ok(())
}

async fn revive_mailing(write: &mut AnyConnection, mailing: i64) -> Result<()> {
    sqlx::query(
        "update mailings set cancelled_at = null, state = case when released_at is not null then 'released'
             when fan_out_after > 0 then 'fanning_out' else 'approved' end
         where id = $1",
    )
    .bind(mailing)
    .execute(&mut *write)
    .await?;
    const HAS_TEXT: &str =
        "exists (select 1 from mailing_texts t where t.mailing_id = deliveries.mailing_id
        and t.language = deliveries.language)";
    let sql = format!(
        "update deliveries set state = case when {HAS_TEXT} then 'waiting' else 'held' end,
             reason = case when {HAS_TEXT} then null else 'missing_language' end
         where mailing_id = $1 and state = 'withdrawn' and reason = 'cancelled'"
    );
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(mailing).execute(write).await?;
    Ok(())
}
