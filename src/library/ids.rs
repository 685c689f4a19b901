//! Ids that cannot be swapped.

use crate::roster::id;

id!(/// A theme: a booklet of activities.
    ThemeId);
id!(/// A home activity of a theme.
    ActivityId);
id!(/// A picture book.
    BookId);
