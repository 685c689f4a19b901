//! The drill: a school with a life, a backup, an erasure after it, and the database lost.

use jiff::civil::datetime;
use thuispost::app::Erasures;
use thuispost::outbox;
use thuispost::participation::{self, By, Period, Within};

use super::super::database::TestDatabase;
use super::super::school::{PATIENCE, School};
use super::new_databases;

/// A letter that waits for both, one that reached half of the carers, a message on its way, and an
/// answer of staff that has not left.
async fn leaves_work_behind(school: &School) {
    for name in ["water", "groot"] {
        let text = format!("# Brief {name}\n\nWij zijn met {name} bezig.\n");
        let folder = school.writes_letter(name, "kind = \"letter\"\n", &[("nl", &text)]);
        school
            .approves(&folder, &["Vlinders"], Some(thuispost::mailing::Missing::Dutch))
            .await
            .unwrap();
    }
    let of = |name: &str| format!("mailing_id = (select id from mailings where label = '{name}')");
    school
        .does(&format!(
            "delete from deliveries where {} and carer_id > (select min(id) from carers)",
            of("groot")
        ))
        .await;
    school
        .does(
            "update mailings set state = 'fanning_out', released_at = null, fan_out_after = (select min(id) from carers)
             where label = 'groot'",
        )
        .await;
    school
        .does(&format!(
            "update deliveries set state = 'sending', attempts = 1, attempt_id = 77
             where {} and carer_id in (select id from carers where name = 'Anna')",
            of("water")
        ))
        .await;
    let question =
        "select cast(id as text) from questions where body = 'kwetsbaarzinnetje van Anna'";
    let question = school.reads(question).await[0].parse().unwrap();
    let now = school.calendar.now();
    let (store, phrases) = (&school.store, &school.phrases);
    thuispost::inbox::answer(store, phrases, school.organisation.id, question, "bewaardwoord", now)
        .await
        .unwrap();
}

/// Everything the report says.
async fn figures(school: &School) -> String {
    let zone = &school.organisation.time_zone;
    let now = school.calendar.now();
    let period = Period::school_year_of(now.local(zone).date());
    let bys = [By::All, By::Location, By::Group, By::Language, By::Letter, By::Kind];
    let mut read = school.store.read().await.unwrap();
    let records = participation::report(
        &mut read,
        school.organisation.id,
        zone,
        (period, now),
        &bys,
        Within::Organisation,
    );
    format!("{:#?}", records.await.unwrap())
}

/// How many messages from the bot on a phone hold these words.
fn copies(school: &School, name: &str, words: &str) -> usize {
    school.bubbles(name).iter().filter(|bubble| bubble.text.contains(words)).count()
}

#[tokio::test]
async fn the_figures_after_a_restore_are_those_of_the_moment_of_the_backup() {
    let mut school = School::with_a_full_life().await;
    school.ends_service().await;
    let told = figures(&school).await;
    let backup = school.backs_up("b.db").await;
    for database in new_databases().await {
        let restored = school.restores(&backup, &database, Erasures::Unknown).await;
        assert!(restored.copied.all_rows() > 50 && restored.linked == 2, "{restored:?}");
        let old = school.moves_to(database);
        assert_eq!(figures(&school).await, told);
        school.moves_to(old);
    }
}

#[tokio::test]
async fn a_family_erased_after_the_backup_is_nowhere_in_the_restored_database() {
    let mut school = School::with_a_full_life().await;
    school.ends_service().await;
    leaves_work_behind(&school).await;
    let backup = school.backs_up("b.db").await;
    let journal = [school.settings.erasures_file.clone()];
    school.erases("Ghadir").await;
    let chat = school.id("Zubaida").chat().to_string();
    for database in new_databases().await {
        let restored = school.restores(&backup, &database, Erasures::In(&journal)).await;
        assert_eq!((restored.erased_again, restored.linked), (1, 1));
        let old = school.moves_to(database);
        for word in ["Qamar", "Zubaida", "Ghadir", "tweedezinnetje", "vreemdezin", &chat] {
            assert_eq!(school.places_of(word).await, Vec::<String>::new(), "{word}");
        }
        assert_eq!(school.reads("select actor from audit_log").await, ["restore"]);
        school.store.close().await;
        if !school.database.is_postgres() {
            let bytes = std::fs::read(school.database.folder.path().join("t.db")).unwrap();
            let has = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
            assert!(has(b"bewaardwoord") && !has(b"Zubaida") && !has(b"tweedezinnetje"));
        }
        school.moves_to(old);
    }
    let left: Vec<_> = journal[0].parent().unwrap().read_dir().unwrap().collect();
    let left = left.into_iter().map(|it| it.unwrap().file_name().into_string().unwrap());
    assert!(!left.into_iter().any(|name| name.contains("restoring")), "the copy is gone");
}

#[tokio::test]
async fn after_a_restore_answers_go_and_letters_wait_until_staff_let_them_go_once() {
    let mut school = School::with_a_full_life().await;
    school.ends_service().await;
    leaves_work_behind(&school).await;
    let backup = school.backs_up("b.db").await;
    school.erases("Ghadir").await;
    let journal = [school.settings.erasures_file.clone()];
    let database = TestDatabase::new().await;
    let restored = school.restores(&backup, &database, Erasures::In(&journal)).await;
    assert_eq!((restored.doubtful, restored.held), (1, 3), "water, groot and an answer to Anna");
    let _lost = school.moves_to(database);
    school.begins_service().await;

    let said = school.bubbles("Anna").len();
    school.types("Anna", "Wat eten ze vandaag?").await;
    assert!(school.bubbles("Anna").len() > said, "who asks is answered");
    let new = school.writes_letter(
        "nieuw",
        "kind = \"letter\"\n",
        &[("nl", "# Nieuw\n\nDe nieuwe brief.\n")],
    );
    school.approves(&new, &["Vlinders"], None).await.unwrap();
    for turn in 0..3 {
        school.sandbox.types(school.id("Anna"), &format!("Vraag {turn}")).unwrap();
        let asked = school.bubbles("Anna").len();
        let anna = school.id("Anna");
        let answered = school.sandbox.wait_until(PATIENCE, |world| {
            let phone = world.phone(anna).unwrap();
            phone.messages.iter().filter(|it| it.from_bot).count() > asked
        });
        assert!(answered.await);
    }
    for words in ["met water bezig", "met groot bezig", "bewaardwoord", "nieuwe brief"] {
        assert_eq!(copies(&school, "Anna", words), 0, "{words}");
    }
    assert_eq!(school.stands("water", "Anna").await, "held restored");
    assert_eq!(school.stands("nieuw", "Anna").await, "waiting");

    let told = school.staff_run(&["restored"]).await.well();
    assert!(
        told.contains("is stil sinds") && told.contains("groot") && told.contains("antwoorden"),
        "{told}"
    );
    let told = school.staff_run(&["restored", "--withdraw", "water"]).await.well();
    assert_eq!(told, "Van water is 1 bericht teruggehaald.\n");
    assert_eq!(copies(&school, "Anna", "nieuwe brief"), 0, "still quiet");
    let told = school.staff_run(&["restored", "--send"]).await.well();
    assert!(told.contains("2 berichten"), "{told}");
    school.settles().await;
    for (words, times) in
        [("met water bezig", 0), ("met groot bezig", 1), ("bewaardwoord", 1), ("nieuwe brief", 1)]
    {
        assert_eq!(copies(&school, "Anna", words), times, "{words}");
    }
    assert_eq!(school.stands("water", "Anna").await, "withdrawn restored");
    assert!(school.staff_run(&["restored"]).await.well().contains("is niet stil"));
    assert_eq!(copies(&school, "Zubaida", "met groot bezig"), 0);
    let mut read = school.store.read().await.unwrap();
    let doubts = outbox::doubtful(&mut read, school.organisation.id);
    assert!(
        doubts.await.unwrap().iter().any(|row| row.cause == "restart"),
        "what was on its way is listed"
    );
}

#[tokio::test]
async fn what_became_due_after_the_backup_is_held_back_too() {
    let mut school = School::with_a_full_life().await;
    let text = "# Later\n\nDe brief van later.\n";
    let folder = school.writes_letter("later", "kind = \"letter\"\n", &[("nl", text)]);
    school.plans(&folder, "Vlinders", datetime(2026, 11, 25, 10, 0, 0, 0)).await;
    school.ends_service().await;
    let backup = school.backs_up("b.db").await;
    // The service that was lost later sent it.
    school.calendar.turn_to(thuispost::clock::Moment::of_local(
        datetime(2026, 11, 25, 11, 0, 0, 0),
        &school.organisation.time_zone,
    ));
    let database = TestDatabase::new().await;
    school.restores(&backup, &database, Erasures::Unknown).await;
    let _lost = school.moves_to(database);
    assert_eq!(school.stands("later", "Anna").await, "held restored");
    let asked = "select count(*) from deliveries d join mailings m on m.id = d.mailing_id
                 where m.kind = 'check_in' and d.part = 1 and d.state = 'held' and d.reason = 'restored'";
    assert_eq!(school.counts(asked).await, 2, "who wanted to be asked again yesterday");
    let told = school.staff_run(&["restored", "--withdraw"]).await.well();
    assert!(told.contains("niet meer stil"), "{told}");
    assert_eq!(school.stands("later", "Anna").await, "withdrawn restored");
}
