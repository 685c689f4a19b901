//! Updating many rows by key in one statement, in the form that both databases plan well.

use sqlx::AnyConnection;
use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe};

use super::Result;

/// Rows per statement: long enough to pay for the statement, far below any limit on parameters.
const ROWS: usize = 100;

/// `with v (columns) as (values ..) <tail>`, run over as many chunks as there are rows.
#[derive(Clone, Copy, Debug)]
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
        let mut touched = 0;
        for chunk in rows.chunks(ROWS) {
            let mut query = sqlx::query(AssertSqlSafe(self.statement(chunk.len())));
            for row in chunk {
                query = bind(query, row);
            }
            touched += query.execute(&mut *connection).await?.rows_affected();
        }
        Ok(touched)
    }

    fn statement(&self, rows: usize) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        let mut number = 0;
        let tuples: Vec<String> = (0..rows)
            .map(|_| {
                let casts = self.columns.iter().map(|(_, kind)| {
                    number += 1;
                    format!("cast(${number} as {kind})")
                });
                format!("({})", casts.collect::<Vec<_>>().join(","))
            })
            .collect();
        format!("with v ({}) as (values {}) {}", names.join(","), tuples.join(","), self.tail)
    }
}
