//! Finding the group that a person typed.

use super::School;
use thuispost::language::HomeLanguage;
use thuispost::roster::{GroupError, find_group};

const THREE_GROUPS: &str = "\
locatie;groep;gezin;kind;ouder;thuistaal
De Klim;Beertjes;1;Elif;Ayşe;tr
De Brug;Beertjes;2;Sami;Fatima;ar
De Brug;Groep 1/2;3;Jan;Piet;nl
";

async fn find(school: &School, text: &str) -> Result<String, GroupError> {
    let organisation = school.organisation().await;
    let mut connection = school.database.store.read().await.unwrap();
    find_group(&mut connection, organisation.id, text).await.map(|group| group.full_name())
}

#[tokio::test]
async fn a_group_is_found_by_its_name_or_with_its_location() {
    let school = School::new().await;
    school.imports(THREE_GROUPS).await.unwrap();
    for (typed, found) in [
        ("De Klim/Beertjes", "De Klim/Beertjes"),
        ("de brug/beertjes ", "De Brug/Beertjes"),
        ("Groep 1/2", "De Brug/Groep 1/2"),
        ("De Brug/Groep 1/2", "De Brug/Groep 1/2"),
    ] {
        assert_eq!(find(&school, typed).await.unwrap(), found);
    }
}

#[tokio::test]
async fn an_ambiguous_or_unknown_name_is_answered_with_the_candidates() {
    let school = School::new().await;
    school.imports(THREE_GROUPS).await.unwrap();
    let ambiguous = find(&school, "Beertjes").await.unwrap_err();
    assert_eq!(
        super::plain(
            ambiguous.sentence(&school.phrases, HomeLanguage::DUTCH).into_iter().collect()
        ),
        ["Er is meer dan één groep Beertjes. Kies uit: De Brug/Beertjes, De Klim/Beertjes"]
    );
    let unknown = find(&school, "Vosjes").await.unwrap_err();
    assert!(matches!(unknown, GroupError::Unknown(_, candidates) if candidates.len() == 3));
}
