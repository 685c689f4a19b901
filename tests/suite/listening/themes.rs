//! The messages of a theme, heard instead of read.

use jiff::civil::{date, datetime};

use super::{ANNA, EMINE, HODAN, listening};

/// The slots that are over, one after the other.
const SLOTS_LEFT: [&str; 3] = [
    "select count(*) from run_slots where week = 1 and kind = 'letter' and state <> 'done'",
    "select count(*) from run_slots where week = 1 and kind = 'do' and state <> 'done'",
    "select count(*) from run_slots where week = 1 and kind = 'cheer' and state <> 'done'",
];

#[tokio::test]
async fn a_theme_is_heard_message_by_message_with_at_most_two_buttons_under_a_tip() {
    let school = listening(&[EMINE, HODAN, ANNA]).await;
    school.has_theme("home", &[("socks", 0, 100)], &["nl", "tr", "so"]).await;
    school.lets_the_machine_speak("tr").await;
    school.starts("home", &["Vlinders"], date(2026, 11, 23), 2).await;
    for (heard, (day, hour)) in [(24, 17), (26, 17), (28, 10)].into_iter().enumerate() {
        school.turns_to(datetime(2026, 11, day, hour, 0, 0, 0)).await;
        school.until_none(SLOTS_LEFT[heard]).await;
        assert_eq!(school.heard("Emine").len(), heard + 1, "{}", school.told("Emine"));
        let said = school.bubbles("Emine");
        let text = &said[said.len() - 2];
        let buttons: Vec<_> = text.buttons.iter().flatten().collect();
        // The theme letter ends with the question of every letter.
        let most = if heard == 0 { 3 } else { 2 };
        assert!((1..=most).contains(&buttons.len()), "{}", school.told("Emine"));
        assert!(buttons[0].data.as_ref().is_some_and(|data| data.starts_with("ll.")));
    }
    assert!(school.heard("Hodan").is_empty() && school.heard("Anna").is_empty());
    school.presses("Hodan", "ll.").await;
    assert!(school.last("Hodan").text.contains("Soomaali"), "{}", school.told("Hodan"));
    school.presses("Emine", "ll.").await;
    let heard = school.heard("Emine");
    assert_eq!(heard[3].voice, heard[2].voice, "what is pressed is what was sent");
}
