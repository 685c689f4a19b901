//! Files and places on the map: what a bot may send, and what a person finds on the phone.

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use thuispost::sandbox::Kind;

use crate::{School, person};

const ENTRY: &str = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

impl School {
    fn entry(&self, name: &'static str) -> Form {
        let part = Part::bytes(ENTRY.as_bytes()).file_name(name).mime_str("text/calendar");
        Form::new().text("chat_id", self.fatima.to_string()).part("document", part.unwrap())
    }

    async fn sends_file(&self, form: Form) -> (u16, Value) {
        let request = self.http.post(self.address("sendDocument")).multipart(form);
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    fn venue(&self) -> Value {
        json!({
            "chat_id": self.fatima, "latitude": 52.3702, "longitude": 4.8952,
            "title": "De Regenboog", "address": "Lindestraat 12, Amsterdam",
        })
    }
}

#[tokio::test]
async fn a_file_arrives_under_its_name_and_is_sent_again_by_its_file_id() {
    let school = School::open().await;
    let buttons = json!({ "inline_keyboard": [[{ "text": "Dank", "callback_data": "d" }]] });
    let form = school
        .entry("موعد.ics")
        .text("caption", "<b>Donderdag</b>")
        .text("parse_mode", "HTML")
        .text("reply_markup", buttons.to_string());
    let (_, sent) = school.sends_file(form).await;
    let message = &sent["result"];
    let file = &message["document"];
    assert_eq!(file["file_name"], "موعد.ics", "{sent}");
    assert_eq!((&file["mime_type"], &file["file_size"]), (&json!("text/calendar"), &json!(32)));
    assert!(file["file_unique_id"].is_string());
    assert_eq!(message["caption"], "Donderdag");
    assert_eq!(message["caption_entities"][0]["type"], "bold");
    assert_eq!(message["reply_markup"], buttons);

    let again = json!({ "chat_id": school.fatima, "document": file["file_id"] });
    assert_eq!(school.gets("sendDocument", again).await["document"], *file);
    let phone = school.sandbox.phone(school.fatima);
    let kept: Vec<_> = phone.messages.iter().filter_map(|it| it.document.clone()).collect();
    assert!(kept.len() == 2 && kept.iter().all(|it| it.bytes == ENTRY && it.name == "موعد.ics"));
    assert_eq!(phone.messages[1].kind, Kind::Document);
    assert_eq!(phone.messages[1].buttons[0][0].label, "Dank");
    let edit = json!({ "chat_id": school.fatima, "message_id": 2, "caption": "Vrijdag" });
    assert_eq!(school.gets("editMessageCaption", edit).await["caption"], "Vrijdag");
}

#[tokio::test]
async fn the_same_words_under_another_name_are_another_file() {
    let school = School::open().await;
    let id = |sent: &Value| sent["result"]["document"]["file_id"].clone();
    let (_, one) = school.sends_file(school.entry("a.ics")).await;
    let (_, other) = school.sends_file(school.entry("b.ics")).await;
    let (_, same) = school.sends_file(school.entry("a.ics")).await;
    assert_ne!(id(&one), id(&other));
    assert_eq!(id(&one), id(&same));
}

#[tokio::test]
async fn what_is_no_file_is_not_taken() {
    let school = School::open().await;
    let chat = school.fatima;
    for (asked, words) in [
        (json!({ "chat_id": chat }), "there is no document in the request"),
        (
            json!({ "chat_id": chat, "document": "document-7000001-0" }),
            "wrong file identifier/HTTP URL specified",
        ),
        (json!({ "chat_id": chat, "document": "x", "photo": "y" }), "unknown parameter photo"),
    ] {
        let refused = school.refused("sendDocument", asked).await;
        assert_eq!(refused, format!("Bad Request: {words}"));
    }
    let (_, long) =
        school.sends_file(school.entry("a.ics").text("caption", "é".repeat(1025))).await;
    assert_eq!(long["description"], "Bad Request: message caption is too long");
    let (status, _) = school.sends_file(school.entry("a").text("caption", "é".repeat(1024))).await;
    assert_eq!(status, 200);
    let empty = Part::bytes(Vec::new()).file_name("a.ics");
    let empty = Form::new().text("chat_id", chat.to_string()).part("document", empty);
    let (_, empty) = school.sends_file(empty).await;
    assert_eq!(empty["description"], "Bad Request: file must be non-empty");
    let large = Part::bytes(vec![0; 51 * 1024 * 1024]).file_name("film.mp4");
    let large = Form::new().text("chat_id", chat.to_string()).part("document", large);
    assert_eq!(school.sends_file(large).await.0, 413);
    assert_eq!(school.received(), 1);
}

#[tokio::test]
async fn a_file_of_one_bot_is_of_no_use_to_another() {
    let school = School::open().await;
    let (_, sent) = school.sends_file(school.entry("a.ics")).await;
    let other = school.sandbox.add_bot("7000002:other", "other_bot");
    let ola = school.sandbox.add_phone_of(other, person("Ola", "pl"));
    school.sandbox.presses_start(ola, None).unwrap();
    let url = format!("{}/bot7000002:other/sendDocument", school.sandbox.url());
    let asked = json!({ "chat_id": ola, "document": sent["result"]["document"]["file_id"] });
    let answer = school.http.post(url).json(&asked).send().await.unwrap();
    assert_eq!(answer.status(), 400);
}

#[tokio::test]
async fn a_file_on_the_page_is_kept_and_never_opened_there() {
    let school = School::open().await;
    let (_, sent) = school.sends_file(school.entry("a.ics")).await;
    let id = sent["result"]["document"]["file_id"].as_str().unwrap();
    let url = format!("{}sandbox/documents/{id}", school.sandbox.page_url());
    let answer = school.http.get(url).send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "text/calendar");
    assert_eq!(answer.headers()["content-disposition"], "attachment");
    assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
    assert_eq!(answer.bytes().await.unwrap(), ENTRY);
    let unknown = format!("{}sandbox/documents/none", school.sandbox.page_url());
    assert_eq!(school.http.get(unknown).send().await.unwrap().status(), 404);
    let all = format!("{}sandbox/phones", school.sandbox.page_url());
    let all: Value = school.http.get(all).send().await.unwrap().json().await.unwrap();
    let shown = &all["phones"][0]["messages"][1]["document"];
    assert_eq!(*shown, json!({ "file_id": id, "name": "a.ics", "size": "32 B" }));
}

#[tokio::test]
async fn a_place_on_the_map_has_its_name_and_address() {
    let school = School::open().await;
    let sent = school.gets("sendVenue", school.venue()).await;
    let location = json!({ "latitude": 52.3702, "longitude": 4.8952 });
    assert_eq!(sent["location"], location);
    assert_eq!(sent["venue"]["location"], location);
    assert_eq!(sent["venue"]["title"], "De Regenboog");
    let phone = school.sandbox.phone(school.fatima);
    let bubble = phone.newest().unwrap();
    assert_eq!(bubble.kind, Kind::Venue);
    assert_eq!(bubble.pin.as_ref().unwrap().address, "Lindestraat 12, Amsterdam");
    let edit = json!({ "chat_id": school.fatima, "message_id": 2, "caption": "x" });
    let words = school.refused("editMessageCaption", edit).await;
    assert_eq!(words, "Bad Request: there is no caption in the message to edit");
    let all = format!("{}sandbox/phones", school.sandbox.page_url());
    let all: Value = school.http.get(all).send().await.unwrap().json().await.unwrap();
    assert_eq!(all["phones"][0]["messages"][1]["pin"]["place"], "52.37020, 4.89520");
}

#[tokio::test]
async fn a_place_that_is_nowhere_is_not_taken() {
    let school = School::open().await;
    let edge = [("latitude", json!(-90)), ("longitude", json!("180"))];
    for (field, value) in edge {
        let mut asked = school.venue();
        asked[field] = value;
        school.gets("sendVenue", asked).await;
    }
    for (field, value) in [
        ("latitude", json!(90.01)),
        ("longitude", json!("-180.5")),
        ("latitude", json!("north")),
        ("longitude", Value::Null),
        ("title", json!(" ")),
        ("address", Value::Null),
        ("caption", json!("no place has one")),
    ] {
        let mut asked = school.venue();
        asked[field] = value.clone();
        let words = school.refused("sendVenue", asked).await;
        assert!(words.starts_with("Bad Request: "), "{field} {value}: {words}");
    }
    assert_eq!(school.received(), 2);
}

#[tokio::test]
async fn a_forwarded_file_and_a_forwarded_place_stay_what_they_are() {
    let school = School::open().await;
    school.sends_file(school.entry("a.ics")).await;
    school.gets("sendVenue", school.venue()).await;
    for message_id in [2, 3] {
        let chat = school.fatima;
        let asked = json!({ "chat_id": chat, "from_chat_id": chat, "message_id": message_id });
        school.gets("forwardMessage", asked).await;
    }
    let phone = school.sandbox.phone(school.fatima);
    let [.., file, place] = phone.messages.as_slice() else { panic!("two were forwarded") };
    assert_eq!(file.document.as_ref().unwrap().name, "a.ics");
    assert_eq!(place.pin.as_ref().unwrap().title, "De Regenboog");
}
