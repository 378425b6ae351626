//! The events of one article: candidates, what is kept of them, and how they are dated.

use super::accept::accepted;
use super::anchor::{Anchored, Anchors};
use super::context::{Page, is_speech};
use super::figures::{Figure, figures};
use super::lexicon::lexicon;
use super::modality::Shown;
use super::participants::{Cast, cast, is_said};
use super::quotation::Quotations;
use super::score::Evidence;
use super::title::title;
use super::trigger::{Trigger, candidates};
use crate::actor::{ArticleActors, LocalActor};
use crate::language::{Analysis, Dep, EntityLabel, Pos, Syntax, Tag};
use crate::model::{
    Article, ArticleId, BlockKind, Cancelled, Edtf, Kind, Mention, Modality, Precision, Published, Quote, Role, Span, TimeExpression,
    Watch, When,
};
use crate::time::{Stance, when_reported};
use std::ops::Range;

/// What one article tells: owned, so that articles can be read side by side.
#[derive(Clone, Debug)]
pub struct ArticleFindings {
    /// The article.
    pub article: ArticleId,
    /// The day it was published, if known.
    pub published: Option<Published>,
    /// Its actors.
    pub actors: Vec<LocalActor>,
    /// Its events in reading order.
    pub events: Vec<LocalEvent>,
}

/// One report of an event.
#[derive(Clone, Debug)]
pub struct LocalEvent {
    /// Where it stands.
    pub mention: Mention,
    /// The words to show.
    pub title: String,
    /// What kind.
    pub kind: Kind,
    /// Whether it happened.
    pub modality: Modality,
    /// The word that says so.
    pub cue: Option<Span>,
    /// When.
    pub when: When,
    /// Where, as written.
    pub place: Option<String>,
    /// Who, by index into the article's actors.
    pub participants: Vec<(usize, Role)>,
    /// The trigger's dictionary form.
    pub lemma: String,
    /// Whether the trigger is a noun without a light verb.
    pub nominal: bool,
    /// Whether the trigger is a noun with "the" or "this": it may take up an event told before.
    pub definite: bool,
    /// Content words of its clause, folded, sorted.
    pub words: Vec<String>,
    /// How many of what, in its clause.
    pub figures: Vec<Figure>,
    /// What speaks for it.
    pub evidence: Evidence,
}

/// Reads one article. Pure: the same input gives the same findings.
///
/// `times` are the article's time expressions, resolved; `analysis` is of `article.text`.
///
/// # Errors
/// `Cancelled` if the watch says so.
pub fn read_article(
    article: &Article,
    analysis: &Analysis,
    times: &[TimeExpression],
    watch: &dyn Watch,
) -> Result<ArticleFindings, Cancelled> {
    let syntax = Syntax::new(&article.text, analysis);
    let actors = ArticleActors::read(article, &syntax);
    let quotations = Quotations::find(article, &syntax, |index| is_speech(&syntax, index));
    let page = Page { article, syntax: &syntax, quotations };
    let triggers = candidates(&page);
    let nouns: Vec<usize> = triggers.iter().map(|trigger| trigger.head).filter(|head| syntax.is_noun(*head)).collect();
    let anchors = Anchors::new(&syntax, times, |index| nouns.binary_search(&index).is_ok());
    let mut reader = Reader { page: &page, actors: &actors, anchors: &anchors, out: Vec::new(), running: None };
    for (count, trigger) in triggers.iter().enumerate() {
        if count % 256 == 0 && watch.cancelled() {
            return Err(Cancelled);
        }
        reader.read(trigger, &triggers, accepted);
    }
    let events = reader.out.into_iter().map(|(event, ..)| event).collect();
    Ok(ArticleFindings { article: article.id, published: article.published.clone(), actors: actors.actors, events })
}

/// Reads the events that these words name, whether or not the rules would find them: for measuring what comes after.
#[cfg(test)]
pub(super) fn read_marked(article: &Article, analysis: &Analysis, times: &[TimeExpression], marked: &[Span]) -> ArticleFindings {
    let syntax = Syntax::new(&article.text, analysis);
    let actors = ArticleActors::read(article, &syntax);
    let quotations = Quotations::find(article, &syntax, |index| is_speech(&syntax, index));
    let page = Page { article, syntax: &syntax, quotations };
    let found = candidates(&page);
    let anchors = Anchors::new(&syntax, times, |index| syntax.is_noun(index));
    let mut reader = Reader { page: &page, actors: &actors, anchors: &anchors, out: Vec::new(), running: None };
    for span in marked {
        let inside: Vec<usize> = (0..syntax.len()).filter(|index| span.overlaps(syntax.token(*index).span)).collect();
        let head = inside.iter().copied().find(|index| syntax.head(*index).is_none_or(|head| !inside.contains(&head)));
        let known = found.iter().find(|trigger| inside.contains(&trigger.head));
        let Some(head) = head else { continue };
        let unknown = Trigger { head, light: None, kind: Kind::Other, class: super::lexicon::Class::Weak };
        let trigger = known.cloned().unwrap_or(unknown);
        let before = reader.out.len();
        reader.read(&trigger, std::slice::from_ref(&trigger), |_, _| true);
        for (event, ..) in &mut reader.out[before..] {
            event.mention.trigger = *span;
            event.mention.sentence.span = event.mention.sentence.span.cover(*span);
        }
    }
    let events = reader.out.into_iter().map(|(event, ..)| event).collect();
    ArticleFindings { article: article.id, published: article.published.clone(), actors: actors.actors, events }
}

struct Reader<'r, 'p, 'a> {
    page: &'r Page<'p, 'a>,
    actors: &'r ArticleActors,
    anchors: &'r Anchors<'r>,
    out: Vec<(LocalEvent, usize, usize)>,
    /// The date that the story has reached: block, date.
    running: Option<(usize, Anchored)>,
}

/// A candidate with all that is known of it before it is kept or dropped.
pub(crate) struct Candidate<'c> {
    /// The trigger.
    pub trigger: &'c Trigger,
    /// Who and where.
    pub cast: Cast,
    /// Whether it happened.
    pub modality: Modality,
    /// The date in its own clause.
    pub own: Option<Anchored>,
    /// Whether a verb below carries the event.
    pub carried: bool,
}

impl Reader<'_, '_, '_> {
    fn read(&mut self, trigger: &Trigger, all: &[Trigger], accepted: impl Fn(&Page, &Candidate) -> bool) {
        let syntax = self.page.syntax;
        let (modality, cue) = match trigger.verb(syntax) {
            Some(verb) => self.page.verb_modality(verb, 0),
            None => self.page.noun_modality(trigger.head, trigger.kind),
        };
        let (modality, cue) =
            if trigger.light.is_some() && modality == Modality::Happened { self.light_modality(trigger, cue) } else { (modality, cue) };
        // "Further strikes are planned for Thursday"
        let arranged = trigger.light.filter(|light| lexicon().is("appointing", syntax.lemma(*light)));
        let (modality, cue) = match arranged {
            Some(light) if modality == Modality::Happened => (Modality::Planned, Some(light)),
            _ => (modality, cue),
        };
        let own = self.page.own_anchor(self.anchors, trigger);
        let (modality, cue) = self.scheduled(trigger, (modality, cue), own.is_some());
        let carried = trigger.verb(syntax).is_some_and(|verb| {
            let tells =
                |low: usize| all.binary_search_by_key(&low, |other| other.head).is_ok() || all.iter().any(|other| other.light == Some(low));
            syntax.by(verb, &[Dep::Xcomp]).any(|low| super::trigger::carries(syntax, verb, low) && tells(low))
        });
        let mut candidate = Candidate { trigger, cast: cast(self.page, self.actors, trigger), modality, own, carried };
        self.take_up(&mut candidate);
        self.same_agent(&mut candidate);
        if !accepted(self.page, &candidate) {
            return;
        }
        let event = self.event(candidate, cue);
        let block = self.page.block_number(trigger.head);
        self.out.push((event, block, trigger.head));
    }

    /// "is expected to visit the region on Thursday": what has its day, or is a meeting, a vote or a change of office, is on the
    /// calendar; other expectations ("is expected to reject") are only possible.
    fn scheduled(&self, trigger: &Trigger, shown: Shown, dated: bool) -> Shown {
        let syntax = self.page.syntax;
        let expected = |cue: usize| syntax.lemma(cue) == "expect" && super::arguments::is_passive(syntax, cue);
        let calendar = dated || matches!(trigger.kind, Kind::Meeting | Kind::Election | Kind::Appointment);
        match shown {
            (Modality::Hypothetical, Some(cue)) if calendar && expected(cue) => (Modality::Planned, Some(cue)),
            _ => shown,
        }
    }

    /// "held possible talks": the adjective of the noun counts too.
    fn light_modality(&self, trigger: &Trigger, cue: Option<usize>) -> (Modality, Option<usize>) {
        let no = self.page.syntax.by(trigger.head, &[Dep::Det]).find(|index| self.page.syntax.lower(*index) == "no");
        no.map_or((Modality::Happened, cue), |no| (Modality::Negated, Some(no)))
    }

    /// What an attack told without its author takes from the attack told just before, in the same paragraph.
    fn take_up(&self, candidate: &mut Candidate) {
        if candidate.trigger.kind != Kind::Attack || candidate.modality != Modality::Happened {
            return;
        }
        let block = self.page.block_number(candidate.trigger.head);
        let agent = candidate.cast.roles.iter().any(|(_, role)| *role == Role::Agent);
        let before = self
            .out
            .iter()
            .rev()
            .take_while(|(_, other, _)| *other == block)
            .find(|(event, ..)| event.kind == Kind::Attack && event.modality == Modality::Happened);
        if let Some((event, _, head)) = before.filter(|_| !agent) {
            let near = self.page.syntax.sentence_of(candidate.trigger.head) <= self.page.syntax.sentence_of(*head) + 2;
            let anonymous = self.anonymous_agent(candidate.trigger);
            if near && anonymous {
                for (actor, role) in &event.participants {
                    if !candidate.cast.roles.iter().any(|(known, _)| known == actor) {
                        candidate.cast.roles.push((*actor, *role));
                    }
                }
                if candidate.cast.place.is_none() {
                    candidate.cast.place.clone_from(&event.place);
                }
            }
        }
    }

    /// "interrupted the meeting to take a call ... he took the call": the pronoun means who took it before.
    fn same_agent(&self, candidate: &mut Candidate) {
        let syntax = self.page.syntax;
        let Some(light) = candidate.trigger.light else { return };
        let head = candidate.trigger.head;
        let definite = syntax.by(head, &[Dep::Det]).any(|index| lexicon().is("definite", syntax.lower(index)));
        let pronoun = syntax.by(light, &[Dep::Nsubj]).any(|index| syntax.tag(index) == Tag::Prp);
        if !definite || !pronoun {
            return;
        }
        let before = self.out.iter().rev().find(|(event, ..)| event.lemma == syntax.lemma(head) && event.kind == candidate.trigger.kind);
        if let Some((event, ..)) = before {
            candidate.cast.roles.clone_from(&event.participants);
        }
    }

    /// Whether the attack has no author of its own, or only a weapon.
    fn anonymous_agent(&self, trigger: &Trigger) -> bool {
        let syntax = self.page.syntax;
        let weapon = |index: usize| lexicon().is("weapon", syntax.lemma(index));
        match trigger.verb(syntax) {
            Some(verb) => super::arguments::arguments(syntax, verb).agent.is_none_or(|agent| weapon(agent) || agent == trigger.head),
            None => true,
        }
    }

    fn event(&mut self, candidate: Candidate, cue: Option<usize>) -> LocalEvent {
        let syntax = self.page.syntax;
        let trigger = candidate.trigger;
        let (when, time, taken) = self.date(&candidate);
        let (first, last) = trigger.tokens(syntax);
        let sentence = syntax.sentence(syntax.sentence_of(trigger.head));
        let sentence_span = syntax.token(sentence.start).span.cover(syntax.token(sentence.end - 1).span);
        let mut trigger_span = syntax.token(first).span.cover(syntax.token(last).span);
        if !sentence_span.contains(trigger_span) {
            trigger_span = syntax.token(trigger.head).span;
        }
        let named = candidate.cast.roles.len();
        let evidence = Evidence {
            dated: candidate.own.is_some(),
            date_taken_up: taken,
            named_participants: named,
            agent: candidate.cast.roles.iter().any(|(_, role)| matches!(role, Role::Agent | Role::Speaker)),
            class: trigger.class,
            quoted: self.page.quoted(trigger.head),
            content: self.page.content_of(trigger.head).is_some(),
            heading: self.page.block(trigger.head) != BlockKind::Paragraph,
            finite: trigger.verb(syntax).is_some_and(|verb| super::arguments::is_finite(syntax, verb)),
            first_block: self.page.block_number(trigger.head) <= 1,
        };
        LocalEvent {
            mention: Mention { sentence: Quote { article: self.page.article.id, span: sentence_span }, trigger: trigger_span, time },
            title: title(self.page, self.actors, trigger),
            kind: trigger.kind,
            modality: candidate.modality,
            cue: cue.map(|index| syntax.token(index).span),
            when,
            place: candidate.cast.place,
            participants: candidate.cast.roles,
            lemma: syntax.lemma(trigger.head).to_lowercase(),
            nominal: trigger.light.is_none() && syntax.is_noun(trigger.head),
            definite: trigger.light.is_none()
                && syntax.is_noun(trigger.head)
                && syntax.by(trigger.head, &[Dep::Det]).any(|index| lexicon().is("definite", syntax.lower(index))),
            words: clause_words(syntax, trigger),
            figures: figures(syntax, clause(syntax, trigger)),
            evidence,
        }
    }

    fn date(&mut self, candidate: &Candidate) -> (When, Option<Span>, bool) {
        let block = self.page.block_number(candidate.trigger.head);
        let published = self.page.article.published.as_ref();
        if let Some(own) = &candidate.own {
            let told =
                candidate.modality == Modality::Happened && !is_said(candidate.trigger.kind) && !self.page.quoted(candidate.trigger.head);
            if told && own.when.precision() <= Precision::Day && is_past(&own.when, published) {
                self.running = Some((block, own.clone()));
            }
            return (ahead(own.when.clone(), candidate.modality, published), Some(own.span), false);
        }
        if let Some(taken) = self.event_taken_up(candidate.trigger) {
            let why = format!("{}; taken from the event told before", taken.0.why);
            return (When { why, ..taken.0 }, taken.1, true);
        }
        if let Some(occasion) = self.occasion(candidate) {
            let why = format!("told with what {} dates", occasion.when.why);
            return (When { why, ..occasion.when }, Some(occasion.span), true);
        }
        if let Some((_, running)) = self.running.as_ref().filter(|(at, _)| *at == block && self.goes_on(candidate)) {
            let why = format!("the story goes on from {}", running.when.why);
            return (When { why, ..running.when.clone() }, Some(running.span), true);
        }
        let stance = match candidate.modality {
            Modality::Planned | Modality::Hypothetical => Stance::Future,
            _ if self.page.background(candidate.trigger, candidate.modality) => Stance::Past,
            _ => Stance::News,
        };
        (when_reported(published, stance), None, false)
    }

    /// The day on which the same actor acted or spoke, told before in this article: what is told of it next in the simple past
    /// belongs to that occasion, if it is the article's news (at most a week before it).
    fn occasion(&self, candidate: &Candidate) -> Option<Anchored> {
        let syntax = self.page.syntax;
        let verb = candidate.trigger.verb(syntax)?;
        let past = syntax.tag(verb) == Tag::Vbd
            || (syntax.tag(verb) == Tag::Vbn && syntax.by(verb, &[Dep::Auxpass]).any(|aux| matches!(syntax.lower(aux), "was" | "were")));
        let published = self.page.article.published.as_ref()?.date.bounds().earliest?;
        if !past || candidate.modality != Modality::Happened || self.page.background(candidate.trigger, candidate.modality) {
            return None;
        }
        let actor = candidate.cast.roles.iter().find(|(_, role)| matches!(role, Role::Agent | Role::Speaker)).map(|(actor, _)| *actor)?;
        let (event, ..) = self.out.iter().rev().find(|(event, ..)| {
            event.evidence.dated
                && event.modality == Modality::Happened
                && event.participants.iter().any(|(other, role)| *other == actor && matches!(role, Role::Agent | Role::Speaker))
        })?;
        let day = event.when.bounds();
        let (Some(from), Some(to)) = (day.earliest, day.latest) else { return None };
        let news = to - from <= chrono::TimeDelta::days(1) && from <= published && published - from <= chrono::TimeDelta::days(7);
        news.then(|| Anchored { when: event.when.clone(), span: event.mention.time.unwrap_or(event.mention.trigger) })
    }

    /// Whether a clause carries a dated story on: told in the simple past, not said by anyone.
    fn goes_on(&self, candidate: &Candidate) -> bool {
        let syntax = self.page.syntax;
        let verb = candidate.trigger.verb(syntax);
        let past = verb.is_some_and(|verb| {
            syntax.tag(verb) == Tag::Vbd
                || (syntax.tag(verb) == Tag::Vbn
                    && syntax.by(verb, &[Dep::Auxpass, Dep::Aux]).any(|aux| matches!(syntax.lower(aux), "was" | "were")))
        });
        past && candidate.modality == Modality::Happened && !is_said(candidate.trigger.kind) && !self.page.quoted(candidate.trigger.head)
    }

    /// The date of the event that "the event", "the meeting", "this summit" takes up.
    fn event_taken_up(&self, trigger: &Trigger) -> Option<(When, Option<Span>)> {
        let syntax = self.page.syntax;
        let verb = trigger.verb(syntax);
        let mut nouns: Vec<usize> = Vec::new();
        if syntax.is_noun(trigger.head) {
            nouns.push(trigger.head);
        }
        for root in [Some(trigger.head), verb].into_iter().flatten() {
            for child in syntax.children(root) {
                match syntax.dep(child) {
                    Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass => nouns.push(child),
                    Dep::Prep => nouns.extend(syntax.object_of(child).filter(|_| lexicon().is("setting-preposition", syntax.lower(child)))),
                    _ => {}
                }
            }
        }
        let lexicon = lexicon();
        for noun in nouns {
            let definite = syntax.by(noun, &[Dep::Det]).any(|index| lexicon.is("definite", syntax.lower(index)));
            let eventive =
                matches!(syntax.lower(noun), "event" | "occasion") || lexicon.noun(syntax.lower(noun), syntax.lemma(noun)).is_some();
            if !definite || !eventive {
                continue;
            }
            let generic = matches!(syntax.lower(noun), "event" | "occasion");
            let sentence = syntax.sentence_of(noun);
            let recent = self.out.iter().rev().take_while(|(_, _, head)| syntax.sentence_of(*head) + 3 >= sentence);
            let before = recent.into_iter().find(|(event, _, head)| {
                let near = syntax.sentence_of(*head) < sentence && syntax.sentence_of(*head) + 3 >= sentence;
                near && event.mention.time.is_some()
                    && (event.lemma == syntax.lemma(noun)
                        || (generic
                            && matches!(event.kind, Kind::Meeting | Kind::Other | Kind::Election | Kind::Protest)
                            && syntax.is_noun(*head)))
            });
            if let Some((event, ..)) = before {
                return Some((event.when.clone(), event.mention.time));
            }
        }
        None
    }
}

/// What is planned or possible "by the end of June" lies between the article's day and that end.
fn ahead(when: When, modality: Modality, published: Option<&Published>) -> When {
    let (Edtf::OneOf { from: None, to: Some(end) }, true) = (when.edtf, matches!(modality, Modality::Planned | Modality::Hypothetical))
    else {
        return when;
    };
    let Edtf::OneOf { from: Some(day), .. } = when_reported(published, Stance::Future).edtf else { return when };
    let after = Edtf::On(end).bounds().latest > Edtf::On(day).bounds().latest;
    if after { When { edtf: Edtf::OneOf { from: Some(day), to: Some(end) }, ..when } } else { when }
}

fn is_past(when: &When, published: Option<&Published>) -> bool {
    let Some(published) = published else { return true };
    match (when.bounds().latest, published.date.bounds().latest) {
        (Some(end), Some(day)) => end < day && when.edtf != Edtf::Unknown,
        _ => false,
    }
}

/// The tokens of a trigger's clause, at most 25 to either side.
fn clause(syntax: &Syntax, trigger: &Trigger) -> Range<usize> {
    let root = trigger.verb(syntax).unwrap_or(trigger.head);
    let range = syntax.phrase(root);
    range.start.max(root.saturating_sub(25))..range.end.min(root + 25)
}

/// The content words of a trigger's clause: nouns, names, verbs, numbers by lemma; no dates.
fn clause_words(syntax: &Syntax, trigger: &Trigger) -> Vec<String> {
    let dates = |index: usize| syntax.entity(index).is_some_and(|entity| matches!(entity.label, EntityLabel::Date | EntityLabel::Time));
    let mut words: Vec<String> = clause(syntax, trigger)
        .filter(|index| !dates(*index))
        .filter(|index| matches!(syntax.pos(*index), Pos::Noun | Pos::Propn | Pos::Verb | Pos::Num | Pos::Adj))
        .map(|index| syntax.lemma(index).to_lowercase())
        .filter(|word| word.chars().count() > 1)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}
