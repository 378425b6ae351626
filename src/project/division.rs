//! Which events of an actor go with one of its names, when that name turns out to mean somebody else.
//!
//! Findings tell who takes part in an event, not by which of the actor's names. The sentence decides: the names in it or, if it
//! has none ("he said"), the name before it in the article, or else the first one after it.

use crate::model::{ActorId, Event, Mention, Participant, Quote};
use std::collections::BTreeSet;

/// The places that name an actor, and which of them mean the other one.
pub(super) struct Division {
    mentions: Vec<Quote>,
    goes: BTreeSet<Quote>,
}

impl Division {
    /// `goes` are those of `mentions` that mean the other one.
    pub(super) fn new(mut mentions: Vec<Quote>, goes: BTreeSet<Quote>) -> Self {
        mentions.sort_unstable();
        Self { mentions, goes }
    }

    /// The places of the other one and the rest.
    pub(super) fn parts(self) -> (Vec<Quote>, Vec<Quote>) {
        self.mentions.into_iter().partition(|quote| self.goes.contains(quote))
    }

    /// Whether what stands here goes with the other one: as the nearest name does.
    pub(super) fn goes_near(&self, place: Quote) -> bool {
        let here = self.mentions.iter().filter(|quote| quote.article == place.article);
        let distance = |quote: &Quote| {
            let (a, b) = (quote.span, place.span);
            b.start().saturating_sub(a.end()) + a.start().saturating_sub(b.end())
        };
        here.min_by_key(|quote| distance(quote)).is_some_and(|quote| self.goes.contains(quote))
    }

    /// Whether the actor itself and whether the other one takes part, as this report tells it.
    fn told_by(&self, report: &Mention) -> (bool, bool) {
        let sentence = report.sentence;
        let first = self.mentions.partition_point(|quote| *quote < Quote { span: sentence.span, ..sentence });
        // A name at the very start of the sentence is less than the sentence itself.
        let start =
            self.mentions[..first].iter().rposition(|quote| quote.article != sentence.article || !sentence.span.contains(quote.span));
        let inside = self.mentions[start.map_or(0, |before| before + 1)..]
            .iter()
            .take_while(|quote| quote.article == sentence.article && quote.span.start() < sentence.span.end());
        let mut named = (false, false);
        for quote in inside.filter(|quote| sentence.span.contains(quote.span)) {
            let goes = self.goes.contains(quote);
            named = (named.0 || !goes, named.1 || goes);
        }
        if named != (false, false) {
            return named;
        }
        let before = first.checked_sub(1).map(|at| self.mentions[at]).filter(|quote| quote.article == sentence.article);
        let after = self.mentions.get(first).copied().filter(|quote| quote.article == sentence.article);
        before.or(after).map_or((false, false), |quote| (!self.goes.contains(&quote), self.goes.contains(&quote)))
    }
}

/// Gives the other one its part in an event of the actor. Who is not named anywhere keeps the part.
pub(super) fn divide(event: &mut Event, actor: &ActorId, other: &ActorId, division: &Division) {
    let Some(at) = event.participants.iter().position(|participant| participant.actor == *actor) else { return };
    let told = event.mentions.iter().map(|report| division.told_by(report));
    let (stays, goes) = told.fold((false, false), |all, one| (all.0 || one.0, all.1 || one.1));
    if !goes {
        return;
    }
    let new = Participant { actor: other.clone(), role: event.participants[at].role };
    if stays {
        event.participants.insert(at + 1, new);
    } else {
        event.participants[at] = new;
    }
}
