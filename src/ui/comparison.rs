//! A chart that compares: rows, or tiles, with the same data as a table.
use std::borrow::Cow;

use charts::{Amount, Frame, bars, tiles};
use dataset::{Evidence, Observation};
use leptos::prelude::*;
use routes::Block;

use super::card::Card;
use super::chart::{ChartFigure, Draw, Spoken, SpokenRow};
use super::notes::Caveat;
use super::phrase::Phrase;
use crate::context::Report;
use crate::describe;

/// The width that maps of tiles are drawn for.
const MAP: u32 = 300;

/// What is compared.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The block it belongs to.
    pub block: Block,
    /// What the chart's id starts with.
    pub name: String,
    /// The chart in words.
    pub spoken: Spoken,
    /// The rows of the chart.
    pub rows: bars::Options,
    /// The tiles that are drawn instead, where there are any and they have room.
    pub tiles: Vec<tiles::Cell>,
    /// The tile for those whose place is not known.
    pub unknown: Option<tiles::Cell>,
}

impl Comparison {
    /// A comparison without rows yet; `columns` are the headings of the names and of the figures.
    #[must_use]
    pub fn new(
        block: Block,
        name: impl Into<String>,
        title: String,
        columns: [impl Into<Cow<'static, str>>; 2],
    ) -> Self {
        let [label, value] = columns;
        let (name, columns) = (name.into(), vec![(label.into(), false), (value.into(), true)]);
        let spoken = Spoken { title, columns, ..Spoken::default() };
        Self { block, name, spoken, rows: bars::Options::default(), tiles: Vec::new(), unknown: None }
    }

    /// The comparison with a row for each figure and its name.
    #[must_use]
    pub fn with_figures(mut self, report: &Report, items: &[(String, &Observation)]) -> Self {
        for (label, observation) in items {
            let id = observation.id.as_str();
            self.add((id, id), label.clone(), describe::amount(report, Some(observation)));
        }
        self
    }

    /// Adds a row to the chart and to the table: the key of its mark, and the name by which its
    /// figure is asked for.
    pub fn add(&mut self, (key, figure): (&str, &str), label: String, amount: Amount) {
        let (Amount::Known { label: value, .. } | Amount::Missing { label: value }) = &amount;
        self.spoken.rows.push(SpokenRow::new(key, label.clone()).cell(value.clone(), figure));
        self.rows.rows.push(bars::Row::new(key, label, amount));
    }

    /// Adds a sentence to the description.
    pub fn say(&mut self, sentence: &str) {
        if !self.spoken.description.is_empty() {
            self.spoken.description.push(' ');
        }
        self.spoken.description.push_str(sentence);
    }
}

/// The chart of a comparison: tiles where it has any and they have room, else rows.
#[component]
pub fn ComparisonChart(
    /// What is compared.
    comparison: Comparison,
) -> impl IntoView {
    let Comparison { name, spoken, rows, tiles: cells, unknown, .. } = comparison;
    let draw: Draw = Box::new(move |frame: Frame| {
        if !cells.is_empty()
            && let Ok(chart) = tiles::draw(&tiles::Options {
                // One drawing does for all columns: a map that grows says nothing more.
                frame: Frame { width: MAP, id: format!("{}-map", frame.figure), ..frame.clone() },
                cells: cells.clone(),
                unknown: unknown.clone(),
            })
        {
            return Ok(chart);
        }
        bars::draw(&bars::Options { frame, ..rows.clone() })
    });
    view! { <ChartFigure name title=spoken.title description=spoken.description draw/> }
}

/// A card that compares.
#[component]
pub fn ComparisonCard(
    /// What is compared.
    comparison: Comparison,
    /// What was found.
    #[prop(into)]
    title: Phrase,
    /// What must be known to read it right.
    #[prop(into)]
    caveat: String,
    /// When the figures hold.
    #[prop(into, optional)]
    time: String,
    /// What the figures rest on.
    evidence: Option<Evidence>,
) -> impl IntoView {
    let (block, name, table) = (comparison.block, comparison.name.clone(), comparison.spoken.clone());
    let figure = table.first_figure();
    view! {
        <Card block name title time evidence figure table>
            <ComparisonChart comparison/>
            <div class="caveats"><Caveat text=caveat/></div>
        </Card>
    }
}
