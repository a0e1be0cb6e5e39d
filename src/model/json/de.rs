//! From a tree of nodes to serde types, collecting what does not fit.
use std::cell::RefCell;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Expected, IntoDeserializer, Unexpected, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

use super::{Kind, Member, Node};

/// The name under which a type asks for one value in a sequence of its own, so that a failure is
/// recorded and survived. See [`super::super::Maybe`].
pub(in crate::model) const ONE: &str = "$one";

/// The name under which a type asks for a number as it is printed.
pub(in crate::model) const NUMBER: &str = "$number";

/// Something that could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Byte offset in the text.
    pub at: u32,
    /// What it is.
    pub problem: Problem,
}

/// What could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A value of another kind than the format asks for.
    WrongType {
        /// The JSON name of the kind found.
        found: &'static str,
        /// What is expected, in words.
        expected: String,
    },
    /// A string that is none of the words the format knows here.
    UnknownWord {
        /// The word found.
        found: String,
        /// The words known.
        expected: &'static [&'static str],
    },
    /// A text that is not a date, or a date that the calendar does not have.
    NotADate(String),
    /// A field that must be there.
    MissingField(&'static str),
    /// A field the format does not know.
    UnknownField(String),
    /// A name that stands twice in one object; the first value counts.
    DuplicateField(String),
    /// A value of the right kind that breaks a rule, said in words.
    Invalid(String),
}

/// The error that travels through serde: an issue whose place may not be known yet.
#[derive(Debug)]
pub(super) struct DecodeError {
    at: Option<u32>,
    problem: Problem,
    recorded: bool,
}

impl DecodeError {
    fn new(problem: Problem) -> Self {
        Self { at: None, problem, recorded: false }
    }

    /// Sets the place, unless a place further inside is known, and the kind found there.
    fn locate(mut self, node: &Node) -> Self {
        if self.at.is_none() {
            self.at = Some(node.at);
            if let Problem::WrongType { found, .. } = &mut self.problem {
                *found = node.kind_name();
            }
        }
        self
    }
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the value does not fit")
    }
}

impl std::error::Error for DecodeError {}

impl de::Error for DecodeError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self::new(Problem::Invalid(message.to_string()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let words = expected.to_string();
        let expected = if words.starts_with("struct ") { "an object".to_owned() } else { words };
        Self::new(Problem::WrongType { found: "", expected })
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        // Dates are the only strings whose content a type refuses in this way.
        if let Unexpected::Str(found) = found {
            return Self::new(Problem::NotADate(found.to_owned()));
        }
        Self::new(Problem::WrongType { found: "", expected: expected.to_string() })
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::new(Problem::WrongType { found: "", expected: expected.to_string() })
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Problem::UnknownWord { found: found.to_owned(), expected })
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::new(Problem::UnknownField(field.to_owned()))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Problem::MissingField(field))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(Problem::DuplicateField(field.to_owned()))
    }
}

/// What became of a text.
#[derive(Clone, Debug)]
pub struct Decoded<T> {
    /// The value; `None` only if the outermost value itself could not be read.
    pub value: Option<T>,
    /// What could not be read, in the order of the text.
    pub issues: Vec<Issue>,
    /// The byte offsets of the array elements that were left out, in the order of the text.
    pub dropped: Vec<u32>,
}

#[derive(Default)]
struct Context {
    issues: RefCell<Vec<Issue>>,
    dropped: RefCell<Vec<u32>>,
}

impl Context {
    fn add(&self, at: u32, problem: Problem) {
        self.issues.borrow_mut().push(Issue { at, problem });
    }

    /// Notes an error once, and lets it travel on.
    fn record(&self, mut error: DecodeError, node: &Node) -> DecodeError {
        error = error.locate(node);
        if !error.recorded {
            self.add(error.at.unwrap_or(node.at), error.problem.clone());
            error.recorded = true;
        }
        error
    }
}

pub(super) fn decode<'de, T: Deserialize<'de>>(root: &'de Node) -> Decoded<T> {
    let context = Context::default();
    let value = T::deserialize(Decoder { node: root, member: None, context: &context });
    let value = value.map_err(|error| context.record(error, root)).ok();
    let mut issues = context.issues.into_inner();
    issues.sort_by_key(|issue| issue.at);
    let mut dropped = context.dropped.into_inner();
    dropped.sort_unstable();
    Decoded { value, issues, dropped }
}

#[derive(Clone, Copy)]
struct Decoder<'de, 'c> {
    node: &'de Node,
    /// The member whose value this is: what an ignored value is called.
    member: Option<&'de Member>,
    context: &'c Context,
}

impl<'de> Decoder<'de, '_> {
    fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.kind {
            Kind::Null => visitor.visit_unit(),
            Kind::Bool(value) => visitor.visit_bool(*value),
            Kind::Number(text) => match text.parse::<i64>() {
                Ok(value) => visitor.visit_i64(value),
                Err(_) => Err(de::Error::invalid_type(Unexpected::Other("number"), &visitor)),
            },
            Kind::String(text) => visitor.visit_borrowed_str(text),
            Kind::Array(items) => visitor.visit_seq(Items { items: items.iter(), context: self.context }),
            Kind::Object(members) => {
                visitor.visit_map(Members { all: members, next: 0, context: self.context })
            }
        }
    }
}

impl<'de> de::Deserializer<'de> for Decoder<'de, '_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.visit(visitor).map_err(|error| error.locate(self.node))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.node.kind {
            Kind::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let result = match (&self.node.kind, name) {
            (Kind::Number(text), NUMBER) => visitor.visit_borrowed_str(text),
            (_, NUMBER) => Err(de::Error::invalid_type(Unexpected::Other(""), &visitor)),
            (_, ONE) => visitor
                .visit_seq(Items { items: std::slice::from_ref(self.node).iter(), context: self.context }),
            _ => visitor.visit_newtype_struct(self),
        };
        result.map_err(|error| error.locate(self.node))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let result = match &self.node.kind {
            Kind::String(word) => {
                let word: StrDeserializer<'_, DecodeError> = (**word).into_deserializer();
                visitor.visit_enum(word)
            }
            _ => Err(DecodeError::new(Problem::WrongType { found: "", expected: "a string".to_owned() })),
        };
        result.map_err(|error| error.locate(self.node))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if let Some(member) = self.member {
            self.context.add(member.at, Problem::UnknownField(member.name.to_string()));
        }
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier
    }
}

struct Items<'de, 'c> {
    items: std::slice::Iter<'de, Node>,
    context: &'c Context,
}

impl<'de> de::SeqAccess<'de> for Items<'de, '_> {
    type Error = DecodeError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, DecodeError> {
        let Some(node) = self.items.next() else { return Ok(None) };
        seed.deserialize(Decoder { node, member: None, context: self.context }).map(Some).map_err(|error| {
            self.context.dropped.borrow_mut().push(node.at);
            self.context.record(error, node)
        })
    }
}

struct Members<'de, 'c> {
    all: &'de [Member],
    next: usize,
    context: &'c Context,
}

impl<'de> de::MapAccess<'de> for Members<'de, '_> {
    type Error = DecodeError;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, DecodeError> {
        while let Some(member) = self.all.get(self.next) {
            let earlier = self.all.get(..self.next).unwrap_or_default();
            if earlier.iter().any(|other| other.name == member.name) {
                self.context.add(member.at, Problem::DuplicateField(member.name.to_string()));
                self.next += 1;
                continue;
            }
            let name: StrDeserializer<'_, DecodeError> = (*member.name).into_deserializer();
            return seed.deserialize(name).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, DecodeError> {
        let Some(member) = self.all.get(self.next) else {
            return Err(DecodeError::new(Problem::MissingField("value")));
        };
        self.next += 1;
        seed.deserialize(Decoder { node: &member.value, member: Some(member), context: self.context })
            .map_err(|error| self.context.record(error, &member.value))
    }
}
