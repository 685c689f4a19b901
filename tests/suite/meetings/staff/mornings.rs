//! Every morning, to who wants it: what takes place today.

use jiff::civil::{date, datetime};
use thuispost::language::Args;
use thuispost::rhythm;

use crate::suite::school::School;

#[tokio::test]
async fn who_wants_it_reads_at_half_past_seven_what_takes_place_today_and_once() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    school.waits_a_minute().await;
    school.presses("Ewa", "i.y.").await;
    school.opens_meetings("Eva").await;
    school.taps("Eva", "Elke ochtend").await;
    school.is_told("Eva", "staff-meet-mornings-on", &Args::new());
    let (eva, bas) = (school.bubbles("Eva").len(), school.bubbles("Bas").len());
    school.turns_to(datetime(2026, 12, 2, 7, 31, 0, 0)).await;
    assert_eq!(school.bubbles("Eva").len(), eva, "nothing on a day without anything");
    school.turns_to(datetime(2026, 12, 3, 7, 29, 0, 0)).await;
    assert_eq!(school.bubbles("Eva").len(), eva);
    school.turns_to(datetime(2026, 12, 3, 7, 31, 0, 0)).await;
    school.hears_all("Eva", &["Vandaag: 1", "08:30 · Koffieochtend · Vlinders: 1 ja, 1 persoon"]);
    assert_eq!(school.bubbles("Eva").len(), eva + 1);
    school.turns_to(datetime(2026, 12, 3, 7, 45, 0, 0)).await;
    assert_eq!(school.bubbles("Eva").len(), eva + 1, "once");
    assert_eq!(school.bubbles("Bas").len(), bas, "nobody who did not ask for it");
    school.taps("Eva", "08:30 · Koffieochtend").await;
    school.hears_all("Eva", &["Koffieochtend voor Vlinders"]);
}

#[tokio::test]
async fn nothing_comes_on_a_closed_day_nor_to_who_switched_it_off() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    school.waits_a_minute().await;
    school.opens_meetings("Eva").await;
    school.taps("Eva", "Elke ochtend").await;
    let day = date(2026, 12, 3);
    let mut write = school.store.write().await.unwrap();
    let whose = school.organisation.id;
    rhythm::close_days(&mut write, whose, (day, day), "Studiedag").await.unwrap();
    write.commit().await.unwrap();
    let eva = school.bubbles("Eva").len();
    school.turns_to(datetime(2026, 12, 3, 7, 31, 0, 0)).await;
    assert_eq!(school.bubbles("Eva").len(), eva);
    school.taps("Eva", "Ongedaan maken").await;
    school.is_told("Eva", "staff-meet-mornings-off", &Args::new());
    let on = "select count(*) from staff_members where mornings_from is not null";
    assert_eq!(school.counts(on).await, 0);
}
