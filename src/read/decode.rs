//! Bytes -> text: byte order marks, UTF-16 without one, old encodings, broken UTF-8, and what is no text at all.

use super::html::declared;
use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A text and what to tell about how it was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// Without a byte order mark; line ends as in the file.
    pub(super) text: String,
    /// What a person should know about the decoding, if anything.
    pub(super) note: Option<String>,
}

/// The text in these bytes, or why they are none.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, String> {
    match known_format(bytes) {
        Some(PAGE) => Err(format!("It is {PAGE}, not plain text. Give its name the ending .html and add it again.")),
        Some(what) => Err(format!("It is {what}, not plain text. Save it as plain text (UTF-8) and add it again.")),
        None => decode_text(bytes),
    }
}

/// The text of a web page, markup included, in these bytes; or why they are none. The encoding that the page declares counts, unless
/// the bytes are valid UTF-8.
pub(super) fn decode_page(bytes: &[u8]) -> Result<Decoded, String> {
    if let Some(what) = known_format(bytes).filter(|what| !matches!(*what, PAGE | XML)) {
        return Err(format!(
            "It is {what}, not a web page, whatever its name says. Save it as a web page or as plain text (UTF-8) and add it again."
        ));
    }
    let marked = Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok();
    match declared(bytes).filter(|encoding| !marked && *encoding != UTF_8) {
        Some(encoding) => {
            let (text, broken) = encoding.decode_without_bom_handling(bytes);
            let note = if broken { Some(broken_note(encoding, &text)) } else { None };
            readable(text.into_owned(), note)
        }
        None => decode_text(bytes),
    }
}

fn decode_text(bytes: &[u8]) -> Result<Decoded, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let note = if broken { Some(broken_note(encoding, &text)) } else { None };
        return readable(text.into_owned(), note);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        if !broken {
            let note = format!("Read as {}, which it seems to be.", encoding.name());
            return readable(text.into_owned(), Some(note));
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => readable(text.to_owned(), None),
        Err(_) => not_utf8(bytes),
    }
}

/// Text that is not valid UTF-8: damaged UTF-8 if most of its multi-byte characters are sound, else an older encoding.
fn not_utf8(bytes: &[u8]) -> Result<Decoded, String> {
    let (sound, broken) = multi_byte_characters(bytes);
    if sound > broken {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let note = broken_note(UTF_8, &text);
        return readable(text, Some(note));
    }
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    let encoding = detector.guess(None, false);
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let note = if broken {
        broken_note(encoding, &text)
    } else {
        format!("Not UTF-8: read as {}, which it seems to be. If letters look wrong, save the file as UTF-8.", encoding.name())
    };
    readable(text.into_owned(), Some(note))
}

/// How many characters of more than one byte are sound UTF-8, and how many sequences are not.
fn multi_byte_characters(bytes: &[u8]) -> (usize, usize) {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    (sound, broken)
}

fn broken_note(encoding: &'static Encoding, text: &str) -> String {
    let count = text.matches('\u{FFFD}').count();
    let line = text.split('\u{FFFD}').next().unwrap_or_default().matches('\n').count() + 1;
    let (places, verb) = if count == 1 { ("place", "is") } else { ("places", "are") };
    format!(
        "Damaged {}: {count} {places} (the first in line {line}) {verb} shown as \u{FFFD}. Get a sound copy of the file if it matters.",
        encoding.name()
    )
}

/// UTF-16 without a byte order mark shows as text with a zero in every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    if head.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if odd * 2 > half && even * 20 < half {
        Some(UTF_16LE)
    } else if even * 2 > half && odd * 20 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Lets text through; refuses what holds no letters or too many control characters to be text.
fn readable(text: String, note: Option<String>) -> Result<Decoded, String> {
    let controls = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}')).count();
    if text.contains('\0') || controls * 100 > text.chars().count() {
        return Err(
            "It is not text, whatever its name says: it holds binary data. Save it as plain text (UTF-8) and add it again.".to_owned()
        );
    }
    if text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{2060}')) {
        return Err("It is empty.".to_owned());
    }
    Ok(Decoded { text, note })
}

const PAGE: &str = "a web page (HTML)";
const XML: &str = "an XML file";

/// What the first bytes say it is, if that is a common kind of file that is not plain text.
fn known_format(bytes: &[u8]) -> Option<&'static str> {
    const MARKS: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF document"),
        (b"{\\rtf", "a rich text document (RTF)"),
        (b"PK\x03\x04", "a ZIP archive or an Office document"),
        (b"\xD0\xCF\x11\xE0", "an old Office document"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"<!doctype html", PAGE),
        (b"<html", PAGE),
        (b"<?xml", XML),
    ];
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |mark: &[u8]| bytes.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark));
    MARKS.iter().find(|(mark, _)| begins(mark)).map(|(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

    const RUSSIAN: &str = "Президент России Владимир Путин встретился в Москве с министром иностранных дел.";

    fn check(bytes: &[u8], text: &str, note: Option<&str>) {
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.text, text);
        match (note, &decoded.note) {
            (None, None) => {}
            (Some(part), Some(note)) => assert!(note.contains(part), "{note}"),
            (wanted, found) => panic!("wanted {wanted:?}, found {found:?}"),
        }
    }

    fn check_refused(bytes: &[u8], reason: &str) {
        let found = decode(bytes).unwrap_err();
        assert!(found.contains(reason), "{found}");
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn utf8_passes_as_it_is() {
        check("Kyïv\r\n東京\n".as_bytes(), "Kyïv\r\n東京\n", None);
        check(b"\xEF\xBB\xBFText", "Text", None);
    }

    #[test]
    fn utf16_with_and_without_a_mark() {
        check(&utf16("\u{FEFF}Kyïv met", u16::to_le_bytes), "Kyïv met", None);
        check(&utf16("\u{FEFF}Kyïv met", u16::to_be_bytes), "Kyïv met", None);
        check(&utf16("The ministers met in Kyïv.", u16::to_le_bytes), "The ministers met in Kyïv.", Some("UTF-16LE"));
        check(&utf16("The ministers met in Kyïv.", u16::to_be_bytes), "The ministers met in Kyïv.", Some("UTF-16BE"));
    }

    #[test]
    fn old_encodings_are_recognised() {
        check(&WINDOWS_1252.encode("The café in Besançon – “closed”.").0, "The café in Besançon – “closed”.", Some("windows-1252"));
        check(&WINDOWS_1251.encode(RUSSIAN).0, RUSSIAN, Some("windows-1251"));
        let japanese = "東京で首脳会談が開かれ、共同声明を発表した。";
        check(&SHIFT_JIS.encode(japanese).0, japanese, Some("Shift_JIS"));
    }

    #[test]
    fn broken_utf8_keeps_what_is_sound() {
        let mut bytes = "Starmer’s “coalition”\n".as_bytes().to_vec();
        bytes.extend(b"met \xE2\x80 in Paris.");
        check(&bytes, "Starmer’s “coalition”\nmet \u{FFFD} in Paris.", Some("1 place (the first in line 2)"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check_refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG");
        check_refused(b"%PDF-1.7\n1 0 obj", "PDF");
        check_refused(b"\xEF\xBB\xBF <!DOCTYPE html><p>Text", "web page");
        check_refused(b"ELF\0\0\x01\x02\0\0\0\0", "binary");
        check_refused(&[1, 2, 3, 4, 5, 6, 7, 8, 200, 201, 202], "binary");
        check_refused(b"", "empty");
        check_refused(b"\xEF\xBB\xBF \r\n\t", "empty");
    }
}
