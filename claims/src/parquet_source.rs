//! Parquet files as input: every value as the text that it would be in a CSV file.
use std::{fs::File, path::Path};

use anyhow::{Context, Result};
use datafusion::arrow::{
    array::{Array, AsArray},
    compute::cast,
    datatypes::DataType,
};
use dataset::Records;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::{columns::uses, source::Check};

/// Looks at every value of a file. The names of its columns.
///
/// # Errors
/// When the file is cut, or a value cannot be used.
pub fn look(path: &Path, records: &Records, check: &mut Check<'_>) -> Result<Vec<String>> {
    let shown = path.display();
    let file = File::open(path).with_context(|| format!("opening {shown}"))?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(file)
        .with_context(|| format!("{shown} is no whole Parquet file: copy it again"))?;
    let header: Vec<String> = builder.schema().fields().iter().map(|field| field.name().clone()).collect();
    let uses = uses(&header, records).with_context(|| shown.to_string())?;
    for batch in builder.with_batch_size(8192).build()? {
        let batch = batch.with_context(|| format!("{shown}, behind row {}", check.row))?;
        let texts = batch
            .columns()
            .iter()
            .zip(&header)
            .map(|(column, name)| {
                cast(column, &DataType::Utf8)
                    .with_context(|| format!("{shown}: the column `{name}` is no text and no number"))
            })
            .collect::<Result<Vec<_>>>()?;
        for row in 0..batch.num_rows() {
            check.row += 1;
            for ((used, name), texts) in uses.iter().zip(&header).zip(&texts) {
                let texts = texts.as_string::<i32>();
                let cell = if texts.is_null(row) { "" } else { texts.value(row) };
                check.cell(*used, name, cell.as_bytes())?;
            }
        }
    }
    Ok(header)
}
