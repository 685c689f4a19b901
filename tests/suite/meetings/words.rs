//! Everything a parent reads about meetings and talks, in each language, as it stands on the phone. Read a
//! snapshot as a parent would.

use jiff::civil::{datetime, time};
use thuispost::meeting::{self, Base, MeetingId, SessionId};
use thuispost::rhythm::Audience;

use super::talks::{from_three, range};
use crate::suite::school::School;

/// A message may show so much at once.
const VISIBLE: usize = 600;

impl School {
    /// Me in this language, and Anna, who is in the way.
    async fn with_me_in(tag: &str) -> Self {
        let rows = format!(
            "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Ik,{tag},
De Regenboog,020-555 01 23,Vlinders,G2,,Daan,,,Anna,nl,"
        );
        Self::joined(&rows, &["Ik", "Anna"]).await
    }

    async fn invites_on(&self, base: Base, day: i8, capacity: Option<i64>) -> MeetingId {
        let mut new = self.thinks_of(base, datetime(2026, 12, day, 8, 30, 0, 0)).await;
        new.audience = Audience::All;
        new.capacity = capacity;
        new.place = Some("Speelzaal".to_owned());
        let id = self.makes(&new).await;
        self.waits_a_minute().await;
        id
    }

    async fn ends_list(&self, session: SessionId, seen: &[&str]) {
        for family in seen {
            let family = self.family(family).await;
            let mut write = self.store.write().await.unwrap();
            let by = ("Eva", self.calendar.now());
            meeting::see(&mut write, (session, family), by).await.unwrap();
            write.commit().await.unwrap();
        }
        let mut write = self.store.write().await.unwrap();
        let now = self.calendar.now();
        meeting::close_list(&mut write, session, Some(now)).await.unwrap();
        write.commit().await.unwrap();
        self.lets_pass(16 * 60).await;
    }

    /// A meeting that I come to, after all: invited twice, moved, reminded, missed.
    async fn goes_through_a_meeting(&self) {
        let coffee = self.invites_on(Base::CoffeeMorning, 3, None).await;
        self.turns_to(datetime(2026, 11, 26, 10, 0, 0, 0)).await;
        self.presses("Ik", "i.i.").await;
        self.presses("Ik", "i.in.").await;
        self.presses("Ik", "i.n.").await;
        self.presses("Ik", "i.o.").await;
        self.presses("Ik", "i.m.").await;
        self.presses("Ik", "i.y.").await;
        self.shifts(coffee, datetime(2026, 12, 4, 9, 0, 0, 0)).await;
        self.passes_a_minute().await;
        self.turns_to(datetime(2026, 12, 3, 17, 1, 0, 0)).await;
        self.invites_on(Base::CoffeeMorning, 17, None).await;
        self.turns_to(datetime(2026, 12, 4, 12, 0, 0, 0)).await;
        self.ends_list(self.sessions(coffee).await[0], &[]).await;
    }

    /// Thanks, a meeting that is off, a place that comes free.
    async fn goes_through_others(&self) {
        let theme = self.invites_on(Base::ThemeMorning, 8, None).await;
        self.presses("Ik", &format!("i.y.{theme}.")).await;
        self.turns_to(datetime(2026, 12, 8, 12, 0, 0, 0)).await;
        self.ends_list(self.sessions(theme).await[0], &["G1"]).await;
        let evening = self.invites_on(Base::InformationEvening, 10, None).await;
        let session = self.sessions(evening).await[0];
        self.calls_off(evening, session, Some("De juf is ziek.")).await;
        self.passes_a_minute().await;
        let group = self.invites_on(Base::PlayGroup, 18, Some(1)).await;
        self.presses("Anna", &format!("i.y.{group}.")).await;
        self.presses("Ik", &format!("i.y.{group}.")).await;
        self.presses("Anna", &format!("i.n.{group}.")).await;
        self.lets_pass(2).await;
        self.presses("Ik", "i.sy.").await;
    }

    /// A talk: waited for, offered, moved and called off by staff, reminded of.
    async fn goes_through_talks(&self) {
        let round = self.opens_round("Vlinders", &[from_three(10)]).await;
        self.books_first("Anna", round).await;
        self.presses("Ik", &format!("i.x.{round}.")).await;
        self.presses("Anna", "k.c.").await;
        self.lets_pass(2).await;
        self.presses("Ik", "k.t.").await;
        self.opens_moments(round, &range(time(16, 0, 0, 0), time(17, 0, 0, 0))).await;
        self.presses("Ik", "k.v.").await;
        let talk = self.talk_about("Samira").await;
        let slot = self.slot_at(time(16, 20, 0, 0)).await;
        let pair = (&self.store, self.phrases.as_ref());
        let organisation = &self.organisation;
        let mut write = self.store.write().await.unwrap();
        let (what, now) = ((talk, slot), self.calendar.now());
        meeting::move_talk(pair, &mut write, organisation, what, now).await.unwrap();
        write.commit().await.unwrap();
        self.lets_pass(2).await;
        self.turns_to(datetime(2026, 11, 30, 17, 1, 0, 0)).await;
        let mut write = self.store.write().await.unwrap();
        let now = self.calendar.now();
        meeting::call_off(pair, &mut write, organisation, talk, now).await.unwrap();
        write.commit().await.unwrap();
        self.lets_pass(2).await;
    }

    /// What the bot said since then, and the labels of the buttons.
    fn said_since(&self, heard: usize) -> String {
        let bubbles = self.bubbles("Ik").into_iter().skip(heard);
        let told = bubbles.map(|bubble| {
            let long = bubble.text.chars().count();
            assert!(long <= VISIBLE, "{long} characters: {}", bubble.text);
            let rows = bubble.buttons.iter().map(|row| {
                let labels: Vec<&str> = row.iter().map(|it| it.label.as_str()).collect();
                format!("\n    [{}]", labels.join("] ["))
            });
            format!("{}{}", bubble.text, rows.collect::<String>())
        });
        told.collect::<Vec<_>>().join("\n---\n").replace(['\u{2068}', '\u{2069}'], "")
    }
}

async fn reads_in(tag: &str) {
    let school = School::with_me_in(tag).await;
    let heard = school.bubbles("Ik").len();
    school.goes_through_talks().await;
    let talks = school.said_since(heard);
    let school = School::with_me_in(tag).await;
    school.goes_through_a_meeting().await;
    school.goes_through_others().await;
    let meetings = school.said_since(heard);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let all = format!("{meetings}\n\n=====\n\n{talks}");
    settings.bind(|| insta::assert_snapshot!(format!("meetings_{tag}"), all));
}

macro_rules! in_each_language {
    ($($name:ident: $tag:literal,)*) => {
        $(
            #[tokio::test]
            async fn $name() {
                reads_in($tag).await;
            }
        )*
    };
}

in_each_language! {
    a_parent_reads_about_meetings_in_dutch: "nl",
    a_parent_reads_about_meetings_in_english: "en",
    a_parent_reads_about_meetings_in_french: "fr",
    a_parent_reads_about_meetings_in_spanish: "es",
    a_parent_reads_about_meetings_in_polish: "pl",
    a_parent_reads_about_meetings_in_turkish: "tr",
    a_parent_reads_about_meetings_in_arabic: "ar",
    a_parent_reads_about_meetings_in_somali: "so",
}
