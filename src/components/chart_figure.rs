//! A chart with its title, its sentence, and the same data as a table.
use std::sync::Arc;

use leptos::prelude::*;

use super::report::Report;
use crate::charts::{Chart, ChartError, Frame};
use crate::page::Block;

/// What a chart says, in words and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// The chart's title.
    pub title: String,
    /// One sentence that says what it shows.
    pub description: String,
    /// The headings of the table; those of numbers are marked.
    pub columns: Vec<(&'static str, bool)>,
    /// The rows of the table; the first cell of each is its heading.
    pub rows: Vec<Vec<String>>,
}

/// Draws the chart for a frame.
pub type Draw = Arc<dyn Fn(Frame) -> Result<Chart, ChartError> + Send + Sync>;

/// A chart, redrawn for the width it gets.
#[component]
pub fn ChartFigure(
    /// The report.
    report: Report,
    /// The block that the chart belongs to; it gives the chart its id.
    block: Block,
    /// What it says.
    #[prop(into)]
    spoken: Signal<Spoken>,
    /// How it is drawn; asked again when the width changes or when it reads a signal that does.
    draw: Draw,
) -> impl IntoView {
    let id = format!("{}-chart", block.id());
    let frame_id = id.clone();
    let svg = Memo::new(move |_| {
        let spoken = spoken.read();
        let frame = Frame {
            id: frame_id.clone(),
            title: spoken.title.clone(),
            description: spoken.description.clone(),
            width: report.width.get(),
        };
        // A chart that cannot be drawn leaves its words and its table, which say the same.
        draw(frame).map(|chart| chart.svg).unwrap_or_default()
    });
    let open = move || report.view.with(|view| view.open.contains(block));
    view! {
        <figure class="chart-figure" id=id>
            <figcaption>
                <h3>{move || spoken.read().title.clone()}</h3>
                <p class="chart-text">{move || spoken.read().description.clone()}</p>
            </figcaption>
            <div class="canvas" inner_html=move || svg.get()></div>
            <details class="chart-table" prop:open=open on:toggle=move |event| {
                let now = event_target::<leptos::web_sys::HtmlDetailsElement>(&event).open();
                if now != open() {
                    report.view.update(|view| view.open.set(block, now));
                }
            }>
                <summary>{report.words.as_table}</summary>
                <div class="scroll">{move || spoken_table(&spoken.read())}</div>
            </details>
        </figure>
    }
    .into_any()
}

/// The data of a chart as a plain table.
fn spoken_table(spoken: &Spoken) -> AnyView {
    let numeric: Vec<bool> = spoken.columns.iter().map(|(_, numeric)| *numeric).collect();
    let head: Vec<_> = spoken
        .columns
        .iter()
        .map(|(label, numeric)| view! { <th scope="col" class:number=*numeric>{*label}</th> })
        .collect();
    let rows: Vec<_> = spoken.rows.iter().map(|row| view! { <tr>{cells(row, &numeric)}</tr> }).collect();
    view! {
        <table class="plain">
            <caption class="hidden">{spoken.title.clone()}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn cells(row: &[String], numeric: &[bool]) -> Vec<AnyView> {
    row.iter()
        .zip(numeric)
        .enumerate()
        .map(|(index, (cell, numeric))| {
            let cell = cell.clone();
            if index == 0 {
                view! { <th scope="row">{cell}</th> }.into_any()
            } else {
                view! { <td class:number=*numeric>{cell}</td> }.into_any()
            }
        })
        .collect()
}
