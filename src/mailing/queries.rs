//! The SQL of letters.

use std::time::Duration;

use sqlx::{AnyConnection, FromRow, Row};

use super::letters::{Gap, Letter};
use crate::clock::Moment;
use crate::roster::{FamilyId, Group, GroupId, OrganisationId};
use crate::store::Result;

#[derive(FromRow)]
struct LetterRow {
    id: i64,
    label: String,
    kind: String,
    state: String,
    release_at: i64,
    released_at: Option<i64>,
}

impl From<LetterRow> for Letter {
    fn from(row: LetterRow) -> Self {
        Self {
            id: row.id,
            label: row.label,
            kind: row.kind,
            state: row.state,
            release_at: Moment::from_millis(row.release_at),
            released_at: row.released_at.map(Moment::from_millis),
        }
    }
}

macro_rules! letters {
    ($condition:literal) => {
        concat!(
            "select id, (select n.name from mailing_names n where n.mailing_id = mailings.id) as label, kind, state,
                 release_at, released_at from mailings
             where organisation_id = $1 and kind <> 'check_in' and ",
            $condition
        )
    };
}

pub(super) async fn with_slug(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Vec<Letter>> {
    let query = sqlx::query_as::<_, LetterRow>(letters!("slug = $2 order by id"));
    let rows = query.bind(organisation.raw()).bind(slug).fetch_all(read).await?;
    Ok(rows.into_iter().map(Letter::from).collect())
}

pub(super) async fn letter(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    id: i64,
) -> Result<Letter> {
    let query = sqlx::query_as::<_, LetterRow>(letters!("id = $2"));
    Ok(query.bind(organisation.raw()).bind(id).fetch_one(read).await?.into())
}

pub(super) async fn find(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    id: i64,
    label: &str,
) -> Result<Option<Letter>> {
    let query = sqlx::query_as::<_, LetterRow>(letters!("(id = $2 or label = $3)"));
    let row = query.bind(organisation.raw()).bind(id).bind(label).fetch_optional(read).await?;
    Ok(row.map(Letter::from))
}

pub(super) async fn list(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<Letter>> {
    let query = sqlx::query_as::<_, LetterRow>(letters!(
        "kind <> 'meeting_news' order by release_at desc, id desc"
    ));
    Ok(query
        .bind(organisation.raw())
        .fetch_all(read)
        .await?
        .into_iter()
        .map(Letter::from)
        .collect())
}

pub(super) async fn label_exists(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    label: &str,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from mailings where organisation_id = $1 and label = $2",
    );
    let count: i64 = query.bind(organisation.raw()).bind(label).fetch_one(read).await?;
    Ok(count > 0)
}

pub(super) async fn shares_group(
    read: &mut AnyConnection,
    letter: i64,
    groups: &[Group],
) -> Result<bool> {
    let query = sqlx::query_scalar("select group_id from mailing_groups where mailing_id = $1")
        .bind(letter);
    let theirs: Vec<i64> = query.fetch_all(read).await?;
    Ok(groups.iter().any(|group| theirs.contains(&group.id.raw())))
}

/// A letter as it is written down first.
pub(super) struct NewLetter<'a> {
    pub id: i64,
    pub organisation: OrganisationId,
    pub kind: &'a str,
    pub slug: &'a str,
    pub label: &'a str,
    pub theme: Option<&'a str>,
    pub missing: &'a str,
    pub release_at: Moment,
    pub check_in_after: Option<Duration>,
}

pub(super) async fn insert(
    write: &mut AnyConnection,
    letter: &NewLetter<'_>,
    now: Moment,
) -> Result<()> {
    let check_in_after =
        letter.check_in_after.map(|after| i64::try_from(after.as_millis()).unwrap_or(i64::MAX));
    sqlx::query(
        "insert into mailings (id, organisation_id, kind, slug, label, theme, state, missing, release_at,
             check_in_after, created_at)
         values ($1, $2, $3, $4, $5, $6, 'approved', $7, $8, $9, $10)",
    )
    .bind(letter.id)
    .bind(letter.organisation.raw())
    .bind(letter.kind)
    .bind(letter.slug)
    .bind(letter.label)
    .bind(letter.theme)
    .bind(letter.missing)
    .bind(letter.release_at.millis())
    .bind(check_in_after)
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub(super) async fn set_missing(
    write: &mut AnyConnection,
    letter: i64,
    missing: &str,
) -> Result<()> {
    let query = sqlx::query("update mailings set missing = $2 where id = $1");
    query.bind(letter).bind(missing).execute(write).await?;
    Ok(())
}

/// What a released letter still owes (held rows, new groups) leaves at a later moment.
pub(super) async fn release_again(
    write: &mut AnyConnection,
    letter: i64,
    release_at: Moment,
) -> Result<()> {
    let query = sqlx::query(
        "update mailings set state = 'fanning_out', fan_out_after = 0, release_at = $2
         where id = $1 and state = 'released'",
    );
    query.bind(letter).bind(release_at.millis()).execute(write).await?;
    Ok(())
}

pub(super) async fn add_group(
    write: &mut AnyConnection,
    letter: i64,
    group: GroupId,
) -> Result<()> {
    let query = sqlx::query(
        "insert into mailing_groups (mailing_id, group_id) values ($1, $2) on conflict do nothing",
    );
    query.bind(letter).bind(group.raw()).execute(write).await?;
    Ok(())
}

/// Title and body of each part that can be read, in order.
pub(super) async fn stored_text(
    read: &mut AnyConnection,
    letter: i64,
    language: &str,
) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query(
        "select title, body from mailing_texts
         where mailing_id = $1 and language = $2 and kind <> 'voice' order by part",
    )
    .bind(letter)
    .bind(language)
    .fetch_all(read)
    .await?;
    rows.iter().map(|row| Ok((row.try_get("title")?, row.try_get("body")?))).collect()
}

pub(super) async fn title(
    read: &mut AnyConnection,
    mailing: i64,
    language: &str,
) -> Result<String> {
    let query = sqlx::query_scalar(
        "select title from mailing_texts where mailing_id = $1 and language = $2 and part = 0",
    );
    let title: Option<String> = query.bind(mailing).bind(language).fetch_optional(read).await?;
    Ok(title.unwrap_or_default())
}

/// One part of a text in one language.
pub(super) struct NewText<'a> {
    pub letter: i64,
    pub language: &'a str,
    pub part: i64,
    pub kind: &'a str,
    pub title: &'a str,
    pub body: &'a str,
    pub picture: Option<&'a str>,
    pub quality: &'a str,
}

pub(super) async fn insert_text(write: &mut AnyConnection, text: &NewText<'_>) -> Result<()> {
    sqlx::query(
        "insert into mailing_texts (mailing_id, language, part, kind, title, body, picture_id, quality)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(text.letter)
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

/// Carers of the letter's groups for whom there is no text, by language.
pub(super) async fn gaps(read: &mut AnyConnection, letter: i64, today: &str) -> Result<Vec<Gap>> {
    let rows = sqlx::query(
        "select distinct c.language, f.name as family
         from carers c
         join families f on f.id = c.family_id
         join carer_children cc on cc.carer_id = c.id
         join children ch on ch.id = cc.child_id
         join mailing_groups mg on mg.group_id = ch.group_id and mg.mailing_id = $1
         where (ch.starts is null or ch.starts <= $2) and (ch.leaves is null or ch.leaves >= $2)
           and c.stopped_at is null
           and not exists (select 1 from mailing_texts t
                           where t.mailing_id = $1 and t.language = c.language and t.part = 0)
           and (c.second_language_confirmed_at is null
                or not exists (select 1 from mailing_texts t
                               where t.mailing_id = $1 and t.language = c.second_language and t.part = 0))
         order by c.language, family",
    )
    .bind(letter)
    .bind(today)
    .fetch_all(read)
    .await?;
    let mut gaps: Vec<Gap> = Vec::new();
    for row in rows {
        let (language, family): (String, String) =
            (row.try_get("language")?, row.try_get("family")?);
        match gaps.last_mut() {
            Some(gap) if gap.language == language => gap.families.push(family),
            _ => gaps.push(Gap { language, families: vec![family] }),
        }
    }
    Ok(gaps)
}

/// Carers whose first part has left or may leave.
pub(super) async fn count_sent(read: &mut AnyConnection, letter: i64) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select count(*) from deliveries
         where mailing_id = $1 and part = 0 and state in ('waiting', 'sending', 'delivered', 'doubtful')",
    );
    Ok(query.bind(letter).fetch_one(read).await?)
}

pub(super) async fn cancel(write: &mut AnyConnection, letter: i64, now: Moment) -> Result<u64> {
    sqlx::query("update mailings set state = 'cancelled', cancelled_at = coalesce(cancelled_at, $2) where id = $1")
        .bind(letter)
        .bind(now.millis())
        .execute(&mut *write)
        .await?;
    let query = sqlx::query(
        "update deliveries set state = 'withdrawn', reason = 'cancelled'
         where mailing_id = $1 and state in ('held', 'waiting')",
    );
    Ok(query.bind(letter).execute(write).await?.rows_affected())
}

pub(super) async fn hand_over(
    write: &mut AnyConnection,
    letter: i64,
    family: FamilyId,
    now: Moment,
) -> Result<bool> {
    let query = sqlx::query(
        "insert into handed_over (mailing_id, family_id, handed_over_at)
         select cast($1 as bigint), f.id, cast($3 as bigint) from families f
         join mailings m on m.id = $1 and m.organisation_id = f.organisation_id
         where f.id = $2 and exists (
             select 1 from children ch join mailing_groups mg on mg.group_id = ch.group_id and mg.mailing_id = $1
             where ch.family_id = f.id)
         on conflict (mailing_id, family_id) do update set handed_over_at = handed_over.handed_over_at",
    );
    let query = query.bind(letter).bind(family.raw()).bind(now.millis());
    Ok(query.execute(write).await?.rows_affected() > 0)
}

/// Everything of a letter in one language, also what stands behind "read more": kind, title, body and
/// picture of each part.
#[derive(Clone, Debug, FromRow)]
pub(super) struct PrintedPart {
    pub kind: String,
    pub title: String,
    pub body: String,
    pub media_type: Option<String>,
    pub base64: Option<String>,
}

pub(super) async fn printed(
    read: &mut AnyConnection,
    letter: i64,
    language: &str,
) -> Result<Vec<PrintedPart>> {
    let query = sqlx::query_as(
        "select t.kind, t.title, t.body, p.media_type, p.base64 from mailing_texts t
         left join pictures p on p.id = t.picture_id
         where t.mailing_id = $1 and t.language = $2 and t.kind <> 'voice'
         order by case t.kind when 'text' then 0 when 'more' then 1 when 'picture' then 2 else 3 end, t.part",
    );
    Ok(query.bind(letter).bind(language).fetch_all(read).await?)
}
