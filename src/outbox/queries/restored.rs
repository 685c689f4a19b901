//! What a restore brought back, until a person has looked at it.

use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::roster::OrganisationId;
use crate::store::Result;

pub(in crate::outbox) async fn hold_restored(write: &mut AnyConnection) -> Result<u64> {
    let query = sqlx::query(
        "update deliveries set state = 'held', reason = 'restored' where state = 'waiting'",
    );
    Ok(query.execute(write).await?.rows_affected())
}

pub(in crate::outbox) async fn set_quiet(write: &mut AnyConnection, now: Moment) -> Result<()> {
    let query = sqlx::query(
        "insert into bots (organisation_id, quiet_since) select id, cast($1 as bigint) from organisations where true
         on conflict (organisation_id) do update set quiet_since = excluded.quiet_since",
    );
    query.bind(now.millis()).execute(write).await?;
    Ok(())
}

pub(in crate::outbox) async fn end_quiet(
    write: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<()> {
    let query = sqlx::query("update bots set quiet_since = null where organisation_id = $1");
    query.bind(organisation.raw()).execute(write).await?;
    Ok(())
}

pub(in crate::outbox) async fn quiet_since(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select quiet_since from bots where organisation_id = $1 and quiet_since is not null",
    );
    Ok(query.bind(organisation.raw()).fetch_optional(read).await?)
}

/// Messages of one letter, of one check-in, or all answers.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct HeldBackRow {
    pub label: Option<String>,
    pub kind: Option<String>,
    pub families: i64,
    pub messages: i64,
    pub since: i64,
}

pub(in crate::outbox) async fn held_back(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<HeldBackRow>> {
    let query = sqlx::query_as(
        "select coalesce(a.label, m.label) as label, m.kind, count(distinct c.family_id) as families,
             count(*) as messages, min(coalesce(m.released_at, d.not_before)) as since
         from deliveries d
         left join mailings m on m.id = d.mailing_id
         left join mailings a on a.id = m.about_id
         left join carers c on c.id = d.carer_id
         where d.organisation_id = $1 and d.state = 'held' and d.reason = 'restored'
         group by m.id, coalesce(a.label, m.label), m.kind
         order by case when m.id is null then 1 else 0 end, since, m.id",
    );
    let rows: Vec<HeldBackRow> = query.bind(organisation.raw()).fetch_all(read).await?;
    Ok(rows)
}

pub(in crate::outbox) async fn send_restored(
    write: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<u64> {
    let query = sqlx::query(
        "update deliveries set state = 'waiting', reason = null
         where organisation_id = $1 and state = 'held' and reason = 'restored'",
    );
    Ok(query.bind(organisation.raw()).execute(write).await?.rows_affected())
}

pub(in crate::outbox) async fn withdraw_restored(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    letter: Option<i64>,
) -> Result<u64> {
    let query = sqlx::query(
        "update deliveries set state = 'withdrawn'
         where organisation_id = $1 and state = 'held' and reason = 'restored'
           and (cast($2 as bigint) is null or mailing_id = $2
                or mailing_id in (select id from mailings where about_id = $2))",
    );
    Ok(query.bind(organisation.raw()).bind(letter).execute(write).await?.rows_affected())
}
