//! The one table a letter may have: focus words, Dutch left, home language or meaning right.

use pulldown_cmark::{Event, Tag};

use super::flow::Place;
use super::{Problem, Prose, Reading, Words};

const MOST_WORDS: usize = 12;
const LONGEST_CELL: usize = 100;

impl Reading<'_> {
    pub(super) fn table(&mut self, columns: usize, line: usize) {
        let problem = match &self.manuscript.words {
            Some(_) => Problem::SecondTable,
            None if columns != 2 => Problem::TableColumns,
            None => {
                let heading = self.section.take().map(|(heading, _)| heading);
                let pairs = self.pairs(line);
                self.manuscript.words = Some(Words { heading, pairs });
                return;
            }
        };
        self.refuse(line, problem);
        self.skip();
    }

    fn pairs(&mut self, table_line: usize) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        while let Some((Event::Start(tag), range)) = self.events.next() {
            // The first row only names the columns.
            if tag == Tag::TableHead {
                self.skip();
                continue;
            }
            let line = self.source.line(range.start);
            let row = self.source.text.get(range).unwrap_or_default();
            if has_more_than_two_cells(row) {
                self.refuse(line, Problem::TableColumns);
            }
            pairs.push(self.pair(line));
        }
        let count = pairs.len();
        if count == 0 {
            self.refuse(table_line, Problem::NoWords);
        } else if count > MOST_WORDS {
            self.refuse(table_line, Problem::TooManyWords { count, most: MOST_WORDS });
        }
        pairs
    }

    fn pair(&mut self, line: usize) -> (String, String) {
        let mut cells = Vec::new();
        while let Some((Event::Start(_), _)) = self.events.next() {
            cells.push(self.flow(Place::Cell));
        }
        if cells.iter().any(Prose::is_blank) {
            self.refuse(line, Problem::EmptyWord);
        }
        if let Some(count) = cells.iter().map(Prose::chars).find(|&count| count > LONGEST_CELL) {
            self.refuse(line, Problem::LongWord { count, most: LONGEST_CELL });
        }
        let mut cells = cells.into_iter().map(|cell| cell.plain());
        (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
    }
}

/// Markdown itself drops what stands beyond the columns of the first row.
fn has_more_than_two_cells(row: &str) -> bool {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').unwrap_or(row);
    row.replace("\\|", "").matches('|').count() > 1
}
