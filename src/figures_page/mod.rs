//! Where each figure comes from: data first ([`chapters`], [`find`]), then the components that show them, on a
//! page of their own that is complete without scripts ([`FiguresPage`]) or one alone ([`FigureEntry`]).
//!
//! Names of private persons are not in it.
mod awards;
mod benefits;
mod cases;
mod chapters;
mod citation;
mod entry;
mod gap;
mod goals;
mod groups;
mod host;
mod line;
mod observations;
mod pace;
mod page;
mod search;
mod section;
mod source;
mod take;
mod winners;
mod wording;
mod working;

#[cfg(test)]
mod tests;

pub use chapters::{Chapter, chapters, find};
pub use citation::{citation, edition_address};
pub use entry::{Entry, Measurement, Origin, Row};
pub use host::Host;
pub use line::{Line, Span};
pub use page::FiguresPage;
pub use search::{FigureSearch, FindFigures};
pub use section::FigureEntry;
pub use source::source_address;
pub use take::TakeEntry;

use routes::{Block, Page};
use words::Lang;

/// What the page of all figures says beside what the dataset says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiguresOptions {
    /// The id of the edition, for citations.
    pub edition: String,
    /// The dataset's file, seen from the site's root.
    pub dataset_file: String,
    /// The blocks that can be taken along.
    pub blocks: Vec<Block>,
    /// The address of the folder that citations name, with a slash at its end; none where it is not known.
    pub address: Option<String>,
}

/// The page's path below the site's root.
#[must_use]
pub fn figures_path(lang: Lang) -> String {
    routes::path(lang, Page::Report) + "figures/"
}
