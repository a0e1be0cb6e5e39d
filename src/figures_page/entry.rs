//! What is known of a figure.
use dataset::{Decimal, Evidence, Interval, Unit};

use super::line::Line;

/// A figure with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name by which it is asked for, see [`figures::key`].
    pub key: String,
    /// What it is.
    pub name: String,
    /// The figure as the report shows it.
    pub value: String,
    /// The figure as a citation gives it, where its value alone would say too little.
    pub cited: Option<String>,
    /// When it holds, as it stands inside a sentence; empty where nothing is known.
    pub when: String,
    /// Where it stands, and whether it was computed from there.
    pub origin: Origin,
    /// The number for programs; none where there is none.
    pub measurement: Option<Measurement>,
    /// When it holds, after ISO 8601: a date, or an interval whose start may be open (`../2025-07`).
    pub time: Option<String>,
    /// What is said of it, in order.
    pub rows: Vec<Row>,
}

/// Where a figure comes from, for its citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A source states it.
    Source(Option<Evidence>),
    /// It was computed or counted from what a source states.
    Computed(Option<Evidence>),
}

impl Origin {
    /// What it rests on.
    pub fn evidence(&self) -> Option<&Evidence> {
        let (Self::Source(evidence) | Self::Computed(evidence)) = self;
        evidence.as_ref()
    }
}

/// A number with its bounds and its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// The number.
    pub value: Decimal,
    /// The lowest and the highest number that it may stand for; none where it is exact.
    pub bounds: Option<Interval>,
    /// `percent`, `percentage-point`, `percentage-point/year`, `person`, `claim`, or the code of a currency; empty
    /// where it is not known.
    pub unit: String,
}

/// A term and what is said of it: a line, or a list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The term.
    pub term: &'static str,
    /// What is said of it; never empty.
    pub lines: Vec<Line>,
}

impl Entry {
    /// A figure without rows.
    pub fn new(key: impl Into<String>, name: String, value: String, origin: Origin) -> Self {
        Self {
            key: key.into(),
            name,
            value,
            cited: None,
            when: String::new(),
            origin,
            measurement: None,
            time: None,
            rows: Vec::new(),
        }
    }

    /// Adds a row with one line, if there is anything in it.
    pub fn row(&mut self, term: &'static str, line: impl Into<Line>) {
        self.list(term, std::iter::once(line.into()));
    }

    /// Adds a row with a line for each thing, if there is any.
    pub fn list(&mut self, term: &'static str, lines: impl IntoIterator<Item = Line>) {
        let lines: Vec<Line> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            self.rows.push(Row { term, lines });
        }
    }
}

/// What a unit is called in data.
pub fn unit_code(unit: &Unit) -> &str {
    match unit {
        Unit::Percent => "percent",
        Unit::Person => "person",
        Unit::Claim => "claim",
        Unit::Money(currency) => currency.code(),
    }
}
