//! Files that are sent with a message, such as a calendar entry: kept by their content, and forgotten when they
//! are of no use any more.

use base64::Engine;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use super::queries;
use crate::clock::Moment;
use crate::store::{Result, Store};

/// Keeps a file until then; its id, by which a message names it.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn keep_document(
    write: &mut AnyConnection,
    (name, media_type): (&str, &str),
    bytes: &[u8],
    until: Moment,
) -> Result<String> {
    let mut digest = Sha256::new();
    digest.update(name.as_bytes());
    digest.update([0]);
    digest.update(bytes);
    let id = format!("{:x}", digest.finalize());
    let base64 = base64::engine::general_purpose::STANDARD.encode(bytes);
    queries::keep_document(write, (&id, name, media_type), &base64, until).await?;
    Ok(id)
}

/// Forgets files that are of no use any more.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn forget_old_documents(store: &Store, now: Moment) -> Result<()> {
    let mut write = store.write().await?;
    queries::forget_documents(&mut write, now).await?;
    write.commit().await?;
    Ok(())
}
