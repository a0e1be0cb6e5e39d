//! Findings as SARIF, which code hosts and editors read.
//!
//! Source: OASIS, “Static Analysis Results Interchange Format (SARIF) Version 2.1.0”.
use std::collections::BTreeSet;

use dataset::Severity;
use serde_json::{Value, json};

use super::{Place, Row};

/// All findings as a log of one run.
pub(super) fn log(rows: &[Row]) -> Value {
    let codes: BTreeSet<&str> = rows.iter().map(|row| row.code.as_str()).collect();
    let rules: Vec<Value> = codes.into_iter().map(|code| json!({ "id": code })).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "jamsostek-dashboard", "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": rows.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}

fn result(row: &Row) -> Value {
    let level = match row.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let file = json!({ "uri": uri(&row.file) });
    let location = match &row.place {
        Place::Text { line, column } => json!({
            "physicalLocation": {
                "artifactLocation": file,
                "region": { "startLine": line, "startColumn": column },
            },
        }),
        Place::Cell { cell } if cell.is_empty() => {
            json!({ "physicalLocation": { "artifactLocation": file } })
        }
        Place::Cell { cell } => json!({
            "physicalLocation": { "artifactLocation": file },
            "logicalLocations": [{ "fullyQualifiedName": cell }],
        }),
    };
    let message = [row.what.as_str(), row.mend.as_str()].into_iter().filter(|text| !text.is_empty());
    json!({
        "ruleId": row.code,
        "level": level,
        "message": { "text": message.collect::<Vec<_>>().join(". ") },
        "locations": [location],
    })
}

/// A path as the relative reference of a URI.
fn uri(file: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let escape = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    file.replace('\\', "/").bytes().map(escape).collect()
}
