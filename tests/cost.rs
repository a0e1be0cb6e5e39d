//! What it costs to write a page grows with the dataset and not with its square.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used)]

#[path = "../crates/figures/benches/generated/mod.rs"]
mod generated;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use dataset::{Dataset, Lang, read};
use generated::Shape;
use jamsostek_dashboard::context::{Report, ReportOptions};
use jamsostek_dashboard::document::markup;
use jamsostek_dashboard::figures_page::{chapters, find};
use jamsostek_dashboard::report_page::ReportPage;
use leptos::prelude::*;
use routes::Page;

/// A step of the way from the dataset to a page.
type Step = (&'static str, fn(&Arc<Dataset>));

const STEPS: [Step; 3] = [
    ("the report", |data| drop(black_box(written(data)))),
    ("all figures", |data| with_report(data, |report| drop(black_box(chapters(report))))),
    ("each figure by itself", |data| {
        with_report(data, |report| {
            data.observations.iter().for_each(|o| drop(black_box(find(report, &o.id))));
        });
    }),
];

const SHAPES: [Shape; 7] = [
    Shape::Regions,
    Shape::Groups,
    Shape::Times,
    Shape::GroupsAndTimes,
    Shape::Cases,
    Shape::Winners,
    Shape::Context,
];

fn options(data: &Arc<Dataset>) -> ReportOptions {
    ReportOptions { data: Arc::clone(data), lang: Lang::Id, page: Page::Report, newer: false }
}

fn written(data: &Arc<Dataset>) -> String {
    let options = options(data);
    markup(move || {
        provide_context(Report::new(options));
        view! { <ReportPage findings=Vec::new()/> }.into_any()
    })
}

fn with_report(data: &Arc<Dataset>, act: impl FnOnce(&Report)) {
    let options = options(data);
    Owner::new().with(|| act(&Report::new(options)));
}

/// The shorter of two runs: what else the machine does only makes them longer.
fn shortest(step: fn(&Arc<Dataset>), data: &Arc<Dataset>) -> Duration {
    let once = || {
        let start = Instant::now();
        step(data);
        start.elapsed()
    };
    once().min(once())
}

/// Ten times the records take about ten times as long, a square would take a hundred times: there is room for a busy
/// machine.
#[test]
fn ten_times_the_records_take_far_less_than_a_hundred_times_as_long() {
    let mut slow = Vec::new();
    for shape in SHAPES {
        let [few, many] =
            [150, 1_500].map(|records| Arc::new(read(&generated::dataset(shape, records)).dataset.unwrap()));
        for (name, step) in STEPS {
            let (few, many) = (shortest(step, &few), shortest(step, &many));
            if many > 40 * few.max(Duration::from_millis(1)) {
                slow.push(format!("{name} of {shape:?}: {few:?}, then {many:?}"));
            }
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}
