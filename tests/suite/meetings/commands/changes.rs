//! Moving and calling off.

use super::{Desk, School, VLINDERS, number_in, thursday};

#[tokio::test]
async fn a_moved_meeting_keeps_its_length_and_tells_who_was_told() {
    let mut school = School::of_today().await;
    school.joins("Anna").await;
    let id = school.invites_to_coffee().await;
    school.presses("Anna", "i.y.").await;
    let said = school.staff_plan(&["move", &id, "--at", "10:15"]).await;
    assert!(said.contains("10:15 – 11:15") && said.contains("1 ouder krijgt bericht"), "{said}");
    let told = school.told("Anna");
    assert!(told.contains("verplaatst") && told.contains("10:15"), "{told}");
}

#[tokio::test]
async fn nobody_hears_of_a_change_who_had_not_heard_of_the_meeting() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_coffee(2).await;
    let on = thursday(3).to_string();
    let said = desk.plans(&["move", &id, "--on", &on]).await;
    assert!(said.contains("Nog niemand wist ervan."), "{said}");
    let said = desk.plans(&["cancel", &id]).await;
    assert!(said.contains("gaat niet door") && said.contains("Nog niemand"), "{said}");
    let listed = desk.plans(&["list"]).await;
    assert!(listed.contains("Er staat niets gepland"), "{listed}");
    assert!(desk.plans(&["list", "--all"]).await.contains("gaat niet door"));
}

#[tokio::test]
async fn of_a_series_one_time_is_called_off_or_all_of_them_in_one_message() {
    let mut school = School::of_today().await;
    school.joins("Anna").await;
    let on = thursday(2).to_string();
    let args = ["add", "play-group", "--group", "Vlinders", "--on", &on, "--at", "09:00"];
    let id = number_in(&school.staff_plan(&args).await);
    let said = school.staff_plan(&["cancel", &id, "--time", "2"]).await;
    assert!(said.contains(&format!("donderdag {}", thursday(3).day())), "{said}");
    let before = school.bubbles("Anna").len();
    let said = school.staff_plan(&["cancel", &id, "--why", "De juf is ziek."]).await;
    assert!(said.contains("1 ouder krijgt bericht"), "{said}");
    assert_eq!(school.bubbles("Anna").len(), before + 1, "one message for four times");
    let told = school.last("Anna").text;
    assert!(told.contains("De juf is ziek."), "{told}");
    for week in [2, 4, 5, 6] {
        assert!(told.contains(&format!("donderdag {} ", thursday(week).day())), "{told}");
    }
    assert_eq!(told.matches("09:00").count(), 4, "what was off already is not told again: {told}");
}

#[tokio::test]
async fn who_was_invited_to_talks_hears_that_the_round_is_off() {
    let mut school = School::of_today().await;
    school.joins("Anna").await;
    school.joins("Ewa").await;
    let id =
        number_in(&school.staff_plan(&["add", "ten-minute-talk", "--group", "Vlinders"]).await);
    let day = thursday(2).to_string();
    let hours = ["--from", "15:00", "--until", "16:00", "--announce"];
    school.staff_plan(&[&["open-slots", &id, "--day", &day], &hours[..]].concat()).await;
    let family =
        school.reads("select cast(family_id as text) from carers where name = 'Anna'").await;
    let at = format!("{day} 15:10");
    let booked =
        school.staff_plan(&["talk", "book", &id, "--family", &family[0], "--at", &at]).await;
    assert!(booked.contains("De ouder krijgt bericht."), "{booked}");
    assert!(school.told("Anna").contains("Daan") && school.told("Anna").contains("15:10"));
    let before = (school.bubbles("Anna").len(), school.bubbles("Ewa").len());
    let said = school.staff_plan(&["cancel", &id]).await;
    assert!(said.contains("1 gesprek is afgezegd"), "{said}");
    let after = (school.bubbles("Anna").len(), school.bubbles("Ewa").len());
    assert_eq!(after, (before.0 + 1, before.1 + 1), "each hears it once: {}", school.told("Anna"));
    assert!(school.told("Anna").contains("Daan"), "about the talk: {}", school.told("Anna"));
    assert!(!school.told("Ewa").contains("Zosia gaat"), "{}", school.told("Ewa"));
}

#[tokio::test]
async fn what_is_over_or_off_cannot_be_changed() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_coffee(2).await;
    desk.lets_pass(&id, 3).await;
    let on = thursday(3).to_string();
    assert!(desk.is_refused(1, &["move", &id, "--on", &on]).await.contains("voorbij"));
    assert!(desk.is_refused(1, &["cancel", &id]).await.contains("voorbij"));
    let other = desk.makes_coffee(2).await;
    desk.plans(&["cancel", &other]).await;
    assert!(desk.is_refused(1, &["move", &other, "--on", &on]).await.contains("afgezegd"));
    assert!(desk.is_refused(1, &["cancel", &other]).await.contains("afgezegd"));
    let talks = number_in(&desk.plans(&["add", "home-visit", "--group", VLINDERS]).await);
    assert!(desk.is_refused(2, &["move", &talks, "--on", &on]).await.contains("talk move"));
}
