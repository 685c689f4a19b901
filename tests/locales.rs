//! The phrasebook, held against itself: every language says everything, in a form that fits where
//! it is shown. Each rule has a made-up file that breaks it.
#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

mod locales {
    pub mod phrases;
    pub mod rules;
    mod rules_hold;
    pub mod usage;
}

use std::collections::BTreeSet;
use std::path::PathBuf;

use locales::phrases::{Phrase, read};
use locales::{rules, usage};
use thuispost::inbox::{FollowUpReason, Outcome, QuestionKind};
use thuispost::outbox::{Reason, State};
use thuispost::reply::Barrier;
use thuispost::rhythm::Reach;

/// What parents read, in every language; what staff read, in theirs.
const FOR_PARENTS: [&str; 6] = ["activities", "chat", "listen", "meetings", "print", "invite"];
const FOR_STAFF: [&str; 11] = [
    "staff-chat",
    "staff-cli",
    "staff-follow-ups",
    "staff-letter",
    "staff-library",
    "staff-meetings",
    "staff-meetings-chat",
    "staff-report",
    "staff-roster",
    "staff-theme",
    "staff-voice",
];
const STAFF_LANGUAGES: [&str; 2] = ["nl", "en"];

#[test]
fn every_language_has_the_same_phrases_with_the_same_names_in_them() {
    let mut found = Vec::new();
    for file in FOR_PARENTS {
        for tag in tags() {
            found.extend(rules::same(&phrases("nl", file), &phrases(&tag, file), &tag));
        }
    }
    for file in FOR_STAFF {
        found.extend(rules::same(&phrases("nl", file), &phrases("en", file), "en"));
    }
    nothing(&found);
}

#[test]
fn no_language_has_a_file_that_nobody_expects() {
    for tag in tags() {
        let expected = FOR_PARENTS
            .iter()
            .chain(FOR_STAFF.iter().filter(|_| STAFF_LANGUAGES.contains(&tag.as_str())));
        let expected: BTreeSet<String> = expected.map(|file| format!("{file}.ftl")).collect();
        assert_eq!(names(&root().join("locales").join(&tag)), expected, "{tag}");
    }
}

#[test]
fn every_number_is_said_in_all_the_ways_that_a_language_has() {
    nothing(&everything(|tag, _, phrases| rules::plurals(phrases, tag)));
}

#[test]
fn no_phrase_was_left_in_dutch() {
    let mut found = Vec::new();
    for tag in tags().into_iter().filter(|tag| tag != "nl") {
        for file in FOR_PARENTS {
            found.extend(rules::untranslated(&phrases("nl", file), &phrases(&tag, file), &tag));
        }
    }
    nothing(&found);
}

#[test]
fn what_stands_on_a_button_fits_on_a_cheap_phone() {
    let mut long = Vec::new();
    for tag in tags() {
        let phrases: Vec<Phrase> =
            ["chat", "listen", "meetings"].iter().flat_map(|file| phrases(&tag, file)).collect();
        nothing(&rules::labels(&phrases, &tag, rules::LONGEST_LABEL));
        long.extend(rules::labels(&phrases, &tag, rules::LONG_LABEL));
    }
    for tag in STAFF_LANGUAGES {
        for file in ["staff-chat", "staff-meetings-chat"] {
            nothing(&rules::labels(&phrases(tag, file), tag, rules::LONGEST_LABEL));
        }
    }
    println!("longer than it should be:\n{}", long.join("\n"));
}

#[test]
fn every_button_of_the_chat_is_held_against_that_length() {
    let labelled = usage::labelled(&usage::sources());
    let missing: Vec<_> = labelled.iter().filter(|id| !rules::is_label(id)).collect();
    assert!(labelled.len() > 20 && missing.is_empty(), "{missing:?}");
}

#[test]
fn a_message_has_only_the_markup_that_telegram_takes_and_at_most_one_emoji() {
    nothing(&everything(|tag, file, phrases| {
        rules::markup(
            phrases,
            tag,
            ["activities", "chat", "meetings", "staff-chat", "staff-meetings-chat"].contains(&file),
        )
    }));
    nothing(&everything(|tag, _, phrases| rules::emoji(phrases, tag)));
}

#[test]
fn no_file_holds_invisible_marks_of_direction() {
    let mut found = Vec::new();
    for tag in tags() {
        for file in names(&root().join("locales").join(&tag)) {
            let text = std::fs::read_to_string(root().join("locales").join(&tag).join(&file));
            found.extend(rules::marks(&text.unwrap(), &format!("{tag}/{file}")));
        }
    }
    nothing(&found);
}

#[test]
fn every_phrase_is_used_and_every_phrase_that_is_used_is_there() {
    let files = FOR_PARENTS.iter().chain(&FOR_STAFF);
    let ids: BTreeSet<String> =
        files.flat_map(|file| phrases("nl", file)).map(|phrase| phrase.id).collect();
    let sources = usage::sources();
    nothing(&usage::unused(&ids, &sources));
    nothing(&usage::unknown(&ids, &sources));
    nothing(&built().into_iter().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
}

/// Names that the program puts together.
fn built() -> Vec<String> {
    let barriers = Barrier::ALL.iter().map(|it| format!("barrier-{}", it.word()));
    let states = State::ALL.iter().map(|it| format!("cli-state-{}", it.word()));
    let reasons = Reason::ALL.iter().map(|it| format!("cli-reason-{}", it.word()));
    let kinds = [
        QuestionKind::Text,
        QuestionKind::Explain,
        QuestionKind::Voice,
        QuestionKind::Help,
        QuestionKind::Erase,
    ];
    let questions = kinds.iter().map(|it| format!("cli-question-{}", it.word()));
    let follow_ups =
        FollowUpReason::ALL.iter().map(|it| format!("follow-ups-reason-{}", it.word()));
    let outcomes = Outcome::ALL.iter().map(|it| format!("follow-ups-outcome-{}", it.word()));
    let reach = Reach::ALL.iter().map(|it| format!("theme-reach-{}", it.word()));
    let all = barriers
        .chain(reach)
        .chain(states)
        .chain(reasons)
        .chain(questions)
        .chain(follow_ups)
        .chain(outcomes);
    all.map(|id| id.replace('_', "-")).collect()
}

#[test]
fn it_is_written_down_who_has_read_each_language() {
    let text = std::fs::read_to_string(root().join("locales/STATUS.toml")).unwrap();
    nothing(&rules::status(&text, &tags()));
}

#[test]
fn it_is_written_down_how_good_the_texts_of_our_programmes_are() {
    let status = std::fs::read_to_string(root().join("locales/STATUS.toml")).unwrap();
    let mut texts = Vec::new();
    for programme in names(&root().join("locales/programmes")) {
        let folder = root().join("locales/programmes").join(&programme);
        let themes =
            names(&folder.join("themes")).into_iter().map(|it| folder.join("themes").join(it));
        for folder in themes.chain([folder.join("books")]) {
            for name in names(&folder) {
                let stem = name.strip_suffix(".toml").unwrap_or_default();
                if tags().iter().any(|tag| tag == stem) {
                    let text = std::fs::read_to_string(folder.join(&name)).unwrap();
                    texts.push((programme.clone(), folder.join(name).display().to_string(), text));
                }
            }
        }
    }
    assert!(texts.len() >= 10, "the programme was not read");
    nothing(&rules::programmes(&status, &texts));
}

fn everything(rule: impl Fn(&str, &str, &[Phrase]) -> Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    for tag in tags() {
        for file in FOR_PARENTS {
            found.extend(rule(&tag, file, &phrases(&tag, file)));
        }
    }
    for (tag, file) in STAFF_LANGUAGES.iter().flat_map(|tag| FOR_STAFF.map(|file| (tag, file))) {
        found.extend(rule(tag, file, &phrases(tag, file)));
    }
    found
}

fn phrases(tag: &str, file: &str) -> Vec<Phrase> {
    let path = root().join("locales").join(tag).join(format!("{file}.ftl"));
    read(&std::fs::read_to_string(path).unwrap())
}

fn tags() -> Vec<String> {
    let all = names(&root().join("locales"));
    all.into_iter().filter(|name| !name.contains('.') && name != "programmes").collect()
}

fn names(folder: &std::path::Path) -> BTreeSet<String> {
    let entries = folder.read_dir().unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| ".".into(), PathBuf::from)
}

fn nothing(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
