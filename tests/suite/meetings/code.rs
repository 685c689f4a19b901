//! The code on the coffee table.

use jiff::civil::datetime;
use thuispost::meeting::{self, Base, MeetingId, SESSION_CODE};
use thuispost::roster::{InviteKey, Role};

use crate::suite::meetings::FAMILIES;
use crate::suite::school::School;

impl School {
    /// What the link on the table carries for the first time of a meeting.
    async fn table_code(&self, id: MeetingId) -> String {
        let session = self.sessions(id).await[0];
        let key = InviteKey::load_or_make(&self.settings.key_file).unwrap();
        let mut write = self.store.write().await.unwrap();
        let link = meeting::session_link(&mut write, &key, session, "regenboog_bot").await.unwrap();
        write.commit().await.unwrap();
        link.split_once("?start=").unwrap().1.to_owned()
    }

    async fn scans(&mut self, name: &str, code: &str) {
        let phone = self.phone_of(name, "nl");
        self.sandbox.presses_start(phone, Some(code)).unwrap();
        self.settles().await;
    }

    async fn was_there(&self) -> Vec<String> {
        self.reads(
            "select f.name || ' ' || a.evidence from attendance a join families f on f.id = a.family_id order by f.name",
        )
        .await
    }
}

#[tokio::test]
async fn who_scans_the_code_on_the_day_is_on_the_list_once() {
    let mut school = School::joined(FAMILIES, &["Anna"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let code = school.table_code(id).await;
    assert!(code.starts_with(SESSION_CODE));
    assert_eq!(school.table_code(id).await, code, "printed again it is the same");
    school.turns_to(datetime(2026, 12, 3, 8, 10, 0, 0)).await;
    school.scans("Anna", &code).await;
    assert!(school.last("Anna").text.contains("opgeschreven bij"), "{}", school.told("Anna"));
    school.scans("Anna", &code).await;
    assert!(
        school.last("Anna").text.contains("Je stond al op de lijst"),
        "{}",
        school.told("Anna")
    );
    assert_eq!(school.was_there().await, ["G3 said"]);
}

#[tokio::test]
async fn the_day_before_or_after_the_code_notes_nobody() {
    let mut school = School::joined(FAMILIES, &["Anna"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let code = school.table_code(id).await;
    for day in [2, 4] {
        school.turns_to(datetime(2026, 12, day, 12, 0, 0, 0)).await;
        school.scans("Anna", &code).await;
        assert!(school.last("Anna").text.contains("alleen op die dag"), "{}", school.told("Anna"));
    }
    assert_eq!(school.was_there().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_family_that_was_not_invited_may_walk_in_and_is_thanked() {
    let mut school = School::joined(FAMILIES, &["Cor"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let code = school.table_code(id).await;
    school.turns_to(datetime(2026, 12, 3, 9, 0, 0, 0)).await;
    school.scans("Cor", &code).await;
    assert_eq!(school.was_there().await, ["G4 said"]);
    school.closes_list(id).await;
    school.turns_to(datetime(2026, 12, 3, 9, 50, 0, 0)).await;
    assert!(school.last("Cor").text.contains("Wat fijn dat je er was"), "{}", school.told("Cor"));
    assert!(school.last("Cor").text.contains("De Regenboog"), "{}", school.told("Cor"));
}

#[tokio::test]
async fn a_stranger_and_somebody_who_only_works_here_are_answered_kindly_and_not_noted() {
    let mut school = School::joined(FAMILIES, &["Anna"]).await;
    school.employs("Eva", Role::Educator, &["Vlinders"]).await;
    school.opens_work("Eva").await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let code = school.table_code(id).await;
    school.turns_to(datetime(2026, 12, 3, 9, 0, 0, 0)).await;
    for name in ["Een voorbijganger", "Eva"] {
        school.scans(name, &code).await;
        assert!(school.last(name).text.contains("Fijn dat je er bent"), "{}", school.told(name));
    }
    school.scans("Anna", "m-AAAAAAAAAAAAAAAAAAAAAA").await;
    assert!(school.last("Anna").text.contains("werkt niet"), "{}", school.told("Anna"));
    assert_eq!(school.was_there().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_code_of_a_meeting_that_was_called_off_notes_nobody() {
    let mut school = School::joined(FAMILIES, &["Anna"]).await;
    let id = school.invites_to(Base::CoffeeMorning).await;
    let code = school.table_code(id).await;
    let session = school.sessions(id).await[0];
    school.calls_off(id, session, None).await;
    school.turns_to(datetime(2026, 12, 3, 9, 0, 0, 0)).await;
    school.scans("Anna", &code).await;
    assert_eq!(school.was_there().await, Vec::<String>::new());
}
