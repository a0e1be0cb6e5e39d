//! One row of a bar chart: its name and its shapes.

use super::columns::{Columns, fits_beside, height, label_role};
use super::value::{Place, above, below, place_value, value_place};
use super::{Row, Shape, Tone};
use crate::axis::whisker;
use crate::scale::Scale;
use crate::scene::{Anchor, Group, Item, Rect};
use crate::theme::{DOT, NAME_GAP, QUARTERS, Role, TEXT_GAP, px};
use crate::{Amount, PlacedMark, text};

/// Places one row whose top is at `top`.
pub(super) fn place_row(row: &Row, columns: &Columns, scale: &Scale, top: i32) -> (Group, PlacedMark) {
    let mut group = Group::mark(&row.key);
    let notes = below(row, columns, scale);
    let lines_below = notes.iter().map(|note| note.line + 1).max().unwrap_or(0);
    let value_above = above(row, columns, scale);
    let over = height(Role::Value, value_above.len());
    let gap_below = if lines_below > 0 { px(1) } else { 0 };
    let under = height(Role::Value, lines_below) + gap_below;

    let (bar_top, bottom) = place_name(&mut group, row, columns, top, (over, under));
    let (from, to) = columns.bar;
    group.lines(Role::Value, &value_above, from, bar_top - over, Anchor::Start);
    let thick = Rect { x: from, y: bar_top, w: to - from, h: columns.thick };
    let bar = place_bar(&mut group, row, columns, scale, thick);
    place_value(&mut group, row, columns, scale, thick);
    for note in notes {
        let y = thick.bottom() + gap_below + height(note.role, note.line);
        group.lines(note.role, &[note.text], note.x, y, Anchor::Start);
    }
    let mark = PlacedMark {
        key: row.key.clone(),
        bar,
        row: Rect { x: 0, y: top, w: columns.width, h: bottom - top },
    };
    (group, mark)
}

/// Places a row's name. `over` and `under` are the heights of texts above and below the bar.
/// Gives the top of the bar and the bottom of the row.
fn place_name(
    group: &mut Group,
    row: &Row,
    columns: &Columns,
    top: i32,
    (over, under): (i32, i32),
) -> (i32, i32) {
    let role = label_role(row);
    let name = text::wrap(&row.label, columns.label, role.font(), 6);
    let sub = row.sub_label.as_deref().unwrap_or_default();
    let sub_font = Role::SubLabel.font();
    let sub_lines = text::wrap(sub, columns.label, sub_font, 3);
    if columns.narrow {
        let mut y = group.lines(role, &name, 0, top, Anchor::Start);
        if fits_beside(row, columns.width) && name.len() == 1 {
            let beside = y - role.font().line();
            group.lines(Role::SubLabel, &sub_lines, columns.width, beside, Anchor::End);
        } else {
            y = group.lines(Role::SubLabel, &sub_lines, 0, y, Anchor::Start);
        }
        let bar_top = y + over + NAME_GAP;
        return (bar_top, bar_top + columns.thick + under);
    }
    let tall = height(role, name.len()) + height(Role::SubLabel, sub_lines.len());
    let least = tall.max(columns.row);
    // The name is centred on the bar; the taller of the two decides the row's height.
    let half = columns.thick / 2;
    let middle = px((top + (least / 2).max(over + half) + 2) / QUARTERS);
    let y = group.lines(role, &name, 0, middle - tall / 2, Anchor::Start);
    let y = group.lines(Role::SubLabel, &sub_lines, 0, y, Anchor::Start);
    let bar_top = middle - half;
    let bottom = y.max(middle + least / 2);
    (bar_top, bottom.max(bar_top + columns.thick + under))
}

/// Draws track, bar, second part and interval inside `thick`, the whole band of the bar. Gives
/// the rectangle of the drawn parts.
fn place_bar(group: &mut Group, row: &Row, columns: &Columns, scale: &Scale, thick: Rect) -> Rect {
    let until = |x0: i32, x1: i32| Rect { x: x0, w: (x1 - x0).max(0), ..thick };
    let mut fill = |role: Role, rect: Rect| {
        if rect.w > 0 {
            group.items.push(Item::Rect(role, rect));
        }
    };
    let Amount::Known { value, interval, .. } = &row.amount else {
        return until(thick.x, thick.x);
    };
    let role = match row.tone {
        Tone::Main => Role::Covered,
        Tone::Comparison => Role::Comparison,
    };
    let (start, end) = (scale.at(columns.start), scale.at(columns.start + value));
    let mut bar = until(start, end);
    match (columns.shape, columns.track) {
        (Shape::Dots, _) => {
            place_interval(group, interval.as_ref(), columns, scale, thick);
            bar = place_dot(group, role, end, value_place(row, columns, scale), thick);
        }
        (Shape::Parts, _) => {
            fill(Role::Whole, until(thick.x, start));
            fill(Role::Whole, until(end, thick.right()));
        }
        (Shape::Bars, Some(track)) => fill(Role::NotCovered, until(end, scale.at(track))),
        (Shape::Bars, None) if end == thick.x => {
            let x = thick.x + QUARTERS / 2;
            group.items.push(Item::vertical(Role::Baseline, x, thick.y, thick.bottom()));
        }
        (Shape::Bars, None) => {}
    }
    if columns.shape != Shape::Dots {
        if bar.w > 0 {
            group.items.push(Item::Rect(role, bar));
        }
        place_interval(group, interval.as_ref(), columns, scale, thick);
    }
    if let Some(second) = &row.second {
        let rest = until(end, scale.at(value + second.value));
        if rest.w > 0 {
            group.items.push(Item::Rect(Role::Implied, rest));
            bar.w += rest.w;
        }
        let (low, high) = second.interval;
        let ends = (value + low, value + high);
        whisker(group, scale, ends, thick);
    }
    bar
}

/// Draws the interval of a figure, if it has one.
fn place_interval(
    group: &mut Group,
    interval: Option<&(f64, f64)>,
    columns: &Columns,
    scale: &Scale,
    thick: Rect,
) {
    if let Some((low, high)) = interval {
        whisker(group, scale, (columns.start + low, columns.start + high), thick);
    }
}

/// Draws a dot at `x` with a line from zero, which makes way for a value before the dot.
fn place_dot(group: &mut Group, role: Role, x: i32, value: Option<Place>, thick: Rect) -> Rect {
    let y = px(thick.middle() / QUARTERS) + QUARTERS / 2;
    let until = match value {
        Some(Place::Inside(end, w)) => end - w - TEXT_GAP,
        _ => x,
    };
    if until > thick.x {
        group.stroke(Role::Grid, &[(thick.x, y), (until, y)]);
    }
    group.items.push(Item::Dot(role, x, y, DOT));
    Rect { x: x - DOT, y: y - DOT, w: 2 * DOT, h: 2 * DOT }
}
