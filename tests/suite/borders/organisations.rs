//! Making organisations, and keeping their bots apart.

use super::rows::Rows;
use crate::suite::commands::Desk;

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
