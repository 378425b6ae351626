//! The actors of one article: which of its names mean the same one.

use super::lexicon::{Manner, lexicon};
use super::name::{PersonName, SamePerson, body_key, initials, is_firm};
use super::named::edges::without_letters;
use super::named::{Named, is_company_word};
use super::role_phrase::RolePhrase;
use crate::language::Syntax;
use crate::model::{ActorKind, Cancelled, Span, Watch};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One actor as one article names it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LocalActor {
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Whether the lists know it.
    pub known: bool,
    /// Every spelling with its count.
    pub spellings: BTreeMap<String, usize>,
    /// 'm' or 'f' for a person, if title or given name tell.
    pub sex: Option<char>,
    /// What it is said to be.
    pub roles: Vec<SaidRole>,
    /// Every place that names it, without pronouns.
    pub spans: Vec<Span>,
    /// The state or body it belongs to, by name, as its roles say.
    pub affiliation: Option<String>,
    /// Whose body it is, if it goes by a name that every state has: "police".
    pub owner: Owner,
    /// The name of a person taken apart; empty for others.
    pub person: PersonName,
}

/// The state whose body an actor is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Owner {
    /// Nothing says.
    #[default]
    Unknown,
    /// The one of this name.
    State(String),
    /// The article tells of the bodies of several.
    Several,
}

/// A role that the article gives a person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SaidRole {
    /// What the phrase says.
    pub phrase: RolePhrase,
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: String,
}

/// Groups named mentions; returns the actors and, for each mention, its actor (`None` for places).
///
/// # Errors
/// `Cancelled` if the watch says so.
pub(crate) fn group(syntax: &Syntax, named: &[Named], watch: &dyn Watch) -> Result<(Vec<LocalActor>, Vec<Option<usize>>), Cancelled> {
    let lexicon = lexicon();
    let mut actors: Vec<LocalActor> = Vec::new();
    let mut of = vec![None; named.len()];
    let mut order: Vec<usize> = (0..named.len()).filter(|index| !named[*index].place).collect();
    // Full names first, so that a family name finds its owner even before the full name is given.
    order.sort_by_key(|index| (std::cmp::Reverse(named[*index].name.split(' ').count()), *index));
    for (count, index) in order.into_iter().enumerate() {
        if count % 64 == 0 && watch.cancelled() {
            return Err(Cancelled);
        }
        let mention = &named[index];
        let person = if mention.kind == ActorKind::Person {
            PersonName::of(&mention.name, |word| lexicon.is("particle", word))
        } else {
            PersonName::default()
        };
        let at = syntax.token(mention.tokens.start).span.start();
        let found = match_actor(&actors, mention, &person, at);
        let actor = found.unwrap_or_else(|| {
            actors.push(LocalActor {
                name: mention.name.clone(),
                kind: mention.kind,
                known: mention.known,
                spellings: BTreeMap::new(),
                sex: None,
                roles: Vec::new(),
                spans: Vec::new(),
                affiliation: None,
                owner: Owner::Unknown,
                person,
            });
            actors.len() - 1
        });
        of[index] = Some(actor);
        let span = syntax.token(mention.tokens.start).span.cover(syntax.token(mention.tokens.end - 1).span);
        // Letters behind the name ("KC") are no part of it.
        let spelt =
            if mention.kind == ActorKind::Person { without_letters(syntax, mention.tokens.clone()) } else { mention.tokens.clone() };
        let spelling = syntax.token(spelt.start).span.cover(syntax.token(spelt.end - 1).span).text(syntax.text).to_owned();
        // "Karl and Leo Dahl": his family name stands once for both.
        let shared = mention.kind == ActorKind::Person && mention.name.split(' ').count() > spelling.split_whitespace().count();
        let spelling = if shared { mention.name.clone() } else { spelling };
        let entry = &mut actors[actor];
        if mention.manner != Manner::Adjective {
            *entry.spellings.entry(spelling).or_default() += 1;
        }
        entry.spans.push(span);
        entry.sex = entry.sex.or_else(|| sex(syntax, mention));
    }
    for actor in &mut actors {
        actor.spans.sort_unstable();
    }
    Ok((actors, of))
}

fn match_actor(actors: &[LocalActor], mention: &Named, person: &PersonName, at: usize) -> Option<usize> {
    if mention.kind == ActorKind::Person {
        return match_person(actors, person, at);
    }
    match_body(actors, mention).or_else(|| shortened(actors, mention, at))
}

/// "Hocking Valley" after "Hocking Valley Health Partners", "the Alliance" after "the Ohio Hospital Alliance", "the Church" after "the
/// Church of Scientology": the first or the last words of one body named in full before.
fn shortened(actors: &[LocalActor], mention: &Named, at: usize) -> Option<usize> {
    let lexicon = lexicon();
    if mention.kind != ActorKind::Organisation || mention.known {
        return None;
    }
    let short: Vec<&str> = mention.name.split(' ').collect();
    let before = |actor: &LocalActor| actor.spans.iter().any(|span| span.start() < at);
    let longer = |actor: &LocalActor| {
        let long: Vec<&str> = actor.name.split(' ').collect();
        // "Boeing" is not "Boeing Commercial Airplanes".
        let begins = long.starts_with(&short) && (short.len() > 1 || long.len() == 2 || is_firm(&long));
        let body = short.len() == 1 && lexicon.is("body", &short[0].to_lowercase());
        let ends = short.len() == 1 && (body || long.len() == 2) && long.ends_with(&short);
        // "the Church", "Scientology" after "the Church of Scientology"; not "England" after "the Bank of England".
        let of = long.get(1) == Some(&"of") && (body && long.starts_with(&short) || long.len() == 3 && long.ends_with(&short));
        long.len() > short.len() && (begins || ends || of)
    };
    let mut fitting = actors
        .iter()
        .enumerate()
        .filter(|(_, actor)| actor.kind == ActorKind::Organisation && !actor.known && longer(actor) && before(actor));
    let (first, _) = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// The person of this name: by given and family name, else by family name alone (of several the one named in full before, or else the one
/// named most), else by given name.
fn match_person(actors: &[LocalActor], person: &PersonName, at: usize) -> Option<usize> {
    let persons = || actors.iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::Person);
    let same = |verdict: SamePerson| persons().filter(move |(_, actor)| actor.person.same(person) == verdict);
    if let Some((index, _)) = same(SamePerson::Yes).next() {
        return Some(index);
    }
    // "Ann Roe and her brother, Karl, left. Roe said": she, though he will be named in full later. Full names come first into the list.
    let before = |actor: &LocalActor| actor.spans.first().is_some_and(|span| span.start() < at);
    if let Some((index, _)) = same(SamePerson::Perhaps)
        .max_by_key(|(index, actor)| (actor.person.generation.is_empty(), before(actor), actor.spans.len(), std::cmp::Reverse(*index)))
    {
        return Some(index);
    }
    // A given name alone ("Hillary") means the person who bears it.
    let single = || persons().find(|(_, actor)| actor.person.given.first() == Some(&person.family)).map(|(index, _)| index);
    person.given.is_empty().then(single).flatten()
}

/// The body of this name: the same name, the same key, an acronym, or a name with a word like "Motors" more.
fn match_body(actors: &[LocalActor], mention: &Named) -> Option<usize> {
    let lexicon = lexicon();
    if let Some(index) = actors.iter().position(|actor| actor.kind == mention.kind && actor.name == mention.name) {
        return Some(index);
    }
    if mention.known {
        return None;
    }
    let key = body_key(&mention.name, |word| lexicon.is("corporate", word));
    let letters = mention.name.replace('.', "");
    let acronym = letters.len() >= 2 && letters.chars().all(char::is_uppercase);
    actors.iter().position(|actor| {
        if actor.kind != mention.kind || actor.known {
            return false;
        }
        let other = body_key(&actor.name, |word| lexicon.is("corporate", word));
        // "Toyota" is "Toyota Motors"; "Boeing" is not "Boeing Commercial Airplanes".
        let rest = other.strip_prefix(&key).and_then(|rest| rest.strip_prefix(' '));
        let longer = actor.name.to_lowercase();
        let bodily = |rest: &str| {
            longer.split(' ').rev().take(rest.split(' ').count()).all(|word| lexicon.is("body", word) || is_company_word(word))
        };
        let shorter = key.chars().count() > 2 && !lexicon.is("body", &key) && rest.is_some_and(bodily);
        key == other || (acronym && initials(&actor.name) == letters) || shorter
    })
}

fn sex(syntax: &Syntax, mention: &Named) -> Option<char> {
    let lexicon = lexicon();
    if mention.kind != ActorKind::Person {
        return None;
    }
    for index in (mention.tokens.start.saturating_sub(4)..mention.tokens.start).rev() {
        let word = syntax.lower(index);
        if lexicon.is("female", word) {
            return Some('f');
        }
        if lexicon.is("male", word) {
            return Some('m');
        }
        if !syntax.word(index).chars().next().is_some_and(char::is_uppercase) {
            break;
        }
    }
    let given = (mention.tokens.len() > 1).then(|| lexicon.given.get(syntax.word(mention.tokens.start)).copied())?;
    given.filter(|sex| *sex != 'x')
}
