//! The way from the last known figure to a goal: dashed, with a ring at its end.

use super::labels::{Room, Waiting};
use super::{Goal, Options, Plot, Point, SPOT};
use crate::Amount;
use crate::scene::{Anchor, Group, Item};
use crate::theme::{LINE_GAP, Role, TEXT_GAP, px};

/// Radius of the ring at the goal.
const RING: i32 = px(5);
/// Where along the way its label is tried, in percent.
const ALONG: [i32; 7] = [50, 60, 40, 70, 30, 80, 20];

/// The way to a goal with its labels.
pub(super) struct Way<'o> {
    goal: &'o Goal,
    name: Option<Waiting>,
    /// The same words, broken in several ways.
    paces: Vec<Waiting>,
}

impl<'o> Way<'o> {
    /// The way in a chart of `width`; `None` where there is no goal.
    pub fn new(options: &'o Options, width: i32) -> Option<Self> {
        let goal = options.goal.as_ref()?;
        let name = Waiting::new(Role::Label, &goal.label, width / 100 * 64, 2);
        let shapes = [(44, 3), (44, 4), (36, 5)];
        let pace = |(share, lines): (i32, usize)| {
            Waiting::new(Role::SubLabel, &goal.pace, (width / 100 * share).min(px(190)), lines)
        };
        Some(Self { goal, name, paces: shapes.into_iter().filter_map(pace).collect() })
    }

    /// The height above the plot that the goal's name takes.
    pub fn lane(&self) -> i32 {
        self.name.as_ref().map_or(0, |name| name.height() + LINE_GAP)
    }

    /// From where to where the way goes.
    fn ends(&self, plot: &Plot, options: &Options) -> Option<((i32, i32), (i32, i32))> {
        let last = options.points.iter().find(|point| is_last(point, options))?;
        Some((plot.spot(last, options)?, (plot.across.at(self.goal.position), plot.y(self.goal.value))))
    }

    /// Draws the way and the ring.
    pub fn draw(&self, group: &mut Group, plot: &Plot, options: &Options) {
        if let Some((from, to)) = self.ends(plot, options) {
            group.stroke(Role::Way, &[from, to]);
            group.items.push(Item::Dot(Role::Ring, to.0, to.1, RING));
        }
    }

    /// Writes the labels that have room: what the goal is, the last figure (into its group of `points`),
    /// what the way takes.
    pub fn write(
        &self,
        group: &mut Group,
        points: &mut [Group],
        plot: &Plot,
        options: &Options,
        room: &mut Room<'_>,
    ) {
        let Some((from, to)) = self.ends(plot, options) else { return };
        if let Some(name) = &self.name {
            let x = to.0 + RING;
            let above = to.1 - RING - LINE_GAP - name.height();
            name.write(group, room, &[(Anchor::End, x, above), (Anchor::End, x, to.1 + RING + LINE_GAP)]);
        }
        let last = options.points.iter().zip(points).find(|(point, _)| is_last(point, options));
        // That of the first time has its place on the left.
        if let Some((point, group)) = last
            && point.time > 0
        {
            write_last(group, point, from, plot, room);
        }
        for pace in &self.paces {
            let (gap, h) = (px(5), pace.height());
            let at = |percent: i32| {
                (from.0 + (to.0 - from.0) / 100 * percent, from.1 + (to.1 - from.1) * percent / 100)
            };
            let above = |(x, y): (i32, i32)| (Anchor::End, x - gap, y - gap - h);
            let below = |(x, y): (i32, i32)| (Anchor::Start, x + gap, y + gap);
            let mut places: Vec<(Anchor, i32, i32)> = Vec::with_capacity(2 * ALONG.len());
            places.extend(ALONG.map(|percent| above(at(percent))));
            places.extend(ALONG.map(|percent| below(at(percent))));
            if pace.write(group, room, &places) {
                break;
            }
        }
    }
}

/// Whether the way starts at this figure: the last that is known.
pub(super) fn is_last(point: &Point, options: &Options) -> bool {
    let known = |point: &&Point| matches!(point.amount, Amount::Known { .. });
    options.points.iter().rfind(known).is_some_and(|last| std::ptr::eq(last, point))
}

/// Writes the last figure: below the way, beside or over its dot.
fn write_last(group: &mut Group, point: &Point, (x, y): (i32, i32), plot: &Plot, room: &mut Room<'_>) {
    let Amount::Known { label, .. } = &point.amount else { return };
    let Some(label) = Waiting::new(Role::Value, label, plot.width / 100 * 34, 2) else { return };
    let (h, (high, low)) = (label.height(), plot.reach(&point.amount));
    let (right, left, over) = (x + SPOT + TEXT_GAP, x - SPOT - TEXT_GAP, label.centred(x, plot.width));
    label.write(
        group,
        room,
        &[
            (Anchor::Start, right, y - h / 2),
            (Anchor::Start, right, y + LINE_GAP),
            (Anchor::Middle, over, low + LINE_GAP),
            (Anchor::Middle, over, high - LINE_GAP - h),
            (Anchor::End, left, y - h / 2),
        ],
    );
}
