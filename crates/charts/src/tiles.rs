//! A map of tiles: one square a place, set in a grid that keeps neighbours together.
//!
//! Every place has the same weight, however large it is on a map. The more there is to count, the
//! darker is a tile ([`shade`]). The grid comes in with the cells; a chart whose tiles would be too
//! small for words is refused, so that the caller can draw rows.

use super::scene::{Anchor, Group, Item, Rect, Scene};
use super::theme::{QUARTERS, Role, TEXT_GAP, WORD_GAP, px, whole_px};
use super::{Chart, ChartError, Frame, PlacedMark, shade, text};

/// What to draw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Name, description, width.
    pub frame: Frame,
    /// The places in reading order.
    pub cells: Vec<Cell>,
    /// What has no place, such as `Tempat tidak diketahui`; drawn apart from the map, below it. Its
    /// column and its row say nothing.
    pub unknown: Option<Cell>,
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
    /// How many there are to count here; a tile without any stays neutral.
    pub count: u32,
}

/// Space between two tiles.
const GAP: i32 = px(3);
/// Space between the map and what has no place.
const APART: i32 = px(12);
/// Space between the edge of a wide tile and its words.
const PAD: i32 = px(8);
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
    let name = |cell: &Cell| text::wrap_soft(&cell.label, w - 2 * pad, Role::TileLabel.font(), 4);
    let names: Vec<Vec<String>> = options.cells.iter().map(name).collect();
    let most = names.iter().map(Vec::len).max().and_then(|lines| i32::try_from(lines).ok()).unwrap_or(0);
    let (label, value) = (Role::TileLabel.font().line(), Role::Value.font().line());
    let h = (most * label + value + 2 * TEXT_GAP + QUARTERS).max(w / 2);

    let count_most = options.cells.iter().map(|cell| cell.count).max().unwrap_or(0);
    let mut scene =
        Scene { width, height: whole_px((bottom - top + 1) * (h + GAP) - GAP), ..Scene::default() };
    for (cell, name) in options.cells.iter().zip(names) {
        let (x, y) = ((i32::from(cell.column) - left) * step, (i32::from(cell.row) - top) * (h + GAP));
        let tile = Rect { x, y, w, h };
        let roles = match shade::role(cell.count, count_most) {
            Some(Role::Covered) => (Role::Covered, Role::TileLabel, Role::ValueInside),
            Some(pale) => (pale, Role::StepLabel, Role::Value),
            None => (Role::Empty, Role::SubLabel, Role::Missing),
        };
        let mut group = Group::mark(&cell.key);
        group.items.push(Item::Rect(roles.0, tile));
        group.lines(roles.1, &name, x + pad, y + TEXT_GAP, Anchor::Start);
        let figure = text::wrap(&cell.value, w - 2 * pad, roles.2.font(), 1);
        group.lines(roles.2, &figure, x + pad, y + h - TEXT_GAP - value, Anchor::Start);
        scene.groups.push(group);
        scene.marks.push(PlacedMark { key: cell.key.clone(), bar: tile, row: tile });
    }
    if let Some(cell) = &options.unknown {
        place_unknown(&mut scene, cell);
    }
    Ok(scene)
}

/// Draws what has no place: one wide low tile below the map.
fn place_unknown(scene: &mut Scene, cell: &Cell) {
    let (name, figure) = (Role::StepLabel, Role::Value);
    let value = text::wrap(&cell.value, scene.width / 4, figure.font(), 1);
    let value_width = value.iter().map(|line| text::width(line, figure.font())).max().unwrap_or(0);
    let rest = scene.width - value_width - 2 * PAD - WORD_GAP;
    let lines = text::wrap_soft(&cell.label, rest, name.font(), 2);
    let name_width = lines.iter().map(|line| text::width(line, name.font())).max().unwrap_or(0);
    let y = scene.height + APART;
    let inside = name.font().line() * i32::try_from(lines.len()).unwrap_or(0);
    let tile = Rect {
        x: 0,
        y,
        w: whole_px(name_width + WORD_GAP + value_width + 2 * PAD).min(scene.width),
        h: whole_px(inside.max(figure.font().line()) + 2 * TEXT_GAP),
    };
    let mut group = Group::mark(&cell.key);
    group.items.push(Item::Rect(Role::Unknown, tile));
    group.lines(name, &lines, PAD, tile.middle() - inside / 2, Anchor::Start);
    let top = tile.middle() - figure.font().line() / 2;
    group.lines(figure, &value, tile.right() - PAD, top, Anchor::End);
    scene.groups.push(group);
    scene.marks.push(PlacedMark { key: cell.key.clone(), bar: tile, row: tile });
    scene.height = tile.bottom();
}
