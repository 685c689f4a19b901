//! The SQL of staff: who they are, their codes, and what each may see.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use super::organisations::language_of;
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::roster::{
    ChatId, Group, GroupId, LocationId, OrganisationId, Role, Scope, StaffId, StaffMember, StaffRow,
};
use crate::store::{Error, Result};

/// Between two places in one cell; cannot occur in a name.
const SEPARATOR: &str = "\u{1f}";

/// Who is called so, and whether access has ended.
pub async fn named(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    name: &str,
) -> Result<Option<(StaffId, bool)>> {
    let query = sqlx::query(
        "select id, removed_at from staff_members where organisation_id = $1 and name = $2",
    );
    let row = query.bind(organisation.raw()).bind(name).fetch_optional(read).await?;
    let Some(row) = row else { return Ok(None) };
    let removed: Option<i64> = row.try_get("removed_at")?;
    Ok(Some((StaffId::from_raw(row.try_get("id")?), removed.is_some())))
}

pub async fn insert(
    write: &mut AnyConnection,
    (id, organisation, name, role, language): (StaffId, OrganisationId, &str, Role, HomeLanguage),
) -> Result<()> {
    sqlx::query(
        "insert into staff_members (id, organisation_id, name, role, language) values ($1, $2, $3, $4, $5)",
    )
    .bind(id.raw())
    .bind(organisation.raw())
    .bind(name)
    .bind(role.word())
    .bind(language.tag())
    .execute(write)
    .await?;
    Ok(())
}

pub async fn take_on_again(
    write: &mut AnyConnection,
    id: StaffId,
    role: Role,
    language: HomeLanguage,
) -> Result<()> {
    sqlx::query(
        "update staff_members set role = $2, language = $3, removed_at = null, chat_id = null, linked_at = null,
             unreachable_at = null
         where id = $1",
    )
    .bind(id.raw())
    .bind(role.word())
    .bind(language.tag())
    .execute(write)
    .await?;
    Ok(())
}

/// These groups and locations, and no others.
pub async fn put_places(
    write: &mut AnyConnection,
    id: StaffId,
    groups: &[GroupId],
    locations: &[LocationId],
) -> Result<()> {
    for sql in [
        "delete from staff_groups where staff_id = $1",
        "delete from staff_locations where staff_id = $1",
    ] {
        sqlx::query(sql).bind(id.raw()).execute(&mut *write).await?;
    }
    let groups = groups.iter().map(|group| {
        (
            "insert into staff_groups (staff_id, group_id) values ($1, $2) on conflict do nothing",
            group.raw(),
        )
    });
    let locations = locations.iter().map(|location| {
        (
            "insert into staff_locations (staff_id, location_id) values ($1, $2) on conflict do nothing",
            location.raw(),
        )
    });
    for (sql, place) in groups.chain(locations) {
        sqlx::query(sql).bind(id.raw()).bind(place).execute(&mut *write).await?;
    }
    Ok(())
}

pub async fn remove(write: &mut AnyConnection, id: StaffId, now: Moment) -> Result<()> {
    sqlx::query(
        "update staff_members set removed_at = $2, chat_id = null, linked_at = null where id = $1",
    )
    .bind(id.raw())
    .bind(now.millis())
    .execute(&mut *write)
    .await?;
    // Whoever is taken on again asks for a new address.
    sqlx::query(
        "update calendar_feeds set revoked_at = $2 where staff_id = $1 and revoked_at is null",
    )
    .bind(id.raw())
    .bind(now.millis())
    .execute(&mut *write)
    .await?;
    end_codes(write, id, now).await
}

pub async fn unlink(write: &mut AnyConnection, scope: Scope) -> Result<()> {
    sqlx::query(
        "update staff_members set chat_id = null, linked_at = null where id = $1 and organisation_id = $2",
    )
    .bind(scope.staff().raw())
    .bind(scope.organisation().raw())
    .execute(write)
    .await?;
    Ok(())
}

pub async fn end_codes(write: &mut AnyConnection, staff: StaffId, now: Moment) -> Result<()> {
    sqlx::query(
        "update staff_codes set expires_at = $2 where staff_id = $1 and used_at is null and expires_at > $2",
    )
    .bind(staff.raw())
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

pub async fn insert_code(
    write: &mut AnyConnection,
    (id, staff, hash): (i64, StaffId, &str),
    now: Moment,
    expires_at: Moment,
) -> Result<()> {
    sqlx::query(
        "insert into staff_codes (id, staff_id, code_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)",
    )
    .bind(id)
    .bind(staff.raw())
    .bind(hash)
    .bind(now.millis())
    .bind(expires_at.millis())
    .execute(write)
    .await?;
    Ok(())
}

/// Whose a code is.
pub struct FoundCode {
    pub staff: StaffId,
    pub organisation: OrganisationId,
    pub is_used: bool,
    pub is_removed: bool,
}

pub async fn find_code(read: &mut AnyConnection, hash: &str) -> Result<Option<FoundCode>> {
    let query = sqlx::query(
        "select k.staff_id, s.organisation_id, k.used_at, s.removed_at
         from staff_codes k join staff_members s on s.id = k.staff_id where k.code_hash = $1",
    );
    let Some(row) = query.bind(hash).fetch_optional(read).await? else { return Ok(None) };
    let is_there = |column: &str| Ok::<_, Error>(row.try_get::<Option<i64>, _>(column)?.is_some());
    Ok(Some(FoundCode {
        staff: StaffId::from_raw(row.try_get("staff_id")?),
        organisation: OrganisationId::from_raw(row.try_get("organisation_id")?),
        is_used: is_there("used_at")?,
        is_removed: is_there("removed_at")?,
    }))
}

/// Marks an open code as used; false when it no longer was open.
pub async fn use_code(write: &mut AnyConnection, hash: &str, now: Moment) -> Result<bool> {
    let used = sqlx::query(
        "update staff_codes set used_at = $2 where code_hash = $1 and used_at is null and expires_at > $2",
    );
    Ok(used.bind(hash).bind(now.millis()).execute(write).await?.rows_affected() == 1)
}

pub async fn link(
    write: &mut AnyConnection,
    staff: StaffId,
    chat: ChatId,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update staff_members set chat_id = $2, linked_at = $3, unreachable_at = null where id = $1",
    )
        .bind(staff.raw())
        .bind(chat.raw())
        .bind(now.millis())
        .execute(write)
        .await?;
    Ok(())
}

fn role_of(row: &AnyRow) -> Result<Role> {
    let word: String = row.try_get("role")?;
    Role::from_word(&word).ok_or(Error::Unknown { kind: "role", value: word })
}

fn tongue_of(row: &AnyRow) -> Result<HomeLanguage> {
    language_of(&row.try_get::<String, _>("language")?)
}

pub async fn of_chat(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<Option<StaffMember>> {
    let query = sqlx::query(
        "select id, name, role, language from staff_members
         where organisation_id = $1 and chat_id = $2 and removed_at is null",
    );
    let row = query.bind(organisation.raw()).bind(chat.raw()).fetch_optional(read).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(StaffMember {
        id: StaffId::from_raw(row.try_get("id")?),
        organisation,
        name: row.try_get("name")?,
        role: role_of(&row)?,
        language: tongue_of(&row)?,
    }))
}

pub async fn list(read: &mut AnyConnection, organisation: OrganisationId) -> Result<Vec<StaffRow>> {
    let query = sqlx::query(
        "select s.name, s.role, s.language, s.chat_id, s.unreachable_at,
             coalesce(
                 (select string_agg(l.name || '/' || g.name, $2) from staff_groups own
                  join groups g on g.id = own.group_id join locations l on l.id = g.location_id
                  where own.staff_id = s.id),
                 (select string_agg(l.name, $2) from staff_locations own
                  join locations l on l.id = own.location_id where own.staff_id = s.id), '') as places
         from staff_members s where s.organisation_id = $1 and s.removed_at is null order by s.name",
    );
    let rows = query.bind(organisation.raw()).bind(SEPARATOR).fetch_all(read).await?;
    let read = |row: &AnyRow| {
        let places: String = row.try_get("places")?;
        let mut places: Vec<String> = places.split(SEPARATOR).map(str::to_owned).collect();
        places.retain(|place| !place.is_empty());
        places.sort();
        Ok(StaffRow {
            name: row.try_get("name")?,
            role: role_of(row)?,
            language: tongue_of(row)?,
            places,
            is_linked: row.try_get::<Option<i64>, _>("chat_id")?.is_some(),
            is_unreachable: row.try_get::<Option<i64>, _>("unreachable_at")?.is_some(),
        })
    };
    rows.iter().map(read).collect()
}

pub async fn locations(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<(LocationId, String)>> {
    let query =
        sqlx::query("select id, name from locations where organisation_id = $1 order by name");
    let rows = query.bind(organisation.raw()).fetch_all(read).await?;
    let read = |row: &AnyRow| Ok((LocationId::from_raw(row.try_get("id")?), row.try_get("name")?));
    rows.iter().map(read).collect()
}

pub async fn groups(read: &mut AnyConnection, scope: Scope) -> Result<Vec<Group>> {
    let query = sqlx::query(
        "select v.group_id, v.location_id, g.name as group_name, l.name as location_name
         from staff_scope v join groups g on g.id = v.group_id join locations l on l.id = v.location_id
         where v.staff_id = $1 and v.organisation_id = $2 order by l.name, g.name",
    );
    let rows =
        query.bind(scope.staff().raw()).bind(scope.organisation().raw()).fetch_all(read).await?;
    let read = |row: &AnyRow| {
        Ok(Group {
            id: GroupId::from_raw(row.try_get("group_id")?),
            name: row.try_get("group_name")?,
            location: LocationId::from_raw(row.try_get("location_id")?),
            location_name: row.try_get("location_name")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Whether the chat of who works there takes messages.
pub async fn reachable(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    unreachable_at: Option<Moment>,
) -> Result<()> {
    sqlx::query(
        "update staff_members set unreachable_at = $3 where organisation_id = $1 and chat_id = $2",
    )
    .bind(organisation.raw())
    .bind(chat.raw())
    .bind(unreachable_at.map(Moment::millis))
    .execute(write)
    .await?;
    Ok(())
}
