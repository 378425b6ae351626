//! BILOU labels: each token begins, continues, ends or alone is a name of a class, or is outside.

use std::ops::Range;

/// What a name names. Nationalities, products, works and events are no names here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameClass {
    /// A person.
    Person,
    /// A body: company, party, ministry, band, team.
    Organisation,
    /// A state, place, facility, region.
    Location,
}

impl NameClass {
    /// Every class.
    pub const ALL: [Self; 3] = [Self::Person, Self::Organisation, Self::Location];

    /// The label that corpora of names use: `PER`, `ORG`, `LOC`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "PER",
            Self::Organisation => "ORG",
            Self::Location => "LOC",
        }
    }
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecognisedName {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub class: NameClass,
}

/// A label by number: 0 is outside, then four for each class in the order begin, inside, last, unit.
pub type Label = u8;

const BEGIN: u8 = 0;
const INSIDE: u8 = 1;
const LAST: u8 = 2;
const UNIT: u8 = 3;

const fn label(class: usize, place: u8) -> Label {
    1 + class as u8 * 4 + place
}

/// Class and place in the name, or `None` outside.
const fn parts(label: Label) -> Option<(usize, u8)> {
    if label == 0 { None } else { Some(((label as usize - 1) / 4, (label - 1) % 4)) }
}

/// Whether a label may follow another one. `None` is the bound of a sentence.
pub(super) fn may_follow(before: Option<Label>, next: Option<Label>) -> bool {
    let before = before.and_then(parts);
    let next = next.and_then(parts);
    let open = before.is_some_and(|(_, place)| place == BEGIN || place == INSIDE);
    let goes_on = next.is_some_and(|(_, place)| place == INSIDE || place == LAST);
    open == goes_on && (!open || before.map(|(class, _)| class) == next.map(|(class, _)| class))
}

/// The labels of `length` tokens with these names, which do not overlap.
pub fn to_labels(names: &[RecognisedName], length: usize) -> Vec<Label> {
    let mut out = vec![0; length];
    for name in names {
        let class = NameClass::ALL.iter().position(|class| *class == name.class).unwrap_or_default();
        let Range { start, end } = name.tokens.clone();
        for (index, slot) in out.iter_mut().enumerate().take(end).skip(start) {
            let place = match (index == start, index + 1 == end) {
                (true, true) => UNIT,
                (true, false) => BEGIN,
                (false, true) => LAST,
                (false, false) => INSIDE,
            };
            *slot = label(class, place);
        }
    }
    out
}

/// The names that a legal row of labels tells.
pub fn from_labels(labels: &[Label]) -> Vec<RecognisedName> {
    let mut out = Vec::new();
    let mut start = 0;
    for (index, label) in labels.iter().enumerate() {
        let Some((class, place)) = parts(*label) else { continue };
        if place == BEGIN || place == UNIT {
            start = index;
        }
        if place == LAST || place == UNIT {
            out.push(RecognisedName { tokens: start..index + 1, class: NameClass::ALL[class] });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_tell_the_names_they_were_made_from() {
        let names = vec![
            RecognisedName { tokens: 0..1, class: NameClass::Location },
            RecognisedName { tokens: 1..4, class: NameClass::Organisation },
            RecognisedName { tokens: 5..7, class: NameClass::Person },
        ];
        let labels = to_labels(&names, 8);
        assert_eq!(from_labels(&labels), names);
        assert!(labels.windows(2).all(|pair| may_follow(Some(pair[0]), Some(pair[1]))));
    }

    #[test]
    fn a_name_is_neither_left_open_nor_continued_as_another() {
        let begin = label(0, BEGIN);
        assert!(!may_follow(Some(begin), None));
        assert!(!may_follow(Some(begin), Some(0)));
        assert!(!may_follow(Some(begin), Some(label(1, LAST))));
        assert!(!may_follow(None, Some(label(1, INSIDE))));
        assert!(may_follow(Some(begin), Some(label(0, LAST))));
    }
}
