//! An engine for window tests: the sample articles with hand-made findings, at once, or slowly, or from disk.

use dateline::app::{Dateline, Engine};
use dateline::model::{
    Actor, ActorId, ActorKind, Aspect, Basis, Cancelled, Disagreement, Edtf, Event, EventId, Extraction, Given, Kind, Mention, Modality,
    Participant, Published, Quote, Reading, Role, Side, Span, TimeExpression, Timex3, Watch, When,
};
use dateline::project::Opened;
use dateline::read;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The article that has no date until the user sets one.
pub(crate) const UNDATED: &str = "001_334d1856cee0a5ac.txt";

/// Hand-made findings in the sample articles.
pub(crate) struct Findings {
    disk: Dateline,
    pause: Duration,
    /// Where it keeps unsaved work of projects without a file, if not in a folder of its own.
    pub(crate) unsaved: Option<PathBuf>,
    /// Without any folder the window warns of it after the first edit, at a moment that no test can wait for.
    own: tempfile::TempDir,
}

impl Default for Findings {
    fn default() -> Self {
        let own = tempfile::tempdir().expect("a folder for unsaved work");
        Self { disk: Dateline::default(), pause: Duration::ZERO, unsaved: None, own }
    }
}

impl Findings {
    /// An engine that takes so long for each article.
    pub(crate) fn slow(pause: Duration) -> Self {
        Self { pause, ..Self::default() }
    }
}

/// A hand-made event: file, words of the sentence, trigger, title, kind, modality, words that say when, days from the
/// article's date or an own date, participants.
struct Told(&'static str, &'static str, &'static str, &'static str, Kind, Modality, Time, &'static [(&'static str, Role)]);

enum Time {
    Own(&'static str, &'static str),
    Days(&'static str, i64),
    Reported,
}

const NAMES: [(&str, ActorKind, &[&str]); 12] = [
    ("Donald Trump", ActorKind::Person, &["Donald Trump", "Trump"]),
    ("Vladimir Putin", ActorKind::Person, &["Vladimir Putin", "Putin"]),
    ("Keir Starmer", ActorKind::Person, &["Keir Starmer", "Starmer"]),
    ("Emmanuel Macron", ActorKind::Person, &["Emmanuel Macron", "Macron"]),
    ("Volodymyr Zelensky", ActorKind::Person, &["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Zelensky"]),
    ("Dmitry Medvedev", ActorKind::Person, &["Dmitry Medvedev", "Medvedev"]),
    ("Sergei Lavrov", ActorKind::Person, &["Sergei Lavrov", "Sergey Lavrov", "Lavrov"]),
    ("Viktor Medvedchuk", ActorKind::Person, &["Viktor Medvedchuk", "Medvedchuk"]),
    ("Russia", ActorKind::Country, &["Russia", "Moscow", "Kremlin"]),
    ("Ukraine", ActorKind::Country, &["Ukraine", "Kyiv", "Kiev"]),
    ("NATO", ActorKind::Organisation, &["NATO"]),
    ("Coalition of the Willing", ActorKind::Group, &["coalition of the willing", "Coalition of the Willing"]),
];

const TOLD: &[Told] = {
    use Kind as K;
    use Modality::{Happened, Hypothetical, Planned};
    use Role::{Addressee, Agent, Mentioned, Patient, Speaker};
    use Time::{Days, Own, Reported};
    &[
        Told(
            "000",
            "Russia ignores this coalition",
            "ignores",
            "Medvedchuk: Russia ignores this coalition",
            K::Statement,
            Happened,
            Reported,
            &[("Viktor Medvedchuk", Speaker), ("Russia", Mentioned)],
        ),
        Told(
            "000",
            "Medvedchuk stressed",
            "stressed",
            "Coalition does not want the conflict to end",
            K::Accusation,
            Happened,
            Own("Earlier", "[..2025-05-23]"),
            &[("Viktor Medvedchuk", Speaker), ("Coalition of the Willing", Patient)],
        ),
        Told(
            "000",
            "On March 27, a summit",
            "summit",
            "Summit of the \"coalition of the willing\" in Paris",
            K::Meeting,
            Happened,
            Own("March 27", "2025-03-27"),
            &[("Coalition of the Willing", Agent), ("Ukraine", Mentioned)],
        ),
        Told(
            "000",
            "Sergey Lavrov said",
            "said",
            "NATO troops in Ukraine would be a threat to Russia",
            K::Warning,
            Hypothetical,
            Reported,
            &[("Sergei Lavrov", Speaker), ("NATO", Mentioned), ("Russia", Patient)],
        ),
        Told(
            "001",
            "reconvening military strategists",
            "reconvening",
            "Military strategists to reconvene in Great Britain",
            K::Meeting,
            Planned,
            Days("later this week", 3),
            &[("Keir Starmer", Speaker), ("Coalition of the Willing", Agent)],
        ),
        Told(
            "001",
            "declaration of war against NATO",
            "warned",
            "Medvedev: this amounts to war against NATO",
            K::Warning,
            Happened,
            Reported,
            &[("Dmitry Medvedev", Speaker), ("NATO", Addressee)],
        ),
        Told(
            "001",
            "overlooking the repeated warnings",
            "criticized",
            "Medvedev criticized Macron and Starmer",
            K::Accusation,
            Happened,
            Reported,
            &[("Dmitry Medvedev", Speaker), ("Emmanuel Macron", Patient), ("Keir Starmer", Patient)],
        ),
        Told(
            "002",
            "has issued a stark warning",
            "warning",
            "Kremlin warns of a full-scale war with NATO",
            K::Warning,
            Happened,
            Reported,
            &[("Russia", Speaker), ("NATO", Addressee)],
        ),
        Told(
            "002",
            "shot down 90 of 174 drones",
            "attack",
            "90 of 174 drones shot down in overnight attack",
            K::Attack,
            Happened,
            Days("overnight", -1),
            &[("Russia", Agent), ("Ukraine", Patient)],
        ),
        Told(
            "002",
            "talk to President Putin on Tuesday",
            "talk",
            "Trump will speak to Putin on Tuesday",
            K::Meeting,
            Planned,
            Days("Tuesday", 1),
            &[("Donald Trump", Agent), ("Vladimir Putin", Addressee)],
        ),
        Told(
            "002",
            "30-day ceasefire",
            "resisting",
            "Putin resists proposal for a 30-day ceasefire",
            K::Rejection,
            Happened,
            Reported,
            &[("Vladimir Putin", Agent)],
        ),
        Told(
            "003",
            "in Alaska last week",
            "attacked",
            "Lavrov attacked Starmer and Ukraine's allies",
            K::Accusation,
            Happened,
            Reported,
            &[("Sergei Lavrov", Speaker), ("Keir Starmer", Patient), ("Donald Trump", Mentioned), ("Vladimir Putin", Mentioned)],
        ),
        Told(
            "003",
            "was set up by the UK and France",
            "set up",
            "Coalition of the willing set up by the UK and France",
            K::Agreement,
            Happened,
            Own("earlier this year", "2025"),
            &[("Coalition of the Willing", Patient)],
        ),
        Told(
            "003",
            "in talks in Istanbul back in 2022",
            "talks",
            "Talks in Istanbul",
            K::Meeting,
            Happened,
            Own("2022", "2022"),
            &[("Russia", Agent), ("Ukraine", Agent)],
        ),
        Told(
            "003",
            "scheduled to end in 2024",
            "end",
            "President Zelensky's term was to end",
            K::Election,
            Planned,
            Own("2024", "2024"),
            &[("Volodymyr Zelensky", Patient)],
        ),
        Told(
            "003",
            "hosted Mr Zelensky",
            "hosted",
            "Trump hosted Zelensky and European leaders in Washington",
            K::Meeting,
            Happened,
            Days("days after", -3),
            &[("Donald Trump", Agent), ("Volodymyr Zelensky", Addressee), ("Emmanuel Macron", Addressee), ("Keir Starmer", Addressee)],
        ),
        Told(
            "004",
            "on January 6 in Paris",
            "signed",
            "Declaration \"Reliable Security Guarantees\" signed in Paris",
            K::Agreement,
            Happened,
            Own("January 6", "2026-01-06"),
            &[("Coalition of the Willing", Agent), ("Ukraine", Addressee)],
        ),
        Told(
            "004",
            "warns that the deployment",
            "warns",
            "Western bases in Ukraine will be qualified as intervention",
            K::Warning,
            Hypothetical,
            Reported,
            &[("Russia", Speaker), ("Ukraine", Mentioned)],
        ),
        Told(
            "004",
            "held a brief signing ceremony",
            "ceremony",
            "Zelensky, Starmer and Macron signed a declaration of intent",
            K::Agreement,
            Happened,
            Reported,
            &[("Volodymyr Zelensky", Agent), ("Keir Starmer", Agent), ("Emmanuel Macron", Agent)],
        ),
    ]
};

impl Engine for Findings {
    fn read(&mut self, paths: &[PathBuf], watch: &dyn Watch) -> Result<Reading, Cancelled> {
        self.disk.read(paths, watch)
    }

    fn sample(&mut self) -> Reading {
        let mut reading = read::sample();
        reading.articles.iter_mut().filter(|article| article.path == UNDATED).for_each(|article| article.published = None);
        reading
    }

    fn open(&mut self, path: &Path) -> Result<Opened, String> {
        self.disk.open(path)
    }

    fn unsaved_folder(&self) -> Option<PathBuf> {
        Some(self.unsaved.clone().unwrap_or_else(|| self.own.path().to_owned()))
    }

    fn extract(&mut self, reading: &Reading, given: &Given, watch: &dyn Watch) -> Result<Extraction, Cancelled> {
        let mut extraction = Extraction { warnings: reading.warnings.clone(), ..Extraction::default() };
        for (at, article) in reading.articles.iter().enumerate() {
            std::thread::sleep(self.pause);
            if watch.cancelled() {
                return Err(Cancelled);
            }
            let mut article = article.clone();
            if let Some(date) = given.dates.get(&article.id) {
                let set = Published { date: *date, source: dateline::model::DateSource::User, span: None, note: None };
                article.published = (*date != Edtf::Unknown).then_some(set);
            }
            for told in TOLD.iter().filter(|told| article.path.starts_with(told.0)) {
                find(told, &article, &mut extraction);
            }
            extraction.articles.push(article);
            watch.step(at + 1, reading.articles.len(), &reading.articles[at].path);
        }
        extraction
            .events
            .sort_by_key(|event| (event.when.bounds().earliest.is_none(), event.when.bounds().earliest.or(event.when.bounds().latest)));
        add_actors(&mut extraction);
        add_disagreement(&mut extraction);
        Ok(extraction)
    }
}

fn find(told: &Told, article: &dateline::model::Article, extraction: &mut Extraction) {
    let Told(_, words, trigger, title, kind, modality, time, participants) = told;
    let text = &*article.text;
    let at = text.find(words).unwrap_or_else(|| panic!("{words}"));
    let start = text[..at].rfind('\n').max(text[..at].rfind(". ")).map_or(0, |dot| dot + 1);
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let ends = [". ", ".\n"].iter().filter_map(|end| text[at..].find(end));
    let end = ends.min().map_or(text.trim_end().len(), |dot| at + dot + 1);
    let sentence = Span::of(text, start..end).unwrap();
    let span = |words: &str| text[start..end].find(words).and_then(|at| Span::of(text, start + at..start + at + words.len()));
    let trigger = span(trigger).unwrap_or_else(|| panic!("{trigger}"));
    let quote = |span| Quote { article: article.id, span };
    let published = article.published.as_ref().map(|published| published.date);
    let day = published.and_then(|date| date.bounds().earliest);
    let (time_words, when) = match time {
        Time::Own(words, date) => {
            (Some(*words), When { edtf: date.parse().unwrap(), basis: Basis::Stated, why: format!("\"{words}\" in the article") })
        }
        Time::Days(words, days) => {
            let when = day.map_or_else(
                || When::unknown(format!("\"{words}\" needs the date of the article, which is not known")),
                |day| {
                    let on = Edtf::day((day + chrono::TimeDelta::days(*days)).date());
                    When { edtf: on, basis: Basis::Relative, why: format!("\"{words}\" in an article of {}", day.date()) }
                },
            );
            (Some(*words), when)
        }
        Time::Reported => (
            None,
            published.map_or_else(
                || When::unknown("no words say when, and the article has no date"),
                |date| When { edtf: date, basis: Basis::Reported, why: "no words say when: the date of the article".into() },
            ),
        ),
    };
    let time = time_words.and_then(span);
    if let Some(time) = time {
        let found = TimeExpression {
            quote: quote(time),
            kind: Timex3::Date,
            value: when.edtf.to_string(),
            when: when.clone(),
            rule: "hand".into(),
        };
        extraction.times.push(found);
    }
    extraction.events.push(Event {
        id: EventId::of(article.id, trigger),
        title: (*title).to_owned(),
        kind: *kind,
        modality: *modality,
        when,
        place: title.contains("Paris").then(|| "Paris".to_owned()),
        participants: participants.iter().map(|(name, role)| Participant { actor: ActorId((*name).to_owned()), role: *role }).collect(),
        mentions: vec![Mention { sentence: quote(sentence), trigger, time }],
        confidence: 0.8,
        confidence_why: String::new(),
        importance: 0.5,
        importance_why: String::new(),
        disagreements: vec![],
    });
}

/// As if a second article of the sample told of the summit too, with another number.
fn add_disagreement(extraction: &mut Extraction) {
    let Some(other) = extraction.articles.iter().find(|article| article.path.starts_with("004")).map(|article| article.id) else { return };
    let Some(event) = extraction.events.iter_mut().find(|event| event.title.starts_with("Summit")) else { return };
    let own = event.mentions[0].sentence;
    let quote = Quote { article: other, span: Span::new(0, 4).unwrap() };
    let side = |says: &str, quote| Side { says: says.to_owned(), quotes: vec![quote] };
    let sides = vec![side("30 countries met", own), side("25 countries met", quote)];
    event.disagreements.push(Disagreement { about: Aspect::Number, sides });
    "1 article, no date in its clause, named agent".clone_into(&mut event.confidence_why);
}

fn add_actors(extraction: &mut Extraction) {
    for (name, kind, forms) in NAMES {
        let mut mentions = Vec::new();
        for article in &extraction.articles {
            for form in forms {
                let found = article.text.match_indices(form);
                mentions.extend(
                    found.filter_map(|(at, form)| Some(Quote { article: article.id, span: Span::of(&article.text, at..at + form.len())? })),
                );
            }
        }
        let events = extraction.events.iter().filter(|event| event.participants.iter().any(|one| one.actor.0 == name)).count();
        if events > 0 {
            let aliases = forms[1..].iter().map(|form| (*form).to_owned()).collect();
            extraction.actors.push(Actor {
                id: ActorId(name.to_owned()),
                name: name.to_owned(),
                state: None,
                kind,
                aliases,
                roles: vec![],
                mentions,
                importance: events as f64 / 100.0,
            });
        }
    }
    extraction.actors.sort_by(|a, b| b.importance.total_cmp(&a.importance).then(a.name.cmp(&b.name)));
}
