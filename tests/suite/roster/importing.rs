//! What a sound file does.

use super::{School, TWO_FAMILIES, counts, one_row, plain};
use thuispost::language::HomeLanguage;
use thuispost::roster::{
    ImportError, NewOrganisation, OrganisationError, create_organisation, organisation,
    organisation_named,
};

#[tokio::test]
async fn the_first_import_makes_the_organisation_and_everybody_in_it() {
    let school = School::new().await;
    let report = school.imports(TWO_FAMILIES).await.unwrap();
    assert!(report.organisation_is_new);
    assert_eq!(report.rows, 4);
    assert_eq!(counts(&report.locations), (1, 0, 0, 0));
    assert_eq!(counts(&report.groups), (2, 0, 0, 0));
    assert_eq!(counts(&report.families), (2, 0, 0, 0));
    assert_eq!(counts(&report.children), (3, 0, 0, 0));
    assert_eq!(counts(&report.carers), (3, 0, 0, 0));
    assert_eq!(school.number("select count(*) from carer_children").await, 4);
    let organisation = school.organisation().await;
    assert_eq!(organisation.name, "Thuispost");
    assert_eq!(organisation.token_env, "TELOXIDE_TOKEN");
    assert_eq!(
        school.texts("select born from children order by born").await,
        "2022-01,2022-11,2023-05"
    );
    assert_eq!(school.texts("select language from carers order by language").await, "ar,tr,tr");
}

#[tokio::test]
async fn the_same_file_again_changes_nothing() {
    let school = School::with_two_families().await;
    let before = school.rows().await;
    let report = school.imports(TWO_FAMILIES).await.unwrap();
    assert!(!report.organisation_is_new);
    for (tally, all) in [
        (&report.locations, 1),
        (&report.groups, 2),
        (&report.families, 2),
        (&report.children, 3),
        (&report.carers, 3),
    ] {
        assert_eq!(counts(tally), (0, 0, all, 0));
    }
    assert_eq!(school.rows().await, before);
}

#[tokio::test]
async fn a_dry_run_tells_the_same_and_writes_nothing() {
    let school = School::new().await;
    let tried = school.tries(TWO_FAMILIES).await.unwrap();
    assert!(school.rows().await.iter().all(|(_, count)| *count == 0));
    let mut done = school.imports(TWO_FAMILIES).await.unwrap();
    done.dry_run = true;
    assert_eq!(tried, done);
}

#[tokio::test]
async fn a_child_that_moves_and_a_new_phone_number_are_updates() {
    let school = School::new().await;
    school.imports(one_row(&[("telefoon", "071 1"), ("wijk", "Noord")])).await.unwrap();
    let moved =
        one_row(&[("telefoon", "071 2"), ("groep", "Vosjes"), ("lezen", "stem"), ("tolk", "Ja")]);
    let report = school.imports(moved).await.unwrap();
    assert_eq!(counts(&report.locations), (0, 1, 0, 0));
    assert_eq!(counts(&report.children), (0, 1, 0, 0));
    assert_eq!(counts(&report.carers), (0, 1, 0, 0));
    assert_eq!(report.groups.missing, ["De Klim/Beertjes"]);
    assert_eq!(school.texts("select phone from locations").await, "071 2");
    assert_eq!(school.texts("select reading from carers where interpreter = 1").await, "voice");
    let group = "select groups.name from children join groups on groups.id = group_id";
    assert_eq!(school.texts(group).await, "Vosjes");
}

#[tokio::test]
async fn a_column_that_is_not_in_the_file_leaves_the_field_alone_and_an_empty_one_empties_it() {
    let school = School::new().await;
    school.imports(one_row(&[("telefoon", "071 1"), ("ve", "ja")])).await.unwrap();
    school.imports(one_row(&[])).await.unwrap();
    assert_eq!(school.texts("select phone from locations").await, "071 1");
    assert_eq!(school.number("select ve from children").await, 1);
    school.imports(one_row(&[("telefoon", ""), ("ve", "")])).await.unwrap();
    assert_eq!(school.texts("select phone from locations").await, "-");
    assert_eq!(school.number("select ve from children").await, 0);
}

#[tokio::test]
async fn a_changed_name_is_a_new_record_and_the_old_one_stays_and_is_named() {
    let school = School::with_two_families().await;
    let renamed = TWO_FAMILIES.replace("Fatima", "Fatma");
    let report = school.imports(renamed).await.unwrap();
    assert_eq!(counts(&report.carers), (1, 0, 2, 1));
    assert_eq!(report.carers.missing, ["Haddad/Fatima"]);
    assert_eq!(school.number("select count(*) from carers").await, 4);
    let told = plain(report.sentences(&school.phrases, HomeLanguage::DUTCH));
    assert!(told.contains(&"Ouders: 1 nieuw, 0 gewijzigd, 2 gelijk.".to_owned()), "{told:?}");
    assert!(told.iter().any(|line| line.ends_with("(1): Haddad/Fatima")), "{told:?}");
}

#[tokio::test]
async fn a_carer_whose_row_with_a_child_is_gone_gets_no_more_post_about_it() {
    let school = School::with_two_families().await;
    let without: Vec<&str> = TWO_FAMILIES.lines().filter(|line| !line.contains("Mehmet")).collect();
    let kept = school.imports(without.join("\n")).await.unwrap();
    assert_eq!((kept.links_removed, kept.carers.missing.len()), (0, 1), "a missing carer is kept");
    let swapped = TWO_FAMILIES
        .replace("Vosjes;Yilmaz;Can;2022-01;nee;Ayşe", "Vosjes;Yilmaz;Can;2022-01;nee;Mehmet");
    let report = school.imports(swapped).await.unwrap();
    assert_eq!(report.links_removed, 1);
    let of_can = "select carers.name from carer_children join carers on carers.id = carer_id \
                  join children on children.id = child_id where children.name = 'Can'";
    assert_eq!(school.texts(of_can).await, "Mehmet");
}

#[tokio::test]
async fn the_language_that_a_carer_chose_is_never_overwritten() {
    let school = School::new().await;
    school.imports(one_row(&[("tweede_taal", "Engels")])).await.unwrap();
    school.imports(one_row(&[("thuistaal", "Pools"), ("tweede_taal", "Frans")])).await.unwrap();
    assert_eq!(school.texts("select language from carers").await, "pl", "not chosen yet");
    school
        .does(
            "update carers set language = 'kmr', language_confirmed_at = 1, \
             second_language = 'nl', second_language_confirmed_at = 1",
        )
        .await;
    let report = school.imports(one_row(&[("tweede_taal", "Engels")])).await.unwrap();
    assert_eq!(counts(&report.carers), (0, 0, 1, 0));
    assert_eq!(report.languages_kept, 1);
    assert_eq!(school.texts("select language from carers").await, "kmr");
    assert_eq!(school.texts("select second_language from carers").await, "nl");
}

#[tokio::test]
async fn two_rows_about_one_child_may_leave_to_each_other_what_they_say() {
    let school = School::new().await;
    let file = "location,group,family,child,born,carer,language\n\
                Klim,A,Yilmaz,Elif,,Mehmet,tr\n\
                Klim,A,Yilmaz,Elif,2023-05,Ayşe,Türkçe\n";
    school.imports(file).await.unwrap();
    assert_eq!(school.texts("select born from children").await, "2023-05");
}

#[tokio::test]
async fn an_unknown_column_is_passed_over_with_a_warning() {
    let school = School::new().await;
    let report = school.imports(one_row(&[("schoenmaat", "24")])).await.unwrap();
    let told = plain(report.sentences(&school.phrases, HomeLanguage::DUTCH));
    assert_eq!(told.last().unwrap(), "Let op: kolom schoenmaat is onbekend en is overgeslagen.");
}

#[tokio::test]
async fn with_several_organisations_one_must_be_named() {
    let school = School::with_two_families().await;
    let new = NewOrganisation {
        name: "Zonnehof",
        time_zone: school.settings.zone(),
        language: HomeLanguage::DUTCH,
        token_env: "ZONNEHOF_TOKEN",
    };
    let made = create_organisation(&school.database.store, &new, super::today()).await.unwrap();
    let again = create_organisation(&school.database.store, &new, super::today()).await;
    assert!(matches!(again, Err(OrganisationError::Exists(_))), "{again:?}");

    let refused = school.refuses(TWO_FAMILIES).await;
    assert_eq!(
        refused,
        ["Er zijn meer organisaties: Thuispost, Zonnehof. Zeg welke met --organisation."]
    );
    let report = school.takes_in(TWO_FAMILIES.as_bytes(), Some("Zonnehof"), false).await.unwrap();
    assert_eq!(counts(&report.carers), (3, 0, 0, 0), "its carers are its own");

    let unknown = school.takes_in(TWO_FAMILIES.as_bytes(), Some("Maanhof"), false).await;
    assert!(matches!(unknown, Err(ImportError::Organisation(OrganisationError::Unknown(..)))));
    let mut connection = school.database.store.read().await.unwrap();
    assert_eq!(organisation_named(&mut connection, " Zonnehof ").await.unwrap(), made);
    assert!(organisation(&mut connection, None).await.is_err());
}
