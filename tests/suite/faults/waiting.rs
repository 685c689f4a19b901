//! Telegram asks the bot to wait.

use std::time::Duration;

use thuispost::sandbox::{Fault, Trouble};

use super::Day;

fn too_fast(retry_after: Option<i64>) -> Fault {
    Fault::on("sendMessage", Trouble::TooManyRequests { retry_after })
}

/// What was on the line already when Telegram said it cannot be called back.
const ON_THE_LINE: Duration = Duration::from_millis(150);

/// The tick of the first 429 and of the first request after it.
fn pause(day: &Day) -> (Duration, Duration) {
    let all = day.sendings();
    let refused = all.iter().find(|request| request.status == Some(429)).unwrap().tick;
    let next = all.iter().find(|request| request.tick > refused + ON_THE_LINE).unwrap().tick;
    (refused, next)
}

#[tokio::test]
async fn nothing_leaves_before_the_wait_is_over_and_no_attempt_is_burned() {
    let mut day = Day::of(6).await;
    day.school.settings.per_second = Some(30);
    day.begins_service().await;
    day.breaks([too_fast(Some(1))]);
    day.sends_short(1).await;
    day.school.settles().await;
    let (refused, next) = pause(&day);
    assert!(next - refused >= Duration::from_secs(1), "{:?}", next - refused);
    day.everybody_has_once(1, 0);
    assert_eq!(day.school.counts("select max(attempts) from deliveries").await, 1);
    assert_eq!(day.doubtful().await, []);
}

#[tokio::test]
async fn a_wait_outlives_the_service() {
    let mut day = Day::begins(1).await;
    day.breaks([too_fast(Some(3))]);
    day.sends_short(1).await;
    let paused = "select count(*) from bots where paused_until is not null";
    day.until("the wait is written down", async || day.school.counts(paused).await == 1).await;
    day.ends_service().await;
    day.begins_service().await;
    day.school.settles().await;
    let (refused, next) = pause(&day);
    assert!(next - refused >= Duration::from_secs(3), "{:?}", next - refused);
    day.everybody_has_once(1, 0);
}

#[tokio::test]
async fn a_wait_without_a_time_or_below_zero_is_a_short_one() {
    for (said, least, most) in [(None, 5, 9), (Some(-7), 1, 4), (Some(0), 1, 4)] {
        let day = Day::begins(1).await;
        day.breaks([too_fast(said)]);
        day.sends_short(1).await;
        day.school.settles().await;
        let (refused, next) = pause(&day);
        let waited = next - refused;
        let bounds = Duration::from_secs(least)..Duration::from_secs(most);
        assert!(bounds.contains(&waited), "{said:?}: {waited:?}");
        day.everybody_has_once(1, 0);
    }
}

#[tokio::test]
async fn an_absurd_wait_is_an_hour_at_most_and_everybody_can_see_it() {
    let day = Day::begins(2).await;
    day.breaks([too_fast(Some(i64::MAX)), too_fast(Some(1))]);
    day.sends_short(1).await;
    let paused = "select count(*) from bots where paused_until is not null";
    day.until("the wait is written down", async || day.school.counts(paused).await == 1).await;
    let until = day.school.counts("select paused_until from bots").await;
    let hour = day.school.calendar.now().after(Duration::from_secs(3_600)).millis();
    assert!((hour - 60_000..=hour).contains(&until), "{until} {hour}");
    assert!(day.readyz().await["paused_until"].is_string());
    assert_eq!(day.readyz().await["waiting"], 2);
}
