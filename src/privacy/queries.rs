//! The SQL of privacy: it names every table that holds something about a person.

use serde::Serialize;
use sqlx::{AnyConnection, Column, Row, ValueRef};

use super::{Erasure, Kept};
use crate::clock::Moment;
use crate::roster::{CarerId, FamilyId, OrganisationId};
use crate::store::Result;

pub(super) async fn kept(read: &mut AnyConnection, carer: CarerId) -> Result<Kept> {
    let row = sqlx::query(
        "select
             (select count(*) from deliveries d join mailings m on m.id = d.mailing_id
              where d.carer_id = $1 and d.state = 'delivered' and d.part = 0 and m.kind <> 'check_in') as letters,
             (select count(*) from understandings where carer_id = $1)
               + (select count(*) from check_ins where carer_id = $1 and answer is not null)
               + (select count(*) from rsvps where carer_id = $1) as answers,
             (select count(*) from questions where carer_id = $1) as questions",
    )
    .bind(carer.raw())
    .fetch_one(read)
    .await?;
    Ok(Kept {
        letters: row.try_get("letters")?,
        answers: row.try_get("answers")?,
        questions: row.try_get("questions")?,
    })
}

pub(super) async fn family_exists(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    family: FamilyId,
) -> Result<bool> {
    let query =
        sqlx::query_scalar("select count(*) from families where organisation_id = $1 and id = $2");
    let count: i64 = query.bind(organisation.raw()).bind(family.raw()).fetch_one(read).await?;
    Ok(count > 0)
}

/// Children last: every statement finds its rows through what is still there. An update of the
/// family's chats is blanked rather than deleted, since its number guards against a repeat.
const ERASE: [&str; 31] = [
    "update updates set raw = null, state = 'done', problem = null
     where organisation_id = $1 and raw is not null and exists (
         select 1 from carers c where c.family_id = $2 and c.chat_id is not null
           and raw like '%' || cast(c.chat_id as text) || '%')",
    "delete from chats where organisation_id = $1 and chat_id in (
         select chat_id from carers where family_id = $2 and chat_id is not null)",
    "delete from deliveries where organisation_id = $1 and carer_id in (select id from carers where family_id = $2)",
    "delete from deliveries where organisation_id = $1 and carer_id = 0 and chat_id in (
         select chat_id from carers where family_id = $2 and chat_id is not null)",
    "delete from doubts where organisation_id = $1 and carer_id in (select id from carers where family_id = $2)",
    "delete from understandings where carer_id in (select c.id from carers c join families f on f.id = c.family_id
         where f.id = $2 and f.organisation_id = $1)",
    "delete from check_ins where carer_id in (select c.id from carers c join families f on f.id = c.family_id
         where f.id = $2 and f.organisation_id = $1)",
    "delete from week_messages where carer_id in (select c.id from carers c join families f on f.id = c.family_id
         where f.id = $2 and f.organisation_id = $1)",
    "delete from bundles where carer_id in (select c.id from carers c join families f on f.id = c.family_id
         where f.id = $2 and f.organisation_id = $1)",
    "delete from steps where child_id in (select ch.id from children ch join families f on f.id = ch.family_id
         where f.id = $2 and f.organisation_id = $1)",
    "delete from child_levels where child_id in (select ch.id from children ch join families f on f.id = ch.family_id
         where f.id = $2 and f.organisation_id = $1)",
    "delete from materials_given where family_id in (select id from families where organisation_id = $1 and id = $2)",
    "delete from deliveries where organisation_id = $1 and carer_id = 0 and mailing_id in (
         select w.delivery_id from staff_question_messages w join questions q on q.id = w.question_id
         join carers c on c.id = q.carer_id where c.family_id = $2)",
    "delete from staff_question_messages where question_id in (select q.id from questions q
         join carers c on c.id = q.carer_id where q.organisation_id = $1 and c.family_id = $2)",
    // What staff did about the family: how it is undone begins with the number of the question, follow-up or talk.
    "delete from staff_acts where act in ('answer', 'spoke', 'talk', 'noted') and exists (
         select 1 from (
             select q.id from questions q join carers c on c.id = q.carer_id
             where q.organisation_id = $1 and c.family_id = $2
             union all
             select u.id from follow_ups u where u.organisation_id = $1 and u.family_id = $2
             union all
             select t.id from talks t join children ch on ch.id = t.child_id
             where t.organisation_id = $1 and ch.family_id = $2) about
         where undo like cast(about.id as text) || ' %')",
    // Moments of talks that the family had, or that were kept for it, are for who waits; so is its place.
    "update slots set talk_id = null, part = null, freed_at = 0 where talk_id in (
         select t.id from talks t join children ch on ch.id = t.child_id
         where t.organisation_id = $1 and ch.family_id = $2)",
    "update slots set offered_talk_id = null, offered_until = null, freed_at = 0 where offered_talk_id in (
         select t.id from talks t join children ch on ch.id = t.child_id
         where t.organisation_id = $1 and ch.family_id = $2)",
    "delete from slots_asked where talk_id in (select t.id from talks t join children ch on ch.id = t.child_id
         where t.organisation_id = $1 and ch.family_id = $2)",
    "delete from talks where organisation_id = $1 and child_id in (select id from children where family_id = $2)",
    "delete from rsvps where carer_id in (select c.id from carers c join families f on f.id = c.family_id
         where f.id = $2 and f.organisation_id = $1)",
    "delete from seats where family_id in (select id from families where organisation_id = $1 and id = $2)",
    "delete from attendance where family_id in (select id from families where organisation_id = $1 and id = $2)",
    "delete from questions where organisation_id = $1 and carer_id in (select id from carers where family_id = $2)",
    "delete from handed_over where family_id in (select id from families where organisation_id = $1 and id = $2)",
    "delete from follow_ups where organisation_id = $1 and family_id = $2",
    "delete from seen_by_staff where family_id in (select id from families where organisation_id = $1 and id = $2)",
    "delete from invites where carer_id in (select c.id from carers c join families f on f.id = c.family_id
         where f.id = $2 and f.organisation_id = $1)",
    "delete from carer_children where carer_id in (select c.id from carers c join families f on f.id = c.family_id
         where f.id = $2 and f.organisation_id = $1)",
    "delete from carers where family_id in (select id from families where organisation_id = $1 and id = $2)",
    "delete from children where family_id in (select id from families where organisation_id = $1 and id = $2)",
    "delete from families where organisation_id = $1 and id = $2",
];

pub(super) async fn erase(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    family: FamilyId,
) -> Result<()> {
    for sql in ERASE {
        sqlx::query(sql).bind(organisation.raw()).bind(family.raw()).execute(&mut *write).await?;
    }
    Ok(())
}

pub(super) async fn note_erasure(
    write: &mut AnyConnection,
    ids: (i64, i64),
    erasure: Erasure,
    actor: &str,
) -> Result<()> {
    let Erasure { organisation, family, at: now } = erasure;
    sqlx::query(
        "insert into erasures (id, organisation_id, family_id, erased_at) values ($1, $2, $3, $4)",
    )
    .bind(ids.0)
    .bind(organisation.raw())
    .bind(family.raw())
    .bind(now.millis())
    .execute(&mut *write)
    .await?;
    sqlx::query(
        "insert into audit_log (id, organisation_id, at, actor, action, subject)
         values ($1, $2, $3, $4, 'erase family', $5)",
    )
    .bind(ids.1)
    .bind(organisation.raw())
    .bind(now.millis())
    .bind(actor)
    .bind(family.to_string())
    .execute(write)
    .await?;
    Ok(())
}

/// Every erasure that the database knows, oldest first.
pub(super) async fn erasures(read: &mut AnyConnection) -> Result<Vec<Erasure>> {
    let query = sqlx::query(
        "select organisation_id, family_id, erased_at from erasures order by erased_at, id",
    );
    let erasure = |row: &sqlx::any::AnyRow| {
        Ok(Erasure {
            organisation: OrganisationId::from_raw(row.try_get("organisation_id")?),
            family: FamilyId::from_raw(row.try_get("family_id")?),
            at: Moment::from_millis(row.try_get("erased_at")?),
        })
    };
    query.fetch_all(read).await?.iter().map(erasure).collect()
}

pub(super) async fn organisations(
    read: &mut AnyConnection,
) -> Result<Vec<(OrganisationId, String)>> {
    let rows =
        sqlx::query("select id, time_zone from organisations order by id").fetch_all(read).await?;
    rows.iter()
        .map(|row| Ok((OrganisationId::from_raw(row.try_get("id")?), row.try_get("time_zone")?)))
        .collect()
}

/// Families all of whose children left before a day. It begins with the children who leave, who are
/// few: among a million families the look took a second, every hour and at each start.
pub(super) async fn families_gone_before(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    before: &str,
) -> Result<Vec<FamilyId>> {
    let query = sqlx::query_scalar(
        "select distinct f.id from children gone cross join families f
         where gone.leaves < $2 and f.id = gone.family_id and f.organisation_id = $1
           and not exists (select 1 from children ch where ch.family_id = f.id
                           and (ch.leaves is null or ch.leaves >= $2))
         order by f.id",
    );
    let ids: Vec<i64> = query.bind(organisation.raw()).bind(before).fetch_all(read).await?;
    Ok(ids.into_iter().map(FamilyId::from_raw).collect())
}

/// One row of one table, as name and value.
pub type ExportedRow = Vec<(String, String)>;

/// Everything kept about a carer, table by table.
#[derive(Clone, Debug, Serialize)]
pub struct CarerExport {
    /// Name of what is kept, and its rows.
    pub tables: Vec<(&'static str, Vec<ExportedRow>)>,
}

const EXPORT: [(&str, &str); 22] = [
    (
        "carer",
        "select c.id, c.name, f.name as family, c.household, c.language, c.second_language, c.reading, c.interpreter,
             c.interpreter_by, c.chat_id, c.linked_at, c.language_confirmed_at, c.second_language_confirmed_at, c.consent_version,
             c.consented_at, c.declined_at, c.paused_at, c.paused_until, c.stopped_at, c.unreachable_at,
             c.unreachable_reason, c.days
         from carers c join families f on f.id = c.family_id where c.id = $1 and f.organisation_id = $2",
    ),
    (
        "children",
        "select ch.name, ch.born, ch.starts, ch.leaves, g.name as in_group, l.name as at_location
         from carer_children cc join children ch on ch.id = cc.child_id join groups g on g.id = ch.group_id
         join locations l on l.id = g.location_id where cc.carer_id = $1 and l.organisation_id = $2 order by ch.name",
    ),
    (
        "invitations",
        "select i.created_at, i.expires_at, i.used_at, i.revoked_at from invites i
         join carers c on c.id = i.carer_id join families f on f.id = c.family_id
         where i.carer_id = $1 and f.organisation_id = $2 order by i.created_at",
    ),
    (
        "messages",
        "select m.label as letter, d.part, d.language, d.state, d.reason, d.settled_at, d.message_id, d.payload
         from deliveries d left join mailings m on m.id = d.mailing_id
         where d.carer_id = $1 and d.organisation_id = $2 order by d.mailing_id, d.part",
    ),
    (
        "together",
        "select m.label as letter, o.label as carries from bundles b join mailings m on m.id = b.mailing_id
         join mailings o on o.id = b.other_id
         where b.carer_id = $1 and m.organisation_id = $2 order by b.mailing_id, b.other_id",
    ),
    (
        "weeks",
        "select w.week, w.kind, m.label as letter, w.send_at, w.asked_at
         from week_messages w join mailings m on m.id = w.mailing_id
         where w.carer_id = $1 and m.organisation_id = $2 order by w.send_at, w.mailing_id",
    ),
    (
        "doubtful",
        "select m.label as letter, d.part, d.cause, d.noted_at
         from doubts d left join mailings m on m.id = d.mailing_id
         where d.carer_id = $1 and d.organisation_id = $2 order by d.noted_at",
    ),
    (
        "chat",
        "select h.chat_id, h.language, h.mode, h.step, h.stranger_answered_at
         from chats h join carers c on c.chat_id = h.chat_id join families f on f.id = c.family_id
         where c.id = $1 and f.organisation_id = $2 and h.organisation_id = $2",
    ),
    (
        "received",
        "select u.received_at, u.state, u.problem, u.raw as message from updates u
         where u.organisation_id = $2 and u.raw is not null and exists (
             select 1 from carers c join families f on f.id = c.family_id
             where c.id = $1 and f.organisation_id = $2 and c.chat_id is not null
               and u.raw like '%' || cast(c.chat_id as text) || '%')
         order by u.received_at, u.update_id",
    ),
    (
        "understood",
        "select m.label as letter, u.answer, u.answered_at from understandings u join mailings m on m.id = u.mailing_id
         where u.carer_id = $1 and m.organisation_id = $2 order by u.answered_at",
    ),
    (
        "check_ins",
        "select m.label as letter, k.asked_at, k.answer, k.answered_at, k.barrier, k.ask_again_at, k.asked_again_at
         from check_ins k join mailings m on m.id = k.mailing_id
         where k.carer_id = $1 and m.organisation_id = $2 order by k.asked_at",
    ),
    (
        "activities",
        "select ch.name as child, coalesce(t.title, a.slug) as activity, s.level, s.reason, s.decided_at
         from carer_children cc join children ch on ch.id = cc.child_id join steps s on s.child_id = ch.id
         join theme_runs r on r.id = s.run_id left join activities a on a.id = s.activity_id
         left join activity_texts t on t.activity_id = a.id and t.language = 'nl'
         where cc.carer_id = $1 and r.organisation_id = $2 order by s.decided_at, ch.name",
    ),
    (
        "levels",
        "select ch.name as child, v.level, v.changed_at
         from carer_children cc join children ch on ch.id = cc.child_id join child_levels v on v.child_id = ch.id
         join families f on f.id = ch.family_id where cc.carer_id = $1 and f.organisation_id = $2 order by ch.name",
    ),
    (
        "materials",
        "select coalesce(t.title, a.slug) as activity, v.given_at
         from carers c join families f on f.id = c.family_id join materials_given v on v.family_id = f.id
         join activities a on a.id = v.activity_id
         left join activity_texts t on t.activity_id = a.id and t.language = 'nl'
         where c.id = $1 and f.organisation_id = $2 order by v.given_at",
    ),
    (
        "questions",
        "select q.kind, q.body, q.asked_at, q.answer, q.answered_at from questions q
         where q.carer_id = $1 and q.organisation_id = $2 order by q.asked_at",
    ),
    (
        "spoken_to",
        "select f.reason, f.opened_at, f.outcome, f.noted_at, f.closed_at from follow_ups f
         where f.carer_id = $1 and f.organisation_id = $2 order by f.opened_at",
    ),
    (
        "meetings",
        "select m.kind, (select min(s.day) from sessions s where s.meeting_id = m.id) as day, r.answer, r.people,
             r.interpreter, r.answered_at, r.calendar_at
         from rsvps r join meetings m on m.id = r.meeting_id
         where r.carer_id = $1 and m.organisation_id = $2 order by r.answered_at, m.id",
    ),
    // A place and who was there are known by family: where its carers live apart, only what this one did tells of them.
    (
        "places",
        "select m.kind, (select min(s.day) from sessions s where s.meeting_id = m.id) as day, p.state,
             p.since as since_at, p.offered_until
         from carers c join seats p on p.family_id = c.family_id join meetings m on m.id = p.meeting_id
         join rsvps r on r.meeting_id = p.meeting_id and r.carer_id = c.id and r.answer = 'yes'
         where c.id = $1 and m.organisation_id = $2 order by p.since, m.id",
    ),
    (
        "attended",
        "select m.kind, s.day, a.evidence, a.interpreter_there, a.noted_at
         from carers c join attendance a on a.family_id = c.family_id
         join sessions s on s.id = a.session_id join meetings m on m.id = s.meeting_id
         where c.id = $1 and m.organisation_id = $2
           and (a.noted_by = 'carer ' || cast(c.id as text) or not exists (
               select 1 from carers o where o.family_id = c.family_id
                 and coalesce(o.household, '') <> coalesce(c.household, '')))
         order by a.noted_at, s.id",
    ),
    (
        "talks",
        "select ch.name as child, t.kind, s.starts_at, t.booked_at, t.waiting_since as waits_since_at, t.wish,
             t.interpreter, t.calendar_at, t.called_off_at, t.outcome, t.held_on, t.held_with, t.interpreter_there,
             t.next_step, t.moment, t.noted_at,
             (select min(o.offered_until) from slots o where o.offered_talk_id = t.id) as kept_until
         from carers c join carer_children cc on cc.carer_id = c.id join talks t on t.child_id = cc.child_id
             and (t.meeting_id is null or t.household = coalesce(c.household, ''))
         join children ch on ch.id = t.child_id left join slots s on s.talk_id = t.id and s.part = 0
         where c.id = $1 and t.organisation_id = $2 order by t.id",
    ),
    (
        "seen_by_staff",
        "select s.seen_on, t.slug as theme from seen_by_staff s
         join carers c on c.family_id = s.family_id join families f on f.id = c.family_id
         left join themes t on t.id = s.theme_id
         where c.id = $1 and f.organisation_id = $2 order by s.seen_on",
    ),
    (
        "printed_letters",
        "select m.label as letter, h.handed_over_at from handed_over h join mailings m on m.id = h.mailing_id
         join carers c on c.family_id = h.family_id where c.id = $1 and m.organisation_id = $2
         order by h.handed_over_at",
    ),
];

pub(super) async fn export(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    carer: CarerId,
) -> Result<Option<CarerExport>> {
    let mut tables = Vec::with_capacity(EXPORT.len());
    for (name, sql) in EXPORT {
        let rows = sqlx::query(sql)
            .bind(carer.raw())
            .bind(organisation.raw())
            .fetch_all(&mut *read)
            .await?;
        let rows = rows.iter().map(exported).collect::<Result<Vec<_>>>()?;
        if name == "carer" && rows.is_empty() {
            return Ok(None);
        }
        tables.push((name, rows));
    }
    Ok(Some(CarerExport { tables }))
}

/// Every column is text or a number; what is empty is left out. Moments are told as such.
fn exported(row: &sqlx::any::AnyRow) -> Result<ExportedRow> {
    let mut fields = Vec::new();
    for column in row.columns() {
        let name = column.name();
        if row.try_get_raw(name)?.is_null() {
            continue;
        }
        let value = match row.try_get::<i64, _>(name) {
            Ok(number) if name.ends_with("_at") || name.ends_with("_until") => {
                Moment::from_millis(number).to_string()
            }
            Ok(number) => number.to_string(),
            Err(_) => row.try_get::<String, _>(name)?,
        };
        fields.push((name.to_owned(), value));
    }
    Ok(fields)
}
