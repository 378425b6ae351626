//! The display list: what every writer draws, in points from the upper left corner.

use crate::view::colors::Rgb;

/// A colour with its opacity from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ink {
    pub(super) color: Rgb,
    pub(super) opacity: f32,
}

impl From<Rgb> for Ink {
    fn from(color: Rgb) -> Self {
        Self { color, opacity: 1.0 }
    }
}

/// A colour that lets through what is behind it.
pub(super) const fn pale(color: Rgb, opacity: f32) -> Ink {
    Ink { color, opacity }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) ink: Ink,
    /// In points.
    pub(super) width: f32,
    /// Lengths of dash and gap, in points.
    pub(super) dash: Option<[f32; 2]>,
}

/// A line without gaps.
pub(super) fn solid(color: Rgb, width: f32) -> Line {
    Line { ink: color.into(), width, dash: None }
}

/// A line with gaps.
pub(super) fn dashed(color: Rgb, width: f32, dash: f32, gap: f32) -> Line {
    Line { ink: color.into(), width, dash: Some([dash, gap]) }
}

/// A rectangle by its edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
}

impl Area {
    pub(super) const fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self { left, top, right, bottom }
    }

    pub(super) fn width(self) -> f32 {
        self.right - self.left
    }

    pub(super) fn height(self) -> f32 {
        self.bottom - self.top
    }

    pub(super) const fn middle(self) -> f32 {
        self.top.midpoint(self.bottom)
    }

    /// The same between two other edges.
    pub(super) const fn with_x(self, left: f32, right: f32) -> Self {
        Self { left, right, ..self }
    }
}

/// A closed or open chain of straight lines, or a circle.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    Rect(Area, f32),
    Circle([f32; 2], f32),
    Polygon(Vec<[f32; 2]>),
    Chain(Vec<[f32; 2]>),
}

/// Where a text stands relative to its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Start,
    Middle,
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Text {
    /// x as `align` says, y of the base line.
    pub(super) at: [f32; 2],
    pub(super) words: String,
    /// In points.
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) color: Rgb,
    pub(super) align: Align,
    /// How wide it is, in points.
    pub(super) width: f32,
}

impl Text {
    /// The left edge.
    pub(super) fn left(&self) -> f32 {
        match self.align {
            Align::Start => self.at[0],
            Align::Middle => self.at[0] - self.width / 2.0,
            Align::End => self.at[0] - self.width,
        }
    }
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    Shape {
        form: Form,
        fill: Option<Ink>,
        line: Option<Line>,
    },
    /// From the ink at one side to nothing at the other.
    Fade {
        area: Area,
        ink: Ink,
        to_left: bool,
    },
    Text(Text),
    /// What follows, up to the matching [`Item::End`], is one thing with a name for readers and for a pointer that rests on it.
    Begin {
        class: &'static str,
        id: String,
        title: String,
    },
    End,
}

/// A sheet of any size.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Drawing {
    /// In points.
    pub(super) width: f32,
    /// In points.
    pub(super) height: f32,
    /// From back to front.
    pub(super) items: Vec<Item>,
}

impl Drawing {
    pub(super) fn fill(&mut self, form: Form, ink: impl Into<Ink>) {
        self.items.push(Item::Shape { form, fill: Some(ink.into()), line: None });
    }

    pub(super) fn stroke(&mut self, form: Form, line: Line) {
        self.items.push(Item::Shape { form, fill: None, line: Some(line) });
    }

    pub(super) fn rect(&mut self, area: Area, ink: impl Into<Ink>) {
        if area.width() > 0.0 && area.height() > 0.0 {
            self.fill(Form::Rect(area, 0.0), ink);
        }
    }

    pub(super) fn vertical(&mut self, x: f32, top: f32, bottom: f32, line: Line) {
        self.stroke(Form::Chain(vec![[x, top], [x, bottom]]), line);
    }

    pub(super) fn horizontal(&mut self, left: f32, right: f32, y: f32, line: Line) {
        self.stroke(Form::Chain(vec![[left, y], [right, y]]), line);
    }

    pub(super) fn fade(&mut self, area: Area, ink: Ink, to_left: bool) {
        if area.width() > 0.0 {
            self.items.push(Item::Fade { area, ink, to_left });
        }
    }

    pub(super) fn begin(&mut self, class: &'static str, id: String, title: String) {
        self.items.push(Item::Begin { class, id, title });
    }

    pub(super) fn end(&mut self) {
        self.items.push(Item::End);
    }

    /// Every text, for choosing fonts.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Text> {
        self.items.iter().filter_map(|item| if let Item::Text(text) = item { Some(text) } else { None })
    }
}
