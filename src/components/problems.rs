//! What could not be read of a dataset.
use super::markup::Markup;
use super::part::Part;
use super::parts::fixed;
use dataset::Finding;
use words::{Lang, fill, messages};

/// A short notice that opens into the list of findings; `None` where there are none.
pub fn problems(lang: Lang, findings: &[Finding]) -> Option<Part> {
    if findings.is_empty() {
        return None;
    }
    let words = messages(lang);
    let mut html = Markup::new();
    html.open("details").element(
        "summary",
        &match findings.len() {
            1 => words.partly_one.to_owned(),
            count => fill(words.partly_many, &[&count.to_string()]),
        },
    );
    push_findings(&mut html, lang, findings);
    html.close("details");
    Some(fixed("message problems", html.finish()))
}

/// Findings with their place, what is wrong and how to mend it.
pub fn push_findings(html: &mut Markup, lang: Lang, findings: &[Finding]) {
    let words = messages(lang);
    html.open("ul class=\"findings\"");
    for finding in findings {
        let text = words::finding(lang, finding);
        let place = fill(words.finding_place, &[&finding.line.to_string(), &finding.column.to_string()]);
        html.open("li").open("p class=\"finding-place\"").text(&place).text(" ");
        html.element("code", &finding.pointer).close("p");
        html.open("p").text(&text.what).text(" ").text(&text.mend).close("p").close("li");
    }
    html.close("ul");
}
