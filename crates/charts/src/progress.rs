//! The way to a goal: one wide bar on a track from zero to the goal.
//!
//! The name of the covered part stands above the bar, the way that is left is measured below it,
//! and the goal has a line of its own. A value beyond the goal lengthens the scale, and the goal's
//! line then stands inside the bar.

use super::axis::{line_x, whisker};
use super::scale::{self, Scale};
use super::scene::{Anchor, Group, Item, Rect, Scene};
use super::theme::{MAX_WIDTH, MIN_WIDTH, NARROW, QUARTERS, Role, TEXT_GAP, WORD_GAP, px, whole_px};
use super::{Amount, Chart, ChartError, Frame, PlacedMark, checked, checked_interval, text};

/// What to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Name, description, width.
    pub frame: Frame,
    /// Identifies the mark.
    pub key: String,
    /// How far it is, with the words for it, such as `31,33% terlindungi`.
    pub amount: Amount,
    /// Where the goal is, in the unit of the amount; above zero.
    pub goal: f64,
    /// What the goal is, such as `Cakupan semesta 100% · 2045`.
    pub goal_label: Option<String>,
    /// What is left, such as `68,67 poin persen lagi`; left out where nothing is left.
    pub left_label: Option<String>,
}

/// Draws the way to a goal.
///
/// # Errors
/// [`ChartError`] where a value is negative or not finite, or the goal is not above zero.
pub fn draw(options: &Options) -> Result<Chart, ChartError> {
    layout(options)?.draw(&options.frame)
}

/// Lays the way to a goal out.
///
/// # Errors
/// As [`draw`].
pub fn layout(options: &Options) -> Result<Scene, ChartError> {
    let wide = options.frame.width.clamp(MIN_WIDTH, MAX_WIDTH);
    let width = px(i32::try_from(wide).unwrap_or(0));
    let thick = if wide < NARROW { px(28) } else { px(36) };
    let goal = checked("goal", options.goal)?;
    if goal < f64::MIN_POSITIVE {
        return Err(ChartError::Domain);
    }
    let mut values = vec![goal];
    if let Amount::Known { value, interval, .. } = &options.amount {
        values.push(checked(&options.key, *value)?);
        if let Some(interval) = interval {
            values.push(checked_interval(&options.key, *interval)?.1);
        }
    }
    let scale = Scale::new(scale::domain(None, values)?, 0, width)?;

    let mut place = Place {
        goal_x: line_x(&scale, goal, width),
        scale,
        width,
        mark: Group::mark(&options.key),
        frame: Group::frame(),
    };
    let (name, name_role) = match &options.amount {
        Amount::Known { label, .. } => (label, Role::Value),
        Amount::Missing { label } => (label, Role::Missing),
    };
    let goal_label = options.goal_label.as_deref().unwrap_or_default();
    let lines = text::wrap(name, width, name_role.font(), 4);
    let goal_above = !lines.is_empty() && place.fits_above(name, name_role, goal_label);
    let y = place.mark.lines(name_role, &lines, 0, 0, Anchor::Start);
    if goal_above {
        let w = text::width(goal_label, Role::ReferenceLabel.font());
        place.frame.items.push(Item::Text {
            role: Role::ReferenceLabel,
            x: place.goal_start(w) + w,
            // On the baseline of the amount's name.
            y: name_role.font().baseline(0),
            anchor: Anchor::End,
            text: goal_label.to_owned(),
        });
    }
    let band = Rect { x: 0, y: if lines.is_empty() { px(8) } else { y + TEXT_GAP }, w: width, h: thick };
    let bar = place.bar(options, band);
    let mut bottom = place.left(options, band);
    let goal_bottom = if goal_above || goal_label.is_empty() {
        band.bottom() + px(6)
    } else {
        let top = bottom + px(4);
        bottom = place.goal_name(goal_label, top);
        // The line reaches to its name, past the measure of what is left.
        top
    };
    bottom = bottom.max(goal_bottom);
    place.goal_line(band.y - px(6), goal_bottom);
    Ok(Scene {
        width,
        height: whole_px(bottom),
        groups: vec![place.mark, place.frame],
        marks: vec![PlacedMark {
            key: options.key.clone(),
            bar,
            row: Rect { x: 0, y: 0, w: width, h: bottom },
        }],
    })
}

/// A chart under construction.
struct Place {
    width: i32,
    scale: Scale,
    goal_x: i32,
    mark: Group,
    frame: Group,
}

impl Place {
    /// Where the goal's name starts: it ends at the goal's line, if it can.
    fn goal_start(&self, w: i32) -> i32 {
        (self.goal_x + QUARTERS / 2 - w).clamp(0, (self.width - w).max(0))
    }

    /// Whether the goal's name fits on the line of the amount's name.
    fn fits_above(&self, name: &str, role: Role, goal: &str) -> bool {
        let name = text::width(name, role.font());
        let goal = text::width(goal, Role::ReferenceLabel.font());
        goal > 0 && name + 2 * WORD_GAP <= self.goal_start(goal) && name + goal <= self.width
    }

    /// Writes the goal's name from `top` on; gives the bottom.
    fn goal_name(&mut self, label: &str, top: i32) -> i32 {
        let role = Role::ReferenceLabel;
        let mut y = top;
        for line in text::wrap(label, self.width, role.font(), 4) {
            let w = text::width(&line, role.font());
            let end = self.goal_start(w) + w;
            y = self.frame.lines(role, &[line], end, y, Anchor::End);
        }
        y
    }

    /// Draws the goal's line.
    fn goal_line(&mut self, top: i32, bottom: i32) {
        // Two pixels wide: keep the stroke inside the drawing.
        let x = self.goal_x.min(self.width - QUARTERS) / QUARTERS * QUARTERS;
        let line = Item::vertical(Role::Goal, x, top, bottom);
        self.frame.items.insert(0, line);
    }

    /// Draws bar and track into `band`; gives the rectangle of the bar.
    fn bar(&mut self, options: &Options, band: Rect) -> Rect {
        let goal = self.scale.at(options.goal);
        let Amount::Known { value, interval, .. } = &options.amount else {
            // The outline's stroke stays inside.
            let half = QUARTERS / 2;
            let empty = Rect { x: half, y: band.y + half, w: goal - 2 * half, h: band.h - 2 * half };
            self.mark.items.push(Item::Rect(Role::Unknown, empty));
            return Rect { w: 0, ..band };
        };
        let bar = Rect { w: self.scale.at(*value), ..band };
        let left = Rect { x: bar.w, w: (goal - bar.w).max(0), ..band };
        if left.w > 0 {
            self.mark.items.push(Item::Rect(Role::NotCovered, left));
        }
        if bar.w > 0 {
            self.mark.items.push(Item::Rect(Role::Covered, bar));
        }
        if let Some(interval) = interval {
            whisker(&mut self.mark, &self.scale, *interval, band);
        }
        bar
    }

    /// Draws the measure of what is left below `band`; gives the bottom.
    fn left(&mut self, options: &Options, band: Rect) -> i32 {
        let (Amount::Known { value, .. }, Some(label)) = (&options.amount, &options.left_label) else {
            return band.bottom();
        };
        let role = Role::SubLabel;
        let font = role.font();
        let half = QUARTERS / 2;
        let (x0, x1) = (self.scale.at(*value) + half, self.goal_x - QUARTERS - half);
        if x1 - x0 < px(4) {
            return band.bottom();
        }
        let w = text::width(label, font);
        let y = band.bottom() + px(12);
        let rule = px(y / QUARTERS) + half;
        let tip = rule - px(5);
        let middle = i32::midpoint(x0, x1);
        if w + 2 * px(20) <= x1 - x0 {
            // The text interrupts the measure.
            let (t0, t1) = (middle - w / 2 - TEXT_GAP, middle + w / 2 + TEXT_GAP);
            let leader = |points| Item::Line(Role::Leader, points);
            self.mark.items.push(leader(vec![(x0, tip), (x0, rule), (t0, rule)]));
            self.mark.items.push(leader(vec![(t1, rule), (x1, rule), (x1, tip)]));
            let top = rule - font.line() / 2;
            return self.mark.lines(role, std::slice::from_ref(label), middle, top, Anchor::Middle);
        }
        let points = vec![(x0, tip), (x0, rule), (x1, rule), (x1, tip)];
        self.mark.items.push(Item::Line(Role::Leader, points));
        // Before the goal's line, or behind it where an interval far beyond the goal has pushed
        // the line to the left.
        let before = self.goal_x - QUARTERS - TEXT_GAP;
        let behind = self.goal_x + QUARTERS + TEXT_GAP;
        let (from, to) = if before >= px(80) { (0, before) } else { (behind, self.width) };
        let lines = text::wrap(label, to - from, font, 4);
        let mut bottom = rule + px(4);
        for line in lines {
            let w = text::width(&line, font);
            let start = (middle - w / 2).min(to - w).max(from);
            bottom = self.mark.lines(role, &[line], start, bottom, Anchor::Start);
        }
        bottom
    }
}
