//! What a report is about: the scheme that protects, and who is counted.
use dataset::{Dataset, Lang};

use super::pick;

/// The names of the scheme and of the people counted, as they stand in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// The scheme.
    pub scheme: String,
    /// Its abbreviation, or a shorter name.
    pub short: String,
    /// One of those who are counted.
    pub one: String,
    /// Several of them.
    pub many: String,
}

impl Names {
    /// Those of a dataset; where it names none, the social security for employment and workers.
    #[must_use]
    pub fn of(data: &Dataset, lang: Lang) -> Self {
        let mut names = Self {
            scheme: pick(lang, "jaminan sosial ketenagakerjaan", "employment social security").to_owned(),
            short: "Jamsostek".to_owned(),
            one: pick(lang, "pekerja", "worker").to_owned(),
            many: pick(lang, "pekerja", "workers").to_owned(),
        };
        if let Some(scheme) = &data.scheme {
            scheme.name.get(lang).clone_into(&mut names.scheme);
            scheme.short.as_ref().unwrap_or(&scheme.name).get(lang).clone_into(&mut names.short);
        }
        if let Some(population) = &data.population {
            population.one.get(lang).clone_into(&mut names.one);
            population.many.get(lang).clone_into(&mut names.many);
        }
        names
    }

    /// The noun that goes with a number as it is written.
    #[must_use]
    pub fn noun(&self, number: &str) -> &str {
        if number == "1" { &self.one } else { &self.many }
    }

    /// The scheme as a heading.
    #[must_use]
    pub fn brand(&self) -> String {
        capitalised(&self.scheme)
    }
}

/// The first letter as a capital: for a phrase of the catalogue that stands alone.
#[must_use]
pub fn capitalised(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, lang: Lang) -> Names {
        let text =
            format!(r#"{{"format": "jamsostek-dashboard/1", "id": "a", "title": "A", "region": "r"{text}}}"#);
        Names::of(&dataset::read(&text).dataset.unwrap(), lang)
    }

    #[test]
    fn a_dataset_without_names_is_of_employment() {
        let of = names("", Lang::En);
        assert_eq!(
            (of.brand().as_str(), of.noun("1"), of.noun("2")),
            ("Employment social security", "worker", "workers")
        );
        assert_eq!(names("", Lang::Id).scheme, "jaminan sosial ketenagakerjaan");
    }

    #[test]
    fn a_dataset_names_its_scheme_and_whom_it_counts() {
        let text = r#", "scheme": {"name": {"id": "jaminan kesehatan", "en": "health insurance"}},
            "population": {"one": {"id": "penduduk", "en": "resident"}, "many": {"id": "penduduk", "en": "residents"}}"#;
        let (id, en) = (names(text, Lang::Id), names(text, Lang::En));
        assert_eq!((id.scheme.as_str(), id.many.as_str()), ("jaminan kesehatan", "penduduk"));
        assert_eq!(
            (en.short.as_str(), en.noun("1"), en.noun("1,000")),
            ("health insurance", "resident", "residents")
        );
    }
}
