//! The JSON Schema of the dataset, as far as sheets and columns follow from it.
//!
//! It is generated from the types of `crates/dataset` and tested to be equal to them, so what is added
//! there is here at once.
use std::collections::BTreeMap;

use dataset::json::{Document, Kind, Node};

/// The schema as it is published.
const TEXT: &str = include_str!("../../../public/schema/dataset-1.schema.json");

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A text in one or both languages.
    Text,
    /// A string.
    String,
    /// A year, a month or a day.
    Date,
    /// A number with decimals.
    Number,
    /// A whole number.
    Whole,
    /// True or false.
    Bool,
    /// A word of a closed list, by the name of its type.
    Word(String),
    /// What an indicator is counted in.
    Unit,
    /// A currency's code.
    Currency,
    /// A list.
    List(Box<Self>),
    /// Values by names.
    Map(Box<Self>),
    /// A record, by the name of its type.
    Record(String),
}

/// A field of a record.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) shape: Shape,
    /// Whether it must be there.
    pub(crate) required: bool,
    /// What the types say of it.
    #[cfg(test)]
    pub(crate) about: String,
}

/// Records by the names of their types, the whole dataset by the empty name, and closed lists.
#[derive(Debug, Default)]
pub(crate) struct Schema {
    records: BTreeMap<String, Vec<Field>>,
    words: BTreeMap<String, Vec<String>>,
}

impl Schema {
    /// The published schema.
    pub(crate) fn published() -> Self {
        Document::parse(TEXT).map(|document| Self::of(document.root())).unwrap_or_default()
    }

    fn of(root: &Node) -> Self {
        let mut schema = Self::default();
        let definitions = root.get("$defs").map(members).unwrap_or_default();
        schema.records.insert(String::new(), fields(root, root));
        for (name, definition) in definitions {
            if definition.get("properties").is_some() {
                schema.records.insert(name.to_owned(), fields(definition, root));
            } else if let Some(words) = words(definition) {
                schema.words.insert(name.to_owned(), words);
            }
        }
        schema
    }

    /// The fields of a record, in the order of their names.
    pub(crate) fn fields(&self, record: &str) -> &[Field] {
        self.records.get(record).map(Vec::as_slice).unwrap_or_default()
    }

    /// The names of all records.
    #[cfg(test)]
    pub(crate) fn records(&self) -> impl Iterator<Item = &str> {
        self.records.keys().map(String::as_str)
    }

    /// The closed lists, with their words.
    #[cfg(test)]
    pub(crate) fn lists(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.words.iter().map(|(name, words)| (name.as_str(), words.as_slice()))
    }

    /// The words of a closed list.
    #[cfg(test)]
    pub(crate) fn words(&self, list: &str) -> &[String] {
        self.words.get(list).map(Vec::as_slice).unwrap_or_default()
    }
}

fn members(node: &Node) -> Vec<(&str, &Node)> {
    match &node.kind {
        Kind::Object(members) => members.iter().map(|member| (&*member.name, &member.value)).collect(),
        _ => Vec::new(),
    }
}

fn items(node: Option<&Node>) -> &[Node] {
    match node.map(|node| &node.kind) {
        Some(Kind::Array(items)) => items,
        _ => &[],
    }
}

/// The words of a closed list: each alternative is one.
fn words(definition: &Node) -> Option<Vec<String>> {
    let alternatives = items(definition.get("oneOf"));
    let word = |alternative: &Node| Some(alternative.get("const")?.as_str()?.to_owned());
    (!alternatives.is_empty()).then(|| alternatives.iter().map(word).collect())?
}

fn fields(record: &Node, root: &Node) -> Vec<Field> {
    let required = items(record.get("required"));
    let properties = record.get("properties").map(members).unwrap_or_default();
    let field = |(name, node): (&str, &Node)| Field {
        name: name.to_owned(),
        shape: shape(node, root),
        required: required.iter().any(|required| required.as_str() == Some(name)),
        #[cfg(test)]
        about: about(node),
    };
    properties.into_iter().map(field).collect()
}

/// What the types say, in one line.
#[cfg(test)]
fn about(node: &Node) -> String {
    let text = node.get("description").and_then(Node::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shape(node: &Node, root: &Node) -> Shape {
    if let Some(name) = node.get("$ref").and_then(Node::as_str) {
        return named(name.rsplit('/').next().unwrap_or_default(), root);
    }
    if let Some(first) = items(node.get("anyOf")).first() {
        return shape(first, root);
    }
    if let Some(element) = node.get("items") {
        return Shape::List(Box::new(shape(element, root)));
    }
    if let Some(values) = node.get("additionalProperties").filter(|node| matches!(node.kind, Kind::Object(_)))
    {
        return Shape::Map(Box::new(shape(values, root)));
    }
    let kind = node.get("type").or_else(|| items(node.get("type")).first());
    match kind.and_then(|kind| kind.as_str().or_else(|| items(Some(kind)).first()?.as_str())) {
        Some("integer") => Shape::Whole,
        Some("number") => Shape::Number,
        Some("boolean") => Shape::Bool,
        _ => Shape::String,
    }
}

fn named(name: &str, root: &Node) -> Shape {
    let is_list = || root.get("$defs").and_then(|all| all.get(name)).and_then(words).is_some();
    match name {
        "Text" => Shape::Text,
        "Date" => Shape::Date,
        "Unit" => Shape::Unit,
        "Currency" => Shape::Currency,
        _ if is_list() => Shape::Word(name.to_owned()),
        _ => Shape::Record(name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape_of(record: &str, field: &str) -> Shape {
        let schema = Schema::published();
        schema.fields(record).iter().find(|f| f.name == field).map(|f| f.shape.clone()).unwrap()
    }

    #[test]
    fn every_kind_of_field_is_known() {
        let record = |name: &str| Shape::Record(name.to_owned());
        assert_eq!(shape_of("", "title"), Shape::Text);
        assert_eq!(shape_of("", "updated"), Shape::Date);
        assert_eq!(shape_of("", "$schema"), Shape::String);
        assert_eq!(shape_of("", "regions"), Shape::Map(Box::new(record("Region"))));
        assert_eq!(shape_of("", "claims"), record("Claims"));
        assert_eq!(shape_of("", "languages"), Shape::List(Box::new(Shape::Word("Lang".to_owned()))));
        assert_eq!(shape_of("Award", "organisers"), Shape::List(Box::new(Shape::Text)));
        assert_eq!(shape_of("Region", "codes"), Shape::Map(Box::new(Shape::String)));
        assert_eq!(shape_of("Observation", "value"), Shape::Number);
        assert_eq!(shape_of("Evidence", "line"), Shape::Whole);
        assert_eq!(shape_of("GroupSet", "exhaustive"), Shape::Bool);
        assert_eq!(shape_of("Indicator", "unit"), Shape::Unit);
        assert_eq!(shape_of("Prize", "currency"), Shape::Currency);
        assert_eq!(shape_of("Note", "severity"), Shape::Word("NoteSeverity".to_owned()));
        assert_eq!(Schema::published().words("Basis"), ["stated", "inferred"]);
    }
}
