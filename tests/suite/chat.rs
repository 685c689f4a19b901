//! Conversations between a parent and the bot.

mod joining;
mod leaving;
mod menu;
mod questions;
mod staying;
mod story;
mod strangers;
mod updates;

use jiff::civil::{DateTime, datetime};
use thuispost::language::{Args, HomeLanguage};

use super::school::School;

/// The languages that the bot speaks.
const EIGHT: [&str; 8] = ["nl", "en", "fr", "es", "pl", "tr", "ar", "so"];

/// One mother who reads Arabic, with one child.
const FATIMA: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,ar,";

/// One father who reads Polish.
const PIOTR: &str = "De Regenboog,020-555 01 23,Vlinders,G2,,Zosia,,,Piotr,pl,";

/// At this hour on this day of the winter in which the stories play.
fn on(year: i16, month: i8, day: i8, hour: i8, minute: i8) -> DateTime {
    datetime(year, month, day, hour, minute, 0, 0)
}

/// A phrase as a phone shows it.
fn words(school: &School, tag: &str, id: &str, args: &Args) -> String {
    let language = HomeLanguage::parse(tag).unwrap();
    let marked = school.phrases.plain(language, id, args);
    ["<b>", "</b>", "<i>", "</i>"].iter().fold(marked, |text, tag| text.replace(tag, ""))
}

/// The newest thing the bot said to somebody is this phrase.
fn hears(school: &School, name: &str, tag: &str, id: &str, args: &Args) {
    let said = school.last(name).text;
    assert_eq!(said, words(school, tag, id, args), "{}", school.told(name));
}

/// The same for a phrase without names.
fn hears_plain(school: &School, name: &str, tag: &str, id: &str) {
    hears(school, name, tag, id, &Args::new());
}

/// The labels of the buttons of the newest thing the bot said.
fn labels(school: &School, name: &str) -> Vec<String> {
    school.last(name).buttons.into_iter().flatten().map(|button| button.label).collect()
}

/// The last answer that was shown for a moment over a phone.
async fn toast(school: &School, name: &str) -> String {
    let phone = school.id(name);
    let has_one = |world: &thuispost::sandbox::World| {
        world.phone(phone).is_some_and(|phone| !phone.toasts.is_empty())
    };
    assert!(school.sandbox.wait_until(super::school::PATIENCE, has_one).await);
    school.sandbox.toasts(phone).pop().unwrap().text
}

/// Somebody opens a link without having been on the bot before, or opens the bot without a link.
async fn opens(school: &mut School, name: &str, app_language: &str, code: Option<&str>) {
    let phone = school.phone_of(name, app_language);
    school.sandbox.presses_start(phone, code).unwrap();
    school.settles().await;
}

/// A letter in Dutch with a check-in, for whoever is in the group.
async fn a_letter_comes(school: &School) {
    let toml = "kind = \"letter\"\ncheck_in = true\n[quality]\nnl = \"human\"\n";
    let text = "# Water\n\nWe spelen met water.\n\n## Thuis\n\nGiet water over.\n";
    let folder = school.writes_letter("water", toml, &[("nl", text)]);
    school.sends(&folder, &["Vlinders"], Some(thuispost::mailing::Missing::Dutch)).await.unwrap();
}
