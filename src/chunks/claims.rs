//! The chunk of the application of published claims.
use wasm_split_helpers::wasm_split;

use super::ChunkError;
use crate::explorer::Rest;

/// What the explorer shows after figures and rows.
///
/// # Errors
/// [`ChunkError`] where the code does not come; figures and rows are there without it.
#[wasm_split(explorer_rest, fallible)]
pub fn explorer_rest() -> Result<Rest, ChunkError> {
    Ok(Rest::new())
}
