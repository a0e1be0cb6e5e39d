//! Lists, maps and sections in which one bad record does not hide the good ones.
use std::ops::Deref;

use super::json::{Context, Kind, Member, Node, Problem, Unread};
use super::record::{Field, Place};

/// A list. Elements that cannot be read are left out and reported by
/// [`json::Document::decode`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T>(Vec<T>);

/// Records by their id, in the order of the ids. Records that cannot be read are left out and
/// reported.
///
/// A sorted list rather than a tree: a tree of each type would bring 5 KB of WebAssembly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<T>(Vec<(String, T)>);

/// A section that may be absent. One that cannot be read counts as absent and is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maybe<T>(Option<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Default for Maybe<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> Map<T> {
    /// The record of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.get_key_value(id).map(|(_, record)| record)
    }

    /// The id as it is kept here, and its record.
    #[must_use]
    pub fn get_key_value(&self, id: &str) -> Option<(&String, &T)> {
        let index = self.search(id).ok()?;
        self.0.get(index).map(|(id, record)| (id, record))
    }

    /// Whether there is a record of this id.
    #[must_use]
    pub fn contains_key(&self, id: &str) -> bool {
        self.search(id).is_ok()
    }

    /// The records with their ids, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &T)> + use<'_, T> {
        self.0.iter().map(|(id, record)| (id, record))
    }

    /// The ids in order.
    pub fn keys(&self) -> impl Iterator<Item = &String> + use<'_, T> {
        self.0.iter().map(|(id, _)| id)
    }

    /// The records in the order of the ids.
    pub fn values(&self) -> impl Iterator<Item = &T> + use<'_, T> {
        self.0.iter().map(|(_, record)| record)
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a record, or replaces that of the same id.
    pub fn insert(&mut self, id: String, record: T) {
        match self.search(&id) {
            Ok(index) => {
                if let Some(entry) = self.0.get_mut(index) {
                    entry.1 = record;
                }
            }
            Err(index) => self.0.insert(index, (id, record)),
        }
    }

    /// Takes a record away.
    pub fn remove(&mut self, id: &str) {
        if let Ok(index) = self.search(id) {
            self.0.remove(index);
        }
    }

    /// Where an id is, or where it would be.
    fn search(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(id))
    }
}

impl<T> Deref for Maybe<T> {
    type Target = Option<T>;
    fn deref(&self) -> &Option<T> {
        &self.0
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Self(items)
    }
}

impl<T> From<Option<T>> for Maybe<T> {
    fn from(item: Option<T>) -> Self {
        Self(item)
    }
}

impl<T> FromIterator<(String, T)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(items: I) -> Self {
        let mut map = Self::default();
        for (id, record) in items {
            map.insert(id, record);
        }
        map
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// A list or a map while it is filled.
trait Slots {
    /// The last record; where a name is given, a blank one that is added, under this name if it is a map.
    fn last(&mut self, new: Option<&str>) -> Option<&mut dyn Place>;

    /// Takes the last record away, which could not be read.
    fn undo(&mut self);
}

impl<T: Field> Slots for Vec<T> {
    fn last(&mut self, new: Option<&str>) -> Option<&mut dyn Place> {
        if new.is_some() {
            self.push(T::BLANK);
        }
        self.last_mut().map(|place| place as &mut dyn Place)
    }

    fn undo(&mut self) {
        self.pop();
    }
}

impl<T: Field> Slots for Vec<(String, T)> {
    fn last(&mut self, new: Option<&str>) -> Option<&mut dyn Place> {
        if let Some(name) = new {
            self.push((name.to_owned(), T::BLANK));
        }
        self.last_mut().map(|(_, place)| place as &mut dyn Place)
    }

    fn undo(&mut self) {
        self.pop();
    }
}

/// Reads the value at an index into a slot of its own, and takes the slot away if that fails. A step can end before it.
fn read_slot(
    slots: &mut dyn Slots,
    (index, name): (usize, &str),
    node: &Node,
    context: &Context,
) -> Result<(), Unread> {
    let new = (!context.is_resumed()).then_some(name);
    if new.is_some() && !context.spend(1) {
        return Err(context.left_at(index, Unread::Paused));
    }
    let result = slots.last(new).map_or(Ok(()), |place| place.read(node, context));
    if result == Err(Unread::Failed) {
        slots.undo();
    }
    result.map_err(|why| context.left_at(index, why))
}

/// Reads the elements of an array. Unless it is `strict`, those that fail are left out, and what
/// is no array has none.
fn read_items(slots: &mut dyn Slots, node: &Node, context: &Context, strict: bool) -> Result<(), Unread> {
    let result = match &node.kind {
        Kind::Array(items) => {
            let from = context.resume().unwrap_or_default();
            items.iter().enumerate().skip(from).try_for_each(|(index, item)| {
                let result = read_slot(slots, (index, ""), item, context);
                if result == Err(Unread::Failed) {
                    context.drop_element(item);
                }
                if strict { result } else { unless_failed(result) }
            })
        }
        Kind::Null if !strict => Ok(()),
        _ => context.wrong_type(node, "an array"),
    };
    if strict { result } else { unless_failed(result) }
}

/// Passes over what cannot be read, but not over the end of a step.
fn unless_failed(result: Result<(), Unread>) -> Result<(), Unread> {
    if result == Err(Unread::Failed) { Ok(()) } else { result }
}

/// Reads the members of an object in the order of their names. Those that fail are left out, and
/// what is no object has none.
fn read_members(slots: &mut dyn Slots, node: &Node, context: &Context) -> Result<(), Unread> {
    match &node.kind {
        Kind::Object(members) => {
            let mut sorted: Vec<&Member> = members.iter().collect();
            // Of those of one name, the first in the text stays the first.
            sorted.sort_by(|a, b| a.name.cmp(&b.name));
            let from = context.resume().unwrap_or_default();
            for (index, member) in sorted.iter().enumerate().skip(from) {
                let before = index.checked_sub(1).and_then(|before| sorted.get(before));
                if before.is_some_and(|before| before.name == member.name) {
                    context.add(member.at, Problem::DuplicateField(member.name.to_string()));
                } else {
                    unless_failed(read_slot(slots, (index, &member.name), &member.value, context))?;
                }
            }
            Ok(())
        }
        Kind::Null => Ok(()),
        _ => unless_failed(context.wrong_type(node, "an object")),
    }
}

impl<T: Field> Field for Vec<T> {
    const BLANK: Self = Self::new();
}

impl<T: Field> Place for Vec<T> {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        if !context.is_resumed() {
            *self = Self::new();
        }
        read_items(self, node, context, true)
    }
}

impl<T: Field> Field for List<T> {
    const BLANK: Self = Self(Vec::new());
}

impl<T: Field> Place for List<T> {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        read_items(&mut self.0, node, context, false)
    }

    fn is_required(&self) -> bool {
        false
    }
}

impl<T: Field> Field for Map<T> {
    const BLANK: Self = Self(Vec::new());
}

impl<T: Field> Place for Map<T> {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        read_members(&mut self.0, node, context)
    }

    fn is_required(&self) -> bool {
        false
    }
}

impl<T: Field> Field for Maybe<T> {
    const BLANK: Self = Self(None);
}

impl<T: Field> Place for Maybe<T> {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        let result = self.0.read(node, context);
        if result == Err(Unread::Failed) {
            context.drop_element(node);
            self.0 = None;
        }
        unless_failed(result)
    }

    fn is_required(&self) -> bool {
        false
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;
    use std::collections::BTreeMap;

    use schemars::{JsonSchema, Schema, SchemaGenerator};

    use super::{List, Map, Maybe};

    impl<T: JsonSchema> JsonSchema for List<T> {
        fn schema_name() -> Cow<'static, str> {
            Vec::<T>::schema_name()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            Vec::<T>::json_schema(generator)
        }
        fn inline_schema() -> bool {
            true
        }
    }

    impl<T: JsonSchema> JsonSchema for Map<T> {
        fn schema_name() -> Cow<'static, str> {
            BTreeMap::<String, T>::schema_name()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            BTreeMap::<String, T>::json_schema(generator)
        }
        fn inline_schema() -> bool {
            true
        }
    }

    impl<T: JsonSchema> JsonSchema for Maybe<T> {
        fn schema_name() -> Cow<'static, str> {
            Option::<T>::schema_name()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            Option::<T>::json_schema(generator)
        }
        fn inline_schema() -> bool {
            true
        }
    }
}
