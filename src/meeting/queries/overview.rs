//! What the families of a meeting said, and what reached them.

use std::collections::BTreeSet;

use jiff::civil::Date;
use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::meeting::MeetingId;
use crate::meeting::answering::Answer;
use crate::meeting::overview::{Said, Waiting};
use crate::outbox::names;
use crate::roster::FamilyId;
use crate::store::Result;

/// Between two names in one cell; cannot occur in a name.
const SEPARATOR: &str = "\u{1f}";

/// Families with a child in the meeting's groups that day.
pub(in crate::meeting) async fn families(
    read: &mut AnyConnection,
    meeting: MeetingId,
    day: Date,
) -> Result<Vec<i64>> {
    let query = sqlx::query_scalar(
        "select distinct ch.family_id from meetings m join meeting_groups mg on mg.meeting_id = m.id
         join children ch on ch.group_id = mg.group_id and (m.audience = 'all' or ch.ve = 1)
         where m.id = $1 and (ch.starts is null or ch.starts <= $2) and (ch.leaves is null or ch.leaves >= $2)
         order by ch.family_id",
    );
    Ok(query.bind(meeting.raw()).bind(day.to_string()).fetch_all(read).await?)
}

#[derive(FromRow)]
struct SaidRow {
    family_id: i64,
    answer: String,
    seat: Option<String>,
    people: Option<i64>,
    language: String,
    interpreter: Option<String>,
}

/// What each carer said. Without a limit of places nobody has a row of their own in `seats`.
pub(in crate::meeting) async fn said(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Vec<Said>> {
    let rows: Vec<SaidRow> = sqlx::query_as(
        "select c.family_id, r.answer, s.state as seat, r.people, c.language, r.interpreter
         from rsvps r join carers c on c.id = r.carer_id
         left join seats s on s.meeting_id = r.meeting_id and s.family_id = c.family_id
         where r.meeting_id = $1",
    )
    .bind(meeting.raw())
    .fetch_all(read)
    .await?;
    let said = |row: SaidRow| Said {
        family: row.family_id,
        answer: Answer::from_word(&row.answer),
        has_seat: row.seat.is_none_or(|state| state == "taken"),
        people: row.people.unwrap_or(1),
        interpreter: (row.interpreter.as_deref() == Some("school"))
            .then(|| HomeLanguage::parse(&row.language))
            .flatten(),
    };
    Ok(rows.into_iter().map(said).collect())
}

/// Families of which a carer got the invitation, on their own phone or on one they share.
pub(in crate::meeting) async fn reached(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<BTreeSet<i64>> {
    let query = sqlx::query_scalar(
        "select distinct c.family_id from mailings m join deliveries d on d.mailing_id = m.id and d.part = 0
         join carers c on c.id = d.carer_id
         join deliveries e on e.mailing_id = m.id and e.part = 0 and e.state = 'delivered'
             and e.carer_id = coalesce(d.carried_by, d.carer_id)
         where m.meeting_id = $1 and m.slug = 'invitation'",
    );
    let families: Vec<i64> = query.bind(meeting.raw()).fetch_all(read).await?;
    Ok(families.into_iter().collect())
}

pub(in crate::meeting) async fn waiting(
    read: &mut AnyConnection,
    meeting: MeetingId,
) -> Result<Vec<Waiting>> {
    let rows: Vec<(i64, Option<String>, Option<i64>)> = sqlx::query_as(
        "select s.family_id, string_agg(ch.name, $2) as children, s.offered_until
         from seats s left join children ch on ch.family_id = s.family_id and ch.group_id in (
             select mg.group_id from meeting_groups mg where mg.meeting_id = $1)
         where s.meeting_id = $1 and s.state in ('waiting', 'offered')
         group by s.family_id, s.offered_until, s.since, s.state
         order by case when s.state = 'offered' then 0 else 1 end, s.since, s.family_id",
    )
    .bind(meeting.raw())
    .bind(SEPARATOR)
    .fetch_all(read)
    .await?;
    let entry = |(family, children, until): (i64, Option<String>, Option<i64>)| Waiting {
        family: FamilyId::from_raw(family),
        children: names(children.as_deref()),
        offered_until: until.map(Moment::from_millis),
    };
    Ok(rows.into_iter().map(entry).collect())
}

pub(in crate::meeting) async fn count_free(
    read: &mut AnyConnection,
    meeting: MeetingId,
    now: Moment,
) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select count(*) from slots
         where meeting_id = $1 and talk_id is null and withdrawn_at is null and starts_at > $2",
    );
    Ok(query.bind(meeting.raw()).bind(now.millis()).fetch_one(read).await?)
}
