//! The transformation: SQL files in the subset that DataFusion and Spark share, and the tables that they make.
use claims::suppress::Rule;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The files, in the order in which they run.
const FILES: [(&str, &str); 6] = [
    ("claims", include_str!("../sql/1-claims.sql")),
    ("cells", include_str!("../sql/2-cells.sql")),
    ("amounts", include_str!("../sql/3-amounts.sql")),
    ("day_counts", include_str!("../sql/4-day-counts.sql")),
    ("days", include_str!("../sql/5-days.sql")),
    ("rows", include_str!("../sql/6-rows.sql")),
];

/// A table, and the statement that makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The name of the table; what stands behind a hyphen says for which kind of cells.
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
pub fn statements(depth: u8, rule: &Rule) -> Vec<Statement> {
    let names: Vec<String> = (1..=depth).map(|level| format!("region_{level}")).collect();
    let leaf = names.last().cloned().unwrap_or_default();
    let fixed = [
        (
            "{{region_columns}}",
            names.iter().map(|name| format!("r.{name}")).collect::<Vec<_>>().join(",\n  "),
        ),
        ("{{region_names}}", names.join(", ")),
        ("{{leaf}}", leaf),
        // The median is the percentile that needs the fewest claims.
        ("{{least}}", (2 * rule.smallest - 1).to_string()),
    ];
    let mut statements = Vec::new();
    for (table, text) in FILES {
        let text = fixed.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value));
        if !text.contains("{{region}}") {
            statements.push(Statement { table: table.to_owned(), sql: text });
            continue;
        }
        for Kind { region, time, programme, group } in kinds(depth) {
            let column = |is_there: bool, name: &str| if is_there { name.to_owned() } else { "0".to_owned() };
            let sql = text
                .replace("{{region}}", &column(region > 0, &format!("region_{region}")))
                .replace("{{time}}", &column(time > 0, &format!("time_{time}")))
                .replace("{{programme}}", &column(programme, "programme"))
                .replace("{{grp}}", &column(group, "grp"));
            let kind = format!("{region}{time}{}{}", u8::from(programme), u8::from(group));
            statements.push(Statement { table: format!("{table}-{kind}"), sql });
        }
    }
    statements
}

/// A kind of cells: how deep its region and its time are, and whether it is of one programme and one group.
struct Kind {
    region: u8,
    time: u8,
    programme: bool,
    group: bool,
}

/// The kinds of cells that have percentiles: all that are published, but of months only those of all groups.
fn kinds(depth: u8) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for region in 0..=depth {
        for time in 0..=2 {
            for programme in [false, true] {
                for group in [false, true] {
                    if time < 2 || !group {
                        kinds.push(Kind { region, time, programme, group });
                    }
                }
            }
        }
    }
    kinds
}

/// The cell that a number of [`FILES`] means: region, time, programme, group.
pub fn cell(number: i64) -> Option<[u16; 4]> {
    let part = |by: i64, size: i64| u16::try_from(number / by % size).ok();
    Some([part(10_000_000, 65_536)?, part(10_000, 1000)?, part(100, 100)?, part(1, 100)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_a_number() {
        let [region, time, programme, group] = [551_i64, 52, 5, 4];
        assert_eq!(cell(((region * 1000 + time) * 100 + programme) * 100 + group), Some([551, 52, 5, 4]));
    }
}
