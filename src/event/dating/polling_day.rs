//! An election that an article tells of: what decides it is of its kind, and of its day.

use crate::event::article_events::{Candidate, LocalEvent, Reader};
use crate::event::lexicon::lexicon;
use crate::language::{Dep, Syntax};
use crate::model::words::edtf_words;
use crate::model::{Basis, Edtf, Kind, Modality, Span, When};
use chrono::TimeDelta;

/// An article is about an election if so many of its words are of one, and one in so many.
const WORDS: (usize, usize) = (8, 70);

/// The longest time between a poll and the article that tells its results, in days.
const RESULTS: i64 = 31;

/// Whether an article is about an election, by its words.
pub(in crate::event) fn is_of_election(syntax: &Syntax) -> bool {
    let words = (0..syntax.len()).filter(|index| lexicon().is("poll-word", syntax.lemma(*index))).count();
    words >= WORDS.0 && words * WORDS.1 >= syntax.len()
}

impl Reader<'_, '_, '_> {
    /// "Junius Ho defeated Lee Cheuk-yan", "earned a surprise victory": who wins or loses does so at the poll, where the article is about one.
    pub(in crate::event) fn kind_at_the_poll(&self, candidate: &Candidate) -> Option<Kind> {
        let syntax = self.page.syntax;
        let (head, open) = (candidate.trigger.head, [Kind::Other, Kind::Economy, Kind::Statement, Kind::Appointment]);
        if !self.page.of_election || !open.contains(&candidate.trigger.kind) {
            return None;
        }
        let lemma = syntax.lemma(head);
        // "received 491,667 votes", not "received a letter".
        let prize = || syntax.by(head, &[Dep::Dobj]).any(|object| lexicon().is("poll-prize", syntax.lemma(object)));
        let decided = lexicon().is("poll-outcome", lemma) && !candidate.cast.roles.is_empty();
        (decided || lexicon().is("poll-gain", lemma) && prize()).then_some(Kind::Election)
    }

    /// "The election was held on Sunday. ... Ann Roe was elected with 60,760 votes": a result without a day of its own is of the day of the
    /// poll, the last one that the article tells of.
    pub(in crate::event) fn date_results(&mut self) {
        let Some((when, time)) = self.poll() else { return };
        let undated = |event: &LocalEvent| event.when.basis == Basis::Reported && matches!(event.when.edtf, Edtf::On(_));
        let told = |event: &LocalEvent| matches!(event.modality, Modality::Happened | Modality::Negated);
        let result = |event: &LocalEvent| {
            event.kind == Kind::Election && ["poll-outcome", "poll-gain"].iter().any(|class| lexicon().is(class, &event.lemma))
        };
        for (event, ..) in self.out.iter_mut().filter(|(event, ..)| undated(event) && told(event) && result(event)) {
            let why = format!("no time is told; the article tells of a poll on {}", edtf_words(&when.edtf));
            event.when = When { edtf: when.edtf, basis: Basis::Relative, why };
            event.mention.time = time;
        }
    }

    /// The last poll before the article's day that has a day of its own.
    fn poll(&self) -> Option<(When, Option<Span>)> {
        let published = self.page.article.published.as_ref()?.date.bounds().earliest?;
        let day = |event: &LocalEvent| {
            let (from, to) = event.when.bounds().earliest.zip(event.when.bounds().latest)?;
            let short = to - from <= TimeDelta::days(1) && from < published && published - from <= TimeDelta::days(RESULTS);
            short.then_some(from)
        };
        let is_poll = |event: &LocalEvent| {
            event.evidence.dated
                && event.kind == Kind::Election
                && event.modality == Modality::Happened
                && event.words.iter().any(|word| lexicon().is("poll", word))
        };
        let polls = self.out.iter().filter(|(event, ..)| is_poll(event)).filter_map(|(event, ..)| Some((day(event)?, event)));
        let (_, event) = polls.max_by_key(|(day, _)| *day)?;
        Some((event.when.clone(), event.mention.time))
    }
}

#[cfg(test)]
mod tests {
    use crate::event::tests::event;
    use crate::model::Kind;

    #[test]
    fn a_result_is_of_the_day_of_the_poll() {
        let text = "Sandu's party won the seat as voters in the constituency turned out in record numbers, the electoral commission said.\n\
                    The election was held on Sunday. Candidates from five parties stood for the seat, and turnout was high.\n\
                    Maia Sandu was elected with 60,760 votes. Igor Dodon was defeated. Voters at one polling station queued for hours.";
        for word in ["elected", "defeated"] {
            let found = event(text, word);
            assert_eq!((found.kind, found.when.edtf.to_string().as_str()), (Kind::Election, "2025-06-08"), "{word}");
            assert!(found.when.why.contains("poll"), "{}", found.when.why);
        }
        assert_eq!(event("The army defeated the rebels.", "defeated").when.edtf.to_string(), "2025-06-12", "no election, no poll");
    }
}
