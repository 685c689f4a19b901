-- Who works with the families, and may see what.

create table staff_members (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    name text not null,
    role text not null check (role in ('educator', 'coach', 'coordinator', 'administrator')),
    language text not null default 'nl' check (language in ('nl', 'en')),
    chat_id bigint,
    linked_at bigint,
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

-- Under which message in a staff chat stands which question of a parent: a reply to it is the answer.
create table staff_question_messages (
    staff_id bigint not null references staff_members (id),
    chat_id bigint not null,
    message_id bigint not null,
    question_id bigint not null references questions (id),
    primary key (chat_id, message_id)
);
alter table questions add column answered_by bigint;
