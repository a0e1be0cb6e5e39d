//! Columns of whole numbers as bytes.
//!
//! # A file
//!
//! | bytes | what |
//! |---|---|
//! | 4 | magic: `CCUB` for a cube, `CROW` for rows |
//! | 2 | version, 1 |
//! | 2 | 0 |
//! | 4 | number of bytes behind this header |
//! | 8 | checksum of these: FNV-1a with 64 bits |
//!
//! Whole numbers are little-endian.
//! Files are stored packed by gzip as a whole; this is what is inside.
//!
//! # A column
//!
//! One byte says how the numbers are written, then they follow; how many there are is known from elsewhere.
//!
//! | byte | numbers |
//! |---|---|
//! | 0 | each as LEB128 |
//! | 1 | the difference to the one before (the first: to 0), zigzag, LEB128 |
//! | 2 | runs: number and length, each as LEB128 |
//!
//! A writer takes what is shortest.
use crate::FormatError;

const HEADER: usize = 20;
const PLAIN: u8 = 0;
const DELTA: u8 = 1;
const RUNS: u8 = 2;

/// FNV-1a (Fowler, Noll, Vo) with 64 bits.
fn checksum(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Puts the header before what was written.
pub(crate) fn seal(magic: [u8; 4], version: u16, body: &[u8]) -> Result<Vec<u8>, FormatError> {
    let length = u32::try_from(body.len())
        .map_err(|_| FormatError::Range { column: "length", value: body.len() as i128 })?;
    let mut file = Vec::with_capacity(HEADER + body.len());
    file.extend(magic);
    file.extend(version.to_le_bytes());
    file.extend([0, 0]);
    file.extend(length.to_le_bytes());
    file.extend(checksum(body).to_le_bytes());
    file.extend(body);
    Ok(file)
}

/// What stands behind the header, if it is what was written.
pub(crate) fn open<'a>(
    file: &'a [u8],
    magic: [u8; 4],
    known: u16,
    expected: &'static str,
) -> Result<Reader<'a>, FormatError> {
    let truncated = FormatError::Truncated { found: file.len() };
    let (start, rest) = file.split_first_chunk::<4>().ok_or(truncated.clone())?;
    if *start != magic {
        return Err(FormatError::Magic { expected });
    }
    let (version, rest) = rest.split_first_chunk::<2>().ok_or(truncated.clone())?;
    let found = u16::from_le_bytes(*version);
    if found != known {
        return Err(FormatError::Version { found, known });
    }
    let (_, rest) = rest.split_first_chunk::<2>().ok_or(truncated.clone())?;
    let (length, rest) = rest.split_first_chunk::<4>().ok_or(truncated.clone())?;
    let (sum, body) = rest.split_first_chunk::<8>().ok_or(truncated.clone())?;
    let length = u32::from_le_bytes(*length) as usize;
    if body.len() < length {
        return Err(truncated);
    }
    if body.len() > length || checksum(body) != u64::from_le_bytes(*sum) {
        return Err(FormatError::Checksum);
    }
    Ok(Reader { rest: body })
}

/// Writes columns.
#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
}

impl Writer {
    /// One number.
    pub(crate) fn number(&mut self, value: u64) {
        leb(&mut self.bytes, value);
    }

    /// Bytes as they are.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
    }

    /// A column of numbers below 2⁶³.
    pub(crate) fn column(
        &mut self,
        name: &'static str,
        values: impl IntoIterator<Item = u64>,
    ) -> Result<(), FormatError> {
        let values: Vec<u64> = values.into_iter().collect();
        if let Some(value) = values.iter().find(|value| i64::try_from(**value).is_err()) {
            return Err(FormatError::Range { column: name, value: (*value).into() });
        }
        let (mut plain, mut delta) = (vec![PLAIN], vec![DELTA]);
        let mut before = 0_u64;
        for &value in &values {
            leb(&mut plain, value);
            leb(&mut delta, zigzag(value.cast_signed() - before.cast_signed()));
            before = value;
        }
        let mut runs = vec![RUNS];
        for run in values.chunk_by(|a, b| a == b) {
            if let Some(first) = run.first() {
                leb(&mut runs, *first);
                leb(&mut runs, run.len() as u64);
            }
        }
        let shortest = [plain, delta, runs].into_iter().min_by_key(Vec::len).unwrap_or_default();
        self.bytes.extend(shortest);
        Ok(())
    }
}

/// Reads columns.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// One number.
    pub(crate) fn number(&mut self, column: &'static str) -> Result<u64, FormatError> {
        self.leb().ok_or(FormatError::Column { column })
    }

    /// A number of things of which each takes a byte or more, or stands in a run: at most `most`.
    pub(crate) fn length(&mut self, column: &'static str, most: u64) -> Result<usize, FormatError> {
        let length = self.number(column)?;
        usize::try_from(length).ok().filter(|_| length <= most).ok_or(FormatError::Column { column })
    }

    /// Bytes as they are.
    pub(crate) fn raw<const N: usize>(&mut self, column: &'static str) -> Result<[u8; N], FormatError> {
        let (bytes, rest) = self.rest.split_first_chunk().ok_or(FormatError::Column { column })?;
        self.rest = rest;
        Ok(*bytes)
    }

    /// A column as numbers of a type.
    pub(crate) fn column<T: TryFrom<u64> + Clone>(
        &mut self,
        column: &'static str,
        length: usize,
    ) -> Result<Vec<T>, FormatError> {
        self.try_column(length).ok_or(FormatError::Column { column })
    }

    fn try_column<T: TryFrom<u64> + Clone>(&mut self, length: usize) -> Option<Vec<T>> {
        let (kind, rest) = self.rest.split_first()?;
        self.rest = rest;
        let mut values = Vec::with_capacity(length);
        match *kind {
            PLAIN => {
                for _ in 0..length {
                    values.push(T::try_from(self.leb()?).ok()?);
                }
            }
            DELTA => {
                let mut before = 0_i64;
                for _ in 0..length {
                    before = before.checked_add(unzigzag(self.leb()?))?;
                    values.push(T::try_from(u64::try_from(before).ok()?).ok()?);
                }
            }
            RUNS => {
                while values.len() < length {
                    let value = T::try_from(self.leb()?).ok()?;
                    let run = usize::try_from(self.leb()?).ok()?;
                    if run == 0 || run > length - values.len() {
                        return None;
                    }
                    values.resize(values.len() + run, value);
                }
            }
            _ => return None,
        }
        Some(values)
    }

    fn leb(&mut self) -> Option<u64> {
        // Most numbers are below 128.
        let (first, rest) = self.rest.split_first()?;
        if *first < 0x80 {
            self.rest = rest;
            return Some(u64::from(*first));
        }
        let mut value = 0_u64;
        for (n, byte) in self.rest.iter().enumerate().take(10) {
            let bits = u64::from(byte & 0x7f);
            if n == 9 && bits > 1 {
                return None;
            }
            value |= bits << (7 * n);
            if byte & 0x80 == 0 {
                self.rest = self.rest.get(n + 1..)?;
                return Some(value);
            }
        }
        None
    }

    /// That nothing follows.
    pub(crate) fn end(&self) -> Result<(), FormatError> {
        if self.rest.is_empty() { Ok(()) } else { Err(FormatError::Column { column: "end" }) }
    }
}

fn leb(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)).cast_unsigned()
}

fn unzigzag(value: u64) -> i64 {
    (value >> 1).cast_signed() ^ -(value & 1).cast_signed()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values() -> impl Strategy<Value = Vec<u64>> {
        let value = prop_oneof![0..4_u64, 0..300_u64, 0..=i64::MAX.cast_unsigned()];
        prop::collection::vec(value, 0..200)
    }

    proptest! {
        #[test]
        fn columns_come_back(values in values()) {
            let mut writer = Writer::default();
            writer.column("test", values.iter().copied()).unwrap();
            let file = seal(*b"TEST", 1, &writer.bytes).unwrap();
            let mut reader = open(&file, *b"TEST", 1, "test").unwrap();
            prop_assert_eq!(reader.column::<u64>("test", values.len()).unwrap(), values);
            prop_assert!(reader.end().is_ok());
        }

        #[test]
        fn a_changed_byte_is_found(values in values(), at: prop::sample::Index, bit in 0..8) {
            let mut writer = Writer::default();
            writer.column("test", values).unwrap();
            let mut file = seal(*b"TEST", 1, &writer.bytes).unwrap();
            let at = at.index(file.len());
            // The two bytes that are 0 say nothing.
            prop_assume!(!(6..8).contains(&at));
            file[at] ^= 1_u8 << bit;
            prop_assert!(open(&file, *b"TEST", 1, "test").is_err());
        }

        #[test]
        fn any_bytes_are_refused_or_read(bytes: Vec<u8>, length in 0_usize..400) {
            let _ = Reader { rest: &bytes }.column::<u16>("test", length);
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        let file = seal(*b"TEST", 1, &[1, 2, 3]).unwrap();
        let error = |file: &[u8], known| open(file, *b"TEST", known, "test").err();
        assert_eq!(error(&file[..21], 1), Some(FormatError::Truncated { found: 21 }));
        assert_eq!(error(&file[..3], 1), Some(FormatError::Truncated { found: 3 }));
        assert_eq!(error(b"<!doctype html>", 1), Some(FormatError::Magic { expected: "test" }));
        assert_eq!(error(&file, 2), Some(FormatError::Version { found: 1, known: 2 }));
        assert_eq!(error(&[&file[..], &[0]].concat(), 1), Some(FormatError::Checksum));
    }
}
