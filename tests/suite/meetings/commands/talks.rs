//! Talks: moments, booking by telephone, moving, noting.

use super::{Desk, VLINDERS, number_beside, number_in, thursday};

#[tokio::test]
async fn moments_are_opened_and_too_few_are_warned_of() {
    let desk = Desk::of_a_school().await;
    let said = desk.plans(&["add", "ten-minute-talk", "--group", VLINDERS]).await;
    assert!(said.contains("open-slots") && said.contains("Voor 4 gezinnen."), "{said}");
    let id = number_in(&said);
    let listed = desk.plans(&["list"]).await;
    assert!(
        listed.contains("nog geen momenten") && listed.contains(&id),
        "it is not forgotten: {listed}"
    );
    let day = thursday(2).to_string();
    let open = ["meeting", "open-slots", &id, "--day", &day, "--from", "15:00", "--until"];
    let with = ["15:40", "--pause", "5", "--break", "15:15-15:25", "--with-interpreter", "20"];
    let ran = desk.runs(&[&open[..], &with].concat()).await;
    assert!(ran.err.contains("5 momenten nodig en 2 vrij"), "an interpreter takes two: {ran:?}");
    let said = ran.well();
    assert!(said.contains("2 momenten geopend, op donderdag"), "{said}");
    assert!(said.contains("Vrije momenten: 2. Nog geen moment: 4 kinderen."), "{said}");
    let shown = desk.plans(&["show", &id]).await;
    assert!(shown.contains("Gekozen: 0 van 4 kinderen.") && shown.contains("met tolk"), "{shown}");
    assert!(shown.contains("Dagen over: "), "{shown}");
}

#[tokio::test]
async fn a_range_has_weekdays_only_and_no_closed_ones() {
    let desk = Desk::of_a_school().await;
    let id = number_in(&desk.plans(&["add", "five-week-talk", "--group", VLINDERS]).await);
    let first = thursday(2);
    let friday = first.tomorrow().unwrap().to_string();
    desk.runs(&["closed-days", "add", &friday, "--name", "Studiedag"]).await.well();
    let (first, last) = (first.to_string(), thursday(3).to_string());
    let range = ["open-slots", &id, "--day", &first, "--to", &last];
    let hours = ["--from", "15:00", "--until", "15:40", "--announce"];
    let said = desk.plans(&[&range[..], &hours].concat()).await;
    assert!(said.contains("10 momenten geopend, van donderdag"), "five days of two: {said}");
    assert!(said.contains("De uitnodiging gaat nu weg."), "{said}");
}

#[tokio::test]
async fn a_family_books_by_telephone_and_each_household_has_a_talk_of_its_own() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_talks(2).await;
    let day = thursday(2);
    let at = |hour: &str| format!("{day} {hour}");
    let lotte = desk.family("G5").await;
    let book = ["talk", "book", &id, "--family", &lotte, "--at"];
    let told = desk.is_refused(2, &[&book[..], &[&at("15:00")]].concat()).await;
    assert!(told.contains("Iris, Jan"), "{told}");
    for (carer, hour) in [("iris", "15:00"), ("Jan", "15:10")] {
        let said = desk
            .plans(&[&book[..], &[&at(hour), "--carer", carer, "--child", "Lotte"]].concat())
            .await;
        assert!(said.contains("Gesprek over Lotte") && said.contains("Vertel het zelf"), "{said}");
    }
    let samira = desk.family("G1").await;
    let told =
        desk.is_refused(1, &["talk", "book", &id, "--family", &samira, "--at", &at("15:10")]).await;
    assert!(told.contains("15:20") && !told.contains("15:10,"), "others are free: {told}");
    desk.plans(&["talk", "book", &id, "--family", &samira, "--at", &at("15:50")]).await;
    let shown = desk.plans(&["show", &id]).await;
    assert!(shown.contains("Gekozen: 3 van 5 kinderen. Vrije momenten: 3."), "{shown}");
    let line = shown.lines().find(|line| line.contains("Samira")).unwrap();
    assert!(line.contains("15:50") && line.contains("Arabisch"), "{line}");
}

#[tokio::test]
async fn a_talk_is_moved_and_called_off_and_its_moment_may_be_closed() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_talks(2).await;
    let at = |hour: &str| format!("{} {hour}", thursday(2));
    let family = desk.family("G3").await;
    let said = desk.plans(&["talk", "book", &id, "--family", &family, "--at", &at("15:00")]).await;
    let talk = number_in(&said);
    let said = desk.plans(&["talk", "move", &talk, "--at", &at("15:30")]).await;
    assert!(said.contains("15:00 naar"), "{said}");
    let told = desk.is_refused(1, &["talk", "move", &talk, "--at", &at("15:30")]).await;
    assert!(told.contains("al op dat moment"), "{told}");
    let slot = desk.asks("select cast(min(id) as text) from slots where talk_id is null").await;
    desk.plans(&["talk", "move", &talk, "--slot", &slot]).await;
    let said = desk.plans(&["talk", "cancel", &talk, "--close"]).await;
    assert!(said.contains("Het gesprek over Daan"), "{said}");
    assert!(desk.is_refused(1, &["talk", "cancel", &talk]).await.contains("geen moment"));
    assert_eq!(desk.counts("slots where withdrawn_at is null").await, "5", "one is closed");
}

#[tokio::test]
async fn a_talk_is_noted_once_it_was_and_one_outside_of_every_round_too() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_talks(2).await;
    let at = format!("{} 15:00", thursday(2));
    let family = desk.family("G3").await;
    desk.plans(&["talk", "book", &id, "--family", &family, "--at", &at]).await;
    let talk = number_beside(&desk.plans(&["show", &id]).await, "Daan");
    let told = desk.is_refused(2, &["talk", "note", &talk, "--held"]).await;
    assert!(told.contains("Noteer het dan"), "{told}");
    let held = ["talk", "note", &talk, "--held", "--on", "2026-01-12", "--with", "moeder"];
    let more = ["--no-interpreter", "--next-step", "Samen lezen", "--moment", "at-three"];
    desk.plans(&[&held[..], &more].concat()).await;
    assert!(desk.plans(&["show", &id]).await.contains("gevoerd"));
    let kept = "talks where outcome = 'held' and held_on = '2026-01-12' and held_with = 'moeder'
        and interpreter_there = 0 and next_step = 'Samen lezen' and moment = 'at_three'";
    assert_eq!(desk.counts(kept).await, "1");
    let told = desk.is_refused(1, &["talk", "move", &talk, "--at", &at]).await;
    assert!(told.contains("al gevoerd"), "{told}");
    let outside = ["talk", "note", "--child", "zosia", "--group", VLINDERS, "--held"];
    desk.plans(&[&outside[..], &["--kind", "home-visit"]].concat()).await;
    assert_eq!(desk.counts("talks where meeting_id is null and kind = 'home-visit'").await, "1");
}

#[tokio::test]
async fn moments_that_cannot_be_are_told_and_nothing_is_opened() {
    let desk = Desk::of_a_school().await;
    desk.runs(&["staff", "add", "Eva", "--role", "educator", "--group", VLINDERS]).await.well();
    let zon = ["--group", "De Zon/Vlinders"];
    desk.runs(&[&["staff", "add", "Kim", "--role", "educator"], &zon[..]].concat()).await.well();
    let id = desk.makes_talks(2).await;
    let coffee = desk.makes_coffee(2).await;
    let day = thursday(2).to_string();
    let open = ["open-slots", &id, "--day"];
    let hours = [&day, "--from", "17:00", "--until", "18:00"];
    let cases: [(&[&str], &str); 7] = [
        (&["--staff", "Kim"], "werkt niet met deze groepen"),
        (&["--staff", "Piet"], "Piet"),
        (&["--break", "18:00-17:30"], "geen pauze"),
        (&["--length", "61"], "past geen gesprek"),
        (&["--to", "2020-01-01"], "binnen drie maanden"),
        (&["--to", "2099-01-01"], "binnen drie maanden"),
        (&["--announce-at", "2020-01-01 10:00"], "al voorbij"),
    ];
    for (more, says) in cases {
        let told = desk.is_refused(2, &[&open[..], &hours, more].concat()).await;
        assert!(told.contains(says), "{more:?}: {told}");
    }
    let past = ["2020-01-01", "--from", "15:00", "--until", "16:00"];
    assert!(desk.is_refused(2, &[&open[..], &past].concat()).await.contains("voorbij"));
    let back = [&day, "--from", "16:00", "--until", "15:00"];
    assert!(desk.is_refused(2, &[&open[..], &back].concat()).await.contains("moet na"));
    assert!(
        desk.is_refused(2, &["open-slots", &coffee, "--announce"]).await.contains("open-slots")
    );
    let eva = [&open[..], &hours, &["--staff", "Eva"]].concat();
    desk.plans(&eva).await;
    let told = desk.is_refused(2, &eva).await;
    assert!(told.contains("17:00") && told.contains("heeft deze medewerker al een"), "{told}");
    assert_eq!(desk.counts("slots").await, "12");
}

#[tokio::test]
async fn what_cannot_be_a_talk_is_told_and_nothing_is_kept() {
    let desk = Desk::of_a_school().await;
    let id = desk.makes_talks(2).await;
    let coffee = desk.makes_coffee(2).await;
    let at = ["--at", "2099-01-01 10:00"];
    let cases: [(&[&str], &str); 3] = [
        (&["book", &coffee, "--family", "1"], "geen gesprek"),
        (&["book", &id, "--family", "12"], "geen gezin 12"),
        (&["move", "12"], "geen gesprek 12"),
    ];
    for (args, says) in cases {
        let told = desk.is_refused(2, &[&["talk"], args, &at].concat()).await;
        assert!(told.contains(says), "{args:?}: {told}");
    }
    let bo = desk.family("G4").await;
    let told =
        desk.is_refused(2, &[&["talk", "book", &id, "--family", &bo], &at[..]].concat()).await;
    assert!(told.contains("in deze groepen"), "{told}");
    let long = "a".repeat(141);
    let cases: [(&[&str], &str); 5] = [
        (&["Piet"], "Daan, Lotte"),
        (&["Daan", "--kind", "other"], "soort met momenten"),
        (&["Daan", "--on", "2099-01-01"], "Noteer het dan"),
        (&["Daan", "--moment", "at-six"], "at_five"),
        (&["Daan", "--next-step", &long], "140"),
    ];
    for (args, says) in cases {
        let note = ["talk", "note", "--group", VLINDERS, "--held", "--child"];
        let told = desk.is_refused(2, &[&note[..], args].concat()).await;
        assert!(told.contains(says), "{args:?}: {told}");
    }
    assert!(
        desk.is_refused(2, &["talk", "note", "12", "--held"]).await.contains("geen gesprek 12")
    );
    assert!(desk.is_refused(2, &["talk", "cancel", "12"]).await.contains("geen gesprek 12"));
    assert_eq!(desk.counts("talks").await, "0");
}
