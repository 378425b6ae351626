//! How long after or before another event something was: "on Monday, two days after a lake burst" dates both, "these comments come just
//! days after he hosted the leaders" dates the second.

use super::anchor::{Anchored, Anchors};
use crate::event::clause::context::Page;
use crate::event::lexicon::lexicon;
use crate::event::merge::figures::whole;
use crate::language::{Dep, Syntax, Tag};
use crate::model::words::edtf_words;
use crate::model::{Basis, CalendarUnit, Edtf, Moment, Span, When};
use chrono::{NaiveDate, TimeDelta};

/// How many days "days" are, told without a number.
const DAYS: (i64, i64) = (2, 6);

/// The day that a distance is counted from.
struct Base {
    day: NaiveDate,
    /// Whether it is only about that day.
    about: bool,
    /// Why, in words.
    why: String,
    /// The words that say so, if they are not those of the distance.
    span: Option<Span>,
}

impl Page<'_, '_> {
    /// The date of a clause or an event noun that is told by its distance from the day of the main clause.
    pub(super) fn distant(&self, anchors: &Anchors, at: usize) -> Option<Anchored> {
        let syntax = self.syntax;
        let (mark, main) = distance_mark(syntax, at)?;
        let noun = mark.checked_sub(1).filter(|noun| syntax.dep(*noun) == Dep::Npadvmod)?;
        // "suspended, a day after the attack": the parser may hang "after" on the day.
        let main = if main == noun { syntax.head(noun)? } else { main };
        let (least, most) = counted_days(syntax, noun)?;
        // "announced on 23 April that it is suspended, a day after the attack": when it was announced.
        let said = || self.content_of(main).and_then(|speech| anchors.at(speech));
        let base = match anchors.at(main).or_else(said) {
            Some(found) => dated(&found)?,
            None => self.reported(main)?,
        };
        // Who counts in weeks means about that day.
        let about = base.about || syntax.lemma(noun) == "week";
        let moment = |days: TimeDelta| {
            // "After" puts the clause before the main one.
            let day = if syntax.lower(mark) == "after" { base.day - days } else { base.day + days };
            let unit = CalendarUnit::Day(day);
            if about { Moment::about(unit) } else { Moment::exact(unit) }
        };
        let (one, other) = (moment(least), moment(most));
        let edtf = match syntax.lower(mark) {
            _ if least == most => Edtf::On(one),
            "after" => Edtf::OneOf { from: Some(other), to: Some(one) },
            _ => Edtf::OneOf { from: Some(one), to: Some(other) },
        };
        let why = format!("{} {} {}, so {}", syntax.lower(noun), syntax.lower(mark), base.why, edtf_words(&edtf));
        let distance = syntax.token(syntax.phrase(noun).start).span.cover(syntax.token(mark).span);
        Some(Anchored { when: When { edtf, basis: Basis::Relative, why }, span: base.span.unwrap_or(distance) })
    }

    /// The article's day, for a main clause without a date that is its news: "these comments come".
    fn reported(&self, main: usize) -> Option<Base> {
        let syntax = self.syntax;
        let news = matches!(syntax.tag(main), Tag::Vbz | Tag::Vbp | Tag::Vbd) && syntax.by(main, &[Dep::Aux, Dep::Neg]).next().is_none();
        let Edtf::On(Moment { unit: CalendarUnit::Day(day), .. }) = self.article.published.as_ref().filter(|_| news)?.date else {
            return None;
        };
        Some(Base { day, about: true, why: "what is the news of the article".to_owned(), span: None })
    }
}

/// The day of a main clause that has a date.
fn dated(found: &Anchored) -> Option<Base> {
    let Edtf::On(_) = found.when.edtf else { return None };
    let (from, to) = (found.when.bounds().earliest?, found.when.bounds().latest?);
    let why = format!("what {} dates", found.when.why);
    (to - from <= TimeDelta::days(1)).then(|| Base { day: from.date(), about: false, why, span: Some(found.span) })
}

/// The "after" or "before" over a clause or noun, and what it hangs on: the verb of the main clause, or the length before it.
fn distance_mark(syntax: &Syntax, at: usize) -> Option<(usize, usize)> {
    let head = syntax.head(at)?;
    let is_mark = |index: &usize| matches!(syntax.lower(*index), "after" | "before");
    match syntax.dep(at) {
        Dep::Advcl if syntax.is_verb(head) => Some((syntax.by(at, &[Dep::Mark]).find(is_mark)?, head)),
        Dep::Pobj | Dep::Pcomp if is_mark(&head) => Some((head, syntax.head(head)?)),
        _ => None,
    }
}

/// "two days", "a week" in days, and "days" as the fewest and the most.
fn counted_days(syntax: &Syntax, noun: usize) -> Option<(TimeDelta, TimeDelta)> {
    let unit = match syntax.lemma(noun) {
        "day" => 1,
        "week" => 7,
        "fortnight" => 14,
        _ => return None,
    };
    let one = || syntax.by(noun, &[Dep::Det]).any(|det| lexicon().is("indefinite", syntax.lower(det)) || syntax.lower(det) == "the");
    let number = syntax.by(noun, &[Dep::Nummod]).next();
    let vague = number.is_none() && syntax.tag(noun) == Tag::Nns;
    let count = number.and_then(|index| whole(syntax.lower(index))).or_else(|| (!vague && one()).then_some(1));
    if let Some(count) = count.filter(|count| (1..400).contains(count)) {
        let days = TimeDelta::days(i64::from(count) * unit);
        return Some((days, days));
    }
    vague.then(|| (TimeDelta::days(DAYS.0 * unit), TimeDelta::days(DAYS.1 * unit)))
}
