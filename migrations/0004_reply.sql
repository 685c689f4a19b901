-- What came back, and what a person must look at.

create table understandings (
    mailing_id bigint not null references mailings (id),
    carer_id bigint not null references carers (id),
    answer text not null check (answer in ('understood', 'explain')),
    answered_at bigint not null,
    primary key (mailing_id, carer_id)
);

-- mailing_id is the letter that the question "did it work?" is about.
create table check_ins (
    mailing_id bigint not null references mailings (id),
    carer_id bigint not null references carers (id),
    asked_at bigint not null,
    closes_at bigint not null,
    answer text check (answer in ('worked', 'a_bit', 'not_yet')),
    answered_at bigint,
    barrier text check (barrier in
        ('no_time', 'too_hard', 'too_easy', 'no_materials', 'child_did_not_want', 'not_understood', 'other')),
    ask_again_at bigint,
    asked_again_at bigint,
    primary key (mailing_id, carer_id)
);
create index check_ins_to_ask_again on check_ins (ask_again_at)
    where ask_again_at is not null and asked_again_at is null;

create table questions (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    carer_id bigint not null references carers (id),
    mailing_id bigint references mailings (id),
    kind text not null check (kind in ('text', 'explain', 'voice', 'help', 'erase')),
    body text not null,
    message_id bigint,
    asked_at bigint not null,
    answer text,
    answered_at bigint
);
create index questions_open on questions (organisation_id, asked_at) where answered_at is null;
create index questions_of_carer on questions (carer_id);
