//! Labels of a plot: the first figure on the left, the last one on the right.

use super::{Plot, Point};
use crate::scene::{Anchor, Group, Item, Rect};
use crate::theme::{Role, px};
use crate::{Amount, text};

/// What is written beside one end of the line.
pub(super) struct Tag {
    lines: Vec<String>,
    /// The width of its widest line.
    pub width: i32,
    /// The value that it belongs to.
    value: f64,
}

impl Tag {
    /// The label of a figure at the end that is `time`, at most `most` wide; `None` where the figure
    /// is missing, or is of another time.
    pub fn new(point: &Point, time: usize, most: i32) -> Option<Self> {
        let Amount::Known { value, label, .. } = &point.amount else { return None };
        let font = Role::Value.font();
        let lines = text::wrap(label, most, font, 2);
        let width = lines.iter().map(|line| text::width(line, font)).max()?;
        (point.time == time).then_some(Self { lines, width, value: *value })
    }

    /// Writes the label beside its figure, within the plot. Gives its place.
    pub fn draw(&self, group: &mut Group, plot: &Plot, x: i32, anchor: Anchor) -> Rect {
        let h = Role::Value.font().line() * i32::try_from(self.lines.len()).unwrap_or(0);
        let room = px(9);
        let y = (plot.y(self.value) - h / 2).min(plot.bottom + room - h).max(plot.top - room);
        group.lines(Role::Value, &self.lines, x, y, anchor);
        Rect { x: if anchor == Anchor::End { x - self.width } else { x }, y, w: self.width, h }
    }
}

/// Whether a line or a dot comes into `rect`.
pub(super) fn crosses(item: &Item, rect: Rect) -> bool {
    match item {
        Item::Line(_, points) => points.windows(2).any(|pair| match pair {
            [a, b] if a.0 < b.0 => {
                let (left, right) = (a.0.max(rect.x), b.0.min(rect.right()));
                let at = |x: i32| a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0);
                let (y0, y1) = (at(left), at(right));
                left <= right && y0.min(y1) <= rect.bottom() && y0.max(y1) >= rect.y
            }
            _ => false,
        }),
        Item::Dot(..) => item.bounds().overlaps(rect),
        _ => false,
    }
}
