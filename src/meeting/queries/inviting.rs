//! The mailings of a meeting, and who gets them.

use sqlx::{AnyConnection, AssertSqlSafe};

use super::changes;
use crate::clock::Moment;
use crate::mailing::Missing;
use crate::meeting::standing::Meeting;
use crate::meeting::words::Text;
use crate::meeting::{MeetingId, SessionId};
use crate::roster::{GroupId, OrganisationId};
use crate::store::Result;

/// A mailing about a meeting: its kind, the word for what it tells, and the time it is about.
pub(in crate::meeting) struct NewMailing<'a> {
    pub meeting: &'a Meeting,
    pub about: (&'a str, &'a str, Option<SessionId>),
    pub label: &'a str,
    pub missing: Missing,
}

pub(in crate::meeting) async fn insert(
    write: &mut AnyConnection,
    id: i64,
    new: &NewMailing<'_>,
    release_at: Moment,
    now: Moment,
) -> Result<()> {
    let (kind, slug, session) = new.about;
    sqlx::query(
        "insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at, created_at,
             meeting_id, session_id, ve_only)
         values ($1, $2, $3, $4, $5, 'approved', $6, $7, $8, $9, $10, $11)",
    )
    .bind(id)
    .bind(new.meeting.organisation.raw())
    .bind(kind)
    .bind(slug)
    .bind(new.label)
    .bind(new.missing.word())
    .bind(release_at.millis())
    .bind(now.millis())
    .bind(new.meeting.id.raw())
    .bind(session.map(SessionId::raw))
    .bind(i64::from(new.meeting.is_ve_only))
    .execute(write)
    .await?;
    Ok(())
}

/// Its rows are made here, not by the fan-out.
pub(in crate::meeting) async fn set_released(
    write: &mut AnyConnection,
    mailing: i64,
    now: Moment,
) -> Result<()> {
    let query =
        sqlx::query("update mailings set state = 'released', released_at = $2 where id = $1");
    query.bind(mailing).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// How many mailings have this name, or this name with a number.
pub(in crate::meeting) async fn labels_like(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    label: &str,
) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select count(*) from mailings where organisation_id = $1
           and (label = $2 or substr(label, 1, length($2) + 2) = $2 || ' #')",
    );
    Ok(query.bind(organisation.raw()).bind(label).fetch_one(read).await?)
}

pub(in crate::meeting) async fn add_group(
    write: &mut AnyConnection,
    mailing: i64,
    group: GroupId,
) -> Result<()> {
    let query = sqlx::query("insert into mailing_groups (mailing_id, group_id) values ($1, $2)");
    query.bind(mailing).bind(group.raw()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn insert_text(
    write: &mut AnyConnection,
    mailing: i64,
    text: &Text,
    picture: Option<&str>,
) -> Result<()> {
    let buttons = serde_json::to_string(&text.rows).unwrap_or_default();
    sqlx::query(
        "insert into mailing_texts (mailing_id, language, part, kind, title, body, picture_id, quality, buttons)
         values ($1, $2, 0, 'text', $3, $4, $5, 'human', $6)",
    )
    .bind(mailing)
    .bind(text.language.tag())
    .bind(&text.title)
    .bind(text.body.as_str())
    .bind(picture)
    .bind(buttons)
    .execute(write)
    .await?;
    Ok(())
}

/// For whom news is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::meeting) enum To {
    /// Who got the invitation, and nobody of the family answered, or they themselves "maybe".
    Silent,
    /// Who said yes and has a place.
    Coming,
    /// Everybody who was told of the meeting; also who may have been.
    Told,
    /// Everybody who was told of a round of talks and has no moment in it.
    WithoutTalk,
    /// Who was there: who said so themselves, or said yes before; of a family that came unasked, its only
    /// carer. Of two carers nobody can tell which one was there.
    Came,
    /// Who said yes, of families that nobody saw.
    Missed,
}

/// Carers `c` who heard of the meeting, or said something about it.
macro_rules! told {
    () => {
        "c.id in (select d.carer_id from mailings m join deliveries d on d.mailing_id = m.id
                      where m.meeting_id = $4 and m.id <> cast($1 as bigint) and d.part = 0
                        and (d.state in ('sending', 'delivered', 'doubtful')
                             or (d.state = 'waiting' and exists (
                                 select 1 from doubts x where x.mailing_id = d.mailing_id
                                   and x.carer_id = d.carer_id and x.part = 0)))
                  union select r.carer_id from rsvps r where r.meeting_id = $4)"
    };
}

/// Carers `c`; $4 the meeting, $5 the session.
fn who(to: To) -> &'static str {
    match to {
        To::Silent => {
            "c.id in (select d.carer_id from mailings m join deliveries d on d.mailing_id = m.id
                     where m.meeting_id = $4 and m.slug = 'invitation' and d.part = 0 and d.state = 'delivered')
             and not exists (select 1 from rsvps r join carers o on o.id = r.carer_id
                     where r.meeting_id = $4 and o.family_id = c.family_id
                       and (r.answer <> 'maybe' or o.id <> c.id))
             and not exists (select 1 from talks t join children ch on ch.id = t.child_id
                     where t.meeting_id = $4 and ch.family_id = c.family_id
                       and (t.booked_at is not null or t.waiting_since is not null))
             and cast($5 as bigint) is not null"
        }
        To::Coming => {
            "c.id in (select r.carer_id from rsvps r where r.meeting_id = $4 and r.answer = 'yes')
             and not exists (select 1 from seats s where s.meeting_id = $4 and s.family_id = c.family_id
                             and s.state <> 'taken')
             and cast($5 as bigint) is not null"
        }
        To::Told => concat!(told!(), " and cast($5 as bigint) is not null"),
        To::WithoutTalk => {
            concat!(
                told!(),
                " and not exists (select 1 from talks t where t.meeting_id = $4 and t.carer_id = c.id
                                  and (t.booked_at is not null or t.called_off_at = (
                                      select r.cancelled_at from meetings r where r.id = $4)))
                 and cast($5 as bigint) is not null"
            )
        }
        To::Came => {
            "exists (select 1 from attendance a where a.session_id = $5 and a.family_id = c.family_id
                     and (a.noted_by = 'carer ' || cast(c.id as text)
                          or exists (select 1 from rsvps r where r.meeting_id = $4 and r.carer_id = c.id
                                     and r.answer = 'yes')
                          or not exists (select 1 from carers o where o.family_id = c.family_id and o.id <> c.id)))"
        }
        To::Missed => {
            "c.id in (select r.carer_id from rsvps r where r.meeting_id = $4 and r.answer = 'yes')
             and not exists (select 1 from seats s where s.meeting_id = $4 and s.family_id = c.family_id
                             and s.state <> 'taken')
             and not exists (select 1 from attendance a where a.session_id = $5 and a.family_id = c.family_id)"
        }
    }
}

/// Carer `c` has a child who has not left.
const HAS_CHILD: &str =
    "exists (select 1 from carer_children cc join children ch on ch.id = cc.child_id
    where cc.carer_id = c.id and (ch.leaves is null or ch.leaves >= $6))";

/// Carer `c` has no pause now: what is about something they did not choose stays away.
const NO_PAUSE: &str = "(c.paused_until is null or c.paused_until <= cast($3 as bigint))";

/// One row for each chat of who is meant. Urgent news does not wait for the end of quiet hours.
pub(in crate::meeting) async fn queue(
    write: &mut AnyConnection,
    (mailing, to): (i64, To),
    (meeting, session): (MeetingId, i64),
    is_urgent: bool,
    (today, now): (&str, Moment),
) -> Result<u64> {
    // Who was told or came may be of a group that was not invited, or have changed groups since.
    let whose = match to {
        To::Silent | To::Missed => format!("{HAS_CHILD} and {NO_PAUSE}"),
        To::Coming => HAS_CHILD.to_owned(),
        To::Told | To::WithoutTalk | To::Came => "true".to_owned(),
    };
    let sql = format!(
        "insert into deliveries
             (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, not_before)
         select cast($1 as bigint), c.id, 0, e.organisation_id, c.chat_id,
             case when exists (select 1 from mailing_texts x where x.mailing_id = cast($1 as bigint) and x.language = c.language)
                  then c.language
                  when c.second_language_confirmed_at is not null
                       and exists (select 1 from mailing_texts x where x.mailing_id = cast($1 as bigint)
                                   and x.language = c.second_language) then c.second_language
                  else 'nl' end,
             cast($2 as bigint), 'waiting', cast($3 as bigint)
         from carers c cross join meetings e
         where e.id = $4 and c.id in (
             select min(c.id) from carers c
             where c.chat_id is not null and c.consented_at is not null and c.stopped_at is null
               and c.unreachable_at is null
               and c.family_id in (select o.id from families o join meetings w on w.organisation_id = o.organisation_id
                                   where w.id = $4)
               and cast($6 as text) is not null and {whose} and {}
             group by c.chat_id)
         on conflict (mailing_id, carer_id, part) do nothing",
        who(to)
    );
    let query = sqlx::query(AssertSqlSafe(sql)).bind(mailing).bind(i64::from(!is_urgent));
    let query = query.bind(now.millis()).bind(meeting.raw()).bind(session).bind(today.to_owned());
    Ok(query.execute(write).await?.rows_affected())
}

/// Takes back what has not left of a meeting's mailings; `kept` is spared.
pub(in crate::meeting) async fn withdraw(
    write: &mut AnyConnection,
    meeting: MeetingId,
    kept: i64,
    now: Moment,
) -> Result<u64> {
    sqlx::query(
        "update mailings set state = 'cancelled', cancelled_at = $2
         where meeting_id = $1 and id <> $3 and cancelled_at is null and state in ('approved', 'fanning_out', 'released')
           and slug in ('invitation', 'again', 'reminder', 'moved', 'missed')",
    )
    .bind(meeting.raw())
    .bind(now.millis())
    .bind(kept)
    .execute(&mut *write)
    .await?;
    let query = sqlx::query(
        "update deliveries set state = 'withdrawn', reason = 'cancelled'
         where state in ('held', 'waiting') and attempts = 0 and mailing_id in (
             select id from mailings where meeting_id = $1 and id <> $2 and cancelled_at is not null)",
    );
    Ok(query.bind(meeting.raw()).bind(kept).execute(write).await?.rows_affected())
}

/// Whoever has not heard of the meeting gets the invitation that is right now: rows and cursor go over from
/// the earlier ones, which are then over.
pub(in crate::meeting) async fn take_over(
    write: &mut AnyConnection,
    meeting: MeetingId,
    new: i64,
    now: Moment,
) -> Result<()> {
    let earlier: Vec<(i64, String, i64, i64, Option<i64>)> = sqlx::query_as(
        "select id, state, fan_out_after, release_at, released_at from mailings
         where meeting_id = $1 and slug = 'invitation' and id <> $2 and cancelled_at is null order by id",
    )
    .bind(meeting.raw())
    .bind(new)
    .fetch_all(&mut *write)
    .await?;
    for (old, state, after, release_at, released_at) in earlier {
        changes::hand_rows_over(write, (old, new)).await?;
        sqlx::query(
            "update mailings set state = $2, fan_out_after = $3, release_at = $4, released_at = $5 where id = $1",
        )
        .bind(new)
        .bind(&state)
        .bind(after)
        .bind(release_at)
        .bind(released_at)
        .execute(&mut *write)
        .await?;
        sqlx::query("update mailings set state = 'cancelled', cancelled_at = $2 where id = $1")
            .bind(old)
            .bind(now.millis())
            .execute(&mut *write)
            .await?;
    }
    Ok(())
}

/// Takes a mailing back that has not left at all; false when some of it has.
pub(in crate::meeting) async fn take_back(
    write: &mut AnyConnection,
    mailing: i64,
    now: Moment,
) -> Result<bool> {
    let query = sqlx::query(
        "update mailings set state = 'cancelled', cancelled_at = $2
         where id = $1 and cancelled_at is null and not exists (
             select 1 from deliveries d where d.mailing_id = $1 and (d.state not in ('waiting', 'held', 'skipped')
                                                                     or d.attempts > 0))",
    );
    let taken = query.bind(mailing).bind(now.millis()).execute(&mut *write).await?;
    if taken.rows_affected() == 0 {
        return Ok(false);
    }
    let query = sqlx::query(
        "update deliveries set state = 'withdrawn', reason = 'cancelled'
         where mailing_id = $1 and state in ('waiting', 'held')",
    );
    query.bind(mailing).execute(write).await?;
    Ok(true)
}

/// Whether anything about a meeting has left.
pub(in crate::meeting) async fn is_told(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from mailings m where m.meeting_id = $1 and exists (
             select 1 from deliveries d where d.mailing_id = m.id
               and (d.state in ('sending', 'delivered', 'doubtful') or d.attempts > 0))",
    );
    let count: i64 = query.bind(meeting.raw()).fetch_one(read).await?;
    Ok(count > 0)
}

/// What the sender chose for languages without a line.
pub(in crate::meeting) async fn missing_of(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<String>> {
    let query = sqlx::query_scalar(
        "select missing from mailings where meeting_id = $1 and slug = 'invitation' order by id desc limit 1",
    );
    Ok(query.bind(meeting.raw()).fetch_optional(read).await?)
}

/// The invitation that is right now, and what the sender chose for languages without a line.
pub(in crate::meeting) async fn invitation_of(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Option<(i64, String)>> {
    let query = sqlx::query_as(
        "select id, missing from mailings where meeting_id = $1 and slug = 'invitation' and cancelled_at is null
         order by id desc limit 1",
    );
    Ok(query.bind(meeting.raw()).fetch_optional(read).await?)
}

/// Languages in which a mailing has a text.
pub(in crate::meeting) async fn languages_of(
    read: &mut AnyConnection,
    mailing: i64,
) -> Result<Vec<String>> {
    let query =
        sqlx::query_scalar("select language from mailing_texts where mailing_id = $1 and part = 0");
    Ok(query.bind(mailing).fetch_all(read).await?)
}

/// A mailing that left is looked through again: who was held for want of a text gets it.
pub(in crate::meeting) async fn release_again(
    write: &mut AnyConnection,
    mailing: i64,
    now: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "update mailings set state = 'fanning_out', fan_out_after = 0, release_at = $2
         where id = $1 and state in ('released', 'fanning_out')",
    );
    query.bind(mailing).bind(now.millis()).execute(write).await?;
    Ok(())
}

pub(in crate::meeting) async fn set_invite_at(
    write: &mut AnyConnection,
    meeting: MeetingId,
    at: Moment,
) -> Result<()> {
    let query = sqlx::query("update meetings set invite_at = $2 where id = $1");
    query.bind(meeting.raw()).bind(at.millis()).execute(write).await?;
    Ok(())
}
