//! A chart with its words, and the same data as a table.
use std::borrow::Cow;

use charts::{Chart, ChartError, Frame};
use leptos::prelude::*;

use super::figure::Figure;
use super::show_all::ShowAll;

/// What a chart says, in words and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// The chart's title.
    pub title: String,
    /// One sentence that says what is seen.
    pub description: String,
    /// The headings of the table; those of numbers are marked.
    pub columns: Vec<(Cow<'static, str>, bool)>,
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
    /// The keys of the marks of the cells behind the heading, where each cell has a mark of its own.
    pub marks: Vec<Option<String>>,
}

impl Spoken {
    /// The name by which the first figure that can be asked is asked; empty where none can be.
    #[must_use]
    pub fn first_figure(&self) -> String {
        let keys = self.rows.iter().flat_map(|row| row.cells.iter().map(|(_, key)| key));
        keys.into_iter().find(|key| !key.is_empty()).cloned().unwrap_or_default()
    }
}

impl SpokenRow {
    /// A row for the mark `key`, of texts that are no figures of their own.
    #[must_use]
    pub fn new(key: &str, heading: String) -> Self {
        Self {
            key: key.to_owned(),
            say: String::new(),
            cells: vec![(heading, String::new())],
            marks: Vec::new(),
        }
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

/// A chart with its words: what it shows, and a sentence for those who hear it. The card around it has the same data
/// as a table.
///
/// It never changes: a card that shows something in two ways has two charts.
#[component]
pub fn ChartFigure(
    /// What the chart's id starts with; unique in the page.
    #[prop(into)]
    name: String,
    /// What it shows, where and when: the words under the card's title.
    #[prop(into)]
    title: String,
    /// One sentence that says what is seen.
    #[prop(into)]
    description: String,
    /// What draws it.
    draw: Draw,
    /// Whether it stands beside another chart, in half of the column.
    #[prop(optional)]
    beside: bool,
) -> impl IntoView {
    let id = [&name, "-chart"].concat();
    let (title_id, text_id) = ([&id, "-h"].concat(), [&id, "-d"].concat());
    let Drawings { drawings, tallest } = Drawings::of(&id, &draw, beside);
    let is_long = tallest > TALL;
    let drawing = |(class, svg)| view! { <div class=class inner_html=svg></div> };
    view! {
        <figure class=if is_long { "chart-figure long" } else { "chart-figure" } id=id>
            <figcaption>
                <p class="chart-name" id=title_id>{title}</p>
                <p class="hidden" id=text_id>{description}</p>
            </figcaption>
            <div class="canvas">{drawings.into_iter().map(drawing).collect_view()}</div>
            {is_long.then(|| view! { <ShowAll/> })}
        </figure>
    }
}

/// How high a chart is, in CSS pixels, before its beginning is shown only (`public/styles/cards.css`).
const TALL: u32 = 1600;

/// The drawings of a chart for every width of a column; the stylesheet shows the one that fits. A drawing that
/// is the same for a width and the next wider one is there once, for both.
struct Drawings {
    /// The classes of the widths, and the drawing.
    drawings: Vec<(String, String)>,
    /// The height of the highest one, in CSS pixels.
    tallest: u32,
}

impl Drawings {
    /// Draws a chart for the figure of an id, whose words name and describe the drawings. A chart that cannot be drawn
    /// leaves its words and its table, which say the same. Beside another chart it is never as wide as the widest
    /// drawing.
    fn of(figure: &str, draw: &Draw, beside: bool) -> Self {
        let mut of = Self { drawings: Vec::new(), tallest: 0 };
        let widths = if beside { &charts::HALF_WIDTHS[..] } else { &charts::WIDTHS };
        for &width in widths {
            let frame = Frame { id: format!("{figure}-{width}"), figure: figure.to_owned(), width };
            let Ok(chart) = draw(frame) else { continue };
            of.tallest = of.tallest.max(chart.height);
            match of.drawings.last_mut() {
                Some((classes, svg)) if *svg == chart.svg => classes.push_str(&format!(" w{width}")),
                _ => of.drawings.push((format!("w{width}"), chart.svg)),
            }
        }
        of
    }
}

/// The data of a card's charts as a plain table.
#[component]
pub fn ChartTable(
    /// What its charts say.
    spoken: Spoken,
) -> impl IntoView {
    let columns = spoken.columns.clone();
    let heading = |(label, numeric): (Cow<'static, str>, bool)| {
        view! { <th scope="col" class=numeric.then_some("number")>{label}</th> }
    };
    let row = move |row: SpokenRow| {
        let mut cells = row.cells.into_iter();
        let (name, figure) = cells.next().unwrap_or_default();
        let numbers = columns.iter().skip(1).map(|(_, numeric)| *numeric);
        let marks = row.marks.into_iter().chain(std::iter::repeat(None));
        let cells = cells
            .zip(numbers)
            .zip(marks)
            .map(|(((value, key), numeric), mark)| {
                view! { <td class=numeric.then_some("number") data-key=mark><Figure key value/></td> }
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
