//! What is packed in a workbook, looked at before anything is unpacked.
use std::io::{self, Cursor, Read, Write};

use ::zip::ZipArchive;

use super::{Fault, MAX_UNPACKED};

/// The most parts that a workbook has.
const MAX_PARTS: usize = 5_000;
/// The most tags of all parts: of cells, of texts, of rows.
const MAX_TAGS: usize = 2_000_000;
/// The most tags of a part that is neither a sheet nor the texts of all: of styles, which are large in memory.
const MAX_OTHER_TAGS: usize = 500_000;

/// The most bytes between two tags: a cell has 32,767 letters.
const MAX_RUN: usize = 16 * 1024 * 1024;

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
    let (mut left, mut tags_left) = (MAX_UNPACKED, MAX_TAGS);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Fault::Damaged)?;
        let Some(name) = part.name().ok().filter(|name| is_read(name)).map(|name| name.to_lowercase()) else {
            continue;
        };
        let mut tags = Tags::default();
        let size = io::copy(&mut part.take(left.saturating_add(1)), &mut tags);
        left = left.checked_sub(size.map_err(|_| Fault::Damaged)?).ok_or(Fault::TooLarge)?;
        let ends = |ending: &str| name.ends_with(ending);
        let is_long = name.contains("/worksheets/") || ends("sharedstrings.xml");
        // What pivot tables keep is never looked at.
        if name.contains("/pivotcache/") && !is_long && !ends("styles.xml") {
            continue;
        }
        tags_left = tags_left.checked_sub(tags.count).ok_or(Fault::TooLarge)?;
        if tags.longest > MAX_RUN || !is_long && tags.count > MAX_OTHER_TAGS {
            return Err(Fault::TooLarge);
        }
    }
    Ok(())
}

/// Counts the tags of what is written to it, and the bytes between them: what is small in a file may be large
/// in memory.
#[derive(Default)]
struct Tags {
    count: usize,
    run: usize,
    longest: usize,
}

impl Write for Tags {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for (index, text) in bytes.split(|byte| *byte == b'<').enumerate() {
            if index > 0 {
                self.count += 1;
                self.run = 0;
            }
            self.run += text.len();
            self.longest = self.longest.max(self.run);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether a part is unpacked at all: pictures and macros never are.
fn is_read(name: &str) -> bool {
    let small = name.to_lowercase();
    [".xml", ".rels"].iter().any(|ending| small.ends_with(ending))
}
