//! A map of tiles: one square a place, set in a grid that keeps neighbours together.
//!
//! Every place has the same weight, however large it is on a map. The grid comes in with the cells;
//! a chart whose tiles would be too small for words is refused, so that the caller can draw rows.

use super::scene::{Anchor, Group, Item, Rect, Scene};
use super::theme::{QUARTERS, Role, TEXT_GAP, px, whole_px};
use super::{Chart, ChartError, Frame, PlacedMark, text};

/// What to draw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Name, description, width.
    pub frame: Frame,
    /// The places in reading order.
    pub cells: Vec<Cell>,
}

/// One place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Identifies the mark.
    pub key: String,
    /// A short name. A soft hyphen (U+00AD) says where a word may break.
    pub label: String,
    /// The column of the grid; the lowest one is drawn on the left.
    pub column: u8,
    /// The row of the grid; the lowest one is drawn on top.
    pub row: u8,
    /// The figure as the reader sees it.
    pub value: String,
    /// Whether there is something to count here: such a tile is filled.
    pub filled: bool,
}

/// Space between two tiles.
const GAP: i32 = px(3);
/// Tiles do not grow wider than this.
const WIDEST: i32 = px(132);
/// Tiles that are narrower than this hold no words.
const NARROWEST: i32 = px(48);

/// The width that a map is drawn for in a frame: tiles are so simple that three drawings do for all
/// of [`super::WIDTHS`], where the page scales them and stops at a size
/// (`public/styles/charts.css`).
fn drawn_for(frame: u32) -> i32 {
    match frame {
        900.. => 900,
        448.. => 448,
        // Narrower tiles would hold no words; the page scales the drawing.
        _ => 300,
    }
}

/// Draws a map of tiles.
///
/// # Errors
/// [`ChartError::Empty`] without cells; [`ChartError::Domain`] where two cells share a place, or
/// the tiles would be too narrow for words.
pub fn draw(options: &Options) -> Result<Chart, ChartError> {
    layout(options)?.draw(&options.frame)
}

/// Lays a map of tiles out.
///
/// # Errors
/// As [`draw`].
pub fn layout(options: &Options) -> Result<Scene, ChartError> {
    let width = px(drawn_for(options.frame.width));
    let (mut left, mut right, mut top, mut bottom) = (i32::MAX, 0, i32::MAX, 0);
    for (index, cell) in options.cells.iter().enumerate() {
        let (x, y) = (i32::from(cell.column), i32::from(cell.row));
        (left, right, top, bottom) = (left.min(x), right.max(x), top.min(y), bottom.max(y));
        if options.cells.iter().take(index).any(|other| (other.column, other.row) == (cell.column, cell.row))
        {
            return Err(ChartError::Domain);
        }
    }
    if options.cells.is_empty() {
        return Err(ChartError::Empty);
    }
    let step = ((width + GAP) / (right - left + 1) / QUARTERS * QUARTERS).min(WIDEST + GAP);
    let w = step - GAP;
    if w < NARROWEST {
        return Err(ChartError::Domain);
    }
    let pad = if w < px(80) { px(2) } else { px(8) };
    let names: Vec<Vec<String>> = options.cells.iter().map(|cell| name(&cell.label, w - 2 * pad)).collect();
    let most = names.iter().map(Vec::len).max().and_then(|lines| i32::try_from(lines).ok()).unwrap_or(0);
    let (label, value) = (Role::TileLabel.font().line(), Role::Value.font().line());
    let h = (most * label + value + 2 * TEXT_GAP + QUARTERS).max(w / 2);

    let mut scene =
        Scene { width, height: whole_px((bottom - top + 1) * (h + GAP) - GAP), ..Scene::default() };
    for (cell, name) in options.cells.iter().zip(names) {
        let (x, y) = ((i32::from(cell.column) - left) * step, (i32::from(cell.row) - top) * (h + GAP));
        let tile = Rect { x, y, w, h };
        let roles = if cell.filled {
            (Role::Covered, Role::TileLabel, Role::ValueInside)
        } else {
            (Role::Whole, Role::SubLabel, Role::Missing)
        };
        let mut group = Group::mark(&cell.key);
        group.items.push(Item::Rect(roles.0, tile));
        group.lines(roles.1, &name, x + pad, y + TEXT_GAP, Anchor::Start);
        let figure = text::wrap(&cell.value, w - 2 * pad, roles.2.font(), 1);
        group.lines(roles.2, &figure, x + pad, y + h - TEXT_GAP - value, Anchor::Start);
        scene.groups.push(group);
        scene.marks.push(PlacedMark { key: cell.key.clone(), bar: tile, row: tile });
    }
    Ok(scene)
}

/// The lines of a name. Words that are too wide break at their soft hyphens, where they have any.
fn name(label: &str, width: i32) -> Vec<String> {
    let font = Role::TileLabel.font();
    let words: Vec<String> = label
        .split(' ')
        .map(|word| {
            let whole = word.replace('\u{ad}', "");
            if text::width(&whole, font) > width { word.replace('\u{ad}', "-") } else { whole }
        })
        .collect();
    text::wrap(&words.join(" "), width, font, 4)
}
