-- A theme running in groups: what goes out when, who got which activity, and what may not go out.

-- The kinds of mailing grow: a column with a new check takes the place of the old one, which both
-- databases can do.
alter table mailings rename column kind to kind_before;
alter table mailings add column kind text not null default 'letter' check (kind in
    ('letter', 'newsletter', 'check_in', 'why', 'do', 'cheer', 'closing', 'book'));
update mailings set kind = kind_before;
alter table mailings drop column kind_before;

-- Of which slot of which run a mailing is, and what it is about.
alter table mailings add column run_id bigint;
alter table mailings add column week bigint;
alter table mailings add column activity_id bigint;
alter table mailings add column level text check (level in ('easier', 'as_is', 'harder'));
alter table mailings add column book_id bigint;
create index mailings_of_staff on mailings (organisation_id, release_at) where run_id is null;
create index mailings_of_run on mailings (run_id, week) where run_id is not null;

create table theme_runs (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    theme_id bigint not null references themes (id),
    starts_on text not null,
    weeks bigint not null,
    audience text not null check (audience in ('all', 've')),
    missing text not null check (missing in ('hold', 'dutch')),
    introduced_on text,
    created_at bigint not null,
    created_by text not null,
    paused_at bigint,
    stopped_at bigint
);

create table theme_run_groups (
    run_id bigint not null references theme_runs (id),
    group_id bigint not null references groups (id),
    primary key (run_id, group_id)
);
create index runs_of_group on theme_run_groups (group_id);

-- One row for each message of a run. A slot goes through its states once: planned, planning (with the
-- last carer it came to), done; or skipped with its reason.
create table run_slots (
    run_id bigint not null references theme_runs (id),
    week bigint not null,
    kind text not null check (kind in ('letter', 'why', 'do', 'cheer', 'closing')),
    send_at bigint not null,
    state text not null check (state in ('planned', 'planning', 'done', 'skipped')),
    reason text,
    planned_after bigint not null default 0,
    planned_at bigint,
    primary key (run_id, week, kind)
);
create index run_slots_due on run_slots (send_at) where state in ('planned', 'planning');

-- Which activity a child gets in which week of a run, at which level; without activity the reason why
-- there is none.
create table steps (
    run_id bigint not null references theme_runs (id),
    week bigint not null,
    child_id bigint not null references children (id),
    activity_id bigint references activities (id),
    level text not null check (level in ('easier', 'as_is', 'harder')),
    reason text,
    decided_at bigint not null,
    primary key (run_id, week, child_id)
);
create index steps_of_child on steps (child_id, activity_id);

-- Where a child stands after "too hard" and "too easy"; no row means as is.
create table child_levels (
    child_id bigint primary key references children (id),
    level text not null check (level in ('easier', 'as_is', 'harder')),
    changed_at bigint not null
);

-- The programme messages of a carer's week, which begins on Monday `week`: for the weekly ceiling, and
-- to find what can be bundled.
create table week_messages (
    carer_id bigint not null references carers (id),
    week text not null,
    kind text not null,
    mailing_id bigint not null references mailings (id),
    send_at bigint not null,
    -- When "did it work?" was asked about it, or was given up.
    asked_at bigint,
    primary key (carer_id, week, kind, mailing_id)
);
create index week_messages_to_ask on week_messages (send_at) where kind = 'do' and asked_at is null;
create index week_messages_of_mailing on week_messages (mailing_id);

-- How often a carer was asked in a week, and which question is open.
create index check_ins_of_carer on check_ins (carer_id, asked_at);

-- Planned family by family within the groups of a run.
drop index children_of_group;
create index children_of_group on children (group_id, family_id);

-- The message for one child carries that for a brother or sister along.
create table bundles (
    mailing_id bigint not null references mailings (id),
    carer_id bigint not null references carers (id),
    other_id bigint not null references mailings (id),
    primary key (mailing_id, carer_id, other_id)
);

create table closed_days (
    organisation_id bigint not null references organisations (id),
    day text not null,
    name text not null,
    primary key (organisation_id, day)
);

-- The days a carer wants messages on: digits 1 (Monday) to 7; null means any.
alter table carers add column days text;

-- An activity's materials were handed to a family.
create table materials_given (
    activity_id bigint not null references activities (id),
    family_id bigint not null references families (id),
    given_at bigint not null,
    primary key (activity_id, family_id)
);

-- What staff call a mailing: its label, or the Dutch title of what a theme or a book brings.
create view mailing_names as
select m.id as mailing_id, case when m.run_id is null and m.book_id is null then m.label
    else coalesce((select t.title from mailing_texts t
                   where t.mailing_id = m.id and t.language = 'nl' and t.part = 0), m.label) end as name
from mailings m;
