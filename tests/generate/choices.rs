//! Decisions that are read from a list of numbers.
use serde_json::{Map, Value as Json, json};

/// What texts begin with: long words, other scripts, marks of HTML, places of messages.
const BEGINNINGS: [&str; 9] = [
    "Kata",
    "Pemeliharaankesejahteraanketenagakerjaanberkelanjutan",
    "عمال المناجم",
    "<b>&\"kutip\" & 'lain'</b>",
    "{0} dari {1}",
    "Zoë – 100 %",
    "A\u{202e}terbalik",
    "  dua  spasi",
    "Satu; dua, tiga · empat (lima)",
];

/// The list, what was decided for the whole dataset, and how many names were given.
pub struct Choices {
    decisions: std::vec::IntoIter<u16>,
    named: usize,
    /// The dataset's languages, the main one first.
    pub languages: Vec<&'static str>,
    /// The dataset's currency.
    pub currency: &'static str,
    /// The ids of what figures are about, by their section.
    pub regions: Vec<String>,
    /// The groups' ids.
    pub groups: Vec<String>,
    /// The programmes' ids.
    pub programmes: Vec<String>,
    /// The sources' ids.
    pub sources: Vec<String>,
    /// The indicators' ids with their units.
    pub indicators: Vec<(String, &'static str)>,
    /// The observations' ids.
    pub observations: Vec<String>,
    /// The events' ids.
    pub events: Vec<String>,
}

impl Choices {
    /// Choices that decide by these numbers.
    pub fn of(decisions: Vec<u16>) -> Self {
        Self {
            decisions: decisions.into_iter(),
            named: 0,
            languages: vec!["id"],
            currency: "IDR",
            regions: Vec::new(),
            groups: Vec::new(),
            programmes: Vec::new(),
            sources: Vec::new(),
            indicators: Vec::new(),
            observations: Vec::new(),
            events: Vec::new(),
        }
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::from(self.decisions.next().unwrap_or_default()) % limit.max(1)
    }

    /// Whether something is so, in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of several, the first one most likely.
    pub fn pick<T: Clone>(&mut self, among: &[T]) -> T {
        let at = self.below(among.len());
        among[at].clone()
    }

    /// One of several ids, if there are any.
    pub fn id_of(&mut self, among: &[String]) -> Option<String> {
        (!among.is_empty()).then(|| self.pick(among))
    }

    /// A number that no other call gives.
    pub fn unique(&mut self) -> usize {
        self.named += 1;
        self.named
    }

    /// An id that no other record has; some are awkward in addresses, or names of parts of the page.
    pub fn id(&mut self) -> String {
        let number = self.unique();
        match self.below(12) {
            1 => format!("panel-{number}"),
            2 => format!("a b%c{number}"),
            3 => format!("id.{number}"),
            4 => format!("x#{number}?\"<"),
            _ => format!("r{number}"),
        }
    }

    /// A proper name or a word that no other text is.
    pub fn word(&mut self) -> String {
        let beginning = self.pick(&BEGINNINGS);
        format!("{beginning} n{:04}.", self.unique())
    }

    /// A text in one or both languages.
    pub fn text(&mut self) -> Json {
        match self.below(4) {
            0 => json!(self.word()),
            1 => {
                let mut text = Map::new();
                text.insert(self.languages[0].to_owned(), json!(self.word()));
                Json::Object(text)
            }
            _ => json!({ "id": self.word(), "en": self.word() }),
        }
    }

    /// A date: a year, a month or a day.
    pub fn date(&mut self) -> String {
        let (year, month, day) = (2020 + self.below(6), 1 + self.below(12), 1 + self.below(28));
        match self.below(3) {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    }

    /// Where something stands in a source.
    pub fn evidence(&mut self) -> Json {
        let sources = self.sources.clone();
        match self.id_of(&sources) {
            Some(source) => {
                let line = self.chance(60).then(|| 1 + self.below(99));
                json!({ "source": source, "line": line, "figure": "token" })
            }
            None => Json::Null,
        }
    }

    /// Puts a member into a record in so many of a hundred cases.
    pub fn maybe(
        &mut self,
        record: &mut Map<String, Json>,
        name: &str,
        percent: usize,
        value: impl FnOnce(&mut Self) -> Json,
    ) {
        if self.chance(percent) {
            let value = value(self);
            record.insert(name.to_owned(), value);
        }
    }
}

/// The members of a record.
pub fn record<const N: usize>(members: [(&str, Json); N]) -> Map<String, Json> {
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
