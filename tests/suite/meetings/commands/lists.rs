//! Who was there: on the list, on paper, by the week, by the code on the table.

use super::{Desk, School, VLINDERS, number_in, thursday};

#[tokio::test]
async fn families_are_noted_and_corrected_on_the_list_of_a_meeting() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_coffee(2).await;
    desk.lets_pass(&id, 1).await;
    let listed = desk.plans(&["attendance", &id]).await;
    assert!(listed.contains("0 van 4 gezinnen waren er."), "{listed}");
    let (samira, daan, bo) =
        (desk.family("G1").await, desk.family("G3").await, desk.family("G4").await);
    assert!(listed.contains(&format!("{samira} (G1)")), "{listed}");
    let there = ["attendance", &id, "--family", &samira, "--family", &daan, "--family", &bo];
    let said = desk.plans(&[&there[..], &["--interpreter", &samira]].concat()).await;
    assert!(said.contains("3 van 5 gezinnen waren er."), "Bo came along: {said}");
    assert!(said.contains("nog open"), "{said}");
    let said = desk.plans(&["attendance", &id, "--not", &daan, "--close"]).await;
    assert!(said.contains("2 van 5 gezinnen") && said.contains("De lijst is compleet."), "{said}");
    assert!(desk.is_refused(1, &["attendance", &id, "--close"]).await.contains("al compleet"));
    desk.plans(&["attendance", &id, "--reopen"]).await;
    let listed = desk.plans(&["attendance", &id]).await;
    let line = listed.lines().find(|line| line.contains("Samira")).unwrap();
    assert!(line.contains("gezien") && line.contains("was er"), "{line}");
}

#[tokio::test]
async fn a_list_is_printed_filled_in_and_taken_over() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_coffee(2).await;
    desk.lets_pass(&id, 1).await;
    let list = desk.plans(&["attendance", &id, "--print"]).await;
    let mut lines = list.lines();
    assert_eq!(lines.next(), Some("gezin,kind,groep,komt,mensen,tolk_gevraagd,aanwezig,tolk"));
    assert_eq!(lines.count(), 4, "{list}");
    let filled = list.replace("G3,Daan,Vlinders,,,,,", "G3,Daan,Vlinders,,,,x,");
    assert_ne!(filled, list);
    desk.writes("lijst.csv", &filled);
    let said = desk.plans(&["attendance", &id, "--file", "lijst.csv"]).await;
    assert!(said.contains("1 van 4 gezinnen"), "{said}");
    let other = "\u{feff}kind;groep;aanwezig;tolk\nZosia;Vlinders;ja;\nAdam;bijen;Ja;ja\n;;;\n";
    let file = desk.database.folder.path().join("lijst.csv");
    std::fs::write(&file, other).unwrap();
    let said = desk.plans(&["attendance", &id, "--file", "lijst.csv"]).await;
    assert!(said.contains("3 van 4 gezinnen"), "Adam is Samira's brother: {said}");
}

#[tokio::test]
async fn a_broken_list_is_told_row_by_row_and_nothing_of_it_is_kept() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_coffee(2).await;
    desk.lets_pass(&id, 1).await;
    desk.writes("lijst.csv", "gezin,aanwezig\nG1,ja\nG9,ja\nG3,misschien\n");
    let told = desk.is_refused(1, &["attendance", &id, "--file", "lijst.csv"]).await;
    insta::assert_snapshot!(told, @r"
    lijst.csv: er is niets ingelezen. Verbeter dit en probeer het opnieuw.
    Rij 3, gezin: gezin G9 staat niet in de gegevens. Schrijf het zoals in het bestand met gezinnen.
    Rij 4, aanwezig: schrijf ja of nee, niet misschien.
    ");
    for (text, says) in [
        ("", "leeg"),
        ("gezin,aanwezig\n", "geen enkele rij"),
        ("naam,komt\nG1,ja\n", "Gevonden: naam, komt"),
    ] {
        desk.writes("lijst.csv", text);
        let told = desk.is_refused(1, &["attendance", &id, "--file", "lijst.csv"]).await;
        assert!(told.contains(says), "{told}");
    }
    assert!(
        desk.is_refused(1, &["attendance", &id, "--file", "weg.csv"]).await.contains("weg.csv")
    );
    let family = desk.family("G1").await;
    let wrong = ["attendance", &id, "--family", &family, "--family", "12"];
    assert!(desk.is_refused(2, &wrong).await.contains("geen gezin 12"));
    let alone = ["attendance", &id, "--interpreter", &family];
    assert!(desk.is_refused(2, &alone).await.contains("--family"));
    let both = ["attendance", &id, "--family", &family, "--not", &family];
    assert!(desk.is_refused(2, &both).await.contains("--not"));
    assert_eq!(desk.counts("attendance").await, "0");
}

#[tokio::test]
async fn before_its_day_nobody_can_have_been_there() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_coffee(2).await;
    let family = desk.family("G1").await;
    let told = desk.is_refused(2, &["attendance", &id, "--family", &family]).await;
    assert!(told.contains(&format!("donderdag {}", thursday(2).day())), "{told}");
    let talks = desk.makes_talks(2).await;
    assert!(desk.is_refused(2, &["attendance", &talks]).await.contains("talk note"));
}

#[tokio::test]
async fn of_a_series_each_time_has_a_list_of_its_own() {
    let desk = Desk::of_a_school().await;
    let on = thursday(2).to_string();
    let args = ["add", "play-group", "--group", VLINDERS, "--on", &on, "--at", "09:00"];
    let id = number_in(&desk.plans(&args).await);
    desk.lets_pass(&id, 1).await;
    let told = desk.is_refused(2, &["attendance", &id]).await;
    assert!(told.contains("--time") && told.contains("5 ("), "{told}");
    let family = desk.family("G2").await;
    desk.plans(&["attendance", &id, "--time", "2", "--family", &family]).await;
    assert!(desk.plans(&["attendance", &id, "--time", "2"]).await.contains("1 van 4"));
    assert!(desk.plans(&["attendance", &id, "--time", "3"]).await.contains("0 van 4"));
    assert!(desk.is_refused(2, &["attendance", &id, "--time", "6"]).await.contains("--time"));
}

#[tokio::test]
async fn play_in_is_ticked_once_a_family_and_week() {
    let desk = Desk::of_a_school().await;
    let (samira, daan) = (desk.family("G1").await, desk.family("G3").await);
    let looked = desk.plans(&["play-in", "--group", VLINDERS]).await;
    assert!(looked.contains("0 van 4 gezinnen") && looked.contains("Samira"), "{looked}");
    assert_eq!(desk.counts("meetings").await, "0", "looking leaves nothing behind");
    let tick = ["play-in", "--group", VLINDERS, "--family", &samira, "--family", &daan];
    assert!(desk.plans(&tick).await.contains("2 van 4"));
    assert!(desk.plans(&tick).await.contains("2 van 4"), "again is the same");
    let not = ["play-in", "--group", VLINDERS, "--not", &daan];
    assert!(desk.plans(&not).await.contains("1 van 4"));
    let before = ["play-in", "--group", VLINDERS, "--week", "2026-09-09", "--family", &daan];
    let said = desk.plans(&before).await;
    assert!(said.contains("maandag 7 september") && said.contains("1 van 4"), "{said}");
    let later = ["play-in", "--group", VLINDERS, "--week", "2099-01-01", "--family", &daan];
    assert!(desk.is_refused(2, &later).await.contains("pas op"));
    assert!(desk.plans(&["list", "--all"]).await.contains("Er staat niets gepland"));
    let add = ["add", "play-in", "--group", VLINDERS, "--no-invite"];
    assert!(desk.is_refused(2, &add).await.contains("meeting play-in"));
}

#[tokio::test]
async fn the_code_on_the_table_is_a_page_in_every_language() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_coffee(2).await;
    let link = desk.plans(&["code", &id]).await;
    assert!(link.starts_with("https://t.me/regenboog_bot?start=m-"), "{link}");
    assert_eq!(desk.plans(&["code", &id]).await, link, "printed again it is the same");
    let page = desk.plans(&["code", &id, "--html"]).await;
    assert!(page.starts_with("<!doctype html>") && page.contains("<svg"), "{page}");
    assert!(page.contains(link.trim()) && page.contains("Koffieochtend"), "{page}");
    assert_eq!(page.matches("<li lang=").count(), 8);
    assert!(page.contains("lang=\"ar\" dir=\"rtl\""), "{page}");
    desk.lets_pass(&id, 2).await;
    assert!(desk.is_refused(1, &["code", &id]).await.contains("voorbij"));
    let talks = desk.makes_talks(2).await;
    assert!(desk.is_refused(2, &["code", &talks]).await.contains("talk note"));
}

#[tokio::test]
async fn show_counts_families_by_what_they_said() {
    let mut school = School::of_today().await;
    for carer in ["Fatima", "Ewa", "Anna"] {
        school.joins(carer).await;
    }
    let id = school.invites_to_coffee().await;
    school.presses("Anna", "i.y.").await;
    school.presses("Fatima", "i.n.").await;
    let shown = school.staff_plan(&["show", &id]).await;
    let said = |what: &str| {
        let line = shown.lines().find(|line| line.ends_with(what)).unwrap();
        line.split_whitespace().next().unwrap().to_owned()
    };
    assert_eq!(
        (said(" komt"), said("komt niet"), said("nog geen antwoord")),
        ("1".into(), "1".into(), "1".into())
    );
    assert!(shown.contains("Verwacht: 1 mens."), "{shown}");
    assert!(school.staff_plan(&["list"]).await.contains("1 van 3"));
}
