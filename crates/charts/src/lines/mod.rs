//! A figure over time: a slope between two times, a line through several.
//!
//! Times stand where they lie on the time axis, not at equal distances. The scale starts at zero.
//! A line joins two figures that follow one another; it stops at a figure that is missing and at a
//! break of the series, and nothing is drawn across. The first figure is written on the left, the last
//! one on the right, and those between where there is room. The way to a goal is dashed: nobody has
//! measured it.

mod goal;
mod labels;

use super::axis::{Reference, Tick, draw_references, level, place_references, texts_of};
use super::scale::{self, Scale};
use super::scene::{Anchor, Group, Item, Rect, Scene};
use super::theme::{
    LINE_GAP, MAX_WIDTH, MIN_WIDTH, NARROW, QUARTERS, Role, TEXT_GAP, WORD_GAP, px, whole_px,
};
use super::{Amount, Chart, ChartError, Frame, PlacedMark, checked, checked_interval, text};
use goal::Way;
use labels::{Room, Tag, Waiting};

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
    /// What is to be reached.
    pub goal: Option<Goal>,
}

/// What is to be reached, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// When, on the time axis; after the last figure.
    pub position: f64,
    /// How much, in the unit of the figures.
    pub value: f64,
    /// What it is, such as `100% pada 2045`; stands at the end of the way.
    pub label: String,
    /// What the way takes, such as `3,4 poin persen setahun (hitungan kami)`; stands along the way. Empty
    /// where it is not said.
    pub pace: String,
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
/// Height that a chart should have at most, in scene units, where it is narrow and where it is wide.
const TALL: (i32, i32) = (px(212), px(196));
/// A plot is not lower than this.
const LOWEST: i32 = px(120);
/// Space between the names of two times.
const NAME_GAP: i32 = px(8);

/// Draws figures over time.
///
/// # Errors
/// [`ChartError`] where there are no two times (or one and a goal) or no figure, where a value is
/// negative or not finite, or the goal is not after the last figure.
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
    let last = options.points.last().filter(|_| options.goal.is_none());
    let last = last.and_then(|point| Tag::new(point, latest, width / 100 * 34));
    let x0 = (tick_column + first.as_ref().map_or(0, |tag| tag.width + WORD_GAP)).max(px(8));
    let x1 = (width - last.as_ref().map_or(0, |tag| tag.width) - px(20)).min(width - px(8));
    let x1 = if options.goal.is_some() { width - px(8) } else { x1 };
    let end = options.times.last().map_or(0.0, |time| time.position);
    let end = options.goal.as_ref().map_or(end, |goal| end.max(goal.position));
    let across = Scale::new(end, whole_px(x0), px(x1 / QUARTERS))?;

    let way = Way::new(options, width);
    let (references, over) = place_references(&options.breaks, &across, width);
    let top = over + px(10) + way.as_ref().map_or(0, Way::lane);
    let mut plot = Plot { up: Scale::new(max, 0, LOWEST)?, across, top, bottom: 0, width };
    // The names of the times are placed to know how high they are.
    let mut frame = Group::frame();
    let names = plot.time_names(&mut frame, options);
    frame.items.clear();
    let tall = if options.frame.width < NARROW { TALL.0 } else { TALL.1 };
    let height = (tall - top - names).max(LOWEST) / QUARTERS * QUARTERS;
    plot.up = Scale::new(max, 0, height)?;
    plot.bottom = top + height;

    let ticks = plot.tick_names(&mut frame, &options.ticks, tick_width);
    let below = plot.time_names(&mut frame, options);
    let mut paths = Group::frame();
    if let Some(way) = &way {
        way.draw(&mut paths, &plot, options);
    }
    plot.path(&mut paths, options);
    let mut tags = Group::frame();
    let mut texts = texts_of([&frame]);
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
        let (group, mark) = plot.mark(point, options);
        groups.push(group);
        scene.marks.push(mark);
    }
    let roof = over + px(2);
    let inside = Rect { x: 0, y: roof, w: width, h: plot.bottom - QUARTERS - roof };
    plot.write_all(&mut groups, way.as_ref(), options, (inside, texts));
    let lines = draw_references(&references, &[(0, plot.bottom)], &groups);
    let mut grid = Group::frame();
    plot.grid(&mut grid, &ticks, &texts_of(&groups));
    scene.groups.extend([grid, frame, lines]);
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
    if let Some(goal) = &options.goal {
        values.push(checked("goal", goal.value)?);
        let known = |point: &&Point| matches!(point.amount, Amount::Known { .. });
        let last = options.points.iter().rfind(known).and_then(|point| options.times.get(point.time));
        if !goal.position.is_finite() || last.is_none_or(|last| last.position >= goal.position) {
            return Err(ChartError::Domain);
        }
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

    /// Writes the ticks' names on the left, without those that would touch; gives where their lines go.
    fn tick_names(&self, frame: &mut Group, ticks: &[Tick], right: i32) -> Vec<i32> {
        let font = Role::TickLabel.font();
        let mut used: Vec<i32> = Vec::new();
        for tick in ticks {
            let y = self.y(tick.value) / QUARTERS * QUARTERS + QUARTERS / 2;
            let beyond = !(0.0..=self.up.max()).contains(&tick.value);
            if beyond || used.iter().any(|other| (other - y).abs() < font.line()) {
                continue;
            }
            used.push(y);
            let label = tick.label.clone();
            let (role, y) = (Role::TickLabel, font.centred(y));
            frame.items.push(Item::Text { role, x: right, y, anchor: Anchor::End, text: label });
        }
        used
    }

    /// Draws the ticks' lines, which make way for `texts`, and the line at zero.
    fn grid(&self, group: &mut Group, ticks: &[i32], texts: &[Rect]) {
        let ends = (self.across.at(0.0) - SPOT, self.across.at(f64::MAX) + SPOT);
        for y in ticks {
            level(group, Role::Grid, *y, ends, texts);
        }
        let y = self.bottom / QUARTERS * QUARTERS + QUARTERS / 2;
        group.stroke(Role::Baseline, &[(ends.0, y), (ends.1, y)]);
    }

    /// Writes the times below the plot: the first, the last, and those between that fit, that of the last
    /// figure before others. Gives the bottom.
    fn time_names(&self, frame: &mut Group, options: &Options) -> i32 {
        let times = &options.times;
        let role = Role::TickLabel;
        let font = role.font();
        let most = if self.width < px(400) { px(80) } else { px(120) };
        let top = self.bottom + px(12);
        let mut used: Vec<(i32, i32)> = Vec::new();
        let mut end = top;
        let count = times.len();
        let last = options.points.last().map(|point| point.time);
        let order = std::iter::once(0).chain(count.checked_sub(1)).chain(last).chain(1..count.max(1));
        for time in order.filter_map(|index| times.get(index)) {
            let x = self.across.at(time.position);
            // A date that no space divides is not broken within a word.
            let widest = time.label.split(' ').map(|word| text::width(word, font)).max().unwrap_or(0);
            let lines = text::wrap(&time.label, most.max(widest.min(px(120))), font, 3);
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

    /// From where to where a figure and its interval reach.
    fn reach(&self, amount: &Amount) -> (i32, i32) {
        match amount {
            Amount::Known { value, interval, .. } => {
                let y = self.y(*value);
                let (high, low) = interval.map_or((y, y), |(low, high)| (self.y(high), self.y(low)));
                (high.min(y - SPOT), low.max(y + SPOT))
            }
            Amount::Missing { .. } => (self.bottom - 2 * SPOT, self.bottom),
        }
    }

    /// Draws a figure with its interval, or the place of one that is missing.
    fn mark(&self, point: &Point, options: &Options) -> (Group, PlacedMark) {
        let mut group = Group::mark(&point.key);
        let x = self.x(options, point.time);
        let bar = match &point.amount {
            Amount::Known { value, interval, .. } => {
                let y = self.y(*value);
                if let Some((low, high)) = interval {
                    let (low, high) = (self.y(*low), self.y(*high));
                    let (left, right) = (x - SPOT, x + SPOT);
                    let ends = [(left, low), (right, low), (x, low), (x, high), (left, high), (right, high)];
                    group.edged(Role::Interval, ends.to_vec());
                }
                group.items.push(Item::Dot(Role::Covered, x, y, SPOT));
                Rect { x: x - SPOT, y: y - SPOT, w: 2 * SPOT, h: 2 * SPOT }
            }
            Amount::Missing { .. } => {
                let y = self.bottom - SPOT;
                let square = Rect { x: x - SPOT, y: y - SPOT, w: 2 * SPOT, h: 2 * SPOT };
                group.items.push(Item::Rect(Role::Unknown, square));
                Rect { w: 0, ..square }
            }
        };
        let row = Rect { y: self.top, h: self.bottom - self.top, ..bar };
        (group, PlacedMark { key: point.key.clone(), bar, row })
    }

    /// Writes the labels that stand within the plot into `groups`: first that of the line and that of its
    /// ends, then one for each figure. None touches `texts` or leaves `inside`.
    fn write_all(
        &self,
        groups: &mut [Group],
        way: Option<&Way<'_>>,
        options: &Options,
        (inside, texts): (Rect, Vec<Rect>),
    ) {
        let mut labels = vec![Group::frame(); groups.len()];
        let mut room = Room { inside, groups, texts };
        if let (Some(way), [paths, _, of_points @ ..]) = (way, labels.as_mut_slice()) {
            way.write(paths, of_points, self, options, &mut room);
        }
        for (point, group) in options.points.iter().zip(labels.iter_mut().skip(2)) {
            self.write(group, point, options, &mut room);
        }
        for (group, mut label) in groups.iter_mut().zip(labels) {
            group.items.append(&mut label.items);
        }
    }

    /// Writes the label of a figure above or below it, where nothing else does it and there is room.
    fn write(&self, group: &mut Group, point: &Point, options: &Options, room: &mut Room<'_>) {
        let (role, label) = match &point.amount {
            Amount::Known { label, .. } => (Role::Value, label),
            Amount::Missing { label } => (Role::Missing, label),
        };
        let ends = point.time == 0 || point.time + 1 == options.times.len();
        let by_way = options.goal.is_some() && goal::is_last(point, options);
        let by_tag = if options.goal.is_some() { point.time == 0 || by_way } else { ends };
        if role == Role::Value && by_tag {
            return;
        }
        let Some(label) = Waiting::new(role, label, px(96).min(self.width * 3 / 10), 2) else { return };
        let (high, low) = self.reach(&point.amount);
        let x = label.centred(self.x(options, point.time), self.width);
        let places = [high - LINE_GAP - label.height(), low + LINE_GAP].map(|top| (Anchor::Middle, x, top));
        label.write(group, room, &places);
    }
}
