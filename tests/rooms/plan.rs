//! The rooms in the order in which data flows, and what each may use.

/// The ground that every room stands on.
pub const GROUND: [&str; 4] = ["clock", "language", "settings", "store"];

/// The rooms of the trade itself.
pub const DOMAIN: [&str; 10] = [
    "roster",
    "library",
    "mailing",
    "outbox",
    "reply",
    "inbox",
    "rhythm",
    "meeting",
    "participation",
    "privacy",
];

/// Where people come in. A door never uses another door: what joins two is `app`.
pub const DOORS: [&str; 5] = ["telegram", "letterbox", "staff", "cli", "sandbox"];

/// What puts the rooms together.
pub const WIRING: [&str; 3] = ["app", "main", "lib"];

/// Crates that only some rooms may name.
pub const HOMES: [(&str, &[&str]); 6] = [
    ("teloxide", &["telegram"]),
    ("axum", &["telegram", "letterbox", "staff", "sandbox", "app"]),
    ("fluent", &["language"]),
    ("fluent_bundle", &["language"]),
    ("fluent_syntax", &["language"]),
    ("ical", &["meeting"]),
];

/// Whether there is such a room.
pub fn is_room(name: &str) -> bool {
    [&GROUND[..], &DOMAIN, &DOORS, &WIRING].concat().contains(&name)
}

/// Whether code in room `from` may use room `to`.
pub fn may_use(from: &str, to: &str) -> bool {
    let inside = [&GROUND[..], &DOMAIN].concat();
    let place = |room: &str| inside.iter().position(|name| *name == room);
    if from == to || WIRING.contains(&from) {
        return is_room(to);
    }
    match from {
        "sandbox" => to == "clock",
        "cli" => to == "app" || place(to).is_some(),
        door if DOORS.contains(&door) => place(to).is_some(),
        _ => match (place(from), place(to)) {
            (Some(from), Some(to)) => to < from,
            _ => false,
        },
    }
}

#[test]
fn the_plan_says_what_it_should() {
    for (from, to) in [
        ("settings", "language"),
        ("store", "clock"),
        ("outbox", "mailing"),
        ("privacy", "roster"),
        ("telegram", "reply"),
        ("cli", "app"),
        ("sandbox", "clock"),
        ("app", "sandbox"),
        ("main", "cli"),
    ] {
        assert!(may_use(from, to), "{from} uses {to}");
    }
    for (from, to) in [
        ("language", "settings"),
        ("store", "roster"),
        ("mailing", "outbox"),
        ("roster", "telegram"),
        ("telegram", "cli"),
        ("cli", "sandbox"),
        ("sandbox", "store"),
        ("participation", "app"),
        ("app", "cellar"),
    ] {
        assert!(!may_use(from, to), "{from} uses {to}");
    }
}
