//! A second import: by ids, with what is gone withdrawn, beside other programmes and organisations.

use thuispost::library;

use super::{Desk, EVERYTHING, now};

/// The activities with their ids, and whether each is withdrawn.
const ACTIVITIES: &str = "select slug || ' ' || id || case when withdrawn_at is null then '' \
     else ' withdrawn' end from activities order by slug";

#[tokio::test]
async fn a_second_import_changes_what_changed_and_keeps_the_ids() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks", "tent"]);
    desk.takes_in().await;
    let before = desk.reads(ACTIVITIES).await;
    desk.changes("themes/1-home/tr.toml", "Doe tent", "Çadır");
    desk.changes("programme.toml", "Van ons", "Van ons samen");
    let report = desk.takes_in().await;
    assert_eq!((report.activities.updated, report.activities.unchanged), (1, 1));
    assert_eq!((report.themes.unchanged, report.books.unchanged), (1, 1));
    assert_eq!(desk.reads(ACTIVITIES).await, before);
    let all = desk.reads(EVERYTHING).await;
    assert!(all.iter().any(|row| row.starts_with("activity tenttrÇadır")), "{all:?}");
    assert!(all.contains(&"programme oursVan ons samen".to_owned()), "{all:?}");
}

#[tokio::test]
async fn what_is_gone_is_withdrawn_and_what_comes_back_is_taken_back_in() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks", "tent"]);
    desk.takes_in().await;
    let before = desk.reads(ACTIVITIES).await;
    desk.writes_programme(&["tent"]);
    let report = desk.takes_in().await;
    assert_eq!(report.activities.withdrawn, ["home/socks"]);
    let after = desk.reads(ACTIVITIES).await;
    assert_eq!(after, [format!("{} withdrawn", before[0]), before[1].clone()]);
    // Gone already: no news.
    assert_eq!(desk.takes_in().await.activities.withdrawn, Vec::<String>::new());
    desk.writes_programme(&["socks", "tent"]);
    let report = desk.takes_in().await;
    assert_eq!((report.activities.back, report.activities.new), (1, 0));
    assert_eq!(desk.reads(ACTIVITIES).await, before);
}

#[tokio::test]
async fn a_theme_that_is_gone_takes_its_activities_along() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks"]);
    desk.takes_in().await;
    std::fs::remove_dir_all(desk.database.folder.path().join("ours/themes")).unwrap();
    let report = desk.takes_in().await;
    assert_eq!(report.themes.withdrawn, ["home"]);
    assert_eq!(report.activities.withdrawn, ["home/socks"]);
    let organisation = desk.organisation(None).await;
    let read = &mut *desk.database.store.read().await.unwrap();
    let theme = library::theme_named(read, organisation.id, "home").await.unwrap();
    assert!(theme.withdrawn);
    assert!(library::activities(read, theme.id).await.unwrap().iter().all(|it| it.withdrawn));
}

#[tokio::test]
async fn a_language_that_is_gone_is_no_longer_offered() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks"]);
    desk.takes_in().await;
    std::fs::remove_file(desk.database.folder.path().join("ours/themes/1-home/tr.toml")).unwrap();
    assert_eq!(desk.takes_in().await.themes.updated, 1);
    let organisation = desk.organisation(None).await;
    let read = &mut *desk.database.store.read().await.unwrap();
    let theme = library::theme_named(read, organisation.id, "home").await.unwrap();
    let languages = library::languages_of_theme(read, theme.id).await.unwrap();
    assert_eq!(languages.iter().map(|it| it.tag()).collect::<Vec<_>>(), ["nl"]);
}

#[tokio::test]
async fn under_a_running_theme_the_plan_goes_on_and_what_families_got_stays_as_it_was() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks", "tent"]);
    desk.takes_in().await;
    desk.does(
        "insert into theme_runs (id, organisation_id, theme_id, starts_on, weeks, audience, missing, \
             created_at, created_by) \
         select 1, p.organisation_id, t.id, '2026-11-23', 2, 'all', 'hold', 1, 'test' \
         from themes t join programmes p on p.id = t.programme_id",
    )
    .await;
    desk.does(
        "insert into steps (run_id, week, child_id, activity_id, level, decided_at) \
         select 1, 1, c.id, a.id, 'as_is', 1 from children c cross join activities a \
         where a.slug = 'socks'",
    )
    .await;
    desk.does(
        "insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at, \
             created_at, run_id, week, activity_id) \
         select 7, p.organisation_id, 'do', 'x', 'x', 'released', 'hold', 1, 1, 1, 1, a.id \
         from activities a join themes t on t.id = a.theme_id \
         join programmes p on p.id = t.programme_id where a.slug = 'socks'",
    )
    .await;
    desk.does(
        "insert into mailing_texts (mailing_id, language, part, kind, title, body, quality) \
         values (7, 'nl', 0, 'text', 'Doe socks', 'Pak.', 'human')",
    )
    .await;
    desk.writes_programme(&["tent"]);
    desk.changes("themes/1-home/nl.toml", "Doe tent", "Bouw een tent");
    desk.takes_in().await;
    let got = "select a.slug || ' ' || m.id || ' ' || x.title || ' ' || x.body from mailings m \
               join mailing_texts x on x.mailing_id = m.id join activities a on a.id = m.activity_id";
    assert_eq!(desk.reads(got).await, ["socks 7 Doe socks Pak."]);
    let steps = "select distinct a.slug from steps s join activities a on a.id = s.activity_id";
    assert_eq!(desk.reads(steps).await, ["socks"]);
    let run = "select t.slug from theme_runs r join themes t on t.id = r.theme_id";
    assert_eq!(desk.reads(run).await, ["home"]);
}

#[tokio::test]
async fn each_organisation_has_its_own_library() {
    let desk = Desk::with_families().await;
    let add = ["organisation", "add", "Zonnebloem", "--token-env", "ZON_TOKEN"];
    desk.runs(&add).await.well();
    desk.writes_programme(&["socks", "tent"]);
    for name in ["Thuispost", "Zonnebloem"] {
        let told = desk.runs(&["import", "programme", "ours", "--organisation", name]).await.well();
        assert!(told.contains("Activiteiten: 2 nieuw"), "{told}");
    }
    desk.runs(&["import", "programme", "ours"]).await.ill(2);
    desk.writes_programme(&["tent"]);
    desk.changes("themes/1-home/nl.toml", "Doe tent", "Tent");
    let args = ["import", "programme", "ours", "--organisation", "Zonnebloem"];
    desk.runs(&args).await.well();
    let rows = "select o.name || ' ' || a.slug || ' ' || x.title || case when a.withdrawn_at is null \
                then '' else ' withdrawn' end from activities a \
                join themes t on t.id = a.theme_id join programmes p on p.id = t.programme_id \
                join organisations o on o.id = p.organisation_id \
                join activity_texts x on x.activity_id = a.id and x.language = 'nl' order by 1";
    assert_eq!(
        desk.reads(rows).await,
        [
            "Thuispost socks Doe socks",
            "Thuispost tent Doe tent",
            "Zonnebloem socks Doe socks withdrawn",
            "Zonnebloem tent Tent",
        ]
    );
}

#[tokio::test]
async fn another_programme_is_left_alone() {
    let desk = Desk::with_families().await;
    let organisation = desk.organisation(None).await;
    let store = &desk.database.store;
    let starter = library::starter().unwrap();
    library::take_in(store, organisation.id, &starter, false, now()).await.unwrap();
    desk.writes_programme(&["socks"]);
    assert_eq!(desk.takes_in().await.themes.withdrawn, Vec::<String>::new());
    let withdrawn = "select slug from themes where withdrawn_at is not null";
    assert_eq!(desk.reads(withdrawn).await, Vec::<String>::new());
}
