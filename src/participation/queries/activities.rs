//! The SQL of programmes, themes and activities: one statement for each, made of the same facts.

use super::statements::{active, arrived};

/// `subjects`: which mailing is about which programme, theme or activity; `offers` = 1 when it
/// brings an activity (or a book) and was released in the period.
macro_rules! subjects {
    ($subject:literal, $offers:literal) => {
        concat!(
            ", subjects as (
            select mailings.id as mailing_id, ",
            $subject,
            " as subject,
                case when mailings.kind in ",
            $offers,
            " and mailings.released_at >= $6
                and mailings.released_at < $7 then 1 else 0 end as offers
            from mailings
            left join activities on activities.id = mailings.activity_id
            left join theme_runs on theme_runs.id = mailings.run_id
            left join themes on themes.id = coalesce(activities.theme_id, theme_runs.theme_id)
            left join picture_books on picture_books.id = mailings.book_id
            where mailings.organisation_id = $1 and ",
            $subject,
            " is not null
        )"
        )
    };
}

/// `facts` about a subject: what arrived and how it went, by itself or carried along in the message
/// for a brother or sister; and materials that were handed over. To be closed with a bracket.
macro_rules! facts {
    ($subject:literal) => {
        concat!(
            ", facts as (
            select subjects.subject, carers.family_id, 'offered' as fact
            from subjects
            join deliveries own on own.mailing_id = subjects.mailing_id and own.part = 0
            join carers on carers.id = own.carer_id
            where subjects.offers = 1 and ",
            arrived!(),
            "
            union all
            select subjects.subject, carers.family_id, 'offered'
            from bundles
            join subjects on subjects.mailing_id = bundles.other_id and subjects.offers = 1
            join deliveries own on own.mailing_id = bundles.mailing_id
                and own.carer_id = bundles.carer_id and own.part = 0
            join carers on carers.id = own.carer_id
            where ",
            arrived!(),
            "
            union all
            select subjects.subject, carers.family_id, tried.answer
            from subjects
            join check_ins tried on tried.mailing_id = subjects.mailing_id
            join carers on carers.id = tried.carer_id
            where tried.answer is not null
                and tried.answered_at >= $6 and tried.answered_at < $7
            union all
            select subjects.subject, carers.family_id, tried.answer
            from bundles
            join subjects on subjects.mailing_id = bundles.other_id
            join check_ins tried on tried.mailing_id = bundles.mailing_id
                and tried.carer_id = bundles.carer_id
            join carers on carers.id = tried.carer_id
            where tried.answer is not null
                and tried.answered_at >= $6 and tried.answered_at < $7
            union all
            select ",
            $subject,
            ", given.family_id, 'materials'
            from materials_given given
            join activities on activities.id = given.activity_id
            join themes on themes.id = activities.theme_id
            where given.given_at >= $6 and given.given_at < $7"
        )
    };
}

/// What staff saw in a theme.
macro_rules! seen {
    ($subject:literal) => {
        concat!(
            " union all
            select ",
            $subject,
            ", seen.family_id, 'seen'
            from seen_by_staff seen
            join themes on themes.id = seen.theme_id
            where seen.seen_on >= $4 and seen.seen_on <= $5"
        )
    };
}

/// Families with a child in a group where a theme ran: of whose run something went out in the period.
macro_rules! where_it_ran {
    ($subject:literal) => {
        concat!(
            "select ",
            $subject,
            " as subject, active.family_id, 'chosen' as fact
            from theme_runs
            join themes on themes.id = theme_runs.theme_id
            join theme_run_groups on theme_run_groups.run_id = theme_runs.id
            join active on active.group_id = theme_run_groups.group_id
            where theme_runs.organisation_id = $1
                and (theme_runs.audience = 'all' or active.ve = 1)
                and exists (
                    select 1 from mailings
                    where mailings.run_id = theme_runs.id
                        and mailings.released_at >= $6 and mailings.released_at < $7)"
        )
    };
}

/// Counted in the database: a row for each subject and each set of facts.
macro_rules! counted {
    ($subjects:expr, $facts:expr, $chosen:expr) => {
        concat!(
            active!(),
            $subjects,
            $facts,
            ") select subject, offered, materials, seen, worked, a_bit, not_yet, count(*) as families
            from (
                select subject, family_id,
                    max(case fact when 'offered' then 1 else 0 end) as offered,
                    max(case fact when 'materials' then 1 else 0 end) as materials,
                    max(case fact when 'seen' then 1 else 0 end) as seen,
                    max(case fact when 'worked' then 1 else 0 end) as worked,
                    max(case fact when 'a_bit' then 1 else 0 end) as a_bit,
                    max(case fact when 'not_yet' then 1 else 0 end) as not_yet
                from (
                    select subject, family_id, fact from facts
                    union all ",
            $chosen,
            "   ) known
                group by subject, family_id
                having max(case fact when 'chosen' then 1 else 0 end) = 1
            ) addressed
            group by subject, offered, materials, seen, worked, a_bit, not_yet"
        )
    };
}

pub(super) const PROGRAMME_FACTS: &str = counted!(
    subjects!("coalesce(themes.programme_id, picture_books.programme_id)", "('do', 'book')"),
    concat!(facts!("themes.programme_id"), seen!("themes.programme_id")),
    concat!(
        where_it_ran!("themes.programme_id"),
        " union all
        select picture_books.programme_id, active.family_id, 'chosen'
        from picture_book_releases
        join picture_books on picture_books.id = picture_book_releases.book_id
        join active on active.group_id = picture_book_releases.group_id
        where picture_book_releases.released_at >= $6 and picture_book_releases.released_at < $7"
    )
);

pub(super) const THEME_FACTS: &str = counted!(
    subjects!("themes.id", "('do')"),
    concat!(facts!("themes.id"), seen!("themes.id")),
    where_it_ran!("themes.id")
);

/// An activity is for the families for a child of whom it was chosen, and those who got materials.
pub(super) const ACTIVITY_FACTS: &str = counted!(
    subjects!("mailings.activity_id", "('do')"),
    facts!("activities.id"),
    "select steps.activity_id as subject, active.family_id, 'chosen' as fact
    from mailings
    join steps on steps.run_id = mailings.run_id and steps.week = mailings.week
        and steps.activity_id = mailings.activity_id
    join active on active.child_id = steps.child_id
    where mailings.organisation_id = $1 and mailings.kind = 'do'
        and mailings.released_at >= $6 and mailings.released_at < $7
    union all
    select given.activity_id, active.family_id, 'chosen'
    from materials_given given
    join active on active.family_id = given.family_id
    where given.given_at >= $6 and given.given_at < $7"
);

pub(super) const PROGRAMMES: &str = "select id, name as label, slug as place
    from programmes where organisation_id = $1 order by name, slug";

/// A title in Dutch; the place it has in a programme tells two of the same title apart.
pub(super) const THEMES: &str = "select themes.id,
        coalesce(theme_texts.title, themes.slug) as label, programmes.name as place
    from programmes
    join themes on themes.programme_id = programmes.id
    left join theme_texts on theme_texts.theme_id = themes.id and theme_texts.language = 'nl'
    where programmes.organisation_id = $1
    order by programmes.name, programmes.slug, themes.position, themes.id";

pub(super) const ACTIVITIES: &str = "select activities.id,
        coalesce(activity_texts.title, activities.slug) as label,
        coalesce(theme_texts.title, themes.slug) as place
    from programmes
    join themes on themes.programme_id = programmes.id
    join activities on activities.theme_id = themes.id
    left join theme_texts on theme_texts.theme_id = themes.id and theme_texts.language = 'nl'
    left join activity_texts on activity_texts.activity_id = activities.id
        and activity_texts.language = 'nl'
    where programmes.organisation_id = $1
    order by programmes.name, programmes.slug, themes.position, themes.id, activities.position,
        activities.id";
