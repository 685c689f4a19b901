//! Hearing at once of what another instance stored.

use sqlx::AnyConnection;
use sqlx::postgres::PgListener;

use super::{Dialect, Result, Store, queries};

/// The channel on which PostgreSQL passes the news on.
const CHANNEL: &str = "thuispost";

/// News of other instances on the same PostgreSQL; on SQLite there are none.
#[derive(Debug)]
pub struct News(Option<PgListener>);

impl Store {
    /// Tells the other instances, when the transaction commits, that there is something for `whom`.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn announce(&self, write: &mut AnyConnection, whom: i64) -> Result<()> {
        match self.dialect {
            Dialect::Sqlite => Ok(()),
            Dialect::Postgres => queries::notify(write, CHANNEL, &whom.to_string()).await,
        }
    }

    /// Begins to listen for [`Store::announce`].
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn news(&self) -> Result<News> {
        if self.dialect == Dialect::Sqlite {
            return Ok(News(None));
        }
        let mut listener = PgListener::connect(&self.client_url()).await?;
        listener.listen(CHANNEL).await?;
        Ok(News(Some(listener)))
    }
}

impl News {
    /// For whom there is something. Waits for ever on SQLite.
    ///
    /// # Errors
    /// The connection was lost and could not be made again.
    pub async fn next(&mut self) -> Result<i64> {
        let Some(listener) = &mut self.0 else { return std::future::pending().await };
        loop {
            let heard = listener.recv().await?;
            if let Ok(whom) = heard.payload().parse() {
                return Ok(whom);
            }
        }
    }
}
