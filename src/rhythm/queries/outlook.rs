//! To whom a run goes.

use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use crate::clock::Moment;
use crate::rhythm::{NewRun, RunId, Untranslated};
use crate::roster::GroupId;
use crate::store::Result;

/// So many groups are asked for in one statement.
const GROUPS: usize = 500;

/// A carer of a family with a child in the run; without carer, a family that has none.
#[derive(Clone, Debug, FromRow)]
pub(in crate::rhythm) struct CarerRow {
    pub family_id: i64,
    pub carer_id: Option<i64>,
    pub language: Option<String>,
    /// text, voice or both.
    pub reading: Option<String>,
    /// Why nothing comes: stopped, `not_connected`, unreachable, paused.
    pub obstacle: Option<String>,
    /// The language the carer reads in which there is a text.
    pub written_in: Option<String>,
}

impl CarerRow {
    pub fn is_stopped(&self) -> bool {
        self.obstacle.as_deref() == Some("stopped")
    }

    /// The language of the text that the carer gets.
    pub fn gets(&self, missing: Untranslated) -> Option<&str> {
        self.written_in.as_deref().or((missing == Untranslated::Dutch).then_some("nl"))
    }
}

/// The carers of a run's groups on the day it begins, as the fan-out will judge them at that moment.
pub(in crate::rhythm) async fn carers(
    read: &mut AnyConnection,
    run: &NewRun,
    at: Moment,
) -> Result<Vec<CarerRow>> {
    let mut all = Vec::new();
    for groups in run.groups.chunks(GROUPS) {
        let places: Vec<String> =
            (5..groups.len() + 5).map(|number| format!("${number}")).collect();
        let sql = format!(
            "select distinct ch.family_id, c.id as carer_id, c.language, c.reading,
                 case when c.stopped_at is not null then 'stopped'
                      when c.chat_id is null or c.consented_at is null then 'not_connected'
                      when c.unreachable_at is not null then 'unreachable'
                      when c.paused_until > $4 then 'paused' end as obstacle,
                 case when exists (select 1 from theme_texts t where t.theme_id = $1
                                   and t.language = c.language) then c.language
                      when c.second_language_confirmed_at is not null
                           and exists (select 1 from theme_texts t where t.theme_id = $1
                                       and t.language = c.second_language)
                      then c.second_language end as written_in
             from children ch
             left join carer_children cc on cc.child_id = ch.id
             left join carers c on c.id = cc.carer_id
             where ch.group_id in ({}) and ($3 = 'all' or ch.ve = 1)
               and (ch.starts is null or ch.starts <= $2) and (ch.leaves is null or ch.leaves >= $2)",
            places.join(",")
        );
        let mut query = sqlx::query_as(AssertSqlSafe(sql))
            .bind(run.theme.raw())
            .bind(run.starts_on.to_string())
            .bind(run.audience.word())
            .bind(at.millis());
        for group in groups {
            query = query.bind(group.raw());
        }
        all.extend(query.fetch_all(&mut *read).await?);
    }
    Ok(all)
}

/// The groups of a run.
pub(in crate::rhythm) async fn groups(
    read: &mut AnyConnection,
    run: RunId,
) -> Result<Vec<GroupId>> {
    let query = sqlx::query_scalar("select group_id from theme_run_groups where run_id = $1");
    let found: Vec<i64> = query.bind(run.raw()).fetch_all(read).await?;
    Ok(found.into_iter().map(GroupId::from_raw).collect())
}
