//! Which events are shown.

use super::search::{Query, SearchIndex};
use super::words::day_words;
use super::{EARLIEST, Extent, FilterChange, LATEST, TimelineView, civil, seconds};
use crate::model::{ActorId, ArticleId, Board, DateRange, Event, Filter, Kind, Review};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::BTreeSet;

impl DateRange {
    /// A stretch of the axis. From three days on it is made of whole days, as a person would say it; else of whole minutes.
    pub fn of(view: TimelineView) -> Self {
        let (from, to) = (civil(view.start), civil(view.end));
        if view.span() >= 3.0 * super::DAY {
            let noon = TimeDelta::hours(12);
            let day = |at: NaiveDateTime| (at + noon).date().and_time(NaiveTime::MIN);
            return Self { from: day(from), to: day(to) };
        }
        let minute = |at: NaiveDateTime| civil((seconds(at) / 60.0).round() * 60.0);
        Self { from: minute(from), to: minute(to).max(minute(from) + TimeDelta::minutes(1)) }
    }

    /// The same as a view.
    pub fn view(self) -> TimelineView {
        TimelineView::new(seconds(self.from), seconds(self.to))
    }

    /// "Mon 17 Mar 2025 to Thu 20 Mar 2025"; with times if it is not made of days.
    pub fn words(self) -> String {
        let last = self.to - TimeDelta::minutes(1);
        if self.from.time() == NaiveTime::MIN && self.to.time() == NaiveTime::MIN {
            let (first, last) = (day_words(self.from.date()), day_words(last.date()));
            return if first == last { first } else { format!("{first} to {last}") };
        }
        let words = |at: NaiveDateTime| format!("{}, {}", day_words(at.date()), at.format("%H:%M"));
        format!("{} to {}", words(self.from), words(self.to))
    }

    /// Whether an event of this extent may have happened in it. What nobody says the end of has none.
    fn meets(self, extent: Option<Extent>) -> bool {
        let Some(mut extent) = extent else { return false };
        extent.reach_out(EARLIEST, LATEST);
        extent.start < seconds(self.to) && extent.end > seconds(self.from)
    }
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self { text: self.text.clone(), ..Self::default() } && self.text.trim().is_empty()
    }

    /// Takes one change. What is chosen alone is taken away by choosing it again.
    pub fn apply(&mut self, change: FilterChange) {
        match change {
            FilterChange::Actor { actor, add } => {
                choose(&mut self.actors, actor, add);
                self.together &= add && self.actors.len() > 1;
            }
            FilterChange::Together(actors) => {
                self.together = actors.len() > 1;
                self.actors = actors;
            }
            FilterChange::Article { article, add } => choose(&mut self.articles, article, add),
            FilterChange::Tag { tag, add } => choose(&mut self.tags, tag, add),
            FilterChange::Review { review, add } => choose(&mut self.reviews, review, add),
            FilterChange::Kind(kind) => choose(&mut self.hidden_kinds, kind, true),
            FilterChange::Modality(modality) => choose(&mut self.hidden_modalities, modality, true),
            FilterChange::Basis(basis) => choose(&mut self.hidden_bases, basis, true),
            FilterChange::AllKinds => self.hidden_kinds.clear(),
            FilterChange::AllModalities => self.hidden_modalities.clear(),
            FilterChange::AllBases => self.hidden_bases.clear(),
            FilterChange::Confidence(least) => self.least_confidence = least.min(100),
            FilterChange::Use(filter) => *self = *filter,
            FilterChange::OnlyKind(kind) => {
                let others: BTreeSet<Kind> = Kind::ALL.iter().copied().filter(|other| *other != kind).collect();
                self.hidden_kinds = if self.hidden_kinds == others { BTreeSet::new() } else { others };
            }
            FilterChange::Text(text) => self.text = text,
            FilterChange::Range(range) => self.range = range,
            FilterChange::Clear => *self = Self::default(),
        }
    }

    /// What this filter means on a board: an actor that went into another one is that one, and an article that was read again
    /// is what stands in its place. Actors, articles and tags that the board does not have are left out.
    #[must_use]
    pub fn on(&self, board: &Board) -> Self {
        let actor = |id: &ActorId| board.actors_now.get(id).unwrap_or(id).clone();
        let article = |id: &ArticleId| *board.articles_now.get(id).unwrap_or(id);
        let mut filter = self.clone();
        filter.actors = self.actors.iter().map(actor).filter(|actor| board.actor(actor).is_some()).collect();
        filter.together &= filter.actors.len() > 1;
        filter.articles = self.articles.iter().map(article).filter(|article| board.article(*article).is_some()).collect();
        filter.tags.retain(|tag| board.curation.values().any(|curation| curation.tags.contains(tag)));
        filter
    }

    /// For every event of the board, in its order, whether it is shown.
    pub fn shown(&self, board: &Board) -> Vec<bool> {
        let query = Query::of(&self.text);
        if query.is_empty() {
            return self.shown_of(board, None);
        }
        self.shown_of(board, Some(&SearchIndex::of(board, None).find(board, &query).events))
    }

    /// The same for events whose words have been looked for: `found` says which have them.
    pub fn shown_of(&self, board: &Board, found: Option<&[bool]>) -> Vec<bool> {
        let mut shown = self.shown_at_any_time(board, found);
        if let Some(range) = self.range {
            let meets = |event: &Event| range.meets(Extent::of(&event.when.edtf));
            shown.iter_mut().zip(&board.events).for_each(|(shown, event)| *shown = *shown && meets(event));
        }
        shown
    }

    /// The same without regard to the range of time: what the overview shows around it.
    pub fn shown_at_any_time(&self, board: &Board, found: Option<&[bool]>) -> Vec<bool> {
        let has_words = |at: usize| found.is_none_or(|found| found.get(at).copied().unwrap_or(true));
        board.events.iter().enumerate().map(|(at, event)| has_words(at) && self.lets_through(board, event)).collect()
    }

    fn lets_through(&self, board: &Board, event: &Event) -> bool {
        !self.hidden_kinds.contains(&event.kind)
            && !self.hidden_modalities.contains(&event.modality)
            && !self.hidden_bases.contains(&event.when.basis)
            && event.confidence * 100.0 >= f64::from(self.least_confidence)
            && self.has_actors(event)
            && (self.articles.is_empty() || event.mentions.iter().any(|mention| self.articles.contains(&mention.article())))
            && (self.tags.is_empty() || board.curation(event.id).is_some_and(|curation| !self.tags.is_disjoint(&curation.tags)))
            && (self.reviews.is_empty() || self.reviews.contains(&review(board, event)))
    }

    fn has_actors(&self, event: &Event) -> bool {
        let takes_part = |actor: &ActorId| event.participants.iter().any(|participant| participant.actor == *actor);
        if self.together { self.actors.iter().all(takes_part) } else { self.actors.is_empty() || self.actors.iter().any(takes_part) }
    }
}

/// What a person has made of an event.
pub(super) fn review(board: &Board, event: &Event) -> Review {
    match board.curation(event.id) {
        Some(curation) if curation.is_own => Review::Own,
        Some(curation) if curation.is_accepted => Review::Accepted,
        _ => Review::Open,
    }
}

fn choose<T: Ord>(chosen: &mut BTreeSet<T>, one: T, add: bool) {
    if add {
        if !chosen.remove(&one) {
            chosen.insert(one);
        }
        return;
    }
    let alone = chosen.len() == 1 && chosen.contains(&one);
    chosen.clear();
    if !alone {
        chosen.insert(one);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(name: &str) -> ActorId {
        ActorId(name.to_owned())
    }

    #[test]
    fn a_click_chooses_alone_and_a_second_one_takes_it_back() {
        let mut filter = Filter::default();
        let mut click = |name: &str, add: bool| {
            filter.apply(FilterChange::Actor { actor: actor(name), add });
            filter.actors.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(click("a", false), "a");
        assert_eq!(click("b", true), "a b");
        assert_eq!(click("b", true), "a");
        assert_eq!(click("b", false), "b");
        assert_eq!(click("b", false), "");
    }

    #[test]
    fn a_range_is_said_in_days_and_lets_through_what_may_lie_in_it() {
        let at = |text: &str| seconds(text.parse().unwrap());
        let range = DateRange::of(TimelineView::new(at("2025-03-16T22:00:00"), at("2025-03-21T03:00:00")));
        assert_eq!(range.words(), "Mon 17 Mar 2025 to Thu 20 Mar 2025");
        let meets = |date: &str| range.meets(Extent::of(&date.parse().unwrap()));
        for date in
            ["2025-03-17", "2025-03-20T23:59", "2025-03", "2025", "2022-02-24/..", "[2025-03-10..2025-03-17]", "2025-03-01/2025-04-01"]
        {
            assert!(meets(date), "{date}");
        }
        for date in ["2025-03-16", "2025-03-21", "", "2024", "../2025-03-16", "2025-03-21/.."] {
            assert!(!meets(date), "{date}");
        }
        let hour = DateRange::of(TimelineView::new(at("2025-03-17T10:00:20"), at("2025-03-17T11:30:00")));
        assert_eq!(hour.words(), "Mon 17 Mar 2025, 10:00 to Mon 17 Mar 2025, 11:30");
    }

    #[test]
    fn a_kind_is_hidden_or_shown_alone() {
        let mut filter = Filter::default();
        filter.apply(FilterChange::Kind(Kind::Attack));
        assert_eq!(filter.hidden_kinds.len(), 1);
        filter.apply(FilterChange::OnlyKind(Kind::Attack));
        assert!(!filter.hidden_kinds.contains(&Kind::Attack) && filter.hidden_kinds.len() == Kind::ALL.len() - 1);
        filter.apply(FilterChange::OnlyKind(Kind::Attack));
        assert!(filter.is_empty());
    }
}
