//! What may stand in a letter and what may not.

use super::*;

fn read_text(text: &str) -> (Manuscript, Vec<(Option<usize>, Problem)>) {
    read(&TextFile::of_bytes(text.as_bytes()).unwrap())
}

/// The paragraphs of a letter in which nothing is wrong, as a chat shows them.
fn shown(text: &str) -> Vec<String> {
    let (manuscript, problems) = read_text(&format!("# Herfst\n\n{text}"));
    assert_eq!(problems, [], "{text}");
    manuscript.paragraphs.iter().map(|prose| prose.html().into_string()).collect()
}

/// What is wrong with a letter, with lines.
fn refused(text: &str) -> Vec<(Option<usize>, Problem)> {
    read_text(text).1
}

#[test]
fn paragraphs_show_bold_italic_and_links() {
    let text =
        "Hallo **allemaal**, *kom*\nsamen [lezen](https://bereslim.nl?a&b).\n\n**a *b***\\\nc";
    let wanted = [
        "Hallo <b>allemaal</b>, <i>kom</i> samen <a href=\"https://bereslim.nl?a&amp;b\">lezen</a>.",
        "<b>a </b><b><i>b</i></b>\nc",
    ];
    assert_eq!(shown(text), wanted);
}

#[test]
fn lists_have_bullets_or_their_numbers() {
    assert_eq!(
        shown("- een\n- twee\n\nNu:\n\n3. **drie**\n4. vier"),
        ["• een\n• twee", "Nu:", "3. <b>drie</b>\n4. vier"]
    );
    assert_eq!(shown("- een\n\n  meer\n\n- twee"), ["• een\nmeer\n• twee"]);
}

#[test]
fn a_heading_stays_with_what_stands_under_it() {
    let text = "Hoi.\n\n## Thuis\n\nLees.\n\n## Woorden\n\n| a | b |\n|---|---|\n| x | y |";
    assert_eq!(shown(text), ["Hoi.", "<b>Thuis</b>\nLees."]);
    let words = read_text(&format!("# Herfst\n\n{text}")).0.words.unwrap();
    assert_eq!(words.heading.as_deref(), Some("Woorden"));
    assert_eq!(words.pairs, [("x".to_owned(), "y".to_owned())]);
}

#[test]
fn typed_signs_and_entities_are_text() {
    assert_eq!(
        shown("1 < 2 & 3, &lt;b&gt; en \\*ster\\*"),
        ["1 &lt; 2 &amp; 3, &lt;b&gt; en *ster*"]
    );
    assert_eq!(shown("om&#x202E;gekeerd"), ["omgekeerd"]);
}

#[test]
fn what_a_chat_cannot_show_is_refused_at_its_line() {
    let cases = [
        ("### Diep", Problem::DeepHeading),
        ("<div>x</div>", Problem::RawHtml),
        ("a <b>x</b>", Problem::RawHtml),
        ("<!-- weg -->", Problem::RawHtml),
        ("```\nx\n```", Problem::Code),
        ("een `x`", Problem::Code),
        ("    x", Problem::Indented),
        ("> x", Problem::BlockQuote),
        ("- x\n- > y", Problem::BlockQuote),
        ("***", Problem::Rule),
        ("a ~~b~~", Problem::OtherMarkup),
        ("- # x", Problem::DeepHeading),
        ("- x\n  - y", Problem::ListInList),
        ("[x](bereslim.nl)", Problem::LinkNotWeb { address: "bereslim.nl".into() }),
        ("<a@b.nl>", Problem::LinkNotWeb { address: "a@b.nl".into() }),
        ("[ ](https://x.nl)", Problem::LinkWithoutText),
        ("## [x](https://x.nl)\n\nTekst.", Problem::MisplacedLink),
        ("- ![x](a.png)", Problem::MisplacedPicture),
        ("![](a.png)", Problem::PictureWithoutAlt),
        ("![een <b>](a.png)", Problem::RawHtml),
        ("![x](../a.png)", Problem::PictureOutside { path: "../a.png".into() }),
        ("# Weer", Problem::SecondTitle),
        ("##", Problem::EmptyHeading),
        ("## Kop", Problem::EmptySection),
        ("|a|b|c|\n|-|-|-|\n|x|y|z|", Problem::TableColumns),
        ("|a|\n|-|\n|x|", Problem::TableColumns),
        ("|a|b|\n|-|-|", Problem::NoWords),
    ];
    for (text, problem) in cases {
        let found = refused(&format!("# Herfst\n\nHallo.\n\n{text}\n"));
        let line = 5 + usize::from(text.starts_with("- x"));
        assert!(found.contains(&(Some(line), problem.clone())), "{text}: {problem:?} in {found:?}");
    }
}

#[test]
fn a_footnote_is_refused_where_it_is_used_and_where_it_stands() {
    let found = refused("# Herfst\n\nHallo[^1].\n\n[^1]: noot");
    assert_eq!(found, [(Some(3), Problem::Footnote), (Some(5), Problem::Footnote)]);
}

#[test]
fn word_rows_are_judged_each_at_its_own_line() {
    let table = "# Herfst\n\nHallo.\n\n|a|b|\n|-|-|\n";
    let long = "x".repeat(101);
    let rows = format!("{table}|x| |\n|x|y|z|\n|**x**|{long}|\n|x|[y](https://x.nl)|");
    let wanted = [
        (Some(7), Problem::EmptyWord),
        (Some(8), Problem::TableColumns),
        (Some(9), Problem::LongWord { count: 101, most: 100 }),
        (Some(10), Problem::MisplacedLink),
    ];
    assert_eq!(refused(&rows), wanted);
    assert_eq!(refused(&format!("{table}{}", "|x|y|\n".repeat(12))), []);
    let many = Problem::TooManyWords { count: 13, most: 12 };
    assert_eq!(refused(&format!("{table}{}", "|x|y|\n".repeat(13))), [(Some(5), many)]);
    let second = format!("{table}|x|y|\n\n|a|b|\n|-|-|\n|x|y|");
    assert_eq!(refused(&second), [(Some(9), Problem::SecondTable)]);
}

#[test]
fn a_letter_begins_with_one_title_of_at_most_sixty_characters() {
    assert_eq!(refused("Hallo."), [(None, Problem::NoTitle)]);
    assert_eq!(refused("Hallo.\n\n# Herfst"), [(Some(1), Problem::TitleNotFirst)]);
    assert_eq!(refused(&format!("# {}\n\nHallo.", "x".repeat(60))), []);
    let long = Problem::LongTitle { count: 61, most: 60 };
    assert_eq!(refused(&format!("# {}\n\nHallo.", "x".repeat(61))), [(Some(1), long)]);
    let (manuscript, problems) = read_text("Ritselen **door**\nbladeren\n===\n\nHallo.");
    assert_eq!((manuscript.title.as_str(), problems.len()), ("Ritselen door bladeren", 0));
}

#[test]
fn a_letter_has_text_and_not_only_a_picture() {
    assert_eq!(refused("# Herfst\n\n![x](a.png)"), [(None, Problem::NoText)]);
}

#[test]
fn limits_hold_for_headings_addresses_descriptions_and_the_whole() {
    let of = |text: String| refused(&format!("# Herfst\n\nHallo.\n\n{text}"));
    let heading = Problem::LongHeading { count: 101, most: 100 };
    assert_eq!(of(format!("## {}\n\nx", "x".repeat(101))), [(Some(5), heading)]);
    let link = format!("[x](https://x.nl/{})", "x".repeat(1_000));
    assert_eq!(of(link), [(Some(5), Problem::LongLink { most: 1_000 })]);
    let alt = Problem::LongAlt { count: 601, most: 600 };
    assert_eq!(of(format!("![{}](a.png)", "x".repeat(601))), [(Some(5), alt)]);
    let whole = Problem::LongText { count: 12_001, most: 12_000 };
    assert_eq!(of("x".repeat(12_001 - "HerfstHallo.".len())), [(None, whole)]);
}

#[test]
fn the_sixth_picture_is_one_too_many() {
    let pictures =
        |count: usize| format!("# Herfst\n\nHallo.\n\n{}", "![x](a.png)\n\n".repeat(count));
    assert_eq!(refused(&pictures(5)), []);
    let sixth = (Some(15), Problem::TooManyPictures { most: 5 });
    assert_eq!(refused(&pictures(7)), [sixth]);
}

#[test]
fn headings_and_list_marks_do_not_count_for_the_reading_level() {
    let long = ["woord"; 11].join(" ");
    assert_eq!(refused(&format!("# Herfst\n\n## {}\n\nKort.", long.get(..60).unwrap())), []);
    let items = format!("# Herfst\n\n- {}\n- {}", long.get(..59).unwrap(), long.get(..59).unwrap());
    assert_eq!(refused(&items), []);
}
