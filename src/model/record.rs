//! Reading objects field by field.
//!
//! What `#[derive(Deserialize)]` would write asks for the members in the order of the text and so
//! keeps an optional local for each field; for the 250 fields of the format that is about 75 KB of
//! WebAssembly. [`record!`] asks for each field by its name instead, which our reader can answer
//! at once, and compiles to a third of that (`docs/adr/0002-json-reader.md`).
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::json;
use super::{List, Map, Maybe};

/// Implements `Deserialize` for a struct from the names of its fields:
/// `record!(Source { id, kind as "type", languages or default_languages() })`.
///
/// A field that is absent has the value after `or`, or else [`Field::absent`]; where that is
/// `None`, the field must be there.
macro_rules! record {
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@absent) => { $crate::model::record::Field::absent };
    (@absent $default:expr) => { || Some($default) };
    ($type:ident { $($field:ident $(as $name:literal)? $(or $default:expr)?),* $(,)? }) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;

                impl<'de> serde::de::Visitor<'de> for Fields {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut members: A) -> Result<$type, A::Error> {
                        $crate::model::record::known(
                            &mut members,
                            &[$($crate::model::record::record!(@name $field $($name)?)),*],
                        )?;
                        // A record that cannot be read leaves behind what was read of it: code that
                        // cleans up after each field would be larger than everything else here.
                        $(let $field = std::mem::ManuallyDrop::new($crate::model::record::field(
                            &mut members,
                            $crate::model::record::record!(@name $field $($name)?),
                            $crate::model::record::record!(@absent $($default)?),
                        )?);)*
                        Ok($type { $($field: std::mem::ManuallyDrop::into_inner($field)),* })
                    }
                }

                deserializer.deserialize_map(Fields)
            }
        }
    };
}
pub(super) use record;

/// A type that a field of a record can have.
pub(super) trait Field: Sized {
    /// The value of a field that is absent; `None` where it must be there.
    fn absent() -> Option<Self> {
        None
    }
}

/// Types whose fields must be there.
macro_rules! required {
    ($($type:ty)*) => { $(impl Field for $type {})* };
}

/// Types whose fields have a default.
macro_rules! defaulted {
    ($($type:ty)*) => {
        $(impl Field for $type {
            fn absent() -> Option<Self> {
                Some(Self::default())
            }
        })*
    };
}

required! {
    String u32 i64 super::Text super::Time super::Date super::Unit super::ColumnKind super::NoteSeverity
    super::Place
}
defaulted! { bool super::Basis super::Status super::Qualifier super::Privacy }

impl<T> Field for Vec<T> {}

impl<T> Field for Option<T> {
    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T> Field for List<T> {
    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

impl<T> Field for Map<T> {
    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

impl<T> Field for Maybe<T> {
    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

/// Asks for a member by its name; true where there is one.
struct Wanted(&'static str);

impl<'de> DeserializeSeed<'de> for Wanted {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_newtype_struct(self.0, Found)
    }
}

/// Says which members an object may have.
struct Known(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Known {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_enum(json::FIELDS, self.0, Found)
    }
}

struct Found;

impl Visitor<'_> for Found {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field")
    }

    fn visit_bool<E: Error>(self, found: bool) -> Result<bool, E> {
        Ok(found)
    }
}

/// Reports the members that the format does not know, and those that stand twice.
pub(super) fn known<'de, A: MapAccess<'de>>(
    members: &mut A,
    names: &'static [&'static str],
) -> Result<(), A::Error> {
    members.next_key_seed(Known(names)).map(drop)
}

/// Reads a field by its name.
///
/// # Errors
/// What the field's type cannot read, or that a field is missing which must be there.
#[inline(never)]
pub(super) fn field<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    members: &mut A,
    name: &'static str,
    absent: fn() -> Option<T>,
) -> Result<T, A::Error> {
    if members.next_key_seed(Wanted(name))? == Some(true) {
        members.next_value()
    } else {
        absent().ok_or_else(|| A::Error::missing_field(name))
    }
}
