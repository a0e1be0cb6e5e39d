//! A chart as plain geometry: what is drawn where, before there is any SVG.

use super::backend::SvgBackend;
use super::text;
use super::theme::{Font, QUARTERS, Role};
use super::{Chart, ChartError, Frame, PlacedMark};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};
use std::cell::RefCell;
use std::rc::Rc;

/// A rectangle in scene units (quarters of a CSS pixel), from its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width, zero or more.
    pub w: i32,
    /// Height, zero or more.
    pub h: i32,
}

impl Rect {
    /// The right edge.
    #[must_use]
    pub const fn right(self) -> i32 {
        self.x + self.w
    }

    /// The bottom edge.
    #[must_use]
    pub const fn bottom(self) -> i32 {
        self.y + self.h
    }

    /// The middle of the height.
    #[must_use]
    pub const fn middle(self) -> i32 {
        self.y + self.h / 2
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// Which end of a text its x position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// One shape. Positions are in scene units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A filled rectangle.
    Rect(Role, Rect),
    /// A line through points.
    Line(Role, Vec<(i32, i32)>),
    /// A filled circle: its centre and its radius.
    Dot(Role, i32, i32, i32),
    /// Rows of dots.
    Dots {
        /// What the dots stand for.
        role: Role,
        /// The centres of the first and the last dot of each row.
        rows: Vec<((i32, i32), (i32, i32))>,
        /// From the centre of a dot to that of the next in its row.
        step: i32,
        /// The width of a dot.
        size: i32,
    },
    /// One line of text.
    Text {
        /// What the text stands for; decides its type.
        role: Role,
        /// Where the anchor is.
        x: i32,
        /// The alphabetic baseline.
        y: i32,
        /// Which end is at `x`.
        anchor: Anchor,
        /// The words.
        text: String,
    },
}

impl Item {
    /// A vertical line; sharp where `x` is in the middle of a pixel.
    #[must_use]
    pub fn vertical(role: Role, x: i32, y0: i32, y1: i32) -> Self {
        Self::Line(role, vec![(x, y0), (x, y1)])
    }

    /// The rectangle that the shape may ink; a line has no thickness.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Rect(_, rect) => *rect,
            Self::Dot(_, x, y, r) => Rect { x: x - r, y: y - r, w: 2 * r, h: 2 * r },
            Self::Line(_, points) => around(points.iter().copied(), 0),
            Self::Dots { rows, size, .. } => {
                around(rows.iter().flat_map(|(from, to)| [*from, *to]), size / 2)
            }
            Self::Text { role, x, y, anchor, text } => {
                let font = role.font();
                let w = text::width(text, font);
                Rect {
                    x: match anchor {
                        Anchor::Start => *x,
                        Anchor::Middle => x - w / 2,
                        Anchor::End => x - w,
                    },
                    y: y - font.ascent(),
                    w,
                    h: font.ascent() + font.descent(),
                }
            }
        }
    }
}

/// The rectangle around points, `more` wider on every side.
fn around(points: impl Iterator<Item = (i32, i32)>, more: i32) -> Rect {
    let ends = points.fold(None, |ends, (x, y)| match ends {
        None => Some((x, y, x, y)),
        Some((x0, y0, x1, y1)) => Some((x.min(x0), y.min(y0), x.max(x1), y.max(y1))),
    });
    let (x0, y0, x1, y1) = ends.unwrap_or_default();
    Rect { x: x0 - more, y: y0 - more, w: x1 - x0 + 2 * more, h: y1 - y0 + 2 * more }
}

/// Shapes that belong together: a mark with its labels, or a part of the frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Class of the `<g>`: `mark` or `frame`.
    pub class: &'static str,
    /// Key of the mark.
    pub key: Option<String>,
    /// The shapes, drawn in this order.
    pub items: Vec<Item>,
}

impl Group {
    /// An empty group of shapes that are no marks.
    #[must_use]
    pub fn frame() -> Self {
        Self { class: "frame", ..Self::default() }
    }

    /// An empty group for the mark `key`.
    #[must_use]
    pub fn mark(key: &str) -> Self {
        Self { class: "mark", key: Some(key.to_owned()), items: Vec::new() }
    }

    /// Adds a line through points.
    #[inline(never)]
    pub fn stroke(&mut self, role: Role, points: &[(i32, i32)]) {
        self.items.push(Item::Line(role, points.to_vec()));
    }

    /// Adds a line that may cross bars, with a pale edge that sets it off.
    pub fn edged(&mut self, role: Role, points: Vec<(i32, i32)>) {
        self.items.push(Item::Line(Role::Halo, points.clone()));
        self.items.push(Item::Line(role, points));
    }

    /// Adds lines of text below each other; the first starts at `top`. Gives the bottom.
    pub fn lines(&mut self, role: Role, lines: &[String], x: i32, top: i32, anchor: Anchor) -> i32 {
        let font: Font = role.font();
        let mut y = top;
        for text in lines {
            self.items.push(Item::Text { role, x, y: font.baseline(y), anchor, text: text.clone() });
            y += font.line();
        }
        y
    }
}

/// A laid out chart. Zero is the top left corner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// Width in scene units.
    pub width: i32,
    /// Height in scene units.
    pub height: i32,
    /// What is drawn, from back to front.
    pub groups: Vec<Group>,
    /// Where the marks are.
    pub marks: Vec<PlacedMark>,
}

impl Scene {
    /// Draws the scene with plotters.
    ///
    /// # Errors
    /// [`ChartError::Drawing`] where plotters refuses a shape; no shape of ours is known to be
    /// refused.
    pub fn draw(self, frame: &Frame) -> Result<Chart, ChartError> {
        let (width, height) = (self.width.unsigned_abs(), self.height.unsigned_abs());
        let backend = Rc::new(RefCell::new(SvgBackend::new(&frame.id, width, height)));
        let area = DrawingArea::from(&backend);
        for group in self.groups {
            if group.items.is_empty() {
                continue;
            }
            backend.borrow_mut().open(group.class, group.key.as_deref());
            for item in group.items {
                match item {
                    Item::Dots { role, rows, step, size } => {
                        backend.borrow_mut().dots(role, &rows, step, size);
                    }
                    item => draw_item(&area, item)?,
                }
            }
            backend.borrow_mut().close();
        }
        let svg = backend.borrow_mut().finish(&frame.figure);
        Ok(Chart {
            svg,
            width: width / QUARTERS.unsigned_abs(),
            height: height / QUARTERS.unsigned_abs(),
            marks: self.marks,
        })
    }
}

/// Hands one shape to plotters as one of its elements.
fn draw_item(area: &DrawingArea<SvgBackend, Shift>, item: Item) -> Result<(), ChartError> {
    match item {
        Item::Rect(role, rect) => area
            .draw(&Rectangle::new([(rect.x, rect.y), (rect.right(), rect.bottom())], role.color().filled())),
        // Drawn by the backend itself.
        Item::Dots { .. } => Ok(()),
        Item::Line(role, points) => area.draw(&PathElement::new(points, role.color())),
        Item::Dot(role, x, y, r) => area.draw(&Circle::new((x, y), r, role.color().filled())),
        Item::Text { role, x, y, anchor, text } => {
            let size = f64::from(role.font().size * QUARTERS);
            let style = TextStyle {
                font: FontDesc::new(FontFamily::SansSerif, size, FontStyle::Normal),
                color: role.color().to_backend_color(),
                pos: Pos::new(
                    match anchor {
                        Anchor::Start => HPos::Left,
                        Anchor::Middle => HPos::Center,
                        Anchor::End => HPos::Right,
                    },
                    VPos::Bottom,
                ),
            };
            area.draw(&Text::new(text, (x, y), style))
        }
    }
    .map_err(|_| ChartError::Drawing)
}
