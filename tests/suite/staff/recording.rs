//! Staff record a letter by sending a voice note: guided, for their own groups, undoable.

use thuispost::language::Args;
use thuispost::library::Voice;
use thuispost::sandbox::{Fault, Trouble};

use super::{hears, toast};
use crate::suite::listening::spoken;
use crate::suite::school::School;

const DUTCH: &str = "# Water\n\nWij spelen met water.\n";
const ARABIC: &str = "# الماء\n\nنلعب بالماء.\n";

/// Eva's groups got a letter that Fatima would rather hear.
async fn with_a_letter() -> (School, i64) {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.does("update carers set reading = 'voice' where name = 'Fatima'").await;
    let folder = school.writes_letter("water", "", &[("nl", DUTCH), ("ar", ARABIC)]);
    let hold = Some(thuispost::mailing::Missing::Hold);
    let letter = school.sends(&folder, &["Vlinders"], hold).await.unwrap().letter.id;
    (school, letter)
}

async fn chooses_arabic(school: &School, name: &str, letter: i64) {
    school.presses(name, "w.v").await;
    school.presses(name, &format!("w.v.m{letter}")).await;
    school.presses(name, &format!("w.v.m{letter}.ar")).await;
}

async fn speaks(school: &School, name: &str, sound: &Voice) {
    school.sandbox.sends_voice_of(school.id(name), &sound.bytes).unwrap();
    school.settles().await;
}

#[tokio::test]
async fn an_educator_reads_a_letter_aloud_and_a_mother_hears_her() {
    let (school, letter) = with_a_letter().await;
    chooses_arabic(&school, "Eva", letter).await;
    let shown = school.last("Eva").text;
    assert!(shown.contains("Arabisch") && shown.contains("نلعب بالماء"), "{shown}");
    let sound = spoken("This is how Eva reads it").await;
    speaks(&school, "Eva", &sound).await;
    assert!(school.last("Eva").text.contains("Bewaard"), "{}", school.told("Eva"));
    school.presses("Fatima", "ll.").await;
    let heard = school.heard("Fatima").pop().unwrap();
    assert_eq!(&heard.voice.unwrap().bytes[..], &sound.bytes[..]);
    let by = school.reads("select recorded_by from recordings").await;
    assert_eq!(by, ["Eva"]);

    school.types("Eva", "menu").await;
    school.presses("Eva", "w.v").await;
    school.presses("Eva", &format!("w.v.m{letter}")).await;
    let labels: Vec<String> =
        school.last("Eva").buttons.into_iter().flatten().map(|it| it.label).collect();
    assert_eq!(labels, ["✓ Arabisch", "Nederlands"]);
}

#[tokio::test]
async fn an_educator_reads_the_question_how_it_went_aloud() {
    let (school, _) = with_a_letter().await;
    for press in ["w.v", "w.v.q0", "w.v.q0.ar"] {
        school.presses("Eva", press).await;
    }
    assert!(school.last("Eva").text.contains("ثلاثة أزرار"), "{}", school.told("Eva"));
    speaks(&school, "Eva", &spoken("How did it go?").await).await;
    let arabic = thuispost::language::HomeLanguage::parse("ar").unwrap();
    let asked = thuispost::mailing::voice::question(&school.phrases, arabic);
    assert_eq!(school.reads("select text_key from recordings").await, [asked.key()]);
}

#[tokio::test]
async fn a_recording_can_be_taken_back() {
    let (school, letter) = with_a_letter().await;
    chooses_arabic(&school, "Eva", letter).await;
    speaks(&school, "Eva", &spoken("Once").await).await;
    school.presses("Eva", "w.u.").await;
    hears(&school, "Eva", "staff-undone-voice", &Args::new());
    school.presses("Fatima", "ll.").await;
    assert!(school.heard("Fatima").is_empty());
    assert_eq!(school.counts("select count(*) from recordings").await, 0);
}

#[tokio::test]
async fn a_voice_note_that_nobody_asked_for_is_not_fetched() {
    let (school, _) = with_a_letter().await;
    school.sandbox.sends_voice(school.id("Eva")).unwrap();
    school.settles().await;
    hears(&school, "Eva", "staff-media", &Args::new());
    school.sandbox.sends_voice(school.id("Fatima")).unwrap();
    school.settles().await;
    assert!(school.sandbox.requests().iter().all(|it| it.method != "getFile"));
    assert_eq!(school.counts("select count(*) from voices").await, 0);
}

#[tokio::test]
async fn a_file_that_does_not_come_is_asked_for_again() {
    let (school, letter) = with_a_letter().await;
    chooses_arabic(&school, "Eva", letter).await;
    school.sandbox.breaks(Fault::on("getFile", Trouble::HtmlPage(502)));
    speaks(&school, "Eva", &spoken("Once").await).await;
    hears(&school, "Eva", "staff-record-again", &Args::new());
    speaks(&school, "Eva", &spoken("Twice").await).await;
    assert!(school.last("Eva").text.contains("Bewaard"), "{}", school.told("Eva"));
}

#[tokio::test]
async fn what_is_no_whole_voice_note_is_refused_with_a_remedy() {
    let (school, letter) = with_a_letter().await;
    chooses_arabic(&school, "Eva", letter).await;
    let whole = spoken("This breaks off").await.bytes;
    let id = school.id("Eva");
    school.sandbox.sends_voice_of(id, &whole[..whole.len() - 10]).unwrap();
    school.settles().await;
    let told = school.last("Eva").text;
    assert!(told.contains("niet bewaard") && told.contains("opnieuw"), "{told}");
    assert_eq!(school.counts("select count(*) from recordings").await, 0);
}

#[tokio::test]
async fn a_letter_of_another_group_cannot_be_recorded_by_an_old_button() {
    let (school, letter) = with_a_letter().await;
    school.presses("Bas", "w.v").await;
    hears(&school, "Bas", "staff-record-nothing", &Args::new());
    chooses_arabic(&school, "Eva", letter).await;
    school
        .does(
            "update staff_groups set group_id = (select id from groups where name = 'Bijen')
             where staff_id = (select id from staff_members where name = 'Eva')",
        )
        .await;
    speaks(&school, "Eva", &spoken("Too late").await).await;
    hears(&school, "Eva", "staff-record-gone", &Args::new());
    school.presses("Eva", &format!("w.v.m{letter}.ar")).await;
    toast(&school, "Eva").await;
    assert_eq!(school.counts("select count(*) from recordings").await, 0);
}

#[tokio::test]
async fn a_theme_letter_is_recorded_before_it_is_sent_and_goes_with_it() {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.does("update carers set reading = 'both' where name = 'Fatima'").await;
    school.has_theme("home", &[("socks", 0, 100)], &["nl", "ar"]).await;
    school.starts("home", &["Vlinders"], jiff::civil::date(2026, 11, 23), 2).await;
    let sound = spoken("The theme letter").await;
    for step in ["w.v", "w.v.in.", "w.v.t"] {
        school.presses("Eva", step).await;
    }
    let (_, arabic) = school.button("Eva", "w.v.t");
    assert!(arabic.ends_with(".ar"), "{arabic}");
    school.presses("Eva", &arabic).await;
    assert!(school.last("Eva").text.contains("letter of home"), "{}", school.told("Eva"));
    speaks(&school, "Eva", &sound).await;
    school.turns_to(jiff::civil::datetime(2026, 11, 24, 17, 0, 0, 0)).await;
    school
        .until_none("select count(*) from run_slots where kind = 'letter' and state <> 'done'")
        .await;
    let heard = school.heard("Fatima").pop().unwrap();
    assert_eq!(&heard.voice.unwrap().bytes[..], &sound.bytes[..]);
}

#[tokio::test]
async fn the_easier_activity_and_the_closing_message_are_recorded_before_they_are_sent() {
    let mut school = School::with_staff().await;
    school.joins("Fatima").await;
    school.does("update carers set reading = 'both' where name = 'Fatima'").await;
    school.has_theme("home", &[("socks", 0, 100)], &["nl", "ar"]).await;
    school.starts("home", &["Vlinders"], jiff::civil::date(2026, 11, 23), 1).await;
    school
        .does("insert into child_levels (child_id, level, changed_at) select id, 'easier', 1 from children")
        .await;
    let (easier, closing) = (spoken("The easier one").await, spoken("The end").await);
    for (steps, words, sound) in [
        (["w.v.a", "w.v.e"], "easier socks", &easier),
        (["w.v.t", "w.v.c"], "closing of home", &closing),
    ] {
        school.presses("Eva", "w.v").await;
        school.presses("Eva", "w.v.in.").await;
        for step in steps {
            school.presses("Eva", step).await;
        }
        school.presses_what_ends("Eva", ".ar").await;
        assert!(school.last("Eva").text.contains(words), "{}", school.told("Eva"));
        speaks(&school, "Eva", sound).await;
    }
    for (day, hour, sound) in [(26, 17, &easier), (28, 10, &closing)] {
        school.turns_to(jiff::civil::datetime(2026, 11, day, hour, 0, 0, 0)).await;
        school
            .until_none(
                "select count(*) from run_slots where state in ('planned', 'planning')
                 and send_at <= (select max(not_before) from deliveries)",
            )
            .await;
        let heard = school.heard("Fatima").pop().unwrap();
        assert_eq!(&heard.voice.unwrap().bytes[..], &sound.bytes[..], "{day}");
    }
}

#[tokio::test]
async fn a_picture_book_is_recorded_before_the_group_read_it() {
    let mut school = School::with_theme(&["nl", "ar"]).await;
    school.has_the_bear().await;
    school.joins("Fatima").await;
    school.does("update carers set reading = 'both' where name = 'Fatima'").await;
    for step in ["w.v", "w.v.books", "w.v.b"] {
        school.presses("Eva", step).await;
    }
    school.presses_what_ends("Eva", ".ar").await;
    let shown = school.last("Eva").text;
    assert!(shown.contains("أين الدب؟") && !shown.contains("https"), "{shown}");
    let sound = spoken("Where is the bear").await;
    speaks(&school, "Eva", &sound).await;
    school.types("Eva", "menu").await;
    school.presses("Eva", "w.b").await;
    school.presses("Eva", "w.b.").await;
    let heard = school.heard("Fatima").pop().unwrap();
    assert_eq!(&heard.voice.unwrap().bytes[..], &sound.bytes[..]);
}
