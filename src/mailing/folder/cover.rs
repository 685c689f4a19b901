//! `letter.toml`: what the letter is, for whom and when.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization;

use super::listing::{Listing, file_of};
use super::markdown::Manuscript;
use super::{Finding, LetterKind, Problem, Quality};
use crate::language::{HomeLanguage, clean};
use crate::library::{Files, TextFile};

/// The name of the file.
pub(super) const FILE: &str = "letter.toml";
const LONGEST_SLUG: usize = 60;
const LONGEST_THEME: usize = 100;

/// The file's content.
#[derive(Debug, Default)]
pub(super) struct Cover {
    /// `id`.
    pub slug: Option<String>,
    /// An `id` was given and refused, so the folder's name need not be judged.
    pub slug_refused: bool,
    /// `kind`.
    pub kind: LetterKind,
    /// `theme`.
    pub theme: Option<String>,
    /// `groups`.
    pub groups: Vec<String>,
    /// `send_at`.
    pub send_at: Option<String>,
    /// `check_in`.
    pub check_in: bool,
    quality: BTreeMap<HomeLanguage, (usize, Quality)>,
}

/// Whether a text may name a letter.
pub(super) fn is_slug(text: &str) -> bool {
    (1..=LONGEST_SLUG).contains(&text.chars().count())
        && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// Reads the file; a folder without it has all defaults.
pub(super) fn read(files: &Files, listing: &Listing, findings: &mut Vec<Finding>) -> Cover {
    if !listing.has_cover {
        return Cover::default();
    }
    match TextFile::read(files, FILE) {
        Ok(source) => parse(&source, findings),
        Err(fault) => {
            findings.push(Finding::of_text(FILE, fault));
            Cover { slug_refused: true, ..Cover::default() }
        }
    }
}

fn parse(source: &TextFile, findings: &mut Vec<Finding>) -> Cover {
    let mut cover = Cover::default();
    let (table, mistakes) = DeTable::parse_recoverable(&source.text);
    if !mistakes.is_empty() {
        let at = |mistake: &toml::de::Error| mistake.span().map_or(0, |span| span.start);
        let mut lines: Vec<usize> = mistakes.iter().map(|m| source.line(at(m))).collect();
        lines.dedup();
        findings.extend(lines.into_iter().map(|line| Finding::at_line(FILE, line, Problem::Toml)));
        return Cover { slug_refused: true, ..cover };
    }
    for (key, value) in table.get_ref() {
        if key.get_ref() == "quality" {
            cover.take_qualities(source, value, findings);
        } else if let Err(problem) = cover.take(key.get_ref(), value.get_ref()) {
            findings.push(Finding::at_line(FILE, source.line(key.span().start), problem));
        }
    }
    cover
}

impl Cover {
    fn take(&mut self, key: &str, value: &DeValue<'_>) -> Result<(), Problem> {
        match key {
            "id" => {
                self.slug =
                    words(value).map(|id| id.nfc().collect()).filter(|id: &String| is_slug(id));
                self.slug_refused = self.slug.is_none();
                if self.slug_refused { Err(Problem::BadId) } else { Ok(()) }
            }
            "kind" => set(&mut self.kind, kind(value), Problem::BadKind),
            "theme" => {
                let theme = words(value).filter(|theme| theme.chars().count() <= LONGEST_THEME);
                set(&mut self.theme, theme.map(Some), Problem::BadTheme { most: LONGEST_THEME })
            }
            "groups" => set(&mut self.groups, groups(value), Problem::BadGroups),
            "send_at" => {
                // TOML has moments of its own, written without quotes.
                let moment = value.as_datetime().map(ToString::to_string);
                set(
                    &mut self.send_at,
                    moment.or_else(|| words(value)).map(Some),
                    Problem::BadSendAt,
                )
            }
            "check_in" => set(&mut self.check_in, value.as_bool(), Problem::BadCheckIn),
            _ => Err(Problem::UnknownKey { key: key.to_owned() }),
        }
    }

    fn take_qualities(
        &mut self,
        source: &TextFile,
        value: &Spanned<DeValue<'_>>,
        findings: &mut Vec<Finding>,
    ) {
        let Some(table) = value.get_ref().as_table() else {
            let line = source.line(value.span().start);
            findings.push(Finding::at_line(FILE, line, Problem::BadQuality));
            return;
        };
        for (tag, value) in table {
            let line = source.line(tag.span().start);
            let tag = tag.get_ref().as_ref();
            let language = HomeLanguage::parse(tag).filter(|language| language.tag() == tag);
            let quality = value.get_ref().as_str().and_then(Quality::parse);
            let problem = match (language, quality) {
                (Some(language), Some(quality)) => {
                    self.quality.insert(language, (line, quality));
                    continue;
                }
                (None, _) => Problem::UnknownLanguage { tag: tag.to_owned() },
                (_, None) => Problem::BadQuality,
            };
            findings.push(Finding::at_line(FILE, line, problem));
        }
    }

    /// How the text of a language came about.
    pub(super) fn quality_of(&self, language: HomeLanguage) -> Quality {
        self.quality.get(&language).map_or_else(Quality::default, |(_, quality)| *quality)
    }

    /// Warns of qualities of texts that are not there.
    pub(super) fn warn_of_needless_quality(
        &self,
        manuscripts: &BTreeMap<HomeLanguage, Manuscript>,
        findings: &mut Vec<Finding>,
    ) {
        for (language, (line, _)) in &self.quality {
            if !manuscripts.contains_key(language) {
                let problem = Problem::QualityWithoutText { file: file_of(*language) };
                findings.push(Finding::at_line(FILE, *line, problem));
            }
        }
    }
}

fn set<T>(place: &mut T, value: Option<T>, otherwise: Problem) -> Result<(), Problem> {
    *place = value.ok_or(otherwise)?;
    Ok(())
}

fn words(value: &DeValue<'_>) -> Option<String> {
    value.as_str().map(clean).filter(|text| !text.is_empty())
}

fn kind(value: &DeValue<'_>) -> Option<LetterKind> {
    let named = value.as_str()?;
    [LetterKind::Letter, LetterKind::Newsletter].into_iter().find(|kind| kind.as_str() == named)
}

fn groups(value: &DeValue<'_>) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|group| words(group.get_ref())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (Cover, Vec<(Option<usize>, Problem)>) {
        let mut findings = Vec::new();
        let cover = parse(&TextFile::of_bytes(text.as_bytes()).unwrap(), &mut findings);
        (cover, findings.into_iter().map(|finding| (finding.line, finding.problem)).collect())
    }

    #[test]
    fn a_full_cover_is_read() {
        let (cover, findings) = parsed(
            "id = \"herfst-2\"\nkind = \"newsletter\"\ntheme = \"Herfst\"\ngroups = [\"De Egels\", \"Zuid/Uilen\"]\n\
             send_at = 2025-10-04T10:00:00\ncheck_in = true\n[quality]\nar = \"machine\"\n",
        );
        assert_eq!(findings, []);
        assert_eq!(cover.slug.as_deref(), Some("herfst-2"));
        assert_eq!(cover.kind, LetterKind::Newsletter);
        assert_eq!(cover.theme.as_deref(), Some("Herfst"));
        assert_eq!(cover.groups, ["De Egels", "Zuid/Uilen"]);
        assert_eq!(cover.send_at.as_deref(), Some("2025-10-04T10:00:00"));
        assert!(cover.check_in);
        assert_eq!(cover.quality_of(HomeLanguage::parse("ar").unwrap()), Quality::Machine);
        assert_eq!(cover.quality_of(HomeLanguage::DUTCH), Quality::Human);
    }

    #[test]
    fn every_wrong_value_is_refused_at_its_own_line() {
        let cases = [
            ("id = \"her fst\"", Problem::BadId),
            ("id = 3", Problem::BadId),
            ("kind = \"tip\"", Problem::BadKind),
            ("theme = \"\"", Problem::BadTheme { most: 100 }),
            ("groups = \"De Egels\"", Problem::BadGroups),
            ("groups = [\"\"]", Problem::BadGroups),
            ("send_at = 10", Problem::BadSendAt),
            ("check_in = \"ja\"", Problem::BadCheckIn),
            ("thema = \"Herfst\"", Problem::UnknownKey { key: "thema".into() }),
            ("quality = \"machine\"", Problem::BadQuality),
            ("[quality]\nar = \"good\"", Problem::BadQuality),
            (
                "[quality]\narabisch = \"human\"",
                Problem::UnknownLanguage { tag: "arabisch".into() },
            ),
            ("check_in = yes", Problem::Toml),
            ("check_in = true\ncheck_in = true", Problem::Toml),
        ];
        for (text, problem) in cases {
            let line = text.lines().count() + 2;
            assert_eq!(parsed(&format!("# een\n\n{text}")).1, [(Some(line), problem)], "{text}");
        }
    }

    #[test]
    fn all_mistakes_are_told_at_once() {
        assert_eq!(parsed("kind = 1\ncheck_in = 1\nextra = 1").1.len(), 3);
    }

    #[test]
    fn a_slug_is_letters_digits_and_dashes() {
        assert!(is_slug("Lente_één-2"));
        assert!(is_slug(&"a".repeat(60)));
        for wrong in ["", "a b", "a/b", "a.b", &"a".repeat(61)] {
            assert!(!is_slug(wrong), "{wrong}");
        }
    }
}
