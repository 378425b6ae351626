//! The keys of the table while it has the focus.

use egui::{Event, Key, Modifiers, Ui};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wish {
    /// Go so many rows down, or up; with shift the run of chosen rows reaches there.
    Rows(isize, bool),
    /// The first row, or the last one.
    End { last: bool, run: bool },
    /// Columns further left, or right.
    Sideways(f32),
    /// Choose every row.
    All,
    /// Copy the chosen rows.
    Copy,
    /// Show the event and its source.
    Open,
}

/// Takes the table's keys out of this frame's input. `page` is how many rows are in view.
pub(super) fn wishes(ui: &Ui, page: isize) -> Vec<Wish> {
    let mut wishes = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let wish = match event {
                Event::Copy => Some(Wish::Copy),
                Event::Key { key, pressed: true, modifiers, .. } => wish(*key, *modifiers, page),
                _ => None,
            };
            wishes.extend(wish);
            wish.is_none()
        });
    });
    wishes
}

fn wish(key: Key, modifiers: Modifiers, page: isize) -> Option<Wish> {
    let run = modifiers.shift;
    if modifiers.alt {
        return None;
    }
    match (key, modifiers.command) {
        (Key::ArrowDown, false) => Some(Wish::Rows(1, run)),
        (Key::ArrowUp, false) => Some(Wish::Rows(-1, run)),
        (Key::PageDown, false) => Some(Wish::Rows(page, run)),
        (Key::PageUp, false) => Some(Wish::Rows(-page, run)),
        (Key::Home, _) => Some(Wish::End { last: false, run }),
        (Key::End, _) => Some(Wish::End { last: true, run }),
        (Key::ArrowLeft, false) if !run => Some(Wish::Sideways(-80.0)),
        (Key::ArrowRight, false) if !run => Some(Wish::Sideways(80.0)),
        (Key::A, true) if !run => Some(Wish::All),
        (Key::C, true) if !run => Some(Wish::Copy),
        (Key::Enter, false) if !run => Some(Wish::Open),
        _ => None,
    }
}
