//! What staff note of talks, and who still has none.

use jiff::civil::Date;
use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::meeting::noting::{NotBooked, NotedTalk, TalkCard, TalkMoment};
use crate::meeting::{MeetingId, TalkId};
use crate::outbox::names;
use crate::roster::{ChildId, FamilyId, OrganisationId};
use crate::store::Result;

/// Between two words in one cell; cannot occur in a tag.
const SEPARATOR: &str = "\u{1f}";

pub(in crate::meeting) async fn note(
    write: &mut AnyConnection,
    talk: TalkId,
    noted: &NotedTalk,
    (day, by, now): (Date, &str, Moment),
) -> Result<bool> {
    let query = sqlx::query(
        "update talks set outcome = $2, held_on = $3, held_with = $4, interpreter_there = $5, next_step = $6,
             moment = $7, noted_at = $8, noted_by = $9
         where id = $1",
    );
    let query = query.bind(talk.raw()).bind(if noted.held { "held" } else { "not_held" });
    let query = query.bind(noted.held.then(|| day.to_string())).bind(noted.with.clone());
    let query = query.bind(noted.interpreter_there.map(i64::from)).bind(noted.next_step.clone());
    let query = query.bind(noted.moment.map(TalkMoment::word));
    let query = query.bind(now.millis()).bind(by.to_owned());
    Ok(query.execute(write).await?.rows_affected() > 0)
}

pub(in crate::meeting) async fn forget(write: &mut AnyConnection, talk: TalkId) -> Result<bool> {
    let query = sqlx::query(
        "update talks set outcome = null, held_on = null, held_with = null, interpreter_there = null,
             next_step = null, moment = null, noted_at = null, noted_by = null
         where id = $1 and outcome is not null and told_after_at is null",
    );
    Ok(query.bind(talk.raw()).execute(write).await?.rows_affected() > 0)
}

#[derive(FromRow)]
struct CardRow {
    group_name: String,
    language: Option<String>,
    wish: Option<String>,
    outcome: Option<String>,
    held_with: Option<String>,
    interpreter_there: Option<i64>,
    next_step: Option<String>,
    moment: Option<String>,
}

pub(in crate::meeting) async fn card(
    read: &mut AnyConnection,
    talk: TalkId,
) -> Result<Option<TalkCard>> {
    let query = sqlx::query_as(
        "select g.name as group_name, c.language, t.wish, t.outcome, t.held_with, t.interpreter_there, t.next_step,
             t.moment
         from talks t join children ch on ch.id = t.child_id join groups g on g.id = ch.group_id
         left join carers c on c.id = t.carer_id where t.id = $1",
    );
    let row: Option<CardRow> = query.bind(talk.raw()).fetch_optional(read).await?;
    Ok(row.map(|row| TalkCard {
        group: row.group_name,
        language: row.language.as_deref().and_then(HomeLanguage::parse),
        wish: row.wish,
        noted: row.outcome.map(|outcome| NotedTalk {
            held: outcome == "held",
            with: row.held_with,
            interpreter_there: row.interpreter_there.map(|it| it == 1),
            next_step: row.next_step,
            moment: row.moment.as_deref().and_then(TalkMoment::from_word),
        }),
    }))
}

pub(in crate::meeting) async fn insert_outside(
    write: &mut AnyConnection,
    talk: TalkId,
    (organisation, child, kind): (OrganisationId, ChildId, &str),
) -> Result<()> {
    let query = sqlx::query(
        "insert into talks (id, organisation_id, child_id, kind) values ($1, $2, $3, $4)",
    );
    let query = query.bind(talk.raw()).bind(organisation.raw()).bind(child.raw());
    query.bind(kind.to_owned()).execute(write).await?;
    Ok(())
}

#[derive(FromRow)]
struct NotBookedRow {
    child_id: i64,
    child: String,
    group_name: String,
    family_id: i64,
    languages: Option<String>,
    connected: i64,
    interpreter: i64,
    wish: Option<String>,
}

pub(in crate::meeting) async fn not_booked(
    read: &mut AnyConnection,
    meeting: MeetingId,
    today: &str,
) -> Result<Vec<NotBooked>> {
    let rows: Vec<NotBookedRow> = sqlx::query_as(
        "select ch.id as child_id, ch.name as child, g.name as group_name, ch.family_id,
             (select string_agg(c.language, $3) from carers c where c.family_id = ch.family_id) as languages,
             (select count(*) from carers c where c.family_id = ch.family_id and c.chat_id is not null
                and c.consented_at is not null and c.stopped_at is null and c.unreachable_at is null) as connected,
             (select count(*) from carers c where c.family_id = ch.family_id and c.interpreter = 1) as interpreter,
             (select min(t.wish) from talks t where t.meeting_id = $1 and t.child_id = ch.id
                and t.waiting_since is not null) as wish
         from meeting_groups mg
         join meetings m on m.id = mg.meeting_id
         join children ch on ch.group_id = mg.group_id and (m.audience = 'all' or ch.ve = 1)
         join groups g on g.id = ch.group_id
         where mg.meeting_id = $1 and (ch.starts is null or ch.starts <= $2)
           and (ch.leaves is null or ch.leaves >= $2)
           and not exists (select 1 from talks t where t.meeting_id = $1 and t.child_id = ch.id
                           and (t.booked_at is not null or t.outcome = 'held'))",
    )
    .bind(meeting.raw())
    .bind(today.to_owned())
    .bind(SEPARATOR)
    .fetch_all(read)
    .await?;
    let entry = |row: NotBookedRow| NotBooked {
        child: ChildId::from_raw(row.child_id),
        child_name: row.child,
        group: row.group_name,
        family: FamilyId::from_raw(row.family_id),
        languages: names(row.languages.as_deref())
            .iter()
            .filter_map(|tag| HomeLanguage::parse(tag))
            .collect(),
        is_connected: row.connected > 0,
        needs_interpreter: row.interpreter > 0,
        wish: row.wish,
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// Number, group, the carer's language and outcome of the talks that have a moment, in order of time.
pub(in crate::meeting) async fn booked(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Vec<(i64, String, Option<String>, Option<String>)>> {
    let query = sqlx::query_as(
        "select t.id, g.name as group_name, c.language, t.outcome from slots s join talks t on t.id = s.talk_id
         join children ch on ch.id = t.child_id join groups g on g.id = ch.group_id
         left join carers c on c.id = t.carer_id
         where s.meeting_id = $1 and s.part = 0 order by s.starts_at, t.id",
    );
    Ok(query.bind(meeting.raw()).fetch_all(read).await?)
}
