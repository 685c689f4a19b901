//! What can be wrong with a backup, its target and the journal: each is told, and nothing is half
//! done.

use std::path::{Path, PathBuf};

use super::super::commands::{Desk, Ran};
use super::super::school::School;
use super::{counted, opened, run_on};

const ANNA: &str = "De Regenboog,,Vlinders,G3,,Daan,,,Anna,nl,";

/// A desk with families, and its backup.
async fn backed_up() -> (Desk, PathBuf) {
    let desk = Desk::with_families().await;
    desk.runs(&["backup", "b.db"]).await.well();
    let file = desk.database.folder.path().join("b.db");
    (desk, file)
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

async fn restores(desk: &Desk, file: &Path, more: &[&str]) -> Ran {
    desk.runs(&[&["restore", &text(file)], more].concat()).await
}

/// A failure that says this, and leaves an empty database and no file behind.
async fn is_refused(file: &Path, more: &[&str], why: &str) {
    let desk = Desk::empty().await;
    let told = restores(&desk, file, more).await.ill(1);
    assert!(told.contains(why), "{told}");
    let mut read = desk.database.store.read().await.unwrap();
    for table in ["organisations", "families", "deliveries"] {
        assert_eq!(counted(&mut read, &format!("select count(*) from {table}")).await, 0);
    }
    let left = desk.database.folder.path().read_dir().unwrap();
    for file in left.map(|it| it.unwrap().file_name().into_string().unwrap()) {
        assert!(!file.contains("restoring"), "{file}");
    }
}

#[tokio::test]
async fn a_file_that_is_no_backup_or_is_damaged_is_refused() {
    let (desk, file) = backed_up().await;
    let folder = desk.database.folder.path();
    let without = ["--without-erasures"];
    is_refused(&folder.join("nothing.db"), &without, "nothing.db: No such file").await;

    desk.writes("text.db", "Beste ouders, hier is geen back-up van te maken.\n");
    is_refused(&folder.join("text.db"), &without, "text.db is no backup").await;
    desk.writes("empty.db", "");
    is_refused(&folder.join("empty.db"), &without, "empty.db is no backup").await;

    let other = folder.join("other.db");
    run_on(&mut opened(&other, "rwc").await, "create table recipes (name text)").await;
    is_refused(&other, &without, "other.db is no backup").await;

    let bytes = std::fs::read(&file).unwrap();
    let half = folder.join("half.db");
    std::fs::write(&half, bytes.get(..bytes.len() / 2).unwrap()).unwrap();
    is_refused(&half, &without, "half.db is damaged").await;
    let holed = folder.join("holed.db");
    let mut with_hole = bytes.clone();
    with_hole[4_096..12_288].fill(0x5a);
    std::fs::write(&holed, with_hole).unwrap();
    is_refused(&holed, &without, "holed.db is damaged").await;

    let orphaned = folder.join("orphaned.db");
    std::fs::write(&orphaned, &bytes).unwrap();
    let mut open = opened(&orphaned, "rw").await;
    run_on(&mut open, "pragma foreign_keys = off").await;
    run_on(&mut open, "delete from families").await;
    is_refused(&orphaned, &without, "orphaned.db is damaged").await;
}

#[tokio::test]
async fn a_backup_of_a_newer_program_is_refused() {
    let (desk, file) = backed_up().await;
    let newer = desk.database.folder.path().join("newer.db");
    std::fs::copy(&file, &newer).unwrap();
    let sql =
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
               values (9999, 'later', true, x'00', 0)";
    run_on(&mut opened(&newer, "rw").await, sql).await;
    is_refused(&newer, &["--without-erasures"], "newer").await;
}

#[tokio::test]
async fn without_a_journal_nothing_is_restored_unless_it_is_said_so() {
    let (desk, file) = backed_up().await;
    is_refused(&file, &[], "--without-erasures").await;
    is_refused(&file, &["--erasures", "elsewhere"], "elsewhere is not there").await;
    desk.writes("broken.erasures", "Beste ouders\n");
    let broken = text(&desk.database.folder.path().join("broken.erasures"));
    is_refused(&file, &["--erasures", &broken], "line 1").await;

    let other = Desk::empty().await;
    let both = ["--without-erasures", "--erasures", "x"];
    restores(&other, &file, &both).await.ill(2);
    let ran = restores(&other, &file, &["--without-erasures"]).await;
    assert!(ran.err.contains("Erase them again now"), "{ran:?}");
    let told = ran.well();
    assert!(told.contains("3  carers") && told.contains("thuispost restored"), "{told}");
    assert_eq!(other.runs(&["families"]).await.well(), desk.runs(&["families"]).await.well());

    // The journal of the old machine is taken over by the new one.
    let other = Desk::empty().await;
    let journal = text(&desk.database.folder.path().join("thuispost.erasures"));
    let told = restores(&other, &file, &["--erasures", &journal]).await.well();
    assert!(told.contains("0 families of the journal were erased again"), "{told}");
    assert!(other.database.folder.path().join("thuispost.erasures").exists());
}

#[tokio::test]
async fn a_family_erased_on_the_old_machine_is_not_on_the_new_one_and_its_journal_knows_it() {
    let (desk, file) = backed_up().await;
    let mut read = desk.database.store.read().await.unwrap();
    let family = counted(&mut read, "select id from families where name = 'G1'").await.to_string();
    desk.runs(&["erase", "--family", &family]).await.well();
    let journal = desk.database.folder.path().join("thuispost.erasures");
    let mode = std::os::unix::fs::MetadataExt::mode(&journal.metadata().unwrap());
    assert_eq!(mode & 0o777, 0o600);
    let noted = std::fs::read_to_string(&journal).unwrap();
    assert!(noted.contains(&family) && !noted.contains("Fatima"), "{noted}");
    let other = Desk::empty().await;
    // The other machine that served erased nobody.
    std::fs::copy(&journal, other.database.folder.path().join("second")).unwrap();
    let first = noted.lines().next().unwrap();
    other.writes("first", &format!("{first}\n"));
    let journals = ["--erasures", "first", "--erasures", "second"];
    let told = restores(&other, &file, &journals).await.well();
    assert!(told.contains("1 families of the journal were erased again"), "{told}");
    let families = other.runs(&["families"]).await.well();
    assert!(families.contains("Anna") && !families.contains("Fatima"), "{families}");
    let own = other.database.folder.path().join("thuispost.erasures");
    assert!(std::fs::read_to_string(own).unwrap().contains(&family));
}

#[tokio::test]
async fn a_database_that_holds_something_or_is_served_is_left_alone() {
    let (desk, file) = backed_up().await;
    let told = restores(&desk, &file, &[]).await.ill(1);
    assert!(told.contains("not empty"), "{told}");
    let school = School::opens(ANNA).await;
    let told = school.staff_run(&["restore", &text(&file), "--without-erasures"]).await.ill(1);
    assert!(told.contains("nothing was restored"), "{told}");
    assert_eq!(school.reads("select name from families").await, ["G3"]);
}

#[tokio::test]
async fn a_backup_replaces_no_file_unless_it_is_forced_and_holds_something() {
    let (desk, file) = backed_up().await;
    let before = std::fs::read(&file).unwrap();
    let told = desk.runs(&["backup", "b.db"]).await.ill(1);
    assert!(told.contains("is there already") && told.contains("--force"), "{told}");
    assert_eq!(std::fs::read(&file).unwrap(), before);
    desk.runs(&["backup", "b.db", "--force"]).await.well();
    assert!(desk.runs(&["backup", "no/such/b.db"]).await.ill(1).contains("no/such/b.db"));
    assert!(desk.runs(&["backup", "what?.db"]).await.ill(1).contains("without ?"));
    let empty = Desk::empty().await;
    assert!(empty.runs(&["backup", "b.db"]).await.ill(1).contains("nothing to back up"));
    assert!(!empty.database.folder.path().join("b.db").exists());
}

/// The program may write files of at most so many bytes, as on a full disk.
async fn runs_with_room(desk: &Desk, kibibytes: usize, args: &[&str]) -> Ran {
    let program = env!("CARGO_BIN_EXE_thuispost");
    let limit = format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", kibibytes * 2);
    let mut command = tokio::process::Command::new("/bin/dash");
    command.args(["-c", &limit, "sh", program]).args(args);
    command.current_dir(desk.database.folder.path()).env_clear().kill_on_drop(true);
    command.envs(desk.settings.iter().map(|(name, value)| (name, value)));
    let output = command.output().await.unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: text(&output.stdout),
        err: text(&output.stderr),
    }
}

#[tokio::test]
async fn a_full_disk_ends_a_backup_and_a_restore_and_leaves_nothing_half() {
    let (desk, file) = backed_up().await;
    let folder = desk.database.folder.path();
    let told = runs_with_room(&desk, 48, &["backup", "full.db"]).await.ill(1);
    assert!(told.contains("full.db"), "{told}");
    for name in ["full.db", "full.db.part", "full.db.part-wal"] {
        assert!(!folder.join(name).exists(), "{name}");
    }
    let other = Desk::empty().await;
    let args = ["restore", &text(&file), "--without-erasures"];
    let told = runs_with_room(&other, 48, &args).await.ill(1);
    assert!(told.contains("restoring"), "{told}");
    let mut read = other.database.store.read().await.unwrap();
    assert_eq!(counted(&mut read, "select count(*) from organisations").await, 0);
    drop(read);
    restores(&other, &file, &["--without-erasures"]).await.well();
}
