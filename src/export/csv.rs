//! One event a row, for spreadsheets: UTF-8 with a byte order mark and CRLF, as Excel wants it; no cell can act as a formula.

use super::places::Places;
use super::record::EventRecord;
use crate::model::words::edtf_words;
use crate::model::{Board, Event, harmless_cell};
use std::io::{self, Write};

const COLUMNS: [&str; 20] = [
    "start",
    "end",
    "date",
    "edtf",
    "basis",
    "why",
    "title",
    "kind",
    "modality",
    "actors",
    "place",
    "quote",
    "article",
    "publisher",
    "url",
    "articles",
    "confidence",
    "id",
    "tags",
    "note",
];

pub(super) fn write(board: &Board, out: &mut dyn Write) -> io::Result<()> {
    out.write_all("\u{FEFF}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    table.write_record(COLUMNS).map_err(io_error)?;
    let places = Places::of(board);
    for event in &board.events {
        table.write_record(row(board, &places, event).iter().map(|cell| harmless_cell(cell).into_owned())).map_err(io_error)?;
    }
    table.flush()
}

fn row(board: &Board, places: &Places<'_>, event: &Event) -> [String; 20] {
    let record = EventRecord::of(board, places, event);
    let actors: Vec<String> = record.actors.iter().map(|actor| format!("{} ({})", actor.label, actor.role)).collect();
    let first = record.mentions.first();
    let source = event.mentions.first().and_then(|mention| places.article(mention.article()));
    let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        record.when.start.unwrap_or_default(),
        record.when.end.unwrap_or_default(),
        edtf_words(&event.when.edtf),
        record.when.edtf,
        record.when.basis.to_owned(),
        record.when.why.to_owned(),
        record.title.to_owned(),
        record.kind.to_owned(),
        record.modality.to_owned(),
        actors.join("; "),
        owned(record.place),
        owned(first.map(|mention| mention.sentence.text)),
        owned(first.map(|mention| mention.article)),
        owned(source.and_then(|article| article.publisher.as_deref())),
        owned(source.and_then(|article| article.url.as_deref())),
        event.article_count().to_string(),
        record.confidence.to_string(),
        record.id,
        record.tags.join("; "),
        record.note.to_owned(),
    ]
}

/// What the system said, so that its kind (a reader who has left) is not lost.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
