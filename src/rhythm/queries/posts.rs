//! The mailings of a programme with their texts.

use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::library::{ActivityId, BookId, ThemeId};
use crate::rhythm::RunId;
use crate::roster::{GroupId, OrganisationId};
use crate::store::Result;

/// A mailing of a programme, as it is written down first.
pub(in crate::rhythm) struct NewPost<'a> {
    pub id: i64,
    pub organisation: OrganisationId,
    pub kind: &'a str,
    pub label: &'a str,
    pub theme: &'a str,
    pub missing: &'a str,
    pub release_at: Moment,
    pub check_in_after: Option<i64>,
    pub run: Option<RunId>,
    pub week: Option<i64>,
    pub activity: Option<ActivityId>,
    pub level: Option<&'a str>,
    pub book: Option<BookId>,
}

pub(in crate::rhythm) async fn insert(
    write: &mut AnyConnection,
    post: &NewPost<'_>,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into mailings (id, organisation_id, kind, slug, label, theme, state, missing, release_at,
             released_at, check_in_after, created_at, run_id, week, activity_id, level, book_id)
         values ($1, $2, $3, $4, $4, $5, 'released', $6, $7, $8, $9, $8, $10, $11, $12, $13, $14)",
    )
    .bind(post.id)
    .bind(post.organisation.raw())
    .bind(post.kind)
    .bind(post.label)
    .bind(post.theme)
    .bind(post.missing)
    .bind(post.release_at.millis())
    .bind(now.millis())
    .bind(post.check_in_after)
    .bind(post.run.map(RunId::raw))
    .bind(post.week)
    .bind(post.activity.map(ActivityId::raw))
    .bind(post.level)
    .bind(post.book.map(BookId::raw))
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::rhythm) async fn add_run_groups(
    write: &mut AnyConnection,
    post: i64,
    run: RunId,
) -> Result<()> {
    let query = sqlx::query(
        "insert into mailing_groups (mailing_id, group_id)
         select cast($1 as bigint), group_id from theme_run_groups where run_id = $2",
    );
    query.bind(post).bind(run.raw()).execute(write).await?;
    Ok(())
}

pub(in crate::rhythm) async fn add_group(
    write: &mut AnyConnection,
    post: i64,
    group: GroupId,
) -> Result<()> {
    let query = sqlx::query("insert into mailing_groups (mailing_id, group_id) values ($1, $2)");
    query.bind(post).bind(group.raw()).execute(write).await?;
    Ok(())
}

#[derive(Clone)]
pub(in crate::rhythm) struct NewText<'a> {
    pub post: i64,
    pub language: &'a str,
    pub part: i64,
    pub kind: &'a str,
    pub title: &'a str,
    pub body: &'a str,
    pub picture: Option<&'a str>,
    pub quality: &'a str,
}

pub(in crate::rhythm) async fn insert_text(
    write: &mut AnyConnection,
    text: &NewText<'_>,
) -> Result<()> {
    sqlx::query(
        "insert into mailing_texts (mailing_id, language, part, kind, title, body, picture_id, quality)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(text.post)
    .bind(text.language)
    .bind(text.part)
    .bind(text.kind)
    .bind(text.title)
    .bind(text.body)
    .bind(text.picture)
    .bind(text.quality)
    .execute(write)
    .await?;
    Ok(())
}

/// The languages in which a mailing has a text.
pub(in crate::rhythm) async fn languages(
    read: &mut AnyConnection,
    post: i64,
) -> Result<Vec<String>> {
    let query =
        sqlx::query_scalar("select language from mailing_texts where mailing_id = $1 and part = 0");
    Ok(query.bind(post).fetch_all(read).await?)
}

/// The mailing of another run of this theme that says the same, written between two moments, and after the
/// library last changed.
pub(in crate::rhythm) async fn twin(
    read: &mut AnyConnection,
    post: &NewPost<'_>,
    theme: ThemeId,
    (since, until): (Moment, Moment),
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select m.id from theme_runs r cross join mailings m
         where r.theme_id = $1 and m.run_id = r.id and m.week = $2 and m.kind = $3
           and coalesce(m.activity_id, 0) = $4 and coalesce(m.level, '') = $5
           and m.created_at >= $6 and m.created_at <= $7 and m.created_at > (
               select p.imported_at from themes t join programmes p on p.id = t.programme_id where t.id = $1)
         order by r.id limit 1",
    );
    let query = query.bind(theme.raw()).bind(post.week).bind(post.kind);
    let query = query.bind(post.activity.map_or(0, ActivityId::raw));
    let query = query.bind(post.level.unwrap_or_default());
    Ok(query.bind(since.millis()).bind(until.millis()).fetch_optional(read).await?)
}

pub(in crate::rhythm) async fn copy_texts(
    write: &mut AnyConnection,
    from: i64,
    to: i64,
) -> Result<()> {
    let query = sqlx::query(
        "insert into mailing_texts (mailing_id, language, part, kind, title, body, picture_id, quality, voice_id)
         select cast($2 as bigint), language, part, kind, title, body, picture_id, quality, voice_id
         from mailing_texts where mailing_id = $1",
    );
    query.bind(from).bind(to).execute(write).await?;
    Ok(())
}

/// The mailings of a slot: activity and level of each.
pub(in crate::rhythm) async fn of_slot(
    read: &mut AnyConnection,
    (run, week): (RunId, i64),
    kind: &str,
) -> Result<Vec<(Option<i64>, Option<String>)>> {
    let query = sqlx::query_as(
        "select activity_id, level from mailings where run_id = $1 and week = $2 and kind = $3",
    );
    Ok(query.bind(run.raw()).bind(week).bind(kind).fetch_all(read).await?)
}

/// Whether staff wrote or planned a letter that leaves between two moments; it may have been due up to two
/// weeks before, when nobody was there to send it.
pub(in crate::rhythm) async fn staff_writes(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    (from, until): (Moment, Moment),
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from mailings where organisation_id = $1 and run_id is null
           and release_at >= $2 - 1209600000 and release_at < $3 and kind in ('letter', 'newsletter', 'invitation')",
    );
    let query = query.bind(organisation.raw()).bind(from.millis()).bind(until.millis());
    let count: i64 = query.fetch_one(read).await?;
    Ok(count > 0)
}

/// The families of a group, one chunk after the other.
pub(in crate::rhythm) async fn group_chunk_end(
    read: &mut AnyConnection,
    group: GroupId,
    after: i64,
    size: i64,
) -> Result<Option<i64>> {
    let query = sqlx::query_scalar(
        "select max(family_id) from (
             select distinct family_id from children where group_id = $1 and family_id > $2
             order by family_id limit $3 + 0) as chunk",
    );
    Ok(query.bind(group.raw()).bind(after).bind(size).fetch_one(read).await?)
}

/// A book that was announced, for [`crate::rhythm::announce_book`].
#[derive(FromRow)]
pub(in crate::rhythm) struct BookRow {
    pub organisation_id: i64,
    pub time_zone: String,
}

pub(in crate::rhythm) async fn organisation_of_group(
    read: &mut AnyConnection,
    group: GroupId,
) -> Result<BookRow> {
    let query = sqlx::query_as(
        "select o.id as organisation_id, o.time_zone from groups g join locations l on l.id = g.location_id
         join organisations o on o.id = l.organisation_id where g.id = $1",
    );
    Ok(query.bind(group.raw()).fetch_one(read).await?)
}
