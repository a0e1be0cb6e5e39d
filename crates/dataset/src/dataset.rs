//! The whole document.

use super::record::record;
use super::{
    Award, Claims, Currency, Date, Event, Fact, Group, GroupSet, Indicator, Lang, List, Map, Maybe, Note,
    Observation, Policy, Population, Privacy, Programme, Region, Scheme, SeriesBreak, Source, Statement,
    Term, Text,
};

/// The version of the format that this program reads.
pub const FORMAT: &str = "jamsostek-dashboard/1";

/// One report: the definition of `public/data/<id>.json`.
///
/// Every section may be absent, and every record that cannot be read is left out and reported.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dataset {
    /// The address of the JSON Schema, for editors.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema"))]
    pub schema: Option<String>,
    /// The format and its version, `jamsostek-dashboard/1`.
    pub format: String,
    /// The report's id: lower-case letters, digits and hyphens. It is the file's name, too.
    pub id: String,
    /// The id of the report that this is an issue of: editions are kept of one report. By default the dataset's id
    /// without the date at its end, `sumsel` of `sumsel-2025-08`.
    pub report: Option<String>,
    /// The report's title.
    pub title: Text,
    /// What the report is about, in one or two sentences; used in metadata, so without names of
    /// private persons.
    pub summary: Option<Text>,
    /// The languages the dataset is written in, the default one first.
    #[cfg_attr(feature = "schema", schemars(default = "default_languages"))]
    pub languages: Vec<Lang>,
    /// The edition, such as `2025-08`.
    pub edition: Option<String>,
    /// When the dataset was last changed.
    pub updated: Option<Date>,
    /// The id of the region the report is about.
    pub region: String,
    /// The office whose work is reported, as the source names it.
    pub office: Option<Text>,
    /// The scheme that protects; absent for the social security for employment.
    pub scheme: Option<Scheme>,
    /// Whom the report counts; absent for workers.
    pub population: Option<Population>,
    /// The currency of amounts that name none.
    pub currency: Option<Currency>,
    /// The id of the observation that is the report's one strong figure. By default the coverage
    /// rate of the report's region that is newest.
    pub headline: Option<String>,
    /// What is done about private persons.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub privacy: Privacy,
    /// The publications the figures are taken from.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sources: List<Source>,
    /// Territories by id.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub regions: Map<Region>,
    /// Groups of workers by id.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub groups: Map<Group>,
    /// Groups that are shown side by side.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub group_sets: List<GroupSet>,
    /// Programmes by id.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub programmes: Map<Programme>,
    /// Indicators by id.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub indicators: Map<Indicator>,
    /// The figures.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub observations: List<Observation>,
    /// Where series stop being comparable.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub series_breaks: List<SeriesBreak>,
    /// Single claims.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub claims: Maybe<Claims>,
    /// Awards.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub awards: List<Award>,
    /// Events.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub events: List<Event>,
    /// Legal basis and goals.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub policies: List<Policy>,
    /// What was said.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub statements: List<Statement>,
    /// What sources state differently and is no number.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub facts: List<Fact>,
    /// Gaps and contradictions of the sources.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub notes: List<Note>,
    /// Terms and what they mean.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub glossary: List<Term>,
}

impl Dataset {
    /// The id of the report that this is an issue of.
    #[must_use]
    pub fn report(&self) -> &str {
        self.report.as_deref().unwrap_or_else(|| without_date(&self.id))
    }

    /// The languages that the report is published in, in the order of [`Lang::ALL`]; all of them where the dataset
    /// names none.
    #[must_use]
    pub fn published(&self) -> Vec<Lang> {
        let named = |lang: &Lang| self.languages.is_empty() || self.languages.contains(lang);
        Lang::ALL.into_iter().filter(named).collect()
    }
}

/// An id without the numbers at its end, as far as hyphens part them from the rest: without the date of an issue.
#[must_use]
pub fn without_date(id: &str) -> &str {
    match id.rsplit_once('-') {
        Some((rest, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            without_date(rest)
        }
        _ => id,
    }
}

fn default_languages() -> Vec<Lang> {
    vec![Lang::Id]
}

record!(Dataset { schema as "$schema", format, id, report, title, summary, languages or default_languages(), edition, updated, region, office, scheme, population, currency, headline, privacy or Privacy::default(), sources, regions, groups, group_sets, programmes, indicators, observations, series_breaks, claims, awards, events, policies, statements, facts, notes, glossary });
