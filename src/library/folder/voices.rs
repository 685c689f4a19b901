//! The voice files of a theme: `voice/ar/socks-do.ogg`.

use super::languages::file_of;
use super::{Problem, Reading, VoiceFile};
use crate::language::HomeLanguage;
use crate::library::record::{ActivityRecord, ThemeRecord};
use crate::library::spoken::{Part, read_aloud, text_key};
use crate::library::voice::{Voice, VoiceFault};
use crate::library::{ActivityText, Level};

impl Reading<'_> {
    /// Reads the spoken texts of a theme.
    pub(super) fn voices(
        &mut self,
        folder: &str,
        theme: &ThemeRecord,
        activities: &[ActivityRecord],
    ) {
        let voice = format!("{folder}/voice");
        for tag in self.files.folders(&voice).unwrap_or_default() {
            let folder = format!("{voice}/{tag}");
            let problem = match HomeLanguage::parse(&tag) {
                Some(language) if language.tag() != tag => {
                    Problem::LanguageByName { wanted: language.tag().to_owned() }
                }
                Some(language) if theme.texts.contains_key(&language) => {
                    self.voices_in(&folder, language, theme, activities);
                    continue;
                }
                Some(language) => Problem::VoiceWithoutText { wanted: file_of(language) },
                None => Problem::UnknownLanguage { tag },
            };
            self.findings.in_file(&folder, problem);
        }
    }

    fn voices_in(
        &mut self,
        folder: &str,
        language: HomeLanguage,
        theme: &ThemeRecord,
        activities: &[ActivityRecord],
    ) {
        for name in self.files.names(folder).unwrap_or_default() {
            let path = format!("{folder}/{name}");
            let told = name
                .strip_suffix(".ogg")
                .and_then(|stem| spoken(stem, language, theme, activities));
            let Some(told) = told else {
                self.findings.in_file(&path, Problem::VoiceName);
                continue;
            };
            match Voice::read(self.files, &path) {
                Ok(Voice { id, .. }) => {
                    let text_key = text_key(&told);
                    self.voices.push(VoiceFile { path, id, language, text_key });
                }
                Err(fault) => self.findings.in_file(&path, Problem::of_voice(fault)),
            }
        }
    }
}

/// What the voice of a file name says. An activity's name may hold `-` itself.
fn spoken(
    stem: &str,
    language: HomeLanguage,
    theme: &ThemeRecord,
    activities: &[ActivityRecord],
) -> Option<String> {
    let own = theme.texts.get(&language)?;
    let words = |wanted: &dyn Fn(&str) -> bool| -> Vec<(String, String)> {
        let words = theme.words.iter().filter(|word| wanted(&word.key));
        let both = words.filter_map(|word| {
            let dutch = word.texts.get(&HomeLanguage::DUTCH)?;
            Some((dutch.clone(), word.texts.get(&language)?.clone()))
        });
        both.collect()
    };
    match stem {
        "letter" => return Some(read_aloud(Part::Letter(own, &words(&|_| true)))),
        "closing" => return Some(read_aloud(Part::Closing(own))),
        _ => {}
    }
    let (slug, part) = stem.rsplit_once('-')?;
    let activity = activities.iter().find(|activity| activity.slug == slug)?;
    let text: &ActivityText = activity.texts.get(&language)?;
    let words = words(&|key| activity.words.iter().any(|word| word == key));
    Some(read_aloud(match part {
        "why" => Part::Why(text),
        "do" => Part::Do(text, Level::AsIs, &words),
        "easier" => Part::Do(text, Level::Easier, &words),
        "harder" => Part::Do(text, Level::Harder, &words),
        "cheer" => Part::Cheer(text),
        _ => return None,
    }))
}

impl Problem {
    fn of_voice(fault: VoiceFault) -> Self {
        match fault {
            VoiceFault::Missing => Self::FileUnreadable,
            VoiceFault::Large => Self::LargeVoice,
            VoiceFault::NotAVoice => Self::NotAVoice,
            VoiceFault::Long { most } => {
                Self::LongVoice { most: usize::try_from(most).unwrap_or(usize::MAX) }
            }
        }
    }
}
