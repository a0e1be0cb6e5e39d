//! A chart with its title, its sentence, and the same data as a table.
use charts::{Chart, ChartError, Frame};
use leptos::prelude::*;
use routes::Block;

use super::figure::Figure;
use crate::context::use_report;

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
    #[must_use]
    pub fn new(key: &str, heading: String) -> Self {
        Self { key: key.to_owned(), say: String::new(), cells: vec![(heading, String::new())] }
    }

    /// Adds a cell: its text, and the name by which its figure is asked for.
    #[must_use]
    pub fn cell(mut self, text: String, figure: &str) -> Self {
        self.cells.push((text, figure.to_owned()));
        self
    }
}

/// Draws a chart for a frame.
pub type Draw = Box<dyn Fn(Frame) -> Result<Chart, ChartError>>;

/// A chart of a block, with its words and its table.
///
/// It never changes: what a reader can switch between is there as several charts. The table is opened and
/// closed by [`crate::browser`], as the address holds which tables of the page are open.
#[component]
pub fn ChartFigure(
    /// The block that the chart belongs to.
    block: Block,
    /// What the chart's id starts with; that of the block by default.
    #[prop(into, optional)]
    name: Option<String>,
    /// What it says.
    spoken: Spoken,
    /// What draws it.
    draw: Draw,
) -> impl IntoView {
    let report = use_report();
    let id = [name.as_deref().unwrap_or(block.id()), "-chart"].concat();
    let (title_id, text_id) = ([&id, "-h"].concat(), [&id, "-d"].concat());
    // A table wider than a phone is scrolled, so it takes the focus, under the chart's name.
    let labelled = title_id.clone();
    let figure = id.clone();
    view! {
        <figure class="chart-figure" id=id>
            <figcaption>
                <h3 id=title_id>{spoken.title.clone()}</h3>
                <p class="chart-text" id=text_id>{spoken.description.clone()}</p>
            </figcaption>
            <Canvas figure draw/>
            <details class="chart-table" data-block=block.id()>
                <summary>{report.words.as_table}</summary>
                <div class="scroll" tabindex="0" role="group" aria-labelledby=labelled>
                    <ChartTable spoken/>
                </div>
            </details>
        </figure>
    }
}

/// The drawings of a chart for every width of a column; the stylesheet shows the one that fits. A drawing that
/// is the same for a width and the next wider one is there once, for both.
#[component]
pub fn Canvas(
    /// The id of the figure around it, whose words name and describe the drawing.
    figure: String,
    /// What draws it. A chart that cannot be drawn leaves its words and its table, which say the same.
    draw: Draw,
) -> impl IntoView {
    let mut drawings: Vec<(String, String)> = Vec::new();
    for width in charts::WIDTHS {
        let frame = Frame { id: format!("{figure}-{width}"), figure: figure.clone(), width };
        let Ok(chart) = draw(frame) else { continue };
        match drawings.last_mut() {
            Some((classes, svg)) if *svg == chart.svg => classes.push_str(&format!(" w{width}")),
            _ => drawings.push((format!("w{width}"), chart.svg)),
        }
    }
    let drawing = |(class, svg)| view! { <div class=class inner_html=svg></div> };
    view! { <div class="canvas">{drawings.into_iter().map(drawing).collect_view()}</div> }
}

/// The data of a chart as a plain table.
#[component]
fn ChartTable(spoken: Spoken) -> impl IntoView {
    let columns = spoken.columns.clone();
    let heading = |(label, numeric): (&'static str, bool)| {
        view! { <th scope="col" class=numeric.then_some("number")>{label}</th> }
    };
    let row = move |row: SpokenRow| {
        let mut cells = row.cells.into_iter();
        let (name, figure) = cells.next().unwrap_or_default();
        let numbers = columns.iter().skip(1).map(|(_, numeric)| *numeric);
        let cells = cells
            .zip(numbers)
            .map(|((value, key), numeric)| {
                view! { <td class=numeric.then_some("number")><Figure key value/></td> }
            })
            .collect_view();
        view! {
            <tr data-key=row.key data-say=(!row.say.is_empty()).then_some(row.say)>
                <th scope="row"><Figure key=figure value=name/></th>
                {cells}
            </tr>
        }
    };
    view! {
        <table class="plain">
            <caption class="hidden">{spoken.title}</caption>
            <thead><tr>{spoken.columns.into_iter().map(heading).collect_view()}</tr></thead>
            <tbody>{spoken.rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
