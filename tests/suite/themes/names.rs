//! Which children a message names, and how much of it is shown when it is about several.

use jiff::civil::{date, datetime};
use thuispost::rhythm::Audience;

use super::row;
use crate::suite::school::School;

const BOTH: [super::Made; 2] = [("socks", 0, 36), ("soup", 36, 100)];

impl School {
    /// Samira is two and Adam is four; nothing fits both.
    async fn of_samira_and_adam(tag: &str) -> Self {
        let rows = [row("G1", "Samira", "Ouder", tag), row("G1", "Adam", "Ouder", tag)];
        let mut school = Self::opens(&rows.join("\n")).await;
        school.has_theme("home", &BOTH, &["nl", tag]).await;
        school.does("update children set born = '2024-11' where name = 'Samira'").await;
        school.does("update children set born = '2022-11' where name = 'Adam'").await;
        school.joins("Ouder").await;
        school
    }

    /// What came since then.
    fn since(&self, before: usize) -> Vec<thuispost::sandbox::Bubble> {
        self.bubbles("Ouder").split_off(before)
    }
}

#[tokio::test]
async fn a_theme_for_ve_families_names_the_children_of_the_theme_only_from_letter_to_closing() {
    let school = School::of_samira_and_adam("nl").await;
    school.does("update children set ve = 1 where name = 'Samira'").await;
    let before = school.bubbles("Ouder").len();
    let mut run = school.new_run("home", &["Vlinders"], date(2026, 11, 23), 1).await;
    run.audience = Audience::Ve;
    school.starts_run(&run).await;
    for (day, hour) in [(24, 17), (26, 17), (27, 17), (28, 10)] {
        school.turns_to(datetime(2026, 11, day, hour, 0, 0, 0)).await;
    }
    let came = school.since(before);
    assert_eq!(came.len(), 4, "{}", school.told("Ouder"));
    for bubble in came {
        assert!(bubble.text.contains("Samira") && !bubble.text.contains("Adam"), "{}", bubble.text);
    }
}

#[tokio::test]
async fn a_child_that_has_left_the_group_is_named_no_more() {
    let school = School::of_samira_and_adam("nl").await;
    school.does("update children set leaves = '2026-11-20' where name = 'Adam'").await;
    let before = school.bubbles("Ouder").len();
    let folder = school.writes_letter("luizen", "", &[("nl", "# Luizen\n\nKijk goed.\n")]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    let text = &school.since(before)[0].text;
    assert!(text.contains("Samira") && !text.contains("Adam"), "{text}");
}

#[tokio::test]
async fn a_book_names_the_children_of_its_age() {
    let school = School::of_samira_and_adam("nl").await;
    let before = school.bubbles("Ouder").len();
    school.has_book("bear", 0, 36).await;
    school.reads_book("bear", "Vlinders").await;
    school.settles().await;
    let text = &school.since(before)[0].text;
    assert!(text.contains("Samira") && !text.contains("Adam"), "{text}");
}

#[tokio::test]
async fn a_long_message_for_two_children_shows_both_heads_and_keeps_the_rest_behind_read_more() {
    let school = School::of_samira_and_adam("nl").await;
    let long = "Dit is een stap die je samen doet. ".repeat(12);
    school.does(&format!("update activity_texts set steps = '{long}'")).await;
    school.starts("home", &["Vlinders"], date(2026, 11, 23), 1).await;
    school.turns_to(datetime(2026, 11, 24, 17, 0, 0, 0)).await;
    let before = school.bubbles("Ouder").len();
    school.turns_to(datetime(2026, 11, 26, 17, 0, 0, 0)).await;
    let came = school.since(before);
    assert_eq!(came.len(), 1, "{}", school.told("Ouder"));
    let shown = &came[0].text;
    assert!(shown.contains("Samira") && shown.contains("Adam"), "{shown}");
    // The heads come on top, as over any message.
    assert!(shown.chars().count() <= 600 + 100, "{}: {shown}", shown.chars().count());
    let buttons: Vec<_> = came[0].buttons.iter().flatten().collect();
    assert_eq!(buttons.len(), 2, "{}", school.told("Ouder"));
    let before = school.bubbles("Ouder").len();
    school.presses("Ouder", "lm.").await;
    let rest = school.since(before);
    assert_eq!(rest.len(), 1, "{}", school.told("Ouder"));
    assert_eq!(rest[0].text.matches("Dit is een stap").count(), 12, "{}", rest[0].text);
    assert!(rest[0].text.contains("de sok"), "the words are not lost: {}", rest[0].text);
    let last = rest[0].buttons.iter().flatten().next().unwrap();
    assert!(last.data.as_ref().unwrap().starts_with("le."), "there one may ask for an explanation");
    assert_eq!(shown.matches("Dit is een stap").count(), 12);
}

#[tokio::test]
async fn a_language_that_comes_late_brings_letter_and_activity_in_one_message_that_asks_about_one()
{
    let school = School::of_samira_and_adam("tr").await;
    school.does("update carers set language = 'so'").await;
    school.does("update children set born = '2024-11'").await;
    school.starts("home", &["Vlinders"], date(2026, 11, 23), 1).await;
    for (day, hour) in [(24, 17), (26, 17)] {
        school.turns_to(datetime(2026, 11, day, hour, 0, 0, 0)).await;
    }
    let before = school.bubbles("Ouder").len();
    school.writes_theme("home", &["so"]).await;
    let rules = (&school.settings.theme, school.settings.quiet_hours);
    let (store, phrases, now) = (&school.store, &school.phrases, school.calendar.now());
    thuispost::rhythm::release_translated(store, phrases, rules, now).await.unwrap();
    school.turns_to(datetime(2026, 11, 26, 17, 5, 0, 0)).await;
    let came = school.since(before);
    assert_eq!(came.len(), 1, "{}", school.told("Ouder"));
    let text = &came[0].text;
    assert!(text.find("do socks") < text.find("letter of home"), "{text}");
    assert!(text.contains("letter of home <so>"), "{text}");
    school.turns_to(datetime(2026, 11, 27, 17, 10, 0, 0)).await;
    let asked = school.last("Ouder").text;
    assert!(asked.contains("socks (so)") && !asked.contains("home (so)"), "{asked}");
    school.presses("Ouder", "cn.").await;
    school.presses("Ouder", "b.ask.").await;
    school.presses("Ouder", "b.too_hard.").await;
    assert!(school.last("Ouder").text.contains("easier socks"), "{}", school.told("Ouder"));
}
