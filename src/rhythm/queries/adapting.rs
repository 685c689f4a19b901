//! What follows on an answer: the level of the children it was about, and the check-in that is open.

use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use crate::clock::Moment;
use crate::roster::CarerId;
use crate::store::Result;

/// The activity a mailing is about.
#[derive(Clone, Debug, FromRow)]
pub(in crate::rhythm) struct AboutRow {
    pub activity_id: i64,
    pub level: Option<String>,
}

/// The activities that a carer's message was about, the first its own, the others carried along.
pub(in crate::rhythm) async fn about(
    read: &mut AnyConnection,
    mailing: i64,
    carer: CarerId,
) -> Result<Vec<AboutRow>> {
    let query = sqlx::query_as(
        "select activity_id, level from mailings m
         where m.activity_id is not null and (m.id = $1 or m.id in (
             select other_id from bundles b where b.mailing_id = $1 and b.carer_id = $2) and m.kind = 'do')
         order by case when m.id = $1 then 0 else 1 end, m.id",
    );
    Ok(query.bind(mailing).bind(carer.raw()).fetch_all(read).await?)
}

/// Sets the level of every child of this carer whose step the message was about, one away from the level
/// it was made for: pressed twice it is the same. A child of two themes has two steps in one message.
pub(in crate::rhythm) async fn set_levels(
    write: &mut AnyConnection,
    mailing: i64,
    carer: CarerId,
    easier: bool,
    now: Moment,
) -> Result<u64> {
    const RANK: &str = "case s.level when 'easier' then 0 when 'as_is' then 1 else 2 end";
    let sql = format!(
        "insert into child_levels (child_id, level, changed_at)
         select s.child_id,
             case when $3 = 1 then case when min({RANK}) = 2 then 'as_is' else 'easier' end
                  else case when max({RANK}) = 0 then 'as_is' else 'harder' end end,
             cast($4 as bigint)
         from mailings m
         cross join carer_children cc cross join steps s
         where (m.id = $1 or m.id in (
                 select other_id from bundles b where b.mailing_id = $1 and b.carer_id = $2) and m.kind = 'do')
           and cc.carer_id = $2 and s.run_id = m.run_id and s.week = m.week and s.child_id = cc.child_id
           and s.activity_id = m.activity_id and (m.level is null or s.level = m.level)
         group by s.child_id
         on conflict (child_id) do update set level = excluded.level, changed_at = excluded.changed_at"
    );
    let query =
        sqlx::query(AssertSqlSafe(sql)).bind(mailing).bind(carer.raw()).bind(i64::from(easier));
    Ok(query.bind(now.millis()).execute(write).await?.rows_affected())
}

/// The newest check-in of these carers that is open and waits for an answer.
pub(in crate::rhythm) async fn open_question(
    read: &mut AnyConnection,
    carer: CarerId,
    now: Moment,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select mailing_id from check_ins
         where carer_id = $1 and closes_at > $2
           and (answered_at is null or answered_at < coalesce(asked_again_at, asked_at))
         order by coalesce(asked_again_at, asked_at) desc, mailing_id desc limit 1",
    );
    Ok(query.bind(carer.raw()).bind(now.millis()).fetch_optional(read).await?)
}
