//! Invitations: who is to be invited, what is open, and the use of a code.

use std::collections::{BTreeSet, HashMap};

use sqlx::{AnyConnection, Row};

use super::organisations::language_of;
use crate::clock::Moment;
use crate::roster::invites::{Invited, InvitedRow, KeptInvite};
use crate::roster::{CarerId, ChatId, FamilyId, GroupId, InviteFound, InviteId, OrganisationId};
use crate::store::{Batch, Result};

/// Every carer with each child who has not left by `today`.
pub async fn invited(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    today: &str,
) -> Result<Vec<InvitedRow>> {
    let rows = sqlx::query(
        "select carers.id as carer_id, carers.name as carer_name, carers.language as language, \
                case when carers.chat_id is null then 0 else 1 end as has_joined, \
                families.id as family_id, families.name as family_name, \
                children.name as child_name, groups.id as group_id, \
                groups.name as group_name, locations.name as location_name \
         from families \
         join carers on carers.family_id = families.id \
         join carer_children on carer_children.carer_id = carers.id \
         join children on children.id = carer_children.child_id \
         join groups on groups.id = children.group_id \
         join locations on locations.id = groups.location_id \
         where families.organisation_id = $1 \
           and (children.leaves is null or children.leaves >= $2)",
    )
    .bind(organisation.raw())
    .bind(today.to_owned())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let language: String = row.try_get("language")?;
            Ok(InvitedRow {
                group: GroupId::from_raw(row.try_get("group_id")?),
                has_joined: row.try_get::<i64, _>("has_joined")? == 1,
                invited: Invited {
                    carer: CarerId::from_raw(row.try_get("carer_id")?),
                    carer_name: row.try_get("carer_name")?,
                    family: FamilyId::from_raw(row.try_get("family_id")?),
                    family_name: row.try_get("family_name")?,
                    language: language_of(&language)?,
                    children: BTreeSet::from([row.try_get("child_name")?]),
                    groups: BTreeSet::from([row.try_get("group_name")?]),
                    locations: BTreeSet::from([row.try_get("location_name")?]),
                },
            })
        })
        .collect()
}

/// Whether the organisation has this family.
pub async fn has_family(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    family: FamilyId,
) -> Result<bool> {
    let query =
        sqlx::query_scalar("select count(*) from families where organisation_id = $1 and id = $2");
    let count: i64 =
        query.bind(organisation.raw()).bind(family.raw()).fetch_one(connection).await?;
    Ok(count > 0)
}

/// What is still open, by carer.
pub async fn open(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    now: Moment,
) -> Result<HashMap<CarerId, KeptInvite>> {
    let rows = sqlx::query(
        "select invites.id as id, invites.carer_id as carer_id, code_hash, expires_at \
         from invites join carers on carers.id = invites.carer_id \
         join families on families.id = carers.family_id \
         where families.organisation_id = $1 \
           and used_at is null and revoked_at is null and expires_at > $2",
    )
    .bind(organisation.raw())
    .bind(now.millis())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let carer = CarerId::from_raw(row.try_get("carer_id")?);
            let kept = KeptInvite {
                id: InviteId::from_raw(row.try_get("id")?),
                carer,
                code_hash: row.try_get("code_hash")?,
                expires_at: Moment::from_millis(row.try_get("expires_at")?),
            };
            Ok((carer, kept))
        })
        .collect()
}

const INSERT: Batch = Batch {
    columns: &[
        ("id", "bigint"),
        ("carer_id", "bigint"),
        ("code_hash", "text"),
        ("created_at", "bigint"),
        ("expires_at", "bigint"),
    ],
    tail: "insert into invites (id, carer_id, code_hash, created_at, expires_at) \
           select id, carer_id, code_hash, created_at, expires_at from v",
};

pub async fn insert(
    connection: &mut AnyConnection,
    made: &[KeptInvite],
    now: Moment,
) -> Result<()> {
    INSERT
        .run(connection, made, |query, invite| {
            query
                .bind(invite.id.raw())
                .bind(invite.carer.raw())
                .bind(invite.code_hash.clone())
                .bind(now.millis())
                .bind(invite.expires_at.millis())
        })
        .await
        .map(drop)
}

const REVOKE: Batch = Batch {
    columns: &[("carer_id", "bigint"), ("at", "bigint")],
    tail: "update invites set revoked_at = v.at from v \
           where invites.carer_id = v.carer_id and used_at is null and revoked_at is null",
};

pub async fn revoke(connection: &mut AnyConnection, carers: &[CarerId], now: Moment) -> Result<()> {
    REVOKE
        .run(connection, carers, |query, carer| query.bind(carer.raw()).bind(now.millis()))
        .await
        .map(drop)
}

pub async fn find(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    code_hash: &str,
    now: Moment,
) -> Result<InviteFound> {
    let found = sqlx::query(
        "select invites.carer_id as carer_id, used_at, revoked_at, expires_at, \
                families.organisation_id as organisation_id \
         from invites join carers on carers.id = invites.carer_id \
         join families on families.id = carers.family_id \
         where code_hash = $1",
    )
    .bind(code_hash.to_owned())
    .fetch_optional(connection)
    .await?;
    let Some(row) = found else { return Ok(InviteFound::Unknown) };
    // Before anything else is read of it: what it opens elsewhere is no business of this bot.
    if row.try_get::<i64, _>("organisation_id")? != organisation.raw() {
        return Ok(InviteFound::Elsewhere);
    }
    let carer = CarerId::from_raw(row.try_get("carer_id")?);
    let used_at: Option<i64> = row.try_get("used_at")?;
    let revoked_at: Option<i64> = row.try_get("revoked_at")?;
    Ok(if used_at.is_some() {
        InviteFound::Used(carer)
    } else if revoked_at.is_some() {
        InviteFound::Revoked(carer)
    } else if row.try_get::<i64, _>("expires_at")? <= now.millis() {
        InviteFound::Expired(carer)
    } else {
        InviteFound::Open(carer)
    })
}

/// Marks an open code as used; false when it no longer was open.
pub async fn close(connection: &mut AnyConnection, code_hash: &str, now: Moment) -> Result<bool> {
    let closed = sqlx::query(
        "update invites set used_at = $1 where code_hash = $2 \
           and used_at is null and revoked_at is null and expires_at > $1",
    )
    .bind(now.millis())
    .bind(code_hash.to_owned())
    .execute(connection)
    .await?;
    Ok(closed.rows_affected() == 1)
}

/// A new chat was never unreachable.
pub async fn bind_chat(
    connection: &mut AnyConnection,
    carer: CarerId,
    chat: ChatId,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update carers set chat_id = $1, linked_at = $2, \
                unreachable_at = null, unreachable_reason = null \
         where id = $3",
    )
    .bind(chat.raw())
    .bind(now.millis())
    .bind(carer.raw())
    .execute(connection)
    .await?;
    Ok(())
}
