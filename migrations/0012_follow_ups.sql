-- What a person must look at, and what was seen.

-- noted_at: when a person noted the outcome; null when it was closed by what came in. "Not there" leaves
-- it open, for another day.
create table follow_ups (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    family_id bigint not null references families (id),
    carer_id bigint not null references carers (id),
    reason text not null check (reason in
        ('help', 'not_yet_twice', 'silent_check_ins', 'silent_weeks', 'unreachable')),
    opened_at bigint not null,
    closed_at bigint,
    outcome text check (outcome in
        ('spoke', 'seen_doing_it', 'wants_other_way', 'wants_no_messages', 'not_there',
         'answered_again', 'settled')),
    noted_at bigint,
    closed_by text
);
create unique index one_open_follow_up on follow_ups (family_id, reason) where closed_at is null;
create index follow_ups_open on follow_ups (organisation_id, opened_at) where closed_at is null;
create index follow_ups_of_family on follow_ups (family_id, reason);

-- On which day the families of an organisation were last looked through.
create table follow_up_looks (
    organisation_id bigint primary key references organisations (id),
    looked_on text not null
);

-- Evidence of another kind than what a carer says: staff saw the family do it.
create table seen_by_staff (
    family_id bigint not null references families (id),
    seen_on text not null,
    theme_id bigint references themes (id),
    noted_at bigint not null,
    noted_by text not null,
    primary key (family_id, seen_on)
);

-- What one carer answered, and what came to one group, is asked for every family in the morning.
create index understandings_of_carer on understandings (carer_id);
create index mailing_groups_of_group on mailing_groups (group_id, mailing_id);
create index carers_unreachable on carers (family_id) where unreachable_at is not null;
