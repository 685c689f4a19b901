//! The folder `locales/` inside the program: phrases, and the programmes that come with it.

use include_dir::{Dir, include_dir};

/// Everything in `locales/`.
pub(super) static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");
/// The folder in it that is no language.
pub(super) const PROGRAMMES: &str = "programmes";

/// A programme folder that comes with the program, by its name.
pub fn programme(name: &str) -> Option<&'static Dir<'static>> {
    LOCALES.get_dir(format!("{PROGRAMMES}/{name}"))
}
