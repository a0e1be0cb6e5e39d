//! Leaf components: what the sections are made of. None of them knows a section.
mod chart;
mod choice;
mod comparison;
mod data_table;
mod failure;
mod figure;
mod findings;
mod links;
mod live;
mod live_text;
mod notes;
mod phrase;
mod source;

pub use chart::{Canvas, ChartFigure, Draw, Spoken, SpokenRow};
pub use choice::{Choice, ChoiceOption};
pub use comparison::{Comparison, ComparisonChart, ComparisonFigure};
pub use data_table::{CountWords, DataTable, Filter, TableState, TableTools, Total};
pub use failure::{Failure, FailureNotice, RetryButton, TroubleNotice};
pub use figure::{Figure, NONE};
pub use findings::{FindingList, Problems};
pub use links::{EmbedLine, EmbedLinks, FrameLinks, block_name};
pub use live::{Live, LivePart};
pub use live_text::LiveText;
pub use notes::{Caveat, CheckNotes};
pub use phrase::{Phrase, PhraseText};
pub use source::{Credit, ExternalLink, SourceNote};
