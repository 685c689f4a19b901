-- Who is who. Moments are bigint milliseconds UTC, local dates ISO text, yes/no 0 or 1 or a moment.

create table organisations (
    id bigint primary key,
    name text not null unique,
    time_zone text not null,
    language text not null,
    token_env text not null,
    created_at bigint not null
);

create table locations (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    name text not null,
    neighbourhood text,
    phone text,
    unique (organisation_id, name)
);

create table groups (
    id bigint primary key,
    location_id bigint not null references locations (id),
    name text not null,
    unique (location_id, name)
);

create table families (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    name text not null,
    unique (organisation_id, name)
);

create table children (
    id bigint primary key,
    family_id bigint not null references families (id),
    group_id bigint not null references groups (id),
    name text not null,
    born text,
    ve bigint not null default 0 check (ve in (0, 1)),
    starts text,
    leaves text,
    unique (family_id, name)
);
create index children_of_group on children (group_id);

create table carers (
    id bigint primary key,
    family_id bigint not null references families (id),
    name text not null,
    household text,
    language text not null,
    second_language text,
    reading text not null default 'text' check (reading in ('text', 'voice', 'both')),
    interpreter bigint not null default 0 check (interpreter in (0, 1)),
    chat_id bigint,
    linked_at bigint,
    language_confirmed_at bigint,
    second_language_confirmed_at bigint,
    consent_version text,
    consented_at bigint,
    declined_at bigint,
    paused_at bigint,
    paused_until bigint,
    stopped_at bigint,
    unreachable_at bigint,
    unreachable_reason text,
    unique (family_id, name)
);
create index carers_of_chat on carers (chat_id) where chat_id is not null;

-- Which carer is written to about which child.
create table carer_children (
    carer_id bigint not null references carers (id),
    child_id bigint not null references children (id),
    primary key (carer_id, child_id)
);
create index carers_of_child on carer_children (child_id);

create table invites (
    id bigint primary key,
    carer_id bigint not null references carers (id),
    code_hash text not null unique,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    revoked_at bigint
);
create index invites_of_carer on invites (carer_id);
