//! Phrases that say what someone is: "Russian Foreign Minister", "the leader of the movement", "Russia's top diplomat".

use super::article_actors::Names;
use super::lexicon::lexicon;
use crate::language::{Dep, Pos, Syntax, Tag};
use serde::{Deserialize, Serialize};

/// What a phrase says about the person it describes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RolePhrase {
    /// The noun of the role, in lower case: "minister".
    pub noun: String,
    /// What narrows it, in lower case, in order: "foreign", "deputy".
    pub narrowing: Vec<String>,
    /// The index of the named mention of the state or body that it belongs to.
    pub of: Option<usize>,
    /// Whether it is over: "former".
    pub former: bool,
}

/// Reads the phrase whose head is `head`, if that is a noun for a role.
pub(crate) fn role_phrase(syntax: &Syntax, names: &Names, head: usize) -> Option<RolePhrase> {
    let lexicon = lexicon();
    let noun = if lexicon.is("role", syntax.lower(head)) || lexicon.is("leader", syntax.lower(head)) {
        syntax.lower(head)
    } else {
        syntax.lemma(head)
    };
    let noun = noun.to_lowercase();
    if !syntax.is_noun(head) || !(lexicon.is("role", &noun) || lexicon.is("leader", &noun)) || syntax.tag(head) == Tag::Nns {
        return None;
    }
    let mut phrase = office_in_full(noun);
    let mut stack: Vec<usize> = syntax.by(head, &[Dep::Amod, Dep::Compound, Dep::Nmod, Dep::Poss]).collect();
    while let Some(index) = stack.pop() {
        if let Some(mention) = names.at(index) {
            phrase.of = phrase.of.or(Some(mention));
            continue;
        }
        note_word(&mut phrase, syntax.lower(index));
        if syntax.dep(index) != Dep::Poss {
            stack.extend(syntax.by(index, &[Dep::Amod, Dep::Compound, Dep::Nmod]));
        }
    }
    for preposition in syntax.by(head, &[Dep::Prep]).filter(|index| lexicon.is("role-preposition", syntax.lower(*index))) {
        if let Some(object) = syntax.object_of(preposition) {
            if syntax.lower(object) == "state" {
                phrase.narrowing.push("state".to_owned());
            }
            phrase.of = phrase
                .of
                .or_else(|| names.at(object))
                .or_else(|| syntax.by(object, &[Dep::Amod, Dep::Compound, Dep::Poss]).find_map(|index| names.at(index)));
        }
    }
    phrase.narrowing.sort();
    Some(phrase)
}

/// "PM" is the prime minister.
fn office_in_full(noun: String) -> RolePhrase {
    let prime = lexicon().is("prime-minister", &noun);
    let (noun, narrowing) = if prime { ("minister".to_owned(), vec!["prime".to_owned()]) } else { (noun, Vec::new()) };
    RolePhrase { noun, narrowing, of: None, former: false }
}

fn note_word(phrase: &mut RolePhrase, word: &str) {
    match word {
        _ if lexicon().is("former", word) => phrase.former = true,
        _ if lexicon().is("narrowing", word) => phrase.narrowing.push(word.to_owned()),
        _ => {}
    }
}

/// The role words directly before a name, as tokens: "Russian Foreign Minister" in "Russian Foreign Minister Sergey Lavrov".
///
/// Titles hang flat on the name, so they are read from the words: leftwards as long as words are capitalised, adjectives of nations or words of roles.
pub(crate) fn role_before(syntax: &Syntax, names: &Names, start: usize) -> Option<(std::ops::Range<usize>, RolePhrase)> {
    let lexicon = lexicon();
    let mut first = start;
    let mut phrase: Option<RolePhrase> = None;
    let mut of = None;
    let mut former = false;
    let mut narrowing = Vec::new();
    while first > 0 && start - first < 8 && syntax.sentence_of(first - 1) == syntax.sentence_of(start) {
        let index = first - 1;
        let word = syntax.lower(index);
        if lexicon.is("honorific", word) && phrase.is_none() {
            first = index;
            continue;
        }
        let name = names.at(index);
        let person = name.is_some_and(|mention| names.is_person(mention));
        let role = (lexicon.is("role", word) || lexicon.is("leader", word)) && syntax.is_noun(index);
        let narrows =
            matches!(syntax.tag(index), Tag::Nnp | Tag::Nn | Tag::Jj | Tag::Hyph) && (lexicon.is("narrowing", word) || word == "-");
        if role && !person {
            match &mut phrase {
                None => {
                    let full = office_in_full(word.to_owned());
                    narrowing.extend(full.narrowing.clone());
                    phrase = Some(full);
                }
                Some(_) => narrowing.push(word.to_owned()),
            }
        } else if name.is_some() && !person && phrase.is_some() {
            of = of.or(name);
        } else if matches!(word, "former" | "ex") {
            former = true;
        } else if narrows && phrase.is_some() {
            narrowing.push(word.to_owned());
        } else if phrase.is_some() && lexicon.is("organ-of-state", word) && matches!(syntax.tag(index), Tag::Nnp | Tag::Nn) {
            // "Russian Foreign Ministry spokeswoman Maria Zakharova": the body tells whose she is, and has no name of its own.
        } else if matches!(syntax.tag(index), Tag::Pos) && phrase.is_some() && first > 1 && names.at(index - 1).is_some() {
            // "Russia's Foreign Minister Lavrov"
        } else {
            break;
        }
        first = index;
    }
    let mut phrase = phrase?;
    while first < start && (syntax.pos(first) == Pos::Punct || syntax.tag(first) == Tag::Pos) {
        first += 1;
    }
    while first < start && lexicon.is("honorific", syntax.lower(start - 1)) && first + 1 >= start {
        first += 1;
    }
    narrowing.retain(|word| word != "-");
    narrowing.sort();
    phrase.narrowing = narrowing;
    phrase.of = of;
    phrase.former = former;
    (first < start).then_some((first..start, phrase))
}

impl RolePhrase {
    /// Whether an anaphor ("the minister") can mean a person of this role ("Russian Foreign Minister").
    pub fn covers(&self, anaphor: &Self, same_owner: impl Fn(usize, usize) -> bool) -> bool {
        let lexicon = lexicon();
        let both_lead = lexicon.is("leader", &self.noun)
            && lexicon.is("leader", &anaphor.noun)
            && (self.noun == anaphor.noun || lexicon.is("any-leader", anaphor.noun.as_str()));
        let diplomat =
            anaphor.noun == "diplomat" && (self.narrowing.iter().any(|word| word == "foreign") || lexicon.is("posted", self.noun.as_str()));
        let nouns = self.noun == anaphor.noun
            || both_lead
            || diplomat
            || (anaphor.noun == "politician" && (lexicon.is("leader", &self.noun) || lexicon.is("politician", self.noun.as_str())));
        let fits = |word: &String| {
            self.narrowing.contains(word) || matches!(word.as_str(), "top" | "chief") || (both_lead && word != "vice" && word != "deputy")
        };
        let narrower = anaphor.narrowing.iter().all(fits)
            && (anaphor.narrowing.is_empty()
                || diplomat
                || both_lead
                || self.narrowing.contains(&"deputy".to_owned()) == anaphor.narrowing.contains(&"deputy".to_owned()));
        let owner = match (self.of, anaphor.of) {
            (Some(a), Some(b)) => same_owner(a, b),
            _ => true,
        };
        let vice = |phrase: &Self| phrase.narrowing.iter().any(|word| word == "vice");
        nouns && narrower && owner && vice(self) == vice(anaphor)
    }

    /// The office in the words of the list of offices: "foreign minister".
    pub fn office(&self) -> String {
        match (self.noun.as_str(), self.narrowing.as_slice()) {
            (noun, _) if lexicon().is("any-leader", noun) => "leader".to_owned(),
            ("secretary", narrowing) if narrowing.contains(&"state".to_owned()) => "secretary of state".to_owned(),
            ("diplomat", narrowing) if narrowing.contains(&"top".to_owned()) => "foreign minister".to_owned(),
            (noun, []) => noun.to_owned(),
            (noun, narrowing) => format!("{} {noun}", narrowing.join(" ")),
        }
    }
}
