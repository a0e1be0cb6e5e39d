//! The manifest: what was published, from what, by what, and what was not.
//!
//! It is the one file whose name stays the same; all others are named by the first 16 hexadecimal digits of the SHA-256
//! of what is stored, so they never change.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    FormatError,
    lattice::{Axis, DIMENSIONS},
};

/// What `format` says.
pub const FORMAT: &str = "jamsostek-claims/1";
/// The name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// What was published.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// When it was made, such as `2026-11-29T22:00:00Z`.
    pub made: String,
    /// What it was made of and by, the evidence of each figure.
    pub run: Run,
    /// Whether the claims are invented; such figures are never shown without saying so.
    pub invented: bool,
    /// The currency, such as `IDR`.
    pub currency: String,
    /// What was small, and how exact figures are.
    pub settings: Settings,
    /// Regions, the total first; a region stands behind its parent.
    pub regions: Vec<Region>,
    /// Times: all, years, months.
    pub times: Vec<Time>,
    /// Programmes, all first.
    pub programmes: Vec<Member>,
    /// Groups, all first.
    pub groups: Vec<Member>,
    /// Channels; the first is that none is stated.
    pub channels: Vec<Member>,
    /// What was read and published.
    pub totals: Totals,
    /// What was withheld.
    pub withheld: Withheld,
    /// Stated figures that the claims were held against.
    pub checks: Vec<Check>,
    /// The Parquet files, by their path.
    pub downloads: Vec<Download>,
}

/// One preparation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Its id: it follows from what was read and by what, so the same run has the same id.
    pub id: String,
    /// The engine and its version.
    pub engine: String,
    /// The SHA-256 of all SQL files one after another.
    pub sql: String,
    /// What was read.
    pub inputs: Vec<Input>,
}

/// A file that was read, or a folder: its SHA-256 is then that of the hexadecimal digits of those of its files, in the
/// order of their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Its name, without the folders above it.
    pub name: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Its bytes.
    pub bytes: u64,
    /// Its rows.
    pub rows: u64,
}

/// How it was prepared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The smallest number of claims that is published.
    pub smallest: u64,
    /// How many values are possible at least for a number that is withheld because it is small.
    pub values: u64,
    /// How deep regions are published by month and single group.
    pub months_by_group: u8,
    /// How many significant digits amounts of single claims have.
    pub digits: u32,
}

/// A name in both languages, or one for both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Label {
    /// The same in both.
    Same(String),
    /// In each.
    Each {
        /// Indonesian.
        id: String,
        /// English.
        en: String,
    },
}

/// A file of a name that follows from its content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name, below the folder of its kind.
    pub name: String,
    /// Its bytes.
    pub bytes: u64,
}

/// A region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// Its id in the dataset.
    pub id: String,
    /// What it is called.
    pub label: Label,
    /// Its parent, by its place; none for the total.
    pub parent: Option<u16>,
    /// Its official codes by the authority, such as `kemendagri`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub codes: BTreeMap<String, String>,
    /// Its file below `cube/`.
    pub cube: File,
}

/// A time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// Empty for all, else `2025` or `2025-07`.
    pub id: String,
    /// Its parent, by its place; none for the total.
    pub parent: Option<u16>,
}

/// A programme, a group or a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its id in the dataset; empty for all.
    pub id: String,
    /// What it is called.
    pub label: Label,
}

/// How much was read and published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Claims that were read.
    pub claims: u64,
    /// The sum of their amounts.
    pub amount: i64,
    /// Single claims that are published.
    pub rows: u64,
    /// Of these, how many are told with month and region.
    pub exact_rows: u64,
    /// Bytes of the cubes.
    pub cube_bytes: u64,
    /// Bytes of the rows.
    pub row_bytes: u64,
    /// Bytes of the Parquet files.
    pub parquet_bytes: u64,
}

/// How much was not published.
///
/// Numbers of cells are rounded down: as many as there are cells that are not there would tell that none of these is
/// empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// Cells with claims, of the kinds that are published; about.
    pub cells: u64,
    /// Of these, cells that are small; about.
    pub small: u64,
    /// Of these, cells that protect small ones; about.
    pub protecting: u64,
    /// Single claims that are told less exactly than by month and region.
    pub coarser_rows: u64,
    /// Single claims that are left out.
    pub left_out_rows: u64,
}

/// A figure that a source states, and what the claims say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The id of the observation in the dataset.
    pub observation: String,
    /// Whether it is a number of claims or an amount.
    pub what: Measure,
    /// The least and the greatest that the stated figure can mean, after its rounding.
    pub stated: [i64; 2],
    /// What the claims add up to.
    pub found: Option<i64>,
    /// Whether they fit.
    pub fits: bool,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Claims.
    Count,
    /// Their amounts.
    Amount,
}

/// A Parquet file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Download {
    /// Its path below `parquet/`, such as `year=2025/province=…/….parquet`.
    pub path: String,
    /// The whole SHA-256.
    pub sha256: String,
    /// Its bytes.
    pub bytes: u64,
    /// Its rows.
    pub rows: u64,
}

impl Manifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// When it is no JSON of this format, or its axes are no trees.
    pub fn read(json: &str) -> Result<Self, FormatError> {
        let manifest: Self =
            serde_json::from_str(json).map_err(|error| FormatError::Manifest(error.to_string()))?;
        if manifest.format != FORMAT {
            return Err(FormatError::Manifest(format!(
                "its format is `{}` and not `{FORMAT}`",
                manifest.format
            )));
        }
        manifest.axes().ok_or_else(|| FormatError::Manifest("its regions or times are no tree".into()))?;
        Ok(manifest)
    }

    /// The manifest as JSON.
    ///
    /// # Errors
    /// Never for values of these types.
    pub fn write(&self) -> Result<String, FormatError> {
        serde_json::to_string(self).map_err(|error| FormatError::Manifest(error.to_string()))
    }

    /// The axes of all cubes; `None` where regions or times are no trees.
    pub fn axes(&self) -> Option<[Axis; DIMENSIONS]> {
        let tree = |parents: Vec<Option<u16>>| {
            let (first, others) = parents.split_first()?;
            first.is_none().then_some(())?;
            Axis::new(&others.iter().copied().collect::<Option<Vec<_>>>()?)
        };
        let flat = |members: &[Member]| Axis::flat(u16::try_from(members.len()).ok()?.checked_sub(1)?);
        Some([
            tree(self.regions.iter().map(|region| region.parent).collect())?,
            tree(self.times.iter().map(|time| time.parent).collect())?,
            flat(&self.programmes)?,
            flat(&self.groups)?,
        ])
    }

    /// The first time that is a month.
    pub fn first_month(&self) -> u16 {
        let years = self.times.iter().take_while(|time| time.id.len() < 7).count();
        u16::try_from(years).unwrap_or(u16::MAX)
    }

    /// The files of a first view of a region: its own, and that of its parent, which has all its neighbours.
    pub fn first_view(&self, region: u16) -> Vec<&File> {
        let Some(own) = self.regions.get(usize::from(region)) else { return Vec::new() };
        let is_leaf = !self.regions.iter().any(|other| other.parent == Some(region));
        let parent = own.parent.filter(|_| is_leaf).and_then(|parent| self.regions.get(usize::from(parent)));
        [Some(own), parent].into_iter().flatten().map(|region| &region.cube).collect()
    }
}
