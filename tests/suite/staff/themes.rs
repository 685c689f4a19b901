//! An educator starts, pauses, moves and ends a theme in the chat, marks a book as read, and ticks
//! off materials.

use jiff::civil::{date, datetime};
use thuispost::language::Args;
use thuispost::roster::Role;

use super::{hears, said, toast};
use crate::suite::school::School;

pub(super) const ALL: [&str; 8] = ["nl", "en", "fr", "es", "pl", "tr", "ar", "so"];

impl School {
    pub(super) async fn with_theme(languages: &[&str]) -> Self {
        let school = Self::with_staff().await;
        school.has_theme("wonen", &[("sokken", 0, 72), ("dozen", 0, 72)], languages).await;
        school
    }

    /// Eva of Vlinders starts the theme, in five taps from the menu.
    pub(super) async fn starts_in_chat(&self) {
        self.types("Eva", "menu").await;
        for press in ["w.s", "w.s.", "w.s."] {
            self.presses("Eva", press).await;
        }
        self.presses_what_ends("Eva", ".go").await;
    }

    /// Presses the newest button whose data ends so.
    pub(super) async fn presses_what_ends(&self, name: &str, end: &str) {
        let found = self.bubbles(name).into_iter().rev().find_map(|bubble| {
            let data = bubble.buttons.into_iter().flatten().filter_map(|button| button.data);
            data.into_iter().find(|it| it.ends_with(end)).map(|data| (bubble.message_id, data))
        });
        let (message, data) = found.unwrap_or_else(|| panic!("no {end}:\n{}", self.told(name)));
        self.sandbox.presses(self.id(name), message, &data).unwrap();
        self.settles().await;
    }

    pub(super) async fn has_the_bear(&self) {
        let (id, organisation) = (self.store.new_id(), self.organisation.id);
        for sql in [
            format!(
                "insert into programmes (id, organisation_id, slug, name, publisher, rights, imported_at)
                 values ({id}, {organisation}, 'boeken', 'Boeken', 'Wij', 'MIT', 0)"
            ),
            format!(
                "insert into picture_books (id, programme_id, slug, position, title, months_from, months_to, link)
                 values ({id}, {id}, 'beer', 1, 'Beer', 0, 72, 'https://example.org/beer')"
            ),
            format!(
                "insert into picture_book_texts (book_id, language, title, about, questions, quality)
                 values ({id}, 'ar', 'دب', 'كتاب', 'أين الدب؟', 'human'), ({id}, 'nl', 'Beer', 'Een boek', 'Waar is beer?', 'human')"
            ),
        ] {
            self.does(&sql).await;
        }
    }
}

fn about() -> Args {
    Args::new().text("title", "wonen (nl)").text("groups", "De Regenboog/Vlinders")
}

#[tokio::test]
async fn a_theme_begins_in_five_taps_with_the_plan_and_its_gaps_before_the_last() {
    let mut school = School::with_theme(&["nl", "ar"]).await;
    school.joins("Fatima").await;
    school.joins("Piotr").await;
    school.starts_in_chat().await;
    let plan = school.bubbles("Eva").into_iter().rev().nth(1).unwrap().text;
    let head = Args::new()
        .text("title", "wonen (nl)")
        .text("groups", "Vlinders")
        .number("families", 2)
        .number("reached", 1);
    assert!(plan.starts_with(&said(&school, "staff-plan", &head)), "{plan}");
    assert_eq!(plan.matches("Week ").count(), 4, "{plan}");
    let gap = Args::new().text("language", "Pools").number("families", 1);
    assert!(plan.contains(&said(&school, "staff-plan-gap", &gap)), "{plan}");
    assert!(plan.contains(&said(&school, "staff-plan-not-introduced", &Args::new())), "{plan}");
    let started = Args::new().text("title", "wonen (nl)").text("groups", "Vlinders");
    let waits = said(&school, "staff-plan-gap-hold", &gap);
    let started = format!("{}\n\n{waits}", said(&school, "staff-theme-started", &started));
    assert_eq!(school.last("Eva").text, started);
    assert_eq!(school.counts("select count(*) from theme_runs").await, 1);
    assert_eq!(school.reads("select created_by from theme_runs").await, ["Eva"]);
    school.turns_to(datetime(2026, 11, 24, 17, 1, 0, 0)).await;
    assert!(school.told("Fatima").contains("letter of wonen"), "{}", school.told("Fatima"));
    assert!(!school.told("Piotr").contains("wonen"), "{}", school.told("Piotr"));
}

#[tokio::test]
async fn the_last_tap_pressed_twice_starts_one_theme_and_undo_stops_it() {
    let school = School::with_theme(&ALL).await;
    school.starts_in_chat().await;
    let plan = school.bubbles("Eva").into_iter().rev().nth(1).unwrap();
    let data = plan.buttons[0][0].data.clone().unwrap();
    school.sandbox.presses(school.id("Eva"), plan.message_id, &data).unwrap();
    school.settles().await;
    let args = Args::new().text("title", "wonen (nl)").text("groups", "Vlinders");
    hears(&school, "Eva", "staff-theme-runs", &args);
    assert_eq!(school.counts("select count(*) from theme_runs").await, 1);
    school.presses("Eva", "w.u.").await;
    hears(&school, "Eva", "staff-undone", &Args::new());
    assert_eq!(school.counts("select count(*) from theme_runs where stopped_at is null").await, 0);
}

#[tokio::test]
async fn a_theme_is_paused_goes_on_is_moved_and_ends_each_step_to_be_undone() {
    let school = School::with_theme(&ALL).await;
    school.starts_in_chat().await;
    let first = "select cast(min(send_at) as text) from run_slots where state = 'planned'";
    let begins: i64 = school.reads(first).await[0].parse().unwrap();
    let run = "w.t.";
    let opens = async |act: &str| {
        school.types("Eva", "menu").await;
        school.presses("Eva", "w.t").await;
        school.presses("Eva", run).await;
        let (message, data) = school.button("Eva", run);
        let data = format!("{}.{act}", data.trim_start_matches(run).split('.').next().unwrap());
        school.sandbox.presses(school.id("Eva"), message, &format!("{run}{data}")).unwrap();
        school.settles().await;
    };
    let paused = "select count(*) from theme_runs where paused_at is not null";
    opens("pause").await;
    hears(&school, "Eva", "staff-theme-pause-done", &about());
    assert_eq!(school.counts(paused).await, 1);
    opens("pause").await;
    let otherwise = said(&school, "staff-theme-stands-otherwise", &Args::new());
    assert_eq!(toast(&school, "Eva").await, otherwise, "pressed twice is one pause");
    school.presses("Eva", "w.u.").await;
    assert_eq!(school.counts(paused).await, 0);
    opens("pause").await;
    opens("resume").await;
    hears(&school, "Eva", "staff-theme-resume-done", &about());
    school.presses("Eva", "w.u.").await;
    assert_eq!(school.counts(paused).await, 1);
    opens("resume").await;
    opens("move").await;
    school.presses_what_ends("Eva", ".to.2026-12-01").await;
    assert!(school.last("Eva").text.contains("di 24 nov"), "{}", school.told("Eva"));
    let week = 7 * 24 * 3_600_000;
    assert_eq!(school.reads(first).await[0].parse::<i64>().unwrap(), begins + week);
    school.presses("Eva", "w.u.").await;
    assert_eq!(school.reads(first).await[0].parse::<i64>().unwrap(), begins);
    opens("stop").await;
    hears(&school, "Eva", "staff-theme-end-question", &about());
    assert_eq!(school.counts("select count(*) from theme_runs where stopped_at is null").await, 1);
    school.presses("Eva", "w.t.").await;
    hears(&school, "Eva", "staff-theme-end-done", &about());
    assert_eq!(school.counts("select count(*) from theme_runs where stopped_at is null").await, 0);
    opens_nothing(&school).await;
}

/// What was stopped is no theme of mine any more.
async fn opens_nothing(school: &School) {
    school.types("Eva", "menu").await;
    school.presses("Eva", "w.t").await;
    hears(school, "Eva", "staff-themes", &Args::new().number("count", 0));
}

#[tokio::test]
async fn nobody_changes_a_theme_of_other_groups_or_one_that_is_shared_with_them() {
    let school = School::with_theme(&ALL).await;
    let alone = school.starts("wonen", &["Bijen"], date(2026, 11, 30), 4).await;
    let message = school.last("Eva").message_id;
    let not_mine = said(&school, "staff-not-mine", &Args::new());
    for act in ["", ".pause", ".resume", ".move", ".to.2026-12-08", ".told", ".stop", ".end"] {
        school.sandbox.presses(school.id("Eva"), message, &format!("w.t.{alone}{act}")).unwrap();
        school.settles().await;
        assert_eq!(toast(&school, "Eva").await, not_mine);
    }
    school.presses("Eva", "w.t").await;
    hears(&school, "Eva", "staff-themes", &Args::new().number("count", 0));
    let group =
        school.reads("select cast(id as text) from groups where name = 'Bijen'").await.remove(0);
    let theme = school.reads("select cast(id as text) from themes").await.remove(0);
    let start = format!("w.s.{theme}.{group}.2027-01-04.go");
    school.sandbox.presses(school.id("Eva"), message, &start).unwrap();
    school.settles().await;
    assert_eq!(toast(&school, "Eva").await, not_mine);
    assert_eq!(school.counts("select count(*) from theme_runs").await, 1);

    school.has_theme("eten", &[("proeven", 0, 72)], &ALL).await;
    let both = school.starts("eten", &["Vlinders", "Bijen"], date(2026, 11, 30), 4).await;
    let press = format!("w.t.{both}.pause");
    school.sandbox.presses(school.id("Eva"), message, &press).unwrap();
    school.settles().await;
    let shared = Args::new()
        .text("title", "eten (nl)")
        .text("groups", "De Regenboog/Bijen, De Regenboog/Vlinders");
    hears(&school, "Eva", "staff-theme-shared", &shared);
    let changed =
        "select count(*) from theme_runs where paused_at is not null or stopped_at is not null";
    assert_eq!(school.counts(changed).await, 0);
}

#[tokio::test]
async fn who_was_moved_undoes_nothing_there_any_more() {
    let school = School::with_theme(&ALL).await;
    school.starts_in_chat().await;
    school
        .does(
            "update staff_groups set group_id = (select id from groups where name = 'Bijen')
             where staff_id = (select id from staff_members where name = 'Eva')",
        )
        .await;
    school.presses("Eva", "w.u.").await;
    hears(&school, "Eva", "staff-undo-not", &Args::new());
    assert_eq!(school.counts("select count(*) from theme_runs where stopped_at is null").await, 1);
}

#[tokio::test]
async fn who_has_several_groups_chooses_one_or_all_of_them() {
    let mut school = School::with_theme(&ALL).await;
    school.employs("Kim", Role::Coach, &["De Regenboog"]).await;
    school.opens_work("Kim").await;
    school.presses("Kim", "w.s").await;
    school.presses("Kim", "w.s.").await;
    let groups = school.last("Kim").buttons;
    let labels: Vec<&str> = groups.iter().map(|row| row[0].label.as_str()).collect();
    assert_eq!(labels, ["Al mijn groepen", "De Regenboog/Bijen", "De Regenboog/Vlinders"]);
    for _ in 0..3 {
        let (message, data) = (school.last("Kim").message_id, first_button(&school, "Kim"));
        school.sandbox.presses(school.id("Kim"), message, &data).unwrap();
        school.settles().await;
    }
    let args = Args::new().text("title", "wonen (nl)").text("groups", "Bijen, Vlinders");
    hears(&school, "Kim", "staff-theme-started", &args);
    assert_eq!(school.counts("select count(*) from theme_run_groups").await, 2);
}

fn first_button(school: &School, name: &str) -> String {
    school.last(name).buttons[0][0].data.clone().unwrap()
}

#[tokio::test]
async fn a_book_that_was_read_is_announced_to_the_group_once_and_can_be_taken_back() {
    let mut school = School::with_theme(&ALL).await;
    school.has_the_bear().await;
    school.joins("Fatima").await;
    school.joins("Anna").await;
    for _ in 0..2 {
        school.types("Eva", "menu").await;
        school.presses("Eva", "w.b").await;
        school.presses("Eva", "w.b.").await;
    }
    let args = Args::new().text("title", "Beer").text("group", "Vlinders");
    hears(&school, "Eva", "staff-book-read-before", &args);
    assert!(school.told("Eva").contains(&said(&school, "staff-book-read", &args)));
    assert_eq!(school.reads("select released_by from picture_book_releases").await, ["Eva"]);
    assert!(school.told("Fatima").contains("دب"), "{}", school.told("Fatima"));
    assert!(!school.told("Anna").contains("Beer"), "another group has not read it");
    school.presses("Eva", "w.u.").await;
    hears(&school, "Eva", "staff-undone-book", &Args::new());
    assert_eq!(school.counts("select count(*) from picture_book_releases").await, 0);
    let group =
        school.reads("select cast(id as text) from groups where name = 'Bijen'").await.remove(0);
    let book = school.reads("select cast(id as text) from picture_books").await.remove(0);
    let message = school.last("Eva").message_id;
    school.sandbox.presses(school.id("Eva"), message, &format!("w.b.{book}.{group}")).unwrap();
    school.settles().await;
    assert_eq!(toast(&school, "Eva").await, said(&school, "staff-not-mine", &Args::new()));
    assert_eq!(school.counts("select count(*) from picture_book_releases").await, 0);
}

#[tokio::test]
async fn materials_are_ticked_off_by_family_and_a_second_tap_takes_the_tick_away() {
    let school = School::with_theme(&ALL).await;
    school.does("update activities set materials = 1 where slug = 'dozen'").await;
    school.presses("Eva", "w.t").await;
    school.presses("Eva", "w.n").await;
    hears(&school, "Eva", "staff-no-materials", &Args::new());
    school.starts_in_chat().await;
    school.types("Eva", "menu").await;
    for press in ["w.t", "w.n", "w.n."] {
        school.presses("Eva", press).await;
    }
    let args = Args::new().text("title", "dozen (nl)").number("families", 2);
    hears(&school, "Eva", "staff-materials", &args);
    let labels = |school: &School| -> Vec<String> {
        school.last("Eva").buttons.into_iter().flatten().map(|button| button.label).collect()
    };
    let isolated = |name: &str| format!("\u{2068}{name}\u{2069} · Vlinders");
    assert_eq!(labels(&school), [isolated("Samira"), isolated("Zosia")]);
    let (message, data) = (school.last("Eva").message_id, first_button(&school, "Eva"));
    for (ticks, has) in [(1, true), (0, false), (1, true)] {
        school.sandbox.presses(school.id("Eva"), message, &data).unwrap();
        school.settles().await;
        assert_eq!(school.counts("select count(*) from materials_given").await, ticks);
        let id = school.id("Eva");
        let shown = school.sandbox.wait_until(crate::suite::school::PATIENCE, |world| {
            let phone = world.phone(id).unwrap();
            let last = phone.messages.iter().rfind(|bubble| bubble.from_bot).unwrap();
            last.buttons[0][0].label.contains('✓') == has
        });
        assert!(shown.await, "{}", school.told("Eva"));
    }
    let theirs = data.rsplit_once('.').unwrap().0.to_owned();
    let daan =
        school.reads("select cast(family_id as text) from children where name = 'Daan'").await;
    school.sandbox.presses(school.id("Eva"), message, &format!("{theirs}.{}", daan[0])).unwrap();
    school.settles().await;
    assert_eq!(school.counts("select count(*) from materials_given").await, 1);
    school.sandbox.presses(school.id("Bas"), school.last("Bas").message_id, &data).unwrap();
    school.settles().await;
    assert_eq!(toast(&school, "Bas").await, said(&school, "staff-not-mine", &Args::new()));
    assert_eq!(school.counts("select count(*) from materials_given").await, 1);
}
