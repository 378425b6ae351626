//! Which events belong to which lane, and the building of one lane.

use super::extent::{Drawing, Extent};
use super::index::{Entry, LaneIndex};
use super::lane_by::LaneBy;
use super::lanes::{Lane, LaneKey};
use super::pack::{self, Item, Limits};
use crate::model::{ArticleId, Board, Event, Kind};
use rayon::prelude::*;
use std::collections::HashMap;

/// How many events one task divides at a time: enough to be worth the handing out.
const TASK: usize = 8_192;

/// A lane of so few events may be higher than others.
const FEW: usize = 40;

/// The keys of the lanes that an event with these tags belongs to, sorted.
pub(super) fn keys_of(event: &Event, by: LaneBy, tags: &[String]) -> Vec<LaneKey> {
    let mut keys: Vec<LaneKey> = match by {
        LaneBy::Actor if event.participants.is_empty() => vec![LaneKey::NoActor],
        LaneBy::Actor => event.participants.iter().map(|participant| LaneKey::Actor(participant.actor.clone())).collect(),
        LaneBy::Article if event.mentions.is_empty() => vec![LaneKey::NoArticle],
        LaneBy::Article => event.mentions.iter().map(|mention| LaneKey::Article(mention.article())).collect(),
        LaneBy::Kind => vec![LaneKey::Kind(event.kind)],
        LaneBy::Place => vec![event.place.clone().map_or(LaneKey::NoPlace, LaneKey::Place)],
        LaneBy::Tag if tags.is_empty() => vec![LaneKey::NoTag],
        LaneBy::Tag => tags.iter().cloned().map(LaneKey::Tag).collect(),
        LaneBy::One => vec![LaneKey::All],
    };
    keys.sort();
    keys.dedup();
    keys
}

/// The lanes of a division by number, in the order of importance, before anyone knows which of them have events.
enum Slots<'a> {
    /// The actors of the board, and those events without one.
    Actors,
    /// The articles of the board, and the events without one.
    Articles(HashMap<ArticleId, u32>),
    /// The kinds.
    Kinds,
    /// Places, those of most events first, and the events without one.
    Places(Names<'a>),
    /// Tags, in the same way.
    Tags(Names<'a>),
    /// One for all.
    One,
}

/// Names by the number of events that have them, with the number of each.
struct Names<'a> {
    list: Vec<&'a str>,
    numbers: HashMap<&'a str, u32>,
}

impl<'a> Names<'a> {
    fn of(all: impl Iterator<Item = &'a str>) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for name in all {
            *counts.entry(name).or_default() += 1;
        }
        let mut counted: Vec<(&str, usize)> = counts.into_iter().collect();
        counted.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let list: Vec<&str> = counted.into_iter().map(|(name, _)| name).collect();
        let numbers = (0..).zip(&list).map(|(at, name)| (*name, at)).collect();
        Self { list, numbers }
    }

    /// The numbers of these names; of none, the one behind the last.
    fn add<'b>(&self, names: impl Iterator<Item = &'b str>, lanes: &mut Vec<u32>) {
        lanes.extend(names.filter_map(|name| self.numbers.get(name)));
        if lanes.is_empty() {
            lanes.push(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        }
    }
}

/// The tags of an event.
fn tags_of<'a>(board: &'a Board, event: &Event) -> impl Iterator<Item = &'a str> + use<'a> {
    board.curation(event.id).into_iter().flat_map(|curation| &curation.tags).map(String::as_str)
}

impl<'a> Slots<'a> {
    fn of(board: &'a Board, by: LaneBy, dated: &[u32]) -> Self {
        match by {
            LaneBy::Actor => Self::Actors,
            LaneBy::Article => Self::Articles((0..).zip(&board.articles).map(|(at, article)| (article.id, at)).collect()),
            LaneBy::Kind => Self::Kinds,
            LaneBy::Place => Self::Places(Names::of(dated.iter().filter_map(|event| board.events[*event as usize].place.as_deref()))),
            LaneBy::Tag => Self::Tags(Names::of(dated.iter().flat_map(|event| tags_of(board, &board.events[*event as usize])))),
            LaneBy::One => Self::One,
        }
    }

    fn len(&self, board: &Board) -> usize {
        match self {
            Self::Actors => board.actors.len() + 1,
            Self::Articles(_) => board.articles.len() + 1,
            Self::Kinds => Kind::ALL.len(),
            Self::Places(names) | Self::Tags(names) => names.list.len() + 1,
            Self::One => 1,
        }
    }

    /// The lanes of one event, each once.
    fn add(&self, board: &Board, event: &Event, lanes: &mut Vec<u32>) {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        match self {
            Self::Actors => {
                lanes.extend(event.participants.iter().filter_map(|participant| board.actor_index(&participant.actor)).map(number));
                if lanes.is_empty() {
                    lanes.push(number(board.actors.len()));
                }
            }
            Self::Articles(numbers) => {
                lanes.extend(event.mentions.iter().filter_map(|mention| numbers.get(&mention.article())));
                if lanes.is_empty() {
                    lanes.push(number(board.articles.len()));
                }
            }
            Self::Kinds => lanes.push(u32::from(kind_number(event.kind))),
            Self::Places(names) => names.add(event.place.as_deref().into_iter(), lanes),
            Self::Tags(names) => names.add(tags_of(board, event), lanes),
            Self::One => lanes.push(0),
        }
        lanes.sort_unstable();
        lanes.dedup();
    }

    fn key(&self, board: &Board, at: usize) -> LaneKey {
        match self {
            Self::Actors => board.actors.get(at).map_or(LaneKey::NoActor, |actor| LaneKey::Actor(actor.id.clone())),
            Self::Articles(_) => board.articles.get(at).map_or(LaneKey::NoArticle, |article| LaneKey::Article(article.id)),
            Self::Kinds => LaneKey::Kind(Kind::ALL[at]),
            Self::Places(names) => names.list.get(at).map_or(LaneKey::NoPlace, |name| LaneKey::Place((*name).to_owned())),
            Self::Tags(names) => names.list.get(at).map_or(LaneKey::NoTag, |name| LaneKey::Tag((*name).to_owned())),
            Self::One => LaneKey::All,
        }
    }
}

/// The events of each lane that has any, in the order of `dated`, which are indices of the board.
pub(super) fn divide(board: &Board, dated: &[u32], by: LaneBy) -> Vec<(LaneKey, Vec<u32>)> {
    let slots = Slots::of(board, by, dated);
    let members: Vec<Vec<(u32, u32)>> = dated
        .par_chunks(TASK)
        .map(|events| {
            let (mut members, mut lanes) = (Vec::with_capacity(events.len() * 2), Vec::new());
            for event in events {
                lanes.clear();
                slots.add(board, &board.events[*event as usize], &mut lanes);
                members.extend(lanes.iter().map(|lane| (*lane, *event)));
            }
            members
        })
        .collect();
    let mut counts = vec![0; slots.len(board)];
    members.iter().flatten().for_each(|(lane, _)| counts[*lane as usize] += 1);
    let mut lanes: Vec<Vec<u32>> = counts.into_iter().map(Vec::with_capacity).collect();
    members.iter().flatten().for_each(|(lane, event)| lanes[*lane as usize].push(*event));
    lanes.into_iter().enumerate().filter(|(_, events)| !events.is_empty()).map(|(at, events)| (slots.key(board, at), events)).collect()
}

/// What lanes are built from besides the board: for each of its events the place on the axis and the number of the kind.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) extents: &'a [Option<Extent>],
    pub(super) kinds: &'a [u8],
}

/// A lane of these events, with rows and index. `room` is how many seconds a label would like.
pub(super) fn lane(board: &Board, key: LaneKey, events: &[u32], places: Places<'_>, by: LaneBy, room: f64) -> Lane {
    let limits = match by {
        // Of few events every one is worth a row.
        LaneBy::Actor | LaneBy::Article | LaneBy::Place | LaneBy::Tag if events.len() <= FEW => Limits { short: (2, 6), long: (1, 3) },
        LaneBy::Actor | LaneBy::Article | LaneBy::Place | LaneBy::Tag => Limits { short: (2, 4), long: (1, 2) },
        LaneBy::Kind => Limits { short: (3, 6), long: (1, 3) },
        LaneBy::One => Limits { short: (12, 16), long: (4, 8) },
    };
    let extents = || events.iter().filter_map(|event| Some((*event, places.extents[*event as usize].as_ref()?)));
    let items: Vec<Item> = extents().map(|(_, extent)| packed(extent)).collect();
    let packed = pack::pack(&items, limits, room);
    let first = items.first().map_or(0.0, |item| item.start);
    drop(items);
    let entries = extents().zip(packed.rows).map(|((event, extent), row)| Entry {
        anchor: extent.anchor,
        start: extent.start,
        end: extent.end,
        event,
        kind: places.kinds[event as usize],
        row,
    });
    let index = LaneIndex::build(entries.collect());
    let rows = (packed.short + packed.long).max(1) + u8::from(index.has_folded());
    let name = name(board, &key);
    Lane { name, first, rows, short_rows: packed.short, index, ..Lane::of(key) }
}

fn name(board: &Board, key: &LaneKey) -> String {
    match key {
        LaneKey::Actor(id) => board.actor_label(id).into_owned(),
        LaneKey::NoActor => "No actor named".to_owned(),
        LaneKey::Article(id) => board.article(*id).map_or_else(String::new, |article| article.display_title().to_owned()),
        LaneKey::NoArticle => "No article".to_owned(),
        LaneKey::Kind(kind) => sentence_case(kind.as_str()),
        LaneKey::Place(place) => place.clone(),
        LaneKey::NoPlace => "No place named".to_owned(),
        LaneKey::Tag(tag) => tag.clone(),
        LaneKey::NoTag => "No tag".to_owned(),
        LaneKey::All => "All events".to_owned(),
    }
}

/// What an event takes of its row: one that fades towards the future takes a little more there.
fn packed(extent: &Extent) -> Item {
    let fade = super::timeline_view::DAY * 0.9;
    let after = if extent.drawing == Drawing::After { fade } else { 0.0 };
    Item { start: extent.start, end: extent.end + after }
}

fn sentence_case(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The place of a kind in `Kind::ALL`, which lists them as they are declared.
pub(super) const fn kind_number(kind: Kind) -> u8 {
    kind as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_numbered_as_they_are_listed() {
        for (at, kind) in Kind::ALL.iter().enumerate() {
            assert_eq!(usize::from(kind_number(*kind)), at);
        }
    }
}
