//! The report as people read it: counts beside percentages, the distance to the norm in families,
//! kinds of evidence apart.

use comfy_table::{CellAlignment, Table, presets};

use super::{By, Evidence, Figure, NormSource, Period, Record};
use crate::language::{Args, HomeLanguage, Phrasebook, clean, day};

/// The report as plain text, in Dutch or English: a table for each breakdown, then what to keep in
/// mind. Wide: about 110 characters.
pub fn table(
    records: &[Record],
    period: Period,
    phrases: &Phrasebook,
    language: HomeLanguage,
) -> String {
    let words = Words { phrases, language };
    let mut parts = vec![words.period(period)];
    for of_one_breakdown in records.chunk_by(|a, b| a.by == b.by) {
        parts.push(words.section(of_one_breakdown));
    }
    parts.push(words.notes(records));
    parts.join("\n\n") + "\n"
}

struct Words<'a> {
    phrases: &'a Phrasebook,
    language: HomeLanguage,
}

impl Words<'_> {
    fn period(&self, period: Period) -> String {
        let args = Args::new()
            .text("from", day(self.language, period.from()))
            .text("to", day(self.language, period.to()));
        self.say("report-period", &args)
    }

    fn section(&self, records: &[Record]) -> String {
        let by = records.first().map_or(By::All, |record| record.by);
        let mut heads = vec!["report-head-figure"];
        heads.extend(key_head(by));
        heads.extend(["report-head-families", "report-head-norm", "report-head-evidence"]);

        let mut table = Table::new();
        table.load_preset(presets::UTF8_HORIZONTAL_ONLY);
        table.set_header(heads.iter().map(|id| self.plain(id)));
        let mut figure = None;
        for record in records {
            // The figure stands once, before its first row.
            let first = figure.replace(record.figure) != Some(record.figure);
            let mut cells =
                vec![if first { self.plain(figure_name(record.figure)) } else { String::new() }];
            cells.extend(key_head(by).map(|_| self.key(record)));
            cells.extend([self.share(record), self.norm(record), self.evidence(record)]);
            table.add_row(cells);
        }
        for column in table.column_iter_mut() {
            column.set_cell_alignment(CellAlignment::Left);
        }
        table.to_string()
    }

    /// A language by its name, everything else as it is called.
    fn key(&self, record: &Record) -> String {
        let language = HomeLanguage::parse(&record.key).filter(|_| record.by == By::Language);
        clean(language.map_or(record.key.as_str(), |found| found.name_in(self.language)))
    }

    fn share(&self, record: &Record) -> String {
        let Some(percent) = record.percent else { return self.plain("report-share-none") };
        let args = Args::new()
            .number("count", number(record.count))
            .number("families", number(record.families))
            .number("percent", number(percent));
        self.say("report-share", &args)
    }

    /// The norm, who says so, and how far it is.
    fn norm(&self, record: &Record) -> String {
        let Some(norm) = record.figure.norm() else { return self.plain("report-norm-none") };
        let source = match norm.source {
            NormSource::VveFramework2013B4 => "report-norm-framework-b4",
            NormSource::DeKlinkert => "report-norm-klinkert",
            NormSource::Ours => "report-norm-ours",
        };
        let norm = self.say(source, &Args::new().number("percent", i64::from(norm.percent)));
        let distance = match record.short {
            _ if record.families == 0 => return norm,
            None | Some(0) => self.plain("report-short-none"),
            Some(short) => self.say("report-short", &Args::new().number("families", number(short))),
        };
        format!("{norm}\n{distance}")
    }

    /// One line for each kind that occurs.
    fn evidence(&self, record: &Record) -> String {
        let kinds = Evidence::ALL.into_iter().filter(|&kind| record.evidence.of(kind) > 0);
        let lines = kinds.map(|kind| {
            let families = number(record.evidence.of(kind));
            self.say(evidence_name(kind), &Args::new().number("families", families))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn notes(&self, records: &[Record]) -> String {
        let mut notes = vec!["report-note-denominator"];
        if records.iter().any(|record| record.by.overlaps()) {
            notes.push("report-note-overlap");
        }
        notes.extend(["report-note-self-report", "report-note-unknown", "report-note-norms"]);
        notes.into_iter().map(|id| self.plain(id)).collect::<Vec<_>>().join("\n")
    }

    fn plain(&self, id: &str) -> String {
        self.say(id, &Args::new())
    }

    /// Without the marks that keep directions apart: they would disturb a search in the output.
    fn say(&self, id: &str, args: &Args) -> String {
        clean(&self.phrases.plain(self.language, id, args))
    }
}

fn key_head(by: By) -> Option<&'static str> {
    match by {
        By::All => None,
        By::Location => Some("report-head-location"),
        By::Group => Some("report-head-group"),
        By::Language => Some("report-head-language"),
        By::Letter => Some("report-head-letter"),
    }
}

fn figure_name(figure: Figure) -> &'static str {
    match figure {
        Figure::Connected => "report-figure-connected",
        Figure::Reached => "report-figure-reached",
        Figure::Understood => "report-figure-understood",
        Figure::Responded => "report-figure-responded",
        Figure::DidAtHome => "report-figure-did-at-home",
        Figure::Worked => "report-figure-worked",
        Figure::LanguageKnown => "report-figure-language-known",
    }
}

fn evidence_name(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::SaidSo => "report-evidence-said-so",
        Evidence::SeenByStaff => "report-evidence-seen",
        Evidence::HandedOver => "report-evidence-handed-over",
        Evidence::Delivered => "report-evidence-delivered",
        Evidence::Attended => "report-evidence-attended",
        Evidence::Otherwise => "report-evidence-otherwise",
        Evidence::Unknown => "report-evidence-unknown",
    }
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
