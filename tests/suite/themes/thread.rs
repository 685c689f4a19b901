//! A theme from its start to the next activity, on real phones.

use jiff::civil::{date, datetime};

use super::row;
use crate::suite::school::School;

const ALL: [super::Made; 4] =
    [("socks", 0, 100), ("soup", 0, 100), ("song", 0, 100), ("walk", 0, 100)];

#[tokio::test]
async fn a_theme_brings_letter_activity_and_cheer_asks_how_it_went_and_makes_the_next_one_easier() {
    let mut school = School::opens(&row("G1", "Samira", "Fatima", "tr")).await;
    school.has_theme("home", &ALL, &["nl", "tr"]).await;
    school.joins("Fatima").await;
    school.starts("home", &["Vlinders"], date(2026, 11, 23), 2).await;
    for (day, hour) in [(24, 17), (26, 17), (27, 17)] {
        school.turns_to(datetime(2026, 11, day, hour, 0, 0, 0)).await;
    }
    school.presses("Fatima", "cn.").await;
    school.presses("Fatima", "b.ask.").await;
    school.presses("Fatima", "b.too_hard.").await;
    school.turns_to(datetime(2026, 11, 28, 10, 0, 0, 0)).await;
    for (month, day, hour) in [(12, 1, 17), (12, 3, 17), (12, 4, 17)] {
        school.turns_to(datetime(2026, month, day, hour, 0, 0, 0)).await;
    }
    school.types("Fatima", "evet").await;
    school.turns_to(datetime(2026, 12, 5, 10, 0, 0, 0)).await;
    let told = school.told("Fatima").replace(['\u{2068}', '\u{2069}'], "");
    let told = told.split("home (tr)").skip(1).collect::<Vec<_>>().join("home (tr)");
    insta::assert_snapshot!("thread_tr", told);
    assert_eq!(school.steps_of("Samira").await, ["1 socks as_is", "2 soup easier"]);
    assert_eq!(school.counts("select count(*) from questions").await, 0);
}
