//! The words of time: read once from the embedded table, looked up by their packed letters.

use crate::time::item::{self, Classes};
use crate::time::meaning::Unit;
use crate::time::rule::Vocabulary;
use crate::word_list::lines;

/// Units in the order of [`Entry::unit`], with their names in the table. The first stands for none.
pub(in crate::time) const UNITS: [(&str, Unit); 17] = [
    ("", Unit::Period),
    ("second", Unit::Second),
    ("minute", Unit::Minute),
    ("hour", Unit::Hour),
    ("part-of-day", Unit::PartOfDay),
    ("day", Unit::Day),
    ("weekend", Unit::Weekend),
    ("week", Unit::Week),
    ("fortnight", Unit::Fortnight),
    ("month", Unit::Month),
    ("quarter", Unit::Quarter),
    ("season", Unit::Season),
    ("half", Unit::Half),
    ("year", Unit::Year),
    ("decade", Unit::Decade),
    ("century", Unit::Century),
    ("period", Unit::Period),
];

const MILLENNIUM: u8 = 255;

/// What the table says of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub(super) classes: Classes,
    pub(super) value: i32,
    pub(super) unit: u8,
    /// Only with a capital letter.
    pub(super) capital: bool,
    /// May carry a dot.
    pub(super) abbreviation: bool,
    /// Only in capitals, or with dots between the letters.
    pub(super) upper: bool,
}

/// The words of a language: a hash table with open addressing over packed words.
#[derive(Debug)]
pub(in crate::time) struct Lexicon {
    slots: Vec<(u128, u16)>,
    entries: Vec<Entry>,
}

/// Letters of a word in lower case, packed; `None` if there are more than 16.
pub(super) fn pack(word: &[u8]) -> Option<u128> {
    if word.len() > 16 {
        return None;
    }
    Some(word.iter().fold(0, |packed, byte| packed << 8 | u128::from(byte.to_ascii_lowercase())))
}

const SLOTS: usize = 1 << 12;

#[expect(clippy::cast_possible_truncation, reason = "the upper bits are wanted, the rest is mixed in before")]
const fn slot_of(packed: u128) -> usize {
    let folded = (packed as u64) ^ ((packed >> 64) as u64).rotate_left(23);
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 52) as usize
}

impl Lexicon {
    /// Reads the embedded table.
    pub(in crate::time) fn new() -> Self {
        let mut lexicon = Self { slots: vec![(0, 0); SLOTS], entries: vec![Entry::default()] };
        for line in lines(include_str!("../../../assets/lexicon/time/en.tsv")) {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or_default();
            let (word, classes, value, unit, flags) = (cell(), cell(), cell(), cell(), cell());
            let id = lexicon.word(word);
            let entry = &mut lexicon.entries[usize::from(id)];
            entry.classes |= classes.split('|').filter_map(item::class).fold(0, |all, class| all | class);
            entry.value = if entry.value == 0 { value.parse().unwrap_or_default() } else { entry.value };
            if !unit.is_empty() {
                let place = UNITS.iter().position(|(name, _)| *name == unit).and_then(|place| u8::try_from(place).ok());
                entry.unit = place.unwrap_or(MILLENNIUM);
            }
            entry.capital |= flags.contains('C');
            entry.abbreviation |= flags.contains('A');
            entry.upper |= flags.contains('U');
        }
        for (name, number) in crate::time::holiday::single_words() {
            let id = lexicon.word(name);
            let entry = &mut lexicon.entries[usize::from(id)];
            (entry.classes, entry.value, entry.capital) = (entry.classes | item::HOLIDAY, number, true);
        }
        lexicon
    }

    fn find(&self, packed: u128) -> Result<u16, usize> {
        let mut slot = slot_of(packed);
        loop {
            match self.slots[slot] {
                (0, _) => return Err(slot),
                (word, id) if word == packed => return Ok(id),
                _ => slot = (slot + 1) % SLOTS,
            }
        }
    }

    /// The number of a packed word and what is known of it.
    pub(super) fn look_up(&self, packed: u128) -> Option<(u16, &Entry)> {
        let id = self.find(packed).ok()?;
        Some((id, &self.entries[usize::from(id)]))
    }

    /// How many words there are, the empty one included.
    pub(in crate::time) fn len(&self) -> usize {
        self.entries.len()
    }
}

impl Vocabulary for Lexicon {
    fn group(&self, name: &str) -> Vec<&'static str> {
        super::context::group_words(name).collect()
    }

    fn word(&mut self, word: &str) -> u16 {
        let packed = pack(word.as_bytes()).expect("words of patterns and of the table have at most 16 letters");
        match self.find(packed) {
            Ok(id) => id,
            Err(slot) => {
                let id = u16::try_from(self.entries.len()).expect("there are fewer than 65536 words");
                assert!(self.entries.len() < SLOTS / 2, "the table of words is too small");
                self.slots[slot] = (packed, id);
                self.entries.push(Entry::default());
                id
            }
        }
    }
}

/// The unit of an item.
pub(in crate::time) fn unit(place: u8) -> Unit {
    if place == MILLENNIUM { Unit::Millennium } else { UNITS.get(usize::from(place)).map_or(Unit::Period, |(_, unit)| *unit) }
}
