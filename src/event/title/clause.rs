//! What a title keeps of the clause of a verb: subject, verbs that carry the tense, objects, adverbs, what is said.

use super::Selection;
use crate::actor::MentionForm;
use crate::event::clause::arguments::{arguments, gap, listed_behind, subject, told_beside};
use crate::event::clause::context::is_speech;
use crate::event::lexicon::lexicon;
use crate::event::trigger::Trigger;
use crate::language::{Dep, Tag};

/// The longest phrase beside a verb that is kept, in words.
const LONG: usize = 16;

/// The same beside a verb on which only the clause hangs that is told.
const SHORT: usize = 4;

/// What is said in more words loses its asides.
const CONTENT: usize = 18;

impl Selection<'_, '_> {
    pub(super) fn clause(&mut self, trigger: &Trigger, verb: usize) {
        let syntax = self.syntax;
        self.kept.extend([verb, trigger.head]);
        self.both_sides(verb);
        self.subject(verb);
        self.verbs_above(verb);
        self.small(verb);
        self.coordination(verb);
        for child in syntax.children(verb) {
            match syntax.dep(child) {
                // "the pact which Italy signed": shown where it would stand.
                Dep::Dobj if matches!(syntax.tag(child), Tag::Wdt | Tag::Wp) => {
                    if let Some(thing) = syntax.antecedent(child) {
                        self.fill_gap(verb, thing);
                    }
                }
                Dep::Dobj | Dep::Dative | Dep::Attr | Dep::Oprd | Dep::Agent | Dep::Prep | Dep::Acomp | Dep::Npadvmod => {
                    // "the moment they sign a truce" is nothing without its clause.
                    let moment = syntax.by(child, &[Dep::Relcl]).next().is_some() && matches!(syntax.tag(child), Tag::Nn | Tag::Nns);
                    let hollow = syntax.dep(child) == Dep::Npadvmod && (child < verb || moment);
                    let aside =
                        || syntax.dep(child) == Dep::Prep && (child < verb || syntax.lower(child) != "as" && self.size(child) > LONG);
                    if self.is_source(child) {
                        self.source(child);
                    } else if !hollow && !aside() {
                        self.phrase(child);
                    }
                }
                // "stepped down", "fell three votes short", "met ahead of the summit".
                Dep::Advmod if child > verb && self.tells_how(child) => self.phrase(child),
                Dep::Xcomp | Dep::Ccomp => self.content(verb, child),
                // "called on Lima and Quito to step back"
                Dep::Advcl if child > verb && is_speech(syntax, verb) && syntax.has_to(child) => self.content(verb, child),
                Dep::Punct if syntax.word(child) == ":" && child > verb => {
                    self.kept.insert(child);
                }
                _ => {}
            }
        }
        if trigger.head != verb && !self.kept.contains(&trigger.head) {
            self.phrase(trigger.head);
        }
        self.told_to(verb);
        self.told_that(verb);
        self.relative(verb);
        self.circumstances(verb);
        self.missing_subject(verb);
    }

    /// "told a packed courtroom that he had lied": what was said, which the parser may hang on whoever heard it.
    fn told_to(&mut self, verb: usize) {
        let syntax = self.syntax;
        if !is_speech(syntax, verb) || syntax.first(verb, &[Dep::Ccomp]).is_some() {
            return;
        }
        let that = |clause: &usize| syntax.lower(syntax.phrase(*clause).start) == "that";
        let said = syntax.by(verb, &[Dep::Dobj]).flat_map(|heard| syntax.by(heard, &[Dep::Acl, Dep::Relcl]).collect::<Vec<_>>()).find(that);
        self.kept.extend(said.into_iter().flat_map(|clause| syntax.phrase(clause)));
    }

    /// "has suggested that his “illegitimacy” as president could prevent talks": what was said, where the parser takes its subject for an object.
    fn told_that(&mut self, verb: usize) {
        let syntax = self.syntax;
        let that = verb + 1 < syntax.len() && syntax.lower(verb + 1) == "that" && syntax.dep(verb + 1) == Dep::Mark;
        if that && is_speech(syntax, verb) && syntax.first(verb, &[Dep::Ccomp, Dep::Xcomp]).is_none() {
            let end = syntax.sentence(syntax.sentence_of(verb)).end;
            self.kept.extend((verb + 1..end).take_while(|word| !matches!(syntax.word(*word), "." | ";")));
        }
    }

    /// Keeps what a verb needs to say who did what: of a clause that another one hangs on.
    pub(super) fn core(&mut self, verb: usize) {
        let syntax = self.syntax;
        self.kept.insert(verb);
        self.subject(verb);
        self.verbs_above(verb);
        self.small(verb);
        self.coordination(verb);
        let objects = [Dep::Dobj, Dep::Dative, Dep::Attr, Dep::Acomp, Dep::Oprd];
        // "took to the road", "arrived in Lima".
        // "had been in talks for six weeks": all that "be" tells.
        let longest = if syntax.lemma(verb) == "be" { LONG } else { SHORT };
        let short = |child: &usize| syntax.dep(*child) == Dep::Prep && *child > verb && self.size(*child) <= longest;
        let near = syntax.by(verb, &[Dep::Prep]).filter(short);
        let how = syntax.by(verb, &[Dep::Advmod]).filter(|child| *child > verb && self.size(*child) <= SHORT && self.tells_how(*child));
        for child in syntax.by(verb, &objects).chain(near).chain(how).collect::<Vec<_>>() {
            self.phrase(child);
        }
        // "continue to block the road"
        let short = |clause: &usize| *clause > verb && syntax.phrase(*clause).len() <= LONG && syntax.has_to(*clause);
        let rest: Vec<usize> = syntax.by(verb, &[Dep::Xcomp]).filter(short).flat_map(|clause| syntax.phrase(clause)).collect();
        self.kept.extend(rest);
        self.relative(verb);
    }

    fn subject(&mut self, verb: usize) {
        let syntax = self.syntax;
        let found = arguments(syntax, verb);
        let doer = if found.passive { found.patient } else { found.agent };
        // "As stated by the ministry, the participants signed": who signed has no part in the stating.
        let borrowed = |doer: &usize| *doer > verb && syntax.dep(verb) == Dep::Advcl && !syntax.dominates(verb, *doer);
        // In "a truce proposed by the United States, Egypt's foreign minister announced" the minister is no other name of the States.
        let told_by = |doer: usize| if told_beside(syntax, doer, verb) { doer } else { self.by_name(doer) };
        if let Some(doer) = doer.filter(|doer| !borrowed(doer)).map(told_by) {
            self.phrase(doer);
            self.drop_tail(doer, verb);
            // "called on Belgrade to step back"
            let word = syntax.head(doer).filter(|_| syntax.dep(doer) == Dep::Pobj && syntax.dep(verb) == Dep::Xcomp);
            self.kept.extend(word.filter(|word| syntax.head(*word) == syntax.head(verb)));
        }
        // "a list it refused to publish", "the step he described as a provocation": the thing itself.
        let to_which = || syntax.phrase(verb).any(|word| word < verb && matches!(syntax.tag(word), Tag::Wdt | Tag::Wp | Tag::WpPoss));
        let open = |thing: &usize| *thing < verb && syntax.first(verb, &[Dep::Dobj]).is_none() && !to_which();
        if let Some(thing) = gap(syntax, verb).filter(open) {
            self.fill_gap(verb, thing);
        }
    }

    /// "The candidates elected were Ann Roe and Karl Dahl": both sides of "were".
    fn both_sides(&mut self, verb: usize) {
        let syntax = self.syntax;
        let Some(noun) = listed_behind(syntax, verb).and_then(|_| syntax.head(verb)) else { return };
        self.phrase(noun);
        let linked = if syntax.dep(noun) == Dep::Pobj { syntax.head(noun) } else { Some(noun) };
        self.kept.extend(linked.into_iter().chain(linked.and_then(|word| syntax.head(word))));
    }

    /// The verbs above that carry the tense: "plan to establish", "is unlikely to end", "urged Togo to recall".
    pub(super) fn verbs_above(&mut self, verb: usize) {
        let syntax = self.syntax;
        let mut at = verb;
        while syntax.dep(at) == Dep::Xcomp
            && let Some(head) = syntax.head(at)
        {
            let adjective = matches!(syntax.dep(head), Dep::Acomp | Dep::Oprd);
            if !syntax.is_verb(head) && !adjective {
                break;
            }
            self.kept.insert(head);
            self.small(head);
            // "called on him to resign", "appealed to Chile to free the captives"
            let whom = [Dep::Dobj, Dep::Dative, Dep::Prep];
            for between in syntax.by(head, &whom).filter(|word| *word > head && *word < at && self.size(*word) <= LONG).collect::<Vec<_>>()
            {
                self.phrase(between);
            }
            let over = if adjective { syntax.head(head).filter(|be| syntax.is_verb(*be)) } else { None };
            if let Some(be) = over {
                self.kept.insert(be);
                self.small(be);
            }
            at = over.unwrap_or(head);
            if is_speech(syntax, at) {
                break;
            }
        }
        // "Tsipras has urged him to extend": whoever urged him.
        if at != verb
            && let Some(doer) = subject(syntax, at, 0).filter(|doer| !self.kept.contains(doer) && *doer < at)
        {
            self.phrase(self.by_name(doer));
            self.drop_tail(doer, at);
        }
    }

    /// "arrested and charged": the auxiliary of the first is that of the second; "has neither confirmed nor denied": all of it.
    fn coordination(&mut self, verb: usize) {
        let syntax = self.syntax;
        let first = syntax.first_conjunct(verb);
        let neither = syntax.by(first, &[Dep::Preconj]).find(|word| lexicon().is("title-neither", syntax.lower(*word)));
        // "had raised it and been refused"
        let has_tense = |aux: usize| !matches!(syntax.tag(aux), Tag::Vbn | Tag::Vbg);
        if first != verb
            && syntax.first(verb, &[Dep::Nsubj, Dep::Nsubjpass]).is_none()
            && !syntax.by(verb, &[Dep::Aux, Dep::Auxpass]).any(has_tense)
            && syntax.tag(verb) != Tag::Vbd
            && let Some(beside) = syntax.head(verb).filter(|head| syntax.is_verb(*head))
        {
            self.kept.extend(syntax.by(beside, &[Dep::Aux, Dep::Auxpass]));
        }
        if let Some(neither) = neither {
            self.kept.extend([neither, first]);
            self.kept.extend(syntax.by(first, &[Dep::Cc, Dep::Conj, Dep::Aux]));
        }
    }

    /// The name that stands in apposition to a subject which is none: in "his lawyer, Maria Popa, accused" it is Maria Popa who accused.
    pub(super) fn by_name(&self, doer: usize) -> usize {
        let syntax = self.syntax;
        let name = |index: usize| {
            self.actors.at(index).is_some_and(|mention| mention.form == MentionForm::Name && mention.tokens.contains(&index))
        };
        if name(doer) || !syntax.is_noun(doer) {
            return doer;
        }
        let above = (syntax.dep(doer) == Dep::Appos).then(|| syntax.head(doer)).flatten();
        let mut beside = syntax.by(doer, &[Dep::Appos]).chain(above).filter(|other| name(*other));
        match (beside.next(), beside.next()) {
            (Some(only), None) if syntax.by(only, &[Dep::Conj]).next().is_none() => only,
            _ => doer,
        }
    }

    /// Whether an adverb behind a verb belongs to what it tells: not "however", not the "when" of a clause.
    fn tells_how(&self, adverb: usize) -> bool {
        let syntax = self.syntax;
        syntax.tag(adverb) != Tag::Wrb && self.size(adverb) <= LONG && !lexicon().is("title-aside", syntax.lower(adverb))
    }

    /// What is said or wanted: kept if it follows the verb, or stands before it in the same sentence as a quotation.
    pub(super) fn content(&mut self, verb: usize, clause: usize) {
        let syntax = self.syntax;
        let range = syntax.phrase(clause);
        if range.contains(&verb) {
            // "“If it fails,” Roe said, “we leave.”": all of it.
            self.kept.extend(range.filter(|index| syntax.sentence_of(*index) == syntax.sentence_of(verb)));
        } else {
            let whole: Vec<usize> = range.filter(|index| syntax.sentence_of(*index) == syntax.sentence_of(verb)).collect();
            // "The tariffs, which took effect in April, cost it $14 million, Roe said": rather an aside than the end is left out.
            let begins = whole.first().and_then(|first| first.checked_sub(1));
            let quoted = whole.iter().copied().chain(begins).any(|index| matches!(syntax.word(index), "\"" | "“"));
            if whole.len() > CONTENT && !quoted && clause < verb {
                self.phrase(clause);
                self.small(clause);
                self.conditions_below(clause);
            } else {
                self.kept.extend(whole);
            }
            // The marks between quotation and verb: a comma, a dash, the one that closes it.
            let is_mark = |index: &usize| matches!(syntax.word(*index), "”" | "\"" | "“" | "," | "’" | "‘" | "-" | "–" | "—");
            let bridge: Vec<usize> = syntax.by(verb, &[Dep::Punct]).filter(is_mark).collect();
            if clause < verb {
                self.kept.extend(bridge);
            } else {
                self.kept.extend(bridge.into_iter().filter(|index| *index > verb && !matches!(syntax.word(*index), "," | "-" | "–" | "—")));
            }
        }
    }

    /// Auxiliaries, negation, particles and markers of a verb.
    pub(super) fn small(&mut self, verb: usize) {
        let syntax = self.syntax;
        for child in syntax.children(verb) {
            let word = syntax.lower(child);
            // "was deliberately run aground"
            let manner = child + 1 == verb && word.ends_with("ly") && !lexicon().is("title-aside", word);
            let adverb = syntax.dep(child) == Dep::Advmod && (manner || lexicon().is("title-adverb", word));
            // "decide whether to leave"
            let whether = syntax.dep(child) == Dep::Mark && word == "whether";
            if adverb || whether || matches!(syntax.dep(child), Dep::Aux | Dep::Auxpass | Dep::Neg | Dep::Prt) {
                self.kept.insert(child);
                self.kept.extend(syntax.by(child, &[Dep::Aux]));
            }
        }
    }

    /// Takes the clause itself out of the subject phrase ("drones launched by Russia": the title keeps both once) and stray conjunctions.
    fn drop_tail(&mut self, doer: usize, verb: usize) {
        let syntax = self.syntax;
        if syntax.dominates(doer, verb) && syntax.dep(verb) != Dep::Acl {
            self.kept.retain(|index| *index == verb || !syntax.dominates(verb, *index));
        }
    }
}
