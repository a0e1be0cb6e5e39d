//! Pure derivation: from the dataset to the figures that the page shows.
//!
//! Whatever is computed here is a [`Computed`]: it names its formula and its inputs and carries
//! the interval that the rounding of the inputs leaves open. Nothing computed is ever stored in a
//! dataset.
mod awards;
mod breakdown;
mod claims;
mod computed;
mod coverage;
mod find;
pub mod form;
mod fraction;
pub mod key;
pub mod order;
mod pace;
mod shares;
mod trend;

pub use awards::{AwardFigures, Places, WinnerPlace, awards, places};
pub use breakdown::{Breakdown, programmes, regions};
pub use claims::{ClaimFigures, claims};
pub use computed::{Computed, Formula, Shown, average, bounds, implied_base, share, uncovered};
pub use coverage::{Coverage, GroupFigure, Headline, coverage, group_coverage, headline};
pub use find::{Latest, Wanted, at, indicator_of, latest, newest};
pub use fraction::fraction;
pub use pace::{pace, reached_pace};
pub use shares::{Shares, shares};
pub use trend::{Trend, trend};

use dataset::{Dataset, Role};

/// Whether coverage can be compared, between groups or between regions.
#[must_use]
pub fn has_comparison(dataset: &Dataset) -> bool {
    coverage(dataset).is_some() || regions(dataset).is_some()
}

/// Whether the dataset has anything about claims: figures of its region, of programmes, or single claims.
#[must_use]
pub fn has_claims(dataset: &Dataset) -> bool {
    let by_programme = |role| programmes(dataset, role).is_some();
    claims(dataset).is_some() || by_programme(Role::ClaimCount) || by_programme(Role::ClaimAmount)
}

/// Whether the main figure has a course: figures of several times, or a way to a goal.
#[must_use]
pub fn has_course(dataset: &Dataset) -> bool {
    trend(dataset).is_some() || headline(dataset).is_some_and(|headline| pace(&headline).is_some())
}
