//! The SQL. Each fact about families is defined once, as one `select` of `facts!`; the
//! statements group them by family, or by letter and family.
//!
//! Built on unions grouped once rather than on left joins of derived tables: SQLite joins the
//! latter without an index as soon as it takes them for small, and then needs minutes.

/// `active`: the chosen children. $1 organisation, $2 location, $3 group, $4 first and $5 last day.
macro_rules! active {
    () => {
        "with active as (
            select children.id as child_id, children.family_id, children.group_id, children.ve
            from families
            join children on children.family_id = families.id
            join groups on groups.id = children.group_id
            where families.organisation_id = $1
                and (cast($2 as bigint) is null or groups.location_id = $2)
                and (cast($3 as bigint) is null or groups.id = $3)
                and (children.starts is null or children.starts <= $5)
                and (children.leaves is null or children.leaves >= $4)
        )"
    };
}

/// The message `own` arrived. Part 0 is the text; of two carers in one chat one row carries the copy.
macro_rules! arrived {
    () => {
        "(own.state = 'delivered'
            or (own.state = 'skipped' and own.reason = 'shared_chat' and exists (
                select 1 from deliveries copy
                where copy.mailing_id = own.mailing_id and copy.carer_id = own.carried_by
                    and copy.part = 0 and copy.state = 'delivered')))"
    };
}

/// The kinds of meetings whose [`CountsFor`](crate::meeting::CountsFor) is `TookPart`: all but talks.
macro_rules! no_talk {
    () => {
        "meetings.base not in ('acquaintance-talk', 'five-week-talk', 'ten-minute-talk', 'home-visit')"
    };
}
pub(super) use {active, arrived, no_talk};

/// `mailed`: the organisation's mailings, `counted` = 1 for the letters and `offers` = 1 for the
/// activities and books of the period; and `facts`, to be closed with a bracket: what is known of a
/// family about a mailing, also when another one carried it along. $6 is the first moment of the period, $7 the first one after it.
macro_rules! facts {
    () => {
        concat!(
            ", mailed as (
            select id, case when kind = 'letter' and released_at >= $6
                and released_at < $7 then 1 else 0 end as counted,
                case when kind in ('do', 'book') and released_at >= $6
                and released_at < $7 then 1 else 0 end as offers
            from mailings
            where organisation_id = $1
        ), facts as (
            select own.mailing_id, carers.family_id, 'delivered' as fact
            from mailed
            join deliveries own on own.mailing_id = mailed.id and own.part = 0
            join carers on carers.id = own.carer_id
            where mailed.counted = 1 and ",
            arrived!(),
            "
            union all
            select carried.other_id, carers.family_id, 'delivered'
            from mailed
            join bundles carried on carried.other_id = mailed.id
            join deliveries own on own.mailing_id = carried.mailing_id
                and own.carer_id = carried.carer_id and own.part = 0
            join carers on carers.id = own.carer_id
            where mailed.counted = 1 and ",
            arrived!(),
            "
            union all
            select handed_over.mailing_id, handed_over.family_id, 'handed_over'
            from mailed
            join handed_over on handed_over.mailing_id = mailed.id
            where mailed.counted = 1
            union all
            select said.mailing_id, carers.family_id, said.answer
            from mailed
            join understandings said on said.mailing_id = mailed.id
            join carers on carers.id = said.carer_id
            where mailed.counted = 1
            union all
            select carried.other_id, carers.family_id, said.answer
            from mailed
            join bundles carried on carried.other_id = mailed.id
            join understandings said on said.mailing_id = carried.mailing_id
                and said.carer_id = carried.carer_id
            join carers on carers.id = said.carer_id
            where mailed.counted = 1
            union all
            select carried.other_id, carers.family_id, 'replied'
            from mailed
            join bundles carried on carried.other_id = mailed.id
            join understandings said on said.mailing_id = carried.mailing_id
                and said.carer_id = carried.carer_id
            join carers on carers.id = said.carer_id
            where mailed.counted = 1 and said.answered_at >= $6 and said.answered_at < $7
            union all
            select said.mailing_id, carers.family_id, 'replied'
            from mailed
            join understandings said on said.mailing_id = mailed.id
            join carers on carers.id = said.carer_id
            where said.answered_at >= $6 and said.answered_at < $7
            union all
            select tried.mailing_id, carers.family_id, tried.answer
            from mailed
            join check_ins tried on tried.mailing_id = mailed.id
            join carers on carers.id = tried.carer_id
            where tried.answer is not null
                and tried.answered_at >= $6 and tried.answered_at < $7
            union all
            select questions.mailing_id, carers.family_id, 'replied'
            from questions
            join carers on carers.id = questions.carer_id
            where questions.organisation_id = $1
                and questions.asked_at >= $6 and questions.asked_at < $7"
        )
    };
}

/// More `facts` of a family, about no letter: activities and books that arrived (in whose message
/// they came does not matter here), materials that were handed over, and what staff saw.
macro_rules! offered {
    () => {
        concat!(
            " union all
            select own.mailing_id, carers.family_id, 'offered'
            from mailed
            join deliveries own on own.mailing_id = mailed.id and own.part = 0
            join carers on carers.id = own.carer_id
            where mailed.offers = 1 and ",
            arrived!(),
            "
            union all
            select null, given.family_id, 'materials'
            from families
            join materials_given given on given.family_id = families.id
            where families.organisation_id = $1 and given.given_at >= $6 and given.given_at < $7
            union all
            select null, seen.family_id, 'seen'
            from families
            join seen_by_staff seen on seen.family_id = families.id
            where families.organisation_id = $1 and seen.seen_on >= $4 and seen.seen_on <= $5"
        )
    };
}

/// How a chosen family's carer stands; a family without carers has one row of nulls.
macro_rules! standing {
    () => {
        "'chosen' as fact,
        case when carers.consented_at < $7 and carers.chat_id is not null
                and (carers.stopped_at is null or carers.stopped_at >= $7) then 'connected'
            when carers.declined_at < $7 or carers.stopped_at < $7 then 'turned_down'
            end as standing,
        case when carers.language_confirmed_at is null then 0 else 1 end as confirmed"
    };
}

/// Any carer will do, except that all must have confirmed their language.
macro_rules! family_facts {
    () => {
        "max(case standing when 'connected' then 1 else 0 end) as connected,
        max(case standing when 'turned_down' then 1 else 0 end) as turned_down,
        min(confirmed) as language_known,
        max(case fact when 'delivered' then 1 else 0 end) as delivered,
        max(case fact when 'handed_over' then 1 else 0 end) as handed_over,
        max(case fact when 'understood' then 1 else 0 end) as understood,
        max(case fact when 'explain' then 1 else 0 end) as please_explain,
        max(case when fact in ('replied', 'worked', 'a_bit', 'not_yet') then 1 else 0 end)
            as replied,
        max(case fact when 'offered' then 1 else 0 end) as offered,
        max(case fact when 'materials' then 1 else 0 end) as materials,
        max(case fact when 'seen' then 1 else 0 end) as seen,
        max(case fact when 'worked' then 1 else 0 end) as worked,
        max(case fact when 'a_bit' then 1 else 0 end) as a_bit,
        max(case fact when 'not_yet' then 1 else 0 end) as not_yet"
    };
}

pub(super) const FAMILIES: &str = concat!(
    active!(),
    facts!(),
    offered!(),
    ") select family_id, ",
    family_facts!(),
    " from (
        select active.family_id, ",
    standing!(),
    "   from active
        left join carers on carers.family_id = active.family_id
        union all
        select family_id, fact, null, null from facts
    ) known
    group by family_id
    having max(case fact when 'chosen' then 1 else 0 end) = 1"
);

/// Counted in the database: a row for each letter and each set of facts.
pub(super) const LETTER_FACTS: &str = concat!(
    active!(),
    facts!(),
    ") select mailing_id, connected, turned_down, language_known, delivered, handed_over,
        understood, please_explain, replied, offered, materials, seen, worked, a_bit, not_yet,
        count(*) as families
    from (
        select mailing_id, family_id, ",
    family_facts!(),
    "   from (
            select mailed.id as mailing_id, active.family_id, ",
    standing!(),
    "       from mailed
            join mailing_groups on mailing_groups.mailing_id = mailed.id
            join active on active.group_id = mailing_groups.group_id
            left join carers on carers.family_id = active.family_id
            where mailed.counted = 1
            union all
            select mailing_id, family_id, fact, null, null from facts
        ) known
        group by mailing_id, family_id
        having max(case fact when 'chosen' then 1 else 0 end) = 1
    ) addressed
    group by mailing_id, connected, turned_down, language_known, delivered, handed_over,
        understood, please_explain, replied, offered, materials, seen, worked, a_bit, not_yet"
);

pub(super) const PLACES: &str =
    concat!(active!(), "select distinct family_id, group_id from active");

pub(super) const LANGUAGES: &str = concat!(
    active!(),
    "select distinct carers.family_id, carers.language
    from active
    join carers on carers.family_id = active.family_id"
);

pub(super) const GROUPS: &str = "select groups.id, groups.name, groups.location_id,
        locations.name as location_name
    from locations
    join groups on groups.location_id = locations.id
    where locations.organisation_id = $1";

/// $4 is the first moment of the period, $5 the first one after it.
pub(super) const LETTERS: &str = "select mailings.id,
        (select n.name from mailing_names n where n.mailing_id = mailings.id) as label
    from mailings
    where mailings.organisation_id = $1 and mailings.kind = 'letter'
        and mailings.released_at >= $4 and mailings.released_at < $5
        and ((cast($2 as bigint) is null and cast($3 as bigint) is null) or exists (
            select 1 from mailing_groups
            join groups on groups.id = mailing_groups.group_id
            where mailing_groups.mailing_id = mailings.id
                and (groups.location_id = $2 or groups.id = $3)))
    order by mailings.released_at, mailings.id";
