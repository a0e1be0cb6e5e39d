//! The transformation: SQL files in the subset that DataFusion and Spark share, and the tables that they make.
use claims::quantile::DIGITS;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The files, in the order in which they run.
const FILES: [(&str, &str); 5] = [
    (CLAIMS, include_str!("../sql/1-claims.sql")),
    ("cells", include_str!("../sql/2-cells.sql")),
    ("amounts", include_str!("../sql/3-amounts.sql")),
    ("days", include_str!("../sql/4-days.sql")),
    ("rows", include_str!("../sql/5-rows.sql")),
];

/// The table that all later statements read.
pub const CLAIMS: &str = "claims";

/// A table, and the statement that makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The name of the table.
    pub table: String,
    /// The statement, ready to run.
    pub sql: String,
}

/// The version of the transformation: the SHA-256 of all files one after another.
pub fn version() -> String {
    let hash = FILES.iter().fold(Sha256::new(), |hash, (_, text)| hash.chain_update(text));
    hex(&hash.finalize())
}

/// Bytes in hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// All statements for a tree of regions `depth` deep.
pub fn statements(depth: u8) -> Vec<Statement> {
    let names: Vec<String> = (1..=depth).map(|level| format!("region_{level}")).collect();
    let columns: Vec<String> = names.iter().map(|name| format!("r.{name}")).collect();
    let fixed = [
        ("{{region_columns}}", columns.join(", ")),
        ("{{region_names}}", names.join(", ")),
        ("{{leaf}}", names.last().cloned().unwrap_or_default()),
        ("{{roundings}}", roundings()),
    ];
    let filled =
        |text: &str| fixed.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value));
    FILES.iter().map(|(table, text)| Statement { table: (*table).to_owned(), sql: filled(text) }).collect()
}

/// Rounding to the digits that are published, half up, without a division: engines differ in what that gives.
fn roundings() -> String {
    let mut lines = Vec::new();
    let mut step = 10_i64;
    while let Some(below) = step.checked_mul(10_i64.pow(DIGITS)) {
        lines
            .push(format!("    WHEN amount < {below} THEN amount + {0} - (amount + {0}) % {step}", step / 2));
        step *= 10;
    }
    // The limit of amounts ([`crate::source`]) leaves room for half a step.
    lines.push(format!("    ELSE amount + {0} - (amount + {0}) % {step}", step / 2));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_filled() {
        for depth in 1..=4 {
            for Statement { table, sql } in statements(depth) {
                assert!(!sql.contains("{{"), "{table}: {sql}");
                assert!(!sql.contains('/'), "{table} divides");
            }
        }
    }
}
