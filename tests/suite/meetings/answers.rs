//! Saying whether one comes.

use thuispost::meeting::Base;

use crate::suite::meetings::FAMILIES;
use crate::suite::school::School;

#[tokio::test]
async fn a_parent_is_invited_in_her_language_and_comes_with_one_tap() {
    let mut school = School::opens(FAMILIES).await;
    school.joins("Fatima").await;
    school.joins("Ewa").await;
    let id = school.thinks_of(Base::CoffeeMorning, School::thursday()).await;
    let id = school.makes(&id).await;
    school.waits_a_minute().await;
    let told = school.told("Ewa");
    assert!(told.contains("czwartek, 3 grudnia"), "{told}");
    school.presses("Ewa", "i.y.").await;
    let told = school.told("Ewa");
    assert!(told.contains("✓"), "{told}");
    school.presses("Fatima", "i.n.").await;
    let meeting = school.meeting(id).await;
    assert_eq!(meeting.sessions.len(), 1);
    println!("{}\n{}", school.told("Ewa"), school.told("Fatima"));
}
