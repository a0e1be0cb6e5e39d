//! Reading objects field by field.
//!
//! What `#[derive(Deserialize)]` would write is a routine of its own for each record; for the
//! 250 fields of the format that is about 75 KB of WebAssembly. [`record!`] writes a table
//! instead, the names of the fields and their places, and one routine reads all tables
//! (`docs/adr/0002-json-reader.md`).
use std::fmt;

use serde::de::{Deserializer, Error, Visitor};

use super::json::{Context, Kind, Member, Node, Problem, Unread, leaf};
use super::{
    Basis, BreakKind, ChangeKind, ColumnKind, Currency, Date, Decimal, Lang, Missing, NoteSeverity,
    Qualifier, Role, Status, Unit,
};

/// Something that is filled in from a value of the tree.
pub(crate) trait Place {
    /// Reads a value into this place, which is blank, or as it was left where the context says that it is resumed.
    /// One that is read by way of another value has no list and no map in it: only there a step can end.
    ///
    /// # Errors
    /// [`Unread::Failed`] where it cannot be read, [`Unread::Paused`] where the step ends; the context knows more.
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread>;

    /// Whether a field of this type must be there.
    fn is_required(&self) -> bool {
        true
    }
}

/// A type that a field of a record can have.
pub(crate) trait Field: Place + Sized {
    /// The value before it is read. It owns nothing, and of a required field nobody sees it.
    const BLANK: Self;
}

/// Implements [`Field`] for a struct from the names of its fields:
/// `record!(Source { id, kind as "type", languages or default_languages() })`.
///
/// A field that is absent has the value after `or`, or else stays blank; where its type is
/// required, it must be there.
macro_rules! record {
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@mark) => { "" };
    (@mark $default:expr) => { "?" };
    ($type:ident { $($field:ident $(as $name:literal)? $(or $default:expr)?),* $(,)? }) => {
        impl $crate::record::Field for $type {
            const BLANK: Self = Self { $($field: $crate::record::Field::BLANK),* };
        }

        impl $crate::record::Place for $type {
            fn read(
                &mut self,
                node: &$crate::json::Node,
                context: &$crate::json::Context,
            ) -> Result<(), $crate::json::Unread> {
                $($(if !context.is_resumed() {
                    self.$field = $default;
                })?)*
                $crate::record::fill(
                    node,
                    context,
                    concat!($(
                        $crate::record::record!(@mark $($default)?),
                        $crate::record::record!(@name $field $($name)?),
                        " "
                    ),*),
                    &mut [$(&mut self.$field),*],
                )
            }
        }
    };
}
pub(super) use record;

/// Reads the members of an object into their places. `names` are those of the places, each with a
/// space behind it; one that need not be there, whatever its type, has a question mark before it.
///
/// # Errors
/// Where the value is no object, a member cannot be read, or one is missing that must be there.
#[inline(never)]
pub(super) fn fill(
    node: &Node,
    context: &Context,
    names: &'static str,
    places: &mut [&mut dyn Place],
) -> Result<(), Unread> {
    let Kind::Object(members) = &node.kind else { return context.wrong_type(node, "an object") };
    let from = context.resume().unwrap_or_else(|| {
        context.spend(members.len());
        note_unfit(node, members, context, names);
        0
    });
    for (index, (name, place)) in names.split_terminator(' ').zip(places).enumerate().skip(from) {
        let bare = name.trim_start_matches('?');
        match node.get(bare).filter(|_| !context.is_absent(node, bare)) {
            Some(value) => place.read(value, context).map_err(|why| context.left_at(index, why))?,
            None if name.len() == bare.len() && place.is_required() => {
                return context.fail(node, Problem::MissingField(bare));
            }
            None => {}
        }
    }
    Ok(())
}

/// Notes the members of an object that are none of its fields, or stand there twice.
fn note_unfit(node: &Node, members: &[Member], context: &Context, names: &'static str) {
    let members = || members.iter().filter(|member| !context.is_absent(node, &member.name));
    let index_of = |member: &Member| {
        names.split_terminator(' ').position(|name| name.trim_start_matches('?') == &*member.name)
    };
    // A bit for each field of the record that has been met: none has as many as 64.
    let mut met = 0_u64;
    #[cfg(feature = "publish")]
    let (present, mut asked) = (members().filter_map(index_of).fold(0_u64, |all, i| all | 1 << i), 0);
    for member in members() {
        let Some(index) = index_of(member) else {
            let problem = Problem::UnknownField {
                name: member.name.to_string(),
                #[cfg(feature = "publish")]
                similar: {
                    asked += 1;
                    (asked <= MOST_MEANT).then(|| meant(names, present, &member.name)).flatten()
                },
            };
            context.add(member.at, problem);
            continue;
        };
        if met & 1 << index != 0 {
            context.add(member.at, Problem::DuplicateField(member.name.to_string()));
        }
        met |= 1 << index;
    }
}

/// For so many unknown fields of a record the one that is meant is looked for: who has more has
/// written something else than this record.
#[cfg(feature = "publish")]
const MOST_MEANT: usize = 100;

/// The field that is probably meant by a name that the format does not know: one that is not there.
/// `present` has a bit for each field that is.
#[cfg(feature = "publish")]
fn meant(names: &'static str, present: u64, name: &str) -> Option<&'static str> {
    let absent = names.split_terminator(' ').enumerate().filter(|(index, _)| present & 1 << index == 0);
    super::similar::similar(name, absent.map(|(_, known)| known.trim_start_matches('?')))
}

/// Types that are read from one string, number or boolean, by serde.
macro_rules! leaves {
    ($required:literal: $($type:ty = $blank:expr;)*) => {
        $(impl Field for $type {
            const BLANK: Self = $blank;
        }

        impl Place for $type {
            fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
                leaf(self, node, context)
            }

            fn is_required(&self) -> bool {
                $required
            }
        })*
    };
}

/// Implements `Deserialize` and `word` for an enum of words: `words!(Basis { Stated = "stated", … })`.
///
/// What the derive writes is a routine of its own for each enum; this is a list of words. Only
/// those who publish ask for the word back, so that readers do not load it.
macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        #[cfg(feature = "publish")]
        impl $type {
            /// The word that a dataset writes.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let index = $crate::record::word(deserializer, &[$($word),*])?;
                let found = [$(Self::$variant),*].get(index).copied();
                Ok(found.unwrap_or(<Self as $crate::record::Field>::BLANK))
            }
        }
    };
}
pub(super) use words;

/// Reads a word: its place among those that are known.
///
/// # Errors
/// Where it is no string, or none of them.
pub(super) fn word<'de, D: Deserializer<'de>>(
    deserializer: D,
    words: &'static [&'static str],
) -> Result<usize, D::Error> {
    deserializer.deserialize_str(Words(words))
}

struct Words(&'static [&'static str]);

impl Visitor<'_> for Words {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, found: &str) -> Result<usize, E> {
        self.0.iter().position(|word| *word == found).ok_or_else(|| E::unknown_variant(found, self.0))
    }
}

pub(super) const NO_DATE: Date = Date { year: 0, month: None, day: None };

leaves! { true:
    u8 = 0;
    u16 = 0;
    u32 = 0;
    u64 = 0;
    i64 = 0;
    Date = NO_DATE;
    Decimal = Self { units: 0, scale: 0 };
    Lang = Self::Id;
    Unit = Self::Percent;
    Currency = Self::NONE;
    Role = Self::Covered;
    Missing = Self::NotStated;
    BreakKind = Self::Base;
    ChangeKind = Self::Points;
    ColumnKind = Self::Text;
    NoteSeverity = Self::Info;
}
leaves! { false:
    Basis = Self::Stated;
    Status = Self::A;
    Qualifier = Self::Exact;
}

impl Field for bool {
    const BLANK: Self = false;
}

impl Place for bool {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        let Kind::Bool(value) = node.kind else { return context.wrong_type(node, "a boolean") };
        *self = value;
        Ok(())
    }

    fn is_required(&self) -> bool {
        false
    }
}

impl Field for String {
    const BLANK: Self = Self::new();
}

impl Place for String {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        self.push_str(context.string(node)?);
        Ok(())
    }
}

impl<T: Field> Field for Option<T> {
    const BLANK: Self = None;
}

impl<T: Field> Place for Option<T> {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        if node.kind == Kind::Null {
            return Ok(());
        }
        self.get_or_insert_with(|| T::BLANK).read(node, context)
    }

    fn is_required(&self) -> bool {
        false
    }
}
