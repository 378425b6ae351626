//! One event a line, as JSON.

use super::places::Places;
use super::record::EventRecord;
use crate::model::Board;
use std::io::{self, Write};

pub(super) fn write(board: &Board, mut out: &mut dyn Write) -> io::Result<()> {
    let places = Places::of(board);
    for event in &board.events {
        serde_json::to_writer(&mut out, &EventRecord::of(board, &places, event))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
