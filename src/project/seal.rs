//! A seal on what is kept with a project beside the person's work: only what this program wrote for this user is taken back.
//!
//! A project file may come from somebody else. Its articles are read anew then: what is said to be found in them must be
//! found, not believed. The seal is an HMAC-SHA-256 (RFC 2104) with a secret that never leaves the program's own folder.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// The file of the secret, in the program's own folder.
const SECRET: &str = "findings.key";
/// Bytes of a secret, and of a seal.
const LENGTH: usize = 32;

/// Seals, and tells its own seals from others.
#[derive(Clone)]
pub struct Seal([u8; LENGTH]);

/// Bytes with a seal, as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sealed(String);

impl Seal {
    /// That of the program's own folder, if something was sealed before.
    pub fn known(folder: &Path) -> Option<Self> {
        fs::read(folder.join(SECRET)).ok()?.try_into().ok().map(Self)
    }

    /// That of the program's own folder, which is made if it is not there. None where no secret can be kept: then nothing is sealed.
    pub fn in_folder(folder: &Path) -> Option<Self> {
        if let Some(known) = Self::known(folder) {
            return Some(known);
        }
        fs::create_dir_all(folder).ok()?;
        let mut secret = [0; LENGTH];
        getrandom::fill(&mut secret).ok()?;
        let mut file = tempfile::Builder::new().prefix(".").tempfile_in(folder).ok()?;
        file.write_all(&secret).ok()?;
        file.as_file().sync_all().ok()?;
        let path = folder.join(SECRET);
        match file.persist_noclobber(&path) {
            Ok(_) => Some(Self(secret)),
            // Another window was faster, or what stands there is no secret.
            Err(failed) => Self::known(folder).or_else(|| failed.file.persist(&path).ok().map(|_| Self(secret))),
        }
    }

    /// Puts a seal on bytes.
    pub fn close(&self, contents: &[u8]) -> Sealed {
        let mut bytes = self.mac(contents).finalize().into_bytes().to_vec();
        bytes.extend_from_slice(contents);
        Sealed(STANDARD.encode(bytes))
    }

    /// The bytes, if this seal is on them and they are as they were.
    pub fn open(&self, sealed: &Sealed) -> Option<Vec<u8>> {
        let mut bytes = STANDARD.decode(&sealed.0).ok()?;
        let (seal, contents) = bytes.split_at_checked(LENGTH)?;
        self.mac(contents).verify_slice(seal).ok()?;
        bytes.drain(..LENGTH);
        Some(bytes)
    }

    fn mac(&self, contents: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("a key of any length will do");
        mac.update(contents);
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_seal_opens_and_only_what_is_unchanged() {
        let (ours, theirs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let seal = Seal::in_folder(&ours.path().join("new")).unwrap();
        let sealed = seal.close(b"findings");
        let again = Seal::in_folder(&ours.path().join("new")).unwrap();
        assert_eq!(again.open(&sealed).as_deref(), Some(&b"findings"[..]));
        assert_eq!(Seal::in_folder(theirs.path()).unwrap().open(&sealed), None);
        for place in 0..sealed.0.len() {
            let mut damaged = sealed.0.clone().into_bytes();
            damaged[place] = if damaged[place] == b'A' { b'B' } else { b'A' };
            assert_eq!(seal.open(&Sealed(String::from_utf8(damaged).unwrap())), None, "{place}");
            assert_eq!(seal.open(&Sealed(sealed.0[..place].to_owned())), None, "{place}");
        }
    }

    #[test]
    fn a_secret_that_is_none_is_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(SECRET), "short").unwrap();
        let seal = Seal::in_folder(folder.path()).unwrap();
        let sealed = seal.close(b"x");
        assert_eq!(Seal::in_folder(folder.path()).unwrap().open(&sealed).as_deref(), Some(&b"x"[..]));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(Seal::known(folder.path()).is_some() && Seal::known(&folder.path().join("other")).is_none());
        assert!(Seal::in_folder(&folder.path().join(SECRET)).is_none(), "a file is no folder");
    }

    #[cfg(unix)]
    #[test]
    fn the_secret_is_for_the_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        Seal::in_folder(folder.path()).unwrap();
        let mode = fs::metadata(folder.path().join(SECRET)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }
}
