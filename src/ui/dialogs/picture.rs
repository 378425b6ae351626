//! Asks what a picture of the timeline is to be, and where it goes.

use super::frame::{dialog, main_button, other_button};
use crate::ui::desk::Desk;
use crate::ui::parts;
use crate::ui::theme::Palette;
use crate::view::{Command, PageSize, PictureFormat, PictureLook, PictureOptions, PictureWish};
use egui::{Context, Grid, RichText, TextEdit, Ui};
use std::path::{Path, PathBuf};

/// What has been chosen so far.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureEntry {
    title: String,
    format: PictureFormat,
    /// Only the range in view.
    view_only: bool,
    /// Empty: as wide as the titles need.
    width: String,
    scale: String,
    dark: bool,
    page: PageSize,
    path: String,
    /// The path that the system's dialog gave: it has asked whether to replace the file.
    chosen: Option<String>,
}

impl PictureEntry {
    /// A fresh one, like the last one; the picture goes beside `beside`, is called like it and has this title. `dark` is how the
    /// window is.
    pub fn new(beside: &Path, title: String, look: PictureLook, dark: bool) -> Self {
        let PictureLook { format, scale, page, dark: chosen } = look;
        Self {
            title,
            format,
            view_only: false,
            width: String::new(),
            scale: scale.to_string(),
            dark: chosen.unwrap_or(dark),
            page,
            path: beside.with_added_extension(format.ending()).display().to_string(),
            chosen: None,
        }
    }

    /// Takes the file that was chosen in the system's dialog; `may_replace` if the dialog has asked about one that is there.
    pub fn choose(&mut self, path: &Path, may_replace: bool) {
        self.path = path.display().to_string();
        self.chosen = may_replace.then(|| self.path.clone());
        self.format = PictureFormat::of_path(path).unwrap_or(self.format);
    }

    /// Another format: the file gets its ending.
    fn set_format(&mut self, format: PictureFormat) {
        self.format = format;
        if !self.path.trim().is_empty() {
            let path = PathBuf::from(self.path.trim());
            // "U.S. policy" has no ending.
            let named = PictureFormat::of_path(&path).is_some();
            let path = if named { path.with_extension(format.ending()) } else { path.with_added_extension(format.ending()) };
            self.path = path.display().to_string();
        }
    }

    /// What is asked for; an error says what cannot be.
    fn options(&self, desk: &Desk<'_>) -> Result<PictureOptions, String> {
        let width = match self.width.trim() {
            "" => None,
            text => Some(number(text, PictureOptions::SIDES).ok_or("Write the width in points, from 400 to 100000, or leave it empty.")?),
        };
        let scale = number(&self.scale, PictureOptions::SCALES).ok_or("Write the scale as pixels a point, from 0.25 to 8.")?;
        if self.path.trim().is_empty() {
            return Err("Write or choose a file.".to_owned());
        }
        let axis = desk.lanes.axis();
        let range = self.view_only.then(|| (axis.to_calendar(desk.view.start), axis.to_calendar(desk.view.end)));
        let title = if self.title.trim().is_empty() { PictureOptions::default().title } else { self.title.trim().to_owned() };
        Ok(PictureOptions { title, range, width, height: None, scale, dark: self.dark, page: self.page })
    }
}

fn number(text: &str, bounds: std::ops::RangeInclusive<f32>) -> Option<f32> {
    text.trim().parse().ok().filter(|number| bounds.contains(number))
}

pub(super) fn picture_ui(ctx: &Context, desk: &Desk<'_>, entry: &mut PictureEntry, out: &mut Vec<Command>) {
    dialog(ctx, "Export picture", 500.0, out, |ui, out| {
        ui.weak("Every event stands in the picture with its title; below it are the key and the sources.");
        Grid::new("picture").num_columns(2).spacing([16.0, 9.0]).min_col_width(70.0).show(ui, |ui| choices_ui(ui, entry));
        let asked = entry.options(desk);
        if let Err(reason) = &asked {
            ui.label(RichText::new(reason).color(Palette::of(ui).warning));
        }
        ui.horizontal(|ui| {
            let export = main_button(ui, asked.is_ok(), "Export").clicked();
            if let (true, Ok(options)) = (export, asked) {
                let path = PathBuf::from(entry.path.trim());
                let replace = entry.chosen.as_deref() == Some(entry.path.as_str());
                out.push(Command::Picture(PictureWish::Draw { options, format: entry.format, path, replace }));
            }
            if other_button(ui, "Cancel").clicked() {
                out.push(Command::CloseDialog);
            }
            if other_button(ui, "Choose file…").clicked() {
                out.push(Command::Picture(PictureWish::Choose(PathBuf::from(entry.path.trim()), entry.format)));
            }
        });
    });
}

fn choices_ui(ui: &mut Ui, entry: &mut PictureEntry) {
    parts::outline_switches(ui);
    ui.label("Format");
    ui.horizontal(|ui| {
        for (format, name) in [(PictureFormat::Svg, "SVG"), (PictureFormat::Png, "PNG"), (PictureFormat::Pdf, "PDF")] {
            if ui.radio(entry.format == format, name).clicked() {
                entry.set_format(format);
            }
        }
    });
    ui.end_row();
    ui.label("Range");
    ui.horizontal(|ui| {
        ui.radio_value(&mut entry.view_only, false, "Everything");
        ui.radio_value(&mut entry.view_only, true, "Range in view");
    });
    ui.end_row();
    ui.label("Theme");
    ui.horizontal(|ui| {
        ui.radio_value(&mut entry.dark, false, "Light picture");
        ui.radio_value(&mut entry.dark, true, "Dark picture");
    });
    ui.end_row();
    ui.label("Title");
    ui.add(TextEdit::singleline(&mut entry.title).desired_width(340.0)).accessible_name("Title of the picture");
    ui.end_row();
    ui.label("Width");
    ui.horizontal(|ui| {
        ui.add(TextEdit::singleline(&mut entry.width).hint_text("automatic").desired_width(80.0)).accessible_name("Width in points");
        ui.weak("points");
    });
    ui.end_row();
    match entry.format {
        PictureFormat::Svg => {}
        PictureFormat::Png => {
            ui.label("Scale");
            ui.horizontal(|ui| {
                ui.add(TextEdit::singleline(&mut entry.scale).desired_width(80.0)).accessible_name("Pixels a point");
                ui.weak("pixels a point");
            });
            ui.end_row();
        }
        PictureFormat::Pdf => {
            ui.label("Paper");
            ui.horizontal(|ui| {
                ui.radio_value(&mut entry.page, PageSize::A4, "A4");
                ui.radio_value(&mut entry.page, PageSize::Letter, "Letter");
                ui.weak("landscape");
            });
            ui.end_row();
        }
    }
    ui.label("File");
    ui.add(TextEdit::singleline(&mut entry.path).desired_width(340.0)).accessible_name("Picture file");
    ui.end_row();
}
