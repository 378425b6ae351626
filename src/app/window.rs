//! [`App`]: the state of the window, and the order of a frame.

use super::capture::{Capture, Report, is_brief};
use super::chooser::Chooser;
use super::engine::Engine;
use super::job::Worker;
use super::keeper::Keeper;
use super::layout;
use super::lookout::Lookout;
use super::remembered::Remembered;
use super::screen::Screen;
use super::second_start::Ear;
use super::session::Session;
use super::system_menu::SystemMenu;
use super::typed::Unanswered;
use crate::model::EventId;
use crate::project::Leftover;
use crate::ui::actors::ActorsState;
use crate::ui::articles::ArticlesState;
use crate::ui::banner::Notice;
use crate::ui::dialogs::{OpenDialog, PaletteEntry};
use crate::ui::event::EventState;
use crate::ui::filters::FilterState;
use crate::ui::source::SourceState;
use crate::ui::table::TableState;
use crate::ui::timeline::TimelineState;
use crate::ui::{shortcuts, theme};
use crate::view::{Command, Dates, Dialog, Next, ThemeChoice, WindowOptions};
use chrono::NaiveDate;
use egui::{Context, ThemePreference, UserAttentionType, ViewportCommand};
use std::collections::VecDeque;
use std::path::PathBuf;

/// The window of Dateline.
pub struct App {
    pub(super) session: Session,
    pub(super) screen: Screen,
    pub(super) worker: Worker,
    pub(super) keeper: Keeper,
    pub(super) lookout: Lookout,
    /// Hears of later starts.
    pub(super) ear: Ear,
    system_menu: SystemMenu,
    /// Whether the window was in front in the last frame.
    was_in_front: bool,
    pub(super) remembered: Remembered,
    pub(super) widgets: Widgets,
    pub(super) talk: Talk,
    /// What panels have asked for and is not yet done.
    inbox: Vec<Command>,
    /// A start that only shows itself and leaves.
    capture: Option<Capture>,
    /// How the system writes dates.
    pub(super) system_dates: Dates,
    /// For the "today" line.
    pub(super) today: NaiveDate,
}

/// What the panels remember from frame to frame.
#[derive(Default)]
pub(super) struct Widgets {
    pub(super) timeline: TimelineState,
    pub(super) table: TableState,
    pub(super) source: SourceState,
    pub(super) event: EventState,
    pub(super) actors: ActorsState,
    pub(super) articles: ArticlesState,
    pub(super) filters: FilterState,
    /// The title of the window as it was set last.
    title: String,
}

/// What is said to the user and asked of them.
#[derive(Default)]
pub(super) struct Talk {
    /// The dialog on top.
    pub(super) dialog: Option<OpenDialog>,
    /// Whether there was one when the window was drawn last.
    pub(super) had_dialog: bool,
    /// The message across the window.
    pub(super) notice: Option<Notice>,
    /// The last message in the status line.
    pub(super) message: Option<String>,
    /// The card of the guide that is shown.
    pub(super) guide: Option<usize>,
    /// The system's file dialog.
    pub(super) chooser: Option<Chooser>,
    /// What the path is for that is asked for instead of a file dialog.
    pub(super) unanswered: Option<Unanswered>,
    /// What waits until the project is saved.
    pub(super) after_save: Option<Next>,
    /// The event that reviewing has come to: hiding it goes on as accepting it does.
    pub(super) in_review: Option<EventId>,
    /// What earlier windows left behind and nobody has decided on yet.
    pub(super) leftovers: VecDeque<Leftover>,
}

impl App {
    /// A window for these options, with this engine behind it. `today` is the day of the "today" line.
    pub fn new(creation: &eframe::CreationContext<'_>, options: &WindowOptions, engine: Box<dyn Engine>, today: NaiveDate) -> Self {
        Self::with_report(creation, options, engine, today, Dates::default(), Report::default())
    }

    /// The same; how a brief start ends is written into `report`.
    pub(super) fn with_report(
        creation: &eframe::CreationContext<'_>,
        options: &WindowOptions,
        engine: Box<dyn Engine>,
        today: NaiveDate,
        system_dates: Dates,
        report: Report,
    ) -> Self {
        let ctx = &creation.egui_ctx;
        theme::apply(ctx);
        ctx.options_mut(|options| {
            // Both are in the table of actions.
            options.zoom_with_keyboard = false;
            options.quit_shortcuts.clear();
        });
        let stored = creation.storage.filter(|_| !is_brief(options)).and_then(|storage| eframe::get_value(storage, eframe::APP_KEY));
        let mut remembered: Remembered = stored.unwrap_or_default();
        ctx.set_theme(preference(options.theme, remembered.theme));
        // The size that was asked for counts more than the one that eframe has remembered.
        if let Some((width, height)) = options.size {
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(egui::vec2(width, height)));
        }
        let wake = ctx.clone();
        // A start that only shows itself touches nobody's work.
        let folder = engine.unsaved_folder().filter(|_| !is_brief(options));
        let keeper = Keeper::start(folder, move || wake.request_repaint());
        keeper.look();
        let wake = ctx.clone();
        let wake_for_sight = move || wake.request_repaint();
        let wake = ctx.clone();
        let worker = Worker::start(engine, move || wake.request_repaint());
        let inbox = first_commands(options, &remembered);
        // Where nothing is remembered the guide would come at every start.
        let guide = (creation.storage.is_some() && !is_brief(options) && !remembered.guided && !remembered.started).then_some(0);
        remembered.started = true;
        theme::set_motion(ctx, remembered.reduce_motion);
        Self {
            session: Session::default(),
            screen: Screen::new(remembered.reduce_motion),
            worker,
            keeper,
            lookout: Lookout::new(wake_for_sight),
            ear: Ear::default(),
            system_menu: SystemMenu::default(),
            was_in_front: true,
            remembered,
            widgets: Widgets::default(),
            talk: Talk { guide, ..Talk::default() },
            inbox,
            capture: Capture::new(options, report),
            system_dates,
            today,
        }
    }

    /// From now on it hears of later starts and of the system's menu. Only the program's own window does, none that is driven by tests.
    pub(super) fn with_system(mut self, ctx: &Context) -> Self {
        let wake = ctx.clone();
        self.ear = Ear::open(self.remembered.one_window, move || wake.request_repaint());
        self.system_menu = SystemMenu::show(ctx);
        self
    }

    /// What is shown: for tests and scripts that drive the window.
    pub fn board(&self) -> &crate::model::Board {
        self.session.board()
    }

    /// The stretch of time in view once every movement has come to rest.
    pub fn view(&self) -> crate::view::TimelineView {
        self.screen.target()
    }

    /// What is selected.
    pub fn selection(&self) -> &crate::view::Selection {
        &self.screen.selection
    }

    /// Whether work is going on in the background.
    pub fn is_working(&self) -> bool {
        self.worker.progress().is_some() || self.keeper.is_saving() || self.lookout.is_looking()
    }

    /// Asks for something, as a panel would.
    pub fn ask(&mut self, command: Command) {
        self.inbox.push(command);
    }

    fn take_in(&mut self, ctx: &Context) {
        if let Some((request, outcome)) = self.worker.poll() {
            self.finish(ctx, request, outcome);
        }
        self.lookout.poll();
        // Files change while the window is behind others: no timer is needed to see it.
        let is_in_front = ctx.input(|input| input.focused);
        if is_in_front && !self.was_in_front {
            self.look();
        }
        self.was_in_front = is_in_front;
        while let Some(news) = self.keeper.poll() {
            self.kept(ctx, news);
        }
        if let Some((purpose, answer)) = self.talk.chooser.as_ref().and_then(Chooser::poll) {
            self.talk.chooser = None;
            self.chosen(ctx, purpose, answer);
        }
        while let Some(action) = self.system_menu.poll() {
            self.inbox.push(Command::Action(action));
        }
        while let Some(paths) = self.ear.poll() {
            come_to_front(ctx);
            if !paths.is_empty() {
                self.inbox.push(Command::Open { paths, add: false });
            }
        }
        let dropped: Vec<PathBuf> = ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            let add = ctx.input(|input| input.modifiers.shift);
            self.inbox.push(Command::Open { paths: dropped, add });
        }
        if ctx.input(|input| input.viewport().close_requested()) && self.session.is_unsaved() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            if self.keeper.is_saving() {
                self.talk.after_save = Some(Next::Quit);
            } else {
                self.talk.dialog = Some(OpenDialog::Unsaved(Next::Quit));
            }
        }
    }

    fn apply_all(&mut self, ctx: &Context) {
        let commands = std::mem::take(&mut self.inbox);
        let any = !commands.is_empty();
        for command in commands {
            self.apply(ctx, command);
        }
        if any {
            ctx.request_repaint();
        }
    }

    fn keep_title(&mut self, ctx: &Context) {
        let name = self.session.file().and_then(|file| file.file_stem()).map(|name| name.to_string_lossy().into_owned());
        let star = if self.session.is_unsaved() { " •" } else { "" };
        let title = name.map_or_else(|| format!("Dateline{star}"), |name| format!("{name}{star} – Dateline"));
        if title != self.widgets.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.widgets.title = title;
        }
    }
}

fn come_to_front(ctx: &Context) {
    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
    ctx.send_viewport_cmd(ViewportCommand::Focus);
    // Where a program may not take the focus by itself (Wayland, Windows).
    ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
}

fn preference(asked: ThemeChoice, remembered: ThemePreference) -> ThemePreference {
    match asked {
        ThemeChoice::System => remembered,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    }
}

/// What the window opens with: what was asked for, or what was open last, and the sample articles at the first start.
fn first_commands(options: &WindowOptions, remembered: &Remembered) -> Vec<Command> {
    if !options.paths.is_empty() {
        return vec![Command::Open { paths: options.paths.clone(), add: false }];
    }
    if !remembered.started {
        return vec![Command::Action(crate::view::Action::OpenSample)];
    }
    let last = remembered.recent.first().filter(|path| path.exists());
    last.map(|path| Command::Open { paths: vec![path.clone()], add: false }).into_iter().collect()
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.take_in(ctx);
        self.apply_all(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let now = ctx.input(|input| input.time);
        if self.screen.settle(now) {
            ctx.request_repaint();
        }
        let availability = self.availability();
        let mut out = std::mem::take(&mut self.inbox);
        // Dialogs and menus have their own keys, and may close in this very frame.
        let has_own_keys = self.talk.dialog.is_some() || egui::Popup::is_any_open(&ctx);
        layout::frame_ui(ui, self, &availability, now, &mut out);
        if !has_own_keys {
            shortcuts::shortcuts(&ctx, &availability, &mut out);
        }
        self.inbox = out;
        let resting = ctx.input(|input| !input.pointer.any_down() && input.smooth_scroll_delta() == egui::Vec2::ZERO);
        if resting {
            self.screen.history.settle();
        }
        self.apply_all(&ctx);
        self.keep_title(&ctx);
        let at_rest = !self.is_working() && !self.screen.settle(now);
        if let Some(capture) = &mut self.capture {
            capture.frame(&ctx, at_rest);
        }
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        if self.capture.is_none() {
            eframe::set_value(storage, eframe::APP_KEY, &self.remembered);
        }
    }

    fn persist_egui_memory(&self) -> bool {
        self.capture.is_none()
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

impl App {
    /// Opens a dialog that needs no data.
    pub(super) fn open_dialog(&mut self, dialog: Dialog) {
        self.talk.unanswered = None;
        self.talk.dialog = Some(match dialog {
            Dialog::Palette => OpenDialog::Palette(PaletteEntry::new(self.remembered.used_last())),
            dialog => OpenDialog::new(dialog),
        });
    }
}
