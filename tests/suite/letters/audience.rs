//! Who gets a letter: once for each phone, each on their own, about their own children.

use jiff::civil::datetime;

use super::{ALL, ANNA, DUTCH, FATIMA, JOINED, PIOTR, School};

#[tokio::test]
async fn two_carers_on_one_phone_get_one_copy_that_counts_for_both() {
    let karim = FATIMA.replace("Fatima", "Karim");
    let school = School::with_joined(&[FATIMA, &karim], &["Fatima"]).await;
    school.joins_on_the_phone_of("Fatima", "Karim").await;
    let before = school.bubbles("Fatima").len();
    school.sends_water().await;
    assert_eq!(school.bubbles("Fatima").len(), before + 2, "{}", school.told("Fatima"));
    assert_eq!(school.stands("water", "Fatima").await, "delivered");
    assert_eq!(school.stands("water", "Karim").await, "skipped shared_chat");
    assert!(school.not_reached("water").await.is_empty());
}

#[tokio::test]
async fn two_families_on_one_phone_are_both_reached_by_the_one_copy_about_all_their_children() {
    let amina = FATIMA.replace("Fatima", "Amina").replace("G1", "G9").replace("Samira", "Yusuf");
    let school = School::with_joined(&[FATIMA, &amina], &["Fatima"]).await;
    school.joins_on_the_phone_of("Fatima", "Amina").await;
    let before = school.bubbles("Fatima").len();
    school.sends_water().await;
    let said = school.bubbles("Fatima").split_off(before);
    assert_eq!(said.len(), 2);
    assert!(said[0].text.contains("Samira") && said[0].text.contains("Yusuf"), "{}", said[0].text);
    assert!(school.not_reached("water").await.is_empty());
}

#[tokio::test]
async fn siblings_in_two_groups_get_one_letter_that_names_both() {
    let kikkers = ANNA.replace("Vlinders", "Kikkers").replace("Daan", "Bram");
    let school = School::with_joined(&[ANNA, &kikkers], &["Anna"]).await;
    let folder = school.writes_letter("water", "", &ALL);
    school.sends(&folder, &["Vlinders", "Kikkers"], None).await.unwrap();
    let said = school.bubbles("Anna").split_off(JOINED);
    assert_eq!(said.len(), 2);
    let header = said[0].text.replace(['\u{2068}', '\u{2069}'], "");
    assert!(header.contains("Bram en Daan · De Regenboog"), "{header}");
}

#[tokio::test]
async fn a_letter_to_one_group_names_only_the_child_in_that_group() {
    let kikkers = ANNA.replace("Vlinders", "Kikkers").replace("Daan", "Bram");
    let school = School::with_joined(&[ANNA, &kikkers], &["Anna"]).await;
    school.sends_water().await;
    let header = &school.bubbles("Anna")[JOINED].text;
    assert!(header.contains("Daan") && !header.contains("Bram"), "{header}");
}

#[tokio::test]
async fn carers_who_live_apart_each_get_their_own_and_see_nothing_of_each_other() {
    let mother = "De Regenboog,,Vlinders,G1,moeder,Samira,,,Fatima,ar,";
    let father = "De Regenboog,,Vlinders,G1,vader,Samira,,,Karim,nl,";
    let school = School::with_joined(&[mother, father], &["Fatima", "Karim"]).await;
    school.sends_water().await;
    school.presses("Karim", "le.").await;
    assert!(school.told("Fatima").contains("نلعب") && school.told("Karim").contains("Wij spelen"));
    assert!(!school.told("Fatima").contains("Karim") && !school.told("Karim").contains("Fatima"));
    assert_eq!(school.bubbles("Fatima").len(), JOINED + 2, "an answer is nobody else's business");
    assert!(!school.last("Fatima").buttons.iter().flatten().any(|it| it.label.starts_with('✓')));
}

#[tokio::test]
async fn a_child_who_left_or_has_not_started_gets_no_letter() {
    let carers = ["Fatima", "Piotr", "Anna"];
    let school = School::with_joined(&[FATIMA, PIOTR, ANNA], &carers).await;
    school.does("update children set leaves = '2026-11-22' where name = 'Samira'").await;
    school.does("update children set starts = '2026-11-24' where name = 'Zosia'").await;
    school.does("update children set leaves = '2026-11-23' where name = 'Daan'").await;
    school.sends_water().await;
    assert_eq!(school.stands("water", "Fatima").await, "nothing");
    assert_eq!(school.stands("water", "Piotr").await, "nothing");
    assert_eq!(school.stands("water", "Anna").await, "delivered");
}

#[tokio::test]
async fn who_never_joined_is_listed_as_not_reached_and_gets_nothing() {
    let school = School::with_joined(&[FATIMA, ANNA], &["Anna"]).await;
    school.sends_water().await;
    assert_eq!(school.stands("water", "Fatima").await, "skipped not_connected");
    assert_eq!(school.not_reached("water").await, ["Fatima"]);
}

#[tokio::test]
async fn a_letter_sent_again_or_to_more_groups_leaves_nothing_stuck_for_who_joined_in_between() {
    let kikkers = PIOTR.replace("Vlinders", "Kikkers");
    let mut school = School::with_joined(&[FATIMA, ANNA, &kikkers], &["Anna", "Piotr"]).await;
    school.sends_water().await;
    school.joins("Fatima").await;
    let folder = school.writes_letter("water", "", &ALL);
    let again = school.sends(&folder, &["Vlinders", "Kikkers"], None).await.unwrap();
    assert!(!again.is_new);
    assert_eq!(again.already_sent, 1);
    assert_eq!(school.stands("water", "Piotr").await, "delivered");
    assert_eq!(school.stands("water", "Fatima").await, "skipped not_connected");
    assert_eq!(school.bubbles("Anna").len(), JOINED + 2, "nobody gets it twice");
    assert_eq!(school.bubbles("Fatima").len(), JOINED);
}

#[tokio::test]
async fn the_same_name_with_another_text_in_another_group_is_another_letter() {
    let kikkers = PIOTR.replace("Vlinders", "Kikkers").replace(",pl,", ",nl,");
    let school = School::with_joined(&[ANNA, &kikkers], &["Anna", "Piotr"]).await;
    school.sends_water().await;
    let other = DUTCH.replace("Wij spelen", "Wij gieten");
    let folder = school.writes_letter("water", "", &[("nl", &other)]);
    let second = school.sends(&folder, &["Kikkers"], None).await.unwrap();
    assert!(second.is_new);
    assert_eq!(second.letter.label, "water (De Regenboog/Kikkers)");
    assert!(school.told("Piotr").contains("Wij gieten") && !school.told("Anna").contains("gieten"));

    let folder = school.writes_letter("water", "", &[("nl", &other)]);
    let refused = school.sends(&folder, &["Vlinders", "Kikkers"], None).await.unwrap_err();
    assert_eq!(refused.to_string(), "several letters have this id");
}

#[tokio::test]
async fn a_changed_text_in_the_same_group_is_told_and_what_was_sent_stays() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.sends_water().await;
    let folder = school.writes_letter("water", "", &[("nl", &DUTCH.replace("spelen", "gieten"))]);
    let again = school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert_eq!(again.changed_languages.len(), 1);
    assert_eq!(school.bubbles("Anna").len(), JOINED + 2);
}

#[tokio::test]
async fn a_blocked_bot_makes_unreachable_later_letters_skip_and_unblocking_repairs() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.sandbox.blocks(school.id("Anna")).unwrap();
    school.settles().await;
    // The app's word about the block may be lost: then the first letter finds out.
    school.does("update carers set unreachable_at = null").await;
    school.sends_water().await;
    assert!(school.stands("water", "Anna").await.starts_with("unreachable Forbidden"));
    let parts = "select d.state || ' ' || d.reason from deliveries d where d.part = 1";
    assert_eq!(school.reads(parts).await, ["skipped earlier_part"]);

    let folder = school.writes_letter("herfst", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert_eq!(school.stands("herfst", "Anna").await, "skipped unreachable_before");
    assert_eq!(school.not_reached("herfst").await, ["Anna"]);

    school.sandbox.unblocks(school.id("Anna")).unwrap();
    school.settles().await;
    let folder = school.writes_letter("winter", "", &[("nl", DUTCH)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert_eq!(school.stands("winter", "Anna").await, "delivered");
}

#[tokio::test]
async fn a_planned_letter_goes_to_who_is_there_at_that_moment() {
    let later = FATIMA.replace("Samira,,", "Samira,2026-11-25,");
    let gone = PIOTR.replace("Zosia,,", "Zosia,,2026-11-24");
    let carers = ["Fatima", "Piotr", "Anna"];
    let school = School::with_joined(&[&later, &gone, ANNA], &carers).await;
    let folder = school.writes_letter("water", "", &ALL);
    school.plans(&folder, "Vlinders", datetime(2026, 11, 25, 10, 0, 0, 0)).await;
    school.turns_to(datetime(2026, 11, 25, 9, 59, 0, 0)).await;
    assert_eq!(school.stands("water", "Anna").await, "nothing");
    school.turns_to(datetime(2026, 11, 25, 10, 0, 0, 0)).await;
    assert_eq!(school.stands("water", "Anna").await, "delivered");
    assert_eq!(school.stands("water", "Fatima").await, "delivered");
    assert_eq!(school.stands("water", "Piotr").await, "nothing");
}
