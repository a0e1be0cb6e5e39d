//! A rate as a hundred dots: so many of a hundred.
//!
//! The dots are filled row by row from the top left. What is covered is named above its dots, what
//! is left below its own. A rate is rounded to whole dots, half up: the words beside the chart say it
//! exactly.

use super::scene::{Anchor, Group, Item, Rect, Scene};
use super::theme::{MAX_WIDTH, MIN_WIDTH, QUARTERS, Role, TEXT_GAP, px, whole_px};
use super::{Amount, Chart, ChartError, Frame, PlacedMark, checked, text};

/// What to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Name, description, width.
    pub frame: Frame,
    /// Identifies the mark: all dots together.
    pub key: String,
    /// The rate, in percent. The label of a known one is not drawn, that of a missing one is.
    pub amount: Amount,
    /// Dots in a row, from 1 to 100: 20 on pages, 10 in square pictures.
    pub columns: u32,
    /// What is covered, such as `31 terlindungi`; stands above the dots.
    pub covered_label: Option<String>,
    /// What is left, such as `69 belum`; stands below the dots, where any is left.
    pub rest_label: Option<String>,
}

/// How many dots there are.
const DOTS: i32 = 100;
/// Where rows are longer than columns, dots are at most this far apart.
const STEP: i32 = px(26);
/// The same where a grid is square or high, as in pictures.
const STEP_SQUARE: i32 = px(48);
/// A label takes at most so many lines.
const LINES: usize = 2;

/// Draws a hundred dots.
///
/// # Errors
/// [`ChartError`] where the rate is negative or not finite; [`ChartError::Domain`] where the number
/// of columns is not from 1 to 100; [`ChartError::TooNarrow`] where dots would be too small to count.
pub fn draw(options: &Options) -> Result<Chart, ChartError> {
    layout(options)?.draw(&options.frame)
}

/// Lays a hundred dots out.
///
/// # Errors
/// As [`draw`].
pub fn layout(options: &Options) -> Result<Scene, ChartError> {
    let width = px(i32::try_from(options.frame.width.clamp(MIN_WIDTH, MAX_WIDTH)).unwrap_or(0));
    let columns = i32::try_from(options.columns).unwrap_or(0);
    if !(1..=DOTS).contains(&columns) {
        return Err(ChartError::Domain);
    }
    let rows = (DOTS + columns - 1) / columns;
    let most = if rows < columns { STEP } else { STEP_SQUARE };
    let step = (width / columns).min(most) / QUARTERS * QUARTERS;
    if step < px(7) {
        return Err(ChartError::TooNarrow);
    }
    let filled = match &options.amount {
        Amount::Known { value, .. } => Some(whole(checked(&options.key, *value)?)),
        Amount::Missing { .. } => None,
    };

    let mut group = Group::mark(&options.key);
    let (role, above) = match &options.amount {
        Amount::Known { .. } => (Role::Value, options.covered_label.as_deref()),
        Amount::Missing { label } => (Role::Missing, Some(label.as_str())),
    };
    let lines = text::wrap(above.unwrap_or_default(), width, role.font(), LINES);
    let mut top = group.lines(role, &lines, 0, 0, Anchor::Start);
    if !lines.is_empty() {
        top += px(2);
    }
    let grid = Grid { columns, step, top, size: step - (step / 6).max(px(2)) / QUARTERS * QUARTERS };
    let split = filled.unwrap_or(0);
    grid.dots(&mut group, &[Role::Dots], (0, split));
    let rest = if filled.is_some() {
        [Role::DotsEdge, Role::DotsRest]
    } else {
        [Role::DotsUnknown, Role::DotsGround]
    };
    grid.dots(&mut group, &rest, (split, DOTS));
    let bar =
        Rect { x: 0, y: top, w: columns * step - (step - grid.size), h: rows * step - (step - grid.size) };
    let mut bottom = bar.bottom();
    if let Some(label) = &options.rest_label
        && filled.is_some_and(|filled| filled < DOTS)
    {
        let lines = text::wrap(label, width, Role::Label.font(), LINES);
        let widest = lines.iter().map(|line| text::width(line, Role::Label.font())).max().unwrap_or(0);
        // It ends where the dots end, unless it is wider than they are.
        let end = bar.right().max(widest);
        if !lines.is_empty() {
            bottom = group.lines(Role::Label, &lines, end, bottom + px(2), Anchor::End);
        }
    }
    let row = Rect { x: 0, y: 0, w: width, h: bottom };
    let bar = if filled.is_some() { bar } else { Rect { w: 0, ..bar } };
    Ok(Scene {
        width,
        height: whole_px(bottom + TEXT_GAP / 3),
        groups: vec![group],
        marks: vec![PlacedMark { key: options.key.clone(), bar, row }],
    })
}

/// The whole dots of a rate, half up, at most all.
fn whole(rate: f64) -> i32 {
    let rounded = (rate + 0.5).min(f64::from(DOTS));
    // From 0 to 100.
    #[expect(clippy::cast_possible_truncation)]
    let dots = rounded as i32;
    dots
}

/// Where dots lie.
struct Grid {
    columns: i32,
    step: i32,
    top: i32,
    size: i32,
}

impl Grid {
    /// Draws the dots from `from` up to `to`; with a second role, what is inside their edge.
    fn dots(&self, group: &mut Group, roles: &[Role], (from, to): (i32, i32)) {
        let mut rows = Vec::new();
        let mut dot = from;
        while dot < to {
            let end = (dot / self.columns + 1) * self.columns;
            let last = end.min(to) - 1;
            rows.push((self.centre(dot), self.centre(last)));
            dot = last + 1;
        }
        if rows.is_empty() {
            return;
        }
        let edge = if self.size < px(16) { px(1) } else { px(1) + QUARTERS / 2 };
        let sizes = [self.size, self.size - 2 * edge];
        for (role, size) in roles.iter().zip(sizes) {
            group.items.push(Item::Dots { role: *role, rows: rows.clone(), step: self.step, size });
        }
    }

    fn centre(&self, dot: i32) -> (i32, i32) {
        let half = self.size / 2;
        (dot % self.columns * self.step + half, self.top + dot / self.columns * self.step + half)
    }
}
