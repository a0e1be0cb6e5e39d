//! Finished pages, read and rewritten by a parser: those that were published before, and those of others.
use anyhow::{Context, Result};
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// The values of an attribute of the elements that a selector names, in the page's order.
///
/// # Errors
/// When the page is no HTML that can be parsed.
pub fn attributes(html: &str, selector: &str, name: &str) -> Result<Vec<String>> {
    let mut values = Vec::new();
    rewrite(
        html,
        vec![element!(selector, |el| {
            values.extend(el.get_attribute(name));
            Ok(())
        })],
    )?;
    Ok(values)
}

/// A page of the same text and nothing else: what the fastest page could be.
///
/// # Errors
/// When the page is no HTML that can be parsed.
pub fn bare(html: &str) -> Result<String> {
    let away = "script, style, link, svg, meta[http-equiv], .tools, .switch, .theme";
    rewrite(
        html,
        vec![element!(away, |el| {
            el.remove();
            Ok(())
        })],
    )
}

/// What is done with the elements of a selector.
pub type Handler<'h> = (std::borrow::Cow<'h, lol_html::Selector>, lol_html::ElementContentHandlers<'h>);

/// Rewrites a page.
///
/// # Errors
/// When the page is no HTML that can be parsed.
pub fn rewrite(html: &str, element_content_handlers: Vec<Handler<'_>>) -> Result<String> {
    let settings = RewriteStrSettings { element_content_handlers, ..RewriteStrSettings::new() };
    rewrite_str(html, settings).context("rewriting a page")
}
