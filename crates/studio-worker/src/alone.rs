//! One file that is a whole report: the page that the build left empty, filled in.
use crate::preview::Preview;

/// The file of the dataset that a page alone asks for; its script answers.
pub const ALONE: &str = "data.json";

/// Where the build left room in the page alone. Each is a text that no page has otherwise.
pub struct Slots;

impl Slots {
    /// The title of the report.
    pub const TITLE: &str = "\u{e000}title\u{e001}";
    /// What the report is about.
    pub const DESCRIPTION: &str = "\u{e000}description\u{e001}";
    /// The name of the edition.
    pub const EDITION: &str = "\u{e000}edition\u{e001}";
    /// The fingerprint of the dataset.
    pub const FINGERPRINT: &str = "\u{e000}fingerprint\u{e001}";
    /// The content.
    pub const CONTENT: &str = "\u{e000}content\u{e001}";
    /// The dataset.
    pub const DATASET: &str = "\u{e000}dataset\u{e001}";
}

/// The page alone of a report; `None` where the page is not one that the build left empty.
pub(crate) fn page(empty: &str, preview: &Preview) -> Option<String> {
    // In a script, nothing of a text may look like the end of it.
    let dataset = preview.text.replace('<', "\\u003c");
    let data = &preview.data;
    let edition = dataset::edition_name(&data.id, dataset.as_bytes());
    let fingerprint = dataset::fingerprint(dataset.as_bytes());
    let text = |text: &str| html_escape::encode_quoted_attribute(text).into_owned();
    let title = data.title.get(preview.lang);
    let about = data.summary.as_ref().map_or(title, |summary| summary.get(preview.lang));
    // The content comes last but one and the dataset last: what they say is never looked through.
    let (before, rest) = empty.split_once(Slots::CONTENT)?;
    let (between, behind) = rest.split_once(Slots::DATASET)?;
    let filled = |part: &str| {
        part.replace(Slots::TITLE, &text(title))
            .replace(Slots::DESCRIPTION, &text(about))
            .replace(Slots::EDITION, &text(&edition))
            .replace(Slots::FINGERPRINT, &fingerprint)
    };
    Some([&filled(before), preview.markup.as_str(), &filled(between), &dataset, &filled(behind)].concat())
}
