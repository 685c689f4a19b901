//! A picture book that we read in small groups: from then on the families of the group get its link.

use super::undo::{self, Undo};
use crate::language::Args;
use crate::library::{self, Book, BookId};
use crate::outbox::Button;
use crate::roster::{self, Group};
use crate::store::Result;
use crate::telegram::talk::Talk;
use crate::{mailing, rhythm};

/// So many books fit a screen.
const PAGE: usize = 8;

/// A page of books (`p.<from>`), one book, or a book and a group.
pub(super) async fn pressed(talk: &mut Talk<'_>, chosen: &str) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let (first, second) = (fields.next().unwrap_or("p"), fields.next());
    if first == "p" {
        return page(talk, second.and_then(|from| from.parse().ok()).unwrap_or_default()).await;
    }
    let id = BookId::from_raw(first.parse().unwrap_or_default());
    let books = library::books(talk.write, scope.organisation()).await?;
    let Some(book) = books.into_iter().find(|book| book.id == id && !book.withdrawn) else {
        talk.work_toast("button-too-old");
        return Ok(());
    };
    let mut groups = roster::groups_of_staff(talk.write, scope).await?;
    let Some(group) = second else {
        return match groups.len() {
            1 => release(talk, &book, &groups.remove(0)).await,
            _ => ask_group(talk, &book, groups).await,
        };
    };
    match groups.iter().find(|it| it.id.to_string() == group) {
        Some(group) => release(talk, &book, group).await,
        None => {
            talk.work_toast("staff-not-mine");
            Ok(())
        }
    }
}

async fn page(talk: &mut Talk<'_>, from: usize) -> Result<()> {
    let mut books = library::books(talk.write, talk.organisation.id).await?;
    books.retain(|book| !book.withdrawn);
    if books.is_empty() {
        return talk.work_phrase("staff-no-books", &Args::new()).await;
    }
    let mut message = talk.work_message("staff-which-book", &Args::new());
    for book in books.iter().skip(from).take(PAGE) {
        message = message.row([Button::new(&book.title, format!("w.b.{}", book.id))]);
    }
    let next = from.saturating_add(PAGE);
    if books.len() > next {
        message = message.row([talk.work_button("staff-button-more", format!("w.b.p.{next}"))]);
    }
    talk.work_say(message).await
}

/// The groups that have not read it yet.
async fn ask_group(talk: &mut Talk<'_>, book: &Book, groups: Vec<Group>) -> Result<()> {
    let args = Args::new().text("title", &book.title);
    let mut rows = Vec::new();
    for group in groups {
        let released = library::released_books(talk.write, group.id).await?;
        if !released.iter().any(|release| release.book == book.id) {
            rows.push(Button::new(group.full_name(), format!("w.b.{}.{}", book.id, group.id)));
        }
    }
    if rows.is_empty() {
        return talk.work_phrase("staff-book-read-before", &args).await;
    }
    let mut message = talk.work_message("staff-which-group", &args);
    message.buttons.extend(rows.into_iter().map(|button| vec![button]));
    talk.work_say(message).await
}

async fn release(talk: &mut Talk<'_>, book: &Book, group: &Group) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    let args = Args::new().text("title", &book.title).text("group", &group.name);
    if !library::release_book(talk.write, book.id, group.id, &staff.name, talk.now).await? {
        return talk.work_phrase("staff-book-read-before", &args).await;
    }
    let (rooms, rules, now) = (talk.rooms, talk.house.theme, talk.now);
    let about = (book, group.id);
    rhythm::announce_book(&rooms.store, talk.write, &rooms.phrases, about, &rules, now).await?;
    let message = talk.work_message("staff-book-read", &args);
    undo::offer(talk, message, Undo::Read(book.id, group.id)).await
}

/// Takes the mark back, and with it what has not left; true when the group is still mine.
pub(super) async fn take_back(
    talk: &mut Talk<'_>,
    book: BookId,
    group: roster::GroupId,
) -> Result<bool> {
    let Some(scope) = talk.scope() else { return Ok(false) };
    let groups = roster::groups_of_staff(talk.write, scope).await?;
    if !groups.iter().any(|it| it.id == group) {
        return Ok(false);
    }
    let release = library::withdraw_release(talk.write, book, group).await?;
    if let Some(letter) = release.and_then(|release| release.mailing) {
        mailing::cancel(talk.write, letter, talk.now).await?;
    }
    Ok(true)
}
