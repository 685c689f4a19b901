//! Private calendars for staff: all meetings and talks of an organisation, or those of one member of staff, under
//! an address that only who has it can read. No family is in them; a first name only for who has the talk.

use std::time::Duration;

use jiff::ToSpan;
use sqlx::AnyConnection;

use super::entries::{place_words, stamp, zoned};
use super::ics::{Calendar, Event, Method, write};
use super::kind::{Kind, kinds};
use super::queries::feeds as queries;
use super::queries::feeds::{SessionRow, TalkRow};
use super::saying::Voice;
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Phrasebook, list, without_marks};
use crate::outbox::names;
use crate::roster::{InviteCode, InviteKey, Organisation, OrganisationId, StaffId};
use crate::store::{self, Result, Store};

/// The path of a feed, before its code.
pub const FEED_PATH: &str = "/calendar/";
/// The end of it: calendar programs look at it.
pub const FEED_END: &str = ".ics";
/// What the code of a feed is made from, beside its number.
const CODE_FOR: &str = "calendar";
const DAY: Duration = Duration::from_secs(86_400);
/// So many days back a feed begins.
const DAYS_BACK: u32 = 60;
/// For so many days it strikes out what was called off.
const DAYS_STRUCK: u32 = 30;

/// Whose calendar it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeedOwner {
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// Of which member of staff; `None`: all of the organisation.
    pub staff: Option<StaffId>,
}

/// Why there is no address.
#[derive(Debug, thiserror::Error)]
pub enum FeedError {
    /// The one that stands was made with another key: told now, it would not work.
    #[error("the key file is not the one that made the address")]
    OtherKey,
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// The code of a calendar's address: the same each time, or a new one with `renew`; the old one then opens nothing.
/// In the caller's transaction.
///
/// # Errors
/// The key file is another one than before; the database refuses or cannot be reached.
pub async fn feed_code(
    store: &Store,
    write: &mut AnyConnection,
    key: &InviteKey,
    owner: FeedOwner,
    (renew, now): (bool, Moment),
) -> std::result::Result<InviteCode, FeedError> {
    if renew {
        queries::revoke(write, owner, now).await?;
    } else if let Some((id, hash)) = queries::open(write, owner).await? {
        let code = key.code_for(CODE_FOR, id);
        return if code.hash() == hash { Ok(code) } else { Err(FeedError::OtherKey) };
    }
    let id = store.new_id();
    let code = key.code_for(CODE_FOR, id);
    queries::insert(write, id, owner, &code.hash(), now).await?;
    Ok(code)
}

/// The address under which a calendar program asks for a feed.
pub fn feed_address(public_url: &str, code: &InviteCode) -> String {
    format!("{public_url}{FEED_PATH}{}{FEED_END}", code.reveal())
}

/// Whose calendar is asked for; `None` when the code is unknown or revoked, or its owner works here no more.
///
/// # Errors
/// The database cannot be reached.
pub async fn feed_of_code(read: &mut AnyConnection, code: &str) -> Result<Option<FeedOwner>> {
    match InviteCode::parse(code) {
        Some(code) => queries::owner(read, &code.hash()).await,
        None => Ok(None),
    }
}

/// What stands in a feed: every time of a meeting and every talk that was booked, from two months ago to a year
/// ahead.
#[derive(Clone, Debug)]
pub struct Feed {
    name: String,
    language: HomeLanguage,
    events: Vec<Event>,
}

impl Feed {
    /// The file. Writing thousands of events takes a while.
    pub fn into_file(self) -> String {
        let (name, language) = (&self.name, self.language.tag());
        write(&Calendar { name, language, method: Method::Publish, events: self.events })
    }
}

/// A feed as it is now.
///
/// # Errors
/// The database cannot be reached.
pub async fn feed(
    read: &mut AnyConnection,
    phrases: &Phrasebook,
    (organisation, owner): (&Organisation, FeedOwner),
    now: Moment,
) -> Result<Feed> {
    let today = now.local(&organisation.time_zone).date();
    let last = today.checked_add(1.year()).unwrap_or(today);
    let span = queries::Span {
        from: now.before(DAY * DAYS_BACK),
        until: Moment::start_of(last, &organisation.time_zone),
        struck_since: now.before(DAY * DAYS_STRUCK),
    };
    let name = match owner.staff {
        Some(staff) => queries::staff_name(read, staff).await?,
        None => organisation.name.clone(),
    };
    let sessions = queries::sessions(read, owner, &span).await?;
    let talks = queries::talks(read, owner, &span).await?;
    let writer = Writer {
        voice: Voice { phrases, language: organisation.language, zone: &organisation.time_zone },
        kinds: kinds(read, organisation.id).await?,
    };
    let mut events: Vec<Event> = sessions.iter().map(|row| writer.session(row)).collect();
    events.extend(talks.iter().map(|row| writer.talk(row)));
    let name = writer.say("staff-feed-name", &Args::new().text("name", name));
    Ok(Feed { name, language: organisation.language, events })
}

struct Writer<'a> {
    voice: Voice<'a>,
    kinds: Vec<Kind>,
}

impl Writer<'_> {
    fn say(&self, id: &str, args: &Args) -> String {
        without_marks(&self.voice.phrases.plain(self.voice.language, id, args))
    }

    fn title(&self, slug: &str) -> String {
        let kind = self.kinds.iter().find(|kind| kind.slug == slug);
        kind.map_or(slug.to_owned(), |it| it.name(self.voice.phrases, self.voice.language))
    }

    fn session(&self, row: &SessionRow) -> Event {
        let title = self.title(&row.kind);
        let args = Args::new().text("title", title).text("location", &row.site.location);
        let groups = list(self.voice.language, &names(row.groups.as_deref()));
        let groups = Args::new().text("groups", groups);
        let changed_at = row.cancelled_at.unwrap_or(row.created_at);
        Event {
            uid: format!("session-{}@thuispost", row.id),
            sequence: row.sequence,
            summary: self.say("meeting-file-summary", &args),
            description: self.say("staff-feed-groups", &groups),
            place: row.site.words(),
            geo: row.site.geo(),
            is_cancelled: row.cancelled_at.is_some(),
            ..self.event(changed_at, (row.starts_at, row.ends_at))
        }
    }

    fn talk(&self, row: &TalkRow) -> Event {
        let title = self.title(&row.kind);
        let args = Args::new().text("title", title).text("group", &row.group_name);
        let summary = match &row.child {
            Some(child) => self.say("staff-feed-talk-own", &args.text("child", child)),
            None => self.say("staff-feed-talk", &args),
        };
        let is_at_home = row.at_home == 1;
        let home = || self.say("staff-feed-at-home", &Args::new());
        Event {
            uid: format!("talk-{}@thuispost", row.id),
            sequence: row.sequence,
            summary,
            place: if is_at_home { home() } else { row.site.words() },
            geo: if is_at_home { None } else { row.site.geo() },
            is_cancelled: row.is_struck == 1,
            ..self.event(row.changed_at, (row.starts_at, row.ends_at))
        }
    }

    /// The stamp is when it last changed, so that a feed in which nothing changed is the same file.
    fn event(&self, changed_at: i64, (starts, ends): (i64, i64)) -> Event {
        let time = |millis| zoned(&self.voice, Moment::from_millis(millis));
        Event {
            uid: String::new(),
            sequence: 0,
            stamp: stamp(Moment::from_millis(changed_at)),
            starts: time(starts),
            ends: time(ends),
            summary: String::new(),
            description: String::new(),
            place: String::new(),
            geo: None,
            url: None,
            is_cancelled: false,
            alarm_minutes: None,
        }
    }
}

impl queries::Site {
    fn words(&self) -> String {
        place_words(self.place.as_ref(), &self.location, self.address.as_ref())
    }

    fn geo(&self) -> Option<(f64, f64)> {
        Some((self.latitude.as_ref()?.parse().ok()?, self.longitude.as_ref()?.parse().ok()?))
    }
}
