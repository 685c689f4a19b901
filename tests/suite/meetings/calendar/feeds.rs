//! A private calendar, asked for by a calendar program.

use std::net::SocketAddr;

use jiff::civil::{DateTime, datetime};
use reqwest::Method;
use thuispost::meeting::{self, Base, FeedOwner};
use thuispost::roster::{self, InviteKey, NewOrganisation, Role};

use super::super::School;
use super::Town;
use super::files::values;
use crate::suite::serving::free_address;

/// What a calendar program was answered.
struct Answered {
    status: u16,
    headers: reqwest::header::HeaderMap,
    text: String,
}

impl Answered {
    fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }
}

async fn asks(method: Method, url: &str, tag: Option<&str>) -> Answered {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.request(method, url);
    let request = match tag {
        Some(tag) => request.header("if-none-match", tag),
        None => request,
    };
    let answer = request.send().await.unwrap();
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    Answered { status, headers, text: answer.text().await.unwrap() }
}

async fn gets(url: &str) -> Answered {
    asks(Method::GET, url, None).await
}

impl Town {
    /// The town, its service running; and where.
    async fn serves() -> (Self, SocketAddr) {
        let mut school = Self::quiet().await;
        let address = free_address();
        school.settings.http_addr = address;
        school.settings.public_url = Some(format!("http://{address}"));
        school.begins_service().await;
        (school, address)
    }

    /// The address of a feed, as `meeting feed` prints it.
    async fn address(&self, staff: Option<&str>, renew: bool) -> String {
        let staff = match staff {
            Some(name) => Some(self.staff_id(name).await),
            None => None,
        };
        let owner = FeedOwner { organisation: self.organisation.id, staff };
        let key = InviteKey::load_or_make(&self.settings.key_file).unwrap();
        let mut write = self.store.write().await.unwrap();
        let how = (renew, self.calendar.now());
        let code = meeting::feed_code(&self.store, &mut write, &key, owner, how).await.unwrap();
        write.commit().await.unwrap();
        meeting::feed_address(self.settings.public_url.as_ref().unwrap(), &code)
    }
}

fn after(starts: DateTime) -> (DateTime, DateTime) {
    (starts, starts.saturating_add(jiff::Span::new().hours(1)))
}

#[tokio::test]
async fn a_calendar_program_gets_every_meeting_and_asks_again_for_nothing() {
    let (mut school, _) = Town::serves().await;
    let new = school.thinks_of(Base::CoffeeMorning, School::thursday()).await;
    let session = {
        let id = school.makes(&new).await;
        school.meeting(id).await.sessions[0].id
    };
    let url = school.address(None, false).await;
    assert_eq!(school.address(None, false).await, url, "printing again gives the same address");
    let answered = gets(&url).await;
    assert_eq!(answered.status, 200);
    assert_eq!(answered.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(answered.header("cache-control"), "private, max-age=300");
    let file = &answered.text;
    assert_eq!(values(file, "X-WR-CALNAME"), ["De Regenboog · bijeenkomsten"]);
    assert_eq!(values(file, "METHOD"), ["PUBLISH"]);
    assert_eq!(values(file, "UID"), [format!("session-{session}@thuispost")]);
    assert!(file.contains("Koffieochtend") && file.contains("Voor Vlinders"), "{file}");
    let tag = answered.header("etag");
    let head = asks(Method::HEAD, &url, None).await;
    assert_eq!((head.status, head.header("etag"), head.text.as_str()), (200, tag, ""));
    let length = head.header("content-length").parse::<usize>().unwrap();
    assert_eq!(length, file.len());
    let same = asks(Method::GET, &url, Some(tag)).await;
    assert_eq!((same.status, same.text.as_str()), (304, ""));
    school.turns_to(datetime(2026, 11, 24, 9, 30, 0, 0)).await;
    assert_eq!(asks(Method::GET, &url, Some(tag)).await.status, 304, "a day later it is the same");
    school.ends_service().await;
}

#[tokio::test]
async fn what_moved_and_what_was_called_off_is_the_same_entry_with_a_higher_number() {
    let (school, _) = Town::serves().await;
    let id = school.makes(&school.thinks_of(Base::CoffeeMorning, School::thursday()).await).await;
    let url = school.address(None, false).await;
    let first = gets(&url).await;
    assert_eq!(values(&first.text, "SEQUENCE"), ["0"]);
    // Over the end of summer time, and over midnight.
    let night = (datetime(2027, 10, 30, 22, 0, 0, 0), datetime(2027, 10, 31, 9, 0, 0, 0));
    school.turns_to(datetime(2026, 11, 30, 12, 0, 0, 0)).await;
    school.moves(id, night).await;
    let moved = asks(Method::GET, &url, Some(first.header("etag"))).await;
    assert_eq!(moved.status, 200, "it is another file");
    let file = &moved.text;
    assert_eq!(values(file, "UID"), values(&first.text, "UID"));
    assert_eq!(values(file, "SEQUENCE"), ["1"]);
    assert!(file.contains("DTSTART;TZID=Europe/Amsterdam:20271030T220000"), "{file}");
    assert!(file.contains("DTEND;TZID=Europe/Amsterdam:20271031T090000"), "{file}");
    school.calls_off(id).await;
    let off = gets(&url).await.text;
    assert_eq!(values(&off, "UID"), values(&first.text, "UID"));
    assert_eq!((values(&off, "SEQUENCE"), values(&off, "STATUS")), (vec!["2"], vec!["CANCELLED"]));
    assert_eq!(values(&off, "METHOD"), ["PUBLISH"]);
    school.turns_to(datetime(2026, 12, 31, 12, 0, 0, 0)).await;
    assert!(values(&gets(&url).await.text, "UID").is_empty(), "a month later it is gone");
}

#[tokio::test]
async fn a_feed_reaches_from_two_months_ago_to_a_year_ahead() {
    let (school, _) = Town::serves().await;
    let mut new = school.thinks_of(Base::CoffeeMorning, School::thursday()).await;
    new.times = [2, 370, 400]
        .map(|days| after(School::thursday().saturating_add(jiff::Span::new().days(days))))
        .into();
    school.makes(&new).await;
    let url = school.address(None, false).await;
    let days = async |now: DateTime| {
        school.turns_to(now).await;
        values(&gets(&url).await.text, "DTSTART").len()
    };
    assert_eq!(days(datetime(2026, 11, 24, 9, 30, 0, 0)).await, 1);
    assert_eq!(days(datetime(2026, 12, 24, 9, 30, 0, 0)).await, 2);
    assert_eq!(days(datetime(2027, 2, 10, 9, 30, 0, 0)).await, 2, "the first one was long ago");
}

#[tokio::test]
async fn an_educator_has_her_own_groups_and_talks_with_first_names_and_the_organisation_has_no_name()
 {
    let (mut school, _) = Town::serves().await;
    school.employs("Eva", Role::Educator, &["Vlinders"]).await;
    school.employs("Kim", Role::Educator, &["De Zon/Kevers"]).await;
    school.employs("Bas", Role::Coordinator, &[]).await;
    let eva = school.staff_id("Eva").await;
    let round = school.opens_talks(Some(eva), School::thursday()).await;
    let talk = school.books("Fatima", round).await;
    let coffee = school.thinks_of(Base::CoffeeMorning, School::thursday()).await;
    school.makes(&coffee).await;
    let own = gets(&school.address(Some("Eva"), false).await).await.text;
    assert_eq!(values(&own, "X-WR-CALNAME"), ["Eva · bijeenkomsten"]);
    assert_eq!(values(&own, "UID").len(), 2);
    assert!(own.contains("Samira (Vlinders)") && own.contains(&format!("talk-{talk}@")), "{own}");
    let kim = gets(&school.address(Some("Kim"), false).await).await.text;
    assert!(values(&kim, "UID").is_empty(), "{kim}");
    let bas = gets(&school.address(Some("Bas"), false).await).await.text;
    assert_eq!(values(&bas, "UID").len(), 1, "all meetings, and only talks of his own: {bas}");
    let all = gets(&school.address(None, false).await).await.text;
    assert_eq!(values(&all, "UID").len(), 2);
    for name in ["Samira", "Fatima", "Adam", "Daan", "Anna"] {
        assert!(!all.contains(name), "{name}: {all}");
    }
    school
        .does("update staff_groups set group_id = (select id from groups where name = 'Bijen')")
        .await;
    let moved = gets(&school.address(Some("Eva"), false).await).await.text;
    assert!(!moved.contains("Samira"), "a child of another group is not named: {moved}");
}

#[tokio::test]
async fn a_talk_that_was_called_off_is_struck_out_for_a_month_and_booked_again_it_is_back() {
    let (mut school, _) = Town::serves().await;
    school.employs("Eva", Role::Educator, &["Vlinders"]).await;
    let eva = school.staff_id("Eva").await;
    let round = school.opens_talks(Some(eva), School::thursday()).await;
    let talk = school.books("Anna", round).await;
    let url = school.address(Some("Eva"), false).await;
    let mut write = school.store.write().await.unwrap();
    let gone = meeting::cancel_talk(&mut write, talk, school.calendar.now()).await.unwrap();
    write.commit().await.unwrap();
    let struck = gets(&url).await.text;
    assert_eq!(values(&struck, "STATUS"), ["CANCELLED"]);
    assert_eq!(values(&struck, "SEQUENCE"), ["2"]);
    assert_eq!(values(&struck, "DTSTART"), ["20261203T083000"]);
    assert_eq!(values(&struck, "DTEND"), ["20261203T084000"]);
    assert!(gone.is_some());
    assert_eq!(school.books("Anna", round).await, talk);
    let again = gets(&url).await.text;
    assert_eq!(
        (values(&again, "STATUS"), values(&again, "SEQUENCE")),
        (vec!["CONFIRMED"], vec!["3"])
    );
}

#[tokio::test]
async fn what_is_revoked_removed_unknown_or_of_nobody_is_not_there() {
    let (mut school, address) = Town::serves().await;
    school.employs("Eva", Role::Educator, &["Vlinders"]).await;
    let (all, eva) = (school.address(None, false).await, school.address(Some("Eva"), false).await);
    assert_ne!(all, eva);
    for path in ["", "x.ics", "AAAAAAAAAAAAAAAAAAAAAA.ics", "%00.ics", "..%2Freadyz", ".ics"] {
        let url = format!("http://{address}/calendar/{path}");
        assert_eq!(gets(&url).await.status, 404, "{path}");
    }
    assert_eq!(gets(all.trim_end_matches(".ics")).await.status, 404);
    assert_eq!(asks(Method::POST, &all, None).await.status, 405);
    let new = school.address(None, true).await;
    assert_ne!(new, all);
    assert_eq!((gets(&all).await.status, gets(&new).await.status), (404, 200));
    assert_eq!(school.address(None, false).await, new);
    assert_eq!(gets(&eva).await.status, 200, "hers is another one");
    let now = school.calendar.now();
    let organisation = school.organisation.id;
    roster::remove_staff(&school.store, organisation, "Eva", now).await.unwrap();
    assert_eq!(gets(&eva).await.status, 404);
    assert_eq!(asks(Method::HEAD, &eva, None).await.status, 404);
    school.employs("Eva", Role::Educator, &["Vlinders"]).await;
    assert_eq!(gets(&eva).await.status, 404, "who comes back gets a new one");
    assert_ne!(school.address(Some("Eva"), false).await, eva);
}

#[tokio::test]
async fn another_organisation_has_a_calendar_of_its_own_at_its_own_clock() {
    let (mut school, _) = Town::serves().await;
    school.makes(&school.thinks_of(Base::CoffeeMorning, School::thursday()).await).await;
    let curacao = jiff::tz::TimeZone::get("America/Curacao").unwrap();
    let new = NewOrganisation {
        name: "Kas di Mucha",
        time_zone: curacao,
        language: thuispost::language::HomeLanguage::DUTCH,
        token_env: "KAS_TOKEN",
    };
    let now = school.calendar.now();
    school.organisation = roster::create_organisation(&school.store, &new, now).await.unwrap();
    let file = gets(&school.address(None, false).await).await.text;
    assert_eq!(values(&file, "X-WR-CALNAME"), ["Kas di Mucha · bijeenkomsten"]);
    assert!(values(&file, "UID").is_empty(), "{file}");
}

#[tokio::test]
async fn the_command_prints_the_address_renews_it_and_writes_a_file() {
    let school = Town::quiet().await;
    school.makes(&school.thinks_of(Base::CoffeeMorning, School::thursday()).await).await;
    let told = school.staff_run(&["meeting", "feed"]).await.ill(2);
    assert!(told.contains("THUISPOST_PUBLIC_URL") && told.contains("--file"), "{told}");
    assert_eq!(school.counts("select count(*) from calendar_feeds").await, 0);
    let told = school.staff_run(&["meeting", "feed", "--file", "agenda.ics"]).await.well();
    assert!(told.contains("agenda.ics"), "{told}");
    let path = school.database.folder.path().join("agenda.ics");
    let file = std::fs::read_to_string(path).unwrap();
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    std::fs::write(
        school.database.folder.path().join(".env"),
        "THUISPOST_PUBLIC_URL=https://post.example.org/\n",
    )
    .unwrap();
    let address = school.staff_run(&["meeting", "feed"]).await.well();
    assert!(address.starts_with("https://post.example.org/calendar/"), "{address}");
    assert!(address.ends_with(".ics\n"), "{address}");
    assert_eq!(school.staff_run(&["meeting", "feed"]).await.well(), address);
    assert_ne!(school.staff_run(&["meeting", "feed", "--renew"]).await.well(), address);
    let told = school.staff_run(&["meeting", "feed", "--staff", "Nobody"]).await.ill(2);
    assert!(told.contains("Nobody"), "{told}");
    let stored = school.reads("select code_hash from calendar_feeds").await;
    assert!(stored.iter().all(|hash| !address.contains(hash.as_str())), "only the hash is kept");
    std::fs::write(&school.settings.key_file, [7; 32]).unwrap();
    let told = school.staff_run(&["meeting", "feed"]).await.ill(1);
    assert!(told.contains("--renew"), "{told}");
}
