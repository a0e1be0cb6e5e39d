//! The dataset for search engines: schema.org's `Dataset` as JSON-LD.
use dataset::{Dataset, Date, Indicator, Lang, Source, Text, Time, Unit};
use routes::Page;
use serde_json::{Map, Value as Json, json};

use super::{
    Publication, package,
    story::{publishers, story},
    tables,
};

/// The dataset as a report page in a language describes it.
pub fn dataset(publication: &Publication<'_>, lang: Lang) -> Json {
    let data = publication.data;
    let story = story(data, lang, Page::Report);
    let organisation = |name: &&str| json!({ "@type": "Organization", "name": name });
    let creators: Vec<Json> = publishers(data, lang, &[]).iter().map(organisation).collect();
    let measured: Vec<Json> =
        data.indicators.iter().map(|(_, indicator)| variable(indicator, lang)).collect();
    let based_on: Vec<Json> = data.sources.iter().map(|source| work(source, lang)).collect();
    let mut object = Object::new("Dataset");
    object.0.insert("@context".to_owned(), json!("https://schema.org"));
    object.put("name", Some(json!(story.title)));
    object.put("description", Some(json!(story.description)));
    object.put("inLanguage", Some(json!(lang.code())));
    object.put("url", publication.absolute(&routes::path(lang, Page::Report)).map(Json::from));
    object.put("identifier", Some(json!(data.id)));
    object.put("version", data.edition.as_deref().map(Json::from));
    object.put("dateModified", data.updated.map(|date| json!(date.to_string())));
    object.put("isAccessibleForFree", Some(json!(true)));
    object.put("license", package::licence(data).map(|licence| licence.json_ld()));
    object.put("creator", some(creators));
    object.put("temporalCoverage", temporal(data).map(Json::from));
    object.put("spatialCoverage", place(data, lang));
    object.put("variableMeasured", some(measured));
    object.put("isBasedOn", some(based_on));
    object.put("distribution", Some(Json::Array(distribution(publication, lang))));
    Json::Object(object.0)
}

/// An object that leaves out what is not known.
struct Object(Map<String, Json>);

impl Object {
    fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), json!(kind))]))
    }

    fn put(&mut self, name: &str, value: Option<Json>) {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value);
        }
    }
}

fn some(list: Vec<Json>) -> Option<Json> {
    (!list.is_empty()).then_some(Json::Array(list))
}

fn text(text: Option<&Text>, lang: Lang) -> Option<Json> {
    text.map(|text| text.get(lang)).filter(|text| !text.is_empty()).map(Json::from)
}

/// What is measured. The page itself says what it means.
fn variable(indicator: &Indicator, lang: Lang) -> Json {
    let mut object = Object::new("PropertyValue");
    object.put("name", text(Some(&indicator.label), lang));
    let unit = match &indicator.unit {
        Unit::Percent => "%",
        Unit::Money(currency) => currency.code(),
        Unit::Person | Unit::Claim => indicator.counted.as_ref().map_or("", |counted| counted.get(lang)),
    };
    object.put("unitText", (!unit.is_empty()).then(|| json!(unit)));
    Json::Object(object.0)
}

fn work(source: &Source, lang: Lang) -> Json {
    let mut object = Object::new("CreativeWork");
    object.put("name", text(Some(&source.title), lang));
    object.put("url", source.url.as_deref().map(Json::from));
    object.put("datePublished", source.published.map(|date| json!(date.to_string())));
    object.put("inLanguage", source.language.as_deref().map(Json::from));
    object.put("license", package::Licence::of(source).map(|licence| licence.json_ld()));
    object.put(
        "publisher",
        text(Some(&source.publisher), lang).map(|name| json!({ "@type": "Organization", "name": name })),
    );
    Json::Object(object.0)
}

/// The report's region with its code in each code system.
fn place(data: &Dataset, lang: Lang) -> Option<Json> {
    let region = data.regions.get(&data.region)?;
    let codes = region
        .codes
        .iter()
        .map(|(system, code)| json!({ "@type": "PropertyValue", "propertyID": system, "value": code }));
    let mut object = Object::new("Place");
    object.put("name", text(Some(&region.name), lang));
    object.put("identifier", some(codes.collect()));
    Some(Json::Object(object.0))
}

/// What a search engine offers to download: the dataset, its figures as a table, and the package that describes all
/// tables. A list of every table would weigh more than the report's text.
fn distribution(publication: &Publication<'_>, lang: Lang) -> Vec<Json> {
    let download = |name: Option<&str>, path: &str, media_type: &str| {
        let mut object = Object::new("DataDownload");
        object.put("name", name.map(Json::from));
        object.put("encodingFormat", Some(json!(media_type)));
        object.put("contentUrl", Some(json!(publication.address(lang, Page::Report, path))));
        Json::Object(object.0)
    };
    let figures = tables::tables(publication.data).into_iter().find(|table| table.name == tables::FIGURES);
    let figures = figures.map(|table| {
        download(Some(table.title(lang)), &package::table_path(publication, &table), "text/csv")
    });
    // What holds all of the dataset is called as the dataset is.
    let all = download(None, publication.dataset_file, "application/json");
    let described = download(None, &package::path(publication), package::MEDIA_TYPE);
    [Some(all), figures, Some(described)].into_iter().flatten().collect()
}

/// From the first to the last time of the observations after ISO 8601: a date, or an interval,
/// with `..` for a start that is not stated.
fn temporal(data: &Dataset) -> Option<String> {
    let times = || data.observations.iter().map(|observation| observation.time);
    let end = times().map(Time::end).max_by_key(|date| last_day(*date))?;
    let starts: Option<Vec<Date>> = times().map(start).collect();
    match starts.and_then(|starts| starts.into_iter().min_by_key(|date| first_day(*date))) {
        Some(start) if start == end => Some(end.to_string()),
        Some(start) => Some(format!("{start}/{end}")),
        None => Some(format!("../{end}")),
    }
}

fn start(time: Time) -> Option<Date> {
    match time {
        Time::AsOf(date) => Some(date),
        Time::Period { start, .. } => start,
    }
}

/// A date's first day, for comparing dates of different precision.
fn first_day(date: Date) -> (u16, u8, u8) {
    (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

/// A date's last day.
fn last_day(date: Date) -> (u16, u8, u8) {
    let month = Date { month: Some(date.month.unwrap_or(12)), ..date };
    (date.year, date.month.unwrap_or(12), date.day.unwrap_or_else(|| month.days_in_month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_in_time_reaches_from_the_first_to_the_last_day() {
        let check = |times: &str, wanted: &str| {
            let text = format!(
                r#"{{"format": "jamsostek-dashboard/1", "id": "x", "region": "r", "title": "t", "observations": [{times}]}}"#
            );
            let data = dataset::read(&text).dataset.unwrap();
            assert_eq!(temporal(&data).unwrap_or_default(), wanted);
        };
        let observation = |time: &str| {
            format!(r#"{{"id": "a", "indicator": "i", "region": "r", "time": {time}, "value": 1}}"#)
        };
        let day = observation(r#"{"as_of": "2025-08-01"}"#);
        let year = observation(r#"{"start": "2024", "end": "2025"}"#);
        let open = observation(r#"{"end": "2025-07"}"#);
        check("", "");
        check(&day, "2025-08-01");
        check(&[day.as_str(), &year].join(","), "2024/2025");
        check(&[day.as_str(), &open].join(","), "../2025-08-01");
    }
}
