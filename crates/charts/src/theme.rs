//! What marks look like: roles, their classes, type sizes and spaces.
//!
//! A shape has a [`Role`], never a colour. Plotters carries the role to the backend inside its
//! colour type: `RGB(0, 0, index of the role)`. The backend writes the role's class, and the
//! stylesheet (`public/styles/charts.css` in the page, [`STYLE`] in an exported file) gives the
//! class its colour. This is the only Rust file in which literal colours may stand.

use plotters::style::RGBColor;

/// Units of a scene in one CSS pixel.
pub const QUARTERS: i32 = 4;

/// `n` CSS pixels in scene units.
#[must_use]
pub const fn px(n: i32) -> i32 {
    n * QUARTERS
}

/// The whole CSS pixels that hold `units`, in scene units.
#[must_use]
pub const fn whole_px(units: i32) -> i32 {
    px((units + QUARTERS - 1) / QUARTERS)
}

/// Charts are not laid out narrower than this many CSS pixels.
pub const MIN_WIDTH: u32 = 200;
/// Charts are not laid out wider than this many CSS pixels.
pub const MAX_WIDTH: u32 = 4000;
/// Below this width in CSS pixels labels stand above their bars, not beside them.
pub const NARROW: u32 = 520;

/// Height of a bar beside its label.
pub const BAR: i32 = px(24);
/// Height of a bar below its label.
pub const BAR_NARROW: i32 = px(15);
/// Height of a bar beside its label where there are many rows.
pub const BAR_DENSE: i32 = px(18);
/// Above this number of rows, bars and gaps are smaller.
pub const DENSE_ROWS: usize = 14;
/// Radius of a dot.
pub const DOT: i32 = px(6);
/// Space between two rows.
pub const ROW_GAP: i32 = px(14);
/// Space between two rows where labels stand above the bars.
pub const ROW_GAP_NARROW: i32 = px(5);
/// Space between two rows where there are many.
pub const ROW_GAP_DENSE: i32 = px(8);
/// Space between a bar and its label above it, where the line of the label leaves some already.
pub const NAME_GAP: i32 = px(1);
/// Space between a shape and the text that belongs to it.
pub const TEXT_GAP: i32 = px(6);
/// Space between two texts on one line.
pub const WORD_GAP: i32 = px(12);
/// Space between a text and a line that is not its own.
pub const LINE_GAP: i32 = px(3);
/// Space between the label column and the bars.
pub const COLUMN_GAP: i32 = px(16);
/// The label column takes at most this part of the width, in percent.
pub const LABEL_SHARE: i32 = 34;

/// A size and weight of type. Text in these charts comes in three: see [`Role::font`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Font {
    /// Size in CSS pixels.
    pub size: i32,
    /// Whether the text is set in a bold weight.
    pub strong: bool,
}

impl Font {
    /// Distance between two baselines, in scene units.
    #[must_use]
    pub const fn line(self) -> i32 {
        px(self.size * 13 / 10)
    }

    /// Height of a capital letter above the baseline, in scene units.
    #[must_use]
    pub const fn cap(self) -> i32 {
        px(self.size) * 72 / 100
    }

    /// Space above the baseline that a line of text may ink, in scene units.
    #[must_use]
    pub const fn ascent(self) -> i32 {
        px(self.size) * 80 / 100
    }

    /// Space below the baseline that a line of text may ink, in scene units.
    #[must_use]
    pub const fn descent(self) -> i32 {
        px(self.size) * 24 / 100
    }

    /// The baseline that centres capitals in a line whose top is at `top`, on a whole pixel.
    #[must_use]
    pub const fn baseline(self, top: i32) -> i32 {
        self.centred(top + self.line() / 2)
    }

    /// The baseline that centres capitals on `middle`, on a whole pixel.
    #[must_use]
    pub const fn centred(self, middle: i32) -> i32 {
        (middle + self.cap() / 2 + 2) / QUARTERS * QUARTERS
    }
}

/// Body size of charts.
const BASE: Font = Font { size: 14, strong: false };
/// The same size, bold.
const STRONG: Font = Font { size: 14, strong: true };
/// Notes, ticks, reference labels.
const SMALL: Font = Font { size: 13, strong: false };

/// What a shape or a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// A covered part, stated.
    Covered,
    /// The way that is left to the goal.
    NotCovered,
    /// A not covered part that was computed: hatched.
    Implied,
    /// A bar that the others are compared with.
    Comparison,
    /// The part in a part-of-whole bar.
    Part,
    /// The whole in a part-of-whole bar.
    Whole,
    /// The empty place of a missing figure.
    Unknown,
    /// The line at zero.
    Baseline,
    /// A line at a tick.
    Grid,
    /// A pale edge along a line that crosses bars.
    Halo,
    /// A line at a reference value.
    Reference,
    /// The line at the goal.
    Goal,
    /// The range that a figure may have.
    Interval,
    /// A line that ties a text to its shape.
    Leader,
    /// The line through the times of the main series.
    Series,
    /// The first quarter of a count's range.
    Step1,
    /// The second quarter of a count's range.
    Step2,
    /// The third quarter of a count's range; the fourth is covered's own colour.
    Step3,
    /// A tile where there is nothing to count.
    Empty,
    /// The dot in a table where there is nothing to count.
    Nothing,
    /// Dots that are covered.
    Dots,
    /// The edge of dots that are not covered.
    DotsEdge,
    /// The inside of dots that are not covered.
    DotsRest,
    /// The edge of dots of which nothing is known.
    DotsUnknown,
    /// The inside of dots of which nothing is known.
    DotsGround,
    /// The way from the last figure to a goal, which nobody has measured.
    Way,
    /// The goal at the end of the way.
    Ring,
    /// Name of a row.
    Label,
    /// Name of a row that the others are compared with.
    LabelStrong,
    /// Second line of a name.
    SubLabel,
    /// A figure on paper.
    Value,
    /// A figure on a bar.
    ValueInside,
    /// A name on a tile.
    TileLabel,
    /// A name on a pale tile.
    StepLabel,
    /// A computed figure.
    ValueImplied,
    /// Words in the place of a missing figure.
    Missing,
    /// Name of a reference value.
    ReferenceLabel,
    /// Name of a tick.
    TickLabel,
}

impl Role {
    /// All roles in the order of their index.
    pub const ALL: [Self; 38] = [
        Self::Covered,
        Self::NotCovered,
        Self::Implied,
        Self::Comparison,
        Self::Part,
        Self::Whole,
        Self::Unknown,
        Self::Baseline,
        Self::Grid,
        Self::Halo,
        Self::Reference,
        Self::Goal,
        Self::Interval,
        Self::Leader,
        Self::Series,
        Self::Step1,
        Self::Step2,
        Self::Step3,
        Self::Empty,
        Self::Nothing,
        Self::Dots,
        Self::DotsEdge,
        Self::DotsRest,
        Self::DotsUnknown,
        Self::DotsGround,
        Self::Way,
        Self::Ring,
        Self::Label,
        Self::LabelStrong,
        Self::SubLabel,
        Self::Value,
        Self::ValueInside,
        Self::TileLabel,
        Self::StepLabel,
        Self::ValueImplied,
        Self::Missing,
        Self::ReferenceLabel,
        Self::TickLabel,
    ];

    /// The class in the SVG.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Covered => "c-covered",
            Self::NotCovered => "c-not-covered",
            Self::Implied => "c-implied",
            Self::Comparison => "c-comparison",
            Self::Part => "c-part",
            Self::Whole => "c-whole",
            Self::Unknown => "c-unknown",
            Self::Baseline => "c-baseline",
            Self::Grid => "c-grid",
            Self::Halo => "c-halo",
            Self::Reference => "c-reference",
            Self::Goal => "c-goal",
            Self::Interval => "c-interval",
            Self::Leader => "c-leader",
            Self::Series => "c-series",
            Self::Step1 => "c-step-1",
            Self::Step2 => "c-step-2",
            Self::Step3 => "c-step-3",
            Self::Empty => "c-empty",
            Self::Nothing => "c-nothing",
            Self::Dots => "c-dots",
            Self::DotsEdge => "c-dots-edge",
            Self::DotsRest => "c-dots-rest",
            Self::DotsUnknown => "c-dots-unknown",
            Self::DotsGround => "c-dots-ground",
            Self::Way => "c-way",
            Self::Ring => "c-ring",
            Self::Label => "c-label",
            Self::LabelStrong => "c-label-strong",
            Self::SubLabel => "c-sub-label",
            Self::Value => "c-value",
            Self::ValueInside => "c-value-inside",
            Self::TileLabel => "c-tile-label",
            Self::StepLabel => "c-step-label",
            Self::ValueImplied => "c-value-implied",
            Self::Missing => "c-missing",
            Self::ReferenceLabel => "c-reference-label",
            Self::TickLabel => "c-tick",
        }
    }

    /// The type that a text of this role is set in; the stylesheets follow it.
    #[must_use]
    pub const fn font(self) -> Font {
        match self {
            Self::LabelStrong | Self::Value | Self::ValueInside => STRONG,
            Self::SubLabel | Self::ReferenceLabel | Self::TickLabel | Self::TileLabel | Self::StepLabel => {
                SMALL
            }
            _ => BASE,
        }
    }

    /// Whether this is the role of texts.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(
            self,
            Self::Label
                | Self::LabelStrong
                | Self::SubLabel
                | Self::Value
                | Self::ValueInside
                | Self::TileLabel
                | Self::StepLabel
                | Self::ValueImplied
                | Self::Missing
                | Self::ReferenceLabel
                | Self::TickLabel
        )
    }

    /// Whether rectangles of this role have an outline: their fill is too pale, or there is none.
    #[must_use]
    pub const fn outlined(self) -> bool {
        matches!(
            self,
            Self::NotCovered
                | Self::Implied
                | Self::Whole
                | Self::Unknown
                | Self::Step1
                | Self::Step2
                | Self::Step3
                | Self::Empty
        )
    }

    /// The colour in which plotters carries the role.
    #[must_use]
    pub const fn color(self) -> RGBColor {
        RGBColor(0, 0, self as u8)
    }

    /// The role that a plotters colour carries; a colour that carries none is a label's.
    #[must_use]
    pub fn from_rgb((_, _, index): (u8, u8, u8)) -> Self {
        Self::ALL.get(usize::from(index)).copied().unwrap_or(Self::Label)
    }
}

/// The stylesheet of an exported SVG: the light tokens of `public/styles/tokens.css`, on white.
///
/// Colours are literal, not custom properties: programs that open such files (Inkscape, resvg)
/// do not resolve `var()`.
pub const STYLE: &str = "\
text{font:14px system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;fill:#14201d}path{fill:none}\
.c-covered,.c-part{fill:#006a5b}.c-not-covered{fill:#efe3d3;stroke:#8a5a17}\
.c-whole{fill:#d5dcd9;stroke:#75837f}.c-comparison{fill:#5d6b78}.c-nothing{fill:#75837f}\
.c-empty{fill:none;stroke:#75837f}\
.c-unknown{fill:none;stroke:#52605c;stroke-dasharray:3 3}\
.c-step-1,.c-step-2,.c-step-3{fill:#006a5b;fill-opacity:.14;stroke:#006a5b}\
.c-step-2{fill-opacity:.27}.c-step-3{fill-opacity:.4}\
.c-hatch-ground{fill:#efe3d3}.c-hatch,.c-implied{stroke:#8a5a17}\
.c-baseline{stroke:#52605c}.c-grid{stroke:#d5dcd9}.c-leader,.c-interval{stroke:#14201d}\
.c-halo{stroke:#fff;stroke-width:3;stroke-opacity:.7}\
.c-series{stroke:#006a5b;stroke-width:2.5}.c-way{stroke:#006a5b;stroke-width:2;stroke-dasharray:6 4}\
.c-ring{fill:#fff;stroke:#006a5b;stroke-width:2}\
.c-dots,.c-dots-edge,.c-dots-rest,.c-dots-unknown,.c-dots-ground{stroke-linecap:round}.c-dots{stroke:#006a5b}.c-dots-edge{stroke:#8a5a17}\
.c-dots-rest{stroke:#efe3d3}.c-dots-unknown{stroke:#52605c}.c-dots-ground{stroke:#fff}\
.c-tile-label,.c-step-label{font-size:13px}.c-tile-label{fill:#fff}\
.c-reference{stroke:#14201d;stroke-dasharray:2 3}.c-goal{stroke:#14201d;stroke-width:2}\
.c-label-strong,.c-value,.c-value-inside{font-weight:600}.c-value-inside{fill:#fff}\
.c-sub-label,.c-tick,.c-reference-label{font-size:13px;fill:#52605c}\
.c-value-implied{fill:#8a5a17}.c-missing{font-style:italic;fill:#52605c}";

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn a_role_survives_the_way_through_a_colour() {
        for (index, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(role as usize, index);
            let RGBColor(r, g, b) = role.color();
            assert_eq!(Role::from_rgb((r, g, b)), role);
        }
        assert_eq!(Role::from_rgb((0, 0, 255)), Role::Label);
    }

    #[test]
    fn every_class_is_in_both_stylesheets() {
        let page = concat!(
            include_str!("../../../public/styles/charts.css"),
            include_str!("../../../public/styles/charts-more.css")
        );
        for role in Role::ALL {
            let selector = [".", role.class()].concat();
            let plain = matches!(role, Role::Label);
            assert!(plain || STYLE.contains(&selector), "{selector} in STYLE");
            assert!(page.contains(&selector), "{selector} in charts.css or charts-more.css");
        }
    }
}
