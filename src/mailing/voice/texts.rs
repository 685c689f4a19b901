//! What is read aloud of a stored mailing, and the voice that goes with it.

use std::collections::BTreeMap;

use sqlx::AnyConnection;

use super::queries::{self, PartRow};
use super::recordings::{self, Recording};
use crate::clock::Moment;
use crate::language::{HomeLanguage, Html, ReadAloud, without_marks};
use crate::library;
use crate::mailing::folder::{LetterText, PartKind};
use crate::roster::OrganisationId;
use crate::store::Result;

/// What is read aloud of a mailing: its title, everything that can be read, and the focus words, by
/// language; or the words of its part of kind `voice`, when whoever composed it wrote them there.
///
/// # Errors
/// The database cannot be reached.
pub async fn read_aloud(
    read: &mut AnyConnection,
    mailing: i64,
) -> Result<BTreeMap<HomeLanguage, ReadAloud>> {
    let mut parts: BTreeMap<HomeLanguage, Vec<PartRow>> = BTreeMap::new();
    for part in queries::parts(read, mailing).await? {
        if let Some(language) = HomeLanguage::parse(&part.language) {
            parts.entry(language).or_default().push(part);
        }
    }
    let spoken = parts.into_iter().map(|(language, parts)| {
        // A home activity is told otherwise than it is written.
        if let Some(told) = parts.iter().find(|part| part.kind == "voice") {
            return (language, library::aloud(&told.body));
        }
        let title = parts.first().map(|part| part.title.as_str()).unwrap_or_default();
        let parts = parts.iter().map(|part| (part.kind.as_str(), part.body.as_str()));
        (language, aloud(language, title, parts))
    });
    Ok(spoken.collect())
}

/// What is read aloud of a letter that stands in its folder still.
pub fn of_text(language: HomeLanguage, text: &LetterText) -> ReadAloud {
    let in_order = [PartKind::Text, PartKind::More, PartKind::Words].into_iter();
    let parts = in_order.flat_map(|kind| {
        let of_kind = text.parts.iter().filter(move |part| part.kind == kind);
        of_kind.map(move |part| (kind.as_str(), part.body.as_str()))
    });
    aloud(language, &text.title, parts)
}

fn aloud<'a>(
    language: HomeLanguage,
    title: &str,
    parts: impl Iterator<Item = (&'a str, &'a str)>,
) -> ReadAloud {
    let title = ReadAloud::default().text(title);
    parts.fold(title, |aloud, (kind, body)| {
        let html = Html::trusted(body);
        match kind {
            "words" => without_marks(&html.plain())
                .lines()
                .fold(aloud, |aloud, line| word(aloud, language, line)),
            _ => aloud.html(&html),
        }
    })
}

/// A pair stands as "home = Dutch", in the Dutch text as "Dutch = explanation".
fn word(aloud: ReadAloud, language: HomeLanguage, line: &str) -> ReadAloud {
    match line.split_once(" = ") {
        Some((dutch, meaning)) if language == HomeLanguage::DUTCH => aloud.word(dutch, meaning),
        Some((own, dutch)) => aloud.word(dutch, own),
        None => aloud.text(line),
    }
}

/// Mailings that are to leave, or left since then.
///
/// # Errors
/// The database cannot be reached.
pub async fn recent(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    since: Moment,
) -> Result<Vec<i64>> {
    queries::recent(read, organisation, since).await
}

/// The voice of a mailing in one language.
///
/// # Errors
/// The database cannot be reached.
pub async fn voice_of(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    mailing: i64,
    language: HomeLanguage,
) -> Result<Option<Recording>> {
    let texts = read_aloud(read, mailing).await?;
    match texts.get(&language) {
        Some(text) => recordings::find(read, organisation, text, language).await,
        None => Ok(None),
    }
}

/// Gives a mailing the voices that there are now: a part of kind `voice` in each language that has
/// one. Called in the transaction that releases it; again it changes only what changed.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn attach(write: &mut AnyConnection, mailing: i64) -> Result<()> {
    let Some(organisation) = queries::organisation_of(write, mailing).await? else {
        return Ok(());
    };
    if !queries::has_voices(write, organisation).await? {
        return Ok(());
    }
    for (language, text) in read_aloud(write, mailing).await? {
        if let Some(found) = recordings::find(write, organisation, &text, language).await? {
            let quality = if found.by_machine { "machine" } else { "human" };
            queries::attach(write, mailing, language.tag(), &found.voice, quality).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listener_hears_the_title_once_then_everything_then_the_words_in_dutch_first() {
        let parts = [
            ("text", "Suyla oynuyoruz.\n<b>Oku</b> &amp; dinle."),
            ("more", "Devamı burada."),
            ("words", "<b>\u{2068}musluk\u{2069}</b> = \u{2068}de kraan\u{2069}"),
        ];
        let heard = "Su\nSuyla oynuyoruz.\nOku & dinle.\nDevamı burada.\nde kraan: musluk";
        let turkish = HomeLanguage::parse("tr").unwrap();
        assert_eq!(aloud(turkish, "Su", parts.into_iter()).plain(), heard);
    }

    #[test]
    fn in_dutch_the_word_comes_before_what_it_means() {
        let words = [("words", "<b>de kraan</b> = daar komt water uit")];
        let heard = aloud(HomeLanguage::DUTCH, "Water", words.into_iter()).plain();
        assert_eq!(heard, "Water\nde kraan: daar komt water uit");
    }
}
