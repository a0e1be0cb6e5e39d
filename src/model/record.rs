//! Reading objects field by field.
//!
//! What `#[derive(Deserialize)]` would write asks for the members in the order of the text and so
//! keeps an optional local for each field; for the 250 fields of the format that is about 75 KB of
//! WebAssembly. [`record!`] asks for each field by its name instead, which our reader can answer
//! at once, and compiles to a third of that (`docs/adr/0002-json-reader.md`).
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::json;
use super::{Basis, ColumnKind, Date, List, Map, Maybe, NoteSeverity, Qualifier, Status, Text, Time, Unit};

/// Implements `Deserialize` for a struct from the names of its fields:
/// `record!(Source { id, kind as "type", languages or default_languages() })`.
///
/// A field that is absent has the value after `or`, or else [`Field::blank`]; where the type is
/// [`Field::REQUIRED`], it must be there.
macro_rules! record {
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@blank) => { $crate::model::record::Field::blank() };
    (@blank $default:expr) => { $default };
    (@required) => { true };
    (@required $default:expr) => { false };
    ($type:ident { $($field:ident $(as $name:literal)? $(or $default:expr)?),* $(,)? }) => {
        impl $crate::model::record::Field for $type {
            fn blank() -> Self {
                Self { $($field: $crate::model::record::record!(@blank $($default)?)),* }
            }
        }

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
                        // Filled in place, field by field. A record that cannot be read leaves
                        // behind what was read of it: code that cleans up after each field would
                        // be larger than everything else here.
                        let mut record =
                            std::mem::ManuallyDrop::new(<$type as $crate::model::record::Field>::blank());
                        $($crate::model::record::fill(
                            &mut members,
                            $crate::model::record::record!(@name $field $($name)?),
                            $crate::model::record::record!(@required $($default)?),
                            &mut record.$field,
                        )?;)*
                        Ok(std::mem::ManuallyDrop::into_inner(record))
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
    /// Whether a field of this type must be there.
    const REQUIRED: bool = true;

    /// The value before a field is read. It owns nothing, and of a required field nobody sees it.
    fn blank() -> Self;
}

/// Types whose fields must be there.
macro_rules! required {
    ($($type:ty = $blank:expr;)*) => {
        $(impl Field for $type {
            fn blank() -> Self {
                $blank
            }
        })*
    };
}

/// Types whose fields may be absent.
macro_rules! optional {
    ($($type:ty)*) => {
        $(impl Field for $type {
            const REQUIRED: bool = false;

            fn blank() -> Self {
                Self::default()
            }
        })*
    };
}

const NO_DATE: Date = Date { year: 0, month: None, day: None };

required! {
    String = Self::new();
    u32 = 0;
    i64 = 0;
    Text = Self::default();
    Date = NO_DATE;
    Time = Self::AsOf(NO_DATE);
    Unit = Self::Percent;
    ColumnKind = Self::Text;
    NoteSeverity = Self::Info;
}
optional! { bool Basis Status Qualifier }

impl<T> Field for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }
}

/// Generic types whose fields may be absent.
macro_rules! optional_of {
    ($($type:ident)*) => {
        $(impl<T> Field for $type<T> {
            const REQUIRED: bool = false;

            fn blank() -> Self {
                Self::default()
            }
        })*
    };
}

optional_of! { Option List Map Maybe }

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

/// Reads a field by its name into its place.
///
/// # Errors
/// What the field's type cannot read, or that a field is missing which must be there.
#[inline(never)]
pub(super) fn fill<'de, A: MapAccess<'de>, T: Deserialize<'de> + Field>(
    members: &mut A,
    name: &'static str,
    required: bool,
    place: &mut T,
) -> Result<(), A::Error> {
    if members.next_key_seed(Wanted(name))? == Some(true) {
        // The blank value owns nothing that would have to be dropped.
        std::mem::forget(std::mem::replace(place, members.next_value()?));
        Ok(())
    } else if required && T::REQUIRED {
        Err(A::Error::missing_field(name))
    } else {
        Ok(())
    }
}
