//! What the database keeps of a programme, as records to compare with a folder.

use std::collections::{BTreeMap, HashMap};

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use super::texts::{lines, quality};
use crate::language::HomeLanguage;
use crate::library::import::{Kept, Known};
use crate::library::record::{ActivityRecord, BookRecord, ThemeRecord, Word};
use crate::library::{ActivityText, BookText, Domain, ThemeText};
use crate::roster::OrganisationId;
use crate::store::{Error, Result};

/// Texts or words by the id of what they belong to.
type ById<T> = HashMap<i64, T>;

pub async fn programme(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Known> {
    let query =
        sqlx::query_scalar("select id from programmes where organisation_id = $1 and slug = $2");
    let id: Option<i64> =
        query.bind(organisation.raw()).bind(slug).fetch_optional(&mut *read).await?;
    let Some(id) = id else { return Ok(Known::default()) };
    Ok(Known {
        id: Some(id),
        themes: themes(read, id).await?,
        activities: activities(read, id).await?,
        books: books(read, id).await?,
    })
}

async fn themes(read: &mut AnyConnection, programme: i64) -> Result<Vec<Kept<ThemeRecord>>> {
    let rows = sqlx::query(
        "select x.theme_id as id, x.language, x.title, x.letter, x.closing, x.quality \
         from theme_texts x join themes t on t.id = x.theme_id where t.programme_id = $1",
    );
    let mut texts = by_language(&rows.bind(programme).fetch_all(&mut *read).await?, |row| {
        Ok(ThemeText {
            title: row.try_get("title")?,
            letter: row.try_get("letter")?,
            closing: row.try_get("closing")?,
            quality: quality(row.try_get("quality")?)?,
        })
    })?;
    let rows = sqlx::query(
        "select w.theme_id as id, w.word, w.language, w.text \
         from theme_words w join themes t on t.id = w.theme_id \
         where t.programme_id = $1 order by w.position, w.word",
    );
    let mut words = words(&rows.bind(programme).fetch_all(&mut *read).await?)?;
    let rows = sqlx::query(
        "select id, slug, position, weeks, picture_id, withdrawn_at from themes \
         where programme_id = $1",
    );
    let theme = |row: &AnyRow| {
        let id = row.try_get("id")?;
        let record = ThemeRecord {
            slug: row.try_get("slug")?,
            position: row.try_get("position")?,
            weeks: row.try_get("weeks")?,
            picture: row.try_get("picture_id")?,
            words: words.remove(&id).unwrap_or_default(),
            texts: texts.remove(&id).unwrap_or_default(),
        };
        Ok(Kept { id, withdrawn: is_withdrawn(row)?, record })
    };
    rows.bind(programme).fetch_all(read).await?.iter().map(theme).collect()
}

async fn activities(read: &mut AnyConnection, programme: i64) -> Result<Vec<Kept<ActivityRecord>>> {
    let rows = sqlx::query(
        "select x.activity_id as id, x.language, x.title, x.why, x.need, x.steps, x.easier, \
                x.harder, x.cheer, x.thanks \
         from activity_texts x join activities a on a.id = x.activity_id \
         join themes t on t.id = a.theme_id where t.programme_id = $1",
    );
    let mut texts = by_language(&rows.bind(programme).fetch_all(&mut *read).await?, |row| {
        Ok(ActivityText {
            title: row.try_get("title")?,
            why: row.try_get("why")?,
            need: row.try_get("need")?,
            steps: listed(row, "steps")?,
            easier: listed(row, "easier")?,
            harder: listed(row, "harder")?,
            cheer: row.try_get("cheer")?,
            thanks: row.try_get("thanks")?,
        })
    })?;
    let query = sqlx::query_as(
        "select w.activity_id, w.word from activity_words w \
         join activities a on a.id = w.activity_id join themes t on t.id = a.theme_id \
         where t.programme_id = $1 order by w.position, w.word",
    );
    let mut words: ById<Vec<String>> = HashMap::new();
    for (id, word) in query.bind(programme).fetch_all(&mut *read).await? {
        let _: i64 = id;
        words.entry(id).or_default().push(word);
    }
    let rows = sqlx::query(
        "select a.id, t.slug as theme, a.slug, a.position, a.domain, a.months_from, a.months_to, \
                a.minutes, a.picture_id, a.link, a.materials, a.withdrawn_at \
         from activities a join themes t on t.id = a.theme_id where t.programme_id = $1",
    );
    let activity = |row: &AnyRow| {
        let id = row.try_get("id")?;
        let domain: String = row.try_get("domain")?;
        let record = ActivityRecord {
            theme: row.try_get("theme")?,
            slug: row.try_get("slug")?,
            position: row.try_get("position")?,
            domain: Domain::from_word(&domain)
                .ok_or(Error::Unknown { kind: "domain", value: domain })?,
            months_from: row.try_get("months_from")?,
            months_to: row.try_get("months_to")?,
            minutes: row.try_get("minutes")?,
            picture: row.try_get("picture_id")?,
            link: row.try_get("link")?,
            materials: row.try_get::<i64, _>("materials")? == 1,
            words: words.remove(&id).unwrap_or_default(),
            texts: texts.remove(&id).unwrap_or_default(),
        };
        Ok(Kept { id, withdrawn: is_withdrawn(row)?, record })
    };
    rows.bind(programme).fetch_all(read).await?.iter().map(activity).collect()
}

async fn books(read: &mut AnyConnection, programme: i64) -> Result<Vec<Kept<BookRecord>>> {
    let rows = sqlx::query(
        "select x.book_id as id, x.language, x.title, x.about, x.questions, x.quality \
         from picture_book_texts x join picture_books b on b.id = x.book_id \
         where b.programme_id = $1",
    );
    let mut texts = by_language(&rows.bind(programme).fetch_all(&mut *read).await?, |row| {
        Ok(BookText {
            title: row.try_get("title")?,
            about: row.try_get("about")?,
            questions: listed(row, "questions")?,
            quality: quality(row.try_get("quality")?)?,
        })
    })?;
    let rows = sqlx::query(
        "select w.book_id as id, w.word, w.language, w.text \
         from picture_book_words w join picture_books b on b.id = w.book_id \
         where b.programme_id = $1 order by w.position, w.word",
    );
    let mut words = words(&rows.bind(programme).fetch_all(&mut *read).await?)?;
    let rows = sqlx::query(
        "select id, slug, position, title, months_from, months_to, link, picture_id, withdrawn_at \
         from picture_books where programme_id = $1",
    );
    let book = |row: &AnyRow| {
        let id = row.try_get("id")?;
        let record = BookRecord {
            slug: row.try_get("slug")?,
            position: row.try_get("position")?,
            title: row.try_get("title")?,
            months_from: row.try_get("months_from")?,
            months_to: row.try_get("months_to")?,
            link: row.try_get("link")?,
            picture: row.try_get("picture_id")?,
            words: words.remove(&id).unwrap_or_default(),
            texts: texts.remove(&id).unwrap_or_default(),
        };
        Ok(Kept { id, withdrawn: is_withdrawn(row)?, record })
    };
    rows.bind(programme).fetch_all(read).await?.iter().map(book).collect()
}

fn is_withdrawn(row: &AnyRow) -> Result<bool> {
    Ok(row.try_get::<Option<i64>, _>("withdrawn_at")?.is_some())
}

fn by_language<T>(
    rows: &[AnyRow],
    read: impl Fn(&AnyRow) -> Result<T>,
) -> Result<ById<BTreeMap<HomeLanguage, T>>> {
    let mut texts: ById<BTreeMap<HomeLanguage, T>> = HashMap::new();
    for row in rows {
        texts.entry(row.try_get("id")?).or_default().insert(language(row)?, read(row)?);
    }
    Ok(texts)
}

fn listed(row: &AnyRow, column: &str) -> Result<Vec<String>> {
    Ok(lines(&row.try_get::<String, _>(column)?))
}

/// Rows in the order of the words.
fn words(rows: &[AnyRow]) -> Result<ById<Vec<Word>>> {
    let mut words: ById<Vec<Word>> = HashMap::new();
    for row in rows {
        let key: String = row.try_get("word")?;
        let of_one = words.entry(row.try_get("id")?).or_default();
        if of_one.last().is_none_or(|word| word.key != key) {
            of_one.push(Word { key, texts: BTreeMap::new() });
        }
        if let Some(word) = of_one.last_mut() {
            word.texts.insert(language(row)?, row.try_get("text")?);
        }
    }
    Ok(words)
}

fn language(row: &AnyRow) -> Result<HomeLanguage> {
    let tag: String = row.try_get("language")?;
    HomeLanguage::parse(&tag).ok_or(Error::Unknown { kind: "language", value: tag })
}
