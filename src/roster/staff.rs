//! Who works with the families, and what each of them may see. A member of staff is linked to a chat
//! by a one-time code, as a carer is.

mod code;

use sqlx::AnyConnection;

use super::queries::staff as queries;
use super::{ChatId, Group, GroupId, InviteKey, LocationId, OrganisationId, StaffId};
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::store::{self, Store};

pub use code::{STAFF_CODE, StaffCode, StaffLinked, link_staff, renew_staff_code};

/// What somebody does here, and so what they may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Sees their own groups.
    Educator,
    /// Sees the locations they coach.
    Coach,
    /// Sees the whole organisation.
    Coordinator,
    /// Sees the whole organisation.
    Administrator,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Educator, Self::Coach, Self::Coordinator, Self::Administrator];

    /// The word that stands in the database and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Educator => "educator",
            Self::Coach => "coach",
            Self::Coordinator => "coordinator",
            Self::Administrator => "administrator",
        }
    }

    /// Reads that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// What one member of staff may see. Every query of staff takes it and asks the database anew, so that
/// who was removed or moved a moment ago sees nothing more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    organisation: OrganisationId,
    staff: StaffId,
}

impl Scope {
    /// Of which organisation.
    pub fn organisation(self) -> OrganisationId {
        self.organisation
    }

    /// Whose it is; the view `staff_scope` knows the groups.
    pub fn staff(self) -> StaffId {
        self.staff
    }
}

/// A member of staff who may do something now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffMember {
    /// Who.
    pub id: StaffId,
    /// Of which organisation.
    pub organisation: OrganisationId,
    /// As colleagues know them.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// Dutch or English.
    pub language: HomeLanguage,
}

impl StaffMember {
    /// What they may see.
    pub fn scope(&self) -> Scope {
        Scope { organisation: self.organisation, staff: self.id }
    }
}

/// Somebody to be added.
#[derive(Clone, Debug)]
pub struct NewStaff<'a> {
    /// Their name, unique in the organisation.
    pub name: &'a str,
    /// What they do.
    pub role: Role,
    /// Dutch or English.
    pub language: HomeLanguage,
    /// The groups of an educator.
    pub groups: &'a [GroupId],
    /// The locations of a coach, by name.
    pub locations: &'a [String],
}

/// A line of the list of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// Their name.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// Dutch or English.
    pub language: HomeLanguage,
    /// `Location/Group` or locations; empty for who sees everything.
    pub places: Vec<String>,
    /// Whether they opened their link.
    pub is_linked: bool,
    /// Whether messages do not arrive there.
    pub is_unreachable: bool,
}

/// Why somebody is not added, removed or given a code.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// The name is empty.
    #[error("the name is empty")]
    NoName,
    /// Somebody of this name works here.
    #[error("there is somebody called {0}")]
    Exists(String),
    /// Nobody of this name works here; these do.
    #[error("there is nobody called {0}")]
    Unknown(String, Vec<String>),
    /// An educator has groups and nothing else.
    #[error("an educator needs groups")]
    NeedsGroups,
    /// A coach has locations and nothing else.
    #[error("a coach needs locations")]
    NeedsLocations,
    /// Who sees everything has neither.
    #[error("who sees everything has no groups or locations")]
    SeesAll,
    /// The organisation has no such location; these it has.
    #[error("there is no location {0}")]
    NoLocation(String, Vec<String>),
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl StaffError {
    /// What to tell the person at the keyboard; `None` when only the log can use it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> Option<String> {
        let (id, args) = match self {
            Self::NoName => ("cli-no-name", Args::new()),
            Self::Exists(name) => ("staff-error-exists", Args::new().text("name", name)),
            Self::Unknown(name, known) => (
                "staff-error-unknown",
                Args::new().text("name", name).text("known", known.join(", ")),
            ),
            Self::NeedsGroups => ("staff-error-needs-groups", Args::new()),
            Self::NeedsLocations => ("staff-error-needs-locations", Args::new()),
            Self::SeesAll => ("staff-error-sees-all", Args::new()),
            Self::NoLocation(name, known) => (
                "staff-error-no-location",
                Args::new().text("name", name).text("known", known.join(", ")),
            ),
            Self::Store(_) => return None,
        };
        Some(phrases.plain(language, id, &args))
    }
}

/// Adds somebody, or takes somebody on again who was removed, and makes a code.
///
/// # Errors
/// [`StaffError`] says what is missing or too much.
pub async fn add_staff(
    store: &Store,
    key: &InviteKey,
    organisation: OrganisationId,
    new: &NewStaff<'_>,
    now: Moment,
) -> Result<StaffCode, StaffError> {
    let name = super::import::tidy(new.name);
    if name.is_empty() {
        return Err(StaffError::NoName);
    }
    match (new.role, new.groups.is_empty(), new.locations.is_empty()) {
        (Role::Educator, false, true) | (Role::Coach, true, false) => {}
        (Role::Coordinator | Role::Administrator, true, true) => {}
        (Role::Educator, _, _) => return Err(StaffError::NeedsGroups),
        (Role::Coach, _, _) => return Err(StaffError::NeedsLocations),
        _ => return Err(StaffError::SeesAll),
    }
    let mut write = store.write().await?;
    let locations = locations(&mut write, organisation, new.locations).await?;
    let id = match queries::named(&mut write, organisation, &name).await? {
        Some((_, false)) => return Err(StaffError::Exists(name)),
        Some((id, true)) => {
            queries::take_on_again(&mut write, id, new.role, new.language).await?;
            id
        }
        None => {
            let id = StaffId::from_raw(store.new_id());
            let row = (id, organisation, name.as_str(), new.role, new.language);
            match queries::insert(&mut write, row).await {
                Err(store::Error::Exists(_)) => return Err(StaffError::Exists(name)),
                inserted => inserted?,
            }
            id
        }
    };
    queries::put_places(&mut write, id, new.groups, &locations).await?;
    let code = code::make(store, key, &mut write, id, now).await?;
    write.commit().await.map_err(store::Error::from)?;
    Ok(code)
}

async fn locations(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    names: &[String],
) -> Result<Vec<LocationId>, StaffError> {
    let known = queries::locations(write, organisation).await?;
    let find = |name: &String| {
        let wanted = super::import::tidy(name);
        let found = known.iter().find(|(_, known)| *known == wanted).map(|(id, _)| *id);
        let all = || known.iter().map(|(_, name)| name.clone()).collect();
        found.ok_or_else(|| StaffError::NoLocation(wanted, all()))
    };
    names.iter().map(find).collect()
}

/// Ends somebody's access at once: the chat is forgotten, open codes end, and so do the addresses of calendars.
///
/// # Errors
/// Nobody is called so; the database.
pub async fn remove_staff(
    store: &Store,
    organisation: OrganisationId,
    name: &str,
    now: Moment,
) -> Result<(), StaffError> {
    let mut write = store.write().await?;
    let id = find_staff(&mut write, organisation, name).await?;
    queries::remove(&mut write, id, now).await?;
    write.commit().await.map_err(store::Error::from)?;
    Ok(())
}

/// Somebody who works here, by name.
///
/// # Errors
/// Nobody is called so; the database.
pub async fn find_staff(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    name: &str,
) -> Result<StaffId, StaffError> {
    let name = super::import::tidy(name);
    match queries::named(read, organisation, &name).await? {
        Some((id, false)) => Ok(id),
        _ => {
            let known = staff(read, organisation).await?.into_iter().map(|row| row.name).collect();
            Err(StaffError::Unknown(name, known))
        }
    }
}

/// Everybody who works here, by name.
///
/// # Errors
/// The database cannot be reached.
pub async fn staff(
    read: &mut AnyConnection,
    organisation: OrganisationId,
) -> store::Result<Vec<StaffRow>> {
    queries::list(read, organisation).await
}

/// Who works in this chat.
///
/// # Errors
/// The database cannot be reached.
pub async fn staff_of_chat(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> store::Result<Option<StaffMember>> {
    queries::of_chat(read, organisation, chat).await
}

/// The chat is no longer that of anybody who works here; a new code links it again.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn unlink_staff(write: &mut AnyConnection, scope: Scope) -> store::Result<()> {
    queries::unlink(write, scope).await
}

/// The groups that somebody may see now, by location and name.
///
/// # Errors
/// The database cannot be reached.
pub async fn groups_of_staff(read: &mut AnyConnection, scope: Scope) -> store::Result<Vec<Group>> {
    queries::groups(read, scope).await
}
