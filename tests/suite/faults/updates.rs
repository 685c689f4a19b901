//! Updates that come twice, late or out of order.

use super::Day;
use super::parents::{self, mark};

#[tokio::test]
async fn updates_that_come_again_and_out_of_order_have_one_effect_each() {
    let mut day = Day::begins(4).await;
    day.sends_short(1).await;
    day.school.settles().await;
    let mut updates = Vec::new();
    for parent in &day.parents {
        let letter = parents::bubbles(&day.school, parent.phone);
        let letter = letter.iter().find(|bubble| bubble.text.contains(&mark(1, 0))).unwrap();
        let buttons = letter.buttons.iter().flatten().filter_map(|it| it.data.as_deref());
        let explain = buttons.into_iter().find(|data| data.starts_with("le.")).unwrap();
        let pressed = day.school.sandbox.presses(parent.phone, letter.message_id, explain).unwrap();
        let typed = day.school.sandbox.types(parent.phone, &format!("Vraag {}", parent.carer));
        updates.push((pressed, typed.unwrap()));
    }
    for (pressed, typed) in updates.iter().rev() {
        day.school.sandbox.repeat_update(*typed).unwrap();
        day.school.sandbox.repeat_update(*pressed).unwrap();
        day.school.sandbox.repeat_press(*pressed).unwrap();
    }
    day.school.settles().await;
    day.ends_service().await;
    for (pressed, typed) in &updates {
        day.school.sandbox.repeat_update(*pressed).unwrap();
        day.school.sandbox.repeat_update(*typed).unwrap();
    }
    day.begins_service().await;
    day.school.settles().await;
    assert_eq!(day.school.counts("select count(*) from understandings").await, 4);
    assert_eq!(day.school.counts("select count(*) from questions where kind = 'explain'").await, 4);
    assert_eq!(day.school.counts("select count(*) from questions where kind = 'text'").await, 4);
    for parent in &day.parents {
        let said = parents::bubbles(&day.school, parent.phone);
        assert_eq!(said.len(), 3, "a letter and two answers");
    }
}
