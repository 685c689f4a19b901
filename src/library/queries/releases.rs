//! Picture books that are open to a group.

use sqlx::{AnyConnection, Row};

use crate::clock::Moment;
use crate::library::{BookId, Release};
use crate::roster::GroupId;
use crate::store::Result;

pub async fn release(
    write: &mut AnyConnection,
    book: BookId,
    group: GroupId,
    by: &str,
    now: Moment,
) -> Result<bool> {
    let done = sqlx::query(
        "insert into picture_book_releases (book_id, group_id, released_at, released_by) \
         values ($1, $2, $3, $4) on conflict (book_id, group_id) do nothing",
    )
    .bind(book.raw())
    .bind(group.raw())
    .bind(now.millis())
    .bind(by)
    .execute(write)
    .await?;
    Ok(done.rows_affected() > 0)
}

pub async fn note_mailing(
    write: &mut AnyConnection,
    book: BookId,
    group: GroupId,
    mailing: i64,
) -> Result<()> {
    sqlx::query(
        "update picture_book_releases set mailing_id = $3 where book_id = $1 and group_id = $2",
    )
    .bind(book.raw())
    .bind(group.raw())
    .bind(mailing)
    .execute(write)
    .await?;
    Ok(())
}

pub async fn withdraw(write: &mut AnyConnection, book: BookId, group: GroupId) -> Result<()> {
    sqlx::query("delete from picture_book_releases where book_id = $1 and group_id = $2")
        .bind(book.raw())
        .bind(group.raw())
        .execute(write)
        .await?;
    Ok(())
}

pub async fn of_group(read: &mut AnyConnection, group: GroupId) -> Result<Vec<Release>> {
    let rows = sqlx::query(
        "select book_id, released_at, released_by, mailing_id from picture_book_releases \
         where group_id = $1 order by released_at, book_id",
    )
    .bind(group.raw())
    .fetch_all(read)
    .await?;
    let release = |row: &sqlx::any::AnyRow| {
        Ok(Release {
            book: BookId::from_raw(row.try_get("book_id")?),
            released_at: Moment::from_millis(row.try_get("released_at")?),
            released_by: row.try_get("released_by")?,
            mailing: row.try_get("mailing_id")?,
        })
    };
    rows.iter().map(release).collect()
}
