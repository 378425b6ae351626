//! What stands in a menu of the system instead of the window's: on macOS About, Settings and Quit, beside the apple.

use crate::view::Action;
use egui::Context;

/// The menu bar of the system; nothing on systems that have none.
#[derive(Default)]
pub(super) struct SystemMenu {
    #[cfg(target_os = "macos")]
    bar: Option<mac::Bar>,
}

impl SystemMenu {
    /// Puts the menus there. Must be called on the main thread once the program has started.
    #[cfg_attr(not(target_os = "macos"), expect(unused_variables, reason = "there is nothing to wake"))]
    pub(super) fn show(ctx: &Context) -> Self {
        #[cfg(target_os = "macos")]
        return Self { bar: mac::Bar::show(ctx).ok() };
        #[cfg(not(target_os = "macos"))]
        Self::default()
    }

    /// What was chosen there since it was last asked.
    #[cfg_attr(not(target_os = "macos"), expect(clippy::unused_self, reason = "there is nothing to ask"))]
    pub(super) fn poll(&self) -> Option<Action> {
        #[cfg(target_os = "macos")]
        return self.bar.as_ref().and_then(mac::Bar::poll);
        #[cfg(not(target_os = "macos"))]
        None
    }
}

#[cfg(target_os = "macos")]
mod mac {
    use crate::view::Action;
    use egui::Context;
    use muda::accelerator::{Accelerator, Code, Modifiers};
    use muda::{IsMenuItem, Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu};
    use std::sync::mpsc::{Receiver, channel};

    const ABOUT: &str = "about";
    const SETTINGS: &str = "settings";
    const QUIT: &str = "quit";

    /// The menus, as long as the program runs.
    pub(super) struct Bar {
        _menu: Menu,
        chosen: Receiver<Action>,
    }

    impl Bar {
        pub(super) fn show(ctx: &Context) -> muda::Result<Self> {
            let with_cmd = |key| Some(Accelerator::new(Modifiers::META, key));
            let line = PredefinedMenuItem::separator;
            // Not the system's own Quit: it would leave without asking what is to become of unsaved work.
            let quit = MenuItem::with_id(QUIT, "Quit Dateline", true, with_cmd(Code::KeyQ));
            let entries: [&dyn IsMenuItem; 11] = [
                &MenuItem::with_id(ABOUT, "About Dateline", true, None),
                &line(),
                &MenuItem::with_id(SETTINGS, "Settings…", true, with_cmd(Code::Comma)),
                &line(),
                &PredefinedMenuItem::services(None),
                &line(),
                &PredefinedMenuItem::hide(Some("Hide Dateline")),
                &PredefinedMenuItem::hide_others(None),
                &PredefinedMenuItem::show_all(None),
                &line(),
                &quit,
            ];
            let program = Submenu::with_items("Dateline", true, &entries)?;
            let window = Submenu::with_items(
                "Window",
                true,
                &[
                    &PredefinedMenuItem::minimize(None),
                    &PredefinedMenuItem::fullscreen(None),
                    &line(),
                    &PredefinedMenuItem::close_window(None),
                ],
            )?;
            let menu = Menu::with_items(&[&program, &window])?;
            let (sender, chosen) = channel();
            let wake = ctx.clone();
            MenuEvent::set_event_handler(Some(move |event: MenuEvent| {
                let action = match event.id().as_ref() {
                    ABOUT => Action::About,
                    SETTINGS => Action::Settings,
                    QUIT => Action::Quit,
                    _ => return,
                };
                if sender.send(action).is_ok() {
                    wake.request_repaint();
                }
            }));
            menu.init_for_nsapp();
            window.set_as_windows_menu_for_nsapp();
            Ok(Self { _menu: menu, chosen })
        }

        pub(super) fn poll(&self) -> Option<Action> {
            self.chosen.try_recv().ok()
        }
    }
}
