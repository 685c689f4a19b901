//! Flat records for spreadsheets and programs.

use std::borrow::Cow;
use std::io;

use serde::Serialize;

use super::{Period, Record};

const HEADER: [&str; 8] = ["figure", "by", "key", "families", "count", "percent", "norm", "short"];

/// A record as it leaves; the fields stand in the order of [`HEADER`].
#[derive(Serialize)]
struct Row<'a> {
    figure: &'static str,
    by: &'static str,
    key: Cow<'a, str>,
    families: u64,
    count: u64,
    percent: Option<u64>,
    norm: Option<u32>,
    short: Option<u64>,
}

#[derive(Serialize)]
struct Report<'a> {
    period: Days,
    figures: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Days {
    from: String,
    to: String,
}

impl<'a> Row<'a> {
    fn of(record: &'a Record, key: Cow<'a, str>) -> Self {
        Self {
            figure: record.figure.name(),
            by: record.by.name(),
            key,
            families: record.families,
            count: record.count,
            percent: record.percent,
            norm: record.norm,
            short: record.short,
        }
    }
}

/// Writes the records as CSV with a header. A name that a spreadsheet would take for a formula
/// gets `'` before it.
///
/// # Errors
/// `out` cannot be written.
pub fn write_csv(records: &[Record], out: impl io::Write) -> csv::Result<()> {
    let mut csv = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    csv.write_record(HEADER)?;
    for record in records {
        csv.serialize(Row::of(record, harmless(&record.key)))?;
    }
    Ok(csv.flush()?)
}

/// Writes `{"period": {"from", "to"}, "figures": [..]}`, with `null` where CSV is empty.
///
/// # Errors
/// `out` cannot be written.
pub fn write_json(
    records: &[Record],
    period: Period,
    mut out: impl io::Write,
) -> serde_json::Result<()> {
    let period = Days { from: period.from().to_string(), to: period.to().to_string() };
    let figures =
        records.iter().map(|record| Row::of(record, Cow::Borrowed(&record.key))).collect();
    serde_json::to_writer_pretty(&mut out, &Report { period, figures })?;
    writeln!(out).map_err(serde_json::Error::io)
}

fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}
