//! Bodies and persons that the taggers miss or take for something else: by their last word, the noun before them, their abbreviation,
//! what they do, and the same words elsewhere in the article.

use super::{Finder, Named, is_company_word};
use crate::actor::lexicon::{Manner, lexicon};
use crate::language::{Dep, Entity, EntityLabel, Pos, Tag};
use crate::model::ActorKind;
use std::collections::BTreeMap;
use std::ops::Range;

/// A name as the article spells it: its words, what it names, and the name to show.
type Spelt<'w> = (Vec<&'w str>, ActorKind, String);

/// The most letters of an abbreviation in brackets.
const LETTERS: usize = 8;

impl Finder<'_, '_> {
    /// "the Trans-Alpine Rail Agency (TARA)": the words whose first letters stand in brackets behind them, and the abbreviation.
    pub(super) fn abbreviated_bodies(&mut self) {
        for at in 2..self.syntax.len().saturating_sub(1) {
            let letters = self.syntax.word(at);
            let bracketed = self.syntax.word(at - 1) == "(" && self.syntax.word(at + 1) == ")";
            let count = letters.chars().count();
            if !bracketed
                || !(2..=LETTERS).contains(&count)
                || !letters.chars().all(char::is_uppercase)
                || lexicon().find(letters).is_some()
            {
                continue;
            }
            let Some(start) = self.spelt_out(at - 1, letters) else { continue };
            let name = self.words(&(start..at - 1));
            if lexicon().find(&name).is_none() {
                self.push(start..at - 1, ActorKind::Organisation, Manner::Name, name, false);
                self.push(at..at + 1, ActorKind::Organisation, Manner::Name, letters.to_owned(), false);
            }
        }
    }

    /// Where the words begin that end before `end` and whose first letters, small words left out, are these.
    fn spelt_out(&self, end: usize, letters: &str) -> Option<usize> {
        let syntax = self.syntax;
        let mut start = end;
        for letter in letters.chars().rev() {
            loop {
                start = start.checked_sub(1).filter(|at| !self.taken[*at] && syntax.sentence_of(*at) == syntax.sentence_of(end))?;
                if syntax.word(start).starts_with(letter) {
                    break;
                }
                let small = |class: &str| lexicon().is(class, syntax.lower(start));
                // "Co-operation" is one word.
                let half = start.checked_sub(1).is_some_and(|hyphen| self.glued(hyphen));
                if !small("joint") && !small("small-in-name") && !half {
                    return None;
                }
            }
        }
        Some(start)
    }

    /// The capitalised words from here on that no rule has taken and that are no date or law.
    fn proper_run(&self, start: usize) -> Range<usize> {
        let syntax = self.syntax;
        let part = |index: usize| {
            let dates = |entity: &Entity| matches!(entity.label, EntityLabel::Date | EntityLabel::Time);
            let nameless = syntax.entity(index).is_some_and(dates) || lexicon().is("law", syntax.lower(index));
            !self.taken[index] && self.capitalised(index) && syntax.pos(index) == Pos::Propn && !nameless
        };
        let mut end = start;
        while end < syntax.len() && part(end) && syntax.sentence_of(end) == syntax.sentence_of(start) {
            end += 1;
        }
        start..end
    }

    /// Every run of capitalised words that no rule has taken.
    fn proper_runs(&self) -> Vec<Range<usize>> {
        let (mut runs, mut index) = (Vec::new(), 0);
        while index < self.syntax.len() {
            let run = self.proper_run(index);
            index = run.end.max(index + 1);
            if !run.is_empty() {
                runs.push(run);
            }
        }
        runs
    }

    /// "the Civic Front", "North Moor Constabulary": capitalised words the last of which is a body's. A headline in capitals is no name.
    pub(super) fn bodies_by_last_word(&mut self) {
        for run in self.proper_runs().into_iter().filter(|run| run.len() > 1) {
            let shouted = run.clone().all(|index| !self.syntax.word(index).chars().any(char::is_lowercase));
            let given = lexicon().given.contains_key(self.syntax.word(run.start));
            if lexicon().is("body", self.syntax.lower(run.end - 1))
                && !shouted
                && !given
                && !lexicon().is_title(self.syntax.lower(run.start))
            {
                let name = self.words(&run);
                self.push(run, ActorKind::Organisation, Manner::Name, name, false);
            }
        }
        self.cut_bodies();
        self.leanings();
    }

    /// "Civic" + "Front": capitalised words before a body's name that hang on it belong to it.
    fn cut_bodies(&mut self) {
        let syntax = self.syntax;
        let mut grown: Vec<(usize, usize)> = Vec::new();
        for (number, named) in self.out.iter().enumerate() {
            let last = named.tokens.end - 1;
            if named.kind != ActorKind::Organisation || named.known || !lexicon().is("body", syntax.lower(last)) {
                continue;
            }
            let hangs = |index: usize| {
                syntax.dep(index) == Dep::Compound
                    && syntax.head(index).is_some_and(|head| named.tokens.contains(&head))
                    && self.proper_run(index) == (index..named.tokens.start)
                    && lexicon().find(syntax.word(index)).is_none()
            };
            let from = (named.tokens.start.saturating_sub(3)..named.tokens.start).find(|index| hangs(*index));
            grown.extend(from.map(|from| (number, from)));
        }
        for (number, from) in grown {
            let tokens = from..self.out[number].tokens.end;
            self.taken[tokens.clone()].fill(true);
            self.out[number].name = self.words(&tokens);
            self.out[number].tokens = tokens;
        }
    }

    /// "the opposition Democratic Left": a leaning and what follows it are the name of a party.
    fn leanings(&mut self) {
        let syntax = self.syntax;
        let party = |index: usize| index < syntax.len() && self.capitalised(index) && lexicon().is("party-word", syntax.lower(index));
        let cut: Vec<usize> = self
            .out
            .iter()
            .filter(|named| named.kind == ActorKind::Group && !named.known && named.tokens.len() == 1)
            .map(|named| named.tokens.start)
            .filter(|start| party(start + 1) && !self.taken[start + 1])
            .collect();
        for start in cut {
            self.out.retain(|named| named.tokens.start != start);
            self.taken[start] = false;
            let name = self.words(&(start..start + 2));
            self.push(start..start + 2, ActorKind::Organisation, Manner::Name, name, false);
        }
    }

    /// "the charity Nord Relief", "the union, SIGMA,": named right behind a noun for a body; taken for a person or place, or not seen.
    pub(super) fn bodies_after_noun(&mut self) {
        // "its rival Prairie Crest", taken for a place
        let rival = |named: &Named| {
            let before = named.tokens.start.checked_sub(1).filter(|before| !self.capitalised(*before) && self.syntax.is_noun(*before));
            named.place && named.tokens.len() > 1 && before.is_some_and(|noun| lexicon().is("body-or-person", self.syntax.lower(noun)))
        };
        let shown: Vec<bool> =
            self.out.iter().map(|named| !named.known && (self.is_after_body_noun(&named.tokens) || rival(named))).collect();
        for (named, _) in self.out.iter_mut().zip(shown).filter(|(named, shown)| *shown && named.manner == Manner::Name) {
            named.kind = ActorKind::Organisation;
            named.place = false;
        }
        for run in self.proper_runs() {
            if self.is_after_body_noun(&run) {
                let name = self.words(&run);
                self.push(run, ActorKind::Organisation, Manner::Name, name, false);
            }
        }
    }

    /// Whether a noun for a body stands directly before a name, or before a comma with the name in apposition.
    fn is_after_body_noun(&self, tokens: &Range<usize>) -> bool {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let Some(before) = tokens.start.checked_sub(1) else { return false };
        let personal = lexicon.given.contains_key(syntax.word(tokens.start)) && !is_company_word(syntax.lower(tokens.end - 1));
        if personal && !lexicon.is("body-before-name", syntax.lower(before)) {
            return false;
        }
        let body = |noun: usize| {
            let word = syntax.lower(noun);
            syntax.is_noun(noun)
                && !self.capitalised(noun)
                && syntax.tag(noun) == Tag::Nn
                && syntax.sentence_of(noun) == syntax.sentence_of(tokens.start)
                && (lexicon.is("company-noun", word)
                    || lexicon.is("body-before-name", word)
                    || lexicon.is("body-or-person-before-name", word))
        };
        let head = self.head_of(tokens);
        let apart = syntax.word(before) == ","
            && syntax.dep(head) == Dep::Appos
            && tokens.end < syntax.len()
            && matches!(syntax.word(tokens.end), "," | "." | ":" | ";")
            && before.checked_sub(1).is_some_and(|noun| syntax.head(head) == Some(noun) && body(noun));
        body(before) || apart
    }

    /// "Union No. 4, which represents": a body with a number for its name.
    pub(super) fn numbered_bodies(&mut self) {
        let syntax = self.syntax;
        for noun in 0..syntax.len().saturating_sub(2) {
            let number = (noun + 1..noun + 4).find(|index| *index < syntax.len() && syntax.tag(*index) == Tag::Cd);
            let no = |index: usize| matches!(syntax.lower(index), "no" | "no." | "." | "№");
            let Some(number) = number.filter(|number| *number > noun + 1 && (noun + 1..*number).all(no)) else { continue };
            let before = noun > 0 && self.capitalised(noun - 1) && syntax.pos(noun - 1) == Pos::Propn;
            let start = if before && !self.taken[noun - 1] { noun - 1 } else { noun };
            if self.capitalised(noun) && lexicon().is("body", syntax.lower(noun)) {
                let name = self.words(&(start..number + 1));
                self.push(start..number + 1, ActorKind::Organisation, Manner::Name, name, false);
            }
        }
    }

    /// "Police arrested nine", "Parliament passed the bill": a body that goes by what it is, where the article names none of its kind.
    pub(super) fn lone_bodies(&mut self) {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let kind = |word: &str| if lexicon.is("police-body", word) { "police" } else { "parliament" };
        let named = |out: &[Named], word: &str| {
            let last = |named: &Named| syntax.lower(named.tokens.end - 1);
            out.iter().any(|named| {
                (lexicon.is("police-body", last(named)) || lexicon.is("assembly", last(named))) && kind(last(named)) == kind(word)
            })
        };
        let alone: Vec<usize> = (0..syntax.len())
            .filter(|index| lexicon.is("lone-body", syntax.lower(*index)) && syntax.is_noun(*index) && !self.taken[*index])
            .filter(|index| {
                let acts = matches!(syntax.dep(*index), Dep::Nsubj | Dep::Nsubjpass)
                    || syntax.head(*index).is_some_and(|by| syntax.dep(by) == Dep::Agent && syntax.dep(*index) == Dep::Pobj);
                let plain = syntax.by(*index, &[Dep::Amod, Dep::Compound, Dep::Nmod, Dep::Poss, Dep::Prep, Dep::Appos]).next().is_none();
                let the_one = !lexicon.is("bare-body", syntax.lower(*index)) || syntax.by(*index, &[Dep::Det]).next().is_none();
                acts && plain && the_one && !named(&self.out, syntax.lower(*index))
            })
            .collect();
        self.lone_courts();
        for index in alone {
            let mut letters = syntax.lower(index).chars();
            let name: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            self.push(index..index + 1, ActorKind::Organisation, Manner::Name, name, false);
        }
    }

    /// "its finance chief, Per-Olof Dahl", "said director Vasco Leal": who holds an office is a person, though taken for a body.
    pub(super) fn described_persons(&mut self) {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let role = |noun: usize| {
            let singular = matches!(syntax.tag(noun), Tag::Nn | Tag::Jj) && !self.capitalised(noun);
            singular && (lexicon.is_title(syntax.lower(noun)) && !lexicon.is("honorific", syntax.lower(noun)))
        };
        let personal = |named: &Named| {
            let last = syntax.lower(named.tokens.end - 1);
            let words = named.tokens.clone().all(|index| self.capitalised(index) || syntax.word(index) == "-");
            let place = named.place && syntax.dep(named.head) == Dep::Nsubj;
            (named.kind == ActorKind::Organisation || place)
                && !named.known
                && (2..=4).contains(&named.tokens.len())
                && words
                && !lexicon.is("body", last)
                && !is_company_word(last)
        };
        let described = |named: &Named| {
            let Some(before) = named.tokens.start.checked_sub(1) else { return false };
            let apposed = syntax.word(before) == ","
                && syntax.dep(named.head) == Dep::Appos
                && before.checked_sub(1).is_some_and(|noun| syntax.head(named.head) == Some(noun) && role(noun));
            // "Maja Lindqvist, who survived"
            let who = syntax.by(named.head, &[Dep::Relcl]).any(|clause| {
                syntax.by(clause, &[Dep::Nsubj, Dep::Nsubjpass]).any(|subject| syntax.lower(subject) == "who" && subject > named.head)
            });
            // "Ann Roe-Dahl, the president of the club, quit" taken for a place
            let after = named.place && syntax.by(named.head, &[Dep::Appos]).any(|noun| noun > named.head && role(noun));
            apposed || who || after || role(before)
        };
        let persons: Vec<bool> = self.out.iter().map(|named| personal(named) && described(named)).collect();
        for (named, _) in self.out.iter_mut().zip(persons).filter(|(_, person)| *person) {
            named.kind = ActorKind::Person;
            named.place = false;
        }
    }

    /// "Halden Optics denied it", "Jutland said that it would sue": unknown names that do what only persons and bodies do.
    pub(super) fn acting_names(&mut self) {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let acts = |head: usize| {
            syntax.dep(head) == Dep::Nsubj
                && syntax.head(head).is_some_and(|verb| syntax.is_verb(verb) && lexicon.is("acting", syntax.lemma(verb)))
        };
        for named in self.out.iter_mut().filter(|named| named.place && named.manner == Manner::Name && acts(named.head)) {
            named.place = false;
            // "Halden Optics of Osaka"
            let of = named.tokens.clone().rev().find(|index| syntax.lower(*index) == "of");
            if let Some(of) = of.filter(|of| of - named.tokens.start > 1 && named.tokens.contains(&named.head) && named.head < *of) {
                named.tokens.end = of;
                named.kind = ActorKind::Organisation;
                let words: Vec<&str> = named.tokens.clone().map(|index| syntax.word(index)).collect();
                named.name = words.join(" ");
            }
        }
        for run in self.proper_runs() {
            let run = self.titles_end(&run)..run.end;
            if run.is_empty() || !acts(self.head_of(&run)) || run.clone().all(|index| !syntax.word(index).chars().any(char::is_lowercase)) {
                continue;
            }
            let place = syntax.entity(run.start).is_some_and(|entity| matches!(entity.label, EntityLabel::Gpe | EntityLabel::Loc));
            let kind = if place {
                ActorKind::Country
            } else if run.len() < 2 {
                continue;
            } else if lexicon.given.contains_key(syntax.word(run.start)) {
                ActorKind::Person
            } else {
                ActorKind::Organisation
            };
            let name = self.words(&run);
            self.push(run, kind, Manner::Name, name, false);
        }
    }

    /// "TARA confirmed it", where the article has named TARA: the same words once more, not seen there by any tagger.
    pub(super) fn named_again(&mut self) {
        let syntax = self.syntax;
        let mut known: BTreeMap<&str, Vec<Spelt>> = BTreeMap::new();
        for name in self.out.iter().filter(|named| !named.place && !named.known && named.manner == Manner::Name) {
            let words: Vec<&str> = name.tokens.clone().map(|index| syntax.word(index)).collect();
            let telling = name.kind == ActorKind::Organisation || name.kind == ActorKind::Person && words.len() > 1;
            let capital = words[0].chars().next().is_some_and(char::is_uppercase);
            if telling && capital {
                known.entry(words[0]).or_default().push((words, name.kind, name.name.clone()));
            }
        }
        for names in known.values_mut() {
            names.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
            names.dedup();
        }
        // "TARA" taken for a place elsewhere: what has several words, or is an abbreviation, is the same everywhere.
        for other in self.out.iter_mut().filter(|other| !other.known && other.kind != ActorKind::Organisation) {
            let words: Vec<&str> = other.tokens.clone().map(|index| syntax.word(index)).collect();
            let telling = words.len() > 1 || words[0].chars().count() > 1 && words[0].chars().all(char::is_uppercase);
            let body = |(same, kind, _): &Spelt| *kind == ActorKind::Organisation && *same == words;
            if telling && known.get(words[0]).is_some_and(|names| names.iter().any(body)) {
                other.kind = ActorKind::Organisation;
                other.place = false;
            }
        }
        for start in 0..syntax.len() {
            let Some(spelt) = known.get(syntax.word(start)).filter(|_| syntax.is_noun(start)) else { continue };
            let fits = |words: &[&str]| {
                let tokens = start..start + words.len();
                self.free(&tokens) && tokens.clone().zip(words).all(|(index, word)| syntax.word(index) == *word)
            };
            if let Some((words, kind, name)) = spelt.iter().find(|(words, ..)| fits(words)) {
                let (tokens, kind, name) = (start..start + words.len(), *kind, name.clone());
                self.push(tokens, kind, Manner::Name, name, false);
            }
        }
    }

    /// "Afghan rebels", "Angry French farmers": a group of its own, not its state.
    pub(super) fn populations(&mut self) {
        let lexicon = lexicon();
        for index in 1..self.syntax.len() {
            if !lexicon.is("population", self.syntax.lower(index))
                || self.syntax.tag(index) != Tag::Nns && self.syntax.lower(index) != "opposition" && self.syntax.lower(index) != "people"
            {
                continue;
            }
            let nation = (index.saturating_sub(2)..index).find(|before| {
                let known = lexicon.find(self.syntax.word(*before));
                known.is_some_and(|(known, manner)| manner == Manner::Adjective && !known.region)
                    && self.syntax.sentence_of(*before) == self.syntax.sentence_of(index)
            });
            let Some(nation) = nation else { continue };
            if (nation..index).any(|between| matches!(self.syntax.pos(between), Pos::Cconj | Pos::Punct | Pos::Verb | Pos::Adp)) {
                continue;
            }
            let name = self.words(&(nation..index + 1));
            self.push(nation..index + 1, ActorKind::Group, Manner::Name, name, false);
        }
    }
}
