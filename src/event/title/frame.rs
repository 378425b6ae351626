//! What a title keeps of that on which its clause hangs: without a denial, a condition or a claim it would say what the text does not, without
//! the verb of a participle or an infinitive it would be no clause.

use super::Selection;
use super::around::FEW;
use crate::event::clause::arguments::{is_finite, subject};
use crate::event::clause::context::is_speech;
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Pos, Tag};

/// So many clauses up it is looked.
const UP: usize = 4;

/// A clause of fewer words says too little.
const BARE: usize = 3;

/// The longest condition that is kept, in words.
const LONG: usize = 14;

impl Selection<'_, '_> {
    pub(super) fn frame(&mut self, verb: usize) {
        let syntax = self.syntax;
        self.conditions_below(verb);
        let mut at = verb;
        for _ in 0..UP {
            // The frame of the first of several verbs is that of all; that of what one is able, urged or likely to do is above.
            let mut own = at;
            at = syntax.first_conjunct(at);
            while syntax.dep(at) == Dep::Xcomp
                && let Some(head) = syntax.head(at)
            {
                own = head;
                at = syntax.first_conjunct(head);
            }
            let Some(head) = syntax.head(at).filter(|head| *head != at) else { return };
            let above = match syntax.dep(at) {
                _ if is_speech(syntax, verb) && self.is_told_beside(verb) => return self.told_around(verb, head),
                Dep::Advcl if is_finite(syntax, at) => self.condition(at, head),
                Dep::Advcl if syntax.is_verb(head) => self.what_it_was_for(at, head),
                Dep::Pcomp => self.by_doing(at, head),
                Dep::Acl if self.mark_of(at).is_some() => return self.under_noun(at, head),
                Dep::Acl if syntax.has_to(at) || syntax.dep(head) == Dep::Dobj && syntax.tag(at) == Tag::Vbg => self.free_to(head),
                Dep::Acl if lexicon().is("title-hollow", syntax.lower(head)) => self.of_those(head),
                Dep::Acl => self.of_subject(at, head),
                Dep::Ccomp if self.is_condition_of(at, head) => self.condition(at, head),
                Dep::Ccomp => self.told_so(at, own, head),
                _ => None,
            };
            let Some(above) = above else { return };
            self.sources(above);
            at = above;
        }
    }

    /// "if", "unless", "that" of a clause.
    fn mark_of(&self, clause: usize) -> Option<usize> {
        self.syntax.by(clause, &[Dep::Mark]).next()
    }

    /// "threatened to strike if the firm did not pay": the parser takes the condition for what is said. But "asked if the firm paid".
    fn is_condition_of(&self, clause: usize, head: usize) -> bool {
        let syntax = self.syntax;
        let lemma = syntax.lemma(head);
        let mark = self.mark_of(clause).is_some_and(|mark| lexicon().is("title-if", syntax.lower(mark)));
        mark && syntax.is_verb(head) && !is_speech(syntax, head) && !lexicon().is("title-framing", lemma)
    }

    /// "Rwanda will wait until the rebels have been disarmed", "only after it has tested": without the word it would be told as done, without
    /// the main clause it would be none.
    fn condition(&mut self, clause: usize, above: usize) -> Option<usize> {
        let syntax = self.syntax;
        // "when" is an adverb of its clause.
        let when = || syntax.by(clause, &[Dep::Advmod]).find(|word| syntax.tag(*word) == Tag::Wrb);
        let mark = self.mark_of(clause).or_else(when)?;
        let only = syntax.by(clause, &[Dep::Advmod]).find(|word| *word < mark && lexicon().is("title-only", syntax.lower(*word)));
        // "He was held at the airport when he arrived": where little is told, what was going on.
        let open = subject(syntax, clause, 0).is_none_or(|who| syntax.pos(who) == Pos::Pron);
        let is_scene = (open && self.kept.len() <= FEW || self.kept.len() < BARE)
            && lexicon().is("title-circumstance", syntax.lower(mark))
            && !is_speech(syntax, above);
        let certain = only.is_some() || lexicon().is("title-condition", syntax.lower(mark));
        if !certain && !is_scene {
            return None;
        }
        let told = |verb: &usize| syntax.is_verb(*verb) && (is_finite(syntax, *verb) || syntax.dep(*verb) == Dep::Xcomp);
        let verb = Some(above).filter(told);
        if verb.is_some() || certain {
            self.kept.insert(mark);
            self.kept.extend(only);
        }
        let verb = verb?;
        self.core(verb);
        self.kept.extend(syntax.comma_after(clause).filter(|_| clause < verb));
        Some(verb)
    }

    /// "will lapse unless a review is opened": the conditions of a clause itself.
    pub(super) fn conditions_below(&mut self, verb: usize) {
        let syntax = self.syntax;
        for clause in syntax.by(verb, &[Dep::Advcl]).collect::<Vec<_>>() {
            let Some(mark) = self.mark_of(clause) else { continue };
            if lexicon().is("title-if", syntax.lower(mark)) && syntax.phrase(clause).len() <= LONG {
                self.kept.extend(syntax.phrase(clause));
                self.kept.extend(syntax.comma_after(clause).filter(|_| clause < verb));
            }
        }
    }

    /// "filed a motion to cut off debate", "blew up, destroying a satellite": an infinitive or participle with the verb that it hangs on.
    fn what_it_was_for(&mut self, clause: usize, verb: usize) -> Option<usize> {
        let syntax = self.syntax;
        if syntax.tag(clause) != Tag::Vbg && !syntax.has_to(clause) {
            return None;
        }
        self.core(verb);
        if is_speech(syntax, verb) {
            for said in syntax.by(verb, &[Dep::Ccomp]).collect::<Vec<_>>() {
                self.content(verb, said);
            }
        }
        self.kept.extend(syntax.comma_before(clause).filter(|_| clause > verb));
        Some(verb)
    }

    /// "reserved the right to escort ships", "issued a statement repeating it": whose right and whose statement.
    fn free_to(&mut self, noun: usize) -> Option<usize> {
        let syntax = self.syntax;
        let verb = syntax.head(noun).filter(|verb| syntax.dep(noun) == Dep::Dobj && is_finite(syntax, *verb))?;
        self.core(verb);
        Some(verb)
    }

    /// "Police, assisted by soldiers, closed the roads", "Two rounds of talks brokered by Norway failed": a participle with the verb of its noun.
    fn of_subject(&mut self, clause: usize, noun: usize) -> Option<usize> {
        let syntax = self.syntax;
        let of = |noun: usize| syntax.head(noun).filter(|of| syntax.dep(noun) == Dep::Pobj && syntax.lower(*of) == "of");
        let noun = of(noun).and_then(|of| syntax.head(of)).unwrap_or(noun);
        let verb = syntax.head(noun).filter(|verb| matches!(syntax.dep(noun), Dep::Nsubj | Dep::Nsubjpass) && syntax.is_verb(*verb))?;
        self.core(verb);
        self.phrase(noun);
        self.kept.extend(syntax.comma_before(clause));
        Some(verb)
    }

    /// "guarantees which depart from those set out by Russia": what "those" hang on.
    fn of_those(&mut self, those: usize) -> Option<usize> {
        let syntax = self.syntax;
        let preposition = syntax.head(those).filter(|_| syntax.dep(those) == Dep::Pobj)?;
        let verb = syntax.head(preposition).filter(|verb| syntax.is_verb(*verb))?;
        // The subject of a relative clause is kept without what hangs on its verb.
        let own = self.kept.clone();
        self.core(verb);
        self.kept.extend(own.into_iter().chain([those, preposition]));
        Some(verb)
    }

    /// "retaliated by banning imports", "convicted him of failing to report".
    fn by_doing(&mut self, clause: usize, preposition: usize) -> Option<usize> {
        let syntax = self.syntax;
        let doing = syntax.tag(clause) == Tag::Vbg && !is_finite(syntax, clause);
        // "was forced to apologise after telling": the verbs above have the tense.
        let told = |verb: &usize| syntax.is_verb(*verb) && (is_finite(syntax, *verb) || syntax.dep(*verb) == Dep::Xcomp);
        let verb = syntax.head(preposition).filter(|verb| doing && told(verb))?;
        self.kept.insert(preposition);
        self.core(verb);
        Some(verb)
    }

    /// "reports that aircraft had bombed a column": the noun.
    fn under_noun(&mut self, clause: usize, noun: usize) {
        let syntax = self.syntax;
        self.kept.extend(self.mark_of(clause));
        self.kept.insert(noun);
        self.kept.extend(syntax.by(noun, &[Dep::Det, Dep::Amod, Dep::Poss, Dep::Compound]));
    }

    /// "denied that it had made an approach", "demanded that observers monitor the truce", "are concerned the law will change": whose word it is
    /// where it is not told as a fact. `own` is the verb of the title among those that are said side by side.
    fn told_so(&mut self, clause: usize, own: usize, head: usize) -> Option<usize> {
        let syntax = self.syntax;
        let adjective = matches!(syntax.dep(head), Dep::Acomp | Dep::Oprd);
        let verb = Some(if adjective { syntax.head(head)? } else { head }).filter(|verb| syntax.is_verb(*verb))?;
        let negated = syntax.lemma(verb) != "be" && syntax.by(verb, &[Dep::Neg]).next().is_some();
        // "declined to say whom he voted for"
        let asked = syntax.phrase(clause).any(|word| word <= clause && matches!(syntax.tag(word), Tag::Wp | Tag::Wrb));
        // "We promised it," Roe said: nobody knows who "we" are.
        let first_person =
            self.kept.iter().any(|word| syntax.dominates(clause, *word) && lexicon().is("first-person", syntax.lower(*word)));
        let framing = adjective || negated || asked || lexicon().is("title-framing", syntax.lemma(verb));
        // Of several verbs that are said, it is that of the title; whoever says it must be known.
        let known = |who: usize| who != own && (syntax.lower(who) != "it" || self.is_reported(own));
        let reported = is_speech(syntax, verb) && subject(syntax, verb, 0).is_some_and(known);
        if !first_person && !reported && (!framing || clause < verb) {
            return Some(verb).filter(|_| clause > verb);
        }
        // "said the delay showed that it had failed": what it is said to show, too.
        if !self.kept.contains(&clause) && !self.kept.contains(&own) && syntax.is_verb(clause) {
            self.core(clause);
            let inner = syntax.by(clause, &[Dep::Ccomp]).filter_map(|inner| self.mark_of(inner)).collect::<Vec<_>>();
            self.kept.extend(inner);
        }
        self.kept.extend([verb, head]);
        self.small(verb);
        self.verbs_above(verb);
        self.kept.extend(self.mark_of(clause));
        self.kept.extend(syntax.phrase(clause).filter(|word| asked && *word < clause && matches!(syntax.tag(*word), Tag::Wp | Tag::Wrb)));
        for heard in syntax.by(verb, &[Dep::Dobj, Dep::Dative]).collect::<Vec<_>>() {
            self.phrase(heard);
        }
        let colon = syntax.phrase(clause).start.checked_sub(1).filter(|colon| first_person && syntax.word(*colon) == ":");
        self.kept.extend(colon);
        if let Some(speaker) = subject(syntax, verb, 0).filter(|speaker| first_person || reported || *speaker < verb) {
            // "its spokesman, Karl Dahl": where nobody knows whose, the name.
            let open = |owner: usize| syntax.tag(owner) == Tag::PrpPoss && self.actors.at(owner).is_none();
            let named = syntax.first(speaker, &[Dep::Poss]).filter(|owner| open(*owner)).map(|_| self.by_name(speaker));
            self.phrase(named.unwrap_or(speaker));
            // "The ship would sail, Roe said", "it had sailed - the ministry stated".
            let begins = syntax.phrase(speaker).start.min(verb);
            self.kept.extend((syntax.phrase(clause).end..begins).filter(|mark| clause < verb && syntax.pos(*mark) == Pos::Punct));
            self.kept.extend(syntax.comma_after(clause).filter(|_| clause < verb));
        }
        Some(verb)
    }

    /// Whether a clause reads as somebody's words: "had not left", "would be released", "could visit".
    fn is_reported(&self, clause: usize) -> bool {
        let syntax = self.syntax;
        let shifted = |word: usize| lexicon().is("title-reported", syntax.lower(word));
        syntax.by(clause, &[Dep::Aux, Dep::Auxpass]).any(shifted) || syntax.by(clause, &[Dep::Neg]).next().is_some()
    }

    /// Whether a verb of saying has what is said not below but beside or above it: "In return, she told the jury, the mayor steered it",
    /// "forty men had left, he told the Post", "as a station claimed".
    fn is_told_beside(&self, verb: usize) -> bool {
        let syntax = self.syntax;
        let Some(told) = syntax.head(verb).filter(|told| syntax.is_verb(*told)) else { return false };
        let own = syntax.by(verb, &[Dep::Ccomp, Dep::Xcomp]).next().is_some();
        let quoted = syntax.by(verb, &[Dep::Punct]).any(|mark| matches!(syntax.word(mark), "\"" | "“" | "”"));
        let beside = match syntax.dep(verb) {
            Dep::Parataxis => true,
            Dep::Ccomp => told > verb && syntax.word(syntax.phrase(verb).end.min(told)) == ",",
            Dep::Conj => syntax.by(told, &[Dep::Cc]).next().is_none() && syntax.comma_before(verb).is_some(),
            Dep::Advcl => self.mark_of(verb).is_some_and(|mark| lexicon().is("title-as", syntax.lower(mark))),
            _ => false,
        };
        beside && !own && !quoted
    }

    fn told_around(&mut self, verb: usize, told: usize) {
        let syntax = self.syntax;
        self.core(told);
        self.conditions_below(told);
        self.kept.extend(self.mark_of(verb));
        for child in syntax.by(told, &[Dep::Prep, Dep::Npadvmod, Dep::Advmod]).filter(|child| *child < verb).collect::<Vec<_>>() {
            self.phrase(child);
        }
        let rest = syntax.by(told, &[Dep::Xcomp, Dep::Ccomp]).filter(|clause| *clause > told);
        self.kept.extend(rest.flat_map(|clause| syntax.phrase(clause)));
        self.kept.extend([syntax.comma_before(verb), syntax.comma_after(verb)].into_iter().flatten());
    }
}
