//! From the findings of all articles to one chronology: actors linked, reports merged, events in order of time.

use super::article_events::{ArticleFindings, LocalEvent};
use super::merge::{Report, merge, stated};
use crate::actor::link;
use crate::model::{Actor, ActorId, ArticleId, Event, EventId, Participant, Role};
use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

/// Events and actors of a collection.
#[derive(Clone, Debug, Default)]
pub struct Chronology {
    /// By earliest date, the undated last.
    pub events: Vec<Event>,
    /// Most important first.
    pub actors: Vec<Actor>,
}

/// Puts the findings together. The order of the articles decides only between equals.
pub fn chronology<F: Borrow<ArticleFindings>>(findings: &[F]) -> Chronology {
    let findings: Vec<&ArticleFindings> = findings.iter().map(Borrow::borrow).collect();
    let locals: Vec<(ArticleId, &[crate::actor::LocalActor])> =
        findings.iter().map(|found| (found.article, found.actors.as_slice())).collect();
    let linked = link(&locals);
    let mut reports = Vec::new();
    for (number, found) in findings.iter().enumerate() {
        for event in &found.events {
            reports.push(Report::new(event, number, &linked.of[number]));
        }
    }
    let cluster = merge(&reports);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, first) in cluster.into_iter().enumerate() {
        groups.entry(first).or_default().push(index);
    }
    let articles = findings.len();
    let mut events: Vec<(Event, usize)> = groups
        .into_values()
        .map(|group| {
            let told: Vec<(&LocalEvent, usize)> = group.iter().map(|index| (reports[*index].event, reports[*index].article)).collect();
            (build(&told, &linked.of, &linked.actors, articles), group[0])
        })
        .collect();
    events.sort_by(|(a, x), (b, y)| {
        let (left, right) = (a.when.bounds(), b.when.bounds());
        let key = |event: &Event, bounds: crate::model::Bounds| {
            (event.when.edtf == crate::model::Edtf::Unknown, bounds.earliest.or(bounds.latest), bounds.latest)
        };
        key(a, left).cmp(&key(b, right)).then(x.cmp(y))
    });
    Chronology { events: events.into_iter().map(|(event, _)| event).collect(), actors: linked.actors }
}

fn build(told: &[(&LocalEvent, usize)], of: &[Vec<usize>], actors: &[Actor], articles: usize) -> Event {
    let surest = |event: &LocalEvent| {
        let own = stated(&event.when);
        (
            own && event.evidence.dated,
            own,
            std::cmp::Reverse(event.when.precision()),
            event.evidence.agent,
            !event.evidence.heading,
            (event.evidence.confidence(event.modality) * 1000.0) as i64,
        )
    };
    let mut order: Vec<usize> = (0..told.len()).collect();
    order.sort_by(|a, b| surest(told[*b].0).cmp(&surest(told[*a].0)).then(a.cmp(b)));
    let (best, _) = told[order[0]];
    let mut roles: Vec<(usize, Role, usize)> = Vec::new();
    for index in &order {
        let (event, article) = told[*index];
        for (actor, role) in &event.participants {
            let actor = of[article][*actor];
            match roles.iter_mut().find(|(known, ..)| *known == actor) {
                Some((_, _, count)) => *count += 1,
                None => roles.push((actor, *role, 1)),
            }
        }
    }
    roles.sort_by_key(|(actor, role, count)| (*role, std::cmp::Reverse(*count), *actor));
    let participants: Vec<Participant> =
        roles.iter().map(|(actor, role, _)| Participant { actor: ActorId(actors[*actor].id.0.clone()), role: *role }).collect();
    // A headline that the article's body tells again adds nothing.
    let repeated = |event: &LocalEvent, article: usize| {
        event.evidence.heading && told.iter().any(|(other, source)| *source == article && !other.evidence.heading)
    };
    let mut mentions: Vec<_> = told
        .iter()
        .filter(|(event, article)| !repeated(event, *article))
        .map(|(event, article)| (*article, event.mention.trigger, event.mention.clone()))
        .collect();
    mentions.sort_by_key(|(article, trigger, _)| (*article, *trigger));
    let sources: BTreeSet<usize> = told.iter().map(|(_, article)| *article).collect();
    let doubt: f64 = sources
        .iter()
        .map(|source| {
            told.iter()
                .filter(|(_, article)| article == source)
                .map(|(event, _)| 1.0 - event.evidence.confidence(event.modality))
                .fold(1.0, f64::min)
        })
        .product();
    let weight = told.iter().map(|(event, _)| event.evidence.weight(event.kind, event.modality)).fold(0.0, f64::max);
    let spread = if articles > 1 { (sources.len() as f64).ln_1p() / (articles as f64).ln_1p() } else { 0.0 };
    let fame = roles.iter().map(|(actor, ..)| actors[*actor].importance).fold(0.0, f64::max);
    let round = |value: f64| (value.clamp(0.0, 1.0) * 1000.0).round() / 1000.0;
    let first = &mentions[0].2;
    Event {
        id: EventId::of(first.article(), first.trigger),
        title: best.title.clone(),
        kind: best.kind,
        modality: best.modality,
        when: best.when.clone(),
        place: best.place.clone().or_else(|| order.iter().find_map(|index| told[*index].0.place.clone())),
        participants,
        mentions: mentions.into_iter().map(|(_, _, mention)| mention).collect(),
        confidence: round(1.0 - doubt),
        importance: round(0.6 * weight + 0.25 * spread + 0.15 * fame),
    }
}
