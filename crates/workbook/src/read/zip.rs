//! What is packed in a workbook, looked at before anything is unpacked.
use std::io::{self, Cursor, Read, Write};

use ::zip::ZipArchive;
use memchr::memmem;

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
        // The library makes room for as many texts as are promised.
        if tags.promised > tags.count {
            return Err(Fault::Damaged);
        }
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
    /// The most texts that it says it has.
    promised: usize,
    /// The end of what was written last.
    tail: Vec<u8>,
}

/// What says how many texts a part has.
const PROMISE: &[u8] = b"uniqueCount";
/// How many bytes the number may stand behind that.
const NEAR: usize = 64;

impl Tags {
    fn look_for_promises(&mut self, bytes: &[u8]) {
        let mut text = std::mem::take(&mut self.tail);
        text.extend_from_slice(bytes);
        for at in memmem::find_iter(&text, PROMISE) {
            let behind = text.get(at + PROMISE.len()..).unwrap_or_default().iter().take(NEAR);
            let digits =
                behind.skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
            let number = digits.fold(0_usize, |number, digit| {
                number.saturating_mul(10).saturating_add(usize::from(digit - b'0'))
            });
            self.promised = self.promised.max(number);
        }
        self.tail = text.split_off(text.len().saturating_sub(PROMISE.len() + NEAR));
    }
}

impl Write for Tags {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.look_for_promises(bytes);
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
