//! What an import did, or would do.

use super::changes::Changes;
use super::finding::{Finding, Findings, Problem};
use super::listed::Listed;
use super::{ImportError, ImportOptions, Owner};
use crate::language::{Args, HomeLanguage, Phrasebook};

/// So many missing records are named on one line.
const NAMED: usize = 20;

/// Counts of one kind of record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Not known before.
    pub new: usize,
    /// Known, and something changed.
    pub updated: usize,
    /// Known, and the same.
    pub unchanged: usize,
    /// Known and not in the file, by name (`Location/Group`, `Family/Child`); never deleted.
    pub missing: Vec<String>,
}

/// What an import did, or with a dry run would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// Name of the organisation.
    pub organisation: String,
    /// Whether this import made it.
    pub organisation_is_new: bool,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// How many rows there were under the header.
    pub rows: usize,
    /// Sites.
    pub locations: Tally,
    /// Groups.
    pub groups: Tally,
    /// Families.
    pub families: Tally,
    /// Children.
    pub children: Tally,
    /// Carers.
    pub carers: Tally,
    /// Carers who are no longer written to about a child, though both are still listed.
    pub links_removed: usize,
    /// Carers whose own choice of language stands against the file.
    pub languages_kept: usize,
    /// What was passed over.
    pub warnings: Vec<Finding>,
}

pub(super) fn of(
    owner: &Owner,
    changes: Changes,
    listed: Listed,
    options: &ImportOptions<'_>,
) -> ImportReport {
    let (row, unknown) = listed.columns.unknown;
    let warn =
        |column| Finding { row, column, value: String::new(), problem: Problem::UnknownColumn };
    ImportReport {
        organisation: owner.organisation.name.clone(),
        organisation_is_new: owner.is_new,
        dry_run: options.dry_run,
        rows: listed.rows,
        locations: changes.locations.tally,
        groups: changes.groups.tally,
        families: changes.families.tally,
        children: changes.children.tally,
        carers: changes.carers.tally,
        links_removed: changes.gone_links.len(),
        languages_kept: changes.languages_kept,
        warnings: unknown.into_iter().map(warn).collect(),
    }
}

impl ImportReport {
    /// The report in sentences, for the person at the keyboard.
    pub fn sentences(&self, phrases: &Phrasebook, language: HomeLanguage) -> Vec<String> {
        let say = |id: &str, args: &Args| phrases.plain(language, id, args);
        let mut lines = Vec::new();
        if self.dry_run {
            lines.push(say("roster-report-dry-run", &Args::new()));
        }
        if self.organisation_is_new {
            let args = Args::new().text("name", &self.organisation);
            lines.push(say("roster-report-organisation", &args));
        }
        lines.push(say("roster-report-rows", &Args::new().number("rows", number(self.rows))));
        for (id, tally) in self.tallies() {
            let args = Args::new()
                .number("new", number(tally.new))
                .number("updated", number(tally.updated))
                .number("unchanged", number(tally.unchanged));
            lines.push(say(id, &args));
            lines.extend(tally.missing_sentence(phrases, language));
        }
        for (id, count) in [
            ("roster-report-links-removed", self.links_removed),
            ("roster-report-languages-kept", self.languages_kept),
        ] {
            if count > 0 {
                lines.push(say(id, &Args::new().number("count", number(count))));
            }
        }
        lines.extend(self.warnings.iter().map(|warning| warning.sentence(phrases, language)));
        lines
    }

    fn tallies(&self) -> [(&'static str, &Tally); 5] {
        [
            ("roster-report-locations", &self.locations),
            ("roster-report-groups", &self.groups),
            ("roster-report-families", &self.families),
            ("roster-report-children", &self.children),
            ("roster-report-carers", &self.carers),
        ]
    }
}

impl Tally {
    fn missing_sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> Option<String> {
        let more = self.missing.len().saturating_sub(NAMED);
        let named: Vec<&str> = self.missing.iter().take(NAMED).map(String::as_str).collect();
        let args = Args::new()
            .number("count", number(self.missing.len()))
            .number("more", number(more))
            .text("names", named.join(", "));
        let id = if more > 0 { "roster-report-missing-more" } else { "roster-report-missing" };
        (!named.is_empty()).then(|| phrases.plain(language, id, &args))
    }
}

impl ImportError {
    /// What is wrong and what to do, a line each; empty when only the log can use it.
    pub fn sentences(
        &self,
        phrases: &Phrasebook,
        language: HomeLanguage,
        file_name: &str,
    ) -> Vec<String> {
        let mut lines = match self {
            Self::File(problem) => vec![problem.sentence(phrases, language)],
            Self::Rows(findings) => findings.sentences(phrases, language),
            Self::Organisation(error) => {
                return error.sentence(phrases, language).into_iter().collect();
            }
            Self::Store(_) => return Vec::new(),
        };
        let args = Args::new().text("file", file_name);
        lines.insert(0, phrases.plain(language, "roster-nothing-imported", &args));
        lines
    }
}

impl Findings {
    fn sentences(&self, phrases: &Phrasebook, language: HomeLanguage) -> Vec<String> {
        let mut lines: Vec<String> =
            self.shown.iter().map(|finding| finding.sentence(phrases, language)).collect();
        let more = self.total.saturating_sub(self.shown.len());
        if more > 0 {
            let args = Args::new().number("count", number(more));
            lines.push(phrases.plain(language, "roster-more-findings", &args));
        }
        lines
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
