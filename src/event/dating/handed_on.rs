//! Days that one sentence hands on to another: "hours later", "then as well", and what answers the charge just told.

use crate::event::article_events::{Candidate, LocalEvent, Reader};
use crate::event::lexicon::lexicon;
use crate::event::taking_part::is_said;
use crate::language::{Dep, Tag};
use crate::model::{Basis, Edtf, Modality, Moment, Precision, Span, When};
use chrono::TimeDelta;

/// From so many days before the article on, what a paragraph tells is background.
const BACKGROUND: i64 = 7;

impl Reader<'_, '_, '_> {
    /// The date of an event that only its place in the story tells.
    pub(super) fn handed_on(&self, candidate: &Candidate) -> Option<(When, Option<Span>, bool)> {
        self.accused_of(candidate).or_else(|| self.hours_apart(candidate)).or_else(|| self.answered_then(candidate))
    }

    /// "Hours later she resigned", "later in the day": the day of what was told before, if that has one.
    fn hours_apart(&self, candidate: &Candidate) -> Option<(When, Option<Span>, bool)> {
        let syntax = self.page.syntax;
        let verb = candidate.trigger.verb(syntax).filter(|_| candidate.modality == Modality::Happened)?;
        let short = |index: usize| {
            // "later in the day", not "a day later"
            let of_day = syntax.lower(index) == "day" && index > 0 && lexicon().is("definite", syntax.lower(index - 1));
            of_day || lexicon().is("short-length", syntax.lower(index))
        };
        // "Speaking to reporters afterwards, she said": of what the paragraph before told.
        let clauses = syntax.by(verb, &[Dep::Advcl]).filter(|clause| *clause < verb && syntax.tag(*clause) == Tag::Vbg).chain([verb]);
        let afterwards = |word: &usize| lexicon().is("afterwards", syntax.lower(*word));
        if let Some(word) = clauses.flat_map(|clause| syntax.by(clause, &[Dep::Advmod])).find(afterwards) {
            let (event, ..) = self.before(candidate, 2, true)?;
            let why = format!("\"{}\", after what {} dates", syntax.lower(word), event.when.why);
            return Some((When { basis: Basis::Relative, why, ..event.when.clone() }, event.mention.time, true));
        }
        let told = syntax.by(verb, &[Dep::Advmod, Dep::Npadvmod]).find(|word| {
            syntax.phrase(*word).any(short) && syntax.phrase(*word).any(|index| lexicon().is("hours-apart", syntax.lower(index)))
        })?;
        let (event, ..) = self.before(candidate, 1, false)?;
        let words = syntax.text[syntax.token(syntax.phrase(told).start).span.start()..syntax.token(told).span.end()].to_lowercase();
        let why = format!("\"{words}\", counted from what {} dates", event.when.why);
        Some((When { basis: Basis::Relative, why, ..event.when.clone() }, event.mention.time, true))
    }

    /// "In January a ship was hit; Manila lodged a protest then as well", "Ethiopia closed the crossing on 9 May. Khartoum denied the
    /// charge": when the sentence before was.
    fn answered_then(&self, candidate: &Candidate) -> Option<(When, Option<Span>, bool)> {
        let syntax = self.page.syntax;
        let verb = candidate.trigger.verb(syntax).filter(|verb| syntax.tag(*verb) == Tag::Vbd && candidate.own.is_none())?;
        // "then as well"
        let mut beside = syntax.by(verb, &[Dep::Advmod]).filter(|word| *word > verb).flat_map(|word| syntax.phrase(word));
        let then = beside.any(|word| syntax.lower(word) == "then");
        let charge = |noun: usize| {
            let definite = syntax.by(noun, &[Dep::Det]).any(|det| lexicon().is("definite", syntax.lower(det)));
            definite && lexicon().is("charge", syntax.lemma(noun))
        };
        let answers = is_said(candidate.trigger.kind) && syntax.by(verb, &[Dep::Dobj]).any(charge);
        let (event, ..) = self.before(candidate, 1, false).filter(|_| then || answers)?;
        let published = self.page.article.published.as_ref()?.date.bounds().earliest?;
        let day = event.when.bounds().latest?;
        if published - day < TimeDelta::days(BACKGROUND) {
            return None;
        }
        let edtf = event.when.edtf.about();
        let why = format!("it answers what {} dates", event.when.why);
        Some((When { edtf, basis: Basis::Relative, why }, event.mention.time, true))
    }

    /// "accused them of shelling a village, killing two", told with a day: it was over by then.
    fn accused_of(&self, candidate: &Candidate) -> Option<(When, Option<Span>, bool)> {
        let syntax = self.page.syntax;
        let gerund = |verb: &usize| syntax.tag(*verb) == Tag::Vbg && matches!(syntax.dep(*verb), Dep::Pcomp | Dep::Advcl);
        let mut at = candidate.trigger.verb(syntax).filter(gerund)?;
        let start = syntax.sentence(syntax.sentence_of(at)).start;
        let event = loop {
            // Through the preposition of a gerund to the verb above.
            at = syntax.head(at)?;
            if syntax.is_verb(at) {
                let told = self.out.iter().rev().take_while(|(_, _, head)| *head >= start).find(|(_, _, head)| *head == at);
                match told {
                    Some((event, ..)) => break event,
                    None => gerund(&at).then_some(())?,
                }
            }
        };
        if !is_said(event.kind) || is_said(candidate.trigger.kind) || candidate.modality != Modality::Happened {
            return None;
        }
        let end: Moment = match event.when.edtf {
            Edtf::On(day) if event.when.basis != Basis::Reported => day,
            Edtf::OneOf { from: None, to: Some(day) } if event.when.basis != Basis::Reported => day,
            _ => return None,
        };
        // What is the news is told of the day on which it is told.
        let told = self.page.article.published.as_ref()?.date.bounds().earliest? - end.unit.bounds().latest?;
        if told < TimeDelta::days(BACKGROUND) {
            return None;
        }
        let why = format!("it had happened when it was told: {}", event.when.why);
        Some((When { edtf: Edtf::until(end), basis: Basis::Relative, why }, event.mention.time, true))
    }

    /// The last event with a day or month of its own in the same paragraph, or any, told at most so many sentences before.
    fn before(&self, candidate: &Candidate, sentences: usize, anywhere: bool) -> Option<&(LocalEvent, usize, usize)> {
        let syntax = self.page.syntax;
        let head = candidate.trigger.head;
        let (block, sentence) = (self.page.block_number(head), syntax.sentence_of(head));
        let near = self
            .out
            .iter()
            .rev()
            .take_while(|(_, at, other)| (anywhere || *at == block) && syntax.sentence_of(*other) + sentences >= sentence);
        let dated = |event: &LocalEvent| {
            matches!(event.when.edtf, Edtf::On(_)) && event.when.precision() <= Precision::Month && event.when.basis != Basis::Reported
        };
        near.into_iter().find(|(event, ..)| dated(event) && event.modality == Modality::Happened)
    }
}
