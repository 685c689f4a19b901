-- Programmes of home activities: themes with activities, and picture books. What is withdrawn goes to
-- no new family and stays in the figures.

create table programmes (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    slug text not null,
    name text not null,
    publisher text not null,
    source text,
    rights text not null,
    imported_at bigint not null,
    unique (organisation_id, slug)
);

create table themes (
    id bigint primary key,
    programme_id bigint not null references programmes (id),
    slug text not null,
    position bigint not null,
    weeks bigint not null,
    picture_id text references pictures (id),
    withdrawn_at bigint,
    unique (programme_id, slug)
);

create table theme_texts (
    theme_id bigint not null references themes (id),
    language text not null,
    title text not null,
    letter text not null,
    closing text not null,
    quality text not null check (quality in ('human', 'reviewed', 'machine', 'fallback')),
    primary key (theme_id, language)
);

-- The Dutch word stands here too, as language nl.
create table theme_words (
    theme_id bigint not null references themes (id),
    word text not null,
    language text not null,
    position bigint not null,
    text text not null,
    primary key (theme_id, word, language)
);

-- months_from and months_to: the child's age in whole months, from the first, before the second.
create table activities (
    id bigint primary key,
    theme_id bigint not null references themes (id),
    slug text not null,
    position bigint not null,
    domain text not null check (domain in ('language', 'motor', 'social', 'thinking')),
    months_from bigint not null,
    months_to bigint not null,
    minutes bigint not null,
    picture_id text references pictures (id),
    link text,
    materials bigint not null default 0 check (materials in (0, 1)),
    withdrawn_at bigint,
    unique (theme_id, slug)
);

create table activity_words (
    activity_id bigint not null references activities (id),
    word text not null,
    position bigint not null,
    primary key (activity_id, word)
);

-- steps, easier and harder: one step a line.
create table activity_texts (
    activity_id bigint not null references activities (id),
    language text not null,
    title text not null,
    why text not null,
    need text,
    steps text not null,
    easier text not null,
    harder text not null,
    cheer text not null,
    thanks text not null,
    primary key (activity_id, language)
);

create table picture_books (
    id bigint primary key,
    programme_id bigint not null references programmes (id),
    slug text not null,
    position bigint not null,
    title text not null,
    months_from bigint not null,
    months_to bigint not null,
    link text not null,
    picture_id text references pictures (id),
    withdrawn_at bigint,
    unique (programme_id, slug)
);

-- questions: one a line.
create table picture_book_texts (
    book_id bigint not null references picture_books (id),
    language text not null,
    title text not null,
    about text not null,
    questions text not null,
    quality text not null check (quality in ('human', 'reviewed', 'machine', 'fallback')),
    primary key (book_id, language)
);

create table picture_book_words (
    book_id bigint not null references picture_books (id),
    word text not null,
    language text not null,
    position bigint not null,
    text text not null,
    primary key (book_id, word, language)
);

-- Staff marked the book as read in small groups: from then on the group's families get its link.
create table picture_book_releases (
    book_id bigint not null references picture_books (id),
    group_id bigint not null references groups (id),
    released_at bigint not null,
    released_by text not null,
    mailing_id bigint references mailings (id),
    primary key (book_id, group_id)
);
