//! One edition, and the list of all of them (`editions.json`).
use std::{fs, io, path::Path};

use anyhow::{Context, Result, bail, ensure};
use dataset::{Dataset, Date, Lang, Time};
use serde::{Deserialize, Serialize};

use crate::hash::sha256_hex;

/// The name of the list at the site's root.
pub const LIST: &str = "editions.json";
/// The folder of all editions.
pub const FOLDER: &str = "v";
/// The form of the list, and its version.
const FORMAT: &str = "jamsostek-editions/1";
/// One edition, as the list has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its name in addresses: the dataset's id and the beginning of its hash.
    pub id: String,
    /// The dataset's id.
    pub dataset: String,
    /// The id of the report that it is an issue of; absent where that is the dataset's id without its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// The report's title.
    pub title: Title,
    /// The newest date that a figure is of; absent where no figure has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<String>,
    /// When the edition was published first; absent where nobody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Its folder, seen from the list.
    pub path: String,
    /// Its dataset, seen from the list.
    pub data: String,
    /// SHA-256 of the dataset's bytes.
    pub sha256: String,
}

/// A title in each language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// In Indonesian.
    pub id: String,
    /// In English.
    pub en: String,
}

impl Edition {
    /// The edition of a dataset. The file is seen from the site's root.
    #[must_use]
    pub fn of(data: &Dataset, file: &str, bytes: &[u8], published: Option<Date>) -> Self {
        let sha256 = sha256_hex(bytes);
        let id = dataset::edition_name_of_hash(&data.id, &sha256);
        let path = format!("{FOLDER}/{id}/");
        let title = |lang| data.title.get(lang).to_owned();
        Self {
            dataset: data.id.clone(),
            report: data.report.clone(),
            title: Title { id: title(Lang::Id), en: title(Lang::En) },
            figures: newest_figures(data).map(|date| date.to_string()),
            published: published.map(|date| date.to_string()),
            data: format!("{path}{file}"),
            path,
            id,
            sha256,
        }
    }

    /// The id of the report that it is an issue of.
    #[must_use]
    pub fn report(&self) -> &str {
        self.report.as_deref().unwrap_or_else(|| dataset::without_date(&self.dataset))
    }

    /// When it was published first.
    #[must_use]
    pub fn published(&self) -> Option<Date> {
        self.published.as_deref().and_then(Date::parse)
    }

    /// The newest date that a figure is of.
    #[must_use]
    pub fn figures(&self) -> Option<Date> {
        self.figures.as_deref().and_then(Date::parse)
    }

    /// Whether it is an entry that this program could have written.
    pub(super) fn check(&self) -> Result<()> {
        let hexadecimal = self.sha256.len() == 64 && self.sha256.bytes().all(|b| b.is_ascii_hexdigit());
        ensure!(hexadecimal, "`sha256` of {} is no SHA-256", self.id);
        ensure!(
            self.id == dataset::edition_name_of_hash(&self.dataset, &self.sha256),
            "{} is not named after its data",
            self.id
        );
        ensure!(self.path == format!("{FOLDER}/{}/", self.id), "`path` of {} is not its folder", self.id);
        let file = self.data.strip_prefix(&self.path).unwrap_or_default();
        let inside = !file.is_empty() && file.split('/').all(|part| !matches!(part, "" | "." | ".."));
        ensure!(inside && !file.contains('\\'), "`data` of {} is not below its folder", self.id);
        for date in [&self.figures, &self.published].into_iter().flatten() {
            ensure!(Date::parse(date).is_some(), "`{date}` of {} is no date", self.id);
        }
        Ok(())
    }
}

/// The newest date of a figure. Where two are as new, the more precise one.
fn newest_figures(data: &Dataset) -> Option<Date> {
    data.observations
        .iter()
        .map(|observation| observation.time)
        .map(Time::end)
        .max_by_key(|date| (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31), date.day))
}

/// All editions of a site, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    #[serde(rename = "$schema")]
    schema: String,
    format: String,
    /// The name of the edition at the site's root.
    pub newest: String,
    /// Each edition.
    pub editions: Vec<Edition>,
}

impl List {
    /// The list after an edition was published upon others. One that was published before keeps
    /// its first date.
    #[must_use]
    pub fn with(mut newest: Edition, before: &[Edition]) -> Self {
        if let Some(first) = before.iter().find(|edition| edition.id == newest.id) {
            newest.published = first.published.clone().or(newest.published);
        }
        let others = before.iter().filter(|edition| edition.id != newest.id).cloned();
        Self {
            schema: "schema/editions-1.schema.json".to_owned(),
            format: FORMAT.to_owned(),
            newest: newest.id.clone(),
            editions: std::iter::once(newest.clone()).chain(others).collect(),
        }
    }

    /// The list in a folder; `None` where there is none.
    ///
    /// # Errors
    /// When it is no list of editions.
    pub fn read(dir: &Path) -> Result<Option<Self>> {
        let path = dir.join(LIST);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
        };
        let advice = || {
            format!(
                "{} is no list of editions that this program can extend: put the one of the last deployment in its \
                 place, or move it away to begin anew",
                path.display()
            )
        };
        Self::parse(&text).with_context(advice).map(Some)
    }

    pub(super) fn parse(text: &str) -> Result<Self> {
        let value: serde_json::Value = serde_json::from_str(text)?;
        match value.get("format").and_then(serde_json::Value::as_str) {
            Some(FORMAT) => {}
            Some(other) => bail!("its format is `{other}`, not `{FORMAT}`"),
            None => bail!("it has no `format`"),
        }
        let list: Self = serde_json::from_value(value)?;
        let mut names = std::collections::BTreeSet::new();
        for edition in &list.editions {
            edition.check()?;
            ensure!(names.insert(&edition.id), "{} is listed twice", edition.id);
        }
        ensure!(names.contains(&list.newest), "`newest` is {}, which is not listed", list.newest);
        Ok(list)
    }

    /// The list as it is written.
    ///
    /// # Errors
    /// Never in practice: it is made of texts.
    pub fn json(&self) -> Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
