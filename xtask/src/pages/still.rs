//! Rendered content as it stands in a page's file: what the application makes of it later is not there
//! yet, and what is the same twice is there once.
use anyhow::Result;
use lol_html::element;

use super::rewrite;

/// A report whose last script stands behind its first section instead: before a script the browser
/// shows what it has, and so the headline is seen before the rest is read. What that script does is
/// needed from the first figure on. The application takes the element away with the static page.
pub(super) fn with_early_script(html: &str) -> String {
    let moved = || {
        let (before, rest) = html.rsplit_once("<script>")?;
        let (script, after) = rest.split_once("</script>")?;
        let (section, between) = before.split_once("</section>")?;
        Some(format!("{section}</section><script>{script}</script>{between}{after}"))
    };
    moved().unwrap_or_else(|| html.to_owned())
}

/// Content where a drawing that is the same for a width and the next wider one is there once, for
/// both.
pub(super) fn once(content: &str) -> String {
    let mut content = content.to_owned();
    for widths in jamsostek_dashboard::charts::WIDTHS.windows(2) {
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

/// Rendered content as it is before the application is there: its controls cannot be used yet.
pub(super) fn without_controls(content: &str, tables: &str) -> Result<String> {
    let set = |selector: &str, name: &'static str| {
        element!(selector, move |control| {
            control.set_attribute(name, "")?;
            Ok(())
        })
    };
    rewrite(
        content,
        vec![
            set("button, input, select, textarea", "disabled"),
            // The application offers the rows that are shown; a file holds all of them.
            element!("#handovers a.download", |link| Ok(
                link.set_attribute("href", &format!("{tables}handovers.csv"))?
            )),
            element!("#winners a.download", |link| Ok(
                link.set_attribute("href", &format!("{tables}award-winners.csv"))?
            )),
            // Which of several choices is the first is a property in the application.
            set("fieldset.switch > label:nth-of-type(1) > input", "checked"),
        ],
    )
}
