//! From a set article to what egui lays out: type and colours; and which line stands under which words.

use crate::model::{BlockKind, EventId};
use crate::ui::palette::{hue_color, kind_color, kind_wash, kind_wash_lit};
use crate::ui::theme::{self, Palette, READING_LEADING};
use crate::view::{MarkedSentence, Run, SourceText};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Stroke, Style, TextStyle};

/// The height of the gap between two blocks, in points.
const GAP: f32 = 10.0;

/// What decides the colours now.
#[derive(Clone, Copy)]
pub(super) struct Light {
    /// The selected event.
    pub(super) selected: Option<EventId>,
    /// The event under the pointer.
    pub(super) hovered: Option<EventId>,
    /// The sentence that is lit.
    pub(super) lit: Option<usize>,
}

/// Builds the layout of an article for a column of this width.
pub(super) fn job(set: &SourceText, lit: Option<usize>, style: &Style, width: f32) -> LayoutJob {
    let palette = Palette::get(style.visuals.dark_mode);
    let fonts = Fonts::of(style);
    let mut job = LayoutJob { text: set.text.clone(), break_on_newline: true, ..LayoutJob::default() };
    job.wrap.max_width = width;
    for run in &set.runs {
        let format = format(run, lit, palette, &fonts);
        match job.sections.last_mut() {
            // Runs that differ only in what is drawn under them are laid out as one.
            Some(last) if last.format == format => last.byte_range.end = egui::text::ByteIndex(run.range.end),
            _ => job.sections.push(egui::text::LayoutSection { leading_space: 0.0, byte_range: bytes(&run.range), format }),
        }
    }
    job
}

fn bytes(range: &std::ops::Range<usize>) -> std::ops::Range<egui::text::ByteIndex> {
    egui::text::ByteIndex(range.start)..egui::text::ByteIndex(range.end)
}

struct Fonts {
    text: FontId,
    heading: FontId,
    title: FontId,
    small: FontId,
}

impl Fonts {
    fn of(style: &Style) -> Self {
        let font = |name: TextStyle| name.resolve(style);
        Self {
            text: font(theme::reading()),
            heading: font(theme::reading_heading()),
            title: font(theme::reading_title()),
            small: font(TextStyle::Small),
        }
    }
}

fn format(run: &Run, lit: Option<usize>, palette: &Palette, fonts: &Fonts) -> TextFormat {
    let (font, color, leading) = match run.block {
        Some(BlockKind::Title) => (&fonts.title, palette.strong, 1.3),
        Some(BlockKind::Heading) => (&fonts.heading, palette.strong, READING_LEADING),
        Some(BlockKind::Paragraph) => (&fonts.text, palette.text, READING_LEADING),
        Some(BlockKind::Metadata) => (&fonts.small, palette.weak, READING_LEADING),
        None => (&fonts.small, palette.weak, GAP / fonts.small.size),
    };
    let mut format = TextFormat { font_id: font.clone(), color, line_height: Some((font.size * leading).round()), ..TextFormat::default() };
    if run.sentence.is_some() && run.sentence == lit {
        format.color = palette.strong;
    }
    if run.is_time {
        format.color = mark_text(format.color, palette.accent, palette);
    }
    format
}

/// The ground under a sentence with events: in the colour of the one that is selected or under the pointer, or else of the first.
pub(super) fn ground(at: usize, sentence: &MarkedSentence, light: Light, palette: &Palette) -> Color32 {
    let chosen = |event: Option<EventId>| sentence.events.iter().find(|(id, _, _)| Some(*id) == event);
    let (_, kind, _) = *chosen(light.selected).or_else(|| chosen(light.hovered)).unwrap_or(&sentence.events[0]);
    if light.lit == Some(at) {
        return kind_wash_lit(kind, palette.dark);
    }
    let wash = kind_wash(kind, palette.dark);
    let hovered = light.hovered.is_some() && chosen(light.hovered).is_some();
    if hovered { wash.lerp_to_gamma(kind_color(kind, palette.dark), 0.14) } else { wash }
}

/// The line under a run: time words, actors, and the trigger of the lit event.
pub(super) fn underline(run: &Run, set: &SourceText, light: Light, palette: &Palette) -> Option<Stroke> {
    if run.is_time {
        return Some(Stroke::new(1.5, palette.accent));
    }
    let lit = run.trigger.filter(|trigger| Some(*trigger) == light.selected && run.sentence == light.lit);
    let kind = lit.zip(run.sentence).and_then(|(trigger, at)| set.sentences.get(at)?.events.iter().find(|(id, _, _)| *id == trigger));
    if let Some((_, kind, _)) = kind {
        return Some(Stroke::new(2.5, kind_color(*kind, palette.dark)));
    }
    run.actor.map(|hue| Stroke::new(1.0, hue_color(hue, palette.dark)))
}

/// Time words lean to the accent, but stay as legible as the text around them.
fn mark_text(text: Color32, accent: Color32, palette: &Palette) -> Color32 {
    text.lerp_to_gamma(accent, if palette.dark { 0.55 } else { 0.75 })
}
