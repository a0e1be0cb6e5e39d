//! Lists, maps and sections in which one bad record does not hide the good ones.
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::json;

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

/// Builds the visitor of a target type.
struct Lenient<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Lenient<List<T>> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<List<T>, A::Error> {
        let mut all = Vec::new();
        loop {
            // The access has noted the failure of an element and stands behind it.
            match items.next_element() {
                Ok(Some(item)) => all.push(item),
                Ok(None) => return Ok(List(all)),
                Err(_) => {}
            }
        }
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Lenient<Map<T>> {
    type Value = Map<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Map<T>, A::Error> {
        let mut all = Map::default();
        while let Some(name) = members.next_key::<String>()? {
            // The access has noted the failure of a value and stands behind it.
            if let Ok(value) = members.next_value() {
                all.insert(name, value);
            }
        }
        Ok(all)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Lenient<Maybe<T>> {
    type Value = Maybe<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a section")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut one: A) -> Result<Maybe<T>, A::Error> {
        // The access has noted the failure.
        Ok(Maybe(one.next_element::<Option<T>>().ok().flatten().flatten()))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(json::LIST, Lenient(PhantomData::<Self>))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(json::MAP, Lenient(PhantomData::<Self>))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(json::ONE, Lenient(PhantomData::<Self>))
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
