//! Letters on paper for whom the bot does not reach, and what staff see of who was reached.

use jiff::civil::date;
use thuispost::language::HomeLanguage;
use thuispost::mailing::{self, Copy, Missing};
use thuispost::outbox;
use thuispost::participation::{self, By, Figure, Period, Within};
use thuispost::roster::FamilyId;

use super::{ANNA, ARABIC, DUTCH, FATIMA, PIOTR, School};

impl School {
    async fn letter_id(&self, label: &str) -> i64 {
        let mut read = self.store.read().await.unwrap();
        mailing::find(&mut read, self.organisation.id, label).await.unwrap().unwrap().id
    }

    /// Names of the carers of families that a letter did not reach.
    pub async fn not_reached(&self, label: &str) -> Vec<String> {
        let letter = self.letter_id(label).await;
        let rows =
            outbox::not_reached(&mut self.store.read().await.unwrap(), letter).await.unwrap();
        rows.into_iter().map(|row| row.carer_name).collect()
    }

    async fn hands_over(&self, label: &str, family: &str) -> bool {
        let letter = self.letter_id(label).await;
        let family = self.family(family).await;
        let mut write = self.store.write().await.unwrap();
        let done =
            mailing::hand_over(&mut write, letter, family, self.calendar.now()).await.unwrap();
        write.commit().await.unwrap();
        done
    }

    /// The number of a family.
    pub async fn family(&self, name: &str) -> FamilyId {
        let id = self
            .reads(&format!("select cast(id as text) from families where name = '{name}'"))
            .await;
        FamilyId::from_raw(id[0].parse().unwrap())
    }

    async fn prints(&self, label: &str, copies: &[Copy]) -> String {
        let letter = self.letter_id(label).await;
        let mut read = self.store.read().await.unwrap();
        mailing::print(&mut read, &self.phrases, letter, copies).await.unwrap()
    }
}

fn copy(language: &str, child: &str) -> Copy {
    Copy {
        second: None,
        language: HomeLanguage::parse(language).unwrap(),
        children: vec![child.to_owned()],
        location: "De Regenboog".to_owned(),
        phone: Some("020-555 01 23".to_owned()),
        family: "G1".to_owned(),
        family_id: 42,
    }
}

#[tokio::test]
async fn a_printed_letter_is_in_the_familys_language_and_direction() {
    let school = School::with_joined(&[FATIMA, ANNA], &[]).await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH), ("ar", ARABIC)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    let html = school.prints("water", &[copy("ar", "Samira"), copy("nl", "Daan")]).await;
    assert!(html.contains("<section lang=\"ar\" dir=\"rtl\">"), "{html}");
    assert!(html.contains("<section lang=\"nl\" dir=\"ltr\">"));
    assert!(html.contains("نلعب بالماء") && html.contains("الصنبور") && html.contains("Samira"));
    assert!(html.contains("data:image/png;base64,") && html.contains("G1 · 42"));
}

#[tokio::test]
async fn without_a_translation_the_print_is_dutch_and_says_so_in_the_familys_language() {
    let school = School::with_joined(&[FATIMA], &[]).await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], Some(Missing::Hold)).await.unwrap();
    let html = school.prints("water", &[copy("ar", "Samira")]).await;
    assert!(html.contains("lang=\"nl\" dir=\"ltr\"") && html.contains("Wij spelen met water."));
    assert!(html.contains("بالهولندية"), "{html}");
}

#[tokio::test]
async fn a_name_is_a_name_on_paper_whatever_it_holds() {
    let school = School::with_joined(&[ANNA], &[]).await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    let html = school.prints("water", &[copy("nl", "<b>Daan</b> & \"Co\"")]).await;
    assert!(!html.contains("<b>Daan"), "{html}");
}

#[tokio::test]
async fn a_name_is_a_name_in_the_chat_whatever_it_holds() {
    let row = ANNA.replace("Daan", "<i>Daan & Co</b>").replace("De Regenboog", "A<b>&amp;");
    let school = School::with_joined(&[&row], &["Anna"]).await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    let text = school.bubbles("Anna")[super::JOINED].text.clone();
    assert!(text.contains("<i>Daan & Co</b>") && text.contains("A<b>&amp;"), "{text}");
}

#[tokio::test]
async fn who_has_left_or_not_begun_is_not_printed_for() {
    let left = FATIMA.replace("Samira,,", "Samira,,2026-11-22");
    let starts = PIOTR.replace("Zosia,,", "Zosia,2026-11-24,");
    let school = School::with_joined(&[&left, &starts, ANNA], &[]).await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    let letter = school.letter_id("water").await;
    let today = date(2026, 11, 23);
    let mut read = school.store.read().await.unwrap();
    let rows = thuispost::roster::families_of_letter(&mut read, letter, today).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.carer.as_str()).collect::<Vec<_>>(), ["Anna"]);
}

#[tokio::test]
async fn a_letter_handed_over_counts_as_reached_and_a_strange_family_is_refused() {
    let kikkers = PIOTR.replace("Vlinders", "Kikkers");
    let school = School::with_joined(&[FATIMA, ANNA, &kikkers], &["Anna"]).await;
    school.sends_water().await;
    assert_eq!(school.not_reached("water").await, ["Fatima"]);
    assert!(school.hands_over("water", "G1").await && school.hands_over("water", "G1").await);
    assert!(!school.hands_over("water", "G2").await, "the letter is not for the Kikkers");
    assert!(school.not_reached("water").await.is_empty());

    let period = Period::new(date(2026, 8, 1), date(2027, 7, 31)).unwrap();
    let organisation = &school.organisation;
    let mut read = school.store.read().await.unwrap();
    let records = participation::report(
        &mut read,
        organisation.id,
        &organisation.time_zone,
        (period, school.calendar.now()),
        &[By::Letter],
        Within::Organisation,
    );
    let records = records.await.unwrap();
    let reached =
        records.iter().find(|it| it.figure == Figure::Reached && it.key == "water").unwrap();
    assert_eq!((reached.families, reached.count), (2, 2));
}
