//! Reads an article from left to right for whom pronouns and phrases like "the minister" mean: a salience model after Lappin and Leass (1994).
//!
//! Every mention gives its actor weight by its place in the sentence (subject 80, object 50, other 40); the weight
//! falls with every sentence. What each kind of pronoun and phrase makes of the weights is in files of their own.

mod body;
mod called;
mod clause_subjects;
pub(super) mod home;
mod own_land;
mod pair;
mod person;
mod plural;
mod quoted_speaker;
mod rebel;
mod role;
mod same_doer;
mod thing;

use self::called::descriptions;
use self::home::Home;
use self::rebel::only_movement;
use crate::actor::article_actors::{LocalMention, MentionForm, Names};
use crate::actor::lexicon::{Manner, lexicon};
use crate::actor::local_actor::LocalActor;
use crate::actor::named::craft::names_of_craft;
use crate::language::{Dep, Pos, Syntax, Tag};
use crate::model::{ActorKind, Article, BlockKind, Cancelled, Watch};
use std::collections::BTreeSet;

/// So many sentences back somebody may have been told of.
pub(super) const WINDOW: usize = 4;

/// What of a weight is left a sentence later.
const LEFT: f64 = 0.5;

/// What a mention in another paragraph counts: a paragraph mostly goes on telling of whom it began with.
const PARAGRAPH: f64 = 0.7;

pub(super) struct Seen {
    pub(super) token: usize,
    pub(super) sentence: usize,
    pub(super) actors: Vec<usize>,
    pub(super) weight: f64,
    /// The number of its paragraph.
    block: usize,
    pub(super) subject: bool,
    /// Subject of a verb of saying that is the main verb of its sentence.
    pub(super) speaks: bool,
}

/// Whether a token is the subject of a verb of saying.
pub(super) fn speaks(syntax: &Syntax, index: usize) -> bool {
    let first = syntax.first_conjunct(index);
    let source = syntax
        .head(first)
        .is_some_and(|to| syntax.dep(first) == Dep::Pobj && syntax.lower(to) == "to" && to > 0 && syntax.lower(to - 1) == "according");
    source || syntax.dep(first) == Dep::Nsubj && syntax.head(first).is_some_and(|verb| lexicon().is("speech", syntax.lemma(verb)))
}

/// Whether a word names a body of a state: "army", "ministry".
fn is_organ(word: &str) -> bool {
    lexicon().is("state-organ", word) || lexicon().is("lone-organ", word)
}

/// Resolves pronouns and role phrases from left to right.
///
/// # Errors
/// `Cancelled` if the watch says so; it is asked at every sentence.
pub(crate) fn resolve(
    article: &Article,
    syntax: &Syntax,
    names: &Names,
    actors: &mut [LocalActor],
    home: Home,
    watch: &dyn Watch,
) -> Result<Vec<LocalMention>, Cancelled> {
    let mut resolver = Resolver {
        article,
        syntax,
        names,
        seen: Vec::new(),
        governed: None,
        states_governed: BTreeSet::new(),
        organs: BTreeSet::new(),
        described: descriptions(syntax, names, actors.len()),
        craft: names_of_craft(syntax),
        actors,
        home,
        movement: only_movement(syntax, names),
    };
    let mut out = Vec::new();
    let mut index = 0;
    let mut sentence = usize::MAX;
    while index < syntax.len() {
        if syntax.sentence_of(index) != sentence {
            sentence = syntax.sentence_of(index);
            if watch.cancelled() {
                return Err(Cancelled);
            }
        }
        if let Some(mention) = names.at(index) {
            let name = &names.named[mention];
            if let Some(actor) = names.of[mention] {
                // "Washington said it": a capital that acts is its state.
                let acts = matches!(syntax.dep(syntax.first_conjunct(name.head)), Dep::Nsubj | Dep::Nsubjpass);
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
            if form == MentionForm::Pronoun {
                resolver.learn_sex(index, &who);
            }
            if is_organ(syntax.lower(index)) {
                resolver.govern(&who, sentence);
            }
            if form == MentionForm::Nominal {
                let span = syntax.token(index).span;
                for actor in &who {
                    resolver.actors[*actor].spans.push(span);
                }
            }
            out.push(LocalMention { tokens: index..index + 1, actors: who, form });
        } else {
            let owners = resolver.owners_of_body(index);
            if is_organ(syntax.lower(index)) {
                resolver.govern(&owners, sentence);
                resolver.organs.extend(owners.iter().map(|owner| (syntax.lower(index).to_owned(), *owner)));
            }
            if resolver.is_acting(index) && !owners.is_empty() {
                resolver.see(index, owners);
            }
        }
        index += 1;
    }
    Ok(out)
}

pub(super) struct Resolver<'r, 'a, 'n> {
    pub(super) article: &'r Article,
    pub(super) syntax: &'r Syntax<'a>,
    pub(super) names: &'r Names<'n>,
    pub(super) actors: &'r mut [LocalActor],
    pub(super) seen: Vec<Seen>,
    /// The state whose government or army was told of last, and in which sentence.
    governed: Option<(usize, usize)>,
    /// All states whose government or army has been told of.
    states_governed: BTreeSet<usize>,
    /// The same by the word that told of it: "government", its state.
    pub(super) organs: BTreeSet<(String, usize)>,
    /// The nouns that the article calls each actor by.
    described: Vec<BTreeSet<&'a str>>,
    /// The words that name craft.
    pub(super) craft: BTreeSet<&'a str>,
    /// The states at home.
    pub(super) home: Home,
    /// The only armed movement.
    pub(super) movement: Option<usize>,
}

impl Resolver<'_, '_, '_> {
    fn see(&mut self, token: usize, actors: Vec<usize>) {
        let syntax = self.syntax;
        // Who wrote the article is not told of in it.
        let span = syntax.token(token).span;
        let block = self.article.blocks.get(self.block(token)).filter(|block| block.span.contains(span));
        if block.is_some_and(|block| block.kind == BlockKind::Metadata) {
            return;
        }
        let first = syntax.first_conjunct(token);
        let subject = matches!(syntax.dep(first), Dep::Nsubj | Dep::Nsubjpass)
            || (syntax.dep(first) == Dep::Pobj && syntax.head(first).is_some_and(|head| syntax.dep(head) == Dep::Agent));
        let base = match syntax.dep(first) {
            Dep::Nsubj | Dep::Nsubjpass => 80.0,
            Dep::Dobj | Dep::Dative => 50.0,
            Dep::Poss if syntax.head(first).is_some_and(|head| matches!(syntax.dep(head), Dep::Nsubj | Dep::Nsubjpass)) => 75.0,
            Dep::Poss => 45.0,
            Dep::Appos => 60.0,
            // "The winner was Ann Roe": who somebody turns out to be is what the text is about.
            Dep::Attr if syntax.pos(first) == Pos::Propn => 75.0,
            _ if subject => 70.0,
            _ => 40.0,
        };
        let depth = syntax.depth(token) as f64;
        let weight = (base - 8.0 * depth) * if self.in_heading(token) { 0.6 } else { 1.0 };
        self.seen.push(Seen {
            token,
            sentence: syntax.sentence_of(token),
            actors,
            weight: weight.max(5.0),
            block: self.block(token),
            speaks: speaks(syntax, token) && (syntax.depth(first) <= 1 || syntax.dep(first) == Dep::Pobj),
            subject,
        });
    }

    /// Notes of which state the government or army was told of.
    fn govern(&mut self, states: &[usize], sentence: usize) {
        if let Some(state) = states.first() {
            self.governed = Some((*state, sentence));
            self.states_governed.insert(*state);
        }
    }

    /// The state whose government or army was told of last, not long before a token.
    pub(super) fn governing(&self, at: usize) -> Option<usize> {
        let near = |sentence: usize| sentence + 2 * WINDOW >= self.syntax.sentence_of(at);
        self.governed.filter(|(_, sentence)| self.states_governed.len() < 2 || near(*sentence)).map(|(state, _)| state)
    }

    /// The number of the block that a token stands in.
    pub(super) fn block(&self, token: usize) -> usize {
        let start = self.syntax.token(token).span.start();
        self.article.blocks.partition_point(|block| block.span.end() <= start)
    }

    /// Whether a token stands in a headline or another heading.
    pub(super) fn in_heading(&self, token: usize) -> bool {
        let span = self.syntax.token(token).span;
        self.article.blocks.get(self.block(token)).is_some_and(|block| block.kind != BlockKind::Paragraph && block.span.contains(span))
    }

    /// The weight of each actor as seen from a token, heaviest first.
    pub(super) fn salience(&self, at: usize) -> Vec<(usize, f64)> {
        self.salience_of(at, LEFT, |_| 1.0)
    }

    /// The weight of each actor as seen from a token: so much of it is left a sentence later, and each mention counts as much as `share`
    /// says of it.
    pub(super) fn salience_of(&self, at: usize, left: f64, share: impl Fn(&Seen) -> f64) -> Vec<(usize, f64)> {
        let sentence = self.syntax.sentence_of(at);
        let block = self.block(at);
        let mut weights: Vec<(usize, f64)> = Vec::new();
        for seen in self.seen.iter().rev().take_while(|seen| seen.sentence + WINDOW >= sentence) {
            let apart = if seen.block == block { 1.0 } else { PARAGRAPH };
            let decay = apart * left.powi(i32::try_from(sentence - seen.sentence).unwrap_or(9));
            for actor in &seen.actors {
                match weights.iter_mut().find(|(known, _)| known == actor) {
                    Some((_, weight)) => *weight += seen.weight * decay * share(seen),
                    None => weights.push((*actor, seen.weight * decay * share(seen))),
                }
            }
        }
        weights.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        weights
    }

    /// Actors that a pronoun cannot mean: other arguments of its own verb.
    pub(super) fn barred(&self, index: usize) -> Vec<usize> {
        let syntax = self.syntax;
        // "Roe accused Dahl and called on him to go": not Roe.
        let above = syntax.head(index).map(|head| match syntax.head(head) {
            Some(verb) if syntax.dep(index) == Dep::Pobj && !lexicon().is("beside-oneself", syntax.lower(head)) => verb,
            _ => head,
        });
        let Some(verb) = above.filter(|head| syntax.is_verb(*head)) else { return Vec::new() };
        let mut arguments = syntax
            .by(verb, &[Dep::Nsubj, Dep::Nsubjpass, Dep::Dobj, Dep::Dative])
            .filter(|child| *child != index)
            .flat_map(|child| syntax.conjuncts(child))
            .collect::<Vec<_>>();
        arguments.extend(self.shared_subject(verb));
        let sentence = syntax.sentence_of(index);
        let own = self.seen.iter().rev().take_while(|seen| seen.sentence >= sentence).filter(|seen| arguments.contains(&seen.token));
        own.flat_map(|seen| seen.actors.iter().copied()).collect()
    }

    /// "Fretes called it a forgery and sued him", "the Commission, which fined both companies": whoever the verb has for its subject
    /// though the subject stands elsewhere.
    fn shared_subject(&self, verb: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let mut own = verb;
        // "Chile expelled three envoys, accusing them": not Chile.
        // "Roe telephoned Dahl to thank him": not Roe.
        let gerund = |own: usize| syntax.dep(own) == Dep::Advcl && (syntax.tag(own) == Tag::Vbg || syntax.has_to(own));
        // "Chile refused to attend them": not Chile. But "told Chile to attend them".
        let controlled = |own: usize| syntax.head(own).is_some_and(|above| syntax.first(above, &[Dep::Dobj, Dep::Dative]).is_some());
        let without = |own: usize| syntax.dep(own) == Dep::Conj || gerund(own) || syntax.dep(own) == Dep::Xcomp && !controlled(own);
        while syntax.first(own, &[Dep::Nsubj, Dep::Nsubjpass]).is_none() && without(own) {
            let Some(above) = syntax.head(own).filter(|above| syntax.is_verb(*above)) else { break };
            own = above;
        }
        let Some(subject) = syntax.first(own, &[Dep::Nsubj, Dep::Nsubjpass]) else { return Vec::new() };
        let relative = matches!(syntax.tag(subject), Tag::Wdt | Tag::Wp) && syntax.dep(own) == Dep::Relcl;
        match syntax.head(own).filter(|_| relative) {
            Some(noun) => syntax.conjuncts(noun),
            None if own != verb => syntax.conjuncts(subject),
            None => Vec::new(),
        }
    }

    /// Whether a noun is the subject of a verb.
    pub(super) fn is_acting(&self, index: usize) -> bool {
        matches!(self.syntax.dep(index), Dep::Nsubj | Dep::Nsubjpass) && self.syntax.is_noun(index)
    }

    /// "Lavrov said that he was ready": the subject of the verb in whose content the pronoun is subject.
    pub(super) fn speaker_above(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let mut clause = syntax.head(index).filter(|_| matches!(syntax.dep(index), Dep::Nsubj | Dep::Nsubjpass))?;
        // "said that two lorries were looted and that it would wait"
        while syntax.dep(clause) == Dep::Conj && syntax.by(clause, &[Dep::Mark]).any(|mark| syntax.lower(mark) == "that") {
            clause = syntax.head(clause)?;
        }
        let verb = syntax.head(clause).filter(|verb| *verb < index && syntax.dep(clause) == Dep::Ccomp)?;
        let subject = syntax.first(verb, &[Dep::Nsubj]).filter(|_| lexicon().is("speech", syntax.lemma(verb)))?;
        self.seen_at(subject).filter(|seen| seen.len() == 1).map(<[usize]>::to_vec)
    }

    /// "Fabris said that he would stay": what a pronoun tells of someone of whom it was not known, where nobody else is near.
    fn learn_sex(&mut self, index: usize, who: &[usize]) {
        let word = self.syntax.lower(index);
        let sex = match word {
            _ if lexicon().is("he", word) => 'm',
            _ if lexicon().is("she", word) => 'f',
            _ => return,
        };
        let [actor] = *who else { return };
        let person = |other: usize| self.actors[other].kind == ActorKind::Person && self.actors[other].sex.is_none_or(|own| own == sex);
        let weights = self.salience(index);
        let own = weights.iter().find(|(other, _)| *other == actor).map_or(0.0, |(_, weight)| *weight);
        let near = weights.iter().any(|(other, weight)| *other != actor && person(*other) && *weight * 2.0 > own);
        if self.actors[actor].sex.is_none() && (!near || self.speaker_above(index).is_some_and(|speaker| speaker == [actor])) {
            self.actors[actor].sex = Some(sex);
        }
    }

    fn pronoun(&self, index: usize) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let alone = |index: usize| matches!(syntax.dep(index), Dep::Nsubj | Dep::Nsubjpass) && syntax.children(index).next().is_none();
        // "Both sent ships": two told of before.
        if syntax.lower(index) == "both" && alone(index) {
            return self.plural(index).filter(|two| two.len() == 2);
        }
        // "invited both to Lima"
        if syntax.lower(index) == "both" && matches!(syntax.dep(index), Dep::Dobj | Dep::Dative | Dep::Pobj) {
            return self.both_told(index).filter(|_| syntax.children(index).next().is_none());
        }
        if !matches!(syntax.tag(index), Tag::Prp | Tag::PrpPoss) {
            return None;
        }
        if lexicon().is("reflexive", syntax.lower(index)) {
            return self.reflexive(index);
        }
        let word = syntax.lower(index);
        match ["he", "she", "they", "it"].into_iter().find(|pronoun| lexicon().is(pronoun, word))? {
            "he" => self.person(index, 'm'),
            "she" => self.person(index, 'f'),
            "they" => self.plural(index),
            _ => self.neuter(index),
        }
    }
}
