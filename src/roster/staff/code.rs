//! The one-time code with which a member of staff opens the bot.

use std::time::Duration;

use sqlx::AnyConnection;

use super::{StaffError, StaffMember, find_staff, queries};
use crate::clock::Moment;
use crate::roster::{ChatId, InviteCode, InviteKey, OrganisationId, StaffId};
use crate::store::{self, Store};

/// What stands before the code in a link, so that it is not taken for a carer's.
pub const STAFF_CODE: &str = "s-";

const VALID: Duration = Duration::from_secs(24 * 3_600);

/// A code that links one member of staff, once, within 24 hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffCode(InviteCode);

impl StaffCode {
    /// Reads what came with a link; `None` when it is no code of staff.
    pub fn parse(text: &str) -> Option<Self> {
        InviteCode::parse(text.strip_prefix(STAFF_CODE)?).map(Self)
    }

    /// What a link carries.
    pub fn reveal(&self) -> String {
        format!("{STAFF_CODE}{}", self.0.reveal())
    }

    /// The link that opens the bot with this code.
    pub fn link(&self, bot_username: &str) -> String {
        format!("https://t.me/{bot_username}?start={}", self.reveal())
    }
}

/// What came of opening a link with a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaffLinked {
    /// This chat is theirs from now on.
    Linked(StaffMember),
    /// The code was used for this chat already.
    Again(StaffMember),
    /// Somebody else works in this chat.
    ChatTaken(StaffMember),
    /// The code was used before.
    Used,
    /// It is too old, or a newer one took its place, or access has ended.
    Expired,
    /// It is of another organisation.
    Elsewhere,
    /// Nobody made this code.
    Unknown,
}

/// A new code for somebody who works here; an older one that was not used ends. The chat that they
/// have goes on until the new code is opened.
///
/// # Errors
/// Nobody is called so; the database.
pub async fn renew_staff_code(
    store: &Store,
    key: &InviteKey,
    organisation: OrganisationId,
    name: &str,
    now: Moment,
) -> Result<StaffCode, StaffError> {
    let mut write = store.write().await?;
    let id = find_staff(&mut write, organisation, name).await?;
    let code = make(store, key, &mut write, id, now).await?;
    write.commit().await.map_err(store::Error::from)?;
    Ok(code)
}

/// A code for somebody; the database keeps only its hash.
pub(super) async fn make(
    store: &Store,
    key: &InviteKey,
    write: &mut AnyConnection,
    staff: StaffId,
    now: Moment,
) -> store::Result<StaffCode> {
    let id = store.new_id();
    let code = key.staff_code_of(id);
    queries::end_codes(write, staff, now).await?;
    queries::insert_code(write, (id, staff, &code.hash()), now, now.after(VALID)).await?;
    Ok(StaffCode(code))
}

/// Opens a code in a chat of this organisation's bot.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn link_staff(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    code: &StaffCode,
    chat: ChatId,
    now: Moment,
) -> store::Result<StaffLinked> {
    let hash = code.0.hash();
    let Some(found) = queries::find_code(write, &hash).await? else {
        return Ok(StaffLinked::Unknown);
    };
    // Before anything else is read of it: what it opens elsewhere is no business of this bot.
    if found.organisation != organisation {
        return Ok(StaffLinked::Elsewhere);
    }
    let here = queries::of_chat(write, organisation, chat).await?;
    if found.is_used {
        return Ok(match here {
            Some(member) if member.id == found.staff => StaffLinked::Again(member),
            _ => StaffLinked::Used,
        });
    }
    if let Some(other) = here.filter(|member| member.id != found.staff) {
        return Ok(StaffLinked::ChatTaken(other));
    }
    // Whoever uses the code first has it; the other finds it used.
    if found.is_removed || !queries::use_code(write, &hash, now).await? {
        return Ok(StaffLinked::Expired);
    }
    queries::link(write, found.staff, chat, now).await?;
    Ok(match queries::of_chat(write, organisation, chat).await? {
        Some(member) => StaffLinked::Linked(member),
        None => StaffLinked::Expired,
    })
}
