//! The SQL that looks through all families of an organisation: whom a person should speak to.
//!
//! Each statement begins with the carers, of whom there are few, and asks the large tables for one
//! carer or one group at a time, through an index: no sort and no copy of a large table. Where
//! PostgreSQL would rather read a large table whole, a scalar `select .. limit 1` keeps it from it.

use std::time::Duration;

use jiff::civil::Date;
use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, Row};

use crate::clock::Moment;
use crate::inbox::FollowUpReason;
use crate::inbox::follow_ups::Found;
use crate::roster::{CarerId, FamilyId, OrganisationId};
use crate::store::Result;

const DAY: Duration = Duration::from_secs(24 * 3_600);
/// An explanation is waited for this long before a person is asked to speak to the family.
const ANSWER_WITHIN: Duration = DAY;
/// A check-in counts as unanswered when it is closed, or this old.
const UNANSWERED_AFTER: Duration = Duration::from_secs(3 * 24 * 3_600);
/// Silence of this length goes to a person.
const SILENCE: Duration = Duration::from_secs(28 * 24 * 3_600);

/// For whom and when is looked.
#[derive(Clone, Copy, Debug)]
pub(in crate::inbox) struct Look {
    pub organisation: OrganisationId,
    pub now: Moment,
    pub today: Date,
}

/// A carer `c` who takes part and can be reached.
macro_rules! connected {
    () => {
        "c.chat_id is not null and c.consented_at is not null and c.stopped_at is null
             and c.unreachable_at is null"
    };
}

/// The family of carer `c` has a child with us on day $2.
macro_rules! there {
    () => {
        "exists (select 1 from children ch where ch.family_id = c.family_id
             and (ch.starts is null or ch.starts <= $2) and (ch.leaves is null or ch.leaves >= $2))"
    };
}

/// A carer of the family replied at that moment or later, in whatever way.
macro_rules! replied {
    ($family:literal, $since:literal) => {
        concat!(
            "exists (select 1 from carers o where o.family_id = ",
            $family,
            " and (
                exists (select 1 from understandings u where u.carer_id = o.id and u.answered_at >= ",
            $since,
            ")
                or exists (select 1 from check_ins k where k.carer_id = o.id and k.answered_at >= ",
            $since,
            ")
                or exists (select 1 from questions q where q.carer_id = o.id and q.asked_at >= ",
            $since,
            ")))"
        )
    };
}

/// A carer of the family said at that moment or later that it worked, or a bit.
macro_rules! did {
    ($family:literal, $since:literal) => {
        concat!(
            "exists (select 1 from carers o cross join check_ins k
                where o.family_id = ",
            $family,
            " and k.carer_id = o.id and k.answer in ('worked', 'a_bit') and k.answered_at >= ",
            $since,
            ")"
        )
    };
}

/// A question that waits for a person's answer.
macro_rules! asks_help {
    () => {
        "q.answered_at is null and q.kind in ('help', 'explain', 'voice')"
    };
}

/// `base`: the carers to look at for a reason, each with the moment from which on counts what
/// happened. $1 organisation, $2 today, $3 now.
macro_rules! base {
    ($reason:literal, $more:literal) => {
        concat!(
            "with base as materialized (
                select c.family_id, c.id as carer_id,
                    case when c.paused_until > coalesce(closed.at, 0) then c.paused_until
                         else coalesce(closed.at, 0) end as floor
                from families fam
                join carers c on c.family_id = fam.id
                left join (select family_id, max(closed_at) as at from follow_ups
                           where organisation_id = $1 and reason = '",
            $reason,
            "' and closed_at is not null group by family_id) closed on closed.family_id = c.family_id
                where fam.organisation_id = $1 and ",
            connected!(),
            " and (c.paused_until is null or c.paused_until <= $3) and ",
            there!(),
            $more,
            " and not exists (select 1 from follow_ups f where f.family_id = c.family_id
                    and f.reason = '",
            $reason,
            "' and f.closed_at is null)
            )"
        )
    };
}

const HELP: &str = concat!(
    "select c.family_id, min(c.id) as carer_id
     from questions q join carers c on c.id = q.carer_id
     where q.organisation_id = $1 and ",
    asks_help!(),
    " and (q.kind = 'help' or q.asked_at <= $3)
       and c.consented_at is not null and c.stopped_at is null and ",
    there!(),
    " and not exists (select 1 from follow_ups f where f.family_id = c.family_id and f.reason = 'help'
           and (f.closed_at is null or f.closed_at >= q.asked_at))
     group by c.family_id"
);

const UNREACHABLE: &str = concat!(
    "select c.family_id, min(c.id) as carer_id
     from carers c join families fam on fam.id = c.family_id
     where fam.organisation_id = $1 and c.unreachable_at is not null and c.unreachable_at <= $3
       and c.consented_at is not null and c.stopped_at is null and ",
    there!(),
    " and not exists (select 1 from carers o where o.family_id = c.family_id and o.chat_id is not null
           and o.consented_at is not null and o.stopped_at is null and o.unreachable_at is null)
       and not exists (select 1 from follow_ups f where f.family_id = c.family_id
           and f.reason = 'unreachable' and (f.closed_at is null or f.closed_at >= c.unreachable_at))
     group by c.family_id"
);

/// Whether one carer's last two answers were both "not yet", and nobody of the family did it since.
const NOT_YET_TWICE: &str = concat!(
    base!("not_yet_twice", ""),
    ", twice as materialized (
        select base.family_id, base.carer_id,
            (select case when count(*) = 2 and min(last.answer) = 'not_yet'
                    and max(last.answer) = 'not_yet' then min(last.asked_at) end
             from (select k.answer, k.asked_at from check_ins k
                   where k.carer_id = base.carer_id and k.asked_at > base.floor and k.answer is not null
                   order by k.asked_at desc, k.mailing_id desc limit 2) last) as since
        from base
    )
    select family_id, min(carer_id) as carer_id from twice
    where since is not null and not ",
    did!("twice.family_id", "twice.since"),
    " group by family_id"
);

/// $4: check-ins asked by then are old enough to count as unanswered.
const SILENT_CHECK_INS: &str = concat!(
    base!("silent_check_ins", ""),
    ", quiet as materialized (
        select base.family_id, base.carer_id,
            (select case when count(*) = 3 and count(last.answer) = 0 then min(last.asked_at) end
             from (select k.answer, k.asked_at from check_ins k
                   where k.carer_id = base.carer_id and k.asked_at > base.floor
                     and (k.closes_at <= $3 or k.asked_at <= $4)
                   order by k.asked_at desc, k.mailing_id desc limit 3) last) as since
        from base
    )
    select family_id, min(carer_id) as carer_id from quiet
    where since is not null and not ",
    replied!("quiet.family_id", "quiet.since"),
    " group by family_id"
);

/// A message to carer `c` arrived between two moments; of two carers in one chat it came to both.
/// $6 is the first mailing that can have been.
macro_rules! arrived {
    ($from:literal, $to:literal) => {
        concat!(
            "(select 1 from carer_children cc cross join children ch cross join mailing_groups mg
                 cross join deliveries d
              where cc.carer_id = quiet.carer_id and ch.id = cc.child_id and mg.group_id = ch.group_id
                and mg.mailing_id >= $6 and d.mailing_id = mg.mailing_id and d.carer_id = cc.carer_id
                and d.part = 0 and (d.state = 'delivered' or d.reason = 'shared_chat')
                and coalesce(d.settled_at, d.not_before) > ",
            $from,
            " and coalesce(d.settled_at, d.not_before) <= ",
            $to,
            " limit 1) = 1"
        )
    };
}

/// $4: the silence began by then; $5: as long before that again.
const SILENT_WEEKS: &str = concat!(
    base!("silent_weeks", " and c.consented_at <= $4"),
    ", quiet as materialized (
        select base.family_id, base.carer_id from base
        where base.floor <= $4 and not ",
    replied!("base.family_id", "$4"),
    ")
    select family_id, min(carer_id) as carer_id from quiet
    where ",
    arrived!("$5", "$4"),
    " and ",
    arrived!("$4", "$3"),
    " group by family_id"
);

/// A talk is due whether or not the family is connected.
const OVERTAKEN: &str = concat!(
    "select id, outcome from (
        select f.id, case
            when not ",
    there!(),
    "       then 'settled'
            when f.reason <> 'no_talk' and (c.chat_id is null or c.consented_at is null or c.stopped_at is not null)
                then 'settled'
            when f.reason in ('silent_check_ins', 'silent_weeks') and ",
    replied!("f.family_id", "f.opened_at"),
    "       then 'answered_again'
            when f.reason in ('silent_check_ins', 'silent_weeks')
                and (c.unreachable_at is not null or c.paused_until > $3) then 'settled'
            when f.reason = 'not_yet_twice' and ",
    did!("f.family_id", "f.opened_at"),
    "       then 'answered_again'
            when f.reason = 'help' and not exists (
                select 1 from carers o cross join questions q
                where o.family_id = f.family_id and q.carer_id = o.id and ",
    asks_help!(),
    "       ) then 'settled'
            when f.reason = 'unreachable' and exists (
                select 1 from carers o where o.family_id = f.family_id and o.chat_id is not null
                    and o.consented_at is not null and o.stopped_at is null
                    and o.unreachable_at is null) then 'settled' end as outcome
        from follow_ups f join carers c on c.id = f.carer_id
        where f.organisation_id = $1 and f.closed_at is null
    ) looked
    where outcome is not null"
);

/// Open follow-ups that what came in has overtaken, each with what came of it.
pub(in crate::inbox) async fn overtaken(
    read: &mut AnyConnection,
    look: &Look,
) -> Result<Vec<(i64, String)>> {
    let rows = look.begins(OVERTAKEN).bind(look.now.millis()).fetch_all(read).await?;
    rows.iter().map(|row| Ok((row.try_get("id")?, row.try_get("outcome")?))).collect()
}

/// Who asked for help, and who cannot be reached any more.
pub(in crate::inbox) async fn at_once(read: &mut AnyConnection, look: &Look) -> Result<Vec<Found>> {
    let asked_by = look.now.before(ANSWER_WITHIN).millis();
    let help = look.begins(HELP).bind(asked_by);
    let mut found = rows(read, help, FollowUpReason::Help).await?;
    let unreachable = look.begins(UNREACHABLE).bind(look.now.millis());
    found.extend(rows(read, unreachable, FollowUpReason::Unreachable).await?);
    Ok(found)
}

/// Who tried twice in vain, and who is silent.
pub(in crate::inbox) async fn in_the_morning(
    read: &mut AnyConnection,
    look: &Look,
) -> Result<Vec<Found>> {
    let now = look.now;
    let twice = look.begins(NOT_YET_TWICE).bind(now.millis());
    let mut found = rows(read, twice, FollowUpReason::NotYetTwice).await?;
    let check_ins = look.begins(SILENT_CHECK_INS).bind(now.millis());
    let check_ins = check_ins.bind(now.before(UNANSWERED_AFTER).millis());
    found.extend(rows(read, check_ins, FollowUpReason::SilentCheckIns).await?);
    let (begins, before) = (now.before(SILENCE), now.before(SILENCE).before(SILENCE));
    if let Some(first) = first_mailing(read, look.organisation, before).await? {
        let weeks = look.begins(SILENT_WEEKS).bind(now.millis()).bind(begins.millis());
        let weeks = weeks.bind(before.millis()).bind(first);
        found.extend(rows(read, weeks, FollowUpReason::SilentWeeks).await?);
    }
    Ok(found)
}

impl Look {
    /// $1 and $2.
    fn begins(&self, sql: &'static str) -> Query<'static, Any, AnyArguments> {
        sqlx::query(sql).bind(self.organisation.raw()).bind(self.today.to_string())
    }
}

async fn rows(
    read: &mut AnyConnection,
    query: Query<'static, Any, AnyArguments>,
    reason: FollowUpReason,
) -> Result<Vec<Found>> {
    let rows = query.fetch_all(read).await?;
    let found = rows.iter().map(|row| {
        let family = FamilyId::from_raw(row.try_get("family_id")?);
        Ok(Found { family, carer: CarerId::from_raw(row.try_get("carer_id")?), reason })
    });
    found.collect()
}

/// The first mailing of those that were released since.
async fn first_mailing(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    since: Moment,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select min(id) from mailings where organisation_id = $1 and released_at >= $2",
    );
    Ok(query.bind(organisation.raw()).bind(since.millis()).fetch_one(read).await?)
}
