//! Rendered content as it stands in a page's file: what the application makes of it later is not there
//! yet, and what is the same twice is there once.
use anyhow::Result;
use lol_html::{element, html_content::ContentType};

use super::rewrite;

/// A page whose text comes before everything that can wait (`docs/adr/0008-static-pages.md`).
///
/// - What the application needs is asked for by the head.
/// - What reads the address stays in the head, so no theme is seen but the one that is asked for.
/// - In the report all other scripts, and the styles of what is further down (the second `<style>`),
///   stand behind the headline. Until the headline is there nothing is painted, in browsers that know
///   how to wait: a frame without text costs as much as one with it.
/// - Before them stands `pause`, which has the browser paint before it reads on.
/// - In other pages they stand at the end.
///
/// The application takes the scripts away with the static page.
pub(super) fn seen_first(html: &str, pause: &str) -> Result<String> {
    if let Some(html) = headline_first(html, pause) {
        return Ok(html);
    }
    let (html, start) = cut(html, "script", |attributes| attributes.contains("module"));
    rewrite(
        &html,
        vec![element!("body", |body| {
            body.append(&start.concat(), ContentType::Html);
            Ok(())
        })],
    )
}

/// The report with its headline first. `None` where it has no headline, and for a block's page.
fn headline_first(html: &str, pause: &str) -> Option<String> {
    // The first script reads the address.
    let (address, rest) = html.split_once("</script>")?;
    let (rest, scripts) = cut(rest, "script", |attributes| !attributes.contains("json"));
    let (first, rest) = rest.split_once("</style><style>")?;
    let (style, rest) = rest.split_once("</style>")?;
    let first = first.replacen("<style>", "<link rel=expect href=#headline blocking=render><style>", 1);
    let (before, headline) = rest.split_once("<section id=\"headline\"")?;
    let (headline, after) = headline.split_once("</section>")?;
    let scripts = scripts.concat();
    Some(format!(
        "{address}</script>{first}</style>{before}<section id=\"headline\"{headline}</section>{pause}{scripts}<style>{style}</style>{after}"
    ))
}

/// A page without the elements of a kind whose attributes are as asked, and these elements.
fn cut(html: &str, tag: &str, which: impl Fn(&str) -> bool) -> (String, Vec<String>) {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let (mut out, mut found, mut rest) = (String::new(), Vec::new(), html);
    while let Some((before, after)) = rest.split_once(&open) {
        let Some((element, tail)) = after.split_once(&close) else { break };
        let element_text = format!("{open}{element}{close}");
        out += before;
        if which(element.split('>').next().unwrap_or_default()) {
            found.push(element_text);
        } else {
            out += &element_text;
        }
        rest = tail;
    }
    (out + rest, found)
}

/// Content where a drawing that is the same for a width and the next wider one is there once, for
/// both.
pub(super) fn once(content: &str) -> String {
    let mut content = content.to_owned();
    for widths in charts::WIDTHS.windows(2) {
        let [narrow, wide] = widths else { continue };
        let (first, second) = (format!("<div class=\"w{narrow}\">"), format!("<div class=\"w{wide}\">"));
        let mut out = String::new();
        let mut rest = content.as_str();
        while let Some((before, after)) = rest.split_once(&first) {
            let (svg, tail) = after.split_once("</div>").unwrap_or((after, ""));
            let same = tail.strip_prefix(&second).and_then(|tail| tail.strip_prefix(svg));
            let class = if same.is_some() { format!("w{narrow} w{wide}") } else { format!("w{narrow}") };
            out += &format!("{before}<div class=\"{class}\">{svg}");
            rest = same.unwrap_or(tail);
            if same.is_none() {
                out += "</div>";
            }
        }
        out += rest;
        content = out;
    }
    content
}

/// The script that sorts the static table.
pub const SORT: &str = include_str!("../../../../src/sort.js");

/// A page with, on each heading of its table of single claims, the orders of the rows, and with the
/// script that sorts by them; unchanged where there is no such table.
pub(super) fn with_orders(html: &str, orders: &[String], script: &str) -> Result<String> {
    let mut left = orders.iter();
    let html = rewrite(
        html,
        vec![element!("#handovers thead button", |button| {
            if let Some(orders) = left.next() {
                button.set_attribute("data-orders", orders)?;
            }
            Ok(())
        })],
    )?;
    if left.len() == orders.len() {
        return Ok(html);
    }
    rewrite(
        &html,
        vec![element!("body", |body| {
            body.append(script, ContentType::Html);
            Ok(())
        })],
    )
}

/// Rendered content as it is before the application is there: its buttons cannot be used yet, and in
/// the place of each field stands an element that looks like it. Browsers look at the fields of a page
/// as soon as it is parsed, whether they could fill them in, and lay all of it out for that in one go
/// (`docs/adr/0008-static-pages.md`).
pub(super) fn without_controls(content: &str, tables: &str) -> Result<String> {
    let attribute = |selector: &str, name: &'static str, value: String| {
        element!(selector, move |el| Ok(el.set_attribute(name, &value)?))
    };
    rewrite(
        content,
        vec![
            attribute("button", "disabled", String::new()),
            // The application offers the rows that are shown; a file holds all of them.
            attribute("#handovers a.download", "href", format!("{tables}handovers.csv")),
            attribute("#winners a.download", "href", format!("{tables}award-winners.csv")),
            attribute(".tools, .switch, .theme", "inert", String::new()),
            element!("input", |input| {
                input.replace("<i class=\"stand-in\"></i>", ContentType::Html);
                Ok(())
            }),
            // Of several choices the first is chosen; of two replacements the last counts.
            element!("fieldset.switch > label:nth-of-type(1) > input", |input| {
                input.replace("<i class=\"stand-in chosen\"></i>", ContentType::Html);
                Ok(())
            }),
            element!("select", |select| {
                select.set_attribute("class", "stand-in")?;
                Ok(select.set_tag_name("i")?)
            }),
            element!("select > option:first-child", |option| {
                option.remove_and_keep_content();
                Ok(())
            }),
            element!("select > option:not(:first-child)", |option| {
                option.remove();
                Ok(())
            }),
        ],
    )
}
