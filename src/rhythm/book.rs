//! A picture book that a group has read: its families get the link.

use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::compose;
use super::planning::{ChunkOf, fan};
use super::queries::closed_days;
use super::queries::fan_out::Audience;
use super::queries::posts::{self, NewPost};
use crate::clock::Moment;
use crate::language::Phrasebook;
use crate::library::{self, Book};
use crate::roster::{GroupId, OrganisationId};
use crate::settings::ThemeRules;
use crate::store::{Result, Store};

/// So many families are written to in one statement.
const FAMILIES: i64 = 5_000;

/// Tells the families of a group that the book is theirs to look at now, with its link, what to ask and
/// its words; those with a child of its age. It counts for the weekly ceiling. In the caller's
/// transaction, after the release was noted. Returns the mailing.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn announce_book(
    store: &Store,
    write: &mut AnyConnection,
    phrases: &Phrasebook,
    (book, group): (&Book, GroupId),
    rules: &ThemeRules,
    now: Moment,
) -> Result<i64> {
    let place = posts::organisation_of_group(write, group).await?;
    let organisation = OrganisationId::from_raw(place.organisation_id);
    let zone = TimeZone::get(&place.time_zone).unwrap_or(TimeZone::UTC);
    let id = store.new_id();
    let label = format!("{} #{id}", book.slug);
    let post = NewPost {
        id,
        organisation,
        kind: "book",
        label: &label,
        theme: &book.title,
        missing: "hold",
        release_at: now,
        check_in_after: None,
        run: None,
        week: None,
        activity: None,
        level: None,
        book: Some(book.id),
    };
    posts::insert(write, &post, now).await?;
    posts::add_group(write, id, group).await?;
    let texts = compose::book(write, phrases, book).await?;
    compose::keep(write, id, &texts).await?;
    library::note_release_mailing(write, book.id, group, id).await?;
    let closed = closed_days::dates(write, organisation).await?;
    let of = ChunkOf {
        audience: Audience::Book,
        of: id,
        week: 0,
        kind: "book",
        organisation,
        at: now,
        zone,
    };
    let mut after = 0;
    while let Some(end) = posts::group_chunk_end(write, group, after, FAMILIES).await? {
        fan(write, &of, (after, end), (rules, &closed), now).await?;
        after = end;
    }
    Ok(id)
}
