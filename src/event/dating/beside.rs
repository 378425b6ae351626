//! The date of what stands in one sentence with something dated: told on a day, inside a clause that has its day, planned beside a plan.

use super::anchor::Anchored;
use super::is_past;
use crate::event::article_events::{Candidate, LocalEvent, Reader};
use crate::event::clause::context;
use crate::event::taking_part::is_said;
use crate::language::{Dep, Tag};
use crate::model::{Basis, Edtf, Modality, Span, When};

/// So many steps up the tree a clause with a day is looked for.
const UP: usize = 6;

impl Reader<'_, '_, '_> {
    /// "The army said on Monday that it had shot him": what is told on a day was over by then, or still lay ahead.
    pub(super) fn told_on(&self, candidate: &Candidate) -> Option<(When, Option<Span>, bool)> {
        let syntax = self.page.syntax;
        let verb = candidate.trigger.verb(syntax)?;
        let speech = self.page.content_of(verb)?;
        let (event, ..) = self.in_sentence(verb).find(|(event, _, head)| *head == speech && event.evidence.dated)?;
        let (Edtf::On(day), Some(span)) = (event.when.edtf, event.mention.time) else { return None };
        let (edtf, verb) = match candidate.modality {
            Modality::Happened if self.page.past_perfect(verb) => (Edtf::until(day), "had happened"),
            Modality::Planned | Modality::Hypothetical if self.page.looks_ahead(verb) => (Edtf::since(day), "lay ahead"),
            _ => return None,
        };
        let why = format!("no time is told; it {verb} when it was told: {}", event.when.why);
        Some((When { edtf, basis: Basis::Relative, why }, Some(span), true))
    }

    /// "returned the medals the next day, saying ...", "was boarded on 1 July by officers who demanded its papers": what a clause tells
    /// inside another one that has its day was on that day. "Lima closed it on 12 May after gunmen had killed ten": and what comes before
    /// was over by then.
    pub(super) fn inside_dated(&self, candidate: &Candidate) -> Option<(When, Option<Span>, bool)> {
        let syntax = self.page.syntax;
        let verb = candidate.trigger.verb(syntax).filter(|_| matches!(candidate.modality, Modality::Happened | Modality::Negated))?;
        let (told, by, order) = self.dated_above(verb)?;
        // "Roe, who led the rebels, told reporters on Tuesday": no act by the day on which somebody speaks.
        let speaks = context::is_speech(syntax, by) && !is_said(candidate.trigger.kind);
        if speaks && syntax.dep(verb) != Dep::Ccomp || self.page.quoted(by) != self.page.quoted(verb) {
            return None;
        }
        let (edtf, why) = match (order, told.when.edtf) {
            (Order::Then, edtf) => (edtf, "it is told with what"),
            (Order::Before, Edtf::On(day)) => (Edtf::until(day), "it came before what"),
            (Order::Before, _) => return None,
        };
        let why = format!("{why} {} dates", told.when.why);
        Some((When { edtf, basis: Basis::Relative, why }, Some(told.span), true))
    }

    /// The date of the nearest clause in front that this one is part of, if that is past, its verb or noun, and how this one stands to it.
    fn dated_above(&self, verb: usize) -> Option<(Anchored, usize, Order)> {
        let syntax = self.page.syntax;
        let (mut at, mut part, mut order) = (verb, false, self.order(verb)?);
        for _ in 0..UP {
            part |= matches!(syntax.dep(at), Dep::Advcl | Dep::Relcl | Dep::Acl | Dep::Ccomp | Dep::Pcomp);
            // "after the army accused them of shelling it, killing eleven": what is part of something earlier is earlier.
            order = if syntax.is_verb(at) && self.joined(at, "after") { Order::Before } else { order };
            at = syntax.head(at)?;
            if let Some(told) = self.anchors.at(at).filter(|_| part && at < verb) {
                return is_past(&told.when, self.page.article.published.as_ref()).then_some((told, at, order));
            }
            if self.joined(at, "before") || self.joined(at, "until") {
                return None;
            }
        }
        None
    }

    /// How a clause stands to the one that it is part of, by the form of its verb; none if that leaves it open.
    fn order(&self, verb: usize) -> Option<Order> {
        let syntax = self.page.syntax;
        let helped = |words: &[&str]| syntax.by(verb, &[Dep::Aux, Dep::Auxpass]).any(|aux| words.contains(&syntax.lower(aux)));
        let bare = syntax.by(verb, &[Dep::Aux, Dep::Auxpass]).next().is_none();
        match syntax.tag(verb) {
            _ if self.joined(verb, "before") || self.joined(verb, "until") => None,
            Tag::Vbn if self.page.past_perfect(verb) || bare && syntax.dep(verb) == Dep::Acl => Some(Order::Before),
            Tag::Vbd => Some(Order::Then),
            Tag::Vbn if helped(&["was", "were"]) => Some(Order::Then),
            Tag::Vbg if bare && matches!(syntax.dep(verb), Dep::Advcl | Dep::Pcomp) => Some(Order::Then),
            _ => None,
        }
    }

    /// Whether a word joins a clause to the one above.
    fn joined(&self, verb: usize, by: &str) -> bool {
        let syntax = self.page.syntax;
        let mark = syntax.by(verb, &[Dep::Mark]).any(|mark| syntax.lower(mark) == by);
        // "after winning": a preposition.
        mark || syntax.dep(verb) == Dep::Pcomp && syntax.head(verb).is_some_and(|word| syntax.lower(word) == by)
    }

    /// "He confirmed that she would travel to Ankara on July 29, where she would raise the issue": what is planned beside a plan is planned
    /// for its day.
    pub(super) fn planned_beside(&self, candidate: &Candidate) -> Option<(When, Option<Span>, bool)> {
        let open = |modality: Modality| matches!(modality, Modality::Planned | Modality::Hypothetical);
        let plan = |event: &LocalEvent| {
            let bounds = event.when.bounds();
            event.evidence.dated
                && open(event.modality)
                && bounds.earliest.is_some()
                && bounds.latest.is_some()
                && self.lies_ahead(&event.when)
        };
        let (event, ..) = self.in_sentence(candidate.trigger.head).find(|(event, ..)| open(candidate.modality) && plan(event))?;
        let why = format!("it is planned with what {} dates", event.when.why);
        Some((When { edtf: event.when.edtf, basis: Basis::Relative, why }, event.mention.time, true))
    }

    /// The events told so far of the sentence of a token, the last first.
    fn in_sentence(&self, token: usize) -> impl Iterator<Item = &(LocalEvent, usize, usize)> {
        let start = self.page.syntax.sentence(self.page.syntax.sentence_of(token)).start;
        self.out.iter().rev().take_while(move |(_, _, head)| *head >= start)
    }
}

/// How what a clause tells stands to the clause that it is part of.
#[derive(Clone, Copy)]
enum Order {
    /// On the same day.
    Then,
    /// Earlier.
    Before,
}
