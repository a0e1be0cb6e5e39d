//! A figure over time: a slope between two times, a line through several.
//!
//! Times stand where they lie on the time axis, not at equal distances. The scale starts at zero.
//! A line joins two figures that follow one another; it stops at a figure that is missing and at a
//! break of the series, and nothing is drawn across. The first figure is written on the left, the last
//! one on the right, and those between where there is room.

mod labels;

use super::axis::{Reference, Tick, draw_references, place_references};
use super::scale::{self, Scale};
use super::scene::{Anchor, Group, Item, Rect, Scene};
use super::theme::{
    LINE_GAP, MAX_WIDTH, MIN_WIDTH, NARROW, QUARTERS, Role, TEXT_GAP, WORD_GAP, px, whole_px,
};
use super::{Amount, Chart, ChartError, Frame, PlacedMark, checked, checked_interval, text};
use labels::{Tag, crosses};

/// What to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Name, description, width.
    pub frame: Frame,
    /// The times from the earliest to the latest.
    pub times: Vec<Moment>,
    /// The figures from the earliest to the latest.
    pub points: Vec<Point>,
    /// Where the series stops being comparable, at positions on the time axis.
    pub breaks: Vec<Reference>,
    /// Grid lines with names on the left; values beyond the scale are left out.
    pub ticks: Vec<Tick>,
    /// The scale reaches at least this value (100 for rates); it always holds every value.
    pub at_least: Option<f64>,
}

/// A time.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Where it lies: days, say, from the first one on, which is at zero.
    pub position: f64,
    /// What it is called.
    pub label: String,
}

/// A figure at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Identifies the mark.
    pub key: String,
    /// Which of the times.
    pub time: usize,
    /// The figure.
    pub amount: Amount,
}

/// Radius of a figure's dot.
const SPOT: i32 = px(4);
/// Space between the names of two times.
const NAME_GAP: i32 = px(8);

/// Draws figures over time.
///
/// # Errors
/// [`ChartError`] where there are no two times or no figure, or a value is negative or not finite.
pub fn draw(options: &Options) -> Result<Chart, ChartError> {
    layout(options)?.draw(&options.frame)
}

/// Lays figures over time out.
///
/// # Errors
/// As [`draw`].
pub fn layout(options: &Options) -> Result<Scene, ChartError> {
    let width = px(i32::try_from(options.frame.width.clamp(MIN_WIDTH, MAX_WIDTH)).unwrap_or(0));
    let max = validated_domain(options)?;
    let tick_font = Role::TickLabel.font();
    let tick_width = options.ticks.iter().map(|tick| text::width(&tick.label, tick_font)).max().unwrap_or(0);
    let tick_column = if options.ticks.is_empty() { 0 } else { tick_width + TEXT_GAP };

    let first = options.points.first().and_then(|point| Tag::new(point, 0, width / 100 * 22));
    let latest = options.times.len().saturating_sub(1);
    let last = options.points.last().and_then(|point| Tag::new(point, latest, width / 100 * 34));
    let x0 = (tick_column + first.as_ref().map_or(0, |tag| tag.width + WORD_GAP)).max(px(8));
    let x1 = (width - last.as_ref().map_or(0, |tag| tag.width) - px(20)).min(width - px(8));
    let end = options.times.last().map_or(0.0, |time| time.position);
    let across = Scale::new(end, whole_px(x0), px(x1 / QUARTERS))?;

    let (references, over) = place_references(&options.breaks, &across, width);
    let height = if options.frame.width < NARROW { px(180) } else { px(260) };
    let top = over + px(10);
    let plot = Plot { up: Scale::new(max, 0, height)?, across, top, bottom: top + height, width };

    let mut frame = Group::frame();
    plot.grid(&mut frame, &options.ticks, tick_width);
    let below = plot.time_names(&mut frame, &options.times);
    let mut paths = Group::frame();
    plot.path(&mut paths, options);
    let is_text = |item: &&Item| matches!(item, Item::Text { .. });
    let mut texts: Vec<Rect> = frame.items.iter().filter(is_text).map(Item::bounds).collect();
    let mut tags = Group::frame();
    let sides = [
        (first, plot.across.at(0.0) - WORD_GAP, Anchor::End),
        (last, plot.across.at(end) + px(20), Anchor::Start),
    ];
    for (tag, x, anchor) in sides {
        if let Some(tag) = tag {
            texts.push(tag.draw(&mut tags, &plot, x, anchor));
        }
    }
    let mut groups = vec![paths, tags];
    let mut scene = Scene { width, height: whole_px(below), ..Scene::default() };
    for point in &options.points {
        let (group, mark) = plot.mark(point, options, &groups, &mut texts);
        groups.push(group);
        scene.marks.push(mark);
    }
    let lines = draw_references(&references, &[(0, plot.bottom)], &groups);
    scene.groups.extend([frame, lines]);
    scene.groups.append(&mut groups);
    Ok(scene)
}

/// Checks every value; gives the end of the scale.
fn validated_domain(options: &Options) -> Result<f64, ChartError> {
    let mut values = Vec::new();
    for point in &options.points {
        if let Amount::Known { value, interval, .. } = &point.amount {
            values.push(checked(&point.key, *value)?);
            if let Some(interval) = interval {
                values.push(checked_interval(&point.key, *interval)?.1);
            }
        }
    }
    if values.is_empty() {
        return Err(ChartError::Empty);
    }
    scale::domain(options.at_least, values)
}

/// Whether a series may be joined from one time to the next: no break lies between.
fn joined(options: &Options, from: f64, to: f64) -> bool {
    !options.breaks.iter().any(|one| from < one.value && one.value <= to)
}

/// Where values and times lie.
struct Plot {
    up: Scale,
    across: Scale,
    top: i32,
    bottom: i32,
    width: i32,
}

impl Plot {
    fn y(&self, value: f64) -> i32 {
        self.bottom - self.up.at(value)
    }

    fn x(&self, options: &Options, time: usize) -> i32 {
        self.across.at(options.times.get(time).map_or(0.0, |time| time.position))
    }

    /// Where a figure lies.
    fn spot(&self, point: &Point, options: &Options) -> Option<(i32, i32)> {
        match &point.amount {
            Amount::Known { value, .. } => Some((self.x(options, point.time), self.y(*value))),
            Amount::Missing { .. } => None,
        }
    }

    /// Draws the line at zero, and the ticks' lines with their names on the left.
    fn grid(&self, frame: &mut Group, ticks: &[Tick], right: i32) {
        let (from, to) = (self.across.at(0.0) - SPOT, self.across.at(f64::MAX) + SPOT);
        let font = Role::TickLabel.font();
        let mut used: Vec<i32> = Vec::new();
        for tick in ticks {
            let y = self.y(tick.value) / QUARTERS * QUARTERS + QUARTERS / 2;
            let beyond = !(0.0..=self.up.max()).contains(&tick.value);
            if beyond || used.iter().any(|other| (other - y).abs() < font.line()) {
                continue;
            }
            used.push(y);
            frame.stroke(Role::Grid, &[(from, y), (to, y)]);
            let label = tick.label.clone();
            let (role, y) = (Role::TickLabel, font.centred(y));
            frame.items.push(Item::Text { role, x: right, y, anchor: Anchor::End, text: label });
        }
        let y = self.bottom / QUARTERS * QUARTERS + QUARTERS / 2;
        frame.stroke(Role::Baseline, &[(from, y), (to, y)]);
    }

    /// Writes the times below the plot: the first, the last, and those between that fit. Gives the
    /// bottom.
    fn time_names(&self, frame: &mut Group, times: &[Moment]) -> i32 {
        let role = Role::TickLabel;
        let font = role.font();
        let most = if self.width < px(400) { px(80) } else { px(120) };
        let top = self.bottom + px(12);
        let mut used: Vec<(i32, i32)> = Vec::new();
        let mut end = top;
        let count = times.len();
        let order = std::iter::once(0).chain(count.checked_sub(1)).chain(1..count.max(1));
        for time in order.filter_map(|index| times.get(index)) {
            let x = self.across.at(time.position);
            let lines = text::wrap(&time.label, most, font, 3);
            let w = lines.iter().map(|line| text::width(line, font)).max().unwrap_or(0);
            let middle = x.min(self.width - w / 2 - 2).max(w / 2 + 2);
            let (left, right) = (middle - w / 2, middle + w / 2);
            if used.iter().any(|other| left - NAME_GAP < other.1 && other.0 < right + NAME_GAP) {
                continue;
            }
            used.push((left, right));
            end = end.max(frame.lines(role, &lines, middle, top, Anchor::Middle));
        }
        end
    }

    /// Draws the line, in as many pieces as gaps and breaks leave.
    fn path(&self, group: &mut Group, options: &Options) {
        let at = |point: &Point| options.times.get(point.time).map_or(0.0, |time| time.position);
        for pair in options.points.windows(2) {
            if let [a, b] = pair
                && let (Some(from), Some(to)) = (self.spot(a, options), self.spot(b, options))
                && joined(options, at(a), at(b))
            {
                group.stroke(Role::Series, &[from, to]);
            }
        }
    }

    /// Draws a figure with its interval and, between the first and the last time, its value where
    /// there is room; or the words for one that is missing.
    fn mark(
        &self,
        point: &Point,
        options: &Options,
        groups: &[Group],
        texts: &mut Vec<Rect>,
    ) -> (Group, PlacedMark) {
        let mut group = Group::mark(&point.key);
        let x = self.x(options, point.time);
        let (bar, role, label, (high, low)) = match &point.amount {
            Amount::Known { value, label, interval } => {
                let y = self.y(*value);
                let mut reach = (y - SPOT, y + SPOT);
                if let Some((low, high)) = interval {
                    let (low, high) = (self.y(*low), self.y(*high));
                    reach = (reach.0.min(high), reach.1.max(low));
                    let (left, right) = (x - SPOT, x + SPOT);
                    let ends = [(left, low), (right, low), (x, low), (x, high), (left, high), (right, high)];
                    group.edged(Role::Interval, ends.to_vec());
                }
                group.items.push(Item::Dot(Role::Covered, x, y, SPOT));
                (Rect { x: x - SPOT, y: y - SPOT, w: 2 * SPOT, h: 2 * SPOT }, Role::Value, label, reach)
            }
            Amount::Missing { label } => {
                let y = self.bottom - SPOT;
                let square = Rect { x: x - SPOT, y: y - SPOT, w: 2 * SPOT, h: 2 * SPOT };
                group.items.push(Item::Rect(Role::Unknown, square));
                (Rect { w: 0, ..square }, Role::Missing, label, (y - SPOT, y + SPOT))
            }
        };
        let named = point.time == 0 || point.time + 1 == options.times.len();
        if role == Role::Missing || !named {
            self.write(&mut group, (role, label), (x, high, low), groups, texts);
        }
        let row = Rect { y: self.top, h: self.bottom - self.top, ..bar };
        (group, PlacedMark { key: point.key.clone(), bar, row })
    }

    /// Writes a label above or below a figure, if it touches neither another text nor a line.
    fn write(
        &self,
        group: &mut Group,
        (role, label): (Role, &String),
        (x, high, low): (i32, i32, i32),
        groups: &[Group],
        texts: &mut Vec<Rect>,
    ) {
        let font = role.font();
        let lines = text::wrap(label, px(96).min(self.width * 3 / 10), font, 2);
        if lines.iter().any(|line| line.ends_with('…')) {
            return;
        }
        let w = lines.iter().map(|line| text::width(line, font)).max().unwrap_or(0);
        let h = font.line() * i32::try_from(lines.len()).unwrap_or(0);
        let middle = x.min(self.width - w / 2 - 2).max(w / 2 + 2);
        for top in [high - LINE_GAP - h, low + LINE_GAP] {
            let rect = Rect { x: middle - w / 2 - 2, y: top, w: w + 4, h };
            let wide = Rect { x: rect.x - LINE_GAP, w: rect.w + 2 * LINE_GAP, ..rect };
            if top >= self.top - px(8)
                && rect.bottom() <= self.bottom - QUARTERS
                && !texts.iter().any(|other| other.overlaps(wide))
                && !groups.iter().flat_map(|group| &group.items).any(|item| crosses(item, wide))
            {
                group.lines(role, &lines, middle, top, Anchor::Middle);
                return texts.push(rect);
            }
        }
    }
}
