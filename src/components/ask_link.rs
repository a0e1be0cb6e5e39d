//! The link from a figure to where it comes from (`figures/`).
use super::markup::Markup;
use super::report::Report;

/// What stands in the place of a number where nothing is known.
pub const NONE: &str = "–";

/// Adds a figure that can be asked: by `key`, shown as `value`. Without a key it is the value alone.
///
/// The link leads to the page of all figures; where scripts run, the shell's opens the figure's part
/// of it in a panel instead.
#[inline(never)]
pub fn ask(html: &mut Markup, report: Report, key: &str, value: &str) {
    if key.is_empty() {
        html.text(value);
        return;
    }
    let href = routes::figure_link(report.page, key);
    let heard = if value == NONE { report.words.none_known } else { value };
    let name = [heard, report.words.ask].concat();
    html.open_with("a", &[("class", "ask"), ("href", &href), ("aria-label", &name)]).text(value).close("a");
}

/// A figure that can be asked, as markup to be filled into a sentence.
#[inline(never)]
pub fn asked(report: Report, key: &str, value: &str) -> String {
    let mut html = Markup::new();
    ask(&mut html, report, key, value);
    html.finish()
}

/// A text as markup to be filled into a sentence.
pub fn plain(text: &str) -> String {
    let mut html = Markup::new();
    html.text(text);
    html.finish()
}
