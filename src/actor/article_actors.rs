//! The actors of one article and every place that means them: names, roles, pronouns.

use super::lexicon::{Manner, lexicon};
use super::local_actor::{LocalActor, SaidRole, group};
use super::named::common_name::find_owners;
use super::named::{Named, find};
use super::reference;
use super::reference::home::Home;
use super::role_phrase::{role_before, role_phrase};
use crate::language::{Dep, Syntax, Tag};
use crate::model::{ActorKind, Article, Cancelled, Watch};
use std::ops::Range;

/// How a mention means its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionForm {
    /// By name or seat.
    Name,
    /// By an adjective or people: "French".
    Adjective,
    /// By its capital: "Paris".
    Capital,
    /// By what it is: "the Russian foreign minister".
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// A place that means an actor.
#[derive(Clone, Debug)]
pub struct LocalMention {
    /// The tokens of the name, or of the phrase's head.
    pub tokens: Range<usize>,
    /// The actors; more than one for "they".
    pub actors: Vec<usize>,
    /// How.
    pub form: MentionForm,
}

/// All of it.
#[derive(Debug, Default)]
pub struct ArticleActors {
    /// The actors, in no telling order.
    pub actors: Vec<LocalActor>,
    /// The mentions in order.
    pub mentions: Vec<LocalMention>,
    /// For each token the mention that covers it.
    at: Vec<Option<u32>>,
}

/// The named mentions of an article, by token.
pub(crate) struct Names<'n> {
    /// The mentions.
    pub named: &'n [Named],
    /// The actor of each.
    pub of: &'n [Option<usize>],
    at: Vec<Option<u32>>,
}

impl<'n> Names<'n> {
    fn new(length: usize, named: &'n [Named], of: &'n [Option<usize>]) -> Self {
        let mut at = vec![None; length];
        for (number, mention) in (0_u32..).zip(named) {
            at[mention.tokens.clone()].fill(Some(number));
        }
        Self { named, of, at }
    }

    /// The named mention of an actor that covers a token.
    pub(crate) fn at(&self, index: usize) -> Option<usize> {
        self.at.get(index).copied().flatten().map(|number| number as usize).filter(|mention| self.of[*mention].is_some())
    }

    /// Whether a mention names a person.
    pub(crate) fn is_person(&self, mention: usize) -> bool {
        self.named[mention].kind == ActorKind::Person
    }
}

impl ArticleActors {
    /// Finds the actors of an article.
    ///
    /// # Errors
    /// `Cancelled` if the watch says so.
    pub fn read(article: &Article, syntax: &Syntax, watch: &dyn Watch) -> Result<Self, Cancelled> {
        let found = find(syntax, watch)?;
        let (mut actors, of) = group(syntax, &found, watch)?;
        let names = Names::new(syntax.len(), &found, &of);
        note_roles(syntax, &names, &mut actors);
        let mut mentions: Vec<LocalMention> = found
            .iter()
            .zip(&of)
            .filter_map(|(mention, actor)| {
                let form = match mention.manner {
                    Manner::Name | Manner::Seat => MentionForm::Name,
                    Manner::Adjective => MentionForm::Adjective,
                    Manner::Capital => MentionForm::Capital,
                };
                if is_leaning(syntax, mention)
                    || mention.manner == Manner::Adjective && is_of_the_continent(syntax, mention, &actors, *actor)
                {
                    return None;
                }
                Some(LocalMention { tokens: mention.tokens.clone(), actors: vec![(*actor)?], form })
            })
            .collect();
        let home = Home::find(article, syntax, &names, &actors);
        find_owners(article, syntax, &names, &home, &mut actors);
        let resolved = reference::resolve(article, syntax, &names, &mut actors, home, watch)?;
        mentions.extend(resolved);
        mentions.sort_by_key(|mention| mention.tokens.start);
        let mut at = vec![None; syntax.len()];
        for (number, mention) in (0_u32..).zip(&mentions) {
            for slot in &mut at[mention.tokens.clone()] {
                *slot = slot.or(Some(number));
            }
        }
        Ok(Self { actors, mentions, at })
    }

    /// The mention that covers a token.
    pub fn at(&self, index: usize) -> Option<&LocalMention> {
        self.at.get(index).copied().flatten().map(|number| &self.mentions[number as usize])
    }
}

/// "the pro-Russian bloc": no Russian one.
fn is_leaning(syntax: &Syntax, mention: &Named) -> bool {
    let Some(side) = mention.tokens.start.checked_sub(2) else { return false };
    mention.manner == Manner::Adjective && syntax.word(side + 1) == "-" && lexicon().is("siding", syntax.lower(side))
}

/// "the European regulator", "a European warrant": of a body that the text names elsewhere, or of none; "European leaders" are Europe.
fn is_of_the_continent(syntax: &Syntax, mention: &Named, actors: &[LocalActor], actor: Option<usize>) -> bool {
    let several = |noun: usize| lexicon().is("people", syntax.lower(noun)) || syntax.tag(noun) == Tag::Nns;
    let alone = syntax.head(mention.head).is_none_or(|noun| !syntax.is_noun(noun) || several(noun));
    !alone && actor.is_some_and(|actor| actors[actor].name == "Europe")
}

/// Notes what persons are said to be, from titles before the name and appositions on either side.
fn note_roles(syntax: &Syntax, names: &Names, actors: &mut [LocalActor]) {
    for (mention, actor) in names.named.iter().zip(names.of) {
        let Some(actor) = *actor else { continue };
        if mention.kind != ActorKind::Person {
            continue;
        }
        if let Some((tokens, mut phrase)) = role_before(syntax, names, mention.tokens.start) {
            phrase.of = phrase.of.or_else(|| state_behind(syntax, names, mention.head));
            phrase.of = phrase.of.or_else(|| state_of_scene(syntax, names, mention.head, &phrase.noun));
            let span = syntax.token(tokens.start).span.cover(syntax.token(tokens.end - 1).span);
            add_role(names, actors, actor, SaidRole { phrase, span, text: span.text(syntax.text).to_owned() });
        }
        let head = mention.head;
        let after = syntax.by(head, &[Dep::Appos]).collect::<Vec<_>>();
        let before = (syntax.dep(head) == Dep::Appos).then(|| syntax.head(head)).flatten();
        // "an engineer identified as Radek M."
        let clause = syntax.head(head).filter(|word| syntax.lower(*word) == "as").and_then(|word| syntax.head(word));
        let clause = clause.filter(|clause| lexicon().is("identifying", syntax.lower(*clause)) && syntax.dep(*clause) == Dep::Acl);
        let identified = clause.and_then(|clause| syntax.head(clause));
        for noun in after.into_iter().flat_map(|noun| syntax.conjuncts(noun)).chain(before).chain(identified) {
            if names.at(noun).is_some_and(|other| names.is_person(other)) {
                continue;
            }
            if let Some(phrase) = role_phrase(syntax, names, noun) {
                let mut range = syntax.phrase(noun);
                if range.contains(&head) {
                    range.end = if head > noun { (mention.tokens.start).min(range.end) } else { range.end };
                    range.start = range.start.max(if head < noun { mention.tokens.end } else { range.start });
                }
                range.end = range.end.min(cut_role(syntax, noun, &range));
                while range.end > noun + 1 && !syntax.is_noun(range.end - 1) {
                    range.end -= 1;
                }
                while range.start < noun && lexicon().is("role-opener", syntax.lower(range.start)) {
                    range.start += 1;
                }
                if range.start < range.end {
                    let span = syntax.token(range.start).span.cover(syntax.token(range.end - 1).span);
                    add_role(names, actors, actor, SaidRole { phrase, span, text: span.text(syntax.text).to_owned() });
                }
            }
        }
    }
}

/// "President Ann Roe of Chile": the state behind the name of who holds an office.
fn state_behind(syntax: &Syntax, names: &Names, head: usize) -> Option<usize> {
    let of = syntax.by(head, &[Dep::Prep]).find(|word| syntax.lower(*word) == "of")?;
    let mention = syntax.object_of(of).and_then(|object| names.at(object))?;
    (names.named[mention].kind == ActorKind::Country).then_some(mention)
}

/// "In Lima, Foreign Minister Ann Roe said": the state whose capital begins the sentence.
fn state_of_scene(syntax: &Syntax, names: &Names, head: usize, office: &str) -> Option<usize> {
    let start = syntax.sentence(syntax.sentence_of(head)).start;
    let mention = names.at(start + 1).filter(|_| syntax.lower(start) == "in" && lexicon().is("state-office", office))?;
    let town = &names.named[mention];
    let comma = town.tokens.end < syntax.len() && syntax.word(town.tokens.end) == ",";
    let main = matches!(syntax.dep(head), Dep::Nsubj | Dep::Nsubjpass) && syntax.depth(head) <= 1;
    (town.manner == Manner::Capital && comma && main).then_some(mention)
}

/// Where a role phrase is to end: before a relative clause, a conjunct or a second comma.
fn cut_role(syntax: &Syntax, noun: usize, range: &Range<usize>) -> usize {
    (noun + 1..range.end).find(|index| lexicon().is("role-end", syntax.lower(*index))).unwrap_or(range.end)
}

fn add_role(names: &Names, actors: &mut [LocalActor], actor: usize, said: SaidRole) {
    let phrase = &said.phrase;
    if !phrase.former {
        let owner = phrase.of.and_then(|mention| names.of[mention]).filter(|owner| *owner != actor).map(|owner| actors[owner].name.clone());
        let entry = &mut actors[actor];
        entry.affiliation = entry.affiliation.take().or(owner);
    }
    let entry = &mut actors[actor];
    if entry.sex.is_none() {
        let lexicon = lexicon();
        entry.sex = if lexicon.is("female", &phrase.noun) {
            Some('f')
        } else if lexicon.is("male", &phrase.noun) {
            Some('m')
        } else {
            None
        };
    }
    entry.roles.push(said);
}
