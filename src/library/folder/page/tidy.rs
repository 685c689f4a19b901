//! A text as it is kept: on its lines, without what cannot be read.

use crate::language::clean;

/// Hard spaces stay: French needs them.
pub(super) fn one_line(text: &str) -> String {
    clean(text).split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines may be broken anywhere; an empty line parts two paragraphs.
pub(super) fn paragraphs(text: &str) -> String {
    let text = clean(text);
    let mut whole: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        match (line.trim_ascii(), whole.last_mut()) {
            ("", _) => whole.push(Vec::new()),
            (line, Some(paragraph)) => paragraph.push(line),
            (_, None) => {}
        }
    }
    let texts = whole.iter().map(|lines| one_line(&lines.join(" ")));
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Marks of HTML or Markdown, which a parent would see as they stand.
pub(super) fn has_markup(text: &str) -> bool {
    let mut tags = text.match_indices('<');
    let is_tag = |(at, _): (usize, &str)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
    };
    tags.any(is_tag) || ["**", "__", "](", "```"].iter().any(|mark| text.contains(mark)) || {
        let heading = |line: &str| line.starts_with("# ") || line.starts_with("## ");
        text.lines().any(heading)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_paragraphs_kept() {
        assert_eq!(paragraphs("\nEen\n  twee.\n\n\nDrie\n"), "Een twee.\n\nDrie");
        assert_eq!(one_line(" a\u{202E}  b\nc\u{A0}? "), "a b c\u{A0}?");
    }

    #[test]
    fn markup_is_told_from_ordinary_signs() {
        for text in ["<b>x</b>", "**x**", "[x](https://y.nl)", "# Titel", "a\n## b", "x</i>"] {
            assert!(has_markup(text), "{text}");
        }
        for text in ["3 < 4", "ik <3 jou", "a * b * c", "[klop klop]", "#1", "snake_case"] {
            assert!(!has_markup(text), "{text}");
        }
    }
}
