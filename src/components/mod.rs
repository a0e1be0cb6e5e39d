//! The page's components: pure functions of the dataset, the language and the view.
//!
//! They run in the browser and natively alike; none of them touches the network, the document or
//! the history. A component renders nothing where the dataset has nothing for it.
mod ask_link;
mod awards_section;
mod chart_figure;
mod checks;
mod claims_section;
mod comparison;
mod data_table;
mod describe;
#[cfg(not(target_arch = "wasm32"))]
mod embed_builder;
mod embed_frame;
mod embed_link;
mod failure;
#[cfg(any(not(target_arch = "wasm32"), feature = "explain"))]
mod figures_page;
mod groups_section;
mod handover_table;
mod headline_section;
mod jury_list;
mod markup;
mod method_section;
mod page_frame;
mod part;
mod parts;
mod place_chart;
mod problems;
mod programme_chart;
mod region_chart;
mod report;
mod share_chart;
mod source_note;
mod special_awards;
#[cfg(any(not(target_arch = "wasm32"), feature = "explain"))]
mod told;
mod trend_section;
mod winner_list;

pub use checks::Check;
#[cfg(not(target_arch = "wasm32"))]
pub use embed_builder::{Builder, Embeddable, builder_path, builder_to_root, embed_builder};
pub use failure::{Failure, FailureNotice};
#[cfg(any(not(target_arch = "wasm32"), feature = "explain"))]
pub use figures_page::{FiguresPage, figures_page, figures_path};
#[cfg(not(target_arch = "wasm32"))]
pub use handover_table::handover_orders;
pub use part::{Part, part};
#[cfg(any(not(target_arch = "wasm32"), feature = "explain"))]
pub use report::blocks;
pub use report::{FRAME, Report, ReportPage, TAKEOVER, report_frame, report_step};
#[cfg(any(not(target_arch = "wasm32"), feature = "explain"))]
pub use told::told;
