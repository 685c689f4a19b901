//! A large roster.

use std::fmt::Write;

use super::{School, counts};

/// `rows` carers of half as many families, each with one child and the other carer.
fn large(rows: usize, phone: &str) -> String {
    let mut text = "location,phone,group,family,child,born,ve,carer,language,reading\n".to_owned();
    for row in 0..rows {
        let (family, location, group) = (row / 2, row % 40 / 2, row % 400 / 2);
        let (carer, language) = if row % 2 == 0 { ("Ayşe", "Turks") } else { ("Omar", "ar") };
        writeln!(
            text,
            "Locatie {location},{phone},Groep {group},Gezin {family},Elif,2023-05,ja,{carer},{language},text"
        )
        .unwrap();
    }
    text
}

#[tokio::test]
async fn a_large_roster_is_taken_in_and_updated() {
    let school = School::new().await;
    let rows = std::env::var("THUISPOST_TEST_ROSTER_ROWS");
    let rows = rows.ok().and_then(|rows| rows.parse().ok()).unwrap_or(5_000);
    for (turn, file) in
        [large(rows, "1"), large(rows, "1"), large(rows, "1").replace("ja,", "nee,")]
            .into_iter()
            .enumerate()
    {
        let ticker = thuispost::clock::Ticker::start();
        let report = school.imports(file).await.unwrap();
        println!("import {turn} of {rows} rows: {:?}", ticker.elapsed());
        let (families, carers) = (rows / 2, rows);
        let (new, updated, same) = [(1, 0, 0), (0, 0, 1), (0, 1, 0)][turn];
        assert_eq!(counts(&report.families), (new * families, 0, (updated + same) * families, 0));
        assert_eq!(
            counts(&report.children),
            (new * families, updated * families, same * families, 0)
        );
        assert_eq!(counts(&report.carers), (new * carers, 0, (updated + same) * carers, 0));
    }
}
