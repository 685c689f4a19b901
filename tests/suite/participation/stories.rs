//! Examples of what counts and what does not.

use thuispost::language::{HomeLanguage, Phrasebook};
use thuispost::participation::{By, Period, Record, Within, table, write_csv, write_json};

use super::amsterdam;
use super::ask;
use super::school::{
    Carer, CheckIn, Child, Delivery, Family, Group, Location, Mailing, Question, School,
    Understanding,
};
use crate::suite::database::TestDatabase;

pub const FROGS: i64 = 1;
pub const MOLES: i64 = 2;

/// One organisation with the groups Frogs and Moles at De Regenboog.
pub fn regenboog() -> School {
    School {
        organisations: vec![1],
        locations: vec![Location { id: 1, organisation: 1, name: "De Regenboog" }],
        groups: vec![
            Group { id: FROGS, location: 1, name: "Frogs" },
            Group { id: MOLES, location: 1, name: "Moles" },
        ],
        ..School::default()
    }
}

/// A wall-clock time in Amsterdam.
pub fn at(local: &str) -> i64 {
    let local: jiff::civil::DateTime = local.parse().unwrap();
    local.to_zoned(amsterdam()).unwrap().timestamp().as_millisecond()
}

pub fn next(rows: usize) -> i64 {
    i64::try_from(rows).unwrap() + 1
}

impl School {
    pub fn family_with_a_child_in(&mut self, group: i64) -> i64 {
        let id = next(self.families.len());
        self.families.push(Family { id, organisation: 1 });
        self.has_a_child_in(id, group);
        id
    }

    pub fn has_a_child_in(&mut self, family: i64, group: i64) -> &mut Child {
        self.children.push(Child {
            family,
            group,
            starts: None,
            leaves: None,
            ve: false,
            born: None,
        });
        self.children.last_mut().unwrap()
    }

    pub fn carer_who_never_joined(&mut self, family: i64, language: &'static str) -> i64 {
        let id = next(self.carers.len());
        self.carers.push(Carer { id, family, language, ..Carer::default() });
        id
    }

    pub fn carer_who_joined(&mut self, family: i64, language: &'static str) -> i64 {
        let id = self.carer_who_never_joined(family, language);
        let joined = Some(at("2026-09-01T15:00"));
        let carer = self.carer(id);
        (carer.chat, carer.consented, carer.confirmed) = (Some(100 + id), joined, joined);
        id
    }

    fn carer(&mut self, id: i64) -> &mut Carer {
        self.carers.iter_mut().find(|carer| carer.id == id).unwrap()
    }

    pub fn letter_to(&mut self, groups: &[i64], released: i64) -> i64 {
        let id = next(self.mailings.len());
        let groups = groups.to_vec();
        let released = Some(released);
        let (run, week, activity) = (None, 1, None);
        let kind = "letter";
        self.mailings.push(Mailing {
            id,
            organisation: 1,
            kind,
            released,
            groups,
            run,
            week,
            activity,
            meeting: None,
        });
        id
    }

    pub fn brings(&mut self, mailing: i64, carer: i64, state: &'static str) {
        let (reason, carried_by) = (None, None);
        self.deliveries.push(Delivery { mailing, carer, part: 0, state, reason, carried_by });
    }

    fn brings_in_the_chat_of(&mut self, mailing: i64, carer: i64, other: i64) {
        self.carer(carer).chat = self.carer(other).chat;
        self.deliveries.push(Delivery {
            mailing,
            carer,
            part: 0,
            state: "skipped",
            reason: Some("shared_chat"),
            carried_by: Some(other),
        });
    }

    fn says(&mut self, carer: i64, mailing: i64, answer: &'static str) {
        let at = at("2026-10-05T20:00");
        self.understandings.push(Understanding { mailing, carer, answer, at });
    }

    pub fn tells_how_it_went(&mut self, carer: i64, mailing: i64, answer: &'static str, at: i64) {
        let answer = Some(answer);
        self.check_ins.push(CheckIn { mailing, carer, answer, at: Some(at) });
    }

    pub async fn counted(&self) -> Counted {
        self.counted_at(at("2027-07-31T23:00")).await
    }

    /// What is known at a moment of the school year.
    pub async fn counted_at(&self, now: i64) -> Counted {
        let database = TestDatabase::new().await;
        self.replace(&database.store).await;
        let mut records = Vec::new();
        let asked = (school_year(), now);
        for by in By::EVERY {
            records.extend(ask(&database, 1, asked, by, Within::Organisation).await);
        }
        database.store.close().await;
        Counted(records)
    }
}

pub fn school_year() -> Period {
    Period::school_year_of("2026-10-05".parse().unwrap())
}

pub struct Counted(Vec<Record>);

impl Counted {
    /// How many of how many families.
    pub fn of(&self, figure: &str, by: By, key: &str) -> (u64, u64) {
        let mut found = self.0.iter().filter(|r| (r.figure.name(), r.by) == (figure, by));
        let record = found.find(|record| record.key == key).unwrap();
        (record.count, record.families)
    }

    pub fn all(&self, figure: &str) -> (u64, u64) {
        self.of(figure, By::All, "")
    }

    fn keys(&self, by: By) -> Vec<&str> {
        let rows = self.0.iter().filter(|r| r.by == by && r.figure.name() == "connected");
        rows.map(|record| record.key.as_str()).collect()
    }

    pub fn by(&self, ways: &[By]) -> Vec<Record> {
        self.0.iter().filter(|record| ways.contains(&record.by)).cloned().collect()
    }
}

#[tokio::test]
async fn a_family_that_never_connected_stays_in_the_denominator() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    school.carer_who_never_joined(family, "ti");
    school.family_with_a_child_in(FROGS);
    let counted = school.counted().await;
    assert_eq!(counted.all("connected"), (0, 2));
    assert_eq!(counted.all("reached"), (0, 2));
    assert_eq!(counted.all("understood"), (0, 0), "nobody was reached, so nobody is asked");
}

#[tokio::test]
async fn a_child_who_left_the_day_before_the_period_is_out_and_one_who_left_that_day_is_in() {
    let mut school = regenboog();
    for day in ["2026-07-31", "2026-08-01"] {
        let family = school.family_with_a_child_in(FROGS);
        school.children.last_mut().unwrap().leaves = Some(day.to_owned());
        school.carer_who_joined(family, "nl");
    }
    assert_eq!(school.counted().await.all("connected"), (1, 1));
}

#[tokio::test]
async fn a_carer_who_stopped_is_no_longer_connected_and_was_still_reached() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    let fatima = school.carer_who_joined(family, "ar");
    let letter = school.letter_to(&[FROGS], at("2026-10-01T10:00"));
    school.brings(letter, fatima, "delivered");
    school.carer(fatima).stopped = Some(at("2026-11-01T10:00"));
    let counted = school.counted().await;
    assert_eq!(counted.all("connected"), (0, 1));
    assert_eq!(counted.all("reached"), (1, 1));
}

#[tokio::test]
async fn a_letter_that_another_one_carried_along_reached_the_family_and_was_understood_with_it() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    school.has_a_child_in(family, MOLES);
    let carer = school.carer_who_joined(family, "tr");
    let of_frogs = school.letter_to(&[FROGS], at("2026-10-01T10:00"));
    let of_moles = school.letter_to(&[MOLES], at("2026-10-01T10:00"));
    school.brings(of_frogs, carer, "delivered");
    school.brings(of_moles, carer, "skipped");
    school.bundles.push((of_frogs, carer, of_moles));
    school.says(carer, of_frogs, "understood");
    let counted = school.counted().await;
    for letter in ["letter 1", "letter 2"] {
        for figure in ["reached", "understood", "responded"] {
            assert_eq!(counted.of(figure, By::Letter, letter), (1, 1), "{figure} of {letter}");
        }
    }
    assert_eq!(counted.all("reached"), (1, 1));
}

#[tokio::test]
async fn one_copy_in_a_chat_of_two_families_reaches_both() {
    let mut school = regenboog();
    let (one, other) = (school.family_with_a_child_in(FROGS), school.family_with_a_child_in(MOLES));
    let grandmother = school.carer_who_joined(one, "tr");
    let also_grandmother = school.carer_who_joined(other, "tr");
    let letter = school.letter_to(&[FROGS, MOLES], at("2026-10-01T10:00"));
    school.brings(letter, grandmother, "delivered");
    school.brings_in_the_chat_of(letter, also_grandmother, grandmother);
    let counted = school.counted().await;
    assert_eq!(counted.all("reached"), (2, 2));
    assert_eq!(counted.of("reached", By::Letter, "letter 1"), (2, 2));
}

#[tokio::test]
async fn a_copy_that_did_not_arrive_reaches_neither_family_of_the_chat() {
    let mut school = regenboog();
    let (one, other) = (school.family_with_a_child_in(FROGS), school.family_with_a_child_in(MOLES));
    let grandmother = school.carer_who_joined(one, "tr");
    let also_grandmother = school.carer_who_joined(other, "tr");
    let letter = school.letter_to(&[FROGS, MOLES], at("2026-10-01T10:00"));
    school.brings(letter, grandmother, "unreachable");
    school.brings_in_the_chat_of(letter, also_grandmother, grandmother);
    assert_eq!(school.counted().await.all("reached"), (0, 2));
}

#[tokio::test]
async fn a_row_that_was_left_out_for_another_reason_borrows_nobodys_copy() {
    for (state, reason) in [("skipped", "stopped"), ("held", "shared_chat")] {
        let mut school = regenboog();
        let (one, other) =
            (school.family_with_a_child_in(FROGS), school.family_with_a_child_in(MOLES));
        let grandmother = school.carer_who_joined(one, "tr");
        let also_grandmother = school.carer_who_joined(other, "tr");
        let letter = school.letter_to(&[FROGS, MOLES], at("2026-10-01T10:00"));
        school.brings(letter, grandmother, "delivered");
        school.brings_in_the_chat_of(letter, also_grandmother, grandmother);
        let left_out = school.deliveries.last_mut().unwrap();
        (left_out.state, left_out.reason) = (state, Some(reason));
        assert_eq!(school.counted().await.all("reached"), (1, 2), "{state}, {reason}");
    }
}

#[tokio::test]
async fn a_printed_copy_reaches_a_family_without_a_chat() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    let letter = school.letter_to(&[FROGS], at("2026-10-01T10:00"));
    school.handed_over.push((letter, family));
    assert_eq!(school.counted().await.all("reached"), (1, 1));
}

#[tokio::test]
async fn siblings_count_in_each_group_and_once_in_total() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    school.has_a_child_in(family, MOLES);
    school.carer_who_joined(family, "nl");
    let counted = school.counted().await;
    assert_eq!(counted.of("connected", By::Group, "Frogs"), (1, 1));
    assert_eq!(counted.of("connected", By::Group, "Moles"), (1, 1));
    assert_eq!(counted.of("connected", By::Location, "De Regenboog"), (1, 1));
    assert_eq!(counted.all("connected"), (1, 1));
}

#[tokio::test]
async fn an_answer_on_the_last_evening_counts_and_one_after_midnight_does_not() {
    let mut school = regenboog();
    let letter = school.letter_to(&[FROGS], at("2027-07-01T10:00"));
    for moment in ["2027-07-31T23:59:59.999", "2027-08-01T00:00"] {
        let family = school.family_with_a_child_in(FROGS);
        let carer = school.carer_who_joined(family, "pl");
        school.tells_how_it_went(carer, letter, "a_bit", at(moment));
    }
    let counted = school.counted().await;
    assert_eq!(counted.all("did_at_home"), (1, 2));
    assert_eq!(counted.all("worked"), (0, 1));
}

#[tokio::test]
async fn when_two_carers_differ_the_family_did_it() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    let letter = school.letter_to(&[FROGS], at("2026-10-01T10:00"));
    for (language, answer) in [("nl", "not_yet"), ("tr", "worked")] {
        let carer = school.carer_who_joined(family, language);
        school.tells_how_it_went(carer, letter, answer, at("2026-10-02T19:00"));
    }
    let counted = school.counted().await;
    assert_eq!(counted.all("did_at_home"), (1, 1));
    assert_eq!(counted.of("worked", By::Language, "nl"), (1, 1));
    assert_eq!(counted.of("worked", By::Language, "tr"), (1, 1));
}

#[tokio::test]
async fn a_family_that_only_asked_something_responded() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    let carer = school.carer_who_joined(family, "so");
    school.questions.push(Question { carer, mailing: None, at: at("2026-12-05T08:00") });
    assert_eq!(school.counted().await.all("responded"), (1, 1));
}

#[tokio::test]
async fn a_group_name_that_stands_twice_gets_its_location_before_it() {
    let mut school = regenboog();
    school.locations.push(Location { id: 2, organisation: 1, name: "De Ark" });
    school.groups.push(Group { id: 3, location: 2, name: "Frogs" });
    let counted = school.counted().await;
    assert_eq!(counted.keys(By::Group), ["De Ark/Frogs", "De Regenboog/Frogs", "Moles"]);
    assert_eq!(counted.keys(By::Location), ["De Ark", "De Regenboog"]);
}

#[tokio::test]
async fn a_location_that_looks_like_a_formula_is_no_formula_in_a_spreadsheet() {
    let mut school = regenboog();
    school.locations[0].name = "=1+1";
    let records = school.counted().await.by(&[By::Location]);
    let (mut csv, mut json) = (Vec::new(), Vec::new());
    write_csv(&records[..1], &mut csv).unwrap();
    write_json(&records[..1], school_year(), &mut json).unwrap();
    insta::assert_snapshot!(String::from_utf8(csv).unwrap(), @r#"
    figure,by,key,families,count,percent,norm,short
    connected,location,'=1+1,0,0,,100,0
    "#);
    insta::assert_snapshot!(String::from_utf8(json).unwrap(), @r#"
    {
      "period": {
        "from": "2026-08-01",
        "to": "2027-07-31"
      },
      "figures": [
        {
          "figure": "connected",
          "by": "location",
          "key": "=1+1",
          "families": 0,
          "count": 0,
          "percent": null,
          "norm": 100,
          "short": 0
        }
      ]
    }
    "#);
}

/// Five families of the Frogs and one that left; the page tells what happened to each.
pub fn worked_example() -> School {
    let mut school = regenboog();
    let a = school.family_with_a_child_in(FROGS);
    let b = school.family_with_a_child_in(FROGS);
    let c = school.family_with_a_child_in(FROGS);
    let d = school.family_with_a_child_in(FROGS);
    let e = school.family_with_a_child_in(FROGS);
    school.has_a_child_in(e, MOLES);
    let f = school.family_with_a_child_in(FROGS);
    school.children.last_mut().unwrap().leaves = Some("2026-07-17".to_owned());

    let ayse = school.carer_who_joined(a, "tr");
    let mona = school.carer_who_joined(b, "ar");
    let jan = school.carer_who_joined(b, "nl");
    school.carer(jan).confirmed = None;
    school.carer_who_never_joined(c, "ti");
    let ewa = school.carer_who_joined(d, "pl");
    school.carer(ewa).stopped = Some(at("2026-11-02T09:00"));
    let els = school.carer_who_joined(e, "nl");
    school.carer_who_joined(f, "nl");

    let letter = school.letter_to(&[FROGS], at("2026-10-03T10:00"));
    school.brings(letter, ayse, "delivered");
    school.brings(letter, mona, "delivered");
    school.brings_in_the_chat_of(letter, jan, mona);
    school.handed_over.push((letter, c));
    school.brings(letter, ewa, "delivered");
    school.brings(letter, els, "unreachable");

    school.says(ayse, letter, "understood");
    school.says(mona, letter, "explain");
    let sunday = at("2026-10-04T10:00");
    school.tells_how_it_went(ayse, letter, "worked", sunday);
    school.tells_how_it_went(jan, letter, "a_bit", sunday);
    school.tells_how_it_went(ewa, letter, "not_yet", sunday);
    school
}

#[tokio::test]
async fn staff_read_of_a_theme_what_was_seen_and_what_was_given_apart() {
    let records = super::themes::worked_example().counted().await.by(&[By::Theme, By::Activity]);
    let phrases = Phrasebook::load().unwrap();
    let text = table(&records, school_year(), &phrases, HomeLanguage::DUTCH);
    for part in
        ["1 gezien door medewerker", "1 materiaal meegegeven", "activity 1  1 van 2 gezinnen"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "the whole table, as staff see it")]
async fn staff_read_the_report_in_dutch() {
    let records = worked_example().counted().await.by(&[By::All, By::Language]);
    let phrases = Phrasebook::load().unwrap();
    let text = table(&records, school_year(), &phrases, HomeLanguage::DUTCH);
    insta::assert_snapshot!(text, @r#"
    Van zaterdag 1 augustus 2026 tot en met zaterdag 31 juli 2027

    Alle gezinnen

    aangesloten (norm 100 %: eigen streven)
      3 van 5 gezinnen, 60 %  nog 2 gezinnen nodig  3 zelf gezegd, 1 iets anders gezegd, 1 onbekend

    bereikt met een brief (norm 80 %: De Klinkert)
      4 van 5 gezinnen, 80 %  norm gehaald          3 bezorgd, 1 op papier, 1 onbekend

    begrepen, van de bereikte gezinnen
      1 van 4 gezinnen, 25 %                        1 zelf gezegd, 1 iets anders gezegd, 2 onbekend

    gereageerd
      3 van 5 gezinnen, 60 %                        3 zelf gezegd, 2 onbekend

    activiteit aangeboden (norm 100 %: B4, VVE-kader 2013)
      0 van 5 gezinnen, 0 %   nog 5 gezinnen nodig  5 onbekend

    thuis gedaan (norm 60 %: B4, VVE-kader 2013)
      2 van 5 gezinnen, 40 %  nog 1 gezin nodig     2 zelf gezegd, 1 iets anders gezegd, 2 onbekend

    gelukt, van wie het deed
      1 van 2 gezinnen, 50 %                        1 zelf gezegd, 1 iets anders gezegd

    kwam naar een bijeenkomst (norm 60 %: B5, VVE-kader 2013)
      0 van 5 gezinnen, 0 %   nog 3 gezinnen nodig  5 onbekend

    gesprekken gevoerd, van de gesprekken die nodig waren (norm 100 %: B6, VVE-kader 2013)
      geen gesprekken nodig

    zei te komen, van de uitgenodigde gezinnen
      geen gezinnen

    kwam, van wie dat had gezegd
      geen gezinnen

    tolk was er, van wie erom vroeg
      geen gezinnen

    thuistaal bevestigd (norm 100 %: eigen streven)
      3 van 5 gezinnen, 60 %  nog 2 gezinnen nodig  3 zelf gezegd, 2 onbekend

    Per thuistaal

    aangesloten (norm 100 %: eigen streven)
      Arabisch    1 van 1 gezin, 100 %     norm gehaald          1 zelf gezegd
      Nederlands  2 van 2 gezinnen, 100 %  norm gehaald          2 zelf gezegd
      Pools       0 van 1 gezin, 0 %       nog 1 gezin nodig     1 iets anders gezegd
      Tigrinya    0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend
      Turks       1 van 1 gezin, 100 %     norm gehaald          1 zelf gezegd

    bereikt met een brief (norm 80 %: De Klinkert)
      Arabisch    1 van 1 gezin, 100 %     norm gehaald          1 bezorgd
      Nederlands  1 van 2 gezinnen, 50 %   nog 1 gezin nodig     1 bezorgd, 1 onbekend
      Pools       1 van 1 gezin, 100 %     norm gehaald          1 bezorgd
      Tigrinya    1 van 1 gezin, 100 %     norm gehaald          1 op papier
      Turks       1 van 1 gezin, 100 %     norm gehaald          1 bezorgd

    begrepen, van de bereikte gezinnen
      Arabisch    0 van 1 gezin, 0 %                             1 iets anders gezegd
      Nederlands  0 van 1 gezin, 0 %                             1 iets anders gezegd
      Pools       0 van 1 gezin, 0 %                             1 onbekend
      Tigrinya    0 van 1 gezin, 0 %                             1 onbekend
      Turks       1 van 1 gezin, 100 %                           1 zelf gezegd

    gereageerd
      Arabisch    1 van 1 gezin, 100 %                           1 zelf gezegd
      Nederlands  1 van 2 gezinnen, 50 %                         1 zelf gezegd, 1 onbekend
      Pools       1 van 1 gezin, 100 %                           1 zelf gezegd
      Tigrinya    0 van 1 gezin, 0 %                             1 onbekend
      Turks       1 van 1 gezin, 100 %                           1 zelf gezegd

    activiteit aangeboden (norm 100 %: B4, VVE-kader 2013)
      Arabisch    0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend
      Nederlands  0 van 2 gezinnen, 0 %    nog 2 gezinnen nodig  2 onbekend
      Pools       0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend
      Tigrinya    0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend
      Turks       0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend

    thuis gedaan (norm 60 %: B4, VVE-kader 2013)
      Arabisch    1 van 1 gezin, 100 %     norm gehaald          1 zelf gezegd
      Nederlands  1 van 2 gezinnen, 50 %   nog 1 gezin nodig     1 zelf gezegd, 1 onbekend
      Pools       0 van 1 gezin, 0 %       nog 1 gezin nodig     1 iets anders gezegd
      Tigrinya    0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend
      Turks       1 van 1 gezin, 100 %     norm gehaald          1 zelf gezegd

    gelukt, van wie het deed
      Arabisch    0 van 1 gezin, 0 %                             1 iets anders gezegd
      Nederlands  0 van 1 gezin, 0 %                             1 iets anders gezegd
      Pools       geen gezinnen
      Tigrinya    geen gezinnen
      Turks       1 van 1 gezin, 100 %                           1 zelf gezegd

    kwam naar een bijeenkomst (norm 60 %: B5, VVE-kader 2013)
      Arabisch    0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend
      Nederlands  0 van 2 gezinnen, 0 %    nog 2 gezinnen nodig  2 onbekend
      Pools       0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend
      Tigrinya    0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend
      Turks       0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend

    gesprekken gevoerd, van de gesprekken die nodig waren (norm 100 %: B6, VVE-kader 2013)
      geen gesprekken nodig

    zei te komen, van de uitgenodigde gezinnen
      geen gezinnen

    kwam, van wie dat had gezegd
      geen gezinnen

    tolk was er, van wie erom vroeg
      geen gezinnen

    thuistaal bevestigd (norm 100 %: eigen streven)
      Arabisch    0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend
      Nederlands  1 van 2 gezinnen, 50 %   nog 1 gezin nodig     1 zelf gezegd, 1 onbekend
      Pools       1 van 1 gezin, 100 %     norm gehaald          1 zelf gezegd
      Tigrinya    0 van 1 gezin, 0 %       nog 1 gezin nodig     1 onbekend
      Turks       1 van 1 gezin, 100 %     norm gehaald          1 zelf gezegd

    Geteld zijn gezinnen met een kind in de periode, ook wie nooit is aangesloten.
    Een gezin telt één keer in elke rij die past. Rijen tellen dus niet altijd op tot het totaal.
    Gesprekken tellen per stuk, niet per gezin: voor elk kind en elk moment waarop er een nodig was.
    Wat ouders over thuis zeggen, is zelfrapportage. Zo tonen we het ook.
    Geen antwoord betekent onbekend. Het betekent nooit nee.
    B4, B5 en B6: indicatoren uit het VVE-kader van 2013. De Klinkert: de themabrief, en elke soort bijeenkomst.
    "#);
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "the whole table, as staff see it")]
async fn staff_read_the_report_in_english() {
    let records = worked_example().counted().await.by(&[By::All, By::Group, By::Letter]);
    let phrases = Phrasebook::load().unwrap();
    let text = table(&records, school_year(), &phrases, HomeLanguage::ENGLISH);
    insta::assert_snapshot!(text, @r#"
    From Saturday, 1 August 2026 to Saturday, 31 July 2027

    All families

    connected (norm 100 %: our own target)
      3 of 5 families, 60 %  2 more families needed  3 said so, 1 said otherwise, 1 unknown

    reached by a letter (norm 80 %: De Klinkert)
      4 of 5 families, 80 %  norm met                3 delivered, 1 on paper, 1 unknown

    understood it, of those reached
      1 of 4 families, 25 %                          1 said so, 1 said otherwise, 2 unknown

    responded
      3 of 5 families, 60 %                          3 said so, 2 unknown

    offered an activity (norm 100 %: B4, VVE framework 2013)
      0 of 5 families, 0 %   5 more families needed  5 unknown

    did it at home (norm 60 %: B4, VVE framework 2013)
      2 of 5 families, 40 %  1 more family needed    2 said so, 1 said otherwise, 2 unknown

    it worked, of those who did it
      1 of 2 families, 50 %                          1 said so, 1 said otherwise

    came to a meeting (norm 60 %: B5, VVE framework 2013)
      0 of 5 families, 0 %   3 more families needed  5 unknown

    talks held, of the talks that were due (norm 100 %: B6, VVE framework 2013)
      no talks due

    said they come, of those invited
      no families

    came, of those who had said so
      no families

    interpreter there, of those who asked
      no families

    home language confirmed (norm 100 %: our own target)
      3 of 5 families, 60 %  2 more families needed  3 said so, 2 unknown

    By group

    connected (norm 100 %: our own target)
      Frogs  3 of 5 families, 60 %  2 more families needed  3 said so, 1 said otherwise, 1 unknown
      Moles  1 of 1 family, 100 %   norm met                1 said so

    reached by a letter (norm 80 %: De Klinkert)
      Frogs  4 of 5 families, 80 %  norm met                3 delivered, 1 on paper, 1 unknown
      Moles  0 of 1 family, 0 %     1 more family needed    1 unknown

    understood it, of those reached
      Frogs  1 of 4 families, 25 %                          1 said so, 1 said otherwise, 2 unknown
      Moles  no families

    responded
      Frogs  3 of 5 families, 60 %                          3 said so, 2 unknown
      Moles  0 of 1 family, 0 %                             1 unknown

    offered an activity (norm 100 %: B4, VVE framework 2013)
      Frogs  0 of 5 families, 0 %   5 more families needed  5 unknown
      Moles  0 of 1 family, 0 %     1 more family needed    1 unknown

    did it at home (norm 60 %: B4, VVE framework 2013)
      Frogs  2 of 5 families, 40 %  1 more family needed    2 said so, 1 said otherwise, 2 unknown
      Moles  0 of 1 family, 0 %     1 more family needed    1 unknown

    it worked, of those who did it
      Frogs  1 of 2 families, 50 %                          1 said so, 1 said otherwise
      Moles  no families

    came to a meeting (norm 60 %: B5, VVE framework 2013)
      Frogs  0 of 5 families, 0 %   3 more families needed  5 unknown
      Moles  0 of 1 family, 0 %     1 more family needed    1 unknown

    talks held, of the talks that were due (norm 100 %: B6, VVE framework 2013)
      no talks due

    said they come, of those invited
      no families

    came, of those who had said so
      no families

    interpreter there, of those who asked
      no families

    home language confirmed (norm 100 %: our own target)
      Frogs  3 of 5 families, 60 %  2 more families needed  3 said so, 2 unknown
      Moles  1 of 1 family, 100 %   norm met                1 said so

    By letter, of the families it was for

    connected (norm 100 %: our own target)
      letter 1  3 of 5 families, 60 %  2 more families needed  3 said so, 1 said otherwise, 1 unknown

    reached by a letter (norm 80 %: De Klinkert)
      letter 1  4 of 5 families, 80 %  norm met                3 delivered, 1 on paper, 1 unknown

    understood it, of those reached
      letter 1  1 of 4 families, 25 %                          1 said so, 1 said otherwise, 2 unknown

    responded
      letter 1  3 of 5 families, 60 %                          3 said so, 2 unknown

    did it at home (norm 60 %: B4, VVE framework 2013)
      letter 1  2 of 5 families, 40 %  1 more family needed    2 said so, 1 said otherwise, 2 unknown

    it worked, of those who did it
      letter 1  1 of 2 families, 50 %                          1 said so, 1 said otherwise

    home language confirmed (norm 100 %: our own target)
      letter 1  3 of 5 families, 60 %  2 more families needed  3 said so, 2 unknown

    Counted are families with a child in the period, including those who never connected.
    A family counts once in each row that applies to it, so rows need not add up to the total.
    Talks are counted one by one, not by family: for each child and each moment at which one was due.
    What carers say about home is self-report, and is shown as such.
    No answer means unknown. It never means no.
    B4, B5 and B6: indicators of the VVE framework of 2013. De Klinkert: its theme letter, and each kind of meeting.
    "#);
}
