//! The figures: examples that read as sentences, and random histories counted a second time by a
//! plain model.

mod gathered;
mod gatherings;
mod histories;
mod meetings;
mod model;
mod page;
mod planned;
mod school;
mod stories;
mod subjects;
mod themes;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseError, TestRunner};
use thuispost::clock::Moment;
use thuispost::participation::{By, Evidence, Period, Record, Within, report};
use thuispost::roster::{GroupId, LocationId, OrganisationId};

use crate::suite::database::TestDatabase;
use histories::{Asked, FROM, Part, histories};
use model::{Chosen, Expected, Model};
use school::School;

#[test]
fn the_database_counts_what_a_plain_reading_of_the_definitions_counts() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let database = runtime.block_on(TestDatabase::new());
    let mut runner = TestRunner::new(Config {
        cases: if database.is_postgres() { 64 } else { 256 },
        max_shrink_iters: 2_000,
        source_file: Some(file!()),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("seeds"))),
        ..Config::default()
    });
    let outcome = runner.run(&histories(), |(school, asked)| {
        runtime.block_on(both_count_the_same(&database, &school, &asked))
    });
    runtime.block_on(database.store.close());
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

async fn both_count_the_same(
    database: &TestDatabase,
    school: &School,
    asked: &Asked,
) -> Result<(), TestCaseError> {
    school.replace(&database.store).await;
    let zone = amsterdam();
    let (from, to) = (FROM.parse::<Date>().unwrap(), asked.to.parse::<Date>().unwrap());
    let chosen = match &asked.part {
        Part::Everything => Chosen::Everything,
        Part::Location(any) => Chosen::Location(any.get(&school.locations).id),
        Part::Group(any) => Chosen::Group(any.get(&school.groups).id),
    };
    for &organisation in &school.organisations {
        let model = Model { school, organisation, zone: &zone, from, to, now: asked.now, chosen };
        for by in By::EVERY {
            let period = Period::new(from, to).unwrap();
            let counted =
                ask(database, organisation, (period, asked.now), by, within(chosen)).await;
            let expected = model.records(by.name());
            let counted: Vec<Expected> = counted.iter().map(seen).collect();
            proptest::prop_assert_eq!(counted, expected);
        }
    }
    Ok(())
}

async fn ask(
    database: &TestDatabase,
    organisation: i64,
    (period, now): (Period, i64),
    by: By,
    within: Within,
) -> Vec<Record> {
    let mut connection = database.store.read().await.unwrap();
    let organisation = OrganisationId::from_raw(organisation);
    let asked = (period, Moment::from_millis(now));
    report(&mut connection, organisation, &amsterdam(), asked, &[by], within).await.unwrap()
}

fn within(chosen: Chosen) -> Within {
    match chosen {
        Chosen::Everything => Within::Organisation,
        Chosen::Location(id) => Within::Location(LocationId::from_raw(id)),
        Chosen::Group(id) => Within::Group(GroupId::from_raw(id)),
    }
}

fn seen(record: &Record) -> Expected {
    let kinds = [
        Evidence::SaidSo,
        Evidence::HandedOver,
        Evidence::Delivered,
        Evidence::Otherwise,
        Evidence::Unknown,
        Evidence::SeenByStaff,
        Evidence::MaterialsGiven,
        Evidence::Attended,
        Evidence::NotSeen,
    ];
    Expected {
        figure: record.figure.name(),
        by: record.by.name(),
        key: record.key.clone(),
        families: record.families,
        count: record.count,
        percent: record.percent,
        norm: record.norm,
        short: record.short,
        evidence: kinds.map(|kind| record.evidence.of(kind)),
    }
}

/// The day of a moment by the wall clock.
fn day_of(moment: i64) -> Date {
    Moment::from_millis(moment).local(&amsterdam()).date()
}

fn amsterdam() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap()
}
