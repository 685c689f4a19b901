//! The SQL of questions in the chats of staff. Whoever may see a question is asked of the view
//! `staff_scope`, at each step anew.

use sqlx::{AnyConnection, FromRow};

use crate::roster::{ChatId, Scope};
use crate::store::Result;

/// Between two names in one cell; cannot occur in a name.
const SEPARATOR: &str = "\u{1f}";

/// A question as one member of staff may see it.
#[derive(Clone, Debug, FromRow)]
pub(in crate::inbox) struct Brought {
    pub id: i64,
    pub organisation_id: i64,
    pub staff_id: i64,
    /// The chat and the language of that member of staff.
    pub chat_id: i64,
    pub tongue: String,
    pub kind: String,
    pub body: String,
    /// The parent's language.
    pub language: String,
    pub letter: Option<String>,
    /// First names of the children within the scope.
    pub children: Option<String>,
    pub group_name: Option<String>,
}

impl Brought {
    /// The names, each once.
    pub(in crate::inbox) fn names(&self) -> Vec<String> {
        crate::outbox::names(self.children.as_deref())
    }
}

macro_rules! brought {
    ($condition:literal) => {
        concat!(
            "select q.id, q.organisation_id, s.id as staff_id, s.chat_id, s.language as tongue, q.kind, q.body,
                 c.language, (select n.name from mailing_names n where n.mailing_id = m.id) as letter,
                 (select string_agg(ch.name, $1) from carer_children cc
                  join children ch on ch.id = cc.child_id
                  join staff_scope v on v.group_id = ch.group_id
                  where cc.carer_id = c.id and v.staff_id = s.id) as children,
                 (select min(g.name) from carer_children cc
                  join children ch on ch.id = cc.child_id
                  join groups g on g.id = ch.group_id
                  join staff_scope v on v.group_id = ch.group_id
                  where cc.carer_id = c.id and v.staff_id = s.id) as group_name
             from questions q
             join carers c on c.id = q.carer_id
             join staff_members s on s.organisation_id = q.organisation_id
             left join mailings m on m.id = q.mailing_id
             where s.removed_at is null and s.chat_id is not null and q.kind <> 'erase'
               and exists (
                   select 1 from carer_children cc join children ch on ch.id = cc.child_id
                   join staff_scope v on v.group_id = ch.group_id
                   where cc.carer_id = c.id and v.staff_id = s.id)
               and ",
            $condition,
            " order by q.asked_at, q.id, s.id"
        )
    };
}

/// To whom a new question goes: the educators of the group. Who sees more gets it only when none of
/// them could. Nobody gets a question of their own.
pub(in crate::inbox) async fn audience(
    read: &mut AnyConnection,
    question: i64,
) -> Result<Vec<Brought>> {
    let query = sqlx::query_as(brought!(
        "q.id = $2 and s.chat_id <> c.chat_id and s.unreachable_at is null
         and (s.role = 'educator' or not exists (
             select 1 from carer_children cc
             join children ch on ch.id = cc.child_id
             join staff_scope v on v.group_id = ch.group_id
             join staff_members e on e.id = v.staff_id
             where cc.carer_id = c.id and e.role = 'educator' and e.chat_id is not null
               and e.chat_id <> c.chat_id and e.unreachable_at is null))"
    ));
    Ok(query.bind(SEPARATOR).bind(question).fetch_all(read).await?)
}

/// Who was asked and may still see the question.
pub(in crate::inbox) async fn asked_of(
    read: &mut AnyConnection,
    question: i64,
) -> Result<Vec<Brought>> {
    let query = sqlx::query_as(brought!(
        "q.id = $2 and exists (
             select 1 from staff_question_messages w where w.question_id = q.id and w.staff_id = s.id)"
    ));
    Ok(query.bind(SEPARATOR).bind(question).fetch_all(read).await?)
}

/// Open questions of one scope, oldest first.
pub(in crate::inbox) async fn open(read: &mut AnyConnection, scope: Scope) -> Result<Vec<Brought>> {
    let query =
        sqlx::query_as(brought!("q.organisation_id = $2 and s.id = $3 and q.answered_at is null"));
    let query = query.bind(SEPARATOR).bind(scope.organisation().raw());
    Ok(query.bind(scope.staff().raw()).fetch_all(read).await?)
}

pub(in crate::inbox) async fn count_open(read: &mut AnyConnection, scope: Scope) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select count(*) from questions q
         where q.organisation_id = $1 and q.answered_at is null and q.kind <> 'erase' and exists (
             select 1 from carer_children cc join children ch on ch.id = cc.child_id
             join staff_scope v on v.group_id = ch.group_id
             where cc.carer_id = q.carer_id and v.staff_id = $2)",
    );
    let query = query.bind(scope.organisation().raw()).bind(scope.staff().raw());
    Ok(query.fetch_one(read).await?)
}

/// A question, if it is within the scope.
pub(in crate::inbox) async fn within(
    read: &mut AnyConnection,
    scope: Scope,
    question: i64,
) -> Result<Option<Brought>> {
    let query = sqlx::query_as(brought!("q.organisation_id = $2 and s.id = $3 and q.id = $4"));
    let query = query.bind(SEPARATOR).bind(scope.organisation().raw());
    Ok(query.bind(scope.staff().raw()).bind(question).fetch_optional(read).await?)
}

pub(in crate::inbox) async fn is_brought(read: &mut AnyConnection, question: i64) -> Result<bool> {
    let query =
        sqlx::query_scalar("select count(*) from staff_question_messages where question_id = $1");
    let count: i64 = query.bind(question).fetch_one(read).await?;
    Ok(count > 0)
}

pub(in crate::inbox) async fn note_brought(
    write: &mut AnyConnection,
    delivery: i64,
    staff: i64,
    question: i64,
) -> Result<()> {
    sqlx::query(
        "insert into staff_question_messages (delivery_id, staff_id, question_id) values ($1, $2, $3)",
    )
    .bind(delivery)
    .bind(staff)
    .bind(question)
    .execute(write)
    .await?;
    Ok(())
}

/// The question that a message in a chat of staff brought. Of staff whose chat it was before, too:
/// what may be done with it is asked of the scope.
pub(in crate::inbox) async fn under(
    read: &mut AnyConnection,
    scope: Scope,
    chat: ChatId,
    message_id: i64,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select w.question_id from staff_question_messages w
         join deliveries d on d.mailing_id = w.delivery_id and d.carer_id = 0 and d.part = 0
         where w.staff_id = $1 and d.organisation_id = $2 and d.chat_id = $3 and d.message_id = $4",
    );
    let query = query.bind(scope.staff().raw()).bind(scope.organisation().raw());
    Ok(query.bind(chat.raw()).bind(message_id).fetch_optional(read).await?)
}

/// Who answered, by name.
pub(in crate::inbox) async fn answered_by(
    read: &mut AnyConnection,
    question: i64,
) -> Result<Option<String>> {
    let query = sqlx::query_scalar(
        "select s.name from questions q join staff_members s on s.id = q.answered_by where q.id = $1",
    );
    Ok(query.bind(question).fetch_optional(read).await?)
}

/// The question is open again; false when somebody else's answer stands there.
pub(in crate::inbox) async fn reopen(
    write: &mut AnyConnection,
    scope: Scope,
    question: i64,
) -> Result<bool> {
    let query = sqlx::query(
        "update questions set answer = null, answered_at = null, answered_by = null
         where id = $1 and organisation_id = $2 and answered_by = $3",
    );
    let query = query.bind(question).bind(scope.organisation().raw()).bind(scope.staff().raw());
    Ok(query.execute(write).await?.rows_affected() > 0)
}
