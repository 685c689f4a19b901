-- Who works with the families, and may see what.

create table staff_members (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    name text not null,
    role text not null check (role in ('educator', 'coach', 'coordinator', 'administrator')),
    language text not null default 'nl' check (language in ('nl', 'en')),
    chat_id bigint,
    linked_at bigint,
    unreachable_at bigint,
    removed_at bigint,
    unique (organisation_id, name)
);
create unique index staff_member_of_chat on staff_members (organisation_id, chat_id)
    where chat_id is not null and removed_at is null;

-- The groups of an educator, the locations of a coach; coordinators and administrators see the whole
-- organisation.
create table staff_groups (
    staff_id bigint not null references staff_members (id),
    group_id bigint not null references groups (id),
    primary key (staff_id, group_id)
);
create table staff_locations (
    staff_id bigint not null references staff_members (id),
    location_id bigint not null references locations (id),
    primary key (staff_id, location_id)
);

create table staff_codes (
    id bigint primary key,
    staff_id bigint not null references staff_members (id),
    code_hash text not null unique,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);

-- What a staff member did in the chat, so that it can be undone: `undo` says how, in our own words.
create table staff_acts (
    id bigint primary key,
    staff_id bigint not null references staff_members (id),
    at bigint not null,
    act text not null,
    undo text not null,
    undone_at bigint
);

-- A question of a parent that was brought to a staff member, by the number of the delivery: a reply to
-- that message is the answer.
create table staff_question_messages (
    delivery_id bigint primary key,
    staff_id bigint not null references staff_members (id),
    question_id bigint not null references questions (id)
);
create index staff_messages_of_question on staff_question_messages (question_id);
alter table questions add column answered_by bigint references staff_members (id);

-- In a chat of a parent who also works here: as whom this person is talking now.
alter table chats add column mode text check (mode in ('parent', 'work'));

-- Which groups a member of staff may see, said once: every statement of staff asks here, at each step.
create view staff_scope as
    select s.id as staff_id, s.organisation_id, g.id as group_id, g.location_id
    from staff_members s
    join staff_groups own on own.staff_id = s.id
    join groups g on g.id = own.group_id
    join locations l on l.id = g.location_id and l.organisation_id = s.organisation_id
    where s.role = 'educator' and s.removed_at is null
    union all
    select s.id, s.organisation_id, g.id, g.location_id
    from staff_members s
    join staff_locations own on own.staff_id = s.id
    join locations l on l.id = own.location_id and l.organisation_id = s.organisation_id
    join groups g on g.location_id = l.id
    where s.role = 'coach' and s.removed_at is null
    union all
    select s.id, s.organisation_id, g.id, g.location_id
    from staff_members s
    join locations l on l.organisation_id = s.organisation_id
    join groups g on g.location_id = l.id
    where s.role in ('coordinator', 'administrator') and s.removed_at is null;
