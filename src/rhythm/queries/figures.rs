//! How the activities went.

use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::roster::OrganisationId;
use crate::store::Result;

#[derive(Clone, Debug, FromRow)]
pub(in crate::rhythm) struct WentRow {
    pub activity_id: i64,
    pub theme: String,
    pub title: String,
    pub offered: i64,
    pub answered: i64,
    pub worked: i64,
    pub did: i64,
}

/// Families by activity: a message that carried an activity along counts for it as well.
pub(in crate::rhythm) async fn went(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    (from, until): (Moment, Moment),
) -> Result<Vec<WentRow>> {
    let query = sqlx::query_as(
        "with got as (
             select m.activity_id, c.family_id, m.id as mailing_id, c.id as carer_id
             from mailings m join deliveries d on d.mailing_id = m.id and d.part = 0 and d.state = 'delivered'
             join carers c on c.id = d.carer_id
             where m.organisation_id = $1 and m.kind = 'do' and m.released_at >= $2 and m.released_at < $3
             union all
             select o.activity_id, c.family_id, b.mailing_id, c.id
             from mailings o join bundles b on b.other_id = o.id
             join deliveries d on d.mailing_id = b.mailing_id and d.carer_id = b.carer_id and d.part = 0
                 and d.state = 'delivered'
             join carers c on c.id = b.carer_id
             where o.organisation_id = $1 and o.kind = 'do' and o.released_at >= $2 and o.released_at < $3
         ), known as (
             select g.activity_id, g.family_id,
                 max(case when k.answer is not null then 1 else 0 end) as answered,
                 max(case when k.answer = 'worked' then 1 else 0 end) as worked,
                 max(case when k.answer in ('worked', 'a_bit') then 1 else 0 end) as did
             from got g left join check_ins k on k.mailing_id = g.mailing_id and k.carer_id = g.carer_id
             group by g.activity_id, g.family_id
         )
         select k.activity_id, coalesce(tt.title, th.slug) as theme, coalesce(t.title, a.slug) as title,
             count(*) as offered, cast(sum(k.answered) as bigint) as answered,
             cast(sum(k.worked) as bigint) as worked, cast(sum(k.did) as bigint) as did
         from known k join activities a on a.id = k.activity_id join themes th on th.id = a.theme_id
         left join activity_texts t on t.activity_id = a.id and t.language = 'nl'
         left join theme_texts tt on tt.theme_id = th.id and tt.language = 'nl'
         group by k.activity_id, tt.title, th.slug, t.title, a.slug, th.position, a.position
         order by th.position, a.position, k.activity_id",
    );
    let query = query.bind(organisation.raw()).bind(from.millis()).bind(until.millis());
    Ok(query.fetch_all(read).await?)
}
