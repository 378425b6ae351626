//! The date of an event by its own words: one that governs its trigger, or that the tree passes on to it.

use super::anchor::{Anchored, Anchors};
use crate::event::clause::arguments;
use crate::event::clause::context::{Page, is_speech};
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::event::trigger::sense::{self, begins_with};
use crate::language::{Dep, Syntax, Tag};
use crate::model::{Basis, Edtf, Kind, Modality, Precision, When};
use chrono::TimeDelta;

/// "was due to take place": the verb that tells what is due.
pub(in crate::event) fn what_is_due(syntax: &Syntax, verb: usize) -> Option<usize> {
    let due = syntax.by(verb, &[Dep::Acomp, Dep::Oprd]).find(|index| lexicon().is("ready", syntax.lower(*index)))?;
    syntax.first(due, &[Dep::Xcomp]).filter(|_| syntax.lemma(verb) == "be")
}

/// "scheduled for 16 February", "that had been planned for Monday": whether a clause says when something is to be.
fn sets_a_day(syntax: &Syntax, clause: usize) -> bool {
    let lemma = syntax.lemma(clause);
    lexicon().is("arranging", lemma) || lexicon().is("planned-for", lemma)
}

impl Page<'_, '_> {
    /// The date in the trigger's own clause, or one that the tree passes on to it.
    pub(crate) fn own_anchor(&self, anchors: &Anchors, trigger: &Trigger) -> Option<Anchored> {
        let syntax = self.syntax;
        let direct = anchors.at(trigger.head).or_else(|| trigger.light.and_then(|light| anchors.at(light)));
        if direct.is_some() {
            return direct;
        }
        let mut at = trigger.light.unwrap_or(trigger.head);
        let told = self.date_of_when(anchors, at).or_else(|| self.distant(anchors, at)).or_else(|| self.since_then(anchors, at));
        if told.is_some() {
            return told;
        }
        // "Talks that had been planned for 5 October did not take place": then.
        let planned = |noun: usize| {
            let mut clauses = syntax.by(noun, &[Dep::Relcl, Dep::Acl]).filter(|clause| sets_a_day(syntax, *clause));
            clauses.find_map(|clause| anchors.at(clause))
        };
        if trigger.light.is_some()
            && syntax.is_noun(trigger.head)
            && let Some(found) = planned(trigger.head)
        {
            return Some(found);
        }
        if trigger.light.is_none() && syntax.is_noun(at) {
            // "a truce declared last November".
            let brings = |verb: &usize| syntax.tag(*verb) == Tag::Vbn && lexicon().is("bringing-about", syntax.lemma(*verb));
            let mut participles = syntax.by(at, &[Dep::Acl]).filter(brings);
            if let Some(found) = participles.find_map(|verb| anchors.at(verb)).or_else(|| self.held_then(anchors, at)) {
                return Some(found);
            }
            // "the next round of talks, scheduled for 16 February": unless they were put off.
            let undergoes = |noun: usize| matches!(syntax.dep(noun), Dep::Nsubj | Dep::Nsubjpass);
            if let Some(found) = Some(at).filter(|noun| !undergoes(*noun)).and_then(planned) {
                return Some(found);
            }
            // "Two rounds of talks, in July and August, ended": when the rounds did.
            let amount = syntax.head(at).and_then(|of| syntax.head(of)).filter(|amount| sense::amount_of(syntax, *amount) == Some(at));
            let occasion = amount.filter(|amount| syntax.dep(*amount) != Dep::Dobj).unwrap_or(at);
            // "arrived on Monday for two days of talks": from then on.
            if let Some(journey) = self.journey_to(occasion)
                && lexicon().is("arriving", syntax.lemma(journey))
            {
                let found = anchors.at(journey)?;
                let Edtf::On(from) = found.when.edtf else { return None };
                let why = format!("it lay ahead of what {} dates", found.when.why);
                return Some(Anchored { when: When { edtf: Edtf::since(from), basis: Basis::Relative, why }, span: found.span });
            }
            at = self.verb_over_noun(occasion)?;
            // "On 6 July they signed a treaty founding a union at a summit": the parser hangs the occasion on the participle.
            let over = || anchors.at(self.verb_above(at).filter(|_| syntax.dep(at) == Dep::Acl && syntax.is_noun(trigger.head))?);
            if let Some(found) = anchors.at(at).or_else(|| anchors.at(what_is_due(syntax, at)?)).or_else(over) {
                return Some(found);
            }
        }
        self.occasion_before(anchors, at)
            .or_else(|| self.passed_on(anchors, at))
            .or_else(|| self.clause_of_occasion(anchors, trigger, at))
            .or_else(|| self.shared_by_next(anchors, at))
            .or_else(|| self.dated_below(anchors, at))
            .or_else(|| self.on_condition(anchors, at))
    }

    /// "has mediated since the clashes of last May", "had met ten times since it was set up in 1993": from then on.
    fn since_then(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let perfect = syntax.by(verb, &[Dep::Aux]).any(|aux| syntax.lemma(aux) == "have");
        let marked = |clause: &usize| syntax.by(*clause, &[Dep::Mark]).any(|mark| syntax.lower(mark) == "since");
        let words = syntax.by(verb, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "since");
        let behind = words.flat_map(|word| syntax.by(word, &[Dep::Pobj, Dep::Pcomp]));
        let mut begun = syntax.by(verb, &[Dep::Advcl]).filter(marked).chain(behind).filter(|_| perfect);
        let found = begun.find_map(|begun| anchors.at(begun))?;
        let Edtf::On(from) = found.when.edtf else { return None };
        let why = format!("it began with what {} dates", found.when.why);
        Some(Anchored { when: When { edtf: Edtf::Interval { from: Some(from), to: None }, basis: Basis::Relative, why }, span: found.span })
    }

    /// "will repeal it if it wins in October", "may hire others should no deal be reached by Friday": not before that.
    fn on_condition(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let open = syntax.by(verb, &[Dep::Aux]).any(|aux| syntax.tag(aux) == Tag::Md);
        let condition = |clause: &usize| {
            let mark = syntax.by(*clause, &[Dep::Mark]).any(|mark| syntax.lower(mark) == "if");
            let begins = syntax.phrase(*clause).start;
            mark || syntax.lower(begins) == "should" && syntax.dep(begins) == Dep::Aux
        };
        let found = syntax.by(verb, &[Dep::Advcl]).filter(|clause| open && condition(clause)).find_map(|clause| anchors.at(clause))?;
        let (Edtf::On(from) | Edtf::OneOf { to: Some(from), .. }) = found.when.edtf else { return None };
        let why = format!("it comes after what {} dates", found.when.why);
        Some(Anchored { when: When { edtf: Edtf::since(from), basis: Basis::Relative, why }, span: found.span })
    }

    /// "She won Saturday's vote": the day of what the verb takes part in. "He was appointed to head the delegation last month": a day
    /// that is past cannot be that of what was still to come.
    fn dated_below(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let mut objects = syntax.by(verb, &[Dep::Dobj]).filter(|_| lexicon().is("taking-part", syntax.lemma(verb)));
        // "boycott the next round, scheduled for 16 February": the parser may hang that on the verb.
        let planned = |noun: usize| {
            let behind = syntax.by(verb, &[Dep::Advcl]).filter(|clause| *clause > noun && syntax.tag(*clause) == Tag::Vbn);
            let mut clauses = syntax.by(noun, &[Dep::Acl]).chain(behind).filter(|clause| sets_a_day(syntax, *clause));
            clauses.find_map(|clause| anchors.at(clause))
        };
        if let Some(found) = objects.find_map(|noun| anchors.at(noun).or_else(|| planned(noun))) {
            return Some(found);
        }
        if let Some(found) = self.dated_beside(anchors, verb) {
            return Some(found);
        }
        let day = self.article.published.as_ref()?.date.bounds().latest?;
        // "had been pressing it to sell since last summer" as well.
        let pressing = syntax.tag(verb) == Tag::Vbg && syntax.by(verb, &[Dep::Aux]).any(|aux| syntax.tag(aux) == Tag::Vbn);
        // "pledged to complete it at the summit in 1999", "declined to renew it in 1982": so was that.
        let past = pressing || matches!(syntax.tag(verb), Tag::Vbd | Tag::Vbn);
        let perfect = |low: usize| syntax.by(low, &[Dep::Aux]).any(|aux| syntax.lower(aux) == "have");
        // "sent a ship to patrol the bay in January", "was arrested on his way to work on 6 March".
        let purpose = syntax.by(verb, &[Dep::Advcl]).filter(|low| *low > verb && syntax.has_to(*low));
        let below = syntax.by(verb, &[Dep::Xcomp]).chain(purpose);
        let mut below = below.filter(|low| past && syntax.tag(*low) == Tag::Vb && !perfect(*low));
        below
            .find_map(|low| anchors.at(low).or_else(|| self.at_occasion(anchors, low)))
            .filter(|found| found.when.bounds().latest.is_some_and(|end| end <= day))
    }

    /// "said in a statement Tuesday", "Asked on Friday whether he would go, he declined", "four years later a merger collapsed": the date of
    /// the words, of the question, and one in front of a subject that could have a date itself.
    fn dated_beside(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let is_medium = |index: &usize| is_speech(syntax, verb) && lexicon().is("medium-preposition", syntax.lower(*index));
        let media = syntax.by(verb, &[Dep::Prep]).filter(is_medium);
        // "demanded a congress in a letter": the parser hangs the letter on the congress.
        let own_media = syntax.by(verb, &[Dep::Dobj]).flat_map(|object| syntax.by(object, &[Dep::Prep])).filter(is_medium);
        // "in a joint letter sent over the weekend": when it was sent.
        let sent =
            |noun: usize| syntax.by(noun, &[Dep::Acl]).filter(|verb| syntax.tag(*verb) == Tag::Vbn).find_map(|verb| anchors.at(verb));
        // "in an interview with the newspaper, which came out on Tuesday": when it did.
        let came_out = |noun: usize| {
            let mut clauses = syntax
                .phrase(noun)
                .filter(|verb| matches!(syntax.dep(*verb), Dep::Relcl | Dep::Acl) && lexicon().is("coming-out", syntax.lemma(*verb)));
            clauses.find_map(|clause| anchors.at(clause))
        };
        let medium = media.chain(own_media).filter_map(|preposition| syntax.object_of(preposition));
        let medium = medium.into_iter().find_map(|noun| anchors.at(noun).or_else(|| sent(noun)).or_else(|| came_out(noun)));
        let asked = |clause: &usize| *clause < verb && lexicon().is("questioned", syntax.lemma(*clause)) && syntax.tag(*clause) == Tag::Vbn;
        let question = || syntax.by(verb, &[Dep::Advcl]).filter(asked).find_map(|clause| anchors.at(clause));
        let subject = || {
            // "A summit, convened in Doha on Monday, condemned the attack": what a meeting says it says while it meets. "A protocol signed in
            // 1970 froze the dispute": so does an agreement.
            let meets = |noun: usize| {
                let kind = lexicon().noun(syntax.lower(noun), syntax.lemma(noun)).map(|(kind, _)| kind);
                kind == Some(Kind::Meeting) || kind == Some(Kind::Agreement) && syntax.tag(verb) == Tag::Vbd && !is_speech(syntax, verb)
            };
            let mut nouns = syntax.by(verb, &[Dep::Nsubj, Dep::Nsubjpass]).filter(|noun| !is_speech(syntax, verb) || meets(*noun));
            nouns.find_map(|noun| {
                let opens = |found: &Anchored| found.span.start() <= syntax.token(syntax.phrase(noun).start).span.start();
                anchors.at(noun).filter(opens).or_else(|| Some(noun).filter(|noun| meets(*noun)).and_then(sent))
            })
        };
        medium.or_else(question).or_else(subject).or_else(|| self.soon_after(anchors, verb)).or_else(|| self.at_occasion(anchors, verb))
    }

    /// "Since November 2022, when Yerevan left": a date right before the "when" of its clause.
    fn date_of_when(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let when = syntax.by(verb, &[Dep::Advmod]).find(|index| syntax.lower(*index) == "when")?;
        let before = when.checked_sub(1)?;
        let before = if syntax.word(before) == "," { before.checked_sub(1)? } else { before };
        anchors.ending_at(before)
    }

    /// "Struck a reef and capsized on Sunday night": the day at the end is that of both, if both are told alike.
    fn shared_by_next(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let next = syntax.first(verb, &[Dep::Conj]).filter(|next| syntax.tag(*next) == syntax.tag(verb) && syntax.tag(verb) == Tag::Vbd)?;
        let own = syntax.by(next, &[Dep::Nsubj, Dep::Nsubjpass]).next().is_some();
        if own || is_speech(syntax, verb) || is_speech(syntax, next) {
            return None;
        }
        let day = self.article.published.as_ref()?.date.bounds().earliest?;
        let fresh = |found: &Anchored| {
            let (Some(from), Some(to)) = (found.when.bounds().earliest, found.when.bounds().latest) else { return false };
            to - from <= TimeDelta::days(2) && from <= day && day - from <= TimeDelta::days(60)
        };
        anchors.at(next).filter(|found| found.span.start() > syntax.token(next).span.start()).filter(fresh)
    }

    /// The verb whose argument a noun is, if its date is the noun's too.
    fn verb_over_noun(&self, noun: usize) -> Option<usize> {
        let syntax = self.syntax;
        let head = syntax.head(syntax.first_conjunct(noun))?;
        match syntax.dep(syntax.first_conjunct(noun)) {
            Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj if syntax.is_verb(head) && !is_speech(syntax, head) => Some(head),
            // "On Tuesday night there was an exchange of fire".
            Dep::Attr if syntax.first(head, &[Dep::Expl]).is_some() => Some(head),
            Dep::Pobj => {
                // "during an attack", "at a summit": at the same time; "after talks" is not.
                let verb = syntax.head(head)?;
                let simultaneous = lexicon().is("simultaneous", syntax.lower(head)) && syntax.is_verb(verb);
                simultaneous.then_some(verb).or_else(|| self.journey_to(noun))
            }
            _ => None,
        }
    }

    fn passed_on(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let mut at = verb;
        for _ in 0..5 {
            let head = syntax.head(at)?;
            // "In 1986 they met and announced": what opens the sentence dates all of it.
            let said_too = syntax.dep(at) == Dep::Conj && is_speech(syntax, at);
            // "In March, after it had issued a warning": within the month, not on the day.
            let clause = syntax.dep(at) == Dep::Advcl && arguments::is_finite(syntax, at) && !self.past_perfect(at);
            let after = clause && begins_with(syntax, at, "harm-time") && !begins_with(syntax, at, "same-time");
            let shares = match syntax.dep(at) {
                Dep::Xcomp => !is_speech(syntax, head) || !matches!(syntax.tag(at), Tag::Vb),
                Dep::Conj => syntax.is_verb(head),
                Dep::Advcl if clause => {
                    let same = after || begins_with(syntax, at, "same-time");
                    syntax.is_verb(head) && same && !is_speech(syntax, head) && !is_speech(syntax, at)
                }
                Dep::Advcl => {
                    syntax.is_verb(head) && !arguments::is_finite(syntax, at) && !is_speech(syntax, head) && !is_speech(syntax, at)
                }
                Dep::Relcl => {
                    // "in Paris, where leaders discussed": the same occasion.
                    syntax.by(at, &[Dep::Advmod]).any(|index| lexicon().is("relative-adverb", syntax.lower(index)))
                }
                Dep::Prep => true,
                // "broke down in April, with the three countries failing to agree"
                Dep::Pcomp => syntax.lower(head) == "with" && syntax.tag(at) == Tag::Vbg,
                _ => false,
            };
            if !shares {
                return None;
            }
            let mut next = head;
            if syntax.dep(at) == Dep::Relcl {
                next = self.verb_above(head)?;
            }
            if let Some(found) = anchors.at(next) {
                let opens = found.span.start() < syntax.token(next).span.start();
                // "declared an emergency on 29 January and appealed for help": in one breath.
                let alike = syntax.tag(verb) == syntax.tag(next) && found.when.precision() <= Precision::Week;
                let fits = (!said_too || opens || alike) && (!after || found.when.precision() > Precision::Day);
                return Some(found).filter(|_| fits);
            }
            if said_too {
                return None;
            }
            // "When it went bankrupt in 2009, workers took a cut and the county lent money".
            let opening = |clause: &usize| *clause < next && begins_with(syntax, *clause, "same-time");
            if syntax.dep(at) == Dep::Conj
                && let Some(found) = syntax.by(next, &[Dep::Advcl]).filter(opening).find_map(|clause| anchors.at(clause))
            {
                return Some(found);
            }
            at = next;
        }
        None
    }

    pub(super) fn verb_above(&self, mut index: usize) -> Option<usize> {
        for _ in 0..6 {
            index = self.syntax.head(index)?;
            if self.syntax.is_verb(index) {
                return Some(index);
            }
        }
        None
    }

    /// Whether the clause tells of something before the article's own news.
    pub(crate) fn background(&self, trigger: &Trigger, modality: Modality) -> bool {
        if modality != Modality::Happened && modality != Modality::Negated {
            return false;
        }
        let syntax = self.syntax;
        let past =
            |index: usize| syntax.by(index, &[Dep::Advmod, Dep::Amod]).any(|child| lexicon().is("background-adverb", syntax.lower(child)));
        let verb = trigger.verb(syntax);
        verb.is_some_and(|verb| self.past_perfect(verb) || past(verb)) || past(trigger.head)
    }
}
