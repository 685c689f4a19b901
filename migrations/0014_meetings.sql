-- Meetings: what was planned, who was invited and said what, who had a talk when, who came.

-- A kind that an organisation made, or a built-in one with other defaults: base names the built-in kind
-- whose rules and ready phrases it has.
create table meeting_kinds (
    organisation_id bigint not null references organisations (id),
    slug text not null,
    base text not null,
    minutes bigint,
    place text,
    target bigint check (target between 0 and 100),
    primary key (organisation_id, slug)
);
create table meeting_kind_names (
    organisation_id bigint not null references organisations (id),
    slug text not null,
    language text not null,
    name text not null,
    primary key (organisation_id, slug, language)
);

-- capacity: so many families (parent help: so many helpers); null means no limit. interpreter_minutes: how long a
-- talk takes when somebody interprets.
create table meetings (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    location_id bigint not null references locations (id),
    kind text not null,
    base text not null,
    place text,
    siblings text check (siblings in ('welcome', 'not')),
    audience text not null check (audience in ('all', 've')),
    capacity bigint check (capacity > 0),
    interpreter_minutes bigint,
    picture_id text references pictures (id),
    invite_at bigint,
    created_at bigint not null,
    created_by text not null,
    cancelled_at bigint,
    cancelled_why text,
    handed_over_at bigint,
    settled_at bigint
);
create index meetings_of_organisation on meetings (organisation_id, id);
create index meetings_handed_over on meetings (id) where handed_over_at is not null and settled_at is null;

create table meeting_groups (
    meeting_id bigint not null references meetings (id),
    group_id bigint not null references groups (id),
    primary key (meeting_id, group_id)
);
create index meetings_of_group on meeting_groups (group_id, meeting_id);

-- A line of the staff's own in a language.
create table meeting_lines (
    meeting_id bigint not null references meetings (id),
    language text not null,
    line text not null,
    primary key (meeting_id, language)
);

-- One row for each time a meeting takes place: a series has several, talks have none. day is the local
-- date; of the weekly tick of the play-in it is the Monday. list_closed_at: staff said that the list of
-- who came is complete.
create table sessions (
    id bigint primary key,
    meeting_id bigint not null references meetings (id),
    number bigint not null,
    day text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    sequence bigint not null default 0,
    cancelled_at bigint,
    reminded_at bigint,
    list_closed_at bigint,
    told_after_at bigint,
    unique (meeting_id, number),
    check (ends_at > starts_at)
);
create index sessions_by_time on sessions (starts_at);
create index sessions_to_tell on sessions (list_closed_at) where told_after_at is null and list_closed_at is not null;

-- What a carer said to an invitation. interpreter: who is to interpret there.
create table rsvps (
    meeting_id bigint not null references meetings (id),
    carer_id bigint not null references carers (id),
    answer text not null check (answer in ('yes', 'no', 'maybe')),
    people bigint,
    interpreter text check (interpreter in ('school', 'family')),
    answered_at bigint not null,
    calendar_at bigint,
    primary key (meeting_id, carer_id)
);
create index rsvps_of_carer on rsvps (carer_id);

-- The places of a meeting with a capacity, by family, in the order of `since`.
create table seats (
    meeting_id bigint not null references meetings (id),
    family_id bigint not null references families (id),
    state text not null check (state in ('taken', 'waiting', 'offered')),
    since bigint not null,
    offered_until bigint,
    primary key (meeting_id, family_id)
);
create index seats_offered on seats (offered_until) where state = 'offered';

-- One talk about one child with one household: carers who live apart may each have theirs. meeting_id is
-- null for a talk that was held outside every round. moment: which moment on the schedule it was, when
-- staff say so; else that follows from the day. next_step: short, and never about health.
create table talks (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    meeting_id bigint references meetings (id),
    child_id bigint not null references children (id),
    household text not null default '',
    carer_id bigint references carers (id),
    kind text not null,
    sequence bigint not null default 0,
    booked_at bigint,
    waiting_since bigint,
    wish text,
    reminded_at bigint,
    calendar_at bigint,
    moment text check (moment in
        ('settling_in_toddler', 'at_three', 'transfer_toddler', 'settling_in_kleuter', 'at_five', 'transfer_kleuter')),
    held_on text,
    outcome text check (outcome in ('held', 'not_held')),
    held_with text,
    interpreter text check (interpreter in ('school', 'family')),
    interpreter_there bigint check (interpreter_there in (0, 1)),
    next_step text,
    noted_at bigint,
    noted_by text,
    told_after_at bigint
);
create unique index one_talk_in_a_round on talks (meeting_id, child_id, household) where meeting_id is not null;
create index talks_of_child on talks (child_id);
create index talks_to_tell on talks (noted_at) where told_after_at is null and outcome is not null;
create index talks_waiting on talks (meeting_id, waiting_since) where waiting_since is not null;

-- The moments of a round of talks. A talk that takes longer has several, in the order of `part`.
create table slots (
    id bigint primary key,
    meeting_id bigint not null references meetings (id),
    staff_id bigint references staff_members (id),
    day text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    at_home bigint not null default 0 check (at_home in (0, 1)),
    talk_id bigint references talks (id),
    part bigint,
    offered_talk_id bigint references talks (id),
    offered_until bigint,
    withdrawn_at bigint,
    check (ends_at > starts_at)
);
create unique index one_slot_of_staff on slots (staff_id, starts_at) where staff_id is not null and withdrawn_at is null;
create unique index one_part_of_a_talk on slots (talk_id, part) where talk_id is not null;
create index slots_of_meeting on slots (meeting_id, starts_at);
create index slots_taken on slots (starts_at) where part = 0;
create index slots_of_offer on slots (offered_until) where offered_talk_id is not null;

-- Who was there, by kind of evidence: noted by staff, or said so themselves with the code on the table.
create table attendance (
    session_id bigint not null references sessions (id),
    family_id bigint not null references families (id),
    evidence text not null check (evidence in ('seen', 'said')),
    interpreter_there bigint check (interpreter_there in (0, 1)),
    noted_at bigint not null,
    noted_by text not null,
    primary key (session_id, family_id, evidence)
);
create index attendance_of_family on attendance (family_id, session_id);

-- The code on the coffee table, by the hash of it.
create table session_codes (
    session_id bigint primary key references sessions (id),
    code_hash text not null unique
);

-- Other calendars, for the warning when a meeting is made.
create table calendars (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    name text not null,
    location_id bigint references locations (id),
    imported_at bigint not null,
    unique (organisation_id, name)
);
create table calendar_events (
    calendar_id bigint not null references calendars (id),
    number bigint not null,
    title text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    primary key (calendar_id, number)
);
create index calendar_events_by_time on calendar_events (calendar_id, starts_at);

-- Private addresses of calendars: of the organisation, or of one member of staff.
create table calendar_feeds (
    id bigint primary key,
    organisation_id bigint not null references organisations (id),
    staff_id bigint references staff_members (id),
    code_hash text not null unique,
    created_at bigint not null,
    revoked_at bigint
);

-- Files that are sent with a message, such as a calendar entry; gone when they are no use any more.
create table documents (
    id text primary key,
    name text not null,
    media_type text not null,
    base64 text not null,
    kept_until bigint not null
);
create table document_uploads (
    organisation_id bigint not null references organisations (id),
    document_id text not null references documents (id),
    file_id text not null,
    primary key (organisation_id, document_id)
);

alter table locations add column address text;
alter table locations add column latitude text;
alter table locations add column longitude text;
-- Who interprets for this carer: kept until they say otherwise.
alter table carers add column interpreter_by text check (interpreter_by in ('school', 'family'));
-- Wants to hear every morning what takes place today.
alter table staff_members add column mornings_from bigint;
alter table staff_members add column morning_told_on text;

-- Messages about a meeting: `invitation` counts for the week, the others are about what somebody has
-- or chose. buttons: rows of label and press, as JSON; the carer's number follows each press.
alter table mailings rename column kind to kind_before;
alter table mailings add column kind text not null default 'letter' check (kind in
    ('letter', 'newsletter', 'check_in', 'why', 'do', 'cheer', 'closing', 'book', 'invitation', 'talk_invitation',
     'meeting_news'));
update mailings set kind = kind_before;
alter table mailings drop column kind_before;
alter table mailings add column meeting_id bigint references meetings (id);
alter table mailings add column session_id bigint references sessions (id);
alter table mailings add column ve_only bigint not null default 0 check (ve_only in (0, 1));
create index mailings_of_meeting on mailings (meeting_id) where meeting_id is not null;
alter table mailing_texts add column buttons text;

-- Follow-ups of meetings.
drop index one_open_follow_up;
drop index follow_ups_of_family;
alter table follow_ups rename column reason to reason_before;
alter table follow_ups add column reason text not null default 'help' check (reason in
    ('help', 'not_yet_twice', 'silent_check_ins', 'silent_weeks', 'unreachable', 'no_answer', 'no_talk',
     'did_not_come'));
update follow_ups set reason = reason_before;
alter table follow_ups drop column reason_before;
create unique index one_open_follow_up on follow_ups (family_id, reason) where closed_at is null;
create index follow_ups_of_family on follow_ups (family_id, reason);
alter table follow_ups add column meeting_id bigint references meetings (id);

-- The moment of a talk that was called off: calendars strike it out for a while.
alter table talks add column called_off_at bigint;
alter table talks add column called_off_slot_id bigint;
alter table talks add column called_off_ends_at bigint;
create index talks_called_off on talks (called_off_at) where called_off_at is not null;
create index slots_by_time on slots (starts_at);
create index calendar_feeds_of_organisation on calendar_feeds (organisation_id, staff_id);
-- The moment that families know while the news that it moved has not left.
alter table sessions add column moved_from bigint;

-- Since when a family that let its place pass stands at the end of the list; it is asked again when another comes free.
alter table seats add column lapsed_at bigint;
create index seats_waiting on seats (meeting_id) where state = 'waiting';

-- A moment that was given back, or opened while somebody waits: since when it is to be offered; and to which talks it
-- was, so that nobody is asked twice.
alter table slots add column freed_at bigint;
create index slots_freed on slots (freed_at) where freed_at is not null;
create table slots_asked (
    slot_id bigint not null references slots (id),
    talk_id bigint not null references talks (id),
    primary key (slot_id, talk_id)
);
create index slots_asked_of_talk on slots_asked (talk_id);
