//! Names told apart by office: persons behind a title that the tagger misses, and bodies of a state, which act for it.

use super::{Finder, is_company_word};
use crate::actor::lexicon::{Manner, lexicon};
use crate::language::{Dep, EntityLabel, Pos, Tag};
use crate::model::ActorKind;
use std::collections::BTreeSet;
use std::ops::Range;

/// The most words of a name behind an office.
const WORDS: usize = 5;

impl Finder<'_, '_> {
    /// Persons of several words that only the model of the language analysis sees: "Commissioner for Trade Inès Roche".
    pub(super) fn other_persons(&mut self) {
        for entity in &self.syntax.analysis.entities {
            if entity.label != EntityLabel::Person {
                continue;
            }
            let tokens = self.trimmed(entity.start as usize..entity.end as usize, true);
            let tokens = self.with_small_half(self.with_hyphen(self.without_platform(tokens)));
            if tokens.len() > 1 && self.free(&tokens) && self.is_like_a_persons(&tokens) {
                let tokens = self.without_nation(tokens);
                self.person(tokens);
            }
        }
    }

    /// "The North stopped its broadcasts": the only state of the text whose name begins so.
    pub(super) fn halves(&mut self) {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let capital = |index: usize| syntax.word(index).chars().next().is_some_and(char::is_uppercase);
        let half = |index: usize| index < syntax.len() && lexicon.is("half-of-a-land", syntax.lower(index)) && capital(index);
        let mut whole: Vec<&str> = (1..syntax.len())
            .filter(|index| half(index - 1))
            .filter_map(|index| lexicon.find(&self.words(&(index - 1..index + 1))))
            .filter(|(known, manner)| known.kind == ActorKind::Country && *manner != Manner::Capital)
            .map(|(known, _)| known.name)
            .collect();
        whole.sort_unstable();
        whole.dedup();
        for index in 1..syntax.len() {
            let goes_on = index + 1 < syntax.len() && (capital(index + 1) || syntax.word(index + 1) == "-");
            if !half(index) || goes_on || syntax.lower(index - 1) != "the" || syntax.pos(index) != Pos::Propn {
                continue;
            }
            let mut fitting = whole.iter().filter(|name| name.split(' ').next().is_some_and(|first| first == syntax.word(index)));
            if let (Some(name), None) = (fitting.next(), fitting.next()) {
                self.push(index..index + 1, ActorKind::Country, Manner::Name, (*name).to_owned(), false);
            }
        }
    }

    /// "the village of Lunde": a place wherever the text names it.
    pub(super) fn settlements(&mut self) {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let told = |index: usize| {
            let of = index >= 2 && syntax.lower(index - 1) == "of" && lexicon.is("settlement", syntax.lower(index - 2));
            let directly = index >= 1 && lexicon.is("settlement", syntax.lower(index - 1)) && !self.capitalised(index - 1);
            of || directly
        };
        let places: BTreeSet<&str> = (0..syntax.len())
            .filter(|index| self.capitalised(*index) && syntax.pos(*index) == Pos::Propn && told(*index))
            .map(|index| syntax.word(index))
            .collect();
        for named in self.out.iter_mut().filter(|named| named.tokens.len() == 1 && !named.known) {
            if places.contains(syntax.word(named.tokens.start)) {
                named.kind = ActorKind::Country;
                named.place = true;
            }
        }
    }

    /// "its president, No Tae-woo, said": the name between commas behind an office, however the taggers cut it.
    pub(super) fn persons_in_office(&mut self) {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        for comma in 1..syntax.len().saturating_sub(2) {
            if syntax.word(comma) != "," || syntax.sentence_of(comma - 1) != syntax.sentence_of(comma + 1) {
                continue;
            }
            let run = self.without_nation(self.run_behind(comma));
            let closed = run.end < syntax.len() && syntax.word(run.end) == ",";
            if !closed || !(2..=WORDS).contains(&run.len()) || !self.is_like_a_persons(&run) {
                continue;
            }
            let noun = syntax.head(self.head_of(&run)).filter(|noun| *noun < comma && syntax.dep(self.head_of(&run)) == Dep::Appos);
            let office = noun.is_some_and(|noun| {
                let single = matches!(syntax.tag(noun), Tag::Nn | Tag::Nnp | Tag::Jj);
                single && lexicon.is_title(syntax.lower(noun)) && !lexicon.is("honorific", syntax.lower(noun))
            });
            let inside = |named: &super::Named| named.tokens.start >= run.start && named.tokens.end <= run.end;
            let known = self.out.iter().any(|named| inside(named) && named.known);
            let clear =
                run.clone().all(|index| !self.taken[index] || self.out.iter().any(|named| named.tokens.contains(&index) && inside(named)));
            if office && clear && !known {
                self.out.retain(|named| !inside(named));
                self.taken[run.clone()].fill(false);
                self.person(run);
            }
        }
    }

    /// The capitalised words behind a comma, and what a hyphen joins to them.
    fn run_behind(&self, comma: usize) -> Range<usize> {
        let syntax = self.syntax;
        let mut end = comma + 1;
        while end < syntax.len() && syntax.sentence_of(end) == syntax.sentence_of(comma) {
            let joined = syntax.word(end) == "-" || syntax.word(end - 1) == "-";
            if !self.capitalised(end) && !joined {
                break;
            }
            end += 1;
        }
        comma + 1..end
    }

    /// Whether nothing in some words speaks against their being a person's name: the word of a body, a state, a town.
    fn is_like_a_persons(&self, tokens: &Range<usize>) -> bool {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let Some(last) = tokens.clone().next_back() else { return false };
        let body = |index: usize| {
            let word = syntax.lower(index);
            lexicon.is("body", word) || is_company_word(word) || lexicon.is("law", word) || lexicon.is("natural", word)
        };
        let listed = |index: usize| lexicon.find(syntax.word(index)).is_some();
        let spelt =
            tokens.clone().all(|index| syntax.word(index).chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’')));
        let shouted = tokens.clone().all(|index| !syntax.word(index).chars().any(char::is_lowercase));
        spelt
            && !shouted
            && !body(last)
            && !listed(last)
            && !listed(tokens.start)
            && lexicon.find(&self.words(tokens)).is_none()
            && !lexicon.cities.contains(self.words(tokens).as_str())
    }

    /// "Norway's Ministry of Defence", "the Chilean navy": a body of a state that has no name of its own acts for the state.
    pub(super) fn is_state_organ(&self, tokens: &Range<usize>) -> bool {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let organ = |index: usize| lexicon.is("organ-of-state", syntax.lower(index));
        let field = |index: usize| {
            let word = syntax.lower(index);
            organ(index) || lexicon.is("narrowing", word) || lexicon.is("portfolio", word) || lexicon.is("small-in-name", word)
        };
        let nation = |index: usize| {
            let known = lexicon.find(syntax.word(index));
            known.is_some_and(|(known, manner)| known.kind == ActorKind::Country && manner != Manner::Seat)
        };
        let others = |index: usize| field(index) || nation(index) || syntax.tag(index) == Tag::Pos || syntax.dep(index) == Dep::Case;
        tokens.clone().any(organ) && tokens.clone().all(others)
    }

    /// "Foreign Ministers of Chile and Peru": officials, and no body.
    pub(super) fn is_officials(&self, tokens: &Range<usize>) -> bool {
        let of = self.titles_end(tokens);
        of == tokens.end || of > tokens.start && matches!(self.syntax.lower(of), "of" | "for")
    }

    /// "the Clean Rivers Act", "the Geneva Agreement": nobody. "The Government of National Accord" is a body.
    pub(super) fn is_law(&self, tokens: &Range<usize>) -> bool {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let first = syntax.word(tokens.start);
        // "Jude Law" is a person, "the Geneva Agreement" none.
        let given = lexicon.given.contains_key(first) && lexicon.is("law-or-family", syntax.lower(tokens.end - 1));
        let lower = syntax.lower(tokens.start);
        let other = lexicon.is("body", lower) || lexicon.is("organ-of-state", lower) || given;
        tokens.len() > 1 && lexicon.is("law", syntax.lower(tokens.end - 1)) && !other
    }

    /// "Labour Adviser Ann Roe": what the office is for, and no party.
    pub(super) fn is_field_of_office(&self, tokens: &Range<usize>) -> bool {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let office = |index: usize| {
            let word = syntax.lower(index);
            lexicon.is("portfolio-title", word) && !lexicon.is("spokesperson", word) && self.capitalised(index)
        };
        tokens.len() == 1 && lexicon.is("portfolio", syntax.lower(tokens.start)) && tokens.end < syntax.len() && office(tokens.end)
    }

    /// "the Minister of Home Affairs": what an office is for is no body.
    pub(super) fn is_portfolio(&self, tokens: &Range<usize>) -> bool {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let head = self.head_of(tokens);
        let of = syntax.head(head).filter(|of| syntax.dep(head) == Dep::Pobj && matches!(syntax.lower(*of), "of" | "for"));
        let minister = of.and_then(|of| syntax.head(of)).is_some_and(|noun| lexicon.is("has-portfolio", syntax.lower(noun)));
        minister
            && syntax.by(head, &[Dep::Det]).next().is_none()
            && syntax.entity(head).is_none_or(|entity| entity.label != EntityLabel::Gpe)
    }
}
