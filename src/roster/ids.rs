//! Ids that cannot be swapped.

use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            /// The id as the database keeps it.
            pub const fn raw(self) -> i64 {
                self.0
            }

            /// An id read from the database, or typed by a person and still to be looked up.
            pub const fn from_raw(raw: i64) -> Self {
                Self(raw)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id!(/// The tenant.
    OrganisationId);
id!(/// A site of an organisation.
    LocationId);
id!(/// Children together at a location.
    GroupId);
id!(/// The unit that is counted.
    FamilyId);
id!(/// A child of one family.
    ChildId);
id!(/// A person who is written to.
    CarerId);
id!(/// A chat, as the messenger numbers it.
    ChatId);
id!(/// An invitation to join, printed on paper.
    InviteId);
id!(/// A person who works with the families.
    StaffId);
