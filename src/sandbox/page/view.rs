//! Phones and calendar as JSON for the page's script.

use jiff::civil::{DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::sandbox::phone::{Bubble, Button, Kind, Phone, PhoneId};
use crate::sandbox::world::World;

/// So many of the last messages are shown; a chat of months would be slow to draw.
const MOST_SHOWN: usize = 80;

/// What the page has to draw again.
#[derive(Serialize)]
pub(super) struct Changes {
    calendar: CalendarView,
    /// The bot's user name, for start links.
    bot: Option<String>,
    phones: Vec<PhoneView>,
}

/// Everything that changed after `seen`, and up to where that is.
pub(super) fn since(world: &World, seen: u64) -> (u64, Changes) {
    let changed = world.phones().filter(|phone| seen == 0 || phone.revision > seen);
    let changes = Changes {
        calendar: CalendarView::of(world.now()),
        bot: world.bots.first().map(|bot| bot.username.clone()),
        phones: changed.map(|phone| PhoneView::of(world, phone)).collect(),
    };
    (world.revision, changes)
}

#[derive(Serialize)]
struct PhoneView {
    id: PhoneId,
    name: String,
    note: String,
    app_language: String,
    bot: Option<String>,
    started: bool,
    blocked: bool,
    /// How many answers to presses there were, so that the page shows each new one once.
    toasts: usize,
    toast: Option<ToastView>,
    keyboard: Vec<String>,
    messages: Vec<BubbleView>,
}

#[derive(Serialize)]
struct ToastView {
    text: String,
    alert: bool,
}

#[derive(Serialize)]
struct BubbleView {
    id: i32,
    mine: bool,
    kind: Kind,
    html: String,
    buttons: Vec<Vec<Button>>,
    photo: Option<PictureView>,
    voice: Option<VoiceView>,
    document: Option<DocumentView>,
    pin: Option<PinView>,
    day: String,
    time: String,
    edited: bool,
    silent: bool,
    forwarded: bool,
    reply_to: Option<i32>,
}

#[derive(Serialize)]
struct PictureView {
    file_id: String,
    width: usize,
    height: usize,
}

#[derive(Serialize)]
struct VoiceView {
    file_id: String,
    seconds: u64,
}

#[derive(Serialize)]
struct DocumentView {
    file_id: String,
    name: String,
    /// In words, as a messenger shows it.
    size: String,
}

#[derive(Serialize)]
struct PinView {
    title: String,
    address: String,
    /// Degrees north and east.
    place: String,
}

impl PhoneView {
    fn of(world: &World, phone: &Phone) -> Self {
        let first = phone.messages.len().saturating_sub(MOST_SHOWN);
        let zone = amsterdam();
        Self {
            id: phone.id,
            name: phone.person.name.clone(),
            note: phone.person.note.clone(),
            app_language: phone.person.app_language.clone(),
            bot: world.bot_on(phone.id).map(|bot| bot.username.clone()),
            started: phone.started,
            blocked: phone.blocked,
            toasts: phone.toasts.len(),
            toast: phone
                .toasts
                .last()
                .map(|toast| ToastView { text: toast.text.clone(), alert: toast.alert }),
            keyboard: phone.keyboard.clone(),
            messages: phone.messages[first..].iter().map(|b| BubbleView::of(b, &zone)).collect(),
        }
    }
}

impl BubbleView {
    fn of(bubble: &Bubble, zone: &TimeZone) -> Self {
        let at = bubble.at.local(zone);
        Self {
            id: bubble.message_id,
            mine: !bubble.from_bot,
            kind: bubble.kind,
            html: bubble.html.clone(),
            buttons: bubble.buttons.clone(),
            photo: bubble.photo.as_ref().map(|photo| PictureView {
                file_id: photo.file_id.clone(),
                width: photo.width,
                height: photo.height,
            }),
            voice: bubble
                .voice
                .as_ref()
                .map(|voice| VoiceView { file_id: voice.file_id.clone(), seconds: voice.seconds }),
            document: bubble.document.as_ref().map(|document| DocumentView {
                file_id: document.file_id.clone(),
                name: document.name.clone(),
                size: size(document.bytes.len()),
            }),
            pin: bubble.pin.as_ref().map(|pin| PinView {
                title: pin.title.clone(),
                address: pin.address.clone(),
                place: format!("{:.5}, {:.5}", pin.latitude, pin.longitude),
            }),
            day: at.strftime("%A %-d %B").to_string(),
            time: at.strftime("%H:%M").to_string(),
            edited: bubble.edited_at.is_some(),
            silent: bubble.silent,
            forwarded: bubble.origin.is_some(),
            reply_to: bubble.reply_to,
        }
    }
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1_024 => format!("{bytes} B"),
        1_024..1_048_576 => format!("{} kB", bytes / 1_024),
        _ => format!("{} MB", bytes / 1_048_576),
    }
}

/// The calendar as the bar shows it.
#[derive(Serialize)]
pub(super) struct CalendarView {
    /// Day and hour in words.
    words: String,
    /// As a datetime field takes it.
    local: String,
}

impl CalendarView {
    pub(super) fn of(now: Moment) -> Self {
        let local = now.local(&amsterdam());
        Self {
            words: local.strftime("%A %-d %B %Y, %H:%M").to_string(),
            local: local.strftime("%Y-%m-%dT%H:%M").to_string(),
        }
    }
}

/// Where the calendar is turned to.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Jump {
    /// The same time on the next day.
    Tomorrow,
    /// The next Saturday at ten.
    Saturday,
    /// The same day and time a week later.
    NextWeek,
    /// Any day and hour, as a datetime field writes it.
    At(String),
}

impl Jump {
    /// The moment it means; `None` for what is no day and hour.
    pub(super) fn from(&self, now: Moment) -> Option<Moment> {
        let zone = amsterdam();
        let local = now.local(&zone);
        let later = |span: Span| local.checked_add(span).ok();
        let to = match self {
            Self::Tomorrow => later(1.day())?,
            Self::NextWeek => later(1.week())?,
            Self::Saturday => saturday_after(local)?,
            Self::At(local) => local.parse().ok()?,
        };
        Some(Moment::of_local(to, &zone))
    }
}

fn saturday_after(local: DateTime) -> Option<DateTime> {
    let ten = Time::constant(10, 0, 0, 0);
    if local.weekday() == Weekday::Saturday && local.time() < ten {
        return Some(local.date().to_datetime(ten));
    }
    Some(local.date().nth_weekday(1, Weekday::Saturday).ok()?.to_datetime(ten))
}

/// The zone is bundled with the program; UTC is only for a build without it.
fn amsterdam() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    fn jumped(jump: &Jump, from: DateTime) -> DateTime {
        let zone = amsterdam();
        jump.from(Moment::of_local(from, &zone)).unwrap().local(&zone)
    }

    #[test]
    fn saturday_at_ten_is_always_ahead() {
        let ten = |day| datetime(2026, 11, day, 10, 0, 0, 0);
        let sunday = datetime(2026, 11, 22, 9, 0, 0, 0);
        assert_eq!(jumped(&Jump::Saturday, sunday), ten(28));
        assert_eq!(jumped(&Jump::Saturday, datetime(2026, 11, 28, 9, 59, 0, 0)), ten(28));
        assert_eq!(jumped(&Jump::Saturday, datetime(2026, 11, 21, 10, 0, 0, 0)), ten(28));
    }

    #[test]
    fn tomorrow_is_the_same_hour_although_the_clocks_change() {
        let before = datetime(2027, 3, 27, 19, 30, 0, 0);
        assert_eq!(jumped(&Jump::Tomorrow, before), datetime(2027, 3, 28, 19, 30, 0, 0));
    }
}
