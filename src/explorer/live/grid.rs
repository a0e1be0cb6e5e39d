//! The grid of single claims.
use explorer::{Column, export};
use leptos::prelude::*;
use tables::{Align, Direction};

use super::super::context::use_explorer;
use super::rows::Rows;
use crate::grid::{DataGrid, GridCell, GridColumn, GridLayout, GridRow};

/// Each claim is a line, or four where there is no room for one.
const LAYOUT: GridLayout = GridLayout { row: 2.75, narrow_row: 7.0, narrow_below: 44.0 };

/// The grid of single claims.
#[component]
pub fn ClaimGrid(
    /// The rows.
    rows: Rows,
) -> impl IntoView {
    let explorer = use_explorer();
    let headings = export::headings(&explorer.index(), &explorer.labels());
    let column = |(column, label): (Column, String)| {
        let is_number = matches!(column, Column::Amount | Column::Days);
        GridColumn { key: column.key(), label, align: if is_number { Align::End } else { Align::Start } }
    };
    let columns = Column::ALL.into_iter().zip(headings).map(column).collect();
    let cells = Callback::new(move |GridRow { at, is_narrow }| {
        let row = rows.part.with(|part| {
            let place = usize::try_from(at.checked_sub(part.first)?).ok()?;
            part.rows.get(place).cloned()
        });
        let cell = |(column, text): (Column, String)| {
            // Where no heading stands above it, a number of days says what it is.
            let is_bare =
                is_narrow && column == Column::Days && text.starts_with(|c: char| c.is_ascii_digit());
            GridCell::from(if is_bare { words::fill(explorer.words.days_value(), &[&text]) } else { text })
        };
        Some(Column::ALL.into_iter().zip(row?.cells).map(cell).collect::<Vec<_>>())
    });
    let count = Memo::new(move |_| rows.shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.rows)));
    let sort = Memo::new(move |_| -> Option<(usize, Direction)> {
        let sort = explorer.state.with(|state| state.table.sort)?;
        Some((Column::ALL.into_iter().position(|column| column == sort.column)?, sort.direction))
    });
    let on_heading = Callback::new(move |place: usize| {
        if let Some(column) = Column::ALL.into_iter().nth(place) {
            explorer.change(|state| state.table = state.table.toggled(column));
        }
    });
    view! {
        <DataGrid
            name="claims-grid"
            label=explorer.words.rows()
            keys=explorer.words.grid_keys()
            columns
            layout=LAYOUT
            rows=count
            cells
            coming=explorer.own.coming()
            sort
            on_heading
            on_window=Callback::new(move |window| rows.look_at(window))
            row=Memo::new(move |_| explorer.state.with(|state| state.table.row))
            on_rest=Callback::new(move |first| explorer.change(|state| state.table.row = first))
            busy=rows.is_working
        />
    }
}
