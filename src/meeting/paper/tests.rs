//! Lists as people fill them in.

use super::*;
use crate::roster::{ChildId, GroupId, read_sheet};

fn child(family: i64, family_name: &str, name: &str, group: &str) -> Child {
    Child {
        id: ChildId::from_raw(family * 10),
        name: name.to_owned(),
        family: FamilyId::from_raw(family),
        family_name: family_name.to_owned(),
        group: GroupId::from_raw(1),
        group_name: group.to_owned(),
        location_name: "De Regenboog".to_owned(),
    }
}

fn roster() -> Vec<Child> {
    vec![
        child(1, "G1", "Samira", "Vlinders"),
        child(1, "G1", "Adam", "Bijen"),
        child(2, "=G2", "Daan", "Vlinders"),
        child(3, "G3", "daan", "Bijen"),
    ]
}

async fn read(text: &str) -> Result<Vec<PaperRow>, PaperError> {
    let sheet = read_sheet(text.as_bytes().to_vec(), is_paper_header).await?;
    read_paper(&sheet, &roster())
}

async fn problems(text: &str) -> Vec<(u32, String, PaperProblem)> {
    match read(text).await {
        Err(PaperError::Rows(found)) => {
            found.into_iter().map(|it| (it.row, it.column, it.problem)).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn row(family: i64, present: Option<bool>, interpreter: Option<bool>) -> PaperRow {
    PaperRow { family: FamilyId::from_raw(family), present, interpreter }
}

#[tokio::test]
async fn a_family_is_found_by_its_name_or_by_a_child_and_its_group() {
    let list =
        "gezin;kind;groep;aanwezig;tolk\nG1;;;ja;x\n;Daan;De Regenboog/Bijen;nee;\n'=G2;;;;\n";
    let wanted = [row(1, Some(true), Some(true)), row(3, Some(false), None), row(2, None, None)];
    assert_eq!(read(list).await.unwrap(), wanted);
    let english = "\u{feff}Family,Present\nG1,X\n";
    assert_eq!(read(english).await.unwrap(), [row(1, Some(true), None)]);
}

#[tokio::test]
async fn a_family_with_two_children_on_the_list_counts_once() {
    let list = "gezin,aanwezig\nG1,ja\nG1,\n";
    assert_eq!(read(list).await.unwrap(), [row(1, Some(true), None)]);
    let list = "gezin,aanwezig\nG1,ja\nG1,nee\n";
    assert_eq!(problems(list).await, [(3, "aanwezig".to_owned(), PaperProblem::Contradicts(2))]);
}

#[tokio::test]
async fn every_bad_row_is_named_with_its_column() {
    let list = "gezin,kind,groep,aanwezig,tolk\nG9,,,ja,\n,Bo,,ja,\n,Daan,,ja,\n,,,ja,\nG1,,,misschien,\n\
        G1,,,nee,ja\nG1,,,ja,,,extra\n";
    let found = problems(list).await;
    let columns: Vec<(u32, &str)> = found.iter().map(|(row, it, _)| (*row, it.as_str())).collect();
    assert_eq!(
        columns,
        [
            (2, "gezin"),
            (3, "kind"),
            (4, "kind"),
            (5, "gezin"),
            (6, "aanwezig"),
            (7, "tolk"),
            (8, "gezin")
        ]
    );
    let several = PaperProblem::SeveralFamilies(vec!["=G2".to_owned(), "G3".to_owned()]);
    assert_eq!(found[2].2, several);
    let phrases = Phrasebook::load().unwrap();
    for (row, column, problem) in found {
        let finding = PaperFinding { row, column, value: "x".to_owned(), problem };
        assert!(finding.sentence(&phrases, HomeLanguage::DUTCH).contains(&row.to_string()));
    }
}

#[tokio::test]
async fn a_list_without_the_columns_that_matter_is_refused() {
    for list in ["aanwezig\nja\n", "gezin,komt\nG1,ja\n"] {
        assert!(matches!(read(list).await, Err(PaperError::Columns(_))), "{list}");
    }
    assert!(matches!(read("").await, Err(PaperError::File(FileProblem::Empty))));
    assert!(matches!(read("gezin,aanwezig\n").await, Err(PaperError::File(FileProblem::NoRows))));
}

#[tokio::test]
async fn what_is_printed_can_be_filled_in_and_read_again() {
    let attendee = Attendee {
        family: FamilyId::from_raw(2),
        children: vec!["Daan".to_owned(), "-Noor".to_owned()],
        group: "Vlinders".to_owned(),
        said_yes: true,
        people: 2,
        interpreter: HomeLanguage::parse("ar"),
        seen: true,
        said: false,
        interpreter_there: None,
    };
    let names = BTreeMap::from([(FamilyId::from_raw(2), "=G2".to_owned())]);
    let phrases = Phrasebook::load().unwrap();
    let list = paper_list(&phrases, &[attendee], &names, HomeLanguage::DUTCH).unwrap();
    let head = "gezin,kind,groep,komt,mensen,tolk_gevraagd,aanwezig,tolk";
    assert_eq!(list, format!("{head}\n'=G2,\"Daan, -Noor\",Vlinders,ja,2,Arabisch,ja,\n"));
    assert_eq!(read(&list).await.unwrap(), [row(2, Some(true), None)]);
}
