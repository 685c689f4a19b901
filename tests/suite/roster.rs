//! Rosters and invitations.

mod files;
mod groups;
mod importing;
mod invitations;
mod mistakes;
mod random;
mod size;

use jiff::civil::date;
use jiff::tz::TimeZone;
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;
use thuispost::clock::Moment;
use thuispost::language::{HomeLanguage, Phrasebook};
use thuispost::roster::{self, ImportError, ImportOptions, ImportReport, Organisation, Tally};
use thuispost::settings::Settings;

use super::database::TestDatabase;

/// A small roster in Dutch: two groups, two families, three carers, three children.
pub const TWO_FAMILIES: &str = "\
locatie;groep;gezin;kind;geboren;ve;ouder;thuistaal
De Klim;Beertjes;Yilmaz;Elif;2023-05;ja;Ayşe;Turks
De Klim;Beertjes;Yilmaz;Elif;2023-05;ja;Mehmet;Turks
De Klim;Vosjes;Yilmaz;Can;2022-01;nee;Ayşe;Turks
De Klim;Vosjes;Haddad;Sami;11-2022;nee;Fatima;ar
";

/// A school with nobody in it.
pub struct School {
    pub database: TestDatabase,
    pub settings: Settings,
    pub phrases: Phrasebook,
}

impl School {
    pub async fn new() -> Self {
        Self {
            database: TestDatabase::new().await,
            settings: Settings::read(&BTreeMap::new()).unwrap(),
            phrases: Phrasebook::load().unwrap(),
        }
    }

    /// A school whose roster is [`TWO_FAMILIES`].
    pub async fn with_two_families() -> Self {
        let school = Self::new().await;
        school.imports(TWO_FAMILIES).await.unwrap();
        school
    }

    pub async fn imports(&self, file: impl AsRef<[u8]>) -> Result<ImportReport, ImportError> {
        self.takes_in(file.as_ref(), None, false).await
    }

    pub async fn tries(&self, file: impl AsRef<[u8]>) -> Result<ImportReport, ImportError> {
        self.takes_in(file.as_ref(), None, true).await
    }

    pub async fn takes_in(
        &self,
        file: &[u8],
        organisation: Option<&str>,
        dry_run: bool,
    ) -> Result<ImportReport, ImportError> {
        let options =
            ImportOptions { settings: &self.settings, organisation, dry_run, now: today() };
        roster::import(&self.database.store, file.to_vec(), &options).await
    }

    /// What staff read when the file is refused, without direction marks; nothing is written.
    pub async fn refuses(&self, file: impl AsRef<[u8]>) -> Vec<String> {
        let before = self.rows().await;
        let error = self.imports(file).await.unwrap_err();
        assert_eq!(self.rows().await, before, "a refused file left something behind");
        plain(error.sentences(&self.phrases, HomeLanguage::DUTCH, "lijst.csv"))
    }

    pub async fn organisation(&self) -> Organisation {
        let mut connection = self.database.store.read().await.unwrap();
        roster::the_only_organisation(&mut connection).await.unwrap()
    }

    /// How many rows each table holds.
    pub async fn rows(&self) -> Vec<(String, i64)> {
        let tables = ["organisations", "locations", "groups", "families", "children", "carers"];
        let mut counts = Vec::new();
        for table in tables.into_iter().chain(["carer_children", "invites"]) {
            let count = self.number(&format!("select count(*) from {table}")).await;
            counts.push((table.to_owned(), count));
        }
        counts
    }

    pub async fn number(&self, sql: &str) -> i64 {
        let mut connection = self.database.store.read().await.unwrap();
        let query = sqlx::query_scalar(AssertSqlSafe(sql.to_owned()));
        query.fetch_one(&mut *connection).await.unwrap()
    }

    /// One column, joined with commas; `-` for nothing.
    pub async fn texts(&self, sql: &str) -> String {
        let mut connection = self.database.store.read().await.unwrap();
        let query = sqlx::query_scalar(AssertSqlSafe(sql.to_owned()));
        let texts: Vec<Option<String>> = query.fetch_all(&mut *connection).await.unwrap();
        let texts = texts.into_iter().map(|text| text.unwrap_or_else(|| "-".to_owned()));
        texts.collect::<Vec<_>>().join(",")
    }

    pub async fn does(&self, sql: &str) {
        let mut write = self.database.store.write().await.unwrap();
        sqlx::query(AssertSqlSafe(sql.to_owned())).execute(&mut *write).await.unwrap();
        write.commit().await.unwrap();
    }
}

/// 22 November 2026, noon.
pub fn today() -> Moment {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap();
    Moment::of_local(date(2026, 11, 22).at(12, 0, 0, 0), &zone)
}

/// New, updated, unchanged, missing.
pub fn counts(tally: &Tally) -> (usize, usize, usize, usize) {
    (tally.new, tally.updated, tally.unchanged, tally.missing.len())
}

pub fn plain(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().map(|line| line.replace(['\u{2068}', '\u{2069}'], "")).collect()
}

/// A file with the required columns and these extra ones, and one row of it.
pub fn one_row(extra: &[(&str, &str)]) -> String {
    let mut cells: Vec<(&str, &str)> = vec![
        ("locatie", "De Klim"),
        ("groep", "Beertjes"),
        ("gezin", "Yilmaz"),
        ("kind", "Elif"),
        ("ouder", "Ayşe"),
        ("thuistaal", "Turks"),
    ];
    for (column, value) in extra {
        match cells.iter_mut().find(|(known, _)| known == column) {
            Some(cell) => cell.1 = value,
            None => cells.push((column, value)),
        }
    }
    let (headers, values): (Vec<&str>, Vec<&str>) = cells.into_iter().unzip();
    format!("{}\n{}\n", headers.join(";"), values.join(";"))
}
