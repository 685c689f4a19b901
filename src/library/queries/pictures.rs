//! Pictures of letters, themes and books.

use sqlx::AnyConnection;

use crate::store::Result;

pub async fn keep(
    write: &mut AnyConnection,
    id: &str,
    media_type: &str,
    base64: &str,
) -> Result<()> {
    let query = sqlx::query(
        "insert into pictures (id, media_type, base64) values ($1, $2, $3) on conflict do nothing",
    );
    query.bind(id).bind(media_type).bind(base64).execute(write).await?;
    Ok(())
}
