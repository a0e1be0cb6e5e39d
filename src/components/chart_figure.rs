//! A chart with its title, its sentence, and the same data as a table.
use std::sync::Arc;

use leptos::prelude::*;

use super::ask_link::ask;
use super::markup::Markup;
use super::part::{Part, part};
use super::parts::{live, memo};
use super::report::Report;
use charts::{Chart, ChartError, Frame};
use routes::Block;

/// What a chart says, in words and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// The chart's title.
    pub title: String,
    /// One sentence that says what it shows.
    pub description: String,
    /// The headings of the table; those of numbers are marked.
    pub columns: Vec<(&'static str, bool)>,
    /// The rows of the table.
    pub rows: Vec<SpokenRow>,
}

/// A row of the table: what a mark says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpokenRow {
    /// The key of the mark in the chart.
    pub key: String,
    /// How it compares with another mark; empty where a cell says it.
    pub say: String,
    /// The cells; the first one is the row's heading. With each the name by which its figure is
    /// asked for, or an empty one.
    pub cells: Vec<(String, String)>,
}

impl SpokenRow {
    /// A row for the mark `key`, of texts that are no figures of their own.
    pub fn new(key: &str, heading: String) -> Self {
        Self { key: key.to_owned(), say: String::new(), cells: vec![(heading, String::new())] }
    }

    /// Adds a cell.
    #[must_use]
    #[inline(never)]
    pub fn cell(mut self, text: String, figure: &str) -> Self {
        self.cells.push((text, figure.to_owned()));
        self
    }
}

/// Says what a chart says, by the signals that it reads.
pub type Say = Arc<dyn Fn() -> Arc<Spoken> + Send + Sync>;

/// Says the same whatever happens.
pub fn always(spoken: Spoken) -> Say {
    let spoken = Arc::new(spoken);
    Arc::new(move || spoken.clone())
}

/// Draws the chart for a frame.
pub type Draw = Arc<dyn Fn(Frame) -> Result<Chart, ChartError> + Send + Sync>;

/// A chart, redrawn for the width it gets. `spoken` is what it says; `draw` draws it, and is asked
/// again when the width changes or a signal that it reads. The block gives the chart its id.
pub fn chart_figure(report: Report, block: Block, spoken: Say, draw: Draw) -> Part {
    named_figure(report, block, block.id(), spoken, draw)
}

/// A chart as [`chart_figure`], the second one of a block or a later one: its id starts with `name`.
/// Its table is opened and closed with that of the first one.
pub fn named_figure(report: Report, block: Block, name: &str, spoken: Say, draw: Draw) -> Part {
    let id = [name, "-chart"].concat();
    let frame_id = id.clone();
    // A table wider than a phone is scrolled, so it takes the focus, under the chart's name.
    let table_label = format!("{id}-h");
    let (say_caption, say_table) = (spoken.clone(), spoken);
    let width = Memo::new(move |_| charts::drawn_width(report.width.get()));
    let svg = move || {
        let drawn = width.get();
        let mut html = String::new();
        for width in charts::WIDTHS.into_iter().filter(|width| drawn.is_none_or(|drawn| drawn == *width)) {
            let width_text = width.to_string();
            let frame = Frame { id: [&frame_id, "-", &width_text].concat(), figure: frame_id.clone(), width };
            // A chart that cannot be drawn leaves its words and its table, which say the same.
            if let Ok(chart) = draw(frame) {
                for part in ["<div class=\"w", &width_text, "\">", &chart.svg, "</div>"] {
                    html.push_str(part);
                }
            }
        }
        html
    };
    let canvas = live("canvas", Box::new(svg));
    let open = move || report.view.get().open.contains(block);
    let figure = id.clone();
    let caption = memo(Box::new(move || caption(&figure, &say_caption())));
    let table = memo(Box::new(move || table(report, &say_table())));
    part(view! {
        <figure class="chart-figure" id=id>
            <figcaption inner_html=caption></figcaption>
            {canvas}
            <details class="chart-table" prop:open=open on:toggle=move |event| {
                let now = event_target::<leptos::web_sys::HtmlDetailsElement>(&event).open();
                if now != open() {
                    report.change(&|view| view.open.set(block, now));
                }
            }>
                <summary>{report.words.as_table}</summary>
                <div class="scroll" tabindex="0" role="group" aria-labelledby=table_label inner_html=table></div>
            </details>
        </figure>
    })
}

/// The chart's name and its sentence, which name and describe the drawing, too.
fn caption(figure: &str, spoken: &Spoken) -> String {
    let mut html = Markup::new();
    html.open_with("h3", &[("id", &[figure, "-h"].concat())])
        .text(&spoken.title)
        .close("h3")
        .open_with("p class=\"chart-text\"", &[("id", &[figure, "-d"].concat())])
        .text(&spoken.description)
        .close("p");
    html.finish()
}

/// The data of a chart as a plain table.
fn table(report: Report, spoken: &Spoken) -> String {
    let mut html = Markup::new();
    html.open("table class=\"plain\"")
        .element("caption class=\"hidden\"", &spoken.title)
        .open("thead")
        .open("tr");
    for (label, numeric) in &spoken.columns {
        let tag = if *numeric { "th scope=\"col\" class=\"number\"" } else { "th scope=\"col\"" };
        html.element(tag, label);
    }
    html.close("tr").close("thead").open("tbody");
    for row in &spoken.rows {
        let attributes = [("data-key", row.key.as_str()), ("data-say", &row.say)];
        let used = if row.say.is_empty() { 1 } else { 2 };
        html.open_with("tr", attributes.get(..used).unwrap_or_default());
        for (index, ((cell, figure), (_, numeric))) in row.cells.iter().zip(&spoken.columns).enumerate() {
            let tag = match (index, numeric) {
                (0, _) => "th scope=\"row\"",
                (_, true) => "td class=\"number\"",
                _ => "td",
            };
            html.open(tag);
            ask(&mut html, report, figure, cell);
            html.close(tag.split(' ').next().unwrap_or(tag));
        }
        html.close("tr");
    }
    html.close("tbody").close("table");
    html.finish()
}
