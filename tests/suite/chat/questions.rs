//! Whatever a parent types or sends, and what comes back from a person.

use serde_json::json;
use thuispost::inbox::{self, CannotAnswer, QuestionRow};
use thuispost::language::Args;

use super::{FATIMA, PIOTR, a_letter_comes, hears, hears_plain, on, toast, words};
use crate::suite::school::School;

#[tokio::test]
async fn a_typed_question_is_kept_and_the_parent_hears_who_reads_it_and_whom_to_call() {
    let mut school = School::opens(&format!("{FATIMA}\n{PIOTR}")).await;
    let said = [
        ("Fatima", "ar", "متى صباح الموضوع؟ هل أحضر <شيئًا> & حذاءً؟"),
        ("Piotr", "pl", "Czy Zosia może przyjść później?"),
    ];
    for (name, tag, question) in said {
        school.joins(name).await;
        school.types(name, question).await;
        let here = Args::new().text("location", "De Regenboog").text("phone", "020-555 01 23");
        hears(&school, name, tag, "question-received", &here);
    }
    let kept: Vec<String> = open(&school).await.into_iter().map(|it| it.body).collect();
    assert_eq!(kept, said.map(|(_, _, question)| question));
}

#[tokio::test]
async fn an_answer_comes_as_a_persons_words_with_the_question_above() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.types("Fatima", "متى صباح الموضوع؟").await;
    answers(&school, "Donderdag om half negen. <Tot dan> & fijne dag!").await.unwrap();
    school.settles().await;
    let header =
        words(&school, "ar", "answer-header", &Args::new().text("location", "De Regenboog"));
    let asked = Args::new().text("question", "متى صباح الموضوع؟");
    let asked = words(&school, "ar", "answer-to-question", &asked);
    let said = "\u{2068}Donderdag om half negen. <Tot dan> & fijne dag!\u{2069}";
    assert_eq!(school.last("Fatima").text, format!("{header}\n\n{asked}\n\n{said}"));
    assert_eq!(open(&school).await.len(), 0);
}

#[tokio::test]
async fn a_long_question_is_shortened_above_its_answer() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    school.types("Fatima", &"سؤال طويل ".repeat(300)).await;
    answers(&school, &"a".repeat(3_000)).await.unwrap();
    school.settles().await;
    let text = school.last("Fatima").text;
    assert!(text.contains(&"a".repeat(3_000)) && text.chars().count() < 3_400);
}

#[tokio::test]
async fn an_answer_is_given_once_and_only_to_who_still_takes_part() {
    let mut school = School::opens(&format!("{FATIMA}\n{PIOTR}")).await;
    school.joins("Fatima").await;
    school.joins("Piotr").await;
    school.types("Fatima", "سؤال").await;
    let hers = open(&school).await[0].id;
    school.types("Piotr", "Pytanie").await;
    let his = open(&school).await[1].id;

    assert!(matches!(answer(&school, hers, " ").await, Err(CannotAnswer::Length)));
    assert!(matches!(answer(&school, hers, &"a".repeat(3_001)).await, Err(CannotAnswer::Length)));
    assert!(matches!(answer(&school, 1, "Ja").await, Err(CannotAnswer::Unknown)));
    answer(&school, hers, "Ja").await.unwrap();
    assert!(matches!(answer(&school, hers, "Nee").await, Err(CannotAnswer::Answered)));

    school.types("Piotr", "stop").await;
    assert!(matches!(answer(&school, his, "Ja").await, Err(CannotAnswer::Gone)));
    assert_eq!(open(&school).await.len(), 1, "the question stays open for the door");
    school.settles().await;
    assert!(school.last("Fatima").text.contains("Ja"));
}

#[tokio::test]
async fn a_message_that_was_changed_changes_the_open_question() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    school.types("Fatima", "Morgen?").await;
    let mine = school.phone("Fatima").messages.into_iter().rev().find(|it| !it.from_bot).unwrap();
    school.sandbox.edits(phone, mine.message_id, "Overmorgen?").unwrap();
    school.settles().await;
    hears_plain(&school, "Fatima", "ar", "question-changed");
    assert_eq!(open(&school).await[0].body, "Overmorgen?");

    answers(&school, "Ja").await.unwrap();
    school.settles().await;
    let before = school.bubbles("Fatima").len();
    school.sandbox.edits(phone, mine.message_id, "Volgende week?").unwrap();
    school.settles().await;
    assert_eq!(school.bubbles("Fatima").len(), before, "what was answered stays as it was asked");
    assert_eq!(school.counts("select count(*) from questions where body = 'Overmorgen?'").await, 1);
}

#[tokio::test]
async fn a_picture_with_words_is_a_question_and_without_words_is_not() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    school.sandbox.sends_photo(phone, None).unwrap();
    school.settles().await;
    let here = Args::new().text("location", "De Regenboog");
    hears(&school, "Fatima", "ar", "media-photo", &here);
    assert_eq!(open(&school).await.len(), 0);
    school.sandbox.sends_photo(phone, Some("هل هذا صحيح؟")).unwrap();
    school.settles().await;
    assert_eq!(open(&school).await[0].body, "هل هذا صحيح؟");
    assert_eq!(open(&school).await[0].kind, "text");
}

#[tokio::test]
async fn a_voice_message_is_not_kept_and_staff_see_that_somebody_asked() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    school.sandbox.sends_voice(phone).unwrap();
    school.settles().await;
    hears(&school, "Fatima", "ar", "media-voice", &Args::new().text("location", "De Regenboog"));
    let asked = open(&school).await;
    assert_eq!((asked[0].kind.as_str(), asked[0].body.as_str()), ("voice", ""));
    answers(&school, "Kom even langs").await.unwrap();
    school.settles().await;
    assert!(school.last("Fatima").text.contains("Kom even langs"));
}

#[tokio::test]
async fn a_sticker_and_a_document_get_a_kind_answer_and_are_no_question() {
    let mut school = School::opens(FATIMA).await;
    let phone = school.joins("Fatima").await;
    school.sandbox.sends_sticker(phone).unwrap();
    school.settles().await;
    hears_plain(&school, "Fatima", "ar", "media-sticker");
    let file =
        json!({ "file_id": "x", "file_unique_id": "y", "file_size": 3, "file_name": "a.pdf" });
    let place = json!({ "latitude": 52.1, "longitude": 4.4 });
    for (kind, what) in [("document", file), ("location", place)] {
        let mut message = from_fatima(&school);
        message[kind] = what;
        school.sandbox.raw_update(json!({ "message": message })).unwrap();
        school.settles().await;
        hears_plain(&school, "Fatima", "ar", "media-other");
    }
    assert_eq!(open(&school).await.len(), 0);
}

#[tokio::test]
async fn please_explain_is_a_question_about_that_letter() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    a_letter_comes(&school).await;
    school.presses("Fatima", "le.").await;
    let here = Args::new().text("location", "De Regenboog");
    hears(&school, "Fatima", "ar", "letter-explain-asked", &here);
    let asked = open(&school).await;
    assert_eq!(asked[0].kind, "explain");
    assert!(asked[0].letter.is_some());
}

#[tokio::test]
async fn a_press_with_the_data_of_another_parent_changes_nothing() {
    let mut school = School::opens(&format!("{FATIMA}\n{PIOTR}")).await;
    school.joins("Fatima").await;
    school.joins("Piotr").await;
    a_letter_comes(&school).await;
    school.turns_to(on(2026, 11, 24, 9, 31)).await;
    let before = school.bubbles("Piotr").len();
    let message = school.last("Piotr").message_id;
    let (_, hers) = school.button("Fatima", "cw.");
    let about = hers.trim_start_matches("cw.").to_owned();
    for code in ["lm", "lu", "le", "cw", "cb", "cn", "a.tomorrow", "a.never", "b.no_time", "b.ask"]
    {
        school.sandbox.presses(school.id("Piotr"), message, &format!("{code}.{about}")).unwrap();
        school.settles().await;
    }
    let too_old = words(&school, "pl", "button-too-old", &Args::new());
    assert_eq!(toast(&school, "Piotr").await, too_old);
    assert_eq!(school.bubbles("Piotr").len(), before, "{}", school.told("Piotr"));
    assert_eq!(school.counts("select count(*) from understandings").await, 0);
    assert_eq!(school.counts("select count(*) from check_ins where answer is not null").await, 0);
    assert_eq!(open(&school).await.len(), 0);
}

#[tokio::test]
async fn a_button_with_data_that_nobody_made_changes_nothing() {
    let mut school = School::opens(FATIMA).await;
    school.joins("Fatima").await;
    let before = school.bubbles("Fatima").len();
    let message = school.last("Fatima").message_id;
    for data in ["x", "lu.1", "lu.1.2.3", "lu..", "a", "a.b", "b.1.2", "cw.9.9", "z.y", ".", "…"]
    {
        school.sandbox.presses(school.id("Fatima"), message, data).unwrap();
        school.settles().await;
    }
    let too_old = words(&school, "ar", "button-too-old", &Args::new());
    assert_eq!(toast(&school, "Fatima").await, too_old);
    assert_eq!(school.bubbles("Fatima").len(), before, "{}", school.told("Fatima"));
}

async fn open(school: &School) -> Vec<QuestionRow> {
    let mut read = school.store.read().await.unwrap();
    inbox::list(&mut read, school.organisation.id, false).await.unwrap()
}

/// Staff answer the oldest open question.
async fn answers(school: &School, text: &str) -> Result<(), CannotAnswer> {
    answer(school, open(school).await[0].id, text).await
}

async fn answer(school: &School, question: i64, text: &str) -> Result<(), CannotAnswer> {
    let now = school.calendar.now();
    inbox::answer(&school.store, &school.phrases, school.organisation.id, question, text, now).await
}

fn from_fatima(school: &School) -> serde_json::Value {
    let id = school.id("Fatima").chat();
    json!({
        "message_id": 900,
        "date": 1_795_000_000,
        "chat": { "id": id, "type": "private", "first_name": "Fatima" },
        "from": { "id": id, "is_bot": false, "first_name": "Fatima", "language_code": "ar" },
    })
}
