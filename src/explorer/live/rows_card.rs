//! The card of single claims: search, filters, what is there and what is missing, the grid, totals, files.
use std::time::Duration;

use explorer::{Lookup, Reach, State, figures, texts, without_rows};
use leptos::html;
use leptos::prelude::*;
use words::fill;

use super::super::context::use_explorer;
use super::super::drawn::short_amount;
use super::ExplorerOptions;
use super::grid::ClaimGrid;
use super::offline::keep_what_was_seen;
use super::rest::use_later;
use super::rows::Rows;
use crate::browser::focus::focus_in_place;
use crate::ui::{LiveText, RetryButton};

/// The id of the line that says how many rows there are.
const COUNT: &str = "claims-rows-count";

/// The card of single claims.
#[component]
pub fn RowsCard(options: ExplorerOptions) -> impl IntoView {
    let (explorer, later) = (use_explorer(), use_later());
    let words = explorer.words;
    let (folder, workbook) = (options.folder.clone(), options.workbook.clone());
    let rows = Rows::new(explorer, options);
    keep_what_was_seen(rows, folder.clone());
    // Which files there are stands in the file of figures.
    let chosen = Memo::new(move |_| {
        let selection = explorer.picked.get().selection;
        let is_there = explorer.cubes.with(|cubes| cubes.get(selection.region).is_some());
        (selection, is_there)
    });
    Effect::new(move || {
        let (selection, _) = chosen.get();
        rows.begin(selection);
    });
    let asked = Memo::new(move |_| {
        explorer.state.with(|State { table, .. }| (table.query.clone(), table.filters.clone(), table.sort))
    });
    Effect::new(move |before: Option<()>| {
        // A memo that nobody reads follows nothing.
        asked.with(|_| ());
        if before.is_some() {
            rows.refresh();
        }
    });
    // What can wait for rows waits no longer than there are some to wait for.
    Effect::new(move || {
        let waits = match rows.planned.get() {
            _ if rows.has_ended.get() => false,
            Some(planned) if planned.rows > 0 => {
                let are_there = rows.part.with(|part| !part.rows.is_empty());
                !are_there && (!rows.progress.get().is_settled() || rows.is_working.get())
            }
            _ => false,
        };
        if !waits {
            // They are put into the page first.
            set_timeout(move || later.begin(), Duration::ZERO);
        }
    });
    // It is made afresh when files have come.
    let whole = move || {
        let picked = explorer.picked.get();
        (picked.selection.region == 0).then_some(picked.files)
    };
    // The whole of many regions lists no claims, and without the file of figures nobody knows which rows there are.
    let has_none = move || rows.planned.get().is_none_or(|planned| planned.rows == 0);
    let nothing = move || rows.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.rows == 0));
    view! {
        <For each=whole key=|files| *files let:_files>{later.overview()}</For>
        <article class="card whole" id="claims-rows" aria-labelledby="claims-rows-title">
            <h3 id="claims-rows-title" class="card-title">{words.rows()}</h3>
            <p class="message missing" hidden=move || !rows.has_ended.get()>{explorer.own.no_table()}</p>
            <ReachNote rows/>
            <div class="rows" hidden=move || rows.has_ended.get() || has_none()>
                <div class="rows-tools">{later.search(rows)}</div>
                <Counts rows/>
                <Missing rows/>
                <ClaimGrid rows/>
                <Totals rows/>
                <div class="caveats" hidden=nothing>
                    <p class="caveat">{words.three_digits()}</p>
                    <Others rows/>
                </div>
                {later.take(rows, workbook)}
            </div>
            {later.parquet(folder)}
        </article>
    }
}

/// A text that is shown where there is one, in an element of its own each time.
#[component]
fn Said(#[prop(into)] text: Signal<Option<String>>, class: &'static str) -> impl IntoView {
    view! { <For each=move || text.get() key=String::clone let:text><p class=class>{text}</p></For> }
}

/// Of which regions rows are listed, where those are not all.
#[component]
fn ReachNote(rows: Rows) -> impl IntoView {
    let words = use_explorer().words;
    let text = Signal::derive(move || {
        let said = match rows.planned.get()?.reach {
            Reach::All => return None,
            Reach::Parts => words.rows_of_deeper(),
            Reach::Own => words.rows_of_parts(),
        };
        Some(said.to_owned())
    });
    view! { <Said text class="caveat"/> }
}

/// How many rows match, how many are there, and the way to the rest.
#[component]
fn Counts(rows: Rows) -> impl IntoView {
    let explorer = use_explorer();
    let (lang, words) = (explorer.lang, explorer.words);
    let count = Signal::derive(move || {
        let progress = rows.progress.get();
        rows.shown.with(|shown| match shown {
            // While files are on their way, none is no answer.
            Some(shown) if shown.rows > 0 || progress.is_settled() => texts::rows(lang, shown),
            _ => words.not_loaded().to_owned(),
        })
    });
    let loading = Signal::derive(move || {
        let (progress, planned) = (rows.progress.get(), rows.planned.get()?);
        if progress.is_settled() {
            return planned.waits.then(|| words.partly_sorted().to_owned());
        }
        let here = rows.shown.with(|shown| shown.as_ref().map_or(0, |shown| u64::from(shown.of)));
        let counted = |rows: u64| words::count(lang, usize::try_from(rows).unwrap_or(usize::MAX));
        // Files have claims of other choices, too.
        let (index, selection) = (explorer.index(), explorer.picked.get().selection);
        let found = explorer.cubes.with(|cubes| figures(&index, cubes, selection));
        let all = found.value().map_or(planned.rows, |figures| u64::from(figures.count));
        Some(fill(words.loading_rows(), &[&counted(here), &counted(all.max(here))]))
    });
    let bar = move || {
        let progress = rows.progress.get();
        (!progress.is_settled()).then(|| (progress.bytes_here.to_string(), progress.bytes.to_string()))
    };
    let rest = move || {
        let planned = rows.planned.get().filter(|planned| planned.waits)?;
        let tenths = i64::try_from(planned.bytes.div_ceil(100_000)).unwrap_or(i64::MAX);
        Some(fill(words.load_size(), &[&words::number(lang, dataset::Decimal::new(tenths, 1))]))
    };
    let place = NodeRef::<html::P>::new();
    let load = move |_| {
        // The button goes away; how much is there says what has become of it.
        if let Some(place) = place.get_untracked() {
            focus_in_place(&place);
        }
        rows.load_all();
    };
    view! {
        <div class="tools-line">
            <p id=COUNT node_ref=place class="count" role="status" tabindex="-1"><LiveText text=count/></p>
            <Said text=loading class="count"/>
        </div>
        <For each=bar key=|(here, _)| here.clone() let:bar>
            <progress value=bar.0 max=bar.1 aria-hidden="true"></progress>
        </For>
        <For each=rest key=String::clone let:size>
            <p class="rest">
                {size}" "
                <button type="button" class="button" on:click=load>{words.load_all()}</button>
            </p>
        </For>
    }
}

/// That files are missing, why, and a way to try again.
#[component]
fn Missing(rows: Rows) -> impl IntoView {
    let explorer = use_explorer();
    let lang = explorer.lang;
    let said = move || {
        let missing = texts::missing(lang, rows.progress.get())?;
        let why = rows.faults.with(|faults| faults.first().map(|fault| texts::fault(lang, fault)));
        Some([missing, why.unwrap_or_default()].join(" "))
    };
    let busy = Signal::derive(move || !rows.progress.get().is_settled());
    let retry = Callback::new(move |()| {
        // The button goes away with what it mends; how much is there says what has become of it.
        if let Some(count) = document().get_element_by_id(COUNT) {
            focus_in_place(&count);
        }
        rows.retry();
    });
    view! {
        <div class="message missing" role="alert" hidden=move || said().is_none()>
            <For each=said key=String::clone let:said><p>{said}</p></For>
            <RetryButton lang retry busy/>
        </div>
    }
}

/// What the rows that are shown add up to.
#[component]
fn Totals(rows: Rows) -> impl IntoView {
    let explorer = use_explorer();
    let (lang, words) = (explorer.lang, explorer.words);
    let index = explorer.index();
    let said = move || {
        let totals = rows.shown.with(|shown| shown.as_ref().map(|shown| shown.totals))?;
        if totals.rows == 0 {
            return None;
        }
        let counted = words::count(lang, usize::try_from(totals.rows).unwrap_or(usize::MAX));
        let amount = |amount| short_amount(&index, lang, amount);
        let [sum, low, high] = [totals.amount, totals.amount_low, totals.amount_high].map(amount);
        let sum = if low == high { sum } else { fill(explorer.own.total_between(), &[&sum, &low, &high]) };
        let [_, _, median, _, _] = totals.amounts?;
        let days = totals.days.map(|[_, _, median, _, _]| {
            let days = words::number(lang, dataset::Decimal::whole(median.into()));
            (words.days(), fill(words.days_value(), &[&days]))
        });
        let mut said = vec![
            (words.count(), counted),
            (words.amount(), sum),
            (words.median(), texts::amount(&index, lang, median)),
        ];
        said.extend(days);
        Some(said)
    };
    let item = |(term, value): (&'static str, String)| view! { <div><dt>{term}</dt><dd>{value}</dd></div> };
    view! {
        <For each=said key=Clone::clone let:said>
            <div class="grid-total" role="group" aria-label=words.total()>
                <p>{words.total()}</p>
                <dl>{said.into_iter().map(item).collect_view()}</dl>
            </div>
        </For>
    }
}

/// How many claims of the choice no row shows, once all rows are there.
#[component]
fn Others(rows: Rows) -> impl IntoView {
    let explorer = use_explorer();
    let text = Signal::derive(move || {
        let progress = rows.progress.get();
        if !progress.is_complete() || rows.planned.get()?.reach != Reach::All || !rows.is_complete() {
            return None;
        }
        let selection = explorer.picked.get().selection;
        let index = explorer.index();
        let found = explorer.cubes.with(|cubes| figures(&index, cubes, selection));
        let of = rows.shown.with(|shown| shown.as_ref().map(|shown| u64::from(shown.of)))?;
        match (&found, without_rows(&found, of)) {
            (Lookup::Value(_), Some(others)) if others > 0 => {
                let others = words::count(explorer.lang, usize::try_from(others).unwrap_or(usize::MAX));
                Some(fill(explorer.words.without_rows(), &[&others]))
            }
            _ => None,
        }
    });
    view! { <Said text class="caveat"/> }
}
