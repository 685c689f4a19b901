//! Files that go behind a piece of news, for who took one of the meeting before.

use sqlx::{AnyConnection, AssertSqlSafe};

use crate::meeting::MeetingId;
use crate::store::Result;

/// Somebody in the chat of delivery `d` took the file; $1 the news, $2 the meeting.
const TOOK_ONE: &str = "d.mailing_id = $1 and d.part = 0 and d.state = 'waiting' and d.chat_id in (
             select c.chat_id from rsvps r join carers c on c.id = r.carer_id
             where r.meeting_id = $2 and r.calendar_at is not null)";

/// The languages in which a file is needed.
pub(in crate::meeting) async fn languages_with_file(
    read: &mut AnyConnection,
    meeting: MeetingId,
    news: i64,
) -> Result<Vec<String>> {
    let sql = format!("select distinct d.language from deliveries d where {TOOK_ONE} order by 1");
    let query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(news).bind(meeting.raw());
    Ok(query.fetch_all(read).await?)
}

/// A second part of the news, with words and a file of its own: it leaves when the first has arrived.
pub(in crate::meeting) async fn put_behind(
    write: &mut AnyConnection,
    (meeting, news): (MeetingId, i64),
    language: &str,
    payload: &str,
) -> Result<()> {
    let sql = format!(
        "insert into deliveries
             (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, not_before, payload)
         select d.mailing_id, d.carer_id, 1, d.organisation_id, d.chat_id, d.language, 1, 'waiting', d.not_before, $4
         from deliveries d where {TOOK_ONE} and d.language = $3
         on conflict (mailing_id, carer_id, part) do nothing"
    );
    let query = sqlx::query(AssertSqlSafe(sql)).bind(news).bind(meeting.raw());
    query.bind(language).bind(payload).execute(write).await?;
    Ok(())
}
