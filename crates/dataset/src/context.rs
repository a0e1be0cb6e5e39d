//! What surrounds the figures: events, legal basis, statements, notes.
use super::record::{record, words};
use super::{Date, Decimal, Evidence, List, Text};

/// Something that took place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// Its id.
    pub id: String,
    /// What it was.
    pub label: Text,
    /// When.
    pub date: Option<Date>,
    /// The venue.
    pub venue: Option<Text>,
    /// The id of the region it took place in.
    pub region: Option<String>,
    /// Who attended.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub attendees: List<Attendee>,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
    /// What a reader should know of it.
    pub note: Option<Text>,
}

/// A person or a body that attended an event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attendee {
    /// Who.
    pub name: Text,
    /// The office held.
    pub office: Option<Text>,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
}

/// A legal instrument or plan.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Policy {
    /// Its id.
    pub id: String,
    /// What kind of instrument it is, such as a presidential instruction.
    pub instrument: Text,
    /// Its number.
    pub number: Option<String>,
    /// Its year.
    pub year: Option<u16>,
    /// What it is about, in words of this project.
    pub about: Text,
    /// The goals it sets.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub targets: List<Target>,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Target {
    /// Its id.
    pub id: String,
    /// What it is called, such as universal coverage.
    pub label: Text,
    /// The id of the indicator it is set for.
    pub indicator: String,
    /// The id of the region it is set for; absent where it is set for a larger one.
    pub region: Option<String>,
    /// The value to reach; null where the goal is only named.
    pub value: Option<Decimal>,
    /// Whether the value is stated or follows from the goal's name.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub basis: super::Basis,
    /// By when.
    pub by: Option<Date>,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
    /// What a reader should know of it.
    pub note: Option<Text>,
}

/// What somebody said, in words of this project.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// Its id.
    pub id: String,
    /// Who said it.
    pub speaker: String,
    /// The office held.
    pub office: Option<Text>,
    /// When.
    pub date: Option<Date>,
    /// A paraphrase, never the words of the source.
    pub text: Text,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
}

/// Something a reader should know about the data.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// Its id.
    pub id: String,
    /// What kind of note it is.
    pub severity: NoteSeverity,
    /// The ids of the records it is about.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub about: Vec<String>,
    /// The note.
    pub text: Text,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
}

/// Something that sources state differently and that is no number, such as a date or a name. Numbers
/// that differ are observations.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// Its id.
    pub id: String,
    /// What the sources differ about, such as the day of a ceremony.
    pub label: Text,
    /// The ids of the records it is about.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub about: Vec<String>,
    /// What each source states.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub versions: List<FactVersion>,
    /// What a reader should know of it.
    pub note: Option<Text>,
}

/// What one source states of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactVersion {
    /// What it states, in words of this project.
    pub text: Text,
    /// Whether this one is held to be right; none is where that is open.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub preferred: bool,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
}

/// What kind of note it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum NoteSeverity {
    /// Good to know.
    Info,
    /// The source leaves something open.
    Gap,
    /// The source contradicts itself or another one.
    Contradiction,
}

words!(NoteSeverity { Info = "info", Gap = "gap", Contradiction = "contradiction" });

record!(Fact { id, label, about or Vec::new(), versions, note });
record!(FactVersion { text, preferred, evidence });
record!(Event { id, label, date, venue, region, attendees, evidence, note });
record!(Attendee { name, office, evidence });
record!(Policy { id, instrument, number, year, about, targets, evidence });
record!(Target { id, label, indicator, region, value, basis, by, evidence, note });
record!(Statement { id, speaker, office, date, text, evidence });
record!(Note { id, severity, about or Vec::new(), text, evidence });
