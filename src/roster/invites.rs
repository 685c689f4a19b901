//! Invitations to join: a code for each carer who has not joined, printed on a letter.
//!
//! A code is worked out from the invitation's id and a key file, so that printing again gives the
//! same link; the database holds only a hash of it, so that a stolen database opens no chat.

mod code;
mod invited;
mod key;
mod letter;
mod list;

use std::collections::HashMap;

use jiff::ToSpan;
use sqlx::AnyConnection;

use super::queries::invites as queries;
use super::{CarerId, ChatId, FamilyId, GroupId, InviteId, Organisation, OrganisationId};
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::store::{self, Store};

pub use code::InviteCode;
pub use key::{InviteKey, KeyError};
pub use letter::{invite_letters, qr};
pub use list::{invites_csv, spreadsheet_cell};

pub(super) use invited::{Invited, InvitedRow};

/// A code opens the chat on the day it was made and this many days after.
const VALID_DAYS: i32 = 60;

/// Which invitations to print.
#[derive(Clone, Copy, Debug, Default)]
pub struct Selection {
    /// Only carers with a child in this group.
    pub group: Option<GroupId>,
    /// Only carers of this family: a new telephone, a lost letter.
    pub family: Option<FamilyId>,
    /// Revoke what was printed before and make new codes, also for carers who have joined.
    pub renew: bool,
}

/// An invitation, ready to print.
#[derive(Clone, Debug)]
pub struct Invite {
    /// Who is invited.
    pub carer: CarerId,
    /// That carer's name.
    pub carer_name: String,
    /// The family.
    pub family: FamilyId,
    /// The family, as the roster names it.
    pub family_name: String,
    /// First names of the carer's children who have not left, in order.
    pub children: Vec<String>,
    /// Their group; several joined with commas.
    pub group: String,
    /// Where that is; several joined with commas.
    pub location: String,
    /// The carer's language.
    pub language: HomeLanguage,
    /// What the link carries.
    pub code: InviteCode,
    /// From then on the code opens nothing.
    pub expires_at: Moment,
}

/// Why there are no invitations to print.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// The key file cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Codes that are still open were made with another key: printing now would give links that
    /// do not work.
    #[error("the key file is not the one that made the invitations that are still open")]
    OtherKey,
    /// The organisation has no family of this number.
    #[error("the organisation has no family {0}")]
    NoFamily(FamilyId),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl InviteError {
    /// What to tell the person at the keyboard; `None` when only the log can use it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> Option<String> {
        match self {
            Self::Key(error) => Some(error.sentence(phrases, language)),
            Self::OtherKey => Some(phrases.plain(language, "invite-error-other-key", &Args::new())),
            Self::NoFamily(id) => {
                let args = Args::new().text("id", id.to_string());
                Some(phrases.plain(language, "cli-family-unknown", &args))
            }
            Self::Store(_) => None,
        }
    }
}

/// What a code turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteFound {
    /// No invitation has this code.
    Unknown,
    /// It is of another organisation, and opens nothing here.
    Elsewhere,
    /// It was never used and is too old.
    Expired(CarerId),
    /// A newer one took its place, or staff took it back.
    Revoked(CarerId),
    /// This carer joined with it.
    Used(CarerId),
    /// This carer may join.
    Open(CarerId),
}

/// What came of using a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteUse {
    /// The chat is this carer's now.
    Joined(CarerId),
    /// Nothing was changed, for this reason.
    Refused(InviteFound),
}

/// One invitation for each carer who has not joined, by location, group and family. Invitations
/// that are still open come with the same code as before.
///
/// # Errors
/// The key is not the one that made the open invitations; there is no such family; the database.
pub async fn invites(
    store: &Store,
    key: &InviteKey,
    organisation: &Organisation,
    selection: Selection,
    now: Moment,
) -> Result<Vec<Invite>, InviteError> {
    let today = now.local(&organisation.time_zone).date();
    let mut write = store.write().await?;
    if let Some(family) = selection.family
        && !queries::has_family(&mut write, organisation.id, family).await?
    {
        return Err(InviteError::NoFamily(family));
    }
    let rows = queries::invited(&mut write, organisation.id, &today.to_string()).await?;
    let invited = invited::of_rows(rows, selection);
    let mut open = HashMap::new();
    if selection.renew {
        let carers: Vec<CarerId> = invited.iter().map(|carer| carer.carer).collect();
        queries::revoke(&mut write, &carers, now).await?;
    } else {
        open = queries::open(&mut write, organisation.id, now).await?;
    }
    let mut printed = Vec::with_capacity(invited.len());
    let mut made = Vec::new();
    for carer in invited {
        let (code, expires_at) = match open.get(&carer.carer) {
            Some(before) => (again(key, before)?, before.expires_at),
            None => {
                let new = make(store, key, organisation, carer.carer, now);
                made.push(new.clone());
                (key.code_of(new.id), new.expires_at)
            }
        };
        printed.push(carer.into_invite(code, expires_at));
    }
    queries::insert(&mut write, &made, now).await?;
    write.commit().await.map_err(store::Error::from)?;
    Ok(printed)
}

/// An invitation as the database keeps it.
#[derive(Clone, Debug)]
pub(super) struct KeptInvite {
    pub id: InviteId,
    pub carer: CarerId,
    pub code_hash: String,
    pub expires_at: Moment,
}

fn again(key: &InviteKey, before: &KeptInvite) -> Result<InviteCode, InviteError> {
    let code = key.code_of(before.id);
    if code.hash() == before.code_hash { Ok(code) } else { Err(InviteError::OtherKey) }
}

fn make(
    store: &Store,
    key: &InviteKey,
    organisation: &Organisation,
    carer: CarerId,
    now: Moment,
) -> KeptInvite {
    let id = InviteId::from_raw(store.new_id());
    KeptInvite {
        id,
        carer,
        code_hash: key.code_of(id).hash(),
        expires_at: expiry(organisation, now),
    }
}

/// The end of the last day, so that the date on the letter holds for the whole of it.
fn expiry(organisation: &Organisation, now: Moment) -> Moment {
    let today = now.local(&organisation.time_zone).date();
    let end = today.saturating_add((VALID_DAYS + 1).days());
    Moment::start_of(end, &organisation.time_zone)
}

/// The last day on which a code works.
fn last_day(expires_at: Moment, organisation: &Organisation) -> jiff::civil::Date {
    let last_moment = expires_at.before(std::time::Duration::from_millis(1));
    last_moment.local(&organisation.time_zone).date()
}

/// What a code is at this moment, to the bot of this organisation.
///
/// # Errors
/// The database.
pub async fn find_invite(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    code: &InviteCode,
    now: Moment,
) -> store::Result<InviteFound> {
    queries::find(connection, organisation, &code.hash(), now).await
}

/// Uses an open code: binds the chat to its carer and closes the code, both or neither.
///
/// # Errors
/// The database.
pub async fn use_invite(
    connection: &mut AnyConnection,
    organisation: OrganisationId,
    code: &InviteCode,
    chat: ChatId,
    now: Moment,
) -> store::Result<InviteUse> {
    let found = find_invite(connection, organisation, code, now).await?;
    let InviteFound::Open(carer) = found else { return Ok(InviteUse::Refused(found)) };
    // Whoever closes the code first has it; the other finds it used.
    if !queries::close(connection, &code.hash(), now).await? {
        let found = find_invite(connection, organisation, code, now).await?;
        return Ok(InviteUse::Refused(found));
    }
    queries::bind_chat(connection, carer, chat, now).await?;
    Ok(InviteUse::Joined(carer))
}

/// Takes back what is open for these carers, for instance after "this is not me".
///
/// # Errors
/// The database.
pub async fn revoke_invites(
    connection: &mut AnyConnection,
    carers: &[CarerId],
    now: Moment,
) -> store::Result<()> {
    queries::revoke(connection, carers, now).await
}
