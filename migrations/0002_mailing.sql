-- What is written to many, with its texts per language.

create table mailings (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    kind text not null check (kind in ('letter', 'newsletter', 'check_in')),
    slug text not null,
    label text not null,
    theme text,
    state text not null check (state in ('approved', 'fanning_out', 'released', 'cancelled')),
    missing text not null check (missing in ('refuse', 'hold', 'dutch')),
    release_at bigint not null,
    released_at bigint,
    check_in_after bigint,
    about_id bigint references mailings (id),
    fan_out_after bigint not null default 0,
    created_at bigint not null,
    cancelled_at bigint,
    unique (organisation_id, label)
);
create unique index one_check_in_per_letter on mailings (about_id) where about_id is not null;

create table mailing_groups (
    mailing_id bigint not null references mailings (id),
    group_id bigint not null references groups (id),
    primary key (mailing_id, group_id)
);

-- The bytes, once, however many letters show them.
create table pictures (
    id text primary key,
    media_type text not null,
    base64 text not null
);

-- part 0, 1, .. are sent in order; kind 'more' waits behind the button "read more".
create table mailing_texts (
    mailing_id bigint not null references mailings (id),
    language text not null,
    part bigint not null,
    kind text not null check (kind in ('text', 'picture', 'words', 'more')),
    title text not null,
    body text not null,
    picture_id text references pictures (id),
    quality text not null check (quality in ('human', 'reviewed', 'machine', 'fallback')),
    primary key (mailing_id, language, part)
);

-- A printed copy that somebody gave to a family by hand.
create table handed_over (
    mailing_id bigint not null references mailings (id),
    family_id bigint not null references families (id),
    handed_over_at bigint not null,
    primary key (mailing_id, family_id)
);
