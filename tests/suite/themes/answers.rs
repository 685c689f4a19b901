//! What follows on "did it work?" about an activity, and the messages as they stand on the phone in each
//! language.

use jiff::civil::{date, datetime};

use super::row;
use crate::suite::school::School;

const ALL: [super::Made; 3] = [("socks", 0, 36), ("soup", 36, 100), ("song", 0, 100)];

impl School {
    /// Two children of different ages, the theme in two languages, and the question came on Friday.
    async fn asked_about_two(tag: &str) -> Self {
        let rows = [row("G1", "Samira", "Ouder", tag), row("G1", "Adam", "Ouder", tag)];
        let mut school = Self::opens(&rows.join("\n")).await;
        // Nothing fits both.
        school.has_theme("home", &ALL[..2], &["nl", tag]).await;
        school.does("update children set born = '2024-11' where name = 'Samira'").await;
        school.does("update children set born = '2022-11' where name = 'Adam'").await;
        school.joins("Ouder").await;
        school.starts("home", &["Vlinders"], date(2026, 11, 23), 2).await;
        for (day, hour) in [(24, 17), (26, 17), (27, 17)] {
            school.turns_to(datetime(2026, 11, day, hour, 0, 0, 0)).await;
        }
        school
    }

    async fn answer(&self) -> Vec<String> {
        self.reads("select coalesce(answer, '-') || ' ' || coalesce(barrier, '-') from check_ins")
            .await
    }

    async fn levels(&self) -> Vec<String> {
        self.reads(
            "select ch.name || ' ' || l.level from child_levels l join children ch on ch.id = l.child_id
             order by ch.name",
        )
        .await
    }
}

async fn tell(tag: &str) {
    let school = School::asked_about_two(tag).await;
    school.presses("Ouder", "cn.").await;
    school.presses("Ouder", "b.ask.").await;
    school.presses("Ouder", "b.too_easy.").await;
    for barrier in ["no_time", "no_materials", "child_did_not_want", "too_hard"] {
        school.presses("Ouder", &format!("b.{barrier}.")).await;
    }
    school.presses("Ouder", "cb.").await;
    school.presses("Ouder", "cw.").await;
    school.turns_to(datetime(2026, 11, 28, 10, 0, 0, 0)).await;
    let told = school.told("Ouder").replace(['\u{2068}', '\u{2069}'], "");
    let head = format!("home ({tag})");
    let (_, week) = told.split_once(&head).unwrap();
    insta::assert_snapshot!(format!("theme_{tag}"), format!("{head}{week}"));
}

#[tokio::test]
async fn the_week_of_two_children_in_dutch() {
    tell("nl").await;
}

#[tokio::test]
async fn the_week_of_two_children_in_english() {
    tell("en").await;
}

#[tokio::test]
async fn the_week_of_two_children_in_french() {
    tell("fr").await;
}

#[tokio::test]
async fn the_week_of_two_children_in_spanish() {
    tell("es").await;
}

#[tokio::test]
async fn the_week_of_two_children_in_polish() {
    tell("pl").await;
}

#[tokio::test]
async fn the_week_of_two_children_in_turkish() {
    tell("tr").await;
}

#[tokio::test]
async fn the_week_of_two_children_in_arabic() {
    tell("ar").await;
}

#[tokio::test]
async fn the_week_of_two_children_in_somali() {
    tell("so").await;
}

#[tokio::test]
async fn too_hard_lowers_every_child_that_the_message_was_about_and_twice_is_once() {
    let school = School::asked_about_two("tr").await;
    school.presses("Ouder", "cn.").await;
    school.presses("Ouder", "b.ask.").await;
    school.presses("Ouder", "b.too_hard.").await;
    assert_eq!(school.levels().await, ["Adam easier", "Samira easier"]);
    school.presses("Ouder", "b.too_hard.").await;
    assert_eq!(school.levels().await, ["Adam easier", "Samira easier"]);
    school.presses("Ouder", "b.too_easy.").await;
    assert_eq!(school.levels().await, ["Adam harder", "Samira harder"], "a changed mind counts");
}

#[tokio::test]
async fn too_hard_about_a_child_with_two_themes_in_one_message_lowers_its_level_once() {
    let mut school = School::opens(&row("G1", "Samira", "Ouder", "nl")).await;
    school.has_theme("home", &[("socks", 0, 100)], &["nl"]).await;
    school.has_theme("street", &[("shop", 0, 100)], &["nl"]).await;
    school.joins("Ouder").await;
    for theme in ["home", "street"] {
        school.starts(theme, &["Vlinders"], date(2026, 11, 23), 2).await;
    }
    for (day, hour) in [(24, 17), (26, 17), (27, 17)] {
        school.turns_to(datetime(2026, 11, day, hour, 0, 0, 0)).await;
    }
    for press in ["cn.", "b.ask.", "b.too_hard."] {
        school.presses("Ouder", press).await;
    }
    assert_eq!(school.levels().await, ["Samira easier"]);
}

#[tokio::test]
async fn a_photo_says_that_it_worked_and_is_not_kept_and_the_next_one_is_a_photo() {
    let school = School::asked_about_two("nl").await;
    school.sandbox.sends_photo(school.id("Ouder"), None).unwrap();
    school.settles().await;
    assert_eq!(school.answer().await, ["worked -"]);
    assert!(school.last("Ouder").text.contains("het is gelukt"));
    school.sandbox.sends_photo(school.id("Ouder"), None).unwrap();
    school.settles().await;
    assert!(school.last("Ouder").text.contains("Foto’s bewaren we niet. Schrijf"));
    assert_eq!(school.counts("select count(*) from questions").await, 0);
}

#[tokio::test]
async fn a_voice_message_counts_too_and_otherwise_staff_hear_of_it() {
    let school = School::asked_about_two("nl").await;
    school.sandbox.sends_voice(school.id("Ouder")).unwrap();
    school.settles().await;
    assert_eq!(school.answer().await, ["worked -"]);
    assert_eq!(school.counts("select count(*) from questions").await, 0);
    school.sandbox.sends_voice(school.id("Ouder")).unwrap();
    school.settles().await;
    assert_eq!(school.counts("select count(*) from questions").await, 1);
}

#[tokio::test]
async fn a_word_answers_while_the_question_is_open_and_is_a_question_to_staff_otherwise() {
    let school = School::asked_about_two("tr").await;
    school.types("Ouder", "biraz").await;
    assert_eq!(school.answer().await, ["a_bit -"]);
    school.types("Ouder", "evet").await;
    assert_eq!(school.answer().await, ["a_bit -"], "nobody asked again");
    assert_eq!(school.counts("select count(*) from questions").await, 1);
    school.presses("Ouder", "cw.").await;
    assert_eq!(school.answer().await, ["worked -"]);
    let mut read = school.store.read().await.unwrap();
    let all =
        (thuispost::clock::Moment::from_millis(0), thuispost::clock::Moment::from_millis(i64::MAX));
    let went = thuispost::rhythm::went(&mut read, school.organisation.id, all).await.unwrap();
    let told: Vec<_> =
        went.iter().map(|it| (it.title.as_str(), it.offered, it.answered, it.worked)).collect();
    assert_eq!(told, [("socks (nl)", 1, 1, 1), ("soup (nl)", 1, 1, 1)], "a bundle counts for both");
}

#[tokio::test]
async fn a_carer_is_asked_at_most_twice_a_week() {
    let mut school = School::opens(&row("G1", "Samira", "Ouder", "nl")).await;
    school.joins("Ouder").await;
    for label in ["een", "twee", "drie"] {
        let folder = school.writes_letter(label, "check_in = true", &[("nl", "# Brief\n\nDag.\n")]);
        school.sends(&folder, &["Vlinders"], None).await.unwrap();
    }
    school.turns_to(datetime(2026, 11, 24, 9, 30, 0, 0)).await;
    assert_eq!(school.counts("select count(*) from check_ins").await, 2);
    school.turns_to(datetime(2026, 11, 30, 9, 30, 0, 0)).await;
    assert_eq!(school.counts("select count(*) from check_ins").await, 3);
}

#[tokio::test]
async fn staff_read_the_title_of_what_a_parent_asks_about() {
    let school = School::asked_about_two("ar").await;
    school.presses("Ouder", "le.").await;
    let mut read = school.store.read().await.unwrap();
    let asked = thuispost::inbox::list(&mut read, school.organisation.id, false).await.unwrap();
    let about: Vec<_> = asked.iter().filter_map(|question| question.letter.clone()).collect();
    let titles = school
        .reads("select distinct title from mailing_texts where language = 'nl' and part = 0")
        .await;
    assert!(!about.is_empty() && about.iter().all(|name| titles.contains(name)), "{about:?}");
    let letters = thuispost::mailing::list(&mut read, school.organisation.id).await.unwrap();
    assert!(letters.iter().all(|letter| titles.contains(&letter.label)), "{letters:?}");
}
