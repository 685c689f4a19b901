//! "Did it work?" about an activity.

use sqlx::{AnyConnection, Row};

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

/// Opens a check-in for each carer whose activity arrived a day ago, unless they were asked often enough
/// this week.
pub(in crate::rhythm) async fn open(
    write: &mut AnyConnection,
    asking: &Asking,
    chunk: i64,
) -> Result<u64> {
    let query = sqlx::query(
        "insert into check_ins (mailing_id, carer_id, asked_at, closes_at)
         select w.mailing_id, w.carer_id, cast($2 as bigint), cast($5 as bigint)
         from week_messages w
         cross join mailings m cross join deliveries d cross join carers c
         where w.kind = 'do' and w.asked_at is null and w.send_at <= $3 and w.send_at > $4
           and m.id = w.mailing_id and m.organisation_id = $1
           and d.mailing_id = w.mailing_id and d.carer_id = w.carer_id and d.part = 0 and d.state = 'delivered'
           and d.settled_at <= $3
           and c.id = w.carer_id and c.chat_id = d.chat_id and c.consented_at is not null
           and c.stopped_at is null and c.unreachable_at is null
           and (c.paused_until is null or c.paused_until <= $2)
           and (select count(*) from check_ins k where k.carer_id = c.id and k.asked_at >= $6)
               + (select count(*) from check_ins k where k.carer_id = c.id and k.asked_again_at >= $6) < $7
         order by w.send_at, w.mailing_id, w.carer_id limit $8 + 0
         on conflict (mailing_id, carer_id) do nothing",
    );
    let query = query.bind(asking.organisation.raw()).bind(asking.now.millis());
    let query = query.bind(asking.before.millis()).bind(asking.oldest.millis());
    let query = query.bind(asking.closes.millis()).bind(asking.this_week.millis());
    Ok(query.bind(asking.a_week).bind(chunk).execute(write).await?.rows_affected())
}

/// Activities of which a question was opened now and that have no check-in mailing yet.
pub(in crate::rhythm) async fn without_mailing(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    now: Moment,
) -> Result<Vec<i64>> {
    let query = sqlx::query_scalar(
        "select distinct k.mailing_id from week_messages w
         cross join check_ins k cross join mailings m
         where w.kind = 'do' and w.asked_at is null and w.send_at <= $2
           and k.mailing_id = w.mailing_id and k.carer_id = w.carer_id and k.asked_at = $2
           and m.id = k.mailing_id and m.organisation_id = $1
           and not exists (select 1 from mailings q where q.about_id = m.id)
         order by k.mailing_id",
    );
    Ok(query.bind(organisation.raw()).bind(now.millis()).fetch_all(read).await?)
}

/// The mailing of an activity's check-in: of the same step, so that it names the same children.
pub(in crate::rhythm) async fn insert_mailing(
    write: &mut AnyConnection,
    about: i64,
    new_id: i64,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at, released_at,
             about_id, created_at, run_id, week, activity_id, level)
         select $2, m.organisation_id, 'check_in', m.slug, m.label || ' ?', 'released', m.missing, $3, $3, m.id, $3,
             m.run_id, m.week, m.activity_id, m.level
         from mailings m where m.id = $1
         on conflict (about_id) where about_id is not null do nothing",
    )
    .bind(about)
    .bind(new_id)
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

/// A delivery for each question that was opened now.
pub(in crate::rhythm) async fn queue(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    now: Moment,
) -> Result<u64> {
    let query = sqlx::query(
        "insert into deliveries
             (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, not_before)
         select q.id, k.carer_id, 0, d.organisation_id, d.chat_id, d.language, 1, 'waiting', cast($2 as bigint)
         from week_messages w
         cross join check_ins k cross join mailings q cross join deliveries d
         where w.kind = 'do' and w.asked_at is null and w.send_at <= $2
           and k.mailing_id = w.mailing_id and k.carer_id = w.carer_id and k.asked_at = $2
           and q.about_id = k.mailing_id and q.organisation_id = $1
           and d.mailing_id = k.mailing_id and d.carer_id = k.carer_id and d.part = 0
         on conflict (mailing_id, carer_id, part) do nothing",
    );
    Ok(query.bind(organisation.raw()).bind(now.millis()).execute(write).await?.rows_affected())
}

/// The earlier check-ins of who is asked now close; what was asked is noted.
pub(in crate::rhythm) async fn note_asked(write: &mut AnyConnection, now: Moment) -> Result<()> {
    for sql in [
        "update check_ins set closes_at = $1
         where closes_at > $1 and asked_at < $1 and carer_id in (
             select k.carer_id from week_messages w
             join check_ins k on k.mailing_id = w.mailing_id and k.carer_id = w.carer_id and k.asked_at = $1
             where w.kind = 'do' and w.asked_at is null and w.send_at <= $1)",
        "update week_messages set asked_at = $1
         where kind = 'do' and asked_at is null and send_at <= $1 and exists (
             select 1 from check_ins k where k.mailing_id = week_messages.mailing_id
               and k.carer_id = week_messages.carer_id)",
    ] {
        sqlx::query(sql).bind(now.millis()).execute(&mut *write).await?;
    }
    Ok(())
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
