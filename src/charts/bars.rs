//! Horizontal bars: one row a group, labelled directly.
//!
//! At [`NARROW`] pixels and more, names stand in a column on the left; below, each name
//! stands above its bar. A value stands behind the end of its bar, or inside the end where there
//! is no room behind it or a reference line is in the way, or above the bar where it fits in
//! neither place. In a chart with second parts the values stand below the bars, each under its
//! part. Rows are drawn in the order given.

use super::axis::{Placed, Reference, Tick, draw_references, draw_ticks, insert, place_references, whisker};
use super::scale::{self, Scale};
use super::scene::{Anchor, Group, Item, Rect, Scene};
use super::theme::{
    BAR, BAR_DENSE, BAR_NARROW, COLUMN_GAP, DENSE_ROWS, LABEL_SHARE, LINE_GAP, MAX_WIDTH, MIN_WIDTH, NARROW,
    QUARTERS, ROW_GAP, ROW_GAP_DENSE, ROW_GAP_NARROW, Role, TEXT_GAP, WORD_GAP, px, whole_px,
};
use super::{Amount, Chart, ChartError, Frame, PlacedMark, checked, checked_interval, text};

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
    let top = if references.is_empty() { 0 } else { top + TEXT_GAP };

    let mut scene = Scene { width, ..Scene::default() };
    let mut rows = Vec::new();
    let mut y = top;
    for (index, row) in options.rows.iter().enumerate() {
        if index > 0 {
            y += columns.gap;
        }
        let (group, mark) = place_row(row, options.track, &columns, &scale, y);
        y = mark.row.bottom();
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
    let (grid, names, end) = draw_ticks(&options.ticks, scale, scene.width, (top, below));
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
    scene.height = whole_px(end);
    scene.groups.push(grid);
    scene.groups.extend(rows);
    scene.groups.push(lines);
    scene.groups.push(names);
    Ok(scene)
}

/// Checks every value; gives the end of the scale.
fn validated_domain(options: &Options) -> Result<f64, ChartError> {
    if options.rows.is_empty() {
        return Err(ChartError::Empty);
    }
    let mut values = Vec::new();
    for row in &options.rows {
        let Amount::Known { value, interval, .. } = &row.amount else {
            continue;
        };
        values.push(checked(&row.key, *value)?);
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
    scale::domain(options.at_least, values)
}

/// The columns that all rows share, in scene units.
struct Columns {
    width: i32,
    /// Width of the names' column; the whole width where names stand above the bars.
    label: i32,
    /// From where to where bars reach.
    bar: (i32, i32),
    /// Height of a bar.
    thick: i32,
    /// Space between rows.
    gap: i32,
    narrow: bool,
    /// Whether the second lines of names stand at the end of the first: all or none.
    sub_beside: bool,
    /// Rows are at least this high.
    row: i32,
    /// Whether any row has a second part: then all values stand below the bars.
    two_parts: bool,
    /// The x of reference lines, sorted.
    lines: Vec<i32>,
}

impl Columns {
    fn new(options: &Options, width: i32) -> Self {
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
            bar: (from, width),
            thick: if dense {
                BAR_DENSE
            } else if narrow {
                BAR_NARROW
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
            sub_beside: narrow && options.rows.iter().all(|row| fits_beside(row, width)),
            row: if options.rows.iter().any(|row| row.sub_label.is_some()) {
                height(Role::Label, 1) + height(Role::SubLabel, 1)
            } else {
                0
            },
            two_parts: options.rows.iter().any(|row| row.second.is_some()),
            lines: Vec::new(),
        }
    }

    /// Whether a text from `x0` to `x1` keeps clear of every reference line.
    fn clear(&self, x0: i32, x1: i32) -> bool {
        !self.lines.iter().any(|line| x0 - LINE_GAP < *line && *line < x1 + LINE_GAP)
    }
}

fn label_role(row: &Row) -> Role {
    match row.tone {
        Tone::Main => Role::Label,
        Tone::Comparison => Role::LabelStrong,
    }
}

/// Whether a row's second line fits at the end of its name in a chart of `width`.
fn fits_beside(row: &Row, width: i32) -> bool {
    let sub = row.sub_label.as_deref().unwrap_or_default();
    let used = text::width(&row.label, label_role(row).font());
    used + WORD_GAP + text::width(sub, Role::SubLabel.font()) <= width
}

/// Height of `count` lines of `role`.
fn height(role: Role, count: usize) -> i32 {
    role.font().line() * i32::try_from(count).unwrap_or(0)
}

/// A line of text that waits for its place in a row.
struct Note {
    role: Role,
    x: i32,
    text: String,
    /// Which line above or below the bar it is on, from zero.
    line: usize,
}

/// Where the value of a row stands.
enum Place {
    /// On the bar's height, from this x on.
    Behind(i32),
    /// On the bar's height, up to this x.
    Inside(i32),
    /// Above the bar.
    Above,
}

/// Places one row whose top is at `top`.
fn place_row(
    row: &Row,
    track: Option<f64>,
    columns: &Columns,
    scale: &Scale,
    top: i32,
) -> (Group, PlacedMark) {
    let mut group = Group::mark(&row.key);
    let notes = below(row, columns, scale);
    let lines_below = notes.iter().map(|note| note.line + 1).max().unwrap_or(0);
    let value_above = above(row, columns, scale);
    let over = height(Role::Value, value_above.len());
    let gap_below = if lines_below > 0 { px(3) } else { 0 };
    let under = height(Role::Value, lines_below) + gap_below;

    let (bar_top, bottom) = place_name(&mut group, row, columns, top, (over, under));
    let (from, to) = columns.bar;
    group.lines(Role::Value, &value_above, from, bar_top - over, Anchor::Start);
    let thick = Rect { x: from, y: bar_top, w: to - from, h: columns.thick };
    let bar = place_bar(&mut group, row, track, scale, thick);
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
        if columns.sub_beside && !name.is_empty() {
            let beside = y - role.font().line();
            group.lines(Role::SubLabel, &sub_lines, columns.width, beside, Anchor::End);
        } else {
            y = group.lines(Role::SubLabel, &sub_lines, 0, y, Anchor::Start);
        }
        let bar_top = y + over + px(4);
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
fn place_bar(group: &mut Group, row: &Row, track: Option<f64>, scale: &Scale, thick: Rect) -> Rect {
    let until = |x0: i32, x1: i32| Rect { x: x0, w: (x1 - x0).max(0), ..thick };
    let Amount::Known { value, interval, .. } = &row.amount else {
        return until(thick.x, thick.x);
    };
    let end = scale.at(*value);
    if let Some(track) = track {
        let full = until(end, scale.at(track));
        if full.w > 0 {
            group.items.push(Item::Rect(Role::NotCovered, full));
        }
    } else if end == thick.x {
        let x = thick.x + QUARTERS / 2;
        let line = Item::vertical(Role::Baseline, x, thick.y, thick.bottom());
        group.items.push(line);
    }
    let role = match row.tone {
        Tone::Main => Role::Covered,
        Tone::Comparison => Role::Comparison,
    };
    let mut bar = until(thick.x, end);
    if bar.w > 0 {
        group.items.push(Item::Rect(role, bar));
    }
    if let Some(interval) = interval {
        whisker(group, scale, *interval, thick);
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

/// Where the value of a row stands; `None` where it stands below the bar or is missing.
fn value_place(row: &Row, columns: &Columns, scale: &Scale) -> Option<Place> {
    let Amount::Known { value, label, interval } = &row.amount else {
        return None;
    };
    if columns.two_parts {
        return None;
    }
    let (from, to) = columns.bar;
    let w = text::width(label, Role::Value.font());
    let end = scale.at(*value);
    let (low, high) = interval.map_or((end, end), |(low, high)| (scale.at(low), scale.at(high)));
    let behind = end.max(high) + TEXT_GAP;
    let inside = end.min(low) - TEXT_GAP;
    let fits_inside = inside - w - TEXT_GAP >= from;
    if behind + w <= to && columns.clear(behind, behind + w) {
        return Some(Place::Behind(behind));
    }
    if fits_inside && columns.clear(inside - w, inside) {
        return Some(Place::Inside(inside));
    }
    // A bar that ends close behind one: stay before the line.
    let mut before = inside;
    for line in columns.lines.iter().rev() {
        if before - w - LINE_GAP < *line && *line < before + LINE_GAP {
            before = line - TEXT_GAP;
        }
    }
    Some(if before - w - TEXT_GAP >= from {
        Place::Inside(before)
    } else if behind + w <= to {
        // A short bar close before a line: the line makes way.
        Place::Behind(behind)
    } else if fits_inside {
        Place::Inside(inside)
    } else {
        Place::Above
    })
}

/// The lines of a value that stands above its bar.
fn above(row: &Row, columns: &Columns, scale: &Scale) -> Vec<String> {
    match (value_place(row, columns, scale), &row.amount) {
        (Some(Place::Above), Amount::Known { label, .. }) => {
            let (from, to) = columns.bar;
            text::wrap(label, to - from, Role::Value.font(), 3)
        }
        _ => Vec::new(),
    }
}

/// Draws a value behind or inside its bar, or the words for a missing one.
fn place_value(group: &mut Group, row: &Row, columns: &Columns, scale: &Scale, thick: Rect) {
    let mut put = |role: Role, x: i32, anchor: Anchor, text: &String| {
        group.items.push(Item::Text {
            role,
            x,
            y: role.font().centred(thick.middle()),
            anchor,
            text: text.clone(),
        });
    };
    match &row.amount {
        Amount::Known { label, .. } => match value_place(row, columns, scale) {
            Some(Place::Behind(x)) => put(Role::Value, x, Anchor::Start, label),
            Some(Place::Inside(x)) => put(Role::ValueInside, x, Anchor::End, label),
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
fn below(row: &Row, columns: &Columns, scale: &Scale) -> Vec<Note> {
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
