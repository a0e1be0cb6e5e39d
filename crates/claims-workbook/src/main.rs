//! The maker of workbooks, as a worker of pages with a grid of claims.
//!
//! A message is an array: the name of the sheet, and a CSV file. The answer has an empty text and the workbook, or why
//! there is none. One with an empty text and nothing else says that the worker hears.
#[cfg(target_arch = "wasm32")]
mod scope;

fn main() {
    #[cfg(target_arch = "wasm32")]
    scope::start();
}
