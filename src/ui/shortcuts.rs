//! From keys to actions: the table of actions read against the keys of this frame.

use crate::view::{ACTIONS, Action, Availability, Chord, Command, Shift, mac_words};
use egui::{Context, Event, Key, Modifiers};

/// Takes the key combinations of the table out of this frame's input and turns them into commands.
///
/// Call after the panels are drawn: what has the focus comes first. While a text field has the cursor, keys that type or
/// edit are left to it.
pub fn shortcuts(ctx: &Context, availability: &Availability, out: &mut Vec<Command>) {
    let typing = ctx.text_edit_focused();
    // Arrows move the focus between controls once one of them has it, and Enter presses it.
    let focused = ctx.memory(|memory| memory.focused().is_some());
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let Some((action, chord)) = find(*key, *modifiers) else { return true };
            let taken =
                (typing && chord.is_typing()) || (focused && (chord.key.starts_with("Arrow") || chord.key == "Enter") && !chord.alt);
            if taken || !availability.is_enabled(action) {
                return true;
            }
            out.push(Command::Action(action));
            false
        });
    });
}

fn find(key: Key, modifiers: Modifiers) -> Option<(Action, Chord)> {
    ACTIONS.iter().find_map(|entry| entry.chords.iter().find(|chord| matches(**chord, key, modifiers)).map(|chord| (entry.action, *chord)))
}

fn matches(chord: Chord, key: Key, modifiers: Modifiers) -> bool {
    let shift = match chord.shift {
        Shift::Up => !modifiers.shift,
        Shift::Down => modifiers.shift,
        Shift::Any => true,
    };
    // On macOS the command key is Cmd, and a Ctrl that is also down makes it another combination.
    let plain_ctrl = modifiers.ctrl && !modifiers.command;
    shift && modifiers.command == chord.command && modifiers.alt == chord.alt && !plain_ctrl && Key::from_name(chord.key) == Some(key)
}

/// The first key combination of an action, as this system writes it.
pub fn shortcut_words(ctx: &Context, action: Action) -> Option<String> {
    action.entry()?.chords.first().map(|chord| chord.words(is_mac(ctx)))
}

/// Words about keys, written for Ctrl, as this system has them.
pub fn words_here(ctx: &Context, words: &str) -> String {
    if is_mac(ctx) { mac_words(words) } else { words.to_owned() }
}

/// Whether the command key is Cmd.
pub fn is_mac(ctx: &Context) -> bool {
    matches!(ctx.os(), egui::os::OperatingSystem::Mac | egui::os::OperatingSystem::IOS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_exists() {
        for chord in ACTIONS.iter().flat_map(|entry| entry.chords) {
            assert!(Key::from_name(chord.key).is_some(), "{}", chord.key);
        }
    }

    #[test]
    fn modifiers_must_be_exactly_those() {
        let action = |key, modifiers| find(key, modifiers).map(|(action, _)| action);
        assert_eq!(action(Key::Z, Modifiers::COMMAND | Modifiers::CTRL), Some(Action::Undo));
        assert_eq!(action(Key::Z, Modifiers::COMMAND | Modifiers::CTRL | Modifiers::SHIFT), Some(Action::Redo));
        assert_eq!(action(Key::Z, Modifiers::MAC_CMD | Modifiers::COMMAND), Some(Action::Undo));
        assert_eq!(action(Key::S, Modifiers::NONE), Some(Action::ZoomOut));
        assert_eq!(action(Key::S, Modifiers::COMMAND | Modifiers::CTRL), Some(Action::Save));
        assert_eq!(action(Key::S, Modifiers::CTRL), None);
        assert_eq!(action(Key::Questionmark, Modifiers::SHIFT), Some(Action::Keyboard));
        assert_eq!(action(Key::ArrowLeft, Modifiers::ALT), Some(Action::Back));
    }
}
