//! The dataset: one JSON document a report, as Rust types.
//!
//! The types are the definition of the format; [`read`] turns text into them and keeps all that
//! could be read, [`check`] applies every rule that a publisher must know of.
pub mod json;
pub mod number;
#[cfg(feature = "schema")]
pub mod schema;

mod awards;

mod bounds;
mod catalogue;
mod claims;
mod context;
mod crosscheck;
mod dataset;
mod decoding;
mod edition;
#[cfg(feature = "publish")]
mod file;
mod finding;
mod fingerprint;
mod lenient;
mod observation;
mod read;
mod reader;
mod record;
#[cfg(feature = "publish")]
mod served;
mod sides;
#[cfg(feature = "publish")]
mod similar;
mod text;
mod time;
#[cfg(feature = "publish")]
mod validate;

pub use awards::{Award, AwardCounts, Category, Juror, Jury, Persons, Prize, Winner};
pub use catalogue::{
    Archive, AverageBounds, Change, ChangeKind, Currency, Evidence, Group, GroupSet, Indicator, Languages,
    Population, Privacy, Programme, Region, Role, Scheme, Source, Term, Tile, Unit,
};
pub use claims::{Basis, ClaimCase, Claims, ColumnKind, Person, Place, RecordColumn, Records};
pub use context::{Attendee, Event, Fact, FactVersion, Note, NoteSeverity, Policy, Statement, Target};

pub use crosscheck::{Mismatch, crosscheck};
pub use dataset::{Dataset, FORMAT, without_date};
pub use edition::{edition_name, edition_name_of_hash};
#[cfg(feature = "publish")]
pub use file::{FileFault, check_file};
pub use finding::{Finding, Rule, Severity};
pub use fingerprint::{Fingerprint, fingerprint};
pub use lenient::{List, Map, Maybe};
pub use number::{Decimal, Interval};
pub use observation::{BreakKind, Missing, Observation, Qualifier, SeriesBreak, Stated, Status, Value};
pub use read::{Reading, read};
#[cfg(feature = "publish")]
pub use read::{check, check_source};
pub use reader::Reader;
#[cfg(feature = "publish")]
pub use served::{masks, private_names, served};
pub use sides::Sides;
pub use text::{Lang, Text};
pub use time::{Date, Time};
#[cfg(feature = "publish")]
pub use validate::{Breach, Kind, Measure};
