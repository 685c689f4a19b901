//! Whom a theme comes to, told before it starts: nobody is promised what they would not get.

use std::collections::BTreeMap;

use jiff::civil::date;
use thuispost::language::{HomeLanguage, without_marks};
use thuispost::library::{self, Part};
use thuispost::mailing::voice::{self, Recorded};
use thuispost::rhythm::{self, Audience, Outreach, Reach, Untranslated};

use super::row;
use crate::suite::listening::spoken;
use crate::suite::school::School;

/// A family for each way in which a theme comes or does not.
const FAMILIES: [(&str, &str); 9] = [
    ("Own", "tr"),
    ("Second", "fr"),
    ("Missing", "fr"),
    ("Deaf", "so"),
    ("Paused", "tr"),
    ("Blocked", "tr"),
    ("Stopped", "tr"),
    ("Absent", "tr"),
    ("Back", "tr"),
];

async fn with_everybody() -> School {
    let rows: Vec<String> = FAMILIES
        .iter()
        .enumerate()
        .map(|(place, (name, language))| row(&format!("G{place}"), "Kind", name, language))
        .collect();
    let school = School::closed(&rows.join("\n")).await;
    school.has_theme("home", &[("socks", 0, 100)], &["nl", "tr", "so"]).await;
    school.all_joined().await;
    // The first message leaves on 1 December at five.
    let december = jiff::civil::datetime(2026, 12, 1, 18, 0, 0, 0);
    let zone = &school.organisation.time_zone;
    let later = thuispost::clock::Moment::of_local(december, zone).millis();
    for change in [
        "second_language = 'nl', second_language_confirmed_at = 1 where name = 'Second'".to_owned(),
        // Written in the roster, and never confirmed by the carer.
        "second_language = 'nl' where name = 'Missing'".to_owned(),
        "reading = 'voice' where name = 'Deaf'".to_owned(),
        format!("paused_until = {later}, paused_at = 1 where name = 'Paused'"),
        format!("paused_until = {}, paused_at = 1 where name = 'Back'", later - 3 * 3_600_000),
        "unreachable_at = 1 where name = 'Blocked'".to_owned(),
        "stopped_at = 1 where name = 'Stopped'".to_owned(),
        "chat_id = null, consented_at = null where name = 'Absent'".to_owned(),
    ] {
        school.does(&format!("update carers set {change}")).await;
    }
    school
}

impl School {
    async fn outreach(&self, missing: Untranslated, audience: Audience) -> Outreach {
        let mut run = self.new_run("home", &["Vlinders"], date(2026, 11, 30), 2).await;
        (run.missing, run.audience) = (missing, audience);
        let mut read = self.store.read().await.unwrap();
        let rules = self.settings.theme;
        rhythm::outlook(&mut read, &self.organisation, &run, &rules).await.unwrap().to
    }

    /// Somebody recorded one of the theme's texts.
    async fn has_voice_for_the_letter(&self, tag: &str) {
        let language = HomeLanguage::parse(tag).unwrap();
        let mut write = self.store.write().await.unwrap();
        let theme = library::theme_named(&mut write, self.organisation.id, "home").await.unwrap();
        let text = library::theme_text(&mut write, theme.id, language).await.unwrap().unwrap();
        let words = library::theme_words(&mut write, theme.id, language).await.unwrap();
        let told = library::aloud(&library::read_aloud(Part::Letter(&text, &words)));
        let (who, now) = (Recorded::ByPerson(Some("Els")), self.calendar.now());
        let sound = spoken("A letter").await;
        let organisation = self.organisation.id;
        voice::record(&mut write, organisation, (language, &told), &sound, who, now).await.unwrap();
        write.commit().await.unwrap();
    }
}

#[tokio::test]
async fn every_family_is_counted_once_by_what_its_carer_can_take_in() {
    let school = with_everybody().await;
    let held = school.outreach(Untranslated::Hold, Audience::All).await;
    let mut expected: BTreeMap<Reach, i64> = [
        (Reach::OwnLanguage, 2),
        (Reach::SecondLanguage, 1),
        (Reach::NoVoice, 1),
        (Reach::MissingLanguage, 1),
        (Reach::Paused, 1),
        (Reach::Unreachable, 1),
        (Reach::Stopped, 1),
        (Reach::NotConnected, 1),
    ]
    .into();
    assert_eq!(held.reach, expected);
    assert_eq!((held.families, held.reached()), (9, 3));
    assert_eq!(held.gaps, [("fr".to_owned(), 1)]);
    let dutch = school.outreach(Untranslated::Dutch, Audience::All).await;
    expected.remove(&Reach::MissingLanguage);
    expected.insert(Reach::InDutch, 1);
    assert_eq!((dutch.reach, dutch.families), (expected, 9));
    assert_eq!(school.outreach(Untranslated::Hold, Audience::Ve).await, Outreach::default());
}

#[tokio::test]
async fn a_family_counts_by_the_carer_who_gets_most_and_one_without_carers_is_not_connected() {
    let school = with_everybody().await;
    school
        .does(
            "update carers set family_id = (select family_id from carers where name = 'Absent')
             where name = 'Own'",
        )
        .await;
    school
        .does(
            "update carer_children set child_id = (select cc.child_id from carer_children cc
                 join carers c on c.id = cc.carer_id where c.name = 'Absent')
             where carer_id = (select id from carers where name = 'Own')",
        )
        .await;
    let to = school.outreach(Untranslated::Hold, Audience::All).await;
    assert_eq!(to.families, 9);
    assert_eq!((to.reach[&Reach::OwnLanguage], to.reach[&Reach::NotConnected]), (2, 1));
}

#[tokio::test]
async fn who_listens_is_told_apart_by_language_with_the_voices_that_there_are() {
    let school = with_everybody().await;
    school
        .does("update carers set reading = 'both' where name in ('Own', 'Paused', 'Stopped')")
        .await;
    let heard = |to: Outreach| -> Vec<(String, i64, i64, i64, i64, i64)> {
        let all = to.listening.into_iter();
        all.map(|it| {
            let language = it.language.tag().to_owned();
            (language, it.carers, it.texts, it.recorded, it.spoken, it.silent())
        })
        .collect()
    };
    // Letter, closing, why, three levels, cheer: in the test's texts no two are the same.
    let to = school.outreach(Untranslated::Hold, Audience::All).await;
    assert_eq!(heard(to), [("so".to_owned(), 1, 7, 0, 0, 7), ("tr".to_owned(), 2, 7, 0, 0, 7)]);
    school.has_voice_for_the_letter("so").await;
    school
        .does(
            "insert into machine_voices (organisation_id, language, approved_at, approved_by)
             select id, 'tr', 1, 'Els' from organisations",
        )
        .await;
    let to = school.outreach(Untranslated::Hold, Audience::All).await;
    assert_eq!(to.reach.get(&Reach::NoVoice), None, "there is something to hear");
    assert_eq!(heard(to), [("so".to_owned(), 1, 7, 1, 0, 6), ("tr".to_owned(), 2, 7, 0, 7, 0)]);
    school.has_voice_for_the_letter("tr").await;
    school
        .does(
            "insert into voice_failures (organisation_id, text_key, language, why, failed_at)
             select id, 'another text', 'tr', 'broken', 1 from organisations",
        )
        .await;
    let to = school.outreach(Untranslated::Hold, Audience::All).await;
    assert_eq!(heard(to)[1], ("tr".to_owned(), 2, 7, 1, 6, 0));
}

#[tokio::test]
async fn a_run_that_was_started_is_looked_at_as_things_stand_now() {
    let school = with_everybody().await;
    let mut run = school.new_run("home", &["Vlinders"], date(2026, 11, 30), 2).await;
    run.missing = Untranslated::Dutch;
    let id = school.starts_run(&run).await;
    let run = school.run(id).await;
    let now = school.calendar.now();
    let mut read = school.store.read().await.unwrap();
    let to = rhythm::outreach_now(&mut read, &school.organisation, &run, now).await.unwrap();
    assert_eq!((to.families, to.reach[&Reach::InDutch], to.reach[&Reach::Paused]), (9, 1, 2));
    let lines = to.lines(&school.phrases, HomeLanguage::DUTCH);
    let told: Vec<String> = lines.iter().map(|line| without_marks(&line.plain())).collect();
    assert_eq!(
        told,
        [
            "Wel: 1 in de eigen taal · 1 in een tweede taal · 1 in het Nederlands",
            "Niet: 1 luistert, en er is nog geen stem · 2 op pauze · 1 onbereikbaar in de chat · \
             1 gestopt · 1 nog niet in de chat",
            "Ouders die luisteren: Somalisch 1 (nog geen stem)",
        ]
    );
}
