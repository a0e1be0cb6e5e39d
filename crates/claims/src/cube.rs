//! A cube file: the cells that are published of some regions.
//!
//! # Layout
//!
//! Behind the header of [`crate::wire`], whole numbers as LEB128 unless it says a column:
//!
//! | what | how |
//! |---|---|
//! | number of regions, the regions | number, column of their numbers in the manifest |
//! | times, first month, programmes, groups | numbers of nodes, totals among them |
//! | number of cells | number |
//! | keys | column: `((region · times + time) · programmes + programme) · groups + group`, rising; `region` is the place among the regions of this file |
//! | claims, amount | columns |
//! | median amount, median days | columns: 0 where it is not published, else 1 + the number of [`crate::quantile::code_of`], or 1 + the days |
//! | amount at 25, 10, 75, 90 %; days likewise | columns for the cells that are no month: 0 where it is not published, else 1 + the distance to the next one towards the median |
//! | number of chunks of rows | number |
//! | region, programme, time of the first row, rows, bytes | columns |
//! | hashes | 8 bytes each: the first of the SHA-256 of the stored file |
//!
//! A cell that is not there has no claims, or is withheld; which of them is not told ([`crate::suppress`]).
use crate::{
    FormatError,
    lattice::Point,
    quantile::{MEDIAN, PERCENTS, code_of, value_of},
    wire::{Reader, Writer, open, seal},
};

const MAGIC: [u8; 4] = *b"CCUB";
const VERSION: u16 = 1;
/// More cells than any nation has, so that a damaged number cannot ask for all memory.
const MOST_CELLS: u64 = 1 << 24;
/// Places of the percentiles from the median outwards, each with the one that it is told from.
const OUTWARDS: [(usize, usize); 4] = [(1, MEDIAN), (0, 1), (3, MEDIAN), (4, 3)];

/// A cell of a cube.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The number of claims.
    pub count: u32,
    /// The sum of their amounts, in whole units of the currency; exact.
    pub amount: i64,
    /// Amounts at [`PERCENTS`], in three significant digits; `None` where it is not published.
    pub amounts: [Option<i64>; PERCENTS.len()],
    /// Days to payment at [`PERCENTS`].
    pub days: [Option<u16>; PERCENTS.len()],
}

/// A chunk of rows, as a cube file lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Region, programme and time of its first row.
    pub first: [u16; 3],
    /// How many rows it has.
    pub rows: u32,
    /// How many bytes it has as it is stored.
    pub bytes: u32,
    /// The first bytes of its SHA-256; its name is these in hexadecimal digits.
    pub hash: [u8; 8],
}

impl Chunk {
    /// The name of its file below `rows/`.
    pub fn file(&self) -> String {
        let digits: String = self.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        digits + ".bin.gz"
    }
}

/// What the axes of a cube file are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Its regions by their numbers in the manifest, rising.
    pub regions: Vec<u16>,
    /// How many times there are: all, years, months.
    pub times: u16,
    /// The first time that is a month.
    pub first_month: u16,
    /// How many programmes there are, with all.
    pub programmes: u16,
    /// How many groups there are, with all.
    pub groups: u16,
}

/// A cube file, column by column; row `i` of each column is cell `i`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cube {
    /// Its axes.
    pub shape: Shape,
    /// Where each cell stands; rising.
    pub keys: Vec<u32>,
    /// Numbers of claims.
    pub counts: Vec<u32>,
    /// Sums of amounts.
    pub amounts: Vec<i64>,
    /// For each percentile, 0 or 1 + the number of the amount.
    pub amount_codes: [Vec<u16>; PERCENTS.len()],
    /// For each percentile, 0 or 1 + the days.
    pub day_codes: [Vec<u16>; PERCENTS.len()],
    /// The chunks of its rows, sorted.
    pub chunks: Vec<Chunk>,
}

impl Cube {
    /// A file without cells.
    pub fn new(shape: Shape) -> Self {
        Self { shape, ..Self::default() }
    }

    /// Adds a cell behind the others. False where it does not stand behind them, or is of no region of this file.
    pub fn push(&mut self, point: Point, cell: &Cell) -> bool {
        let Some(key) = self.key(point).filter(|key| self.keys.last().is_none_or(|last| last < key)) else {
            return false;
        };
        self.keys.push(key);
        self.counts.push(cell.count);
        self.amounts.push(cell.amount);
        for (column, amount) in self.amount_codes.iter_mut().zip(cell.amounts) {
            column.push(amount.map_or(0, |amount| code_of(amount) + 1));
        }
        for (column, days) in self.day_codes.iter_mut().zip(cell.days) {
            column.push(days.map_or(0, |days| days.saturating_add(1)));
        }
        true
    }

    /// Where a cell stands; the region by its number in the manifest. `None` where it has no claims or is withheld.
    pub fn find(&self, point: Point) -> Option<usize> {
        self.keys.binary_search(&self.key(point)?).ok()
    }

    /// A cell of the file.
    pub fn cell(&self, index: usize) -> Option<Cell> {
        let at = |columns: &[Vec<u16>; 5]| {
            columns.each_ref().map(|column| column.get(index).copied().unwrap_or(0))
        };
        Some(Cell {
            count: *self.counts.get(index)?,
            amount: *self.amounts.get(index)?,
            amounts: at(&self.amount_codes).map(|code| code.checked_sub(1).map(value_of)),
            days: at(&self.day_codes).map(|days| days.checked_sub(1)),
        })
    }

    /// The cell of a point; [`Cube::find`] says when there is none.
    pub fn get(&self, point: Point) -> Option<Cell> {
        self.cell(self.find(point)?)
    }

    /// The point of a cell, the region by its number in the manifest.
    pub fn point(&self, index: usize) -> Option<Point> {
        let mut key = *self.keys.get(index)?;
        let mut node = |size: u16| {
            let node = key.checked_rem(size.into()).and_then(|node| u16::try_from(node).ok());
            key = key.checked_div(size.into()).unwrap_or(0);
            node
        };
        let group = node(self.shape.groups)?;
        let programme = node(self.shape.programmes)?;
        let time = node(self.shape.times)?;
        Some([*self.shape.regions.get(key as usize)?, time, programme, group])
    }

    fn key(&self, [region, time, programme, group]: Point) -> Option<u32> {
        let Shape { regions, times, programmes, groups, .. } = &self.shape;
        if time >= *times || programme >= *programmes || group >= *groups {
            return None;
        }
        let slot = u32::try_from(regions.binary_search(&region).ok()?).ok()?;
        let key = slot.checked_mul(u32::from(*times))? + u32::from(time);
        let key = key.checked_mul(u32::from(*programmes))? + u32::from(programme);
        Some(key.checked_mul(u32::from(*groups))? + u32::from(group))
    }

    fn is_month(&self, key: u32) -> bool {
        let below = u32::from(self.shape.programmes) * u32::from(self.shape.groups);
        let time = key.checked_div(below).and_then(|key| key.checked_rem(self.shape.times.into()));
        time.is_some_and(|time| time >= u32::from(self.shape.first_month))
    }

    /// The bytes of the file, before it is packed.
    ///
    /// # Errors
    /// When a number does not fit the format.
    pub fn encode(&self) -> Result<Vec<u8>, FormatError> {
        let mut out = Writer::default();
        let Shape { regions, times, first_month, programmes, groups } = &self.shape;
        out.number(regions.len() as u64);
        out.column("regions", regions.iter().map(|region| u64::from(*region)))?;
        for size in [times, first_month, programmes, groups] {
            out.number(u64::from(*size));
        }
        out.number(self.keys.len() as u64);
        out.column("keys", self.keys.iter().map(|key| u64::from(*key)))?;
        out.column("claims", self.counts.iter().map(|count| u64::from(*count)))?;
        if let Some(amount) = self.amounts.iter().find(|amount| **amount < 0) {
            return Err(FormatError::Range { column: "amount", value: (*amount).into() });
        }
        out.column("amount", self.amounts.iter().map(|amount| amount.cast_unsigned()))?;
        let all = [("amounts", &self.amount_codes), ("days", &self.day_codes)];
        for (name, [.., median, _, _]) in all {
            out.column(name, median.iter().map(|code| u64::from(*code)))?;
        }
        for (name, columns) in all {
            for (outer, inner) in OUTWARDS {
                out.column(name, self.distances(columns, outer, inner))?;
            }
        }
        self.encode_chunks(&mut out)?;
        seal(MAGIC, VERSION, &out.bytes)
    }

    /// For the cells that are no month, 1 + how far a percentile is from another; 0 where it is not published.
    fn distances(&self, columns: &[Vec<u16>; 5], outer: usize, inner: usize) -> Vec<u64> {
        let (Some(outer), Some(inner)) = (columns.get(outer), columns.get(inner)) else { return Vec::new() };
        let cells = self.keys.iter().zip(outer).zip(inner).filter(|((key, _), _)| !self.is_month(**key));
        cells
            .map(|((_, outer), inner)| if *outer == 0 { 0 } else { 1 + u64::from(outer.abs_diff(*inner)) })
            .collect()
    }

    fn encode_chunks(&self, out: &mut Writer) -> Result<(), FormatError> {
        out.number(self.chunks.len() as u64);
        for (place, name) in ["chunk region", "chunk programme", "chunk time"].into_iter().enumerate() {
            let nodes = self.chunks.iter().map(|chunk| chunk.first.get(place).copied().unwrap_or(0));
            out.column(name, nodes.map(u64::from))?;
        }
        out.column("chunk rows", self.chunks.iter().map(|chunk| u64::from(chunk.rows)))?;
        out.column("chunk bytes", self.chunks.iter().map(|chunk| u64::from(chunk.bytes)))?;
        for chunk in &self.chunks {
            out.raw(&chunk.hash);
        }
        Ok(())
    }

    /// Reads the bytes of a file, unpacked.
    ///
    /// # Errors
    /// When it is no such file, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Self, FormatError> {
        let mut reader = open(bytes, MAGIC, VERSION, "cube")?;
        let regions = reader.length("regions", u16::MAX.into())?;
        let regions = reader.column("regions", regions)?;
        let mut size = |column| {
            let size = reader.number(column)?;
            u16::try_from(size).map_err(|_| FormatError::Column { column })
        };
        let (times, first_month) = (size("times")?, size("first month")?);
        let (programmes, groups) = (size("programmes")?, size("groups")?);
        let mut cube = Self::new(Shape { regions, times, first_month, programmes, groups });
        let cells = reader.length("cells", MOST_CELLS)?;
        cube.keys = reader.column("keys", cells)?;
        cube.counts = reader.column("claims", cells)?;
        cube.amounts = reader.column("amount", cells)?;
        let wide: Vec<bool> = cube.keys.iter().map(|key| !cube.is_month(*key)).collect();
        let medians = [reader.column("amounts", cells)?, reader.column("days", cells)?];
        let [amounts, days] = medians;
        cube.amount_codes = outwards(&mut reader, "amounts", amounts, &wide)?;
        cube.day_codes = outwards(&mut reader, "days", days, &wide)?;
        cube.chunks = decode_chunks(&mut reader)?;
        reader.end()?;
        Ok(cube)
    }
}

/// Reads the other percentiles of a median.
fn outwards(
    reader: &mut Reader<'_>,
    name: &'static str,
    median: Vec<u16>,
    wide: &[bool],
) -> Result<[Vec<u16>; 5], FormatError> {
    let number = wide.iter().filter(|wide| **wide).count();
    let mut next = |inner: &[u16], sign: i64| -> Result<Vec<u16>, FormatError> {
        let mut distances = reader.column::<u32>(name, number)?.into_iter();
        let code = |(inner, wide): (&u16, &bool)| match wide.then(|| distances.next().unwrap_or(0)) {
            None | Some(0) => Ok(0),
            Some(far) => u16::try_from(i64::from(*inner) + sign * (i64::from(far) - 1))
                .map_err(|_| FormatError::Column { column: name }),
        };
        inner.iter().zip(wide).map(code).collect()
    };
    let p25 = next(&median, -1)?;
    let p10 = next(&p25, -1)?;
    let p75 = next(&median, 1)?;
    let p90 = next(&p75, 1)?;
    Ok([p10, p25, median, p75, p90])
}

fn decode_chunks(reader: &mut Reader<'_>) -> Result<Vec<Chunk>, FormatError> {
    let number = reader.length("chunks", MOST_CELLS)?;
    let regions = reader.column::<u16>("chunk region", number)?;
    let programmes = reader.column::<u16>("chunk programme", number)?;
    let times = reader.column::<u16>("chunk time", number)?;
    let rows = reader.column::<u32>("chunk rows", number)?;
    let bytes = reader.column::<u32>("chunk bytes", number)?;
    let firsts = regions.into_iter().zip(programmes).zip(times);
    let chunks = firsts.zip(rows).zip(bytes).map(|((((region, programme), time), rows), bytes)| {
        Ok(Chunk { first: [region, programme, time], rows, bytes, hash: reader.raw("chunk hash")? })
    });
    chunks.collect()
}
