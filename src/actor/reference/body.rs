//! Which body is meant by what it is: "the ministry", "the company", "the government", detectives.

use super::Resolver;
use crate::actor::lexicon::{Manner, lexicon};
use crate::language::{Dep, Tag};
use crate::model::ActorKind;

/// What each of up to four mentions adds for a generic noun.
const TOPIC: f64 = 20.0;

/// What being the first body that the text tells of as a subject adds.
const THEME: f64 = 60.0;

impl Resolver<'_, '_, '_> {
    /// "detectives searched a garage" after "North Moor Constabulary": of the police named last.
    pub(super) fn police(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let plain = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Prep, Dep::Acl]).next().is_none();
        let subject = matches!(syntax.dep(index), Dep::Nsubj | Dep::Nsubjpass);
        if !plain || !subject || !lexicon().is("police-people", syntax.lower(index)) {
            return None;
        }
        let force = |actor: &usize| {
            let last = self.actors[*actor].name.rsplit(' ').next().unwrap_or_default().to_lowercase();
            self.actors[*actor].kind == ActorKind::Organisation && lexicon().is("police-body", &last)
        };
        self.seen.iter().rev().flat_map(|seen| seen.actors.iter().copied()).find(force)
    }

    /// "security forces killed seven", "gendarmes searched a flat": of the state at home.
    pub(super) fn people_at_home(&self, index: usize) -> Option<usize> {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let word = syntax.lower(index);
        let acts = self.is_acting(index) || syntax.head(index).is_some_and(|by| syntax.dep(by) == Dep::Agent);
        if !acts || !lexicon.is("home-people", word) {
            return None;
        }
        let mut beside = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Nmod]).peekable();
        let forces = beside.peek().is_some() && beside.all(|child| lexicon.is("home-forces", syntax.lower(child)));
        let bare = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Nmod]).next().is_none();
        let plain = if word == "forces" { forces } else { bare };
        let other = syntax.by(index, &[Dep::Poss, Dep::Prep, Dep::Acl, Dep::Relcl, Dep::Nummod, Dep::Conj, Dep::Appos]).next().is_some();
        if plain && !other { self.home_state(index) } else { None }
    }

    /// "the army", "the government": of the state at home.
    fn home_state(&self, index: usize) -> Option<usize> {
        self.home.of(self.block(index))
    }

    /// "Chilean Chancellor Ann Roe objected. The government's spokesman": of the state of whom the text told in this sentence or the one
    /// before.
    fn state_of_last(&self, index: usize) -> Option<usize> {
        let sentence = self.syntax.sentence_of(index);
        let recent = self.seen.iter().rev().take_while(|seen| seen.sentence + 1 >= sentence);
        let mut states = recent.filter(|seen| seen.actors.len() == 1).filter_map(|seen| {
            let state = self.actors[seen.actors[0]].affiliation.as_ref()?;
            self.actors.iter().position(|actor| actor.kind == ActorKind::Country && actor.name == *state)
        });
        states.next()
    }

    /// "the Foreign Ministry", "the Air Force" without a nation: of the state at home, which is told of without being named.
    fn organ_in_capitals(&self, index: usize) -> Option<usize> {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let capital = |index: usize| syntax.word(index).chars().next().is_some_and(char::is_uppercase);
        let field = |word: usize| lexicon.is("narrowing", syntax.lower(word)) || lexicon.is("portfolio", syntax.lower(word));
        let mut words = syntax.by(index, &[Dep::Amod, Dep::Compound]).peekable();
        let fits = lexicon.is("organ-of-state", syntax.lower(index)) && capital(index) && words.peek().is_some();
        if !fits || !words.all(|word| capital(word) && field(word)) || syntax.first(index, &[Dep::Poss]).is_some() {
            return None;
        }
        self.home_state(index).or_else(|| self.only_state_beside(index)).or_else(|| self.governing(index))
    }

    /// "Peru's government and the rebels met. ... The government": the only state whose government the text has told of by that word.
    fn only_owner(&self, noun: &str) -> Option<usize> {
        let mut owners = self.organs.iter().filter(|(word, _)| word == noun).map(|(_, state)| *state);
        let first = owners.next()?;
        owners.next().is_none().then_some(first)
    }

    /// "the army", "the ministry": of the state at home, or the one told of last. Of several ministries the last is meant.
    fn state_of_organ(&self, index: usize) -> Option<usize> {
        if let Some(own) = self.state_of_speaker(index) {
            return Some(own);
        }
        let home = self.home_state(index);
        if lexicon().is("state-organ", self.syntax.lower(index)) {
            return home
                .or_else(|| self.only_owner(self.syntax.lower(index)))
                .or_else(|| self.state_of_last(index))
                .or_else(|| self.governing(index));
        }
        self.governing(index).or(home)
    }

    /// "Togo's guns fired first, the Defence Ministry said": the only state that the sentence tells of.
    fn only_state_beside(&self, index: usize) -> Option<usize> {
        let own = self.syntax.sentence(self.syntax.sentence_of(index));
        let named =
            self.names.named.iter().zip(self.names.of).filter(|(named, _)| own.contains(&named.head) && named.kind == ActorKind::Country);
        let mut states: Vec<usize> = named.filter(|(named, _)| named.known).filter_map(|(_, actor)| *actor).collect();
        states.sort_unstable();
        states.dedup();
        if let [only] = states[..] { Some(only) } else { None }
    }

    /// "the government in Lima": of the state whose capital is said.
    fn state_in(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let within = syntax.by(index, &[Dep::Prep]).filter(|word| matches!(syntax.lower(*word), "in" | "of"));
        let mut states = within.filter_map(|word| syntax.object_of(word)).filter_map(|object| self.names.at(object));
        states.find(|mention| self.names.named[*mention].kind == ActorKind::Country).and_then(|mention| self.names.of[mention])
    }

    /// "the private equity firm", "the Leeds-based company", "the oil company, which": words that say of a body told of before what it is.
    fn tells_no_other(&self, child: usize) -> bool {
        let syntax = self.syntax;
        let plain = syntax.dep(child) == Dep::Compound && syntax.tag(child) == Tag::Nn && self.names.at(child).is_none();
        self.is_nation(child) || plain || self.is_aside(child) || lexicon().is("told-again", syntax.lower(child))
    }

    /// "the museum, which closed for a year": a clause behind a comma tells something more of a thing that is known already.
    pub(super) fn is_aside(&self, child: usize) -> bool {
        let syntax = self.syntax;
        let comma = |start: usize| start.checked_sub(1).is_some_and(|before| syntax.word(before) == ",");
        matches!(syntax.dep(child), Dep::Relcl | Dep::Acl) && comma(syntax.phrase(child).start)
    }

    /// "the City Council": a body that is no company, club or party.
    pub(super) fn is_official(&self, actor: usize) -> bool {
        // "Union No. 4" is a union.
        let word = |word: &&str| word.chars().all(char::is_alphabetic) && word.chars().count() > 2;
        let last = self.actors[actor].name.rsplit(' ').find(word).unwrap_or_default().to_lowercase();
        lexicon().is("official-body", &last)
    }

    /// "the Norwegian company": a nation before the noun says where the body is at home.
    fn is_nation(&self, index: usize) -> bool {
        self.names.at(index).is_some_and(|mention| {
            let named = &self.names.named[mention];
            let stands_before = matches!(self.syntax.dep(index), Dep::Compound | Dep::Amod);
            named.manner == Manner::Adjective
                || named.manner == Manner::Name && named.kind == ActorKind::Country && named.known && stands_before
        })
    }

    /// Those whom "the US firm" cannot mean: nobody deals with himself, and who has just been named is not described anew: "its board
    /// spurned the US firm".
    fn just_named(&self, index: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let described = syntax.by(index, &[Dep::Amod, Dep::Compound]).any(|child| syntax.lower(child) != "same");
        let sentence = syntax.sentence_of(index);
        let mut others = self.barred(index);
        let named = self.seen.iter().filter(|seen| described && seen.subject && seen.sentence == sentence);
        others.extend(named.flat_map(|seen| seen.actors.iter().copied()));
        others
    }

    /// "the ministry", "the company", "the coalition": the body last named with that word, or the last body for "the company".
    pub(super) fn body_by_noun(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let noun = syntax.lower(index);
        let lexicon = lexicon();
        if let Some(state) = self.state_in(index).filter(|_| lexicon.is("state-organ", noun) || lexicon.is("organ-of-state", noun)) {
            return Some(vec![state]);
        }
        if let Some(state) = self.organ_in_capitals(index) {
            return Some(vec![state]);
        }
        let generic = lexicon.is("generic-body", noun) || lexicon.is("generic-part", noun);
        let other = |child: usize| syntax.lower(child) != "same" && !self.is_aside(child) && !(generic && self.tells_no_other(child));
        if !(lexicon.is("body", noun) || lexicon.is("group", noun) || generic)
            || syntax.tag(index) == Tag::Nns
            || syntax.by(index, &[Dep::Prep, Dep::Amod, Dep::Compound, Dep::Relcl, Dep::Acl]).any(other)
        {
            return None;
        }
        // "this newspaper" is the one that prints the article.
        if lexicon.is("medium", noun) && syntax.by(index, &[Dep::Det]).any(|word| syntax.lower(word) == "this") {
            return None;
        }
        // "boxing's governing body" is another one too.
        let others = |part: usize| self.names.at(part).is_some() || generic && syntax.tag(part) != Tag::PrpPoss;
        let possessed = syntax.by(index, &[Dep::Poss]).any(|poss| syntax.conjuncts(poss).into_iter().any(others));
        if possessed {
            return None;
        }
        let weights = self.salience(index);
        let union = |actor: &usize| self.actors[*actor].name == "European Union";
        if lexicon.is("union-noun", noun)
            && let Some(union) = (0..self.actors.len()).find(union)
        {
            return Some(vec![union]);
        }
        let named_so = |actor: &usize| {
            let entry = &self.actors[*actor];
            entry.kind != ActorKind::Person
                && entry
                    .spellings
                    .keys()
                    .chain(std::iter::once(&entry.name))
                    .any(|name| name.to_lowercase().split([' ', '-']).any(|word| word == noun))
        };
        if let Some((actor, _)) = weights.iter().find(|(actor, _)| named_so(actor)) {
            return Some(vec![*actor]);
        }
        // Anyone named so before, however far back.
        let before = self.seen.iter().rev().flat_map(|seen| seen.actors.iter()).find(|actor| named_so(actor));
        if let Some(actor) = before {
            return Some(vec![*actor]);
        }
        let fits = |actor: &usize| {
            self.actors[*actor].kind == ActorKind::Organisation || (noun == "group" && self.actors[*actor].kind == ActorKind::Group)
        };
        if let Some(actor) = self.called(index) {
            return Some(vec![actor]);
        }
        if lexicon.is("state-organ", noun) || lexicon.is("lone-organ", noun) {
            return self.state_of_organ(index).map(|state| vec![state]);
        }
        if !generic {
            return self.called_later(index).map(|actor| vec![actor]);
        }
        let others = self.just_named(index);
        // No council is "the company", no court "the party".
        let firm = !lexicon.is("any-body", noun);
        // "The board" is that of a company or club, not of an agency or paper that everybody knows.
        let part = noun == "board";
        let fits = |actor: &usize| {
            let official = firm && self.is_official(*actor) || part && self.actors[*actor].known;
            // Police and parliament that go by no other name are no "group".
            let lone = lexicon.is("lone-body", &self.actors[*actor].name.to_lowercase());
            fits(actor) && !others.contains(actor) && !official && !lone && self.may_be_called(*actor, noun)
        };
        // "the company" is the one that the article is about rather than the one named last in passing.
        let theme = self.seen.iter().filter(|seen| seen.subject).find_map(|seen| seen.actors.iter().find(|actor| fits(actor))).copied();
        let weight = |actor: usize, salience: f64| {
            let theme = if Some(actor) == theme { THEME } else { 0.0 };
            salience + TOPIC * self.actors[actor].spans.len().min(4) as f64 + theme
        };
        let far = theme.filter(|theme| weights.iter().all(|(actor, _)| actor != theme)).map(|theme| (theme, 0.0));
        let all = weights.into_iter().chain(far).filter(|(actor, _)| fits(actor));
        let best = all.map(|(actor, salience)| (actor, weight(actor, salience)));
        let best = best.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|(actor, _)| actor);
        best.or_else(|| self.called_later(index)).map(|actor| vec![actor])
    }

    /// "Russia's defence ministry said it": a body of a state stands for the state until it is named itself. "The leaders of Peru and Chile"
    /// are several.
    pub(super) fn owners_of_body(&self, index: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let people = lexicon().is("people", syntax.lower(index)) && self.is_acting(index);
        if !syntax.is_noun(index) || !(lexicon().is("body", syntax.lower(index)) || people) {
            return Vec::new();
        }
        let mut owners: Vec<usize> = Vec::new();
        if lexicon().is("body", syntax.lower(index)) {
            owners.extend(syntax.by(index, &[Dep::Poss, Dep::Amod, Dep::Compound, Dep::Nmod]));
        }
        // "a team of rescuers from Mexico landed"
        let mut noun = Some(index).filter(|_| people);
        while let Some(at) = noun.take() {
            for preposition in syntax.by(at, &[Dep::Prep]).filter(|word| matches!(syntax.lower(*word), "of" | "from")) {
                let object = syntax.object_of(preposition);
                owners.extend(object);
                noun = object.filter(|object| lexicon().is("people", syntax.lower(*object)));
            }
        }
        let named = |owner: usize| {
            let mention = self.names.at(owner).filter(|mention| !self.names.is_person(*mention))?;
            self.names.of[mention]
        };
        let first = owners.iter().copied().find(|owner| named(*owner).is_some());
        let all = first.into_iter().flat_map(|first| if people { syntax.conjuncts(first) } else { vec![first] });
        let mut owners: Vec<usize> = all.filter_map(named).collect();
        owners.sort_unstable();
        owners.dedup();
        owners
    }
}
