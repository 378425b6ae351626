//! One report of an event as the merger sees it: numbers in the place of names and words, so that two reports compare fast.

use crate::actor::LocalActor;
use crate::event::article_events::LocalEvent;
use crate::event::lexicon::lexicon;
use crate::event::taking_part::is_said;
use crate::model::{Basis, Role, When};
use chrono::{NaiveDate, TimeDelta};
use std::collections::{BTreeSet, HashMap};

/// A report, prepared for comparing.
#[derive(Debug)]
pub(crate) struct Report<'e> {
    /// The event as one article tells it.
    pub event: &'e LocalEvent,
    /// Number of the article.
    pub article: usize,
    /// Its actors, by collection-wide number, sorted.
    pub actors: Vec<usize>,
    /// Those of them that act or speak, and those on whose behalf these do; sorted.
    pub agents: Vec<usize>,
    /// Those of them that are acted on or told; sorted.
    pub patients: Vec<usize>,
    /// Bounds of its date in days, both inclusive; `None` is open.
    pub days: (Option<NaiveDate>, Option<NaiveDate>),
    /// Content words besides the trigger, the cast and the place, by number, sorted.
    pub words: Vec<u32>,
    /// Number of the trigger's stem.
    pub stem: u32,
    /// Number of the place.
    pub place: Option<u32>,
}

/// Numbers of words. Until they are [settled](Words::settle) they depend on the order of the reports.
#[derive(Debug, Default)]
pub(crate) struct Words {
    numbers: HashMap<String, u32>,
    /// How many reports have the word.
    counts: Vec<u32>,
    reports: usize,
}

impl Words {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.counts.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.to_owned(), number);
        self.counts.push(0);
        number
    }

    /// Numbers the words by their letters, so that nothing depends on the order in which they came.
    pub(crate) fn settle(&mut self, reports: &mut [Report]) {
        let mut words: Vec<(String, u32)> = std::mem::take(&mut self.numbers).into_iter().collect();
        words.sort_unstable();
        let mut new = vec![0; words.len()];
        let mut counts = vec![0; words.len()];
        for (number, (_, old)) in (0_u32..).zip(&words) {
            new[*old as usize] = number;
            counts[number as usize] = self.counts[*old as usize];
        }
        self.counts = counts;
        for report in reports {
            for word in report.words.iter_mut().chain([&mut report.stem]).chain(&mut report.place) {
                *word = new[*word as usize];
            }
            report.words.sort_unstable();
        }
    }

    /// How telling each word is: the logarithm of the share of reports without it, as if it stood in a collection of a
    /// thousand further reports; a small collection says little about how common a word is.
    pub(crate) fn weights(&self) -> Vec<f64> {
        let total = self.reports as f64 + 1000.0;
        self.counts.iter().map(|count| (total / (f64::from(*count) + 2.0)).ln()).collect()
    }
}

impl<'e> Report<'e> {
    /// Prepares a report. `actors` are those of its article, `number_of` their numbers in the collection, `behind` the
    /// collection-wide number of the body or state that each of them belongs to.
    pub(crate) fn new(
        event: &'e LocalEvent,
        article: usize,
        actors: &[LocalActor],
        number_of: &[usize],
        behind: &[Option<usize>],
        words: &mut Words,
    ) -> Self {
        let with = |wanted: fn(Role) -> bool| {
            let numbers: BTreeSet<usize> =
                event.participants.iter().filter(|(_, role)| wanted(*role)).map(|(actor, _)| number_of[*actor]).collect();
            numbers.into_iter().collect::<Vec<usize>>()
        };
        let acting = |role: Role| matches!(role, Role::Agent | Role::Speaker);
        let mut agents = with(acting);
        agents.extend(event.participants.iter().filter(|(_, role)| acting(*role)).filter_map(|(actor, _)| behind[*actor]));
        agents.sort_unstable();
        agents.dedup();
        let bounds = event.when.bounds();
        let days = (bounds.earliest.map(|at| at.date()), bounds.latest.map(|at| (at - TimeDelta::seconds(1)).date()));
        let stem = stem(&event.lemma);
        let mut named: BTreeSet<String> = event
            .participants
            .iter()
            .flat_map(|(actor, _)| actors[*actor].spellings.keys().chain([&actors[*actor].name]))
            .chain(&event.place)
            .flat_map(|name| name.split(' ').map(str::to_lowercase))
            .collect();
        named.insert(event.lemma.clone());
        let telling = event.words.iter().filter(|word| !named.contains(*word) && !lexicon().is("telling-little", word));
        let mut content: Vec<u32> = telling.map(|word| words.number(word)).collect();
        content.sort_unstable();
        for word in &content {
            words.counts[*word as usize] += 1;
        }
        words.reports += 1;
        Self {
            event,
            article,
            actors: with(|_| true),
            agents,
            patients: with(|role| matches!(role, Role::Patient | Role::Addressee)),
            days,
            words: content,
            stem: words.number(&format!("stem {stem}")),
            place: event.place.as_ref().map(|place| words.number(&format!("place {}", place.to_lowercase()))),
        }
    }

    /// Whether its date comes from words of the text.
    pub(crate) fn stated(&self) -> bool {
        stated(&self.event.when)
    }

    /// Whether it is a noun whose date is only that of its article.
    pub(crate) fn is_undated_noun(&self) -> bool {
        self.event.nominal && !self.stated()
    }

    /// What orders reports whatever the order of the articles: first day, last day, article by its text, place in it.
    pub(crate) fn rank(&self) -> impl Ord + use<> {
        (self.days.0, self.days.1, self.event.mention.article(), self.event.mention.trigger, self.event.kind)
    }

    /// The days in which its event may lie if its date is as far off as dates of its basis often are.
    pub(crate) fn reach(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let slack = if !self.stated() {
            if is_said(self.event.kind) { 2 } else { 4 }
        } else if self.event.when.edtf.is_doubtful() {
            3
        } else {
            0
        };
        (
            self.days.0.map(|day| day.checked_sub_signed(TimeDelta::days(slack)).unwrap_or(day)),
            self.days.1.map(|day| day.checked_add_signed(TimeDelta::days(slack.min(1))).unwrap_or(day)),
        )
    }
}

/// Whether a date comes from words of the text.
pub(crate) fn stated(when: &When) -> bool {
    matches!(when.basis, Basis::Stated | Basis::Relative | Basis::Assigned)
}

/// What a verb and its noun share: "resign" and "resignation" both give "resign", "meet" and "meeting" both "meet".
pub(crate) fn stem(lemma: &str) -> &str {
    let bare = ["ation", "ition", "ment", "ance", "ing", "ion", "al", "ure"]
        .iter()
        .find_map(|ending| lemma.strip_suffix(ending).filter(|rest| rest.chars().count() >= 3))
        .unwrap_or(lemma);
    let bare = bare.strip_suffix('s').filter(|rest| rest.len() > 3 && !rest.ends_with('s')).unwrap_or(bare);
    bare.trim_end_matches('e')
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_verb_and_its_noun_share_a_stem() {
        for (verb, noun) in [
            ("resign", "resignation"),
            ("announce", "announcement"),
            ("meet", "meeting"),
            ("talk", "talks"),
            ("agree", "agreement"),
            ("elect", "election"),
            ("file", "filing"),
            ("arrive", "arrival"),
        ] {
            assert_eq!(stem(verb), stem(noun), "{verb}");
        }
        for (one, other) in [("attack", "attach"), ("sign", "sing"), ("talk", "take"), ("meet", "mean")] {
            assert_ne!(stem(one), stem(other));
        }
    }
}
