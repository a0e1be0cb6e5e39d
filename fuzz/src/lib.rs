//! What the fuzz targets share. What must hold is in `crates/invariants`.
mod mutate;

use std::time::Duration;

use cpu_time::ThreadTime;

pub use mutate::mutate;

/// What any input may take, and what each byte of it.
const ANY: Duration = Duration::from_millis(300);
const BYTE: Duration = Duration::from_micros(30);

/// Tries a rule with an input, in time that grows with the length of the input and no faster. It is
/// the processor's time, so that a busy machine is no finding.
///
/// # Panics
/// Where the rule does, and where it takes too long.
pub fn within_time(rule: fn(&[u8]), input: &[u8]) {
    let start = ThreadTime::now();
    rule(input);
    let (took, bytes) = (start.elapsed(), u32::try_from(input.len()).unwrap_or(u32::MAX));
    assert!(took <= ANY + BYTE * bytes, "{bytes} bytes took {took:?}");
}
