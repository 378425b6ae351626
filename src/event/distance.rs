//! How long after or before another event something was: "on Monday, two days after a lake burst" dates both.

use super::anchor::{Anchored, Anchors};
use super::context::Page;
use super::figures::whole;
use super::lexicon::lexicon;
use crate::language::{Dep, Syntax};
use crate::model::words::edtf_words;
use crate::model::{Basis, CalendarUnit, Edtf, Moment, When};
use chrono::TimeDelta;

impl Page<'_, '_> {
    /// The date of a clause that is told by its distance from the day of the main clause.
    pub(super) fn distant(&self, anchors: &Anchors, verb: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let main = syntax.head(verb).filter(|head| syntax.dep(verb) == Dep::Advcl && syntax.is_verb(*head))?;
        let mark = syntax.by(verb, &[Dep::Mark]).find(|index| matches!(syntax.lower(*index), "after" | "before"))?;
        let noun = mark.checked_sub(1).filter(|noun| syntax.dep(*noun) == Dep::Npadvmod)?;
        let days = counted_days(syntax, noun)?;
        // Who counts in weeks means about that day.
        let weeks = syntax.lemma(noun) == "week";
        let found = anchors.at(main)?;
        let Edtf::On(_) = found.when.edtf else { return None };
        let (from, to) = (found.when.bounds().earliest?, found.when.bounds().latest?);
        let base = (to - from <= TimeDelta::days(1)).then(|| from.date())?;
        // "After" puts the clause before the main one.
        let day = if syntax.lower(mark) == "after" { base - days } else { base + days };
        let edtf = if weeks { Edtf::On(Moment::about(CalendarUnit::Day(day))) } else { Edtf::day(day) };
        let why = format!("{} {} what {} dates, so {}", syntax.lower(noun), syntax.lower(mark), found.when.why, edtf_words(&edtf));
        Some(Anchored { when: When { edtf, basis: Basis::Relative, why }, span: found.span })
    }
}

/// "two days", "a week" in days.
fn counted_days(syntax: &Syntax, noun: usize) -> Option<TimeDelta> {
    let unit = match syntax.lemma(noun) {
        "day" => 1,
        "week" => 7,
        _ => return None,
    };
    let one = || syntax.by(noun, &[Dep::Det]).any(|det| lexicon().is("indefinite", syntax.lower(det)) || syntax.lower(det) == "the");
    let count = syntax.by(noun, &[Dep::Nummod]).find_map(|index| whole(syntax.lower(index))).or_else(|| one().then_some(1))?;
    (1..400).contains(&count).then(|| TimeDelta::days(i64::from(count) * unit))
}
