//! Citations of figures.
use words::fill;

use super::entry::{Entry, Origin};
use super::source::{find, place};
use super::{FiguresOptions, figures_path};
use crate::context::Report;

/// The citation of a figure: value, name, time, source, report and edition, and its address where that is known.
#[must_use]
pub fn citation(report: &Report, options: &FiguresOptions, entry: &Entry) -> String {
    let own = words::ask(report.lang);
    let template = match entry.origin {
        Origin::Source(_) => own.citation_source(),
        Origin::Computed(_) => own.citation_own(),
    };
    let source = fill(template, &[&cited_source(report, entry)]);
    let when = if entry.when.is_empty() { String::new() } else { [", ", &entry.when].concat() };
    let title = report.data.title.get(report.lang);
    let value = entry.cited.as_ref().unwrap_or(&entry.value);
    let mut text = fill(own.citation(), &[value, &entry.name, &when, &source, title, &options.edition]);
    if let Some(address) = &options.address {
        text.push_str(&format!(" {address}{}#{}", figures_path(report.lang), entry.key));
    }
    // A space that does not break would be copied as one.
    text.replace(words::NBSP, " ")
}

/// The address of the folder that citations name, with a slash at its end: that of the edition below the site's
/// `root`, or `root` where that is the edition's folder already. What is `newer` than the pages is not kept yet.
#[must_use]
pub fn edition_address(root: &str, edition: &str, newer: bool) -> String {
    let folder = format!("v/{edition}/");
    if newer || edition.is_empty() || root.ends_with(&["/", &folder].concat()) {
        return root.to_owned();
    }
    [root, &folder].concat()
}

/// The source with its address, or that it is not recorded.
fn cited_source(report: &Report, entry: &Entry) -> String {
    let Some(evidence) = entry.origin.evidence() else {
        return words::ask(report.lang).no_source().to_owned();
    };
    let place = place(report, evidence);
    match find(report, evidence).and_then(|source| source.url.as_deref()) {
        Some(url) => [&place, ", ", url].concat(),
        None => place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_that_of_the_edition() {
        let root = "https://example.org/r/";
        assert_eq!(edition_address(root, "e-0", false), "https://example.org/r/v/e-0/");
        let edition = "https://example.org/r/v/e-0/";
        assert_eq!(edition_address(edition, "e-0", false), edition);
        assert_eq!(edition_address(root, "e-0", true), root);
        assert_eq!(edition_address(root, "", false), root);
    }
}
