//! Horizontal bars: one row a group, labelled directly.
//!
//! The same rows are drawn as dots, or as the parts of a whole that follow one another ([`Shape`]).
//!
//! At [`NARROW`] pixels and more, names stand in a column on the left; below, each name
//! stands above its bar. A value stands behind the end of its bar, or inside the end where there
//! is no room behind it or a reference line is in the way, or above the bar where it fits in
//! neither place. In a chart with second parts the values stand below the bars, each under its
//! part. Rows are drawn in the order given.

mod columns;
mod row;
mod value;

use super::axis::{Placed, Reference, Tick, draw_references, draw_ticks, insert, place_references, texts_of};
use super::scale::{self, Scale};
use super::scene::{Group, Scene};
use super::theme::{MAX_WIDTH, MIN_WIDTH, NARROW, TEXT_GAP, px, whole_px};
use super::{Amount, Chart, ChartError, Frame, checked, checked_interval};
use columns::Columns;
use row::place_row;

/// What to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Name, description, width.
    pub frame: Frame,
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
    /// Lines across all rows.
    pub references: Vec<Reference>,
    /// Grid lines with names below the rows; values beyond the scale are left out.
    pub ticks: Vec<Tick>,
    /// The scale reaches at least this value (100 for rates); it always holds every value.
    pub at_least: Option<f64>,
    /// A pale bar from zero to this value behind each row: what would be full.
    pub track: Option<f64>,
    /// What stands for a figure.
    pub shape: Shape,
}

/// What stands for a row's figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A bar from zero.
    #[default]
    Bars,
    /// A dot, with a thin line from zero.
    Dots,
    /// A bar that starts where the one before ended, with the whole behind it. The figures must be
    /// the parts of one whole.
    Parts,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Identifies the mark.
    pub key: String,
    /// The name.
    pub label: String,
    /// A second, quieter line of the name.
    pub sub_label: Option<String>,
    /// The figure.
    pub amount: Amount,
    /// What the row is among the others.
    pub tone: Tone,
    /// What was computed to follow on the figure.
    pub second: Option<Second>,
}

impl Row {
    /// A row like the others, without a second line and a second part.
    #[must_use]
    pub fn new(key: &str, label: String, amount: Amount) -> Self {
        Self { key: key.to_owned(), label, sub_label: None, amount, tone: Tone::Main, second: None }
    }
}

/// What a row is among the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// One of the rows.
    #[default]
    Main,
    /// A row that the others are compared with, such as the total.
    Comparison,
}

/// A computed part that follows on a row's figure, drawn hatched, with the interval of its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Second {
    /// The best estimate, in the unit of the scale.
    pub value: f64,
    /// Its lowest and highest possible value.
    pub interval: (f64, f64),
    /// The figure as the reader sees it.
    pub label: String,
}

/// Draws bars.
///
/// # Errors
/// [`ChartError`] where there is no row, or a value is negative or not finite.
pub fn draw(options: &Options) -> Result<Chart, ChartError> {
    layout(options)?.draw(&options.frame)
}

/// Lays bars out.
///
/// # Errors
/// As [`draw`].
pub fn layout(options: &Options) -> Result<Scene, ChartError> {
    let width = px(i32::try_from(options.frame.width.clamp(MIN_WIDTH, MAX_WIDTH)).unwrap_or(0));
    let max = validated_domain(options)?;
    let mut columns = Columns::new(options, width);
    let scale = Scale::new(max, columns.bar.0, columns.bar.1)?;
    let (references, top) = place_references(&options.references, &scale, width);
    for one in &references {
        insert(&mut columns.lines, one.x, |other| *other <= one.x);
    }
    let under = if columns.narrow { px(4) } else { TEXT_GAP };
    let top = if references.is_empty() { 0 } else { top + under };

    let mut scene = Scene { width, ..Scene::default() };
    let mut rows = Vec::new();
    let mut y = top;
    for (index, row) in options.rows.iter().enumerate() {
        if index > 0 {
            y += columns.gap;
        }
        let (group, mark) = place_row(row, &columns, &scale, y);
        y = mark.row.bottom();
        if let (Shape::Parts, Amount::Known { value, .. }) = (options.shape, &row.amount) {
            columns.start += value;
        }
        scene.marks.push(mark);
        rows.push(group);
    }
    finish(scene, rows, &references, options, &scale, (top, y))
}

/// Puts grid, rows, references and tick names together.
fn finish(
    mut scene: Scene,
    rows: Vec<Group>,
    references: &[Placed],
    options: &Options,
    scale: &Scale,
    (top, bottom): (i32, i32),
) -> Result<Scene, ChartError> {
    let below = bottom + TEXT_GAP;
    let narrow = options.frame.width < NARROW;
    let texts = texts_of(&rows);
    let (grid, names, end) = draw_ticks(&options.ticks, scale, scene.width, (top, below), &texts);
    let spans: Vec<(i32, i32)> = if narrow {
        // Names cross the whole width: the lines keep to the bars.
        let bars = scene.marks.iter().map(|mark| mark.bar);
        let over = bars.map(|bar| (bar.y - px(3), (bar.bottom() + px(3)).min(bottom)));
        std::iter::once((0, top)).chain(over).collect()
    } else {
        vec![(0, bottom)]
    };
    let lines = draw_references(references, &spans, &rows);
    let end = if options.ticks.is_empty() { bottom } else { end };
    // A figure on a low bar may reach below it.
    let end = texts.iter().map(|text| text.bottom()).fold(end, i32::max);
    scene.height = whole_px(end);
    scene.groups.push(grid);
    if options.shape == Shape::Dots {
        // A dot lies on the lines, a bar below them.
        scene.groups.push(lines);
        scene.groups.extend(rows);
    } else {
        scene.groups.extend(rows);
        scene.groups.push(lines);
    }
    scene.groups.push(names);
    Ok(scene)
}

/// Checks every value; gives the end of the scale.
fn validated_domain(options: &Options) -> Result<f64, ChartError> {
    if options.rows.is_empty() {
        return Err(ChartError::Empty);
    }
    let mut values = Vec::new();
    let mut whole = 0.0;
    for row in &options.rows {
        let Amount::Known { value, interval, .. } = &row.amount else {
            continue;
        };
        values.push(checked(&row.key, *value)?);
        whole += value;
        if let Some(interval) = interval {
            values.push(checked_interval(&row.key, *interval)?.1);
        }
        if let Some(second) = &row.second {
            let high = checked_interval(&row.key, second.interval)?.1;
            values.push(value + checked(&row.key, second.value)?.max(high));
        }
    }
    for reference in &options.references {
        values.push(checked(&reference.label, reference.value)?);
    }
    if let Some(track) = options.track {
        values.push(checked("track", track)?);
    }
    if options.shape == Shape::Parts {
        values.push(whole);
    }
    scale::domain(options.at_least, values)
}
