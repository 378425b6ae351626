//! The corner above the lane names: what the lanes are, how they are ordered, how many are hidden, and the key to the marks.

use super::super::theme::{Palette, section, space};
use super::key::key_button;
use super::scene::Scene;
use crate::view::words::long_count;
use crate::view::{Command, LaneBy, LaneChange, LaneOrder};
use egui::{Align, Button, Layout, Rect, RichText, Role, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

/// Narrower than this, in points, the order has no room for its name.
const NARROW: f32 = 118.0;
/// Narrower than this, for the word "Order".
const SHORT: f32 = 74.0;
/// What "12 hidden: show" takes, in points.
const HIDDEN: f32 = 100.0;

/// Draws the corner.
pub(super) fn corner_ui(ui: &mut Ui, rect: Rect, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    ui.painter().rect_filled(rect, 0.0, palette.panel);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.border));
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, palette.border));
    let inner = rect.shrink2(vec2(12.0, 0.0));
    let (upper, lower) = inner.split_top_bottom_at_fraction(0.52);
    row(ui, upper, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            key_button(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = title(scene.lanes.by()).to_uppercase();
                let lanes = long_count(scene.lanes.lanes().len());
                let title = if rect.width() < NARROW { title } else { format!("{title}  {lanes}") };
                ui.add(egui::Label::new(RichText::new(title).text_style(section()).color(palette.weak)).truncate());
            });
        });
    });
    row(ui, lower, |ui| {
        let hidden = scene.lanes.hidden().len();
        let room = if hidden > 0 { rect.width() - HIDDEN } else { rect.width() };
        // The word stands below the title, not the edge of the button.
        ui.add_space(-3.0);
        order_ui(ui, scene, room, out);
        if hidden > 0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| hidden_ui(ui, hidden, out));
        }
    });
}

fn row(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.spacing_mut().button_padding = vec2(3.0, 1.0);
        ui.spacing_mut().interact_size.y = 0.0;
        ui.set_clip_rect(rect.expand(4.0).intersect(ui.clip_rect()));
        contents(ui);
    });
}

/// The order of the lanes, as a button that opens the choice.
fn order_ui(ui: &mut Ui, scene: &Scene<'_>, room: f32, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let now = order_words(scene.order);
    let text = match room {
        NARROW.. => format!("{now} ▾"),
        SHORT.. => "Order ▾".to_owned(),
        _ => "▾".to_owned(),
    };
    let button = Button::new(RichText::new(text).small().color(palette.weak)).frame_when_inactive(false);
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        ui.label(RichText::new("ORDER OF LANES").text_style(section()).color(palette.weak));
        for order in [LaneOrder::Importance, LaneOrder::FirstAppearance, LaneOrder::Name] {
            if ui.radio(order == scene.order, order_words(order)).clicked() {
                out.push(Command::Arrange(LaneChange::Order(order)));
                ui.close();
            }
        }
        ui.separator();
        for (words, change) in [("Collapse all lanes", LaneChange::CollapseAll), ("Expand all lanes", LaneChange::ExpandAll)] {
            if ui.button(words).clicked() {
                out.push(Command::Arrange(change));
                ui.close();
            }
        }
        show_ui(ui, scene, out);
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Order of lanes: {}", now.to_lowercase())));
    response.on_hover_text("Order, collapse and show lanes");
}

/// The hidden lanes by name, to show one again.
fn show_ui(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let hidden = scene.lanes.hidden();
    if hidden.is_empty() {
        return;
    }
    ui.separator();
    ui.menu_button("Show hidden lane", |ui| {
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for lane in hidden {
                if ui.button(&lane.name).clicked() {
                    out.push(Command::Arrange(LaneChange::Show(lane.key.clone())));
                    ui.close();
                }
            }
        });
    });
}

fn hidden_ui(ui: &mut Ui, hidden: usize, out: &mut Vec<Command>) {
    let text = format!("{} hidden: show", long_count(hidden));
    let response = super::super::parts::quiet_button(ui, &text, &format!("{}: show", super::super::parts::counted(hidden, "hidden lane")));
    if response.on_hover_text("Show all hidden lanes").clicked() {
        out.push(Command::Arrange(LaneChange::ShowAll));
    }
}

const fn order_words(order: LaneOrder) -> &'static str {
    match order {
        LaneOrder::Importance => "By importance",
        LaneOrder::FirstAppearance => "By first event",
        LaneOrder::Name => "By name",
    }
}

const fn title(by: LaneBy) -> &'static str {
    match by {
        LaneBy::Actor => "Actors",
        LaneBy::Article => "Articles",
        LaneBy::Kind => "Kinds",
        LaneBy::Place => "Places",
        LaneBy::Tag => "Tags",
        LaneBy::One => "Events",
    }
}
