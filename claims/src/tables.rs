//! Tables of whole numbers in Parquet, as engines leave them for the last step.
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use datafusion::arrow::{
    array::{Array, AsArray, RecordBatch},
    compute::cast,
    datatypes::{DataType, Int64Type, SchemaRef},
};
use parquet::{
    arrow::{ArrowWriter, arrow_reader::ParquetRecordBatchReaderBuilder},
    basic::Compression,
    file::properties::WriterProperties,
};

/// The files of a table, in order: one file, or those that Spark wrote into a folder.
pub fn files(work: &Path, table: &str) -> Result<Vec<PathBuf>> {
    let path = work.join(format!("{table}.parquet"));
    if !path.is_dir() {
        return Ok(vec![path]);
    }
    let entries = fs::read_dir(&path)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let mut files: Vec<PathBuf> =
        entries.into_iter().filter(|path| path.extension().is_some_and(|found| found == "parquet")).collect();
    files.sort();
    Ok(files)
}

/// Whether a table was finished.
pub fn is_there(work: &Path, table: &str) -> bool {
    let path = work.join(format!("{table}.parquet"));
    path.is_file() || path.join("_SUCCESS").is_file()
}

/// Calls for each row of a table; a missing value is `None`.
///
/// # Errors
/// When the table cannot be read, or the call fails.
pub fn each<const N: usize>(
    work: &Path,
    table: &str,
    columns: [&str; N],
    mut call: impl FnMut([Option<i64>; N]) -> Result<()>,
) -> Result<()> {
    for path in files(work, table)? {
        let shown = path.display();
        let file = File::open(&path).with_context(|| format!("opening {shown}"))?;
        let reader =
            ParquetRecordBatchReaderBuilder::try_new(file).with_context(|| format!("{shown} is cut"))?;
        for batch in reader.with_batch_size(8192).build()? {
            let batch = batch.with_context(|| format!("reading {shown}"))?;
            let mut numbers = Vec::with_capacity(N);
            for name in columns {
                let column =
                    batch.column_by_name(name).with_context(|| format!("{shown} has no column `{name}`"))?;
                numbers.push(cast(column, &DataType::Int64)?);
            }
            let numbers: Vec<_> = numbers.iter().map(|column| column.as_primitive::<Int64Type>()).collect();
            for row in 0..batch.num_rows() {
                let value = |n: usize| {
                    numbers.get(n).filter(|column| column.is_valid(row)).map(|column| column.value(row))
                };
                call(std::array::from_fn(value))?;
            }
        }
    }
    Ok(())
}

/// Writes a table; it is there under its name only when it is whole.
pub struct Writing {
    writer: ArrowWriter<File>,
    part: PathBuf,
    path: PathBuf,
}

impl Writing {
    /// Begins a table.
    ///
    /// # Errors
    /// When its file cannot be made.
    pub fn new(work: &Path, table: &str, schema: SchemaRef) -> Result<Self> {
        let path = work.join(format!("{table}.parquet"));
        let part = work.join(format!("{table}.part"));
        let file = File::create(&part).with_context(|| format!("making {}", part.display()))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(1 << 18))
            .build();
        Ok(Self { writer: ArrowWriter::try_new(file, schema, Some(properties))?, part, path })
    }

    /// Adds rows.
    ///
    /// # Errors
    /// When they cannot be written, such as on a full disk.
    pub fn add(&mut self, batch: &RecordBatch) -> Result<()> {
        self.writer
            .write(batch)
            .with_context(|| format!("writing {}: is the disk full?", self.part.display()))
    }

    /// Ends the table. How many rows it has.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(self) -> Result<i64> {
        let Self { writer, part, path } = self;
        let ended =
            writer.close().with_context(|| format!("writing {}: is the disk full?", part.display()))?;
        fs::rename(&part, &path).with_context(|| format!("naming {}", path.display()))?;
        Ok(ended.file_metadata().num_rows())
    }
}
