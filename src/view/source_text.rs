//! An article as the source panel sets it: its blocks one below the other, cut into runs that look the same throughout.
//!
//! Findings overlap (a time expression stands in a sentence, an actor in it too), the runs do not. No window is needed.

use crate::model::{Article, ArticleId, BlockKind, Board, EventId, Hue, Kind, Span};
use std::collections::HashSet;
use std::ops::Range;

/// What separates two blocks: the first line break ends a line, the second one makes a gap.
const GAP: &str = "\n\n";

/// A stretch of the set text that looks the same throughout. Ranges are bytes of [`SourceText::text`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands.
    pub range: Range<usize>,
    /// The same in code points.
    pub chars: Range<usize>,
    /// The kind of its block; `None` is the gap between two.
    pub block: Option<BlockKind>,
    /// The marked sentence it belongs to, as an index of [`SourceText::sentences`].
    pub sentence: Option<usize>,
    /// It is part of a time expression.
    pub is_time: bool,
    /// The hue of the actor it names.
    pub actor: Option<Hue>,
    /// It is part of the trigger of this event.
    pub trigger: Option<EventId>,
}

/// A sentence that tells at least one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedSentence {
    /// Bytes of the set text.
    pub bytes: Range<usize>,
    /// Code points of the set text: what egui's cursors count.
    pub chars: Range<usize>,
    /// The events: id, kind, and the code point in the middle of the trigger.
    pub events: Vec<(EventId, Kind, usize)>,
}

/// A set article. Made once for a board, a filter and an article, then drawn every frame.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SourceText {
    /// What is laid out. Inside a block it has the article's bytes, with line breaks turned into spaces.
    pub text: String,
    /// All of it, in order.
    pub runs: Vec<Run>,
    /// The sentences with events, in order.
    pub sentences: Vec<MarkedSentence>,
    /// Every event told here, in reading order, each once.
    events: Vec<EventId>,
    /// Where each block of the article begins in the set text.
    blocks: Vec<(Span, usize)>,
}

/// A sentence and the events in it: id, kind, trigger.
type Told = (Span, Vec<(EventId, Kind, Span)>);

struct Layers {
    sentences: Vec<Told>,
    times: Vec<Span>,
    actors: Vec<(Span, Hue)>,
    triggers: Vec<(Span, EventId)>,
}

impl SourceText {
    /// Sets an article. Events that `shown` leaves out are not marked.
    pub fn of(board: &Board, shown: &[bool], article: &Article) -> Self {
        let layers = Layers::of(board, shown, article.id);
        let mut set = Self::default();
        let mut place = Vec::with_capacity(article.blocks.len());
        for block in &article.blocks {
            if !set.text.is_empty() {
                set.push_gap();
            }
            place.push((block.span, set.text.len()));
            set.push_block(&article.text, block.span, block.kind, &layers);
        }
        set.count_chars();
        set.mark_sentences(&place, &layers);
        set.list_events();
        set.blocks = place;
        set
    }

    /// The event to select for a click on this code point: of several in a sentence the one whose trigger is nearest.
    pub fn event_at(&self, char_index: usize) -> Option<EventId> {
        let at = self.sentences.partition_point(|sentence| sentence.chars.end <= char_index);
        let sentence = self.sentences.get(at).filter(|sentence| sentence.chars.contains(&char_index))?;
        sentence.events.iter().min_by_key(|(_, _, middle)| middle.abs_diff(char_index)).map(|(id, _, _)| *id)
    }

    /// The sentence that tells this event here.
    pub fn sentence_of(&self, event: EventId) -> Option<usize> {
        self.sentences.iter().position(|sentence| sentence.events.iter().any(|(id, _, _)| *id == event))
    }

    /// Every event told here, in reading order, each once.
    pub fn events(&self) -> &[EventId] {
        &self.events
    }

    /// The place of an event among them.
    pub fn place_of(&self, event: EventId) -> Option<usize> {
        self.events.iter().position(|known| *known == event)
    }

    fn list_events(&mut self) {
        let mut seen = HashSet::new();
        let told = self.sentences.iter().flat_map(|sentence| &sentence.events).map(|(id, _, _)| *id);
        self.events = told.filter(|id| seen.insert(*id)).collect();
    }

    /// How many code points the set text has.
    pub fn chars(&self) -> usize {
        self.runs.last().map_or(0, |run| run.chars.end)
    }

    /// The sentences that stand, at least in part, in these code points, with their numbers.
    pub fn sentences_in(&self, chars: &Range<usize>) -> impl Iterator<Item = (usize, &MarkedSentence)> {
        let first = self.sentences.partition_point(|sentence| sentence.chars.end <= chars.start);
        let end = chars.end;
        self.sentences.iter().enumerate().skip(first).take_while(move |(_, sentence)| sentence.chars.start < end)
    }

    /// The code points of the set text for a stretch of the article's bytes; `None` if it is not in one block.
    pub fn chars_of(&self, bytes: Range<usize>) -> Option<Range<usize>> {
        let block = self.blocks.partition_point(|(block, _)| block.start() <= bytes.start).checked_sub(1)?;
        let (block, offset) = self.blocks.get(block).filter(|(block, _)| bytes.end <= block.end())?;
        let char_at = |byte: usize| {
            let at = byte - block.start() + offset;
            let run = self.runs.get(self.runs.partition_point(|run| run.range.end <= at)).or_else(|| self.runs.last())?;
            Some(run.chars.start + self.text.get(run.range.start..at)?.chars().count())
        };
        Some(char_at(bytes.start)?..char_at(bytes.end)?)
    }

    /// The bytes of the article, whose text is `text`, for code points of the set text: without white space at the ends.
    pub fn span_of(&self, text: &str, chars: Range<usize>) -> Option<Span> {
        let byte_at = |index: usize| {
            let run = self.runs.get(self.runs.partition_point(|run| run.chars.end <= index)).or_else(|| self.runs.last())?;
            let words = self.text.get(run.range.clone())?;
            let inside = words.char_indices().nth(index - run.chars.start).map_or(words.len(), |(at, _)| at);
            Some(run.range.start + inside)
        };
        // A place in the gap between two blocks is the end of the first one.
        let to_article = |at: usize| {
            let block = self.blocks.partition_point(|(_, offset)| *offset <= at).checked_sub(1)?;
            let (block, offset) = self.blocks.get(block)?;
            Some((block.start() + at - offset).min(block.end()))
        };
        let (start, end) = (to_article(byte_at(chars.start)?)?, to_article(byte_at(chars.end)?)?);
        let words = text.get(start..end)?;
        let start = start + words.len() - words.trim_start().len();
        Span::of(text, start..start + words.trim().len())
    }

    fn push_gap(&mut self) {
        let start = self.text.len();
        self.text.push_str(GAP);
        self.runs.push(Run {
            range: start..self.text.len(),
            chars: 0..0,
            block: None,
            sentence: None,
            is_time: false,
            actor: None,
            trigger: None,
        });
    }

    fn push_block(&mut self, text: &str, block: Span, kind: BlockKind, layers: &Layers) {
        let offset = self.text.len();
        let words = block.text(text);
        self.text.extend(words.chars().map(|letter| if matches!(letter, '\n' | '\r') { ' ' } else { letter }));
        let cuts = layers.cuts(block);
        for pair in cuts.windows(2) {
            let at = pair[0];
            let place = |place: usize| place - block.start() + offset;
            self.runs.push(Run {
                range: place(at)..place(pair[1]),
                chars: 0..0,
                block: Some(kind),
                sentence: find(&layers.sentences, at, |sentence| sentence.0),
                is_time: find(&layers.times, at, |span| *span).is_some(),
                actor: find(&layers.actors, at, |actor| actor.0).map(|index| layers.actors[index].1),
                trigger: find(&layers.triggers, at, |trigger| trigger.0).map(|index| layers.triggers[index].1),
            });
        }
    }

    fn count_chars(&mut self) {
        let mut chars = 0;
        for run in &mut self.runs {
            let start = chars;
            chars += self.text.get(run.range.clone()).map_or(0, |words| words.chars().count());
            run.chars = start..chars;
        }
    }

    fn mark_sentences(&mut self, place: &[(Span, usize)], layers: &Layers) {
        let (mut byte, mut chars) = (0, 0);
        let mut sentences = Vec::with_capacity(layers.sentences.len());
        for (span, events) in &layers.sentences {
            let to_set = |at: usize| {
                let block = place.partition_point(|(block, _)| block.start() <= at).checked_sub(1).and_then(|block| place.get(block));
                block.map_or(0, |(block, offset)| at.min(block.end()) - block.start() + offset)
            };
            let bytes = to_set(span.start())..to_set(span.end());
            let mut count = |to: usize| {
                chars += self.text.get(byte..to).map_or(0, |words| words.chars().count());
                byte = byte.max(to);
                chars
            };
            let start = count(bytes.start);
            let end = count(bytes.end);
            let middle = |trigger: Span| {
                let at = to_set(trigger.start().midpoint(trigger.end()));
                start + self.text.get(bytes.start..floor(&self.text, at)).map_or(0, |words| words.chars().count())
            };
            let events = events.iter().map(|(id, kind, trigger)| (*id, *kind, middle(*trigger))).collect();
            sentences.push(MarkedSentence { bytes, chars: start..end, events });
        }
        self.sentences = sentences;
    }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

impl Layers {
    fn of(board: &Board, shown: &[bool], article: ArticleId) -> Self {
        let mut told = Vec::new();
        for (at, event) in board.events.iter().enumerate() {
            if shown.get(at).copied().unwrap_or(true) {
                let mentions = event.mentions.iter().filter(|mention| mention.article() == article);
                told.extend(mentions.map(|mention| (mention.sentence.span, (event.id, event.kind, mention.trigger), event.importance)));
            }
        }
        told.sort_by(|a, b| a.0.cmp(&b.0).then(b.2.total_cmp(&a.2)).then(a.1.0.cmp(&b.1.0)));
        let mut sentences: Vec<Told> = Vec::new();
        for (span, event, _) in &told {
            match sentences.last_mut() {
                // Two readings of one sentence that differ a little are one mark.
                Some(last) if span.start() < last.0.end() => {
                    last.0 = Span::new(last.0.start(), last.0.end().max(span.end())).unwrap_or(last.0);
                    last.1.push(*event);
                }
                _ => sentences.push((*span, vec![*event])),
            }
        }
        let times = board.times.iter().filter(|time| time.quote.article == article).map(|time| time.quote.span);
        let actors = board.actors.iter().enumerate().flat_map(|(at, actor)| {
            actor.mentions.iter().filter(|mention| mention.article == article).map(move |mention| (mention.span, board.hue(at)))
        });
        Self {
            sentences,
            times: apart(times.map(|span| (span, ())).collect()).into_iter().map(|(span, ())| span).collect(),
            actors: apart(actors.collect()),
            triggers: apart(told.iter().map(|(_, event, _)| (event.2, event.0)).collect()),
        }
    }

    /// Where the look may change inside a block: its start, its end, and every edge of a finding between them.
    fn cuts(&self, block: Span) -> Vec<usize> {
        let mut cuts = vec![block.start(), block.end()];
        let mut add = |span: Span| cuts.extend([span.start(), span.end()].iter().filter(|at| (block.start()..block.end()).contains(at)));
        let inside = |span: Span| span.start() < block.end() && block.start() < span.end();
        within(&self.sentences, block, |sentence| sentence.0)
            .iter()
            .filter(|sentence| inside(sentence.0))
            .for_each(|sentence| add(sentence.0));
        within(&self.times, block, |span| *span).iter().filter(|span| inside(**span)).for_each(|span| add(*span));
        within(&self.actors, block, |actor| actor.0).iter().filter(|actor| inside(actor.0)).for_each(|actor| add(actor.0));
        within(&self.triggers, block, |trigger| trigger.0).iter().filter(|trigger| inside(trigger.0)).for_each(|trigger| add(trigger.0));
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }
}

/// Sorts by place and drops what overlaps an earlier or, at the same place, longer one.
fn apart<T: Copy>(mut found: Vec<(Span, T)>) -> Vec<(Span, T)> {
    found.sort_by(|a, b| a.0.start().cmp(&b.0.start()).then(b.0.end().cmp(&a.0.end())));
    let mut end = 0;
    found.retain(|(span, _)| {
        let free = span.start() >= end;
        if free {
            end = span.end();
        }
        free
    });
    found
}

/// The one that covers `at`, in a list sorted by place without overlaps.
fn find<T>(list: &[T], at: usize, span: impl Fn(&T) -> Span) -> Option<usize> {
    let next = list.partition_point(|one| span(one).end() <= at);
    list.get(next).filter(|one| span(one).start() <= at).map(|_| next)
}

/// The part of such a list that can touch a block.
fn within<T>(list: &[T], block: Span, span: impl Fn(&T) -> Span) -> &[T] {
    let begin = list.partition_point(|one| span(one).end() <= block.start());
    let end = list.partition_point(|one| span(one).start() < block.end());
    &list[begin..end.max(begin)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, ActorId, ActorKind, Block, Event, Mention, Modality, Quote, When};
    use std::sync::Arc;

    const TEXT: &str = "Über Krieg\n\nÉlan left on\nThursday. Nothing else.\nIt rained, it poured.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).unwrap();
        Span::of(TEXT, start..start + words.len()).unwrap()
    }

    fn article() -> Article {
        let block = |words, kind| Block { span: span(words), kind };
        Article {
            id: ArticleId::of(TEXT),
            path: "a.txt".into(),
            title: None,
            publisher: None,
            url: None,
            published: None,
            dates: Vec::new(),
            text: Arc::from(TEXT),
            blocks: vec![
                block("Über Krieg", BlockKind::Title),
                block("Élan left on\nThursday. Nothing else.", BlockKind::Paragraph),
                block("It rained, it poured.", BlockKind::Paragraph),
            ],
        }
    }

    fn event(sentence: &str, trigger: &str) -> Event {
        let id = EventId::of(ArticleId::of(TEXT), span(trigger));
        let quote = Quote { article: ArticleId::of(TEXT), span: span(sentence) };
        Event {
            id,
            title: trigger.into(),
            kind: Kind::Other,
            modality: Modality::Happened,
            when: When::default(),
            place: None,
            participants: vec![],
            mentions: vec![Mention { sentence: quote, trigger: span(trigger), time: None }],
            confidence: 1.0,
            confidence_why: String::new(),
            importance: 0.5,
            importance_why: String::new(),
            disagreements: vec![],
        }
    }

    fn board() -> Board {
        let actor = Actor {
            id: ActorId("e".into()),
            name: "Élan".into(),
            state: None,
            kind: ActorKind::Person,
            aliases: vec![],
            roles: vec![],
            mentions: vec![Quote { article: ArticleId::of(TEXT), span: span("Élan") }],
            importance: 1.0,
        };
        let events = vec![
            event("Élan left on\nThursday.", "left"),
            event("It rained, it poured.", "rained"),
            event("It rained, it poured.", "poured"),
        ];
        let mut board = Board::default();
        board.articles.push(article());
        board.actors.push(actor);
        board.events = events;
        board.indexed()
    }

    #[test]
    fn runs_cover_the_set_text_once_and_in_order() {
        let set = SourceText::of(&board(), &[], &article());
        assert_eq!(set.text, "Über Krieg\n\nÉlan left on Thursday. Nothing else.\n\nIt rained, it poured.");
        let mut end = 0;
        for run in &set.runs {
            assert_eq!(run.range.start, end);
            assert!(set.text.is_char_boundary(run.range.end) && !run.range.is_empty());
            end = run.range.end;
        }
        assert_eq!(end, set.text.len());
        assert_eq!(set.runs.last().map(|run| run.chars.end), Some(set.text.chars().count()));
        let words = |pick: fn(&Run) -> bool| {
            set.runs.iter().filter(|run| pick(run)).map(|run| &set.text[run.range.clone()]).collect::<Vec<_>>().join("|")
        };
        assert_eq!(words(|run| run.actor.is_some()), "Élan");
        assert_eq!(words(|run| run.trigger.is_some()), "left|rained|poured");
        assert_eq!(words(|run| run.block == Some(BlockKind::Title)), "Über Krieg");
    }

    #[test]
    fn a_click_finds_the_event_whose_trigger_is_nearest() {
        let set = SourceText::of(&board(), &[], &article());
        let char_of = |words: &str| set.text[..set.text.find(words).unwrap()].chars().count();
        let title = |at: usize| set.event_at(at).and_then(|id| board().event(id).map(|event| event.title.clone()));
        assert_eq!(title(char_of("Élan")).as_deref(), Some("left"));
        assert_eq!(title(char_of("Nothing")), None);
        assert_eq!(title(char_of("Krieg")), None);
        assert_eq!(title(char_of("It")).as_deref(), Some("rained"));
        assert_eq!(title(char_of("poured.") + 6).as_deref(), Some("poured"));
        assert_eq!(set.events().len(), 3);
    }

    #[test]
    fn places_of_the_article_and_of_the_set_text_lead_to_each_other() {
        let set = SourceText::of(&board(), &[], &article());
        for words in ["Über", "Krieg", "Élan left on\nThursday", "poured.", "rained"] {
            let chars = set.chars_of(span(words).range()).unwrap();
            let shown: String = set.text.chars().skip(chars.start).take(chars.len()).collect();
            assert_eq!(shown, words.replace('\n', " "));
            assert_eq!(set.span_of(TEXT, chars), Some(span(words)));
        }
        assert_eq!(set.chars_of(0..TEXT.len()), None, "more than one block");
        // From one block into the next, and with the gap between them at an end.
        let all = set.span_of(TEXT, 0..set.chars());
        assert_eq!(all.map(Span::range), Some(0..TEXT.len()));
        let title = "Über Krieg".chars().count();
        assert_eq!(set.span_of(TEXT, 0..title + 1), Some(span("Über Krieg")));
        assert_eq!(set.span_of(TEXT, title..title + 2), None, "only a gap");
        assert_eq!(set.sentences_in(&(0..title)).count(), 0);
        assert_eq!(set.sentences_in(&(0..set.chars())).count(), set.sentences.len());
    }

    #[test]
    fn what_is_filtered_out_is_not_marked() {
        let set = SourceText::of(&board(), &[true, false, true], &article());
        let char_of = |words: &str| set.text[..set.text.find(words).unwrap()].chars().count();
        assert_eq!(set.events().len(), 2);
        assert_eq!(set.event_at(char_of("rained")).and_then(|id| board().event_index(id)), Some(2));
    }
}
