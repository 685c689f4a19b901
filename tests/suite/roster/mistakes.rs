//! Every way in which a file can be wrong, and what staff then read.

use super::{School, TWO_FAMILIES, one_row};
use thuispost::language::HomeLanguage;
use thuispost::roster::ImportError;

#[tokio::test]
async fn a_file_that_is_no_roster_is_refused_as_a_whole() {
    let school = School::new().await;
    let utf16: Vec<u8> = "locatie;groep".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xff\xfe".as_slice(), &utf16].concat();
    let headers_only = TWO_FAMILIES.lines().next().unwrap();
    let cases: [(&[u8], &str); 10] = [
        (b"", "Het bestand is leeg."),
        (b"\n \n;;\n", "Het bestand is leeg."),
        (headers_only.as_bytes(), "Onder de koppen staat geen enkele rij."),
        (&utf16, "De tekst staat in een vorm die wij niet lezen (UTF-16)."),
        (&marked, "De tekst staat in een vorm die wij niet lezen (UTF-16)."),
        (
            b"\xef\xbb\xbflocatie\nZo\xeb",
            "Letters met een teken, zoals é, zijn niet goed bewaard. Kijk eerst bij rij 2.",
        ),
        (b"locatie\n\x81", "Letters met een teken"),
        (b"\xd0\xcf\x11\xe0old", "Dit is een oud Excel-bestand"),
        (b"PK\x03\x04nothing", "Dit Excel-bestand is beschadigd."),
        (b"locatie,kind,location\n1,2,3", "Kolom location staat er twee keer."),
    ];
    for (file, sentence) in cases {
        let refused = school.refuses(file).await;
        assert_eq!(
            refused[0],
            "lijst.csv: er is niets ingelezen. Verbeter dit en probeer het opnieuw."
        );
        assert!(refused[1].starts_with(sentence), "{refused:?}");
    }
}

#[tokio::test]
async fn missing_columns_are_told_together_with_what_is_there() {
    let school = School::new().await;
    let refused = school.refuses("Locatie;Groep;Voornaam;Thuistaal\na;b;c;ar\n").await;
    assert_eq!(
        refused[1],
        "Deze kolommen ontbreken: gezin, kind, ouder. Gevonden koppen: Locatie, Groep, Voornaam, Thuistaal"
    );
}

#[tokio::test]
async fn a_wrong_cell_is_told_with_row_column_value_and_remedy() {
    let school = School::new().await;
    let long = "x".repeat(201);
    let cases = [
        (("kind", "  "), "Rij 2, kind: hier staat niets. Vul dit in."),
        (("thuistaal", ""), "Rij 2, thuistaal: hier staat niets. Vul dit in."),
        (
            ("thuistaal", "Arabies"),
            "Rij 2, thuistaal: taal Arabies kennen we niet. Bedoel je Arabisch?",
        ),
        (
            ("thuistaal", "Klingon"),
            "Rij 2, thuistaal: taal Klingon kennen we niet. Schrijf bijvoorbeeld Arabisch of ar.",
        ),
        (
            ("tweede_taal", "Klingon"),
            "Rij 2, tweede_taal: taal Klingon kennen we niet. Schrijf bijvoorbeeld Arabisch of ar.",
        ),
        (
            ("start", "31-2-2026"),
            "Rij 2, start: 31-2-2026 is geen dag. Schrijf 2026-03-01 of 1-3-2026.",
        ),
        (("eind", "morgen"), "Rij 2, eind: morgen is geen dag. Schrijf 2026-03-01 of 1-3-2026."),
        (
            ("geboren", "mei 2023"),
            "Rij 2, geboren: mei 2023 is geen maand. Schrijf 2023-05 of 5-2023.",
        ),
        (("geboren", "12-2026"), "Rij 2, geboren: 12-2026 moet nog komen. Kijk het jaar na."),
        (("geboren", "1999-12"), "Rij 2, geboren: 1999-12 is voor 2000. Kijk het jaar na."),
        (("ve", "misschien"), "Rij 2, ve: schrijf ja of nee, niet misschien."),
        (("tolk", "2"), "Rij 2, tolk: schrijf ja of nee, niet 2."),
        (("lezen", "luisteren"), "Rij 2, lezen: schrijf tekst, stem of beide, niet luisteren."),
        (("ouder", "A\0B"), "Rij 2, ouder: in AB zit een onzichtbaar teken. Typ de cel opnieuw."),
        (("ouder", long.as_str()), "Rij 2, ouder: meer dan 200 tekens: xxx"),
    ];
    for (cell, sentence) in cases {
        let refused = school.refuses(one_row(&[cell])).await;
        assert_eq!(refused.len(), 2, "{refused:?}");
        assert!(refused[1].starts_with(sentence), "{refused:?}");
    }
}

#[tokio::test]
async fn a_child_cannot_leave_before_it_starts() {
    let school = School::new().await;
    let refused = school.refuses(one_row(&[("start", "2026-09-01"), ("eind", "1-8-2026")])).await;
    assert_eq!(refused[1], "Rij 2, eind: 2026-08-01 is voor de start. Kijk beide dagen na.");
    school.imports(one_row(&[("start", "2026-09-01"), ("eind", "1-9-2026")])).await.unwrap();
}

#[tokio::test]
async fn rows_that_contradict_each_other_are_errors() {
    let school = School::new().await;
    let header = "locatie;telefoon;groep;gezin;kind;geboren;ve;start;ouder;thuistaal;lezen";
    let first = "Klim;071;A;Yilmaz;Elif;2023-05;ja;2026-01-01;Ayşe;tr;tekst";
    let cases = [
        (
            "Klim;072;A;Haddad;Sami;;;;Fatima;ar;",
            "Rij 3, telefoon: 072, maar in rij 2 staat iets anders.",
        ),
        ("Klim;;B;Yilmaz;Elif;;;;Mehmet;tr;", "Rij 3, groep: B, maar in rij 2 staat iets anders."),
        ("Klim;;A;Yilmaz;Elif;2023-06;;;Mehmet;tr;", "Rij 3, geboren: 2023-06, maar in rij 2"),
        ("Klim;;A;Yilmaz;Elif;;nee;;Mehmet;tr;", "Rij 3, ve: nee, maar in rij 2"),
        ("Klim;;A;Yilmaz;Elif;;;2-1-2026;Mehmet;tr;", "Rij 3, start: 2-1-2026, maar in rij 2"),
        ("Klim;;A;Yilmaz;Can;;;;Ayşe;nl;", "Rij 3, thuistaal: nl, maar in rij 2"),
        ("Klim;;A;Yilmaz;Can;;;;Ayşe;tr;stem", "Rij 3, lezen: stem, maar in rij 2"),
    ];
    for (second, sentence) in cases {
        let refused = school.refuses(format!("{header}\n{first}\n{second}\n")).await;
        assert_eq!(refused.len(), 2, "{refused:?}");
        assert!(refused[1].starts_with(sentence), "{refused:?}");
    }
}

#[tokio::test]
async fn a_row_that_stands_twice_is_an_error() {
    let school = School::new().await;
    let last = TWO_FAMILIES.lines().last().unwrap();
    let refused = school.refuses(format!("{TWO_FAMILIES}\n{last}\n")).await;
    assert_eq!(
        refused[1..],
        ["Rij 7 is dezelfde ouder met hetzelfde kind als rij 5. Haal er één weg."]
    );
}

#[tokio::test]
async fn a_comma_in_a_name_without_quotes_does_not_shift_the_cells_in_silence() {
    let school = School::new().await;
    let header = "location,group,family,child,carer,language";
    let refused = school.refuses(format!("{header}\nKlim,A,Yilmaz,Elif,tr,tr,Ayşe\n")).await;
    assert!(refused[1].starts_with("Rij 2: er staan meer cellen dan koppen"), "{refused:?}");
    school.imports(format!("{header}\nKlim,A,\"Yilmaz, Ayşe\",Elif,Ayşe,tr,,\n")).await.unwrap();
}

#[tokio::test]
async fn all_mistakes_are_told_at_once_up_to_two_hundred() {
    let school = School::new().await;
    let header = "locatie;groep;gezin;kind;ouder;thuistaal\n";
    let refused = school.refuses(format!("{header};A;;Elif;Ayşe;xx\n")).await;
    assert_eq!(refused.len(), 4, "{refused:?}");
    let many: String = (0..250).map(|n| format!("Klim;A;F{n};Elif;Ayşe;\n")).collect();
    let refused = school.refuses(format!("{header}{many}")).await;
    assert_eq!(refused.len(), 202);
    assert_eq!(refused[201], "En nog 50 fouten.");
}

#[tokio::test]
async fn the_same_is_told_in_english_and_the_log_learns_no_names() {
    let school = School::new().await;
    let error = school.imports(one_row(&[("kind", ""), ("ve", "maybe")])).await.unwrap_err();
    let told = super::plain(error.sentences(&school.phrases, HomeLanguage::ENGLISH, "list.csv"));
    assert_eq!(told[1], "Row 2, kind: this is empty. Fill it in.");
    assert_eq!(error.to_string(), "the roster file has 2 mistakes");
    assert!(matches!(error, ImportError::Rows(findings) if findings.total == 2));
}
