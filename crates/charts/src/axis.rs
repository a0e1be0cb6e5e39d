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

/// Inserts `item` behind those of `sorted` that come `before` it. The standard sorts cost 4 KB of
/// WebAssembly a type; these lists are short.
pub(super) fn insert<T>(sorted: &mut Vec<T>, item: T, before: impl Fn(&T) -> bool) {
    let at = sorted.iter().take_while(|other| before(other)).count();
    sorted.insert(at, item);
}

/// A reference with its place: the line's x and the rectangle of its name.
pub(super) struct Placed {
    pub x: i32,
    lines: Vec<String>,
    label: Rect,
    anchor: Anchor,
}

/// Places the names of references above the plot: each beside its line on the side that has room,
/// in as many lanes as keep them apart. Gives the height that they take.
pub(super) fn place_references(references: &[Reference], scale: &Scale, width: i32) -> (Vec<Placed>, i32) {
    let font = Role::ReferenceLabel.font();
    let mut placed: Vec<Placed> = Vec::new();
    let mut top = 0;
    // From right to left: the rightmost has least choice.
    let mut order: Vec<&Reference> = Vec::with_capacity(references.len());
    for reference in references {
        insert(&mut order, reference, |other| other.value >= reference.value);
    }
    for reference in order {
        let x = line_x(scale, reference.value, width);
        let lines = text::wrap(&reference.label, width, font, 3);
        let widths = lines.iter().map(|line| text::width(line, font));
        let w = widths.max().unwrap_or(0);
        let h = font.line() * i32::try_from(lines.len()).unwrap_or(0);
        let sides = sides(x, w, width);
        let at = |left: i32, y: i32| Rect { x: left, y, w, h };
        let free = |side: &&(i32, Anchor)| touched(&placed, at(side.0, -h)).is_none();
        let chosen = sides.iter().find(free).or(sides.first());
        let (left, anchor) = chosen.copied().unwrap_or((0, Anchor::Start));
        let mut label = at(left, -h);
        while let Some(other) = touched(&placed, label) {
            label.y = other.y - h;
        }
        top = top.min(label.y);
        placed.push(Placed { x, lines, label, anchor });
    }
    for one in &mut placed {
        one.label.y -= top;
    }
    (placed, -top)
}

/// A placed name that `label` would touch.
fn touched(placed: &[Placed], label: Rect) -> Option<Rect> {
    let wide = Rect { x: label.x - WORD_GAP, w: label.w + 2 * WORD_GAP, ..label };
    let names = placed.iter().map(|other| other.label);
    names.into_iter().find(|other| wide.overlaps(*other))
}

/// Where a name of width `w` may stand beside a line at `x`: right of it, left of it; wherever
/// there is room if neither side has any.
fn sides(x: i32, w: i32, width: i32) -> Vec<(i32, Anchor)> {
    let gap = LINE_GAP + QUARTERS;
    let mut sides = Vec::with_capacity(2);
    if x + gap + w <= width {
        sides.push((x + gap, Anchor::Start));
    }
    if x - gap - w >= 0 {
        sides.push((x - gap - w, Anchor::End));
    }
    if sides.is_empty() {
        sides.push(((width - w).max(0), Anchor::Start));
    }
    sides
}

/// Draws the references over the `spans` of y. A line leaves out every text that it would cross,
/// of its own names and of `groups`.
pub(super) fn draw_references(placed: &[Placed], spans: &[(i32, i32)], groups: &[Group]) -> Group {
    let mut group = Group::frame();
    for one in placed {
        let x = match one.anchor {
            Anchor::End => one.label.right(),
            _ => one.label.x,
        };
        group.lines(Role::ReferenceLabel, &one.lines, x, one.label.y, one.anchor);
    }
    let texts = texts_of(groups.iter().chain([&group]));
    let mut lines = Group::frame();
    for one in placed {
        for (top, bottom) in spans {
            let top = (*top).max(one.label.y);
            interrupted(one.x, top, *bottom, &texts, &mut |y0, y1| {
                lines.edged(Role::Reference, vec![(one.x, y0), (one.x, y1)]);
            });
        }
    }
    lines.items.append(&mut group.items);
    lines
}

/// Where the texts of `groups` are.
pub(super) fn texts_of<'g>(groups: impl IntoIterator<Item = &'g Group>) -> Vec<Rect> {
    let items = groups.into_iter().flat_map(|group| &group.items);
    items.filter(|item| matches!(item, Item::Text { .. })).map(Item::bounds).collect()
}

/// Calls `draw` with the parts of a vertical line that cross none of `texts`.
fn interrupted(x: i32, top: i32, bottom: i32, texts: &[Rect], draw: &mut dyn FnMut(i32, i32)) {
    let crossed = texts.iter().filter(|text| text.x - LINE_GAP < x && x < text.right() + LINE_GAP);
    let holes = crossed.map(|text| (text.y - QUARTERS, text.bottom() + QUARTERS));
    parts((top, bottom), &mut holes.into_iter(), draw);
}

/// Draws a horizontal line in the parts that cross none of `texts`.
pub(super) fn level(group: &mut Group, role: Role, y: i32, (from, to): (i32, i32), texts: &[Rect]) {
    let crossed = texts.iter().filter(|text| text.y <= y && y <= text.bottom());
    let holes = crossed.map(|text| (text.x - LINE_GAP, text.right() + LINE_GAP));
    parts((from, to), &mut holes.into_iter(), &mut |x0, x1| group.stroke(role, &[(x0, y), (x1, y)]));
}

/// Calls `draw` with what `holes` leave from one end to the other.
fn parts(
    (from, to): (i32, i32),
    holes: &mut dyn Iterator<Item = (i32, i32)>,
    draw: &mut dyn FnMut(i32, i32),
) {
    let mut sorted: Vec<(i32, i32)> = Vec::new();
    for hole in holes {
        insert(&mut sorted, hole, |other| *other <= hole);
    }
    let mut at = from;
    for (start, end) in sorted.into_iter().chain([(to, to)]) {
        // A stub shorter than this reads as dirt, not as a line.
        if start.min(to) - at >= px(8) {
            draw(at, start.min(to));
        }
        at = at.max(end);
    }
}

/// Draws grid lines from `top` to `bottom` and the ticks' names below them, without those that
/// would touch the one before. A line leaves out the `texts` that it would cross. Gives the lines (to
/// go behind the marks), the names (to go in front) and the bottom of the names.
pub(super) fn draw_ticks(
    ticks: &[Tick],
    scale: &Scale,
    width: i32,
    (top, bottom): (i32, i32),
    texts: &[Rect],
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
        interrupted(x, top, bottom, texts, &mut |y0, y1| {
            lines.items.push(Item::vertical(Role::Grid, x, y0, y1));
        });
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

/// Draws an interval on the bar `band`: a line along its middle with a cap at each end; one cap where
/// the ends are too close to tell apart.
pub(super) fn whisker(group: &mut Group, scale: &Scale, (low, high): (f64, f64), band: Rect) {
    let edge = band.right() - QUARTERS / 2;
    let (low, high) = (scale.at(low).min(edge), scale.at(high).min(edge));
    let (y0, y1) = (band.y + band.h / 4, band.bottom() - band.h / 4);
    if high - low < px(3) {
        let x = i32::midpoint(low, high);
        return group.edged(Role::Interval, vec![(x, y0), (x, y1)]);
    }
    let y = band.middle();
    let points = vec![(low, y0), (low, y1), (low, y), (high, y), (high, y0), (high, y1)];
    group.edged(Role::Interval, points);
}
