//! `thuispost check`: every line with what is well, and with what is broken.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;

use serde_json::Value;
use thuispost::clock::Moment;
use thuispost::store::Store;

use super::super::school::TOKEN;
use super::{Desk, Ran, School};

const ANNA: &str = "De Regenboog,,Vlinders,G3,,Daan,,,Anna,nl,";
const WELL: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

/// The line about something, with the one below it.
fn about(ran: &Ran, line: &str) -> String {
    let found: Vec<&str> = ran.out.lines().skip_while(|it| !it.contains(line)).take(2).collect();
    assert!(!found.is_empty(), "nothing about {line}: {ran:?}");
    found.join("\n")
}

/// It found this to be wrong, says how to mend it, and ends with 1.
fn is_wrong(ran: &Ran, line: &str, mend: &str) {
    let told = about(ran, line);
    assert!(told.starts_with("wrong") && told.contains(mend) && ran.code == 1, "{told}\n{ran:?}");
}

/// It says to look at this and what to do.
fn is_to_be_looked_at(ran: &Ran, line: &str, mend: &str) {
    let told = about(ran, line);
    assert!(told.starts_with("look") && told.contains(mend), "{told}\n{ran:?}");
}

/// A Bot API that says so, at this date, to everybody.
fn says(date: &str, webhook: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (date, webhook) = (date.to_owned(), webhook.to_owned());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut asked = [0; 4_096];
            let length = stream.read(&mut asked).unwrap();
            let is_me = asked[..length].windows(5).any(|part| part == b"getMe");
            let result = if is_me { r#"{"id":1,"username":"regenboog_bot"}"# } else { &webhook };
            let body = format!(r#"{{"ok":true,"result":{result}}}"#);
            let head = format!(
                "HTTP/1.1 200 OK\r\ndate: {date}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
                body.len()
            );
            stream.write_all((head + &body).as_bytes()).unwrap();
        }
    });
    url
}

/// A desk whose bot is at such a Bot API.
async fn desk_at(url: &str) -> Desk {
    Desk::with_families().await.sets("TELOXIDE_TOKEN", TOKEN).sets("TELOXIDE_API_URL", url)
}

#[tokio::test]
async fn where_all_is_well_it_says_so_and_ends_with_0() {
    let mut school = School::opens(ANNA).await;
    school.joins("Anna").await;
    let ran = school.staff_run(&["check"]).await;
    assert_eq!(ran.code, 0, "{ran:?}");
    for line in [
        "settings: all can be read",
        "words: ar en es fr nl pl so tr",
        "key file: ",
        "erasures: 0 in the journal",
        "schema in place, durable",
        "service: running",
        "bot of De Regenboog: @regenboog_bot",
        "bot of De Regenboog: asked for updates, 0 wait",
        "clock: 0 s from the Bot API's",
        "post of De Regenboog: 0 messages wait",
    ] {
        assert!(about(&ran, line).starts_with("ok "), "{line}: {ran:?}");
    }
    is_to_be_looked_at(&ran, "no native speaker", "locales/STATUS.toml");
    assert_eq!(ran.out.contains("ok     disk:"), !school.database.is_postgres());
    assert!(!ran.out.contains("very-secret-token"));

    let ran = school.staff_run(&["check", "--format", "json"]).await;
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["well"], true);
    let found = told["findings"].as_array().unwrap();
    assert!(found.iter().any(|it| it["level"] == "ok" && it["what"] == "service"));
    assert!(found.iter().any(|it| it["level"] == "look" && it["mend"] != ""));
}

#[tokio::test]
async fn wrong_settings_are_all_listed_and_the_rest_is_still_looked_at() {
    let desk = Desk::with_families().await;
    let desk =
        desk.sets("THUISPOST_TIME_ZONE", "Mars/Olympus").sets("THUISPOST_PER_SECOND", "veel");
    let ran = desk.runs(&["check"]).await;
    is_wrong(&ran, "THUISPOST_TIME_ZONE", "thuispost.toml");
    is_wrong(&ran, "THUISPOST_PER_SECOND", "thuispost.toml");
    assert!(about(&ran, "words:").starts_with("ok"));
    let ran = desk.runs(&["check", "--format", "json"]).await;
    assert_eq!(serde_json::from_str::<Value>(&ran.out).unwrap()["well"], false);

    let desk = Desk::empty().await;
    desk.writes(".env", "TELOXIDE_TOKEN=1:x\n");
    let file = desk.database.folder.path().join(".env");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    is_to_be_looked_at(
        &desk.runs(&["check"]).await,
        ".env can be read by others",
        "chmod 600 .env",
    );
}

#[tokio::test]
async fn a_token_that_is_missing_rejected_or_meets_no_answer_is_wrong() {
    let desk = Desk::with_families().await;
    let ran = desk.runs(&["check"]).await;
    is_wrong(&ran, "bot of Thuispost: TELOXIDE_TOKEN is not set", "@BotFather");
    is_to_be_looked_at(&ran, "service: not running", "thuispost serve");

    let school = School::opens(ANNA).await;
    let desk = desk_at(&school.sandbox.url()).await.sets("TELOXIDE_TOKEN", "1:stale");
    is_wrong(&desk.runs(&["check"]).await, "the token is not accepted", "TELOXIDE_TOKEN");
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let ran = desk_at(&format!("http://{closed}")).await.runs(&["check"]).await;
    is_wrong(&ran, "does not answer", "network");

    let none = Desk::empty().await;
    let ran = none.runs(&["check"]).await;
    is_to_be_looked_at(&ran, "organisations: none yet", "import roster");
    is_wrong(&ran, "bot: TELOXIDE_TOKEN is not set", "@BotFather");
}

#[tokio::test]
async fn a_webhook_where_none_should_be_one_that_fails_and_one_elsewhere_are_found() {
    let webhook = r#"{"url":"https://other.example/secret-path","pending_update_count":3,
        "last_error_date":1795000000,"last_error_message":"Connection refused"}"#;
    let desk = desk_at(&says(WELL, webhook)).await;
    let ran = desk.runs(&["check"]).await;
    is_to_be_looked_at(&ran, "a webhook at other.example", "when it starts");
    is_to_be_looked_at(&ran, "Connection refused", "certificate");
    assert!(!ran.out.contains("secret-path"), "{ran:?}");

    let desk = desk.sets("THUISPOST_UPDATES", "webhook");
    let elsewhere = desk.sets("THUISPOST_PUBLIC_URL", "https://post.example");
    is_to_be_looked_at(
        &elsewhere.runs(&["check"]).await,
        "updates to other.example",
        "when it starts",
    );
    let right = elsewhere.sets("THUISPOST_PUBLIC_URL", "https://other.example");
    assert!(
        about(&right.runs(&["check"]).await, "updates to other.example, 3 wait").starts_with("ok")
    );

    // Beside a running service nobody will change it.
    let school = School::opens(ANNA).await;
    let desk = desk_at(&says(WELL, webhook)).await.sets("DATABASE_URL", &school.database.url);
    is_wrong(&desk.runs(&["check"]).await, "a webhook at other.example", "another program");
}

#[tokio::test]
async fn a_clock_that_is_off_is_found() {
    let ran = desk_at(&says(WELL, r#"{"url":""}"#)).await.runs(&["check"]).await;
    is_to_be_looked_at(&ran, "s from the Bot API's", "set-ntp");
    let ran = desk_at(&says("yesterday", r#"{"url":""}"#)).await.runs(&["check"]).await;
    is_to_be_looked_at(&ran, "bears no date", "check again");
}

#[tokio::test]
async fn a_database_that_cannot_be_used_is_wrong() {
    for (url, line, mend) in [
        ("sqlite://text.db", "file is not a database", "restore a backup"),
        ("sqlite://no/such/t.db", "no/such/t.db", "let this user write that folder"),
        (
            "postgres://thuispost:geheim@127.0.0.1:1/thuispost",
            "database: ",
            "is the server running",
        ),
    ] {
        let desk = Desk::empty().await.sets("DATABASE_URL", url);
        desk.writes("text.db", "Beste ouders, dit is geen database maar een brief aan iedereen.\n");
        let ran = desk.runs(&["check"]).await;
        is_wrong(&ran, line, mend);
        is_wrong(&ran, "bot: TELOXIDE_TOKEN is not set", "@BotFather");
        assert!(!ran.out.contains("geheim"), "{ran:?}");
    }
    let desk = Desk::with_families().await;
    let sql =
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
               values (9999, 'later', true, '', 0)";
    let mut write = desk.database.store.write().await.unwrap();
    sqlx::query(sql).execute(&mut *write).await.unwrap();
    write.commit().await.unwrap();
    assert!(Store::open(&desk.database.url).await.is_err());
    is_wrong(&desk.runs(&["check"]).await, "newer", "use the thuispost that made it");
}

#[tokio::test]
async fn a_key_or_a_journal_that_cannot_be_used_is_found() {
    let desk = Desk::with_families().await;
    let path = |name: &str| desk.database.folder.path().join(name);
    let ran = desk.runs(&["check"]).await;
    is_to_be_looked_at(&ran, "thuispost.key is not there", "bring it back");
    is_to_be_looked_at(&ran, "thuispost.erasures is not there", "bring it back");

    desk.runs(&["invites"]).await.well();
    desk.runs(&["backup", "b.db"]).await.well();
    let ran = desk.runs(&["check"]).await;
    assert!(
        about(&ran, "key file:").starts_with("ok") && about(&ran, "erasures:").starts_with("ok")
    );
    for (name, mode) in [("thuispost.key", 0o640), ("thuispost.erasures", 0o644)] {
        std::fs::set_permissions(path(name), std::fs::Permissions::from_mode(mode)).unwrap();
        let ran = desk.runs(&["check"]).await;
        is_to_be_looked_at(
            &ran,
            &format!("{name} can be read by others"),
            &format!("chmod 600 {name}"),
        );
    }
    std::fs::set_permissions(path("thuispost.key"), std::fs::Permissions::from_mode(0o644))
        .unwrap();
    is_wrong(&desk.runs(&["check"]).await, "anybody on this machine can read the key", "chmod 600");
    std::fs::write(path("thuispost.key"), "short").unwrap();
    std::fs::set_permissions(path("thuispost.key"), std::fs::Permissions::from_mode(0o600))
        .unwrap();
    is_wrong(&desk.runs(&["check"]).await, "not a key of 32 bytes", "bring it back");

    desk.writes("thuispost.erasures", "Beste ouders\n");
    is_wrong(&desk.runs(&["check"]).await, "not a journal of erasures", "THUISPOST_ERASURES_FILE");
    let folder = desk.sets("THUISPOST_ERASURES_FILE", ".");
    is_wrong(&folder.runs(&["check"]).await, "erasures: .", "THUISPOST_ERASURES_FILE");
}

#[tokio::test]
async fn a_bot_that_was_rejected_waits_or_is_quiet_and_post_that_is_stuck_are_found() {
    let school = School::closed(ANNA).await;
    let (past, ahead) = (1_767_225_600_000_i64, 4_102_444_800_000_i64);
    let tells = async |set: &str| {
        school.does("delete from bots").await;
        let insert = "insert into bots (organisation_id) select id from organisations";
        school.does(insert).await;
        school.does(&format!("update bots set {set}")).await;
        school.staff_run(&["check"]).await
    };
    let ran = tells(&format!("stopped_at = {past}, stopped_reason = 'Unauthorized'")).await;
    is_wrong(&ran, "Telegram did not accept the token (Unauthorized)", "TELOXIDE_TOKEN");
    is_to_be_looked_at(
        &tells(&format!("paused_until = {ahead}")).await,
        "asked it to wait until",
        "wait",
    );
    is_to_be_looked_at(
        &tells(&format!("quiet_since = {past}")).await,
        "quiet since",
        "thuispost restored",
    );
    let old = Moment::from_millis(past);
    school
        .does(&format!(
            "insert into deliveries (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state,
                 not_before) select 1, 1, 0, id, 1, 'nl', 2, 'waiting', {past} from organisations"
        ))
        .await;
    let ran = tells("username = 'x'").await;
    is_to_be_looked_at(&ran, &format!("1 messages wait, the oldest since {old}"), "see its log");
}
