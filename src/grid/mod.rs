//! Tables of any length: a grid of which the rows in sight stand in the page, what answers for its rows, and files of them.
mod asked;
mod data_grid;
mod long_table;
mod many_handovers;
mod take;

pub use data_grid::{DataGrid, GridCell, GridColumn, GridLayout, GridLink, GridRow};
pub use many_handovers::{ManyHandovers, start as start_many_handovers};
pub use take::{FileRequest, TakeFiles, csv_part};
