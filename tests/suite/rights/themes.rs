//! A family that has lived through themes: letters and activities for two children, answers, help, a talk
//! at the door, staff who work in the chat.

use jiff::civil::{date, datetime};
use thuispost::mailing;
use thuispost::roster::Role;

use super::{ANNA, QAMAR, WORDS};
use crate::suite::school::School;

const BADRIYA: &str = "De Regenboog,,Kikkers,Ghadir,,Badriya,,,Zubaida,ar,nl";

/// Where something of the family must be found before it is erased, and under which name the export
/// tells of it: else the test would look past a table.
const KEPT: [(&str, &str); 22] = [
    ("bundles", "together"),
    ("carer_children", "children"),
    ("carers", "carer"),
    ("chats", "chat"),
    ("check_ins", "check_ins"),
    ("child_levels", "levels"),
    ("children", "children"),
    ("deliveries", "messages"),
    ("doubts", "doubtful"),
    ("families", "carer"),
    ("follow_ups", "spoken_to"),
    ("handed_over", "printed_letters"),
    ("invites", "invitations"),
    ("materials_given", "materials"),
    ("questions", "questions"),
    ("seen_by_staff", "seen_by_staff"),
    // Which question was brought to whom, and what staff did with it.
    ("staff_acts", "questions"),
    ("staff_question_messages", "questions"),
    ("steps", "activities"),
    ("understandings", "understood"),
    ("updates", "received"),
    ("week_messages", "weeks"),
];

impl School {
    /// After the full life, Zubaida's children live through the first week of a theme each.
    async fn with_a_life_of_themes() -> Self {
        let mut school = Self::with_a_full_life_of(&[QAMAR, BADRIYA, ANNA]).await;
        school.does("update carers set reading = 'both'").await;
        school.employs("Eva", Role::Educator, &["Vlinders", "Kikkers"]).await;
        school.opens_work("Eva").await;
        school.types("Zubaida", "derdezinnetje").await;
        school.replies("Eva", "derdezinnetje", "antwoordje van Eva").await;
        school.waits_a_minute().await;
        for (theme, activity, group) in
            [("home", "socks", "Vlinders"), ("outside", "leaves", "Kikkers")]
        {
            school.has_theme(theme, &[(activity, 0, 200)], &["nl", "ar"]).await;
            school.starts(theme, &[group], date(2026, 11, 30), 2).await;
        }
        school.does("update activities set materials = 1").await;
        for moment in [datetime(2026, 12, 1, 17, 0, 0, 0), datetime(2026, 12, 3, 17, 0, 0, 0)] {
            school.turns_to(moment).await;
        }
        school.turns_to(datetime(2026, 12, 4, 17, 10, 0, 0)).await;
        for press in ["cn.", "b.ask.", "b.too_hard."] {
            school.presses("Zubaida", press).await;
        }
        school.types("Zubaida", "/menu").await;
        school.presses("Zubaida", "m.help").await;
        // The next morning the list at the door is made.
        school.turns_to(datetime(2026, 12, 5, 9, 0, 0, 0)).await;
        school.staff_see_the_family().await;
        school
    }

    /// Eva gives materials, speaks to the family, and hands over a letter on paper.
    async fn staff_see_the_family(&self) {
        let family = self.family("Ghadir").await;
        let activity = "select cast(id as text) from activities where slug = 'socks'";
        let activity = self.reads(activity).await.remove(0);
        self.says_at_work("w.t").await;
        self.presses("Eva", "w.n").await;
        self.presses("Eva", &format!("w.n.{activity}")).await;
        self.presses("Eva", &format!("w.n.{activity}.{family}")).await;
        self.says_at_work("w.d").await;
        let open =
            "select cast(u.id as text) from follow_ups u join families f on f.id = u.family_id
                    where f.name = 'Ghadir' and u.closed_at is null";
        let open = self.reads(open).await;
        assert!(!open.is_empty(), "{}", self.told("Eva"));
        self.presses("Eva", &format!("w.d.{}.seen_doing_it", open[0])).await;
        let letter = "select cast(id as text) from mailings where label = 'beer'";
        let letter = self.reads(letter).await[0].parse().unwrap();
        let mut write = self.store.write().await.unwrap();
        mailing::hand_over(&mut write, letter, family, self.calendar.now()).await.unwrap();
        write.commit().await.unwrap();
    }

    async fn says_at_work(&self, press: &str) {
        self.types("Eva", "menu").await;
        self.presses("Eva", press).await;
    }

    /// Every number by which something of the family is known.
    async fn numbers_of_the_family(&self) -> Vec<String> {
        let mut numbers = vec![self.id("Zubaida").chat().to_string()];
        let of = |what: &str| {
            format!(
                "select cast({what} as text) from families f join carers c on c.family_id = f.id
                 left join children ch on ch.family_id = f.id left join questions q on q.carer_id = c.id
                 left join follow_ups u on u.family_id = f.id where f.name = 'Ghadir' and {what} is not null"
            )
        };
        for what in ["f.id", "c.id", "ch.id", "q.id", "u.id"] {
            let found = self.reads(&of(what)).await;
            assert!(!found.is_empty(), "{what}");
            numbers.extend(found);
        }
        numbers.sort();
        numbers.dedup();
        numbers
    }

    /// In which tables one of these words stands.
    async fn tables_with(&self, words: &[String]) -> Vec<String> {
        let all = self.everything().await.into_iter();
        let has = |cell: &String| words.iter().any(|word| cell.contains(word.as_str()));
        all.filter(|(_, cells)| cells.iter().any(has)).map(|(table, _)| table).collect()
    }
}

#[tokio::test]
async fn a_family_erased_after_a_theme_leaves_no_trace_in_any_table() {
    let school = School::with_a_life_of_themes().await;
    let numbers = school.numbers_of_the_family().await;
    let family = school.family("Ghadir").await.to_string();
    let anna = format!("{:?}", school.exports(school.carer("Anna").await).await);
    let kept: Vec<&str> = KEPT.iter().map(|(table, _)| *table).collect();
    assert_eq!(school.tables_with(&numbers).await, kept);

    school.erases("Ghadir").await;
    // That it was erased is noted under its number, which stands for nobody any more.
    let others: Vec<String> = numbers.into_iter().filter(|it| *it != family).collect();
    assert_eq!(school.tables_with(&others).await, Vec::<String>::new());
    assert_eq!(school.tables_with(&[family]).await, ["audit_log", "erasures"]);
    let words = WORDS.iter().filter(|word| **word != "kwetsbaarzinnetje");
    let mut words: Vec<String> = words.map(|word| (*word).to_owned()).collect();
    words.extend(["Badriya", "derdezinnetje"].map(str::to_owned));
    assert_eq!(school.tables_with(&words).await, Vec::<String>::new());
    let still = format!("{:?}", school.exports(school.carer("Anna").await).await);
    assert_eq!(still, anna, "the other family is untouched");
}

#[tokio::test]
async fn the_export_has_a_page_for_every_table_that_holds_something_about_the_family() {
    let school = School::with_a_life_of_themes().await;
    let export = school.exports(school.carer("Zubaida").await).await.unwrap();
    for (table, page) in KEPT {
        let rows = export.tables.iter().find(|(name, _)| *name == page).map(|(_, rows)| rows);
        assert!(rows.is_some_and(|rows| !rows.is_empty()), "{table}: nothing under {page}");
    }
    let told = format!("{export:?}");
    for word in
        ["socks (nl)", "leaves (nl)", "easier", "too_hard", "seen_doing_it", "derdezinnetje"]
    {
        assert!(told.contains(word), "{word}: {told}");
    }
    assert!(!told.contains("Anna") && !told.contains("Daan"));
}
