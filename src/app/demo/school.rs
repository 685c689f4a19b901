//! The sample school and its staff: the same verbs that the command line uses.

use std::path::Path;
use std::time::Duration;

use include_dir::Dir;

use super::DemoError;
use super::sample::SAMPLE;
use crate::clock::Moment;
use crate::language::{HomeLanguage, Phrasebook};
use crate::library::ProgrammeFolder;
use crate::mailing::folder;
use crate::mailing::{self, Order};
use crate::participation::{self, By, Period, Record, Within};
use crate::roster::{self, FamilyId, ImportOptions, Invite, InviteKey, Organisation, Selection};
use crate::settings::Settings;
use crate::store::Store;
use crate::{inbox, outbox, telegram};

const LETTER: &str = "herfst";
/// The educator of the story works in the first two.
pub(super) const GROUPS: [&str; 3] = ["Vlinders", "Kikkers", "Kleuters 1"];
const CHECK_IN_AFTER: Duration = Duration::from_secs(24 * 3_600);

/// What the staff of the sample answer to whatever was asked.
const ANSWER: &str =
    "Goed dat je het vraagt. Ik leg het morgen bij het ophalen even uit. Groetjes, juf Anna";

/// Imports a roster and makes its invitations.
pub(super) async fn import(
    store: &Store,
    settings: &Settings,
    roster_text: &str,
    now: Moment,
) -> Result<Vec<Invite>, DemoError> {
    let options = ImportOptions { settings, organisation: None, dry_run: false, now };
    let bytes = roster_text.as_bytes().to_vec();
    roster::import(store, bytes, &options).await.map_err(|error| broken(&error.to_string()))?;
    let key =
        InviteKey::load_or_make(&settings.key_file).map_err(|error| broken(&error.to_string()))?;
    let everybody = Selection::default();
    let organisation = organisation(store).await?;
    roster::invites(store, &key, &organisation, everybody, now)
        .await
        .map_err(|error| broken(&error.to_string()))
}

pub(super) async fn organisation(store: &Store) -> Result<Organisation, DemoError> {
    let found = roster::the_only_organisation(&mut *store.read().await?).await;
    found.map_err(|error| broken(&error.to_string()))
}

/// Sends the sample letter to all groups, as `thuispost letter send` does.
pub(super) async fn send_letter(
    store: &Store,
    organisation: &Organisation,
    scratch: &Path,
    now: Moment,
) -> Result<(), DemoError> {
    let letters = SAMPLE.get_dir("letters").ok_or_else(|| broken("no letters"))?;
    letters.extract(scratch).or_else(|_| extract(letters, scratch)).map_err(DemoError::Folder)?;
    let folder = folder::read(&scratch.join("letters").join(LETTER))
        .map_err(|findings| broken(&format!("{} findings in {LETTER}", findings.len())))?;
    let mut write = store.write().await?;
    let mut groups = Vec::new();
    for name in GROUPS {
        if let Ok(group) = roster::find_group(&mut write, organisation.id, name).await {
            groups.push(group);
        }
    }
    let order =
        Order { groups, missing: None, release_at: now, check_in_after: Some(CHECK_IN_AFTER) };
    let approved = mailing::approve(store, &mut write, organisation, &folder, &order, now).await;
    let approved = approved.map_err(|error| broken(&error.to_string()))?;
    outbox::release_now(&mut write, approved.letter.id, organisation.id.raw(), now).await?;
    write.commit().await.map_err(crate::store::Error::from)?;
    Ok(())
}

/// `include_dir` keeps paths from its own root: the folders above a file may be missing.
fn extract(folder: &Dir<'_>, into: &Path) -> std::io::Result<()> {
    for file in folder.files() {
        let path = into.join(file.path());
        if let Some(above) = path.parent() {
            std::fs::create_dir_all(above)?;
        }
        std::fs::write(path, file.contents())?;
    }
    folder.dirs().try_for_each(|inner| extract(inner, into))
}

pub(super) async fn answer_questions(
    store: &Store,
    phrases: &Phrasebook,
    organisation: &Organisation,
    now: Moment,
) -> Result<usize, DemoError> {
    let open = inbox::list(&mut *store.read().await?, organisation.id, false).await?;
    let mut answered = 0;
    for question in open {
        // Who stopped meanwhile cannot be answered; the question stays for a talk at the door.
        let done = inbox::answer(store, phrases, organisation.id, question.id, ANSWER, now).await;
        answered += usize::from(done.is_ok());
    }
    Ok(answered)
}

/// Gives a printed copy to the first families that the letter did not reach.
pub(super) async fn hand_over(
    store: &Store,
    organisation: &Organisation,
    most: usize,
    now: Moment,
) -> Result<Vec<FamilyId>, DemoError> {
    let letter = mailing::find(&mut *store.read().await?, organisation.id, LETTER).await?;
    let letter = letter.ok_or_else(|| broken("the letter is gone"))?;
    let missed = outbox::not_reached(&mut *store.read().await?, letter.id).await?;
    let mut families: Vec<FamilyId> = missed.iter().map(|row| row.family).collect();
    families.sort();
    families.dedup();
    families.truncate(most);
    let mut write = store.write().await?;
    for family in &families {
        mailing::hand_over(&mut write, letter.id, *family, now).await?;
    }
    write.commit().await.map_err(crate::store::Error::from)?;
    Ok(families)
}

/// Whether nothing waits to be applied or to leave.
pub(super) async fn is_quiet(
    store: &Store,
    organisation: &Organisation,
) -> Result<bool, DemoError> {
    let mut read = store.read().await?;
    let waiting = outbox::waiting(&mut read, organisation.id).await?;
    Ok(waiting == 0 && telegram::unapplied(&mut read, organisation.id).await? == 0)
}

pub(super) async fn report(
    store: &Store,
    organisation: &Organisation,
    now: Moment,
) -> Result<(Vec<Record>, Period), DemoError> {
    let period = Period::school_year_of(now.local(&organisation.time_zone).date());
    let bys = [By::All, By::Group, By::Language];
    let mut read = store.read().await?;
    let zone = &organisation.time_zone;
    let records = participation::report(
        &mut read,
        organisation.id,
        zone,
        (period, now),
        &bys,
        Within::Organisation,
    )
    .await?;
    Ok((records, period))
}

/// The Dutch title of a theme, as staff choose it.
pub(super) fn dutch_title(programme: &ProgrammeFolder, theme: &str) -> String {
    let theme = programme.themes.iter().find(|it| it.slug == theme);
    let text = theme.and_then(|theme| theme.texts.get(&HomeLanguage::DUTCH));
    text.map(|text| text.title.clone()).unwrap_or_default()
}

/// How a parent of this language says that it worked.
pub(super) fn yes_in(language: HomeLanguage) -> &'static str {
    match language.tag() {
        "nl" => "Ja!",
        "fr" => "oui",
        "es" => "Sí",
        "pl" => "tak",
        "tr" => "Evet",
        "ar" => "نعم",
        "so" => "haa",
        _ => "yes",
    }
}

/// What a parent of this language asks.
pub(super) fn question_in(language: HomeLanguage) -> &'static str {
    match language.tag() {
        "nl" => "Moet ik morgen laarzen meegeven?",
        "fr" => "Faut-il apporter des bottes demain ?",
        "es" => "¿Tengo que llevar botas mañana?",
        "pl" => "Czy jutro potrzebne są kalosze?",
        "tr" => "Yarın çizme getirelim mi?",
        "ar" => "هل نُحضر أحذية المطر غدًا؟",
        "so" => "Berri ma keenaa kabaha roobka?",
        _ => "Shall I bring boots tomorrow?",
    }
}

pub(super) fn broken(problem: &str) -> DemoError {
    DemoError::Sample(problem.to_owned())
}
