//! A chart that compares: rows, or tiles, with the same data as a table.
use std::sync::Arc;

use super::chart_figure::{Draw, Spoken, SpokenRow, always, named_figure};
use super::describe;
use super::markup::Markup;
use super::part::Part;
use super::parts::fixed;
use super::report::Report;
use super::source_note::source_line;
use charts::{Amount, Frame, bars, tiles};
use dataset::{Evidence, Observation};
use routes::Block;

/// What is compared.
pub struct Comparison {
    /// The block it belongs to.
    pub block: Block,
    /// What the chart's id starts with.
    pub name: &'static str,
    /// The chart in words.
    pub spoken: Spoken,
    /// The rows of the chart.
    pub rows: bars::Options,
    /// The tiles that are drawn instead, where there are any and they have room.
    pub tiles: Vec<tiles::Cell>,
}

impl Comparison {
    /// Rows of figures with their names; `columns` are the headings of both.
    pub fn of(
        report: Report,
        (block, name): (Block, &'static str),
        title: String,
        columns: [&'static str; 2],
        items: &[(String, &Observation)],
    ) -> Self {
        let mut spoken = Spoken { title, ..Spoken::default() };
        spoken.columns.extend([(columns[0], false), (columns[1], true)]);
        let mut new = Self { block, name, spoken, rows: bars::Options::default(), tiles: Vec::new() };
        for (label, observation) in items {
            let id = observation.id.as_str();
            new.add((id, id), label.clone(), describe::amount(report, Some(observation)));
        }
        new
    }

    /// Adds a row to the chart and to the table: the key of its mark, and the name by which its
    /// figure is asked for.
    #[inline(never)]
    pub fn add(&mut self, (key, figure): (&str, &str), label: String, amount: Amount) {
        let (Amount::Known { label: value, .. } | Amount::Missing { label: value }) = &amount;
        self.spoken.rows.push(SpokenRow::new(key, label.clone()).cell(value.clone(), figure));
        self.rows.rows.push(bars::Row::new(key, label, amount));
    }

    /// Adds a sentence to the description.
    #[inline(never)]
    pub fn say(&mut self, sentence: &str) {
        if !self.spoken.description.is_empty() {
            self.spoken.description.push(' ');
        }
        self.spoken.description.push_str(sentence);
    }

    /// The chart.
    #[inline(never)]
    pub fn figure(self, report: Report) -> Part {
        let (rows, cells) = (self.rows, self.tiles);
        let draw: Draw = Arc::new(move |frame: Frame| {
            if !cells.is_empty()
                && let Ok(chart) = tiles::draw(&tiles::Options { frame: frame.clone(), cells: cells.clone() })
            {
                return Ok(chart);
            }
            bars::draw(&bars::Options { frame, ..rows.clone() })
        });
        named_figure(report, self.block, self.name, always(self.spoken), draw)
    }

    /// The chart with what must be known of it and its source.
    #[inline(never)]
    pub fn figure_with(
        self,
        report: Report,
        caveat: &'static str,
        (before, evidence): (&str, Option<&Evidence>),
    ) -> [Part; 3] {
        let mut html = Markup::new();
        html.element("p class=\"caveat\"", caveat);
        let source = source_line(report, before, evidence).finish();
        [self.figure(report), fixed("caveats", html.finish()), fixed("credit", source)]
    }
}
