//! The same roster, however it was saved.

use super::{School, TWO_FAMILIES, counts};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

async fn holds_the_two_families(school: &School) {
    assert_eq!(school.texts("select name from carers order by name").await, "Ayşe,Fatima,Mehmet");
    assert_eq!(school.texts("select name from groups order by name").await, "Beertjes,Vosjes");
    assert_eq!(
        school.texts("select born from children order by born").await,
        "2022-01,2022-11,2023-05"
    );
}

#[tokio::test]
async fn commas_english_headers_a_mark_at_the_beginning_and_windows_line_ends() {
    let school = School::new().await;
    let english = TWO_FAMILIES.replace(';', ",").replace("\n", "\r\n").replace(
        "locatie,groep,gezin,kind,geboren,ve,ouder,thuistaal",
        "Location,GROUP,\"family\",child,born,VE,carer, language ",
    );
    school.imports(format!("\u{feff}{english}\r\n\r\n")).await.unwrap();
    holds_the_two_families(&school).await;
}

#[tokio::test]
async fn windows_1252_text_and_unicode_written_in_two_ways_are_the_same_names() {
    let school = School::new().await;
    let header = "locatie;groep;gezin;kind;ouder;thuistaal\n";
    let mut windows = header.as_bytes().to_vec();
    windows.extend(b"Klim;A;Ren\xe9;Zo\xeb;Fran\xe7oise;Frans\n");
    school.imports(&windows).await.unwrap();
    let decomposed =
        format!("{header}Klim;A;Rene\u{301}; Zoe\u{308} ;Franc\u{327}oise;fran\u{e7}ais\n");
    let report = school.imports(decomposed).await.unwrap();
    assert_eq!(counts(&report.carers), (0, 0, 1, 0));
    assert_eq!(counts(&report.children), (0, 0, 1, 0));
}

#[tokio::test]
async fn a_cell_that_looks_like_a_formula_is_text_in_csv() {
    let school = School::new().await;
    school.imports(super::one_row(&[("ouder", "=1+1")])).await.unwrap();
    assert_eq!(school.texts("select name from carers").await, "=1+1");
}

/// As a teacher keeps it: empty rows above, real dates, numbers, a formula, a note far away.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let headers =
        ["Locatie", "Groep", "Gezin", "Kind", "Geboren", "VE", "Start", "Ouder", "Thuistaal"];
    for (column, header) in (0..).zip(headers) {
        sheet.write(2, column, header).unwrap();
    }
    let day = Format::new().set_num_format("d-m-yyyy");
    let month = Format::new().set_num_format("mmm yy");
    let rows = [("Ayşe", "Elif", 2023, 5, true), ("Fatima", "Sami", 2022, 11, false)];
    for (row, (carer, child, year, born, ve)) in (4..).zip(rows) {
        sheet.write(row, 0, "De Klim").unwrap();
        sheet.write(row, 1, 1).unwrap();
        sheet.write(row, 2, 1041 + row).unwrap();
        sheet.write(row, 3, child).unwrap();
        let birth = ExcelDateTime::from_ymd(year, born, 17).unwrap();
        sheet.write_with_format(row, 4, &birth, &month).unwrap();
        sheet.write(row, 5, ve).unwrap();
        let start = ExcelDateTime::from_ymd(2026, 3, 1).unwrap();
        sheet.write_with_format(row, 6, &start, &day).unwrap();
        sheet.write(row, 7, Formula::new("=UPPER(\"x\")").set_result(carer)).unwrap();
        sheet.write(row, 8, "Turks").unwrap();
    }
    sheet.write(900_000, 16_000, "een notitie").unwrap();
    book.add_worksheet().write(0, 0, "another sheet").unwrap();
    book.save_to_buffer().unwrap()
}

#[tokio::test]
async fn a_spreadsheet_with_real_dates_and_formulas() {
    let school = School::new().await;
    let report = school.imports(workbook()).await.unwrap();
    assert_eq!(report.rows, 2);
    assert_eq!(school.texts("select name from carers order by name").await, "Ayşe,Fatima");
    assert_eq!(school.texts("select name from families order by name").await, "1045,1046");
    assert_eq!(school.texts("select name from groups").await, "1");
    assert_eq!(school.texts("select born from children order by born").await, "2022-11,2023-05");
    assert_eq!(school.texts("select starts from children").await, "2026-03-01,2026-03-01");
    assert_eq!(school.number("select cast(sum(ve) as bigint) from children").await, 1);
}

#[tokio::test]
async fn a_name_that_a_spreadsheet_took_for_a_date_is_pointed_out_with_its_row() {
    let school = School::new().await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let headers = ["locatie", "groep", "gezin", "kind", "ouder", "thuistaal"];
    for (column, header) in (0..).zip(headers) {
        sheet.write(0, column, header).unwrap();
        sheet.write(4, column, "ar").unwrap();
    }
    let date = ExcelDateTime::from_ymd(2026, 2, 1).unwrap();
    sheet.write_with_format(4, 1, &date, &Format::new().set_num_format("d-mmm")).unwrap();
    let refused = school.refuses(book.save_to_buffer().unwrap()).await;
    assert_eq!(
        refused[1],
        "Rij 5, groep: 2026-02-01 is een datum geworden. Maak van deze cel tekst en typ de naam opnieuw."
    );
}
