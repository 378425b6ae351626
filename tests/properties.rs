//! What holds for every input: places lie in their texts, nothing panics, nothing is lost.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use chrono::{Duration, NaiveDate};
use dateline::model::{ArticleId, CalendarUnit, Edit, Edtf, EventId, Moment, Reading, Silent, Span};
use dateline::pipeline::{self, Memory};
use dateline::project::{EditLog, Project};
use dateline::{project, read};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Bits of articles: what the rules of reading and finding look for, next to what could trip them.
const BITS: &[&str] = &[
    "date 2025-05-23 ",
    "Published: 23 May 2025\n",
    "MOSCOW, May 23. /TASS/. ",
    "KYIV, Ukraine (AP) — ",
    "LONDON, March 3 (Reuters) - ",
    "By Jane Doe\n",
    "# ",
    "## What next\n",
    "---\n",
    "title: x\n",
    "- ",
    "> ",
    "**",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\t",
    " ",
    "\u{A0}",
    "\u{FEFF}",
    "\0",
    "The ministers met in Paris on Tuesday. ",
    "Putin said he will speak to Trump last week, ",
    "on 20 March 2025 ",
    "in 2022",
    "“No,” he added. ",
    "U.S. ",
    "St. ",
    "Київ",
    "東京",
    "Kyi\u{308}v",
    "👩‍👩‍👧",
    "é",
    "«",
    "’s ",
    "...",
    "between 3 and 5 p.m. ",
    "from May to 31 June 2024 ",
    "the 1990s",
    "99999999999",
    "44 BC",
];

fn text() -> impl Strategy<Value = String> {
    let bit =
        prop_oneof![8 => prop::sample::select(BITS).prop_map(str::to_owned), 1 => "\\PC{0,12}", 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(bit, 0..30).prop_map(|bits| bits.concat())
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["a.txt", "a.md", "б/東.TXT"][..])
}

fn unit() -> impl Strategy<Value = CalendarUnit> + Clone {
    let day = (-400_000_i64..400_000).prop_map(|days| NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + Duration::days(days));
    let year = -999..2999_i32;
    prop_oneof![
        day.clone().prop_map(CalendarUnit::Day),
        (day, 0..1440_u32).prop_map(|(day, minute)| CalendarUnit::Minute(day.and_hms_opt(minute / 60, minute % 60, 0).unwrap())),
        (year.clone(), 1..13_u32).prop_map(|(year, month)| CalendarUnit::Month(year, month)),
        (year.clone(), 21..25_u32).prop_map(|(year, season)| CalendarUnit::Season(year, season)),
        (year.clone(), 1..5_u32).prop_map(|(year, quarter)| CalendarUnit::Quarter(year, quarter)),
        (year.clone(), 1..3_u32).prop_map(|(year, half)| CalendarUnit::Half(year, half)),
        year.prop_map(CalendarUnit::Year),
        (0..300).prop_map(|decade| CalendarUnit::Decade(10 * decade)),
        (0..30).prop_map(|century| CalendarUnit::Century(100 * century)),
    ]
}

fn moment() -> impl Strategy<Value = Moment> + Clone {
    (unit(), any::<bool>(), any::<bool>()).prop_map(|(unit, approximate, uncertain)| Moment { unit, approximate, uncertain })
}

fn edtf() -> impl Strategy<Value = Edtf> {
    let ordered = |from: &Moment, to: &Moment| from.unit.bounds().earliest < to.unit.bounds().latest;
    let pair = (moment(), moment()).prop_map(move |(a, b)| if ordered(&a, &b) { (a, b) } else { (b, a) });
    prop_oneof![
        Just(Edtf::Unknown),
        moment().prop_map(Edtf::On),
        moment().prop_map(Edtf::until),
        moment().prop_map(Edtf::since),
        pair.clone().prop_map(|(from, to)| Edtf::OneOf { from: Some(from), to: Some(to) }),
        pair.prop_map(|(from, to)| Edtf::Interval { from: Some(from), to: Some(to) }),
        moment().prop_map(|from| Edtf::Interval { from: Some(from), to: None }),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    let article = "[a-c]".prop_map(|text| ArticleId::of(&text));
    let event = (article.clone(), 0..5_usize).prop_map(|(article, at)| EventId::of(article, Span::new(at, at + 1).unwrap()));
    prop_oneof![
        (article, edtf()).prop_map(|(article, date)| Edit::SetPublished { article, date }),
        event.clone().prop_map(|event| Edit::Hide { event }),
        event.prop_map(|event| Edit::Show { event }),
    ]
}

fn log() -> impl Strategy<Value = EditLog> {
    (prop::collection::vec(edit(), 0..12), 0..12_usize).prop_map(|(edits, undone)| {
        let mut log = EditLog::default();
        for edit in edits {
            log.push(edit);
        }
        for _ in 0..undone {
            log.undo();
        }
        log
    })
}

proptest! {
    #[test]
    fn parts_of_an_article_lie_in_its_text_in_order(text in text(), name in name()) {
        for article in read::from_bytes(name, text.as_bytes()).articles {
            let spans: Vec<Span> = article.blocks.iter().map(|block| block.span).collect();
            prop_assert!(spans.iter().all(|span| Span::of(&article.text, span.range()).is_some()));
            prop_assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{spans:?}");
            prop_assert!(spans.iter().all(|span| span.text(&article.text).trim() == span.text(&article.text)));
            if let Some(span) = article.published.and_then(|published| published.span) {
                prop_assert!(Span::of(&article.text, span.range()).is_some());
            }
        }
    }

    #[test]
    fn plain_text_loses_no_words(text in text()) {
        for article in read::from_bytes("a.txt", text.as_bytes()).articles {
            let mut uncovered = article.text.to_string();
            for block in article.blocks.iter().rev() {
                uncovered.replace_range(block.span.range(), "");
            }
            prop_assert!(!uncovered.contains(char::is_alphanumeric), "{uncovered:?}");
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused_with_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..300), name in name()) {
        let reading = read::from_bytes(name, &bytes);
        prop_assert_eq!(reading.articles.len() + reading.warnings.iter().filter(|w| w.severity == dateline::model::Severity::Skipped).count(), 1);
        prop_assert!(reading.warnings.iter().all(|warning| !warning.message.is_empty() && warning.path == name));
    }

    #[test]
    fn edtf_is_printed_and_read_back(edtf in edtf()) {
        prop_assert_eq!(edtf.to_string().parse(), Ok(edtf));
    }

    #[test]
    fn intervals_begin_before_they_end(edtf in edtf()) {
        let bounds = edtf.bounds();
        if let (Some(earliest), Some(latest)) = (bounds.earliest, bounds.latest) {
            prop_assert!(earliest < latest, "{edtf}");
        }
    }

    #[test]
    fn any_text_is_a_date_or_not_but_never_a_panic(text in "[-0-9XT:/~?%.\\[\\]é ]{0,24}") {
        if let Ok(edtf) = text.parse::<Edtf>() {
            prop_assert_eq!(edtf.to_string().parse(), Ok(edtf));
        }
    }

    #[test]
    fn undo_and_redo_lead_back(log in log()) {
        let mut other = log.clone();
        let mut steps = 0;
        while other.undo().is_some() {
            steps += 1;
        }
        prop_assert!(other.applied().is_empty());
        for _ in 0..steps {
            other.redo();
        }
        prop_assert_eq!(other, log);
    }

    #[test]
    fn what_is_saved_is_loaded(texts in prop::collection::vec((text(), name()), 0..3), edits in log()) {
        let readings = texts.iter().map(|(text, name)| read::from_bytes(name, text.as_bytes()));
        let reading = readings.fold(Reading::default(), Reading::with);
        let saved = Project { reading, edits, ..Project::default() };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work.dateline");
        project::save(&saved, &path).unwrap();
        prop_assert_eq!(project::load(&path).unwrap(), saved);
    }
}

/// What several articles may tell of the same events, alike or not.
const NEWS: &[&str] = &[
    "Russia attacked Odesa with drones on 3 March 2025, killing 12 people. ",
    "On 3 March 2025 a Russian drone attack on Odesa killed 15 people. ",
    "Drones hit Odesa on Tuesday and killed at least ten people, officials said. ",
    "France and Italy signed a treaty on migration in Rome on 5 March 2025. ",
    "Italy signed the migration treaty with France in Rome on Wednesday. ",
    "Emmanuel Macron met Giorgia Meloni in Rome. ",
    "Meloni said that the treaty was a milestone. ",
    "Macron said that the treaty would stop smugglers. ",
    "The attack on Odesa was condemned by Poland. ",
    "Poland condemned the attack on Monday. ",
    "The finance minister of Kenya resigned on 4 March 2025. ",
    "Kenya's finance minister has resigned. ",
];

fn news() -> impl Strategy<Value = Vec<(String, u32)>> {
    let article = (prop::collection::vec(prop::sample::select(NEWS), 1..4), 1_u32..9).prop_map(|(told, day)| (told.concat(), day));
    prop::collection::vec(article, 2..7)
}

/// What was found, without what the order of the articles may decide: every event with its reports.
fn told(news: &[(String, u32)], name: impl Fn(usize) -> String) -> Vec<String> {
    let readings = news.iter().enumerate().map(|(at, (text, _))| read::from_bytes(&name(at), text.as_bytes()));
    let reading = readings.fold(Reading::default(), Reading::with);
    let dates = reading.articles.iter().map(|article| {
        // Articles of one text are one article.
        let day = news.iter().filter(|(text, _)| text.trim() == article.text.trim()).map(|(_, day)| *day).min().unwrap_or(1);
        (article.id, format!("2025-03-0{day}").parse().unwrap())
    });
    let found = pipeline::extract(&reading, &dates.collect(), &mut Memory::default(), &Silent).unwrap();
    let one = |event: &dateline::model::Event| {
        let mut reports: Vec<_> = event.mentions.iter().map(|mention| (mention.article(), mention.trigger)).collect();
        reports.sort_unstable();
        let scores = (event.confidence, &event.confidence_why, event.importance, &event.importance_why);
        format!("{:?} {:?}", (&event.title, event.kind, event.modality, &event.when, &event.place, reports), (scores, &event.disagreements))
    };
    let mut events: Vec<String> = found.events.iter().map(one).collect();
    events.sort_unstable();
    events
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_articles_and_the_number_of_threads_change_no_event(news in news(), seed in 0_usize..5040) {
        let forward = told(&news, |at| format!("{at}.txt"));
        let mixed = told(&news, |at| format!("{}.txt", (at * 7919 + seed) % 10_007));
        prop_assert_eq!(&forward, &mixed);
        let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        prop_assert_eq!(forward, one_thread.install(|| told(&news, |at| format!("{at}.txt"))));
    }

    #[test]
    fn findings_lie_in_their_texts(text in text(), date in edtf()) {
        let reading = read::from_bytes("a.txt", text.as_bytes());
        let dates: BTreeMap<_, _> = reading.articles.iter().map(|article| (article.id, date)).collect();
        let found = pipeline::extract(&reading, &dates, &mut Memory::default(), &Silent).unwrap();
        let lies = |span: Span| reading.articles.iter().all(|article| Span::of(&article.text, span.range()).is_some());
        prop_assert!(found.times.iter().all(|time| lies(time.quote.span)));
        for event in &found.events {
            prop_assert!(!event.mentions.is_empty());
            for mention in &event.mentions {
                prop_assert!(lies(mention.sentence.span) && lies(mention.trigger) && mention.time.is_none_or(lies));
                prop_assert!(mention.sentence.span.contains(mention.trigger));
            }
            let bounds = event.when.bounds();
            prop_assert!(bounds.earliest.zip(bounds.latest).is_none_or(|(earliest, latest)| earliest < latest));
            prop_assert!(event.participants.iter().all(|participant| found.actor(&participant.actor).is_some()));
        }
        prop_assert!(found.actors.iter().flat_map(|actor| &actor.mentions).all(|quote| lies(quote.span)));
        let panicked = found.warnings.iter().any(|warning| warning.severity == dateline::model::Severity::Skipped && !reading.warnings.contains(warning));
        prop_assert!(!panicked, "{:?}", found.warnings);
    }
}
