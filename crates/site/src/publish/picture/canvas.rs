//! Placing what the card of the pictures shows, as SVG with literal colours.
use anyhow::{Context, Result};
use quick_xml::escape::escape;
use words::fill;

use super::{
    FAMILY,
    plan::{Plan, Stat},
    text::{Type, fit, width, wrap},
};
use crate::tokens;

/// The card is so wide and so high, in units: a unit is a pixel of the wide picture.
pub const SIDE: f32 = 630.0;
/// The space left and right.
const MARGIN: f32 = 40.0;
/// The width between the margins.
const ROOM: f32 = SIDE - 2.0 * MARGIN;
/// Where the credit begins: nothing else reaches below.
pub const FOOT: f32 = 560.0;
/// A chart drawn smaller than this cannot be read where pictures are shown small.
const SMALLEST_SCALE: f32 = 1.15;
/// A drawing that fills more of the card is taken where its words are this part of the largest size.
const ENOUGH: f32 = 0.85;
/// A chart drawn larger than this shouts.
const LARGEST_SCALE: f32 = 2.4;

/// A chart as the components draw it.
#[derive(Debug)]
pub struct Chart {
    svg: String,
    width: f32,
    height: f32,
}

impl Chart {
    /// Reads the size of a chart.
    ///
    /// # Errors
    /// When it is no SVG, or has no `viewBox`.
    pub fn read(svg: &str) -> Result<Self> {
        // HTML needs no namespace on an SVG element; an XML reader does.
        let svg = if svg.contains("xmlns=") {
            svg.to_owned()
        } else {
            svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1)
        };
        let document = roxmltree::Document::parse(&svg).context("a chart is no SVG")?;
        let view = document.root_element().attribute("viewBox").context("a chart has no viewBox")?;
        let numbers: Vec<f32> = view.split_whitespace().filter_map(|part| part.parse().ok()).collect();
        let [_, _, width, height] = numbers[..] else { anyhow::bail!("the viewBox {view} has no size") };
        anyhow::ensure!(width > 0.0 && height > 0.0, "the viewBox {view} is empty");
        Ok(Self { svg, width, height })
    }

    /// The chart with a stylesheet inside.
    pub fn styled(&self, style: &str) -> String {
        let style = format!("<style>{}</style>", escape(style));
        match self.svg.split_once('>') {
            Some((tag, rest)) => [tag, ">", &style, rest].concat(),
            None => self.svg.clone(),
        }
    }
}

/// Where a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The left edge.
    pub x: f32,
    /// The top edge.
    pub y: f32,
    /// Units of the card in one of its units.
    pub scale: f32,
}

/// A card in the making.
#[derive(Default)]
pub struct Canvas {
    svg: String,
}

impl Canvas {
    /// Draws all but the chart, and says which of the drawings belongs where; `None` where there is none, or none could
    /// be read.
    pub fn draw<'c>(&mut self, plan: &Plan, charts: &'c [Chart]) -> Option<(&'c Chart, Placed)> {
        self.rect(0.0, 0.0, SIDE, SIDE, "paper");
        self.rect(0.0, 0.0, SIDE, 12.0, "covered");
        self.foot(plan);
        let (of, lines) = fit(&plan.title, Type::strong(47.0), 30.0, ROOM, 3);
        let end = self.lines(&lines, MARGIN, 30.0 + of.size, of, "ink");
        let (of, lines) = about(&plan.about);
        let top = self.lines(&lines, MARGIN, end + 18.0 + of.size, of, "ink-muted") + 28.0;
        if let Some(large) = &plan.large {
            return self.large(large, charts, top);
        }
        if let Some(placed) = place(charts, top) {
            return Some(placed);
        }
        // The figures are large: they stand further from the words above.
        let top = if plan.stats.is_empty() { top } else { top + 18.0 };
        let top = self.stats(&plan.stats, top, plan.list.is_empty());
        self.list(plan, top);
        None
    }

    /// The card's SVG.
    pub fn svg(&self) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{SIDE}\" height=\"{SIDE}\" \
             font-family=\"{FAMILY}\">{}</svg>",
            self.svg
        )
    }

    fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, token: &str) {
        let fill = tokens::light(token);
        self.svg +=
            &format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>");
    }

    fn text(&mut self, text: &str, x: f32, baseline: f32, of: Type, token: &str) {
        let weight = if of.strong { 600 } else { 400 };
        self.svg += &format!(
            "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{}\">{}</text>",
            of.size,
            tokens::light(token),
            escape(text)
        );
    }

    /// Lines from a first baseline on; returns the last baseline.
    fn lines(&mut self, lines: &[String], x: f32, baseline: f32, of: Type, token: &str) -> f32 {
        let mut y = baseline;
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                y += of.line();
            }
            self.text(line, x, y, of, token);
        }
        y
    }

    /// Source and date on one line. Many sources are cut, the date is not.
    fn foot(&mut self, plan: &Plan) {
        self.rect(MARGIN, 576.0, ROOM, 1.0, "grid");
        let parts = [plan.source.as_str(), plan.updated.as_str()].into_iter().filter(|part| !part.is_empty());
        let credit = parts.collect::<Vec<_>>().join(" · ");
        let (mut of, mut lines) = fit(&credit, Type::regular(19.0), 16.0, ROOM, 1);
        if width(&credit, of) > ROOM && !plan.updated.is_empty() {
            let date = [" · ", &plan.updated].concat();
            let source;
            (of, source) = fit(&plan.source, of, of.size, ROOM - width(&date, of), 1);
            lines = source.into_iter().map(|source| source + &date).collect();
        }
        self.lines(&lines, MARGIN, 606.0, of, "ink-muted");
    }

    /// The large figure with its words, beside a square of dots where there is one.
    fn large<'c>(&mut self, large: &Stat, charts: &'c [Chart], top: f32) -> Option<(&'c Chart, Placed)> {
        let height = FOOT - top;
        let dots = charts.first().map(|chart| {
            let scale = (height / chart.height).min(ROOM * 0.56 / chart.width).min(LARGEST_SCALE);
            (chart, Placed { x: MARGIN, y: top + (height - chart.height * scale) / 2.0, scale })
        });
        let x = dots.map_or(MARGIN, |(chart, placed)| MARGIN + chart.width * placed.scale + 30.0);
        let room = SIDE - MARGIN - x;
        let of = Type::strong(150.0);
        let of = Type::strong((of.size * (room / width(&large.value, of)).min(1.0)).floor());
        let (words, lines) = fit(&large.label, Type::regular(29.0), 20.0, room, 6);
        // Figures are about 0.73 of their size high.
        let tall = of.size * 0.73 + 16.0 + lines.len() as f32 * words.line();
        let baseline = top + (height - tall) / 2.0 + of.size * 0.73;
        self.text(&large.value, x - of.size * 0.04, baseline, of, "covered");
        self.lines(&lines, x, baseline + 16.0 + words.size, words, "ink");
        dots
    }

    /// Figures one below the other, each above its words, and larger where they are `alone`; returns where the next
    /// thing may begin.
    fn stats(&mut self, stats: &[Stat], top: f32, alone: bool) -> f32 {
        let (words, gap) = (Type::regular(if alone { 32.0 } else { 26.0 }), 34.0);
        let mut y = top;
        for stat in stats {
            let whole = Type::strong(if alone { 96.0 } else { 70.0 });
            let of = Type::strong((whole.size * (ROOM / width(&stat.value, whole)).min(1.0)).floor());
            let (words, lines) = fit(&stat.label, words, 18.0, ROOM, 1);
            let baseline = y + of.size * 0.73;
            // Below the descenders of the figures, as in `Rp`.
            let below = baseline + of.size * 0.2 + words.size;
            self.text(&stat.value, MARGIN - of.size * 0.03, baseline, of, "covered");
            self.lines(&lines, MARGIN, below, words, "ink-muted");
            y = below + gap;
        }
        y
    }

    /// A list in as many columns as it needs, as large as it can be; what does not fit is counted.
    fn list(&mut self, plan: &Plan, top: f32) {
        if plan.list.is_empty() {
            return;
        }
        let columns = if plan.list.len() > 8 { 2 } else { 1 };
        let mut of = Type::regular(32.0);
        let mut items = plan.list.clone();
        loop {
            if let Some(places) = arrange(&items, of, columns, top) {
                for (lines, x, baseline) in places {
                    self.lines(&lines, x, baseline, of, "ink");
                }
                return;
            }
            if of.size > 22.0 {
                of.size -= 1.0;
            } else if items.len() > 1 {
                // The last item becomes the words for how many are not shown.
                let shown = items.len().saturating_sub(2);
                items.truncate(shown);
                let rest = (plan.list.len() - shown).to_string();
                items.push(fill(plan.more, &[&rest]));
            } else {
                return;
            }
        }
    }
}

/// What is shown, where and when: on one line where it can be read so, else on two.
fn about(text: &str) -> (Type, Vec<String>) {
    let mut of = Type::regular(24.0);
    while width(text, of) > ROOM && of.size > 20.0 {
        of.size -= 1.0;
    }
    if width(text, of) <= ROOM {
        return (of, vec![text.to_owned()]);
    }
    fit(text, Type::regular(24.0), 19.0, ROOM, 2)
}

/// Lines, and where they begin.
type Item = (Vec<String>, f32, f32);

/// The items of a list in columns, top to bottom; `None` where they do not fit.
fn arrange(items: &[String], of: Type, columns: usize, top: f32) -> Option<Vec<Item>> {
    let step = (ROOM + 30.0) / columns as f32;
    let gap = of.size * 0.42;
    let wrapped: Vec<Vec<String>> = items.iter().map(|item| wrap(item, of, step - 30.0)).collect();
    if wrapped.iter().flatten().any(|line| width(line, of) > step - 30.0) {
        return None;
    }
    let rows = items.len().div_ceil(columns);
    let mut places = Vec::new();
    for (column, items) in wrapped.chunks(rows).enumerate() {
        let x = MARGIN + column as f32 * step;
        let mut baseline = top + of.size;
        for lines in items {
            places.push((lines.clone(), x, baseline));
            let last = baseline + (lines.len().saturating_sub(1)) as f32 * of.line();
            if last + of.size * 0.25 > FOOT {
                return None;
            }
            baseline = last + of.line() + gap;
        }
    }
    Some(places)
}

/// The widest drawing whose words come out nearly as large as those of any, in the middle of the space below `top`.
fn place(charts: &[Chart], top: f32) -> Option<(&Chart, Placed)> {
    let height = FOOT - top;
    let scale = |chart: &Chart| (ROOM / chart.width).min(height / chart.height).min(LARGEST_SCALE);
    let largest = charts.iter().map(scale).fold(0.0, f32::max);
    let enough = (largest * ENOUGH).max(SMALLEST_SCALE);
    let legible = charts.iter().filter(|chart| scale(chart) >= enough);
    let chart = legible.max_by(|a, b| a.width.total_cmp(&b.width))?;
    let scale = scale(chart);
    let left = height - chart.height * scale;
    Some((chart, Placed { x: MARGIN, y: top + left * 0.4, scale }))
}
