//! The SQL of leases. What speaks of sessions and advisory locks is PostgreSQL's.

use sqlx::{AnyConnection, FromRow, Row};

use super::{Dialect, Result};

/// What the connections of one process are called in PostgreSQL.
pub(super) const CLIENT: &str = "thuispost:";
/// What the one connection is called on which a serving process keeps its locks.
pub(super) const SERVER: &str = "thuispost-serve:";

/// A lease as it stands.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub(super) struct LeaseRow {
    pub epoch: i64,
    pub beat: i64,
    pub holder: Option<String>,
}

pub(super) async fn lease(read: &mut AnyConnection, name: &str) -> Result<Option<LeaseRow>> {
    let query = sqlx::query_as("select epoch, beat, holder from leases where name = $1");
    Ok(query.bind(name).fetch_optional(read).await?)
}

/// Whether this epoch is still the newest one; it stays so until the transaction ends.
pub(super) async fn is_newest(
    write: &mut AnyConnection,
    name: &str,
    epoch: i64,
    dialect: Dialect,
) -> Result<bool> {
    let sql = match dialect {
        Dialect::Sqlite => "select epoch from leases where name = $1 and epoch = $2",
        // Lets the beat go on, however long the transaction takes, and holds up a new holder.
        Dialect::Postgres => {
            "select epoch from leases where name = $1 and epoch = $2 for key share"
        }
    };
    let row = sqlx::query(sql).bind(name).bind(epoch).fetch_optional(write).await?;
    Ok(row.is_some())
}

/// A new holder: whoever writes under the old number is refused from now on. Waits for transactions
/// that were let in under it.
pub(super) async fn raise_epoch(
    write: &mut AnyConnection,
    name: &str,
    holder: &str,
    dialect: Dialect,
) -> Result<i64> {
    if dialect == Dialect::Postgres {
        let sql = "select epoch from leases where name = $1 for update";
        sqlx::query(sql).bind(name).fetch_optional(&mut *write).await?;
    }
    let query = sqlx::query_scalar(
        "insert into leases (name, epoch, beat, holder) values ($1, 1, 0, $2)
         on conflict (name) do update
         set epoch = leases.epoch + 1, beat = leases.beat + 1, holder = excluded.holder
         returning epoch",
    );
    Ok(query.bind(name).bind(holder).fetch_one(write).await?)
}

/// Shows that the holder of this lease lives; false when it has another epoch by now.
pub(super) async fn beat(write: &mut AnyConnection, name: &str, epoch: i64) -> Result<bool> {
    let query = sqlx::query("update leases set beat = beat + 1 where name = $1 and epoch = $2");
    Ok(query.bind(name).bind(epoch).execute(write).await?.rows_affected() > 0)
}

pub(super) async fn give_back(write: &mut AnyConnection, name: &str, epoch: i64) -> Result<()> {
    sqlx::query("update leases set holder = null where name = $1 and epoch = $2")
        .bind(name)
        .bind(epoch)
        .execute(write)
        .await?;
    Ok(())
}

pub(super) async fn try_lock(session: &mut AnyConnection, name: &str) -> Result<bool> {
    let sql = "select case when pg_try_advisory_lock(hashtextextended($1, 7468)) then 1 else 0 end as got";
    let row = sqlx::query(sql).bind(name).fetch_one(session).await?;
    Ok(row.try_get::<i32, _>("got")? == 1)
}

pub(super) async fn unlock(session: &mut AnyConnection, name: &str) -> Result<()> {
    let sql = "select case when pg_advisory_unlock(hashtextextended($1, 7468)) then 1 else 0 end";
    sqlx::query(sql).bind(name).execute(session).await?;
    Ok(())
}

/// Ends every connection of a process that shows no sign of life, and with them its locks and
/// whatever transaction it stopped in.
pub(super) async fn cut_off(session: &mut AnyConnection, holder: &str) -> Result<()> {
    sqlx::query(
        "select case when pg_terminate_backend(pid) then 1 else 0 end from pg_stat_activity
         where datname = current_database() and application_name in ($1, $2)",
    )
    .bind(format!("{CLIENT}{holder}"))
    .bind(format!("{SERVER}{holder}"))
    .fetch_all(session)
    .await?;
    Ok(())
}

/// How many processes serve on this database.
pub(super) async fn instances(session: &mut AnyConnection) -> Result<usize> {
    let count: i64 = sqlx::query_scalar(
        "select count(distinct application_name) from pg_stat_activity
         where datname = current_database() and application_name like $1",
    )
    .bind(format!("{SERVER}%"))
    .fetch_one(session)
    .await?;
    Ok(usize::try_from(count).unwrap_or(0))
}

pub(super) async fn notify(write: &mut AnyConnection, channel: &str, what: &str) -> Result<()> {
    let sql = "select case when pg_notify($1, $2) is null then 1 else 0 end";
    sqlx::query(sql).bind(channel).bind(what).fetch_all(write).await?;
    Ok(())
}
