//! The report as people read it: counts beside percentages, the distance to the norm in families,
//! kinds of evidence apart.

use comfy_table::{Table, presets};

use super::{By, Evidence, Figure, NormSource, Period, Record};
use crate::language::{Args, HomeLanguage, Phrasebook, clean, day};

/// The report as plain text, in Dutch or English: for each breakdown the figures with a line for
/// each row, then what to keep in mind. Lines have about 110 characters.
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

    /// A heading, then for each figure its own heading and a line for each row.
    fn section(&self, records: &[Record]) -> String {
        let mut text =
            records.first().map_or_else(String::new, |record| self.plain(title(record.by)));
        let mut figure = None;
        for (record, line) in records.iter().zip(self.aligned(records)) {
            if figure.replace(record.figure) != Some(record.figure) {
                text = text + "\n\n" + &self.heading(record.figure);
            }
            text = text + "\n  " + line.trim();
        }
        text
    }

    /// One line for each record, in columns that line up over all figures.
    fn aligned(&self, records: &[Record]) -> Vec<String> {
        let mut table = Table::new();
        table.load_preset(presets::NOTHING);
        for record in records {
            let key = (record.by != By::All).then(|| self.key(record));
            let shares = [self.share(record), self.distance(record), self.evidence(record)];
            table.add_row(key.into_iter().chain(shares));
        }
        table.lines().collect()
    }

    /// The figure with its norm and who says so.
    fn heading(&self, figure: Figure) -> String {
        let args = Args::new().text("figure", self.plain(figure_name(figure)));
        let Some(norm) = figure.norm() else { return self.say("report-heading", &args) };
        let id = match norm.source {
            NormSource::VveFramework2013B4 => "report-heading-framework-b4",
            NormSource::DeKlinkert => "report-heading-klinkert",
            NormSource::Ours => "report-heading-ours",
        };
        self.say(id, &args.number("percent", i64::from(norm.percent)))
    }

    /// A language by its name, everything else as it is called.
    fn key(&self, record: &Record) -> String {
        let language = HomeLanguage::parse(&record.key).filter(|_| record.by == By::Language);
        let name = language.map_or(record.key.as_str(), |found| found.name_in(self.language));
        clean(&name.replace('\n', " "))
    }

    fn share(&self, record: &Record) -> String {
        let Some(percent) = record.percent else { return self.plain("report-share-none") };
        let args = Args::new()
            .number("count", number(record.count))
            .number("families", number(record.families))
            .number("percent", number(percent));
        self.say("report-share", &args)
    }

    /// How far the norm is, if there is one.
    fn distance(&self, record: &Record) -> String {
        match record.short {
            None => String::new(),
            Some(_) if record.families == 0 => String::new(),
            Some(0) => self.plain("report-short-none"),
            Some(short) => self.say("report-short", &Args::new().number("families", number(short))),
        }
    }

    /// The kinds of evidence that occur.
    fn evidence(&self, record: &Record) -> String {
        let kinds = Evidence::ALL.into_iter().filter(|&kind| record.evidence.of(kind) > 0);
        let named = kinds.map(|kind| {
            let families = number(record.evidence.of(kind));
            self.say(evidence_name(kind), &Args::new().number("families", families))
        });
        named.collect::<Vec<_>>().join(", ")
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

fn title(by: By) -> &'static str {
    match by {
        By::All => "report-by-all",
        By::Location => "report-by-location",
        By::Group => "report-by-group",
        By::Language => "report-by-language",
        By::Letter => "report-by-letter",
        By::Programme => "report-by-programme",
        By::Theme => "report-by-theme",
        By::Activity => "report-by-activity",
    }
}

fn figure_name(figure: Figure) -> &'static str {
    match figure {
        Figure::Connected => "report-figure-connected",
        Figure::Reached => "report-figure-reached",
        Figure::Understood => "report-figure-understood",
        Figure::Responded => "report-figure-responded",
        Figure::Offered => "report-figure-offered",
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
        Evidence::MaterialsGiven => "report-evidence-materials",
        Evidence::Attended => "report-evidence-attended",
        Evidence::Otherwise => "report-evidence-otherwise",
        Evidence::Unknown => "report-evidence-unknown",
    }
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
