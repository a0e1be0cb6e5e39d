//! The sections of the report, one a file. A section renders nothing where the dataset has nothing for it.
mod amounts;
mod award_blocks;
mod awards;
mod breaks;
mod claims;
mod contents;
mod embed_frame;
mod events;
mod frame;
mod group_charts;
mod groups;
mod handovers;
mod headline;
mod jury;
#[cfg(test)]
mod long_lists;
mod many_winners;
mod meanings;
mod method;
mod more;
mod places;
mod programmes;
mod regions;
mod shares;
mod special_awards;
mod sums;
#[cfg(test)]
pub(crate) mod testing;
mod trend;
mod winners;

pub use award_blocks::award_has;
pub use awards::{AwardBlocks, AwardsSection};
pub use claims::ClaimsSection;
pub use contents::Section;
pub use embed_frame::{EmbedFrame, EmbedTitle, time_of};
pub use frame::{LanguageLink, NothingToShow, PageFrame, ThemeChoice};
pub use groups::GroupsSection;
pub use handovers::{
    HandoverBlock, HandoverTable, HandoversAlone, columns as handover_columns, count as handover_count,
    filters as handover_filters, has_many_handovers, rows as handover_rows, table as handover_table,
    total as handover_total,
};
pub use headline::{HeadlineSection, hundred_dots};
pub use many_winners::ManyWinners;
pub use method::MethodSection;
pub use more::{MoreFigures, rest};
pub use regions::RegionChart;
pub use shares::ShareChart;
pub use trend::TrendSection;
pub use winners::{WinnerList, WinnersBlock, table as winner_table};
