//! Text fields of the event panel: what is typed becomes an edit when the field is left, also by choosing another event.

use crate::model::{Change, Edit, EventId};
use crate::ui::dialogs::ReadDate;
use egui::text::{CCursor, CharIndex};
use egui::text_edit::TextEditState;
use egui::text_selection::CCursorRange;
use egui::{Id, Key, Modifiers, Response, TextEdit, Ui};

/// What the panel remembers from frame to frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventState {
    /// Whether the fields of the event can be changed.
    pub is_editing: bool,
    /// What is being typed.
    typing: Option<Typing>,
    /// An event that has just been added and has no title of its own yet.
    fresh: Option<EventId>,
    /// Its title is to get the cursor.
    wants_cursor: bool,
    /// Whether fields could be changed before it was added.
    was_editing: bool,
}

/// The fields that are typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Entry {
    Title,
    When,
    Place,
    Actor,
    Tag,
    Note,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Typing {
    event: EventId,
    entry: Entry,
    text: String,
}

impl Typing {
    /// The decision in it, if it says something that can be understood.
    fn edit(&self, read_date: ReadDate<'_>) -> Option<Edit> {
        let event = self.event;
        let text = self.text.trim();
        let change = match self.entry {
            Entry::Title => (!text.is_empty()).then(|| Change::Title(text.to_owned()))?,
            Entry::When => Change::When(read_date(text).ok()?),
            Entry::Place => Change::Place((!text.is_empty()).then(|| text.to_owned())),
            Entry::Tag => return (!text.is_empty()).then(|| Edit::Tag { event, tag: text.to_owned() }),
            Entry::Note => return Some(Edit::Note { event, text: self.text.trim_end().to_owned() }),
            Entry::Actor => return None,
        };
        Some(Edit::Change { event, change })
    }
}

impl EventState {
    /// An event has been added: its fields can be changed, and its title gets the cursor.
    pub fn begin(&mut self, event: EventId) {
        if self.fresh.is_none() {
            self.was_editing = self.is_editing;
        }
        (self.is_editing, self.wants_cursor, self.fresh) = (true, true, Some(event));
    }

    /// It has been taken back.
    pub fn end(&mut self) {
        self.is_editing = self.was_editing;
        (self.typing, self.fresh) = (None, None);
    }

    /// Takes note that the title of a new event is left. Returns whether it was one.
    pub(super) fn title_left(&mut self, event: EventId) -> bool {
        self.fresh.take_if(|fresh| *fresh == event).is_some()
    }

    /// What is typed into this field of this event, if something is.
    pub(super) fn typed(&self, event: EventId, entry: Entry) -> Option<&str> {
        self.typing.as_ref().filter(|typing| typing.event == event && typing.entry == entry).map(|typing| typing.text.as_str())
    }

    /// Empties the field that is being typed into.
    pub(super) fn clear(&mut self) {
        self.typing = None;
    }

    /// The decision that was typed for another event than this one: choosing another event must not lose it.
    pub(super) fn left_behind(&mut self, selected: Option<EventId>, read_date: ReadDate<'_>) -> Option<Edit> {
        self.typing.take_if(|typing| Some(typing.event) != selected)?.edit(read_date)
    }
}

/// What came of a field in this frame.
pub(super) struct Entered {
    pub(super) response: Response,
    /// The decision, when the field is left.
    pub(super) edit: Option<Edit>,
    /// Whether it was left with Enter.
    pub(super) with_enter: bool,
    /// Whether it was left with Escape.
    pub(super) is_given_up: bool,
}

/// A field that shows `now` until something else is typed.
pub(super) fn entry_ui(
    ui: &mut Ui,
    state: &mut EventState,
    (event, entry): (EventId, Entry),
    (name, hint): (&str, &str),
    now: &str,
    read_date: ReadDate<'_>,
) -> Entered {
    let mut text = state.typed(event, entry).unwrap_or(now).to_owned();
    let field = if entry == Entry::Note { TextEdit::multiline(&mut text).desired_rows(2) } else { TextEdit::singleline(&mut text) };
    let id = Id::unique(("event field", entry, event.number()));
    let width = ui.available_width();
    let takes_cursor = entry == Entry::Title && state.fresh == Some(event) && std::mem::take(&mut state.wants_cursor);
    let response = ui.add(field.id(id).hint_text(hint.to_owned()).desired_width(width).margin(egui::Margin::symmetric(6, 4)));
    let response = response.accessible_name(name);
    if takes_cursor {
        response.request_focus();
        // What is typed replaces the proposal.
        let all = CCursorRange::two(CCursor::default(), CCursor::new(CharIndex(now.chars().count())));
        let mut cursor = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        cursor.cursor.set_char_range(Some(all));
        cursor.store(ui.ctx(), id);
    }
    if response.changed() {
        state.typing = Some(Typing { event, entry, text });
    }
    let (mut edit, mut with_enter, mut is_given_up) = (None, false, false);
    if response.lost_focus() {
        // The key that ends typing does nothing else: Escape gives up what was typed, Enter keeps it.
        is_given_up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        with_enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        // A name stays until one of the actors offered for it is chosen: the click that chooses leaves the field first.
        let is_over = entry != Entry::Actor || is_given_up;
        let typed = state.typing.take_if(|typing| is_over && typing.event == event && typing.entry == entry);
        edit = typed.filter(|typed| !is_given_up && typed.text != now).and_then(|typed| typed.edit(read_date));
    }
    Entered { response, edit, with_enter, is_given_up }
}
