//! From the link to the menu, and the end of access.

use thuispost::language::Args;
use thuispost::roster::Role;

use super::{FAMILIES, hears, said, toast};
use crate::suite::school::School;

#[tokio::test]
async fn who_opens_the_link_is_greeted_by_name_and_sees_the_menu() {
    let mut school = School::opens(FAMILIES).await;
    let code = school.employs("Eva", Role::Educator, &["Vlinders"]).await;
    school.opens_code("Eva", &code).await;
    let args = Args::new().text("name", "Eva").text("organisation", "De Regenboog");
    assert_eq!(school.bubbles("Eva")[0].text, said(&school, "staff-welcome", &args));
    hears(&school, "Eva", "staff-menu", &Args::new().number("questions", 0));
    assert_eq!(school.counts("select count(*) from carers where chat_id is not null").await, 0);
}

#[tokio::test]
async fn the_database_holds_only_a_hash_of_the_code() {
    let mut school = School::opens(FAMILIES).await;
    let code = school.employs("Eva", Role::Educator, &["Vlinders"]).await.reveal();
    let kept = school.reads("select code_hash from staff_codes").await;
    assert!(!kept[0].contains(code.trim_start_matches("s-")), "{kept:?}");
}

#[tokio::test]
async fn a_code_works_once_and_on_one_phone() {
    let mut school = School::opens(FAMILIES).await;
    let code = school.employs("Eva", Role::Educator, &["Vlinders"]).await;
    school.opens_code("Eva", &code).await;
    school.opens_code("Eva", &code).await;
    hears(&school, "Eva", "staff-menu", &Args::new().number("questions", 0));
    school.opens_code("Thief", &code).await;
    hears(&school, "Thief", "staff-code-used", &Args::new());
    assert_eq!(school.counts("select count(*) from staff_members where chat_id > 0").await, 1);
}

#[tokio::test]
async fn a_code_of_yesterday_does_not_work() {
    let mut school = School::opens(FAMILIES).await;
    let code = school.employs("Eva", Role::Educator, &["Vlinders"]).await;
    school.turns_to(jiff::civil::datetime(2026, 11, 24, 9, 31, 0, 0)).await;
    school.opens_code("Eva", &code).await;
    hears(&school, "Eva", "staff-code-expired", &Args::new());
    assert_eq!(school.counts("select count(*) from staff_members where chat_id > 0").await, 0);
}

#[tokio::test]
async fn a_newer_code_takes_the_place_of_an_older_one_and_moves_the_work_to_a_new_phone() {
    let mut school = School::opens(FAMILIES).await;
    let old = school.employs("Eva", Role::Educator, &["Vlinders"]).await;
    let code = school.new_code("Eva").await;
    school.opens_code("Eva", &old).await;
    hears(&school, "Eva", "staff-code-expired", &Args::new());
    school.opens_code("Eva", &code).await;
    school.opens_work("Eva").await;
    hears(&school, "Eva", "staff-menu", &Args::new().number("questions", 0));
    let code = school.new_code("Eva").await;
    school.opens_code("Eva's new phone", &code).await;
    school.turns_to(jiff::civil::datetime(2026, 11, 23, 12, 0, 0, 0)).await;
    school.presses("Eva", "w.q").await;
    assert_eq!(toast(&school, "Eva").await, said(&school, "button-too-old", &Args::new()));
    school.presses("Eva's new phone", "w.q").await;
    hears(&school, "Eva's new phone", "staff-no-questions", &Args::new());
}

#[tokio::test]
async fn a_code_that_nobody_made_opens_nothing_and_is_no_code_of_a_parent() {
    let mut school = School::opens(FAMILIES).await;
    let invite = school.code_of("Fatima").await;
    for (place, code) in
        ["s-AAAAAAAAAAAAAAAAAAAAAA".to_owned(), format!("s-{invite}"), "s-".to_owned()]
            .into_iter()
            .enumerate()
    {
        let name = format!("Stranger {place}");
        let phone = school.phone_of(&name, "nl");
        school.sandbox.presses_start(phone, Some(&code)).unwrap();
        school.settles().await;
        let phrase = if code.len() > 10 { "staff-code-unknown" } else { "code-unknown" };
        hears(&school, &name, phrase, &Args::new());
    }
    // Nor does a code of staff open a parent's place.
    let staff = school.employs("Eva", Role::Educator, &["Vlinders"]).await.reveal();
    let phone = school.phone_of("Stranger", "nl");
    school.sandbox.presses_start(phone, staff.strip_prefix("s-")).unwrap();
    school.settles().await;
    hears(&school, "Stranger", "code-unknown", &Args::new());
    assert_eq!(school.counts("select count(*) from carers where chat_id is not null").await, 0);
}

#[tokio::test]
async fn in_one_chat_works_one_person() {
    let mut school = School::opens(FAMILIES).await;
    for name in ["Eva", "Noor"] {
        school.employs(name, Role::Educator, &["Vlinders"]).await;
    }
    school.opens_work("Eva").await;
    let code = school.new_code("Noor").await;
    school.opens_code("Eva", &code).await;
    hears(&school, "Eva", "staff-code-chat-taken", &Args::new().text("name", "Eva"));
    school.types("Eva", "Stop!").await;
    hears(&school, "Eva", "staff-stopped", &Args::new());
    school.opens_code("Eva", &code).await;
    hears(&school, "Eva", "staff-menu", &Args::new().number("questions", 0));
    let here = "select name from staff_members where chat_id is not null";
    assert_eq!(school.reads(here).await, ["Noor"]);
}

#[tokio::test]
async fn who_is_removed_sees_and_does_nothing_from_that_moment_on() {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.types("Fatima", "سؤال").await;
    let before = school.bubbles("Eva").len();
    school.dismisses("Eva").await;
    school.types("Fatima", "سؤال آخر").await;
    assert_eq!(school.bubbles("Eva").len(), before, "{}", school.told("Eva"));
    for data in ["w.q", "w.m", "w.p.work", "w.u.1"] {
        let message = school.last("Eva").message_id;
        school.sandbox.presses(school.id("Eva"), message, data).unwrap();
        school.settles().await;
        assert_eq!(toast(&school, "Eva").await, said(&school, "button-too-old", &Args::new()));
    }
    school.replies("Eva", "Samira", "Ik weet het antwoord").await;
    school.types("Eva", "menu").await;
    assert_eq!(school.open_questions().await, 2);
    assert_eq!(school.bubbles("Eva").len(), before + 1, "{}", school.told("Eva"));
    hears(&school, "Eva", "stranger", &Args::new());
}

#[tokio::test]
async fn what_waits_for_who_was_removed_does_not_leave() {
    let mut school = School::with_staff().await;
    school.ends_service().await;
    let staff = "select cast(chat_id as text) from staff_members where name = 'Eva'";
    let chat = school.reads(staff).await.pop().unwrap();
    school
        .does(&format!(
            "insert into deliveries (mailing_id, carer_id, part, organisation_id, chat_id, language, priority,
                 state, not_before, payload)
             select 77, 0, 0, id, {chat}, 'nl', 0, 'waiting', 1, '{{\"text\":\"Samira\"}}' from organisations"
        ))
        .await;
    school.dismisses("Eva").await;
    school.begins_service().await;
    school.settles().await;
    let state = "select state || ' ' || reason from deliveries where mailing_id = 77";
    assert_eq!(school.reads(state).await, ["withdrawn left"]);
    assert!(!school.told("Eva").contains("Samira"));
}

#[tokio::test]
async fn the_commands_add_list_link_and_remove() {
    let school = School::opens(FAMILIES).await;
    let add = ["staff", "add", "Eva", "--role", "educator"];
    school.staff_run(&add).await.ill(2);
    school.staff_run(&[&add[..], &["--group", "Mieren"]].concat()).await.ill(2);
    let both = ["--group", "Vlinders", "--location", "De Zon"];
    school.staff_run(&[&add[..], &both].concat()).await.ill(2);
    let coach = ["staff", "add", "Kim", "--role", "coach", "--location", "De Maan"];
    let told = school.staff_run(&coach).await.ill(2);
    assert!(told.contains("De Regenboog, De Zon"), "{told}");
    let all = ["staff", "add", "Kim", "--role", "coordinator", "--group", "Vlinders"];
    school.staff_run(&all).await.ill(2);
    school.staff_run(&["staff", "add", " ", "--role", "coordinator"]).await.ill(2);
    assert_eq!(school.counts("select count(*) from staff_members").await, 0);

    let group = ["--group", "De Regenboog/Vlinders", "--language", "en"];
    let link = school.staff_run(&[&add[..], &group].concat()).await.well();
    let begins = "https://t.me/regenboog_bot?start=s-";
    assert!(link.starts_with(begins) && link.trim().len() == begins.len() + 22, "{link}");
    let told = school.staff_run(&[&add[..], &group].concat()).await.ill(2);
    assert!(told.contains("staff link \"Eva\""), "{told}");
    let listed = school.staff_run(&["staff", "list"]).await.well();
    assert!(listed.contains("De Regenboog/Vlinders") && listed.contains("Engels"), "{listed}");
    let again = school.staff_run(&["staff", "link", "Eva"]).await.well();
    assert!(again.starts_with(begins) && again != link, "{again}");
    school.staff_run(&["staff", "remove", "Eva"]).await.well();
    school.staff_run(&["staff", "link", "Eva"]).await.ill(2);
    school.staff_run(&["staff", "remove", "Eva"]).await.ill(2);
    assert!(!school.staff_run(&["staff", "list"]).await.well().contains("Eva"));
    school.staff_run(&[&add[..], &group].concat()).await.well();
    assert_eq!(school.counts("select count(*) from staff_members").await, 1, "the same person");
}
