//! Labels of a plot: the first figure on the left, the last one on the right.

use super::{Plot, Point};
use crate::scene::{Anchor, Group, Item, Rect};
use crate::theme::{LINE_GAP, Role, px};
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

/// Whether a shape comes into `rect`; a text is none.
pub(super) fn crosses(item: &Item, rect: Rect) -> bool {
    match item {
        Item::Line(_, points) => points.windows(2).any(|pair| match pair {
            [a, b] => enters(*a.min(b), *a.max(b), rect),
            _ => false,
        }),
        Item::Dot(..) | Item::Rect(..) | Item::Dots { .. } => item.bounds().overlaps(rect),
        Item::Text { .. } => false,
    }
}

/// Whether the line from `a` on the left to `b` comes into `rect`.
fn enters(a: (i32, i32), b: (i32, i32), rect: Rect) -> bool {
    let (left, right) = (a.0.max(rect.x), b.0.min(rect.right()));
    if left > right {
        return false;
    }
    // Long thin lines overflow 32 bits.
    let (wide, high) = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
    let at = |x: i32, vertical: i32| match wide {
        0 => vertical,
        _ => a.1 + i32::try_from(high * i64::from(x - a.0) / wide).unwrap_or(0),
    };
    let (y0, y1) = (at(left, a.1), at(right, b.1));
    y0.min(y1) <= rect.bottom() && y0.max(y1) >= rect.y
}

/// A label that waits for a place.
pub(super) struct Waiting {
    role: Role,
    lines: Vec<String>,
    /// The width of its widest line, and the height of all.
    size: (i32, i32),
}

impl Waiting {
    /// A label of at most `most` units and so many lines; `None` where it would be cut, or is blank.
    pub fn new(role: Role, label: &str, most: i32, lines: usize) -> Option<Self> {
        let font = role.font();
        let lines = text::wrap(label, most, font, lines);
        let w = lines.iter().map(|line| text::width(line, font)).max()?;
        let h = font.line() * i32::try_from(lines.len()).ok()?;
        (!lines.last()?.ends_with('…')).then_some(Self { role, lines, size: (w, h) })
    }

    /// The middle of the label as near to `x` as the `width` of the drawing allows.
    pub fn centred(&self, x: i32, width: i32) -> i32 {
        let half = self.size.0 / 2 + 2;
        x.min(width - half).max(half)
    }

    /// Its height.
    pub fn height(&self) -> i32 {
        self.size.1
    }

    /// Writes the label in the first of the places that touches nothing; a place is the end that is
    /// anchored, and the top. Where there is none, it is left out, and the answer is no.
    pub fn write(&self, group: &mut Group, room: &mut Room<'_>, places: &[(Anchor, i32, i32)]) -> bool {
        let (w, h) = self.size;
        for (anchor, x, y) in places {
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - w / 2 - 2,
                Anchor::End => x - w,
            };
            let rect = Rect { x: left, y: *y, w: w + if *anchor == Anchor::Middle { 4 } else { 0 }, h };
            if room.is_free(rect) {
                group.lines(self.role, &self.lines, *x, *y, *anchor);
                room.texts.push(rect);
                return true;
            }
        }
        false
    }
}

/// What labels must not touch.
pub(super) struct Room<'g> {
    /// Where labels may stand at all.
    pub inside: Rect,
    /// The shapes.
    pub groups: &'g [Group],
    /// The texts that have a place.
    pub texts: Vec<Rect>,
}

impl Room<'_> {
    fn is_free(&self, rect: Rect) -> bool {
        let wide = Rect { x: rect.x - LINE_GAP, w: rect.w + 2 * LINE_GAP, ..rect };
        let inside = self.inside;
        rect.x >= inside.x
            && rect.right() <= inside.right()
            && rect.y >= inside.y
            && rect.bottom() <= inside.bottom()
            && !self.texts.iter().any(|other| other.overlaps(wide))
            && !self.groups.iter().flat_map(|group| &group.items).any(|item| crosses(item, wide))
    }
}
