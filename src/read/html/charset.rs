//! The encoding that a page declares in its first bytes.

use encoding_rs::Encoding;

/// Bytes in which the declaration must stand, by the HTML standard.
const PRESCAN: usize = 1024;

/// The encoding named by `<meta charset="...">` or `<meta ... content="...; charset=...">`, if it is known.
pub(in crate::read) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..PRESCAN).unwrap_or(bytes).to_ascii_lowercase();
    let meta = find(&head, b"<meta")?;
    let at = meta + find(&head[meta..], b"charset=")? + b"charset=".len();
    let rest = &head[at..];
    let start = rest.iter().position(|byte| !matches!(byte, b'"' | b'\'' | b' '))?;
    let length = rest[start..].iter().position(|byte| matches!(byte, b'"' | b'\'' | b' ' | b'>' | b';' | b'/'))?;
    Encoding::for_label(&rest[start..start + length])
}

fn find(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).position(|window| window == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_declare_it_are_read() {
        let name = |page: &[u8]| declared(page).map(Encoding::name);
        assert_eq!(name(b"<html><head><meta charset='Windows-1251'>"), Some("windows-1251"));
        assert_eq!(name(b"<META http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\">"), Some("windows-1252"));
        assert_eq!(name(b"<p>charset=utf-8</p>"), None);
    }
}
