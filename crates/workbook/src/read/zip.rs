//! What is packed in a workbook, looked at before anything is unpacked.
use std::io::{self, Cursor, Read};

use ::zip::ZipArchive;

use super::{Fault, MAX_UNPACKED};

/// The most parts that a workbook has.
const MAX_PARTS: usize = 5_000;

/// Refuses what is too large when it is unpacked: by what it says of itself, and by what it is.
///
/// # Errors
/// Where it is, or is damaged.
pub(super) fn check(bytes: &[u8]) -> Result<(), Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(Fault::TooLarge);
    }
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| Fault::Damaged)?;
        if part.encrypted() {
            return Err(Fault::Encrypted);
        }
        if part.name().is_ok_and(|name| is_read(&name)) {
            left = left.checked_sub(part.size()).ok_or(Fault::TooLarge)?;
        }
    }
    // The sizes that a part states may be wrong.
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Fault::Damaged)?;
        if part.name().is_ok_and(|name| is_read(&name)) {
            let size = io::copy(&mut part.take(left.saturating_add(1)), &mut io::sink());
            left = left.checked_sub(size.map_err(|_| Fault::Damaged)?).ok_or(Fault::TooLarge)?;
        }
    }
    Ok(())
}

/// Whether a part is unpacked at all: pictures and macros never are.
fn is_read(name: &str) -> bool {
    let small = name.to_lowercase();
    [".xml", ".rels"].iter().any(|ending| small.ends_with(ending))
}
