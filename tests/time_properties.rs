//! What holds of time expressions in any text: spans in order and inside the text, values that read back, time linear in the length.

use dateline::language::Analysis;
use dateline::model::{ArticleId, DateSource, Edtf, Published, TimeExpression};
use dateline::time::{find, lines_that_tell_time, own_dates};
use proptest::prelude::*;
use std::time::Instant;

fn times(text: &str, published: Option<&str>) -> Vec<TimeExpression> {
    let published = published.map(|date| Published {
        date: date.parse().expect("the test writes a date"),
        source: DateSource::User,
        span: None,
        note: None,
    });
    find(ArticleId::of(text), text, &Analysis::default(), published.as_ref())
}

/// Words that rules begin with, and things that break them.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(vec![
            "March", "May", "3", "31", "2025", "44", "BC", "the", "of", "last", "next", "week", "years", "two", "ago", "Monday", "from", "to", "-", "–", ",", "and",
            "between", "early", "late", "quarter", "third", "century", "10:30", "p.m.", "GMT", "(", ")", "'90s", "1990s", "Christmas", "Day", "every", "yesterday",
            "night", "since", "before", "after", "half", "a", "fiscal", "Q3", "\n", "9/11", "3/4/2025", "2025-02-30", "9999", "1000", "million", "hundred", "24:00",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<u32>().prop_map(|number| number.to_string()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_gives_ordered_expressions_that_read_back(words in prop::collection::vec(word(), 0..40), glue in "[ ]{0,1}", day in prop::option::of(0..4_usize)) {
        let text = words.join(&glue);
        let published = day.map(|day| ["2025-03-17", "2024-02-29~", "-0043-03-15", "2025-03"][day]);
        let found = times(&text, published);
        let mut end = 0;
        for time in &found {
            let span = time.quote.span;
            prop_assert!(span.start() >= end, "out of order in {text:?}");
            prop_assert!(!span.text(&text).trim().is_empty());
            end = span.end();
            let printed = time.when.edtf.to_string();
            prop_assert_eq!(printed.parse::<Edtf>().ok(), Some(time.when.edtf), "{} in {:?}", printed, text);
            prop_assert!(!time.when.why.is_empty());
            prop_assert!(!time.value.is_empty());
        }
        prop_assert_eq!(found, times(&text, published));
    }

    #[test]
    fn blanking_lines_keeps_every_place(words in prop::collection::vec(word(), 0..40)) {
        let text = words.join(" ");
        let kept = lines_that_tell_time(&text);
        prop_assert_eq!(kept.len(), text.len());
        for (one, other) in kept.bytes().zip(text.bytes()) {
            prop_assert!(one == other || one == b' ');
        }
    }
}

/// The best of three runs, in seconds.
fn seconds(text: &str) -> f64 {
    let run = || {
        let start = Instant::now();
        std::hint::black_box(times(text, Some("2025-03-17")));
        std::hint::black_box(own_dates(text));
        start.elapsed().as_secs_f64()
    };
    (0..3).map(|_| run()).fold(f64::MAX, f64::min)
}

#[test]
fn hostile_texts_take_time_linear_in_their_length() {
    let unit = [
        "March ",
        "March 3 - ",
        "two years and ",
        "the ",
        "twenty-",
        "1:",
        "early ",
        "from ",
        "March 3, 2025, ",
        "a",
        "12",
        "-",
        "half a ",
        "Q",
        "'",
        "1999/",
        "2014-",
        "May-",
        "(2014)",
        "3 March 2025 and on ",
        "Tuesday, March 4 of ",
    ];
    for unit in unit {
        let text = |bytes: usize| unit.repeat(bytes / unit.len());
        let (short, long) = (seconds(&text(20_000)), seconds(&text(320_000)));
        // Sixteen times the text; a quadratic pattern would take 256 times as long.
        assert!(long < 80.0 * short.max(0.001), "{unit:?}: {short:.4} s for 20 kB, {long:.4} s for 320 kB");
    }
}
