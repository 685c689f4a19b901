//! Updating many rows by key in one statement, in the form that both databases plan well.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use sqlx::AnyConnection;
use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe};

use super::Result;

/// Most rows of one statement: far below any limit on parameters. Statements have 1, 2, 4, .. rows,
/// so that there are few texts and the database has each of them prepared already.
const ROWS: usize = 64;

/// The texts made so far, by what they do and number of rows.
static TEXTS: LazyLock<Mutex<Texts>> = LazyLock::new(Mutex::default);

type Texts = HashMap<(Batch, usize), Arc<str>>;

/// `with v (columns) as (values ..) <tail>`, run over as many chunks as there are rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Batch {
    /// Column names of `v`, each with its SQL type: `("carer_id", "bigint")`.
    pub columns: &'static [(&'static str, &'static str)],
    /// The statement that reads `v`: `update deliveries set .. from v where ..`.
    pub tail: &'static str,
}

impl Batch {
    /// Runs the statement for all rows; `bind` binds one row's values in the order of `columns`.
    /// Returns how many rows of the table were touched.
    ///
    /// # Errors
    /// The database refuses or cannot be reached; rows of earlier chunks are then in the
    /// transaction, which the caller drops.
    pub async fn run<T>(
        &self,
        connection: &mut AnyConnection,
        rows: &[T],
        bind: impl for<'q> Fn(Query<'q, Any, AnyArguments>, &T) -> Query<'q, Any, AnyArguments>,
    ) -> Result<u64> {
        // A row that is named twice is updated once, so an update is filled up to the next size with
        // its last row; an insert goes in several statements.
        let fills_up = self.tail.starts_with("update");
        let (mut touched, mut rest) = (0, rows);
        while let Some(last) = rest.last() {
            let whole = 1 << rest.len().ilog2();
            let size = if fills_up { rest.len().next_power_of_two() } else { whole }.min(ROWS);
            let (chunk, behind) = rest.split_at(size.min(rest.len()));
            rest = behind;
            let mut query = sqlx::query(AssertSqlSafe(self.text(size)));
            for row in chunk.iter().chain(std::iter::repeat_n(last, size - chunk.len())) {
                query = bind(query, row);
            }
            touched += query.execute(&mut *connection).await?.rows_affected();
        }
        Ok(touched)
    }

    fn text(&self, rows: usize) -> Arc<str> {
        let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(texts.entry((*self, rows)).or_insert_with(|| self.statement(rows).into()))
    }

    fn statement(&self, rows: usize) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        let mut number = 0;
        let tuples: Vec<String> = (0..rows)
            .map(|row| {
                let values = self.columns.iter().map(|(_, kind)| {
                    number += 1;
                    // The first row says of which type a column is.
                    if row == 0 {
                        format!("cast(${number} as {kind})")
                    } else {
                        format!("${number}")
                    }
                });
                format!("({})", values.collect::<Vec<_>>().join(","))
            })
            .collect();
        format!("with v ({}) as (values {}) {}", names.join(","), tuples.join(","), self.tail)
    }
}
