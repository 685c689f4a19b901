//! Themes and books by the names that staff type, their texts, and books that are open to a group.

use thuispost::language::{HomeLanguage, Phrasebook, without_marks};
use thuispost::library::{self, BookError, Level, ThemeError};
use thuispost::roster;

use super::{Desk, now};

fn language(tag: &str) -> HomeLanguage {
    HomeLanguage::parse(tag).unwrap()
}

/// Our programme, and the one that comes with Thuispost: both have a theme `home` and a book `bear`.
async fn two_programmes() -> Desk {
    let desk = Desk::with_families().await;
    let organisation = desk.organisation(None).await;
    let starter = library::starter().unwrap();
    let store = &desk.database.store;
    library::take_in(store, organisation.id, &starter, false, now()).await.unwrap();
    desk.writes_programme(&["socks", "tent"]);
    desk.takes_in().await;
    desk
}

#[tokio::test]
async fn a_theme_is_found_by_its_name_its_full_name_or_its_title() {
    let desk = two_programmes().await;
    let organisation = desk.organisation(None).await.id;
    let read = &mut *desk.database.store.read().await.unwrap();
    for typed in ["ours/home", " Ours/Home ", "Thuis"] {
        let theme = library::theme_named(read, organisation, typed).await.unwrap();
        assert_eq!(theme.full_name(), "ours/home", "{typed}");
        assert_eq!((theme.programme_name.as_str(), theme.weeks), ("Van ons", 2));
    }
    let phrases = Phrasebook::load().unwrap();
    let error = library::theme_named(read, organisation, "home").await.unwrap_err();
    assert!(matches!(&error, ThemeError::Ambiguous(_, known) if known.len() == 2));
    let said = without_marks(&error.sentence(&phrases, HomeLanguage::DUTCH).unwrap());
    assert_eq!(said, "Er zijn meer thema's “home”. Kies: ours/home, starter/home.");
    let error = library::theme_named(read, organisation, "maan").await.unwrap_err();
    let said = without_marks(&error.sentence(&phrases, HomeLanguage::ENGLISH).unwrap());
    assert!(said.starts_with("There is no theme “maan”. There are: ours/home, starter/"), "{said}");
}

#[tokio::test]
async fn without_a_programme_staff_are_told_how_to_get_one() {
    let desk = Desk::with_families().await;
    let organisation = desk.organisation(None).await.id;
    let read = &mut *desk.database.store.read().await.unwrap();
    let phrases = Phrasebook::load().unwrap();
    let error = library::theme_named(read, organisation, "home").await.unwrap_err();
    let said = error.sentence(&phrases, HomeLanguage::ENGLISH).unwrap();
    assert!(said.contains("thuispost import programme"), "{said}");
    let error = library::book_named(read, organisation, "bear").await.unwrap_err();
    let said = error.sentence(&phrases, HomeLanguage::DUTCH).unwrap();
    assert!(said.contains("thuispost import programme"), "{said}");
}

#[tokio::test]
async fn texts_and_words_come_in_the_language_that_is_asked_for() {
    let desk = two_programmes().await;
    let organisation = desk.organisation(None).await.id;
    let read = &mut *desk.database.store.read().await.unwrap();
    let theme = library::theme_named(read, organisation, "ours/home").await.unwrap();
    let turkish = library::theme_text(read, theme.id, language("tr")).await.unwrap().unwrap();
    assert_eq!((turkish.title.as_str(), turkish.quality.as_str()), ("Evde", "machine"));
    assert_eq!(library::theme_text(read, theme.id, language("ar")).await.unwrap(), None);
    let pair = vec![("de sok".to_owned(), "çorap".to_owned())];
    assert_eq!(library::theme_words(read, theme.id, language("tr")).await.unwrap(), pair);
    let activities = library::activities(read, theme.id).await.unwrap();
    let slugs: Vec<&str> = activities.iter().map(|it| it.slug.as_str()).collect();
    assert_eq!(slugs, ["socks", "tent"]);
    let socks = &activities[0];
    assert!(socks.suits(24) && socks.suits(71) && !socks.suits(72) && !socks.suits(23));
    assert_eq!(library::activity_words(read, socks.id, language("tr")).await.unwrap(), pair);
    let none = library::activity_words(read, socks.id, language("ar")).await.unwrap();
    assert_eq!(none, Vec::new());
    let text = library::activity_text(read, socks.id, language("nl")).await.unwrap().unwrap();
    assert_eq!(text.steps_at(Level::Harder), ["Tel.", "Ren."]);
    assert_eq!(text.need, None);
    assert_eq!(library::activity_text(read, socks.id, language("pl")).await.unwrap(), None);
    let book = library::book_named(read, organisation, "ours/bear").await.unwrap();
    let text = library::book_text(read, book.id, language("nl")).await.unwrap().unwrap();
    assert_eq!(
        (book.link.as_str(), text.questions[0].as_str()),
        ("https://example.org/beer", "Waarom niet?")
    );
    let words = library::book_words(read, book.id, language("nl")).await.unwrap();
    assert_eq!(words, [("de beer".to_owned(), "de beer".to_owned())]);
    assert_eq!(library::languages_of_book(read, book.id).await.unwrap(), [language("nl")]);
    let error = library::book_named(read, organisation, "bear").await.unwrap_err();
    assert!(matches!(error, BookError::Ambiguous(..)));
}

#[tokio::test]
async fn a_book_is_opened_to_a_group_once_and_can_be_closed_again() {
    let desk = two_programmes().await;
    let organisation = desk.organisation(None).await.id;
    let mut write = desk.database.store.write().await.unwrap();
    let book = library::book_named(&mut write, organisation, "ours/bear").await.unwrap();
    let here = roster::find_group(&mut write, organisation, "De Zon/Vlinders").await.unwrap();
    let there =
        roster::find_group(&mut write, organisation, "De Regenboog/Vlinders").await.unwrap();
    let by = "staff:1";
    assert!(library::release_book(&mut write, book.id, here.id, by, now()).await.unwrap());
    assert!(!library::release_book(&mut write, book.id, here.id, "staff:2", now()).await.unwrap());
    assert_eq!(library::released_books(&mut write, there.id).await.unwrap(), Vec::new());
    let released = library::released_books(&mut write, here.id).await.unwrap();
    assert_eq!(released[0].released_by, by);
    let undone = library::withdraw_release(&mut write, book.id, here.id).await.unwrap();
    assert_eq!(undone, Some(released[0].clone()));
    assert_eq!(library::withdraw_release(&mut write, book.id, here.id).await.unwrap(), None);
    assert!(library::release_book(&mut write, book.id, here.id, by, now()).await.unwrap());
    write.commit().await.unwrap();
}
