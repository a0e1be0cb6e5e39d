//! Whether two engines made the same tables, value by value.
use std::path::Path;

use anyhow::{Result, ensure};

use crate::{plan::Plan, tables};

/// Compares the tables of two folders with the same plan: all but the claims themselves, which are on the way to these.
///
/// # Errors
/// When a value differs, or a table is missing.
pub fn compare(one: &Path, other: &Path) -> Result<()> {
    ensure!(Plan::read(one)?.id == Plan::read(other)?.id, "the folders have different plans");
    let counts = ["region", "value", "time", "programme", "grp", "claims"];
    let cells = ["region", "time", "programme", "grp", "claims", "amount"];
    let rows = ["region", "programme", "time", "amount", "grp", "channel", "days"];
    let mut values = table(one, other, "cells", cells)?;
    values += table(one, other, "amounts", counts)?;
    values += table(one, other, "days", counts)?;
    values += table(one, other, "rows", rows)?;
    println!("{values} values are the same");
    Ok(())
}

/// Compares a table, row by row. How many values it has.
fn table<const N: usize>(one: &Path, other: &Path, table: &str, columns: [&str; N]) -> Result<usize> {
    let read = |work: &Path| {
        let mut rows = Vec::new();
        tables::each(work, table, columns, |row| {
            rows.push(row);
            Ok(())
        })?;
        Ok::<_, anyhow::Error>(rows)
    };
    let (a, b) = (read(one)?, read(other)?);
    ensure!(!a.is_empty(), "`{table}` is empty");
    for (row, (a, b)) in a.iter().zip(&b).enumerate() {
        ensure!(a == b, "`{table}`, row {}: {columns:?} are {a:?} here and {b:?} there", row + 1);
    }
    ensure!(a.len() == b.len(), "`{table}` has {} rows here and {} there", a.len(), b.len());
    println!("  {table:<9} {:>10} values", a.len() * N);
    Ok(a.len() * N)
}
