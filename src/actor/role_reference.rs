//! Who is meant by a noun with "the": a person by role or office, a body by what it is, two persons or states told of before.

use super::coreference::Resolver;
use super::lexicon::{Manner, lexicon};
use super::local_actor::LocalActor;
use super::role_phrase::{RolePhrase, role_phrase};
use crate::language::{Dep, Pos, Tag};
use crate::model::{ActorKind, BlockKind, Edtf, Span};

/// What each of up to four mentions adds for a generic noun.
const TOPIC: f64 = 20.0;

/// What being the first body that the text tells of as a subject adds.
const THEME: f64 = 60.0;

/// So many sentences later the name of a body may come that is told of before it is named.
const LATER: usize = 12;

/// Whether an office was held on a day, ISO.
fn held_on(entry: &super::lexicon::Office, day: &str) -> bool {
    entry.from <= day && (entry.to.is_empty() || day <= entry.to)
}

impl Resolver<'_, '_, '_> {
    /// "the Russian foreign minister", "the politician", "the ministry", "Russia's top diplomat".
    pub(super) fn nominal(&mut self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        if syntax.pos(index) == Pos::Propn && syntax.dep(index) == Dep::Compound
            || !syntax.is_noun(index)
            || syntax.dep(index) == Dep::Compound
        {
            return None;
        }
        if let Some(actor) = self.named_behind(index) {
            return Some(vec![actor]);
        }
        if let Some(several) = self.family(index).or_else(|| self.together(index)) {
            return Some(several);
        }
        if let Some(actor) = self.operator(index).or_else(|| self.police(index)) {
            return Some(vec![actor]);
        }
        // In apposition to a name: it is that name's actor, and the name itself is seen too.
        for other in syntax.by(index, &[Dep::Appos]).chain((syntax.dep(index) == Dep::Appos).then(|| syntax.head(index)).flatten()) {
            if let Some(mention) = self.names.at(other)
                && self.names.named[mention].head == other
                && (role_phrase(syntax, self.names, index).is_some() == self.names.is_person(mention))
            {
                return self.names.of[mention].map(|actor| vec![actor]);
            }
        }
        let the = |word: &str| lexicon().is("definite", word) || word == "both";
        let definite = syntax.children(index).any(|child| the(syntax.lower(child)) && syntax.dep(child) == Dep::Det)
            || syntax.first(index, &[Dep::Poss]).is_some();
        if matches!(syntax.dep(index), Dep::Attr | Dep::Oprd) {
            return None;
        }
        if !definite {
            return self.named_later(index);
        }
        if let Some(actor) = self.client(index) {
            return Some(vec![actor]);
        }
        // "The new president is to be sworn in": nobody who was one before.
        if syntax.by(index, &[Dep::Amod]).any(|word| lexicon().is("to-come", syntax.lower(word))) {
            return None;
        }
        // "the politician Ilya Yashin": whoever that is, nobody named before.
        if syntax.by(index, &[Dep::Appos]).any(|name| name == index + 1 || syntax.phrase(name).start == index + 1) {
            return None;
        }
        if syntax.tag(index) == Tag::Nns {
            return self.several(index);
        }
        match role_phrase(syntax, self.names, index) {
            Some(phrase) => self.person_by_role(index, &phrase).or_else(|| self.named_later(index)),
            None => self.body_by_noun(index),
        }
    }

    /// "the chief executive, Helen Ashdown, said": the name between commas, whatever the parser makes of it.
    fn named_behind(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        // "the charity Nord Relief said"
        let directly = self.names.at(index + 1).filter(|mention| {
            let named = &self.names.named[*mention];
            let body = |word: &str| lexicon().is("company-noun", word) || lexicon().is("body-before-name", word);
            named.kind == ActorKind::Organisation && named.tokens.start == index + 1 && body(syntax.lower(index))
        });
        if let Some(mention) = directly {
            return self.names.of[mention];
        }
        let mention = self.names.at(index + 2).filter(|_| index + 2 < syntax.len() && syntax.word(index + 1) == ",")?;
        let named = &self.names.named[mention];
        let closed = named.tokens.end < syntax.len() && syntax.word(named.tokens.end) == ",";
        let hangs = named.tokens.start == index + 2 && syntax.head(named.head) == Some(index) && syntax.dep(named.head) != Dep::Conj;
        let fits = self.names.is_person(mention) && role_phrase(syntax, self.names, index).is_some();
        self.names.of[mention].filter(|_| closed && hangs && fits)
    }

    /// "detectives searched a garage" after "North Moor Constabulary": of the police named last.
    fn police(&self, index: usize) -> Option<usize> {
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

    /// "Farrow's solicitor, Ann Lee, said that her client": whose lawyer was told of last.
    fn client(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let owner = syntax.first(index, &[Dep::Poss]).filter(|owner| lexicon().is("possessive", syntax.lower(*owner)));
        owner.filter(|_| syntax.lower(index) == "client")?;
        let hired = |actor: &usize| {
            let roles = self.actors[*actor].roles.iter().map(|role| &role.phrase);
            roles.filter(|phrase| lexicon().is("lawyer", &phrase.noun)).find_map(|phrase| self.names.of[phrase.of?])
        };
        self.seen.iter().rev().flat_map(|seen| seen.actors.iter()).find_map(hired)
    }

    /// "The neighbours broke off relations": the two states that the article told of last.
    fn neighbours(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let plain = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Prep, Dep::Relcl]).next().is_none();
        if !plain || !lexicon().is("mutual", syntax.lower(index)) {
            return None;
        }
        let states =
            self.salience(index).into_iter().map(|(actor, _)| actor).filter(|actor| self.actors[*actor].kind == ActorKind::Country);
        let mut states: Vec<usize> = states.collect();
        states.sort_unstable();
        (states.len() == 2).then_some(states)
    }

    /// "the two leaders", "both sides", "the four men": as many persons, bodies or states told of last.
    fn several(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let counted = syntax.children(index).find_map(|child| match syntax.lower(child) {
            "both" => Some(2),
            word => lexicon().position("counted", word).map(|place| place + 2),
        });
        // "The negotiators rose at dawn": of both sides.
        let plain = syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Prep]).next().is_none();
        if counted.is_none() && plain && lexicon().is("of-both-sides", syntax.lower(index)) {
            return self.opponents(&self.barred(index));
        }
        let Some(number) = counted else { return self.these(index).or_else(|| self.neighbours(index)) };
        let noun = syntax.lower(index);
        let kind = if lexicon().is("pair-of-persons", noun) {
            ActorKind::Person
        } else if lexicon().is("pair-of-states", noun) {
            ActorKind::Country
        } else if lexicon().is("pair-of-bodies", noun) {
            ActorKind::Organisation
        } else {
            return None;
        };
        let owned = syntax.by(index, &[Dep::Poss, Dep::Amod, Dep::Compound]).any(|owner| self.names.at(owner).is_some());
        if owned {
            return None;
        }
        let barred = self.barred(index);
        if number == 2 && lexicon().is("opponents", noun) {
            // "senators from both parties" are of parties that nobody may have named.
            let of_people = syntax.dep(index) == Dep::Pobj
                && syntax
                    .head(index)
                    .and_then(|word| syntax.head(word))
                    .is_some_and(|above| lexicon().is("people", syntax.lower(above)) || lexicon().is("role", syntax.lemma(above)));
            return if of_people { None } else { self.opponents(&barred) };
        }
        let fits = |actor: &usize| {
            let official = kind == ActorKind::Organisation && self.is_official(*actor);
            self.actors[*actor].kind == kind && !barred.contains(actor) && !official
        };
        let mut fitting: Vec<usize> = self.salience(index).into_iter().map(|(actor, _)| actor).filter(fits).collect();
        // "both companies" are those that the text is about rather than those named last in passing.
        if kind == ActorKind::Organisation {
            let told = |actor: &usize| self.seen.iter().filter(|seen| seen.actors.contains(actor)).count();
            fitting = (0..self.actors.len()).filter(|actor| fits(actor) && told(actor) > 0).collect();
            fitting.sort_by_key(|actor| (std::cmp::Reverse(told(actor)), *actor));
        }
        if kind != ActorKind::Person && fitting.len() < number {
            self.add_theme_states(&mut fitting, fits);
        }
        // "the leaders" are those who are called so, if they are enough.
        let called: Vec<usize> = fitting.iter().copied().filter(|actor| self.leads(*actor)).collect();
        let fitting = if lexicon().is("leader", syntax.lemma(index)) && called.len() >= number { called } else { fitting };
        let mut several: Vec<usize> = fitting.into_iter().take(number).collect();
        several.sort_unstable();
        (several.len() == number).then_some(several)
    }

    /// The states that the article names most, behind those told of last: "a deal that the two sides hope to sign".
    fn add_theme_states(&self, states: &mut Vec<usize>, fits: impl Fn(&usize) -> bool) {
        let mut all: Vec<usize> = (0..self.actors.len()).filter(|actor| fits(actor) && self.actors[*actor].spans.len() > 2).collect();
        all.sort_by_key(|actor| std::cmp::Reverse(self.actors[*actor].spans.len()));
        for actor in all {
            if !states.contains(&actor) {
                states.push(actor);
            }
        }
    }

    /// "both sides", "the two parties": the two states or bodies that the text has told of most by then.
    fn opponents(&self, barred: &[usize]) -> Option<Vec<usize>> {
        let told = |actor: usize| self.seen.iter().filter(|seen| seen.actors.contains(&actor)).count();
        let mut all: Vec<(usize, usize)> = (0..self.actors.len())
            .filter(|actor| self.actors[*actor].kind != ActorKind::Person && !barred.contains(actor))
            .map(|actor| (told(actor), actor))
            .filter(|(times, _)| *times > 0)
            .collect();
        all.sort_by_key(|(times, actor)| (std::cmp::Reverse(*times), *actor));
        let mut two: Vec<usize> = all.into_iter().map(|(_, actor)| actor).take(2).collect();
        two.sort_unstable();
        (two.len() == 2).then_some(two)
    }

    /// "He urged these leaders": those of the sentence before who are called so, without whoever urges.
    fn these(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let near = syntax.by(index, &[Dep::Det]).any(|det| lexicon().is("near", syntax.lower(det)));
        if !near
            || !lexicon().is("leader", syntax.lemma(index))
            || syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Poss, Dep::Prep]).next().is_some()
        {
            return None;
        }
        let (sentence, barred) = (syntax.sentence_of(index), self.barred(index));
        let before = |back: usize| {
            let told = self.seen.iter().filter(|seen| seen.sentence + back == sentence).flat_map(|seen| seen.actors.iter().copied());
            let mut leaders: Vec<usize> = told.filter(|actor| !barred.contains(actor) && self.leads(*actor)).collect();
            leaders.sort_unstable();
            leaders.dedup();
            leaders
        };
        [1, 2].into_iter().map(before).find(|leaders| leaders.len() > 1)
    }

    /// Whether the article or the list of offices says that a person leads a state or body.
    fn leads(&self, actor: usize) -> bool {
        let day = self.day();
        let holds = |entry: &super::lexicon::Office| {
            lexicon().is("head-office", &entry.title.replace(' ', "_"))
                && day.as_ref().is_some_and(|day| held_on(entry, day))
                && self.is_named(actor, entry.person)
        };
        let leads = |role: &RolePhrase| lexicon().is("leader", &role.noun) || lexicon().is("head-office", &role.office().replace(' ', "_"));
        self.actors[actor].roles.iter().any(|role| leads(&role.phrase)) || lexicon().offices.iter().any(holds)
    }

    fn person_by_role(&self, index: usize, phrase: &RolePhrase) -> Option<Vec<usize>> {
        let owner = |mention: usize| self.names.of[mention];
        let possessed = self.syntax.first(index, &[Dep::Poss]).and_then(|poss| self.names.at(poss)).and_then(owner);
        let possessed_by_person = possessed.is_some_and(|actor| self.actors[actor].kind == ActorKind::Person)
            || self.syntax.first(index, &[Dep::Poss]).is_some_and(|poss| lexicon().is("possessive", self.syntax.lower(poss)));
        if possessed_by_person {
            return None;
        }
        let same_owner = |a: usize, b: usize| owner(a) == owner(b);
        let mut weights = self.salience(index);
        // Later in the article a role may be far from its last mention: everyone named so far counts, lightly.
        for (actor, _) in self.actors.iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::Person) {
            let before = |span: &Span| span.end() <= self.syntax.token(index).span.start();
            let named = self.actors[actor].spans.iter().any(before);
            if (named || self.in_heading(index))
                && !weights.iter().any(|(known, _)| *known == actor)
                && !self.actors[actor].roles.is_empty()
            {
                weights.push((actor, 0.0));
            }
        }
        if phrase.of.is_some()
            && let Some(actor) = self.office_holder(phrase)
        {
            return Some(vec![actor]);
        }
        if phrase.of.is_none()
            && let Some(actor) = self.holder_of_any(phrase, &weights)
        {
            return Some(vec![actor]);
        }
        let named_role = weights.iter().find(|(actor, _)| {
            self.actors[*actor].roles.iter().any(|role| role.phrase.covers(phrase, same_owner)) && self.may_belong(*actor, phrase)
        });
        if let Some((actor, _)) = named_role {
            return Some(vec![*actor]);
        }
        let loose = lexicon().is("loose-role", phrase.noun.as_str());
        if loose && phrase.of.is_none() {
            // "the man" is someone whose sex is known to fit, not just anyone.
            let sex = match phrase.noun.as_str() {
                noun if lexicon().is("male", noun) => Some('m'),
                noun if lexicon().is("female", noun) => Some('f'),
                _ => None,
            };
            return weights
                .iter()
                .find(|(actor, weight)| {
                    *weight > 0.0 && self.actors[*actor].kind == ActorKind::Person && (sex.is_none() || self.actors[*actor].sex == sex)
                })
                .map(|(actor, _)| vec![*actor]);
        }
        None
    }

    /// Whether nothing that the article says of a person forbids that it belongs to the owner of the role.
    fn may_belong(&self, actor: usize, phrase: &RolePhrase) -> bool {
        let Some(owner) = phrase.of.and_then(|mention| self.names.of[mention]) else { return true };
        let own: Vec<usize> =
            self.actors[actor].roles.iter().filter_map(|role| role.phrase.of.and_then(|mention| self.names.of[mention])).collect();
        own.is_empty() || own.contains(&owner)
    }

    /// "the prime minister" without a state: whoever of those told of last holds such an office, unless the article itself
    /// gives someone that role.
    fn holder_of_any(&self, phrase: &RolePhrase, weights: &[(usize, f64)]) -> Option<usize> {
        let told = |actor: &LocalActor| actor.roles.iter().any(|role| role.phrase.covers(phrase, |_, _| true));
        if phrase.former || self.actors.iter().any(told) {
            return None;
        }
        let (day, office) = (self.day()?, phrase.office());
        let recent = weights.iter().filter(|(actor, weight)| *weight > 0.0 && self.actors[*actor].kind == ActorKind::Person);
        recent.map(|(actor, _)| *actor).find(|actor| {
            lexicon().offices.iter().any(|entry| entry.title == office && held_on(entry, &day) && self.is_named(*actor, entry.person))
        })
    }

    /// Whether a person bears this name.
    fn is_named(&self, actor: usize, name: &str) -> bool {
        let person = super::name::PersonName::of(name, |word| lexicon().is("particle", word));
        self.actors[actor].kind == ActorKind::Person && self.actors[actor].person.same(&person) != super::name::SamePerson::No
    }

    /// The article's day, ISO.
    fn day(&self) -> Option<String> {
        match self.article.published.as_ref().map(|published| published.date) {
            Some(date @ (Edtf::On(_) | Edtf::OneOf { .. } | Edtf::Interval { .. })) => {
                date.bounds().earliest.map(|at| at.date().to_string())
            }
            _ => None,
        }
    }

    /// The holder of the office on the article's day, if the article names that person.
    fn office_holder(&self, phrase: &RolePhrase) -> Option<usize> {
        let owner = &self.names.named[phrase.of?].name;
        let day = self.day()?;
        let office = phrase.office();
        let leads = |listed: &str| lexicon().is("head-office", &listed.replace(' ', "_"));
        let held = |entry: &&super::lexicon::Office| {
            entry.of == owner && (entry.title == office || (office == "leader" && leads(entry.title))) && held_on(entry, &day)
        };
        lexicon().offices.iter().filter(held).find_map(|entry| (0..self.actors.len()).find(|actor| self.is_named(*actor, entry.person)))
    }

    /// "the fund" after "Corvane Partners, an activist hedge fund": the body that the article calls so.
    fn called(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let so = |other: usize| syntax.lower(other) == syntax.lower(index);
        let named = self.names.named.iter().zip(self.names.of).rev().filter(|(named, _)| named.head < index && !named.place);
        let mut called = named.filter(|(named, _)| {
            let after = syntax.by(named.head, &[Dep::Appos]).any(so);
            let before = syntax.dep(named.head) == Dep::Appos && syntax.head(named.head).is_some_and(so);
            let directly = named.tokens.start.checked_sub(1).is_some_and(so);
            named.kind == ActorKind::Organisation && (after || before || directly)
        });
        called.find_map(|(_, actor)| *actor)
    }

    /// "the army", "the government": of the only state that the title and the first paragraph tell of.
    fn home_state(&self) -> Option<Vec<usize>> {
        let lead = self.article.blocks.iter().position(|block| block.kind == BlockKind::Paragraph)?;
        let end = self.article.blocks[lead].span.end();
        let opening = |span: &Span| span.start() < end;
        let mut states = (0..self.actors.len())
            .filter(|actor| self.actors[*actor].kind == ActorKind::Country && self.actors[*actor].spans.iter().any(opening));
        let first = states.next()?;
        states.next().is_none().then(|| vec![first])
    }

    /// "the union" whose name comes later: "their union said ... The union, SIGMA, denied".
    fn called_later(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let so = |other: usize| syntax.lower(other) == syntax.lower(index);
        let later = |head: usize| head > index && syntax.sentence_of(head) <= syntax.sentence_of(index) + LATER;
        let mut named = self.names.named.iter().zip(self.names.of).filter(|(named, _)| {
            let apposed = syntax.dep(named.head) == Dep::Appos && syntax.head(named.head).is_some_and(so);
            let directly = named.tokens.start.checked_sub(1).is_some_and(so);
            named.kind == ActorKind::Organisation && later(named.head) && (apposed || directly)
        });
        named.find_map(|(_, actor)| *actor)
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
    fn is_aside(&self, child: usize) -> bool {
        let syntax = self.syntax;
        let comma = |start: usize| start.checked_sub(1).is_some_and(|before| syntax.word(before) == ",");
        matches!(syntax.dep(child), Dep::Relcl | Dep::Acl) && comma(syntax.phrase(child).start)
    }

    /// "the City Council": a body that is no company, club or party.
    fn is_official(&self, actor: usize) -> bool {
        let last = self.actors[actor].name.rsplit(' ').next().unwrap_or_default().to_lowercase();
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

    /// "the ministry", "the company", "the coalition": the body last named with that word, or the last body for "the company".
    fn body_by_noun(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let noun = syntax.lower(index);
        let lexicon = lexicon();
        if let Some(state) = self.state_in(index).filter(|_| lexicon.is("state-organ", noun)) {
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
        if lexicon.is("state-organ", noun) {
            return self.home_state().or_else(|| self.governed.map(|state| vec![state]));
        }
        if !generic {
            return self.called_later(index).map(|actor| vec![actor]);
        }
        // Nobody deals with himself, and who has just been named is not described anew: "its board spurned the US firm".
        let described = syntax.by(index, &[Dep::Amod, Dep::Compound]).any(|child| syntax.lower(child) != "same");
        let sentence = syntax.sentence_of(index);
        let mut others = self.barred(index);
        others.extend(
            self.seen
                .iter()
                .filter(|seen| described && seen.subject && seen.sentence == sentence)
                .flat_map(|seen| seen.actors.iter().copied()),
        );
        // No council is "the company", no court "the party".
        let firm = !lexicon.is("any-body", noun);
        let fits = |actor: &usize| fits(actor) && !others.contains(actor) && !(firm && self.is_official(*actor));
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
}
