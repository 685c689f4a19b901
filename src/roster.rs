//! Who is who: organisations with their locations and groups, families with their children and
//! carers; import, invite codes, consent and leaving.
//!
//! It never sends anything and keeps no words of a conversation.

mod carers;
mod children;
mod groups;
mod ids;
mod import;
mod invites;
mod locations;
mod organisations;
mod pauses;
mod queries;
mod reading;
mod staff;

pub use carers::{
    COME_BACK_WITHIN, CONSENT_VERSION, CarerInChat, carers_of_chat, choose_language, consent,
    count_linked, decline, families, families_of_letter, is_bound_elsewhere, link, pause,
    reachable, resume, second_language, stop, unlink, usual_languages,
};
pub use children::{Child, children, is_family};
pub use groups::{Group, GroupError, find_group, groups};
pub use ids::StaffId;
pub(crate) use ids::id;
pub use ids::{CarerId, ChatId, ChildId, FamilyId, GroupId, InviteId, LocationId, OrganisationId};
pub use import::{
    Column, FileProblem, Finding, Findings, ImportError, ImportOptions, ImportReport, Problem,
    Sheet, SheetRow, Tally, import, read_sheet,
};
pub use invites::{
    Invite, InviteCode, InviteError, InviteFound, InviteKey, InviteUse, KeyError, Selection,
    find_invite, invite_letters, invites, invites_csv, qr, revoke_invites, spreadsheet_cell,
    use_invite,
};
pub use locations::{LocationError, Pin, Site, find_location, keep_place};
pub use organisations::{
    NewOrganisation, Organisation, OrganisationError, create_organisation, organisation,
    organisation_named, organisations, the_only_organisation,
};
pub use pauses::{PauseOf, pauses, put_pauses_back};
pub use queries::carers::FamilyRow;
pub use reading::Reading;
pub use staff::{
    NewStaff, Role, STAFF_CODE, Scope, StaffCode, StaffError, StaffLinked, StaffMember, StaffRow,
    add_staff, find_staff, groups_of_staff, link_staff, remove_staff, renew_staff_code, staff,
    staff_of_chat, unlink_staff,
};
