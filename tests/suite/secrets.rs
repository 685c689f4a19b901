//! Whatever goes wrong, neither log nor error message tells a token, a code, a password, or
//! anything about a family.

use std::time::Duration;

use thuispost::clock::{Calendar, Ticker};
use thuispost::meeting::{self, FeedOwner};
use thuispost::roster::InviteKey;
use thuispost::sandbox::{Fault, Options, Trouble};

use super::parents;
use super::school::{PATIENCE, School, TOKEN};
use super::serving::Program;

const ROWS: &str = "\
De Regenboog,020-555 01 23,Vlinders,Familienaam Benali,,Samiraatje,,,Fatimaatje,nl,
De Regenboog,020-555 01 23,Vlinders,Familienaam Nowak,,Zosiaatje,,,Agnieszkaatje,nl,";

const QUESTION: &str = "Mogen wij donderdag eerder komen";

fn unauthorized() -> Trouble {
    Trouble::Refusal { code: 401, description: "Unauthorized".to_owned() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_tells_nothing_of_tokens_codes_and_families_whatever_goes_wrong() {
    let mut school = School::with(ROWS, Options::new(Calendar::system())).await;
    let codes: Vec<String> =
        school.invites().await.iter().map(|it| it.code.reveal().to_owned()).collect();
    let program = Program::of(&school).with("THUISPOST_LOG", "trace");
    let serving = program.serves();
    for carer in ["Fatimaatje", "Agnieszkaatje"] {
        school.joins(carer).await;
    }
    parents::approve(&school, &parents::letter(&school, 1)).await;
    for troubles in [
        [Trouble::Closed, Trouble::Hang, Trouble::BrokenJson],
        [Trouble::HtmlPage(502), Trouble::HtmlPage(302), unauthorized()],
    ] {
        for trouble in troubles {
            // A poll that hangs is noticed only after its own half minute.
            if trouble != Trouble::Hang {
                school.sandbox.breaks(Fault::on("getUpdates", trouble.clone()));
            }
            school.sandbox.breaks(Fault::on("sendMessage", trouble));
        }
        school.sandbox.breaks(Fault::on("getMe", Trouble::Closed));
        school.sandbox.types(school.id("Fatimaatje"), QUESTION).unwrap();
        school.types("Agnieszkaatje", QUESTION).await;
    }
    let (status, _) = serving.ends_politely().await;
    assert!(status.success());
    // Nobody listens there any more.
    school.sandbox.stop();
    let serving = program.serves();
    let ticker = Ticker::start();
    while program.said().matches("cannot be reached").count() < 2 {
        assert!(ticker.elapsed() < PATIENCE, "{}", program.said());
        ticker.until(ticker.elapsed() + Duration::from_millis(50)).await;
    }
    drop(serving);
    let said = program.said();
    assert!(said.contains("does not accept this bot's token"), "the log is being read");
    let mut secrets = vec![TOKEN, "very-secret", QUESTION, "kenmerk-", "Familienaam"];
    secrets.extend(["Samiraatje", "Fatimaatje", "Zosiaatje", "Agnieszkaatje"]);
    secrets.extend(codes.iter().map(String::as_str));
    for secret in secrets {
        let line = said.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} is told");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_tells_no_address_of_a_private_calendar_whoever_asks_for_it() {
    let school = School::with(ROWS, Options::new(Calendar::system())).await;
    let key = InviteKey::load_or_make(&school.settings.key_file).unwrap();
    let owner = FeedOwner { organisation: school.organisation.id, staff: None };
    let mut codes = Vec::new();
    for renew in [false, true] {
        let mut write = school.store.write().await.unwrap();
        let how = (renew, school.calendar.now());
        let code = meeting::feed_code(&school.store, &mut write, &key, owner, how).await.unwrap();
        write.commit().await.unwrap();
        codes.push(code.reveal().to_owned());
    }
    codes.push("AAAAAAAAAAAAAAAAAAAAAA".to_owned());
    let program = Program::of(&school).with("THUISPOST_LOG", "trace");
    let serving = program.serves_at_an_address();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let mut answers = Vec::new();
    for code in &codes {
        let url = serving.url(&format!("/calendar/{code}.ics"));
        let ticker = Ticker::start();
        let answer = loop {
            match client.get(&url).send().await {
                Ok(answer) => break answer.status().as_u16(),
                Err(error) => assert!(ticker.elapsed() < PATIENCE, "{error}"),
            }
            ticker.until(ticker.elapsed() + Duration::from_millis(50)).await;
        };
        answers.push(answer);
    }
    assert_eq!(answers, [404, 200, 404]);
    school.does("drop table calendar_feeds").await;
    let broken = client.get(serving.url(&format!("/calendar/{}.ics", codes[1])));
    assert_eq!(broken.send().await.unwrap().status().as_u16(), 503);
    let (status, _) = serving.ends_politely().await;
    assert!(status.success());
    let said = program.said();
    assert!(said.contains("a calendar cannot be read"), "the log is being read");
    for code in &codes {
        let line = said.lines().find(|line| line.contains(code.as_str()));
        assert_eq!(line, None, "{code} is told");
    }
}

#[tokio::test]
async fn a_rejected_token_is_told_once_not_with_every_message() {
    let school = School::with(&parents::rows(8), Options::new(Calendar::system())).await;
    parents::have_joined(&school).await;
    // All of the first round, and the questions after it.
    for (method, times) in [("sendMessage", 8), ("getMe", 3)] {
        (0..times).for_each(|_| school.sandbox.breaks(Fault::on(method, unauthorized())));
    }
    parents::approve(&school, &parents::short_letter(&school, 1)).await;
    let program = Program::of(&school);
    let serving = program.serves();
    school.settles().await;
    drop(serving);
    let told = program.said().matches("does not accept this bot's token").count();
    assert_eq!(told, 1, "{}", program.said());
}

#[tokio::test]
async fn a_command_that_cannot_reach_its_database_does_not_repeat_the_password() {
    let school = School::closed(ROWS).await;
    for url in [
        "postgres://thuispost:geheim-woord@127.0.0.1:1/thuispost",
        "postgres://thuispost:geheim-woord@127.0.0.1:notaport/thuispost",
        "mysql://thuispost:geheim-woord@db/thuispost",
        "postgres://thuispost:geheim-woord@/thuispost?host=/nonexistent",
    ] {
        let program = Program::of(&school).with("DATABASE_URL", url).with("THUISPOST_LOG", "trace");
        for command in [&["serve"][..], &["letter", "list"], &["check"]] {
            assert!(!program.runs(command).success(), "{command:?} {url}");
        }
    }
    let said = Program::of(&school).said();
    assert!(said.contains("DATABASE_URL") || said.contains("database"), "{said}");
    let line = said.lines().find(|line| line.contains("geheim-woord"));
    assert_eq!(line, None);
}
