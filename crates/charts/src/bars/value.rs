//! Where the value of a row stands.

use super::columns::Columns;
use super::{Row, Shape};
use crate::scale::Scale;
use crate::scene::{Anchor, Group, Item, Rect};
use crate::theme::{DOT, LINE_GAP, QUARTERS, Role, TEXT_GAP, WORD_GAP};
use crate::{Amount, text};

/// A line of text that waits for its place in a row.
pub(super) struct Note {
    pub role: Role,
    pub x: i32,
    pub text: String,
    /// Which line above or below the bar it is on, from zero.
    pub line: usize,
}

/// Where the value of a row stands.
pub(super) enum Place {
    /// On the bar's height, from this x on.
    Behind(i32),
    /// On the bar's height, up to this x; how wide it is.
    Inside(i32, i32),
    /// Above the bar.
    Above,
}

/// Where the value of a row stands; `None` where it stands below the bar or is missing.
pub(super) fn value_place(row: &Row, columns: &Columns, scale: &Scale) -> Option<Place> {
    let Amount::Known { value, label, interval } = &row.amount else {
        return None;
    };
    if columns.two_parts {
        return None;
    }
    let (from, to) = columns.bar;
    let w = text::width(label, Role::Value.font());
    let (start, end) = (scale.at(columns.start), scale.at(columns.start + value));
    let (low, high) = interval
        .map_or((end, end), |(low, high)| (scale.at(columns.start + low), scale.at(columns.start + high)));
    let gap = if columns.shape == Shape::Dots { DOT + TEXT_GAP } else { TEXT_GAP };
    let behind = end.max(high) + gap;
    let inside = end.min(low) - gap;
    let from = start.max(from);
    let fits_inside = inside - w - TEXT_GAP >= from;
    if behind + w <= to && columns.clear(behind, behind + w) {
        return Some(Place::Behind(behind));
    }
    if fits_inside && columns.clear(inside - w, inside) {
        return Some(Place::Inside(inside, w));
    }
    // A bar that ends close behind one: stay before the line.
    let mut before = inside;
    for line in columns.lines.iter().rev() {
        if before - w - LINE_GAP < *line && *line < before + LINE_GAP {
            before = line - TEXT_GAP;
        }
    }
    // A dot keeps its value at its side; the line makes way.
    Some(if columns.shape != Shape::Dots && before - w - TEXT_GAP >= from {
        Place::Inside(before, w)
    } else if behind + w <= to {
        // A short bar close before a line: the line makes way.
        Place::Behind(behind)
    } else if fits_inside {
        Place::Inside(inside, w)
    } else if start - TEXT_GAP - w >= columns.bar.0 {
        // The last part of a whole: before it.
        Place::Behind(start - TEXT_GAP - w)
    } else {
        Place::Above
    })
}

/// The lines of a value that stands above its bar.
pub(super) fn above(row: &Row, columns: &Columns, scale: &Scale) -> Vec<String> {
    match (value_place(row, columns, scale), &row.amount) {
        (Some(Place::Above), Amount::Known { label, .. }) => {
            let (from, to) = columns.bar;
            text::wrap(label, to - from, Role::Value.font(), 3)
        }
        _ => Vec::new(),
    }
}

/// Draws a value behind or inside its bar, or the words for a missing one.
pub(super) fn place_value(group: &mut Group, row: &Row, columns: &Columns, scale: &Scale, thick: Rect) {
    // On a low bar a comma would touch its edge.
    let raise = if columns.narrow && columns.shape != Shape::Dots { QUARTERS } else { 0 };
    let mut put = |role: Role, x: i32, anchor: Anchor, text: &String| {
        group.items.push(Item::Text {
            role,
            x,
            y: role.font().centred(thick.middle()) - raise,
            anchor,
            text: text.clone(),
        });
    };
    match &row.amount {
        Amount::Known { label, .. } => match value_place(row, columns, scale) {
            Some(Place::Behind(x)) => put(Role::Value, x, Anchor::Start, label),
            Some(Place::Inside(x, _)) if columns.shape == Shape::Dots => {
                put(Role::Value, x, Anchor::End, label);
            }
            Some(Place::Inside(x, _)) => put(Role::ValueInside, x, Anchor::End, label),
            _ => {}
        },
        Amount::Missing { label } => {
            let (from, to) = columns.bar;
            let font = Role::Missing.font();
            if let Some(line) = text::wrap(label, to - from, font, 1).first() {
                put(Role::Missing, from, Anchor::Start, line);
            }
        }
    }
}

/// In a chart with second parts: the values below the bar, each under the start of its part
/// where that leaves them apart.
pub(super) fn below(row: &Row, columns: &Columns, scale: &Scale) -> Vec<Note> {
    let (from, to) = columns.bar;
    let mut notes = Vec::new();
    let Amount::Known { value, label, .. } = &row.amount else {
        return notes;
    };
    if !columns.two_parts {
        return notes;
    }
    let mut push = |role: Role, x: i32, label: &str, first_line: usize| {
        let lines = text::wrap(label, to - x, role.font(), 3);
        for (index, text) in lines.into_iter().enumerate() {
            notes.push(Note { role, x, text, line: first_line + index });
        }
        notes.len()
    };
    let used = push(Role::Value, from, label, 0);
    if let Some(second) = &row.second {
        let w = text::width(&second.label, Role::ValueImplied.font());
        let free = from + text::width(label, Role::Value.font()) + WORD_GAP;
        let x = scale.at(*value).max(free).min(to - w);
        if used == 1 && x >= free {
            push(Role::ValueImplied, x, &second.label, 0);
        } else {
            push(Role::ValueImplied, from, &second.label, used);
        }
    }
    notes
}
