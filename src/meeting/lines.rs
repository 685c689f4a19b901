//! Lines of the staff's own that come after the meeting was made: who waited for one in their language is
//! invited then.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::queries::{inviting as mailings, meetings as queries};
use super::standing::Meeting;
use super::words::Speaker;
use crate::clock::Moment;
use crate::language::{HomeLanguage, Phrasebook};
use crate::mailing::{self, Gap, Missing};
use crate::store::Result;

/// A line of one's own has at most so many characters: the ready phrases say the rest.
pub const LINE_CHARS: usize = 200;

/// Keeps lines in further languages, in the caller's transaction; the languages that still have none. What was
/// sent stays as it was sent.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn add_lines(
    phrases: &Phrasebook,
    write: &mut AnyConnection,
    (meeting, zone): (&Meeting, &TimeZone),
    lines: &BTreeMap<HomeLanguage, String>,
    now: Moment,
) -> Result<Vec<Gap>> {
    for (language, line) in lines {
        queries::keep_line(write, meeting.id, *language, line).await?;
    }
    let Some((invitation, missing)) = mailings::invitation_of(write, meeting.id).await? else {
        return Ok(Vec::new());
    };
    let mut meeting = meeting.clone();
    meeting.lines.extend(lines.clone());
    let speaker = Speaker { phrases, meeting: &meeting, zone };
    let dutch_will_do = missing == Missing::Dutch.word();
    let known = mailings::languages_of(write, invitation).await?;
    for language in phrases.languages().filter(|it| !known.iter().any(|tag| tag == it.tag())) {
        if let Some(text) = speaker.invitation(language, dutch_will_do) {
            mailings::insert_text(write, invitation, &text, meeting.picture.as_deref()).await?;
        }
    }
    mailings::release_again(write, invitation, now).await?;
    mailing::gaps(write, invitation, now.local(zone).date()).await
}
