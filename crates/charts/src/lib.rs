//! Charts: options and figures in, SVG text out.
//!
//! Each chart is a pure function in two steps: its options are laid out into a [`Scene`] (placed
//! shapes and marks, no text of SVG yet), and the scene is drawn by plotters through our own
//! [`backend`]. Nothing here knows the dataset, a language, or a browser: every word and every
//! number label comes in as finished text, every value as `f64`.
//!
//! The same call gives the same bytes natively and in WebAssembly: text is measured by a table
//! ([`text`]) and everything is placed with integers.
//!
//! # Units and origin
//! Options and [`Chart`] speak CSS pixels. A [`Scene`] counts in quarters of a pixel
//! ([`theme::QUARTERS`]), because plotters draws at integer positions. Zero is the top left corner;
//! x grows to the right, y grows downwards.

pub mod axis;
pub mod backend;
pub mod bars;
pub mod dots;
pub mod lines;
pub mod matrix;
pub mod scale;
mod scene;
pub mod shade;
pub mod text;
pub mod theme;
pub mod tiles;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;

pub use axis::{Reference, Tick};
pub use scene::{Anchor, Group, Item, Rect, Scene};
use thiserror::Error;

/// What every chart needs besides its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Prefix of every `id` in the SVG; must be unique in the document and free of spaces.
    pub id: String,
    /// The id of the figure around the chart. The elements with this id and `-h` or `-d` behind it
    /// are the accessible name of the chart, and the sentence that says what it shows.
    pub figure: String,
    /// The width to draw for, in CSS pixels; kept within [`theme::MIN_WIDTH`] and
    /// [`theme::MAX_WIDTH`].
    pub width: u32,
}

/// The widths in CSS pixels that the page draws its charts for; the narrowest is for large type on phones, where a
/// column holds few letters. Between them a chart is scaled, so that the static page can hold all of them and show the
/// right one by a container query (`public/styles/charts.css`), at the same height as the application.
pub const WIDTHS: [u32; 4] = [223, 316, 448, 635];

/// Those of [`WIDTHS`] that a chart beside another one is drawn for: half of a column is never as wide as the widest.
pub const HALF_WIDTHS: [u32; 3] = [WIDTHS[0], WIDTHS[1], WIDTHS[2]];

/// The widths of a column in CSS pixels from which the next wider chart is shown: where the smallest type, 13 px, comes
/// out at 12 px.
pub const WIDTH_STEPS: [u32; 3] = [292, 414, 586];

/// A figure of a row: known, or missing for a reason that the label states.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// A figure to draw.
    Known {
        /// The value in the unit of the chart's scale; zero or more.
        value: f64,
        /// The value as the reader sees it, such as `31,33%`.
        label: String,
        /// The lowest and the highest value that the figure may have, in the same unit.
        interval: Option<(f64, f64)>,
    },
    /// No figure; nothing is drawn in its place but the label.
    Missing {
        /// Why there is none, such as `tidak disebutkan`.
        label: String,
    },
}

/// A finished chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// One `<svg>` element with `viewBox="0 0 width height"` and no size of its own: the
    /// stylesheet scales it.
    pub svg: String,
    /// Width of the `viewBox` in CSS pixels.
    pub width: u32,
    /// Height of the `viewBox` in CSS pixels.
    pub height: u32,
    /// The marks in drawing order.
    pub marks: Vec<PlacedMark>,
}

/// Where a mark was drawn. Both rectangles are in quarters of a CSS pixel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedMark {
    /// The key that came with the figure; also the `data-key` of the mark's `<g>`.
    pub key: String,
    /// The drawn shape: the bar, without its labels. Empty (`w` 0) where the figure is missing.
    pub bar: Rect,
    /// Everything that belongs to the mark, across the whole width: what a finger may hit.
    pub row: Rect,
}

/// Why a chart cannot be drawn.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ChartError {
    /// A value is NaN or infinite.
    #[error("the value of `{0}` is not a finite number")]
    NotFinite(String),
    /// A value is below zero; these charts start at zero.
    #[error("the value of `{0}` is negative, but the scale starts at zero")]
    Negative(String),
    /// The ends of an interval are swapped.
    #[error("the interval of `{0}` ends before it starts")]
    Interval(String),
    /// The scale has no length, or its length overflows.
    #[error("the scale has no usable length")]
    Domain,
    /// There is nothing to draw.
    #[error("there are no rows to draw")]
    Empty,
    /// The words or the shapes have no room in this width.
    #[error("the chart has no room in this width")]
    TooNarrow,
    /// The drawing library failed.
    #[error("the drawing library refused a shape")]
    Drawing,
}

/// Checks that `value` is finite and not negative; `key` names it in the error.
fn checked(key: &str, value: f64) -> Result<f64, ChartError> {
    if !value.is_finite() {
        return Err(ChartError::NotFinite(key.to_owned()));
    }
    if value < 0.0 {
        return Err(ChartError::Negative(key.to_owned()));
    }
    Ok(value)
}

/// Checks both ends of an interval.
fn checked_interval(key: &str, (low, high): (f64, f64)) -> Result<(f64, f64), ChartError> {
    let (low, high) = (checked(key, low)?, checked(key, high)?);
    if low > high {
        return Err(ChartError::Interval(key.to_owned()));
    }
    Ok((low, high))
}

#[cfg(test)]
mod width_tests {
    use super::*;

    #[test]
    fn the_stylesheet_shows_the_width_that_is_drawn() {
        let css = include_str!("../../../public/styles/charts.css");
        for (index, step) in WIDTH_STEPS.iter().enumerate() {
            let (below, above) = (WIDTHS[index], WIDTHS[index + 1]);
            let em = f64::from(*step) / 16.0;
            // Charts beside each other lack the widest drawing, and keep the one before it.
            let narrower = if index + 1 < WIDTH_STEPS.len() { "" } else { ":not(:last-child)" };
            let rule = format!(
                "@container canvas (width >= {em}em) {{ .w{below}{narrower} {{ display: none; }} .w{above} {{ display: block; }} }}"
            );
            assert!(css.contains(&rule), "charts.css lacks {rule}");
            assert!(13.0 * f64::from(*step) / f64::from(above) > 11.9, "type gets small at {step}");
        }
    }
}
