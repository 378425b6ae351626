//! Who is meant by "he" and "she": the heaviest actor whose sex fits, with more weight for who does what is told around the pronoun.

use super::{Resolver, WINDOW, speaks};
use crate::actor::lexicon::lexicon;
use crate::language::{Dep, Tag};
use crate::model::ActorKind;

/// What of a weight is left a sentence later: "he" is whoever was told of just now.
const LEFT: f64 = 0.3;

/// What it adds that the sex of a pronoun is known to fit.
const KNOWN_SEX: f64 = 1.3;

/// What being the subject of a clause around the pronoun adds.
const SUBJECT_AROUND: f64 = 20.0;

/// What being praised or blamed adds for a "his" in what it is for.
const JUDGED: f64 = 60.0;

/// What having spoken before adds for who goes on speaking.
const SPOKE: f64 = 60.0;

impl Resolver<'_, '_, '_> {
    pub(super) fn person(&self, index: usize, sex: char) -> Option<Vec<usize>> {
        let syntax = self.syntax;
        let mut barred = self.barred(index);
        barred.extend(self.who_is_quoted(index));
        let fits = |actor: &usize| {
            self.actors[*actor].kind == ActorKind::Person && self.actors[*actor].sex.is_none_or(|own| own == sex) && !barred.contains(actor)
        };
        if let Some(speaker) = self.speaker_above(index).filter(|speaker| speaker.iter().all(&fits)) {
            return Some(speaker);
        }
        let subjects = self.subjects_around(index);
        if subjects.first().is_some_and(|subject| self.is_unnamed(*subject)) {
            return None;
        }
        // "The brothers fled. ... He": one of several told of by one word is meant less.
        let mut weights = self.salience_of(index, LEFT, |seen| 1.0 / seen.actors.len().max(1) as f64);
        let around: Vec<&[usize]> = subjects.into_iter().filter_map(|noun| self.seen_at(noun)).collect();
        let judged = self.judged_for(index).and_then(|noun| self.seen_at(noun));
        for (actor, weight) in &mut weights {
            if around.contains(&[*actor].as_slice()) {
                *weight += SUBJECT_AROUND;
            }
            if judged == Some(&[*actor]) {
                *weight += JUDGED;
            }
            // Whose sex is known to fit is meant rather than someone of whom it is not known.
            if self.actors[*actor].sex == Some(sex) {
                *weight *= KNOWN_SEX;
            }
        }
        weights.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        // Who spoke in the sentence before goes on speaking: "Lavrov said ... . He added ...".
        if speaks(syntax, index) {
            let sentence = syntax.sentence_of(index);
            // "“Consult with Trump,” he added": nobody whom only his own words name.
            let quoting = syntax.sentence(sentence).start..index;
            let quoting = quoting.into_iter().any(|mark| matches!(syntax.word(mark), "\"" | "”" | "“"));
            if quoting {
                let recent = self.seen.iter().rev().take_while(|seen| seen.sentence + WINDOW >= sentence);
                let before: Vec<usize> = recent.filter(|seen| seen.sentence < sentence).flat_map(|seen| seen.actors.clone()).collect();
                weights.retain(|(actor, _)| before.contains(actor));
            }
            let recent = self.seen.iter().rev().take_while(|seen| seen.sentence + if quoting { 3 } else { 1 } >= sentence);
            let last = || recent.filter(|seen| seen.sentence < sentence).find(|seen| seen.speaks).map(|seen| seen.actors.as_slice());
            // "Roe urged both to wait. “I do not trust it,” she said": whoever the paragraph was telling of.
            let told = self.subject_before(index).filter(|noun| self.block(*noun) == self.block(index));
            let person = |seen: &&[usize]| seen.len() == 1 && fits(&seen[0]);
            let last = told.and_then(|noun| self.seen_at(noun)).filter(person).or_else(last);
            for (actor, weight) in &mut weights {
                if last.is_some_and(|seen| seen.contains(actor)) {
                    *weight += SPOKE;
                }
            }
            weights.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        }
        if let Some(doer) = self.doer_before(index) {
            weights.sort_by_key(|(actor, _)| !doer.contains(actor));
        }
        // "The brothers fled. ... He": neither of two whom the text told of last by one word, if there is anybody else.
        let alone =
            |actor: &usize| self.seen.iter().rev().find(|seen| seen.actors.contains(actor)).is_none_or(|seen| seen.actors.len() == 1);
        let known =
            weights.iter().find(|(actor, _)| fits(actor) && alone(actor)).or_else(|| weights.iter().find(|(actor, _)| fits(actor)))?;
        Some(vec![known.0])
    }

    /// "A man was held as he queued": whether a noun means somebody whom the text does not name.
    fn is_unnamed(&self, noun: usize) -> bool {
        let syntax = self.syntax;
        let article = syntax.by(noun, &[Dep::Det]).any(|word| lexicon().is("indefinite", syntax.lower(word)));
        let individual = crate::actor::is_role(syntax.lower(noun)) || lexicon().is("individual", syntax.lower(noun));
        article && individual && syntax.tag(noun) == Tag::Nn && self.seen_at(noun).is_none()
    }
}
