//! stub
use super::*;
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Options { pub frame: Frame, pub key: String, pub amount: Amount, pub columns: u32, pub covered_label: Option<String>, pub rest_label: Option<String> }
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn draw(_: &Options) -> Result<Chart, ChartError> { Err(ChartError::Empty) }
