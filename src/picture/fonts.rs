//! Measuring and shaping of texts: the shipped fonts first, then the system's for the letters that they lack.
//!
//! The system's fonts are looked for only when a text needs them, so that pictures of texts in Latin, Greek and Cyrillic
//! script are the same on every system.

use crate::view::FONT_FILES;
use harfrust::{FontRef, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::{Database, ID};
use skrifa::{GlyphId, MetadataProvider as _};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// One font file in memory.
pub(super) struct Face {
    /// The file.
    pub(super) data: Arc<Vec<u8>>,
    /// Which font of the file.
    pub(super) index: u32,
    shaper: ShaperData,
}

/// A part of a text in one font.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The font, as its place in [`Fonts::faces`].
    pub(super) face: usize,
    /// The glyphs from left to right.
    pub(super) glyphs: Vec<Glyph>,
    /// The width as a part of the size.
    pub(super) width: f32,
}

/// A glyph with its place; lengths are parts of the size.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) id: u32,
    pub(super) advance: f32,
    pub(super) offset: [f32; 2],
    /// The letters that it stands for, as bytes of the whole text.
    pub(super) text: Range<usize>,
}

/// All fonts of a picture.
pub(super) struct Fonts {
    faces: RefCell<Vec<Arc<Face>>>,
    /// The face of each letter that no shipped font has; `None`: no font has it.
    others: RefCell<BTreeMap<char, Option<usize>>>,
    system: RefCell<Option<Arc<Database>>>,
    widths: RefCell<BTreeMap<(bool, String), f32>>,
}

/// Where the shipped regular and bold faces stand.
const REGULAR: usize = 0;
const BOLD: usize = 1;

impl Fonts {
    /// The shipped ones.
    pub(super) fn new() -> Self {
        let faces = FONT_FILES.iter().filter_map(|(_, bytes)| face(bytes.to_vec(), 0)).collect();
        Self { faces: RefCell::new(faces), others: RefCell::default(), system: RefCell::new(None), widths: RefCell::default() }
    }

    /// The face with this number.
    pub(super) fn face(&self, number: usize) -> Option<Arc<Face>> {
        self.faces.borrow().get(number).cloned()
    }

    /// The width of a text in points.
    pub(super) fn width(&self, text: &str, size: f32, bold: bool) -> f32 {
        let key = (bold, text.to_owned());
        if let Some(width) = self.widths.borrow().get(&key) {
            return width * size;
        }
        let width = self.runs(text, bold).iter().map(|run| run.width).sum();
        self.widths.borrow_mut().insert(key, width);
        width * size
    }

    /// The text, or as much of it as fits into so many points, with "…" at the end.
    pub(super) fn cut(&self, text: &str, size: f32, bold: bool, room: f32) -> String {
        if self.width(text, size, bold) <= room {
            return text.to_owned();
        }
        let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        // As many letters as fit: the width only grows.
        let fits = ends.partition_point(|end| {
            let part = format!("{}…", text[..*end].trim_end());
            self.width_now(&part, size, bold) <= room
        });
        ends.truncate(fits);
        ends.last().map_or_else(|| "…".to_owned(), |end| format!("{}…", text[..*end].trim_end()))
    }

    fn width_now(&self, text: &str, size: f32, bold: bool) -> f32 {
        self.runs(text, bold).iter().map(|run| run.width).sum::<f32>() * size
    }

    /// The fonts for writers that look for them by themselves: the shipped ones, and the system's if any text has needed them.
    pub(super) fn database(&self) -> Arc<Database> {
        if let Some(system) = self.system.borrow().as_ref() {
            return Arc::clone(system);
        }
        Arc::new(shipped())
    }

    /// Cuts a text into runs of one font each and sets them.
    pub(super) fn runs(&self, text: &str, bold: bool) -> Vec<Run> {
        let mut parts: Vec<(usize, Range<usize>)> = Vec::new();
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            let last = parts.last().map(|(face, _)| *face);
            let face = self.face_of(letter, bold, last);
            match parts.last_mut() {
                Some((same, range)) if *same == face => range.end = end,
                _ => parts.push((face, at..end)),
            }
        }
        parts.into_iter().filter_map(|(number, range)| self.shape(text, number, range)).collect()
    }

    fn shape(&self, text: &str, number: usize, range: Range<usize>) -> Option<Run> {
        let face = self.face(number)?;
        let font = FontRef::from_index(&face.data, face.index).ok()?;
        let upem = f32::from(font.metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default()).units_per_em);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text[range.clone()]);
        buffer.guess_segment_properties();
        let set = face.shaper.shaper(&font).build().shape(buffer, harfrust::ShapeOptions::default());
        let (infos, positions) = (set.glyph_infos(), set.glyph_positions());
        let mut starts: Vec<usize> = infos.iter().map(|info| range.start + info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let glyphs: Vec<Glyph> = infos
            .iter()
            .zip(positions)
            .map(|(info, position)| {
                let start = range.start + info.cluster as usize;
                let end = starts.get(starts.partition_point(|other| *other <= start)).copied().unwrap_or(range.end);
                Glyph {
                    id: info.glyph_id,
                    advance: position.x_advance as f32 / upem,
                    offset: [position.x_offset as f32 / upem, position.y_offset as f32 / upem],
                    text: start..end,
                }
            })
            .collect();
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        Some(Run { face: number, glyphs, width })
    }

    /// The face that has a letter. Spaces and marks stay with what stands before them if they can.
    fn face_of(&self, letter: char, bold: bool, last: Option<usize>) -> usize {
        let first = if bold { BOLD } else { REGULAR };
        let has = |number: usize| self.face(number).is_some_and(|face| glyph_of(&face.data, face.index, letter).is_some());
        if let Some(last) = last.filter(|last| *last != first && letter.is_whitespace() && has(*last)) {
            return last;
        }
        let shipped = [first, 2, 3].into_iter().find(|number| has(*number));
        shipped.or_else(|| self.other(letter)).unwrap_or(first)
    }

    /// The system's face for a letter.
    fn other(&self, letter: char) -> Option<usize> {
        if letter.is_control() {
            return None;
        }
        if let Some(known) = self.others.borrow().get(&letter) {
            return *known;
        }
        let loaded = FONT_FILES.len()..self.faces.borrow().len();
        let known =
            loaded.into_iter().find(|number| self.face(*number).is_some_and(|face| glyph_of(&face.data, face.index, letter).is_some()));
        let found = known.or_else(|| {
            let database = self.system();
            let id = system_face(&database, letter)?;
            let (data, index) = database.with_face_data(id, |data, index| (data.to_vec(), index))?;
            let mut faces = self.faces.borrow_mut();
            faces.push(face(data, index)?);
            Some(faces.len() - 1)
        });
        self.others.borrow_mut().insert(letter, found);
        found
    }

    fn system(&self) -> Arc<Database> {
        let mut system = self.system.borrow_mut();
        let database = system.get_or_insert_with(|| {
            let mut database = shipped();
            database.load_system_fonts();
            Arc::new(database)
        });
        Arc::clone(database)
    }
}

fn shipped() -> Database {
    let mut database = Database::new();
    for (_, bytes) in &FONT_FILES {
        database.load_font_data(bytes.to_vec());
    }
    database.set_sans_serif_family("Noto Sans");
    database
}

fn face(data: Vec<u8>, index: u32) -> Option<Arc<Face>> {
    let shaper = ShaperData::new(&FontRef::from_index(&data, index).ok()?);
    Some(Arc::new(Face { data: Arc::new(data), index, shaper }))
}

fn glyph_of(data: &[u8], index: u32, letter: char) -> Option<GlyphId> {
    FontRef::from_index(data, index).ok()?.charmap().map(letter)
}

/// An upright face of ordinary weight and width that has the letter; by name, so that the choice does not depend on the disk.
fn system_face(database: &Database, letter: char) -> Option<ID> {
    use resvg::usvg::fontdb::{Stretch, Style, Weight};
    let mut plain: Vec<(&str, ID)> = database
        .faces()
        .filter(|face| face.style == Style::Normal && face.weight == Weight::NORMAL && face.stretch == Stretch::Normal)
        .map(|face| (face.post_script_name.as_str(), face.id))
        .collect();
    // Sans before serif and script: "NotoSans..." sorts beside its like, so a preference for "Sans" is enough.
    plain.sort_by_key(|(name, _)| (!name.contains("Sans"), name.to_owned()));
    let has = |id: ID| database.with_face_data(id, |data, index| glyph_of(data, index, letter).is_some()).unwrap_or(false);
    plain.into_iter().map(|(_, id)| id).find(|id| has(*id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_fonts() {
        let fonts = Fonts::new();
        let (plain, bold) = (fonts.width("Military chiefs", 12.0, false), fonts.width("Military chiefs", 12.0, true));
        assert!((70.0..100.0).contains(&plain) && bold > plain, "{plain} {bold}");
        assert!((fonts.width("Military chiefs", 24.0, false) - 2.0 * plain).abs() < 1e-3);
    }

    #[test]
    fn a_cut_text_fits() {
        let fonts = Fonts::new();
        let cut = fonts.cut("Military chiefs will meet in London", 12.0, false, 90.0);
        assert!(cut.ends_with('…') && fonts.width(&cut, 12.0, false) <= 90.0 && cut.chars().count() > 8, "{cut}");
        assert_eq!(fonts.cut("short", 12.0, false, 90.0), "short");
        assert_eq!(fonts.cut("nothing fits", 12.0, false, 1.0), "…");
    }

    #[test]
    fn signs_come_from_their_own_fonts_and_every_letter_is_kept() {
        let fonts = Fonts::new();
        let text = "ab → ■ Київ";
        let runs = fonts.runs(text, false);
        assert_eq!(runs.iter().map(|run| run.face).collect::<Vec<_>>()[..3], [0, 2, 0]);
        let mut covered: Vec<usize> = runs.iter().flat_map(|run| run.glyphs.iter().flat_map(|glyph| glyph.text.clone())).collect();
        covered.sort_unstable();
        assert_eq!(covered, (0..text.len()).collect::<Vec<_>>());
    }
}
