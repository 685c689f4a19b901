//! Every kind of broken folder is refused, at its place and with what to do, in Dutch and English.

mod files;
mod languages;
mod media;
mod plans;
mod texts;

use super::*;
use crate::language::{Phrasebook, without_marks};

/// What is wrong, how a sound folder gets so, where that is found, and a piece of the remedy.
struct Broken {
    what: &'static str,
    spoil: fn(&Folder),
    file: &'static str,
    line: Option<usize>,
    dutch: &'static str,
    english: &'static str,
}

/// One that is refused.
const fn broken(
    what: &'static str,
    spoil: fn(&Folder),
    (file, line): (&'static str, Option<usize>),
    dutch: &'static str,
    english: &'static str,
) -> Broken {
    Broken { what, spoil, file, line, dutch, english }
}

#[test]
fn every_kind_of_broken_folder_is_refused_at_its_place_with_a_remedy() {
    let phrases = Phrasebook::load().unwrap();
    let kinds = [files::BROKEN, texts::BROKEN, plans::BROKEN, languages::BROKEN, media::BROKEN];
    let all: Vec<&Broken> = kinds.into_iter().flatten().collect();
    assert!(all.len() >= 30);
    let mut wrong = Vec::new();
    for Broken { what, spoil, file, line, dutch, english } in all {
        let folder = Folder::sound();
        spoil(&folder);
        let Err(findings) = folder.read() else {
            wrong.push(format!("{what}: was taken"));
            continue;
        };
        let say = |language| {
            let said = findings.iter().map(|it| without_marks(&it.say(&phrases, language)));
            said.collect::<Vec<_>>().join("\n")
        };
        let (in_dutch, in_english) = (say(HomeLanguage::DUTCH), say(HomeLanguage::ENGLISH));
        let place = findings.first().map(|it| (it.file.as_str(), it.line));
        let told = in_dutch.contains(dutch) && in_english.contains(english);
        if findings.len() != 1 || place != Some((*file, *line)) || !told {
            wrong.push(format!("{what}: {place:?}\n{in_dutch}\n{in_english}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n\n"));
}
