//! Texts and words in one language.

use sqlx::{AnyConnection, FromRow, Row};

use crate::language::{HomeLanguage, Quality};
use crate::library::{ActivityId, ActivityText, BookId, BookText, ThemeId, ThemeText};
use crate::store::{Error, Result};

pub async fn theme_text(
    read: &mut AnyConnection,
    theme: ThemeId,
    language: HomeLanguage,
) -> Result<Option<ThemeText>> {
    let row = sqlx::query(
        "select title, letter, closing, quality from theme_texts \
         where theme_id = $1 and language = $2",
    )
    .bind(theme.raw())
    .bind(language.tag())
    .fetch_optional(read)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(ThemeText {
        title: row.try_get("title")?,
        letter: row.try_get("letter")?,
        closing: row.try_get("closing")?,
        quality: quality(row.try_get("quality")?)?,
    }))
}

#[derive(FromRow)]
struct ActivityTextRow {
    title: String,
    why: String,
    need: Option<String>,
    steps: String,
    easier: String,
    harder: String,
    cheer: String,
    thanks: String,
}

pub async fn activity_text(
    read: &mut AnyConnection,
    activity: ActivityId,
    language: HomeLanguage,
) -> Result<Option<ActivityText>> {
    let row: Option<ActivityTextRow> = sqlx::query_as(
        "select title, why, need, steps, easier, harder, cheer, thanks from activity_texts \
         where activity_id = $1 and language = $2",
    )
    .bind(activity.raw())
    .bind(language.tag())
    .fetch_optional(read)
    .await?;
    Ok(row.map(|row| ActivityText {
        title: row.title,
        why: row.why,
        need: row.need,
        steps: lines(&row.steps),
        easier: lines(&row.easier),
        harder: lines(&row.harder),
        cheer: row.cheer,
        thanks: row.thanks,
    }))
}

pub async fn book_text(
    read: &mut AnyConnection,
    book: BookId,
    language: HomeLanguage,
) -> Result<Option<BookText>> {
    let row = sqlx::query(
        "select title, about, questions, quality from picture_book_texts \
         where book_id = $1 and language = $2",
    )
    .bind(book.raw())
    .bind(language.tag())
    .fetch_optional(read)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(BookText {
        title: row.try_get("title")?,
        about: row.try_get("about")?,
        questions: lines(&row.try_get::<String, _>("questions")?),
        quality: quality(row.try_get("quality")?)?,
    }))
}

pub async fn theme_words(
    read: &mut AnyConnection,
    theme: ThemeId,
    language: HomeLanguage,
) -> Result<Vec<(String, String)>> {
    let query = sqlx::query_as(
        "select d.text, o.text from theme_words d \
         join theme_words o on o.theme_id = d.theme_id and o.word = d.word and o.language = $2 \
         where d.theme_id = $1 and d.language = 'nl' order by d.position, d.word",
    );
    Ok(query.bind(theme.raw()).bind(language.tag()).fetch_all(read).await?)
}

pub async fn activity_words(
    read: &mut AnyConnection,
    activity: ActivityId,
    language: HomeLanguage,
) -> Result<Vec<(String, String)>> {
    let query = sqlx::query_as(
        "select d.text, o.text from activity_words w \
         join activities a on a.id = w.activity_id \
         join theme_words d on d.theme_id = a.theme_id and d.word = w.word and d.language = 'nl' \
         join theme_words o on o.theme_id = a.theme_id and o.word = w.word and o.language = $2 \
         where w.activity_id = $1 order by w.position, w.word",
    );
    Ok(query.bind(activity.raw()).bind(language.tag()).fetch_all(read).await?)
}

pub async fn book_words(
    read: &mut AnyConnection,
    book: BookId,
    language: HomeLanguage,
) -> Result<Vec<(String, String)>> {
    let query = sqlx::query_as(
        "select d.text, o.text from picture_book_words d \
         join picture_book_words o on o.book_id = d.book_id and o.word = d.word and o.language = $2 \
         where d.book_id = $1 and d.language = 'nl' order by d.position, d.word",
    );
    Ok(query.bind(book.raw()).bind(language.tag()).fetch_all(read).await?)
}

pub async fn languages_of_theme(
    read: &mut AnyConnection,
    theme: ThemeId,
) -> Result<Vec<HomeLanguage>> {
    let query = sqlx::query_scalar(
        "select language from theme_texts where theme_id = $1 order by language",
    );
    languages(query.bind(theme.raw()).fetch_all(read).await?)
}

pub async fn languages_of_activity(
    read: &mut AnyConnection,
    activity: ActivityId,
) -> Result<Vec<HomeLanguage>> {
    let query = sqlx::query_scalar(
        "select language from activity_texts where activity_id = $1 order by language",
    );
    languages(query.bind(activity.raw()).fetch_all(read).await?)
}

pub async fn languages_of_book(
    read: &mut AnyConnection,
    book: BookId,
) -> Result<Vec<HomeLanguage>> {
    let query = sqlx::query_scalar(
        "select language from picture_book_texts where book_id = $1 order by language",
    );
    languages(query.bind(book.raw()).fetch_all(read).await?)
}

fn languages(tags: Vec<String>) -> Result<Vec<HomeLanguage>> {
    let parse = |tag: String| {
        HomeLanguage::parse(&tag).ok_or(Error::Unknown { kind: "language", value: tag })
    };
    tags.into_iter().map(parse).collect()
}

pub fn quality(word: String) -> Result<Quality> {
    Quality::parse(&word).ok_or(Error::Unknown { kind: "quality", value: word })
}

pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
