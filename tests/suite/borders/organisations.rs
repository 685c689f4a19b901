//! Making organisations, and keeping their bots apart.

use thuispost::language::HomeLanguage;
use thuispost::roster::{self, NewOrganisation};
use thuispost::settings::Settings;

use super::rows::Rows;
use crate::suite::commands::Desk;
use crate::suite::school::{School, TOKEN, settings};

impl Desk {
    /// A refusal that says this and leaves the database as it was.
    async fn refuses(&self, args: &[&str], words: &[&str]) {
        let before = Rows::all(&self.database.store).await;
        let told = self.runs(args).await.ill(2);
        for word in words {
            assert!(told.contains(word), "{args:?}: {told}");
        }
        let after = Rows::all(&self.database.store).await;
        assert_eq!(before.changes(&after), Vec::<String>::new(), "{args:?}");
    }

    async fn with_regenboog() -> Self {
        let desk = Self::empty().await;
        let add = ["organisation", "add", "Regenboog", "--token-env", "REGENBOOG_TOKEN"];
        assert_eq!(desk.runs(&add).await.well(), "Organisatie Regenboog is toegevoegd.\n");
        desk
    }
}

#[tokio::test]
async fn two_organisations_cannot_share_a_token() {
    let desk = Desk::with_regenboog().await;
    let add = ["organisation", "add", "Zonnebloem", "--token-env"];
    let same = [&add[..], &["REGENBOOG_TOKEN"]].concat();
    desk.refuses(&same, &["REGENBOOG_TOKEN", "Regenboog", "--token-env"]).await;
    desk.runs(&[&add[..], &["ZONNEBLOEM_TOKEN"]].concat()).await.well();
    desk.runs(&["organisation", "add", "Maan"]).await.well();
    let usual = ["organisation", "add", "Ster"];
    desk.refuses(&usual, &["TELOXIDE_TOKEN", "Maan", "--token-env"]).await;
}

#[tokio::test]
async fn the_variable_of_a_token_says_so_in_its_name() {
    let desk = Desk::with_regenboog().await;
    let wrong =
        ["DATABASE_URL", "PATH", "zon_token", "Zon_TOKEN", "ZON TOKEN", "ZON-TOKEN", "1TOKEN", ""];
    for name in wrong.into_iter().chain(["987654321:AAAA-TOKEN", "_TOKEN", "ZON_TOKÉN"]) {
        let add = ["organisation", "add", "Zonnebloem", "--token-env", name];
        desk.refuses(&add, &[name, "TOKEN"]).await;
    }
    let add = ["organisation", "add", "Zonnebloem", "--token-env", "TOKEN_2"];
    desk.runs(&add).await.well();
}

#[tokio::test]
async fn an_organisation_has_a_name_and_a_zone_of_its_own() {
    let desk = Desk::with_regenboog().await;
    let add = |name: &'static str, zone: &'static str| {
        ["organisation", "add", name, "--token-env", "ZON_TOKEN", "--time-zone", zone]
    };
    desk.refuses(&add("Regenboog", "Europe/Brussels"), &["Regenboog"]).await;
    desk.refuses(&add("  Regenboog ", "Europe/Brussels"), &["Regenboog"]).await;
    desk.refuses(&add(" ", "Europe/Brussels"), &["naam"]).await;
    desk.refuses(&add("Zonnebloem", "Europe/Atlantis"), &["Europe/Atlantis"]).await;
    desk.runs(&add("Zonnebloem", "Europe/Brussels")).await.well();
    let desk = desk.sets("ZON_TOKEN", "1:secret");
    let listed = desk.runs(&["organisation", "list"]).await.well();
    assert!(!listed.contains("secret"), "{listed}");
    let cells = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let lines: Vec<Vec<String>> = listed.lines().map(cells).collect();
    assert_eq!(lines[1], ["Regenboog", "Europe/Amsterdam", "REGENBOOG_TOKEN", "nee"], "{listed}");
    assert_eq!(lines[2], ["Zonnebloem", "Europe/Brussels", "ZON_TOKEN", "ja"], "{listed}");
    assert_eq!(lines.len(), 3, "{listed}");
}

#[tokio::test]
async fn an_import_that_does_not_say_whose_it_is_was_used_wrongly() {
    let desk = Desk::with_regenboog().await;
    desk.runs(&["organisation", "add", "Zonnebloem"]).await.well();
    desk.writes("roster.csv", "locatie,groep,gezin,kind,ouder,thuistaal\nA,B,G1,Bo,Cor,nl\n");
    let import = ["import", "roster", "roster.csv"];
    desk.refuses(&import, &["Regenboog, Zonnebloem", "--organisation"]).await;
    desk.refuses(&[&import[..], &["--organisation", "Maan"]].concat(), &["Maan"]).await;
}

#[tokio::test]
async fn invitations_for_a_family_that_is_not_there_are_refused_and_not_an_empty_list() {
    let desk = Desk::with_families().await;
    let told = desk.runs(&["invites", "--family", "17"]).await.ill(1);
    assert!(told.contains("geen gezin 17"), "{told}");
}

#[tokio::test]
async fn of_two_organisations_with_one_token_only_the_first_is_served() {
    let mut school = School::closed("De Boom,,Vlinders,G1,,Samira,,,Fatima,ar,").await;
    let new = NewOrganisation {
        name: "Zonnebloem",
        time_zone: school.organisation.time_zone.clone(),
        language: HomeLanguage::DUTCH,
        token_env: "ZONNEBLOEM_TOKEN",
    };
    let now = school.calendar.now();
    let later = roster::create_organisation(&school.store, &new, now).await.unwrap();
    let both = [("TELOXIDE_TOKEN", TOKEN), ("ZONNEBLOEM_TOKEN", TOKEN)];
    let quiet_hours = school.settings.quiet_hours;
    school.settings =
        Settings { quiet_hours, ..settings(&school.database, &school.sandbox.url(), &both) };
    school.begins_service().await;
    school.joins("Fatima").await;
    for text in ["Hallo", "/menu", "Wanneer?"] {
        school.types("Fatima", text).await;
    }
    assert_eq!(school.counts("select count(*) from questions").await, 2);
    let taken =
        format!("select cast(update_id as text) from updates where organisation_id = {}", later.id);
    assert_eq!(school.reads(&taken).await, Vec::<String>::new(), "no update of the other");
    let leased = format!("select name from leases where name = 'bot {}'", later.id);
    assert_eq!(school.reads(&leased).await, Vec::<String>::new());
}
