//! The sections of the report, one a file. A section renders nothing where the dataset has nothing for it.
mod claims;
mod group_charts;
mod groups;
mod handovers;
mod headline;
mod measure;
mod programmes;
mod regions;
mod shares;
#[cfg(test)]
mod testing;
mod trend;

pub use claims::ClaimsSection;
pub use groups::GroupsSection;
pub use handovers::{HandoverBlock, HandoverTable};
pub use headline::HeadlineSection;
pub use measure::MeasureSwitch;
pub use regions::RegionChart;
pub use shares::ShareChart;
pub use trend::TrendSection;
