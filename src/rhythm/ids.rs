//! The ids of this room.

use crate::roster::id;

id!(/// A theme running in groups.
    RunId);
