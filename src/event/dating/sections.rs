//! The dates under which parts of an article stand, where it is a chronology.

use super::anchor::Anchored;
use crate::model::{Article, Edtf, Precision, Span, TimeExpression, Timex3};
use std::ops::Range;

/// For each dated section of an article its bytes and its date.
#[derive(Default)]
pub(crate) struct Sections(Vec<(Range<usize>, Anchored)>);

impl Sections {
    /// Finds the dated sections of an article.
    pub(crate) fn find(article: &Article, times: &[TimeExpression]) -> Self {
        let spans: Vec<Span> = times.iter().map(|time| time.quote.span).collect();
        // The article's own date is that of no section.
        let own = article.published.as_ref().and_then(|published| published.span);
        let is_date = |at: usize| is_day_to_month(&times[at]) && !own.is_some_and(|own| own.overlaps(spans[at]));
        let found = crate::time::sections(&article.text, &spans, is_date).into_iter().map(|section| {
            let span = spans[section.date.start].cover(spans[section.date.end - 1]);
            (section.bytes, Anchored { when: times[section.date.start].when.clone(), span })
        });
        Self(found.collect())
    }

    /// The date under which a place stands.
    pub(crate) fn at(&self, place: usize) -> Option<&Anchored> {
        let after = self.0.partition_point(|(bytes, _)| bytes.start <= place);
        let (bytes, date) = self.0.get(after.checked_sub(1)?)?;
        bytes.contains(&place).then_some(date)
    }
}

fn is_day_to_month(time: &TimeExpression) -> bool {
    let known = time.when.edtf != Edtf::Unknown && (Precision::Day..=Precision::Month).contains(&time.when.precision());
    time.kind == Timex3::Date && (known || matches!(time.when.edtf, Edtf::Interval { .. }))
}
