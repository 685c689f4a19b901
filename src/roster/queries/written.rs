//! What an import writes: many rows a statement.

use sqlx::AnyConnection;

use crate::language::HomeLanguage;
use crate::roster::import::{CarerRow, Changes, ChildRow, FamilyRow, GroupRow, LocationRow, Side};
use crate::roster::{CarerId, ChildId, OrganisationId};
use crate::store::{Batch, Result};

/// Parents before children, so that every foreign key finds its row.
pub async fn all(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    changes: &Changes,
) -> Result<()> {
    locations(connection, organisation, &changes.locations).await?;
    groups(connection, &changes.groups).await?;
    families(connection, organisation, &changes.families).await?;
    children(connection, &changes.children).await?;
    carers(connection, &changes.carers).await?;
    links(connection, &changes.gone_links, GONE_LINKS).await?;
    links(connection, &changes.new_links, NEW_LINKS).await
}

const LOCATION: &[(&str, &str)] = &[
    ("id", "bigint"),
    ("organisation_id", "bigint"),
    ("name", "text"),
    ("neighbourhood", "text"),
    ("phone", "text"),
];

async fn locations(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    side: &Side<LocationRow>,
) -> Result<()> {
    let insert = "insert into locations (id, organisation_id, name, neighbourhood, phone) \
                  select id, organisation_id, name, neighbourhood, phone from v";
    let update = "update locations set neighbourhood = v.neighbourhood, phone = v.phone \
                  from v where locations.id = v.id";
    for (rows, tail) in [(&side.new, insert), (&side.updated, update)] {
        Batch { columns: LOCATION, tail }
            .run(connection, rows, |query, row| {
                query
                    .bind(row.id.raw())
                    .bind(organisation.raw())
                    .bind(row.name.clone())
                    .bind(row.neighbourhood.clone())
                    .bind(row.phone.clone())
            })
            .await?;
    }
    Ok(())
}

const GROUPS: Batch = Batch {
    columns: &[("id", "bigint"), ("location_id", "bigint"), ("name", "text")],
    tail: "insert into groups (id, location_id, name) select id, location_id, name from v",
};

async fn groups(connection: &mut AnyConnection, side: &Side<GroupRow>) -> Result<()> {
    GROUPS
        .run(connection, &side.new, |query, row| {
            query.bind(row.id.raw()).bind(row.location.raw()).bind(row.name.clone())
        })
        .await
        .map(drop)
}

const FAMILIES: Batch = Batch {
    columns: &[("id", "bigint"), ("organisation_id", "bigint"), ("name", "text")],
    tail: "insert into families (id, organisation_id, name) \
           select id, organisation_id, name from v",
};

async fn families(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    side: &Side<FamilyRow>,
) -> Result<()> {
    FAMILIES
        .run(connection, &side.new, |query, row| {
            query.bind(row.id.raw()).bind(organisation.raw()).bind(row.name.clone())
        })
        .await
        .map(drop)
}

const CHILD: &[(&str, &str)] = &[
    ("id", "bigint"),
    ("family_id", "bigint"),
    ("group_id", "bigint"),
    ("name", "text"),
    ("born", "text"),
    ("ve", "bigint"),
    ("starts", "text"),
    ("leaves", "text"),
];

async fn children(connection: &mut AnyConnection, side: &Side<ChildRow>) -> Result<()> {
    let insert = "insert into children (id, family_id, group_id, name, born, ve, starts, leaves) \
                  select id, family_id, group_id, name, born, ve, starts, leaves from v";
    let update = "update children set group_id = v.group_id, born = v.born, ve = v.ve, \
                  starts = v.starts, leaves = v.leaves from v where children.id = v.id";
    for (rows, tail) in [(&side.new, insert), (&side.updated, update)] {
        Batch { columns: CHILD, tail }
            .run(connection, rows, |query, row| {
                query
                    .bind(row.id.raw())
                    .bind(row.family.raw())
                    .bind(row.group.raw())
                    .bind(row.name.clone())
                    .bind(row.born.clone())
                    .bind(i64::from(row.ve))
                    .bind(row.starts.clone())
                    .bind(row.leaves.clone())
            })
            .await?;
    }
    Ok(())
}

const CARER: &[(&str, &str)] = &[
    ("id", "bigint"),
    ("family_id", "bigint"),
    ("name", "text"),
    ("household", "text"),
    ("language", "text"),
    ("second_language", "text"),
    ("reading", "text"),
    ("interpreter", "bigint"),
];

/// The carer may confirm a language while the import runs, so the condition stands here too.
const UPDATE_CARERS: &str = "update carers set household = v.household, \
     language = case when language_confirmed_at is null then v.language \
                     else carers.language end, \
     second_language = case when second_language_confirmed_at is null then v.second_language \
                            else carers.second_language end, \
     reading = v.reading, interpreter = v.interpreter from v where carers.id = v.id";

const INSERT_CARERS: &str = "insert into carers \
     (id, family_id, name, household, language, second_language, reading, interpreter) \
     select id, family_id, name, household, language, second_language, reading, interpreter \
     from v";

async fn carers(connection: &mut AnyConnection, side: &Side<CarerRow>) -> Result<()> {
    for (rows, tail) in [(&side.new, INSERT_CARERS), (&side.updated, UPDATE_CARERS)] {
        Batch { columns: CARER, tail }
            .run(connection, rows, |query, row| {
                query
                    .bind(row.id.raw())
                    .bind(row.family.raw())
                    .bind(row.name.clone())
                    .bind(row.household.clone())
                    .bind(row.language.tag())
                    .bind(row.second_language.map(HomeLanguage::tag))
                    .bind(row.reading.as_str())
                    .bind(i64::from(row.interpreter))
            })
            .await?;
    }
    Ok(())
}

const NEW_LINKS: &str =
    "insert into carer_children (carer_id, child_id) select carer_id, child_id from v";
const GONE_LINKS: &str = "delete from carer_children \
     where (carer_id, child_id) in (select carer_id, child_id from v)";

async fn links(
    connection: &mut AnyConnection,
    pairs: &[(CarerId, ChildId)],
    tail: &'static str,
) -> Result<()> {
    Batch { columns: &[("carer_id", "bigint"), ("child_id", "bigint")], tail }
        .run(connection, pairs, |query, (carer, child)| query.bind(carer.raw()).bind(child.raw()))
        .await
        .map(drop)
}
