//! Bytes from disk, and the words for what keeps them from coming.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

/// The largest file that is read, in bytes: 50 MB. A novel has 1 MB; what is larger is no article.
pub const MAX_FILE_BYTES: u64 = 50_000_000;

/// All bytes of a file, or why not. A file beyond [`MAX_FILE_BYTES`] is refused without being read.
pub(super) fn load(path: &Path) -> Result<Vec<u8>, String> {
    let file = File::open(path).map_err(|error| reason(&error))?;
    let about = file.metadata().map_err(|error| reason(&error))?;
    if !about.is_file() {
        return Err("It is not a regular file (a device or a pipe). Save its contents as a file.".to_owned());
    }
    if about.len() > MAX_FILE_BYTES {
        return Err(too_large(about.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    if bytes.len() as u64 > MAX_FILE_BYTES { Err(too_large(MAX_FILE_BYTES + 1)) } else { Ok(bytes) }
}

fn too_large(bytes: u64) -> String {
    let (size, most) = (bytes.div_ceil(1_000_000), MAX_FILE_BYTES / 1_000_000);
    format!("It is too large for an article: {size} MB, at most {most} MB are read. Split it into its articles.")
}

/// What an error of the system means to a person, and what to do.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "There is no such file or folder. Check the name, and whether the disk is connected.".to_owned(),
        ErrorKind::PermissionDenied => "No permission to read it. Change its permissions, or copy it to a folder of yours.".to_owned(),
        _ => format!("It could not be read: {error}. Try again, or copy it to another disk."),
    }
}
