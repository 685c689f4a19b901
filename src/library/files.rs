//! A folder of files that somebody wrote: on disk, or inside the program. No path leads out of it.

use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, DirEntry};

/// Where the files lie.
#[derive(Clone, Debug)]
pub enum Files {
    /// A folder on this machine.
    Disk(PathBuf),
    /// A folder that comes with the program.
    Inside(&'static Dir<'static>),
}

/// Why a file cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// There is no such file.
    Missing,
    /// It lies outside the folder.
    Outside,
    /// It has too many bytes.
    Large,
}

impl Files {
    /// A folder on this machine.
    pub fn on_disk(path: &Path) -> Self {
        Self::Disk(path.to_owned())
    }

    /// Names of the files right in `under` (`""` for the folder itself), without what desktops
    /// leave behind.
    ///
    /// # Errors
    /// There is no such folder, or it cannot be listed.
    pub fn names(&self, under: &str) -> std::io::Result<Vec<String>> {
        self.list(under, false)
    }

    /// Names of the folders right in `under`.
    ///
    /// # Errors
    /// There is no such folder, or it cannot be listed.
    pub fn folders(&self, under: &str) -> std::io::Result<Vec<String>> {
        self.list(under, true)
    }

    /// A file of at most so many bytes.
    ///
    /// # Errors
    /// [`FileFault`] says why there is none.
    pub fn read(&self, path: &str, most: u64) -> Result<Vec<u8>, FileFault> {
        match self {
            Self::Disk(folder) => read(folder, path, most),
            Self::Inside(folder) => {
                let file = folder.get_file(folder.path().join(path)).ok_or(FileFault::Missing)?;
                let fits = file.contents().len() as u64 <= most;
                fits.then(|| file.contents().to_vec()).ok_or(FileFault::Large)
            }
        }
    }

    fn list(&self, under: &str, folders: bool) -> std::io::Result<Vec<String>> {
        let mut names = match self {
            Self::Disk(folder) => listed(&folder.join(under), folders)?,
            Self::Inside(folder) => {
                let path = if under.is_empty() {
                    folder.path().to_owned()
                } else {
                    folder.path().join(under)
                };
                let inner = if under.is_empty() { Some(*folder) } else { folder.get_dir(path) };
                let inner = inner.ok_or(std::io::ErrorKind::NotFound)?;
                let wanted = |entry: &&DirEntry<'_>| entry.as_dir().is_some() == folders;
                inner.entries().iter().filter(wanted).filter_map(|it| name(it.path())).collect()
            }
        };
        // What desktops leave behind is nobody's mistake.
        names.retain(|name| !name.starts_with('.') && name != "Thumbs.db" && name != "desktop.ini");
        names.sort();
        Ok(names)
    }
}

fn listed(path: &Path, folders: bool) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        if if folders { path.is_dir() } else { path.is_file() } {
            names.extend(name(&path));
        }
    }
    Ok(names)
}

fn name(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

fn read(folder: &Path, path: &str, most: u64) -> Result<Vec<u8>, FileFault> {
    let missing = |_| FileFault::Missing;
    let whole = folder.join(path).canonicalize().map_err(missing)?;
    // A link in the folder may lead out of it.
    if !whole.starts_with(folder.canonicalize().map_err(missing)?) {
        return Err(FileFault::Outside);
    }
    let file = fs::metadata(&whole).map_err(missing)?;
    if !file.is_file() {
        return Err(FileFault::Missing);
    }
    if file.len() > most {
        return Err(FileFault::Large);
    }
    fs::read(&whole).map_err(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_in_the_program_is_read_like_one_on_disk() {
        let inside = Files::Inside(crate::language::programme("starter").unwrap());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/programmes/starter");
        let disk = Files::on_disk(&path);
        assert_eq!(inside.names("").unwrap(), disk.names("").unwrap());
        assert_eq!(inside.folders("themes").unwrap(), disk.folders("themes").unwrap());
        assert_eq!(inside.names("books").unwrap(), disk.names("books").unwrap());
        for (path, most) in [("programme.toml", 9_999), ("books/nl.toml", 3), ("nope", 9)] {
            assert_eq!(inside.read(path, most), disk.read(path, most), "{path}");
        }
        assert!(inside.names("nope").is_err() && disk.names("nope").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_of_the_folder_is_refused() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("herfst");
        fs::create_dir(&folder).unwrap();
        fs::write(outer.path().join("secret.png"), "x").unwrap();
        std::os::unix::fs::symlink("../secret.png", folder.join("a.png")).unwrap();
        let files = Files::on_disk(&folder);
        assert_eq!(files.read("a.png", 99), Err(FileFault::Outside));
        assert_eq!(files.read("../secret.png", 99), Err(FileFault::Outside));
        assert_eq!(files.read("b.png", 99), Err(FileFault::Missing));
    }
}
