//! The report that a form of a few questions begins.
use dataset::{Date, Lang};
use serde_json::{Map, Value, json};

use crate::{Beginning, Said, findings};

/// The kinds of territories as names begin, and the words for them in a dataset.
const LEVELS: [(&str, &str); 6] = [
    ("provinsi ", "province"),
    ("kabupaten ", "regency"),
    ("kota ", "city"),
    ("kecamatan ", "district"),
    ("desa ", "village"),
    ("kelurahan ", "village"),
];

/// The id of the one source.
const SOURCE: &str = "sumber";
/// The id of the first indicator.
const RATE: &str = "tingkat-kepesertaan";

/// The dataset that the answers begin: region, source, the rate of coverage, and one figure that waits for its
/// value.
///
/// # Errors
/// The answers that are missing or cannot be read.
pub(crate) fn dataset(answers: &Beginning, lang: Lang) -> Result<String, Vec<Said>> {
    let words = words::studio(lang);
    let trimmed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut refused = Vec::new();
    let mut needed = |text: &str, name: &str| {
        let text = trimmed(text);
        if text.is_empty() {
            refused.push(findings::own("unanswered", words::fill(words.unanswered(), &[name]), ""));
        }
        text
    };
    let title = needed(&answers.title, words.ask_title());
    let region = needed(&answers.region, words.ask_region());
    let source = needed(&answers.source, words.ask_source());
    let date = Date::parse(answers.date.trim());
    let Some(date) = date else {
        refused.push(findings::own("no-date", words.no_date(), words.no_date_mend()));
        return Err(refused);
    };
    if !refused.is_empty() {
        return Err(refused);
    }
    let (level, short) = level(&region, &answers.code);
    let (region_id, day) = (slug(&short), date.to_string());
    let mut root = json!({
        "$schema": "../schema/dataset-1.schema.json",
        "format": dataset::FORMAT,
        "id": format!("{region_id}-{}", month(&day)),
        "title": title,
        "edition": month(&day),
        "region": region_id,
        "currency": "IDR",
        "sources": [{ "id": SOURCE, "publisher": source, "title": source }],
        "regions": { (region_id.clone()): { "name": region, "short": short, "level": level } },
        "indicators": { RATE: {
            "label": { "id": "Tingkat kepesertaan", "en": "Coverage rate" },
            "unit": "percent", "role": "coverage-rate"
        } },
        "observations": [{
            "id": format!("{RATE}-{}", month(&day)), "indicator": RATE, "region": region_id,
            "time": { "as_of": day }, "evidence": { "source": SOURCE }
        }],
    });
    let languages: Vec<&str> = answers.languages.iter().map(String::as_str).collect();
    set(&mut root, "languages", json!(if languages.is_empty() { vec!["id"] } else { languages }));
    let [code, address, office] =
        [&answers.code, &answers.address, &answers.office].map(|text| trimmed(text));
    if !office.is_empty() {
        set(&mut root, "office", json!(office));
    }
    if !code.is_empty()
        && let Some(region) = root.pointer_mut(&format!("/regions/{region_id}"))
    {
        set(region, "codes", json!({ "kemendagri": code }));
    }
    if !address.is_empty()
        && let Some(source) = root.pointer_mut("/sources/0")
    {
        set(source, "url", json!(address));
    }
    Ok(root.to_string())
}

fn set(record: &mut Value, name: &str, value: Value) {
    let members: Option<&mut Map<String, Value>> = record.as_object_mut();
    if let Some(members) = members {
        members.insert(name.to_owned(), value);
    }
}

/// The month of a date as a dataset writes it.
fn month(date: &str) -> &str {
    date.get(..7).unwrap_or(date)
}

/// What kind of territory a name and a code say it is, and its name without its kind.
fn level(name: &str, code: &str) -> (&'static str, String) {
    let small = name.to_lowercase();
    for (kind, level) in LEVELS {
        if let Some(rest) = small.strip_prefix(kind).and_then(|_| name.get(kind.len()..)) {
            return (level, rest.trim().to_owned());
        }
    }
    let level = match code.matches('.').count() {
        0 => "province",
        1 => "regency",
        2 => "district",
        _ => "village",
    };
    (level, name.to_owned())
}

/// A name as an id: small letters, digits and hyphens.
pub(crate) fn slug(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let hyphened: String = name.chars().map(plain).collect();
    let parts: Vec<&str> = hyphened.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "laporan".to_owned() } else { parts.join("-") }
}
