//! The SQL of follow-ups, one by one: opening, closing, noting, taking back.

use jiff::civil::Date;
use sqlx::{AnyConnection, FromRow, Row};

use crate::clock::Moment;
use crate::inbox::follow_ups::{FollowUpReason, Found, Open, Outcome};
use crate::roster::{ChatId, FamilyId, OrganisationId};
use crate::store::{Batch, Result, Store};

/// Organisations with their time zone and the day on which they were last looked through.
pub(in crate::inbox) async fn organisations(
    read: &mut AnyConnection,
) -> Result<Vec<(OrganisationId, String, Option<String>)>> {
    let rows = sqlx::query(
        "select o.id, o.time_zone, l.looked_on from organisations o
         left join follow_up_looks l on l.organisation_id = o.id order by o.id",
    )
    .fetch_all(read)
    .await?;
    let organisation = |row: &sqlx::any::AnyRow| {
        let id = OrganisationId::from_raw(row.try_get("id")?);
        Ok((id, row.try_get("time_zone")?, row.try_get("looked_on")?))
    };
    rows.iter().map(organisation).collect()
}

pub(in crate::inbox) async fn note_look(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    today: Date,
) -> Result<()> {
    sqlx::query(
        "insert into follow_up_looks (organisation_id, looked_on) values ($1, $2)
         on conflict (organisation_id) do update set looked_on = excluded.looked_on",
    )
    .bind(organisation.raw())
    .bind(today.to_string())
    .execute(write)
    .await?;
    Ok(())
}

const OPEN: Batch = Batch {
    columns: &[
        ("id", "bigint"),
        ("organisation_id", "bigint"),
        ("family_id", "bigint"),
        ("carer_id", "bigint"),
        ("reason", "text"),
        ("opened_at", "bigint"),
    ],
    // A family that was erased in the meantime is left alone.
    tail: "insert into follow_ups (id, organisation_id, family_id, carer_id, reason, opened_at)
         select v.id, v.organisation_id, v.family_id, v.carer_id, v.reason, v.opened_at
         from v join carers c on c.id = v.carer_id where c.family_id = v.family_id
         on conflict (family_id, reason) where closed_at is null do nothing",
};

pub(in crate::inbox) async fn open(
    store: &Store,
    write: &mut AnyConnection,
    organisation: OrganisationId,
    found: &[Found],
    now: Moment,
) -> Result<u64> {
    let run = OPEN.run(write, found, |query, it| {
        let query = query.bind(store.new_id()).bind(organisation.raw()).bind(it.family.raw());
        query.bind(it.carer.raw()).bind(it.reason.word()).bind(now.millis())
    });
    run.await
}

/// Of which meeting the follow-ups are that were opened at this moment.
pub(in crate::inbox) async fn note_meeting(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    reason: FollowUpReason,
    meeting: i64,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "update follow_ups set meeting_id = $3
         where organisation_id = $1 and reason = $2 and opened_at = $4 and closed_at is null and meeting_id is null",
    );
    let query = query.bind(organisation.raw()).bind(reason.word()).bind(meeting);
    query.bind(now.millis()).execute(write).await?;
    Ok(())
}

pub(in crate::inbox) async fn close_of_meeting(
    write: &mut AnyConnection,
    (reason, meeting): (FollowUpReason, i64),
    family: Option<FamilyId>,
    now: Moment,
) -> Result<()> {
    let query = match family {
        Some(family) => sqlx::query(
            "update follow_ups set outcome = 'answered_again', closed_at = $3, noted_at = null, closed_by = null
             where reason = $1 and meeting_id = $2 and closed_at is null and family_id = $4",
        )
        .bind(reason.word())
        .bind(meeting)
        .bind(now.millis())
        .bind(family.raw()),
        None => sqlx::query(
            "update follow_ups set outcome = 'settled', closed_at = $3, noted_at = null, closed_by = null
             where reason = $1 and meeting_id = $2 and closed_at is null",
        )
        .bind(reason.word())
        .bind(meeting)
        .bind(now.millis()),
    };
    query.execute(write).await?;
    Ok(())
}

const CLOSE: Batch = Batch {
    columns: &[("id", "bigint"), ("outcome", "text"), ("closed_at", "bigint")],
    tail: "update follow_ups set outcome = v.outcome, closed_at = v.closed_at, noted_at = null,
             closed_by = null
         from v where follow_ups.id = v.id and follow_ups.closed_at is null",
};

/// Closes what came in has overtaken.
pub(in crate::inbox) async fn close(
    write: &mut AnyConnection,
    overtaken: &[(i64, String)],
    now: Moment,
) -> Result<u64> {
    let run = CLOSE.run(write, overtaken, |query, (id, outcome)| {
        query.bind(*id).bind(outcome.clone()).bind(now.millis())
    });
    run.await
}

#[derive(FromRow)]
struct Place {
    organisation_id: i64,
    time_zone: String,
    family_id: i64,
    chat_id: Option<i64>,
}

macro_rules! found {
    ($condition:literal) => {
        concat!(
            "select f.organisation_id, o.time_zone, f.family_id, c.chat_id
             from follow_ups f join organisations o on o.id = f.organisation_id
             join carers c on c.id = f.carer_id
             where f.id = $1 and ",
            $condition
        )
    };
}

pub(in crate::inbox) async fn find_open(
    write: &mut AnyConnection,
    id: i64,
) -> Result<Option<Open>> {
    find(write, found!("f.closed_at is null"), id).await
}

/// One whose outcome can be taken back.
pub(in crate::inbox) async fn find_noted(
    write: &mut AnyConnection,
    id: i64,
) -> Result<Option<Open>> {
    let sql = found!(
        "f.noted_at is not null and not exists (
             select 1 from follow_ups newer where newer.family_id = f.family_id
               and newer.reason = f.reason and newer.id <> f.id and newer.closed_at is null)"
    );
    find(write, sql, id).await
}

async fn find(write: &mut AnyConnection, sql: &'static str, id: i64) -> Result<Option<Open>> {
    let row: Option<Place> = sqlx::query_as(sql).bind(id).fetch_optional(write).await?;
    Ok(row.map(|row| Open {
        organisation: OrganisationId::from_raw(row.organisation_id),
        time_zone: row.time_zone,
        family: FamilyId::from_raw(row.family_id),
        chat: row.chat_id.map(ChatId::from_raw),
    }))
}

/// "Not there" leaves it open.
pub(in crate::inbox) async fn note(
    write: &mut AnyConnection,
    id: i64,
    outcome: Outcome,
    by: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update follow_ups set outcome = $2, noted_at = $3, closed_by = $4,
             closed_at = case when $2 = 'not_there' then null else cast($3 as bigint) end
         where id = $1",
    )
    .bind(id)
    .bind(outcome.word())
    .bind(now.millis())
    .bind(by)
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::inbox) async fn reopen(write: &mut AnyConnection, id: i64) -> Result<u64> {
    let query = sqlx::query(
        "update follow_ups set outcome = null, noted_at = null, closed_by = null, closed_at = null
         where id = $1 and noted_at is not null",
    );
    Ok(query.bind(id).execute(write).await?.rows_affected())
}

/// A run of a theme in a group of the family.
#[derive(FromRow)]
pub(in crate::inbox) struct Run {
    pub theme_id: i64,
    pub starts_on: String,
    pub weeks: i64,
}

/// Runs in the groups of the family's children who are there that day, the one that began last first.
pub(in crate::inbox) async fn runs_of(
    read: &mut AnyConnection,
    family: FamilyId,
    day: Date,
) -> Result<Vec<Run>> {
    let query = sqlx::query_as(
        "select distinct r.theme_id, r.starts_on, r.weeks, r.id
         from children ch join theme_run_groups rg on rg.group_id = ch.group_id
         join theme_runs r on r.id = rg.run_id
         where ch.family_id = $1 and r.stopped_at is null and r.starts_on <= $2
           and (ch.starts is null or ch.starts <= $2) and (ch.leaves is null or ch.leaves >= $2)
         order by r.starts_on desc, r.id desc",
    );
    Ok(query.bind(family.raw()).bind(day.to_string()).fetch_all(read).await?)
}

/// False when it was noted that day already.
pub(in crate::inbox) async fn see(
    write: &mut AnyConnection,
    family: FamilyId,
    day: Date,
    theme: Option<i64>,
    by: &str,
    now: Moment,
) -> Result<bool> {
    let query = sqlx::query(
        "insert into seen_by_staff (family_id, seen_on, theme_id, noted_at, noted_by)
         values ($1, $2, $3, $4, $5) on conflict (family_id, seen_on) do nothing",
    );
    let query = query.bind(family.raw()).bind(day.to_string()).bind(theme);
    Ok(query.bind(now.millis()).bind(by).execute(write).await?.rows_affected() > 0)
}

/// What was seen, if it was noted by this very tap.
pub(in crate::inbox) async fn forget_seen(write: &mut AnyConnection, id: i64) -> Result<()> {
    sqlx::query(
        "delete from seen_by_staff where exists (
             select 1 from follow_ups f where f.id = $1 and f.outcome = 'seen_doing_it'
               and f.family_id = seen_by_staff.family_id and f.noted_at = seen_by_staff.noted_at
               and f.closed_by = seen_by_staff.noted_by)",
    )
    .bind(id)
    .execute(write)
    .await?;
    Ok(())
}

/// When the pause began that this very tap brought.
pub(in crate::inbox) async fn paused_by(
    read: &mut AnyConnection,
    id: i64,
) -> Result<Option<Moment>> {
    let query = sqlx::query_scalar(
        "select noted_at from follow_ups
         where id = $1 and outcome = 'wants_no_messages' and noted_at is not null",
    );
    let found: Option<i64> = query.bind(id).fetch_optional(read).await?;
    Ok(found.map(Moment::from_millis))
}
