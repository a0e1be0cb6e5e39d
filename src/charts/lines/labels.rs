//! Labels beside a plot: figures on the left, names with figures on the right.

use super::{Options, Plot, Series};
use crate::charts::bars::Tone;
use crate::charts::scene::{Anchor, Group, Item, Rect};
use crate::charts::theme::{Role, px};
use crate::charts::{Amount, text};

/// What is written beside one end of a series.
pub(super) struct Block {
    lines: Vec<(Role, String)>,
    /// The width of its widest line.
    pub width: i32,
    /// The height of its lines.
    pub height: i32,
    /// The value that it belongs to.
    value: f64,
    /// Whether that is the figure of the first or the last time, so that the block stands beside it.
    beside: bool,
    x: i32,
    y: i32,
    anchor: Anchor,
}

impl Block {
    /// The block of a series at its first or its last figure, at most `most` wide; `None` where it
    /// has nothing to say there. The last figure of a series is named even if it is not the latest.
    pub fn new(series: &Series, options: &Options, last: bool, most: i32) -> Option<Self> {
        let known = |point: &&super::Point| matches!(point.amount, Amount::Known { .. });
        let mut points = series.points.iter();
        let point = if last { points.rfind(known)? } else { points.find(known)? };
        let Amount::Known { value, label, .. } = &point.amount else { return None };
        let is_latest = point.time + 1 == options.times.len();
        let mut lines = Vec::new();
        let mut add = |role: Role, text: &str, count: usize| {
            lines.extend(text::wrap(text, most, role.font(), count).into_iter().map(|line| (role, line)));
        };
        if last && options.series.len() > 1 {
            let role = if series.tone == Tone::Main { Role::LabelStrong } else { Role::Label };
            add(role, &series.label, 4);
        }
        let beside = if last { is_latest } else { point.time == 0 };
        if beside {
            add(Role::Value, label, 2);
        }
        if lines.is_empty() {
            return None;
        }
        let width = lines.iter().map(|(role, line)| text::width(line, role.font())).max().unwrap_or(0);
        let height = lines.iter().map(|(role, _)| role.font().line()).sum();
        Some(Self { lines, width, height, value: *value, beside, x: 0, y: 0, anchor: Anchor::Start })
    }

    /// Writes the block, and ties it to its figure where it had to move away.
    pub fn draw(&self, group: &mut Group, plot: &Plot, texts: &mut Vec<Rect>) {
        let from = plot.y(self.value);
        let to = self.y + self.height / 2;
        if self.beside && (from - to).abs() > px(6) {
            let away = if self.anchor == Anchor::End { px(1) } else { -px(1) };
            let points = [(self.x + 9 * away, from), (self.x + 5 * away, to), (self.x + 3 * away, to)];
            group.stroke(Role::Leader, &points);
        }
        let mut y = self.y;
        for (role, line) in &self.lines {
            y = group.lines(*role, std::slice::from_ref(line), self.x, y, self.anchor);
        }
        let x = if self.anchor == Anchor::End { self.x - self.width } else { self.x };
        texts.push(Rect { x, y: self.y, w: self.width, h: self.height });
    }
}

/// Places blocks in a column at `x`, each as near to its value as the others leave it room; the
/// plot is high enough for all of them.
pub(super) fn stack(blocks: &mut [Block], plot: &Plot, x: i32, anchor: Anchor) {
    crate::order::insertion_sort(blocks, &|a, b| a.value < b.value);
    let room = px(9);
    let mut free = plot.top - room;
    for block in blocks.iter_mut() {
        (block.x, block.anchor) = (x, anchor);
        block.y = (plot.y(block.value) - block.height / 2).max(free);
        free = block.y + block.height;
    }
    let mut free = plot.bottom + room;
    for block in blocks.iter_mut().rev() {
        block.y = block.y.min(free - block.height);
        free = block.y;
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
