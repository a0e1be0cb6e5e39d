//! The sections of the report, one a file. A section renders nothing where the dataset has nothing for it.
mod awards;
mod claims;
mod contents;
mod embed_frame;
mod frame;
mod handovers;
mod jury;
mod method;
mod places;
mod programmes;
mod special_awards;
mod winners;

pub use awards::{AwardBlocks, AwardsSection, award_has};
pub use claims::ClaimsSection;
pub use contents::{Contents, Section};
pub use embed_frame::{EmbedFrame, time_of};
pub use frame::{LanguageLink, NothingToShow, PageFrame, ThemeChoice};
pub use handovers::{HandoverBlock, HandoverTable, HandoversAlone};
pub use method::MethodSection;
pub use winners::{WinnerList, WinnersBlock};
