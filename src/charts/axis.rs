//! What a scale shows of itself: ticks with grid lines, and reference values with their names.

use super::scale::Scale;
use super::scene::{Anchor, Group, Item, Rect};
use super::text;
use super::theme::{LINE_GAP, QUARTERS, Role, TEXT_GAP, WORD_GAP, px};

/// A round value of the scale and its name. [`super::scale::ticks`] proposes values.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where the tick stands, in the unit of the scale.
    pub value: f64,
    /// The value as the reader sees it.
    pub label: String,
}

/// A value that the others are compared with, drawn as a line with its name on top.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Where the line stands, in the unit of the scale.
    pub value: f64,
    /// What it is, such as `Sumatera Selatan 31,33%`.
    pub label: String,
}

/// The x position of a sharp vertical line at `value`: the middle of a pixel, inside `width`.
pub(super) fn line_x(scale: &Scale, value: f64, width: i32) -> i32 {
    let last = width / QUARTERS - 1;
    let pixel = (scale.at(value) / QUARTERS).clamp(0, last.max(0));
    px(pixel) + QUARTERS / 2
}

/// A reference with its place: the line's x and the rectangle of its name.
pub(super) struct Placed {
    pub x: i32,
    lines: Vec<String>,
    label: Rect,
    anchor: Anchor,
}

/// Places the names of references above the plot, in as many lanes as keep them apart. Gives the
/// height that they take.
pub(super) fn place_references(
    references: &[Reference],
    scale: &Scale,
    width: i32,
) -> (Vec<Placed>, i32) {
    let font = Role::ReferenceLabel.font();
    let mut placed: Vec<Placed> = Vec::new();
    let mut top = 0;
    for reference in references {
        let x = line_x(scale, reference.value, width);
        let lines = text::wrap(&reference.label, width, font, 3);
        let w = lines
            .iter()
            .map(|line| text::width(line, font))
            .max()
            .unwrap_or(0);
        let h = font.line() * i32::try_from(lines.len()).unwrap_or(0);
        let (left, anchor) = beside(x, w, width);
        let mut label = Rect {
            x: left,
            y: -h,
            w,
            h,
        };
        // Lift the name above every name that it would touch.
        while let Some(other) = placed.iter().find(|other| {
            let wide = Rect {
                x: other.label.x - WORD_GAP,
                w: other.label.w + 2 * WORD_GAP,
                ..other.label
            };
            wide.overlaps(label)
        }) {
            label.y = other.label.y - h;
        }
        top = top.min(label.y);
        placed.push(Placed {
            x,
            lines,
            label,
            anchor,
        });
    }
    for one in &mut placed {
        one.label.y -= top;
    }
    (placed, -top)
}

/// Where a name of width `w` stands beside a line at `x`: right of it, else left of it, else
/// wherever there is room.
fn beside(x: i32, w: i32, width: i32) -> (i32, Anchor) {
    let gap = LINE_GAP + QUARTERS;
    if x + gap + w <= width {
        (x + gap, Anchor::Start)
    } else if x - gap - w >= 0 {
        (x - gap - w, Anchor::End)
    } else {
        ((width - w).max(0), Anchor::Start)
    }
}

/// Draws the references down to `bottom`. A line leaves out every text that it would cross, of its
/// own names and of `groups`.
pub(super) fn draw_references(placed: &[Placed], bottom: i32, groups: &[Group]) -> Group {
    let mut group = Group::frame();
    for one in placed {
        let x = match one.anchor {
            Anchor::End => one.label.right(),
            _ => one.label.x,
        };
        group.lines(Role::ReferenceLabel, &one.lines, x, one.label.y, one.anchor);
    }
    let texts: Vec<Rect> = groups
        .iter()
        .chain([&group])
        .flat_map(|group| &group.items)
        .filter(|item| matches!(item, Item::Text { .. }))
        .map(Item::bounds)
        .collect();
    let mut lines = Vec::new();
    for one in placed {
        interrupted(one.x, one.label.y, bottom, &texts, &mut |y0, y1| {
            lines.push(Item::vertical(Role::Reference, one.x, y0, y1));
        });
    }
    lines.append(&mut group.items);
    group.items = lines;
    group
}

/// Calls `draw` with the parts of a vertical line that cross none of `texts`.
fn interrupted(x: i32, top: i32, bottom: i32, texts: &[Rect], draw: &mut dyn FnMut(i32, i32)) {
    let mut holes: Vec<(i32, i32)> = texts
        .iter()
        .filter(|text| text.x - LINE_GAP < x && x < text.right() + LINE_GAP)
        .map(|text| (text.y - QUARTERS, text.bottom() + QUARTERS))
        .collect();
    holes.sort_unstable();
    let mut y = top;
    for (start, end) in holes.into_iter().chain([(bottom, bottom)]) {
        // A stub shorter than this reads as dirt, not as a line.
        if start.min(bottom) - y >= px(5) {
            draw(y, start.min(bottom));
        }
        y = y.max(end);
    }
}

/// Draws grid lines from `top` to `bottom` and the ticks' names below them, without those that
/// would touch the one before. Gives the lines (to go behind the marks), the names (to go in
/// front) and the bottom of the names.
pub(super) fn draw_ticks(
    ticks: &[Tick],
    scale: &Scale,
    width: i32,
    (top, bottom): (i32, i32),
) -> (Group, Group, i32) {
    let (mut lines, mut names) = (Group::frame(), Group::frame());
    let font = Role::TickLabel.font();
    let mut free = i32::MIN;
    let mut end = bottom;
    for tick in ticks {
        if !(0.0..=scale.max()).contains(&tick.value) {
            continue;
        }
        let x = line_x(scale, tick.value, width);
        lines.items.push(Item::vertical(Role::Grid, x, top, bottom));
        let w = text::width(&tick.label, font);
        let left = (x - w / 2).min(width - w).max(0);
        if left >= free && left + w <= width {
            let line = [tick.label.clone()];
            let y = bottom + TEXT_GAP;
            end = names.lines(Role::TickLabel, &line, left + w / 2, y, Anchor::Middle);
            free = left + w + WORD_GAP;
        }
    }
    (lines, names, end)
}
