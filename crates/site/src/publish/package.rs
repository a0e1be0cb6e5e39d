//! The dataset's tables as a Data Package (version 2.0): `datapackage.json` and its files, CSV and XLSX.
use anyhow::{Context, Result};
use dataset::{ColumnKind, Dataset, Lang, Records, Source};
use serde_json::{Map, Value as Json, json};

use super::{
    Publication,
    tables::{Column, Kind, Table, WORKBOOK},
};
use crate::hash::sha256_hex;

/// Every date of the format: a year, a month or a day.
pub const DATE_PATTERN: &str = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

/// The folder of the dataset's file, from the root: empty or with a slash at its end. The package
/// stands in it, because a package reaches nothing above itself.
fn folder<'p>(publication: &Publication<'p>) -> &'p str {
    let file = publication.dataset_file;
    file.rfind('/').and_then(|slash| file.get(..=slash)).unwrap_or_default()
}

/// The [media type](https://www.iana.org/assignments/media-types/application/vnd.datapackage+json) of a Data Package.
pub const MEDIA_TYPE: &str = "application/vnd.datapackage+json";

/// Where the package belongs, from the root.
pub fn path(publication: &Publication<'_>) -> String {
    format!("{}datapackage.json", folder(publication))
}

/// Where a table's file belongs, from the root: `data/sumsel-2025-08/observations.csv`.
pub fn table_path(publication: &Publication<'_>, table: &Table) -> String {
    format!("{}{}", folder(publication), inside(publication, table))
}

/// The same path, from the package.
fn inside(publication: &Publication<'_>, table: &Table) -> String {
    format!("{}/{}.csv", publication.data.id, table.name)
}

/// The tables' files and the package that describes them.
///
/// # Errors
/// When a table cannot be written.
pub fn files(publication: &Publication<'_>, tables: &[Table]) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    let mut resources = vec![dataset_resource(publication)?];
    for table in tables {
        let bytes = table.csv().with_context(|| format!("writing the table {}", table.name))?;
        resources.push(table_resource(publication, table, &bytes));
        files.push((table_path(publication, table), bytes));
        let bytes = table.xlsx().with_context(|| format!("writing the workbook {}", table.name))?;
        let path = format!("{}/{}.xlsx", publication.data.id, table.name);
        resources.push(workbook_resource(table, &path, &bytes));
        files.push((format!("{}{path}", folder(publication)), bytes));
    }
    resources.extend(records_resource(publication.data));
    let package = package(publication.data, resources);
    files.push((path(publication), serde_json::to_vec_pretty(&package)?));
    Ok(files)
}

fn package(data: &Dataset, resources: Vec<Json>) -> Json {
    let lang = data.languages.first().copied().unwrap_or(Lang::Id);
    let mut package = Map::new();
    let mut put = |name: &str, value: Option<Json>| {
        if let Some(value) = value {
            package.insert(name.to_owned(), value);
        }
    };
    put("$schema", Some(json!("https://datapackage.org/profiles/2.0/datapackage.json")));
    put("name", Some(json!(data.id)));
    put("title", Some(json!(data.title.get(lang))));
    put("description", data.summary.as_ref().map(|summary| json!(summary.get(lang))));
    put("version", data.edition.as_deref().map(Json::from));
    put("licenses", licence(data).and_then(|licence| licence.json()).map(|licence| json!([licence])));
    let sources: Vec<Json> = data.sources.iter().map(|source| described(source, lang)).collect();
    put("sources", (!sources.is_empty()).then_some(Json::Array(sources)));
    put("resources", Some(Json::Array(resources)));
    Json::Object(package)
}

fn described(source: &Source, lang: Lang) -> Json {
    let mut object = Map::new();
    let (title, publisher) = (source.title.get(lang), source.publisher.get(lang));
    object.insert("title".to_owned(), json!(format!("{publisher}: {title}")));
    if let Some(url) = &source.url {
        object.insert("path".to_owned(), json!(url));
    }
    Json::Object(object)
}

fn hash(bytes: &[u8]) -> String {
    format!("sha256:{}", sha256_hex(bytes))
}

fn dataset_resource(publication: &Publication<'_>) -> Result<Json> {
    let path = publication
        .dataset_file
        .strip_prefix(folder(publication))
        .context("the dataset's file has no name")?;
    Ok(json!({
        "name": "dataset",
        "title": "The whole dataset",
        "path": path,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "bytes": publication.dataset_bytes.len(),
        "hash": hash(publication.dataset_bytes),
    }))
}

fn table_resource(publication: &Publication<'_>, table: &Table, bytes: &[u8]) -> Json {
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": table.name,
        "title": table.title(Lang::En),
        "path": inside(publication, table),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": hash(bytes),
        "dialect": { "lineTerminator": "\r\n" },
        "schema": schema(table),
    })
}

/// The workbook of a table: a file only, its table is described once, with the CSV.
fn workbook_resource(table: &Table, path: &str, bytes: &[u8]) -> Json {
    json!({
        "name": format!("{}-xlsx", table.name),
        "title": format!("{} (XLSX)", table.title(Lang::En)),
        "path": path,
        "format": "xlsx",
        "mediatype": WORKBOOK,
        "bytes": bytes.len(),
        "hash": hash(bytes),
    })
}

/// The Table Schema of a table.
pub fn schema(table: &Table) -> Json {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://datapackage.org/profiles/2.0/tableschema.json"));
    schema.insert("fields".to_owned(), table.columns.iter().map(field).collect());
    schema.insert("missingValues".to_owned(), json!([""]));
    if !table.key.is_empty() {
        schema.insert("primaryKey".to_owned(), json!(table.key));
    }
    let references: Vec<Json> = table
        .references
        .iter()
        .map(|(column, to, key)| {
            // A table that refers to itself leaves its name out.
            let reference = if *to == table.name {
                json!({ "fields": [key] })
            } else {
                json!({ "resource": to, "fields": [key] })
            };
            json!({ "fields": [column], "reference": reference })
        })
        .collect();
    if !references.is_empty() {
        schema.insert("foreignKeys".to_owned(), Json::Array(references));
    }
    Json::Object(schema)
}

fn field(column: &Column) -> Json {
    let (kind, more) = match column.kind {
        Kind::Text => ("string", None),
        Kind::Integer => ("integer", None),
        Kind::Number => ("number", None),
        Kind::Boolean => ("boolean", None),
        // A date type would promise days; these are as precise as they were stated.
        Kind::Date => ("string", Some(("constraints", json!({ "pattern": DATE_PATTERN })))),
        Kind::Address => ("string", Some(("format", json!("uri")))),
    };
    let mut field = Map::new();
    field.insert("name".to_owned(), json!(column.name));
    field.insert("type".to_owned(), json!(kind));
    field.insert("description".to_owned(), json!(column.description));
    if let Some((name, value)) = more {
        field.insert(name.to_owned(), value);
    }
    Json::Object(field)
}

/// The large table that the dataset links to. Its size and hash are not known here.
fn records_resource(data: &Dataset) -> Option<Json> {
    let records = data.claims.as_ref()?.records.as_ref()?;
    if records.href.starts_with('/') || records.href.split('/').any(|part| part == "..") {
        return None;
    }
    let mut resource = Map::new();
    resource.insert("name".to_owned(), json!("claim-records"));
    resource.insert("title".to_owned(), json!("Claims, the full table"));
    resource.insert("path".to_owned(), json!(records.href));
    if let Some(media_type) = &records.media_type {
        resource.insert("mediatype".to_owned(), json!(media_type));
    }
    if !records.columns.is_empty() {
        resource.insert("type".to_owned(), json!("table"));
        resource.insert("schema".to_owned(), json!({ "fields": records_fields(records) }));
    }
    Some(Json::Object(resource))
}

fn records_fields(records: &Records) -> Vec<Json> {
    let column = |column: &dataset::RecordColumn| {
        let kind = match column.kind {
            ColumnKind::Integer | ColumnKind::Amount => Kind::Integer,
            ColumnKind::Date => Kind::Date,
            ColumnKind::Text | ColumnKind::Region | ColumnKind::Group | ColumnKind::Programme => Kind::Text,
        };
        let label = column.label.get(Lang::En);
        let description = match &column.definition {
            Some(definition) => format!("{label}: {}", definition.get(Lang::En)),
            None => label.to_owned(),
        };
        field(&Column { name: column.name.clone(), kind, description })
    };
    records.columns.iter().map(column).collect()
}

/// A licence by what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Licence {
    /// An identifier of the SPDX licence list.
    Spdx(&'static str),
    /// An address.
    Address(String),
    /// Other words.
    Named(String),
}

/// The dataset's licence: that of its sources, where all state the same one. The format has none
/// of its own, and a licence that is not stated is not guessed.
pub fn licence(data: &Dataset) -> Option<Licence> {
    let first = Licence::of(data.sources.first()?)?;
    data.sources.iter().all(|source| Licence::of(source).as_ref() == Some(&first)).then_some(first)
}

impl Licence {
    /// The licence that a source states.
    pub fn of(source: &Source) -> Option<Self> {
        let stated = source.licence.as_deref()?.trim();
        if stated.starts_with("https://") || stated.starts_with("http://") {
            return Some(Self::Address(stated.to_owned()));
        }
        Some(match spdx::license_id(stated) {
            Some(id) => Self::Spdx(id.name),
            None => Self::Named(stated.to_owned()),
        })
    }

    /// As data packages write it: a name of the licence list or an address. They have no place for
    /// other words.
    fn json(&self) -> Option<Json> {
        match self {
            Self::Spdx(id) => Some(json!({ "name": id, "path": spdx_page(id) })),
            Self::Address(address) => Some(json!({ "path": address })),
            Self::Named(_) => None,
        }
    }

    /// As schema.org has it: an address, or a work with a name.
    pub fn json_ld(&self) -> Json {
        match self {
            Self::Spdx(id) => json!(spdx_page(id)),
            Self::Address(address) => json!(address),
            Self::Named(name) => json!({ "@type": "CreativeWork", "name": name }),
        }
    }
}

fn spdx_page(id: &str) -> String {
    format!("https://spdx.org/licenses/{id}.html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_the_datasets_where_all_sources_state_the_same() {
        let licence_of = |first: &str, second: &str| {
            let source = |id: u8, licence: &str| {
                format!(r#"{{"id": "{id}", "publisher": "p", "title": "t", "licence": {licence}}}"#)
            };
            let text = format!(
                r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "t", "region": "r", "sources": [{}, {}]}}"#,
                source(1, first),
                source(2, second)
            );
            licence(&dataset::read(&text).dataset.unwrap())
        };
        let free = "\"CC-BY-4.0\"";
        assert_eq!(licence_of(free, free), Some(Licence::Spdx("CC-BY-4.0")));
        assert_eq!(licence_of(free, "null"), None);
        assert_eq!(licence_of(free, "\"https://example.org/terms\""), None);
        let named = licence_of("\"our terms\"", "\"our terms\"").unwrap();
        assert_eq!((named.json(), &named.json_ld()["name"]), (None, &json!("our terms")));
    }
}
