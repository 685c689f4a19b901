//! Picture books that staff have read in small groups, and opened for the group's families by it.

use sqlx::AnyConnection;

use super::BookId;
use super::queries::releases as queries;
use crate::clock::Moment;
use crate::roster::GroupId;
use crate::store::Result;

/// A picture book that a group's families may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The book.
    pub book: BookId,
    /// When it was marked as read in the group.
    pub released_at: Moment,
    /// By whom, as staff are written down.
    pub released_by: String,
    /// The mailing that tells the families.
    pub mailing: Option<i64>,
}

/// Marks a book as read in a group; false when it was so already, and then nothing changes.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn release_book(
    write: &mut AnyConnection,
    book: BookId,
    group: GroupId,
    by: &str,
    now: Moment,
) -> Result<bool> {
    queries::release(write, book, group, by, now).await
}

/// Notes which mailing tells the group's families of the book.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn note_release_mailing(
    write: &mut AnyConnection,
    book: BookId,
    group: GroupId,
    mailing: i64,
) -> Result<()> {
    queries::note_mailing(write, book, group, mailing).await
}

/// Takes the mark back: returns what stood there, so that its mailing can be cancelled.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn withdraw_release(
    write: &mut AnyConnection,
    book: BookId,
    group: GroupId,
) -> Result<Option<Release>> {
    let all = queries::of_group(write, group).await?;
    let release = all.into_iter().find(|release| release.book == book);
    if release.is_some() {
        queries::withdraw(write, book, group).await?;
    }
    Ok(release)
}

/// The books a group's families may have, in the order of their release.
///
/// # Errors
/// The database cannot be reached.
pub async fn released_books(read: &mut AnyConnection, group: GroupId) -> Result<Vec<Release>> {
    queries::of_group(read, group).await
}
