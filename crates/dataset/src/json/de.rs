//! From a tree of nodes to the dataset's types, collecting what does not fit.
use std::cell::{Cell, RefCell};

use serde::de::{self, Expected, Unexpected, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

use super::{Kind, Node};
use crate::Decimal;
use crate::record::Place;

/// The name under which a type asks for a number as it is printed.
pub(crate) const NUMBER: &str = "$number";

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
        /// The string or number that stands there, for the remedy; only publishers are told.
        #[cfg(feature = "publish")]
        written: Option<Box<str>>,
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
    UnknownField {
        /// Its name.
        name: String,
        /// The field that is probably meant; only publishers are told.
        #[cfg(feature = "publish")]
        similar: Option<&'static str>,
    },
    /// A name that stands twice in one object; the first value counts.
    DuplicateField(String),
    /// A value of the right kind that breaks a rule, said in words.
    Invalid(String),
}

impl Problem {
    /// A value of another kind; what stands there is filled in by [`Context::fail`].
    fn wrong_type(expected: String) -> Self {
        Self::WrongType {
            found: "",
            expected,
            #[cfg(feature = "publish")]
            written: None,
        }
    }
}

/// Why a value is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It cannot be; why is in the [`Context`].
    Failed,
    /// The step is over; where the next one goes on is in the [`Context`].
    Paused,
}

/// The error that travels through serde: what is wrong with a leaf.
#[derive(Debug)]
struct DecodeError(Box<Problem>);

impl DecodeError {
    #[inline(never)]
    fn new(problem: Problem) -> Self {
        Self(Box::new(problem))
    }

    #[inline(never)]
    fn wrong_type(expected: &dyn Expected) -> Self {
        Self::new(Problem::wrong_type(expected.to_string()))
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
        Self::wrong_type(expected)
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        // Dates are the only strings whose content a type refuses in this way.
        if let Unexpected::Str(found) = found {
            return Self::new(Problem::NotADate(found.to_owned()));
        }
        Self::wrong_type(expected)
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Problem::UnknownWord { found: found.to_owned(), expected })
    }
}

/// What became of a text.
#[derive(Clone, Debug)]
pub(crate) struct Decoded {
    /// What could not be read.
    pub issues: Vec<Issue>,
    /// The byte offsets of the array elements that were left out, in any order: for the validator.
    #[cfg_attr(not(feature = "publish"), allow(dead_code))]
    pub dropped: Vec<u32>,
}

/// Takes down what could not be read, and where a step ended.
#[derive(Default)]
pub(crate) struct Context {
    issues: RefCell<Vec<Issue>>,
    dropped: RefCell<Vec<u32>>,
    percentages: Vec<String>,
    /// The members of the outermost object, which begins here, that count as absent.
    absent: Vec<String>,
    root: u32,
    /// How many values are still to be read in this step.
    left: Cell<usize>,
    /// Where the next step goes on: an index in each record, list and map around that place, the outermost last.
    /// Empty where nothing was begun.
    pause: RefCell<Vec<usize>>,
}

impl Context {
    /// A context for what is read from a tree without these members of its outermost object.
    pub fn of(root: &Node, absent: Vec<String>) -> Self {
        let mut context = Self { absent, root: root.at, ..Self::default() };
        if let Some(Kind::Object(indicators)) = root.get("indicators").map(|node| &node.kind) {
            for member in indicators {
                if member.value.get("unit").is_some_and(|unit| unit.as_str() == Some("percent")) {
                    context.percentages.push(member.name.to_string());
                }
            }
            context.percentages.sort_unstable();
        }
        context
    }

    /// Reads about so many values of a tree into a place, which is blank at first and then as the last step left it.
    ///
    /// # Errors
    /// [`Unread::Paused`] where another step is to follow.
    pub fn step(&self, root: &Node, place: &mut dyn Place, values: usize) -> Result<(), Unread> {
        self.left.set(values.max(1));
        place.read(root, self)
    }

    /// Whether a member of an object counts as absent.
    pub fn is_absent(&self, object: &Node, name: &str) -> bool {
        // Of all values only the outermost begins there.
        object.at == self.root && self.absent.iter().any(|absent| absent == name)
    }

    /// Takes values from those that are still to be read in this step. Tells whether there were any.
    pub fn spend(&self, values: usize) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(values));
        left > 0
    }

    /// Whether the place that is asked to read was begun in a step before.
    pub fn is_resumed(&self) -> bool {
        !self.pause.borrow().is_empty()
    }

    /// The index at which a record, a list or a map goes on that was begun in a step before; `None` where it begins.
    pub fn resume(&self) -> Option<usize> {
        self.pause.borrow_mut().pop()
    }

    /// Passes on why the part at an index is not read. The next step goes on there where this one ends.
    pub fn left_at(&self, index: usize, why: Unread) -> Unread {
        if why == Unread::Paused {
            self.pause.borrow_mut().push(index);
        }
        why
    }

    /// Where the issue stands that ended the reading: nothing is noted after it.
    pub fn last(&self) -> Option<u32> {
        self.issues.borrow().last().map(|issue| issue.at)
    }

    /// What became of it, and the members that counted as absent.
    pub fn end(self) -> (Decoded, Vec<String>) {
        (Decoded { issues: self.issues.into_inner(), dropped: self.dropped.into_inner() }, self.absent)
    }

    /// Whether an indicator is one of percentages. Figures are read before or after it, so the tree
    /// is asked first.
    pub fn is_percentage(&self, indicator: &str) -> bool {
        self.percentages.binary_search_by(|id| (**id).cmp(indicator)).is_ok()
    }

    #[inline(never)]
    pub fn add(&self, at: u32, problem: Problem) {
        self.issues.borrow_mut().push(Issue { at, problem });
    }

    /// Notes why a value cannot be read.
    pub fn fail(&self, node: &Node, mut problem: Problem) -> Result<(), Unread> {
        if let Problem::WrongType { found, .. } = &mut problem {
            *found = node.kind_name();
        }
        #[cfg(feature = "publish")]
        if let (Problem::WrongType { written, .. }, Kind::String(text) | Kind::Number(text)) =
            (&mut problem, &node.kind)
        {
            *written = Some(text.clone());
        }
        self.add(node.at, problem);
        Err(Unread::Failed)
    }

    /// Notes that a value is of another kind than is expected.
    #[inline(never)]
    pub fn wrong_type(&self, node: &Node, expected: &str) -> Result<(), Unread> {
        self.fail(node, Problem::wrong_type(expected.to_owned()))
    }

    /// The text of a string, where it is one.
    pub fn string<'de>(&self, node: &'de Node) -> Result<&'de str, Unread> {
        match node.as_str() {
            Some(text) => Ok(text),
            None => self.wrong_type(node, "a string").and(Err(Unread::Failed)),
        }
    }

    /// Notes that an element was left out.
    pub fn drop_element(&self, node: &Node) {
        self.dropped.borrow_mut().push(node.at);
    }
}

/// Reads a string or a number by serde.
///
/// # Errors
/// What the type says, which is noted.
pub(crate) fn leaf<'de, T: Deserialize<'de>>(
    place: &mut T,
    node: &'de Node,
    context: &Context,
) -> Result<(), Unread> {
    match T::deserialize(Leaf(node)) {
        Ok(value) => {
            *place = value;
            Ok(())
        }
        Err(error) => context.fail(node, *error.0),
    }
}

/// A string or a number on its way to a type.
struct Leaf<'de>(&'de Node);

impl<'de> Leaf<'de> {
    #[inline(never)]
    fn string(&self) -> Result<&'de str, DecodeError> {
        self.0.as_str().ok_or_else(|| DecodeError::wrong_type(&"a string"))
    }

    #[inline(never)]
    fn integer(&self) -> Result<i64, DecodeError> {
        match &self.0.kind {
            // The one reader of numbers for all; what has a point or an exponent is not whole.
            Kind::Number(text) if !text.contains(['.', 'e', 'E']) => Decimal::parse(text).map(|n| n.units),
            _ => None,
        }
        .ok_or_else(|| DecodeError::wrong_type(&"a whole number"))
    }
}

/// Reads whole numbers, each by the method of its type.
macro_rules! integers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            visitor.visit_i64(self.integer()?)
        })*
    };
}

/// Each method asks for one kind of value only, so that a type's visitor is compiled for that kind
/// and no other.
impl<'de> de::Deserializer<'de> for Leaf<'de> {
    type Error = DecodeError;

    integers! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_i64 }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        Err(DecodeError::wrong_type(&visitor))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_borrowed_str(self.string()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match (&self.0.kind, name) {
            (Kind::Number(text), NUMBER) => visitor.visit_borrowed_str(text),
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i128 u128 f32 f64 char bytes byte_buf option
        unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
