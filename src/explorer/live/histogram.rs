//! How the amounts of the claims that the table shows spread, in bins with round edges.
use charts::{Amount, bars};
use explorer::protocol::{Parcel, Request, Response};
use explorer::{Bin, Histogram, Spacing, texts};
use leptos::prelude::*;
use words::fill;

use super::super::context::{Explorer, use_explorer};
use super::super::drawn::{FigureTable, Table, TableRow, to_f64};
use super::filters::is_open;
use super::rows::Rows;
use crate::ui::{ChartFigure, Draw};

/// The most bins.
const MOST: u32 = 12;

/// The distribution of what is shown, folded until somebody wants it; the worker is asked for it while it is open.
#[component]
pub fn ShownAmounts(rows: Rows) -> impl IntoView {
    let explorer = use_explorer();
    let opened = RwSignal::new(false);
    let found = RwSignal::new((0_u32, Histogram::default()));
    Effect::new(move || {
        rows.version.track();
        if opened.get() {
            rows.ask(
                Request::Histogram { spacing: Spacing::Linear, most: MOST },
                Parcel::new(),
                move |answer, _| {
                    if let Response::Histogram(next) = answer {
                        found.try_maybe_update(|(times, before)| {
                            let is_other = *before != next;
                            if is_other {
                                (*times, *before) = (times.wrapping_add(1), next);
                            }
                            (is_other, ())
                        });
                    }
                },
            );
        }
    });
    let drawn = move || opened.get().then(|| found.get()).filter(|(_, found)| !found.bins.is_empty());
    view! {
        <details class="spread" on:toggle=move |event| opened.set(is_open(&event))>
            <summary>{explorer.own.spread()}</summary>
            <For each=drawn key=|(times, _)| *times let:found><Bins found=found.1/></For>
        </details>
    }
}

/// A bar for each bin, and the same as a table.
#[component]
fn Bins(found: Histogram) -> impl IntoView {
    let explorer = use_explorer();
    let all: u64 = found.bins.iter().map(|bin| bin.rows).sum();
    let title = fill(explorer.words.distribution_rows(), &[&counted(explorer, all)]);
    let drawn = found.bins.iter().zip(0_u32..).map(|(bin, at)| {
        let (key, name, label) = (format!("b{at}"), name(explorer, bin), counted(explorer, bin.rows));
        let cells = vec![(label.clone(), None)];
        let row = TableRow { key: key.clone(), name: name.clone(), leads_to: None, cells };
        let value = to_f64(i64::try_from(bin.rows).unwrap_or(i64::MAX));
        (bars::Row::new(&key, name, Amount::Known { value, label, interval: None }), row)
    });
    let (bars, rows): (Vec<bars::Row>, Vec<TableRow>) = drawn.unzip();
    let words = explorer.words;
    let table = Table {
        title: words.distribution().to_owned(),
        columns: vec![words.amount_of_claim(), words.count()],
        rows,
    };
    let draw: Draw = Box::new(move |frame| {
        bars::draw(&bars::Options { frame, rows: bars.clone(), ..bars::Options::default() })
    });
    let description = title.clone();
    view! {
        <ChartFigure name="claims-rows-amounts" title description draw/>
        <FigureTable table card="claims-rows"/>
    }
}

/// From where to where a bin reaches.
fn name(explorer: Explorer, bin: &Bin) -> String {
    let index = explorer.index();
    let amount = |amount: i64| texts::amount(&index, explorer.lang, amount);
    match bin.to {
        Some(to) => fill(explorer.words.bin(), &[&amount(bin.from), &amount(to)]),
        None => fill(explorer.words.bin_last(), &[&amount(bin.from)]),
    }
}

fn counted(explorer: Explorer, rows: u64) -> String {
    words::count(explorer.lang, usize::try_from(rows).unwrap_or(usize::MAX))
}
