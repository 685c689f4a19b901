//! Printing invitations, and joining with one.

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use super::{School, today};
use thuispost::clock::Moment;
use thuispost::roster::{
    self, ChatId, Invite, InviteCode, InviteError, InviteFound, InviteKey, InviteUse, KeyError,
    Selection, find_group, find_invite, use_invite,
};

const CHAT: ChatId = ChatId::from_raw(77);

fn key(school: &School) -> InviteKey {
    InviteKey::load_or_make(&school.database.folder.path().join("thuispost.key")).unwrap()
}

async fn print(school: &School, selection: Selection, now: Moment) -> Vec<Invite> {
    let organisation = school.organisation().await;
    roster::invites(&school.database.store, &key(school), &organisation, selection, now)
        .await
        .unwrap()
}

async fn all(school: &School) -> Vec<Invite> {
    print(school, Selection::default(), today()).await
}

async fn renewed(school: &School) -> Vec<Invite> {
    print(school, Selection { renew: true, ..Selection::default() }, today()).await
}

async fn found(school: &School, code: &InviteCode, now: Moment) -> InviteFound {
    let organisation = school.organisation().await;
    let mut connection = school.database.store.read().await.unwrap();
    find_invite(&mut connection, organisation.id, code, now).await.unwrap()
}

async fn joins(school: &School, code: &InviteCode) -> InviteUse {
    let organisation = school.organisation().await;
    let mut write = school.database.store.write().await.unwrap();
    let used = use_invite(&mut write, organisation.id, code, CHAT, today()).await.unwrap();
    write.commit().await.unwrap();
    used
}

fn codes(invites: &[Invite]) -> Vec<String> {
    invites.iter().map(|invite| invite.code.reveal().to_owned()).collect()
}

fn in_days(days: u64) -> Moment {
    today().after(Duration::from_secs(days * 86_400))
}

#[tokio::test]
async fn every_carer_gets_one_invitation_in_the_order_of_handing_out() {
    let school = School::with_two_families().await;
    let invites = all(&school).await;
    let told: Vec<String> = invites
        .iter()
        .map(|invite| {
            format!(
                "{} {} {} {}",
                invite.location,
                invite.group,
                invite.carer_name,
                invite.children.join("+")
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "De Klim Beertjes Mehmet Elif",
            "De Klim Beertjes, Vosjes Ayşe Can+Elif",
            "De Klim Vosjes Fatima Sami"
        ]
    );
    for invite in &invites {
        assert_eq!(invite.code.reveal().len(), 22);
        assert_eq!(found(&school, &invite.code, today()).await, InviteFound::Open(invite.carer));
        assert_eq!(format!("{:?}", invite.code), "…");
    }
}

#[tokio::test]
async fn the_database_does_not_hold_the_codes() {
    let school = School::with_two_families().await;
    let hashes = {
        let invites = all(&school).await;
        let hashes = school.texts("select code_hash from invites").await;
        assert!(invites.iter().all(|invite| !hashes.contains(invite.code.reveal())));
        hashes
    };
    assert_eq!(hashes.split(',').count(), 3);
}

#[tokio::test]
async fn printing_again_gives_the_same_links_until_they_expire() {
    let school = School::with_two_families().await;
    let first = all(&school).await;
    let again = print(&school, Selection::default(), in_days(60)).await;
    assert_eq!(codes(&first), codes(&again));
    assert_eq!(school.number("select count(*) from invites").await, 3);
    assert_eq!(
        found(&school, &first[0].code, in_days(61)).await,
        InviteFound::Expired(first[0].carer)
    );
    let late = print(&school, Selection::default(), in_days(61)).await;
    assert_ne!(codes(&first), codes(&late));
}

#[tokio::test]
async fn the_date_on_the_letter_holds_for_the_whole_day() {
    let school = School::with_two_families().await;
    let invites = all(&school).await;
    let list = roster::invites_csv(&invites, &school.organisation().await, "bot").unwrap();
    assert!(list.contains(",2027-01-21\n"), "{list}");
    let zone = school.settings.zone();
    let evening = Moment::of_local(jiff::civil::date(2027, 1, 21).at(23, 59, 0, 0), &zone);
    assert!(matches!(found(&school, &invites[0].code, evening).await, InviteFound::Open(_)));
    let midnight = evening.after(Duration::from_secs(60));
    assert!(matches!(found(&school, &invites[0].code, midnight).await, InviteFound::Expired(_)));
}

#[tokio::test]
async fn a_code_is_used_once_and_who_has_joined_is_left_out() {
    let school = School::with_two_families().await;
    let invites = all(&school).await;
    let fatima = &invites[2];
    assert_eq!(joins(&school, &fatima.code).await, InviteUse::Joined(fatima.carer));
    let refused = InviteUse::Refused(InviteFound::Used(fatima.carer));
    assert_eq!(joins(&school, &fatima.code).await, refused);
    assert_eq!(school.number("select chat_id from carers where name = 'Fatima'").await, 77);
    let left: Vec<String> =
        all(&school).await.into_iter().map(|invite| invite.carer_name).collect();
    assert_eq!(left, ["Mehmet", "Ayşe"]);
}

#[tokio::test]
async fn renewing_takes_the_old_codes_back_and_reaches_those_who_joined_too() {
    let school = School::with_two_families().await;
    let first = all(&school).await;
    joins(&school, &first[2].code).await;
    let new = renewed(&school).await;
    assert_eq!(new.len(), 3);
    assert!(codes(&new).iter().all(|code| !codes(&first).contains(code)));
    assert_eq!(found(&school, &first[0].code, today()).await, InviteFound::Revoked(first[0].carer));
    assert_eq!(found(&school, &first[2].code, today()).await, InviteFound::Used(first[2].carer));
    assert_eq!(found(&school, &new[2].code, today()).await, InviteFound::Open(new[2].carer));
    assert_eq!(
        joins(&school, &first[0].code).await,
        InviteUse::Refused(InviteFound::Revoked(first[0].carer))
    );
}

#[tokio::test]
async fn a_group_gets_the_letters_of_its_own_carers() {
    let school = School::with_two_families().await;
    let organisation = school.organisation().await;
    let group = {
        let mut connection = school.database.store.read().await.unwrap();
        find_group(&mut connection, organisation.id, "Beertjes").await.unwrap().id
    };
    let selection = Selection { group: Some(group), ..Selection::default() };
    let names: Vec<String> = print(&school, selection, today())
        .await
        .into_iter()
        .map(|invite| invite.carer_name)
        .collect();
    assert_eq!(names, ["Mehmet", "Ayşe"]);
}

#[tokio::test]
async fn a_child_that_has_left_brings_no_letter() {
    let school = School::with_two_families().await;
    school.does("update children set leaves = '2026-11-21' where name = 'Sami'").await;
    school.does("update children set leaves = '2026-11-22' where name = 'Can'").await;
    let invites = all(&school).await;
    assert!(invites.iter().all(|invite| invite.carer_name != "Fatima"));
    assert!(invites.iter().any(|invite| invite.children == ["Can", "Elif"]), "the last day counts");
}

#[tokio::test]
async fn a_code_of_nobody_is_unknown_and_one_of_another_organisation_is_elsewhere() {
    let school = School::with_two_families().await;
    let made = all(&school).await;
    assert!(InviteCode::parse("s-abc").is_none());
    assert!(InviteCode::parse("").is_none());
    assert!(InviteCode::parse(made[0].code.reveal()).is_some());
    let nobody = InviteCode::parse("AAAAAAAAAAAAAAAAAAAAAA").unwrap();
    assert_eq!(found(&school, &nobody, today()).await, InviteFound::Unknown);
    let mut connection = school.database.store.read().await.unwrap();
    let elsewhere = roster::OrganisationId::from_raw(1);
    let there = find_invite(&mut connection, elsewhere, &made[0].code, today()).await.unwrap();
    assert_eq!(there, InviteFound::Elsewhere);
}

#[tokio::test]
async fn a_lost_key_is_noticed_before_useless_letters_are_printed() {
    let school = School::with_two_families().await;
    let organisation = school.organisation().await;
    all(&school).await;
    let other = InviteKey::load_or_make(&school.database.folder.path().join("other.key")).unwrap();
    let store = &school.database.store;
    let printed =
        roster::invites(store, &other, &organisation, Selection::default(), today()).await;
    assert!(matches!(printed, Err(InviteError::OtherKey)), "{printed:?}");
    let renew = Selection { renew: true, ..Selection::default() };
    assert_eq!(
        roster::invites(store, &other, &organisation, renew, today()).await.unwrap().len(),
        3
    );
}

#[test]
fn the_key_file_is_its_owners_alone_and_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("k.key");
    InviteKey::load_or_make(&path).unwrap();
    let made = std::fs::metadata(&path).unwrap();
    assert_eq!((made.len(), made.permissions().mode() & 0o777), (32, 0o600));
    InviteKey::load_or_make(&path).unwrap();

    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
    assert!(matches!(InviteKey::load_or_make(&path), Err(KeyError::Open(_))));
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o600)).unwrap();
    for wrong in [0, 31, 33] {
        std::fs::write(&path, vec![7; wrong]).unwrap();
        assert!(matches!(InviteKey::load_or_make(&path), Err(KeyError::Length(_))), "{wrong}");
    }
    let nowhere = folder.path().join("none/k.key");
    assert!(matches!(InviteKey::load_or_make(&nowhere), Err(KeyError::File { .. })));
}

#[tokio::test]
async fn the_list_is_safe_to_open_in_a_spreadsheet() {
    let school = School::new().await;
    school
        .imports(
            "location,group,family,child,carer,language\n\
             =HYPERLINK(1),-A,+F,\"@El,if\",Ayşe,tr\n",
        )
        .await
        .unwrap();
    let invites = all(&school).await;
    let list = roster::invites_csv(&invites, &school.organisation().await, "klim_bot").unwrap();
    let (code, lines) = (invites[0].code.reveal(), list.lines().collect::<Vec<_>>());
    assert_eq!(lines[0], "location,group,family,child,carer,language,link,expires");
    let expected = format!(
        "'=HYPERLINK(1),'-A,'+F,\"'@El,if\",Ayşe,tr,https://t.me/klim_bot?start={code},2027-01-21"
    );
    assert_eq!(lines[1], expected);
}

#[tokio::test]
async fn a_letter_is_in_the_language_of_the_carer_with_dutch_below() {
    let school = School::with_two_families().await;
    school.imports(TWO_LETTERS).await.unwrap();
    let invites = all(&school).await;
    let organisation = school.organisation().await;
    let page =
        roster::invite_letters(&school.phrases, &invites, &organisation, "klim_bot").unwrap();
    assert_eq!(page.matches("<article").count(), invites.len());
    for part in [
        r#"<article class="letter" lang="ar" dir="rtl">"#,
        r#"<article class="letter" lang="tr" dir="ltr">"#,
        "21 Ocak 2027 Perşembe",
        "الخميس، 21 يناير 2027",
        "donderdag 21 januari 2027",
        "<svg",
    ] {
        assert!(page.contains(part), "{part} is not in the letters");
    }
    assert!(page.contains("Jan &#60;b&#62;"), "a name is shown and not obeyed");
    for invite in &invites {
        assert!(page.contains(&invite.code.link("klim_bot")));
    }
    if let Ok(folder) = std::env::var("THUISPOST_TEST_LETTERS") {
        std::fs::write(format!("{folder}/letters.html"), page).unwrap();
    }
}

const TWO_LETTERS: &str = "\
locatie;groep;gezin;kind;ouder;thuistaal
De Klim;Vosjes;Haddad;Sami;Fatima;ar
De Klim;Vosjes;Jansen;Bo;Jan <b>;nl
De Klim;Vosjes;Teklay;Hana;Selam;ti
";

#[tokio::test]
async fn the_letter_has_every_phrase_in_every_language_the_bot_speaks() {
    let school = School::new().await;
    let header = "location,group,family,child,carer,language\n";
    let rows: String = school
        .phrases
        .languages()
        .map(|language| {
            format!(
                "De Klim,Beertjes,{0},Elif,Ayşe {0},{0}\nDe Klim,Vosjes,{0},Can,Ayşe {0},{0}\n",
                language.tag()
            )
        })
        .collect();
    school.imports(format!("{header}{rows}")).await.unwrap();
    let invites = all(&school).await;
    let organisation = school.organisation().await;
    let page =
        roster::invite_letters(&school.phrases, &invites, &organisation, "klim_bot").unwrap();
    for language in school.phrases.languages() {
        assert!(page.contains(&format!(r#"<article class="letter" lang="{language}""#)));
    }
    assert!(!page.contains("invite-letter-"));
    if let Ok(folder) = std::env::var("THUISPOST_TEST_LETTERS") {
        std::fs::write(format!("{folder}/all.html"), page).unwrap();
    }
}

#[tokio::test]
async fn one_family_gets_a_new_letter_and_the_links_of_the_others_go_on_working() {
    let school = School::with_two_families().await;
    let before = all(&school).await;
    let one = before[0].family;
    let renew = Selection { family: Some(one), renew: true, ..Selection::default() };
    let renewed = print(&school, renew, today()).await;
    assert!(!renewed.is_empty() && renewed.iter().all(|invite| invite.family == one));
    for invite in &before {
        let now = found(&school, &invite.code, today()).await;
        let still_opens = matches!(now, InviteFound::Open(_));
        assert_eq!(still_opens, invite.family != one, "{now:?}");
    }
}
