//! Letters: how they look on a phone, who gets them, what holds them up, and what staff read.

mod audience;
mod holding;
mod languages;
mod large;
mod paper;

use super::school::School;

pub const FATIMA: &str = "De Regenboog,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,ar,";
pub const PIOTR: &str = "De Regenboog,020-555 01 23,Vlinders,G2,,Zosia,,,Piotr,pl,";
pub const ANNA: &str = "De Regenboog,020-555 01 23,Vlinders,G3,,Daan,,,Anna,nl,";

/// Bubbles of somebody who has just joined.
pub const JOINED: usize = 3;

pub const DUTCH: &str = "# Water\n\n![Een kraan](picture.png)\n\nWij spelen met water.\n\n## Woorden\n\n\
    | Nederlands | Wat is het? |\n|---|---|\n| de kraan | daar komt water uit |\n";
pub const ARABIC: &str = "# الماء\n\n![صنبور](picture.png)\n\nنلعب بالماء.\n\n## كلمات\n\n\
    | Nederlands | العربية |\n|---|---|\n| de kraan | الصنبور |\n";
pub const POLISH: &str = "# Woda\n\n![Kran](picture.png)\n\nBawimy się wodą.\n\n## Słowa\n\n\
    | Nederlands | Polski |\n|---|---|\n| de kraan | kran |\n";
pub const ALL: [(&str, &str); 3] = [("nl", DUTCH), ("ar", ARABIC), ("pl", POLISH)];

impl School {
    /// A school where these carers have joined.
    pub async fn with_joined(rows: &[&str], carers: &[&str]) -> Self {
        let mut school = Self::opens(&rows.join("\n")).await;
        for carer in carers {
            school.joins(carer).await;
        }
        school
    }

    /// Sends the letter about water to the Vlinders, in all three languages.
    pub async fn sends_water(&self) {
        let folder = self.writes_letter("water", "", &ALL);
        self.sends(&folder, &["Vlinders"], None).await.unwrap();
    }
}

#[tokio::test]
async fn a_letter_comes_in_order_in_the_mothers_language_and_ends_with_the_question() {
    let school = School::with_joined(&[FATIMA], &["Fatima"]).await;
    let two_pictures = ARABIC.replace("\n\n## كلمات", "\n\n![حوض](picture.png)\n\n## كلمات");
    let dutch = DUTCH.replace("\n\n## Woorden", "\n\n![Een bak](picture.png)\n\n## Woorden");
    let folder = school.writes_letter("water", "", &[("nl", &dutch), ("ar", &two_pictures)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();

    let said = school.bubbles("Fatima").split_off(JOINED);
    assert_eq!(said.len(), 3, "{}", school.told("Fatima"));
    assert!(said[0].photo.is_some() && said[0].text.contains("نلعب بالماء"));
    assert!(said[0].text.contains("Samira") && said[0].text.contains("De Regenboog"));
    assert!(said[1].photo.is_some() && said[1].text.contains("حوض"));
    assert!(said[2].photo.is_none() && said[2].text.contains("الصنبور"));
    assert!(said[0].buttons.is_empty() && said[1].buttons.is_empty());
    let data: Vec<String> =
        said[2].buttons.iter().flatten().filter_map(|button| button.data.clone()).collect();
    let starts: Vec<&str> = data.iter().filter_map(|it| it.get(..3)).collect();
    assert_eq!(starts, ["ll.", "lu.", "le."]);
}

#[tokio::test]
async fn a_letter_of_one_message_has_its_question_on_that_message() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    let folder =
        school.writes_letter("kort", "", &[("nl", "# Kort\n\nMorgen gaan we naar buiten.\n")]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert_eq!(school.bubbles("Anna").len(), JOINED + 1);
    assert_eq!(
        school.told("Anna").lines().rev().take(3).collect::<Vec<_>>(),
        ["    [Ik begrijp het] [Leg het uit]", "    [🔊 Luister]", "Morgen gaan we naar buiten."]
    );
}

#[tokio::test]
async fn read_more_brings_the_rest_once_for_each_press_and_the_question_with_it() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    let long =
        format!("# Lang\n\nKort begin.\n\n{}\n\nHet einde.\n", "Woord en woord. ".repeat(40));
    let folder = school.writes_letter("lang", "", &[("nl", &long)]);
    school.sends(&folder, &["Vlinders"], None).await.unwrap();
    assert_eq!(school.bubbles("Anna").len(), JOINED + 1);
    assert!(!school.told("Anna").contains("Het einde"));

    let (message, more) = school.button("Anna", "lm.");
    school.presses("Anna", "lm.").await;
    assert_eq!(school.bubbles("Anna").len(), JOINED + 2);
    let rest = school.last("Anna");
    assert!(rest.text.ends_with("Het einde.") && rest.buttons.len() == 2, "{}", rest.text);

    let update = school.sandbox.presses(school.id("Anna"), message, &more).unwrap();
    school.settles().await;
    assert_eq!(school.bubbles("Anna").len(), JOINED + 3, "asked for again, it comes again");
    school.sandbox.repeat_update(update).unwrap();
    school.settles().await;
    assert_eq!(school.bubbles("Anna").len(), JOINED + 3, "one press has one effect");
}

#[tokio::test]
async fn i_understand_is_kept_once_and_shown_on_the_button() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.sends_water().await;
    for _ in 0..2 {
        school.presses("Anna", "lu.").await;
    }
    assert_eq!(school.reads("select answer from understandings").await, ["understood"]);
    assert_eq!(
        school.bubbles("Anna").len(),
        JOINED + 2,
        "a press on it is answered without a message"
    );
    let shown = school.sandbox.wait_until(super::school::PATIENCE, |world| {
        world.phone(school.id("Anna")).is_some_and(|phone| {
            let labels = phone.messages.iter().flat_map(|bubble| bubble.buttons.iter().flatten());
            labels.into_iter().any(|button| button.label == "✓ Ik begrijp het")
        })
    });
    assert!(shown.await, "{}", school.told("Anna"));
    assert!(school.sandbox.toasts(school.id("Anna")).iter().any(|it| it.text == "Dank je wel."));
}

#[tokio::test]
async fn please_explain_replaces_i_understand_and_opens_one_question() {
    let school = School::with_joined(&[ANNA], &["Anna"]).await;
    school.sends_water().await;
    school.presses("Anna", "lu.").await;
    for _ in 0..2 {
        school.presses("Anna", "le.").await;
    }
    assert_eq!(school.reads("select answer from understandings").await, ["explain"]);
    assert_eq!(school.reads("select kind from questions").await, ["explain"]);
    assert!(school.last("Anna").text.starts_with("Goed dat je het vraagt."));

    school.presses("Anna", "lu.").await;
    school.presses("Anna", "le.").await;
    assert_eq!(
        school.counts("select count(*) from questions where answered_at is null").await,
        1,
        "who hesitates has still one question"
    );
}

#[tokio::test]
async fn a_press_counts_only_on_the_phone_of_the_carer_who_got_the_letter() {
    let school = School::with_joined(&[ANNA, PIOTR], &["Anna", "Piotr"]).await;
    school.sends_water().await;
    let (_, of_anna) = school.button("Anna", "lu.");
    let (message, _) = school.button("Piotr", "lu.");
    school.sandbox.presses(school.id("Piotr"), message, &of_anna).unwrap();
    school.settles().await;
    assert_eq!(school.counts("select count(*) from understandings").await, 0);
    for nonsense in ["lu.1.2", "lu.x.y", "lm.1.1", "le.9223372036854775807.1", "cw..", "b.ask.1.2"]
    {
        school.sandbox.presses(school.id("Piotr"), message, nonsense).unwrap();
        school.settles().await;
    }
    assert_eq!(school.counts("select count(*) from updates where state = 'failed'").await, 0);
    assert_eq!(school.bubbles("Piotr").len(), JOINED + 2);
}
