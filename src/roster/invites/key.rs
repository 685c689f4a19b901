//! The key file that invitation codes are worked out with.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use base64::Engine;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::InviteCode;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::roster::{InviteId, OrganisationId};
use crate::settings::Secret;

const BYTES: usize = 32;
const CODE_BYTES: usize = 16;
const BLOCK_BYTES: usize = 64;

/// The secret behind all invitation codes.
#[derive(Clone)]
pub struct InviteKey([u8; BYTES]);

/// Why the key file cannot be used. All are for the person who runs the service to mend.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// It cannot be read or made.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Anybody on this machine can read it.
    #[error("{0}: anybody on this machine can read the key")]
    Open(PathBuf),
    /// It is not a key.
    #[error("{0}: not a key of 32 bytes")]
    Length(PathBuf),
}

impl KeyError {
    /// What is wrong and what to do about it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> String {
        let (id, path) = match self {
            Self::File { path, source } => {
                let args = Args::new()
                    .text("file", path.display().to_string())
                    .text("problem", source.to_string());
                return phrases.plain(language, "invite-key-file", &args);
            }
            Self::Open(path) => ("invite-key-open", path),
            Self::Length(path) => ("invite-key-length", path),
        };
        let args = Args::new().text("file", path.display().to_string());
        phrases.plain(language, id, &args)
    }
}

impl InviteKey {
    /// Reads the key file; makes one, for its owner only, where there is none.
    ///
    /// # Errors
    /// The file cannot be read or made, others can read it, or it is not a key.
    pub fn load_or_make(path: &Path) -> Result<Self, KeyError> {
        let in_file = |source| KeyError::File { path: path.to_owned(), source };
        match Self::load(path)? {
            Some(key) => Ok(key),
            None => make(path).map_err(in_file),
        }
    }

    /// Reads the key file; `None` where there is none.
    ///
    /// # Errors
    /// The file cannot be read, others can read it, or it is not a key.
    pub fn load(path: &Path) -> Result<Option<Self>, KeyError> {
        match File::open(path) {
            Ok(file) => Self::read(file, path).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(KeyError::File { path: path.to_owned(), source }),
        }
    }

    fn read(file: File, path: &Path) -> Result<Self, KeyError> {
        let in_file = |source| KeyError::File { path: path.to_owned(), source };
        let mode = file.metadata().map_err(in_file)?.permissions().mode();
        if mode & 0o007 != 0 {
            return Err(KeyError::Open(path.to_owned()));
        }
        let mut bytes = Vec::new();
        file.take(BYTES as u64 + 1).read_to_end(&mut bytes).map_err(in_file)?;
        bytes.try_into().map(Self).map_err(|_| KeyError::Length(path.to_owned()))
    }

    /// The code of an invitation: the same for the same id and key.
    pub fn code_of(&self, invite: InviteId) -> InviteCode {
        InviteCode::of_bytes(&self.mac(&invite.raw().to_be_bytes())[..CODE_BYTES])
    }

    /// The code with which a member of staff is linked to a chat; never one of an invitation.
    pub(in crate::roster) fn staff_code_of(&self, id: i64) -> InviteCode {
        InviteCode::of_bytes(&self.mac(format!("staff {id}").as_bytes())[..CODE_BYTES])
    }

    /// The code of something that has a number, such as a meeting's or a calendar's: `what` tells them apart, and
    /// none of them is ever one of an invitation.
    pub fn code_for(&self, what: &str, id: i64) -> InviteCode {
        InviteCode::of_bytes(&self.mac(format!("{what} {id}").as_bytes())[..CODE_BYTES])
    }

    /// What Telegram shows when it brings an update of this organisation's bot: the same on every
    /// instance that has the key.
    pub fn webhook_secret(&self, organisation: OrganisationId) -> Secret {
        let mac = self.mac(format!("webhook {organisation}").as_bytes());
        Secret::new(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(mac))
    }

    fn mac(&self, of: &[u8]) -> [u8; BYTES] {
        // HMAC itself fills a short key up with zeros to the block of its hash.
        let mut block = [0; BLOCK_BYTES];
        block[..BYTES].copy_from_slice(&self.0);
        let mut mac = <Hmac<Sha256> as Mac>::new((&block).into());
        mac.update(of);
        mac.finalize().into_bytes().into()
    }
}

impl std::fmt::Debug for InviteKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

fn make(path: &Path) -> io::Result<InviteKey> {
    let mut key = [0; BYTES];
    getrandom::fill(&mut key).map_err(io::Error::other)?;
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(&key)?;
    // A key that is lost in a power cut would make every printed letter the last of its kind.
    file.sync_all()?;
    Ok(InviteKey(key))
}
