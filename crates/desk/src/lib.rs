//! The publisher's desk: `cargo xtask check`, `template`, `import`, `export` and `migrate`.
//!
//! It needs neither the application nor a drawing library, so it compiles in seconds.
mod check;
mod migrate;
mod source;
mod workbooks;

use clap::ValueEnum;
use dataset::Lang;

pub use check::{Check, Format, Verdict, check, dataset_of, findings, for_build};
pub use migrate::{Migrate, migrate};
pub use workbooks::{Export, Import, Template, export, import, template};

/// The language of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Words {
    /// Indonesian.
    Id,
    /// English.
    En,
}

impl From<Words> for Lang {
    fn from(words: Words) -> Self {
        match words {
            Words::Id => Self::Id,
            Words::En => Self::En,
        }
    }
}
