//! Writing down what an import found.

use std::collections::HashMap;

use sqlx::AnyConnection;

use crate::clock::Moment;
use crate::library::folder::ProgrammeFolder;
use crate::library::import::{Changes, Side};
use crate::library::record::{ActivityRecord, BookRecord, ThemeRecord, Word};
use crate::roster::OrganisationId;
use crate::store::{Result, Store};

pub async fn programme(
    write: &mut AnyConnection,
    id: i64,
    organisation: OrganisationId,
    folder: &ProgrammeFolder,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into programmes (id, organisation_id, slug, name, publisher, source, rights, \
                                 imported_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) \
         on conflict (organisation_id, slug) do update set name = excluded.name, \
             publisher = excluded.publisher, source = excluded.source, rights = excluded.rights, \
             imported_at = excluded.imported_at",
    )
    .bind(id)
    .bind(organisation.raw())
    .bind(&folder.slug)
    .bind(&folder.name)
    .bind(&folder.publisher)
    .bind(folder.source.as_deref())
    .bind(&folder.rights)
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub async fn changes(
    write: &mut AnyConnection,
    store: &Store,
    programme: i64,
    changes: &Changes<'_>,
    now: Moment,
) -> Result<()> {
    for (id, theme) in &changes.themes.written {
        write_theme(write, id.unwrap_or_else(|| store.new_id()), programme, theme).await?;
    }
    let query = sqlx::query_as("select slug, id from themes where programme_id = $1");
    let themes: Vec<(String, i64)> = query.bind(programme).fetch_all(&mut *write).await?;
    let themes: HashMap<String, i64> = themes.into_iter().collect();
    for (id, activity) in &changes.activities.written {
        let Some(theme) = themes.get(&activity.theme) else { continue };
        write_activity(write, id.unwrap_or_else(|| store.new_id()), *theme, activity).await?;
    }
    for (id, book) in &changes.books.written {
        write_book(write, id.unwrap_or_else(|| store.new_id()), programme, book).await?;
    }
    let withdraw = "update themes set withdrawn_at = $2 where id = $1";
    withdraw_all(write, withdraw, &changes.themes, now).await?;
    let withdraw = "update activities set withdrawn_at = $2 where id = $1";
    withdraw_all(write, withdraw, &changes.activities, now).await?;
    let withdraw = "update picture_books set withdrawn_at = $2 where id = $1";
    withdraw_all(write, withdraw, &changes.books, now).await
}

async fn withdraw_all<R>(
    write: &mut AnyConnection,
    sql: &'static str,
    side: &Side<'_, R>,
    now: Moment,
) -> Result<()> {
    for id in &side.withdrawn {
        sqlx::query(sql).bind(*id).bind(now.millis()).execute(&mut *write).await?;
    }
    Ok(())
}

async fn write_theme(
    write: &mut AnyConnection,
    id: i64,
    programme: i64,
    theme: &ThemeRecord,
) -> Result<()> {
    sqlx::query(
        "insert into themes (id, programme_id, slug, position, weeks, picture_id) \
         values ($1, $2, $3, $4, $5, $6) \
         on conflict (id) do update set position = excluded.position, weeks = excluded.weeks, \
             picture_id = excluded.picture_id, withdrawn_at = null",
    )
    .bind(id)
    .bind(programme)
    .bind(&theme.slug)
    .bind(theme.position)
    .bind(theme.weeks)
    .bind(theme.picture.as_deref())
    .execute(&mut *write)
    .await?;
    clear(write, "delete from theme_texts where theme_id = $1", id).await?;
    for (language, text) in &theme.texts {
        sqlx::query(
            "insert into theme_texts (theme_id, language, title, letter, closing, quality) \
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(id)
        .bind(language.tag())
        .bind(&text.title)
        .bind(&text.letter)
        .bind(&text.closing)
        .bind(text.quality.as_str())
        .execute(&mut *write)
        .await?;
    }
    clear(write, "delete from theme_words where theme_id = $1", id).await?;
    let sql = "insert into theme_words (theme_id, word, language, position, text) \
               values ($1, $2, $3, $4, $5)";
    write_words(write, sql, id, &theme.words).await
}

async fn write_activity(
    write: &mut AnyConnection,
    id: i64,
    theme: i64,
    activity: &ActivityRecord,
) -> Result<()> {
    sqlx::query(
        "insert into activities (id, theme_id, slug, position, domain, months_from, months_to, \
                                 minutes, picture_id, link, materials) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         on conflict (id) do update set position = excluded.position, domain = excluded.domain, \
             months_from = excluded.months_from, months_to = excluded.months_to, \
             minutes = excluded.minutes, picture_id = excluded.picture_id, link = excluded.link, \
             materials = excluded.materials, withdrawn_at = null",
    )
    .bind(id)
    .bind(theme)
    .bind(&activity.slug)
    .bind(activity.position)
    .bind(activity.domain.word())
    .bind(activity.months_from)
    .bind(activity.months_to)
    .bind(activity.minutes)
    .bind(activity.picture.as_deref())
    .bind(activity.link.as_deref())
    .bind(i64::from(activity.materials))
    .execute(&mut *write)
    .await?;
    clear(write, "delete from activity_texts where activity_id = $1", id).await?;
    for (language, text) in &activity.texts {
        sqlx::query(
            "insert into activity_texts (activity_id, language, title, why, need, steps, easier, \
                                         harder, cheer, thanks) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(id)
        .bind(language.tag())
        .bind(&text.title)
        .bind(&text.why)
        .bind(text.need.as_deref())
        .bind(text.steps.join("\n"))
        .bind(text.easier.join("\n"))
        .bind(text.harder.join("\n"))
        .bind(&text.cheer)
        .bind(&text.thanks)
        .execute(&mut *write)
        .await?;
    }
    clear(write, "delete from activity_words where activity_id = $1", id).await?;
    for (position, word) in (1_i64..).zip(&activity.words) {
        sqlx::query("insert into activity_words (activity_id, word, position) values ($1, $2, $3)")
            .bind(id)
            .bind(word)
            .bind(position)
            .execute(&mut *write)
            .await?;
    }
    Ok(())
}

async fn write_book(
    write: &mut AnyConnection,
    id: i64,
    programme: i64,
    book: &BookRecord,
) -> Result<()> {
    sqlx::query(
        "insert into picture_books (id, programme_id, slug, position, title, months_from, \
                                    months_to, link, picture_id) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         on conflict (id) do update set position = excluded.position, title = excluded.title, \
             months_from = excluded.months_from, months_to = excluded.months_to, \
             link = excluded.link, picture_id = excluded.picture_id, withdrawn_at = null",
    )
    .bind(id)
    .bind(programme)
    .bind(&book.slug)
    .bind(book.position)
    .bind(&book.title)
    .bind(book.months_from)
    .bind(book.months_to)
    .bind(&book.link)
    .bind(book.picture.as_deref())
    .execute(&mut *write)
    .await?;
    clear(write, "delete from picture_book_texts where book_id = $1", id).await?;
    for (language, text) in &book.texts {
        sqlx::query(
            "insert into picture_book_texts (book_id, language, title, about, questions, quality) \
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(id)
        .bind(language.tag())
        .bind(&text.title)
        .bind(&text.about)
        .bind(text.questions.join("\n"))
        .bind(text.quality.as_str())
        .execute(&mut *write)
        .await?;
    }
    clear(write, "delete from picture_book_words where book_id = $1", id).await?;
    let sql = "insert into picture_book_words (book_id, word, language, position, text) \
               values ($1, $2, $3, $4, $5)";
    write_words(write, sql, id, &book.words).await
}

async fn clear(write: &mut AnyConnection, sql: &'static str, id: i64) -> Result<()> {
    sqlx::query(sql).bind(id).execute(write).await?;
    Ok(())
}

async fn write_words(
    write: &mut AnyConnection,
    sql: &'static str,
    id: i64,
    words: &[Word],
) -> Result<()> {
    for (position, word) in (1_i64..).zip(words) {
        for (language, text) in &word.texts {
            sqlx::query(sql)
                .bind(id)
                .bind(&word.key)
                .bind(language.tag())
                .bind(position)
                .bind(text)
                .execute(&mut *write)
                .await?;
        }
    }
    Ok(())
}
