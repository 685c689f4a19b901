//! Running text as runs of one style each, so that it can be cut anywhere and still be
//! well-formed Telegram HTML.

use crate::language::{Html, place_to_cut, without_marks};

/// How a run looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// A checked web address.
    pub link: Option<String>,
}

impl Style {
    /// Bold and nothing else.
    pub(super) fn bold() -> Self {
        Self { bold: true, ..Self::default() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    text: String,
    style: Style,
}

/// Running text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Prose {
    runs: Vec<Run>,
}

impl Prose {
    /// Plain text.
    pub(super) fn plain_text(text: &str) -> Self {
        Self::styled(text, &Style::default())
    }

    /// Text in one style.
    pub(super) fn styled(text: &str, style: &Style) -> Self {
        let mut prose = Self::default();
        prose.push(text, style);
        prose
    }

    /// Adds text as Markdown means it: any stretch of spaces and line ends is one space.
    pub(super) fn push(&mut self, text: &str, style: &Style) {
        let text = without_marks(&text.replace(|c: char| c.is_ascii_whitespace(), " "));
        for c in text.chars() {
            if c != ' ' || !self.ends_with_gap() {
                self.add(c, style);
            }
        }
    }

    /// Starts a new line, unless nothing stands on this one.
    pub(super) fn break_line(&mut self) {
        self.trim_end();
        if !self.ends_with_gap() {
            self.add('\n', &Style::default());
        }
    }

    /// Adds other text as it is.
    pub(super) fn append(&mut self, other: Self) {
        for run in other.runs {
            self.add_run(run);
        }
    }

    /// Adds other text after an empty line.
    pub(super) fn append_paragraph(&mut self, other: Self) {
        if !self.is_empty() && !other.is_empty() {
            self.add_run(Run { text: "\n\n".to_owned(), style: Style::default() });
        }
        self.append(other);
    }

    /// Without gaps at its ends.
    pub(super) fn trimmed(mut self) -> Self {
        self.trim_end();
        while let Some(first) = self.runs.first_mut() {
            first.text = first.text.trim_start().to_owned();
            if !first.text.is_empty() {
                break;
            }
            self.runs.remove(0);
        }
        self
    }

    /// Whether there is nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Whether a reader sees nothing.
    pub(super) fn is_blank(&self) -> bool {
        self.runs.iter().flat_map(|run| run.text.chars()).all(is_unseen)
    }

    /// Length in characters.
    pub(super) fn chars(&self) -> usize {
        self.runs.iter().map(|run| run.text.chars().count()).sum()
    }

    /// The words alone.
    pub(super) fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// As Telegram shows it.
    pub(super) fn html(&self) -> Html {
        let mut html = Html::default();
        self.runs.iter().for_each(|run| html.push(&run.html()));
        html
    }

    /// Cuts off at most `most` characters: at the last sentence end if there is one, else between
    /// words, else anywhere. The first half is never empty.
    pub(super) fn split(self, most: usize) -> (Self, Self) {
        let at = place_to_cut(&self.plain(), most);
        let (mut head, mut tail, mut seen) = (Self::default(), Self::default(), 0);
        for run in self.runs {
            let length = run.text.chars().count();
            let cut = at.saturating_sub(seen).min(length);
            let byte = run.text.char_indices().nth(cut).map_or(run.text.len(), |(byte, _)| byte);
            let (before, after) = run.text.split_at(byte);
            head.add_run(Run { text: before.to_owned(), style: run.style.clone() });
            tail.add_run(Run { text: after.to_owned(), style: run.style });
            seen += length;
        }
        (head.trimmed(), tail.trimmed())
    }

    fn add(&mut self, c: char, style: &Style) {
        match self.runs.last_mut() {
            Some(run) if run.style == *style => run.text.push(c),
            _ => self.runs.push(Run { text: c.to_string(), style: style.clone() }),
        }
    }

    fn add_run(&mut self, run: Run) {
        match self.runs.last_mut() {
            Some(last) if last.style == run.style => last.text.push_str(&run.text),
            _ if run.text.is_empty() => {}
            _ => self.runs.push(run),
        }
    }

    fn ends_with_gap(&self) -> bool {
        self.runs.last().is_none_or(|run| run.text.ends_with([' ', '\n']))
    }

    fn trim_end(&mut self) {
        while let Some(last) = self.runs.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            self.runs.pop();
        }
    }
}

impl Run {
    fn html(&self) -> Html {
        let mut html = Html::escape(&self.text);
        if self.style.italic {
            html = Html::trusted(format!("<i>{html}</i>"));
        }
        if self.style.bold {
            html = Html::trusted(format!("<b>{html}</b>"));
        }
        if let Some(address) = &self.style.link {
            // The one character that could end the attribute has a spelling of its own in addresses.
            let address = Html::escape(&address.replace('"', "%22"));
            html = Html::trusted(format!("<a href=\"{address}\">{html}</a>"));
        }
        html
    }
}

/// Spaces, and characters that join or part others but show nothing themselves.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{2800}')
        || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{FFA0}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(address: &str) -> Style {
        Style { link: Some(address.to_owned()), ..Style::default() }
    }

    #[test]
    fn spaces_between_runs_stay_and_are_never_doubled() {
        let mut prose = Prose::plain_text("lees ");
        prose.push(" samen\n", &Style::bold());
        prose.push(" voor", &Style::default());
        assert_eq!(prose.html().as_str(), "lees <b>samen </b>voor");
    }

    #[test]
    fn what_a_teacher_typed_is_escaped_in_text_and_in_addresses() {
        let prose = Prose::styled("a<b", &link("https://x.nl/?a=\"1\"&b=<c>"));
        let wanted = "<a href=\"https://x.nl/?a=%221%22&amp;b=&lt;c&gt;\">a&lt;b</a>";
        assert_eq!(prose.html().as_str(), wanted);
    }

    #[test]
    fn a_cut_inside_bold_text_closes_and_opens_it_again() {
        let prose = Prose::styled("Een zin. Nog een zin.", &Style::bold());
        let (head, tail) = prose.split(12);
        assert_eq!(head.html().as_str(), "<b>Een zin.</b>");
        assert_eq!(tail.html().as_str(), "<b>Nog een zin.</b>");
    }

    #[test]
    fn invisible_characters_are_no_text() {
        assert!(Prose::plain_text("\u{200B} \u{A0}\u{2060}").is_blank());
        assert!(!Prose::plain_text("·").is_blank());
    }
}
