//! Invitations, reports, the check, and the files that the program leaves.

use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use super::{Desk, School};

const ANNA: &str = "De Regenboog,,Vlinders,G3,,Daan,,,Anna,nl,";

#[tokio::test]
async fn invitations_come_as_a_list_for_a_spreadsheet() {
    let desk = Desk::with_families().await;
    let ran = desk.runs(&["invites"]).await;
    assert!(ran.err.contains("3 uitnodigingen"), "{ran:?}");
    let out = ran.well();
    let mut lines = out.lines();
    assert_eq!(lines.next(), Some("location,group,family,child,carer,language,link,expires"));
    let first = lines.next().unwrap();
    assert!(first.starts_with(
        "De Regenboog,Vlinders,G1,Samira,Fatima,ar,https://t.me/regenboog_bot?start="
    ));
    assert_eq!(lines.count(), 2);
    assert_eq!(desk.runs(&["invites"]).await.well(), out, "printing again gives the same links");
    let renewed = desk.runs(&["invites", "--renew", "--group", "De Zon/Vlinders"]).await.well();
    assert_eq!(renewed.lines().count(), 2);
    assert!(!out.contains(renewed.lines().last().unwrap()));
}

#[tokio::test]
async fn invitations_come_as_letters_to_print() {
    let desk = Desk::with_families().await;
    let html = desk.runs(&["invites", "--format", "html"]).await.well();
    assert!(html.starts_with("<!doctype html>") && html.contains("dir=\"rtl\""), "{html}");
    assert!(html.contains("t.me/regenboog_bot?start=") && html.contains("<svg"));
}

#[tokio::test]
async fn without_a_username_the_program_says_how_to_get_one() {
    let desk = Desk::with_families().await.sets("THUISPOST_BOT_USERNAME", "");
    let told = desk.runs(&["invites"]).await.ill(1);
    assert!(told.contains("THUISPOST_BOT_USERNAME"), "{told}");
}

#[tokio::test]
async fn key_and_database_are_for_their_owner_only() {
    let desk = Desk::with_families().await;
    desk.runs(&["invites"]).await.well();
    let mode = |name| {
        let file = desk.database.folder.path().join(name);
        file.metadata().unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode("thuispost.key"), 0o600);
    if !desk.database.is_postgres() {
        for name in ["t.db", "t.db.lock"] {
            desk.runs(&["check"]).await;
            assert_eq!(mode(name), 0o600, "{name}");
        }
    }
}

#[tokio::test]
async fn a_report_is_the_same_records_as_csv_and_as_json() {
    let desk = Desk::with_families().await;
    let args = ["report", "--by", "all", "--by", "language", "--format"];
    let csv = desk.runs(&[&args[..], &["csv"]].concat()).await.well();
    assert_eq!(csv.lines().next(), Some("figure,by,key,families,count,percent,norm,short"));
    assert!(csv.contains("connected,all,,3,0,0,100,3"), "{csv}");
    let json = desk.runs(&[&args[..], &["json"]].concat()).await.well();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert!(json["period"]["from"].as_str().unwrap().ends_with("-08-01"));
    let figures = json["figures"].as_array().unwrap();
    assert_eq!(figures.len(), csv.lines().count() - 1);
    assert_eq!(figures[0]["figure"], "connected");
    let names: Vec<&String> = figures[0].as_object().unwrap().keys().collect();
    let mut wanted: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
    wanted.sort_unstable();
    let mut names: Vec<&str> = names.into_iter().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, wanted);
    let table = desk.runs(&["report"]).await.well();
    assert!(table.contains("0 van 3"), "{table}");
}

#[tokio::test]
async fn is_it_ready_is_answered_by_the_exit_code() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut school = School::closed(ANNA).await;
    let desk = Desk::empty().await.sets("THUISPOST_HTTP_ADDR", &port.to_string());
    assert!(desk.runs(&["check", "--ready"]).await.ill(1).contains(&port.to_string()));
    school.settings.http_addr = port;
    school.begins_service().await;
    assert_eq!(desk.runs(&["check", "--ready"]).await.well(), "");
}

#[tokio::test]
async fn what_is_queued_without_a_service_waits_and_the_command_says_so() {
    let desk = Desk::with_families().await;
    desk.writes("water/nl.md", "# Water\n\nWij spelen met water.\n");
    let sent = desk.runs(&["letter", "send", "water", "--group", "De Zon/Vlinders"]).await;
    assert_eq!(sent.code, 0);
    assert!(sent.err.contains("Er draait nu geen thuispost serve"), "{sent:?}");
}

#[tokio::test]
async fn a_letter_sent_on_the_command_line_is_carried_by_the_running_service() {
    let mut school = School::opens(ANNA).await;
    school.joins("Anna").await;
    let before = school.bubbles("Anna").len();
    school.writes_letter("water", "groups = [\"Vlinders\"]", &[("nl", "# Water\n\nHallo.\n")]);
    let sent = school.staff_run(&["letter", "send", "water"]).await;
    assert!(!sent.err.contains("Er draait nu geen"), "{sent:?}");
    let anna = school.id("Anna");
    let came = school.sandbox.wait_until(crate::suite::school::PATIENCE, |world| {
        world
            .phone(anna)
            .is_some_and(|it| it.messages.iter().filter(|it| it.from_bot).count() > before)
    });
    assert!(came.await);
    school.settles().await;
    let again = school.staff_run(&["letter", "send", "water"]).await.well();
    assert!(again.contains("Brief water is al aan 1 ouder verstuurd."), "{again}");
}

#[tokio::test]
async fn an_export_is_read_by_a_person_or_by_a_program_and_an_erased_family_is_gone() {
    let mut school = School::opens(ANNA).await;
    school.joins("Anna").await;
    school.types("Anna", "Mag Daan een muts op?").await;
    let carer = school.reads("select cast(id as text) from carers").await.remove(0);
    let text = school.staff_run(&["export", "--carer", &carer]).await.well();
    assert!(
        text.contains("Vragen en antwoorden") && text.contains("Mag Daan een muts op?"),
        "{text}"
    );
    let json = school.staff_run(&["export", "--carer", &carer, "--format", "json"]).await.well();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["questions"][0]["body"], "Mag Daan een muts op?");
    assert_eq!(json["carer"][0]["name"], "Anna");

    let family = school.reads("select cast(id as text) from families").await.remove(0);
    let told = school.staff_run(&["erase", "--family", &family]).await.well();
    assert!(told.starts_with("Het gezin is gewist"), "{told}");
    assert_eq!(school.counts("select count(*) from carers").await, 0);
    school.staff_run(&["erase", "--family", &family]).await.ill(1);
}
