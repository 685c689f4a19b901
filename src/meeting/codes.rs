//! The code on the coffee table: whoever scans it on the day says that they are there.

mod page;

use sqlx::AnyConnection;

use super::SessionId;
use super::queries::meetings as queries;
use crate::roster::{InviteCode, InviteKey, OrganisationId};
use crate::store::Result;

pub use page::code_page;

/// What stands before the code in a link, so that it is not taken for a carer's.
pub const SESSION_CODE: &str = "m-";

/// The link behind the code of one time of a meeting: the same however often it is printed.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn session_link(
    write: &mut AnyConnection,
    key: &InviteKey,
    session: SessionId,
    bot_username: &str,
) -> Result<String> {
    let code = key.code_for("session", session.raw());
    queries::keep_code(write, session, &code.hash()).await?;
    Ok(format!("https://t.me/{bot_username}?start={SESSION_CODE}{}", code.reveal()))
}

/// Whether this is such a code. A carer's code may begin with the same letters, and is shorter.
pub fn is_session_code(text: &str) -> bool {
    text.strip_prefix(SESSION_CODE).and_then(InviteCode::parse).is_some()
}

/// Which meeting's time a code is of; `None` when it is of none of this organisation.
///
/// # Errors
/// The database cannot be reached.
pub async fn session_of_code(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    text: &str,
) -> Result<Option<SessionId>> {
    match text.strip_prefix(SESSION_CODE).and_then(InviteCode::parse) {
        Some(code) => queries::session_of_code(read, organisation, &code.hash()).await,
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_a_carer_that_begins_as_one_on_the_table_is_a_carers() {
        assert!(InviteCode::parse("m-xHouDD4eUPlLpzwRPZqg").is_some());
        assert!(!is_session_code("m-xHouDD4eUPlLpzwRPZqg"));
        assert!(is_session_code("m-m-xHouDD4eUPlLpzwRPZqg"));
        assert!(!is_session_code("m-"));
    }
}
