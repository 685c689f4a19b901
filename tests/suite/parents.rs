//! Parents by the hundred: they joined long ago, their phones are in the sandbox, and letters with
//! marks on each part, so that every copy on a phone can be told.

use std::path::PathBuf;

use sqlx::Row;
use thuispost::mailing::Missing;
use thuispost::sandbox::{Bubble, Person, PhoneId};

use super::school::School;

/// The group of everybody.
pub const GROUP: &str = "Vlinders";

/// A carer who takes part.
#[derive(Clone, Debug)]
pub struct Parent {
    pub carer: i64,
    pub phone: PhoneId,
}

/// Roster rows of so many families, each with one child and one Dutch-speaking carer.
pub fn rows(count: usize) -> String {
    let row = |n| format!("De Regenboog,020-555 01 23,{GROUP},G{n},,Kind{n},,,Ouder{n},nl,");
    (1..=count).map(row).collect::<Vec<_>>().join("\n")
}

/// Everybody in the roster has joined: written straight into the tables, before a service runs.
pub async fn have_joined(school: &School) -> Vec<Parent> {
    let of_this_school = "select c.id, c.name from carers c join families f on f.id = c.family_id
                          where f.organisation_id = $1 order by c.id";
    let found = sqlx::query(of_this_school)
        .bind(school.organisation.id.raw())
        .fetch_all(&mut *school.store.read().await.unwrap())
        .await
        .unwrap();
    let mut parents = Vec::with_capacity(found.len());
    let mut write = school.store.write().await.unwrap();
    for row in found {
        let (carer, name): (i64, String) = (row.get("id"), row.get("name"));
        let person = Person { name, app_language: "nl".to_owned(), note: String::new() };
        let phone = school.sandbox.add_phone_of(school.bot, person);
        school.sandbox.presses_start(phone, None).unwrap();
        sqlx::query(
            "update carers set chat_id = $2, linked_at = $3, language_confirmed_at = $3, consented_at = $3,
                 consent_version = '1' where id = $1",
        )
        .bind(carer)
        .bind(phone.chat())
        .bind(school.calendar.now().millis())
        .execute(&mut *write)
        .await
        .unwrap();
        parents.push(Parent { carer, phone });
    }
    write.commit().await.unwrap();
    forget_starts(school).await;
    parents
}

/// Their first "start" was long ago: no service hears of it.
async fn forget_starts(school: &School) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let url = format!("{}/bot{}/getUpdates", school.sandbox.url(), school.token);
    let body = serde_json::json!({ "offset": 9_000_000_000_i64 }).to_string();
    let asked = client.post(url).header("content-type", "application/json").body(body);
    assert!(asked.send().await.unwrap().status().is_success());
}

/// The mark on a part of a letter.
pub fn mark(letter: usize, part: usize) -> String {
    format!("kenmerk-{letter}-{part}-")
}

/// Letter number so much: two parts, a picture with a text and words.
pub fn letter(school: &School, number: usize) -> PathBuf {
    let text = format!(
        "# Brief {number}\n\n![Een teil met water](picture.png)\n\nWat we doen: {}.\n\n## Woorden\n\n\
         | Nederlands | Wat is het? |\n|---|---|\n| het water | {} |\n",
        mark(number, 0),
        mark(number, 1)
    );
    school.writes_letter(&format!("brief-{number}"), "kind = \"letter\"\n", &[("nl", &text)])
}

/// A letter of one part, without a picture.
pub fn short_letter(school: &School, number: usize) -> PathBuf {
    let text = format!("# Brief {number}\n\nWat we doen: {}.\n", mark(number, 0));
    school.writes_letter(&format!("brief-{number}"), "kind = \"letter\"\n", &[("nl", &text)])
}

/// Staff send it; it may be on its way still.
pub async fn approve(school: &School, folder: &std::path::Path) -> i64 {
    let approved = school.approves(folder, &[GROUP], Some(Missing::Refuse)).await;
    approved.unwrap().letter.id
}

/// Every bubble from the bot on a phone.
pub fn bubbles(school: &School, phone: PhoneId) -> Vec<Bubble> {
    let messages = school.sandbox.phone(phone).messages;
    messages.into_iter().filter(|bubble| bubble.from_bot).collect()
}

/// How many copies of a part of a letter are on a phone.
pub fn copies(school: &School, phone: PhoneId, letter: usize, part: usize) -> usize {
    let mark = mark(letter, part);
    bubbles(school, phone).iter().filter(|bubble| bubble.text.contains(&mark)).count()
}
