//! Where a name begins and ends: titles, articles and possessive marks are no part of it, particles and first halves are.

use super::Finder;
use crate::actor::lexicon::{Manner, lexicon};
use crate::actor::name::is_generation;
use crate::language::{Dep, EntityLabel, Pos, Syntax, Tag};
use crate::model::ActorKind;
use std::ops::Range;

/// The most letters of a syllable behind the hyphen of a given name: "Mi-rae".
const SYLLABLE: usize = 5;

/// "Sarah Aldington KC" without the letters, which are part of the phrase and not of the name.
pub(in crate::actor) fn without_letters(syntax: &Syntax, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.len() > 2 && lexicon().is("postnominal", syntax.lower(tokens.end - 1)) {
        tokens.end -= 1;
    }
    tokens
}

impl Finder<'_, '_> {
    /// An entity's tokens without what does not belong to the name.
    pub(super) fn trimmed(&self, mut tokens: Range<usize>, person: bool) -> Range<usize> {
        let lexicon = lexicon();
        let syntax = self.syntax;
        loop {
            let Some(first) = tokens.clone().next() else { return tokens };
            if let Some(end) = self.title_end(&tokens).filter(|_| person) {
                tokens.start = end;
                continue;
            }
            let lower = syntax.lower(first);
            let month = tokens.len() > 1 && self.is_month_of_date(first);
            let title = person && tokens.len() > 1 && lexicon.is_title(lower);
            let opening = syntax.sentence(syntax.sentence_of(first)).start == first;
            // "Lt. Col. Ann Roe", "Neighbouring Mali"
            let mark = matches!(syntax.pos(first), Pos::Punct | Pos::Det)
                || person && syntax.word(first) == "."
                || tokens.len() > 1 && opening && lexicon.is("adjective-before-name", lower)
                || lower == "the"
                || syntax.tag(first) == Tag::Pos
                || matches!(lower, "'s" | "'")
                || matches!(syntax.tag(first), Tag::Dt | Tag::PrpPoss | Tag::In);
            if title || mark || month { tokens.start += 1 } else { break }
        }
        while let Some(last) = tokens.clone().next_back() {
            let drop = syntax.tag(last) == Tag::Pos
                || matches!(syntax.lower(last), "'s" | "'" | "’")
                || (syntax.pos(last) == Pos::Punct && syntax.word(last) != ".");
            if drop { tokens.end -= 1 } else { break }
        }
        if !person && tokens.len() > 4 && self.is_state_in_letters(tokens.end - 1) && syntax.lower(tokens.end - 3) == "of" {
            tokens.end -= 3;
        }
        tokens
    }

    /// "University of Sheffield of the UK": the state after a name says where it is.
    fn is_state_in_letters(&self, index: usize) -> bool {
        let word = self.syntax.word(index);
        let letters = word.chars().all(|c| c.is_uppercase() || c == '.') && self.syntax.lower(index - 1) == "the";
        letters && lexicon().find(word).is_some_and(|(known, _)| known.kind == ActorKind::Country)
    }

    /// "On 14 June Italy seized it", "In June Italy seized it": no given name.
    fn is_month_of_date(&self, index: usize) -> bool {
        let syntax = self.syntax;
        let before = |index: usize| syntax.tag(index) == Tag::In || syntax.tag(index) == Tag::Cd && syntax.word(index).len() <= 2;
        lexicon().is("month", syntax.lower(index)) && index.checked_sub(1).is_some_and(before)
    }

    /// "State Sen. Carla Whitmer", "District Judge Loretta Pruitt": where a title that opens with another word ends.
    fn title_end(&self, tokens: &Range<usize>) -> Option<usize> {
        let lexicon = lexicon();
        let office = |index: usize| lexicon.is_title(self.syntax.lower(index));
        let opens = tokens.len() > 2 && lexicon.is("before-title", self.syntax.lower(tokens.start));
        // "Environment Minister Ann Lee", "Oslo consultant Ann Lee": no name has such a word in its middle.
        let first_is_given = lexicon.given.contains_key(self.syntax.word(tokens.start));
        let of_office = |index: usize| {
            let small = !self.capitalised(index) && office(index);
            tokens.len() > 2 && !first_is_given && (small || lexicon.is("portfolio-title", self.syntax.lower(index)))
        };
        let all = self.titles_end(tokens);
        if tokens.len() > 2 && all > tokens.start + 1 && all < tokens.end {
            return Some(all);
        }
        let mut titles = (tokens.start + 1..(tokens.start + 3).min(tokens.end)).rev();
        let last = titles.find(|index| opens && office(*index) || of_office(*index))?;
        (last + 1 < tokens.end).then_some(last + 1)
    }

    /// Whether a hyphen stands between two halves of one word.
    pub(super) fn glued(&self, hyphen: usize) -> bool {
        let syntax = self.syntax;
        hyphen + 1 < syntax.len() && syntax.word(hyphen) == "-" && syntax.is_glued(hyphen) && syntax.is_glued(hyphen + 1)
    }

    /// A name with the other half of a word that is written with a hyphen: "Vaughan-Lloyd".
    pub(super) fn with_hyphen(&self, mut tokens: Range<usize>) -> Range<usize> {
        // "US-Vatican talks" joins two.
        let another = |index: usize| lexicon().find(self.syntax.word(index)).is_some();
        while tokens.start >= 2 && self.glued(tokens.start - 1) && self.capitalised(tokens.start - 2) && !another(tokens.start - 2) {
            tokens.start -= 2;
        }
        while tokens.end + 1 < self.syntax.len() && self.glued(tokens.end) && self.capitalised(tokens.end + 1) {
            tokens.end += 2;
        }
        tokens
    }

    /// "Han Mi-rae": the second half of a given name that goes on in small letters; "Kallas-backed" is no name.
    pub(super) fn with_small_half(&self, mut tokens: Range<usize>) -> Range<usize> {
        let syntax = self.syntax;
        let half = |index: usize| index < syntax.len() && syntax.pos(index) == Pos::Propn && !self.capitalised(index);
        let small = |index: usize| half(index) || self.is_syllable(index);
        if tokens.len() > 1 && self.glued(tokens.end) && small(tokens.end + 1) {
            tokens.end += 2;
        }
        tokens
    }

    /// "Han Mi-in met her", where the tagger takes "in" for a word of its own; not "a Karl Roe-era law", "Karl Roe-led talks".
    fn is_syllable(&self, index: usize) -> bool {
        let syntax = self.syntax;
        if index >= syntax.len() {
            return false;
        }
        let letters = syntax.word(index).chars().count();
        let word = (2..=SYLLABLE).contains(&letters) && syntax.word(index).chars().all(char::is_lowercase);
        let participle = matches!(syntax.tag(index), Tag::Vbn | Tag::Vbd | Tag::Vbg | Tag::Jj);
        let goes_on = index + 1 < syntax.len() && matches!(syntax.pos(index + 1), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num);
        word && !participle && !goes_on
    }

    /// "on X. Kallas called": the name of the platform ends a sentence there and is no first letter of a name.
    pub(super) fn without_platform(&self, mut tokens: Range<usize>) -> Range<usize> {
        let syntax = self.syntax;
        let on = tokens.start.checked_sub(1).is_some_and(|before| syntax.lower(before) == "on");
        if on && tokens.len() > 1 && lexicon().is("platform-letter", syntax.lower(tokens.start)) {
            tokens.start += 1;
        }
        tokens
    }

    /// Where the words end that say only what someone is: "Foreign Office Spokesperson Ms." in "Foreign Office Spokesperson Ms. Ann Roe",
    /// all of "Minister Delegate".
    pub(super) fn titles_end(&self, tokens: &Range<usize>) -> usize {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let office = |index: usize| {
            let word = syntax.lower(index);
            lexicon.is_title(word) || word.strip_suffix('s').is_some_and(|one| lexicon.is("role", one))
        };
        let field = |index: usize| {
            let word = syntax.lower(index);
            let nation = lexicon.find(syntax.word(index)).is_some_and(|(_, manner)| manner == Manner::Adjective);
            lexicon.is("narrowing", word) || lexicon.is("before-title", word) || lexicon.is("portfolio", word) || nation
        };
        let mut end = tokens.start;
        for index in tokens.clone() {
            if office(index) {
                end = index + 1;
            } else if !field(index) {
                break;
            }
        }
        end
    }

    /// "Lars Henrik" + "Aamodt": given names that the recogniser left out.
    pub(super) fn with_given_names(&self, tokens: Range<usize>) -> Range<usize> {
        let (lexicon, syntax) = (lexicon(), self.syntax);
        let part = |index: usize| {
            self.capitalised(index)
                && syntax.pos(index) == Pos::Propn
                && syntax.dep(index) == Dep::Compound
                && syntax.head(index).is_some_and(|head| tokens.contains(&head))
                && !self.taken[index]
                && !lexicon.is_title(syntax.lower(index))
                && syntax.word(index) != "."
        };
        let mut start = tokens.start;
        while start > 0 && start + 3 > tokens.start && part(start - 1) {
            start -= 1;
        }
        while start < tokens.start && (!lexicon.given.contains_key(syntax.word(start)) || self.is_month_of_date(start)) {
            start += 1;
        }
        start..tokens.end
    }

    /// "Opposition Platform - For Life": a name that goes on after a dash with "for" or "of" begins before the dash.
    pub(super) fn with_first_half(&self, tokens: Range<usize>) -> Range<usize> {
        let first = tokens.start;
        let goes_on =
            matches!(self.syntax.lower(first), "for" | "of") && first >= 2 && matches!(self.syntax.word(first - 1), "-" | "–" | "—");
        let mut start = first - usize::from(goes_on);
        while goes_on && start > 0 && self.capitalised(start - 1) && self.syntax.is_noun(start - 1) {
            start -= 1;
        }
        if start + 1 < first { start..tokens.end } else { tokens }
    }

    /// "Brandt & Lowe": what an ampersand joins is one name.
    pub(super) fn with_partner(&self, mut tokens: Range<usize>) -> Range<usize> {
        let joins = |index: usize| index < self.syntax.len() && self.syntax.word(index) == "&";
        let named = |index: usize| index < self.syntax.len() && self.capitalised(index) && self.syntax.is_noun(index);
        while joins(tokens.end) && named(tokens.end + 1) {
            tokens.end += 2;
        }
        while tokens.start >= 2 && joins(tokens.start - 1) && named(tokens.start - 2) {
            tokens.start -= 2;
        }
        tokens
    }

    /// "UK Prime Minister Keir Starmer" tagged as one person: the nation and titles are cut off.
    pub(super) fn without_nation(&self, mut tokens: Range<usize>) -> Range<usize> {
        let lexicon = lexicon();
        while tokens.len() > 1 {
            let lower = self.syntax.lower(tokens.start);
            let nation =
                lexicon.find(self.syntax.word(tokens.start)).is_some_and(|(_, manner)| manner != Manner::Capital) && tokens.len() > 2;
            if let Some(end) = self.title_end(&tokens) {
                tokens.start = end;
                continue;
            }
            let title = lexicon.is_title(lower) || (lexicon.is("title-opener", lower) && tokens.len() > 2);
            if nation || title { tokens.start += 1 } else { break }
        }
        tokens
    }

    /// "Donald Trump" + "Jr": which of them belongs to the name.
    pub(super) fn with_generation(&self, mut tokens: Range<usize>) -> Range<usize> {
        if tokens.len() > 1 && tokens.end < self.syntax.len() && is_generation(self.syntax.word(tokens.end)) {
            tokens.end += 1;
        }
        tokens
    }

    /// "Ursula von" + "der Leyen": a particle and the capitalised word after it belong to the name.
    pub(super) fn with_particles(&self, mut tokens: Range<usize>) -> Range<usize> {
        let lexicon = lexicon();
        let particle = |index: usize| lexicon.is("particle", self.syntax.lower(index));
        let Some(last) = tokens.clone().next_back() else { return tokens };
        let mut end = tokens.end;
        while end < self.syntax.len() && particle(end) && !self.capitalised(end) {
            end += 1;
        }
        if (end > tokens.end || (particle(last) && !self.capitalised(last)))
            && end < self.syntax.len()
            && self.capitalised(end)
            && self.syntax.sentence_of(end) == self.syntax.sentence_of(last)
        {
            tokens.end = end + 1;
        }
        tokens
    }

    /// "the National Front of the Isles": the word belongs to a longer name that begins before it.
    pub(super) fn goes_on_from_before(&self, start: usize) -> bool {
        let before = start.checked_sub(1).filter(|before| self.capitalised(*before) && self.capitalised(start));
        before.is_some_and(|before| self.syntax.pos(before) == Pos::Propn && self.syntax.dep(before) == Dep::Compound)
    }

    /// "Street" in "Downing Street": part of a longer name that the lists know.
    pub(super) fn is_part_of_known(&self, tokens: &Range<usize>) -> bool {
        let last = (tokens.start + lexicon().longest).min(self.syntax.len());
        let longer = |start: usize| (tokens.end..=last).filter(move |end| end - start > tokens.len()).map(move |end| start..end);
        let mut all = (tokens.start.saturating_sub(1)..=tokens.start).flat_map(longer);
        !tokens.is_empty() && all.any(|whole| self.free(&whole) && lexicon().find(&self.words(&whole)).is_some())
    }

    /// "the Competition and Markets Authority" for "Markets Authority", where the entity recogniser sees one body.
    pub(super) fn with_half_of_entity(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let whole = self.with_half_before(tokens)?;
        let entity = self.syntax.entity(whole.start).filter(|entity| entity.label == EntityLabel::Org)?;
        let same = (entity.start as usize..entity.end as usize).contains(&(whole.end - 1));
        (same && lexicon().is("body", self.syntax.lower(whole.end - 1))).then_some(whole)
    }

    /// "Peace and Security Council" for "Security Council": what the body is for goes on before "and".
    pub(super) fn with_half_before(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let first = tokens.start.checked_sub(2).filter(|_| self.syntax.lower(tokens.start - 1) == "and" && tokens.len() > 1)?;
        let last = tokens.end - 1;
        let under = |index: usize| self.syntax.head(index) == Some(last);
        let hangs = under(first) && matches!(self.syntax.dep(first), Dep::Nmod | Dep::Compound | Dep::Amod);
        (hangs && self.capitalised(first) && !self.taken[first]).then_some(first..tokens.end)
    }
}
