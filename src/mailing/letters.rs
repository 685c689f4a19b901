//! Approving a letter: its texts and groups are kept, and what is missing is told.

use std::time::Duration;

use sqlx::AnyConnection;

use super::folder::{LetterFolder, LetterText};
use super::queries;
use crate::clock::Moment;
use crate::language::HomeLanguage;
use crate::library::keep_picture;
use crate::roster::{FamilyId, Group, Organisation, OrganisationId};
use crate::store::{Result, Store};

/// What to do for carers in whose language there is no text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// Send nothing at all, and say what is missing.
    #[default]
    Refuse,
    /// Send to the others; theirs waits for the translation.
    Hold,
    /// Send them the Dutch text, and say so in their language.
    Dutch,
}

impl Missing {
    /// The word that stands in the database and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Refuse => "refuse",
            Self::Hold => "hold",
            Self::Dutch => "dutch",
        }
    }
}

/// To whom and when.
#[derive(Clone, Debug)]
pub struct Order {
    /// The groups.
    pub groups: Vec<Group>,
    /// `None`: as it was, or refuse for a new letter.
    pub missing: Option<Missing>,
    /// When it may leave.
    pub release_at: Moment,
    /// How long after a letter its check-in follows; `None`: no check-in.
    pub check_in_after: Option<Duration>,
}

/// A language without a text, and the families behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Home language, as a tag.
    pub language: String,
    /// Names of the families in the roster.
    pub families: Vec<String>,
}

/// A letter that is kept and may go out.
#[derive(Clone, Debug)]
pub struct Approved {
    /// The letter.
    pub letter: Letter,
    /// Whether it was not known before.
    pub is_new: bool,
    /// How many carers had it already.
    pub already_sent: i64,
    /// Languages that came with this call.
    pub new_languages: Vec<HomeLanguage>,
    /// Languages whose text differs from the one that was sent; the sent one stays.
    pub changed_languages: Vec<HomeLanguage>,
    /// Languages without a text, when staff chose to go on.
    pub gaps: Vec<Gap>,
}

/// A letter as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its number.
    pub id: i64,
    /// Its name, unique in the organisation.
    pub label: String,
    /// letter or newsletter.
    pub kind: String,
    /// approved, fanning_out, released or cancelled.
    pub state: String,
    /// When it may leave.
    pub release_at: Moment,
    /// When it left.
    pub released_at: Option<Moment>,
}

/// Why a letter is not approved; nothing of it is kept then.
#[derive(Debug, thiserror::Error)]
pub enum ApproveError {
    /// No group was named.
    #[error("no group was named")]
    NoGroup,
    /// These languages have no text, and the sender did not choose what to do.
    #[error("texts are missing")]
    Missing(Vec<Gap>),
    /// The groups have different letters under this name already.
    #[error("several letters have this id")]
    Several(Vec<String>),
    /// It was cancelled; a repeat needs a new name.
    #[error("this letter was cancelled")]
    Cancelled(String),
    /// The database.
    #[error(transparent)]
    Store(#[from] crate::store::Error),
}

/// Keeps a letter in the caller's transaction, which the caller drops on an error. A letter that is
/// known already gets new languages and groups; its sent texts stay.
///
/// # Errors
/// [`ApproveError`] says why it is not approved.
pub async fn approve(
    store: &Store,
    write: &mut AnyConnection,
    organisation: &Organisation,
    folder: &LetterFolder,
    order: &Order,
    now: Moment,
) -> std::result::Result<Approved, ApproveError> {
    if order.groups.is_empty() {
        return Err(ApproveError::NoGroup);
    }
    let known = known_letter(write, organisation.id, folder, order).await?;
    let (id, is_new) = match known {
        Some(id) => (id, false),
        None => (insert(store, write, organisation.id, folder, order, now).await?, true),
    };
    if let (Some(missing), false) = (order.missing, is_new) {
        queries::set_missing(write, id, missing.word()).await?;
    }
    for group in &order.groups {
        queries::add_group(write, id, group.id).await?;
    }
    if !is_new && order.release_at > now {
        queries::release_again(write, id, order.release_at).await?;
    }
    let (new_languages, changed_languages) = keep_texts(write, id, folder).await?;
    let today = now.local(&organisation.time_zone).date().to_string();
    let gaps = queries::gaps(write, id, &today).await?;
    let refuses = is_new && order.missing.unwrap_or_default() == Missing::Refuse;
    if refuses && !gaps.is_empty() {
        return Err(ApproveError::Missing(gaps));
    }
    let already_sent = queries::count_sent(write, id).await?;
    let letter = queries::letter(write, organisation.id, id).await?;
    Ok(Approved { letter, is_new, already_sent, new_languages, changed_languages, gaps })
}

/// The letter of this name in these groups; or in other groups, when its Dutch text is the same.
async fn known_letter(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    folder: &LetterFolder,
    order: &Order,
) -> std::result::Result<Option<i64>, ApproveError> {
    let candidates = queries::with_slug(write, organisation, &folder.slug).await?;
    let mut same = Vec::new();
    for letter in candidates {
        let shares_group = queries::shares_group(write, letter.id, &order.groups).await?;
        if shares_group || has_same_dutch(write, letter.id, folder).await? {
            same.push(letter);
        }
    }
    match same.as_slice() {
        [] => Ok(None),
        [one] if one.state == "cancelled" => Err(ApproveError::Cancelled(one.label.clone())),
        [one] => Ok(Some(one.id)),
        several => {
            Err(ApproveError::Several(several.iter().map(|letter| letter.label.clone()).collect()))
        }
    }
}

async fn has_same_dutch(
    read: &mut AnyConnection,
    letter: i64,
    folder: &LetterFolder,
) -> Result<bool> {
    let stored = queries::stored_text(read, letter, HomeLanguage::DUTCH.tag()).await?;
    Ok(folder.texts.get(&HomeLanguage::DUTCH).is_some_and(|text| is_same(&stored, text)))
}

fn is_same(stored: &[(String, String)], text: &LetterText) -> bool {
    let mine = text.parts.iter().map(|part| (text.title.as_str(), part.body.as_str()));
    stored.iter().map(|(title, body)| (title.as_str(), body.as_str())).eq(mine)
}

async fn insert(
    store: &Store,
    write: &mut AnyConnection,
    organisation: OrganisationId,
    folder: &LetterFolder,
    order: &Order,
    now: Moment,
) -> Result<i64> {
    let id = store.new_id();
    let label = free_label(write, organisation, folder, order).await?;
    let letter = queries::NewLetter {
        id,
        organisation,
        kind: folder.kind.as_str(),
        slug: &folder.slug,
        label: &label,
        theme: folder.theme.as_deref(),
        missing: order.missing.unwrap_or_default().word(),
        release_at: order.release_at,
        check_in_after: order.check_in_after,
    };
    queries::insert(write, &letter, now).await?;
    Ok(id)
}

/// The name of the folder; with its groups, and if need be a number, when another letter has it.
async fn free_label(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    folder: &LetterFolder,
    order: &Order,
) -> Result<String> {
    let groups: Vec<String> = order.groups.iter().map(Group::full_name).collect();
    let with_groups = format!("{} ({})", folder.slug, groups.join(", "));
    let mut candidates = vec![folder.slug.clone(), with_groups.clone()];
    candidates.extend((2..1_000).map(|number| format!("{with_groups} {number}")));
    for label in candidates {
        if !queries::label_exists(read, organisation, &label).await? {
            return Ok(label);
        }
    }
    Ok(with_groups)
}

async fn keep_texts(
    write: &mut AnyConnection,
    letter: i64,
    folder: &LetterFolder,
) -> Result<(Vec<HomeLanguage>, Vec<HomeLanguage>)> {
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for picture in folder.pictures.values() {
        keep_picture(write, picture).await?;
    }
    for (language, text) in &folder.texts {
        let stored = queries::stored_text(write, letter, language.tag()).await?;
        if !stored.is_empty() {
            if !is_same(&stored, text) {
                changed.push(*language);
            }
            continue;
        }
        new.push(*language);
        for (number, part) in (0..).zip(&text.parts) {
            let picture = part.picture.as_ref().and_then(|path| folder.pictures.get(path));
            let row = queries::NewText {
                letter,
                language: language.tag(),
                part: number,
                kind: part.kind.as_str(),
                title: &text.title,
                body: part.body.as_str(),
                picture: picture.map(|picture| picture.id.as_str()),
                quality: text.quality.as_str(),
            };
            queries::insert_text(write, &row).await?;
        }
    }
    Ok((new, changed))
}

/// The letter of this number or name.
///
/// # Errors
/// The database cannot be reached.
pub async fn find(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    text: &str,
) -> Result<Option<Letter>> {
    let number = text.trim().parse().unwrap_or(-1);
    queries::find(read, organisation, number, text.trim()).await
}

/// All letters, the newest first.
///
/// # Errors
/// The database cannot be reached.
pub async fn list(read: &mut AnyConnection, organisation: OrganisationId) -> Result<Vec<Letter>> {
    queries::list(read, organisation).await
}

/// Takes a letter back: what has not left will not leave. Returns how many messages were withdrawn.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn cancel(write: &mut AnyConnection, letter: i64, now: Moment) -> Result<u64> {
    queries::cancel(write, letter, now).await
}

/// Notes that a printed copy was given to a family; false when the letter is not for that family.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn hand_over(
    write: &mut AnyConnection,
    letter: i64,
    family: FamilyId,
    now: Moment,
) -> Result<bool> {
    queries::hand_over(write, letter, family, now).await
}

/// The title of a mailing in one language; empty when it has no such text.
///
/// # Errors
/// The database cannot be reached.
pub async fn title(
    read: &mut AnyConnection,
    mailing: i64,
    language: HomeLanguage,
) -> Result<String> {
    queries::title(read, mailing, language.tag()).await
}

/// The languages in which a mailing has no text, with the families behind each; `today` is a local date.
///
/// # Errors
/// The database cannot be reached.
pub async fn gaps(
    read: &mut AnyConnection,
    mailing: i64,
    today: jiff::civil::Date,
) -> Result<Vec<Gap>> {
    queries::gaps(read, mailing, &today.to_string()).await
}
