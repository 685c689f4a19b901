//! The SQL of questions.

pub(super) mod door;
pub(super) mod follow_ups;
pub(super) mod looking;
pub(super) mod staff;

use sqlx::{AnyConnection, FromRow};

use super::NewQuestion;
use crate::clock::Moment;
use crate::roster::{CarerId, OrganisationId, StaffId};
use crate::store::Result;

/// A question with what staff need to answer it.
#[derive(Clone, Debug, FromRow)]
pub struct QuestionRow {
    /// Its number.
    pub id: i64,
    /// Who asked.
    pub carer_id: i64,
    /// The carer's name in the roster.
    pub carer: String,
    /// Number of the family.
    pub family_id: i64,
    /// The family's name in the roster.
    pub family: String,
    /// First names of the carer's children.
    pub children: Option<String>,
    /// Where they are.
    pub location: Option<String>,
    /// In which group.
    pub group_name: Option<String>,
    /// The carer's language, as a tag.
    pub language: String,
    /// The second language, when the carer confirmed it.
    pub second_language: Option<String>,
    /// The carer's chat.
    pub chat_id: Option<i64>,
    /// Whether the carer takes part.
    pub consented_at: Option<i64>,
    /// Whether the carer stopped.
    pub stopped_at: Option<i64>,
    /// Label of the letter it is about.
    pub letter: Option<String>,
    /// text, explain, voice, help or erase.
    pub kind: String,
    /// The words.
    pub body: String,
    /// When it was asked, in milliseconds UTC.
    pub asked_at: i64,
    /// The answer, if there is one.
    pub answer: Option<String>,
    /// When it was given.
    pub answered_at: Option<i64>,
}

pub(super) async fn insert(
    write: &mut AnyConnection,
    id: i64,
    question: &NewQuestion<'_>,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into questions (id, organisation_id, carer_id, mailing_id, kind, body, message_id, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(id)
    .bind(question.organisation.raw())
    .bind(question.carer.raw())
    .bind(question.letter)
    .bind(question.kind.word())
    .bind(question.body)
    .bind(question.message_id)
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

/// An open question of this carer, of the same kind and about the same letter.
pub(super) async fn open_like(
    read: &mut AnyConnection,
    question: &NewQuestion<'_>,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select min(id) from questions
         where carer_id = $1 and kind = $2 and coalesce(mailing_id, 0) = $3 and answered_at is null",
    );
    let query = query.bind(question.carer.raw()).bind(question.kind.word());
    Ok(query.bind(question.letter.unwrap_or(0)).fetch_one(read).await?)
}

pub(super) async fn change(
    write: &mut AnyConnection,
    carer: CarerId,
    message_id: i64,
    body: &str,
) -> Result<u64> {
    let query = sqlx::query(
        "update questions set body = $3 where carer_id = $1 and message_id = $2 and answered_at is null and kind = 'text'",
    );
    Ok(query.bind(carer.raw()).bind(message_id).bind(body).execute(write).await?.rows_affected())
}

pub(super) async fn close(
    write: &mut AnyConnection,
    id: i64,
    answer: &str,
    by: Option<StaffId>,
    now: Moment,
) -> Result<bool> {
    let query = sqlx::query(
        "update questions set answer = $2, answered_at = $3, answered_by = $4
         where id = $1 and answered_at is null",
    );
    let query = query.bind(id).bind(answer).bind(now.millis()).bind(by.map(StaffId::raw));
    Ok(query.execute(write).await?.rows_affected() > 0)
}

macro_rules! questions {
    ($condition:literal) => {
        concat!(
            "select q.id, q.carer_id, c.name as carer, f.id as family_id, f.name as family, c.language, c.chat_id, c.consented_at,
                 case when c.second_language_confirmed_at is not null then c.second_language end as second_language,
                 c.stopped_at, (select n.name from mailing_names n where n.mailing_id = m.id) as letter, q.kind, q.body, q.asked_at, q.answer, q.answered_at,
                 (select string_agg(ch.name, ', ') from carer_children cc join children ch on ch.id = cc.child_id
                  where cc.carer_id = c.id) as children,
                 (select min(l.name) from carer_children cc join children ch on ch.id = cc.child_id
                  join groups g on g.id = ch.group_id join locations l on l.id = g.location_id
                  where cc.carer_id = c.id) as location,
                 (select min(g.name) from carer_children cc join children ch on ch.id = cc.child_id
                  join groups g on g.id = ch.group_id where cc.carer_id = c.id) as group_name
             from questions q
             join carers c on c.id = q.carer_id
             join families f on f.id = c.family_id
             left join mailings m on m.id = q.mailing_id
             where q.organisation_id = $1 and ",
            $condition,
            " order by q.asked_at, q.id"
        )
    };
}

pub(super) async fn find(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    id: i64,
) -> Result<Option<QuestionRow>> {
    let query = sqlx::query_as(questions!("q.id = $2"));
    Ok(query.bind(organisation.raw()).bind(id).fetch_optional(read).await?)
}

pub(super) async fn list(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    all: bool,
) -> Result<Vec<QuestionRow>> {
    let query = sqlx::query_as(questions!("(q.answered_at is null or $2 = 1)"));
    Ok(query.bind(organisation.raw()).bind(i64::from(all)).fetch_all(read).await?)
}
