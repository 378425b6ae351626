//! Who is meant by pronouns and by phrases like "the minister": a salience model after Lappin and Leass (1994).
//!
//! Every mention gives its actor weight by its place in the sentence (subject 80, object 50, other 40); the weight
//! halves with every sentence. The heaviest actor of fitting number, sex and kind is meant.

use super::article_actors::{LocalMention, MentionForm, Names};
use super::lexicon::{Manner, lexicon};
use super::local_actor::LocalActor;
use super::role_phrase::{RolePhrase, role_phrase};
use crate::language::{Dep, Pos, Syntax, Tag};
use crate::model::{ActorKind, Article, BlockKind, Edtf};

const WINDOW: usize = 4;
/// What each of up to four mentions adds for a generic noun.
const TOPIC: f64 = 20.0;

struct Seen {
    token: usize,
    sentence: usize,
    actors: Vec<usize>,
    weight: f64,
    subject: bool,
    /// Subject of a verb of saying that is the main verb of its sentence.
    speaks: bool,
}

/// Whether a token is the subject of a verb of saying.
fn speaks(syntax: &Syntax, index: usize) -> bool {
    let first = syntax.first_conjunct(index);
    let source = syntax
        .head(first)
        .is_some_and(|to| syntax.dep(first) == Dep::Pobj && syntax.lower(to) == "to" && to > 0 && syntax.lower(to - 1) == "according");
    source || syntax.dep(first) == Dep::Nsubj && syntax.head(first).is_some_and(|verb| lexicon().is("speech", syntax.lemma(verb)))
}

/// Resolves pronouns and role phrases from left to right.
pub(crate) fn resolve(article: &Article, syntax: &Syntax, names: &Names, actors: &mut [LocalActor]) -> Vec<LocalMention> {
    let mut resolver = Resolver { article, syntax, names, actors, seen: Vec::new() };
    let mut out = Vec::new();
    let mut index = 0;
    while index < syntax.len() {
        if let Some(mention) = names.at(index) {
            let name = &names.named[mention];
            if let Some(actor) = names.of[mention] {
                // "Washington said it": a capital that acts is its state.
                let acts = matches!(syntax.dep(name.head), Dep::Nsubj | Dep::Nsubjpass);
                let place = (name.manner == Manner::Capital && !acts) || name.manner == Manner::Adjective;
                if !place {
                    resolver.see(name.head, vec![actor]);
                }
            }
            index = name.tokens.end;
            continue;
        }
        let found = resolver
            .pronoun(index)
            .map(|actors| (actors, MentionForm::Pronoun))
            .or_else(|| resolver.nominal(index).map(|actors| (actors, MentionForm::Nominal)));
        if let Some((who, form)) = found
            && !who.is_empty()
        {
            resolver.see(index, who.clone());
            if form == MentionForm::Nominal {
                let span = syntax.token(index).span;
                for actor in &who {
                    resolver.actors[*actor].spans.push(span);
                }
            }
            out.push(LocalMention { tokens: index..index + 1, actors: who, form });
        } else if let Some(owner) = resolver.owner_of_body(index) {
            resolver.see(index, vec![owner]);
        }
        index += 1;
    }
    out
}

/// Whether an office was held on a day, ISO.
fn held_on(entry: &super::lexicon::Office, day: &str) -> bool {
    entry.from <= day && (entry.to.is_empty() || day <= entry.to)
}

struct Resolver<'r, 'a, 'n> {
    article: &'r Article,
    syntax: &'r Syntax<'a>,
    names: &'r Names<'n>,
    actors: &'r mut [LocalActor],
    seen: Vec<Seen>,
}

impl Resolver<'_, '_, '_> {
    fn see(&mut self, token: usize, actors: Vec<usize>) {
        let syntax = self.syntax;
        let first = syntax.first_conjunct(token);
        let subject = matches!(syntax.dep(first), Dep::Nsubj | Dep::Nsubjpass)
            || (syntax.dep(first) == Dep::Pobj && syntax.head(first).is_some_and(|head| syntax.dep(head) == Dep::Agent));
        let heading =
            self.article.blocks.iter().any(|block| block.kind != BlockKind::Paragraph && block.span.contains(syntax.token(token).span));
        let base = match syntax.dep(first) {
            Dep::Nsubj | Dep::Nsubjpass => 80.0,
            Dep::Dobj | Dep::Dative => 50.0,
            Dep::Poss if syntax.head(first).is_some_and(|head| matches!(syntax.dep(head), Dep::Nsubj | Dep::Nsubjpass)) => 75.0,
            Dep::Poss => 45.0,
            Dep::Appos => 60.0,
            _ if subject => 70.0,
            _ => 40.0,
        };
        let depth = syntax.depth(token) as f64;
        let weight = (base - 8.0 * depth) * if heading { 0.6 } else { 1.0 };
        self.seen.push(Seen {
            token,
            sentence: syntax.sentence_of(token),
            actors,
            weight: weight.max(5.0),
            speaks: speaks(syntax, token) && (syntax.depth(first) <= 1 || syntax.dep(first) == Dep::Pobj),
            subject,
        });
    }

    /// The weight of each actor as seen from a token, heaviest first.
    fn salience(&self, at: usize) -> Vec<(usize, f64)> {
        let sentence = self.syntax.sentence_of(at);
        let mut weights: Vec<(usize, f64)> = Vec::new();
        for seen in self.seen.iter().rev().take_while(|seen| seen.sentence + WINDOW >= sentence) {
            let decay = 0.5_f64.powi(i32::try_from(sentence - seen.sentence).unwrap_or(9));
            for actor in &seen.actors {
                match weights.iter_mut().find(|(known, _)| known == actor) {
                    Some((_, weight)) => *weight += seen.weight * decay,
                    None => weights.push((*actor, seen.weight * decay)),
                }
            }
        }
        weights.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        weights
    }

    /// Actors that a pronoun cannot mean: other arguments of its own verb.
    fn barred(&self, index: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let Some(verb) = syntax.head(index).filter(|head| syntax.is_verb(*head)) else { return Vec::new() };
        let arguments = syntax
            .by(verb, &[Dep::Nsubj, Dep::Nsubjpass, Dep::Dobj, Dep::Dative])
            .filter(|child| *child != index)
            .flat_map(|child| syntax.conjuncts(child))
            .collect::<Vec<_>>();
        let own = self.seen.iter().filter(|seen| arguments.contains(&seen.token));
        own.flat_map(|seen| seen.actors.iter().copied()).collect()
    }

    /// "Russia's defence ministry said it": a body of a state stands for the state until it is named itself.
    fn owner_of_body(&self, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let subject = matches!(syntax.dep(index), Dep::Nsubj | Dep::Nsubjpass) && syntax.is_noun(index);
        if !subject || !lexicon().is("body", syntax.lower(index)) {
            return None;
        }
        let owners = syntax.by(index, &[Dep::Poss, Dep::Amod, Dep::Compound, Dep::Nmod]).filter_map(|owner| self.names.at(owner));
        owners.filter(|mention| !self.names.is_person(*mention)).find_map(|mention| self.names.of[mention])
    }

    /// "himself", "themselves": the subject of the same clause.
    fn reflexive(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let mut verb = syntax.head(index)?;
        for _ in 0..6 {
            if let Some(subject) = syntax.first(verb, &[Dep::Nsubj, Dep::Nsubjpass]).filter(|_| syntax.is_verb(verb)) {
                return self.seen.iter().rev().find(|seen| seen.token == subject).map(|seen| seen.actors.clone());
            }
            verb = syntax.head(verb)?;
        }
        None
    }

    fn pronoun(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        if !matches!(syntax.tag(index), Tag::Prp | Tag::PrpPoss) {
            return None;
        }
        if lexicon().is("reflexive", syntax.lower(index)) {
            return self.reflexive(index);
        }
        let word = syntax.lower(index);
        let sex = match ["he", "she", "they", "it"].into_iter().find(|pronoun| lexicon().is(pronoun, word))? {
            "he" => 'm',
            "she" => 'f',
            "they" => return self.plural(index),
            _ => return self.neuter(index),
        };
        let barred = self.barred(index);
        let fits = |actor: &usize| {
            self.actors[*actor].kind == ActorKind::Person && self.actors[*actor].sex.is_none_or(|own| own == sex) && !barred.contains(actor)
        };
        let mut weights = self.salience(index);
        // Who spoke in the sentence before goes on speaking: "Lavrov said ... . He added ...".
        if speaks(self.syntax, index) {
            let sentence = self.syntax.sentence_of(index);
            let last = self
                .seen
                .iter()
                .rev()
                .take_while(|seen| seen.sentence + 1 >= sentence)
                .find(|seen| seen.speaks && seen.sentence < sentence);
            for (actor, weight) in &mut weights {
                if last.is_some_and(|seen| seen.actors.contains(actor)) {
                    *weight += 60.0;
                }
            }
            weights.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        }
        if let Some(doer) = self.doer_before(index) {
            weights.sort_by_key(|(actor, _)| !doer.contains(actor));
        }
        let known = weights.iter().find(|(actor, _)| fits(actor))?;
        Some(vec![known.0])
    }

    /// "Trump paused to take a call with Putin. ... He took the call": who was last told to do the same with the same thing.
    fn doer_before(&self, pronoun: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let verb = syntax.head(pronoun).filter(|verb| syntax.is_verb(*verb) && syntax.dep(pronoun) == Dep::Nsubj)?;
        let object = syntax.first(verb, &[Dep::Dobj])?;
        let definite = syntax.by(object, &[Dep::Det]).any(|det| lexicon().is("definite", syntax.lower(det)));
        let from = syntax.sentence(syntax.sentence_of(pronoun).saturating_sub(WINDOW)).start;
        let same = |other: &usize| {
            syntax.lemma(*other) == syntax.lemma(verb)
                && syntax.is_verb(*other)
                && syntax.first(*other, &[Dep::Dobj]).is_some_and(|thing| syntax.lemma(thing) == syntax.lemma(object))
        };
        let mut doing = (from..pronoun).rev().find(same).filter(|_| definite)?;
        for _ in 0..4 {
            if let Some(subject) = syntax.first(doing, &[Dep::Nsubj]) {
                return self.seen.iter().rev().find(|seen| seen.token == subject).map(|seen| seen.actors.clone());
            }
            doing = syntax.head(doing).filter(|head| syntax.is_verb(*head))?;
        }
        None
    }

    fn plural(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let sentence = syntax.sentence_of(index);
        let barred = self.barred(index);
        // "both sides must withdraw their troops": theirs, whoever they are.
        let verb = syntax.head(index).and_then(|noun| syntax.head(noun)).filter(|verb| syntax.is_verb(*verb));
        let own = verb.and_then(|verb| syntax.first(verb, &[Dep::Nsubj, Dep::Nsubjpass])).filter(|subject| *subject < index);
        let unnamed = own.is_some_and(|own| {
            syntax.tag(own) == Tag::Nns && !self.seen.iter().rev().take(20).any(|seen| syntax.dominates(own, seen.token))
        });
        if syntax.tag(index) == Tag::PrpPoss && unnamed {
            return None;
        }
        // Coordinated subjects or objects of this or the previous sentence: "A and B ... they".
        let recent: Vec<&Seen> = self.seen.iter().rev().take_while(|seen| seen.sentence + 1 >= sentence).collect();
        let best = recent.iter().filter(|seen| !seen.actors.iter().any(|actor| barred.contains(actor))).filter_map(|seen| {
            let first = syntax.first_conjunct(seen.token);
            let together: Vec<usize> = recent
                .iter()
                .filter(|other| syntax.first_conjunct(other.token) == first)
                .flat_map(|other| other.actors.iter().copied())
                .collect();
            let plural = together.len() > 1 || together.iter().any(|actor| self.actors[*actor].kind != ActorKind::Person);
            let persons = together.iter().filter(|actor| self.actors[**actor].kind == ActorKind::Person).count();
            let mixed = persons > 0 && persons < together.len();
            (plural && !mixed && (seen.subject || self.is_object_above(index, seen.token))).then_some((
                seen.sentence,
                seen.weight,
                together,
            ))
        });
        let mut best = best.max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))?.2;
        best.sort_unstable();
        best.dedup();
        Some(best)
    }

    /// Whether `token` is the object of the verb that the clause of the pronoun hangs on: "attacked the allies, accusing them".
    fn is_object_above(&self, pronoun: usize, token: usize) -> bool {
        let syntax = self.syntax;
        let Some(verb) = syntax.head(pronoun) else { return false };
        let Some(above) = syntax.head(verb).filter(|_| syntax.dep(verb) == Dep::Advcl) else { return false };
        syntax.by(above, &[Dep::Dobj]).any(|object| syntax.dominates(object, token))
    }

    fn neuter(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let possessive = syntax.tag(index) == Tag::PrpPoss;
        let verb = syntax.head(index)?;
        if !possessive && (syntax.dep(index) != Dep::Nsubj || !syntax.is_verb(verb) || lexicon().is("impersonal-verb", syntax.lemma(verb)))
        {
            return None;
        }
        let sentence = syntax.sentence_of(index);
        let barred = self.barred(index);
        let best = self.seen.iter().rev().take_while(|seen| seen.sentence + 1 >= sentence).find(|seen| {
            seen.subject
                && seen.actors.len() == 1
                && seen.actors.iter().all(|actor| self.actors[*actor].kind != ActorKind::Person && !barred.contains(actor))
        })?;
        Some(best.actors.clone())
    }

    /// "the Russian foreign minister", "the politician", "the ministry", "Russia's top diplomat".
    fn nominal(&mut self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        if syntax.pos(index) == Pos::Propn && syntax.dep(index) == Dep::Compound
            || !syntax.is_noun(index)
            || syntax.dep(index) == Dep::Compound
        {
            return None;
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
        let definite = syntax.children(index).any(|child| lexicon().is("definite", syntax.lower(child)) && syntax.dep(child) == Dep::Det)
            || syntax.first(index, &[Dep::Poss]).is_some();
        if !definite || matches!(syntax.dep(index), Dep::Attr | Dep::Oprd) {
            return None;
        }
        // "the politician Ilya Yashin": whoever that is, nobody named before.
        if syntax.by(index, &[Dep::Appos]).any(|name| name == index + 1 || syntax.phrase(name).start == index + 1) {
            return None;
        }
        if syntax.tag(index) == Tag::Nns {
            return self.pair(index);
        }
        match role_phrase(syntax, self.names, index) {
            Some(phrase) => self.person_by_role(index, &phrase),
            None => self.body_by_noun(index),
        }
    }

    /// "the two leaders", "both sides": the two persons or states told of last.
    fn pair(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let two = syntax.children(index).any(|child| matches!(syntax.lower(child), "two" | "both"));
        let noun = syntax.lower(index);
        let kind = if lexicon().is("pair-of-persons", noun) {
            ActorKind::Person
        } else if lexicon().is("pair-of-states", noun) {
            ActorKind::Country
        } else {
            return None;
        };
        let owned = syntax.by(index, &[Dep::Poss, Dep::Amod, Dep::Compound]).any(|owner| self.names.at(owner).is_some());
        if !two || owned {
            return None;
        }
        let fitting = self.salience(index).into_iter().map(|(actor, _)| actor).filter(|actor| self.actors[*actor].kind == kind);
        let mut two: Vec<usize> = fitting.take(2).collect();
        two.sort_unstable();
        (two.len() == 2).then_some(two)
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
            if !weights.iter().any(|(known, _)| *known == actor) && !self.actors[actor].roles.is_empty() {
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
        let leads = |listed: &str| lexicon().is("head-office", listed);
        let held = |entry: &&super::lexicon::Office| {
            entry.of == owner && (entry.title == office || (office == "leader" && leads(entry.title))) && held_on(entry, &day)
        };
        lexicon().offices.iter().filter(held).find_map(|entry| (0..self.actors.len()).find(|actor| self.is_named(*actor, entry.person)))
    }

    /// "the ministry", "the company", "the coalition": the body last named with that word, or the last body for "the company".
    fn body_by_noun(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let noun = syntax.lower(index);
        let lexicon = lexicon();
        if !(lexicon.is("body", noun) || lexicon.is("group", noun) || lexicon.is("generic-body", noun))
            || syntax.tag(index) == Tag::Nns
            || syntax.by(index, &[Dep::Prep, Dep::Amod, Dep::Compound, Dep::Relcl, Dep::Acl]).any(|child| syntax.lower(child) != "same")
        {
            return None;
        }
        let possessed =
            syntax.by(index, &[Dep::Poss]).any(|poss| syntax.conjuncts(poss).into_iter().any(|part| self.names.at(part).is_some()));
        if possessed {
            return None;
        }
        let weights = self.salience(index);
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
        let generic = lexicon.is("generic-body", noun);
        let fits = |actor: &usize| {
            self.actors[*actor].kind == ActorKind::Organisation || (noun == "group" && self.actors[*actor].kind == ActorKind::Group)
        };
        if !generic {
            return None;
        }
        // "the company" is the one that the article is about rather than the one named last in passing.
        let weight = |actor: usize, salience: f64| salience + TOPIC * self.actors[actor].spans.len().min(4) as f64;
        let best = weights.iter().filter(|(actor, _)| fits(actor)).map(|(actor, salience)| (*actor, weight(*actor, *salience)));
        best.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|(actor, _)| vec![actor])
    }
}
