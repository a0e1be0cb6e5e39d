//! What holds for any input at all, whoever wrote it.
//!
//! Each function takes bytes and panics where a rule is broken. The fuzz targets in `fuzz/` call them
//! with inputs that they make up, the tests here with the samples, so that the rules compile and hold
//! without a fuzzer.
mod cell;
mod dataset;
mod date;
mod layout;
mod number;
mod workbook;

pub use cell::cell;
pub use dataset::dataset;
pub use date::date;
pub use layout::{Layout, write};
pub use number::number;
pub use workbook::{table, workbook};

#[cfg(test)]
mod tests;
