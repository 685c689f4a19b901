//! Ids that cannot be swapped.

/// A number that stands for one kind of thing only.
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

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }
    };
}

pub(crate) use id;

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
