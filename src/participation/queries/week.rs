//! The SQL of one week in a few groups: from their children to what came to them, so that it is quick
//! in a large organisation too.

use jiff::tz::TimeZone;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::super::Period;
use super::statements::{arrived, no_talk};
use crate::clock::Moment;
use crate::roster::{FamilyId, GroupId, OrganisationId};
use crate::store::Result;

/// What is known of a family in a week.
pub(in super::super) struct InWeek {
    pub(in super::super) family: FamilyId,
    pub(in super::super) reached: bool,
    pub(in super::super) asked: bool,
    pub(in super::super) did_at_home: bool,
    /// Some meeting of the week was for it.
    pub(in super::super) had_meeting: bool,
    pub(in super::super) took_part: bool,
}

/// `session` took place in the week, and is no talk.
macro_rules! took_place {
    () => {
        concat!(
            "sessions.cancelled_at is null and sessions.day >= $2 and sessions.day <= $3
            and sessions.starts_at <= $7 and meetings.id = sessions.meeting_id and ",
            no_talk!()
        )
    };
}

/// $1 organisation, $2 first and $3 last day, $4 first moment and $5 the first one after, $6 the first
/// mailing of the week, $7 now.
const WEEK: &str = concat!(
    "select here.family_id,
        case when coalesce((
                select 1 from carers cross join carer_children cross join children
                cross join mailing_groups cross join mailings cross join deliveries own
                where carers.family_id = here.family_id and carer_children.carer_id = carers.id
                    and children.id = carer_children.child_id
                    and mailing_groups.group_id = children.group_id
                    and mailing_groups.mailing_id >= $6 and mailings.id = mailing_groups.mailing_id
                    and mailings.kind <> 'check_in' and mailings.organisation_id = $1
                    and mailings.released_at >= $4 and mailings.released_at < $5
                    and own.mailing_id = mailings.id and own.carer_id = carers.id and own.part = 0
                    and ",
    arrived!(),
    "           limit 1), 0) = 1
            or exists (
                select 1 from children cross join mailing_groups cross join handed_over
                where children.family_id = here.family_id
                    and mailing_groups.group_id = children.group_id
                    and handed_over.mailing_id = mailing_groups.mailing_id
                    and handed_over.family_id = here.family_id
                    and handed_over.handed_over_at >= $4 and handed_over.handed_over_at < $5)
            then 1 else 0 end as reached,
        case when exists (
                select 1 from carers cross join check_ins
                where carers.family_id = here.family_id and check_ins.carer_id = carers.id
                    and check_ins.asked_at >= $4 and check_ins.asked_at < $5)
            then 1 else 0 end as asked,
        case when exists (
                select 1 from carers cross join check_ins
                where carers.family_id = here.family_id and check_ins.carer_id = carers.id
                    and check_ins.answer in ('worked', 'a_bit')
                    and check_ins.answered_at >= $4 and check_ins.answered_at < $5)
            or exists (
                select 1 from seen_by_staff
                where seen_by_staff.family_id = here.family_id
                    and seen_by_staff.seen_on >= $2 and seen_by_staff.seen_on <= $3)
            then 1 else 0 end as did_at_home,
        case when exists (
                select 1 from children cross join meeting_groups cross join sessions cross join meetings
                where children.family_id = here.family_id
                    and (children.starts is null or children.starts <= $3)
                    and (children.leaves is null or children.leaves >= $2)
                    and meeting_groups.group_id = children.group_id
                    and sessions.meeting_id = meeting_groups.meeting_id
                    and (meetings.audience = 'all' or children.ve = 1) and ",
    took_place!(),
    ")
            then 1 else 0 end as had_meeting,
        case when exists (
                select 1 from attendance cross join sessions cross join meetings
                where attendance.family_id = here.family_id
                    and sessions.id = attendance.session_id and ",
    took_place!(),
    ")
            then 1 else 0 end as took_part
    from (
        select distinct children.family_id from children
        join families on families.id = children.family_id
        where families.organisation_id = $1
            and (children.starts is null or children.starts <= $3)
            and (children.leaves is null or children.leaves >= $2)
            and children.group_id in "
);

/// The families with a child in these groups in the week.
pub(in super::super) async fn families(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    zone: &TimeZone,
    (week, now): (Period, Moment),
    groups: &[GroupId],
) -> Result<Vec<InWeek>> {
    let (begins, ends) = (week.begins(zone).millis(), week.ends(zone).millis());
    let first: Option<i64> = sqlx::query_scalar(
        "select min(id) from mailings
         where organisation_id = $1 and released_at >= $2 and released_at < $3",
    )
    .bind(organisation.raw())
    .bind(begins)
    .bind(ends)
    .fetch_one(&mut *read)
    .await?;
    let places: Vec<String> = (8..groups.len() + 8).map(|number| format!("${number}")).collect();
    let mut query = sqlx::query(AssertSqlSafe(format!("{WEEK} ({})) here", places.join(","))))
        .bind(organisation.raw())
        .bind(week.from().to_string())
        .bind(week.to().to_string())
        .bind(begins)
        .bind(ends)
        .bind(first.unwrap_or(i64::MAX))
        .bind(now.millis());
    for group in groups {
        query = query.bind(group.raw());
    }
    let rows = query.fetch_all(read).await?;
    rows.iter()
        .map(|row| {
            let is = |column: &str| -> Result<bool> { Ok(row.try_get::<i64, _>(column)? == 1) };
            let family = FamilyId::from_raw(row.try_get("family_id")?);
            let (reached, asked) = (is("reached")?, is("asked")?);
            let (did_at_home, took_part) = (is("did_at_home")?, is("took_part")?);
            let had_meeting = is("had_meeting")?;
            Ok(InWeek { family, reached, asked, did_at_home, had_meeting, took_part })
        })
        .collect()
}
