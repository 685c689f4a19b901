//! The table of settings, as the README shows it.

/// One setting, as the README tells it.
#[derive(Debug)]
pub struct Entry {
    /// Name of the variable.
    pub name: &'static str,
    /// The value when unset; empty when there is none.
    pub default: &'static str,
    /// What it is for.
    pub meaning: &'static str,
}

/// All settings there are.
pub const TABLE: [Entry; 25] = [
    entry(
        "TELOXIDE_TOKEN",
        "",
        "token of the bot, from @BotFather; further bots have variables of their own, named by \
         `organisation add --token-env`",
    ),
    entry("TELOXIDE_API_URL", "https://api.telegram.org", "base URL of the Bot API"),
    entry("DATABASE_URL", "sqlite://thuispost.db", "`sqlite://FILE` or `postgres://…`"),
    entry(
        "THUISPOST_ORGANISATION",
        "Thuispost",
        "name of the organisation that the first import creates",
    ),
    entry("THUISPOST_TIME_ZONE", "Europe/Amsterdam", "its time zone"),
    entry(
        "THUISPOST_UPDATES",
        "polling",
        "how Telegram's updates come in: `polling`, or `webhook` behind a public address",
    ),
    entry(
        "THUISPOST_PUBLIC_URL",
        "",
        "the `https://` address of this service from outside, for webhooks and calendars",
    ),
    entry(
        "THUISPOST_HTTP_ADDR",
        "127.0.0.1:8080",
        "where `/healthz`, `/readyz`, `/metrics` and webhooks listen",
    ),
    entry("THUISPOST_KEY_FILE", "thuispost.key", "key of the invite codes, made when missing"),
    entry(
        "THUISPOST_ERASURES_FILE",
        "thuispost.erasures",
        "journal of erased families, so that a restore erases them again; made when missing",
    ),
    entry(
        "THUISPOST_BOT_USERNAME",
        "",
        "the bot's username for links, while no service has asked Telegram",
    ),
    entry("THUISPOST_LANGUAGE", "nl", "language of commands and reports: `nl` or `en`"),
    entry(
        "THUISPOST_PER_SECOND",
        "30",
        "messages a second that the bot may send; `0` for no limit",
    ),
    entry(
        "THUISPOST_IN_FLIGHT",
        "64",
        "messages of one bot on their way at once: the most that a crash can leave in doubt",
    ),
    entry("THUISPOST_HTTP_TIMEOUT", "20", "seconds to wait for an answer of the Bot API"),
    entry(
        "THUISPOST_LEASE",
        "60",
        "seconds after which another instance on the same PostgreSQL takes over from one that hangs; \
         longer than THUISPOST_HTTP_TIMEOUT",
    ),
    entry(
        "THUISPOST_QUIET_HOURS",
        "20:00-08:00",
        "no check-in or letter is sent between these hours",
    ),
    entry(
        "THUISPOST_WHY_AT",
        "Tue 17:00",
        "when a theme's weekly why leaves, in the first week the theme letter: day (`Mon` to `Sun`) and hour",
    ),
    entry("THUISPOST_DO_AT", "Thu 17:00", "when the week's activity leaves; after the why"),
    entry(
        "THUISPOST_CHEER_AT",
        "Sat 10:00",
        "when the week's encouragement leaves, in the last week the closing message; after the activity",
    ),
    entry(
        "THUISPOST_WEEKLY_CEILING",
        "3",
        "messages a week to one carer, of all senders together; letters that staff send always go and count, so that what a theme sends yields; `1` helps least, from 5 on parents stop",
    ),
    entry("THUISPOST_RETENTION_MONTHS", "6", "months a family is kept after its last child left"),
    entry("THUISPOST_ESPEAK", "espeak-ng", "the program that reads letters aloud, or its path"),
    entry("THUISPOST_OPUSENC", "opusenc", "the program that packs a voice note, or its path"),
    entry(
        "THUISPOST_LOG",
        "info",
        "what is logged, as `tracing` filters; `json:` before it for JSON lines",
    ),
];

const fn entry(name: &'static str, default: &'static str, meaning: &'static str) -> Entry {
    Entry { name, default, meaning }
}
