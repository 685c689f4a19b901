-- One row per message to one carer. An answer to a press or a typed text is a row of its own, with
-- its words in payload; everything else is rendered from the mailing when it leaves.

create table deliveries (
    mailing_id bigint not null,
    carer_id bigint not null,
    part bigint not null,
    organisation_id bigint not null references organisations (id),
    chat_id bigint,
    language text not null,
    priority bigint not null,
    state text not null check (state in
        ('held', 'waiting', 'sending', 'delivered', 'unreachable', 'refused', 'doubtful', 'withdrawn', 'skipped')),
    reason text,
    not_before bigint not null,
    attempts bigint not null default 0,
    attempt_id bigint,
    doubts bigint not null default 0,
    message_id bigint,
    settled_at bigint,
    carried_by bigint,
    payload text,
    primary key (mailing_id, carer_id, part)
);
create index deliveries_waiting on deliveries (organisation_id, priority, mailing_id, carer_id, part)
    where state = 'waiting';
-- Rows that left at least once and are not settled: few, and asked for with every claim.
create index deliveries_busy on deliveries (organisation_id, chat_id)
    where attempts > 0 and state in ('sending', 'waiting');
create index deliveries_held on deliveries (carer_id) where state = 'held';

-- Every attempt of which nobody knows whether it arrived.
create table doubts (
    attempt_id bigint not null,
    mailing_id bigint not null,
    carer_id bigint not null,
    part bigint not null,
    organisation_id bigint not null references organisations (id),
    cause text not null,
    noted_at bigint not null,
    primary key (attempt_id, mailing_id, carer_id, part)
);

create table bots (
    organisation_id bigint primary key references organisations (id),
    username text,
    paused_until bigint,
    stopped_at bigint,
    stopped_reason text,
    menu_version text
);

-- A picture that was uploaded by a bot once is sent by its file id from then on.
create table uploads (
    organisation_id bigint not null references organisations (id),
    picture_id text not null references pictures (id),
    file_id text not null,
    primary key (organisation_id, picture_id)
);

create table chats (
    organisation_id bigint not null references organisations (id),
    chat_id bigint not null,
    language text,
    step text,
    stranger_answered_at bigint,
    primary key (organisation_id, chat_id)
);

-- What Telegram told us, as it came; raw is blanked as soon as its effect is in the database.
create table updates (
    organisation_id bigint not null references organisations (id),
    update_id bigint not null,
    received_at bigint not null,
    seq bigint not null,
    raw text,
    state text not null check (state in ('stored', 'done', 'failed')),
    problem text,
    primary key (organisation_id, update_id)
);
create index updates_stored on updates (organisation_id, seq) where state = 'stored';
