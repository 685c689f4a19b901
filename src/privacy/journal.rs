//! The journal of erasures: a small file that outlives the database, so that a restored backup does
//! not bring an erased family back. It names numbers only: organisation, family, moment.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use crate::clock::Moment;
use crate::roster::{FamilyId, OrganisationId};
use crate::store;

/// The first line; every other line is an erasure.
const HEAD: &str = "# thuispost erasures: organisation family moment\n";

/// One family that was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Whose family it was.
    pub organisation: OrganisationId,
    /// Its id.
    pub family: FamilyId,
    /// When.
    pub at: Moment,
}

/// The file.
#[derive(Clone, Debug)]
pub struct Journal {
    path: PathBuf,
}

/// Why the journal cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// There is none.
    #[error("{0} is not there")]
    Missing(PathBuf),
    /// It cannot be read.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// It is another file, or somebody changed it.
    #[error("{0}, line {1}: not a journal of erasures")]
    Line(PathBuf, usize),
}

impl Journal {
    /// The journal at this place, whether it is there or not.
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// Whether it is there.
    pub fn exists(&self) -> bool {
        self.path.exists()
    }

    /// Makes it with these erasures, unless somebody else just did.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn make(&self, erasures: &[Erasure]) -> store::Result<()> {
        let made = || {
            let mut text = HEAD.to_owned();
            text.extend(erasures.iter().map(|erasure| line(*erasure)));
            let mut name = self.path.as_os_str().to_owned();
            name.push(format!(".{}", std::process::id()));
            let draft = PathBuf::from(name);
            let mut file = OpenOptions::new()
                .create(true)
                .truncate(true)
                .write(true)
                .mode(0o600)
                .open(&draft)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            // A link, unlike a rename, never takes the place of a journal that is there already.
            let linked = std::fs::hard_link(&draft, &self.path);
            std::fs::remove_file(&draft)?;
            match linked {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
            let folder = self.path.parent().filter(|it| !it.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
        };
        made().map_err(|source| self.in_file(source))
    }

    /// Adds an erasure; it is on the disk when this returns.
    ///
    /// # Errors
    /// It is not there or cannot be written.
    pub fn note(&self, erasure: Erasure) -> store::Result<()> {
        let noted = || {
            let mut file = OpenOptions::new().read(true).append(true).open(&self.path)?;
            // A command may erase while the service forgets.
            file.lock()?;
            drop_torn_end(&mut file)?;
            file.write_all(line(erasure).as_bytes())?;
            file.sync_all()
        };
        noted().map_err(|source| self.in_file(source))
    }

    /// Adds those of another journal that are not in it yet.
    ///
    /// # Errors
    /// It cannot be read or written.
    pub fn take_over(&self, others: &[Erasure]) -> store::Result<()> {
        let known = self.read().map_err(|error| self.in_file(io::Error::other(error)))?;
        for other in others.iter().filter(|other| !known.contains(other)) {
            self.note(*other)?;
        }
        Ok(())
    }

    /// Whether an erasure could be added now.
    ///
    /// # Errors
    /// In the system's words: it could not.
    pub fn try_to_open(&self) -> io::Result<()> {
        OpenOptions::new().append(true).open(&self.path).map(drop)
    }

    /// Every erasure in it.
    ///
    /// # Errors
    /// [`JournalError`] says what is wrong with it.
    pub fn read(&self) -> Result<Vec<Erasure>, JournalError> {
        let text = match std::fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(JournalError::Missing(self.path.clone()));
            }
            Err(error) => return Err(JournalError::File(self.path.clone(), error)),
        };
        if !text.starts_with(HEAD) {
            return Err(JournalError::Line(self.path.clone(), 1));
        }
        let is_whole = |line: &&str| line.ends_with('\n');
        let lines = text.split_inclusive('\n').take_while(is_whole).enumerate().skip(1);
        let read = |(number, line): (usize, &str)| {
            erasure(line).ok_or_else(|| JournalError::Line(self.path.clone(), number + 1))
        };
        lines.map(read).collect()
    }

    fn in_file(&self, source: io::Error) -> store::Error {
        store::Error::File { path: self.path.display().to_string(), source }
    }
}

fn line(erasure: Erasure) -> String {
    format!("{} {} {}\n", erasure.organisation.raw(), erasure.family.raw(), erasure.at.millis())
}

fn erasure(line: &str) -> Option<Erasure> {
    let numbers: Option<Vec<i64>> = line.split_whitespace().map(|it| it.parse().ok()).collect();
    let [organisation, family, at] = *numbers?.as_slice() else { return None };
    Some(Erasure {
        organisation: OrganisationId::from_raw(organisation),
        family: FamilyId::from_raw(family),
        at: Moment::from_millis(at),
    })
}

/// A line without an end was cut off by a power cut before its erasure was committed.
fn drop_torn_end(file: &mut File) -> io::Result<()> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
    if whole < bytes.len() {
        file.set_len(u64::try_from(whole).unwrap_or(u64::MAX))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn erasure_of(family: i64) -> Erasure {
        Erasure {
            organisation: OrganisationId::from_raw(1),
            family: FamilyId::from_raw(family),
            at: Moment::from_millis(1_795_000_000_000),
        }
    }

    #[test]
    fn what_is_noted_is_read_also_after_a_power_cut_in_the_middle_of_a_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.erasures");
        let journal = Journal::at(&path);
        assert!(matches!(journal.read(), Err(JournalError::Missing(_))));
        journal.make(&[erasure_of(7)]).unwrap();
        journal.make(&[]).unwrap();
        journal.note(erasure_of(8)).unwrap();
        let whole = std::fs::read_to_string(&path).unwrap();
        for cut in 0..line(erasure_of(9)).len() {
            std::fs::write(&path, whole.clone() + line(erasure_of(9)).get(..cut).unwrap()).unwrap();
            assert_eq!(journal.read().unwrap(), [erasure_of(7), erasure_of(8)]);
            journal.note(erasure_of(10)).unwrap();
            assert_eq!(journal.read().unwrap().last(), Some(&erasure_of(10)));
        }
    }

    #[test]
    fn another_file_is_not_taken_for_a_journal() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.erasures");
        for (text, at) in [("", 1), ("1 2 3\n", 1), (&format!("{HEAD}1 2 3\n1 2\n"), 3)] {
            std::fs::write(&path, text).unwrap();
            let found = Journal::at(&path).read();
            assert!(matches!(found, Err(JournalError::Line(_, line)) if line == at), "{found:?}");
        }
    }
}
