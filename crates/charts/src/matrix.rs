//! Small counts in rows and columns: how many of what is where.
//!
//! A count is a square that is the darker the more there is to count ([`shade`]), with its number on it;
//! nothing to count is a small dot. Names of rows stand on the left, or above their row in a narrow
//! chart. Names of columns stand upright: each broken within its column, or unbroken
//! and by turns on the lower and the upper line. A chart whose names or numbers find no room is refused,
//! so that the caller can draw something else.

use super::scene::{Anchor, Group, Item, Rect, Scene};
use super::theme::{
    COLUMN_GAP, LABEL_SHARE, LINE_GAP, MAX_WIDTH, MIN_WIDTH, QUARTERS, Role, TEXT_GAP, px, whole_px,
};
use super::{Chart, ChartError, Frame, PlacedMark, shade, text};

/// What to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Name, description, width.
    pub frame: Frame,
    /// The names of the rows from top to bottom. A soft hyphen (U+00AD) says where a word may break.
    pub rows: Vec<String>,
    /// The names of the columns from left to right; soft hyphens as in rows.
    pub columns: Vec<String>,
    /// The counts; a place without any is empty.
    pub cells: Vec<Cell>,
}

/// A count in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Identifies the mark.
    pub key: String,
    /// Which of the rows.
    pub row: usize,
    /// Which of the columns.
    pub column: usize,
    /// The count; decides the shade. A count of 0 is drawn as nothing to count.
    pub count: u32,
    /// The count as the reader sees it.
    pub label: String,
}

/// From this width in CSS pixels on, names of rows stand beside them.
const BESIDE: u32 = 448;
/// Columns are at most this far apart.
const WIDEST: i32 = px(96);
/// Squares are at most this large.
const LARGEST: i32 = px(30);
/// Squares smaller than this are no place for a number.
const SMALLEST: i32 = px(18);
/// Space between two squares.
const GAP: i32 = px(4);
/// The name of a column takes at most so many lines.
const HEAD_LINES: usize = 3;
/// Radius of the dot where there is nothing to count.
const NOTHING: i32 = px(2);

/// Draws counts in rows and columns.
///
/// # Errors
/// [`ChartError::Empty`] without rows or columns; [`ChartError::Domain`] where a count has no place or
/// two have the same; [`ChartError::TooNarrow`] where names or numbers find no room.
pub fn draw(options: &Options) -> Result<Chart, ChartError> {
    layout(options)?.draw(&options.frame)
}

/// Lays counts in rows and columns out.
///
/// # Errors
/// As [`draw`].
pub fn layout(options: &Options) -> Result<Scene, ChartError> {
    let width = px(i32::try_from(options.frame.width.clamp(MIN_WIDTH, MAX_WIDTH)).unwrap_or(0));
    check(options)?;
    let font = Role::Label.font();
    let count = i32::try_from(options.columns.len()).map_err(|_| ChartError::TooNarrow)?;
    let beside = options.frame.width >= BESIDE;
    let widest = options.rows.iter().map(|name| text::width(&name.replace('\u{ad}', ""), font)).max();
    let names = if beside { widest.unwrap_or(0).min(width / 100 * LABEL_SHARE) } else { width };
    let left = if beside { px((names + COLUMN_GAP) / QUARTERS) } else { 0 };
    let pitch = ((width - left) / count).min(WIDEST) / QUARTERS * QUARTERS;
    let side = (pitch - GAP).min(LARGEST);
    if side < SMALLEST {
        return Err(ChartError::TooNarrow);
    }
    let columns = Columns { left, pitch, width };
    let mut heads = Group::frame();
    let mut y = columns.heads(&mut heads, &options.columns)? + px(4);
    let most = options.cells.iter().map(|cell| cell.count).max().unwrap_or(0);
    let mut scene = Scene { width, groups: vec![heads], ..Scene::default() };
    for (index, name) in options.rows.iter().enumerate() {
        let mut frame = Group::frame();
        let lines = unbroken(name, names, Role::Label, 3)?;
        let tall = font.line() * i32::try_from(lines.len()).unwrap_or(0);
        let top = y;
        let band = if beside {
            let h = side.max(tall) + GAP;
            frame.lines(Role::Label, &lines, 0, top + (h - tall) / 2, Anchor::Start);
            Rect { x: left, y: top, w: pitch, h }
        } else {
            let under = frame.lines(Role::Label, &lines, 0, top, Anchor::Start);
            Rect { x: left, y: under, w: pitch, h: side + GAP }
        };
        let mut cells = Vec::new();
        for column in 0..options.columns.len() {
            let middle = columns.middle(column);
            let place = Rect { x: middle - pitch / 2, ..band };
            let square = Rect { x: middle - side / 2, y: place.middle() - side / 2, w: side, h: side };
            let cell = options.cells.iter().find(|cell| (cell.row, cell.column) == (index, column));
            let Some(cell) = cell else { continue };
            let mut group = Group::mark(&cell.key);
            place_cell(&mut group, cell, most, square)?;
            cells.push(group);
            scene.marks.push(PlacedMark { key: cell.key.clone(), bar: square, row: place });
        }
        y = band.bottom() + if beside { 0 } else { TEXT_GAP };
        scene.groups.push(frame);
        scene.groups.append(&mut cells);
    }
    scene.height = whole_px(y);
    Ok(scene)
}

/// Checks that there is something to draw and that each count has a place of its own.
fn check(options: &Options) -> Result<(), ChartError> {
    let (rows, columns) = (options.rows.len(), options.columns.len());
    if rows == 0 || columns == 0 {
        return Err(ChartError::Empty);
    }
    let taken = |index: usize, cell: &Cell| {
        options.cells.iter().take(index).any(|other| (other.row, other.column) == (cell.row, cell.column))
    };
    for (index, cell) in options.cells.iter().enumerate() {
        if cell.row >= rows || cell.column >= columns || taken(index, cell) {
            return Err(ChartError::Domain);
        }
    }
    Ok(())
}

/// Draws a count on its square.
fn place_cell(group: &mut Group, cell: &Cell, most: u32, square: Rect) -> Result<(), ChartError> {
    let middle = square.x + square.w / 2;
    let Some(shade) = shade::role(cell.count, most) else {
        group.items.push(Item::Dot(Role::Nothing, middle, square.middle(), NOTHING));
        return Ok(());
    };
    let role = if shade == Role::Covered { Role::ValueInside } else { Role::Value };
    if text::width(&cell.label, role.font()) > square.w - 2 {
        return Err(ChartError::TooNarrow);
    }
    group.items.push(Item::Rect(shade, square));
    let (y, text) = (role.font().centred(square.middle()), cell.label.clone());
    group.items.push(Item::Text { role, x: middle, y, anchor: Anchor::Middle, text });
    Ok(())
}

/// The lines of a name in which no word is broken but at a soft hyphen.
fn unbroken(name: &str, width: i32, role: Role, most: usize) -> Result<Vec<String>, ChartError> {
    let font = role.font();
    let fits = |word: &str| {
        let pieces = word.split(['-', '/', '\u{ad}']);
        text::width(&word.replace('\u{ad}', ""), font) <= width
            || pieces.map(|piece| text::width(&[piece, "-"].concat(), font)).all(|w| w <= width)
    };
    let lines = text::wrap_soft(name, width, font, most);
    if !name.split(' ').all(fits) || lines.last().is_some_and(|line| line.ends_with('…')) {
        return Err(ChartError::TooNarrow);
    }
    Ok(lines)
}

/// Where columns lie.
struct Columns {
    left: i32,
    pitch: i32,
    width: i32,
}

impl Columns {
    /// The middle of a column.
    fn middle(&self, column: usize) -> i32 {
        self.left + self.pitch * i32::try_from(column).unwrap_or(0) + self.pitch / 2
    }

    /// Writes the names of the columns from the top on; gives the bottom.
    fn heads(&self, group: &mut Group, names: &[String]) -> Result<i32, ChartError> {
        let role = Role::TickLabel;
        let font = role.font();
        let each = names.iter().map(|name| unbroken(name, self.pitch - px(6), role, HEAD_LINES));
        let Ok(names) = each.collect::<Result<Vec<_>, _>>() else {
            return self.by_turns(group, names);
        };
        let most = names.iter().map(Vec::len).max().and_then(|lines| i32::try_from(lines).ok()).unwrap_or(0);
        for (column, lines) in names.iter().enumerate() {
            let free = most - i32::try_from(lines.len()).unwrap_or(0);
            group.lines(role, lines, self.middle(column), free * font.line(), Anchor::Middle);
        }
        Ok(most * font.line())
    }

    /// Writes the names by turns on the lower and the upper line, the upper ones tied to their columns.
    fn by_turns(&self, group: &mut Group, names: &[String]) -> Result<i32, ChartError> {
        let role = Role::TickLabel;
        let line = role.font().line();
        let mut ends = [0, 0];
        for (column, name) in names.iter().enumerate() {
            let name = name.replace('\u{ad}', "");
            let w = text::width(&name, role.font());
            let column_middle = self.middle(column);
            let upper = column % 2 == 1;
            let [lower_end, upper_end] = &mut ends;
            let end = if upper { upper_end } else { lower_end };
            // A name may stand beside the middle of its column, but over it.
            let start = (column_middle - w / 2).min(self.width - w).max(*end);
            let (from, to) = (column_middle - self.pitch / 2, column_middle + self.pitch / 2);
            // The line to an upper name passes between the lower ones.
            let room = if upper { self.width } else { to + self.pitch / 2 - LINE_GAP };
            let off = if upper { 0 } else { from - self.pitch / 2 + LINE_GAP };
            let off = if column == 0 { 0 } else { off };
            if start < off
                || start + w > room.min(self.width)
                || start > column_middle
                || start + w < column_middle
            {
                return Err(ChartError::TooNarrow);
            }
            *end = start + w + 2 * LINE_GAP;
            let top = if upper { 0 } else { line };
            group.lines(role, &[name], start, top, Anchor::Start);
            if upper {
                let x = column_middle / QUARTERS * QUARTERS + QUARTERS / 2;
                group.items.push(Item::vertical(Role::Leader, x, line + QUARTERS, 2 * line));
            }
        }
        Ok(2 * line)
    }
}
