//! What follows on an answer: thanks that name what the child practises, one tip that fits what got in
//! the way, and the level of the next activity.

use sqlx::AnyConnection;

use super::compose::steps_block;
use super::queries::adapting as queries;
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Html, Phrasebook, ReadAloud};
use crate::library::{self, ActivityId, Level, Part};
use crate::outbox::CheckInAnswer;
use crate::reply::Barrier;
use crate::roster::CarerId;
use crate::store::Result;

/// Signs that mean the same in every language.
const SIGNS: [(CheckInAnswer, &[&str]); 3] = [
    (
        CheckInAnswer::Worked,
        &["👍", "✅", "✔️", "😀", "😃", "😄", "😊", "🙂", "🥰", "😍", "❤️", "🎉", "💪", "👏"],
    ),
    (CheckInAnswer::ABit, &["🤏", "😐", "🤷"]),
    (CheckInAnswer::NotYet, &["👎", "❌", "😞", "🙁", "☹️", "😢"]),
];

/// What a child practises by the activities that a message was about, in the carer's language or else in
/// Dutch; `None` when it was about none.
///
/// # Errors
/// The database cannot be reached.
pub async fn practises(
    read: &mut AnyConnection,
    mailing: i64,
    (carer, language): (CarerId, HomeLanguage),
) -> Result<Option<String>> {
    let mut said: Vec<String> = Vec::new();
    for about in queries::about(read, mailing, carer).await? {
        let activity = ActivityId::from_raw(about.activity_id);
        let Some(text) = text_of(read, activity, language).await? else { continue };
        if !said.contains(&text.thanks) {
            said.push(text.thanks);
        }
    }
    Ok((!said.is_empty()).then(|| said.join(" ")))
}

/// A tip, as it is read and as it is heard.
#[derive(Clone, Debug)]
pub struct Tip {
    /// What is read.
    pub text: Html,
    /// The steps it tells, when they are of one activity.
    pub steps: Option<ReadAloud>,
}

/// One tip that fits what got in the way of an activity; `None` when the message was about none, or
/// when nothing fits.
///
/// # Errors
/// The database cannot be reached.
pub async fn tip(
    read: &mut AnyConnection,
    phrases: &Phrasebook,
    mailing: i64,
    (carer, language): (CarerId, HomeLanguage),
    barrier: Barrier,
) -> Result<Option<Tip>> {
    let about = queries::about(read, mailing, carer).await?;
    if about.is_empty() {
        return Ok(None);
    }
    let say = |id: &str| phrases.html(language, id, &Args::new());
    let plain = |id: &str| Ok(Some(Tip { text: say(id), steps: None }));
    let (phrase, other) = match barrier {
        Barrier::NoTime => return plain("tip-no-time"),
        Barrier::NoMaterials => return plain("tip-no-materials"),
        Barrier::ChildDidNotWant => return plain("tip-child-did-not-want"),
        Barrier::TooHard => ("tip-easier", Level::lower as fn(Level) -> Level),
        Barrier::TooEasy => ("tip-harder", Level::higher as fn(Level) -> Level),
        Barrier::NotUnderstood | Barrier::Other => return Ok(None),
    };
    let mut tip = say(phrase);
    let mut told = Vec::new();
    for row in &about {
        let level = row.level.as_deref().and_then(Level::from_word).unwrap_or_default();
        let activity = ActivityId::from_raw(row.activity_id);
        // There is nothing easier than the easiest.
        if other(level) == level {
            continue;
        }
        let Some(text) = text_of(read, activity, language).await? else { continue };
        if about.len() > 1 {
            tip.push(&Html::trusted("\n"));
            tip.push(&Html::escape(&text.title));
        }
        tip.push(&Html::trusted("\n"));
        tip.push(&steps_block(text.steps_at(other(level))));
        let steps = library::read_aloud(Part::Do(&text, other(level)));
        told.push(ReadAloud::default().text(&steps));
    }
    if told.is_empty() {
        return plain("tip-no-step-left");
    }
    let steps = told.pop().filter(|_| told.is_empty());
    Ok(Some(Tip { text: tip, steps }))
}

async fn text_of(
    read: &mut AnyConnection,
    activity: ActivityId,
    language: HomeLanguage,
) -> Result<Option<library::ActivityText>> {
    match library::activity_text(read, activity, language).await? {
        Some(text) => Ok(Some(text)),
        None => library::activity_text(read, activity, HomeLanguage::DUTCH).await,
    }
}

/// "Too hard" makes the next activity easier for every child that the message was about, "too easy"
/// makes it harder; other barriers change nothing.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn adapt(
    write: &mut AnyConnection,
    mailing: i64,
    carer: CarerId,
    barrier: Barrier,
    now: Moment,
) -> Result<()> {
    if matches!(barrier, Barrier::TooHard | Barrier::TooEasy) {
        let easier = barrier == Barrier::TooHard;
        queries::set_levels(write, mailing, carer, easier, now).await?;
    }
    Ok(())
}

/// The question "did it work?" that waits for an answer of this carer: what it is about.
///
/// # Errors
/// The database cannot be reached.
pub async fn open_question(
    read: &mut AnyConnection,
    carer: CarerId,
    now: Moment,
) -> Result<Option<i64>> {
    queries::open_question(read, carer, now).await
}

/// The answer that a typed text or a sign is, when there is no doubt: the whole text is one of the words
/// for it in the carer's language or in Dutch, and of no other answer.
pub fn read_answer(
    phrases: &Phrasebook,
    language: HomeLanguage,
    text: &str,
) -> Option<CheckInAnswer> {
    let said = fold(text.trim_matches(|c: char| c.is_whitespace() || ".,!?¡¿/،؟".contains(c)));
    // A sign may carry a colour of skin, and the same sign may be repeated.
    let bare: String = said.chars().filter(|c| !is_tone(*c)).collect();
    let signs = SIGNS.iter().filter(|(_, signs)| {
        signs.iter().any(|sign| {
            let sign: String = sign.chars().filter(|c| !is_tone(*c)).collect();
            !bare.is_empty() && bare.split(&sign).all(str::is_empty)
        })
    });
    let spoken = CheckInAnswer::ALL.into_iter().filter(|answer| {
        let id = match answer {
            CheckInAnswer::Worked => "words-worked",
            CheckInAnswer::ABit => "words-a-bit",
            CheckInAnswer::NotYet => "words-not-yet",
        };
        let of = |language| phrases.words(language, id).iter().any(|word| fold(word) == said);
        of(language) || of(HomeLanguage::DUTCH)
    });
    let mut found: Vec<CheckInAnswer> = signs.map(|(answer, _)| *answer).chain(spoken).collect();
    found.dedup();
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Skin tones and the mark that asks for a coloured sign.
fn is_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}' | '\u{FE0F}')
}

/// Small letters, the Turkish i with and without its dot being one.
fn fold(text: &str) -> String {
    text.to_lowercase().replace('\u{307}', "").replace('ı', "i")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_or_a_sign_is_an_answer_only_when_there_is_no_doubt() {
        let phrases = Phrasebook::load().unwrap();
        let read =
            |tag: &str, text: &str| read_answer(&phrases, HomeLanguage::parse(tag).unwrap(), text);
        for (tag, text) in [
            ("nl", "Ja!"),
            ("tr", "EVET"),
            ("ar", "نعم"),
            ("pl", "tak"),
            ("es", "Sí"),
            ("fr", "oui"),
            ("so", "haa"),
            ("en", "yes"),
            ("ar", "👍🏽"),
            ("nl", "👍👍"),
        ] {
            assert_eq!(read(tag, text), Some(CheckInAnswer::Worked), "{tag} {text}");
        }
        assert_eq!(read("tr", "biraz"), Some(CheckInAnswer::ABit));
        assert_eq!(read("pl", "nie"), Some(CheckInAnswer::NotYet));
        for (tag, text) in
            [("nl", "ja maar wanneer?"), ("nl", "👍👎"), ("nl", ""), ("ar", "?"), ("pl", "yes")]
        {
            assert_eq!(read(tag, text), None, "{tag} {text}");
        }
    }

    #[test]
    fn no_word_means_two_answers_in_one_language() {
        let phrases = Phrasebook::load().unwrap();
        for language in phrases.languages() {
            for id in ["words-worked", "words-a-bit", "words-not-yet"] {
                let words = phrases.words(language, id);
                assert!(!words.is_empty());
                for word in words {
                    assert!(read_answer(&phrases, language, &word).is_some(), "{language} {word}");
                }
            }
        }
    }
}
