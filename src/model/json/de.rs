//! From a tree of nodes to serde types, collecting what does not fit.
use std::cell::RefCell;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Expected, IntoDeserializer, Unexpected, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

use super::{Kind, Member, Node};
use crate::order::insertion_sort;

/// The name under which a type asks for one value in a sequence of its own, so that a failure is
/// recorded and survived. See [`super::super::Maybe`].
pub(in crate::model) const ONE: &str = "$one";

/// The name under which an object is told which members it may have.
pub(in crate::model) const FIELDS: &str = "$fields";

/// The name under which a list asks for its elements; what is no array has none.
pub(in crate::model) const LIST: &str = "$list";

/// The name under which a map asks for its members; what is no object has none.
pub(in crate::model) const MAP: &str = "$map";

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

/// The error that travels through serde: an issue whose place may not be known yet. It is boxed,
/// because every result on the way carries it.
#[derive(Debug)]
pub(super) struct DecodeError(Box<Located>);

#[derive(Debug)]
struct Located {
    at: Option<u32>,
    problem: Problem,
    recorded: bool,
}

impl DecodeError {
    #[inline(never)]
    fn new(problem: Problem) -> Self {
        Self(Box::new(Located { at: None, problem, recorded: false }))
    }

    #[inline(never)]
    fn wrong_type(expected: &str) -> Self {
        Self::new(Problem::WrongType { found: "", expected: expected.to_owned() })
    }

    /// Sets the place, unless a place further inside is known, and the kind found there.
    #[inline(never)]
    fn locate(mut self, node: &Node) -> Self {
        if self.0.at.is_none() {
            self.0.at = Some(node.at);
            if let Problem::WrongType { found, .. } = &mut self.0.problem {
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
    /// The byte offsets of the array elements that were left out, in any order.
    pub dropped: Vec<u32>,
    /// Where the issue stands without which there would be a value; `None` where there is one.
    pub fatal: Option<u32>,
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
    #[inline(never)]
    fn record(&self, error: DecodeError, node: &Node) -> DecodeError {
        let mut error = error.locate(node);
        if !error.0.recorded {
            self.add(error.0.at.unwrap_or(node.at), error.0.problem.clone());
            error.0.recorded = true;
        }
        error
    }
}

pub(in crate::model) fn decode<'de, T: Deserialize<'de>>(root: &'de Node) -> Decoded<T> {
    let context = Context::default();
    let value = T::deserialize(Decoder { node: root, member: None, context: &context });
    let (value, fatal) = match value {
        Ok(value) => (Some(value), None),
        Err(error) => (None, context.record(error, root).0.at),
    };
    let mut issues = context.issues.into_inner();
    insertion_sort(&mut issues, &|a, b| a.at > b.at);
    Decoded { value, issues, dropped: context.dropped.into_inner(), fatal }
}

#[derive(Clone, Copy)]
struct Decoder<'de, 'c> {
    node: &'de Node,
    /// The member whose value this is: what an ignored value is called.
    member: Option<&'de Member>,
    context: &'c Context,
}

impl<'de, 'c> Decoder<'de, 'c> {
    fn string(self) -> Result<&'de str, DecodeError> {
        match &self.node.kind {
            Kind::String(text) => Ok(text),
            _ => Err(DecodeError::wrong_type("a string").locate(self.node)),
        }
    }

    fn integer(self) -> Result<i64, DecodeError> {
        match &self.node.kind {
            Kind::Number(text) => text.parse().ok(),
            _ => None,
        }
        .ok_or_else(|| DecodeError::wrong_type("a whole number").locate(self.node))
    }

    fn items(self) -> Result<Items<'de, 'c>, DecodeError> {
        match &self.node.kind {
            Kind::Array(items) => Ok(Items { items: items.iter(), context: self.context }),
            _ => Err(DecodeError::wrong_type("an array").locate(self.node)),
        }
    }

    fn members(self) -> Result<Members<'de, 'c>, DecodeError> {
        match &self.node.kind {
            Kind::Object(members) => Ok(Members { all: members, next: 0, context: self.context }),
            _ => Err(DecodeError::wrong_type("an object").locate(self.node)),
        }
    }

    /// Whether the value is there; `null` counts as absent.
    fn is_there(self) -> bool {
        self.node.kind != Kind::Null
    }

    /// The items, or none where it is no array, which is recorded.
    fn items_or_none(self) -> Items<'de, 'c> {
        self.items().unwrap_or_else(|error| {
            if self.is_there() {
                self.context.record(error, self.node);
            }
            Items { items: [].iter(), context: self.context }
        })
    }

    /// The members, or none where it is no object, which is recorded.
    fn members_or_none(self) -> Members<'de, 'c> {
        self.members().unwrap_or_else(|error| {
            if self.is_there() {
                self.context.record(error, self.node);
            }
            Members { all: &[], next: 0, context: self.context }
        })
    }
}

/// Reads whole numbers, each by the method of its type.
macro_rules! integers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            visitor.visit_i64(self.integer()?).map_err(|error: DecodeError| error.locate(self.node))
        })*
    };
}

/// Each method asks for one kind of value only, so that a type's visitor is compiled for that kind
/// and no other: half the bytes of a decoder that visits whatever it finds.
impl<'de> de::Deserializer<'de> for Decoder<'de, '_> {
    type Error = DecodeError;

    /// A string or an object: the two kinds that a text may be.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let result = match &self.node.kind {
            Kind::String(text) => visitor.visit_borrowed_str(text),
            Kind::Object(members) => {
                visitor.visit_map(Members { all: members, next: 0, context: self.context })
            }
            _ => Err(de::Error::invalid_type(Unexpected::Other(""), &visitor)),
        };
        result.map_err(|error: DecodeError| error.locate(self.node))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.node.kind {
            Kind::Bool(value) => visitor.visit_bool(value),
            _ => Err(DecodeError::wrong_type("a boolean")),
        }
        .map_err(|error: DecodeError| error.locate(self.node))
    }

    integers! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_i64 }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_borrowed_str(self.string()?).map_err(|error: DecodeError| error.locate(self.node))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if self.is_there() { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_seq(self.items()?).map_err(|error: DecodeError| error.locate(self.node))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_map(self.members()?).map_err(|error: DecodeError| error.locate(self.node))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match (&self.node.kind, name) {
            (Kind::Number(text), NUMBER) => visitor.visit_borrowed_str(text),
            (_, LIST) => visitor.visit_seq(self.items_or_none()),
            (_, MAP) => visitor.visit_map(self.members_or_none()),
            (_, ONE) => visitor
                .visit_seq(Items { items: std::slice::from_ref(self.node).iter(), context: self.context }),
            _ => Err(de::Error::invalid_type(Unexpected::Other(""), &visitor)),
        }
        .map_err(|error: DecodeError| error.locate(self.node))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let word: StrDeserializer<'_, DecodeError> = self.string()?.into_deserializer();
        visitor.visit_enum(word).map_err(|error: DecodeError| error.locate(self.node))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if let Some(member) = self.member {
            self.context.add(member.at, Problem::UnknownField(member.name.to_string()));
        }
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u128 f32 f64 char bytes byte_buf
        unit unit_struct tuple tuple_struct identifier
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
        let mut ended = false;
        let result = seed.deserialize(Key { members: self, ended: &mut ended });
        if ended { Ok(None) } else { result.map(Some) }
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

impl<'de> Members<'de, '_> {
    /// The name of the next member; those that stand a second time are reported and passed over.
    fn next_name(&mut self) -> Option<&'de str> {
        while let Some(member) = self.all.get(self.next) {
            if !self.is_repeated(self.next, member) {
                return Some(&member.name);
            }
            self.context.add(member.at, Problem::DuplicateField(member.name.to_string()));
            self.next += 1;
        }
        None
    }

    fn is_repeated(&self, index: usize, member: &Member) -> bool {
        self.all.get(..index).is_some_and(|earlier| earlier.iter().any(|other| other.name == member.name))
    }

    /// Goes to a member by its name.
    fn go_to(&mut self, name: &str) -> bool {
        let found = self.all.iter().position(|member| &*member.name == name);
        self.next = found.unwrap_or(self.all.len());
        found.is_some()
    }

    /// Reports the members that are not among these names, and those that stand twice.
    fn report_unknown(&self, names: &[&str]) {
        for (index, member) in self.all.iter().enumerate() {
            if !names.contains(&&*member.name) {
                self.context.add(member.at, Problem::UnknownField(member.name.to_string()));
            } else if self.is_repeated(index, member) {
                self.context.add(member.at, Problem::DuplicateField(member.name.to_string()));
            }
        }
    }
}

/// What a member's name is asked of: the next one, one by its name, or which ones there may be.
struct Key<'de, 'c, 'm> {
    members: &'m mut Members<'de, 'c>,
    /// Set where the next one is asked for and there is none.
    ended: &'m mut bool,
}

impl<'de> de::Deserializer<'de> for Key<'de, '_, '_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.members.next_name() {
            Some(name) => visitor.visit_borrowed_str(name),
            None => {
                *self.ended = true;
                Err(DecodeError::wrong_type("a field"))
            }
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_bool(self.members.go_to(name))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.members.report_unknown(names);
        visitor.visit_bool(true)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        option unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
