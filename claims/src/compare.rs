//! Whether two engines made the same tables, value by value.
use std::path::Path;

use anyhow::{Result, ensure};

use crate::{plan::Plan, tables};

/// The columns of the tables that are compared; the others are only on the way to these.
fn columns(table: &str) -> Option<[&'static str; 7]> {
    match table.split('-').next() {
        Some("cells") => Some(["region", "time", "programme", "grp", "claims", "amount", "amount"]),
        Some("amounts" | "days") => Some(["cell", "p10", "p25", "p50", "p75", "p90", "p90"]),
        Some("rows") => Some(["region", "programme", "time", "amount", "grp", "channel", "days"]),
        _ => None,
    }
}

/// Compares the tables of two folders with the same plan.
///
/// # Errors
/// When a value differs, or a table is missing.
pub fn compare(one: &Path, other: &Path) -> Result<()> {
    let plan = Plan::read(one)?;
    ensure!(plan.id == Plan::read(other)?.id, "the folders have different plans");
    let (mut values, mut compared) = (0, 0);
    for statement in &plan.statements {
        let Some(columns) = columns(&statement.table) else { continue };
        let read = |work: &Path| {
            let mut rows = Vec::new();
            tables::each(work, &statement.table, columns, |row| {
                rows.push(row);
                Ok(())
            })?;
            Ok::<_, anyhow::Error>(rows)
        };
        let (a, b) = (read(one)?, read(other)?);
        ensure!(a.len() == b.len(), "`{}` has {} rows here and {} there", statement.table, a.len(), b.len());
        for (row, (a, b)) in a.iter().zip(&b).enumerate() {
            ensure!(a == b, "`{}`, row {}: {a:?} here and {b:?} there", statement.table, row + 1);
        }
        values += a.len() * columns.len();
        compared += 1;
    }
    println!("{values} values in {compared} tables are the same");
    Ok(())
}
