//! Placing what a picture shows, as SVG with literal colours.
use anyhow::{Context, Result};
use quick_xml::escape::escape;
use words::fill;

use super::{
    super::{PICTURE_HEIGHT, PICTURE_WIDTH},
    FAMILY,
    plan::{Plan, Stat},
    text::{Type, fit, width, wrap},
};
use crate::tokens;

/// The space around everything, in pixels.
const MARGIN: f32 = 64.0;
/// The width between the margins.
const ROOM: f32 = PICTURE_WIDTH as f32 - 2.0 * MARGIN;
/// Where the credit begins: nothing else reaches below.
const FOOT: f32 = 548.0;
/// A chart drawn smaller than this cannot be read where pictures are shown small.
const SMALLEST_SCALE: f32 = 0.95;
/// A chart drawn larger than this shouts.
const LARGEST_SCALE: f32 = 1.9;

/// A chart as the components draw it.
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
    /// Pixels in one of its units.
    pub scale: f32,
}

/// A picture in the making.
#[derive(Default)]
pub struct Canvas {
    svg: String,
}

impl Canvas {
    /// Draws all but the chart, and says where that belongs; `None` where there is none, or it
    /// could not be read.
    pub fn draw(&mut self, plan: &Plan, chart: Option<&Chart>) -> Option<Placed> {
        self.rect(0.0, 0.0, PICTURE_WIDTH as f32, PICTURE_HEIGHT as f32, "paper");
        self.rect(0.0, 0.0, PICTURE_WIDTH as f32, 12.0, "covered");
        self.foot(plan);
        let (of, lines) = fit(&plan.kicker, Type::regular(27.0), 20.0, ROOM, 1);
        self.lines(&lines, MARGIN, 78.0, of, "ink-muted");
        let (of, lines) = title(&plan.title);
        let mut top = 94.0 + of.size;
        self.lines(&lines, MARGIN, top, of, "ink");
        let below = (lines.len().saturating_sub(1)) as f32 * of.line();
        top += below + 32.0;
        if let Some(large) = &plan.large {
            top = self.large(large, top + 16.0);
        }
        if !plan.stats.is_empty() {
            // With little below them the figures take more of the space.
            let size = if chart.is_none() && plan.list.len() <= 4 { 120.0 } else { 84.0 };
            top = self.stats(&plan.stats, top + 16.0, Type::strong(size));
        }
        let placed = chart.and_then(|chart| place(chart, top));
        if placed.is_none() {
            self.list(plan, top + 8.0);
        }
        placed
    }

    /// The picture's SVG.
    pub fn svg(&self) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{PICTURE_WIDTH}\" height=\"{PICTURE_HEIGHT}\" \
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

    fn foot(&mut self, plan: &Plan) {
        self.rect(MARGIN, 566.0, ROOM, 1.0, "grid");
        let of = Type::strong(21.0);
        let brand = width(plan.brand, of);
        self.text(plan.brand, PICTURE_WIDTH as f32 - MARGIN - brand, 600.0, of, "covered-ink");
        let (of, lines) = fit(&plan.credit, Type::regular(21.0), 16.0, ROOM - brand - 40.0, 1);
        self.lines(&lines, MARGIN, 600.0, of, "ink-muted");
    }

    /// The large figure with its words beside it; returns where the next thing may begin.
    fn large(&mut self, large: &Stat, top: f32) -> f32 {
        let whole = Type::strong(148.0);
        let fitting = whole.size * (ROOM * 0.56 / width(&large.value, whole)).min(1.0);
        let of = Type::strong(fitting.floor());
        // Figures are about 0.73 of their size high.
        let baseline = top + of.size * 0.73 + 4.0;
        self.text(&large.value, MARGIN - of.size * 0.04, baseline, of, "covered");
        let x = MARGIN + width(&large.value, of) + 36.0;
        let (words, lines) = fit(&large.label, Type::regular(36.0), 24.0, MARGIN + ROOM - x, 3);
        let first = baseline - (lines.len().saturating_sub(1)) as f32 * words.line();
        self.lines(&lines, x, first, words, "ink");
        baseline + 40.0
    }

    /// Figures in a row, each above its words.
    fn stats(&mut self, stats: &[Stat], top: f32, largest: Type) -> f32 {
        let gap = 56.0;
        let (words, mut of) = (Type::regular(26.0), largest);
        let wide = |stat: &Stat, of: Type| width(&stat.value, of).max(width(&stat.label, words)) + gap;
        while stats.iter().map(|stat| wide(stat, of)).sum::<f32>() > ROOM + gap && of.size > 36.0 {
            of.size -= 2.0;
        }
        let baseline = top + of.size * 0.73 + 4.0;
        // Below the descenders of the figures, as in `Rp`.
        let below = baseline + of.size * 0.24 + 28.0;
        let mut x = MARGIN;
        for stat in stats {
            self.text(&stat.value, x - of.size * 0.03, baseline, of, "covered");
            self.text(&stat.label, x, below, words, "ink-muted");
            x += wide(stat, of);
        }
        below + 24.0
    }

    /// A list in as many columns as it needs, as large as it can be; what does not fit is counted.
    fn list(&mut self, plan: &Plan, top: f32) {
        if plan.list.is_empty() {
            return;
        }
        let columns = if plan.list.len() > 4 { 2 } else { 1 };
        let mut of = Type::regular(30.0);
        let mut items = plan.list.clone();
        loop {
            if let Some(places) = arrange(&items, of, columns, top) {
                for (lines, x, baseline) in places {
                    self.lines(&lines, x, baseline, of, "ink");
                }
                return;
            }
            if of.size > 21.0 {
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

/// A title on one line where it can be read so, else on two.
fn title(text: &str) -> (Type, Vec<String>) {
    let mut of = Type::strong(48.0);
    while width(text, of) > ROOM && of.size > 38.0 {
        of.size -= 1.0;
    }
    if width(text, of) <= ROOM {
        return (of, vec![text.to_owned()]);
    }
    fit(text, Type::strong(44.0), 30.0, ROOM, 2)
}

/// Lines, and where they begin.
type Item = (Vec<String>, f32, f32);

/// The items of a list in columns, top to bottom; `None` where they do not fit.
fn arrange(items: &[String], of: Type, columns: usize, top: f32) -> Option<Vec<Item>> {
    let step = (ROOM + 40.0) / columns as f32;
    let gap = of.size * 0.42;
    let wrapped: Vec<Vec<String>> = items.iter().map(|item| wrap(item, of, step - 40.0)).collect();
    if wrapped.iter().flatten().any(|line| width(line, of) > step - 40.0) {
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

/// As large as the space below `top` allows, in the middle of its height.
fn place(chart: &Chart, top: f32) -> Option<Placed> {
    let height = FOOT - top;
    let scale = (ROOM / chart.width).min(height / chart.height).min(LARGEST_SCALE);
    (scale >= SMALLEST_SCALE).then(|| {
        let left = height - chart.height * scale;
        Placed { x: MARGIN, y: top + left * 0.4, scale }
    })
}
