//! The report as people read it: counts beside percentages, the distance to the norm in families,
//! kinds of evidence apart.

use comfy_table::{Table, presets};

use super::{By, Evidence, Figure, NormSource, Period, Record};
use crate::language::{Args, HomeLanguage, Phrasebook, clean, day};
use crate::meeting::Base;

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
        let shown: Vec<Shown<'_>> =
            records.chunk_by(|a, b| a.figure == b.figure).flat_map(shown).collect();
        for (Shown { record, .. }, line) in shown.iter().zip(self.aligned(&shown)) {
            if figure.replace(record.figure) != Some(record.figure) {
                text = text + "\n\n" + &self.heading(record);
            }
            text = text + "\n  " + line.trim();
        }
        text
    }

    /// One line for each record, in columns that line up over all figures.
    fn aligned(&self, shown: &[Shown<'_>]) -> Vec<String> {
        let mut table = Table::new();
        table.load_preset(presets::NOTHING);
        for Shown { record, is_alone } in shown {
            let key = match (record.by, is_alone) {
                (By::All, _) => None,
                (_, true) => Some(String::new()),
                (_, false) => Some(self.key(record)),
            };
            let shares = [self.share(record), self.distance(record), self.evidence(record)];
            table.add_row(key.into_iter().chain(shares));
        }
        table.lines().collect()
    }

    /// The figure with its norm and who says so; each kind of meeting has a target of its own.
    fn heading(&self, record: &Record) -> String {
        let args = Args::new().text("figure", self.plain(figure_name(record.figure)));
        let norm = record.figure.norm().filter(|_| record.by != By::Kind);
        let Some(norm) = norm else { return self.say("report-heading", &args) };
        let id = match norm.source {
            NormSource::VveFramework2013B4 => "report-heading-framework-b4",
            NormSource::VveFramework2013B5 => "report-heading-framework-b5",
            NormSource::VveFramework2013B6 => "report-heading-framework-b6",
            NormSource::DeKlinkert => "report-heading-klinkert",
            NormSource::Ours => "report-heading-ours",
        };
        self.say(id, &args.number("percent", i64::from(norm.percent)))
    }

    /// A language and a built-in kind of meeting by its name, everything else as it is called.
    fn key(&self, record: &Record) -> String {
        let name = match record.by {
            By::Language => HomeLanguage::parse(&record.key)
                .map(|found| found.name_in(self.language).to_owned()),
            By::Kind => Base::from_word(&record.key).map(|kind| self.plain(&kind.name_phrase())),
            _ => None,
        };
        clean(&name.unwrap_or_else(|| record.key.clone()).replace('\n', " "))
    }

    fn share(&self, record: &Record) -> String {
        let is_of_talks = record.figure == Figure::Talks;
        let Some(percent) = record.percent else {
            return self.plain(if is_of_talks { "report-talks-none" } else { "report-share-none" });
        };
        let args = Args::new()
            .number("count", number(record.count))
            .number("families", number(record.families))
            .number("percent", number(percent));
        match record.norm.filter(|_| record.by == By::Kind) {
            Some(target) => {
                self.say("report-share-target", &args.number("target", i64::from(target)))
            }
            None if is_of_talks => self.say("report-talks", &args),
            None => self.say("report-share", &args),
        }
    }

    /// How far the norm is, if there is one.
    fn distance(&self, record: &Record) -> String {
        match record.short {
            None => String::new(),
            Some(_) if record.families == 0 => String::new(),
            Some(0) => self.plain("report-short-none"),
            Some(short) => {
                let is_of_talks = record.figure == Figure::Talks;
                let phrase = if is_of_talks { "report-talks-short" } else { "report-short" };
                self.say(phrase, &Args::new().number("families", number(short)))
            }
        }
    }

    /// The kinds of evidence that occur.
    fn evidence(&self, record: &Record) -> String {
        let kinds = Evidence::ALL.into_iter().filter(|&kind| record.evidence.of(kind) > 0);
        let named = kinds.map(|kind| {
            let families = number(record.evidence.of(kind));
            let is_held = (record.figure, kind) == (Figure::Talks, Evidence::Attended);
            let phrase = if is_held { "report-evidence-held" } else { evidence_name(kind) };
            self.say(phrase, &Args::new().number("families", families))
        });
        named.collect::<Vec<_>>().join(", ")
    }

    fn notes(&self, records: &[Record]) -> String {
        let mut notes = vec!["report-note-denominator"];
        if records.iter().any(|record| record.by.overlaps()) {
            notes.push("report-note-overlap");
        }
        if records.iter().any(|record| record.figure == Figure::Talks) {
            notes.push("report-note-talks");
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

/// A record that has a line, which may stand for all rows of its figure.
struct Shown<'a> {
    record: &'a Record,
    is_alone: bool,
}

/// The records of one figure; where it is about nobody in any row, one line says so.
fn shown(of_figure: &[Record]) -> Vec<Shown<'_>> {
    let is_alone = of_figure.len() > 1 && of_figure.iter().all(|record| record.families == 0);
    let lines = if is_alone { 1 } else { of_figure.len() };
    of_figure.iter().take(lines).map(|record| Shown { record, is_alone }).collect()
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
        By::Kind => "report-by-kind",
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
        Figure::TookPart => "report-figure-took-part",
        Figure::Talks => "report-figure-talks",
        Figure::SaidTheyCome => "report-figure-said-they-come",
        Figure::CameAsSaid => "report-figure-came-as-said",
        Figure::InterpreterThere => "report-figure-interpreter-there",
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
        Evidence::NotSeen => "report-evidence-not-seen",
        Evidence::Unknown => "report-evidence-unknown",
    }
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
