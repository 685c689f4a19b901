//! The bot's own words: Fluent files from `locales/<tag>/*.ftl`, embedded at build time.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::locales::{LOCALES, PROGRAMMES};
use super::{HomeLanguage, Html};

/// A phrasebook that cannot be used as it is.
#[derive(Debug, thiserror::Error)]
#[error("locales/{file}: {problem}")]
pub struct BrokenPhrasebook {
    file: String,
    problem: String,
}

/// What is filled into a phrase: `Args::new().text("child", name).number("count", 3)`.
#[derive(Clone, Debug, Default)]
pub struct Args(Vec<(&'static str, Value)>);

#[derive(Clone, Debug)]
enum Value {
    Text(String),
    Number(i64),
}

impl Args {
    /// Nothing to fill in yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Text, shown isolated from the direction of the sentence around it.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.push((name, Value::Text(value.into())));
        self
    }

    /// A number, also for choosing the plural form.
    #[must_use]
    pub fn number(mut self, name: &'static str, value: i64) -> Self {
        self.0.push((name, Value::Number(value)));
        self
    }

    fn fluent(&self, escape: bool) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        for (name, value) in &self.0 {
            match value {
                Value::Text(text) if escape => args.set(*name, Html::escape(text).into_string()),
                Value::Text(text) => args.set(*name, text.clone()),
                Value::Number(number) => args.set(*name, FluentValue::from(*number)),
            }
        }
        args
    }
}

/// All languages the bot speaks, each complete.
pub struct Phrasebook {
    bundles: BTreeMap<HomeLanguage, FluentBundle<FluentResource>>,
}

impl Phrasebook {
    /// Reads the embedded phrases.
    ///
    /// # Errors
    /// A file that is not valid Fluent, or an id that stands twice.
    pub fn load() -> Result<Self, BrokenPhrasebook> {
        let mut bundles = BTreeMap::new();
        let folders = LOCALES.dirs().filter(|folder| folder.path().as_os_str() != PROGRAMMES);
        for folder in folders {
            let tag = folder.path().to_string_lossy().into_owned();
            let language =
                HomeLanguage::parse(&tag).ok_or_else(|| broken(&tag, "unknown language"))?;
            let id: LanguageIdentifier =
                tag.parse().map_err(|_| broken(&tag, "not a language tag"))?;
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            for file in folder.files() {
                add_file(&mut bundle, file)?;
            }
            bundles.insert(language, bundle);
        }
        Ok(Self { bundles })
    }

    /// The languages the bot speaks.
    pub fn languages(&self) -> impl Iterator<Item = HomeLanguage> {
        self.bundles.keys().copied()
    }

    /// Whether the bot itself speaks this language.
    pub fn speaks(&self, language: HomeLanguage) -> bool {
        self.bundles.contains_key(&language)
    }

    /// `language` if the bot speaks it, else Dutch.
    pub fn spoken(&self, language: HomeLanguage) -> HomeLanguage {
        if self.speaks(language) { language } else { HomeLanguage::DUTCH }
    }

    /// The language in which a carer is spoken to: the home language, else a second one that the carer
    /// confirmed, else Dutch.
    pub fn chat_language(&self, home: HomeLanguage, second: Option<HomeLanguage>) -> HomeLanguage {
        let both = std::iter::once(home).chain(second);
        both.into_iter().find(|it| self.speaks(*it)).unwrap_or(HomeLanguage::DUTCH)
    }

    /// A phrase as Telegram HTML; filled-in text is escaped.
    pub fn html(&self, language: HomeLanguage, id: &str, args: &Args) -> Html {
        Html::trusted(self.format(language, id, &args.fluent(true)))
    }

    /// A phrase as plain text: button labels, file names, printed pages (which escape themselves).
    pub fn plain(&self, language: HomeLanguage, id: &str, args: &Args) -> String {
        self.format(language, id, &args.fluent(false))
    }

    /// Every form of a word list such as "stop", one a line.
    pub fn words(&self, language: HomeLanguage, id: &str) -> Vec<String> {
        let text = self.plain(language, id, &Args::new());
        text.lines()
            .map(|line| line.trim().to_lowercase())
            .filter(|line| !line.is_empty())
            .collect()
    }

    fn format(&self, language: HomeLanguage, id: &str, args: &FluentArgs<'_>) -> String {
        // Staff phrases exist in Dutch and English only; every reader has Dutch behind them.
        for candidate in [language, HomeLanguage::DUTCH] {
            let Some(bundle) = self.bundles.get(&candidate) else { continue };
            let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
                continue;
            };
            let mut problems = Vec::new();
            let text: Cow<'_, str> = bundle.format_pattern(pattern, Some(args), &mut problems);
            if !problems.is_empty() {
                debug_assert!(false, "phrase {id} in {candidate}: {problems:?}");
                tracing::error!(phrase = id, language = %candidate, "a phrase lacks a variable");
            }
            return text.into_owned();
        }
        debug_assert!(false, "no phrase {id}");
        tracing::error!(phrase = id, "unknown phrase");
        id.to_owned()
    }
}

fn add_file(
    bundle: &mut FluentBundle<FluentResource>,
    file: &include_dir::File<'_>,
) -> Result<(), BrokenPhrasebook> {
    let name = file.path().to_string_lossy();
    let text = file.contents_utf8().ok_or_else(|| broken(&name, "not UTF-8"))?;
    let resource = FluentResource::try_new(text.to_owned())
        .map_err(|(_, errors)| broken(&name, &format!("{errors:?}")))?;
    bundle.add_resource(resource).map_err(|errors| broken(&name, &format!("{errors:?}")))
}

fn broken(file: &str, problem: &str) -> BrokenPhrasebook {
    BrokenPhrasebook { file: file.to_owned(), problem: problem.to_owned() }
}
