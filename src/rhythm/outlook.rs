//! To whom a run comes and how, before it begins and while it goes on: for the person who starts it. It
//! promises nobody what they would not get.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::AnyConnection;

use super::queries::outlook as queries;
use super::run::{Audience, NewRun, Run, Untranslated, slots_of_new};
use super::slots::Slot;
use super::telling;
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Html, Phrasebook};
use crate::library::ThemeId;
use crate::mailing::voice;
use crate::roster::{Organisation, OrganisationId};
use crate::settings::ThemeRules;
use crate::store::Result;

/// A run before it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// What leaves when.
    pub slots: Vec<Slot>,
    /// To whom it comes.
    pub to: Outreach,
    /// Nobody noted that the theme was explained to the parents.
    pub not_introduced: bool,
}

/// To whom a run comes, counted in families.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outreach {
    /// Families with a child in it.
    pub families: i64,
    /// All of them, each by the carer who gets most of it.
    pub reach: BTreeMap<Reach, i64>,
    /// By home language, families who get the theme in a language they read.
    pub languages: Vec<(String, i64)>,
    /// By home language, families with a carer for whom there is no text, connected or not.
    pub gaps: Vec<(String, i64)>,
    /// Who listens, by the language they would hear.
    pub listening: Vec<Listening>,
}

/// How a theme comes to a family, the best first; or why it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// In the language the carer chose.
    OwnLanguage,
    /// In a second language that the carer confirmed.
    SecondLanguage,
    /// In Dutch, since who started the theme chose so.
    InDutch,
    /// The carer listens, does not read, and there is no voice yet.
    NoVoice,
    /// There is no text that the carer reads.
    MissingLanguage,
    /// The carer paused.
    Paused,
    /// Telegram said that the chat takes no messages.
    Unreachable,
    /// The carer stopped.
    Stopped,
    /// Nobody of the family joined.
    NotConnected,
}

impl Reach {
    /// All of them, the best first.
    pub const ALL: [Self; 9] = [
        Self::OwnLanguage,
        Self::SecondLanguage,
        Self::InDutch,
        Self::NoVoice,
        Self::MissingLanguage,
        Self::Paused,
        Self::Unreachable,
        Self::Stopped,
        Self::NotConnected,
    ];

    /// Whether the family gets something it can take in.
    pub const fn is_reached(self) -> bool {
        matches!(self, Self::OwnLanguage | Self::SecondLanguage | Self::InDutch)
    }

    /// In one word, as reasons are.
    pub const fn word(self) -> &'static str {
        match self {
            Self::OwnLanguage => "own_language",
            Self::SecondLanguage => "second_language",
            Self::InDutch => "in_dutch",
            Self::NoVoice => "no_voice",
            Self::MissingLanguage => "missing_language",
            Self::Paused => "paused",
            Self::Unreachable => "unreachable",
            Self::Stopped => "stopped",
            Self::NotConnected => "not_connected",
        }
    }
}

/// Carers who listen in a language, and which of the theme's texts they can hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listening {
    /// The language of the texts they get.
    pub language: HomeLanguage,
    /// How many carers.
    pub carers: i64,
    /// How many texts the theme has.
    pub texts: i64,
    /// Of those, recorded by a person.
    pub recorded: i64,
    /// Of the others, spoken by the machine, now or shortly before they leave.
    pub spoken: i64,
}

impl Listening {
    /// Texts without a voice.
    pub const fn silent(&self) -> i64 {
        self.texts - self.recorded - self.spoken
    }
}

impl Outreach {
    /// Families who get something they can take in.
    pub fn reached(&self) -> i64 {
        self.reach.iter().filter(|(reach, _)| reach.is_reached()).map(|(_, count)| count).sum()
    }

    /// What staff read of it, at most three lines: how it comes, why it does not, who hears it.
    pub fn lines(&self, phrases: &Phrasebook, language: HomeLanguage) -> Vec<Html> {
        let counted = |is_reached: bool| -> Vec<String> {
            let of_kind = self.reach.iter().filter(|(it, _)| it.is_reached() == is_reached);
            let said = of_kind.map(|(reach, count)| {
                let phrase = format!("theme-reach-{}", reach.word().replace('_', "-"));
                phrases.plain(language, &phrase, &Args::new().number("count", *count))
            });
            said.collect()
        };
        let heard = self.listening.iter().map(|it| {
            let args = Args::new()
                .text("language", it.language.name_in(language))
                .number("carers", it.carers)
                .number("recorded", it.recorded)
                .number("spoken", it.spoken)
                .number("silent", it.silent());
            let is_silent = it.silent() == it.texts;
            let phrase = if is_silent { "theme-listening-silent" } else { "theme-listening" };
            phrases.plain(language, phrase, &args)
        });
        let lines = [
            ("theme-plan-how", counted(true)),
            ("theme-plan-not-reached", counted(false)),
            ("theme-plan-listening", heard.collect()),
        ];
        let lines = lines.into_iter().filter(|(_, list)| !list.is_empty());
        let say = |(phrase, list): (&str, Vec<String>)| {
            phrases.html(language, phrase, &Args::new().text("list", list.join(" · ")))
        };
        lines.map(say).collect()
    }
}

/// What a run would bring to whom.
///
/// # Errors
/// The database cannot be reached.
pub async fn outlook(
    read: &mut AnyConnection,
    organisation: &Organisation,
    run: &NewRun,
    rules: &ThemeRules,
) -> Result<Outlook> {
    let slots = slots_of_new(read, organisation, run, rules).await?;
    // Who comes back from a pause before the first message is not kept from it.
    let first = slots.iter().filter(|slot| !slot.is_closed).map(|slot| slot.at).min();
    let begins = Moment::start_of(run.starts_on, &organisation.time_zone);
    let to = outreach(read, organisation.id, run, first.unwrap_or(begins)).await?;
    Ok(Outlook { slots, to, not_introduced: run.introduced_on.is_none() })
}

/// To whom a run that was started comes, as things stand now.
///
/// # Errors
/// The database cannot be reached.
pub async fn outreach_now(
    read: &mut AnyConnection,
    organisation: &Organisation,
    run: &Run,
    now: Moment,
) -> Result<Outreach> {
    let today = now.local(&organisation.time_zone).date();
    let begins = run.starts_on.parse().unwrap_or(today);
    let as_new = NewRun {
        theme: run.theme,
        groups: queries::groups(read, run.id).await?,
        starts_on: today.max(begins),
        weeks: run.weeks,
        audience: if run.audience == Audience::Ve.word() { Audience::Ve } else { Audience::All },
        missing: match run.missing == Untranslated::Dutch.word() {
            true => Untranslated::Dutch,
            false => Untranslated::Hold,
        },
        introduced_on: None,
    };
    outreach(read, organisation.id, &as_new, now).await
}

async fn outreach(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    run: &NewRun,
    at: Moment,
) -> Result<Outreach> {
    let carers = queries::carers(read, run, at).await?;
    let listening = listening(read, organisation, run, &carers).await?;
    let mut best: BTreeMap<i64, Reach> = BTreeMap::new();
    let mut of_language: BTreeMap<(bool, &str), BTreeSet<i64>> = BTreeMap::new();
    for carer in &carers {
        let reach = reach_of(carer, run.missing, &listening);
        let known = best.entry(carer.family_id).or_insert(reach);
        *known = reach.min(*known);
        if let Some(language) = carer.language.as_deref().filter(|_| !carer.is_stopped()) {
            let key = (carer.written_in.is_some(), language);
            of_language.entry(key).or_default().insert(carer.family_id);
        }
    }
    let mut to = Outreach { listening, ..Outreach::default() };
    for reach in best.into_values() {
        *to.reach.entry(reach).or_default() += 1;
        to.families += 1;
    }
    for ((is_written, language), families) in of_language {
        let families = i64::try_from(families.len()).unwrap_or(i64::MAX);
        let list = if is_written { &mut to.languages } else { &mut to.gaps };
        list.push((language.to_owned(), families));
    }
    Ok(to)
}

fn reach_of(carer: &queries::CarerRow, missing: Untranslated, heard: &[Listening]) -> Reach {
    match carer.obstacle.as_deref() {
        Some("stopped") => return Reach::Stopped,
        Some("unreachable") => return Reach::Unreachable,
        Some("paused") => return Reach::Paused,
        Some(_) => return Reach::NotConnected,
        None => {}
    }
    let Some(tag) = carer.gets(missing) else { return Reach::MissingLanguage };
    let has_voice = |it: &Listening| it.language.tag() == tag && it.recorded + it.spoken > 0;
    if carer.reading.as_deref() == Some("voice") && !heard.iter().any(has_voice) {
        return Reach::NoVoice;
    }
    match &carer.written_in {
        None => Reach::InDutch,
        Some(tag) if Some(tag) == carer.language.as_ref() => Reach::OwnLanguage,
        Some(_) => Reach::SecondLanguage,
    }
}

/// Who listens in which language, and the voices of the theme in it.
async fn listening(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    run: &NewRun,
    carers: &[queries::CarerRow],
) -> Result<Vec<Listening>> {
    let mut by_language: BTreeMap<HomeLanguage, BTreeSet<i64>> = BTreeMap::new();
    let listens = |it: &&queries::CarerRow| {
        it.reading.as_deref().is_some_and(|reading| reading != "text") && !it.is_stopped()
    };
    for carer in carers.iter().filter(listens) {
        if let Some(language) = carer.gets(run.missing).and_then(HomeLanguage::parse) {
            by_language.entry(language).or_default().extend(carer.carer_id);
        }
    }
    let mut all = Vec::with_capacity(by_language.len());
    for (language, carers) in by_language {
        let carers = i64::try_from(carers.len()).unwrap_or(i64::MAX);
        all.push(heard(read, (organisation, run.theme), language, carers).await?);
    }
    Ok(all)
}

async fn heard(
    read: &mut AnyConnection,
    (organisation, theme): (OrganisationId, ThemeId),
    language: HomeLanguage,
    carers: i64,
) -> Result<Listening> {
    let told = telling::told_in(read, theme, language).await?;
    let keys: BTreeSet<String> = told.iter().map(crate::language::ReadAloud::key).collect();
    let (recorded, spoken) = voice::count_voices(read, organisation, language, &keys).await?;
    let texts = i64::try_from(keys.len()).unwrap_or(i64::MAX);
    Ok(Listening { language, carers, texts, recorded, spoken })
}
