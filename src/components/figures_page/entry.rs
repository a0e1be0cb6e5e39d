//! What a figure of the page consists of, and the rows that all kinds of figures share.
use super::super::markup::Markup;
use super::FiguresPage;
use dataset::{
    Currency, Dataset, Decimal, Evidence, Indicator, Interval, Lang, Observation, Qualifier, Stated, Text,
    Time, Unit,
};
use figures::bounds;
use routes::{Page, text_fragment};
use words::{AskWords, Form, Messages, fill};

/// A figure.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The name by which it is asked for.
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
    pub from: From,
    /// The figure for programs: attributes with the value, its bounds, unit and time.
    pub data: Vec<(&'static str, String)>,
    /// Terms and what is said of them, in order.
    pub rows: Vec<(&'static str, Markup)>,
}

/// Where a figure comes from, for its citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// A source states it.
    Source(Option<Evidence>),
    /// It was computed or counted from what a source states.
    Computed(Option<Evidence>),
}

impl Entry {
    /// A figure without rows.
    pub fn new(key: impl Into<String>, name: String, value: String, from: From) -> Self {
        let (when, data, rows) = (String::new(), Vec::new(), Vec::new());
        Self { key: key.into(), name, value, cited: None, when, from, data, rows }
    }

    /// Adds the number for programs: value, lowest and highest, unit.
    pub fn number(&mut self, value: Decimal, ends: Option<Interval>, unit: &str) {
        self.data.push(("data-value", value.to_string()));
        if let Some(Interval { low, high }) = ends {
            self.data.push(("data-low", low.to_string()));
            self.data.push(("data-high", high.to_string()));
        }
        self.data.push(("data-unit", unit.to_owned()));
    }

    /// Adds a row of markup, if there is any.
    pub fn row(&mut self, term: &'static str, definition: Markup) {
        if !definition.is_empty() {
            self.rows.push((term, definition));
        }
    }

    /// Adds a row of text, if there is any.
    pub fn say(&mut self, term: &'static str, text: &str) {
        let mut html = Markup::new();
        html.text(text);
        self.row(term, html);
    }
}

/// What every figure is looked up in.
pub struct Book<'a> {
    /// The dataset.
    pub data: &'a Dataset,
    /// The language.
    pub lang: Lang,
    /// The words of the report.
    pub words: &'static Messages,
    /// The words of this page.
    pub own: &'static AskWords,
    edition: &'a str,
    address: Option<&'a str>,
}

impl<'a> Book<'a> {
    /// The book of a page.
    pub fn new(page: FiguresPage<'a>) -> Self {
        let FiguresPage { data, lang, edition, address, .. } = page;
        Self { data, lang, words: words::messages(lang), own: words::ask(lang), edition, address }
    }

    /// A text in the page's language.
    pub fn text<'t>(&self, text: Option<&'t Text>) -> &'t str {
        text.map(|text| text.get(self.lang)).unwrap_or_default()
    }

    /// A region's short name, or its id.
    pub fn region<'t>(&'t self, id: &'t str) -> &'t str {
        let region = self.data.regions.get(id);
        region.map_or(id, |region| region.short.as_ref().unwrap_or(&region.name).get(self.lang))
    }

    /// A group's name, or its id.
    pub fn group<'t>(&'t self, id: &'t str) -> &'t str {
        self.data.groups.get(id).map_or(id, |group| group.label.get(self.lang))
    }

    /// A number in full, in its unit.
    pub fn full(&self, number: Decimal, unit: &Unit) -> String {
        match unit {
            Unit::Percent => words::percent(self.lang, number),
            Unit::Person | Unit::Claim => words::number(self.lang, number),
            Unit::Money(currency) => words::money(self.lang, number, currency),
        }
    }

    /// A number in full, and how precise it is.
    pub fn precise(&self, stated: &Stated, unit: &Unit) -> String {
        let number = self.full(stated.number, unit);
        let own = self.own;
        let ends = || {
            let ends = bounds(stated)?;
            Some((self.full(ends.low, unit), self.full(ends.high, unit)))
        };
        match (stated.qualifier, ends()) {
            (Qualifier::Rounded, Some((low, high))) => fill(own.rounded, &[&number, &low, &high]),
            (Qualifier::Truncated, Some((low, high))) => fill(own.truncated, &[&number, &low, &high]),
            (Qualifier::AtLeast, _) => fill(own.at_least, &[&number]),
            (Qualifier::LessThan, _) => fill(own.less_than, &[&number]),
            (Qualifier::Approx, _) => fill(own.approx, &[&number]),
            (Qualifier::Estimate, _) => fill(own.estimate, &[&number]),
            _ => fill(own.exact, &[&number]),
        }
    }

    /// What the unit of an observation is called.
    pub fn unit_of(&self, observation: &Observation, indicator: &Indicator) -> String {
        let counted = self.text(indicator.counted.as_ref());
        if indicator.unit == Unit::Percent && observation.group.is_some() && !counted.is_empty() {
            return fill(self.own.unit_percent_of_group, &[counted]);
        }
        self.unit(&indicator.unit, counted)
    }

    /// What a unit is called.
    pub fn unit(&self, unit: &Unit, counted: &str) -> String {
        let own = self.own;
        match unit {
            Unit::Percent if counted.is_empty() => own.unit_percent.to_owned(),
            Unit::Percent => fill(own.unit_percent_of, &[counted]),
            Unit::Person if counted.is_empty() => own.unit_person.to_owned(),
            Unit::Person => fill(own.unit_person_of, &[counted]),
            Unit::Claim => own.unit_claim.to_owned(),
            Unit::Money(currency) => self.currency(currency),
        }
    }

    /// What a currency is called.
    pub fn currency(&self, currency: &Currency) -> String {
        match currency.code() {
            "IDR" => self.own.unit_rupiah.to_owned(),
            code => fill(self.own.unit_money, &[code]),
        }
    }

    /// An amount, shown short where that loses nothing.
    pub fn money(&self, amount: Decimal, currency: Option<&Currency>) -> String {
        match currency.or(self.data.currency.as_ref()) {
            Some(currency) => words::format(self.lang, Form::MoneyShort { step: None, currency }, amount),
            None => words::number(self.lang, amount),
        }
    }

    /// Where a figure stands, with a link that lands on it, and what is printed there.
    pub fn source(&self, evidence: Option<&Evidence>) -> Markup {
        self.source_of(evidence, self.own.printed)
    }

    /// As [`Self::source`]; `printed` says what is printed there, and nothing where it is empty.
    pub fn source_of(&self, evidence: Option<&Evidence>, printed: &str) -> Markup {
        let mut html = Markup::new();
        let Some(evidence) = evidence else {
            html.text(self.own.no_source);
            return html;
        };
        let source = self.data.sources.iter().find(|source| source.id == evidence.source);
        let label = self.place_in_source(evidence);
        match source.and_then(|source| source.url.as_deref()) {
            Some(url) => {
                let href = text_fragment(url, evidence.figure.as_deref());
                html.open_with("a", &[("href", &href), ("rel", "external noopener")]).text(&label).close("a");
            }
            None => {
                html.text(&label);
            }
        }
        if let Some(source) = source {
            let published = source.published.map(|date| words::date(self.lang, date));
            html.text("; ").text(source.title.get(self.lang));
            html.text(", ").text(published.as_deref().unwrap_or(self.words.source_undated));
        }
        if let Some(figure) = evidence.figure.as_ref().filter(|_| !printed.is_empty()) {
            html.text("; ").text(&fill(printed, &[figure]));
        }
        html
    }

    /// A source's publisher and the line.
    fn place_in_source(&self, evidence: &Evidence) -> String {
        let source = self.data.sources.iter().find(|source| source.id == evidence.source);
        let publisher = source.map_or(evidence.source.as_str(), |s| s.publisher.get(self.lang));
        match evidence.line {
            Some(line) => [publisher, ", ", &fill(self.words.source_line, &[&line.to_string()])].concat(),
            None => publisher.to_owned(),
        }
    }

    /// The notes that concern any of some records, and what the record itself has to say.
    pub fn notes(&self, about: &[&str], own: Option<&Text>) -> Markup {
        let concerns = |ids: &[String]| ids.iter().any(|id| about.contains(&id.as_str()));
        let notes = self.data.notes.iter().filter(|note| concerns(&note.about)).map(|note| &note.text);
        list(own.into_iter().chain(notes).map(|note| escaped(note.get(self.lang))))
    }

    /// The citation of a figure.
    pub fn citation(&self, entry: &Entry) -> String {
        let (From::Source(evidence) | From::Computed(evidence)) = &entry.from;
        let source = evidence.as_ref().map_or_else(
            || self.own.no_source.to_owned(),
            |evidence| {
                let url = self.data.sources.iter().find(|source| source.id == evidence.source);
                let url = url.and_then(|source| source.url.as_deref()).unwrap_or_default();
                let separator = if url.is_empty() { "" } else { ", " };
                [&self.place_in_source(evidence), separator, url].concat()
            },
        );
        let template = match entry.from {
            From::Source(_) => self.own.citation_source,
            From::Computed(_) => self.own.citation_own,
        };
        let when = if entry.when.is_empty() { String::new() } else { [", ", &entry.when].concat() };
        let title = self.data.title.get(self.lang);
        let value = entry.cited.as_ref().unwrap_or(&entry.value);
        let source = fill(template, &[&source]);
        let mut text = fill(self.own.citation, &[value, &entry.name, &when, &source, title, self.edition]);
        if let Some(address) = self.address {
            let path = routes::path(self.lang, Page::Report);
            text.push_str(&format!(" {address}{path}figures/#{}", entry.key));
        }
        // A space that does not break would be copied as one.
        text.replace(words::NBSP, " ")
    }
}

/// What a unit is called in data.
pub fn code(unit: &Unit) -> &str {
    match unit {
        Unit::Percent => "percent",
        Unit::Person => "person",
        Unit::Claim => "claim",
        Unit::Money(currency) => currency.code(),
    }
}

/// A time after ISO 8601: a date, or an interval whose start may be open.
pub fn iso(time: Time) -> String {
    match time {
        Time::AsOf(date) => date.to_string(),
        Time::Period { start: Some(start), end } => format!("{start}/{end}"),
        Time::Period { start: None, end } => format!("../{end}"),
    }
}

/// Escaped text.
pub fn escaped(text: &str) -> Markup {
    let mut html = Markup::new();
    html.text(text);
    html
}

/// A link to another figure of the page.
pub fn link(key: &str, text: &str) -> Markup {
    let mut html = Markup::new();
    html.open_with("a", &[("href", &format!("#{key}"))]).text(text).close("a");
    html
}

/// A list, or nothing where it is empty; one thing alone is no list.
pub fn list(items: impl Iterator<Item = Markup>) -> Markup {
    let items: Vec<Markup> = items.collect();
    if let [only] = items.as_slice() {
        return only.clone();
    }
    let mut html = Markup::new();
    if !items.is_empty() {
        html.open("ul");
        for item in &items {
            html.open("li").push(item).close("li");
        }
        html.close("ul");
    }
    html
}

/// A template of the catalogue with markup in its places.
pub fn filled(template: &str, values: &[&Markup]) -> Markup {
    let values: Vec<String> = values.iter().map(|value| (*value).clone().finish()).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let mut html = Markup::new();
    html.raw(&fill(template, &values));
    html
}
