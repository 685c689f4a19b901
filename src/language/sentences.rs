//! Sentences: where they end, and whether they are short enough to be read easily.

const MOST_WORDS: usize = 20;
const MOST_WORDS_ON_AVERAGE: usize = 10;
const ENDS: [char; 11] = ['.', '!', '?', '…', '؟', '۔', '।', '።', '。', '！', '？'];
const CLOSING: [char; 8] = ['"', '\'', ')', ']', '»', '”', '’', '“'];

/// What makes a text hard to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HardToRead {
    /// One sentence is long.
    Sentence {
        /// The line of its paragraph.
        line: usize,
        /// Its first words.
        start: String,
        /// How many it has.
        words: usize,
        /// The limit.
        most: usize,
    },
    /// The sentences are long on average.
    OnAverage {
        /// How many words, rounded up.
        average: usize,
        /// The limit.
        most: usize,
    },
}

/// Where a text of more than `most` characters is best cut, in characters: at least 1.
pub fn place_to_cut(text: &str, most: usize) -> usize {
    let chars: Vec<char> = text.chars().take(most + 1).collect();
    let places = || (1..=most.min(chars.len())).rev();
    let whole = places().find(|&at| ends_sentence(&chars, at));
    let between_words =
        || places().find(|&at| chars.get(at).is_none_or(|next| next.is_whitespace()));
    whole.or_else(between_words).unwrap_or(most).max(1)
}

/// The sentences of a text.
fn split(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let (mut sentences, mut start) = (Vec::new(), 0);
    for at in 1..=chars.len() {
        if at == chars.len() || ends_sentence(&chars, at) {
            let sentence: String = chars[start..at].iter().collect();
            start = at;
            if !sentence.trim().is_empty() {
                sentences.push(sentence.trim().to_owned());
            }
        }
    }
    sentences
}

/// Whether a sentence ends before `chars[at]`. A full stop inside a word or number ends nothing.
fn ends_sentence(chars: &[char], at: usize) -> bool {
    let before = chars[..at].iter().rev().find(|c| !CLOSING.contains(c));
    let ended = before.is_some_and(|c| ENDS.contains(c));
    match chars.get(at) {
        Some('\n') => true,
        Some(next) if next.is_whitespace() => ended,
        // Chinese leaves no space between sentences.
        Some(next) => {
            matches!(before, Some('。' | '！' | '？'))
                && !CLOSING.contains(next)
                && !ENDS.contains(next)
        }
        None => ended,
    }
}

/// Sentences that are hard to read, each with the line of its paragraph, and the average if that
/// is too long. The limits are the programme's: 10 words on average; 20 is our own bound for one.
pub fn hard_to_read(paragraphs: &[(usize, String)]) -> Vec<HardToRead> {
    let (mut problems, mut words, mut count) = (Vec::new(), 0, 0);
    for (line, paragraph) in paragraphs {
        for sentence in split(paragraph) {
            let length = words_in(&sentence);
            words += length;
            count += 1;
            if length > MOST_WORDS {
                let start = sentence.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
                let (line, words) = (*line, length);
                problems.push(HardToRead::Sentence { line, start, words, most: MOST_WORDS });
            }
        }
    }
    if words > MOST_WORDS_ON_AVERAGE * count {
        let average = words.div_ceil(count);
        problems.push(HardToRead::OnAverage { average, most: MOST_WORDS_ON_AVERAGE });
    }
    problems
}

/// A mark that stands alone, as French sets its question marks, is no word.
fn words_in(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_mark_and_not_inside_a_number() {
        let text = "Lees 2.5 minuut. Zeg: \"Kom!\" Waar is hij?\nDaar";
        assert_eq!(split(text), ["Lees 2.5 minuut.", "Zeg: \"Kom!\"", "Waar is hij?", "Daar"]);
        assert_eq!(split("هل ينزل المطر؟ البسوا."), ["هل ينزل المطر؟", "البسوا."]);
        assert_eq!(split("我们读书。我们唱歌。").len(), 2);
    }

    #[test]
    fn a_cut_falls_after_a_sentence_else_after_a_word_else_anywhere() {
        assert_eq!(place_to_cut("Een. Twee. Drie.", 12), 10);
        assert_eq!(place_to_cut("een twee drie", 11), 8);
        assert_eq!(place_to_cut("eentweedrie", 5), 5);
    }

    #[test]
    fn ten_words_on_average_are_fine_and_eleven_are_not() {
        let of = |words: usize| vec![(3, format!("{}.", vec!["woord"; words].join(" ")))];
        assert_eq!(hard_to_read(&of(10)), []);
        assert_eq!(hard_to_read(&of(11)), [HardToRead::OnAverage { average: 11, most: 10 }]);
    }

    #[test]
    fn a_question_mark_that_stands_alone_is_no_word() {
        assert_eq!(words_in("Qu’est-ce qui flotte\u{A0}?"), 3);
    }

    #[test]
    fn a_very_long_sentence_is_named_by_its_first_words() {
        let mut paragraphs = vec![(1, "Kort. ".repeat(40))];
        paragraphs.push((9, format!("Vandaag gaan we samen {} naar huis", "heel ".repeat(20))));
        let start = "Vandaag gaan we samen".to_owned();
        let wanted = HardToRead::Sentence { line: 9, start, words: 26, most: 20 };
        assert_eq!(hard_to_read(&paragraphs), [wanted]);
    }
}
