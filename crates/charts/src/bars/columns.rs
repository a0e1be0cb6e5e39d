//! The columns of a bar chart: names on the left, bars on the right.

use super::{Options, Row, Shape, Tone};
use crate::text;
use crate::theme::{
    BAR, BAR_DENSE, BAR_NARROW, COLUMN_GAP, DENSE_ROWS, DOT, LABEL_SHARE, LINE_GAP, NARROW, QUARTERS,
    ROW_GAP, ROW_GAP_DENSE, ROW_GAP_NARROW, Role, WORD_GAP, px,
};

/// The columns that all rows share, in scene units.
pub(super) struct Columns {
    pub width: i32,
    /// Width of the names' column; the whole width where names stand above the bars.
    pub label: i32,
    /// From where to where bars reach.
    pub bar: (i32, i32),
    /// Height of a bar.
    pub thick: i32,
    /// Space between rows.
    pub gap: i32,
    pub narrow: bool,
    /// Rows are at least this high.
    pub row: i32,
    /// Whether any row has a second part: then all values stand below the bars.
    pub two_parts: bool,
    /// The x of reference lines, sorted.
    pub lines: Vec<i32>,
    /// What would be full, in the unit of the scale.
    pub track: Option<f64>,
    /// What stands for a figure.
    pub shape: Shape,
    /// Where the bar of the row starts that is placed next, in the unit of the scale.
    pub start: f64,
}

impl Columns {
    pub fn new(options: &Options, width: i32) -> Self {
        let narrow = options.frame.width < NARROW;
        let dense = options.rows.len() > DENSE_ROWS;
        let mut label = width;
        if !narrow {
            let widest = |row: &Row| {
                let sub = row.sub_label.as_deref().unwrap_or_default();
                text::width(&row.label, label_role(row).font()).max(text::width(sub, Role::SubLabel.font()))
            };
            label = options.rows.iter().map(widest).max().unwrap_or(0);
            label = label.min(width / 100 * LABEL_SHARE);
        }
        let from = if narrow { 0 } else { px((label + COLUMN_GAP) / QUARTERS) };
        Self {
            width,
            label,
            bar: if options.shape == Shape::Dots { (from + DOT, width - DOT) } else { (from, width) },
            thick: if narrow {
                BAR_NARROW
            } else if dense {
                BAR_DENSE
            } else {
                BAR
            },
            gap: if narrow {
                ROW_GAP_NARROW
            } else if dense {
                ROW_GAP_DENSE
            } else {
                ROW_GAP
            },
            narrow,
            row: if options.rows.iter().any(|row| row.sub_label.is_some()) {
                height(Role::Label, 1) + height(Role::SubLabel, 1)
            } else {
                0
            },
            two_parts: options.rows.iter().any(|row| row.second.is_some()),
            lines: Vec::new(),
            track: options.track,
            shape: options.shape,
            start: 0.0,
        }
    }

    /// Whether a text from `x0` to `x1` keeps clear of every reference line.
    pub fn clear(&self, x0: i32, x1: i32) -> bool {
        !self.lines.iter().any(|line| x0 - LINE_GAP < *line && *line < x1 + LINE_GAP)
    }
}

pub(super) fn label_role(row: &Row) -> Role {
    match row.tone {
        Tone::Main => Role::Label,
        Tone::Comparison => Role::LabelStrong,
    }
}

/// Whether a row's second line fits at the end of its name in a chart of `width`.
pub(super) fn fits_beside(row: &Row, width: i32) -> bool {
    let sub = row.sub_label.as_deref().unwrap_or_default();
    let used = text::width(&row.label, label_role(row).font());
    used + WORD_GAP + text::width(sub, Role::SubLabel.font()) <= width
}

/// Height of `count` lines of `role`.
pub(super) fn height(role: Role, count: usize) -> i32 {
    role.font().line() * i32::try_from(count).unwrap_or(0)
}
