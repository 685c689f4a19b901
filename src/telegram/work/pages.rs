//! Long lists, a screen at a time: Telegram shows at most a hundred buttons under a message.

use crate::outbox::Button;
use crate::telegram::talk::Talk;

/// So many lines fit a thumb.
pub(super) const PAGE: usize = 20;

/// From which place on a button shows the list.
pub(super) fn place(field: Option<&str>) -> usize {
    field.and_then(|it| it.parse().ok()).unwrap_or_default()
}

/// Where there is more than a page: the way back and the way on, each `<press>.<place>`.
pub(super) fn turning(
    talk: &Talk<'_>,
    all: usize,
    from: usize,
    press: &str,
) -> Option<Vec<Button>> {
    turning_by(PAGE, talk, (all, from), press)
}

/// The same for pages of another length.
pub(super) fn turning_by(
    page: usize,
    talk: &Talk<'_>,
    (all, from): (usize, usize),
    press: &str,
) -> Option<Vec<Button>> {
    let back = (from > 0).then(|| {
        talk.work_button("staff-button-back", format!("{press}.{}", from.saturating_sub(page)))
    });
    let next = from.saturating_add(page);
    let on = (next < all).then(|| talk.work_button("staff-button-on", format!("{press}.{next}")));
    let row: Vec<Button> = back.into_iter().chain(on).collect();
    (!row.is_empty()).then_some(row)
}
