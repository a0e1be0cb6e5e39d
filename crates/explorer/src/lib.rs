//! The explorer of published claims, without its page.
//!
//! Everything here is a function of texts, numbers and bytes: no browser, no network, no clock. The page fetches files,
//! draws and listens; what to fetch, what to show and what to say are decided here.
//!
//! | room | what it does |
//! |---|---|
//! | [`Index`] | the manifest with its trees and names |
//! | [`Selection`], [`State`], [`address`] | what is chosen, and the address that holds it |
//! | [`first_view`], [`RowPlan`], [`Ledger`] | which files, in which order, and what became of them |
//! | [`Cubes`], [`figures()`], [`trend`], [`by_programme`], [`ranking`], [`comparison`] | figures, and why one is not there |
//! | [`Columns`], [`Filter`], [`Rows`], [`Totals`], [`histogram()`] | single claims in columns: filtered, sorted, added up |
//! | [`protocol`], [`worker`] | the same rows behind messages, so that no page stands still |
//! | [`export`], [`overview()`], [`evidence()`], [`texts`] | what is taken along, shown without scripts, asked, and said |
//!
//! Regions, times, programmes, groups and channels are places in the lists of the manifest (`u16`), of which 0 is all of
//! them; amounts are whole units of the currency.
//!
//! ```
//! use explorer::{Cubes, Index, Lookup, Selection, address, figures, first_view};
//!
//! # fn page(manifest: &str, parameters: &[(String, String)]) -> Result<(), claims::FormatError> {
//! let index = Index::read(manifest)?;
//! let asked = address::read(&index, parameters);
//! for region in first_view(&index, asked.state.selection.region) {
//!     // Fetch `index.manifest().regions[region].cube`, and put it into `cubes`.
//! }
//! let cubes = Cubes::default();
//! match figures(&index, &cubes, asked.state.selection) {
//!     Lookup::Value(figures) => println!("{} claims", figures.count),
//!     Lookup::FewOrNone => println!("none, or fewer than {}", index.manifest().settings.smallest),
//!     Lookup::NotTabulated => println!("not published by month for a single group"),
//!     Lookup::NotLoaded => println!("not there yet"),
//! }
//! # Ok(())
//! # }
//! ```
pub mod address;
mod columns;
mod cubes;
mod evidence;
pub mod export;
mod filter;
mod histogram;
mod index;
mod labels;
pub mod ledger;
mod load;
mod overview;
pub mod protocol;
#[cfg(test)]
mod sample;
mod sort;
mod state;
mod tabulate;
pub mod texts;
mod totals;
pub mod worker;

pub use columns::{Claim, Columns, UnknownMember};
pub use cubes::{Cubes, Lookup, OtherClaims, has_kind};
pub use evidence::{Evidence, evidence};
pub use filter::{Filter, MOST_WORDS, Rows};
pub use histogram::{Bin, Histogram, Spacing, histogram};
pub use index::{Grain, Index, label};
pub use labels::{Labels, Names};
pub use ledger::Ledger;
pub use load::{Planned, Reach, RowPlan, first_view};
pub use overview::{Overview, overview};
pub use state::{Column, Filters, MOST_TEXT, Measure, Range, Selection, Sort, State, TableState};
pub use tabulate::{
    Average, Figures, Part, Percentile, Ranked, Ranking, Trend, by_programme, comparison, figures,
    published_from, ranking, share, trend, without_rows,
};
pub use totals::{Counts, Totals};
pub use worker::Worker;
