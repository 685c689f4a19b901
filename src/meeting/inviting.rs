//! Writing the invitation and the news of a meeting: the texts once per language, the rows in the database.

use std::time::Duration;

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::calling_off;
use super::kind::Answering;
use super::queries::inviting as queries;
use super::queries::inviting::{NewMailing, To};
use super::standing::{self, Meeting};
use super::words::{News, Speaker, Text};
use super::{MeetingId, SessionId};
use crate::clock::Moment;
use crate::language::{Args, Phrasebook, short_day};
use crate::mailing::{self, Gap, Missing, voice};
use crate::roster::Organisation;
use crate::store::{Error, Result, Store};

/// So long news waits where a machine reads it aloud.
const TO_READ_ALOUD: Duration = Duration::from_secs(20);

/// Writes the invitation, which the outbox sends when its time comes; its number, and the languages that
/// have none.
pub(super) async fn invite(
    (store, phrases): (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    (meeting, missing): (MeetingId, Missing),
    (at, now): (Moment, Moment),
) -> Result<(i64, Vec<Gap>)> {
    let meeting = whole(write, meeting).await?;
    let zone = &organisation.time_zone;
    let speaker = Speaker { phrases, meeting: &meeting, zone };
    let dutch_will_do = missing == Missing::Dutch;
    let texts: Vec<Text> =
        phrases.languages().filter_map(|it| speaker.invitation(it, dutch_will_do)).collect();
    let kind = match meeting.kind.base.answering() {
        Answering::Slots => "talk_invitation",
        Answering::Rsvp | Answering::WeeklyTick => "invitation",
    };
    let about = (kind, "invitation", None);
    let label = label((phrases, organisation), write, (&meeting, "invitation"), zone).await?;
    let mailing = NewMailing { meeting: &meeting, about, label: &label, missing };
    let id = store.new_id();
    queries::insert(write, id, &mailing, at, now).await?;
    keep(write, id, &meeting, (&texts, meeting.picture.as_deref())).await?;
    Ok((id, mailing::gaps(write, id, now.local(zone).date()).await?))
}

/// Announces a round of talks whose moments are there, once; the languages that have no line of one's own, if the
/// meeting has lines. In the caller's transaction.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn announce(
    desk: (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    (meeting, missing): (MeetingId, Missing),
    (at, now): (Moment, Moment),
) -> Result<Option<Vec<Gap>>> {
    if queries::missing_of(write, meeting).await?.is_some() {
        return Ok(None);
    }
    queries::set_invite_at(write, meeting, at).await?;
    let invited = (meeting, missing);
    invite(desk, write, organisation, invited, (at, now)).await.map(|(_, gaps)| Some(gaps))
}

/// Writes news and its rows, in the caller's transaction; the number of its mailing. It leaves at `at`.
pub(super) async fn tell(
    desk: (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    meeting: &Meeting,
    (news, session): (News<'_>, Option<SessionId>),
    (at, now): (Moment, Moment),
) -> Result<i64> {
    let id = write_down(desk, write, organisation, meeting, (news, session), (at, now)).await?;
    let session = session.map_or(0, SessionId::raw);
    let urgent = is_urgent(news, now);
    // The machine needs a moment to read it aloud, for who listens.
    let speaks = !urgent && voice::speaks(write, meeting.organisation).await?;
    let at = if speaks { at.max(now.after(TO_READ_ALOUD)) } else { at };
    let today = now.local(&organisation.time_zone).date().to_string();
    let to = (id, to_whom(news));
    queries::queue(write, to, (meeting.id, session), urgent, (&today, at)).await?;
    if matches!(news, News::Cancelled(_)) {
        let say = (desk.1, &organisation.time_zone);
        calling_off::send_files(say, write, (meeting, id), now).await?;
    }
    Ok(id)
}

/// Writes "we missed you" about the meeting that comes next, to who said yes to the one that was.
pub(super) async fn tell_missed(
    desk: (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    about: &Meeting,
    (news, session, was): (News<'_>, SessionId, MeetingId),
    now: Moment,
) -> Result<()> {
    let told = (news, Some(session));
    let id = write_down(desk, write, organisation, about, told, (now, now)).await?;
    let today = now.local(&organisation.time_zone).date().to_string();
    queries::queue(write, (id, To::Missed), (was, session.raw()), false, (&today, now)).await?;
    Ok(())
}

/// The news without a row for anybody.
pub(super) async fn write_down(
    (store, phrases): (&Store, &Phrasebook),
    write: &mut AnyConnection,
    organisation: &Organisation,
    meeting: &Meeting,
    (news, session): (News<'_>, Option<SessionId>),
    (at, now): (Moment, Moment),
) -> Result<i64> {
    let zone = &organisation.time_zone;
    let speaker = Speaker { phrases, meeting, zone };
    let texts: Vec<Text> = phrases.languages().map(|it| speaker.news(it, news)).collect();
    let label = label((phrases, organisation), write, (meeting, news.word()), zone).await?;
    let about = ("meeting_news", news.word(), session);
    let mailing = NewMailing { meeting, about, label: &label, missing: Missing::Dutch };
    let id = store.new_id();
    queries::insert(write, id, &mailing, at, now).await?;
    queries::set_released(write, id, now).await?;
    keep(write, id, meeting, (&texts, None)).await?;
    Ok(id)
}

/// Who hears of it.
fn to_whom(news: News<'_>) -> To {
    match news {
        News::Again => To::Silent,
        News::Reminder(_) => To::Coming,
        News::Moved(..) | News::Cancelled(_) => To::Told,
        News::RoundCancelled => To::WithoutTalk,
        News::Thanks => To::Came,
        News::Missed(_) => To::Missed,
    }
}

/// What was to begin within half a day cannot wait for the morning.
fn is_urgent(news: News<'_>, now: Moment) -> bool {
    const SOON: Duration = Duration::from_secs(12 * 3_600);
    match news {
        News::Cancelled(session) => session.starts < now.after(SOON),
        News::Moved(session, old) => session.starts.min(old) < now.after(SOON),
        _ => false,
    }
}

async fn keep(
    write: &mut AnyConnection,
    mailing: i64,
    meeting: &Meeting,
    (texts, picture): (&[Text], Option<&str>),
) -> Result<()> {
    for (group, _) in &meeting.groups {
        queries::add_group(write, mailing, *group).await?;
    }
    for text in texts {
        queries::insert_text(write, mailing, text, picture).await?;
    }
    Ok(())
}

/// How staff find the mailing in their lists: "Koffieochtend do 3 dec · uitnodiging".
async fn label(
    (phrases, organisation): (&Phrasebook, &Organisation),
    write: &mut AnyConnection,
    (meeting, what): (&Meeting, &str),
    zone: &jiff::tz::TimeZone,
) -> Result<String> {
    let language = organisation.language;
    let day = meeting.begins().map(|at| at.local(zone).date());
    let args = Args::new()
        .text("title", meeting.kind.name(phrases, language))
        .text("day", day.map_or(String::new(), |day: Date| short_day(language, day)));
    let phrase = format!("staff-meeting-label-{what}");
    let label = crate::language::without_marks(&phrases.plain(language, &phrase, &args));
    let taken = queries::labels_like(write, meeting.organisation, &label).await?;
    Ok(match taken {
        0 => label,
        taken => format!("{label} #{}", taken + 1),
    })
}

async fn whole(read: &mut AnyConnection, meeting: MeetingId) -> Result<Meeting> {
    let found = standing::find(read, meeting).await?;
    found.ok_or_else(|| Error::Unknown { kind: "meeting", value: meeting.to_string() })
}
