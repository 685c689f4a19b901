-- Proof that something was done, without the data it was done to.

create table erasures (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    family_id bigint not null,
    erased_at bigint not null
);

create table audit_log (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    at bigint not null,
    actor text not null,
    action text not null,
    subject text not null
);
