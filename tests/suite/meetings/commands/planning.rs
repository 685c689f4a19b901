//! Kinds, places, and making meetings.

use thuispost::language::{HomeLanguage, day};

use super::{Desk, School, VLINDERS, number_in, thursday};

#[tokio::test]
async fn kinds_are_listed_with_what_is_usual_and_a_school_makes_its_own() {
    let desk = Desk::of_a_school().await;
    let kinds = desk.plans(&["kinds"]).await;
    assert_eq!(kinds.lines().count(), 14, "{kinds}");
    let talk = kinds.lines().find(|line| line.contains("ten-minute-talk")).unwrap();
    assert!(talk.contains("10") && talk.contains("100 %") && talk.contains("kiest een moment"));
    let own = ["kind", "Vader ochtend", "--like", "theme-morning", "--minutes", "75"];
    let named = ["--name", "nl=Vaderochtend", "--name", "ar=صباح الآباء", "--target", "50"];
    let kept = desk.plans(&[&own[..], &named].concat()).await;
    assert!(kept.contains("vader-ochtend (Vaderochtend): 75 minuten"), "{kept}");
    desk.plans(&["kind", "coffee-morning", "--minutes", "90", "--place", "Keuken"]).await;
    let kinds = desk.plans(&["kinds"]).await;
    assert!(kinds.contains("vader-ochtend"), "{kinds}");
    let id = desk.makes_coffee(2).await;
    let shown = desk.plans(&["show", &id]).await;
    assert!(shown.contains("08:30 – 10:00") && shown.contains("Keuken, De Regenboog"), "{shown}");
}

#[tokio::test]
async fn a_location_gets_an_address_and_a_place_on_the_map() {
    let desk = Desk::of_a_school().await;
    let said = desk.plans(&["place", "de regenboog", "--pin", "52.1284, 4.4464"]).await;
    assert!(said.contains("nog geen adres") && said.contains("52.1284,4.4464"), "{said}");
    let said = desk.plans(&["place", "De Regenboog", "--address", "Kerkstraat 1"]).await;
    assert!(said.contains("De Regenboog: Kerkstraat 1") && said.contains("mlat=52.1284"), "{said}");
    let id = desk.makes_coffee(2).await;
    assert!(desk.plans(&["show", &id]).await.contains("De Regenboog, Kerkstraat 1"));
}

#[tokio::test]
async fn a_meeting_is_told_with_its_time_its_families_and_its_number() {
    let desk = Desk::of_a_school().await;
    let on = thursday(3).to_string();
    let args = ["add", "information-evening", "--group", VLINDERS, "--on", &on, "--at", "19.30"];
    let said = desk.plans(&args).await;
    assert!(said.starts_with("Informatieavond in De Regenboog/Vlinders. Nummer: "), "{said}");
    assert!(said.contains("19:30 – 21:00") && said.contains("Voor 4 gezinnen."), "{said}");
    assert!(said.contains("De uitnodiging gaat nu weg."), "{said}");
    let listed = desk.plans(&["list"]).await;
    assert!(listed.contains("0 van 4") && listed.contains(&number_in(&said)), "{listed}");
    let at = format!("{} 10:00", thursday(1));
    let later = [&args[..], &["--invite-at", &at]].concat();
    let said = desk.plans(&later).await;
    assert!(
        said.contains(&format!("De uitnodiging gaat op donderdag {}", thursday(1).day())),
        "{said}"
    );
    let quiet = [&args[..], &["--no-invite", "--ve-only", "--capacity", "1"]].concat();
    let said = desk.plans(&quiet).await;
    assert!(said.contains("Voor 1 gezin.") && said.contains("geen uitnodiging"), "{said}");
    assert!(desk.plans(&["list"]).await.contains("niet uitgenodigd"));
}

#[tokio::test]
async fn a_play_group_is_five_weeks_for_ten_families_and_a_series_may_have_days_of_its_own() {
    let desk = Desk::of_a_school().await;
    let first = thursday(2);
    let on = first.to_string();
    let args = ["add", "play-group", "--group", VLINDERS, "--group", "Bijen", "--on", &on];
    let said = desk.plans(&[&args[..], &["--at", "9:00"]].concat()).await;
    assert_eq!(said.lines().filter(|line| line.contains("09:00 – 10:30")).count(), 5, "{said}");
    let shown = desk.plans(&["show", &number_in(&said)]).await;
    assert!(shown.contains("Plek voor 10 gezinnen.") && shown.contains("5. donderdag"), "{shown}");
    let (second, third) = (thursday(4).to_string(), thursday(7).to_string());
    let days = ["--on", &second, "--on", &third, "--at", "9:00", "--minutes", "30"];
    let said = desk.plans(&[&args[..], &days].concat()).await;
    assert_eq!(said.lines().filter(|line| line.contains("09:00 – 09:30")).count(), 3, "{said}");
}

#[tokio::test]
async fn a_meeting_over_midnight_says_its_second_day() {
    let desk = Desk::of_a_school().await;
    let first = thursday(2);
    let (on, end) = (first.to_string(), format!("{} 01:00", first.tomorrow().unwrap()));
    let args = ["add", "other", "--group", VLINDERS, "--on", &on, "--at", "20:00", "--until", &end];
    let said = desk.plans(&args).await;
    let friday = format!("vrijdag {}", first.tomorrow().unwrap().day());
    assert!(
        said.contains("20:00 – ") && said.contains(&friday) && said.contains("01:00"),
        "{said}"
    );
}

#[tokio::test]
async fn a_meeting_on_a_closed_day_is_made_and_warned_of() {
    let desk = Desk::of_a_school().await;
    let on = thursday(2);
    desk.runs(&["closed-days", "add", &on.to_string(), "--name", "Studiedag"]).await.well();
    let on = on.to_string();
    let args = ["meeting", "add", "other", "--group", VLINDERS, "--on", &on, "--at", "8:30"];
    let ran = desk.runs(&args).await;
    assert!(ran.code == 0 && ran.err.contains("gesloten dag: Studiedag"), "{ran:?}");
    let again = desk.runs(&[&args[..], &["--no-invite"]].concat()).await;
    assert!(again.err.contains("Bijeenkomst"), "the same families at the same moment: {again:?}");
}

#[tokio::test]
async fn a_line_of_ones_own_goes_through_readiness_like_a_letter() {
    let desk = Desk::of_a_school().await;
    let on = thursday(2).to_string();
    let args = ["add", "coffee-morning", "--group", VLINDERS, "--on", &on, "--at", "08:30"];
    let line = ["--line", "nl=Neem een foto mee."];
    let told = desk.is_refused(1, &[&args[..], &line].concat()).await;
    insta::assert_snapshot!(told, @r"
    Arabisch ontbreekt voor 1 gezin: G1
    Pools ontbreekt voor 1 gezin: G2
    Er is niets gemaakt of verstuurd. Geef ook een --line in die taal, of kies --missing hold (later, met thuispost meeting line) of --missing dutch (nu in het Nederlands).
    ");
    assert_eq!(desk.counts("meetings").await, "0", "nothing is kept");
    let held = desk.runs(&[&["meeting"], &args[..], &line, &["--missing", "hold"]].concat()).await;
    assert!(held.err.contains("Arabisch ontbreekt"), "{held:?}");
    let id = number_in(&held.well());
    let more = ["line", &id, "ar=أحضروا صورة.", "pl=Weź zdjęcie."];
    assert!(desk.plans(&more).await.contains("2 talen"));
    let texts = "mailing_texts where language in ('ar', 'pl')";
    assert_eq!(desk.counts(texts).await, "2");
}

#[tokio::test]
async fn a_carer_who_waited_for_a_line_in_her_language_is_invited_when_it_is_there() {
    let mut school = School::of_today().await;
    school.joins("Anna").await;
    school.joins("Ewa").await;
    let on = thursday(2);
    let date = on.to_string();
    let args = ["add", "coffee-morning", "--group", "Vlinders", "--on", &date, "--at", "08:30"];
    let line = ["--line", "nl=Neem een foto mee.", "--missing", "hold"];
    let before = school.bubbles("Ewa").len();
    let id = number_in(&school.staff_plan(&[&args[..], &line].concat()).await);
    assert!(school.told("Anna").contains("Neem een foto mee."), "{}", school.told("Anna"));
    assert_eq!(school.bubbles("Ewa").len(), before, "there is nothing in Polish yet");
    school.staff_plan(&["line", &id, "pl=Weź zdjęcie."]).await;
    let told = school.told("Ewa");
    let when = day(HomeLanguage::parse("pl").unwrap(), on);
    let weekday = when.split(',').next().unwrap();
    assert!(told.contains("Weź zdjęcie.") && told.contains(weekday), "{told}");
}

#[tokio::test]
async fn a_picture_is_checked_before_anything_is_made() {
    let desk = Desk::of_a_school().await;
    let on = thursday(2).to_string();
    let args = ["add", "other", "--group", VLINDERS, "--on", &on, "--at", "8:30", "--picture"];
    let told = desk.is_refused(1, &[&args[..], &["weg.png"]].concat()).await;
    assert!(told.contains("weg.png"), "{told}");
    desk.writes("tekst.png", "geen plaatje");
    let told = desk.is_refused(1, &[&args[..], &["tekst.png"]].concat()).await;
    assert!(told.contains("geen JPEG-, PNG- of WebP-plaatje"), "{told}");
    std::fs::write(desk.database.folder.path().join("huis.png"), crate::suite::school::PNG)
        .unwrap();
    desk.plans(&[&args[..], &["huis.png"]].concat()).await;
    assert_eq!(desk.counts("meetings where picture_id is not null").await, "1");
}
