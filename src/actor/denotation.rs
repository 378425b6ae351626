//! Which actors a noun phrase means: itself a name, or people that a name in it stands for ("French and British officials").

use super::article_actors::{ArticleActors, MentionForm};
use super::lexicon::lexicon;
use crate::language::{Dep, Syntax, Tag};
use crate::model::ActorKind;

/// The actors that a phrase means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Denoted {
    /// The actors themselves.
    pub actors: Vec<usize>,
    /// Actors behind them: the employer in "Foreign Ministry spokeswoman Maria Zakharova".
    pub behind: Vec<usize>,
}

impl Denoted {
    fn add(&mut self, actors: &[usize]) {
        for actor in actors {
            if !self.actors.contains(actor) {
                self.actors.push(*actor);
            }
        }
    }
}

impl ArticleActors {
    /// Who is meant by the phrase with this head, its conjuncts included.
    pub fn denoted_all(&self, syntax: &Syntax, head: usize) -> Denoted {
        let mut all = Denoted::default();
        for conjunct in syntax.conjuncts(head) {
            let one = self.denoted(syntax, conjunct);
            all.add(&one.actors);
            all.behind.extend(one.behind);
        }
        all
    }

    /// Who is meant by the phrase with this head alone.
    pub fn denoted(&self, syntax: &Syntax, head: usize) -> Denoted {
        let mut out = Denoted::default();
        if let Some(mention) = self.at(head) {
            let people_after = mention.form == MentionForm::Adjective;
            out.add(&mention.actors);
            if !people_after {
                self.add_behind(syntax, head, &mut out);
            }
            return out;
        }
        // "the automakers - Ford, Chrysler and General Motors"
        for listed in syntax.by(head, &[Dep::Appos]).flat_map(|first| syntax.conjuncts(first)) {
            if let Some(mention) = self.at(listed).filter(|mention| mention.form == MentionForm::Name && mention.tokens.contains(&listed)) {
                out.add(&mention.actors);
            }
        }
        if !out.actors.is_empty() {
            return out;
        }
        let lexicon = lexicon();
        let noun = syntax.lower(head);
        // "the director of the programme in Sudan, Carla Mendes": the parser may hang the name on the word just before it.
        if lexicon.is("role", noun) || lexicon.is("role", syntax.lemma(head)) {
            let apposed = |index: &usize| syntax.dep(*index) == Dep::Appos && syntax.head(*index).is_some_and(|noun| noun != head);
            for index in syntax.phrase(head).filter(apposed) {
                let Some(mention) = self.at(index).filter(|mention| mention.form == MentionForm::Name) else { continue };
                let person = mention.actors.iter().all(|actor| self.actors[*actor].kind == ActorKind::Person);
                let comma = mention.tokens.start.checked_sub(1).is_some_and(|before| syntax.word(before) == ",");
                let of_a_person = syntax
                    .head(index)
                    .and_then(|noun| self.at(noun))
                    .is_some_and(|other| other.actors.iter().any(|actor| self.actors[*actor].kind == ActorKind::Person));
                if person && comma && !of_a_person {
                    out.add(&mention.actors);
                    return out;
                }
            }
        }
        let people = lexicon.is("people", noun) || lexicon.is("people", syntax.lemma(head));
        let role = lexicon.is("role", noun)
            || lexicon.is("role", syntax.lemma(head))
            || lexicon.is("leader", syntax.lemma(head))
            || lexicon.is("body", noun);
        if people || role || lexicon.is("mouthpiece", noun) {
            self.owners(syntax, head, &mut out, 0);
        }
        out
    }

    /// The states or bodies whose people a noun names: "Russian forces", "Ukraine's air defence forces", "chiefs from the UK".
    fn owners(&self, syntax: &Syntax, head: usize, out: &mut Denoted, depth: usize) {
        if depth > 3 {
            return;
        }
        let lexicon = lexicon();
        for child in syntax.by(head, &[Dep::Amod, Dep::Compound, Dep::Nmod, Dep::Poss]) {
            for part in syntax.conjuncts(child) {
                if let Some(mention) = self.at(part) {
                    // "his deputy" is not he; "Assad's forces" are Assad's.
                    let own = |actor: &&usize| {
                        self.actors[**actor].kind != ActorKind::Person
                            || syntax.dep(child) == Dep::Nmod
                            || syntax.lower(head) == "forces"
                            || lexicon.is("mouthpiece", syntax.lower(head))
                    };
                    out.add(&mention.actors.iter().filter(own).copied().collect::<Vec<_>>());
                } else if syntax.dep(part) != Dep::Amod {
                    self.owners(syntax, part, out, depth + 1);
                }
            }
        }
        for preposition in syntax.by(head, &[Dep::Prep]).filter(|index| lexicon.is("people-preposition", syntax.lower(*index))) {
            if syntax.lower(preposition) == "to" && !lexicon.is("posted", syntax.lemma(head)) {
                continue;
            }
            for object in syntax.object_of(preposition).into_iter().flat_map(|object| syntax.conjuncts(object)) {
                if let Some(mention) = self.at(object).filter(|mention| mention.form != MentionForm::Pronoun || depth == 0) {
                    out.add(&mention.actors);
                } else if lexicon.is("people", syntax.lower(object))
                    || lexicon.is("body", syntax.lower(object))
                    || lexicon.is("group", syntax.lower(object))
                {
                    self.owners(syntax, object, out, depth + 1);
                }
            }
        }
    }

    /// The body for which a spokesperson speaks.
    fn add_behind(&self, syntax: &Syntax, head: usize, out: &mut Denoted) {
        let speaks = |index: usize| lexicon().is("spokesperson", syntax.lower(index));
        let start = self.at(head).map_or(head, |mention| mention.tokens.start);
        let title =
            (start.saturating_sub(4)..start).rev().find(|index| speaks(*index) && syntax.sentence_of(*index) == syntax.sentence_of(head));
        let described = syntax
            .by(head, &[Dep::Appos])
            .chain((syntax.dep(head) == Dep::Appos).then(|| syntax.head(head)).flatten())
            .find(|index| speaks(*index));
        if let Some(spokesman) = title.or(described) {
            let before = spokesman
                .checked_sub(1)
                .and_then(|index| self.at(index))
                .filter(|mention| mention.form != MentionForm::Pronoun && !out.actors.contains(&mention.actors[0]));
            if let Some(mention) = before {
                out.behind.extend(mention.actors.iter().copied());
            } else {
                let mut owners = Denoted::default();
                self.owners(syntax, spokesman, &mut owners, 0);
                out.behind.extend(owners.actors.into_iter().filter(|actor| !out.actors.contains(actor)));
            }
        }
    }

    /// Whether a noun names more than one.
    pub fn is_plural(syntax: &Syntax, head: usize) -> bool {
        matches!(syntax.tag(head), Tag::Nns | Tag::Nnps)
    }
}
