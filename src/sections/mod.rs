//! The sections of the report, one a file. A section renders nothing where the dataset has nothing for it.
mod claims;
mod handovers;
mod programmes;

pub use claims::ClaimsSection;
pub use handovers::{HandoverBlock, HandoverTable, table as handover_table};
