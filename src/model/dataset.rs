//! The whole document.
use serde::Deserialize;

use super::{
    Award, Claims, Currency, Date, Event, Group, GroupSet, Indicator, Lang, List, Map, Maybe, Note,
    Observation, Policy, Privacy, Programme, Region, SeriesBreak, Source, Statement, Term, Text,
};

/// The version of the format that this program reads.
pub const FORMAT: &str = "jamsostek-dashboard/1";

/// One report: the definition of `public/data/<id>.json`.
///
/// Every section may be absent, and every record that cannot be read is left out and reported.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dataset {
    /// The address of the JSON Schema, for editors.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// The format and its version, `jamsostek-dashboard/1`.
    pub format: String,
    /// The report's id: lower-case letters, digits and hyphens. It is the file's name, too.
    pub id: String,
    /// The report's title.
    pub title: Text,
    /// What the report is about, in one or two sentences; used in metadata, so without names of
    /// private persons.
    pub summary: Option<Text>,
    /// The languages the dataset is written in, the default one first.
    #[serde(default = "default_languages")]
    pub languages: Vec<Lang>,
    /// The edition, such as `2025-08`.
    pub edition: Option<String>,
    /// When the dataset was last changed.
    pub updated: Option<Date>,
    /// The id of the region the report is about.
    pub region: String,
    /// The office whose work is reported, as the source names it.
    pub office: Option<Text>,
    /// The currency of amounts that name none.
    pub currency: Option<Currency>,
    /// The id of the observation that is the report's one strong figure. By default the coverage
    /// rate of the report's region that is newest.
    pub headline: Option<String>,
    /// What is done about private persons.
    #[serde(default)]
    pub privacy: Privacy,
    /// The publications the figures are taken from.
    #[serde(default)]
    pub sources: List<Source>,
    /// Territories by id.
    #[serde(default)]
    pub regions: Map<Region>,
    /// Groups of workers by id.
    #[serde(default)]
    pub groups: Map<Group>,
    /// Groups that are shown side by side.
    #[serde(default)]
    pub group_sets: List<GroupSet>,
    /// Programmes by id.
    #[serde(default)]
    pub programmes: Map<Programme>,
    /// Indicators by id.
    #[serde(default)]
    pub indicators: Map<Indicator>,
    /// The figures.
    #[serde(default)]
    pub observations: List<Observation>,
    /// Where series stop being comparable.
    #[serde(default)]
    pub series_breaks: List<SeriesBreak>,
    /// Single claims.
    #[serde(default)]
    pub claims: Maybe<Claims>,
    /// Awards.
    #[serde(default)]
    pub awards: List<Award>,
    /// Events.
    #[serde(default)]
    pub events: List<Event>,
    /// Legal basis and goals.
    #[serde(default)]
    pub policies: List<Policy>,
    /// What was said.
    #[serde(default)]
    pub statements: List<Statement>,
    /// Gaps and contradictions of the sources.
    #[serde(default)]
    pub notes: List<Note>,
    /// Terms and what they mean.
    #[serde(default)]
    pub glossary: List<Term>,
}

fn default_languages() -> Vec<Lang> {
    vec![Lang::Id]
}
