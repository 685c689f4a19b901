//! From the code on the letter to the first welcome, and everything that can go wrong there.

use super::school::School;

const FATIMA: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,ar,";

#[tokio::test]
async fn a_mother_joins_with_three_taps_and_the_child_is_named_only_after_her_yes() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    let said = school.bubbles("Fatima");
    assert_eq!(said.len(), 3, "{}", school.told("Fatima"));
    assert!(!said[0].text.contains("Samira") && !said[1].text.contains("Samira"));
    assert!(said[2].text.contains("Samira"));
    assert_eq!(
        school.counts("select count(*) from carers where consented_at is not null").await,
        1
    );
}

#[tokio::test]
async fn a_code_works_once_and_not_on_another_phone() {
    let mut school = School::opens(FATIMA).await;
    let code = school.code_of("Fatima").await;
    school.joins("Fatima").await;
    let thief = school.phone_of("Somebody", "pl");
    school.sandbox.presses_start(thief, Some(&code)).unwrap();
    school.settles().await;
    let said = school.bubbles("Somebody");
    assert_eq!(said.len(), 1);
    assert!(!said[0].text.contains("Samira") && said[0].buttons.is_empty());
    assert_eq!(school.counts("select count(*) from carers where chat_id is not null").await, 1);
}
