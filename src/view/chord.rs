//! A key combination, without saying how keys are read.

/// What the shift key has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Be up.
    Up,
    /// Be down.
    Down,
    /// It does not matter: on some keyboards the sign needs it, on others not.
    Any,
}

/// A key with modifiers. "Command" is Ctrl, and Cmd on macOS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    /// Whether the command key is down.
    pub command: bool,
    /// What the shift key does.
    pub shift: Shift,
    /// Whether the alt key is down.
    pub alt: bool,
    /// The name of the key as egui has it.
    pub key: &'static str,
}

impl Chord {
    /// The key alone.
    pub const fn plain(key: &'static str) -> Self {
        Self { command: false, shift: Shift::Up, alt: false, key }
    }

    /// A sign, with or without shift.
    pub const fn sign(key: &'static str) -> Self {
        Self { command: false, shift: Shift::Any, alt: false, key }
    }

    /// With shift.
    pub const fn shift(key: &'static str) -> Self {
        Self { command: false, shift: Shift::Down, alt: false, key }
    }

    /// With the command key.
    pub const fn command(key: &'static str) -> Self {
        Self { command: true, shift: Shift::Up, alt: false, key }
    }

    /// With the command key and shift.
    pub const fn command_shift(key: &'static str) -> Self {
        Self { command: true, shift: Shift::Down, alt: false, key }
    }

    /// With the alt key.
    pub const fn alt(key: &'static str) -> Self {
        Self { command: false, shift: Shift::Up, alt: true, key }
    }

    /// Whether it would also type or edit text, so that it must not act while a text field has the cursor.
    pub fn is_typing(self) -> bool {
        !self.command && !matches!(self.key, "Escape" | "F1" | "F3" | "F6")
    }

    /// For people: "Ctrl+Shift+Z", on macOS "⇧⌘Z".
    pub fn words(self, mac: bool) -> String {
        let key = match self.key {
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            "Plus" => "+",
            "Minus" => "−",
            "Equals" => "=",
            "Comma" => ",",
            "Period" => ".",
            "Questionmark" => "?",
            "Escape" => "Esc",
            "Delete" if mac => "⌦",
            "Backspace" if mac => "⌫",
            "Enter" if mac => "⏎",
            key => key,
        };
        let mut words = String::new();
        for (down, on_mac, elsewhere) in [
            (self.alt, "⌥", "Alt+"),
            (!mac && self.command, "", "Ctrl+"),
            (self.shift == Shift::Down, "⇧", "Shift+"),
            (mac && self.command, "⌘", ""),
        ] {
            if down {
                words.push_str(if mac { on_mac } else { elsewhere });
            }
        }
        words + key
    }
}

/// Words about keys as macOS has them: "Ctrl+Z" is ⌘Z there, "Ctrl + click" is ⌘ + click.
pub fn mac_words(words: &str) -> String {
    words.replace("Ctrl+", "⌘").replace("Ctrl", "⌘")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_as_the_system_writes_it() {
        let redo = Chord::command_shift("Z");
        assert_eq!((redo.words(false).as_str(), redo.words(true).as_str()), ("Ctrl+Shift+Z", "⇧⌘Z"));
        assert_eq!((Chord::plain("Delete").words(false).as_str(), Chord::plain("Delete").words(true).as_str()), ("Delete", "⌦"));
        assert_eq!(mac_words("Ctrl or Shift + click, Ctrl+C, Ctrl + wheel"), "⌘ or Shift + click, ⌘C, ⌘ + wheel");
        assert_eq!(Chord::alt("ArrowLeft").words(false), "Alt+←");
        assert_eq!(Chord::sign("Questionmark").words(true), "?");
    }
}
