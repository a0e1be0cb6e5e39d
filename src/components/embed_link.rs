//! The links below a block: to what can be taken along of it, and to the page that hands out
//! snippets (`embed/`).
use super::markup::Markup;
use super::report::Report;
use figures::key::{Record, key};
use routes::{Block, Page};
use words::Messages;

/// What a block is called.
pub fn name(words: &Messages, block: Block) -> &'static str {
    match block {
        Block::Headline => words.headline,
        Block::Groups => words.groups,
        Block::Trend => words.trend,
        Block::Claims => words.claims,
        Block::Handovers => words.handovers,
        Block::Winners => words.winners,
        Block::SpecialAwards => words.special,
        Block::Jury => words.jury,
        Block::Report => words.full_report,
    }
}

/// Adds the links for a block of the report at the end of its credit, or as a credit of its own
/// where `alone`. In a frame the one link is that of [`link_from_frame`].
///
/// The link leads to the block's snippets; where scripts run, the shell's opens the form for them
/// in a dialog instead.
#[inline(never)]
pub fn embed_link(html: &mut Markup, report: Report, block: Block, alone: bool) {
    if matches!(report.page, Page::Embed(_)) {
        return;
    }
    html.open("span class=\"embed-it\"").text(if alone { "" } else { " · " });
    take(html, report, block);
    html.text(" · ");
    link(html, report, "embed/#", block);
    html.close("span");
}

/// Adds a line with nothing but the link; none in a frame.
pub fn embed_line(html: &mut Markup, report: Report, block: Block) {
    if matches!(report.page, Page::Embed(_)) {
        return;
    }
    html.open("p class=\"credit\"");
    embed_link(html, report, block, true);
    html.close("p");
}

/// Adds the links from a block in a frame.
pub fn link_from_frame(html: &mut Markup, report: Report, block: Block) {
    take(html, report, block);
    html.text(" · ");
    link(html, report, "../#", block);
}

/// Adds the link to what can be taken along; where scripts run it opens in the panel of figures.
fn take(html: &mut Markup, report: Report, block: Block) {
    let href = routes::figure_link(report.page, &key(Record::Take, block.id()));
    named(html, report, &[("class", "ask take"), ("href", &href)], report.words.take, block);
}

fn link(html: &mut Markup, report: Report, page: &str, block: Block) {
    named(html, report, &[("href", &[page, block.id()].concat())], report.words.embed, block);
}

/// Adds a link whose name is heard with that of its block.
fn named(html: &mut Markup, report: Report, attributes: &[(&'static str, &str)], label: &str, block: Block) {
    html.open_with("a", attributes).text(label);
    html.element("span class=\"hidden\"", &[" ", name(report.words, block)].concat()).close("a");
}
