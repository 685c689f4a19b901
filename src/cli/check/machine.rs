//! The machine and its files: settings, words, clock, key, journal.

use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::finding::Findings;
use crate::clock::Moment;
use crate::language::{Phrasebook, not_reviewed};
use crate::mailing::voice::Machine;
use crate::privacy::{Journal, JournalError};
use crate::roster::InviteKey;
use crate::settings::{Problems, Settings};

/// No machine of ours can be earlier: 1 January 2026.
const EARLIEST: Moment = Moment::from_millis(1_767_225_600_000);

pub(super) fn settings(findings: &mut Findings, settings: &Result<Settings, Problems>) {
    let mend = "correct it in the environment, .env or thuispost.toml";
    match settings {
        Ok(_) => findings.ok("settings", "all can be read"),
        Err(Problems(problems)) => {
            for problem in problems {
                findings.wrong("settings", problem.trim(), mend);
            }
        }
    }
    for name in [".env", "thuispost.toml"] {
        if let Some(mode) = mode_of(Path::new(name)).filter(|mode| mode & 0o077 != 0) {
            let text =
                format!("{name} can be read by others (mode {mode:o}); it may hold the token");
            findings.look("settings", text, &format!("chmod 600 {name}"));
        }
    }
}

/// That each language has every phrase is held by the tests of the build.
pub(super) fn words(findings: &mut Findings) {
    let phrases = match Phrasebook::load() {
        Ok(phrases) => phrases,
        Err(error) => {
            return findings.wrong("words", error.to_string(), "install the program again");
        }
    };
    let tags: Vec<&str> = phrases.languages().map(crate::language::HomeLanguage::tag).collect();
    findings.ok("words", tags.join(" "));
    let unread = not_reviewed();
    if !unread.is_empty() {
        let text =
            format!("no native speaker has read the bot's own words in: {}", unread.join(" "));
        findings.look("words", text, "let one read locales/ and note it in locales/STATUS.toml");
    }
}

/// A machine that lost its clock sends letters in the wrong year.
pub(super) fn clock(findings: &mut Findings, now: Moment) {
    if now < EARLIEST {
        let text = format!("it is {now}, which cannot be");
        return findings.wrong(
            "clock",
            text,
            "set the clock of this machine: timedatectl set-ntp true",
        );
    }
    findings.ok("clock", now.to_string());
}

/// Without it everything else works: letters are recorded by people, or only read.
pub(super) async fn voice(findings: &mut Findings, settings: &Settings) {
    match Machine::of(settings).is_there().await {
        Ok(()) => findings.ok("voice", format!("{} and {}", settings.espeak, settings.opusenc)),
        Err(error) => {
            let text = format!("letters cannot be read aloud by this machine: {error}");
            let mend = "apt-get install espeak-ng opus-tools, or name the programs in THUISPOST_ESPEAK and THUISPOST_OPUSENC";
            findings.look("voice", text, mend);
        }
    }
}

pub(super) fn key_file(findings: &mut Findings, path: &Path) {
    let what = "key file";
    let shown = path.display().to_string();
    match InviteKey::load(path) {
        Ok(Some(_)) => private(findings, what, path),
        Ok(None) => findings.look(
            what,
            format!("{shown} is not there"),
            "the first invitations make one; if there were any before, bring it back from where it is kept",
        ),
        Err(error) => {
            let mend = "make it readable by this user only (chmod 600), or bring it back from where it is kept";
            findings.wrong(what, error.to_string(), mend);
        }
    }
}

pub(super) fn erasures(findings: &mut Findings, path: &Path) {
    let what = "erasures";
    let journal = Journal::at(path);
    match journal.read() {
        Ok(erasures) => match journal.try_to_open() {
            Ok(()) => {
                private(findings, what, path);
                findings.ok(what, format!("{} in the journal", erasures.len()));
            }
            Err(error) => {
                let text = format!("{} cannot be written: {error}", path.display());
                findings.wrong(
                    what,
                    text,
                    "let this user write it: without it no family can be erased",
                );
            }
        },
        Err(error @ JournalError::Missing(_)) => findings.look(
            what,
            error.to_string(),
            "the service makes one; if there was one before, bring it back from where it is kept",
        ),
        Err(error) => {
            let mend = "bring the journal back from where it is kept, or name another in THUISPOST_ERASURES_FILE";
            findings.wrong(what, error.to_string(), mend);
        }
    }
}

fn private(findings: &mut Findings, what: &str, path: &Path) {
    let shown = path.display();
    match mode_of(path) {
        Some(mode) if mode & 0o077 != 0 => {
            let text = format!("{shown} can be read by others (mode {mode:o})");
            findings.look(what, text, &format!("chmod 600 {shown}"));
        }
        _ => findings.ok(what, format!("{shown}, for this user only")),
    }
}

fn mode_of(path: &Path) -> Option<u32> {
    match std::fs::metadata(path) {
        Ok(found) => Some(found.permissions().mode() & 0o777),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        // Whoever reads it says what is wrong with it.
        Err(_) => None,
    }
}
