//! A letter's Markdown, read block by block. What Telegram cannot show is refused, never dropped.

mod flow;
mod table;

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, OffsetIter, Options, Parser, Tag};

use super::listing::{self, Listing};
use super::prose::{Prose, Style};
use super::{Finding, Problem};
use crate::language::{HardToRead, HomeLanguage, hard_to_read};
use crate::library::{Files, TextFile};
use flow::Place;

const LONGEST_TITLE: usize = 60;
const LONGEST_SECTION: usize = 100;
const LONGEST_TEXT: usize = 12_000;
const MOST_PICTURES: usize = 5;

/// A letter in one language, before it is cut into messages.
#[derive(Debug, Default)]
pub(super) struct Manuscript {
    /// Plain text.
    pub title: String,
    /// Paragraphs and lists, each with the section heading that stands right above it.
    pub paragraphs: Vec<Prose>,
    /// In the order of the text.
    pub pictures: Vec<PictureUse>,
    /// The focus words.
    pub words: Option<Words>,
    spoken: Vec<(usize, String)>,
}

/// A picture shown in a letter.
#[derive(Debug)]
pub(super) struct PictureUse {
    /// Relative to the folder, without `..`.
    pub path: String,
    /// What it shows, in plain text.
    pub alt: String,
    /// Where the letter shows it.
    pub line: usize,
}

/// The focus words.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The section heading right above the table.
    pub heading: Option<String>,
    /// Left and right cell, plain text.
    pub pairs: Vec<(String, String)>,
}

impl Manuscript {
    /// How many focus words there are.
    pub(super) fn word_count(&self) -> usize {
        self.words.as_ref().map_or(0, |words| words.pairs.len())
    }

    fn chars(&self) -> usize {
        let words = self.words.iter().flat_map(|words| {
            let cells = words.pairs.iter().flat_map(|(left, right)| [left, right]);
            cells.chain(&words.heading)
        });
        let alts = self.pictures.iter().map(|picture| &picture.alt);
        let plain: usize =
            words.chain(alts).chain([&self.title]).map(|text| text.chars().count()).sum();
        plain + self.paragraphs.iter().map(Prose::chars).sum::<usize>()
    }
}

/// Reads the Markdown file of every language.
pub(super) fn read_all(
    files: &Files,
    listing: &Listing,
    findings: &mut Vec<Finding>,
) -> BTreeMap<HomeLanguage, Manuscript> {
    let mut manuscripts = BTreeMap::new();
    for &language in &listing.languages {
        let file = listing::file_of(language);
        match TextFile::read(files, &file) {
            Ok(source) => {
                let (manuscript, problems) = read(&source);
                let found = |(line, problem)| Finding { file: file.clone(), line, problem };
                findings.extend(problems.into_iter().map(found));
                manuscripts.insert(language, manuscript);
            }
            Err(fault) => findings.push(Finding::of_text(&file, fault)),
        }
    }
    manuscripts
}

/// Reads one text, with what is wrong or could be better on which line.
pub(super) fn read(source: &TextFile) -> (Manuscript, Vec<(Option<usize>, Problem)>) {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let reading = Reading {
        source,
        events: Parser::new_ext(&source.text, options).into_offset_iter(),
        manuscript: Manuscript::default(),
        problems: Vec::new(),
        title_seen: false,
        before_title: None,
        section: None,
    };
    reading.run()
}

/// One file being read.
struct Reading<'a> {
    source: &'a TextFile,
    events: OffsetIter<'a>,
    manuscript: Manuscript,
    problems: Vec<(Option<usize>, Problem)>,
    title_seen: bool,
    before_title: Option<usize>,
    /// A section heading that waits for what stands under it.
    section: Option<(String, usize)>,
}

impl Reading<'_> {
    fn run(mut self) -> (Manuscript, Vec<(Option<usize>, Problem)>) {
        while let Some((event, range)) = self.events.next() {
            let line = self.source.line(range.start);
            match event {
                Event::Start(tag) => self.block(&tag, line),
                other => self.refuse(line, unwanted(&other)),
            }
        }
        self.close_section();
        self.judge_whole();
        (self.manuscript, self.problems)
    }

    fn block(&mut self, tag: &Tag<'_>, line: usize) {
        let is_title = matches!(tag, Tag::Heading { level: HeadingLevel::H1, .. });
        if !is_title && !self.title_seen {
            self.before_title.get_or_insert(line);
        }
        match tag {
            Tag::Heading { level: HeadingLevel::H1, .. } => self.title(line),
            Tag::Heading { level: HeadingLevel::H2, .. } => self.heading(line),
            Tag::Paragraph => {
                let prose = self.flow(Place::Paragraph);
                self.speak(line, &prose);
                self.paragraph(prose);
            }
            Tag::List(first) => self.list(*first),
            Tag::Table(columns) => self.table(columns.len(), line),
            other => {
                self.refuse(line, unwanted_block(other));
                self.skip();
            }
        }
    }

    fn title(&mut self, line: usize) {
        let title = self.flow(Place::Heading);
        let count = title.chars();
        if self.title_seen {
            self.refuse(line, Problem::SecondTitle);
        } else if title.is_blank() {
            self.refuse(line, Problem::EmptyHeading);
        } else if count > LONGEST_TITLE {
            self.refuse(line, Problem::LongTitle { count, most: LONGEST_TITLE });
        }
        self.title_seen = true;
        self.manuscript.title = title.plain();
    }

    fn heading(&mut self, line: usize) {
        self.close_section();
        let heading = self.flow(Place::Heading);
        let count = heading.chars();
        if heading.is_blank() {
            self.refuse(line, Problem::EmptyHeading);
        } else if count > LONGEST_SECTION {
            self.refuse(line, Problem::LongHeading { count, most: LONGEST_SECTION });
        } else {
            self.section = Some((heading.plain(), line));
        }
    }

    fn list(&mut self, first: Option<u64>) {
        let (mut list, mut number) = (Prose::default(), first);
        while let Some((Event::Start(_), range)) = self.events.next() {
            let item = self.flow(Place::Item);
            if !item.is_blank() {
                self.speak(self.source.line(range.start), &item);
                let mark = number.map_or_else(|| "• ".to_owned(), |number| format!("{number}. "));
                list.break_line();
                list.push(&mark, &Style::default());
                list.append(item);
            }
            number = number.map(|number| number + 1);
        }
        self.paragraph(list);
    }

    /// Takes a paragraph, under the heading that waits for it.
    fn paragraph(&mut self, prose: Prose) {
        if prose.is_blank() {
            return;
        }
        let mut whole = Prose::default();
        if let Some((heading, _)) = self.section.take() {
            whole.push(&heading, &Style::bold());
            whole.break_line();
        }
        whole.append(prose);
        self.manuscript.paragraphs.push(whole);
    }

    /// A heading without anything under it still stands in the letter.
    fn close_section(&mut self) {
        if let Some((heading, line)) = self.section.take() {
            self.refuse(line, Problem::EmptySection);
            self.manuscript.paragraphs.push(Prose::styled(&heading, &Style::bold()));
        }
    }

    fn speak(&mut self, line: usize, prose: &Prose) {
        self.manuscript.spoken.push((line, prose.plain()));
    }

    fn judge_whole(&mut self) {
        match self.before_title {
            _ if !self.title_seen => self.problems.push((None, Problem::NoTitle)),
            Some(line) => self.refuse(line, Problem::TitleNotFirst),
            None => {}
        }
        if self.manuscript.paragraphs.is_empty() {
            self.problems.push((None, Problem::NoText));
        }
        let count = self.manuscript.chars();
        if count > LONGEST_TEXT {
            self.problems.push((None, Problem::LongText { count, most: LONGEST_TEXT }));
        }
        if let Some(sixth) = self.manuscript.pictures.get(MOST_PICTURES) {
            self.refuse(sixth.line, Problem::TooManyPictures { most: MOST_PICTURES });
        }
        for found in hard_to_read(&self.manuscript.spoken) {
            self.problems.push(match found {
                HardToRead::Sentence { line, start, words, most } => {
                    (Some(line), Problem::LongSentence { start, words, most })
                }
                HardToRead::OnAverage { average, most } => {
                    (None, Problem::LongSentences { average, most })
                }
            });
        }
    }

    fn refuse(&mut self, line: usize, problem: Problem) {
        self.problems.push((Some(line), problem));
    }

    /// Leaves out the rest of a block that was refused.
    fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }
}

fn unwanted_block(tag: &Tag<'_>) -> Problem {
    match tag {
        Tag::Heading { .. } => Problem::DeepHeading,
        Tag::BlockQuote(_) => Problem::BlockQuote,
        Tag::CodeBlock(CodeBlockKind::Indented) => Problem::Indented,
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Problem::Code,
        Tag::HtmlBlock => Problem::RawHtml,
        Tag::FootnoteDefinition(_) => Problem::Footnote,
        Tag::List(_) => Problem::ListInList,
        _ => Problem::OtherMarkup,
    }
}

fn unwanted(event: &Event<'_>) -> Problem {
    match event {
        Event::Code(_) => Problem::Code,
        Event::Html(_) | Event::InlineHtml(_) => Problem::RawHtml,
        Event::FootnoteReference(_) => Problem::Footnote,
        Event::Rule => Problem::Rule,
        _ => Problem::OtherMarkup,
    }
}

#[cfg(test)]
mod tests;
