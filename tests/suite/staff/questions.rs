//! A parent asks, staff of the group reply, the parent gets the answer.

use jiff::civil::datetime;
use thuispost::inbox;
use thuispost::language::{Args, HomeLanguage};
use thuispost::roster::Role;

use super::{FAMILIES, about, hears, said};
use crate::suite::school::School;

#[tokio::test]
async fn a_question_goes_to_the_group_and_a_reply_comes_to_the_parent() {
    let mut school = School::with_staff().await;
    let asked = [
        ("Fatima", "ar", "Samira", "متى <صباح> الموضوع؟", "Arabisch"),
        ("Piotr", "pl", "Zosia", "Kiedy zaczynamy?", "Pools"),
    ];
    for (parent, tag, child, question, language) in asked {
        school.joins(parent).await;
        school.types(parent, question).await;
        let head = about(child, "Vlinders").text("language", language).text("letter", "-");
        let head = said(&school, "staff-question-text", &head);
        let how = said(&school, "staff-question-how", &Args::new());
        let brought = format!("{head}\n\n\u{2068}{question}\u{2069}\n\n{how}");
        for name in ["Eva", "Noor"] {
            assert_eq!(school.last(name).text, brought, "{}", school.told(name));
        }
        school.replies("Eva", question, "Donderdag om <half> negen.").await;
        hears(&school, "Eva", "staff-answer-given", &about(child, "Vlinders"));
        let by = about(child, "Vlinders").text("name", "Eva");
        hears(&school, "Noor", "staff-others-answered", &by);
        assert!(!school.told(parent).contains("half"), "there is a minute to take it back");
        school.waits_a_minute().await;
        let place = Args::new().text("location", "De Regenboog");
        let language = HomeLanguage::parse(tag).unwrap();
        let header = school.phrases.plain(language, "answer-header", &place);
        let header = header.replace("<b>", "").replace("</b>", "");
        let words = school.last(parent).text;
        assert!(words.starts_with(&header), "{words}");
        assert!(words.ends_with("\u{2068}Donderdag om <half> negen.\u{2069}"), "{words}");
        assert!(words.contains(question), "{words}");
    }
    assert_eq!(school.open_questions().await, 0);
    let by = "select distinct s.name from questions q join staff_members s on s.id = q.answered_by";
    assert_eq!(school.reads(by).await, ["Eva"]);
    assert!(!school.told("Bas").contains("Samira"), "another group's educator hears nothing");
    for word in ["Fatima", "Piotr", "G1", "G2"] {
        for name in ["Eva", "Noor"] {
            let is_said = school.bubbles(name).iter().any(|bubble| bubble.text.contains(word));
            assert!(!is_said, "first name and group only: {word}");
        }
    }
}

#[tokio::test]
async fn two_educators_who_answer_at_once_have_one_effect() {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.types("Fatima", "سؤال").await;
    school.begins_reply("Noor", "Samira", "Van Noor");
    school.begins_reply("Eva", "Samira", "Van Eva");
    school.settles().await;
    let first = school
        .reads("select s.name from questions q join staff_members s on s.id = q.answered_by")
        .await;
    let (first, second) = if first == ["Noor"] { ("Noor", "Eva") } else { ("Eva", "Noor") };
    hears(&school, first, "staff-answer-given", &about("Samira", "Vlinders"));
    let already = said(&school, "staff-answer-already", &Args::new().text("name", first));
    assert!(school.told(second).contains(&already), "{}", school.told(second));
    let given =
        said(&school, "staff-others-answered", &about("Samira", "Vlinders").text("name", first));
    assert!(school.told(second).contains(&given), "{}", school.told(second));
    school.waits_a_minute().await;
    let told = school.told("Fatima");
    assert!(told.contains(&format!("Van {first}")), "{told}");
    assert!(!told.contains(&format!("Van {second}")), "{told}");
}

#[tokio::test]
async fn every_kind_of_question_is_brought_once_and_the_wish_to_be_erased_is_not() {
    let mut school = School::with_staff().await;
    let phone = school.joins("Fatima").await;
    let folder = school.writes_letter("water", "", &[("nl", "# Water\n\nWij spelen.\n")]);
    let dutch = Some(thuispost::mailing::Missing::Dutch);
    school.sends(&folder, &["Vlinders"], dutch).await.unwrap();
    let before = school.bubbles("Eva").len();
    school.presses("Fatima", "le.").await;
    let head = about("Samira", "Vlinders").text("language", "Arabisch").text("letter", "water");
    let explain = said(&school, "staff-question-explain", &head);
    assert!(school.last("Eva").text.starts_with(&explain), "{}", school.told("Eva"));
    school.presses("Fatima", "lu.").await;
    school.presses("Fatima", "le.").await;
    assert_eq!(school.bubbles("Eva").len(), before + 1, "pressed twice is one question");
    school.sandbox.sends_voice(phone).unwrap();
    school.settles().await;
    let voice = said(&school, "staff-question-voice", &head);
    assert!(school.last("Eva").text.starts_with(&voice), "{}", school.told("Eva"));
    school.types("Fatima", "/menu").await;
    for press in ["m.data", "d.ask", "d.yes"] {
        school.presses("Fatima", press).await;
    }
    assert_eq!(school.bubbles("Eva").len(), before + 2, "{}", school.told("Eva"));
    school.replies("Eva", &voice, "Kom even langs").await;
    hears(&school, "Eva", "staff-answer-gone", &Args::new());
}

#[tokio::test]
async fn a_question_at_night_waits_for_the_morning_and_the_open_list_does_not() {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.turns_to(datetime(2026, 11, 23, 22, 0, 0, 0)).await;
    let before = school.bubbles("Eva").len();
    school.types("Fatima", "سؤال").await;
    assert_eq!(school.bubbles("Eva").len(), before, "{}", school.told("Eva"));
    school.types("Eva", "menu").await;
    hears(&school, "Eva", "staff-menu", &Args::new().number("questions", 1));
    school.presses("Eva", "w.q").await;
    assert!(school.last("Eva").text.contains("سؤال"), "{}", school.told("Eva"));
    let before = school.bubbles("Noor").len();
    school.turns_to(datetime(2026, 11, 24, 8, 0, 0, 0)).await;
    assert_eq!(school.bubbles("Noor").len(), before + 1);
    school.replies("Eva", "سؤال", "Ja").await;
    hears(&school, "Eva", "staff-answer-given", &about("Samira", "Vlinders"));
}

#[tokio::test]
async fn open_questions_come_five_at_a_time_each_to_be_replied_to() {
    let mut school = School::with_staff().await;
    school.joins("Piotr").await;
    for number in 1..=7 {
        school.types("Piotr", &format!("Pytanie {number}")).await;
    }
    let before = school.bubbles("Noor").len();
    school.presses("Noor", "w.q").await;
    assert_eq!(school.bubbles("Noor").len(), before + 6);
    hears(&school, "Noor", "staff-more-questions", &Args::new().number("count", 2));
    school.replies("Noor", "Pytanie 3", "Trzy").await;
    hears(&school, "Noor", "staff-answer-given", &about("Zosia", "Vlinders"));
    let answered = "select body from questions where answer = 'Trzy'";
    assert_eq!(school.reads(answered).await, ["Pytanie 3"]);
}

#[tokio::test]
async fn who_sees_more_is_asked_when_the_group_has_nobody_in_the_chat() {
    let mut school = School::with_staff().await;
    school.employs("Kim", Role::Coach, &["De Regenboog", "De Zon"]).await;
    school.opens_work("Kim").await;
    school.joins("Fatima").await;
    school.types("Fatima", "سؤال").await;
    assert!(!school.told("Kim").contains("Samira"), "Eva and Noor are there");
    school.joins("Cor").await;
    school.types("Cor", "Mag Bo mee?").await;
    assert!(school.last("Kim").text.contains("Mag Bo mee?"), "{}", school.told("Kim"));
    school.sandbox.blocks(school.id("Bas")).unwrap();
    school.joins("Anna").await;
    school.types("Anna", "Is Bas er?").await;
    assert!(school.last("Kim").text.contains("Is Bas er?"), "Bas cannot be reached");
    let listed = school.staff_run(&["staff", "list"]).await.well();
    assert_eq!(listed.matches("niet bereikbaar").count(), 1, "{listed}");
}

#[tokio::test]
async fn a_question_answered_at_the_desk_is_told_to_who_was_asked() {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.types("Fatima", "سؤال").await;
    let mut read = school.store.read().await.unwrap();
    let open = inbox::list(&mut read, school.organisation.id, false).await.unwrap();
    drop(read);
    let number = open[0].id.to_string();
    school.staff_run(&["questions", "answer", &number, "Ja hoor"]).await.well();
    school.settles().await;
    let args = about("Samira", "Vlinders").text("name", "");
    hears(&school, "Eva", "staff-others-answered-desk", &args);
    school.replies("Noor", "سؤال", "Nee").await;
    hears(&school, "Noor", "staff-answer-already-desk", &Args::new());
    assert!(school.told("Fatima").contains("Ja hoor"), "at the desk it leaves at once");
}

#[tokio::test]
async fn a_family_that_is_erased_leaves_no_question_in_any_chat_of_staff() {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.turns_to(datetime(2026, 11, 23, 22, 0, 0, 0)).await;
    school.types("Fatima", "Qamarzinnetje").await;
    school.erases("G1").await;
    let left = "select count(*) from deliveries where payload like '%Qamarzinnetje%'";
    assert_eq!(school.counts(left).await, 0, "what waited for the morning is gone");
    assert_eq!(school.counts("select count(*) from staff_question_messages").await, 0);
    school.turns_to(datetime(2026, 11, 24, 8, 0, 0, 0)).await;
    assert!(!school.told("Eva").contains("Qamarzinnetje"));
}

#[tokio::test]
async fn nobody_is_asked_their_own_question() {
    let mut school = School::opens(FAMILIES).await;
    school.joins("Anna").await;
    school.employs("Bas", Role::Educator, &["Bijen"]).await;
    let code = school.new_code("Bas").await;
    school.opens_code("Anna", &code).await;
    school.employs("Kim", Role::Coordinator, &[]).await;
    school.opens_work("Kim").await;
    school.presses("Anna", "w.p.parent").await;
    let before = school.bubbles("Anna").len();
    school.types("Anna", "Wanneer is het feest?").await;
    assert_eq!(school.bubbles("Anna").len(), before + 1, "{}", school.told("Anna"));
    assert!(school.last("Kim").text.contains("Wanneer is het feest?"));
}
