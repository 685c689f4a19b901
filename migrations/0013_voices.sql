-- Listening instead of reading: Opus in Ogg, once for each text and language.

create table voices (
    id text primary key,
    base64 text not null,
    seconds bigint not null
);

-- Which voice reads which text: text_key is the SHA-256 of what is read aloud, so that a changed text
-- loses its voice.
create table recordings (
    organisation_id bigint not null references organisations (id),
    text_key text not null,
    language text not null,
    voice_id text not null references voices (id),
    made_by text not null check (made_by in ('person', 'machine')),
    recorded_at bigint not null,
    recorded_by text,
    primary key (organisation_id, text_key, language)
);

-- Staff listened to the machine's voice and found it good enough for parents.
create table machine_voices (
    organisation_id bigint not null references organisations (id),
    language text not null,
    approved_at bigint not null,
    approved_by text not null,
    primary key (organisation_id, language)
);

alter table mailing_texts rename column kind to kind_before;
alter table mailing_texts add column kind text not null default 'text' check (kind in
    ('text', 'picture', 'words', 'more', 'voice'));
update mailing_texts set kind = kind_before;
alter table mailing_texts drop column kind_before;
alter table mailing_texts add column voice_id text references voices (id);

create table voice_uploads (
    organisation_id bigint not null references organisations (id),
    voice_id text not null references voices (id),
    file_id text not null,
    primary key (organisation_id, voice_id)
);

-- Why the machine has no voice for a text, for staff; gone as soon as there is one.
create table voice_failures (
    organisation_id bigint not null references organisations (id),
    text_key text not null,
    language text not null,
    why text not null,
    failed_at bigint not null,
    primary key (organisation_id, text_key, language)
);
