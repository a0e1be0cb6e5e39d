//! Editions: each dataset that was ever published keeps its pages below `v/<edition>/`.
//!
//! An edition is named after its data, so the same data is the same edition. The root of the site
//! shows the newest one. `editions.json` lists all of them (`public/schema/editions-1.schema.json`,
//! `docs/adr/0010-editions.md`).
mod keep;
mod list;
mod slots;
#[cfg(test)]
mod tests;

pub use keep::{Kept, copy_of_the_root, told_dropped};
pub use list::{Edition, FOLDER, LIST, List, Title};
pub use slots::{UP, notices};
