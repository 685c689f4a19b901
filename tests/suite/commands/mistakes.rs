//! Wrong use ends with 2, what could not be done with 1; both say what to do.

use super::{Desk, School};

const WATER: &str = "# Water\n\nWij spelen met water.\n";

#[tokio::test]
async fn all_that_is_wrong_with_the_settings_is_told_in_one_message() {
    let desk = Desk::empty().await;
    let desk = desk
        .sets("DATABASE_URL", "mysql://root:geheim@db")
        .sets("THUISPOST_TIME_ZONE", "Mars/Olympus")
        .sets("THUISPOST_PER_SECOND", "veel");
    desk.writes("thuispost.toml", "THUISPOST_LANGUAGE = \"fy\"\n");
    let told = desk.runs(&["letter", "list"]).await.ill(2);
    for name in
        ["DATABASE_URL", "THUISPOST_TIME_ZONE", "THUISPOST_PER_SECOND", "THUISPOST_LANGUAGE"]
    {
        assert!(told.contains(name), "{told}");
    }
    assert!(!told.contains("geheim"), "{told}");
}

#[tokio::test]
async fn a_file_of_settings_stands_behind_the_environment() {
    let desk = Desk::with_families().await;
    desk.writes(".env", "THUISPOST_LANGUAGE=en\n");
    assert!(desk.runs(&["families"]).await.well().contains("not joined yet"));
    let desk = desk.sets("THUISPOST_LANGUAGE", "nl");
    assert!(desk.runs(&["families"]).await.well().contains("nog niet aangemeld"));
}

#[tokio::test]
async fn to_serve_a_token_is_needed() {
    let desk = Desk::with_families().await;
    let told = desk.runs(&["serve"]).await.ill(2);
    assert!(told.contains("TELOXIDE_TOKEN") && told.contains("@BotFather"), "{told}");
}

#[tokio::test]
async fn an_unknown_command_or_option_is_wrong_use() {
    let desk = Desk::empty().await;
    for args in [&["lettre"][..], &["letter", "send"], &["report", "--by", "colour"], &[]] {
        assert_eq!(desk.runs(args).await.code, 2, "{args:?}");
    }
    assert_eq!(desk.runs(&["--version"]).await.code, 0);
}

#[tokio::test]
async fn a_database_that_cannot_be_opened_is_told_without_a_password() {
    let desk = Desk::empty().await;
    let folder = desk.sets("DATABASE_URL", "sqlite://no/such/folder/t.db");
    let told = folder.runs(&["letter", "list"]).await.ill(1);
    assert!(told.contains("no/such/folder"), "{told}");
    let desk = folder.sets("DATABASE_URL", "postgres://me:geheim@127.0.0.1:1/x");
    assert!(!desk.runs(&["letter", "list"]).await.ill(1).contains("geheim"));
}

#[tokio::test]
async fn a_roster_that_is_missing_or_wrong_is_told_by_row_and_column_in_the_staffs_language() {
    let desk = Desk::empty().await;
    let told = desk.runs(&["import", "roster", "weg.csv"]).await.ill(1);
    assert!(told.contains("weg.csv"), "{told}");
    desk.writes("fout.csv", "locatie,groep,gezin,kind,ouder,thuistaal\nA,B,C,D,E,Marsiaans\n");
    let told = desk.runs(&["import", "roster", "fout.csv"]).await.ill(1);
    assert!(told.contains("fout.csv") && told.contains("Rij 2, thuistaal"), "{told}");
    let desk = desk.sets("THUISPOST_LANGUAGE", "en");
    let told = desk.runs(&["import", "roster", "fout.csv"]).await.ill(1);
    assert!(told.contains("Row 2, thuistaal"), "{told}");
}

#[tokio::test]
async fn before_the_first_import_every_command_says_what_comes_first() {
    let desk = Desk::empty().await;
    for args in
        [&["letter", "list"][..], &["families"], &["invites"], &["report"], &["questions", "list"]]
    {
        let told = desk.runs(args).await.ill(2);
        assert!(told.contains("Er is nog geen organisatie"), "{told}");
    }
}

#[tokio::test]
async fn a_group_must_be_known_and_meant_without_doubt() {
    let desk = Desk::with_families().await;
    desk.writes("water/nl.md", WATER);
    let send = async |group: &str| desk.runs(&["letter", "send", "water", "--group", group]).await;
    let told = send("Vossen").await.ill(2);
    assert!(told.contains("De Regenboog/Vlinders, De Zon/Vlinders"), "{told}");
    let told = send("Vlinders").await.ill(2);
    assert!(told.contains("meer dan één groep"), "{told}");
    let told = desk.runs(&["letter", "send", "water"]).await.ill(2);
    assert!(told.contains("--group"), "{told}");
    let sent = send("De Zon/Vlinders").await.well();
    assert!(sent.contains("Brief water"), "{sent}");
}

#[tokio::test]
async fn a_letter_folder_is_refused_with_file_and_line() {
    let desk = Desk::with_families().await;
    desk.writes("water/letter.toml", "theme = \"Water\"\nkleur = \"blauw\"\n");
    desk.writes("water/nl.md", "# Water\n\nKijk.\n\n![Een kraan](kraan.png)\n");
    let told = desk.runs(&["letter", "send", "water", "--group", "De Zon/Vlinders"]).await.ill(1);
    assert!(told.contains("letter.toml") && told.contains("kleur"), "{told}");
    assert!(told.lines().any(|line| line.contains("nl.md") && line.contains('5')), "{told}");
    let told = desk.runs(&["letter", "send", "weg", "--group", "De Zon/Vlinders"]).await.ill(1);
    assert!(told.contains("weg"), "{told}");
}

#[tokio::test]
async fn a_missing_language_is_named_with_its_families_and_the_choices() {
    let desk = Desk::with_families().await;
    desk.writes("water/nl.md", WATER);
    let args = ["letter", "send", "water", "--group", "De Regenboog/Vlinders"];
    insta::assert_snapshot!(desk.runs(&args).await.ill(1), @r"
    Arabisch ontbreekt voor 1 gezin: G1
    Er is niets verstuurd. Vertaal de brief, of kies --missing hold (later, na vertaling) of --missing dutch (nu in het Nederlands).
    ");
}

#[tokio::test]
async fn a_time_that_is_past_or_no_time_is_wrong_use() {
    let desk = Desk::with_families().await;
    desk.writes("water/nl.md", WATER);
    for at in ["2020-01-01 10:00", "morgen"] {
        let args = ["letter", "send", "water", "--group", "De Zon/Vlinders", "--at", at];
        assert!(desk.runs(&args).await.ill(2).contains(at));
    }
    let args =
        ["letter", "send", "water", "--group", "De Zon/Vlinders", "--check-in-after", "gauw"];
    assert!(desk.runs(&args).await.ill(2).contains("gauw"));
}

#[tokio::test]
async fn numbers_and_names_that_nobody_has_are_told_with_where_to_look() {
    let desk = Desk::with_families().await;
    desk.writes("water/nl.md", WATER);
    desk.runs(&["letter", "send", "water", "--group", "De Zon/Vlinders"]).await.well();
    for (args, code, look) in [
        (&["letter", "status", "herfst"][..], 2, "thuispost letter list"),
        (&["letter", "cancel", "herfst"], 2, "thuispost letter list"),
        (&["letter", "print", "12"], 2, "thuispost letter list"),
        (&["letter", "handed-over", "water", "--family", "7"], 1, "7"),
        (&["questions", "answer", "7", "ja"], 1, "thuispost questions list"),
        (&["erase", "--family", "7"], 1, "thuispost families"),
        (&["export", "--carer", "7"], 1, "thuispost families"),
        (&["report", "--from", "2026-09-01", "--to", "2026-08-01"], 2, "2026-09-01"),
    ] {
        let told = desk.runs(args).await.ill(code);
        assert!(told.contains(look), "{args:?}: {told}");
    }
}

#[tokio::test]
async fn with_two_organisations_one_must_be_named() {
    let desk = Desk::with_families().await;
    let add = ["organisation", "add", "Zonnehof", "--token-env", "ZONNEHOF_TOKEN"];
    desk.runs(&add).await.well();
    assert!(desk.runs(&add).await.ill(2).contains("bestaat al"));
    assert!(
        desk.runs(&["organisation", "add", "X", "--time-zone", "Mars"])
            .await
            .ill(2)
            .contains("Mars")
    );
    let told = desk.runs(&["families"]).await.ill(2);
    assert!(told.contains("--organisation") && told.contains("Zonnehof"), "{told}");
    let families = desk.runs(&["families", "--organisation", "Thuispost"]).await.well();
    assert!(families.contains("Fatima"), "{families}");
    assert!(desk.runs(&["families", "--organisation", "Maanhof"]).await.ill(2).contains("Maanhof"));
    assert!(desk.runs(&["organisation", "list"]).await.well().contains("ZONNEHOF_TOKEN"));
}

#[tokio::test]
async fn a_second_service_on_one_sqlite_file_is_refused() {
    let school = School::opens("De Regenboog,,Vlinders,G3,,Daan,,,Anna,nl,").await;
    if school.database.is_postgres() {
        // There several instances share the work: tests/suite/instances.rs.
        return;
    }
    let told = school.staff_run(&["serve"]).await;
    assert_eq!(told.code, 1, "{told:?}");
    assert!(told.err.contains("another thuispost is already serving"), "{told:?}");
}
