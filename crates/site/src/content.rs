//! What stands in a page's container: the components of the application, rendered natively.
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};

use anyhow::Result;
use dataset::{Dataset, Finding};
use jamsostek_dashboard::{
    context::{Report, ReportOptions},
    document,
    explorer::{self, WriteExplorer},
    report_page::ReportPage,
    ui::LivePart,
};
use leptos::prelude::*;
use lol_html::{element, end_tag};
use routes::Page;
use words::Lang;

use crate::{claims::Claims, html::rewrite, shape};

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

    /// The content of the report, of the page of claims or of a block. The findings are what could not be read of the
    /// dataset, the claims are those that are published beside it.
    #[must_use]
    pub fn of_report(
        data: &Arc<Dataset>,
        findings: &[Finding],
        claims: Option<&Claims>,
        (lang, page): (Lang, Page),
    ) -> Self {
        let options = ReportOptions { data: Arc::clone(data), lang, page, newer: false };
        let (findings, claims) = (findings.to_vec(), claims.cloned());
        Self::of(move || {
            provide_context(Report::new(options));
            if let Some(claims) = claims {
                provide_context(claims.context());
                provide_context(claims.published);
                provide_context(WriteExplorer(explorer::written));
            }
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

    /// Whether a part that acts is in it.
    #[must_use]
    pub fn has(&self, part: LivePart) -> bool {
        let name = part.name();
        let names = self.shapes.split(' ').filter_map(|said| said.rsplit_once(':'));
        names.map(|(known, _)| known).any(|known| known == name)
    }

    /// The drawings of the first chart whose figure has an id that ends so, one for each width of a column; none where
    /// there is no such chart.
    ///
    /// # Errors
    /// When the markup is no HTML that can be parsed.
    pub fn drawings(&self, figure: &str) -> Result<Vec<&str>> {
        let (taken, inside) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
        let ranges = Rc::new(RefCell::new(Vec::new()));
        let figures = element!(format!("figure[id$=\"{figure}\"]"), {
            let inside = Rc::clone(&inside);
            move |element| {
                if !taken.replace(true) {
                    inside.set(true);
                    let inside = Rc::clone(&inside);
                    element.on_end_tag(end_tag!(move |_| {
                        inside.set(false);
                        Ok(())
                    }))?;
                }
                Ok(())
            }
        });
        let svgs = element!("figure .canvas svg", |svg| {
            if inside.get() {
                let (from, ranges) = (svg.source_location().bytes().start, Rc::clone(&ranges));
                svg.on_end_tag(end_tag!(move |end| {
                    ranges.borrow_mut().push(from..end.source_location().bytes().end);
                    Ok(())
                }))?;
            }
            Ok(())
        });
        rewrite(&self.markup, vec![figures, svgs])?;
        let drawings = ranges.take().into_iter().filter_map(|range| self.markup.get(range));
        Ok(drawings.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_that_act_are_known_by_their_names() {
        let markup = "<div data-live=\"theme\"></div><div data-live=\"many-handovers\"><p>1</p></div>";
        let content = Content::of_markup(markup.to_owned());
        assert!(content.has(LivePart::Theme) && content.has(LivePart::ManyHandovers));
        assert!(!content.has(LivePart::Handovers) && !Content::of_markup(String::new()).has(LivePart::Theme));
    }

    #[test]
    fn the_drawings_of_a_chart_are_those_of_the_first_figure_of_its_name() {
        let figure = |id: &str, svgs: &str| {
            format!("<figure id=\"{id}\"><svg>0</svg><div class=\"canvas\">{svgs}</div></figure>")
        };
        let two = "<div><svg a=\"&gt;\"><g>1</g></svg></div><div><svg>2</svg></div>";
        let figures = [("a-chart", two), ("b-chart", "<svg>3</svg>"), ("c-chart", "")];
        let content = Content::of_markup(figures.map(|(id, svgs)| figure(id, svgs)).concat());
        let drawings = |figure| content.drawings(figure).unwrap();
        assert_eq!(drawings("-chart"), ["<svg a=\"&gt;\"><g>1</g></svg>", "<svg>2</svg>"]);
        assert_eq!(drawings("b-chart"), ["<svg>3</svg>"]);
        assert!(drawings("c-chart").is_empty() && drawings("d-chart").is_empty());
    }
}
