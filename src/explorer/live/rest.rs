//! What the explorer shows after figures and rows: fields, charts, filters, files and the panel of a figure. Their code is
//! a chunk of its own, so that figures and rows wait for less.
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Element;

use super::super::asked::Asked;
use super::super::choose::{Choose, focus_region};
use super::super::context::{Picked, use_explorer};
use super::super::figures::{CHARTS, MakeCards};
use super::super::overview::OverviewCard;
use super::ExplorerOptions;
use super::filters::Filters;
use super::histogram::ShownAmounts;
use super::load::Folder;
use super::panel::{EvidencePanel, Panel};
use super::rows::Rows;
use super::take::{ParquetFiles, TakeRows};
use super::tools::Tools;
use crate::browser::task;
use crate::context::use_report;
use crate::ui::RetryButton;

/// How long the rest waits for rows.
const PATIENCE: Duration = Duration::from_secs(3);
/// In how many tasks the rest comes into the page: the fields, what belongs to rows, and each chart.
const PARTS: usize = 6;
/// The first of the charts among them.
const CHARTS_AT: usize = 3;

/// What makes the rest of the explorer. Only the chunk has what these functions need.
#[derive(Clone, Copy)]
pub struct Rest {
    fields: fn() -> AnyView,
    charts: [MakeCards; 4],
    overview: fn() -> AnyView,
    search: fn(Rows) -> AnyView,
    take: fn(Rows, Option<String>) -> AnyView,
    parquet: fn(Folder) -> AnyView,
    panel: fn(Panel) -> AnyView,
    open: fn(Panel, Asked, Option<Element>),
    land: fn(),
}

impl Rest {
    /// The rest; for its chunk alone.
    #[expect(clippy::new_without_default, reason = "whoever calls it links all that the chunk has")]
    #[must_use]
    pub fn new() -> Self {
        Self {
            fields: || view! { <Choose/> }.into_any(),
            charts: CHARTS,
            overview: || view! { <OverviewCard/> }.into_any(),
            search: |rows| view! { <Tools/><Filters rows/> }.into_any(),
            take: |rows, workbook| view! { <ShownAmounts rows/><TakeRows rows workbook/> }.into_any(),
            parquet: |folder| view! { <ParquetFiles folder/> }.into_any(),
            panel: |panel| view! { <EvidencePanel panel/> }.into_any(),
            open: Panel::open,
            land: focus_region,
        }
    }
}

/// Loads the rest; none where it does not come.
pub type LoadRest = fn() -> Pin<Box<dyn Future<Output = Option<Rest>>>>;

/// The rest as the page has it, once it is there: cheap to copy.
#[derive(Clone, Copy)]
pub struct Later {
    rest: RwSignal<Option<Rest>>,
    load: LoadRest,
    /// How many of its parts are in the page.
    there: RwSignal<usize>,
    /// Whether it was ever asked for.
    has_begun: StoredValue<bool>,
    /// Is told once it is in the page, or does not come.
    settled: Callback<()>,
    /// Whether a field has the focus once they are there.
    lands: StoredValue<bool>,
    is_loading: RwSignal<bool>,
    has_failed: RwSignal<bool>,
    panel: Panel,
    /// What was asked before the panel was there, and beside what it opens.
    waiting: StoredValue<Option<(Asked, Option<Element>)>, LocalStorage>,
}

impl Later {
    /// The rest of an explorer; `settled` is told once it is in the page, or does not come. It is loaded at once where what the
    /// build wrote stays until then, else once rows are there, or after a while. Its signals belong to the current owner.
    #[must_use]
    pub fn new(options: &ExplorerOptions, settled: Callback<()>) -> Self {
        let own = Self {
            rest: RwSignal::new(None),
            load: options.load_rest,
            there: RwSignal::new(0),
            settled,
            has_begun: StoredValue::new(false),
            lands: StoredValue::new(false),
            is_loading: RwSignal::new(false),
            has_failed: RwSignal::new(false),
            panel: Panel::new(&options.panel_styles),
            waiting: StoredValue::new_local(None),
        };
        if options.asks {
            set_timeout(move || own.begin(), PATIENCE);
        } else {
            own.begin();
        }
        own
    }

    /// Loads it, where that has not begun: nothing that is more urgent is on its way.
    pub fn begin(self) {
        if !self.has_begun.try_get_value().unwrap_or(true) {
            self.load();
        }
    }

    /// Puts it into the page, each part in a task of its own, so that the browser has time for the reader in between.
    async fn come(self) {
        for there in 1..=PARTS {
            task::next_task().await;
            self.there.try_set(there);
        }
    }

    /// Loads it once more, and gives the focus to the first field: the button that asked for it goes away.
    fn load_again(self) {
        self.lands.set_value(true);
        self.load();
    }

    fn load(self) {
        self.has_begun.set_value(true);
        if self.is_loading.get_untracked() {
            return;
        }
        self.is_loading.set(true);
        spawn_local(async move {
            let rest = (self.load)().await;
            self.has_failed.try_set(rest.is_none());
            self.is_loading.try_set(false);
            if rest.is_some() {
                self.rest.try_set(rest);
                self.come().await;
            }
            self.settled.try_run(());
            let Some(all) = rest else { return };
            if self.lands.try_get_value() == Some(true) {
                (all.land)();
            }
            let waiting = self.waiting.try_update_value(Option::take).flatten();
            if let Some((asked, beside)) = waiting {
                self.ask(asked, beside);
            }
        });
    }

    /// Opens the panel of a figure, beside what was pressed; once it is there, where it is on its way.
    pub fn ask(self, asked: Asked, beside: Option<Element>) {
        match self.rest.get_untracked().filter(|_| self.there.get_untracked() == PARTS) {
            Some(rest) => (rest.open)(self.panel, asked, beside),
            None => self.waiting.set_value(Some((asked, beside))),
        }
    }

    /// The part of the rest that comes as this one, from 1.
    fn part(self, place: usize, make: impl Fn(Rest) -> AnyView + Send + 'static) -> impl IntoView {
        let is_there = Memo::new(move |_| self.there.get() >= place);
        move || is_there.get().then(|| self.rest.get_untracked().map(&make)).flatten()
    }

    /// The room of parts up to this one until they come, in CSS pixels of height, so that nothing moves then.
    fn room(self, last: usize, height: impl Fn(usize) -> f64 + Send + Sync + 'static) -> impl IntoView {
        let left = Memo::new(move |_| last.saturating_sub(self.there.get()));
        let height = Memo::new(move |_| format!("{}px", height(left.get())));
        move || {
            (left.get() > 0)
                .then(|| view! { <div class="to-come" style:block-size=move || height.get()></div> })
        }
    }

    /// The fields that choose what is shown.
    pub fn fields(self, room: f64) -> impl IntoView {
        (self.part(1, |rest| (rest.fields)()), self.room(1, move |_| room))
    }

    /// The charts of a choice.
    pub fn charts(self, picked: Picked, room: f64) -> impl IntoView {
        let [first, second, third, last] = [0, 1, 2, 3].map(|place| {
            self.part(CHARTS_AT + place, move |rest| {
                rest.charts.get(place).map_or_else(|| ().into_any(), |make| make(picked))
            })
        });
        let each = room / 4.0;
        let height = move |left: usize| each * f64::from(u8::try_from(left.min(4)).unwrap_or(4));
        (first, second, third, last, self.room(PARTS, height))
    }

    /// The table of the newest year.
    pub fn overview(self) -> impl IntoView {
        self.part(CHARTS_AT - 1, |rest| (rest.overview)())
    }

    /// The search and the filters of rows.
    pub fn search(self, rows: Rows) -> impl IntoView {
        self.part(CHARTS_AT - 1, move |rest| (rest.search)(rows))
    }

    /// How the amounts of rows spread, and files of them; `workbook` is the script of the worker that makes workbooks, where there is one.
    pub fn take(self, rows: Rows, workbook: Option<String>) -> impl IntoView {
        self.part(CHARTS_AT - 1, move |rest| (rest.take)(rows, workbook.clone()))
    }

    /// The files that have all claims.
    pub fn parquet(self, folder: Folder) -> impl IntoView {
        self.part(CHARTS_AT - 1, move |rest| (rest.parquet)(folder.clone()))
    }

    /// The panel of a figure.
    pub fn panel(self) -> impl IntoView {
        self.part(CHARTS_AT - 1, move |rest| (rest.panel)(self.panel))
    }
}

/// The rest of the explorer, from the context that it is mounted in.
#[must_use]
pub fn use_later() -> Later {
    expect_context()
}

/// That the rest did not come, and a way to try again.
#[component]
pub fn RestNotice() -> impl IntoView {
    let (later, words) = (use_later(), use_explorer().own);
    let retry = Callback::new(move |()| later.load_again());
    view! {
        <div class="message missing" role="alert" hidden=move || !later.has_failed.get()>
            <p>{move || later.has_failed.get().then_some(words.rest_missing())}</p>
            <RetryButton lang=use_report().lang retry busy=later.is_loading/>
        </div>
    }
}
