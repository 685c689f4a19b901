//! What can go wrong in the database, as seen by a room.

/// A database error, told apart by what follows from it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A row with these unique values exists already.
    #[error("it exists already ({0})")]
    Exists(String),
    /// The schema is not the one this program was built for.
    #[error("{0}")]
    Schema(String),
    /// Another process holds what only one may hold.
    #[error("{0}")]
    Held(String),
    /// A backup cannot be written or used.
    #[error("{0}")]
    Backup(String),
    /// The URL does not name a database this program can use.
    #[error("{0}")]
    Url(String),
    /// The database refused, or could not be reached.
    #[error("database: {0}")]
    Database(sqlx::Error),
    /// A stored value that this program does not know.
    #[error("the database holds {value:?} where a {kind} belongs")]
    Unknown {
        /// What the value should be.
        kind: &'static str,
        /// What stands there.
        value: String,
    },
    /// A file beside the database cannot be made.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
}

/// The result of anything that asks the database.
pub type Result<T> = std::result::Result<T, Error>;

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(inner) if inner.is_unique_violation() => {
                // SQLite names the columns, PostgreSQL the constraint.
                let what =
                    inner.constraint().map_or_else(|| inner.message().to_owned(), str::to_owned);
                Self::Exists(what)
            }
            _ => Self::Database(error),
        }
    }
}

impl Error {
    /// Whether the same call may succeed later, when the database or its machine is well again:
    /// a lost connection, a busy file, a full disk.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Database(sqlx::Error::Database(inner)) => {
                is_passing_code(&inner.code().unwrap_or_default())
            }
            Self::Database(error) => matches!(
                error,
                sqlx::Error::Io(_)
                    | sqlx::Error::PoolTimedOut
                    | sqlx::Error::WorkerCrashed
                    | sqlx::Error::Protocol(_)
            ),
            // Whoever holds it now does the work.
            Self::Held(_) => true,
            _ => false,
        }
    }
}

fn is_passing_code(code: &str) -> bool {
    if code.len() == 5 {
        // PostgreSQL: connection, resources, shutdown and failures of its machine; two that met.
        return ["08", "53", "57", "58"].iter().any(|class| code.starts_with(class))
            || ["40001", "40P01"].contains(&code);
    }
    // SQLite's primary code is the lowest byte: busy, locked, no memory, read-only, interrupted,
    // i/o error, disk full, file cannot be opened.
    let primary = code.parse::<u32>().map(|code| code & 0xff);
    primary.is_ok_and(|primary| [5, 6, 7, 8, 9, 10, 13, 14].contains(&primary))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trouble_of_the_machine_passes_and_a_wrong_row_does_not() {
        for code in ["5", "517", "13", "778", "08006", "53100", "57P01", "40P01"] {
            assert!(is_passing_code(code), "{code}");
        }
        for code in ["1", "19", "2067", "23505", "42601", ""] {
            assert!(!is_passing_code(code), "{code}");
        }
    }
}
