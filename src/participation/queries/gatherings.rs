//! The SQL of meetings: who was invited, said yes, came, and had an interpreter.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use super::super::gatherings::AtMeetings;
use super::statements::{active, arrived, no_talk};
use super::{Selection, family_of};
use crate::roster::FamilyId;
use crate::store::Result;

/// `held`: the times that took place in the period, of all but talks; a week of the play-in is one, on its
/// Monday. `met`: the meetings of these times. $4 first and $5 last day, $6 now.
macro_rules! held {
    () => {
        concat!(
            ", held as (
            select sessions.id as session_id, meetings.id as meeting_id, meetings.kind, meetings.audience,
                case when meetings.base = 'play-in' then 0 else 1 end as rsvp,
                case when sessions.list_closed_at is null then 0 else 1 end as closed
            from meetings
            join sessions on sessions.meeting_id = meetings.id
            where meetings.organisation_id = $1
                and ",
            no_talk!(),
            " and sessions.cancelled_at is null
                and sessions.day >= $4 and sessions.day <= $5 and sessions.starts_at <= $6
        ), met as (
            select distinct meeting_id, kind, audience, rsvp from held
        )"
        )
    };
}

/// `facts` of a family about a kind of meeting, to be closed with a bracket: the bits of [`known`], added up. The
/// joins are in the order in which they find the least, also in a database without statistics. $7 today.
macro_rules! facts {
    () => {
        concat!(
            ", facts as (
            select held.kind, attendance.family_id,
                case attendance.evidence when 'seen' then 1 else 2 end as bits
            from held cross join attendance
            where attendance.session_id = held.session_id
            union all
            select met.kind, carers.family_id, 4
            from met cross join mailings cross join deliveries own cross join carers
            where met.rsvp = 1 and mailings.meeting_id = met.meeting_id and mailings.kind = 'invitation'
                and own.mailing_id = mailings.id and own.part = 0 and carers.id = own.carer_id and ",
            arrived!(),
            "
            union all
            select held.kind, carers.family_id, case
                when rsvps.answer <> 'yes' then 16
                when exists (
                    select 1 from seats
                    where seats.meeting_id = rsvps.meeting_id and seats.family_id = carers.family_id
                        and seats.state <> 'taken') then 8
                else 8
                    + case when held.closed = 0 then 0 else 32 + case attendance.evidence
                        when 'seen' then 64 when 'said' then 128 else 0 end end
                    + case when rsvps.interpreter = 'school' then 256 + case attendance.interpreter_there
                        when 1 then 512 when 0 then 1024 else 0 end else 0 end
                end
            from held cross join rsvps cross join carers
            left join attendance on attendance.session_id = held.session_id
                and attendance.family_id = carers.family_id
            where rsvps.meeting_id = held.meeting_id and carers.id = rsvps.carer_id
            union all
            select talks.kind, children.family_id,
                256 + case talks.interpreter_there when 1 then 512 when 0 then 1024 else 0 end
            from families cross join children cross join talks
            where families.organisation_id = $1 and children.family_id = families.id
                and talks.child_id = children.id and talks.interpreter = 'school'
                and talks.outcome = 'held' and talks.held_on >= $4 and talks.held_on <= $5
                and talks.held_on <= $7"
        )
    };
}

/// All bits that some fact of a family has.
macro_rules! all_bits {
    () => {
        "max(bits & 1) + max(bits & 2) + max(bits & 4) + max(bits & 8) + max(bits & 16) + max(bits & 32)
            + max(bits & 64) + max(bits & 128) + max(bits & 256) + max(bits & 512) + max(bits & 1024)
            + max(bits & 2048) as bits"
    };
}

/// Of every family of the organisation: to leave the others out takes longer here. `active` is there for its
/// parameters only.
const FAMILIES: &str = concat!(
    active!(),
    held!(),
    facts!(),
    ") select family_id, ",
    all_bits!(),
    " from facts group by family_id"
);

/// Counted in the database: a row for each kind and each set of facts. A kind is for the families with a child in
/// the groups of one of its meetings, with a VE indication where it was for those. SQLite would take a bare
/// `family_id` into each part of the union, and look there for all meetings of each family.
const KINDS: &str = concat!(
    active!(),
    held!(),
    facts!(),
    ") select kind, bits, count(*) as families
    from (
        select kind, family_id, ",
    all_bits!(),
    "   from (
            select kind, family_id, bits from facts
            union all
            select aimed.kind, active.family_id, 2048
            from (
                select distinct met.kind, met.audience, meeting_groups.group_id
                from met
                join meeting_groups on meeting_groups.meeting_id = met.meeting_id
            ) aimed
            join active on active.group_id = aimed.group_id
            where aimed.audience = 'all' or active.ve = 1
        ) known
        where family_id + 0 in (select family_id from active)
        group by kind, family_id
    ) counted
    group by kind, bits"
);

/// The families of the organisation of whom anything is known, the chosen and the others.
pub(in super::super) async fn families(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<Vec<(FamilyId, AtMeetings)>> {
    let rows = selection.until_now(FAMILIES).fetch_all(connection).await?;
    rows.iter().map(|row| Ok((family_of(row)?, known(row.try_get("bits")?)))).collect()
}

/// Per kind of meeting and set of facts: how many families.
pub(in super::super) async fn kinds(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<Vec<(String, AtMeetings, u64)>> {
    let rows = selection.until_now(KINDS).fetch_all(connection).await?;
    let read = |row: &AnyRow| {
        let families: i64 = row.try_get("families")?;
        Ok((row.try_get("kind")?, known(row.try_get("bits")?), families.unsigned_abs()))
    };
    rows.iter().map(read).collect()
}

/// What the bits of a family mean.
fn known(bits: i64) -> AtMeetings {
    let has = |bit: i64| bits & bit != 0;
    AtMeetings {
        seen: has(1),
        said_they_were_there: has(2),
        invited: has(4),
        said_yes: has(8),
        said_otherwise: has(16),
        expected: has(32),
        seen_as_said: has(64),
        there_as_said: has(128),
        asked_interpreter: has(256),
        interpreter: has(512),
        no_interpreter: has(1024),
        for_them: has(2048),
    }
}

#[cfg(test)]
mod tests {
    use super::no_talk;
    use crate::meeting::{Answering, Base, CountsFor};

    #[test]
    fn the_statement_knows_the_kinds_that_are_talks_and_those_that_nobody_answers() {
        for base in Base::ALL {
            let is_talk = no_talk!().contains(&format!("'{}'", base.word()));
            assert_eq!(is_talk, base.counts_for() == CountsFor::Talks, "{base:?}");
            let is_ticked = base.answering() == Answering::WeeklyTick;
            assert_eq!(
                held!().contains(&format!("base = '{}'", base.word())),
                is_ticked,
                "{base:?}"
            );
        }
    }
}
