//! The SQL of carers in a chat.

use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::roster::CarerInChat;
use crate::roster::{CarerId, ChatId, FamilyId, OrganisationId};
use crate::store::Result;

#[derive(Debug, FromRow)]
pub(in crate::roster) struct CarerRow {
    id: i64,
    family_id: i64,
    language: String,
    second_language: Option<String>,
    second_language_confirmed_at: Option<i64>,
    consented_at: Option<i64>,
    paused_until: Option<i64>,
    stopped_at: Option<i64>,
    children: Option<String>,
    location: Option<String>,
    phone: Option<String>,
}

const SEPARATOR: &str = "\u{1f}";

impl CarerRow {
    pub(in crate::roster) fn into_carer(self) -> CarerInChat {
        let mut children: Vec<String> =
            self.children.unwrap_or_default().split(SEPARATOR).map(str::to_owned).collect();
        children.retain(|name| !name.is_empty());
        children.sort();
        CarerInChat {
            id: CarerId::from_raw(self.id),
            family: FamilyId::from_raw(self.family_id),
            language: HomeLanguage::parse(&self.language).unwrap_or(HomeLanguage::DUTCH),
            second_language: self.second_language.as_deref().and_then(HomeLanguage::parse),
            second_confirmed: self.second_language_confirmed_at.is_some(),
            consented: self.consented_at.is_some(),
            paused_until: self.paused_until.map(Moment::from_millis),
            stopped_at: self.stopped_at.map(Moment::from_millis),
            children,
            location: self.location.unwrap_or_default(),
            phone: self.phone,
        }
    }
}

/// The first location by name among those of the carer's children.
pub(in crate::roster) async fn of_chat(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<Vec<CarerRow>> {
    let query = sqlx::query_as(
        "select c.id, c.family_id, c.language, c.second_language, c.second_language_confirmed_at, c.consented_at,
             c.paused_until, c.stopped_at,
             (select string_agg(ch.name, $3) from carer_children cc join children ch on ch.id = cc.child_id
              where cc.carer_id = c.id) as children,
             l.name as location, l.phone
         from carers c
         join families f on f.id = c.family_id
         left join locations l on l.id = (
             select g.location_id from carer_children cc join children ch on ch.id = cc.child_id
             join groups g on g.id = ch.group_id join locations s on s.id = g.location_id
             where cc.carer_id = c.id order by s.name limit 1)
         where c.chat_id = $2 and f.organisation_id = $1
         order by c.linked_at, c.id",
    );
    Ok(query.bind(organisation.raw()).bind(chat.raw()).bind(SEPARATOR).fetch_all(read).await?)
}

pub(in crate::roster) async fn is_bound_elsewhere(
    read: &mut AnyConnection,
    carer: CarerId,
    chat: ChatId,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from carers c where c.id = $1 and c.chat_id <> $2 and exists (
             select 1 from invites i where i.carer_id = c.id and i.used_at is null and i.revoked_at is null
               and i.created_at <= c.linked_at)",
    );
    let count: i64 = query.bind(carer.raw()).bind(chat.raw()).fetch_one(read).await?;
    Ok(count > 0)
}

pub(in crate::roster) async fn link(
    write: &mut AnyConnection,
    carer: CarerId,
    chat: ChatId,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update carers set chat_id = $2, linked_at = $3, consented_at = null, consent_version = null,
             declined_at = null, unreachable_at = null, unreachable_reason = null, paused_at = null,
             paused_until = null, stopped_at = null where id = $1",
    )
    .bind(carer.raw())
    .bind(chat.raw())
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

/// Every update of a whole chat names the organisation too: the same person may be a parent
/// elsewhere.
macro_rules! update_chat {
    ($set:literal) => {
        concat!(
            "update carers set ",
            $set,
            " where chat_id = $2 and family_id in (select id from families where organisation_id = $1)"
        )
    };
}

pub(in crate::roster) async fn choose_language(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    (language, spoken): (HomeLanguage, &[HomeLanguage]),
    now: Moment,
) -> Result<()> {
    let spoken: Vec<&str> = spoken.iter().map(|it| it.tag()).collect();
    sqlx::query(update_chat!(
        "language = case when $5 like '%,' || language || ',%' then $3 else language end,
         second_language = case when $5 like '%,' || language || ',%' then second_language else $3 end,
         second_language_confirmed_at = case when $5 like '%,' || language || ',%'
             then second_language_confirmed_at else $4 end,
         language_confirmed_at = $4"
    ))
    .bind(organisation.raw())
    .bind(chat.raw())
    .bind(language.tag())
    .bind(now.millis())
    .bind(format!(",{},", spoken.join(",")))
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::roster) async fn consent(
    write: &mut AnyConnection,
    carer: CarerId,
    version: &str,
    now: Moment,
) -> Result<()> {
    for sql in [
        "update carers set consented_at = $2, consent_version = $3, language_confirmed_at = $2, declined_at = null,
             stopped_at = null where id = $1",
        "update invites set used_at = $2 where carer_id = $1 and used_at is null and revoked_at is null
             and $3 is not null",
    ] {
        sqlx::query(sql).bind(carer.raw()).bind(now.millis()).bind(version).execute(&mut *write).await?;
    }
    Ok(())
}

pub(in crate::roster) async fn decline(
    write: &mut AnyConnection,
    carer: CarerId,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update carers set chat_id = null, linked_at = null, declined_at = $2 where id = $1",
    )
    .bind(carer.raw())
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::roster) async fn second_language(
    write: &mut AnyConnection,
    carer: CarerId,
    confirmed: Option<Moment>,
) -> Result<()> {
    sqlx::query("update carers set second_language_confirmed_at = $2 where id = $1")
        .bind(carer.raw())
        .bind(confirmed.map(Moment::millis))
        .execute(write)
        .await?;
    Ok(())
}

pub(in crate::roster) async fn pause(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    until: Option<Moment>,
    now: Moment,
) -> Result<()> {
    sqlx::query(update_chat!(
        "paused_until = $3, paused_at = case when $3 is not null then $4 end"
    ))
    .bind(organisation.raw())
    .bind(chat.raw())
    .bind(until.map(Moment::millis))
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::roster) async fn set_stopped(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    stopped: Option<Moment>,
) -> Result<()> {
    sqlx::query(update_chat!("stopped_at = $3, paused_until = null, paused_at = null"))
        .bind(organisation.raw())
        .bind(chat.raw())
        .bind(stopped.map(Moment::millis))
        .execute(write)
        .await?;
    Ok(())
}

pub(in crate::roster) async fn revoke_codes(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update invites set revoked_at = $3 where revoked_at is null and carer_id in (
             select c.id from carers c join families f on f.id = c.family_id
             where f.organisation_id = $1 and c.chat_id = $2)",
    )
    .bind(organisation.raw())
    .bind(chat.raw())
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::roster) async fn unlink(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<()> {
    sqlx::query(update_chat!(
        "chat_id = null, linked_at = null, consented_at = null, consent_version = null,
         language_confirmed_at = null, second_language_confirmed_at = null, paused_at = null, paused_until = null,
         stopped_at = null"
    ))
    .bind(organisation.raw())
    .bind(chat.raw())
    .execute(write)
    .await?;
    Ok(())
}

pub(in crate::roster) async fn reachable(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    why_not: Option<&str>,
    now: Moment,
) -> Result<()> {
    sqlx::query(update_chat!("unreachable_at = $3, unreachable_reason = $4"))
        .bind(organisation.raw())
        .bind(chat.raw())
        .bind(why_not.map(|_| now.millis()))
        .bind(why_not)
        .execute(write)
        .await?;
    Ok(())
}

pub(in crate::roster) async fn usual_languages(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<String>> {
    let query = sqlx::query_scalar(
        "select c.language from carers c join families f on f.id = c.family_id where f.organisation_id = $1
         group by c.language order by count(*) desc, c.language",
    );
    Ok(query.bind(organisation.raw()).fetch_all(read).await?)
}

/// A carer with the family, for lists that staff read.
#[derive(Clone, Debug, FromRow)]
pub struct FamilyRow {
    /// Number of the family.
    pub family_id: i64,
    /// Its name in the roster.
    pub family: String,
    /// Number of the carer.
    pub carer_id: i64,
    /// The carer's name.
    pub carer: String,
    /// Home language, as a tag.
    pub language: String,
    /// The second language, when the carer confirmed it.
    pub second_language: Option<String>,
    /// The site of (one of) the children.
    pub location: String,
    /// Its telephone number.
    pub phone: Option<String>,
    /// The group of (one of) the children.
    pub group_name: String,
    /// First names, between unit separators.
    pub children: Option<String>,
    /// When the carer agreed to take part.
    pub consented_at: Option<i64>,
    /// When the carer said no.
    pub declined_at: Option<i64>,
    /// When the carer stopped.
    pub stopped_at: Option<i64>,
    /// Until when the carer paused.
    pub paused_until: Option<i64>,
    /// Since when no message arrives.
    pub unreachable_at: Option<i64>,
}

macro_rules! family_rows {
    ($children:literal, $condition:literal) => {
        concat!(
            "select f.id as family_id, f.name as family, c.id as carer_id, c.name as carer, c.language,
                 case when c.second_language_confirmed_at is not null then c.second_language end as second_language,
                 c.consented_at, c.declined_at, c.stopped_at, c.paused_until, c.unreachable_at,
                 min(l.name) as location, min(l.phone) as phone, min(g.name) as group_name,
                 string_agg(ch.name, $2) as children
             from carers c
             join families f on f.id = c.family_id
             join carer_children cc on cc.carer_id = c.id
             join children ch on ch.id = cc.child_id ",
            $children,
            " join groups g on g.id = ch.group_id
             join locations l on l.id = g.location_id
             where ",
            $condition,
            " group by f.id, f.name, c.id, c.name, c.language, c.second_language_confirmed_at, c.second_language,
                 c.consented_at, c.declined_at, c.stopped_at,
                 c.paused_until, c.unreachable_at
             order by location, group_name, f.name, c.name"
        )
    };
}

pub(in crate::roster) async fn families(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    group: Option<i64>,
) -> Result<Vec<FamilyRow>> {
    let query = sqlx::query_as(family_rows!(
        "",
        "f.organisation_id = $1 and (cast($3 as bigint) is null or ch.group_id = cast($3 as bigint))"
    ));
    Ok(query.bind(organisation.raw()).bind(SEPARATOR).bind(group).fetch_all(read).await?)
}

pub(in crate::roster) async fn families_of_letter(
    read: &mut AnyConnection,
    letter: i64,
    today: &str,
) -> Result<Vec<FamilyRow>> {
    let query = sqlx::query_as(family_rows!(
        "join mailing_groups mg on mg.group_id = ch.group_id",
        "mg.mailing_id = $1 and (ch.starts is null or ch.starts <= $3) and (ch.leaves is null or ch.leaves >= $3)"
    ));
    Ok(query.bind(letter).bind(SEPARATOR).bind(today).fetch_all(read).await?)
}

pub(in crate::roster) async fn count_linked(read: &mut AnyConnection) -> Result<i64> {
    let query = sqlx::query_scalar(
        "select count(*) from carers where chat_id is not null and consented_at is not null and stopped_at is null",
    );
    Ok(query.fetch_one(read).await?)
}
