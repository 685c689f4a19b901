//! Staff in the chat: linked by a code, each within their scope, answering parents.

mod door;
mod linking;
mod plans;
mod questions;
mod recording;
mod regret;
mod roles;
mod scope;
mod themes;

use thuispost::language::{Args, HomeLanguage};
use thuispost::roster::{self, InviteKey, NewStaff, Role, StaffCode};

use super::school::School;

/// Two groups at one location, one at another.
const FAMILIES: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,ar,
De Regenboog,020-555 01 23,Vlinders,G2,,Zosia,,,Piotr,pl,
De Regenboog,020-555 01 23,Bijen,G3,,Daan,,,Anna,nl,
De Zon,,Kevers,G4,,Bo,,,Cor,nl,";

impl School {
    /// With these families, and the educators Eva and Noor of Vlinders, Bas of Bijen.
    async fn with_staff() -> Self {
        let mut school = Self::opens(FAMILIES).await;
        for (name, group) in [("Eva", "Vlinders"), ("Noor", "Vlinders"), ("Bas", "Bijen")] {
            school.employs(name, Role::Educator, &[group]).await;
            school.opens_work(name).await;
        }
        school
    }

    /// Adds somebody as `staff add` does.
    pub async fn employs(&mut self, name: &str, role: Role, places: &[&str]) -> StaffCode {
        let mut groups = Vec::new();
        let mut locations = Vec::new();
        for place in places {
            if role == Role::Coach {
                locations.push((*place).to_owned());
                continue;
            }
            let mut read = self.store.read().await.unwrap();
            let group = roster::find_group(&mut read, self.organisation.id, place).await;
            groups.push(group.unwrap().id);
        }
        let language = HomeLanguage::DUTCH;
        let new = NewStaff { name, role, language, groups: &groups, locations: &locations };
        let (key, now) = (self.key(), self.calendar.now());
        roster::add_staff(&self.store, &key, self.organisation.id, &new, now).await.unwrap()
    }

    fn key(&self) -> InviteKey {
        InviteKey::load_or_make(&self.settings.key_file).unwrap()
    }

    /// A new code, as `staff link` makes it.
    async fn new_code(&self, name: &str) -> StaffCode {
        let (key, now) = (self.key(), self.calendar.now());
        let organisation = self.organisation.id;
        roster::renew_staff_code(&self.store, &key, organisation, name, now).await.unwrap()
    }

    /// Opens a new code on the phone of this name.
    pub async fn opens_work(&mut self, name: &str) {
        let code = self.new_code(name).await;
        self.opens_code(name, &code).await;
    }

    async fn opens_code(&mut self, phone: &str, code: &StaffCode) {
        let phone = self.phone_of(phone, "nl");
        self.sandbox.presses_start(phone, Some(&code.reveal())).unwrap();
        self.settles().await;
    }

    /// Ends somebody's access, as `staff remove` does.
    async fn dismisses(&self, name: &str) {
        let now = self.calendar.now();
        roster::remove_staff(&self.store, self.organisation.id, name, now).await.unwrap();
    }

    /// Chooses "reply" on the newest message with these words, and types; does not wait.
    fn begins_reply(&self, name: &str, to: &str, text: &str) {
        let found = self.bubbles(name).into_iter().rev().find(|bubble| bubble.text.contains(to));
        let found = found.unwrap_or_else(|| panic!("no {to:?}:\n{}", self.told(name)));
        self.sandbox.replies(self.id(name), found.message_id, text).unwrap();
    }

    /// The same, and waits until everything is quiet.
    pub async fn replies(&self, name: &str, to: &str, text: &str) {
        self.begins_reply(name, to, text);
        self.settles().await;
    }

    /// A minute and a bit go by.
    pub async fn waits_a_minute(&self) {
        let local = self.calendar.now().local(&self.organisation.time_zone);
        self.turns_to(local.saturating_add(jiff::ToSpan::seconds(61))).await;
    }

    async fn open_questions(&self) -> i64 {
        self.counts("select count(*) from questions where answered_at is null").await
    }
}

/// A phrase of staff as a phone shows it.
fn said(school: &School, id: &str, args: &Args) -> String {
    let marked = school.phrases.plain(HomeLanguage::DUTCH, id, args);
    ["<b>", "</b>", "<i>", "</i>"].iter().fold(marked, |text, tag| text.replace(tag, ""))
}

/// The newest thing the bot said to somebody is this phrase.
fn hears(school: &School, name: &str, id: &str, args: &Args) {
    assert_eq!(school.last(name).text, said(school, id, args), "{}", school.told(name));
}

fn about(children: &str, group: &str) -> Args {
    Args::new().text("children", format!("\u{2068}{children}\u{2069}")).text("group", group)
}

/// The last answer that was shown for a moment over a phone.
async fn toast(school: &School, name: &str) -> String {
    let phone = school.id(name);
    let has_one = |world: &thuispost::sandbox::World| {
        world.phone(phone).is_some_and(|phone| !phone.toasts.is_empty())
    };
    assert!(school.sandbox.wait_until(super::school::PATIENCE, has_one).await);
    school.sandbox.toasts(phone).pop().unwrap().text
}
