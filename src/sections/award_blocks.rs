//! The blocks of an award: which it has, and what they are called in the page.
use dataset::Award;
use routes::Block;

use crate::context::Report;

/// Whether an award has something for a block.
#[must_use]
pub fn award_has(award: &Award, block: Block) -> bool {
    match block {
        Block::Winners => !award.categories.is_empty(),
        Block::SpecialAwards => !award.special.is_empty(),
        Block::Jury => award.jury.is_some(),
        _ => false,
    }
}

/// The id of a block of an award: only the first one that has the block can be linked to, as an id stands on a
/// page once.
pub(super) fn block_id(report: &Report, award: usize, block: Block) -> Option<&'static str> {
    let first = report.data.awards.iter().position(|award| award_has(award, block));
    (first == Some(award)).then_some(block.id())
}

/// What the ids in a chart of an award's block start with.
pub(super) fn chart_name(report: &Report, award: usize, block: Block) -> String {
    block_id(report, award, block).map_or_else(|| format!("{}-{}", block.id(), award + 1), str::to_owned)
}
