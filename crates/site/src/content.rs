//! What stands in a page's container: the components of the application, rendered natively.
use std::{cell::Cell, rc::Rc, sync::Arc};

use anyhow::Result;
use dataset::{Dataset, Finding};
use jamsostek_dashboard::{
    context::{Report, ReportOptions},
    document,
    report_page::ReportPage,
};
use leptos::prelude::*;
use lol_html::{element, end_tag};
use routes::Page;
use words::Lang;

use crate::{html::rewrite, shape};

/// The markup of a page's container, rendered once for every document that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    markup: String,
    shapes: String,
}

impl Content {
    /// The content that a view shows.
    #[must_use]
    pub fn of(view: impl FnOnce() -> AnyView) -> Self {
        Self::of_markup(document::markup(view))
    }

    /// Content that is rendered already.
    #[must_use]
    pub fn of_markup(markup: String) -> Self {
        let shapes = shape::said(&shape::shapes(&markup));
        Self { markup, shapes }
    }

    /// The content of the report or of a block. The findings are what could not be read of the dataset.
    #[must_use]
    pub fn of_report(data: &Arc<Dataset>, findings: &[Finding], (lang, page): (Lang, Page)) -> Self {
        let options = ReportOptions { data: Arc::clone(data), lang, page, newer: false };
        let findings = findings.to_vec();
        Self::of(move || {
            provide_context(Report::new(options));
            view! { <ReportPage findings/> }.into_any()
        })
    }

    /// The markup.
    #[must_use]
    pub fn markup(&self) -> &str {
        &self.markup
    }

    /// The shapes of the parts that act, as a page says them.
    #[must_use]
    pub fn shapes(&self) -> &str {
        &self.shapes
    }

    /// The first chart, as it is drawn for a tablet: in a picture, which is seen small, its labels are large.
    ///
    /// # Errors
    /// When the markup is no HTML that can be parsed.
    pub fn first_chart(&self) -> Result<Option<&str>> {
        let [.., width, _] = charts::WIDTHS;
        let (from, to) = (Rc::new(Cell::new(None)), Rc::new(Cell::new(None)));
        let handler = element!(format!(".w{width} > svg"), |svg| {
            if from.get().is_none() {
                from.set(Some(svg.source_location().bytes().start));
                let to = Rc::clone(&to);
                svg.on_end_tag(end_tag!(move |end| {
                    to.set(Some(end.source_location().bytes().end));
                    Ok(())
                }))?;
            }
            Ok(())
        });
        rewrite(&self.markup, vec![handler])?;
        let range = from.get().zip(to.get());
        Ok(range.and_then(|(from, to)| self.markup.get(from..to)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chart_of_a_picture_is_the_first_of_its_width() {
        let [.., width, _] = charts::WIDTHS;
        let markup = format!(
            "<div class=\"w300\"><svg>1</svg></div><div class=\"w1 w{width}\"><svg a=\"&gt;\"><g>2</g></svg></div>\
             <div class=\"w{width}\"><svg>3</svg></div>"
        );
        let content = Content::of_markup(markup);
        assert_eq!(content.first_chart().unwrap(), Some("<svg a=\"&gt;\"><g>2</g></svg>"));
        assert_eq!(Content::of_markup("<p>none</p>".to_owned()).first_chart().unwrap(), None);
    }
}
