//! Which actors a noun phrase means: itself a name, or people that a name in it stands for ("French and British officials").

use super::article_actors::{ArticleActors, LocalMention, MentionForm};
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
    /// Bodies whose office one of them holds: the company in "its finance chief, Ann Roe".
    pub employers: Vec<usize>,
}

/// Whether a word stands in the name of a body of a state: "Foreign", "Ministry".
fn is_organ_word(word: &str) -> bool {
    ["organ-of-state", "narrowing", "small-in-name"].into_iter().any(|class| lexicon().is(class, word))
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
            all.employers.extend(one.employers);
        }
        all
    }

    /// "two of its lorries", "most of the strikers": what the number is of.
    fn part_of(syntax: &Syntax, head: usize) -> Option<usize> {
        let number =
            syntax.tag(head) == Tag::Cd || lexicon().is("part", syntax.lower(head)) || lexicon().is("share-of", syntax.lower(head));
        let of = syntax.by(head, &[Dep::Prep]).find(|index| number && syntax.lower(*index) == "of")?;
        syntax.object_of(of)
    }

    /// "the Romanian double Ana Ionescu and Mara Popa": a name before "and" that the parser hangs under the second.
    fn named_beside(&self, syntax: &Syntax, mention: &LocalMention) -> Option<&LocalMention> {
        let joint = mention.tokens.start.checked_sub(2).filter(|before| syntax.lower(before + 1) == "and")?;
        let other = self.at(joint).filter(|other| other.form == MentionForm::Name && mention.form == MentionForm::Name)?;
        let under = |index: usize| matches!(syntax.dep(index), Dep::Nmod | Dep::Compound | Dep::Amod);
        let hangs = other.tokens.clone().any(|index| under(index) && syntax.head(index).is_some_and(|head| mention.tokens.contains(&head)));
        hangs.then_some(other)
    }

    /// "In a column for the daily Courier, the commentator Ann Roe wrote": the parser may take the paper for the subject, and the person
    /// for an apposition to it.
    fn speaker_behind(&self, syntax: &Syntax, head: usize, mention: &LocalMention) -> Option<&LocalMention> {
        let subject = matches!(syntax.dep(head), Dep::Nsubj | Dep::Nsubjpass);
        let body = mention.actors.iter().all(|actor| self.actors[*actor].kind == ActorKind::Organisation);
        let role = syntax.by(head, &[Dep::Appos]).find(|noun| {
            let singular = matches!(syntax.tag(*noun), Tag::Nn | Tag::Nnp);
            *noun > head && singular && lexicon().is("role", syntax.lower(*noun))
        });
        let person = role.filter(|_| subject && body).and_then(|noun| self.at(noun))?;
        person.actors.iter().all(|actor| self.actors[*actor].kind == ActorKind::Person).then_some(person)
    }

    /// "The authors, the former pilot Ann Roe and the economist Lars Dahl": all persons of the apposition.
    fn persons_beside(&self, syntax: &Syntax, head: usize) -> Vec<usize> {
        let mut out = Denoted::default();
        for index in syntax.by(head, &[Dep::Appos]).filter(|_| syntax.tag(head) == Tag::Nns).flat_map(|first| syntax.phrase(first)) {
            let person = |mention: &&LocalMention| {
                let whole = mention.form == MentionForm::Name && mention.tokens.start == index && mention.tokens.len() > 1;
                whole && mention.actors.iter().all(|actor| self.actors[*actor].kind == ActorKind::Person)
            };
            if let Some(mention) = self.at(index).filter(person) {
                out.add(&mention.actors);
            }
        }
        out.actors
    }

    /// "attended by Minister Ann Roe, President Lars Dahl and Envoy Eva Moe": persons named one after the other, whom the parser takes for
    /// one person. Nobody is somebody else.
    fn listed_after(&self, syntax: &Syntax, mention: &LocalMention) -> Vec<usize> {
        let person = |other: &LocalMention| {
            other.form == MentionForm::Name && other.actors.iter().all(|actor| self.actors[*actor].kind == ActorKind::Person)
        };
        let mut out = Denoted::default();
        if !person(mention) {
            return out.actors;
        }
        let appositions = mention.tokens.clone().flat_map(|token| syntax.by(token, &[Dep::Appos]).collect::<Vec<_>>());
        for last in appositions.filter(|last| *last >= mention.tokens.end) {
            let Some(other) = self.at(last).filter(|other| person(other) && other.actors != mention.actors) else { continue };
            let inner = other.tokens.clone().flat_map(|token| syntax.by(token, &[Dep::Nmod, Dep::Compound]).collect::<Vec<_>>());
            for between in inner.filter_map(|token| self.at(token)).filter(|between| person(between)) {
                out.add(&between.actors);
            }
            out.add(&other.actors);
        }
        out.actors
    }

    /// "Five people were arrested, among them the mayor of Lunde, Ann Roe": those who are named of several.
    fn named_among(&self, syntax: &Syntax, head: usize) -> Vec<usize> {
        let mut out = Denoted::default();
        let among = |word: usize| lexicon().is("among-them", syntax.lower(word));
        // The parser may hang "among them" on the verb.
        let before = |noun: usize| syntax.phrase(noun).start.checked_sub(2).is_some_and(among);
        let one = syntax.by(head, &[Dep::Appos]).filter(|noun| before(*noun) || syntax.by(*noun, &[Dep::Prep]).any(among));
        let within = syntax.by(head, &[Dep::Prep]).filter(|word| among(*word)).filter_map(|word| syntax.object_of(word));
        for noun in one.chain(within).flat_map(|noun| syntax.conjuncts(noun)) {
            let who = self.denoted(syntax, noun).actors;
            out.add(&who.into_iter().filter(|actor| self.actors[*actor].kind == ActorKind::Person).collect::<Vec<_>>());
        }
        out.actors
    }

    /// "the director of the programme in Sudan, Carla Mendes": the parser may hang the name on the word just before it.
    fn named_within(&self, syntax: &Syntax, head: usize) -> Option<&LocalMention> {
        let lexicon = lexicon();
        if !(lexicon.is("role", syntax.lower(head)) || lexicon.is("role", syntax.lemma(head))) {
            return None;
        }
        let personal = |mention: &LocalMention| mention.actors.iter().any(|actor| self.actors[*actor].kind == ActorKind::Person);
        let apposed = |index: &usize| syntax.dep(*index) == Dep::Appos && syntax.head(*index).is_some_and(|noun| noun != head);
        syntax.phrase(head).filter(apposed).find_map(|index| {
            let mention = self.at(index).filter(|mention| mention.form == MentionForm::Name)?;
            let person = mention.actors.iter().all(|actor| self.actors[*actor].kind == ActorKind::Person);
            let comma = mention.tokens.start.checked_sub(1).is_some_and(|before| syntax.word(before) == ",");
            let of_a_person = syntax.head(index).and_then(|noun| self.at(noun)).is_some_and(personal);
            (person && comma && !of_a_person).then_some(mention)
        })
    }

    /// "Kim Mi-rae, deputy head of the office, said": the parser may hang the name under the office.
    fn named_in_front(&self, syntax: &Syntax, head: usize) -> Option<&LocalMention> {
        let role = lexicon().is("role", syntax.lower(head)) || lexicon().is("leader", syntax.lower(head));
        let start = syntax.phrase(head).start;
        let mention = self.at(start).filter(|mention| role && mention.form == MentionForm::Name && mention.tokens.start == start)?;
        let comma = mention.tokens.end < head && syntax.word(mention.tokens.end) == ",";
        let under = mention.tokens.clone().all(|token| syntax.dep(token) != Dep::Poss);
        let person = mention.tokens.len() > 1 && mention.actors.iter().all(|actor| self.actors[*actor].kind == ActorKind::Person);
        (comma && under && person).then_some(mention)
    }

    /// "Chile, whose navy": what a clause with "whose" is hung on.
    pub(super) fn owner_by_whose(syntax: &Syntax, whose: usize) -> Option<usize> {
        Some(whose).filter(|word| syntax.lower(*word) == "whose").and_then(|word| syntax.antecedent(word))
    }

    /// Who is meant by the phrase with this head alone.
    pub fn denoted(&self, syntax: &Syntax, head: usize) -> Denoted {
        let mut out = Denoted::default();
        if let Some(owner) = Self::owner_by_whose(syntax, head) {
            return self.denoted(syntax, owner);
        }
        if let Some(mention) = self.at(head) {
            if let Some(person) = self.speaker_behind(syntax, head, mention) {
                out.add(&person.actors);
                return out;
            }
            let people_after = mention.form == MentionForm::Adjective;
            if let Some(other) = self.named_beside(syntax, mention) {
                out.add(&other.actors);
            }
            out.add(&mention.actors);
            out.add(&self.listed_after(syntax, mention));
            if !people_after {
                self.add_employer(syntax, head, &mut out);
                self.add_behind(syntax, head, &mut out);
            }
            return out;
        }
        let several = self.persons_beside(syntax, head);
        if several.len() > 1 {
            out.add(&several);
            return out;
        }
        // "the automakers - Ford, Chrysler and General Motors"
        for listed in syntax.by(head, &[Dep::Appos]).flat_map(|first| syntax.conjuncts(first)) {
            if let Some(mention) = self.at(listed).filter(|mention| mention.form == MentionForm::Name && mention.tokens.contains(&listed)) {
                if let Some(other) = self.named_beside(syntax, mention) {
                    out.add(&other.actors);
                }
                out.add(&mention.actors);
            }
            // "Three men, the brothers Karl and Leo Dahl and their driver, ..."
            for inner in syntax.by(listed, &[Dep::Appos]).flat_map(|first| syntax.conjuncts(first)) {
                if let Some(mention) = self.at(inner).filter(|mention| mention.form == MentionForm::Name) {
                    out.add(&mention.actors);
                }
            }
        }
        if out.actors.is_empty() && Self::is_plural(syntax, head) {
            out.add(&self.named_among(syntax, head));
        }
        if !out.actors.is_empty() {
            return out;
        }
        let lexicon = lexicon();
        if let Some(whole) = Self::part_of(syntax, head) {
            let mut owners = self.denoted(syntax, whole);
            if owners.actors.is_empty() {
                self.owners(syntax, whole, &mut owners, 0);
            }
            return owners;
        }
        let noun = syntax.lower(head);
        if let Some(person) = self.named_within(syntax, head).or_else(|| self.named_in_front(syntax, head)) {
            out.add(&person.actors);
            return out;
        }
        let people = lexicon.is("people", noun) || lexicon.is("people", syntax.lemma(head));
        let role = lexicon.is("role", noun)
            || lexicon.is("role", syntax.lemma(head))
            || lexicon.is("leader", syntax.lemma(head))
            || lexicon.is("body", noun);
        // "two Iranian men": of no state.
        let stands_for = people || role || lexicon.is("mouthpiece", noun) || lexicon.is("insider", noun);
        if stands_for && !lexicon.is("individual", noun) {
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
                // "attacked Roe and Peru's other allies": who stands beside Peru is not Peru.
                if lexicon.is("beside", syntax.lemma(head)) && syntax.is_genitive(part) {
                    continue;
                }
                if let Some(owner) = Self::owner_by_whose(syntax, part) {
                    let owner = self.denoted(syntax, owner).actors;
                    out.add(&owner.into_iter().filter(|actor| self.actors[*actor].kind != ActorKind::Person).collect::<Vec<_>>());
                } else if let Some(mention) = self.at(part) {
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
        // "The observers sent by the Union"
        for clause in syntax.by(head, &[Dep::Acl]).filter(|clause| lexicon.is("sending", syntax.lemma(*clause))) {
            let by = syntax.by(clause, &[Dep::Agent]).filter_map(|by| syntax.object_of(by));
            for agent in by.flat_map(|agent| syntax.conjuncts(agent)) {
                if let Some(mention) = self.at(agent) {
                    out.add(&mention.actors);
                }
            }
        }
        // "will meet ministers from the four states": the parser may hang the preposition on the verb.
        let loose = Some(head + 1).filter(|next| {
            *next < syntax.len()
                && syntax.lower(*next) == "from"
                && syntax.dep(*next) == Dep::Prep
                && syntax.dep(head) == Dep::Dobj
                && syntax.head(*next) == syntax.head(head)
        });
        // "delegates of Roe and of the Union"
        let joined = syntax.by(head, &[Dep::Prep]).flat_map(|word| syntax.by(word, &[Dep::Conj]).collect::<Vec<_>>());
        let own = syntax
            .by(head, &[Dep::Prep])
            .chain(joined.filter(|word| syntax.object_of(*word).is_some()))
            .chain(loose)
            .filter(|word| syntax.lower(*word) == "from" || !lexicon.is("beside", syntax.lemma(head)));
        // "a source in the ministry"
        let inside = |word: &str| word == "in" && lexicon.is("insider", syntax.lower(head));
        for preposition in own.filter(|index| lexicon.is("people-preposition", syntax.lower(*index)) || inside(syntax.lower(*index))) {
            let posted = lexicon.is("posted", syntax.lemma(head));
            // "may recall its ambassador from Peru": where he is.
            let away = posted && syntax.lower(preposition) == "from" && syntax.first(head, &[Dep::Poss]).is_some();
            if away || syntax.lower(preposition) == "to" && !posted {
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
                } else if syntax.lower(preposition) == "at" {
                    // "workers at Halden's foundry"
                    let owner = syntax.first(object, &[Dep::Poss]).and_then(|owner| self.at(owner));
                    let bodies = owner.into_iter().flat_map(|owner| owner.actors.iter().copied());
                    out.add(&bodies.filter(|actor| self.actors[*actor].kind == ActorKind::Organisation).collect::<Vec<_>>());
                }
            }
        }
    }

    /// "its finance chief, Ann Roe", "the Union's medical director, Ann Roe": the body whose office it is.
    fn add_employer(&self, syntax: &Syntax, head: usize, out: &mut Denoted) {
        let beside = syntax.by(head, &[Dep::Appos]).chain((syntax.dep(head) == Dep::Appos).then(|| syntax.head(head)).flatten());
        let named = syntax.by(head, &[Dep::Appos]).next().is_some();
        for noun in beside.chain(Some(head).filter(|_| named)).filter(|noun| lexicon().is_title(syntax.lower(*noun))) {
            let owner = syntax
                .by(noun, &[Dep::Poss, Dep::Compound])
                .find_map(|owner| self.at(owner).filter(|mention| mention.tokens.contains(&owner)));
            let bodies = owner.into_iter().flat_map(|owner| owner.actors.iter().copied());
            let body = |actor: &usize| self.actors[*actor].kind == ActorKind::Organisation && !out.actors.contains(actor);
            out.employers.extend(bodies.filter(body).collect::<Vec<_>>());
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
            .chain([head])
            .find(|index| speaks(*index));
        // "Its spokeswoman, Ann Roe": the body is not named with her.
        let by_pronoun = |index: &usize| syntax.by(*index, &[Dep::Poss]).any(|owner| syntax.tag(owner) == Tag::PrpPoss);
        if let Some(spokesman) = title.or(described).filter(|index| !by_pronoun(index)) {
            let state = |actor: &usize| self.actors[*actor].kind == ActorKind::Country && !out.actors.contains(actor);
            // "Chilean Foreign Ministry spokeswoman Ann Roe"
            let words = (spokesman.saturating_sub(4)..spokesman).rev();
            let before = words
                .take_while(|index| {
                    *index + 1 == spokesman || lexicon().is("portfolio", syntax.lower(index + 1)) || is_organ_word(syntax.lower(index + 1))
                })
                .find_map(|index| self.at(index))
                .filter(|mention| mention.form != MentionForm::Pronoun && !out.actors.contains(&mention.actors[0]));
            if let Some(mention) = before {
                out.behind.extend(mention.actors.iter().copied().filter(state).collect::<Vec<_>>());
            }
        }
    }

    /// Whether a noun names more than one.
    pub fn is_plural(syntax: &Syntax, head: usize) -> bool {
        matches!(syntax.tag(head), Tag::Nns | Tag::Nnps)
    }
}
