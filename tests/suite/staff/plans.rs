//! What staff see before a theme starts and choose there, what moving it brings, and what a slip leaves.

use jiff::civil::{date, datetime};
use thuispost::language::Args;
use thuispost::rhythm;

use super::themes::ALL;
use super::{hears, said, toast};
use crate::suite::school::School;

impl School {
    /// Eva looks at the plan of the theme, in four taps from the menu.
    async fn plans_in_chat(&self) {
        self.types("Eva", "menu").await;
        for press in ["w.s", "w.s.", "w.s."] {
            self.presses("Eva", press).await;
        }
    }

    /// The labels under the newest message.
    fn labels(&self, name: &str) -> Vec<String> {
        self.last(name).buttons.into_iter().flatten().map(|button| button.label).collect()
    }

    /// Eva opens her theme.
    async fn opens_theme(&self) {
        self.types("Eva", "menu").await;
        self.presses("Eva", "w.t").await;
        self.presses("Eva", "w.t.").await;
    }
}

fn about() -> Args {
    Args::new().text("title", "wonen (nl)").text("groups", "Vlinders")
}

#[tokio::test]
async fn the_plan_says_who_gets_it_in_which_way_and_why_others_do_not() {
    let mut school = School::with_theme(&["nl", "ar"]).await;
    school.joins("Fatima").await;
    school.joins("Piotr").await;
    school.does("update carers set reading = 'both' where name = 'Fatima'").await;
    school.plans_in_chat().await;
    let plan = thuispost::language::without_marks(&school.last("Eva").text);
    for line in [
        "Bereikt: 1 van 2 gezinnen.",
        "Wel: 1 in de eigen taal",
        "Niet: 1 zonder tekst in hun taal",
        "Ouders die luisteren: Arabisch 1 (nog geen stem)",
        "Pools ontbreekt: 1 gezin",
    ] {
        assert!(plan.lines().any(|it| it == line), "{line:?} in\n{plan}");
    }
    let labels = [
        "Eerst laten vertalen",
        "Start met Nederlands",
        "Start, zij wachten",
        "☐ Ouders kregen uitleg",
        "Nu niet",
    ];
    assert_eq!(school.labels("Eva"), labels);
}

#[tokio::test]
async fn where_a_language_is_missing_staff_translate_first_or_send_dutch_that_says_so() {
    let mut school = School::with_theme(&["nl", "ar"]).await;
    school.joins("Piotr").await;
    school.plans_in_chat().await;
    school.presses_what_ends("Eva", ".tr").await;
    let gap = Args::new().text("language", "Pools").number("families", 1);
    let first = said(&school, "staff-translate-first", &about());
    let expected = format!("{first}\n\n{}", said(&school, "staff-plan-gap", &gap));
    assert_eq!(school.last("Eva").text, expected);
    assert_eq!(school.counts("select count(*) from theme_runs").await, 0);
    school.presses("Eva", "w.s.").await;
    assert!(school.last("Eva").text.contains("Week "), "{}", school.told("Eva"));
    school.presses_what_ends("Eva", ".nl").await;
    let started = said(&school, "staff-theme-started", &about());
    let expected = format!("{started}\n\n{}", said(&school, "staff-plan-gap-dutch", &gap));
    assert_eq!(school.last("Eva").text, expected);
    assert_eq!(school.reads("select missing from theme_runs").await, ["dutch"]);
    school.turns_to(datetime(2026, 11, 24, 17, 1, 0, 0)).await;
    let piotr = school.last("Piotr").text;
    let says_so = "Ten list jest na razie tylko po holendersku.";
    assert!(piotr.contains("letter of wonen <nl>") && piotr.contains(says_so), "{piotr}");
}

#[tokio::test]
async fn a_language_that_the_bot_does_not_speak_gets_no_line_and_staff_are_told() {
    let school = School::with_theme(&["nl", "ar"]).await;
    school.does("update carers set language = 'ti' where name = 'Piotr'").await;
    school.plans_in_chat().await;
    let plan = school.last("Eva").text;
    let no_line = Args::new().text("languages", "Tigrinya");
    assert!(plan.contains(&said(&school, "staff-plan-no-line", &no_line)), "{plan}");
}

#[tokio::test]
async fn that_parents_had_an_explanation_is_ticked_before_the_start_and_unticked_again() {
    let school = School::with_theme(&ALL).await;
    school.plans_in_chat().await;
    let label = |school: &School| school.labels("Eva").swap_remove(1);
    for mark in ["✓", "☐", "✓"] {
        let press = if mark == "✓" { ".ix" } else { ".x" };
        school.presses_what_ends("Eva", press).await;
        let id = school.id("Eva");
        let shown = school.sandbox.wait_until(crate::suite::school::PATIENCE, |world| {
            let last = world.phone(id).unwrap().messages.iter().rfind(|it| it.from_bot).unwrap();
            last.buttons[1][0].label.starts_with(mark)
        });
        assert!(shown.await, "{mark}: {}", label(&school));
    }
    school.presses_what_ends("Eva", ".igo").await;
    hears(&school, "Eva", "staff-theme-started", &about());
    assert_eq!(school.reads("select introduced_on from theme_runs").await, ["2026-11-23"]);
    school.opens_theme().await;
    assert!(!school.labels("Eva").iter().any(|it| it.contains("uitleg")));
}

#[tokio::test]
async fn that_parents_had_an_explanation_is_noted_later_and_can_be_taken_back() {
    let school = School::with_theme(&ALL).await;
    school.starts_in_chat().await;
    let noted = "select count(*) from theme_runs where introduced_on = '2026-11-23'";
    school.opens_theme().await;
    school.presses_what_ends("Eva", ".told").await;
    let full = about().text("groups", "De Regenboog/Vlinders");
    hears(&school, "Eva", "staff-theme-introduced", &full);
    assert_eq!(school.counts(noted).await, 1);
    school.presses_what_ends("Eva", ".told").await;
    let otherwise = said(&school, "staff-theme-stands-otherwise", &Args::new());
    assert_eq!(toast(&school, "Eva").await, otherwise);
    school.presses("Eva", "w.u.").await;
    hears(&school, "Eva", "staff-undone", &Args::new());
    assert_eq!(school.counts(noted).await, 0);
}

#[tokio::test]
async fn a_theme_is_moved_to_a_week_that_is_open_and_staff_see_what_changed() {
    let school = School::with_theme(&ALL).await;
    school.starts_in_chat().await;
    let mut write = school.store.write().await.unwrap();
    let closed = [(date(2026, 12, 7), date(2026, 12, 13)), (date(2026, 12, 28), date(2027, 1, 3))];
    for days in closed {
        rhythm::close_days(&mut write, school.organisation.id, days, "dicht").await.unwrap();
    }
    write.commit().await.unwrap();
    school.opens_theme().await;
    school.presses_what_ends("Eva", ".move").await;
    let args = about().text("groups", "De Regenboog/Vlinders").number("count", 12);
    let asked = args.text("from", "di 24 nov").text("to", "za 19 dec");
    hears(&school, "Eva", "staff-theme-move", &asked);
    let labels = ["di 1 dec", "di 15 dec", "di 22 dec", "Nu niet"];
    assert_eq!(school.labels("Eva"), labels, "this is its week, and one week is closed");
    school.presses_what_ends("Eva", ".to.2026-12-15").await;
    let args = about().text("groups", "De Regenboog/Vlinders").number("count", 12);
    let args = args.text("before", "di 24 nov").text("until", "za 19 dec");
    let moved =
        said(&school, "staff-theme-moved", &args.text("from", "di 15 dec").text("to", "za 9 jan"));
    let lost = said(&school, "staff-theme-moved-closed", &Args::new().number("closed", 3));
    assert_eq!(school.last("Eva").text, format!("{moved}\n\n{lost}"));
    let otherwise = said(&school, "staff-theme-stands-otherwise", &Args::new());
    school.presses_what_ends("Eva", ".to.2026-12-15").await;
    assert_eq!(toast(&school, "Eva").await, otherwise, "pressed twice is one move");
    school.presses("Eva", "w.u.").await;
    hears(&school, "Eva", "staff-undone", &Args::new());
    let first = "select cast(min(send_at) as text) from run_slots";
    let tuesday = datetime(2026, 11, 24, 17, 0, 0, 0);
    let tuesday = thuispost::clock::Moment::of_local(tuesday, &school.organisation.time_zone);
    assert_eq!(school.reads(first).await, [tuesday.millis().to_string()]);
}

#[tokio::test]
async fn a_pause_by_mistake_is_undone_and_what_is_over_by_then_is_told() {
    let school = School::with_theme(&ALL).await;
    school.starts_in_chat().await;
    for (hour, phrase, args) in [
        (12, "staff-undone-pause", Args::new()),
        (19, "staff-undone-pause-late", Args::new().number("lost", 1)),
    ] {
        school.opens_theme().await;
        school.presses_what_ends("Eva", ".pause").await;
        school.turns_to(datetime(2026, 11, 24, hour, 0, 0, 0)).await;
        school.presses("Eva", "w.u.").await;
        hears(&school, "Eva", phrase, &args);
    }
    assert_eq!(school.slots().await[0], "1 letter skipped paused_theme");
    assert_eq!(school.counts("select count(*) from theme_runs where paused_at is null").await, 1);
}

#[tokio::test]
async fn every_family_of_a_large_group_can_be_ticked() {
    let mut rows = vec![super::FAMILIES.to_owned()];
    let more = |number| {
        format!("De Regenboog,,Vlinders,H{number:02},,Kind {number:02},,,Ouder {number},nl,")
    };
    rows.extend((0..45).map(more));
    let mut school = School::opens(&rows.join("\n")).await;
    school.employs("Eva", thuispost::roster::Role::Educator, &["Vlinders"]).await;
    school.opens_work("Eva").await;
    school.has_theme("wonen", &[("sokken", 0, 72)], &ALL).await;
    school.does("update activities set materials = 1").await;
    school.starts("wonen", &["Vlinders"], date(2026, 11, 23), 4).await;
    for press in ["w.t", "w.n", "w.n."] {
        school.presses("Eva", press).await;
    }
    let mut seen = std::collections::BTreeSet::new();
    for page in 0..3 {
        let labels = school.labels("Eva");
        seen.extend(labels.iter().filter(|it| it.contains('·')).cloned());
        let expected = [(20, "Meer ›"), (20, "Meer ›"), (7, "‹ Terug")][page];
        assert_eq!(labels.iter().filter(|it| it.contains('·')).count(), expected.0);
        assert_eq!(labels.last().unwrap(), expected.1);
        if page < 2 {
            turns_page(&school, 20 * (page + 1)).await;
        }
    }
    assert_eq!(seen.len(), 47);
    // A tick on the last page leaves that page where it is.
    let (message, data) = (school.last("Eva").message_id, first_data(&school));
    school.sandbox.presses(school.id("Eva"), message, &data).unwrap();
    school.settles().await;
    assert_eq!(school.counts("select count(*) from materials_given").await, 1);
    let id = school.id("Eva");
    let shown = school.sandbox.wait_until(crate::suite::school::PATIENCE, |world| {
        let last = world.phone(id).unwrap().messages.iter().rfind(|it| it.from_bot).unwrap();
        last.buttons.len() == 8 && last.buttons[0][0].label.contains('✓')
    });
    assert!(shown.await, "{}", school.told("Eva"));
}

fn first_data(school: &School) -> String {
    school.last("Eva").buttons[0][0].data.clone().unwrap()
}

/// To the page from this place on, on the same message.
async fn turns_page(school: &School, from: usize) {
    let before = first_data(school);
    school.presses_what_ends("Eva", &format!(".p.{from}")).await;
    let id = school.id("Eva");
    let turned = school.sandbox.wait_until(crate::suite::school::PATIENCE, |world| {
        let last = world.phone(id).unwrap().messages.iter().rfind(|it| it.from_bot).unwrap();
        last.buttons[0][0].data.as_deref() != Some(&before)
    });
    assert!(turned.await, "{}", school.told("Eva"));
}
