//! Actions: what each does. Which can be done now is in [`super::available`].

use super::chooser::{Chooser, Purpose};
use super::job::Request;
use super::window::App;
use crate::export::Format;
use crate::model::Edit;
use crate::ui::filters::filters_id;
use crate::ui::menu::search_id;
use crate::ui::{guide, panes, theme};
use crate::view::{
    Action, Command, DateRange, DatedBy, Dialog, Division, FilterChange, LaneBy, LaneChange, Middle, Motion, Next, next_scale, review,
};
use egui::{Context, ThemePreference, ViewportCommand};
use std::path::{Path, PathBuf};

impl App {
    pub(super) fn hidden_is_selected(&self) -> bool {
        let board = self.session.board();
        self.screen.selection.event.is_some_and(|event| board.event(event).is_none())
    }

    /// Does an action.
    #[expect(clippy::too_many_lines, reason = "one arm for each action")]
    pub(super) fn act(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Undo
            | Action::Redo
            | Action::NewEvent
            | Action::NewFromSelection
            | Action::HideEvent
            | Action::EditEvent
            | Action::MergeEvent
            | Action::AcceptEvent
            | Action::ReviewNext
            | Action::ReviewPrevious
            | Action::NextHit
            | Action::PreviousHit
            | Action::NextQuote
            | Action::PreviousQuote
            | Action::ReadSource => self.act_on_events(ctx, action),
            Action::OpenFolder => self.choose(ctx, Purpose::Folder { add: false }),
            Action::AddFiles => self.choose(ctx, Purpose::Articles),
            Action::AddFolder => self.choose(ctx, Purpose::Folder { add: true }),
            Action::OpenProject => self.choose(ctx, Purpose::Project),
            Action::TypePath => self.open_dialog(Dialog::Path),
            Action::OpenSample => self.when_saved(ctx, Next::OpenSample),
            Action::Save => self.save_then(ctx, None, false),
            Action::SaveAs => self.choose(ctx, Purpose::Save(None)),
            Action::ExportJsonl => self.choose(ctx, Purpose::Export(Format::Jsonl)),
            Action::ExportCsv => self.choose(ctx, Purpose::Export(Format::Csv)),
            Action::ExportMarkdown => self.choose(ctx, Purpose::Export(Format::Markdown)),
            Action::ExportPicture => self.ask_for_picture(ctx),
            Action::Quit => self.when_saved(ctx, Next::Quit),
            Action::LookForChanges => self.look(),
            Action::LookForNew => {
                self.remembered.looks_for_new = !self.remembered.looks_for_new;
                self.look();
            }
            Action::OneWindow => {
                self.remembered.one_window = !self.remembered.one_window;
                self.ear.set_takes(self.remembered.one_window);
            }
            Action::MergeHints => self.open_dialog(Dialog::MergeHints),
            Action::Search => ctx.memory_mut(|memory| memory.request_focus(search_id())),
            Action::Filters => egui::Popup::toggle_id(ctx, filters_id()),
            Action::ClearFilters => self.filter(FilterChange::Clear),
            Action::Escape => self.escape(ctx),
            Action::ThemeSystem => self.set_theme(ctx, ThemePreference::System),
            Action::ThemeLight => self.set_theme(ctx, ThemePreference::Light),
            Action::ThemeDark => self.set_theme(ctx, ThemePreference::Dark),
            Action::Middle(middle) => self.remembered.middle = middle,
            Action::ToggleTable => {
                let is_table = self.remembered.middle == Middle::Table;
                self.remembered.middle = if is_table { Middle::Timeline } else { Middle::Table };
            }
            Action::Lanes(by) => self.set_lanes(by),
            Action::ByPublication => self.switch_dates(ctx),
            Action::FoldSpans | Action::ShowGaps | Action::Order(_) | Action::Week(_) => self.act_on_axis(action),
            Action::LaneOrder(order) => self.arrange(LaneChange::Order(order)),
            Action::CollapseLanes => self.arrange(LaneChange::CollapseAll),
            Action::ExpandLanes => self.arrange(LaneChange::ExpandAll),
            Action::ShowHiddenLanes => self.arrange(LaneChange::ShowAll),
            Action::ToggleWheelZooms => self.remembered.wheel_zooms = !self.remembered.wheel_zooms,
            Action::ToggleReduceMotion => {
                self.remembered.reduce_motion = !self.remembered.reduce_motion;
                self.set_motion(ctx);
            }
            Action::OnlyInView => {
                let range = self.screen.filter.range.is_none().then(|| DateRange::of(self.screen.target()));
                self.filter(FilterChange::Range(range));
            }
            Action::ToggleLeft => self.remembered.left = !self.remembered.left,
            Action::ToggleRight => self.remembered.right = !self.remembered.right,
            Action::Larger => step_size(ctx, true),
            Action::Smaller => step_size(ctx, false),
            Action::NormalSize => ctx.set_zoom_factor(1.0),
            Action::Fit => self.motion(ctx, Motion::Fit),
            Action::FocusSelection => self.motion(ctx, Motion::FocusSelection),
            Action::ZoomIn => self.motion(ctx, Motion::ZoomIn),
            Action::ZoomOut => self.motion(ctx, Motion::ZoomOut),
            Action::PanEarlier => self.motion(ctx, Motion::Earlier),
            Action::PanLater => self.motion(ctx, Motion::Later),
            Action::PreviousEvent => self.motion(ctx, Motion::PreviousEvent),
            Action::NextEvent => self.motion(ctx, Motion::NextEvent),
            Action::Back => self.step(ctx, false),
            Action::Forward => self.step(ctx, true),
            Action::GoToDate => self.open_dialog(Dialog::GoToDate),
            Action::NextPane => panes::go(ctx, true),
            Action::PreviousPane => panes::go(ctx, false),
            Action::Settings => self.open_dialog(Dialog::Settings),
            Action::RestoreSettings => self.restore_settings(ctx),
            Action::Guide => self.guide(ctx, Some(0)),
            Action::Palette => self.open_dialog(Dialog::Palette),
            Action::Keyboard => self.open_dialog(Dialog::Keyboard),
            Action::Warnings => self.open_dialog(Dialog::Warnings),
            Action::About => self.open_dialog(Dialog::About),
        }
    }

    /// What is decided about events, and the ways between them and their sources.
    fn act_on_events(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::NewEvent => self.add_event_in_view(ctx),
            Action::NewFromSelection => {
                if let Some((article, selection)) = self.widgets.source.selection() {
                    self.add_from_text(ctx, article, selection);
                }
            }
            Action::HideEvent => self.hide_or_show(ctx),
            Action::EditEvent => self.widgets.event.is_editing = !self.widgets.event.is_editing,
            Action::MergeEvent => self.open_dialog(Dialog::Merge),
            Action::AcceptEvent => self.accept(ctx),
            Action::ReviewNext => self.review(ctx, true),
            Action::ReviewPrevious => self.review(ctx, false),
            Action::NextHit => self.screen.step_hit(true, self.session.board()),
            Action::PreviousHit => self.screen.step_hit(false, self.session.board()),
            Action::NextQuote => self.screen.selection.step_mention(self.session.board(), true),
            Action::PreviousQuote => self.screen.selection.step_mention(self.session.board(), false),
            Action::ReadSource => {
                self.remembered.right = true;
                self.widgets.source.focus_on(self.screen.selection.event);
            }
            _ => {}
        }
    }

    /// How the axis looks and how dates are written.
    fn act_on_axis(&mut self, action: Action) {
        match action {
            Action::FoldSpans => self.remembered.folds = !self.remembered.folds,
            Action::ShowGaps => self.remembered.gaps = !self.remembered.gaps,
            Action::Order(order) => self.remembered.order = order,
            Action::Week(week) => self.remembered.week = week,
            _ => {}
        }
        self.divide_again();
    }

    pub(super) fn choose(&mut self, ctx: &Context, purpose: Purpose) {
        let name = self
            .session
            .file()
            .and_then(|file| file.file_stem())
            .map_or_else(|| "chronology".into(), |name| name.to_string_lossy().into_owned());
        let folder = self.folder_for(&purpose);
        self.talk.chooser = Some(Chooser::open(purpose, &name, &folder, ctx));
    }

    /// Where a file dialog begins: beside the project if something is to be written, else beside what was opened last, articles in it.
    /// The working folder of a program started from a menu says nothing to a person.
    pub(super) fn folder_for(&self, purpose: &Purpose) -> PathBuf {
        let known = if purpose.new_file().is_some() { self.session.file() } else { self.session.place() };
        let known = known.or_else(|| self.remembered.recent.first().map(PathBuf::as_path));
        let wants_articles = matches!(purpose, Purpose::Articles | Purpose::FindAgain(_));
        let folder = known.filter(|place| wants_articles && place.is_dir()).or_else(|| known.and_then(Path::parent));
        folder.filter(|folder| folder.is_dir()).map(Path::to_owned).or_else(std::env::home_dir).unwrap_or_default()
    }

    /// Does what follows at once, or asks first if edits would be lost.
    pub(super) fn when_saved(&mut self, ctx: &Context, next: Next) {
        if self.session.is_unsaved() {
            self.talk.dialog = Some(crate::ui::dialogs::OpenDialog::Unsaved(next));
        } else {
            self.go_on(ctx, next);
        }
    }

    /// Does what waited for saving.
    pub(super) fn go_on(&mut self, ctx: &Context, next: Next) {
        match next {
            Next::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Next::Open(paths) => self.read(paths),
            Next::OpenSample => self.worker.begin(Request::Sample),
        }
    }

    /// Saves where the project was saved before, or asks where.
    pub(super) fn save_then(&mut self, ctx: &Context, next: Option<Next>, replace: bool) {
        match self.session.file().map(ToOwned::to_owned) {
            Some(file) => self.save_to(file, replace, next),
            None => self.choose(ctx, Purpose::Save(next)),
        }
    }

    fn hide_or_show(&mut self, ctx: &Context) {
        if self.has_several() {
            let edits = self.widgets.table.chosen(self.session.board()).map(|event| Edit::Hide { event: event.id }).collect();
            self.edit(&Edit::Several { edits });
        } else if let Some(event) = self.screen.selection.event {
            let goes_on = self.talk.in_review == Some(event) && !self.hidden_is_selected();
            let edit = if self.hidden_is_selected() {
                Edit::Show { event }
            } else if self.session.board().is_own(event) {
                Edit::Remove { event }
            } else {
                Edit::Hide { event }
            };
            self.edit(&edit);
            if goes_on {
                self.review(ctx, true);
            }
        }
    }

    /// Whether several rows of the table are chosen: decisions are on all of them.
    pub(super) fn has_several(&self) -> bool {
        self.remembered.middle != Middle::Timeline && self.widgets.table.chosen_count() > 1
    }

    /// The selected event is right; the next one that nobody has reviewed is selected.
    fn accept(&mut self, ctx: &Context) {
        let Some(event) = self.screen.selection.event.filter(|_| !self.hidden_is_selected()) else { return };
        if !self.session.board().curation(event).is_some_and(|curation| curation.is_accepted) {
            self.edit(&Edit::Accept { event });
        }
        self.review(ctx, true);
    }

    fn review(&mut self, ctx: &Context, forward: bool) {
        let board = self.session.board();
        match review::next(board, &self.screen.shown, self.screen.selection.event, forward) {
            Some(event) => {
                self.apply(ctx, Command::Reveal(event));
                self.talk.in_review = Some(event);
            }
            None => self.talk.message = Some("Every event shown has been reviewed.".to_owned()),
        }
    }

    fn escape(&mut self, ctx: &Context) {
        if self.talk.guide.is_some() {
            self.guide(ctx, None);
        } else if self.talk.notice.take().is_none() {
            self.screen.selection.select(self.session.board(), None);
        }
    }

    fn set_theme(&mut self, ctx: &Context, theme: ThemePreference) {
        self.remembered.theme = theme;
        ctx.set_theme(theme);
    }

    fn set_motion(&mut self, ctx: &Context) {
        self.screen.reduce_motion = self.remembered.reduce_motion;
        theme::set_motion(ctx, self.remembered.reduce_motion);
    }

    /// Everything in the settings as at the first start.
    fn restore_settings(&mut self, ctx: &Context) {
        self.remembered.restore_settings();
        ctx.set_theme(self.remembered.theme);
        ctx.set_zoom_factor(1.0);
        self.set_motion(ctx);
        self.set_lanes(self.remembered.lanes);
        self.divide_again();
    }

    /// Shows a card of the guide, or ends it for good.
    pub(super) fn guide(&mut self, ctx: &Context, step: Option<usize>) {
        self.talk.guide = step;
        if step.is_none() {
            guide::end(ctx);
            self.remembered.guided = true;
        }
    }

    pub(super) fn set_lanes(&mut self, by: LaneBy) {
        self.screen.set_lanes(self.session.board(), by);
        self.remember_lanes();
    }

    /// Where things stand on the timeline.
    pub(super) fn division(&self) -> Division {
        self.remembered.division(self.system_dates)
    }

    fn divide_again(&mut self) {
        let division = self.division();
        self.screen.set_division(self.session.board(), division);
    }

    /// Places the events by their other date and shows them all: the range in view may be empty now.
    fn switch_dates(&mut self, ctx: &Context) {
        self.remembered.dated_by = match self.remembered.dated_by {
            DatedBy::Happening => DatedBy::Publication,
            DatedBy::Publication => DatedBy::Happening,
        };
        self.divide_again();
        let view = self.screen.target();
        let all = self.screen.lanes.all();
        if all.range(view.start, view.end).is_empty() {
            self.motion(ctx, Motion::Fit);
        }
    }

    pub(super) fn arrange(&mut self, change: LaneChange) {
        self.screen.arrange(change);
        self.remember_lanes();
    }

    fn step(&mut self, ctx: &Context, forward: bool) {
        self.screen.step(forward, self.session.board(), time(ctx));
        self.remember_lanes();
    }

    fn remember_lanes(&mut self) {
        self.remembered.lanes = self.screen.by();
        self.remembered.arrange(self.session.place(), self.screen.arrangements());
    }

    fn motion(&mut self, ctx: &Context, motion: Motion) {
        let (board, screen) = (self.session.board(), &self.screen);
        if let Some(command) = motion.command(board, &screen.lanes, screen.target(), screen.selection.event) {
            self.apply(ctx, command);
        }
    }
}

/// Everything becomes one size larger or smaller.
fn step_size(ctx: &Context, larger: bool) {
    ctx.set_zoom_factor(f32::from(next_scale(ctx.zoom_factor() * 100.0, larger)) / 100.0);
}

/// The clock of the window, in seconds.
pub(super) fn time(ctx: &Context) -> f64 {
    ctx.input(|input| input.time)
}

impl App {
    /// Changes the filter.
    pub(super) fn filter(&mut self, change: FilterChange) {
        self.screen.filter(change, self.session.board());
    }
}
