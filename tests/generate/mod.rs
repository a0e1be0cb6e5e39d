//! Arbitrary valid datasets: whatever the format can say, in any mixture.
//!
//! A dataset is built from a list of numbers, each of which decides one thing; where the list ends the simplest is
//! chosen. So a shorter list of smaller numbers is a simpler dataset, and what fails is reported as the simplest
//! dataset that fails.
mod awards;
mod choices;
mod claims;
mod context;
mod figures;
mod subjects;

use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};

pub use choices::Choices;

/// How many decisions a dataset is made of at most.
const DECISIONS: usize = 900;

/// The text of a dataset, which is what is told of one that fails.
#[derive(Clone)]
pub struct Generated(pub String);

impl std::fmt::Debug for Generated {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Valid datasets.
pub fn datasets() -> impl Strategy<Value = Generated> {
    let decisions = prop::collection::vec(any::<u16>(), 0..DECISIONS);
    decisions.prop_map(|decisions| Generated(dataset(&mut Choices::of(decisions)).to_string()))
}

/// A dataset of some choices.
fn dataset(choices: &mut Choices) -> Json {
    let mut data = Map::new();
    data.insert("format".into(), json!("jamsostek-dashboard/1"));
    data.insert("id".into(), json!("generated"));
    choices.languages = choices.pick(&[vec!["id"], vec!["id", "en"], vec!["en", "id"]]);
    data.insert("languages".into(), json!(choices.languages));
    data.insert("title".into(), choices.text());
    choices.currency = choices.pick(&["IDR", "USD"]);
    data.insert("currency".into(), json!(choices.currency));
    choices.maybe(
        &mut data,
        "scheme",
        30,
        |choices| json!({ "name": choices.text(), "short": choices.text() }),
    );
    choices.maybe(
        &mut data,
        "population",
        30,
        |choices| json!({ "one": choices.text(), "many": choices.text() }),
    );
    subjects::add(choices, &mut data);
    figures::add(choices, &mut data);
    context::add(choices, &mut data);
    claims::add(choices, &mut data);
    awards::add(choices, &mut data);
    Json::Object(data)
}
