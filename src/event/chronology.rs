//! From the findings of all articles to one chronology: actors linked, reports merged, events in order of time.

use super::article_events::{ArticleFindings, LocalEvent};
use super::merge::disagreements::disagreements;
use super::merge::merge;
use super::merge::report::{Report, Words, stated};
use super::score::{self, Standing};
use crate::actor::{Linked, LocalActor, link};
use crate::model::{Actor, ArticleId, Cancelled, Event, EventId, Mention, Participant, Role, Watch};
use std::borrow::Borrow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Events and actors of a collection.
#[derive(Clone, Debug, Default)]
pub struct Chronology {
    /// By earliest date, the undated last.
    pub events: Vec<Event>,
    /// Most important first.
    pub actors: Vec<Actor>,
}

/// Puts the findings together. The order of the articles decides nothing but the order between equals.
///
/// # Errors
/// `Cancelled` if the watch says so.
pub fn chronology<F: Borrow<ArticleFindings>>(findings: &[F], watch: &dyn Watch) -> Result<Chronology, Cancelled> {
    let findings: Vec<&ArticleFindings> = findings.iter().map(Borrow::borrow).collect();
    let locals: Vec<(ArticleId, &[LocalActor])> = findings.iter().map(|found| (found.article, found.actors.as_slice())).collect();
    let linked = link(&locals, watch)?;
    let (mut reports, words) = reports(&findings, &linked, watch)?;
    let cluster = merge(&mut reports, &words, watch)?;
    let mut groups: BTreeMap<usize, Vec<&Report>> = BTreeMap::new();
    for (report, first) in reports.iter().zip(cluster) {
        groups.entry(first).or_default().push(report);
    }
    let mut events: Vec<(Event, (usize, usize))> = Vec::with_capacity(groups.len());
    for (count, told) in groups.into_values().enumerate() {
        if count % 1024 == 0 && watch.cancelled() {
            return Err(Cancelled);
        }
        events.push(build(&told, &linked, findings.len()));
    }
    events.sort_by_cached_key(|(event, place)| (event.when.order(), *place));
    Ok(Chronology { events: events.into_iter().map(|(event, _)| event).collect(), actors: linked.actors })
}

/// Every report of these articles, prepared for comparing.
///
/// # Errors
/// `Cancelled` if the watch says so; it is asked at every article.
pub(super) fn reports<'f>(
    findings: &[&'f ArticleFindings],
    linked: &Linked,
    watch: &dyn Watch,
) -> Result<(Vec<Report<'f>>, Words), Cancelled> {
    let mut words = Words::default();
    let behind = Behind::of(linked);
    let mut reports = Vec::new();
    for (number, found) in findings.iter().enumerate() {
        if watch.cancelled() {
            return Err(Cancelled);
        }
        let (number_of, behind) = (&linked.of[number], behind.of_article(&found.actors));
        reports.extend(found.events.iter().map(|event| Report::new(event, number, &found.actors, number_of, &behind, &mut words)));
    }
    words.settle(&mut reports);
    Ok((reports, words))
}

/// The body or state that a person belongs to, as its roles say: what its head does, the body does.
struct Behind<'l>(HashMap<&'l str, usize>);

impl<'l> Behind<'l> {
    fn of(linked: &'l Linked) -> Self {
        Self(linked.actors.iter().enumerate().rev().map(|(number, actor)| (actor.name.as_str(), number)).collect())
    }

    /// For each actor of an article.
    fn of_article(&self, actors: &[LocalActor]) -> Vec<Option<usize>> {
        actors.iter().map(|actor| self.0.get(actor.affiliation.as_deref()?).copied()).collect()
    }
}

/// One event from its reports, which are in order of rank, and its place in reading order: article and first byte.
fn build(told: &[&Report], linked: &Linked, articles: usize) -> (Event, (usize, usize)) {
    let mut order: Vec<&Report> = told.to_vec();
    order.sort_by_cached_key(|report| (Reverse(surest(report.event)), report.event.mention.trigger.start(), report.rank()));
    let best = order[0].event;
    let participants = participants(&order, linked);
    let mentions = mentions(told);
    let (article, first) = mentions[0];
    let place = (article, first.trigger.start());
    let fame = participants.iter().map(|(number, _)| linked.actors[*number].importance).fold(0.0, f64::max);
    let standing = Standing::of(told, articles, fame);
    let event = Event {
        id: EventId::of(first.article(), first.trigger),
        title: best.title.clone(),
        kind: best.kind,
        modality: best.modality,
        when: best.when.clone(),
        place: order.iter().find_map(|report| report.event.place.clone()),
        participants: participants
            .into_iter()
            .map(|(number, role)| Participant { actor: linked.actors[number].id.clone(), role })
            .collect(),
        mentions: mentions.into_iter().map(|(_, mention)| mention.clone()).collect(),
        confidence: standing.confidence,
        confidence_why: standing.confidence_why(),
        importance: standing.importance(best.kind),
        importance_why: standing.importance_why(best.kind),
        disagreements: disagreements(told, &linked.of, &linked.actors),
    };
    (event, place)
}

/// What makes a report the one whose words and date are shown.
fn surest(event: &LocalEvent) -> impl Ord + use<> {
    let own = stated(&event.when);
    (
        own && event.evidence.dated,
        own,
        Reverse(event.when.precision()),
        event.evidence.agent,
        !event.evidence.heading,
        (score::confidence(&event.evidence, event.modality) * 1000.0) as i64,
    )
}

/// Who takes part, by the collection's number, with the part that the surest report gives: by part, the most told first.
fn participants(order: &[&Report], linked: &Linked) -> Vec<(usize, Role)> {
    let mut parts: HashMap<usize, (Role, usize)> = HashMap::new();
    for report in order {
        for (actor, role) in &report.event.participants {
            parts.entry(linked.of[report.article][*actor]).or_insert((*role, 0)).1 += 1;
        }
    }
    let mut parts: Vec<(Role, Reverse<usize>, usize)> =
        parts.into_iter().map(|(number, (role, count))| (role, Reverse(count), number)).collect();
    parts.sort_unstable();
    parts.into_iter().map(|(role, _, number)| (number, role)).collect()
}

/// Every mention with the number of its article, in reading order. A headline that the article's body tells again adds nothing.
fn mentions<'r>(told: &[&'r Report]) -> Vec<(usize, &'r Mention)> {
    let bodies: BTreeSet<usize> = told.iter().filter(|report| !report.event.evidence.heading).map(|report| report.article).collect();
    let mut mentions: Vec<(usize, &Mention)> = told
        .iter()
        .filter(|report| !(report.event.evidence.heading && bodies.contains(&report.article)))
        .map(|report| (report.article, &report.event.mention))
        .collect();
    mentions.sort_by_key(|(article, mention)| (*article, mention.trigger));
    mentions
}
