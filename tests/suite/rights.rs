//! To see what is kept, to take it along, to be erased, and to be forgotten in time.

mod themes;

use std::collections::BTreeMap;

use jiff::civil::datetime;
use sqlx::{AssertSqlSafe, Column, Row};
use thuispost::privacy::{self, CarerExport, Journal};
use thuispost::roster::CarerId;

use super::school::School;

/// Words that occur nowhere but in this family's life.
const WORDS: [&str; 7] = [
    "Qamar",
    "Zubaida",
    "Ghadir",
    "kwetsbaarzinnetje",
    "tweedezinnetje",
    "antwoordje",
    "vreemdezin",
];
const QAMAR: &str = "De Regenboog,,Vlinders,Ghadir,,Qamar,,,Zubaida,ar,nl";
const ANNA: &str = "De Regenboog,,Vlinders,G3,,Daan,,,Anna,nl,";
const BEAR: &str = "# Beer\n\nZoek samen de beer.\n";

impl School {
    /// Erases a family, as `erase --family` does.
    pub async fn erases(&self, family: &str) {
        let family = self.family(family).await;
        let now = self.calendar.now();
        let journal = Journal::at(&self.settings.erasures_file);
        let done =
            privacy::erase(&self.store, &journal, self.organisation.id, family, "test", now).await;
        assert!(done.unwrap());
    }

    /// Zubaida has done all that a carer can do, and Anna half of it.
    pub async fn with_a_full_life() -> Self {
        Self::with_a_full_life_of(&[QAMAR, ANNA]).await
    }

    async fn with_a_full_life_of(rows: &[&str]) -> Self {
        let mut school = Self::opens(&rows.join("\n")).await;
        let stranger = school.phone_of("Zubaida", "ar");
        school.sandbox.presses_start(stranger, None).unwrap();
        school.sandbox.types(stranger, "vreemdezin").unwrap();
        school.settles().await;
        for carer in ["Anna", "Zubaida"] {
            school.joins(carer).await;
        }
        school.presses("Zubaida", "s.yes").await;
        let folder = school.writes_letter("beer", "check_in = true", &[("nl", BEAR)]);
        school.sends(&folder, &["Vlinders"], None).await.unwrap();
        for carer in ["Zubaida", "Anna"] {
            school.presses(carer, "le.").await;
            school.types(carer, &format!("kwetsbaarzinnetje van {carer}")).await;
        }
        school.types("Zubaida", "tweedezinnetje").await;
        school.answers("tweedezinnetje", "antwoordje").await;
        school.turns_to(datetime(2026, 11, 24, 9, 30, 0, 0)).await;
        for carer in ["Zubaida", "Anna"] {
            school.presses(carer, "cn.").await;
            school.presses(carer, "b.ask.").await;
            school.presses(carer, "b.no_time.").await;
            school.presses(carer, "a.tomorrow.").await;
        }
        school.leaves_traces_in_doubts_and_updates().await;
        school
    }

    async fn answers(&self, question: &str, words: &str) {
        let id = format!("select cast(id as text) from questions where body = '{question}'");
        let id = self.reads(&id).await[0].parse().unwrap();
        let (store, phrases) = (&self.store, &self.phrases);
        let now = self.calendar.now();
        thuispost::inbox::answer(store, phrases, self.organisation.id, id, words, now)
            .await
            .unwrap();
        self.settles().await;
    }

    /// An update that failed keeps its body; a lost answer is noted.
    async fn leaves_traces_in_doubts_and_updates(&self) {
        let chat = self.id("Zubaida").chat();
        self.does(&format!(
            "insert into updates (organisation_id, update_id, received_at, seq, raw, state, problem)
             select id, 999999999, 1, 1, '{{\"chat\":{{\"id\":{chat}}},\"text\":\"kwetsbaarzinnetje Zubaida\"}}',
                    'failed', 'because of Zubaida' from organisations"
        ))
        .await;
        self.does(
            "insert into doubts (attempt_id, mailing_id, carer_id, part, organisation_id, cause, noted_at)
             select 1, d.mailing_id, d.carer_id, d.part, d.organisation_id, 'timeout', 1
             from deliveries d join carers c on c.id = d.carer_id where c.name = 'Zubaida' and d.part = 0",
        )
        .await;
    }

    async fn tables(&self) -> Vec<String> {
        let sql = if self.database.is_postgres() {
            "select cast(table_name as text) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
        } else {
            "select name from sqlite_master where type = 'table'"
        };
        let mut tables = self.reads(sql).await;
        tables.retain(|name| !name.starts_with("_sqlx"));
        tables.sort();
        tables
    }

    /// Every cell of every table as text, by table.
    pub async fn everything(&self) -> BTreeMap<String, Vec<String>> {
        let mut cells = BTreeMap::new();
        for table in self.tables().await {
            let rows = sqlx::query(AssertSqlSafe(format!("select * from {table}")))
                .fetch_all(&mut *self.store.read().await.unwrap())
                .await
                .unwrap();
            let texts = rows.iter().flat_map(|row| {
                row.columns().iter().filter_map(|column| {
                    let name = column.name();
                    let number = || row.try_get::<Option<i64>, _>(name).ok().flatten();
                    let text = row.try_get::<Option<String>, _>(name).ok().flatten();
                    text.or_else(|| number().map(|number| number.to_string()))
                })
            });
            cells.insert(table, texts.collect());
        }
        cells
    }

    pub async fn places_of(&self, wanted: &str) -> Vec<String> {
        let all = self.everything().await.into_iter();
        all.filter(|(_, cells)| cells.iter().any(|cell| cell.contains(wanted)))
            .map(|(table, _)| table)
            .collect()
    }

    async fn carer(&self, name: &str) -> CarerId {
        let id =
            self.reads(&format!("select cast(id as text) from carers where name = '{name}'")).await;
        CarerId::from_raw(id[0].parse().unwrap())
    }

    async fn exports(&self, carer: CarerId) -> Option<CarerExport> {
        let mut read = self.store.read().await.unwrap();
        privacy::export(&mut read, self.organisation.id, carer).await.unwrap()
    }
}

#[tokio::test]
async fn an_erased_family_leaves_no_trace_in_any_table_and_the_other_family_is_untouched() {
    let school = School::with_a_full_life().await;
    let chat = school.id("Zubaida").chat().to_string();
    let carer = school.carer("Zubaida").await;
    let anna = format!("{:?}", school.exports(school.carer("Anna").await).await);
    assert!(school.places_of("Zubaida").await.len() >= 3, "the test looks in the right places");
    assert!(school.places_of(&chat).await.len() >= 4, "{:?}", school.places_of(&chat).await);

    school.erases("Ghadir").await;
    for word in WORDS.iter().filter(|word| **word != "kwetsbaarzinnetje") {
        assert_eq!(school.places_of(word).await, Vec::<String>::new(), "{word}");
    }
    assert_eq!(school.places_of("kwetsbaarzinnetje").await, ["questions"], "that of Anna");
    assert_eq!(school.places_of(&chat).await, Vec::<String>::new());
    assert_eq!(school.places_of(&carer.to_string()).await, Vec::<String>::new());
    assert!(school.exports(carer).await.is_none());
    let kept = format!("{:?}", school.exports(school.carer("Anna").await).await);
    assert_eq!(kept, anna);
    assert_eq!(school.counts("select count(*) from erasures").await, 1);
    assert_eq!(school.reads("select action from audit_log").await, ["erase family"]);
}

#[tokio::test]
async fn an_erased_mother_is_a_stranger_to_the_bot() {
    let school = School::with_a_full_life().await;
    school.erases("Ghadir").await;
    let said = school.bubbles("Zubaida").len();
    school.presses("Zubaida", "le.").await;
    assert_eq!(school.bubbles("Zubaida").len(), said);
    school.turns_to(datetime(2026, 11, 26, 9, 30, 0, 0)).await;
    assert_eq!(school.bubbles("Zubaida").len(), said, "the promised question does not come");
    assert_eq!(
        school
            .counts("select count(*) from updates where state = 'failed' and raw is not null")
            .await,
        0
    );
}

#[tokio::test]
async fn not_even_the_bytes_of_an_erased_family_stay_in_the_file() {
    let mut school = School::with_a_full_life().await;
    if school.database.is_postgres() {
        return;
    }
    // Enough neighbours and words that pages are split and joined.
    for number in 0..400 {
        let filler = "x".repeat(number % 300);
        school
            .does(&format!(
                "insert into questions (id, organisation_id, carer_id, kind, body, asked_at)
                 select {number}, f.organisation_id, c.id, 'text',
                        case c.name when 'Zubaida' then 'kwetsbaarzinnetje {filler}' else '{filler}' end, 1
                 from carers c join families f on f.id = c.family_id order by c.name {} limit 1",
                if number % 2 == 0 { "desc" } else { "asc" }
            ))
            .await;
    }
    school.does("delete from questions where body like 'kwetsbaarzinnetje van Anna'").await;
    school.ends_service().await;
    assert!(school.files_hold("kwetsbaarzinnetje"));
    school.erases("Ghadir").await;
    for word in WORDS {
        assert!(!school.files_hold(word), "{word}");
    }
    assert!(!school.files_hold(&school.id("Zubaida").chat().to_string()));
    assert!(school.files_hold("Anna"));
}

impl School {
    fn files_hold(&self, word: &str) -> bool {
        let files = std::fs::read_dir(self.database.folder.path()).unwrap();
        let mut databases = files.map(|file| file.unwrap().path()).filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("t.db"))
        });
        databases.any(|path| {
            let bytes = std::fs::read(path).unwrap();
            bytes.windows(word.len()).any(|window| window == word.as_bytes())
        })
    }
}

#[tokio::test]
async fn the_export_holds_all_that_a_carer_said_and_got_and_nothing_of_another_family() {
    let school = School::with_a_full_life().await;
    let export = school.exports(school.carer("Zubaida").await).await.unwrap();
    let told = format!("{export:?}");
    for word in [
        "Qamar",
        "Zubaida",
        "Ghadir",
        "De Regenboog",
        "Vlinders",
        "kwetsbaarzinnetje van Zubaida",
        "tweedezinnetje",
        "antwoordje",
        "explain",
        "not_yet",
        "no_time",
        "beer",
        "ask_again_at",
        "2026-11-23T08:30:00Z",
    ] {
        assert!(told.contains(word), "{word}: {told}");
    }
    assert!(!told.contains("Anna") && !told.contains("Daan"));
    assert!(told.contains(&school.id("Zubaida").chat().to_string()));
    let names: Vec<&str> = export.tables.iter().map(|(name, _)| *name).collect();
    for name in names {
        let id = format!("cli-export-{}", name.replace('_', "-"));
        let dutch = thuispost::language::HomeLanguage::DUTCH;
        let said = school.phrases.plain(dutch, &id, &thuispost::language::Args::new());
        assert_ne!(said, id, "every table has a heading in words");
    }
}

#[tokio::test]
async fn a_family_whose_last_child_left_is_forgotten_after_the_months_of_the_setting() {
    let left = ANNA.replace("Daan,,", "Daan,,2026-05-22");
    let one_stays = QAMAR.replace("Qamar,,", "Qamar,,2020-01-01");
    let brother = QAMAR.replace("Qamar", "Samir");
    let school =
        School::closed(&[&left, &one_stays, &brother].map(String::as_str).join("\n")).await;
    let journal = Journal::at(&school.settings.erasures_file);
    let forget = |months| {
        privacy::forget_families_that_left(&school.store, &journal, months, school.calendar.now())
    };
    assert_eq!(forget(7).await.unwrap(), 0);
    assert_eq!(forget(6).await.unwrap(), 1, "a day more than six months");
    assert_eq!(school.reads("select name from families").await, ["Ghadir"]);
    assert_eq!(forget(1).await.unwrap(), 0, "a family with a child who stays is kept");
    assert_eq!(school.reads("select actor from audit_log").await, ["retention"]);
}

#[tokio::test]
async fn asking_to_be_erased_stops_everything_and_stands_in_the_list_of_staff() {
    let school = School::with_a_full_life().await;
    school.types("Anna", "menu").await;
    school.presses("Anna", "m.data").await;
    let shown = school.last("Anna").text;
    assert!(
        shown.contains("Brieven aan jou: \u{2068}1") || shown.contains("Brieven aan jou: 1"),
        "{shown}"
    );
    school.presses("Anna", "d.ask").await;
    school.presses("Anna", "d.yes").await;
    let asked = "select q.kind from questions q join carers c on c.id = q.carer_id
                 where c.name = 'Anna' and q.kind = 'erase'";
    assert_eq!(school.reads(asked).await, ["erase"]);
    let folder = school.writes_letter("winter", "", &[("nl", BEAR)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert_eq!(school.stands("winter", "Anna").await, "skipped stopped");
}
