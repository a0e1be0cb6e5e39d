//! The report by the very components that readers get.
use std::sync::Arc;

use dataset::{Dataset, Lang};
use jamsostek_dashboard::context::{Report, ReportOptions};
use jamsostek_dashboard::document;
use jamsostek_dashboard::report_page::ReportPage;
use leptos::prelude::*;
use routes::Page;

/// A report as readers see it.
pub(crate) struct Preview {
    pub(crate) data: Arc<Dataset>,
    /// The language that it is in: the wanted one where it is published in that.
    pub(crate) lang: Lang,
    /// The markup of the page's content.
    pub(crate) markup: String,
    /// The dataset as it is served: without the names that it withholds.
    pub(crate) text: String,
}

/// The report of a dataset; `None` where it cannot be read at all.
pub(crate) fn preview(json: &str, wanted: Lang) -> Option<Preview> {
    let text = dataset::served(json).ok()?.into_owned();
    let reading = dataset::read(&text);
    let data = Arc::new(reading.dataset?);
    let published = data.published();
    let lang = published.iter().copied().find(|lang| *lang == wanted).or(published.first().copied());
    let lang = lang.unwrap_or(wanted);
    let options = ReportOptions { data: Arc::clone(&data), lang, page: Page::Report, newer: false };
    let findings = reading.findings;
    let markup = document::markup(move || {
        provide_context(Report::new(options));
        view! { <ReportPage findings/> }.into_any()
    });
    Some(Preview { data, lang, markup, text })
}
