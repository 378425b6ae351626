//! Which events belong to which lane, and the building of one lane.

use super::extent::{Drawing, Extent};
use super::index::{Entry, LaneIndex};
use super::lane_by::LaneBy;
use super::lanes::{Lane, LaneKey, kind_number};
use super::pack::{self, Item, Limits};
use crate::model::{ArticleId, Board, Event, Kind};

/// The keys of the lanes that an event belongs to, sorted.
pub(super) fn keys_of(event: &Event, by: LaneBy) -> Vec<LaneKey> {
    let mut keys: Vec<LaneKey> = match by {
        LaneBy::Actor if event.participants.is_empty() => vec![LaneKey::NoActor],
        LaneBy::Actor => event.participants.iter().map(|participant| LaneKey::Actor(participant.actor.clone())).collect(),
        LaneBy::Article => event.mentions.iter().map(|mention| LaneKey::Article(mention.article())).collect(),
        LaneBy::Kind => vec![LaneKey::Kind(event.kind)],
        LaneBy::One => vec![LaneKey::All],
    };
    keys.sort();
    keys.dedup();
    keys
}

/// The events of each lane that has any, still in order of start.
pub(super) fn divide(board: &Board, dated: &[(u32, Extent)], by: LaneBy) -> Vec<(LaneKey, Vec<Entry>)> {
    let slots = match by {
        LaneBy::Actor => board.actors.len() + 1,
        LaneBy::Article => board.articles.len(),
        LaneBy::Kind => Kind::ALL.len(),
        LaneBy::One => 1,
    };
    let article_at: std::collections::HashMap<ArticleId, usize> =
        board.articles.iter().enumerate().map(|(at, article)| (article.id, at)).collect();
    let mut lanes: Vec<Vec<Entry>> = vec![Vec::new(); slots];
    let mut places: Vec<usize> = Vec::new();
    for (number, extent) in dated {
        let event = &board.events[*number as usize];
        let kind = kind_number(event.kind);
        places.clear();
        match by {
            LaneBy::Actor => {
                places.extend(event.participants.iter().filter_map(|participant| board.actor_index(&participant.actor)));
                if places.is_empty() {
                    places.push(slots - 1);
                }
            }
            LaneBy::Article => places.extend(event.mentions.iter().filter_map(|mention| article_at.get(&mention.article()).copied())),
            LaneBy::Kind => places.push(kind.into()),
            LaneBy::One => places.push(0),
        }
        places.sort_unstable();
        places.dedup();
        for place in &places {
            lanes[*place].push(Entry { extent: *extent, event: *number, kind, row: pack::FOLDED });
        }
    }
    let key = |at: usize| match by {
        LaneBy::Actor => board.actors.get(at).map_or(LaneKey::NoActor, |actor| LaneKey::Actor(actor.id.clone())),
        LaneBy::Article => LaneKey::Article(board.articles[at].id),
        LaneBy::Kind => LaneKey::Kind(Kind::ALL[at]),
        LaneBy::One => LaneKey::All,
    };
    lanes.into_iter().enumerate().filter(|(_, entries)| !entries.is_empty()).map(|(at, entries)| (key(at), entries)).collect()
}

/// A lane of these events, with rows and index. `room` is how many seconds a label would like.
pub(super) fn lane(board: &Board, key: LaneKey, mut entries: Vec<Entry>, by: LaneBy, room: f64) -> Lane {
    let limits = match by {
        LaneBy::Actor | LaneBy::Article => Limits { short: (2, 4), long: (1, 2) },
        LaneBy::Kind => Limits { short: (3, 6), long: (1, 3) },
        LaneBy::One => Limits { short: (12, 16), long: (4, 8) },
    };
    let items: Vec<Item> = entries.iter().map(|entry| packed(&entry.extent)).collect();
    let packed = pack::pack(&items, limits, room);
    for (entry, row) in entries.iter_mut().zip(packed.rows) {
        entry.row = row;
    }
    let name = match &key {
        LaneKey::Actor(id) => board.actor(id).map_or_else(|| id.to_string(), |actor| actor.name.clone()),
        LaneKey::NoActor => "No actor named".to_owned(),
        LaneKey::Article(id) => board.article(*id).map_or_else(String::new, |article| article.display_title().to_owned()),
        LaneKey::Kind(kind) => sentence_case(kind.as_str()),
        LaneKey::All => "All events".to_owned(),
    };
    let index = LaneIndex::build(entries);
    let rows = (packed.short + packed.long).max(1) + u8::from(index.has_folded());
    Lane { key, name, rows, short_rows: packed.short, index }
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
