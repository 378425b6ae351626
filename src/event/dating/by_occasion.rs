//! The date of an event by the occasion on which it happens: a meeting, a vote, a disaster, a journey, told beside its verb.

use super::anchor::{Anchored, Anchors};
use crate::event::clause::context::Page;
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::event::trigger::sense::begins_with;
use crate::language::{Dep, Tag};
use crate::model::{Kind, Precision};

impl Page<'_, '_> {
    /// "In the first round, which was held on October 20, she won": the date of the occasion that opens the sentence.
    pub(super) fn occasion_before(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let opening = syntax.by(verb, &[Dep::Prep]).filter(|index| *index < verb && lexicon().is("simultaneous", syntax.lower(*index)));
        let clauses = opening.filter_map(|index| syntax.object_of(index)).flat_map(|noun| syntax.by(noun, &[Dep::Relcl, Dep::Acl]));
        clauses.into_iter().find_map(|clause| anchors.at(clause))
    }

    /// "would vote against it at the meeting on 26 August", "is to raise the matter at Monday's council", "may meet on the sidelines of the
    /// summit, which opens on 14 February", "passed it in a vote on 11 April": the day of the occasion.
    pub(super) fn at_occasion(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let occasion = |index: usize| {
            let noun = syntax.object_of(index)?;
            if lexicon().is("beside-occasion", syntax.lemma(noun)) {
                return syntax.by(noun, &[Dep::Prep]).find_map(|of| syntax.object_of(of));
            }
            let meets = || {
                let kind = lexicon().noun(syntax.lower(noun), syntax.lemma(noun)).map(|(kind, _)| kind);
                lexicon().is("in-occasion", syntax.lower(index)) && matches!(kind, Some(Kind::Meeting | Kind::Election))
            };
            (lexicon().is("at-occasion", syntax.lower(index)) || meets()).then_some(noun)
        };
        let mut occasions = syntax.by(verb, &[Dep::Prep]).filter_map(occasion);
        // "at a summit which opens on 14 February".
        let opens = |noun: usize| syntax.by(noun, &[Dep::Relcl, Dep::Acl]).find_map(|clause| anchors.at(clause));
        occasions.find_map(|noun| anchors.at(noun).or_else(|| opens(noun)).or_else(|| self.held_then(anchors, noun)))
    }

    /// "a summit in Lima, which opens on 14 February", "talks between the armies, held last Thursday": the day of an occasion by a clause behind
    /// all that is told of it.
    pub(super) fn held_then(&self, anchors: &Anchors, occasion: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let takes_place = |clause: &usize| {
            let lemma = syntax.lemma(*clause);
            let held = syntax.dep(*clause) == Dep::Acl && syntax.tag(*clause) == Tag::Vbn && lexicon().is("bringing-about", lemma);
            let opens = syntax.dep(*clause) == Dep::Relcl && (lexicon().is("happening", lemma) || self.is_held(*clause));
            // Behind a comma it says more of the whole than of the last word.
            let apart = syntax.comma_before(*clause).is_some_and(|comma| comma > occasion);
            apart && (held || opens)
        };
        syntax.phrase(occasion).filter(takes_place).find_map(|clause| anchors.at(clause))
    }

    /// "takes place", "will be held".
    fn is_held(&self, verb: usize) -> bool {
        let syntax = self.syntax;
        let place = syntax.lemma(verb) == "take" && syntax.by(verb, &[Dep::Dobj]).any(|object| syntax.lower(object) == "place");
        place || syntax.is_passive(verb) && lexicon().is("bringing-about", syntax.lemma(verb))
    }

    /// "Went silent three days after reaching the Moon in 2018": the month or year of what came just before.
    pub(super) fn soon_after(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let years = |after: usize| syntax.by(after, &[Dep::Npadvmod]).any(|length| syntax.lemma(length) == "year");
        let mut after = syntax.by(verb, &[Dep::Prep]).filter(|index| syntax.lower(*index) == "after" && !years(*index));
        let found = after.find_map(|index| syntax.by(index, &[Dep::Pcomp]).find_map(|clause| anchors.at(clause)))?;
        Some(found).filter(|found| found.when.precision() > Precision::Week)
    }

    /// "Died when two quakes hit Nepal in April 2015", "killed after an earthquake struck on Friday": the date of the clause.
    pub(super) fn clause_of_occasion(&self, anchors: &Anchors, trigger: &Trigger, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        // "Angola, which gave up its mediation after the rebels pulled out in March 2025": about then.
        let aside = syntax.dep(verb) == Dep::Relcl;
        let harm = matches!(trigger.kind, Kind::Disaster | Kind::Attack);
        let class = if harm || aside { "harm-time" } else { "same-time" };
        // "suspended its flights again, as it did in May": another time.
        let again = |clause: usize| syntax.lemma(clause) == "do" && begins_with(syntax, clause, "likewise");
        let mut clauses = syntax.by(verb, &[Dep::Advcl]).filter(|clause| begins_with(syntax, *clause, class) && !again(*clause));
        let found = clauses.find_map(|clause| anchors.at(clause))?;
        Some(found).filter(|found| harm || !aside || found.when.precision() > Precision::Day)
    }

    /// "flew to Lima on Monday for talks": the journey to an occasion.
    pub(in crate::event) fn journey_to(&self, occasion: usize) -> Option<usize> {
        let syntax = self.syntax;
        let word = syntax.head(occasion).filter(|word| syntax.dep(occasion) == Dep::Pobj && syntax.lower(*word) == "for")?;
        syntax.head(word).filter(|verb| lexicon().is("travel", syntax.lemma(*verb)))
    }
}
