//! The figures of a chart as data: what the page says of them, and what is known beside.
use dataset::{Decimal, Interval};
use serde::{Serialize, Serializer};
use serde_json::Number;

/// What is known of a figure beside what the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureData {
    /// The number, in full.
    pub value: Option<Decimal>,
    /// The lowest and the highest number that it may stand for; none where it is exact.
    pub bounds: Option<Interval>,
    /// What it is counted in: `percent`, `person`, `claim`, or the code of a currency.
    pub unit: String,
    /// When it holds, after ISO 8601.
    pub time: Option<String>,
    /// The address of its source.
    pub source: Option<String>,
}

/// A figure of a chart, as a record of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FigureRecord {
    /// What it is about: the heading of its row.
    pub name: String,
    /// What is measured: the heading of its column.
    pub measure: String,
    /// The number; empty where none is stated.
    #[serde(serialize_with = "number")]
    pub value: String,
    /// The lowest number that it may stand for; empty where it is exact.
    #[serde(serialize_with = "number")]
    pub low: String,
    /// The highest one.
    #[serde(serialize_with = "number")]
    pub high: String,
    /// See [`FigureData::unit`].
    pub unit: String,
    /// See [`FigureData::time`].
    pub time: String,
    /// The figure as the page shows it.
    pub shown: String,
    /// The name by which it is asked where it comes from, see [`figures::key`].
    pub figure: String,
    /// The address of its source.
    pub source: String,
}

/// The figures of a block, as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureFile {
    /// The titles of the charts that they are taken from.
    pub titles: Vec<String>,
    /// Where all of it comes from.
    pub credit: String,
    /// The figures.
    pub figures: Vec<FigureRecord>,
}

impl FigureRecord {
    /// The names of the columns, in the order of [`Self::fields`].
    const COLUMNS: [&str; 10] =
        ["name", "measure", "value", "low", "high", "unit", "time", "shown", "figure", "source"];

    /// Adds what is known beside what the page shows.
    #[must_use]
    pub fn with(mut self, data: FigureData) -> Self {
        let FigureData { value, bounds, unit, time, source } = data;
        self.value = value.map(|value| value.to_string()).unwrap_or_default();
        if let Some(Interval { low, high }) = bounds {
            (self.low, self.high) = (low.to_string(), high.to_string());
        }
        self.unit = unit;
        self.time = time.unwrap_or_default();
        self.source = source.unwrap_or_default();
        self
    }

    fn fields(&self) -> [&str; 10] {
        let Self { name, measure, value, low, high, unit, time, shown, figure, source } = self;
        [name, measure, value, low, high, unit, time, shown, figure, source].map(String::as_str)
    }
}

/// Figures as CSV, see [`tables::csv_records`].
#[must_use]
pub fn csv(records: &[FigureRecord]) -> String {
    let rows = std::iter::once(FigureRecord::COLUMNS).chain(records.iter().map(FigureRecord::fields));
    tables::csv_records(rows)
}

impl FigureFile {
    /// The file as JSON; numbers are numbers there, and what is not stated is null.
    #[must_use]
    pub fn json(&self) -> String {
        // Nothing in it can fail: names are texts, and there are no maps.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// Writes a number that is held as a text.
fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    text.parse::<Number>().ok().serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records() -> Vec<FigureRecord> {
        let decimal = |text| Decimal::parse(text);
        let shown = |name: &str, shown: &str| FigureRecord {
            name: name.to_owned(),
            measure: "Persentase".to_owned(),
            shown: shown.to_owned(),
            figure: "coverage-a".to_owned(),
            ..FigureRecord::default()
        };
        let data = FigureData {
            value: decimal("89.1"),
            bounds: Some(Interval { low: decimal("89.05").unwrap(), high: decimal("89.15").unwrap() }),
            unit: "percent".to_owned(),
            time: Some("2025-08-01".to_owned()),
            source: Some("https://a.b/".to_owned()),
        };
        vec![shown("Kepala desa", "89,1%").with(data), shown("=HYPERLINK(\"x\")", "–")]
    }

    #[test]
    fn figures_are_exact_and_formulas_are_defused() {
        assert_eq!(
            csv(&records()),
            "\u{feff}name,measure,value,low,high,unit,time,shown,figure,source\r\n\
             Kepala desa,Persentase,89.1,89.05,89.15,percent,2025-08-01,\"89,1%\",coverage-a,https://a.b/\r\n\
             \"'=HYPERLINK(\"\"x\"\")\",Persentase,,,,,,–,coverage-a,\r\n"
        );
    }

    #[test]
    fn numbers_are_numbers_and_gaps_are_null() {
        let file = FigureFile { titles: vec!["T".to_owned()], credit: "C".to_owned(), figures: records() };
        let json = file.json();
        assert!(json.ends_with("}\n"));
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["titles"], serde_json::json!(["T"]));
        assert_eq!(value["figures"][0]["value"], serde_json::json!(89.1));
        assert_eq!(value["figures"][0]["high"], serde_json::json!(89.15));
        assert_eq!(value["figures"][1]["value"], serde_json::Value::Null);
        assert_eq!(value["figures"][1]["name"], "=HYPERLINK(\"x\")", "JSON has no formulas");
    }
}
