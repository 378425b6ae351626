//! Everything in one JSON object: articles, events, actors, time expressions, warnings.

use super::places::{Places, Quoted};
use super::record::{EventRecord, WhenRecord, thousandths};
use crate::model::{Actor, ActorRole, Article, Board, DateSource, Event, Severity, TimeExpression, Warning};
use serde::Serialize;
use std::io::{self, Write};

/// The version of this form; it rises when a name changes its meaning or goes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Everything<'a> {
    format: &'static str,
    version: u32,
    program: &'static str,
    articles: Vec<ArticleRecord<'a>>,
    events: Vec<ExplainedRecord<'a>>,
    actors: Vec<ActorRecord<'a>>,
    times: Vec<TimeRecord<'a>>,
    warnings: Vec<WarningRecord<'a>>,
}

/// An event with the grounds of its scores.
#[derive(Serialize)]
struct ExplainedRecord<'a> {
    #[serde(flatten)]
    event: EventRecord<'a>,
    confidence_why: &'a str,
    importance: f64,
    importance_why: &'a str,
}

#[derive(Serialize)]
struct ArticleRecord<'a> {
    path: &'a str,
    id: String,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<PublishedRecord<'a>>,
}

#[derive(Serialize)]
struct PublishedRecord<'a> {
    edtf: String,
    source: DateSource,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct ActorRecord<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'a str>,
    kind: &'static str,
    aliases: &'a [String],
    importance: f64,
    roles: Vec<DatedRole<'a>>,
    mentions: Vec<Quoted<'a>>,
}

/// A role with its place and the date of its article, empty if that is not known.
#[derive(Serialize)]
struct DatedRole<'a> {
    #[serde(flatten)]
    quote: Quoted<'a>,
    date: String,
}

#[derive(Serialize)]
struct TimeRecord<'a> {
    #[serde(flatten)]
    quote: Option<Quoted<'a>>,
    r#type: &'static str,
    value: &'a str,
    rule: &'a str,
    when: WhenRecord<'a>,
}

#[derive(Serialize)]
struct WarningRecord<'a> {
    path: &'a str,
    severity: Severity,
    message: &'a str,
}

pub(super) fn write(board: &Board, mut out: &mut dyn Write) -> io::Result<()> {
    let places = Places::of(board);
    let everything = Everything {
        format: "dateline-findings",
        version: VERSION,
        program: concat!("dateline ", env!("CARGO_PKG_VERSION")),
        articles: board.articles.iter().map(article).collect(),
        events: board.events.iter().map(|one| event(board, &places, one)).collect(),
        actors: board.actors.iter().map(|one| actor(board, &places, one)).collect(),
        times: board.times.iter().map(|one| time(&places, one)).collect(),
        warnings: board.warnings.iter().map(warning).collect(),
    };
    serde_json::to_writer_pretty(&mut out, &everything)?;
    out.write_all(b"\n")
}

fn event<'a>(board: &'a Board, places: &Places<'a>, event: &'a Event) -> ExplainedRecord<'a> {
    ExplainedRecord {
        event: EventRecord::of(board, places, event),
        confidence_why: &event.confidence_why,
        importance: thousandths(event.importance),
        importance_why: &event.importance_why,
    }
}

fn article(article: &Article) -> ArticleRecord<'_> {
    let published = article.published.as_ref().map(|published| PublishedRecord {
        edtf: published.date.to_string(),
        source: published.source,
        note: published.note.as_deref(),
    });
    ArticleRecord {
        path: &article.path,
        id: article.id.to_string(),
        title: article.title.as_deref(),
        publisher: article.publisher.as_deref(),
        url: article.url.as_deref(),
        published,
    }
}

fn actor<'a>(board: &Board, places: &Places<'a>, actor: &'a Actor) -> ActorRecord<'a> {
    let role = |role: &'a ActorRole| {
        let date = board.role_date(role).map(|date| date.to_string()).unwrap_or_default();
        Some(DatedRole { quote: Quoted::of(places, role.quote)?, date })
    };
    ActorRecord {
        name: &actor.name,
        state: actor.state.as_ref().map(|state| state.name.as_str()),
        kind: actor.kind.as_str(),
        aliases: &actor.aliases,
        importance: thousandths(actor.importance),
        roles: actor.roles.iter().filter_map(role).collect(),
        mentions: actor.mentions.iter().filter_map(|mention| Quoted::of(places, *mention)).collect(),
    }
}

fn time<'a>(places: &Places<'a>, time: &'a TimeExpression) -> TimeRecord<'a> {
    TimeRecord {
        quote: Quoted::of(places, time.quote),
        r#type: time.kind.as_str(),
        value: &time.value,
        rule: &time.rule,
        when: WhenRecord::of(&time.when),
    }
}

fn warning(warning: &Warning) -> WarningRecord<'_> {
    WarningRecord { path: &warning.path, severity: warning.severity, message: &warning.message }
}
