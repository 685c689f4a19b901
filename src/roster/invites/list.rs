//! Invitations as a table, for a mail merge or a spreadsheet.

use std::borrow::Cow;

use super::{Invite, last_day};
use crate::roster::Organisation;

const COLUMNS: [&str; 8] =
    ["location", "group", "family", "child", "carer", "language", "link", "expires"];

/// The invitations as CSV; `expires` is the last day on which the link works.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn invites_csv(
    invites: &[Invite],
    organisation: &Organisation,
    bot_username: &str,
) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for invite in invites {
        let (children, link) = (invite.children.join(", "), invite.code.link(bot_username));
        let expires = last_day(invite.expires_at, organisation).to_string();
        let cells = [
            &invite.location,
            &invite.group,
            &invite.family_name,
            &children,
            &invite.carer_name,
            invite.language.tag(),
            &link,
            &expires,
        ];
        writer.write_record(cells.map(|cell| spreadsheet_cell(cell).into_owned()))?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A cell that no spreadsheet program takes for a formula.
pub fn spreadsheet_cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}
