//! The look-alike of Telegram: what a bot gets, what it is refused, and what is seen on a phone.
#![expect(clippy::unwrap_used, reason = "what a test cannot prepare fails that test")]

use std::time::Duration;

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use teloxide::payloads::{GetUpdatesSetters, SendMessageSetters, SendPhotoSetters};
use teloxide::prelude::{Bot, Requester};
use teloxide::types::{
    ChatId, ChatMemberStatus, FileId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile,
    MessageEntityKind, ParseMode, UpdateKind,
};
use teloxide::{ApiError, RequestError};
use thuispost::clock::{Calendar, Moment};
use thuispost::sandbox::{
    CannotDo, Fault, Kind, Limits, Options, Person, PhoneId, Sandbox, Trouble,
};

mod sandbox {
    mod files;
    mod troubles;
    mod webhook;
}

const TOKEN: &str = "7000001:school";
const DRAWING: &[u8] = include_bytes!("../src/sandbox/page/photo.png");
const SOON: Duration = Duration::from_secs(10);
/// Saturday 21 November 2026, 09:00 in Amsterdam.
const MORNING: Moment = Moment::from_millis(1_795_248_000_000);

/// A sandbox with one bot and one carer who has pressed start.
struct School {
    sandbox: Sandbox,
    fatima: PhoneId,
    http: reqwest::Client,
}

impl School {
    async fn open() -> Self {
        Self::with(Limits::off(), Duration::ZERO).await
    }

    async fn with(limits: Limits, latency: Duration) -> Self {
        let calendar = Calendar::standing_at(MORNING);
        let options = Options { calendar, limits, latency };
        let sandbox = Sandbox::start("127.0.0.1:0".parse().unwrap(), options).await.unwrap();
        sandbox.add_bot(TOKEN, "school_bot");
        let fatima = sandbox.add_phone(person("Fatima Haddad", "ar"));
        sandbox.presses_start(fatima, None).unwrap();
        Self { sandbox, fatima, http: reqwest::Client::new() }
    }

    fn bot(&self) -> Bot {
        Bot::new(TOKEN).set_api_url(self.sandbox.url().parse().unwrap())
    }

    fn address(&self, method: &str) -> String {
        format!("{}/bot{TOKEN}/{method}", self.sandbox.url())
    }

    async fn asks(&self, method: &str, parameters: Value) -> (u16, Value) {
        let request = self.http.post(self.address(method)).json(&parameters);
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    /// Asks for what has to be accepted.
    async fn gets(&self, method: &str, parameters: Value) -> Value {
        let (status, mut answer) = self.asks(method, parameters).await;
        assert_eq!((status, &answer["ok"]), (200, &json!(true)), "{answer}");
        answer["result"].take()
    }

    /// Asks for what has to be refused, and gives the words.
    async fn refused(&self, method: &str, parameters: Value) -> String {
        let (status, answer) = self.asks(method, parameters).await;
        assert_eq!(answer["ok"], false, "{answer}");
        assert_eq!(answer["error_code"], status, "{answer}");
        answer["description"].as_str().unwrap().to_owned()
    }

    async fn says(&self, text: &str) -> Value {
        self.gets("sendMessage", json!({ "chat_id": self.fatima, "text": text })).await
    }

    /// A message to Fatima with one row of buttons.
    #[expect(clippy::needless_pass_by_value, reason = "reads better in the tests")]
    fn with_buttons(&self, buttons: Value) -> Value {
        let keyboard = json!({ "inline_keyboard": [buttons] });
        json!({ "chat_id": self.fatima, "text": "?", "reply_markup": keyboard })
    }

    fn upload(&self, bytes: Vec<u8>) -> Form {
        Form::new()
            .text("chat_id", self.fatima.to_string())
            .part("photo", Part::bytes(bytes).file_name("drawing.png"))
    }

    async fn uploads(&self, form: Form) -> (u16, Value) {
        let request = self.http.post(self.address("sendPhoto")).multipart(form);
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    /// What the bot has not confirmed, start left out.
    fn pending(&self) -> Vec<Value> {
        self.sandbox.pending_updates().split_off(1)
    }

    fn received(&self) -> usize {
        self.sandbox.phone(self.fatima).messages.iter().filter(|m| m.from_bot).count()
    }
}

fn person(name: &str, app_language: &str) -> Person {
    Person { name: name.into(), app_language: app_language.into(), note: String::new() }
}

// What teloxide makes of it

#[tokio::test]
async fn a_teloxide_bot_learns_who_it_is() {
    let me = School::open().await.bot().get_me().await.unwrap();
    assert_eq!(me.username(), "school_bot");
    assert_eq!(me.id.0, 7_000_001);
}

#[tokio::test]
async fn a_formatted_letter_with_buttons_arrives_as_it_was_meant() {
    let school = School::open().await;
    let buttons = [InlineKeyboardButton::callback("نجح", "worked")];
    let message = school
        .bot()
        .send_message(ChatId(school.fatima.chat()), "😀 <b>Dag</b> &amp; <i>welkom</i>")
        .parse_mode(ParseMode::Html)
        .reply_markup(InlineKeyboardMarkup::new([buttons]))
        .await
        .unwrap();
    assert_eq!(message.text(), Some("😀 Dag & welkom"));
    let entities = message.entities().unwrap();
    assert_eq!((entities[0].offset, entities[0].length), (3, 3));
    assert_eq!(entities[1].kind, MessageEntityKind::Italic);
    assert_eq!(message.reply_markup().unwrap().inline_keyboard[0][0].text, "نجح");
    assert_eq!(message.date.timestamp(), MORNING.millis() / 1000);

    let phone = school.sandbox.phone(school.fatima);
    let bubble = phone.newest().unwrap();
    assert_eq!(bubble.html, "😀 <b>Dag</b> &amp; <i>welkom</i>");
    assert_eq!(bubble.buttons[0][0].data.as_deref(), Some("worked"));
    assert_eq!(bubble.at, MORNING);
}

#[tokio::test]
async fn a_picture_that_was_uploaded_once_can_be_sent_again_by_its_id() {
    let school = School::open().await;
    let bot = school.bot();
    let chat = ChatId(school.fatima.chat());
    let upload = InputFile::memory(DRAWING).file_name("drawing.png");
    let first = bot.send_photo(chat, upload).caption("<u>Huis</u>").parse_mode(ParseMode::Html);
    let first = first.await.unwrap();
    assert_eq!(first.caption(), Some("Huis"));
    let largest = first.photo().unwrap().iter().max_by_key(|size| size.width).unwrap();
    assert_eq!((largest.width, largest.height), (480, 360));

    for id in first.photo().unwrap().iter().map(|size| size.file.id.clone()) {
        let again = bot.send_photo(chat, InputFile::file_id(id)).await.unwrap();
        assert_eq!(again.photo().unwrap()[1].file.id, largest.file.id);
    }
    let unknown = InputFile::file_id(FileId("nobody-knows".into()));
    let refused = bot.send_photo(chat, unknown).await.unwrap_err();
    assert!(matches!(refused, RequestError::Api(ApiError::WrongFileIdOrUrl)), "{refused:?}");
    assert_eq!(school.received(), 3);
    assert!(school.sandbox.phone(school.fatima).newest().unwrap().photo.is_some());
}

#[tokio::test]
async fn teloxide_reads_every_update_a_phone_can_cause() {
    let school = School::open().await;
    let (sandbox, fatima) = (&school.sandbox, school.fatima);
    let sent = school
        .gets(
            "sendMessage",
            school.with_buttons(json!([{ "text": "Worked", "callback_data": "w:1" }])),
        )
        .await;
    sandbox.types(fatima, "Dank u").unwrap();
    sandbox.edits(fatima, 3, "Dank u wel").unwrap();
    sandbox.presses_label(fatima, "Worked").unwrap();
    sandbox.sends_photo(fatima, Some("thuis")).unwrap();
    sandbox.sends_voice(fatima).unwrap();
    sandbox.sends_sticker(fatima).unwrap();
    sandbox.writes_in_group(fatima, "Ouders", "Hallo").unwrap();
    sandbox.blocks(fatima).unwrap();
    sandbox.presses_start(fatima, Some("CODE-1")).unwrap();

    let updates = school.bot().get_updates().await.unwrap();
    assert!(updates.windows(2).all(|pair| pair[0].id.0 + 1 == pair[1].id.0));
    let kinds: Vec<String> = updates.iter().map(|update| told(&update.kind)).collect();
    assert_eq!(
        kinds,
        [
            "message /start",
            "message Dank u",
            "edited Dank u wel",
            &format!("press w:1 on {}", sent["message_id"]),
            "photo thuis",
            "voice",
            "sticker",
            "group Hallo",
            "blocked",
            "unblocked",
            "message /start CODE-1",
        ]
    );
    let UpdateKind::Message(start) = &updates[0].kind else { panic!("{:?}", updates[0]) };
    assert_eq!(start.entities().unwrap()[0].kind, MessageEntityKind::BotCommand);
    let from = start.from.as_ref().unwrap();
    assert_eq!((from.id.0, from.first_name.as_str()), (fatima.chat().unsigned_abs(), "Fatima"));
    assert_eq!(from.language_code.as_deref(), Some("ar"));
}

fn told(kind: &UpdateKind) -> String {
    match kind {
        UpdateKind::Message(m) if m.chat.is_group() => format!("group {}", m.text().unwrap()),
        UpdateKind::Message(m) if m.photo().is_some() => format!("photo {}", m.caption().unwrap()),
        UpdateKind::Message(m) if m.voice().is_some() => "voice".to_owned(),
        UpdateKind::Message(m) if m.sticker().is_some() => "sticker".to_owned(),
        UpdateKind::Message(m) => format!("message {}", m.text().unwrap()),
        UpdateKind::EditedMessage(m) => format!("edited {}", m.text().unwrap()),
        UpdateKind::CallbackQuery(q) => {
            format!("press {} on {}", q.data.as_ref().unwrap(), q.message.as_ref().unwrap().id())
        }
        UpdateKind::MyChatMember(m) => match m.new_chat_member.status() {
            ChatMemberStatus::Banned => "blocked".to_owned(),
            _ => "unblocked".to_owned(),
        },
        other => format!("{other:?}"),
    }
}

#[tokio::test]
async fn a_blocked_bot_is_an_error_value_for_teloxide() {
    let school = School::open().await;
    school.sandbox.blocks(school.fatima).unwrap();
    let refused = school.bot().send_message(ChatId(school.fatima.chat()), "x").await.unwrap_err();
    assert!(matches!(refused, RequestError::Api(ApiError::BotBlocked)), "{refused:?}");
    school.sandbox.unblocks(school.fatima).unwrap();
    school.says("x").await;
}

// How requests may be written

#[tokio::test]
async fn methods_are_found_in_any_case_and_parameters_in_any_encoding() {
    let school = School::open().await;
    let chat = school.fatima.to_string();
    let pairs = [("chat_id", chat.as_str()), ("text", "één & twee")];
    for request in [
        school.http.get(school.address("SENDMESSAGE")).query(&pairs),
        school.http.post(school.address("SendMessage")).form(&pairs),
        school
            .http
            .post(school.address("sendmessage"))
            .multipart(Form::new().text("chat_id", chat.clone()).text("text", "één & twee")),
    ] {
        assert_eq!(request.send().await.unwrap().status(), 200);
    }
    let phone = school.sandbox.phone(school.fatima);
    assert!(phone.messages[1..].iter().all(|bubble| bubble.text == "één & twee"));
    assert_eq!(school.received(), 3);
}

#[tokio::test]
async fn an_unknown_token_or_method_is_refused() {
    let school = School::open().await;
    let url = format!("{}/bot1:x/getMe", school.sandbox.url());
    let answer = school.http.get(url).send().await.unwrap();
    assert_eq!(answer.status(), 401);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body, json!({ "ok": false, "error_code": 401, "description": "Unauthorized" }));
    assert_eq!(school.asks("sendPigeon", json!({})).await.0, 404);
}

#[tokio::test]
async fn parameters_are_held_against_the_table_of_the_method() {
    let school = School::open().await;
    let chat = school.fatima.chat();
    for (method, parameters, words) in [
        ("sendMessage", json!({ "chat_id": chat, "text": "x", "txt": 1 }), "unknown parameter txt"),
        ("getMe", json!({ "chat_id": chat }), "unknown parameter chat_id"),
        ("sendMessage", json!({ "chat_id": chat }), "message text is empty"),
        ("sendMessage", json!({ "text": "x" }), "chat_id is empty"),
        ("sendPhoto", json!({ "chat_id": chat }), "there is no photo in the request"),
        (
            "editMessageText",
            json!({ "chat_id": chat, "text": "x" }),
            "message identifier is not specified",
        ),
        (
            "sendMessage",
            json!({ "chat_id": chat, "text": "x", "protect_content": "perhaps" }),
            "parameter protect_content must be a Boolean",
        ),
        (
            "sendMessage",
            json!({ "chat_id": chat, "text": "x", "reply_markup": "{" }),
            "parameter reply_markup must be a JSON object",
        ),
        ("setMyCommands", json!({}), "parameter \"commands\" is required"),
    ] {
        let expected = format!("Bad Request: {words}");
        assert_eq!(school.refused(method, parameters).await, expected, "{method}");
    }
    assert_eq!(school.received(), 0);
}

// What a message may be

#[tokio::test]
async fn a_text_is_measured_after_its_markup_is_read() {
    let school = School::open().await;
    let longest = "é".repeat(4096);
    let html = json!({
        "chat_id": school.fatima, "parse_mode": "HTML", "text": format!(" <b>{longest}</b>\n"),
    });
    assert_eq!(school.gets("sendMessage", html).await["text"], longest);
    for (text, words) in [
        (format!("{longest}é"), "message is too long"),
        (" \n ".to_owned(), "message text is empty"),
        ("<b> </b>".to_owned(), "message text is empty"),
    ] {
        let html = json!({ "chat_id": school.fatima, "parse_mode": "HTML", "text": text });
        let expected = format!("Bad Request: {words}");
        assert_eq!(school.refused("sendMessage", html).await, expected);
    }
}

#[tokio::test]
async fn broken_html_is_refused_and_unformatted_text_is_not() {
    let school = School::open().await;
    let text = "<b>1 < 2 & 3";
    let mut message = json!({ "chat_id": school.fatima, "text": text, "parse_mode": "HTML" });
    let words = school.refused("sendMessage", message.clone()).await;
    assert!(words.starts_with("Bad Request: can't parse entities: "), "{words}");
    message["parse_mode"] = "Markdown".into();
    let words = school.refused("sendMessage", message).await;
    assert_eq!(words, "Bad Request: unsupported parse_mode");
    assert_eq!(school.says(text).await["text"], text);
    let phone = school.sandbox.phone(school.fatima);
    assert_eq!(phone.newest().unwrap().html, "&lt;b&gt;1 &lt; 2 &amp; 3");
}

#[tokio::test]
async fn listed_entities_have_to_lie_inside_the_text() {
    let school = School::open().await;
    let mut message = json!({
        "chat_id": school.fatima,
        "text": "Dag",
        "entities": [{ "type": "bold", "offset": 0, "length": 3 }],
    });
    school.gets("sendMessage", message.clone()).await;
    assert_eq!(school.sandbox.phone(school.fatima).newest().unwrap().html, "<b>Dag</b>");
    message["entities"][0]["length"] = 4.into();
    let words = school.refused("sendMessage", message).await;
    assert!(words.starts_with("Bad Request: can't parse entities"), "{words}");
}

#[tokio::test]
async fn buttons_are_checked_one_by_one() {
    let school = School::open().await;
    let button = "Bad Request: can't parse inline keyboard button: ";
    let url = "Bad Request: inline keyboard button URL ";
    let fits = json!({ "text": "x", "callback_data": "é".repeat(32) });
    school.gets("sendMessage", school.with_buttons(json!([fits]))).await;
    for (given, words) in [
        (json!({ "text": "x", "callback_data": "x".repeat(65) }), "Bad Request: BUTTON_DATA_INVALID".to_owned()),
        (json!({ "text": "x", "callback_data": "" }), "Bad Request: BUTTON_DATA_INVALID".to_owned()),
        (json!({ "text": "x" }), format!("{button}Text buttons are unallowed in the inline keyboard")),
        (json!({ "text": "x", "callback_data": "x", "url": "https://a.nl" }), format!("{button}only one action is allowed")),
        (json!({ "text": " ", "callback_data": "x" }), format!("{button}Field \"text\" must be non-empty")),
        (json!({ "callback_data": "x" }), format!("{button}Can't find field \"text\"")),
        (json!({ "text": "x", "calback_data": "x" }), format!("{button}unknown field \"calback_data\"")),
        (json!({ "text": "x", "url": "ftp://a.nl" }), format!("{url}'ftp://a.nl' is invalid: Unsupported URL protocol")),
        (json!({ "text": "x", "url": "a.nl" }), format!("{url}'a.nl' is invalid: Wrong HTTP URL")),
        (json!({ "text": "x", "url": "https://" }), format!("{url}'https://' is invalid: URL host is empty")),
        (json!({ "text": "x", "web_app": { "url": "http://a.nl" } }), "Bad Request: inline keyboard button Web App URL 'http://a.nl' is invalid: Only HTTPS links are allowed".to_owned()),
    ] {
        let message = school.with_buttons(json!([given]));
        assert_eq!(school.refused("sendMessage", message).await, words);
    }
    let many = vec![json!({ "text": "x", "callback_data": "x" }); 101];
    let words = school.refused("sendMessage", school.with_buttons(json!(many))).await;
    assert_eq!(words, "Bad Request: reply markup is too long");
    let strange = json!({ "chat_id": school.fatima, "text": "x", "reply_markup": { "x": 1 } });
    let words = school.refused("sendMessage", strange).await;
    assert_eq!(words, "Bad Request: can't parse reply keyboard markup JSON object");
    assert_eq!(school.received(), 1);
}

#[tokio::test]
async fn a_chat_that_was_never_started_or_is_of_another_bot_is_not_found() {
    let school = School::open().await;
    let silent = school.sandbox.add_phone(person("Jan", "nl"));
    let other = school.sandbox.add_bot("7000002:other", "other_bot");
    let theirs = school.sandbox.add_phone_of(other, person("Ola", "pl"));
    school.sandbox.presses_start(theirs, None).unwrap();
    for chat in [json!(silent), json!(theirs), json!(12), json!("@nobody")] {
        for method in ["sendMessage", "editMessageText"] {
            let mut parameters = json!({ "chat_id": chat, "text": "x" });
            if method == "editMessageText" {
                parameters["message_id"] = 1.into();
            }
            let words = school.refused(method, parameters).await;
            assert_eq!(words, "Bad Request: chat not found", "{chat}");
        }
    }
}

#[tokio::test]
async fn every_accepted_message_counts_even_if_two_are_the_same() {
    let school = School::open().await;
    let ids = [school.says("Dag").await, school.says("Dag").await];
    assert_eq!(ids.map(|message| message["message_id"].as_i64()), [Some(2), Some(3)]);
    assert_eq!(school.received(), 2);
}

// Pictures

#[tokio::test]
async fn only_pictures_of_a_lawful_size_are_taken() {
    let school = School::open().await;
    let mut large = DRAWING.to_vec();
    large.resize(10 * 1024 * 1024 + 1, 0);
    let mut narrow = DRAWING.to_vec();
    narrow[16..24].copy_from_slice(&[0, 0, 0, 100, 0, 0, 8, 0]);
    for (bytes, words) in [
        (b"%PDF-1.7 not a picture at all".to_vec(), "Bad Request: IMAGE_PROCESS_FAILED"),
        (Vec::new(), "Bad Request: IMAGE_PROCESS_FAILED"),
        (narrow, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (
            large,
            "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ] {
        let (status, answer) = school.uploads(school.upload(bytes)).await;
        assert_eq!((status, answer["description"].as_str()), (400, Some(words)));
    }
    assert_eq!(school.received(), 0);
}

#[tokio::test]
async fn a_request_of_more_than_50_megabytes_is_not_even_read() {
    let school = School::open().await;
    let (status, answer) = school.uploads(school.upload(vec![0; 51 * 1024 * 1024])).await;
    assert_eq!((status, &answer["description"]), (413, &json!("Request Entity Too Large")));
}

#[tokio::test]
async fn a_caption_may_have_1024_characters() {
    let school = School::open().await;
    let (status, _) =
        school.uploads(school.upload(DRAWING.to_vec()).text("caption", "é".repeat(1024))).await;
    assert_eq!(status, 200);
    let (_, answer) =
        school.uploads(school.upload(DRAWING.to_vec()).text("caption", "é".repeat(1025))).await;
    assert_eq!(answer["description"], "Bad Request: message caption is too long");
}

#[tokio::test]
async fn a_file_may_be_attached_under_any_name_that_is_used() {
    let school = School::open().await;
    let attached = |name: &'static str| {
        Form::new()
            .text("chat_id", school.fatima.to_string())
            .text("photo", "attach://file0")
            .part(name, Part::bytes(DRAWING).file_name("x"))
    };
    assert_eq!(school.uploads(attached("file0")).await.0, 200);
    let (_, answer) = school.uploads(attached("file1")).await;
    assert_eq!(answer["description"], "Bad Request: unknown parameter file1");
}

#[tokio::test]
async fn a_file_id_is_of_no_use_to_another_bot() {
    let school = School::open().await;
    let (_, sent) = school.uploads(school.upload(DRAWING.to_vec())).await;
    let other = school.sandbox.add_bot("7000002:other", "other_bot");
    let ola = school.sandbox.add_phone_of(other, person("Ola", "pl"));
    school.sandbox.presses_start(ola, None).unwrap();
    let url = format!("{}/bot7000002:other/sendPhoto", school.sandbox.url());
    let photo = json!({ "chat_id": ola, "photo": sent["result"]["photo"][1]["file_id"] });
    let answer: Value =
        school.http.post(url).json(&photo).send().await.unwrap().json().await.unwrap();
    let words = "Bad Request: wrong file identifier/HTTP URL specified";
    assert_eq!(answer["description"], words);
}

// Voice notes

/// What the phones of a sandbox say into the microphone: Opus in Ogg.
const VOICE: &[u8] = include_bytes!("../src/sandbox/page/voice.ogg");

#[tokio::test]
async fn a_voice_note_is_uploaded_once_and_sent_again_by_its_file_id() {
    let school = School::open().await;
    let form = Form::new()
        .text("chat_id", school.fatima.to_string())
        .text("caption", "<b>Su</b>")
        .text("parse_mode", "HTML")
        .part("voice", Part::bytes(VOICE).file_name("voice.ogg").mime_str("audio/ogg").unwrap());
    let request = school.http.post(school.address("sendVoice")).multipart(form);
    let sent: Value = request.send().await.unwrap().json().await.unwrap();
    let voice = &sent["result"]["voice"];
    assert_eq!((&voice["mime_type"], &voice["duration"]), (&json!("audio/ogg"), &json!(2)));
    let again = json!({ "chat_id": school.fatima, "voice": voice["file_id"] });
    let again = school.gets("sendVoice", again).await;
    assert_eq!(again["voice"], *voice);
    let phone = school.sandbox.phone(school.fatima);
    let heard: Vec<_> = phone.messages.iter().filter_map(|it| it.voice.clone()).collect();
    assert!(heard.len() == 2 && heard.iter().all(|it| it.bytes == VOICE));
    assert_eq!(phone.messages[1].html, "<b>Su</b>");
}

#[tokio::test]
async fn what_is_no_voice_note_or_of_no_known_id_is_not_taken() {
    let school = School::open().await;
    let form = Form::new()
        .text("chat_id", school.fatima.to_string())
        .part("voice", Part::bytes(DRAWING).file_name("voice.ogg"));
    let request = school.http.post(school.address("sendVoice")).multipart(form);
    let answer: Value = request.send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["ok"], false);
    let unknown = json!({ "chat_id": school.fatima, "voice": "voice-7000001-0" });
    let words = school.refused("sendVoice", unknown).await;
    assert_eq!(words, "Bad Request: wrong file identifier/HTTP URL specified");
    let words = school.refused("sendVoice", json!({ "chat_id": school.fatima })).await;
    assert_eq!(words, "Bad Request: there is no voice in the request");
    assert_eq!(school.received(), 0);
}

#[tokio::test]
async fn a_bot_fetches_the_voice_note_of_a_phone_and_no_other_bot_can() {
    let school = School::open().await;
    school.sandbox.sends_voice(school.fatima).unwrap();
    let update = school.pending().pop().unwrap();
    let id = update["message"]["voice"]["file_id"].clone();
    let file = school.gets("getFile", json!({ "file_id": id })).await;
    assert_eq!(file["file_size"], VOICE.len());
    let path = file["file_path"].as_str().unwrap();
    let token = school.address("x").rsplit_once("/bot").unwrap().1.replace("/x", "");
    let fetch = async |token: &str| {
        let url = format!("{}/file/bot{token}/{path}", school.sandbox.url());
        school.http.get(url).send().await.unwrap()
    };
    let fetched = fetch(&token).await;
    assert_eq!(fetched.status(), 200);
    assert_eq!(&fetched.bytes().await.unwrap()[..], VOICE);
    school.sandbox.add_bot("7000002:other", "other_bot");
    assert_eq!(fetch("7000002:other").await.status(), 404);
    assert_eq!(fetch("7000003:nobody").await.status(), 401);
    let words = school.refused("getFile", json!({ "file_id": "voice-7000002-1" })).await;
    assert_eq!(words, "Bad Request: invalid file_id");
    let url = format!("{}sandbox/voices/{}", school.sandbox.page_url(), id.as_str().unwrap());
    let played = school.http.get(url).send().await.unwrap();
    assert_eq!(played.headers()["content-type"], "audio/ogg");
}

// Changing, answering, forwarding, leaving

#[tokio::test]
async fn an_edited_letter_shows_its_new_text_and_buttons() {
    let school = School::open().await;
    let chat = school.fatima.chat();
    let buttons = json!([{ "text": "Worked", "callback_data": "w" }]);
    let sent = school.gets("sendMessage", school.with_buttons(buttons.clone())).await;
    let id = sent["message_id"].as_i64().unwrap();
    let edit =
        json!({ "chat_id": chat, "message_id": id, "text": "<i>Dank</i>", "parse_mode": "HTML" });
    let edited = school.gets("editMessageText", edit.clone()).await;
    assert_eq!(edited["edit_date"], MORNING.millis() / 1000);
    let phone = school.sandbox.phone(school.fatima);
    let bubble = phone.newest().unwrap();
    assert_eq!((bubble.html.as_str(), bubble.buttons.len()), ("<i>Dank</i>", 0));
    assert_eq!(bubble.edited_at, Some(MORNING));

    let again = school.refused("editMessageText", edit).await;
    assert!(again.starts_with("Bad Request: message is not modified"), "{again}");
    let keyboard = json!({ "inline_keyboard": [buttons] });
    let buttons = json!({ "chat_id": chat, "message_id": id, "reply_markup": keyboard });
    school.gets("editMessageReplyMarkup", buttons.clone()).await;
    let again = school.refused("editMessageReplyMarkup", buttons).await;
    assert!(again.starts_with("Bad Request: message is not modified"), "{again}");
}

#[tokio::test]
async fn only_the_bots_own_messages_of_the_right_kind_can_be_edited() {
    let school = School::open().await;
    let chat = school.fatima.chat();
    let (_, photo) = school.uploads(school.upload(DRAWING.to_vec())).await;
    let photo = photo["result"]["message_id"].clone();
    let text = school.says("Dag").await["message_id"].clone();
    for (method, id, words) in [
        ("editMessageText", json!(99), "message to edit not found"),
        ("editMessageText", json!(1), "message can't be edited"),
        ("editMessageText", photo.clone(), "there is no text in the message to edit"),
        ("editMessageCaption", text, "there is no caption in the message to edit"),
        ("editMessageReplyMarkup", json!(99), "message to edit not found"),
    ] {
        let mut edit = json!({ "chat_id": chat, "message_id": id });
        match method {
            "editMessageText" => edit["text"] = "x".into(),
            "editMessageCaption" => edit["caption"] = "x".into(),
            _ => {}
        }
        assert_eq!(school.refused(method, edit).await, format!("Bad Request: {words}"));
    }
    let caption = json!({ "chat_id": chat, "message_id": photo, "caption": "Huis" });
    assert_eq!(school.gets("editMessageCaption", caption).await["caption"], "Huis");
    let long = json!({ "chat_id": chat, "message_id": photo, "caption": "x".repeat(1025) });
    let words = school.refused("editMessageCaption", long).await;
    assert_eq!(words, "Bad Request: message caption is too long");
}

#[tokio::test]
async fn the_answer_to_a_press_is_seen_on_the_phone() {
    let school = School::open().await;
    let (sandbox, fatima) = (&school.sandbox, school.fatima);
    let buttons = json!([{ "text": "Worked", "callback_data": "w" }]);
    school.gets("sendMessage", school.with_buttons(buttons)).await;
    sandbox.presses_label(fatima, "Worked").unwrap();
    let press = school.pending()[0]["callback_query"].clone();
    let answer = json!({ "callback_query_id": press["id"], "text": "Fijn!", "show_alert": true });
    school.gets("answerCallbackQuery", answer.clone()).await;
    let toasts = sandbox.toasts(fatima);
    assert_eq!((toasts[0].text.as_str(), toasts[0].alert), ("Fijn!", true));
    let shown = sandbox.phone(fatima).newest().unwrap().toast.clone();
    assert_eq!(shown.as_deref(), Some("Fijn!"));

    school.sandbox.add_bot("7000002:other", "other_bot");
    let others = format!("{}/bot7000002:other/answerCallbackQuery", sandbox.url());
    let status = school.http.post(others).json(&answer).send().await.unwrap().status();
    assert_eq!(status, 400, "a press belongs to one bot");

    let long = json!({ "callback_query_id": press["id"], "text": "x".repeat(201) });
    let words = school.refused("answerCallbackQuery", long).await;
    assert_eq!(words, "Bad Request: MESSAGE_TOO_LONG");
    sandbox.presses_grow_old();
    let words = school.refused("answerCallbackQuery", answer).await;
    assert_eq!(
        words,
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    );
}

#[tokio::test]
async fn a_forwarded_letter_tells_where_it_is_from_unless_it_is_protected() {
    let school = School::open().await;
    let jan = school.sandbox.add_phone(person("Jan", "nl"));
    school.sandbox.presses_start(jan, None).unwrap();
    let sent = school.says("Dag").await;
    let forward =
        |id: &Value| json!({ "chat_id": jan, "from_chat_id": school.fatima, "message_id": id });
    let forwarded = school.gets("forwardMessage", forward(&sent["message_id"])).await;
    assert_eq!(forwarded["forward_origin"]["sender_user"]["username"], "school_bot");
    assert_eq!(school.sandbox.phone(jan).newest().unwrap().text, "Dag");
    let text = forwarded.to_string();
    serde_json::from_str::<teloxide::types::Message>(&text).unwrap();

    let words = school.refused("forwardMessage", forward(&json!(99))).await;
    assert_eq!(words, "Bad Request: message to forward not found");
    let guarded = json!({ "chat_id": school.fatima, "text": "x", "protect_content": true });
    let guarded = school.gets("sendMessage", guarded).await;
    let words = school.refused("forwardMessage", forward(&guarded["message_id"])).await;
    assert_eq!(words, "Bad Request: message has protected content and can't be forwarded");
}

#[tokio::test]
async fn a_bot_that_left_a_group_cannot_write_there() {
    let school = School::open().await;
    school.sandbox.writes_in_group(school.fatima, "Ouders", "Hallo").unwrap();
    let group = school.pending()[0]["message"]["chat"]["id"].clone();
    school.gets("sendMessage", json!({ "chat_id": group, "text": "Dag" })).await;
    school.gets("leaveChat", json!({ "chat_id": group })).await;
    let words = school.refused("sendMessage", json!({ "chat_id": group, "text": "Dag" })).await;
    assert_eq!(words, "Forbidden: bot is not a member of the group chat");
    let words = school.refused("leaveChat", json!({ "chat_id": school.fatima })).await;
    assert_eq!(words, "Bad Request: chat member status can't be changed in private chats");
    let left = school.sandbox.wait_until(SOON, |world| world.group("Ouders").unwrap().left).await;
    assert!(left);
}

#[tokio::test]
async fn a_chat_action_has_to_be_one_that_telegram_knows() {
    let school = School::open().await;
    let action = |action| json!({ "chat_id": school.fatima, "action": action });
    school.gets("sendChatAction", action("typing")).await;
    let words = school.refused("sendChatAction", action("baking")).await;
    assert_eq!(words, "Bad Request: wrong parameter action in request");
}

// The bot's own profile and webhook

#[tokio::test]
async fn a_menu_is_kept_by_scope_and_language() {
    let school = School::open().await;
    let commands = json!([{ "command": "stop", "description": "Stoppen" }]);
    let menu = json!({ "commands": commands, "language_code": "nl" });
    school.gets("setMyCommands", menu).await;
    let asked = school.gets("getMyCommands", json!({ "language_code": "nl" })).await;
    assert_eq!(asked, commands);
    assert_eq!(school.gets("getMyCommands", json!({})).await, json!([]));
    assert_eq!(school.bot().get_my_commands().await.unwrap(), []);
    for (command, words) in [
        (json!({ "command": "Stop!", "description": "x" }), "BOT_COMMAND_INVALID"),
        (json!({ "command": "stop", "description": "" }), "BOT_COMMAND_DESCRIPTION_INVALID"),
    ] {
        let words_given = school.refused("setMyCommands", json!({ "commands": [command] })).await;
        assert_eq!(words_given, format!("Bad Request: {words}"));
    }
    let many = vec![json!({ "command": "a", "description": "b" }); 101];
    let words = school.refused("setMyCommands", json!({ "commands": many })).await;
    assert_eq!(words, "Bad Request: BOT_COMMANDS_TOO_MUCH");
}

#[tokio::test]
async fn descriptions_have_their_limits() {
    let school = School::open().await;
    for (method, name, most) in [
        ("setMyDescription", "description", 512),
        ("setMyShortDescription", "short_description", 120),
    ] {
        school.gets(method, json!({ name: "x".repeat(most), "language_code": "so" })).await;
        let words = school.refused(method, json!({ name: "x".repeat(most + 1) })).await;
        assert_eq!(words, format!("Bad Request: {name} is too long"));
    }
    let words = school.refused("setMyDescription", json!({ "language_code": "dutch" })).await;
    assert_eq!(words, "Bad Request: invalid language code specified");
}

#[tokio::test]
async fn while_a_webhook_is_set_nothing_can_be_fetched() {
    let school = School::open().await;
    let url = "http://127.0.0.1:9/hook";
    let long = json!({ "url": url, "secret_token": "x".repeat(257) });
    let words = school.refused("setWebhook", long).await;
    assert_eq!(words, "Bad Request: secret token is too long");
    let spaced = json!({ "url": url, "secret_token": "a b" });
    let words = school.refused("setWebhook", spaced).await;
    assert_eq!(words, "Bad Request: secret token contains unallowed characters");
    school.gets("setWebhook", json!({ "url": url, "secret_token": "a_b-1" })).await;
    let info = school.bot().get_webhook_info().await.unwrap();
    assert_eq!((info.url.unwrap().as_str(), info.pending_update_count), (url, 1));
    let (status, answer) = school.asks("getUpdates", json!({})).await;
    assert_eq!(status, 409);
    let words = answer["description"].as_str().unwrap();
    assert!(words.starts_with("Conflict: can't use getUpdates method while webhook"), "{words}");
    school.gets("deleteWebhook", json!({ "drop_pending_updates": true })).await;
    assert_eq!(school.gets("getUpdates", json!({})).await, json!([]));
}

// Fetching updates

#[tokio::test]
async fn updates_come_again_until_they_are_confirmed() {
    let school = School::open().await;
    let second = school.sandbox.types(school.fatima, "een").unwrap();
    let third = school.sandbox.types(school.fatima, "twee").unwrap();
    let ids = |updates: &Value| -> Vec<i64> {
        updates.as_array().unwrap().iter().map(|u| u["update_id"].as_i64().unwrap()).collect()
    };
    let first = school.gets("getUpdates", json!({ "limit": 1 })).await;
    assert_eq!(ids(&first), [second - 1]);
    let all = school.gets("getUpdates", json!({})).await;
    assert_eq!(ids(&all), [second - 1, second, third]);
    let rest = school.gets("getUpdates", json!({ "offset": third })).await;
    assert_eq!(ids(&rest), [third]);
    assert_eq!(school.sandbox.pending_updates().len(), 1);
    school.gets("getUpdates", json!({ "offset": third + 1 })).await;
    assert!(school.sandbox.pending_updates().is_empty());

    school.sandbox.repeat_update(second).unwrap();
    let again = school.gets("getUpdates", json!({})).await;
    assert_eq!(again[0]["message"]["text"], "een");
    assert_eq!(ids(&again), [second]);
    assert_eq!(school.sandbox.repeat_update(1), Err(CannotDo::NoSuchUpdate));
}

#[tokio::test]
async fn a_negative_offset_keeps_only_the_last_updates() {
    let school = School::open().await;
    school.sandbox.types(school.fatima, "een").unwrap();
    school.sandbox.types(school.fatima, "twee").unwrap();
    let last = school.gets("getUpdates", json!({ "offset": -1 })).await;
    assert_eq!(last.as_array().unwrap().len(), 1);
    assert_eq!(last[0]["message"]["text"], "twee");
    assert_eq!(school.sandbox.pending_updates().len(), 1);
}

#[tokio::test]
async fn a_waiting_call_is_answered_as_soon_as_somebody_writes() {
    let school = School::open().await;
    let offset = school.sandbox.pending_updates()[0]["update_id"].as_i64().unwrap() + 1;
    let bot = school.bot();
    let call = tokio::spawn(async move {
        let offset = i32::try_from(offset).unwrap();
        bot.get_updates().offset(offset).timeout(15).await.unwrap()
    });
    let polls = |world: &thuispost::sandbox::World| world.requests().len() == 1;
    assert!(school.sandbox.wait_until(SOON, polls).await);
    school.sandbox.types(school.fatima, "Hallo").unwrap();
    let updates = tokio::time::timeout(SOON, call).await.unwrap().unwrap();
    assert_eq!(told(&updates[0].kind), "message Hallo");
}

#[tokio::test]
async fn a_second_call_for_updates_ends_the_first() {
    let school = School::open().await;
    school.gets("getUpdates", json!({ "offset": 900_000_000 })).await;
    let first = async { school.asks("getUpdates", json!({ "timeout": 30 })).await };
    let second = async {
        let polls = |world: &thuispost::sandbox::World| world.requests().len() == 2;
        assert!(school.sandbox.wait_until(SOON, polls).await);
        school.gets("getUpdates", json!({})).await
    };
    let ((status, answer), _) = tokio::join!(first, second);
    assert_eq!(status, 409);
    let words = answer["description"].as_str().unwrap();
    assert!(words.starts_with("Conflict: terminated by other getUpdates request"), "{words}");
}

#[tokio::test]
async fn only_wished_kinds_are_queued_and_the_wish_is_remembered() {
    let school = School::open().await;
    school.gets("getUpdates", json!({ "allowed_updates": ["message"] })).await;
    school.gets("getUpdates", json!({ "offset": 900_000_000 })).await;
    school.sandbox.blocks(school.fatima).unwrap();
    assert!(school.sandbox.pending_updates().is_empty());
    school.gets("getUpdates", json!({ "allowed_updates": [] })).await;
    school.sandbox.unblocks(school.fatima).unwrap();
    assert_eq!(school.sandbox.pending_updates().len(), 1);
}

#[tokio::test]
async fn a_press_can_be_repeated_under_a_new_id_and_an_update_can_be_of_any_shape() {
    let school = School::open().await;
    let buttons = json!([{ "text": "Worked", "callback_data": "w" }]);
    school.gets("sendMessage", school.with_buttons(buttons)).await;
    let press = school.sandbox.presses_label(school.fatima, "Worked").unwrap();
    let again = school.sandbox.repeat_press(press).unwrap();
    assert_eq!(again, press + 1);
    let pending = school.pending();
    assert_eq!(pending[0]["callback_query"], pending[1]["callback_query"]);
    school.sandbox.raw_update(json!({ "purchased_moon": { "x": 1 } })).unwrap();
    assert_eq!(school.pending()[2]["purchased_moon"]["x"], 1);
    assert_eq!(school.pending()[2]["update_id"], again + 1);
}

// What people cannot do

#[tokio::test]
async fn a_phone_cannot_do_what_the_app_does_not_offer() {
    let school = School::open().await;
    let (sandbox, fatima) = (&school.sandbox, school.fatima);
    let jan = sandbox.add_phone(person("Jan", "nl"));
    assert_eq!(sandbox.types(jan, "x"), Err(CannotDo::NotStarted));
    assert_eq!(sandbox.presses_start(jan, Some("no space")), Err(CannotDo::BadStartCode));
    assert_eq!(sandbox.presses_start(jan, Some(&"x".repeat(65))), Err(CannotDo::BadStartCode));
    assert_eq!(sandbox.presses_label(fatima, "Worked"), Err(CannotDo::NoSuchButton));
    assert_eq!(sandbox.presses(fatima, 99, "w"), Err(CannotDo::NoSuchMessage));
    assert_eq!(sandbox.types(fatima, " "), Err(CannotDo::Empty));
    school.says("Dag").await;
    assert_eq!(sandbox.edits(fatima, 2, "x"), Err(CannotDo::NoSuchMessage));
    sandbox.blocks(fatima).unwrap();
    assert_eq!(sandbox.types(fatima, "x"), Err(CannotDo::Blocked));
}

// Limits and latency

#[tokio::test]
async fn a_bot_that_sends_too_fast_is_frozen_and_told_how_long() {
    let school =
        School::with(Limits { per_second: Some(2), per_chat: false }, Duration::ZERO).await;
    let send = || school.asks("sendMessage", json!({ "chat_id": school.fatima, "text": "x" }));
    assert_eq!((send().await.0, send().await.0), (200, 200));
    let expected = json!({
        "ok": false,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": { "retry_after": 1 },
    });
    assert_eq!(send().await, (429, expected.clone()));
    assert_eq!(send().await.0, 429);
    school.gets("getMe", json!({})).await;
    let refused = school.bot().send_message(ChatId(school.fatima.chat()), "x").await.unwrap_err();
    assert!(matches!(refused, RequestError::RetryAfter(after) if after.seconds() == 1));
    assert_eq!(school.received(), 2);
}

#[tokio::test]
async fn one_chat_takes_only_a_small_burst() {
    let school = School::with(Limits::telegram(), Duration::ZERO).await;
    let jan = school.sandbox.add_phone(person("Jan", "nl"));
    school.sandbox.presses_start(jan, None).unwrap();
    for _ in 0..4 {
        school.says("x").await;
    }
    let words =
        school.refused("sendMessage", json!({ "chat_id": school.fatima, "text": "x" })).await;
    assert_eq!(words, "Too Many Requests: retry after 1");
    school.gets("sendMessage", json!({ "chat_id": jan, "text": "x" })).await;
}

#[tokio::test]
async fn each_answer_is_held_back_by_the_latency() {
    let latency = Duration::from_millis(150);
    let school = School::with(Limits::off(), latency).await;
    let ticker = thuispost::clock::Ticker::start();
    school.gets("getMe", json!({})).await;
    assert!(ticker.elapsed() >= latency);
}

// Bad days

#[tokio::test]
async fn ordered_refusals_happen_once_and_in_order() {
    let school = School::open().await;
    let order = |trouble| school.sandbox.breaks(Fault::on("SendMessage", trouble));
    let refusal =
        |code, description: &str| Trouble::Refusal { code, description: description.into() };
    order(Trouble::TooManyRequests { retry_after: Some(-5) });
    order(Trouble::TooManyRequests { retry_after: None });
    order(refusal(401, "Unauthorized"));
    order(refusal(403, "Forbidden: user is deactivated"));
    order(Trouble::Migrated { to: -1_001 });
    let send = || school.asks("sendMessage", json!({ "chat_id": school.fatima, "text": "x" }));
    let (status, answer) = send().await;
    assert_eq!((status, &answer["parameters"]["retry_after"]), (429, &json!(-5)));
    let (status, answer) = send().await;
    assert_eq!((status, answer.get("parameters")), (429, None));
    assert_eq!(send().await.0, 401);
    assert_eq!(send().await.1["description"], "Forbidden: user is deactivated");
    assert_eq!(send().await.1["parameters"]["migrate_to_chat_id"], -1_001);
    assert_eq!(school.received(), 0);
    assert_eq!(send().await.0, 200);
}

#[tokio::test]
async fn a_fault_waits_for_its_method_and_its_chat() {
    let school = School::open().await;
    let jan = school.sandbox.add_phone(person("Jan", "nl"));
    school.sandbox.presses_start(jan, None).unwrap();
    let fault = Fault::on("sendMessage", Trouble::TooManyRequests { retry_after: Some(7) });
    school.sandbox.breaks(fault.in_chat(jan.chat()));
    school.says("x").await;
    school.gets("getMe", json!({})).await;
    let words = school.refused("sendMessage", json!({ "chat_id": jan, "text": "x" })).await;
    assert_eq!(words, "Too Many Requests: retry after 7");
    school.sandbox.breaks(Fault::anywhere(Trouble::Hang));
    school.sandbox.mends();
    school.gets("getMe", json!({})).await;
}

#[tokio::test]
async fn a_proxys_page_and_half_an_answer_are_no_answers() {
    let school = School::open().await;
    for status in [500, 502] {
        school.sandbox.breaks(Fault::on("sendMessage", Trouble::HtmlPage(status)));
        let request = school.http.post(school.address("sendMessage"));
        let answer = request.json(&json!({ "chat_id": 1 })).send().await.unwrap();
        assert_eq!(answer.status(), status);
        assert!(answer.text().await.unwrap().starts_with("<html>"));
    }
    school.sandbox.breaks(Fault::anywhere(Trouble::BrokenJson));
    let refused = school.bot().get_me().await.unwrap_err();
    assert!(matches!(refused, RequestError::InvalidJson { .. }), "{refused:?}");
}

#[tokio::test]
async fn a_connection_breaks_before_or_after_the_letter_was_taken() {
    let school = School::open().await;
    for (trouble, received) in [(Trouble::Closed, 0), (Trouble::ClosedAfterwards, 1)] {
        school.sandbox.breaks(Fault::on("sendMessage", trouble));
        let sending = school.bot();
        let sending = sending.send_message(ChatId(school.fatima.chat()), "x");
        let refused = tokio::time::timeout(SOON, sending).await.unwrap().unwrap_err();
        assert!(matches!(refused, RequestError::Network(_)), "{refused:?}");
        assert_eq!(school.received(), received);
        let request = school.sandbox.requests().pop().unwrap();
        assert_eq!((request.accepted, request.status), (received == 1, None));
    }
}

#[tokio::test]
async fn an_answer_may_never_come() {
    let school = School::open().await;
    for (trouble, received) in [(Trouble::Hang, 0), (Trouble::HangAfterwards, 1)] {
        school.sandbox.breaks(Fault::on("sendMessage", trouble));
        let message = json!({ "chat_id": school.fatima, "text": "x" });
        let request = school.http.post(school.address("sendMessage")).json(&message);
        let request = request.timeout(Duration::from_millis(200));
        assert!(request.send().await.unwrap_err().is_timeout());
        assert_eq!(school.received(), received);
    }
}

#[tokio::test]
async fn while_telegram_is_down_nothing_is_taken_and_waiting_calls_break() {
    let school = School::open().await;
    school.gets("getUpdates", json!({ "offset": 900_000_000 })).await;
    let waiting = school.http.post(school.address("getUpdates")).json(&json!({ "timeout": 30 }));
    let waiting = waiting.send();
    let going_down = async {
        let polls = |world: &thuispost::sandbox::World| world.requests().len() == 2;
        assert!(school.sandbox.wait_until(SOON, polls).await);
        school.sandbox.goes_down();
    };
    let (broken, ()) = tokio::join!(tokio::time::timeout(SOON, waiting), going_down);
    broken.unwrap().unwrap_err();
    let message = json!({ "chat_id": school.fatima, "text": "x" });
    let request = school.http.post(school.address("sendMessage")).json(&message);
    request.send().await.unwrap_err();
    assert_eq!(school.received(), 0);
    school.sandbox.comes_up();
    school.says("x").await;
}

// The log and the waiting

#[tokio::test]
async fn every_request_is_logged_with_its_outcome() {
    let school = School::open().await;
    school.says("x").await;
    school.refused("sendMessage", json!({ "chat_id": 5, "text": "x" })).await;
    let requests = school.sandbox.requests();
    let told: Vec<_> =
        requests.iter().map(|r| (r.method.as_str(), r.chat, r.status, r.accepted)).collect();
    assert_eq!(
        told,
        [
            ("sendMessage", Some(school.fatima.chat()), Some(200), true),
            ("sendMessage", Some(5), Some(400), false),
        ]
    );
    assert!(requests[0].tick <= requests[1].tick);
}

#[tokio::test]
async fn waiting_ends_with_the_change_or_with_the_time() {
    let school = School::open().await;
    let fatima = school.fatima;
    let reads = |world: &thuispost::sandbox::World| world.phone(fatima).unwrap().messages.len() > 1;
    let (came, _) = tokio::join!(school.sandbox.wait_until(SOON, reads), school.says("Dag"));
    assert!(came);
    assert!(!school.sandbox.wait_until(Duration::from_millis(20), |_| false).await);
}

#[tokio::test]
async fn runs_have_the_same_ids() {
    let (first, second) = (School::open().await, School::open().await);
    assert_eq!(first.fatima, second.fatima);
    assert_eq!(first.sandbox.pending_updates(), second.sandbox.pending_updates());
}

#[tokio::test]
async fn nobody_else_can_reach_a_sandbox_and_a_stopped_one_is_gone() {
    let options = Options::new(Calendar::standing_at(MORNING));
    let refused = Sandbox::start("0.0.0.0:0".parse().unwrap(), options).await.err().unwrap();
    assert_eq!(refused.kind(), std::io::ErrorKind::InvalidInput);
    let school = School::open().await;
    school.gets("getMe", json!({})).await;
    school.sandbox.stop();
    school.http.get(school.address("getMe")).send().await.unwrap_err();
}

// The page of phones

#[tokio::test]
async fn a_message_can_put_no_markup_into_the_page() {
    let school = School::open().await;
    school.says("</script><img src=x onerror=alert(1)>").await;
    let page = school.http.get(school.sandbox.page_url()).send().await.unwrap();
    let page = page.text().await.unwrap();
    assert_eq!(page.matches("</script>").count(), 2, "the page's own two");
    assert!(!page.contains("<img"));
}

#[tokio::test]
async fn the_page_needs_nothing_from_elsewhere() {
    let school = School::open().await;
    for (path, content_type) in [
        ("", "text/html; charset=utf-8"),
        ("sandbox/phones.css", "text/css; charset=utf-8"),
        ("sandbox/phones.js", "text/javascript; charset=utf-8"),
    ] {
        let url = format!("{}{path}", school.sandbox.page_url());
        let answer = school.http.get(url).send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], content_type);
        assert!(answer.headers().contains_key("content-security-policy"));
        let text = answer.text().await.unwrap();
        assert!(!text.contains("http://") && !text.contains("https://"), "{path}");
    }
}

#[tokio::test]
async fn the_page_is_only_for_browsers_that_call_it_by_a_loopback_name() {
    let school = School::open().await;
    for (host, status) in [
        ("evil.example", 403),
        ("127.0.0.1.evil.example", 403),
        ("localhost:80", 200),
        ("[::1]:80", 200),
    ] {
        for path in ["", "sandbox/phones", "sandbox/calendar"] {
            let url = format!("{}{path}", school.sandbox.page_url());
            let answer = school.http.get(url).header("Host", host).send().await.unwrap();
            assert_eq!(answer.status(), status, "{host} {path}");
        }
    }
}

#[tokio::test]
async fn what_is_done_on_the_page_is_done_on_the_phone() {
    let school = School::open().await;
    let url = format!("{}sandbox/phones/{}", school.sandbox.page_url(), school.fatima);
    let done = async |deed: Value| {
        school.http.post(&url).json(&deed).send().await.unwrap().status().as_u16()
    };
    let buttons = json!([{ "text": "Worked", "callback_data": "w" }]);
    school.gets("sendMessage", school.with_buttons(buttons)).await;
    for deed in [
        json!({ "does": "press", "message_id": 2, "data": "w" }),
        json!({ "does": "type", "text": "مرحبا" }),
        json!({ "does": "send_photo", "caption": null }),
        json!({ "does": "send_voice" }),
        json!({ "does": "send_sticker" }),
        json!({ "does": "block" }),
    ] {
        assert_eq!(done(deed.clone()).await, 200, "{deed}");
    }
    assert_eq!(done(json!({ "does": "type", "text": "x" })).await, 409);
    assert_eq!(done(json!({ "does": "unblock" })).await, 200);
    assert_eq!(done(json!({ "does": "start", "code": "ABC" })).await, 200);
    let phone = school.sandbox.phone(school.fatima);
    let kinds: Vec<_> = phone.messages.iter().filter(|m| !m.from_bot).map(|m| m.kind).collect();
    use Kind::{Photo, Sticker, Text, Voice};
    assert_eq!(kinds, [Text, Text, Photo, Voice, Sticker, Text]);
    assert_eq!(phone.messages.last().unwrap().text, "/start ABC");
    let form = school.http.post(&url).body("{\"does\":\"block\"}").send().await.unwrap();
    assert_eq!(form.status(), 415, "a form on another site must not press buttons here");
}

#[tokio::test]
async fn the_page_hears_only_of_phones_that_changed() {
    let school = School::open().await;
    let jan = school.sandbox.add_phone(person("Jan", "nl"));
    let first = school.http.get(school.sandbox.page_url()).send().await.unwrap();
    let first = first.text().await.unwrap();
    assert!(first.contains("\"name\":\"Jan\"") && !first.contains("{everything}"));
    let url = format!("{}sandbox/changes", school.sandbox.page_url());
    let mut events = school.http.get(url).send().await.unwrap();
    let all = next_event(&mut events).await;
    assert_eq!(all["phones"].as_array().unwrap().len(), 2);
    assert_eq!(all["calendar"]["words"], "Saturday 21 November 2026, 09:00");
    school.sandbox.presses_start(jan, None).unwrap();
    let changed = next_event(&mut events).await;
    assert_eq!(changed["phones"].as_array().unwrap().len(), 1);
    assert_eq!(changed["phones"][0]["id"], jan.chat());
    assert_eq!(changed["phones"][0]["messages"][0]["time"], "09:00");
}

async fn next_event(events: &mut reqwest::Response) -> Value {
    let mut text = String::new();
    while !text.ends_with("\n\n") {
        let chunk = tokio::time::timeout(SOON, events.chunk()).await.unwrap().unwrap().unwrap();
        text.push_str(std::str::from_utf8(&chunk).unwrap());
    }
    serde_json::from_str(text.trim().strip_prefix("data: ").unwrap()).unwrap()
}

#[tokio::test]
async fn the_calendar_of_the_whole_demo_is_turned_on_the_page() {
    let school = School::open().await;
    let url = format!("{}sandbox/calendar", school.sandbox.page_url());
    let turn = async |jump: Value| school.http.post(&url).json(&jump).send().await.unwrap();
    for (jump, local) in [
        (json!("tomorrow"), "2026-11-22T09:00"),
        (json!("saturday"), "2026-11-28T10:00"),
        (json!("next_week"), "2026-12-05T10:00"),
        (json!({ "at": "2026-12-24T18:30" }), "2026-12-24T18:30"),
    ] {
        let now: Value = turn(jump).await.json().await.unwrap();
        assert_eq!(now["local"], local);
    }
    assert_eq!(turn(json!({ "at": "yesterday" })).await.status(), 400);
    school.says("Dag").await;
    let phone = school.sandbox.phone(school.fatima);
    assert_eq!(phone.newest().unwrap().at.to_string(), "2026-12-24T17:30:00Z");
}

#[tokio::test]
async fn a_picture_is_shown_on_the_page() {
    let school = School::open().await;
    let (_, sent) = school.uploads(school.upload(DRAWING.to_vec())).await;
    let id = sent["result"]["photo"][1]["file_id"].as_str().unwrap().to_owned();
    let url = format!("{}sandbox/pictures/{id}", school.sandbox.page_url());
    let answer = school.http.get(url).send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "image/png");
    assert_eq!(answer.bytes().await.unwrap(), DRAWING);
}

#[tokio::test]
async fn a_phone_that_was_used_on_the_page_is_in_somebodys_hands() {
    let school = School::open().await;
    let by_hand = || school.sandbox.phone(school.fatima).by_hand;
    school.sandbox.types(school.fatima, "as her part in the play has it").unwrap();
    assert!(!by_hand());

    let page = format!("{}/sandbox/phones/{}", school.sandbox.url(), school.fatima);
    let deed = json!({ "does": "type", "text": "by a visitor", "reply_to": null });
    let answer = school.http.post(&page).json(&deed).send().await.unwrap();
    assert!(answer.status().is_success(), "{answer:?}");
    assert!(by_hand());
}
