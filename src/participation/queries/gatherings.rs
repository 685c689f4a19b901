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

/// A carer said yes to a meeting with room for the family.
macro_rules! expected {
    () => {
        "rsvps.answer = 'yes' and not exists (
            select 1 from seats
            where seats.meeting_id = rsvps.meeting_id and seats.family_id = carers.family_id
                and seats.state <> 'taken')"
    };
}

/// `facts` of a family about a kind of meeting, to be closed with a bracket. $7 today.
macro_rules! facts {
    () => {
        concat!(
            ", facts as (
            select held.kind, attendance.family_id, attendance.evidence as fact
            from held
            join attendance on attendance.session_id = held.session_id
            union all
            select met.kind, carers.family_id, 'invited'
            from met
            join mailings on mailings.meeting_id = met.meeting_id and mailings.kind = 'invitation'
            join deliveries own on own.mailing_id = mailings.id and own.part = 0
            join carers on carers.id = own.carer_id
            where met.rsvp = 1 and ",
            arrived!(),
            "
            union all
            select met.kind, carers.family_id, rsvps.answer
            from met
            join rsvps on rsvps.meeting_id = met.meeting_id
            join carers on carers.id = rsvps.carer_id
            union all
            select held.kind, carers.family_id,
                case attendance.evidence when 'seen' then 'seen_as_said' when 'said' then 'there_as_said'
                    else 'expected' end
            from held
            join rsvps on rsvps.meeting_id = held.meeting_id
            join carers on carers.id = rsvps.carer_id
            left join attendance on attendance.session_id = held.session_id
                and attendance.family_id = carers.family_id
            where held.closed = 1 and ",
            expected!(),
            "
            union all
            select held.kind, carers.family_id,
                case attendance.interpreter_there when 1 then 'interpreter' when 0 then 'no_interpreter'
                    else 'asked_interpreter' end
            from held
            join rsvps on rsvps.meeting_id = held.meeting_id
            join carers on carers.id = rsvps.carer_id
            left join attendance on attendance.session_id = held.session_id
                and attendance.family_id = carers.family_id
            where rsvps.interpreter = 'school' and ",
            expected!(),
            "
            union all
            select talks.kind, children.family_id,
                case talks.interpreter_there when 1 then 'interpreter' when 0 then 'no_interpreter'
                    else 'asked_interpreter' end
            from families
            join children on children.family_id = families.id
            join talks on talks.child_id = children.id
            where families.organisation_id = $1 and talks.interpreter = 'school'
                and talks.outcome = 'held' and talks.held_on >= $4 and talks.held_on <= $5
                and talks.held_on <= $7"
        )
    };
}

/// Of several facts of one kind the best one counts.
macro_rules! family_facts {
    () => {
        "max(case fact when 'for_them' then 1 else 0 end) as for_them,
        max(case fact when 'seen' then 1 else 0 end) as seen,
        max(case fact when 'said' then 1 else 0 end) as said,
        max(case fact when 'invited' then 1 else 0 end) as invited,
        max(case fact when 'yes' then 1 else 0 end) as said_yes,
        max(case when fact in ('no', 'maybe') then 1 else 0 end) as said_otherwise,
        max(case when fact in ('expected', 'seen_as_said', 'there_as_said') then 1 else 0 end) as expected,
        max(case fact when 'seen_as_said' then 1 else 0 end) as seen_as_said,
        max(case fact when 'there_as_said' then 1 else 0 end) as there_as_said,
        max(case when fact in ('asked_interpreter', 'interpreter', 'no_interpreter') then 1 else 0 end)
            as asked_interpreter,
        max(case fact when 'interpreter' then 1 else 0 end) as interpreter,
        max(case fact when 'no_interpreter' then 1 else 0 end) as no_interpreter"
    };
}

const FAMILIES: &str = concat!(
    active!(),
    held!(),
    facts!(),
    ") select family_id, ",
    family_facts!(),
    " from facts
    where family_id + 0 in (select family_id from active)
    group by family_id"
);

/// Counted in the database: a row for each kind and each set of facts. A kind is for the families with a child in
/// the groups of one of its meetings, with a VE indication where it was for those.
const KINDS: &str = concat!(
    active!(),
    held!(),
    facts!(),
    ") select kind, for_them, seen, said, invited, said_yes, said_otherwise, expected, seen_as_said, there_as_said,
        asked_interpreter, interpreter, no_interpreter, count(*) as families
    from (
        select kind, family_id, ",
    family_facts!(),
    "   from (
            select kind, family_id, fact from facts
            union all
            select aimed.kind, active.family_id, 'for_them'
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
    group by kind, for_them, seen, said, invited, said_yes, said_otherwise, expected, seen_as_said, there_as_said,
        asked_interpreter, interpreter, no_interpreter"
);

/// The chosen families of whom anything is known.
pub(in super::super) async fn families(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<Vec<(FamilyId, AtMeetings)>> {
    let rows = selection.until_now(FAMILIES).fetch_all(connection).await?;
    rows.iter().map(|row| Ok((family_of(row)?, of_row(row)?))).collect()
}

/// Per kind of meeting and set of facts: how many families.
pub(in super::super) async fn kinds(
    connection: &mut AnyConnection,
    selection: &Selection,
) -> Result<Vec<(String, AtMeetings, u64)>> {
    let rows = selection.until_now(KINDS).fetch_all(connection).await?;
    let read = |row: &AnyRow| {
        let families: i64 = row.try_get("families")?;
        Ok((row.try_get("kind")?, of_row(row)?, families.unsigned_abs()))
    };
    rows.iter().map(read).collect()
}

fn of_row(row: &AnyRow) -> Result<AtMeetings> {
    let is = |column: &str| -> Result<bool> { Ok(row.try_get::<i64, _>(column)? == 1) };
    Ok(AtMeetings {
        for_them: is("for_them")?,
        seen: is("seen")?,
        said_they_were_there: is("said")?,
        invited: is("invited")?,
        said_yes: is("said_yes")?,
        said_otherwise: is("said_otherwise")?,
        expected: is("expected")?,
        seen_as_said: is("seen_as_said")?,
        there_as_said: is("there_as_said")?,
        asked_interpreter: is("asked_interpreter")?,
        interpreter: is("interpreter")?,
        no_interpreter: is("no_interpreter")?,
    })
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
