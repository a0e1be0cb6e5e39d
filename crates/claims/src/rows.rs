//! A chunk of rows: single claims, column by column.
//!
//! # Layout
//!
//! Behind the header of [`crate::wire`]: the number of rows as LEB128, then the columns region, time, programme, group,
//! channel, amount (the numbers of [`crate::quantile::code_of`]) and 1 + days (0 where they are not stated).
//!
//! Rows are sorted by region, programme, time and amount, so that a slice of a region and a programme stands together
//! and most differences are small.
//! Regions, times, programmes, groups and channels are numbers in the lists of the manifest.
//! A group of 0 is not told: single claims of it would be a small cell ([`crate::release`]).
use crate::{
    FormatError,
    quantile::{code_of, value_of},
    wire::{Writer, open, seal},
};

const MAGIC: [u8; 4] = *b"CROW";
const VERSION: u16 = 1;
/// Far more rows than a chunk has, so that a damaged number cannot ask for all memory.
const MOST_ROWS: u64 = 1 << 22;

/// How many rows a chunk has at most.
pub const CHUNK_ROWS: usize = 8192;
/// In [`Rows::days`], where they are not stated.
pub const NOT_STATED: u16 = u16::MAX;

/// Single claims, column by column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Regions: leaves, or what is above them where a leaf would tell too much.
    pub region: Vec<u16>,
    /// Months, or years where a month would tell too much.
    pub time: Vec<u16>,
    /// Programmes.
    pub programme: Vec<u8>,
    /// Groups; 0 where it is not told.
    pub group: Vec<u8>,
    /// Channels; 0 where it is not stated.
    pub channel: Vec<u8>,
    /// Amounts in whole units of the currency, in three significant digits.
    pub amount: Vec<i64>,
    /// Days to payment, or [`NOT_STATED`].
    pub days: Vec<u16>,
}

/// A single claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Its region.
    pub region: u16,
    /// Its programme.
    pub programme: u8,
    /// Its month or year.
    pub time: u16,
    /// Its amount; written in three significant digits.
    pub amount: i64,
    /// Its group, or 0.
    pub group: u8,
    /// Its channel, or 0.
    pub channel: u8,
    /// Its days to payment, or [`NOT_STATED`].
    pub days: u16,
}

impl Rows {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.region.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.region.is_empty()
    }

    /// Adds a row behind the others.
    pub fn push(&mut self, row: &Row) {
        self.region.push(row.region);
        self.time.push(row.time);
        self.programme.push(row.programme);
        self.group.push(row.group);
        self.channel.push(row.channel);
        self.amount.push(value_of(code_of(row.amount)));
        self.days.push(row.days);
    }

    /// A row.
    pub fn row(&self, index: usize) -> Option<Row> {
        Some(Row {
            region: *self.region.get(index)?,
            programme: *self.programme.get(index)?,
            time: *self.time.get(index)?,
            amount: *self.amount.get(index)?,
            group: *self.group.get(index)?,
            channel: *self.channel.get(index)?,
            days: *self.days.get(index)?,
        })
    }

    /// The bytes of the chunk, before it is packed.
    ///
    /// # Errors
    /// When a number does not fit the format.
    pub fn encode(&self) -> Result<Vec<u8>, FormatError> {
        let mut out = Writer::default();
        out.number(self.len() as u64);
        out.column("region", self.region.iter().map(|value| u64::from(*value)))?;
        out.column("time", self.time.iter().map(|value| u64::from(*value)))?;
        for (name, column) in
            [("programme", &self.programme), ("group", &self.group), ("channel", &self.channel)]
        {
            out.column(name, column.iter().map(|value| u64::from(*value)))?;
        }
        out.column("amount", self.amount.iter().map(|amount| u64::from(code_of(*amount))))?;
        out.column(
            "days",
            self.days.iter().map(|days| if *days == NOT_STATED { 0 } else { u64::from(*days) + 1 }),
        )?;
        seal(MAGIC, VERSION, &out.bytes)
    }

    /// Reads the bytes of a chunk, unpacked.
    ///
    /// # Errors
    /// When it is no such file, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Self, FormatError> {
        let mut reader = open(bytes, MAGIC, VERSION, "rows")?;
        let length = reader.length("rows", MOST_ROWS)?;
        let rows = Self {
            region: reader.column("region", length)?,
            time: reader.column("time", length)?,
            programme: reader.column("programme", length)?,
            group: reader.column("group", length)?,
            channel: reader.column("channel", length)?,
            amount: reader.column::<u16>("amount", length)?.into_iter().map(value_of).collect(),
            days: reader
                .column::<u16>("days", length)?
                .into_iter()
                .map(|days| days.wrapping_sub(1))
                .collect(),
        };
        reader.end()?;
        Ok(rows)
    }
}
