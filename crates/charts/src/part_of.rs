//! A part within its whole: one bar at true proportion, with a callout that makes even a sliver
//! findable.

use super::scale::{self, Scale};
use super::scene::{Anchor, Group, Item, Rect, Scene};
use super::theme::{MAX_WIDTH, MIN_WIDTH, QUARTERS, Role, TEXT_GAP, px, whole_px};
use super::{Chart, ChartError, Frame, PlacedMark, checked, text};

/// What to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Name, description, width.
    pub frame: Frame,
    /// The whole, such as all benefits.
    pub whole: Share,
    /// The part of it, in the same unit.
    pub part: Share,
}

/// A labelled amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Identifies the mark.
    pub key: String,
    /// The amount; zero or more.
    pub value: f64,
    /// What it is and how much, such as `Rp718,7 miliar manfaat dibayarkan`.
    pub label: String,
}

/// Draws a part within its whole.
///
/// # Errors
/// [`ChartError`] where a value is negative or not finite, or the part exceeds the whole.
pub fn draw(options: &Options) -> Result<Chart, ChartError> {
    layout(options)?.draw(&options.frame)
}

/// Lays a part within its whole out.
///
/// # Errors
/// As [`draw`].
pub fn layout(options: &Options) -> Result<Scene, ChartError> {
    let wide = options.frame.width.clamp(MIN_WIDTH, MAX_WIDTH);
    let width = px(i32::try_from(wide).unwrap_or(0));
    let whole = checked(&options.whole.key, options.whole.value)?;
    let part = checked(&options.part.key, options.part.value)?;
    if part > whole {
        return Err(ChartError::PartExceedsWhole);
    }
    let scale = Scale::new(scale::domain(None, [whole])?, 0, width)?;

    let mut first = Group::mark(&options.whole.key);
    let lines = text::wrap(&options.whole.label, width, Role::Value.font(), 4);
    let y = first.lines(Role::Value, &lines, 0, 0, Anchor::Start);
    let band = Rect { x: 0, y: y + TEXT_GAP, w: scale.at(whole), h: px(28) };
    if band.w > 0 {
        first.items.push(Item::Rect(Role::Whole, band));
    }
    let mut second = Group::mark(&options.part.key);
    let sliver = Rect { w: scale.at(part), ..band };
    if sliver.w > 0 {
        second.items.push(Item::Rect(Role::Part, sliver));
    }
    let bottom = call_out(&mut second, &options.part.label, sliver, width);
    let mark = |share: &Share, bar: Rect, top: i32, bottom: i32| PlacedMark {
        key: share.key.clone(),
        bar,
        row: Rect { x: 0, y: top, w: width, h: bottom - top },
    };
    Ok(Scene {
        width,
        height: whole_px(bottom),
        groups: vec![first, second],
        marks: vec![
            mark(&options.whole, band, 0, band.bottom()),
            mark(&options.part, sliver, band.bottom(), bottom),
        ],
    })
}

/// Ties `label` to the part: an elbow from below the sliver to the text. Gives the bottom.
fn call_out(group: &mut Group, label: &str, sliver: Rect, width: i32) -> i32 {
    let font = Role::Value.font();
    // On the sliver's middle, or near the start of a part that is no sliver.
    let x = px((sliver.w / 2).min(px(12)) / QUARTERS) + QUARTERS / 2;
    let text_x = x + px(16);
    let top = sliver.bottom() + px(10);
    let middle = px((top + font.line() / 2) / QUARTERS) + QUARTERS / 2;
    let points = vec![(x, sliver.bottom() + px(2)), (x, middle), (text_x - px(5), middle)];
    group.items.push(Item::Line(Role::Leader, points));
    let lines = text::wrap(label, width - text_x, font, 6);
    group.lines(Role::Value, &lines, text_x, top, Anchor::Start).max(middle + QUARTERS)
}
