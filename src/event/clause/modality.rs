//! Whether an event happened, is planned, is only possible, or did not happen; and the word that says so.

use super::context::{Page, is_speech};
use crate::event::dating::own_anchor;
use crate::event::lexicon::lexicon;
use crate::event::trigger::sense;
use crate::language::{Dep, Tag};
use crate::model::{BlockKind, Kind, Modality};

/// A modality with the token that shows it.
pub(crate) type Shown = (Modality, Option<usize>);

const HAPPENED: Shown = (Modality::Happened, None);

impl Page<'_, '_> {
    /// The modality of the clause of `verb`.
    pub(crate) fn verb_modality(&self, verb: usize, depth: usize) -> Shown {
        if depth > 8 {
            return HAPPENED;
        }
        let own = self.negation(verb).or_else(|| self.denied(verb, depth)).or_else(|| self.condition(verb)).or_else(|| self.modal(verb));
        own.unwrap_or_else(|| self.inherited(verb, depth))
    }

    fn negation(&self, verb: usize) -> Option<Shown> {
        let syntax = self.syntax;
        let negative = |index: &usize| {
            syntax.dep(*index) == Dep::Neg || (syntax.dep(*index) == Dep::Advmod && lexicon().is("negative-adverb", syntax.lower(*index)))
        };
        // "was not arrested until June": it was then.
        let until = syntax.by(verb, &[Dep::Prep]).any(|word| word > verb && matches!(syntax.lower(word), "until" | "till"));
        let own = syntax.children(verb).find(negative).filter(|index| !self.not_only(*index) && !until);
        // "No one was hurt", "nobody died", "none of them fled".
        let nobody = |subject: usize| Some(subject).filter(|subject| lexicon().is("nobody", syntax.lower(*subject)));
        let subject = || {
            syntax.by(verb, &[Dep::Nsubj, Dep::Nsubjpass]).find_map(|subject| {
                let no = syntax.children(subject).find(|child| syntax.lower(*child) == "no" && syntax.dep(*child) == Dep::Det);
                no.or_else(|| nobody(subject))
            })
        };
        // "has neither confirmed nor denied".
        let neither = || {
            let first = syntax.first_conjunct(verb);
            syntax
                .by(first, &[Dep::Preconj, Dep::Cc, Dep::Det, Dep::Advmod])
                .find(|index| *index < first && syntax.lower(*index) == "neither")
        };
        own.or_else(subject).or_else(neither).map(|cue| (Modality::Negated, Some(cue)))
    }

    fn not_only(&self, cue: usize) -> bool {
        cue + 1 < self.syntax.len() && lexicon().is("limiting", self.syntax.lower(cue + 1))
    }

    fn condition(&self, verb: usize) -> Option<Shown> {
        let syntax = self.syntax;
        let mark = syntax.by(verb, &[Dep::Mark]).find(|index| lexicon().is("condition-mark", syntax.lower(*index)));
        mark.map(|cue| (Modality::Hypothetical, Some(cue)))
    }

    /// "denied that they had paid", "rejected claims that they had paid": who denies it, if he does.
    fn denied(&self, verb: usize, depth: usize) -> Option<Shown> {
        let syntax = self.syntax;
        let head = syntax.head(verb).filter(|_| super::arguments::is_finite(syntax, verb))?;
        let denier = match syntax.dep(verb) {
            Dep::Ccomp if syntax.is_verb(head) => Some(head),
            Dep::Acl | Dep::Ccomp | Dep::Relcl
                if syntax.first(verb, &[Dep::Mark]).is_some() && lexicon().is("claim", syntax.lemma(head)) =>
            {
                syntax.head(head).filter(|_| syntax.dep(head) == Dep::Dobj)
            }
            _ => None,
        }?;
        let happened = lexicon().is("denial", syntax.lemma(denier)) && self.verb_modality(denier, depth + 1).0 == Modality::Happened;
        happened.then_some((Modality::Negated, Some(denier)))
    }

    fn modal(&self, verb: usize) -> Option<Shown> {
        let syntax = self.syntax;
        for aux in syntax.by(verb, &[Dep::Aux]) {
            let planned = match syntax.lower(aux) {
                word if lexicon().is("future-auxiliary", word) => true,
                // What someone said would happen is as good as announced, unless a condition stands by.
                "would" | "'d" if syntax.tag(aux) == Tag::Md => {
                    self.content_of(verb).is_some_and(|speech| syntax.is_verb(speech)) || self.said_beside(verb)
                }
                word if lexicon().is("possibility-auxiliary", word) => false,
                _ => continue,
            };
            if planned && self.has_condition(verb) {
                return Some((Modality::Hypothetical, Some(aux)));
            }
            return Some((if planned { Modality::Planned } else { Modality::Hypothetical }, Some(aux)));
        }
        None
    }

    /// "The board would meet on Sunday, she said": who says so comes behind or between.
    fn said_beside(&self, verb: usize) -> bool {
        let syntax = self.syntax;
        let clause = syntax.first_conjunct(verb);
        let behind = syntax.head(clause).filter(|_| syntax.dep(clause) == Dep::Ccomp);
        syntax.by(clause, &[Dep::Parataxis]).chain(behind).any(|said| is_speech(syntax, said))
    }

    /// Whether an auxiliary puts a verb ahead of the time that is spoken of: "will be deployed", "would meet".
    pub(crate) fn looks_ahead(&self, verb: usize) -> bool {
        let syntax = self.syntax;
        let ahead = |aux: usize| lexicon().is("future-auxiliary", syntax.lower(aux)) || syntax.lower(aux) == "would";
        syntax.by(verb, &[Dep::Aux]).any(ahead)
    }

    fn has_condition(&self, verb: usize) -> bool {
        let syntax = self.syntax;
        // "If nobody has a majority once all is counted, they will": the condition may hang on what stands in it.
        let inner = |clause: usize| syntax.by(clause, &[Dep::Advcl]).any(|inner| inner < clause && self.condition(inner).is_some());
        syntax.by(verb, &[Dep::Advcl]).any(|clause| self.condition(clause).is_some() || clause < verb && inner(clause))
    }

    /// What the clause above says about this one.
    fn inherited(&self, verb: usize, depth: usize) -> Shown {
        let syntax = self.syntax;
        let Some(head) = syntax.head(verb) else {
            let to = syntax.by(verb, &[Dep::Aux]).find(|aux| syntax.lower(*aux) == "to");
            let headline = to.filter(|_| syntax.tag(verb) == Tag::Vb && self.block(verb) != BlockKind::Paragraph);
            return headline.map_or(HAPPENED, |cue| (Modality::Planned, Some(cue)));
        };
        // "called for the governor to be suspended", "waited for the court to rule".
        let for_it = self.syntax.has_to(verb) && syntax.by(verb, &[Dep::Mark]).any(|mark| syntax.lower(mark) == "for");
        match syntax.dep(verb) {
            Dep::Advcl | Dep::Xcomp | Dep::Ccomp if for_it => (Modality::Hypothetical, Some(head)),
            Dep::Conj if syntax.is_verb(head) && self.shares_auxiliary(verb) => self.verb_modality(head, depth + 1),
            Dep::Xcomp | Dep::Ccomp | Dep::Acomp
                if syntax.is_verb(head) && (syntax.dep(verb) != Dep::Ccomp || !super::arguments::is_finite(syntax, verb)) =>
            {
                self.under_verb(verb, head, depth)
            }
            Dep::Xcomp | Dep::Advcl | Dep::Ccomp if !syntax.is_verb(head) => self.under_adjective(head),
            // "She is due in Lima in May to open a wharf"
            Dep::Advcl if self.syntax.has_to(verb) && syntax.by(head, &[Dep::Acomp]).any(|due| syntax.lower(due) == "due") => {
                (Modality::Planned, Some(head))
            }
            // "called on Bamako to free the soldiers", "offered in August to send troops": what is asked, offered or planned is not done yet.
            Dep::Advcl if self.syntax.has_to(verb) && syntax.is_verb(head) && self.leaves_open(head) => self.under_verb(verb, head, depth),
            Dep::Advcl if !super::arguments::is_finite(syntax, verb) => self.verb_modality(head, depth + 1),
            Dep::Advcl if self.in_present(verb) => {
                // "once Russia signs": as open as the main clause. "When they meet on Monday": as planned as that.
                let main = self.verb_modality(head, depth + 1);
                let when = syntax.by(verb, &[Dep::Advmod]).any(|index| syntax.lower(index) == "when");
                match main.0 {
                    Modality::Happened => HAPPENED,
                    Modality::Planned if when => main,
                    _ => (Modality::Hypothetical, main.1),
                }
            }
            // "will be deployed the moment they sign": the present tense of what is still open.
            Dep::Ccomp if matches!(syntax.tag(verb), Tag::Vbz | Tag::Vbp) && syntax.is_verb(head) => {
                let open = lexicon().is("hypothetical-verb", syntax.lemma(head))
                    && !is_speech(syntax, head)
                    && !lexicon().is("opinion", syntax.lemma(head));
                if open || self.verb_modality(head, depth + 1).0 == Modality::Planned {
                    (Modality::Hypothetical, Some(head))
                } else {
                    HAPPENED
                }
            }
            Dep::Acl if syntax.is_noun(head) && (syntax.tag(verb) != Tag::Vbn || self.syntax.has_to(verb)) => self.under_noun(verb, head),
            Dep::Relcl if matches!(syntax.tag(verb), Tag::Vbz | Tag::Vbp | Tag::Vb) => {
                // "has 30 days to pay", but "the first leader to phone her".
                let to = self.syntax.has_to(verb) && !self.singled_out(head);
                if self.has_determiner(head, "any") || to { (Modality::Hypothetical, Some(head)) } else { HAPPENED }
            }
            Dep::Pcomp => self.under_preposition(head, depth),
            // "the failure of the bill to pass", "pressure for the state to assist"
            _ if self.syntax.has_to(verb) => (Modality::Hypothetical, None),
            _ => HAPPENED,
        }
    }

    /// Whether a verb leaves open what its infinitive tells.
    fn leaves_open(&self, verb: usize) -> bool {
        let lemma = self.syntax.lemma(verb);
        is_speech(self.syntax, verb) || lexicon().is("hypothetical-verb", lemma) || lexicon().is("planned-verb", lemma)
    }

    /// "the first", "the last leader": one of whom it is told that it did.
    fn singled_out(&self, noun: usize) -> bool {
        let word = |index: usize| lexicon().is("singling-out", self.syntax.lower(index));
        word(noun) || self.syntax.by(noun, &[Dep::Amod]).any(word)
    }

    /// "signs", "are signed".
    fn in_present(&self, verb: usize) -> bool {
        let present = |index: usize| matches!(self.syntax.tag(index), Tag::Vbz | Tag::Vbp);
        present(verb) || self.syntax.tag(verb) == Tag::Vbn && self.syntax.by(verb, &[Dep::Auxpass]).any(present)
    }

    fn shares_auxiliary(&self, verb: usize) -> bool {
        let own = self.syntax.by(verb, &[Dep::Aux, Dep::Auxpass, Dep::Nsubj, Dep::Nsubjpass]).next().is_some();
        !own && matches!(self.syntax.tag(verb), Tag::Vb | Tag::Vbn | Tag::Vbg)
            || (self.syntax.tag(verb) == Tag::Vb && self.syntax.by(verb, &[Dep::Nsubj]).next().is_none())
    }

    fn has_determiner(&self, noun: usize, word: &str) -> bool {
        self.syntax.by(noun, &[Dep::Det]).any(|index| self.syntax.lower(index) == word)
    }

    fn under_verb(&self, verb: usize, head: usize, depth: usize) -> Shown {
        let syntax = self.syntax;
        let lexicon = lexicon();
        let lemma = syntax.lemma(head).to_lowercase();
        let above = self.verb_modality(head, depth + 1);
        // "has yet to be signed"
        let mut adverbs = syntax.by(head, &[Dep::Advmod]).chain(syntax.by(verb, &[Dep::Advmod]));
        if let Some(yet) = adverbs.find(|index| syntax.lower(*index) == "yet" && *index < verb).filter(|_| lexicon.is("yet-verb", &lemma)) {
            return (Modality::Negated, Some(yet));
        }
        if lemma == "go" && syntax.tag(head) == Tag::Vbg && syntax.tag(verb) == Tag::Vb {
            return if above.0 == Modality::Negated { above } else { (Modality::Planned, Some(head)) };
        }
        if lemma == "have" && syntax.tag(verb) == Tag::Vb {
            return if above.0 == Modality::Happened { (Modality::Hypothetical, Some(head)) } else { above };
        }
        let perfect = syntax.by(verb, &[Dep::Aux]).any(|aux| syntax.lower(aux) == "have");
        if lexicon.is("negated-verb", &lemma) {
            return if above.0 == Modality::Happened { (Modality::Negated, Some(head)) } else { (Modality::Hypothetical, Some(head)) };
        }
        if perfect
            || lexicon.is("implicative", &lemma)
            || (is_speech(syntax, head) && syntax.tag(verb) == Tag::Vbg && !lexicon.is("hypothetical-verb", &lemma))
        {
            return above;
        }
        if lexicon.is("planned-verb", &lemma) {
            return if above.0 == Modality::Happened || above.0 == Modality::Planned { (Modality::Planned, Some(head)) } else { above };
        }
        if lemma == "be" && (syntax.tag(verb) == Tag::Vb || self.syntax.has_to(verb)) {
            return (Modality::Planned, Some(head));
        }
        if lexicon.is("hypothetical-verb", &lemma) || is_speech(syntax, head) {
            return (Modality::Hypothetical, Some(head));
        }
        above
    }

    fn under_adjective(&self, head: usize) -> Shown {
        let lexicon = lexicon();
        let lower = self.syntax.lower(head);
        if lexicon.is("hypothetical-verb", lower) {
            (Modality::Hypothetical, Some(head))
        } else if lexicon.is("planned-verb", self.syntax.lemma(head)) || lexicon.is("ready", lower) {
            (Modality::Planned, Some(head))
        } else {
            HAPPENED
        }
    }

    fn under_noun(&self, verb: usize, head: usize) -> Shown {
        let lexicon = lexicon();
        let (lower, lemma) = (self.syntax.lower(head), self.syntax.lemma(head));
        if self.syntax.tag(verb) != Tag::Vb && !self.syntax.has_to(verb) {
            return HAPPENED;
        }
        // "had no plans to send troops"
        if self.has_determiner(head, "no") {
            return (Modality::Negated, Some(head));
        }
        if lexicon.is("hypothetical-noun", lower) || lexicon.is("hypothetical-noun", lemma) {
            let planned = lexicon.is("commitment", lemma);
            return (if planned { Modality::Planned } else { Modality::Hypothetical }, Some(head));
        }
        (Modality::Hypothetical, Some(head))
    }

    fn under_preposition(&self, preposition: usize, depth: usize) -> Shown {
        let syntax = self.syntax;
        let lexicon = lexicon();
        let lower = syntax.lower(preposition);
        if lower == "without" {
            return (Modality::Negated, Some(preposition));
        }
        if matches!(lower, "before" | "against") {
            return (Modality::Hypothetical, Some(preposition));
        }
        let Some(outer) = syntax.head(preposition) else { return HAPPENED };
        let lemma = syntax.lemma(outer);
        if syntax.is_verb(outer) {
            let above = self.verb_modality(outer, depth + 1);
            if lower == "from" && (lexicon.is("hypothetical-verb", lemma) || lexicon.is("negated-verb", lemma)) {
                return (Modality::Negated, Some(outer));
            }
            if lexicon.is("clause-preposition", lower) && !lexicon.is("hypothetical-verb", lemma) {
                return if lower == "after" { HAPPENED } else { above };
            }
            return if lexicon.is("hypothetical-verb", lemma) { (Modality::Hypothetical, Some(outer)) } else { above };
        }
        if lexicon.is("hypothetical-noun", lemma)
            || lexicon.is("hypothetical-noun", syntax.lower(outer))
            || lexicon.is("aim-preposition", lower)
        {
            return (Modality::Hypothetical, Some(outer));
        }
        HAPPENED
    }

    /// The modality of the event that a noun names, without a light verb.
    pub(crate) fn noun_modality(&self, noun: usize, kind: Kind) -> Shown {
        let syntax = self.syntax;
        let lexicon = lexicon();
        for child in syntax.by(noun, &[Dep::Amod, Dep::Det, Dep::Compound, Dep::Neg]) {
            let word = syntax.lower(child);
            if word == "no" {
                return (Modality::Negated, Some(child));
            }
            if lexicon.is("planned-adjective", word) {
                return (Modality::Planned, Some(child));
            }
            if lexicon.is("hypothetical-adjective", word) {
                return (Modality::Hypothetical, Some(child));
            }
        }
        self.noun_governed(noun, kind, 0)
    }

    fn noun_governed(&self, noun: usize, kind: Kind, depth: usize) -> Shown {
        let syntax = self.syntax;
        let lexicon = lexicon();
        let Some(head) = syntax.head(noun).filter(|_| depth < 6) else { return HAPPENED };
        match syntax.dep(noun) {
            Dep::Conj | Dep::Appos => self.noun_governed(head, kind, depth + 1),
            Dep::Dobj | Dep::Nsubjpass | Dep::Attr if syntax.is_verb(head) => {
                let lemma = syntax.lemma(head);
                let above = self.verb_modality(head, 0);
                if lexicon.is("planned-verb", lemma) && above.0 == Modality::Happened {
                    return (Modality::Planned, Some(head));
                }
                if matches!(above.0, Modality::Hypothetical | Modality::Planned) && lexicon.is("prevention", lemma) {
                    return (Modality::Hypothetical, above.1);
                }
                if lexicon.is("prevention", lemma) {
                    return (Modality::Negated, Some(head));
                }
                if syntax.dep(noun) == Dep::Nsubjpass && above.0 == Modality::Planned && !lexicon.is("carrying-out", lemma) {
                    return if matches!(kind, Kind::Meeting | Kind::Election | Kind::Other) {
                        above
                    } else {
                        (Modality::Hypothetical, above.1)
                    };
                }
                if lexicon.is("hypothetical-verb", lemma) && lemma != "discuss" && lemma != "help" {
                    return (Modality::Hypothetical, Some(head));
                }
                if matches!(lemma, "discuss" | "debate") {
                    return (Modality::Hypothetical, Some(head));
                }
                above
            }
            // "A meeting had been due to take place on Saturday".
            Dep::Nsubj | Dep::Nsubjpass if own_anchor::what_is_due(syntax, head).is_some() => (Modality::Planned, Some(head)),
            Dep::Nsubj if syntax.is_verb(head) => {
                let above = self.verb_modality(head, 0);
                match above.0 {
                    Modality::Planned | Modality::Hypothetical if !matches!(kind, Kind::Meeting | Kind::Election | Kind::Other) => {
                        (Modality::Hypothetical, above.1)
                    }
                    Modality::Hypothetical | Modality::Planned => (Modality::Planned, above.1),
                    // "a truce has never come into force"
                    Modality::Negated if lexicon.is("coming-about", syntax.lemma(head)) => above,
                    _ => HAPPENED,
                }
            }
            Dep::Pobj => {
                if syntax.lower(head) == "without" {
                    return (Modality::Negated, Some(head));
                }
                let Some(outer) = syntax.head(head) else { return HAPPENED };
                if sense::amount_of(syntax, outer) == Some(noun) {
                    return self.noun_governed(outer, kind, depth + 1);
                }
                // "arrived for two days of talks".
                if self.journey_to(noun).is_some_and(|journey| lexicon.is("arriving", syntax.lemma(journey))) {
                    return (Modality::Planned, Some(head));
                }
                if !syntax.is_verb(outer) {
                    let word = (syntax.lower(outer), syntax.lemma(outer));
                    let possible =
                        lexicon.is("hypothetical-noun", word.0) || lexicon.is("hypothetical-noun", word.1) || word.1 == "warning";
                    return if possible { (Modality::Hypothetical, Some(outer)) } else { HAPPENED };
                }
                let lemma = syntax.lemma(outer);
                let asked = match syntax.lower(head) {
                    "for" => lexicon.is("asking-for", lemma),
                    "of" | "against" => lemma == "warn",
                    _ => false,
                };
                if asked { (Modality::Hypothetical, Some(outer)) } else { HAPPENED }
            }
            _ => HAPPENED,
        }
    }
}
