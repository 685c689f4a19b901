//! Meetings at work, on the phone of an educator: she makes one, moves it, takes who came, and holds talks.

mod attendance;
mod mornings;
mod planning;
mod scope;
mod talks;

use thuispost::language::{Args, HomeLanguage};
use thuispost::roster::Role;

use crate::suite::school::School;

/// Two groups at one location, another location; in the Vlinders five families.
const FAMILIES: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,ar,
De Regenboog,020-555 01 23,Vlinders,G2,,Zosia,,,Ewa,pl,
De Regenboog,020-555 01 23,Vlinders,G3,,Daan,,,Anna,nl,
De Regenboog,020-555 01 23,Vlinders,G4,,Pim,,,Truus,nl,
De Regenboog,020-555 01 23,Bijen,G5,,Bo,,,Cor,nl,
De Zon,,Kevers,G6,,Els,,,Ans,nl,";

impl School {
    /// With these families, the educators Eva of the Vlinders and Bas of the Bijen; Fatima, Ewa and Anna take part.
    async fn with_meetings() -> Self {
        let mut school = Self::opens(FAMILIES).await;
        for (name, group) in [("Eva", "Vlinders"), ("Bas", "Bijen")] {
            school.employs(name, Role::Educator, &[group]).await;
            school.opens_work(name).await;
        }
        for parent in ["Fatima", "Ewa", "Anna"] {
            school.joins(parent).await;
        }
        school
    }

    /// Presses the newest button whose label begins so.
    async fn taps(&self, name: &str, label: &str) {
        let phone = self.phone(name);
        let found = phone.messages.iter().rev().find_map(|bubble| {
            let button =
                bubble.buttons.iter().flatten().find(|it| clean(&it.label).starts_with(label))?;
            Some((bubble.message_id, button.data.clone()?))
        });
        let wrong = self.reads("select problem from updates where problem is not null").await;
        let (message, data) =
            found.unwrap_or_else(|| panic!("no button {label:?}, {wrong:?}:\n{}", self.told(name)));
        assert!(data.len() <= 64, "{data}");
        self.sandbox.presses(self.id(name), message, &data).unwrap();
        self.settles().await;
    }

    /// Presses one label after the other; how many taps that were.
    async fn taps_all(&self, name: &str, labels: &[&str]) -> usize {
        for label in labels {
            self.taps(name, label).await;
        }
        labels.len()
    }

    /// Eva opens her meetings.
    async fn opens_meetings(&self, name: &str) {
        self.types(name, "menu").await;
        self.taps(name, "Bijeenkomsten").await;
    }

    /// Eva makes a coffee morning on Thursday 3 December, half past eight; it leaves a minute later.
    async fn plans_coffee(&self) {
        self.opens_meetings("Eva").await;
        let chosen = ["Nieuwe bijeenkomst", "Koffieochtend", "do 3 dec", "08:30", "Ja, nodig uit"];
        self.taps_all("Eva", &chosen).await;
    }

    /// The newest thing the bot said to somebody holds all of this.
    fn hears_all(&self, name: &str, words: &[&str]) {
        let text = clean(&self.last(name).text);
        for word in words {
            assert!(text.contains(word), "no {word:?}:\n{}", self.told(name));
        }
    }

    /// The newest thing the bot said is this phrase.
    fn is_told(&self, name: &str, id: &str, args: &Args) {
        let marked = self.phrases.plain(HomeLanguage::DUTCH, id, args);
        let said = ["<b>", "</b>"].iter().fold(marked, |text, tag| text.replace(tag, ""));
        assert_eq!(clean(&self.last(name).text), clean(&said), "{}", self.told(name));
    }

    /// The labels of the newest message with buttons, row by row.
    fn choices(&self, name: &str) -> Vec<String> {
        let found = self.bubbles(name).into_iter().rev().find(|it| !it.buttons.is_empty());
        let rows = found.unwrap().buttons.into_iter().flatten();
        rows.map(|button| clean(&button.label)).collect()
    }

    /// Waits until a label is shown, since an edit is beside everything else.
    async fn shows(&self, name: &str, label: &str) {
        let phone = self.id(name);
        let shown = |world: &thuispost::sandbox::World| {
            let messages = &world.phone(phone).unwrap().messages;
            let labels = messages.iter().flat_map(|it| it.buttons.iter().flatten());
            labels.map(|it| clean(&it.label)).any(|it| it == label)
        };
        let is_shown = self.sandbox.wait_until(crate::suite::school::PATIENCE, shown).await;
        assert!(is_shown, "no {label:?}:\n{}", self.told(name));
    }
}

/// Without marks of direction.
fn clean(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
