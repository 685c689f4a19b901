//! The programme that comes with Thuispost, held against what it promises.

use std::collections::BTreeSet;

use crate::language::HomeLanguage;
use crate::library::{ProgrammeFolder, starter};

/// From two to six years: every age of a pre-school.
const MONTHS: std::ops::RangeInclusive<i64> = 24..=71;

fn ours() -> ProgrammeFolder {
    starter().unwrap_or_else(|findings| panic!("{findings:#?}"))
}

#[test]
fn the_starter_programme_can_be_taken_in_and_is_complete_in_every_language_that_it_has() {
    let programme = ours();
    assert_eq!((programme.themes.len(), programme.books.len()), (4, 6));
    let languages: BTreeSet<_> = programme.books[0].texts.keys().copied().collect();
    assert!(languages.contains(&HomeLanguage::DUTCH) && languages.contains(&HomeLanguage::ENGLISH));
    for theme in &programme.themes {
        assert_eq!(
            theme.texts.keys().copied().collect::<BTreeSet<_>>(),
            languages,
            "{}",
            theme.slug
        );
        let activities = programme.activities.iter().filter(|it| it.theme == theme.slug);
        assert_eq!(activities.count(), 8, "{}", theme.slug);
    }
}

#[test]
fn its_sentences_are_short_in_dutch_and_in_english_and_nothing_lies_about() {
    let hard: Vec<_> = ours().warnings;
    let ours = |file: &str| ["nl.toml", "en.toml"].iter().any(|name| file.ends_with(name));
    let hard: Vec<_> = hard.iter().filter(|it| ours(&it.file) || it.line.is_none()).collect();
    assert!(hard.is_empty(), "{hard:#?}");
}

#[test]
fn a_child_of_any_age_finds_six_activities_in_every_theme() {
    let programme = ours();
    for theme in &programme.themes {
        for months in MONTHS {
            let suits = |it: &&crate::library::ActivityRecord| {
                it.theme == theme.slug && (it.months_from..it.months_to).contains(&months)
            };
            let count = programme.activities.iter().filter(suits).count();
            assert!(count >= 6, "{} has {count} for {months} months", theme.slug);
        }
    }
}

#[test]
fn everything_in_it_has_a_picture_and_its_words() {
    let programme = ours();
    for theme in &programme.themes {
        assert!(theme.picture.is_some() && !theme.words.is_empty(), "{}", theme.slug);
    }
    for activity in &programme.activities {
        assert!(activity.picture.is_some() && !activity.words.is_empty(), "{}", activity.slug);
    }
    for book in &programme.books {
        assert!(book.picture.is_some() && !book.words.is_empty(), "{}", book.slug);
    }
}
