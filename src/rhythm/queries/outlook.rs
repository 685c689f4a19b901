//! To whom a run goes, before it begins.

use sqlx::{AnyConnection, Row};

use crate::rhythm::NewRun;
use crate::store::Result;

/// Families of the groups by language and whether somebody there is connected: language, whether the theme
/// has a text for it (directly or by a confirmed second language), families, connected families.
pub(in crate::rhythm) async fn languages(
    read: &mut AnyConnection,
    run: &NewRun,
    day: &str,
) -> Result<Vec<(String, bool, i64)>> {
    let mut found: std::collections::BTreeMap<(String, bool), std::collections::BTreeSet<i64>> =
        std::collections::BTreeMap::new();
    for group in &run.groups {
        let rows = sqlx::query(
            "select distinct c.language, ch.family_id,
                 case when exists (select 1 from theme_texts t where t.theme_id = $2 and (t.language = c.language
                     or (c.second_language_confirmed_at is not null and t.language = c.second_language)))
                 then 1 else 0 end as there
             from children ch join carer_children cc on cc.child_id = ch.id join carers c on c.id = cc.carer_id
             where ch.group_id = $1 and ($4 = 'all' or ch.ve = 1) and c.stopped_at is null
               and (ch.starts is null or ch.starts <= $3) and (ch.leaves is null or ch.leaves >= $3)",
        )
        .bind(group.raw())
        .bind(run.theme.raw())
        .bind(day)
        .bind(run.audience.word())
        .fetch_all(&mut *read)
        .await?;
        for row in rows {
            let there: i64 = row.try_get("there")?;
            found
                .entry((row.try_get("language")?, there == 1))
                .or_default()
                .insert(row.try_get("family_id")?);
        }
    }
    let count = |families: std::collections::BTreeSet<i64>| {
        i64::try_from(families.len()).unwrap_or(i64::MAX)
    };
    Ok(found.into_iter().map(|((language, there), it)| (language, there, count(it))).collect())
}

/// Families with a child in the run: all, and those of whom a carer is connected.
pub(in crate::rhythm) async fn families(
    read: &mut AnyConnection,
    run: &NewRun,
    day: &str,
) -> Result<(i64, i64)> {
    let mut all = std::collections::BTreeMap::new();
    for group in &run.groups {
        let rows = sqlx::query(
            "select ch.family_id, max(case when c.consented_at is not null and c.chat_id is not null
                 and c.stopped_at is null then 1 else 0 end) as connected
             from children ch left join carer_children cc on cc.child_id = ch.id
             left join carers c on c.id = cc.carer_id
             where ch.group_id = $1 and ($3 = 'all' or ch.ve = 1)
               and (ch.starts is null or ch.starts <= $2) and (ch.leaves is null or ch.leaves >= $2)
             group by ch.family_id",
        )
        .bind(group.raw())
        .bind(day)
        .bind(run.audience.word())
        .fetch_all(&mut *read)
        .await?;
        for row in rows {
            let (family, connected): (i64, i64) =
                (row.try_get("family_id")?, row.try_get("connected")?);
            let known = all.entry(family).or_insert(0);
            *known = connected.max(*known);
        }
    }
    let size = i64::try_from(all.len()).unwrap_or(i64::MAX);
    Ok((size, all.values().sum()))
}
