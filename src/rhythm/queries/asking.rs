//! "Did it work?" about an activity.

use sqlx::any::AnyArguments;
use sqlx::{Any, AnyConnection, AssertSqlSafe, Row};

use crate::clock::Moment;
use crate::roster::OrganisationId;
use crate::store::Result;

/// Organisations where somebody may be asked, each with its zone.
pub(in crate::rhythm) async fn organisations(
    read: &mut AnyConnection,
    before: Moment,
) -> Result<Vec<(OrganisationId, String)>> {
    let rows = sqlx::query(
        "select o.id, o.time_zone from organisations o where exists (
             select 1 from week_messages w cross join mailings m
             where w.kind = 'do' and w.asked_at is null and w.send_at <= $1 and m.id = w.mailing_id
               and m.organisation_id = o.id)
         order by o.id",
    )
    .bind(before.millis())
    .fetch_all(read)
    .await?;
    let read = |row: &sqlx::any::AnyRow| {
        Ok((OrganisationId::from_raw(row.try_get("id")?), row.try_get("time_zone")?))
    };
    rows.iter().map(read).collect()
}

/// Until when the carers of a chunk may be asked, and about what.
#[derive(Clone, Copy)]
pub(in crate::rhythm) struct Asking {
    pub organisation: OrganisationId,
    pub now: Moment,
    /// Delivered before this: a day ago.
    pub before: Moment,
    /// Delivered after this: later it makes no sense any more.
    pub oldest: Moment,
    pub closes: Moment,
    pub this_week: Moment,
    pub a_week: i64,
}

/// Who may be asked about an activity that arrived a day ago. $1 organisation, $2 now, $3 before, $4 oldest,
/// $5 this week, $6 how often a week.
const ASKED: &str = "week_messages w
         cross join mailings m cross join deliveries d cross join carers c
         where w.kind = 'do' and w.asked_at is null and w.send_at <= $3 and w.send_at > $4
           and m.id = w.mailing_id and m.organisation_id = $1
           and d.mailing_id = w.mailing_id and d.carer_id = w.carer_id and d.part = 0 and d.state = 'delivered'
           and d.settled_at <= $3
           and c.id = w.carer_id and c.chat_id = d.chat_id and c.consented_at is not null
           and c.stopped_at is null and c.unreachable_at is null
           and (c.paused_until is null or c.paused_until <= $2)
           and (select count(*) from check_ins k where k.carer_id = c.id and k.asked_at >= $5)
               + (select count(*) from check_ins k where k.carer_id = c.id and k.asked_again_at >= $5) < $6";

fn bound<'q>(sql: String, asking: &Asking) -> sqlx::query::Query<'q, Any, AnyArguments> {
    let query = sqlx::query(AssertSqlSafe(sql)).bind(asking.organisation.raw());
    let query = query.bind(asking.now.millis()).bind(asking.before.millis());
    let query = query.bind(asking.oldest.millis()).bind(asking.this_week.millis());
    query.bind(asking.a_week)
}

/// The activities about which the next carers are to be asked, the oldest first: as many as `carers` got.
pub(in crate::rhythm) async fn due(
    read: &mut AnyConnection,
    asking: &Asking,
    carers: i64,
) -> Result<Vec<i64>> {
    let sql = format!(
        "select mailing_id from (select w.mailing_id, w.send_at from {ASKED} order by w.send_at limit $7 + 0) next
         group by mailing_id order by min(send_at), mailing_id"
    );
    let rows = bound(sql, asking).bind(carers).fetch_all(read).await?;
    Ok(rows.iter().map(|row| row.try_get(0)).collect::<sqlx::Result<_>>()?)
}

/// Opens a check-in about an activity for each carer who may be asked, at most so many, and closes their
/// earlier ones. Returns how many.
pub(in crate::rhythm) async fn open(
    write: &mut AnyConnection,
    asking: &Asking,
    activity: i64,
    carers: i64,
) -> Result<u64> {
    let sql = format!(
        "insert into check_ins (mailing_id, carer_id, asked_at, closes_at)
         select w.mailing_id, w.carer_id, cast($2 as bigint), cast($7 as bigint)
         from {ASKED} and w.mailing_id = $8 order by w.carer_id limit $9 + 0
         on conflict (mailing_id, carer_id) do nothing"
    );
    let query = bound(sql, asking).bind(asking.closes.millis()).bind(activity).bind(carers);
    let opened = query.execute(&mut *write).await?.rows_affected();
    for sql in [
        "update check_ins set closes_at = $2
         where closes_at > $2 and asked_at < $2 and carer_id in (
             select k.carer_id from check_ins k where k.mailing_id = $1 and k.asked_at = $2)",
        "update week_messages set asked_at = $2
         where mailing_id = $1 and kind = 'do' and asked_at is null and exists (
             select 1 from check_ins k where k.mailing_id = $1 and k.carer_id = week_messages.carer_id)",
    ] {
        let query = sqlx::query(sql).bind(activity).bind(asking.now.millis());
        query.execute(&mut *write).await?;
    }
    Ok(opened)
}

/// What did not arrive, or is too old to ask about, is given up; 0 says so.
pub(in crate::rhythm) async fn give_up(
    write: &mut AnyConnection,
    (before, oldest): (Moment, Moment),
) -> Result<u64> {
    let query = sqlx::query(
        "update week_messages set asked_at = 0
         where kind = 'do' and asked_at is null and send_at <= $1 and (send_at <= $2 or exists (
             select 1 from deliveries d where d.mailing_id = week_messages.mailing_id
               and d.carer_id = week_messages.carer_id and d.part = 0
               and d.state in ('unreachable', 'refused', 'withdrawn', 'skipped')))",
    );
    Ok(query.bind(before.millis()).bind(oldest.millis()).execute(write).await?.rows_affected())
}

/// Activities about which somebody wants to be asked again by now.
pub(in crate::rhythm) async fn to_ask_again(
    read: &mut AnyConnection,
    now: Moment,
) -> Result<Vec<(i64, i64, String)>> {
    let query = sqlx::query_as(
        "select distinct m.id, q.id as check_in, o.time_zone
         from check_ins k join mailings m on m.id = k.mailing_id and m.run_id is not null
         join mailings q on q.about_id = m.id
         join organisations o on o.id = m.organisation_id
         where k.ask_again_at is not null and k.asked_again_at is null and k.ask_again_at <= $1 and k.closes_at > $1
         order by m.id",
    );
    Ok(query.bind(now.millis()).fetch_all(read).await?)
}
