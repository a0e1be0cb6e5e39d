//! Tables of any length: a grid of which the rows in sight stand in the page, and what answers for its rows.
mod asked;
mod data_grid;
mod long_table;
mod many_handovers;

pub use data_grid::{DataGrid, GridCell, GridColumn, GridLayout, GridLink, GridRow};
pub use many_handovers::{ManyHandovers, start as start_many_handovers};
