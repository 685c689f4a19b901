//! Meetings of both organisations, and the commands about them.

use super::town::Numbers;

/// Which rows of the tables of meetings are an organisation's, by either end of what they connect; `$1` is its id.
pub const OF_MEETINGS: [(&str, &str); 17] = [
    ("meeting_kinds", "organisation_id = $1"),
    ("meeting_kind_names", "organisation_id = $1"),
    ("meetings", "organisation_id = $1"),
    ("meeting_groups", "meeting_id in (select id from meetings where organisation_id = $1)"),
    ("meeting_lines", "meeting_id in (select id from meetings where organisation_id = $1)"),
    ("sessions", "meeting_id in (select id from meetings where organisation_id = $1)"),
    (
        "rsvps",
        "meeting_id in (select id from meetings where organisation_id = $1)
         or carer_id in (select c.id from carers c join families f on f.id = c.family_id where f.organisation_id = $1)",
    ),
    (
        "seats",
        "meeting_id in (select id from meetings where organisation_id = $1)
         or family_id in (select id from families where organisation_id = $1)",
    ),
    (
        "talks",
        "organisation_id = $1 or meeting_id in (select id from meetings where organisation_id = $1)
         or child_id in (select ch.id from children ch join families f on f.id = ch.family_id where f.organisation_id = $1)",
    ),
    (
        "slots",
        "meeting_id in (select id from meetings where organisation_id = $1)
         or talk_id in (select id from talks where organisation_id = $1)",
    ),
    ("slots_asked", "talk_id in (select id from talks where organisation_id = $1)"),
    (
        "attendance",
        "family_id in (select id from families where organisation_id = $1) or session_id in (
             select s.id from sessions s join meetings m on m.id = s.meeting_id where m.organisation_id = $1)",
    ),
    (
        "session_codes",
        "session_id in (select s.id from sessions s join meetings m on m.id = s.meeting_id where m.organisation_id = $1)",
    ),
    ("calendars", "organisation_id = $1"),
    ("calendar_events", "calendar_id in (select id from calendars where organisation_id = $1)"),
    ("calendar_feeds", "organisation_id = $1"),
    ("document_uploads", "organisation_id = $1"),
];

/// 5 and 6 May 2098, nine in the morning and three in the afternoon.
const NINE: i64 = 4_050_111_600_000;
const THREE: i64 = 4_050_219_600_000;
const TEN_MINUTES: i64 = 600_000;

/// A coffee morning to come, one that was, a round of talks, and a talk in it about the child with the mark.
pub struct Planned {
    pub coffee: String,
    pub over: String,
    pub round: String,
    pub talk: String,
}

impl Planned {
    pub fn of(it: &Numbers) -> Self {
        let number = |nth: i64| (it.organisation + nth).to_string();
        Self { coffee: number(3), over: number(4), round: number(5), talk: number(3) }
    }
}

/// What stands in the database about them.
pub fn life(it: &Numbers, mark: &str) -> Vec<String> {
    let Numbers { organisation, family, carer, .. } = it;
    let Planned { coffee, over, round, talk } = Planned::of(it);
    let meeting = |id: &str, kind: &str| {
        format!(
            "insert into meetings (id, organisation_id, location_id, kind, base, place, audience, created_at, created_by)
             select {id}, {organisation}, id, '{kind}', '{kind}', 'Zaal {mark}', 'all', 1, '{mark}' from locations
             where organisation_id = {organisation}"
        )
    };
    let group = |id: &str| {
        format!(
            "insert into meeting_groups select {id}, g.id from groups g join locations l on l.id = g.location_id
             where l.organisation_id = {organisation} and g.name = 'Vlinders'"
        )
    };
    let session = |id: &str, day: &str, at: i64| {
        format!(
            "insert into sessions (id, meeting_id, number, day, starts_at, ends_at)
             values ({id}, {id}, 1, '{day}', {at}, {at} + 3600000)"
        )
    };
    let slot = |nth: i64| {
        let starts = THREE + nth * TEN_MINUTES;
        format!(
            "insert into slots (id, meeting_id, day, starts_at, ends_at)
             values ({round} + {nth}, {round}, '2098-05-06', {starts}, {starts} + {TEN_MINUTES})"
        )
    };
    vec![
        meeting(&coffee, "coffee-morning"),
        meeting(&over, "coffee-morning"),
        meeting(&round, "ten-minute-talk"),
        group(&coffee),
        group(&over),
        group(&round),
        session(&coffee, "2098-05-05", NINE),
        session(&over, "1970-01-02", 86_400_000),
        slot(0),
        slot(1),
        slot(2),
        format!("insert into meeting_kinds (organisation_id, slug, base) values ({organisation}, 'eigen-{mark}', 'other')"),
        format!("insert into meeting_kind_names values ({organisation}, 'eigen-{mark}', 'nl', 'Eigen {mark}')"),
        format!("insert into meeting_lines values ({coffee}, 'nl', 'Neem {mark} mee.')"),
        format!("insert into rsvps (meeting_id, carer_id, answer, answered_at) values ({coffee}, {carer}, 'yes', 1)"),
        format!("insert into seats (meeting_id, family_id, state, since) values ({over}, {family}, 'waiting', 1)"),
        format!("insert into talks (id, organisation_id, meeting_id, child_id, carer_id, kind, wish, waiting_since)
                 select {talk}, {organisation}, {round}, ch.id, c.id, 'ten-minute-talk', '{mark}', 1
                 from children ch join families f on f.id = ch.family_id join carers c on c.family_id = f.id
                 where f.organisation_id = {organisation} and ch.name = 'Daan {mark}'"),
        format!("insert into slots_asked values ({round} + 2, {talk})"),
        format!("insert into attendance (session_id, family_id, evidence, noted_at, noted_by) values ({over}, {family}, 'said', 1, '{mark}')"),
        format!("insert into session_codes values ({over}, 'hash {mark}')"),
        format!("insert into calendars (id, organisation_id, name, imported_at) values ({coffee}, {organisation}, 'Agenda {mark}', 1)"),
        format!("insert into calendar_events values ({coffee}, 1, 'Markt {mark}', {NINE}, {NINE} + 3600000)"),
        format!("insert into calendar_feeds (id, organisation_id, code_hash, created_at) values ({coffee}, {organisation}, 'feed {mark}', 1)"),
        format!("insert into documents values ('{mark}-file', 'afspraak.ics', 'text/calendar', 'QQ==', 1)"),
        format!("insert into document_uploads values ({organisation}, '{mark}-file', 'file-{mark}')"),
    ]
}

/// A calendar of somebody else's.
pub fn calendar(mark: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:{mark}\r\nDTSTAMP:20260101T000000Z\r\n\
         DTSTART;VALUE=DATE:20270505\r\nDTEND;VALUE=DATE:20270506\r\nSUMMARY:Dag {mark}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

/// Everything that Regenboog can do about its own.
pub fn own(it: &Numbers) -> Vec<(&'static str, Vec<String>)> {
    let Planned { coffee, over, round, talk } = &Planned::of(it);
    let family = &it.family.to_string();
    let note = ["--child", "Bo", "--group", "Groep regenmerk", "--held"];
    [
        ("meeting kinds", vec![]),
        (
            "meeting kind",
            vec!["soort-regenmerk", "--like", "other", "--name", "nl=Soort regenmerk"],
        ),
        ("meeting place", vec!["De Boom", "--address", "Straat regenmerk", "--pin", "52.1,4.4"]),
        (
            "meeting add",
            vec!["coffee-morning", "--group", "Vlinders", "--on", "2098-05-07", "--at", "09:00"],
        ),
        ("meeting add", vec!["home-visit", "--group", "Groep regenmerk"]),
        ("meeting list", vec![]),
        ("meeting list", vec!["--all"]),
        ("meeting show", vec![coffee]),
        ("meeting show", vec![round]),
        ("meeting line", vec![coffee, "ar=regenmerk"]),
        ("meeting attendance", vec![over]),
        ("meeting attendance", vec![over, "--print"]),
        ("meeting attendance", vec![over, "--family", family, "--close"]),
        ("meeting play-in", vec!["--group", "Vlinders"]),
        ("meeting play-in", vec!["--group", "Vlinders", "--family", family]),
        ("meeting code", vec![coffee]),
        ("meeting code", vec![coffee, "--html"]),
        (
            "meeting open-slots",
            vec![round, "--day", "2098-05-08", "--from", "9:00", "--until", "9:30", "--announce"],
        ),
        ("meeting talk book", vec![round, "--family", family, "--at", "2098-05-06 15:00"]),
        ("meeting talk move", vec![talk, "--at", "2098-05-06 15:10"]),
        ("meeting talk cancel", vec![talk]),
        ("meeting talk note", vec![talk, "--not-held"]),
        ("meeting talk note", note.to_vec()),
        ("meeting move", vec![coffee, "--at", "10:00"]),
        ("meeting cancel", vec![coffee]),
        ("meeting cancel", vec![round]),
        ("meeting import", vec!["regenmerk/agenda.ics", "--closed-days"]),
        ("meeting import", vec!["regenmerk/agenda.ics", "--calendar", "School"]),
        ("meeting calendars", vec![]),
        ("meeting calendars", vec!["--remove", "School"]),
        ("meeting feed", vec!["--file", "uit.ics"]),
    ]
    .into_iter()
    .map(|(command, more)| super::commands::line(command, &more))
    .collect()
}

/// What Regenboog asks for and is Zonnebloem's.
pub fn foreign(ours: &Numbers, theirs: &Numbers) -> Vec<(&'static str, Vec<String>)> {
    let (own, other) = (&Planned::of(ours), &Planned::of(theirs));
    let (our_family, family) = (&ours.family.to_string(), &theirs.family.to_string());
    let group = "De Boom/Groep zonmerk";
    let when = ["--on", "2098-05-07", "--at", "09:00"];
    let at = ["--at", "2098-05-06 15:20"];
    let hours = ["--day", "2098-05-08", "--from", "11:00", "--until", "12:00"];
    let add = |kind, group| [&[kind, "--group", group], &when[..]].concat();
    let open = |id, more: &[&'static str]| [&[id], &hours[..], more].concat();
    [
        ("meeting place", vec!["Huis zonmerk", "--address", "Straat"]),
        ("meeting kind", vec!["nieuw", "--like", "eigen-zonmerk"]),
        ("meeting add", add("coffee-morning", group)),
        ("meeting add", add("eigen-zonmerk", "Vlinders")),
        ("meeting add", [add("other", "Vlinders"), vec!["--location", "Huis zonmerk"]].concat()),
        ("meeting show", vec![&other.coffee]),
        ("meeting line", vec![&other.coffee, "nl=Hallo"]),
        ("meeting attendance", vec![&other.over]),
        ("meeting attendance", vec![&other.over, "--family", our_family]),
        ("meeting attendance", vec![&own.over, "--family", family]),
        ("meeting play-in", vec!["--group", group]),
        ("meeting play-in", vec!["--group", "Vlinders", "--family", family]),
        ("meeting code", vec![&other.coffee]),
        ("meeting open-slots", open(other.round.as_str(), &[])),
        ("meeting open-slots", open(own.round.as_str(), &["--staff", "Juf zonmerk"])),
        ("meeting talk book", [&[other.round.as_str(), "--family", our_family], &at[..]].concat()),
        ("meeting talk book", [&[own.round.as_str(), "--family", family], &at[..]].concat()),
        ("meeting talk move", [&[other.talk.as_str()], &at[..]].concat()),
        ("meeting talk cancel", vec![&other.talk]),
        ("meeting talk note", vec![&other.talk, "--held"]),
        ("meeting talk note", vec!["--child", "Samira", "--group", group, "--held"]),
        ("meeting move", vec![&other.coffee, "--at", "10:00"]),
        ("meeting cancel", vec![&other.coffee]),
        ("meeting cancel", vec![&other.round]),
        (
            "meeting import",
            vec!["regenmerk/agenda.ics", "--calendar", "X", "--location", "Huis zonmerk"],
        ),
        ("meeting calendars", vec!["--remove", "Agenda zonmerk"]),
        ("meeting feed", vec!["--staff", "Juf zonmerk", "--file", "uit.ics"]),
    ]
    .into_iter()
    .map(|(command, more)| super::commands::line(command, &more))
    .collect()
}
