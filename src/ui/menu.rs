//! The menu bar and the toolbar, both from the table of actions.

use super::desk::Desk;
use super::filters::{self, FilterState};
use super::guide;
use super::parts;
use super::shortcuts::{is_mac, shortcut_words};
use super::theme::{Palette, space};
use crate::view::{ACTIONS, Action, Command, DatedBy, Entry, FilterChange, LaneBy, Menu, Middle};
use egui::{
    Align, Align2, Button, Id, Key, Margin, Modifiers, Rect, Response, RichText, Role, Stroke, TextEdit, Ui, UiBuilder, Vec2, WidgetInfo,
    vec2,
};
use std::path::PathBuf;

/// The id of the search field, so that a shortcut can give it the cursor.
pub fn search_id() -> Id {
    Id::unique("search")
}

/// The width of the search field's text, in points.
const FIELD: f32 = 230.0;
/// The least that is left of it, in points.
const LEAST_FIELD: f32 = 70.0;
/// What the count of places and the arrows beside it take, in points.
const HITS: f32 = 160.0;
/// The height of what stands in the menu bar beside the menus, in points: that of the arrows.
const HEIGHT: f32 = 24.0;
/// What the search field leaves around its text; the cross that empties it stands on the right.
const FIELD_MARGIN: Margin = Margin { left: 8, right: 22, top: 2, bottom: 2 };

/// Draws the menu bar: menus on the left, search and theme on the right.
pub fn menu_ui(ui: &mut Ui, desk: &Desk<'_>, recent: &[PathBuf], filters: &mut FilterState, out: &mut Vec<Command>) {
    egui::MenuBar::new().ui(ui, |ui| {
        ui.spacing_mut().button_padding = vec2(8.0, 4.0);
        ui.spacing_mut().item_spacing.x = 0.0;
        for menu in Menu::ALL {
            let response = ui.menu_button(menu.title(), |ui| entries_ui(ui, desk, menu, recent, out)).response;
            parts::focus_ring(ui, &response, response.rect);
        }
        ui.add_space(space::L);
        middle_ui(ui, desk, out);
        right_ui(ui, desk, filters, out);
    });
}

/// What stands at the right end: made from left to right, as the Tab key goes, in the room that it took the last time.
fn right_ui(ui: &mut Ui, desk: &Desk<'_>, filters: &mut FilterState, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = space::S;
    let id = Id::unique("buttons of the menu bar");
    let last = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or_default();
    let searching = vec2((ui.available_width() - last - space::S).max(0.0), ui.available_height());
    ui.allocate_ui_with_layout(searching, egui::Layout::right_to_left(Align::Center), |ui| search_ui(ui, desk, out));
    let left = ui.cursor().left();
    filters::button_ui(ui, desk, filters, out);
    theme_ui(ui, desk, out);
    let taken = ui.cursor().left() - space::S - left;
    if (taken - last).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, taken));
        ui.ctx().request_discard("the buttons of the menu bar take another room");
    }
}

fn entries_ui(ui: &mut Ui, desk: &Desk<'_>, menu: Menu, recent: &[PathBuf], out: &mut Vec<Command>) {
    let entries: Vec<&Entry> = ACTIONS.iter().filter(|entry| entry.menu == menu && !is_in_system_menu(ui, entry.action)).collect();
    for (at, entry) in entries.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| entries.get(at));
        if before.is_some_and(|before| before.group != entry.group) {
            ui.separator();
        }
        match entry.submenu {
            None => {
                entry_ui(ui, desk, entry, out);
            }
            Some(name) if before.is_none_or(|before| before.submenu != entry.submenu) => {
                ui.menu_button(name, |ui| {
                    for entry in entries.iter().filter(|entry| entry.submenu == Some(name)) {
                        entry_ui(ui, desk, entry, out);
                    }
                });
            }
            Some(_) => {}
        }
        if entry.action == Action::OpenSample && !recent.is_empty() {
            ui.menu_button("Open recent", |ui| recent_ui(ui, recent, out));
        }
    }
}

/// Whether it stands in the menu of the system: on macOS these three have their place beside the apple.
fn is_in_system_menu(ui: &Ui, action: Action) -> bool {
    is_mac(ui.ctx()) && matches!(action, Action::About | Action::Settings | Action::Quit)
}

fn recent_ui(ui: &mut Ui, recent: &[PathBuf], out: &mut Vec<Command>) {
    for path in recent {
        if ui.button(path.display().to_string()).clicked() {
            ui.close();
            out.push(Command::Open { paths: vec![path.clone()], add: false });
        }
    }
}

fn entry_ui(ui: &mut Ui, desk: &Desk<'_>, entry: &Entry, out: &mut Vec<Command>) {
    let enabled = desk.availability.is_enabled(entry.action);
    let checked = desk.availability.is_checked(entry.action);
    let name = desk.availability.name(entry.action);
    let text = if checked { format!("✓  {name}") } else { name.to_owned() };
    let mut button = Button::new(text);
    if let Some(words) = shortcut_words(ui.ctx(), entry.action) {
        button = button.shortcut_text(words);
    }
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, enabled, checked, name));
    parts::focus_ring(ui, &response, response.rect);
    if response.clicked() {
        // A click closes the menu by itself, the enter key does not.
        ui.close();
        out.push(Command::Action(entry.action));
    }
}

fn search_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let mut text = desk.filter.text.clone();
    // What comes with the words keeps to the inside and the left: the field stays where it is while one types.
    // A narrow window leaves less for it, and nothing for the words about what was found.
    let searches = !desk.filter.text.trim().is_empty();
    let room = ui.available_width() - f32::from(FIELD_MARGIN.right) - if searches { HITS } else { 0.0 };
    let field = TextEdit::singleline(&mut text)
        .id(search_id())
        .hint_text("Search events   /")
        .desired_width(room.clamp(LEAST_FIELD, FIELD))
        .min_size(vec2(0.0, HEIGHT))
        .margin(FIELD_MARGIN)
        .align(Align2::LEFT_CENTER);
    let response = ui.add(field).accessible_name("Search events");
    if !desk.filter.text.is_empty() {
        clear_ui(ui, response.rect, out);
    }
    if searches && room > LEAST_FIELD {
        hits_ui(ui, desk, out);
    }
    // Enter goes on from place to place, and the field keeps the cursor.
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let forward = !ui.input(|input| input.modifiers.shift);
        ui.input_mut(|input| input.events.retain(|event| !matches!(event, egui::Event::Key { key: Key::Enter, .. })));
        out.push(Command::StepHit { forward });
        response.request_focus();
    }
    if response.changed() {
        out.push(Command::Filter(FilterChange::Text(text)));
    }
    // Escape in the field empties it and gives the keys back to the window.
    if response.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        out.push(Command::Filter(FilterChange::Text(String::new())));
    }
}

/// The cross inside the search field, at its right end.
fn clear_ui(ui: &mut Ui, field: Rect, out: &mut Vec<Command>) {
    let side = field.height() - 4.0;
    let place = Rect::from_center_size(field.right_center() - vec2(f32::from(FIELD_MARGIN.right) / 2.0, 0.0), Vec2::splat(side));
    let cross = Button::new(RichText::new("✕").small().color(Palette::of(ui).weak)).frame_when_inactive(false);
    // A child of its own does not move the place of what comes next.
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place));
    inside.spacing_mut().button_padding = Vec2::ZERO;
    let clear = inside.add_sized(place.size(), cross);
    clear.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Clear search"));
    if clear.clicked() {
        out.push(Command::Filter(FilterChange::Text(String::new())));
        ui.memory_mut(|memory| memory.request_focus(search_id()));
    }
}

/// "3 of 17": the places in the articles that have the words, and the way from one to the next.
fn hits_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let count = desk.found.hits.len();
    for (action, sign) in [(Action::NextHit, "↓"), (Action::PreviousHit, "↑")] {
        let response = parts::arrow_button(ui, count > 0, sign, action.name());
        let keys = shortcut_words(ui.ctx(), action).unwrap_or_default();
        if response.on_hover_text(keys).clicked() {
            out.push(Command::Action(action));
        }
    }
    let words = match (count, desk.hit) {
        (0, _) => "not in the texts".to_owned(),
        (_, Some(at)) => format!("{} of {}", parts::count(at + 1), parts::count(count)),
        (_, None) => parts::counted(count, "place"),
    };
    let color = if count == 0 { Palette::of(ui).warning } else { Palette::of(ui).weak };
    ui.label(RichText::new(words).small().color(color)).on_hover_text("Places in the articles that have the words");
}

/// A half-filled disc that opens the choice of themes.
fn theme_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let (response, _) = egui::containers::menu::MenuButton::new("      ").ui(ui, |ui| {
        for action in [Action::ThemeSystem, Action::ThemeLight, Action::ThemeDark] {
            if let Some(entry) = action.entry() {
                entry_ui(ui, desk, entry, out);
            }
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Theme"));
    parts::focus_ring(ui, &response, response.rect);
    let (center, color) = (response.rect.center(), Palette::of(ui).text);
    ui.painter().circle_stroke(center, 6.0, Stroke::new(1.3, color));
    let half: Vec<_> = (0..=16).map(|step| center + 6.0 * Vec2::angled(std::f32::consts::PI * (step as f32 / 16.0 - 0.5))).collect();
    ui.painter().add(egui::Shape::convex_polygon(half, color, Stroke::NONE));
    response.on_hover_text("Theme");
}

/// Narrower than this, in points, the toolbar writes arrows without words.
const WIDE: f32 = 1320.0;
/// Narrower than this, in points, as at 200 % on a small screen, the choice of date is left to menu and settings.
const NARROW: f32 = 800.0;
/// Narrower than this, in points, the lanes are a menu.
const MEDIUM: f32 = 1180.0;

/// Draws the toolbar.
pub fn toolbar_ui(ui: &mut Ui, desk: &Desk<'_>, lanes: LaneBy, out: &mut Vec<Command>) {
    // A narrow window gets a second row rather than buttons out of reach.
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let width = ui.available_width();
        let open = action_button(ui, desk, Action::OpenFolder, "Open folder…", out);
        guide::anchor(ui.ctx(), guide::Anchor::Open, open.rect);
        action_button(ui, desk, Action::AddFiles, "Add articles…", out);
        let save = action_button(ui, desk, Action::Save, "Save", out);
        guide::anchor(ui.ctx(), guide::Anchor::Save, save.rect);
        ui.menu_button("Export ▾", |ui| {
            for action in [Action::ExportPicture, Action::ExportJsonl, Action::ExportCsv, Action::ExportMarkdown] {
                if let Some(entry) = action.entry() {
                    entry_ui(ui, desk, entry, out);
                }
            }
        });
        gap(ui);
        if width < MEDIUM {
            lanes_menu_ui(ui, lanes, out);
        } else {
            ui.weak("Lanes");
            lanes_ui(ui, lanes, out);
        }
        if width >= NARROW {
            gap(ui);
            dated_by_ui(ui, desk, out);
        }
        gap(ui);
        action_button(ui, desk, Action::Fit, "Fit", out);
        action_button(ui, desk, Action::ZoomOut, "−", out);
        action_button(ui, desk, Action::ZoomIn, "+", out);
        gap(ui);
        action_button(ui, desk, Action::Back, if width < WIDE { "←" } else { "← Back" }, out);
        action_button(ui, desk, Action::Forward, if width < WIDE { "→" } else { "Forward →" }, out);
        gap(ui);
        action_button(ui, desk, Action::Undo, "Undo", out);
        action_button(ui, desk, Action::Redo, "Redo", out);
    });
}

fn gap(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, 18.0), egui::Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, Palette::of(ui).border));
}

const LANES: [(LaneBy, &str); 6] = [
    (LaneBy::Actor, "Actor"),
    (LaneBy::Article, "Article"),
    (LaneBy::Kind, "Kind"),
    (LaneBy::Place, "Place"),
    (LaneBy::Tag, "Tag"),
    (LaneBy::One, "One"),
];

/// The choice of lanes as a menu, where there is no room for a row.
fn lanes_menu_ui(ui: &mut Ui, lanes: LaneBy, out: &mut Vec<Command>) {
    let now = LANES.iter().find(|(by, _)| *by == lanes).map_or("", |(_, word)| word);
    ui.menu_button(format!("Lanes: {now} ▾"), |ui| {
        for (by, word) in LANES {
            if ui.selectable_label(by == lanes, word).clicked() {
                out.push(Command::Lanes(by));
                ui.close();
            }
        }
    });
}

/// The choice of lanes as a row of switches.
fn lanes_ui(ui: &mut Ui, lanes: LaneBy, out: &mut Vec<Command>) {
    let switches = LANES.map(|(by, word)| (by == lanes, word, format!("Lanes by {}", word.to_lowercase()), Command::Lanes(by)));
    switches_ui(ui, switches, |_| String::new(), out);
}

/// The choice of the date that events stand at.
fn dated_by_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let published = desk.lanes.dated_by() == DatedBy::Publication;
    let switches = [(!published, "Happened", "By date of happening"), (published, "Published", "By date of publication")];
    let switches = switches.map(|(on, word, name)| (on, word, name.to_owned(), Command::Action(Action::ByPublication)));
    switches_ui(ui, switches, |name| format!("{name}   (P)"), out);
}

/// The choice of what the middle shows.
fn middle_ui(ui: &mut Ui, desk: &Desk<'_>, out: &mut Vec<Command>) {
    let switches = Middle::ALL.map(|middle| {
        let action = Action::Middle(middle);
        (desk.availability.is_checked(action), middle.title(), format!("Show {}", action.name().to_lowercase()), Command::Action(action))
    });
    let keys = shortcut_words(ui.ctx(), Action::ToggleTable).unwrap_or_default();
    switches_ui(ui, switches, |name| format!("{name}   ({keys} goes from one to the other)"), out);
}

/// Switches of which one is on: whether it is, its word, its name, what it does.
fn switches_ui<const N: usize>(
    ui: &mut Ui,
    switches: [(bool, &str, String, Command); N],
    tip: impl Fn(&str) -> String,
    out: &mut Vec<Command>,
) {
    let palette = Palette::of(ui);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 1.0;
        for (on, word, name, command) in switches {
            let fill = if on { palette.selection } else { palette.control };
            let button = Button::new(RichText::new(word).color(if on { palette.strong } else { palette.text })).fill(fill).corner_radius(3);
            let response = ui.add(button);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &name));
            parts::focus_ring(ui, &response, response.rect);
            if response.clicked() && !on {
                out.push(command);
            }
            let tip = tip(&name);
            if !tip.is_empty() {
                response.on_hover_text(tip);
            }
        }
    });
}

/// A button for an action, with its help and key as tooltip.
pub fn action_button(ui: &mut Ui, desk: &Desk<'_>, action: Action, text: &str, out: &mut Vec<Command>) -> Response {
    let enabled = desk.availability.is_enabled(action);
    let response = ui.add_enabled(enabled, Button::new(text));
    let name = desk.availability.name(action).to_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
    if response.clicked() {
        out.push(Command::Action(action));
    }
    let help = action.entry().map_or("", |entry| entry.help);
    let tip = match shortcut_words(ui.ctx(), action) {
        Some(keys) => format!("{help}   ({keys})"),
        None => help.to_owned(),
    };
    let tip = if name == action.name() { tip } else { format!("{name}   ({})", shortcut_words(ui.ctx(), action).unwrap_or_default()) };
    parts::focus_ring(ui, &response, response.rect);
    response.on_hover_text(&tip).on_disabled_hover_text(tip)
}
