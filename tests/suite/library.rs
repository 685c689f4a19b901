//! Programmes of home activities: taken in, taken in again, and looked up.

mod changing;
mod finding;
mod voices;

use thuispost::clock::Moment;
use thuispost::library::{self, Files, ProgrammeReport};
use thuispost::roster::{self, Organisation};

use super::commands::Desk;

const COVER: &str = "id = \"ours\"\nname = \"Van ons\"\npublisher = \"Wij\"\nrights = \"vrij\"\n";

/// The present moment of these tests.
fn now() -> Moment {
    Moment::from_millis(1_795_000_000_000)
}

impl Desk {
    /// A programme folder `ours` with one theme of these activities, one picture book, in Dutch and
    /// Turkish.
    fn writes_programme(&self, activities: &[&str]) {
        let _ = std::fs::remove_dir_all(self.database.folder.path().join("ours"));
        self.writes("ours/programme.toml", COVER);
        let mut plan = "id = \"home\"\nweeks = 2\n[words]\nsock = \"de sok\"\n".to_owned();
        let mut texts =
            "title = \"Thuis\"\nletter = \"Dit doen we.\"\nclosing = \"Dag.\"\n".to_owned();
        let mut own = "[words]\nsock = \"çorap\"\n".to_owned();
        for id in activities {
            plan.push_str(&format!(
                "[[activity]]\nid = \"{id}\"\ndomain = \"motor\"\nmonths = [24, 72]\nminutes = 5\n\
                 words = [\"sock\"]\n"
            ));
            let text = format!(
                "[{id}]\ntitle = \"Doe {id}\"\nwhy = \"Goed.\"\nsteps = [\"Pak.\", \"Zoek.\"]\n\
                 easier = [\"Kijk.\", \"Wijs.\"]\nharder = [\"Tel.\", \"Ren.\"]\n\
                 cheer = \"Nog eens.\"\nthanks = \"Zo leert je kind.\"\n"
            );
            texts.push_str(&text);
            own.push_str(&text);
        }
        self.writes("ours/themes/1-home/theme.toml", &plan);
        self.writes("ours/themes/1-home/nl.toml", &format!("quality = \"human\"\n{texts}"));
        let head = "title = \"Evde\"\nletter = \"Merhaba.\"\nclosing = \"Güle güle.\"\n";
        let turkish = format!("quality = \"machine\"\n{head}{own}");
        self.writes("ours/themes/1-home/tr.toml", &turkish);
        let book = "[[book]]\nid = \"bear\"\ntitle = \"Beer\"\nmonths = [24, 60]\n\
                    link = \"https://example.org/beer\"\nwords = { bear = \"de beer\" }\n";
        self.writes("ours/books/books.toml", book);
        let text = "quality = \"human\"\n[bear]\ntitle = \"Beer\"\nabout = \"Hij slaapt niet.\"\n\
                    questions = [\"Waarom niet?\"]\n";
        self.writes("ours/books/nl.toml", text);
    }

    /// Changes a file of the folder.
    fn changes(&self, file: &str, from: &str, to: &str) {
        let path = self.database.folder.path().join("ours").join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from:?}");
        std::fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    async fn organisation(&self, name: Option<&str>) -> Organisation {
        let read = &mut *self.database.store.read().await.unwrap();
        roster::organisation(read, name).await.unwrap()
    }

    /// Takes the folder in, as `import programme` does.
    async fn takes_in(&self) -> ProgrammeReport {
        let organisation = self.organisation(None).await;
        let files = Files::on_disk(&self.database.folder.path().join("ours"));
        let folder = library::read_folder(files, "ours").unwrap();
        let store = &self.database.store;
        library::take_in(store, organisation.id, &folder, false, now()).await.unwrap()
    }

    /// The rows of a query, each as one text.
    async fn reads(&self, sql: &'static str) -> Vec<String> {
        let read = &mut *self.database.store.read().await.unwrap();
        sqlx::query_scalar(sql).fetch_all(read).await.unwrap()
    }

    /// Changes rows directly, for what this room has no verb for.
    async fn does(&self, sql: &'static str) {
        let mut write = self.database.store.write().await.unwrap();
        sqlx::query(sql).execute(&mut *write).await.unwrap();
        write.commit().await.unwrap();
    }
}

/// Everything the library keeps, in texts that can be compared.
const EVERYTHING: &str = "select 'theme ' || t.slug || x.language || x.title from themes t \
     join theme_texts x on x.theme_id = t.id \
     union all select 'word ' || word || language || text from theme_words \
     union all select 'activity ' || a.slug || x.language || x.title || x.steps from activities a \
     join activity_texts x on x.activity_id = a.id \
     union all select 'book ' || b.slug || x.title from picture_books b \
     join picture_book_texts x on x.book_id = b.id \
     union all select 'programme ' || slug || name from programmes order by 1";

#[tokio::test]
async fn the_starter_programme_is_taken_in_on_the_command_line() {
    let desk = Desk::with_families().await;
    let trial = desk.runs(&["import", "programme", "--starter", "--dry-run"]).await.well();
    assert!(trial.starts_with("Proef: er is niets opgeslagen.\nNieuw programma: Samen thuis\n"));
    assert_eq!(desk.reads(EVERYTHING).await, Vec::<String>::new());
    let told = desk.runs(&["import", "programme", "--starter"]).await.well();
    assert!(told.contains("Activiteiten: 32 nieuw, 0 gewijzigd, 0 gelijk"), "{told}");
    let desk = desk.sets("THUISPOST_LANGUAGE", "en");
    let again = desk.runs(&["import", "programme", "--starter"]).await.well();
    assert!(again.contains("Activities: 0 new, 0 changed, 32 the same, 0 back again."), "{again}");
    assert!(again.contains("All texts are there in: Dutch"), "{again}");
}

#[tokio::test]
async fn one_mistake_and_nothing_is_taken_in() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks", "tent"]);
    desk.changes("books/nl.toml", "Hij slaapt niet.", "Hij **slaapt** niet.");
    let told = desk.runs(&["import", "programme", "ours"]).await.ill(1);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[0], "ours: er is niets ingelezen. Verbeter dit en probeer het opnieuw.");
    assert!(
        lines[1].starts_with("books/nl.toml, regel 4: In “about” staan opmaaktekens"),
        "{told}"
    );
    assert_eq!(lines.len(), 2);
    assert_eq!(desk.reads(EVERYTHING).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_database_that_refuses_in_the_middle_keeps_nothing_of_the_programme() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks"]);
    desk.takes_in().await;
    let before = desk.reads(EVERYTHING).await;
    desk.writes_programme(&["socks", "tent"]);
    // The books come last: by then the new activity was written.
    desk.changes("books/nl.toml", "Hij slaapt niet.", "Hij slaapt wel.");
    desk.does("alter table picture_book_texts rename to hidden").await;
    let organisation = desk.organisation(None).await;
    let files = Files::on_disk(&desk.database.folder.path().join("ours"));
    let folder = library::read_folder(files, "ours").unwrap();
    let store = &desk.database.store;
    library::take_in(store, organisation.id, &folder, false, now()).await.unwrap_err();
    desk.does("alter table hidden rename to picture_book_texts").await;
    assert_eq!(desk.reads(EVERYTHING).await, before);
}

#[tokio::test]
async fn no_organisation_and_no_folder_are_wrong_use() {
    let desk = Desk::empty().await;
    let told = desk.runs(&["import", "programme", "--starter"]).await.ill(2);
    assert!(told.starts_with("Er is nog geen organisatie."), "{told}");
    desk.runs(&["import", "programme"]).await.ill(2);
    let desk = Desk::with_families().await;
    let told = desk.runs(&["import", "programme", "nergens"]).await.ill(1);
    assert!(told.contains("nergens: Deze map kan niet worden gelezen."), "{told}");
}
