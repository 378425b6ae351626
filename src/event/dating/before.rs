//! The date of an event by one that was told before it: taken up by "the meeting", hours after it, on its eve.

use crate::event::article_events::{Candidate, LocalEvent, Reader};
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::language::Dep;
use crate::model::{Basis, Edtf, Kind, Modality, Precision, Span, When};
use chrono::TimeDelta;

impl Reader<'_, '_, '_> {
    /// The date of the event that "the event", "the meeting", "this summit" takes up.
    pub(super) fn event_taken_up(&self, trigger: &Trigger) -> Option<(When, Option<Span>)> {
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
            // "Trump hosted the leaders last week. He then interrupted this meeting": whatever word told of it.
            let this = syntax.by(noun, &[Dep::Det]).any(|det| matches!(syntax.lower(det), "this" | "these"));
            let kind =
                lexicon.noun(syntax.lower(noun), syntax.lemma(noun)).map(|(kind, _)| kind).filter(|kind| this && *kind != Kind::Other);
            // "A guard was shot during the attack": the one told before, by whatever word.
            let during = syntax.head(noun).is_some_and(|word| syntax.lower(word) == "during");
            let attack = Some(Kind::Attack).filter(|_| during && lexicon.is("robbery", syntax.lemma(noun)));
            let (kind, reach) = if attack.is_some() { (attack, 12) } else { (kind, 3) };
            let sentence = syntax.sentence_of(noun);
            let recent = self.out.iter().rev().take_while(|(_, _, head)| syntax.sentence_of(*head) + reach >= sentence);
            let before = recent.into_iter().find(|(event, _, head)| {
                let near = syntax.sentence_of(*head) < sentence;
                near && event.mention.time.is_some()
                    && (event.lemma == syntax.lemma(noun)
                        || kind == Some(event.kind)
                        || (generic
                            && matches!(event.kind, Kind::Meeting | Kind::Other | Kind::Election | Kind::Protest)
                            && syntax.is_noun(*head)))
            });
            if let Some((event, ..)) = before {
                return Some((event.when.clone(), event.mention.time));
            }
            if let Some(day) = self.only_day_of(noun) {
                return Some(day);
            }
        }
        None
    }

    /// "At least 23 people died on 9 May when the armies fought. ... The fighting started when": the day of the only such event told so far.
    fn only_day_of(&self, noun: usize) -> Option<(When, Option<Span>)> {
        let syntax = self.page.syntax;
        let kind = lexicon().noun(syntax.lower(noun), syntax.lemma(noun)).map(|(kind, _)| kind)?;
        let plain = syntax.by(noun, &[Dep::Amod, Dep::Compound, Dep::Nummod, Dep::Poss, Dep::Prep, Dep::Relcl, Dep::Acl]).next().is_none();
        if !plain || !matches!(kind, Kind::Attack | Kind::Disaster | Kind::Protest) {
            return None;
        }
        let dated = |event: &LocalEvent| event.modality == Modality::Happened && event.when.basis != Basis::Reported;
        let mut told = self.out.iter().filter(|(event, ..)| event.kind == kind && dated(event));
        let (first, ..) = told.next()?;
        let same = |event: &LocalEvent| event.when.edtf == first.when.edtf;
        (is_day(&first.when) && told.all(|(event, ..)| same(event))).then(|| (first.when.clone(), first.mention.time))
    }

    /// "Peru recalled its envoy within hours": on the day of what was told before.
    pub(super) fn within_hours(&self, candidate: &Candidate) -> Option<(When, Option<Span>, bool)> {
        let syntax = self.page.syntax;
        let verb = candidate.trigger.verb(syntax).filter(|_| candidate.modality == Modality::Happened)?;
        let mut lengths =
            syntax.by(verb, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "within").filter_map(|word| syntax.object_of(word));
        let length = lengths.find(|length| lexicon().is("part-of-day", syntax.lemma(*length)))?;
        // "within 36 hours", "within hours of landing": of what, or how many, is told.
        if syntax.by(length, &[Dep::Nummod, Dep::Prep]).next().is_some() {
            return None;
        }
        let block = self.page.block_number(verb);
        let near = self.out.iter().rev().take_while(|(_, at, _)| at + 1 >= block);
        let (event, ..) = near.into_iter().find(|(event, ..)| event.modality == Modality::Happened)?;
        if !is_day(&event.when) || event.when.basis == Basis::Reported {
            return None;
        }
        let why = format!("it was within hours of what {} dates", event.when.why);
        Some((When { edtf: event.when.edtf, basis: Basis::Relative, why }, event.mention.time, true))
    }

    /// "On the eve of the vote she withdrew": the day before the vote that was told before.
    pub(super) fn on_the_eve(&self, candidate: &Candidate) -> Option<(When, Option<Span>, bool)> {
        let syntax = self.page.syntax;
        let verb = candidate.trigger.verb(syntax)?;
        let below = |at: usize| syntax.by(at, &[Dep::Prep]).filter_map(|word| syntax.object_of(word)).collect::<Vec<_>>();
        let eve = below(verb).into_iter().find(|noun| syntax.lower(*noun) == "eve")?;
        let occasion = *below(eve).first()?;
        let (word, lemma) = (syntax.lower(occasion), syntax.lemma(occasion));
        let kind = lexicon().noun(word, lemma).map(|(kind, _)| kind).filter(|kind| matches!(kind, Kind::Meeting | Kind::Election));
        let told = |event: &LocalEvent| (event.lemma == lemma || Some(event.kind) == kind) && is_day(&event.when);
        let (event, ..) = self.out.iter().rev().find(|(event, ..)| told(event))?;
        let day = event.when.bounds().earliest?.date() - TimeDelta::days(1);
        let why = format!("it was on the eve of the {word}; of that: {}", event.when.why);
        Some((When { edtf: Edtf::day(day), basis: Basis::Relative, why }, event.mention.time, true))
    }
}

/// Whether a date is one day or a part of it.
fn is_day(when: &When) -> bool {
    matches!(when.edtf, Edtf::On(_)) && when.precision() <= Precision::Day
}
