//! What is read: files, their hashes, and whether every value can be used.
use std::{
    collections::BTreeSet,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use claims::manifest::Input;
use dataset::{Date, Records};
use sha2::{Digest, Sha256};

use crate::{
    columns::{Use, is_identity, uses},
    parquet_source,
    sql::hex,
};

/// What the claims name, and between which months they are.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Regions, by id or code.
    pub regions: BTreeSet<String>,
    /// Programmes by id.
    pub programmes: BTreeSet<String>,
    /// Groups by id; an empty one where none is stated.
    pub groups: BTreeSet<String>,
    /// Channels.
    pub channels: BTreeSet<String>,
    /// Months, counted from the year 0.
    pub months: BTreeSet<u32>,
    /// How many claims there are.
    pub rows: u64,
    /// The sum of their amounts.
    pub amount: i64,
    /// Whether a cell has several lines.
    pub has_lines: bool,
}

/// The largest amount of a claim, in whole units of the currency.
const MOST_AMOUNT: u64 = 1_000_000_000_000_000;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Comma-separated values.
    Csv,
    /// Parquet.
    Parquet,
}

/// The files of a table: one file, or all below a folder in the order of their names.
///
/// # Errors
/// When there are none, or of both kinds.
pub fn files(from: &Path) -> Result<(Kind, Vec<PathBuf>)> {
    let mut found = Vec::new();
    collect(from, &mut found).with_context(|| format!("reading {}", from.display()))?;
    found.sort();
    let mut kinds = found.iter().map(|path| kind(path)).collect::<Result<Vec<_>>>()?;
    kinds.dedup();
    match kinds.as_slice() {
        [kind] => Ok((*kind, found)),
        [] => bail!("{} has no file that ends in .csv or .parquet", from.display()),
        _ => bail!("{} has files of both kinds: keep either .csv or .parquet", from.display()),
    }
}

fn collect(from: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    if !from.is_dir() {
        into.push(from.to_path_buf());
        return Ok(());
    }
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '_']));
        if !is_hidden {
            collect(&path, into)?;
        }
    }
    Ok(())
}

fn kind(path: &Path) -> Result<Kind> {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("csv") => Ok(Kind::Csv),
        Some("parquet") => Ok(Kind::Parquet),
        _ => bail!("{} ends neither in .csv nor in .parquet", path.display()),
    }
}

/// Reads every value of the files once, and the bytes for their hashes.
///
/// # Errors
/// When a column or a value cannot be used; the message has file and row.
pub fn look(
    kind: Kind,
    paths: &[PathBuf],
    records: &Records,
    progress: &mut dyn FnMut(u64),
) -> Result<(Vec<Input>, Seen, Vec<String>)> {
    let mut seen = Seen::default();
    let (mut inputs, mut header) = (Vec::new(), Vec::new());
    for path in paths {
        let before = seen.rows;
        let mut check = Check::new(path, &mut seen, progress);
        let (sha256, names) = match kind {
            Kind::Csv => csv(path, records, &mut check)?,
            Kind::Parquet => (hash(path)?, parquet_source::look(path, records, &mut check)?),
        };
        check.finish()?;
        ensure!(
            header.is_empty() || header == names,
            "{}: its columns differ from those of the first file",
            path.display()
        );
        header = names;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        inputs.push(Input { name, sha256, bytes: fs::metadata(path)?.len(), rows: seen.rows - before });
    }
    Ok((inputs, seen, header))
}

fn hash(path: &Path) -> Result<String> {
    let mut hash = Hashing { inner: fs::File::open(path)?, hash: Sha256::new() };
    io::copy(&mut hash, &mut io::sink()).with_context(|| format!("reading {}", path.display()))?;
    Ok(hex(&hash.hash.finalize()))
}

/// Hashes what is read through it.
struct Hashing<R> {
    inner: R,
    hash: Sha256,
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.hash.update(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

fn csv(path: &Path, records: &Records, check: &mut Check<'_>) -> Result<(String, Vec<String>)> {
    let file = fs::File::open(path).with_context(|| format!("opening {}", path.display()))?;
    let mut hashing = Hashing { inner: file, hash: Sha256::new() };
    let header: Vec<String>;
    {
        let mut reader = csv::ReaderBuilder::new().buffer_capacity(1 << 20).from_reader(&mut hashing);
        let names = reader.headers().with_context(|| format!("reading {}", path.display()))?;
        header = names.iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect();
        let uses = uses(&header, records).with_context(|| path.display().to_string())?;
        let mut record = csv::ByteRecord::new();
        while reader.read_byte_record(&mut record).with_context(|| path.display().to_string())? {
            check.row += 1;
            check.seen.has_lines |= record.as_slice().iter().any(|byte| matches!(byte, b'\n' | b'\r'));
            for ((used, name), cell) in uses.iter().zip(&header).zip(record.iter()) {
                check.cell(*used, name, cell)?;
            }
        }
    }
    io::copy(&mut hashing, &mut io::sink())?;
    Ok((hex(&hashing.hash.finalize()), header))
}

/// Looks at values, cell by cell.
pub struct Check<'a> {
    path: &'a Path,
    seen: &'a mut Seen,
    progress: &'a mut dyn FnMut(u64),
    /// The row, counted from 1 without the header.
    pub row: u64,
    told: u64,
    /// The last values, because most are like the one before.
    last: [Vec<u8>; 5],
}

impl<'a> Check<'a> {
    fn new(path: &'a Path, seen: &'a mut Seen, progress: &'a mut dyn FnMut(u64)) -> Self {
        Self { path, seen, progress, row: 0, told: 0, last: [const { Vec::new() }; 5] }
    }

    fn finish(&mut self) -> Result<()> {
        self.seen.rows += self.row;
        ensure!(self.row > 0, "{} has no rows", self.path.display());
        if self.seen.groups.is_empty() {
            self.seen.groups.insert(String::new());
        }
        Ok(())
    }

    /// Looks at a value.
    ///
    /// # Errors
    /// When it cannot be used.
    pub fn cell(&mut self, used: Use, name: &str, cell: &[u8]) -> Result<()> {
        if self.row - self.told >= 500_000 {
            self.told = self.row;
            (self.progress)(self.seen.rows + self.row);
        }
        if is_identity(cell) {
            bail!(
                "{}, row {}: the column `{name}` holds an identity number (16 digits): take the column out of the file; nothing was written",
                self.path.display(),
                self.row
            );
        }
        match used {
            Use::Amount => self.amount(name, cell),
            Use::Days if cell.is_empty() => Ok(()),
            Use::Days => self.number(name, cell, 65_000).map(|_| ()),
            Use::Day => self.day(name, cell),
            Use::Region => self.word(0, name, cell),
            Use::Programme => self.word(1, name, cell),
            Use::Member => self.word(2, name, cell),
            Use::Channel => self.word(3, name, cell),
            Use::Nothing => Ok(()),
        }
    }

    fn fault(&self, name: &str, cell: &[u8], what: &str) -> anyhow::Error {
        let cell: String = String::from_utf8_lossy(cell).chars().take(40).collect();
        anyhow::anyhow!("{}, row {}, column `{name}`: `{cell}` {what}", self.path.display(), self.row)
    }

    fn amount(&mut self, name: &str, cell: &[u8]) -> Result<()> {
        let amount = self.number(name, cell, MOST_AMOUNT)?;
        let sum = i64::try_from(amount).ok().and_then(|amount| self.seen.amount.checked_add(amount));
        self.seen.amount =
            sum.ok_or_else(|| self.fault(name, cell, "and those before it are more than can be summed up"))?;
        Ok(())
    }

    fn number(&self, name: &str, cell: &[u8], most: u64) -> Result<u64> {
        let digits = !cell.is_empty() && cell.iter().all(u8::is_ascii_digit);
        let value =
            std::str::from_utf8(cell).ok().filter(|_| digits).and_then(|text| text.parse::<u64>().ok());
        match value {
            Some(value) if value <= most => Ok(value),
            Some(_) => Err(self.fault(name, cell, "is too large")),
            None if cell.starts_with(b"-") => Err(self.fault(name, cell, "is below zero")),
            None => Err(self.fault(name, cell, "is no whole number without separators, such as 42000000")),
        }
    }

    fn day(&mut self, name: &str, cell: &[u8]) -> Result<()> {
        if self.last.last().is_some_and(|last| last == cell) {
            return Ok(());
        }
        let text = std::str::from_utf8(cell).unwrap_or_default();
        let date = Date::parse(text).filter(|date| text.len() == 10 && date.day.is_some());
        let Some(Date { year, month: Some(month), .. }) = date else {
            return Err(self.fault(name, cell, "is no day such as 2025-07-31"));
        };
        self.seen.months.insert(u32::from(year) * 12 + u32::from(month) - 1);
        if let Some(last) = self.last.last_mut() {
            cell.clone_into(last);
        }
        Ok(())
    }

    fn word(&mut self, which: usize, name: &str, cell: &[u8]) -> Result<()> {
        let Some(last) = self.last.get_mut(which) else { return Ok(()) };
        let first = self.row == 1;
        if !first && last == cell {
            return Ok(());
        }
        cell.clone_into(last);
        let Ok(text) = std::str::from_utf8(cell) else {
            return Err(self.fault(name, cell, "is no UTF-8"));
        };
        let list = match which {
            0 => &mut self.seen.regions,
            1 => &mut self.seen.programmes,
            2 => &mut self.seen.groups,
            _ => &mut self.seen.channels,
        };
        if !list.contains(text) {
            if text.is_empty() && which < 2 {
                return Err(self.fault(name, cell, "is empty"));
            }
            if list.len() > 20_000 {
                return Err(self.fault(name, cell, "is one of more than 20,000: is that the right column?"));
            }
            list.insert(text.to_owned());
        }
        Ok(())
    }
}
