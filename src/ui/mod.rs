//! Leaf components: what the sections are made of. None of them knows a section.
mod area_text;
mod card;
mod chart;
mod choice;
mod comparison;
mod data_table;
mod failure;
mod figure;
mod findings;
mod folded;
mod links;
mod live;
mod live_text;
mod notes;
mod phrase;
mod show_all;
mod source;

pub use area_text::area_text;
pub use card::{Card, CardFoot};
pub use chart::{ChartFigure, ChartTable, Draw, Spoken, SpokenRow};
pub use choice::{Choice, ChoiceOption};
pub use comparison::{Comparison, ComparisonCard, ComparisonChart};
pub use data_table::{
    CountWords, DataTable, Filter, SearchField, SortField, TableState, TableTools, Total, count_text,
    figure_key,
};
pub use failure::{Failure, FailureNotice, RetryButton, TroubleNotice};
pub use figure::{Figure, NONE};
pub use findings::{FindingList, Problems};
pub use folded::Folded;
pub use links::{EmbedLine, FrameLinks, block_heading, block_name};
pub use live::{Live, LivePart};
pub use live_text::LiveText;
pub use notes::{Caveat, CheckNotes};
pub use phrase::{Phrase, PhraseText, find_figure};
pub use show_all::ShowAll;
pub use source::{ExternalLink, SourceLink, SourceNote};
