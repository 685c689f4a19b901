//! Copying rows between two databases of one schema: which tables there are, in which order, and
//! each of them in batches.
//!
//! Tables, columns and order are read from the schema of the SQLite side (there always is one), so
//! that a table or column of a later migration cannot be forgotten.

use futures::TryStreamExt;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::super::{Error, Result};

/// Rows of one statement: far below any limit on parameters.
const ROWS: usize = 100;
/// A statement with this many bytes of text in it goes off with fewer rows: pictures are large.
const BYTES: usize = 2 * 1024 * 1024;
/// Who serves now is not a thing of the past.
const OF_THE_MOMENT: [&str; 1] = ["leases"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    Text,
}

enum Cell {
    Number(Option<i64>),
    Text(Option<String>),
}

/// A table as the schema has it.
#[derive(Debug)]
pub(super) struct Table {
    name: String,
    columns: Vec<(String, Kind)>,
    /// Tables whose rows must be there first.
    parents: Vec<String>,
    /// The column by which a row points to another row of this table.
    own_parent: Option<String>,
}

/// All tables, those that others point to first.
pub(super) async fn tables(sqlite: &mut AnyConnection) -> Result<Vec<Table>> {
    let mut left = Vec::new();
    for name in names(sqlite).await? {
        if !OF_THE_MOMENT.contains(&name.as_str()) {
            left.push(Table::read(sqlite, name).await?);
        }
    }
    let mut sorted: Vec<Table> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let has = |sorted: &[Table], name: &String| sorted.iter().any(|it| it.name == *name);
        let ready = left.iter().position(|it| it.parents.iter().all(|name| has(&sorted, name)));
        let Some(ready) = ready else {
            return Err(Error::Schema("tables that point to each other in a circle".to_owned()));
        };
        sorted.push(left.remove(ready));
    }
    Ok(sorted)
}

/// How many rows each table holds.
pub(super) async fn count(sqlite: &mut AnyConnection) -> Result<Vec<(String, u64)>> {
    let mut counts = Vec::new();
    for table in tables(sqlite).await? {
        let sql = format!("select count(*) from {}", quoted(&table.name));
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut *sqlite).await?;
        counts.push((table.name, rows.unsigned_abs()));
    }
    Ok(counts)
}

async fn names(sqlite: &mut AnyConnection) -> Result<Vec<String>> {
    let query = sqlx::query_scalar(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'
           and name <> '_sqlx_migrations' order by name",
    );
    Ok(query.fetch_all(sqlite).await?)
}

impl Table {
    async fn read(sqlite: &mut AnyConnection, name: String) -> Result<Self> {
        let found =
            sqlx::query("select name, lower(type) as kind from pragma_table_info($1) order by cid")
                .bind(&name)
                .fetch_all(&mut *sqlite)
                .await?;
        let columns = found.iter().map(|row| column(&name, row)).collect::<Result<_>>()?;
        let keys = sqlx::query(
            "select \"table\" as parent, \"from\" as child from pragma_foreign_key_list($1)",
        );
        let (mut parents, mut own_parent) = (Vec::new(), None);
        for row in keys.bind(&name).fetch_all(sqlite).await? {
            let parent: String = row.try_get("parent")?;
            if parent == name {
                own_parent = Some(row.try_get("child")?);
            } else {
                parents.push(parent);
            }
        }
        Ok(Self { name, columns, parents, own_parent })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) async fn is_empty(&self, read: &mut AnyConnection) -> Result<bool> {
        let sql = format!("select 1 as one from {} limit 1", quoted(&self.name));
        Ok(sqlx::query(AssertSqlSafe(sql)).fetch_optional(read).await?.is_none())
    }

    /// Copies all rows, holding only one batch of them in memory.
    pub(super) async fn copy(
        &self,
        read: &mut AnyConnection,
        write: &mut AnyConnection,
    ) -> Result<u64> {
        let sql =
            format!("select {} from {}{}", self.column_list(), quoted(&self.name), self.order());
        let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(read);
        let (mut batch, mut bytes, mut copied) = (Vec::with_capacity(ROWS), 0, 0);
        while let Some(row) = rows.try_next().await? {
            for cell in self.cells(&row)? {
                bytes += cell.bytes();
                batch.push(cell);
            }
            copied += 1;
            if batch.len() >= ROWS * self.columns.len() || bytes >= BYTES {
                self.insert(write, std::mem::take(&mut batch)).await?;
                bytes = 0;
            }
        }
        self.insert(write, batch).await?;
        Ok(copied)
    }

    async fn insert(&self, write: &mut AnyConnection, cells: Vec<Cell>) -> Result<()> {
        if cells.is_empty() {
            return Ok(());
        }
        let mut number = 0;
        let tuples: Vec<String> = (0..cells.len() / self.columns.len())
            .map(|_| {
                let marks = self.columns.iter().map(|_| {
                    number += 1;
                    format!("${number}")
                });
                format!("({})", marks.collect::<Vec<_>>().join(","))
            })
            .collect();
        let sql = format!(
            "insert into {} ({}) values {}",
            quoted(&self.name),
            self.column_list(),
            tuples.join(",")
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for cell in cells {
            query = match cell {
                Cell::Number(number) => query.bind(number),
                Cell::Text(text) => query.bind(text),
            };
        }
        query.execute(write).await?;
        Ok(())
    }

    fn column_list(&self) -> String {
        let names: Vec<String> = self.columns.iter().map(|(name, _)| quoted(name)).collect();
        names.join(",")
    }

    /// A row that points to another one of its table comes after all that point to none.
    fn order(&self) -> String {
        let Some(column) = &self.own_parent else { return String::new() };
        format!(" order by case when {} is null then 0 else 1 end", quoted(column))
    }

    fn cells(&self, row: &AnyRow) -> Result<Vec<Cell>> {
        let cell = |(index, (_, kind)): (usize, &(String, Kind))| match kind {
            Kind::Number => Ok(Cell::Number(row.try_get(index)?)),
            Kind::Text => Ok(Cell::Text(row.try_get(index)?)),
        };
        self.columns.iter().enumerate().map(cell).collect()
    }
}

impl Cell {
    fn bytes(&self) -> usize {
        match self {
            Self::Text(Some(text)) => text.len(),
            Self::Number(_) | Self::Text(None) => 8,
        }
    }
}

fn column(table: &str, row: &AnyRow) -> Result<(String, Kind)> {
    let (name, kind): (String, String) = (row.try_get("name")?, row.try_get("kind")?);
    match kind.as_str() {
        "bigint" => Ok((name, Kind::Number)),
        "text" => Ok((name, Kind::Text)),
        other => Err(Error::Schema(format!(
            "{table}.{name} is of type {other}, which a backup cannot carry"
        ))),
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
