//! The table of single claims with more of them than a page writes: a grid takes the place of what the build wrote.
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use routes::TableId;
use tables::{Answer, LongTable, View};
use web_sys::HtmlElement;

use super::asked::AskedTable;
use super::data_grid::GridLayout;
use super::long_table::{LongTableOptions, LongTableView};
use crate::browser::shell::Shell;
use crate::browser::task::{in_turns, next_task};
use crate::browser::{controls, stylesheet};
use crate::context::{Report, use_report};
use crate::sections::{handover_columns, handover_count, handover_filters, handover_rows, handover_total};

/// How many claims are read in a step.
const CASES_AT_ONCE: usize = 64;
/// The grid is narrow where other tables are (`public/styles/sortable.css`).
const LAYOUT: GridLayout = GridLayout { row: 2.75, narrow_row: 8.0, narrow_below: 40.0 };

/// What is mounted in the page.
type Held = Rc<RefCell<Option<Box<dyn Any>>>>;

/// Puts the grid in the place of the table of single claims, once all of them are read. What is returned keeps it there.
/// Where its stylesheet does not come, the table stays as it is.
pub fn start(report: Report, element: HtmlElement) -> Box<dyn Any> {
    let held = Held::default();
    let own = held.clone();
    spawn_local(async move {
        let Some(shell) = Shell::read() else { return };
        let workbook = shell.workbook();
        let styles = stylesheet::load(&shell.beside_the_module("grid.css"));
        let mut table = read(&report).await;
        // The address is read once the page is in the state that it asks for.
        while !report.ready.get_untracked() {
            next_task().await;
        }
        if styles.await.is_err() {
            return;
        }
        // What is typed before the grid is there is answered with it.
        let first = loop {
            let typed = controls::changed(&element);
            if !typed.is_empty() {
                report.view.update(|view| {
                    for (name, value) in &typed {
                        view.set_parameter(name, value.clone());
                    }
                });
            }
            let (view, first) = first_answer(&report, &mut table).await;
            let is_same = report.view.with_untracked(|now| *now.table(TableId::Handovers) == view);
            if is_same && controls::changed(&element) == typed {
                break first;
            }
        };
        let focused = controls::focused(&element);
        element.replace_children_with_node_0();
        let mounted = mount_to(element.clone(), move || {
            provide_context(report);
            view! { <ManyHandovers table first workbook/> }
        });
        own.replace(Some(Box::new(mounted)));
        if let Some(name) = focused {
            controls::focus(&element, &name);
        }
    });
    Box::new(held)
}

/// All claims as rows.
async fn read(report: &Report) -> LongTable {
    let mut table = LongTable::new(handover_columns(report));
    let count = report.data.claims.as_ref().map_or(0, |claims| claims.cases.len());
    let mut done = 0;
    in_turns(|| {
        let end = (done + CASES_AT_ONCE).min(count);
        for row in handover_rows(report, done..end) {
            table.push(row);
        }
        done = end;
        (done == count).then_some(())
    })
    .await;
    table
}

/// What the address asks for at first.
async fn first_answer(report: &Report, table: &mut LongTable) -> (View, Answer) {
    let view = report.view.with_untracked(|view| view.table(TableId::Handovers).clone());
    let mut question = table.ask(&view);
    let answer = in_turns(|| table.step(&mut question)).await;
    (view, answer)
}

/// The table of all claims.
#[component]
pub fn ManyHandovers(
    /// The claims as rows.
    table: LongTable,
    /// What the address asks for at first.
    first: Answer,
    /// The absolute address of the script of the worker that makes workbooks, where there is one.
    workbook: Option<String>,
) -> impl IntoView {
    let report = use_report();
    let filters = handover_filters(&report, |facet| table.values(facet).to_vec());
    let options = LongTableOptions {
        id: TableId::Handovers,
        title: report.words.handovers(),
        class: "handovers-grid",
        layout: LAYOUT,
        filters,
        count: handover_count(&report),
        total: handover_total(&report),
        sheet: words::claims(report.lang).rows(),
        workbook,
    };
    let table = AskedTable::new(&report, TableId::Handovers, table, first);
    view! { <LongTableView table options/> }
}
