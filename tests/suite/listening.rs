//! Listening instead of reading, with the real programs that read aloud.

mod machine;
mod people;
mod themes;
mod words;

use std::time::Duration;

use jiff::civil::datetime;
use thuispost::language::HomeLanguage;
use thuispost::library::Voice;
use thuispost::mailing::voice::{self, Recorded, VoiceGap};
use thuispost::sandbox::Bubble;

use super::school::{PATIENCE, School};

pub const EMINE: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Can,,,Emine,tr,";
pub const YUSUF: &str = "De Regenboog,020-555 01 23,Vlinders,G2,,Ela,,,Yusuf,tr,";
pub const HODAN: &str = "De Regenboog,020-555 01 23,Vlinders,G3,,Ayaan,,,Hodan,so,";
pub const ANNA: &str = "De Regenboog,020-555 01 23,Vlinders,G4,,Daan,,,Anna,nl,";

pub const TURKISH: &str = "# Su\n\nSuyla oynuyoruz.\n\n## Kelimeler\n\n\
    | Nederlands | Türkçe |\n|---|---|\n| de kraan | musluk |\n";
pub const DUTCH: &str = "# Water\n\nWij spelen met water.\n\n## Woorden\n\n\
    | Nederlands | Wat is het? |\n|---|---|\n| de kraan | daar komt water uit |\n";
pub const SOMALI: &str = "# Biyo\n\nWaxaan ku ciyaareynaa biyo.\n\n## Erayo\n\n\
    | Nederlands | Soomaali |\n|---|---|\n| de kraan | tuubada |\n";
pub const TEXTS: [(&str, &str); 3] = [("nl", DUTCH), ("tr", TURKISH), ("so", SOMALI)];

pub fn language(tag: &str) -> HomeLanguage {
    HomeLanguage::parse(tag).unwrap()
}

/// A school where everybody has joined, and everybody but Anna listens.
pub async fn listening(rows: &[&str]) -> School {
    let mut names: Vec<&str> = rows.iter().map(|row| row.split(',').nth(8).unwrap()).collect();
    names.dedup();
    let school = School::with_joined(rows, &names).await;
    school.does("update carers set reading = 'voice' where name <> 'Anna'").await;
    school
}

impl School {
    /// Staff listened to the machine in this language.
    pub async fn lets_the_machine_speak(&self, tag: &str) {
        let (id, now) = (self.organisation.id, self.calendar.now());
        let mut write = self.store.write().await.unwrap();
        voice::approve_machine(&mut write, id, language(tag), "Els", now).await.unwrap();
        write.commit().await.unwrap();
    }

    /// A letter in these languages that leaves at noon, and it is noon; returns its number.
    pub async fn sends_at_noon(&self, slug: &str, texts: &[(&str, &str)]) -> i64 {
        let folder = self.writes_letter(slug, "", texts);
        let noon = datetime(2026, 11, 23, 12, 0, 0, 0);
        let letter = self.plans(&folder, "Vlinders", noon).await.letter.id;
        self.turns_to(noon).await;
        self.until_none("select count(*) from mailings where state <> 'released'").await;
        letter
    }

    /// Waits until a query counts nothing any more, and then until everything is quiet: on a busy
    /// machine the schedule, with the voices that it makes, takes its time.
    pub async fn until_none(&self, sql: &'static str) {
        let end = self.sandbox.tick() + PATIENCE;
        while self.counts(sql).await > 0 {
            assert!(self.sandbox.tick() < end, "never none: {sql}");
            self.ticker.until(self.ticker.elapsed() + Duration::from_millis(20)).await;
        }
        self.settles().await;
    }

    /// Who would listen to a letter and cannot.
    pub async fn voice_gaps(&self, letter: i64) -> Vec<VoiceGap> {
        let mut read = self.store.read().await.unwrap();
        voice::voice_gaps(&mut read, self.organisation.id, letter, "2026-11-23").await.unwrap()
    }

    /// A person records a letter.
    pub async fn records(&self, letter: i64, tag: &str, sound: &Voice) {
        let (id, now) = (self.organisation.id, self.calendar.now());
        let mut write = self.store.write().await.unwrap();
        let text = voice::read_aloud(&mut write, letter).await.unwrap().remove(&language(tag));
        let (text, who) = (text.unwrap(), Recorded::ByPerson(Some("Els")));
        voice::record(&mut write, id, (language(tag), &text), sound, who, now).await.unwrap();
        write.commit().await.unwrap();
    }

    /// The voice notes on a phone, oldest first.
    pub fn heard(&self, name: &str) -> Vec<Bubble> {
        self.bubbles(name).into_iter().filter(|bubble| bubble.voice.is_some()).collect()
    }
}

/// What a person would record: a real voice note, longer by the number of its words.
pub async fn spoken(text: &str) -> Voice {
    let text = thuispost::language::ReadAloud::default().text(text);
    let settings = thuispost::settings::Settings::read(&std::collections::BTreeMap::new()).unwrap();
    voice::Machine::of(&settings).speak(language("en"), &text).await.unwrap()
}
