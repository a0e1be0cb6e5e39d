//! The winners of an award that has so many that a page does not write them all. Few awards have, so what acts here is a
//! chunk of its own.
use std::ops::Range;

use dataset::{Award, Category, Winner};
use leptos::prelude::*;
use routes::TableId;
use tables::{ROWS_WRITTEN, Shown};

use super::winners::{CategoryItem, WinnerFold, numbered, table};
use crate::context::use_report;
use crate::ui::TableState;

/// The winners of an award with search, filters and count: the first of those that match are there.
#[component]
pub fn ManyWinners(
    /// The award's place in the dataset.
    award: usize,
) -> impl IntoView {
    let report = use_report();
    let award = report.data.awards.get(award)?;
    let state = TableState::new(TableId::Winners, table(&report, award));
    let list = view! { <FirstWinners award=award.clone() shown=state.shown/> };
    Some(view! { <WinnerFold award=award.clone() state list/> })
}

/// The categories of the first winners that a view leaves.
#[component]
fn FirstWinners(
    /// The award.
    award: Award,
    /// The winners that the view leaves.
    shown: Memo<Shown>,
) -> impl IntoView {
    let visible = Memo::new(|_| vec![true; ROWS_WRITTEN]);
    move || {
        let (rows, narrowed) = shown.with(|shown| {
            let rows: Vec<usize> = shown.rows.iter().take(ROWS_WRITTEN).copied().collect();
            (rows, shown.rows.len() < shown.total)
        });
        let mut written = 0;
        let of_award = |(category, all): (&Category, Range<usize>)| {
            let winners: Vec<Winner> = all
                .clone()
                .zip(&category.winners)
                .filter(|(row, _)| rows.binary_search(row).is_ok())
                .map(|(_, winner)| winner.clone())
                .collect();
            // One that has no winners says so, unless the view leaves anything out.
            let is_left_out = winners.is_empty() && (narrowed || !all.is_empty());
            let first = written;
            written += winners.len();
            let category = Category { winners: winners.into(), ..category.clone() };
            (!is_left_out).then(
                || view! { <CategoryItem award=award.id.clone() category rows=first..written visible/> },
            )
        };
        numbered(&award).into_iter().filter_map(of_award).collect_view()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use routes::{Page, parse_view};
    use words::Lang;

    use super::*;
    use crate::context::{Report, ReportOptions};

    #[test]
    fn a_search_reaches_winners_that_a_page_does_not_write() {
        let winners: Vec<String> =
            (0..260).map(|at| format!(r#"{{"id": "w{at}", "name": "Winner {at}."}}"#)).collect();
        let text = format!(
            r#"{{"format": "jamsostek-dashboard/1", "id": "long", "title": "Long", "region": "r",
            "regions": {{"r": {{"name": "R", "level": "province"}}}},
            "awards": [{{"id": "a", "name": "A", "categories": [
                {{"id": "none", "label": "None", "winners": []}},
                {{"id": "k", "label": "K", "winners": [{}]}}, {{"id": "l", "label": "L", "winners": [{}]}}]}}]}}"#,
            winners[..50].join(","),
            winners[50..].join(",")
        );
        let list = |query: &str| {
            let data = Arc::new(dataset::read(&text).dataset.unwrap());
            Owner::new().with(|| {
                let (lang, page) = (Lang::En, Page::Report);
                let report = Report::new(ReportOptions { data, lang, page, newer: false });
                report.view.set(parse_view(Page::Report, query));
                provide_context(report);
                view! { <ManyWinners award=0/> }.to_html()
            })
        };
        let names = |page: &str| page.matches("class=\"name\"").count();
        let categories = |page: &str| page.matches("class=\"category\"").count();
        let page = list("");
        assert_eq!(names(&page), ROWS_WRITTEN, "{page:.2000}");
        assert!(page.contains("Winner 99.") && !page.contains("Winner 100."), "{page:.2000}");
        assert_eq!(categories(&page), 3);
        let page = list("?winners.q=winner+259");
        assert_eq!(names(&page), 1, "{page:.2000}");
        assert_eq!(categories(&page), 1);
        assert!(page.contains("1 of 260"), "{page:.2000}");
    }
}
