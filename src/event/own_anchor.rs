//! The date of an event by its own words: one that governs its trigger, or that the tree passes on to it.

use super::anchor::{Anchored, Anchors};
use super::context::{Page, is_speech};
use super::lexicon::lexicon;
use super::sense::begins_with;
use super::trigger::Trigger;
use crate::language::{Dep, Syntax, Tag};
use crate::model::{Kind, Modality, Precision};
use chrono::TimeDelta;

/// "was due to take place": the verb that tells what is due.
pub(super) fn what_is_due(syntax: &Syntax, verb: usize) -> Option<usize> {
    let due = syntax.by(verb, &[Dep::Acomp, Dep::Oprd]).find(|index| lexicon().is("ready", syntax.lower(*index)))?;
    syntax.first(due, &[Dep::Xcomp]).filter(|_| syntax.lemma(verb) == "be")
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
        if let Some(told) = self.date_of_when(anchors, at).or_else(|| self.distant(anchors, at)) {
            return Some(told);
        }
        // "Talks that had been planned for 5 October did not take place": then.
        let planned = |noun: usize| {
            let set = |verb: &usize| lexicon().is("arranging", syntax.lemma(*verb)) || lexicon().is("planned-for", syntax.lemma(*verb));
            syntax.by(noun, &[Dep::Relcl, Dep::Acl]).filter(set).find_map(|verb| anchors.at(verb))
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
            if let Some(found) = participles.find_map(|verb| anchors.at(verb)) {
                return Some(found);
            }
            at = self.verb_over_noun(at)?;
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
    }

    /// "She won Saturday's vote": the day of what the verb takes part in. "He was appointed to head the delegation last month": a day
    /// that is past cannot be that of what was still to come.
    fn dated_below(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let object = syntax.by(verb, &[Dep::Dobj]).filter(|_| lexicon().is("taking-part", syntax.lemma(verb)));
        if let Some(found) = object.into_iter().find_map(|noun| anchors.at(noun)) {
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
        let mut below = syntax.by(verb, &[Dep::Xcomp]).filter(|low| past && syntax.tag(*low) == Tag::Vb && !perfect(*low));
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

    /// "would vote against it at the meeting on 26 August", "is to raise the matter at Monday's council": the day of the occasion.
    fn at_occasion(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let mut occasions = syntax.by(verb, &[Dep::Prep]).filter(|index| lexicon().is("at-occasion", syntax.lower(*index)));
        occasions.find_map(|index| {
            let occasion = syntax.object_of(index)?;
            // "at a summit which opens on 14 February".
            let opens = || syntax.by(occasion, &[Dep::Relcl, Dep::Acl]).find_map(|clause| anchors.at(clause));
            anchors.at(occasion).or_else(opens)
        })
    }

    /// "Went silent three days after reaching the Moon in 2018": the month or year of what came just before.
    fn soon_after(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let years = |after: usize| syntax.by(after, &[Dep::Npadvmod]).any(|length| syntax.lemma(length) == "year");
        let mut after = syntax.by(verb, &[Dep::Prep]).filter(|index| syntax.lower(*index) == "after" && !years(*index));
        let found = after.find_map(|index| syntax.by(index, &[Dep::Pcomp]).find_map(|clause| anchors.at(clause)))?;
        Some(found).filter(|found| found.when.precision() > Precision::Week)
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

    /// "Died when two quakes hit Nepal in April 2015", "killed after an earthquake struck on Friday": the date of the clause.
    fn clause_of_occasion(&self, anchors: &Anchors, trigger: &Trigger, verb: usize) -> Option<Anchored> {
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

    /// "In the first round, which was held on October 20, she won": the date of the occasion that opens the sentence.
    fn occasion_before(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let opening = syntax.by(verb, &[Dep::Prep]).filter(|index| *index < verb && lexicon().is("simultaneous", syntax.lower(*index)));
        let clauses = opening.filter_map(|index| syntax.object_of(index)).flat_map(|noun| syntax.by(noun, &[Dep::Relcl, Dep::Acl]));
        clauses.into_iter().find_map(|clause| anchors.at(clause))
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
                (lexicon().is("simultaneous", syntax.lower(head)) && syntax.is_verb(verb)).then_some(verb)
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
            let clause = syntax.dep(at) == Dep::Advcl && super::arguments::is_finite(syntax, at) && !self.past_perfect(at);
            let after = clause && begins_with(syntax, at, "harm-time") && !begins_with(syntax, at, "same-time");
            let shares = match syntax.dep(at) {
                Dep::Xcomp => !is_speech(syntax, head) || !matches!(syntax.tag(at), Tag::Vb),
                Dep::Conj => syntax.is_verb(head),
                Dep::Advcl if clause => {
                    let same = after || begins_with(syntax, at, "same-time");
                    syntax.is_verb(head) && same && !is_speech(syntax, head) && !is_speech(syntax, at)
                }
                Dep::Advcl => {
                    syntax.is_verb(head) && !super::arguments::is_finite(syntax, at) && !is_speech(syntax, head) && !is_speech(syntax, at)
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
