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
            let spoken = name.strip_suffix(".ogg").and_then(|stem| {
                let part = part(stem, language, theme, activities)?;
                Some(read_aloud(part))
            });
            let Some(spoken) = spoken else {
                self.findings.in_file(&path, Problem::VoiceName);
                continue;
            };
            match Voice::read(self.files, &path) {
                Ok(Voice { id, .. }) => {
                    let text_key = text_key(&spoken);
                    self.voices.push(VoiceFile { path, id, language, text_key });
                }
                Err(fault) => self.findings.in_file(&path, Problem::of_voice(fault)),
            }
        }
    }
}

/// The text that a file name means. An activity's name may hold `-` itself.
fn part<'a>(
    stem: &str,
    language: HomeLanguage,
    theme: &'a ThemeRecord,
    activities: &'a [ActivityRecord],
) -> Option<Part<'a>> {
    let own = theme.texts.get(&language)?;
    match stem {
        "letter" => return Some(Part::Letter(own)),
        "closing" => return Some(Part::Closing(own)),
        _ => {}
    }
    let (slug, part) = stem.rsplit_once('-')?;
    let activity = activities.iter().find(|activity| activity.slug == slug)?;
    let text: &ActivityText = activity.texts.get(&language)?;
    match part {
        "why" => Some(Part::Why(text)),
        "do" => Some(Part::Do(text, Level::AsIs)),
        "easier" => Some(Part::Do(text, Level::Easier)),
        "harder" => Some(Part::Do(text, Level::Harder)),
        "cheer" => Some(Part::Cheer(text)),
        _ => None,
    }
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
