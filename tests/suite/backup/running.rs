//! A backup beside a service that works at full speed.

use std::time::Duration;

use thuispost::clock::{Calendar, Ticker};
use thuispost::sandbox::Options;

use super::super::parents::{self, copies};
use super::super::school::{PATIENCE, School};
use super::super::serving::Program;
use super::{counted, opened, rows_of};

const PARENTS: usize = 150;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_backup_beside_a_service_at_full_speed_shows_one_moment() {
    let latency = Duration::from_millis(20);
    let options = Options { latency, ..Options::new(Calendar::system()) };
    let school = School::with(&parents::rows(PARENTS), options).await;
    let parents = parents::have_joined(&school).await;
    let serving = Program::of(&school).serves();
    for number in 1..=3 {
        parents::approve(&school, &parents::letter(&school, number)).await;
    }
    let (mut delivered, mut in_the_middle) = (0, false);
    for turn in 0..4 {
        for parent in parents.iter().skip(turn * 5).take(5) {
            school.sandbox.types(parent.phone, "Is er morgen opvang?").unwrap();
        }
        let file = school.backs_up(&format!("b{turn}.db")).await;
        assert_eq!(std::os::unix::fs::MetadataExt::mode(&file.metadata().unwrap()) & 0o777, 0o600);
        let mut file = opened(&file, "ro").await;
        let now =
            counted(&mut file, "select count(*) from deliveries where state = 'delivered'").await;
        assert!(now >= delivered, "time went back");
        delivered = now;
        in_the_middle |= now > 0 && now < i64::try_from(6 * PARENTS).unwrap();
        // An update is done in the transaction that keeps its question and queues the answer.
        let done = counted(&mut file, "select count(*) from updates where state = 'done'").await;
        assert_eq!(counted(&mut file, "select count(*) from questions").await, done);
        let answers =
            "select count(*) from deliveries where mailing_id not in (select id from mailings)";
        assert_eq!(counted(&mut file, answers).await, done);
        // A second part leaves only after the first.
        let early = "select count(*) from deliveries d where d.part = 1 and d.state in ('sending', 'delivered')
                     and exists (select 1 from deliveries e where e.mailing_id = d.mailing_id
                                 and e.carer_id = d.carer_id and e.part = 0 and e.state <> 'delivered')";
        assert_eq!(counted(&mut file, early).await, 0);
        assert_eq!(rows_of(&mut file).await.iter().find(|it| it.0 == "carers").unwrap().1, 150);
    }
    assert!(in_the_middle, "no backup was made while letters left");
    let ticker = Ticker::start();
    while school.unsettled().await > 0 {
        assert!(ticker.elapsed() < PATIENCE, "the service stands still");
        ticker.until(ticker.elapsed() + Duration::from_millis(20)).await;
    }
    drop(serving);
    for parent in &parents {
        for letter in 1..=3 {
            assert_eq!(
                copies(&school, parent.phone, letter, 0),
                1,
                "nothing was lost or sent twice"
            );
        }
    }
}
