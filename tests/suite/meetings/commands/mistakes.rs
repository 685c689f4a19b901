//! What is wrong with a meeting is told with what to do, and nothing of it is kept.

use super::{Desk, VLINDERS, night_of_spring, thursday};

#[tokio::test]
async fn times_that_cannot_be_are_refused() {
    let desk = Desk::of_a_school().await;
    let on = thursday(2).to_string();
    let spring = night_of_spring().to_string();
    let before = format!("{} 10:00", thursday(1));
    let cases: [(&[&str], &str); 14] = [
        (&["--on", "2020-01-02", "--at", "08:30"], "voorbij"),
        (&["--on", &on, "--at", "10:00", "--until", "09:00"], "na middernacht"),
        (&["--on", &on, "--at", "10:00", "--until", &before], "voor het begint"),
        (&["--on", &on, "--at", "10:00", "--until", "2099-01-01 10:00"], "twee dagen"),
        (&["--on", &spring, "--at", "02:30"], "gaat de klok een uur vooruit"),
        (&["--on", &on, "--on", &on, "--at", "10:00"], "twee keer tegelijk"),
        (&["--on", &on, "--on", "2099-01-01", "--at", "10:00", "--weekly", "2"], "--weekly"),
        (&["--on", "morgen", "--at", "10:00"], "morgen is geen dag"),
        (&["--on", &on, "--at", "half negen"], "half negen is geen tijdstip"),
        (&["--on", &on, "--at", "24:00"], "24:00 is geen tijdstip"),
        (&["--on", &on], "--at"),
        (&["--at", "08:30"], "--on"),
        (&[], "--on"),
        (&["--on", &on, "--at", "08:30", "--invite-at", "2099-01-01 10:00"], "al begonnen"),
    ];
    for (args, says) in cases {
        let all = [&["add", "coffee-morning", "--group", VLINDERS], args].concat();
        let told = desk.is_refused(2, &all).await;
        assert!(told.contains(says), "{args:?}: {told}");
    }
    let past = ["--on", &on, "--at", "08:30", "--invite-at", "2020-01-01 10:00"];
    let all = [&["add", "coffee-morning", "--group", VLINDERS], &past[..]].concat();
    assert!(desk.is_refused(2, &all).await.contains("2020-01-01 10:00 is al voorbij"));
    assert_eq!(desk.counts("meetings").await, "0");
    assert_eq!(desk.counts("mailings").await, "0");
}

#[tokio::test]
async fn names_and_numbers_that_nobody_has_are_told_with_where_to_look() {
    let desk = Desk::of_a_school().await;
    let on = thursday(2).to_string();
    let when = ["--on", &on, "--at", "08:30"];
    let cases: [(&[&str], &str); 12] = [
        (&["add", "theekrans", "--group", VLINDERS], "coffee-morning"),
        (&["add", "other", "--group", "Vossen"], "De Zon/Vlinders"),
        (&["add", "other", "--group", "Vlinders"], "meer dan één groep"),
        (&["add", "other", "--group", VLINDERS, "--group", "De Zon/Vlinders"], "--location"),
        (&["add", "other", "--group", VLINDERS, "--location", "De Maan"], "De Regenboog, De Zon"),
        (&["add", "other", "--group", VLINDERS, "--line", "Tot dan"], "nl="),
        (&["add", "other", "--group", VLINDERS, "--line", "marsiaans=Tot dan"], "nl="),
        (&["add", "other", "--group", VLINDERS, "--line", "nl=A", "--line", "nl=B"], "twee keer"),
        (&["show", "12"], "meeting list"),
        (&["kind", "nieuw"], "--like"),
        (&["kind", "Ni€uw", "--like", "other"], "kleine letters"),
        (&["place", "De Maan"], "De Regenboog, De Zon"),
    ];
    for (args, says) in cases {
        let all = if args[0] == "add" { [args, &when].concat() } else { args.to_vec() };
        let told = desk.is_refused(2, &all).await;
        assert!(told.contains(says), "{args:?}: {told}");
    }
    for pin in ["91,4", "52,181", "noord", "52.1"] {
        let told = desk.is_refused(2, &["place", "De Zon", "--pin", pin]).await;
        assert!(told.contains("geen plek op de kaart"), "{told}");
    }
    let talks = ["add", "home-visit", "--group", VLINDERS, "--on", &on, "--at", "08:30"];
    assert!(desk.is_refused(2, &talks).await.contains("open-slots"));
    let long = format!("nl={}", "a".repeat(201));
    let line = ["add", "other", "--group", VLINDERS, "--line", &long];
    assert!(desk.is_refused(2, &[&line[..], &when].concat()).await.contains("200"));
    assert_eq!(desk.counts("meetings").await, "0");
}

#[tokio::test]
async fn every_message_of_the_command_is_there_in_english_too() {
    let desk = Desk::of_a_school().await.sets("THUISPOST_LANGUAGE", "en");
    let on = thursday(2).to_string();
    let args = ["add", "coffee-morning", "--group", VLINDERS, "--on", &on, "--at", "08:30"];
    let said = desk.plans(&args).await;
    assert!(
        said.contains("For 4 families.") && said.contains("The invitation leaves now."),
        "{said}"
    );
    let told = desk.is_refused(2, &["show", "12"]).await;
    assert!(told.contains("There is no meeting 12"), "{told}");
}
