//! Who is meant by a noun with "the": which rule has a say, and a person by role or office.

use super::Resolver;
use crate::actor::lexicon::{Office, lexicon};
use crate::actor::local_actor::LocalActor;
use crate::actor::name::{PersonName, SamePerson};
use crate::actor::role_phrase::{RolePhrase, role_phrase};
use crate::language::{Dep, Pos, Tag};
use crate::model::{ActorKind, Edtf, Span};

/// Whether an office was held on a day, ISO.
fn held_on(entry: &Office, day: &str) -> bool {
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
        if let Some(actor) =
            self.operator(index).or_else(|| self.police(index)).or_else(|| self.people_at_home(index)).or_else(|| self.rebels(index))
        {
            return Some(vec![actor]);
        }
        if let Some(actor) = self.identified_as(index).or_else(|| self.own_land(index)) {
            return Some(vec![actor]);
        }
        let deed = lexicon().is("deed-noun", syntax.lower(index));
        // In apposition to a name: it is that name's actor, and the name itself is seen too.
        for other in syntax.by(index, &[Dep::Appos]).chain((syntax.dep(index) == Dep::Appos).then(|| syntax.head(index)).flatten()) {
            if let Some(mention) = self.names.at(other)
                && !deed
                && self.names.named[mention].head == other
                && ((role_phrase(syntax, self.names, index).is_some() || self.is_who(index)) == self.names.is_person(mention))
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
        if let Some(both) = self.each(index) {
            return Some(both);
        }
        if !definite {
            return self.named_later(index);
        }
        if let Some(actor) = self.counterpart(index) {
            return Some(vec![actor]);
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
            Some(phrase) => {
                let known = self.person_by_role(index, &phrase).filter(|who| !who.iter().any(|actor| self.is_of_another(index, *actor)));
                known.or_else(|| self.named_later(index))
            }
            None => self.body_by_noun(index),
        }
    }

    /// "Chile may recall its ambassador from Peru": not Peru's ambassador.
    fn is_of_another(&self, index: usize, person: usize) -> bool {
        let syntax = self.syntax;
        let owner = syntax.first(index, &[Dep::Poss]).filter(|owner| lexicon().is("it", syntax.lower(*owner)));
        let Some(owner) = owner.and_then(|owner| self.seen.iter().rev().find(|seen| seen.token == owner)) else { return false };
        let state = |actor: &usize| self.actors[*actor].kind == ActorKind::Country;
        let of = self.actors[person].affiliation.as_deref();
        owner.actors.iter().all(state) && of.is_some_and(|of| owner.actors.iter().all(|actor| self.actors[*actor].name != of))
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

    /// "an engineer identified only as Radek M.", "a banker named Ann Roe": who is called so.
    fn identified_as(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let calls = syntax.by(index, &[Dep::Acl]).filter(|clause| lexicon().is("identifying", syntax.lower(*clause)));
        let mut names = calls.flat_map(|clause| {
            let within =
                syntax.by(clause, &[Dep::Prep]).filter(|word| syntax.lower(*word) == "as").filter_map(|word| syntax.object_of(word));
            within.chain(syntax.by(clause, &[Dep::Oprd, Dep::Dobj])).collect::<Vec<_>>()
        });
        let person = |name: usize| self.names.at(name).filter(|mention| self.names.is_person(*mention));
        names.find_map(person).and_then(|mention| self.names.of[mention])
    }

    /// "Ann Roe, a Liberal who": whoever is "who" is a person.
    fn is_who(&self, noun: usize) -> bool {
        let syntax = self.syntax;
        let clauses =
            syntax.by(noun, &[Dep::Relcl]).flat_map(|clause| syntax.by(clause, &[Dep::Nsubj, Dep::Nsubjpass]).collect::<Vec<_>>());
        clauses.into_iter().any(|subject| subject > noun && syntax.lower(subject) == "who")
    }

    /// "thanked her Chilean colleague": the only person told of who holds an office of that state.
    fn counterpart(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let owned = syntax.first(index, &[Dep::Poss]).filter(|_| lexicon().is("counterpart", syntax.lower(index)));
        owned?;
        let state = syntax.by(index, &[Dep::Amod, Dep::Compound]).find_map(|nation| self.names.at(nation));
        let state = state.and_then(|mention| self.names.of[mention])?;
        let barred = self.barred(index);
        let of_it = |actor: &usize| {
            let person = &self.actors[*actor];
            person.kind == ActorKind::Person && person.affiliation.as_ref() == Some(&self.actors[state].name) && !barred.contains(actor)
        };
        let mut told: Vec<usize> = self.seen.iter().flat_map(|seen| seen.actors.iter().copied()).filter(of_it).collect();
        told.sort_unstable();
        told.dedup();
        if let [only] = told[..] { Some(only) } else { None }
    }

    /// Whether the article or the list of offices says that a person leads a state or body.
    pub(super) fn leads(&self, actor: usize) -> bool {
        let day = self.day();
        let holds = |entry: &Office| {
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
            return self.by_superlative(index, possessed).map(|actor| vec![actor]);
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

    /// "He spoke of talks. These, Roe's closest ally said, ...": there is but one such, and whoever spoke just before goes on.
    fn by_superlative(&self, index: usize, owner: Option<usize>) -> Option<usize> {
        let syntax = self.syntax;
        let unique = syntax.by(index, &[Dep::Amod]).any(|word| syntax.tag(word) == Tag::Jjs);
        let says = super::speaks(syntax, index);
        let sentence = syntax.sentence_of(index);
        let recent = self.seen.iter().rev().take_while(|seen| seen.sentence + 1 >= sentence);
        let last = recent.filter(|seen| seen.speaks && seen.sentence < sentence).find(|_| unique && says)?;
        let person = |actor: &usize| self.actors[*actor].kind == ActorKind::Person && Some(*actor) != owner;
        if let [only] = last.actors[..] { Some(only).filter(|actor| person(actor)) } else { None }
    }

    /// Whether nothing that the article says of a person forbids that it belongs to the owner of the role.
    fn may_belong(&self, actor: usize, phrase: &RolePhrase) -> bool {
        let Some(owner) = phrase.of.and_then(|mention| self.names.of[mention]) else { return true };
        let own: Vec<usize> =
            self.actors[actor].roles.iter().filter_map(|role| role.phrase.of.and_then(|mention| self.names.of[mention])).collect();
        own.contains(&owner) || own.is_empty() && !self.is_of_newcomer(actor, owner, phrase)
    }

    /// "Prime Minister Ann Roe resigned. ... Norway's prime minister called": Norway, told of now for the first time, is not Roe's.
    fn is_of_newcomer(&self, person: usize, state: usize, phrase: &RolePhrase) -> bool {
        let Some(mention) = phrase.of else { return false };
        let head = self.names.named[mention].head;
        let sentence = self.syntax.sentence(self.syntax.sentence_of(head)).start;
        let begin = self.syntax.token(sentence).span.start();
        let before = |actor: usize| self.actors[actor].spans.iter().any(|span| span.start() < begin);
        self.actors[state].kind == ActorKind::Country && before(person) && !before(state)
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
        let person = PersonName::of(name, |word| lexicon().is("particle", word));
        self.actors[actor].kind == ActorKind::Person && self.actors[actor].person.same(&person) != SamePerson::No
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
        let held = |entry: &&Office| {
            entry.of == owner && (entry.title == office || (office == "leader" && leads(entry.title))) && held_on(entry, &day)
        };
        lexicon().offices.iter().filter(held).find_map(|entry| (0..self.actors.len()).find(|actor| self.is_named(*actor, entry.person)))
    }
}
