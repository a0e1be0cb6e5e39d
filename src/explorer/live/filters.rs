//! The filters of the columns of single claims.
use explorer::{Column, Range};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use words::fill;

use super::super::context::{Explorer, use_explorer};
use super::rows::{LISTED, Rows};
use crate::ui::LiveText;

/// The fields, folded until somebody wants them.
#[component]
pub fn Filters(rows: Rows) -> impl IntoView {
    let explorer = use_explorer();
    let on = Memo::new(move |_| {
        explorer.state.with(|state| {
            let filters = &state.table.filters;
            let chosen = LISTED.iter().filter(|column| !filters.chosen(**column).is_empty()).count();
            let ranges = [filters.amount, filters.days].iter().filter(|range| !range.is_open()).count();
            chosen + ranges
        })
    });
    let summary = Signal::derive(move || match on.get() {
        0 => explorer.own.filters().to_owned(),
        on => fill(explorer.own.filters_on(), &[&words::count(explorer.lang, on)]),
    });
    let opened = move |event: leptos::ev::Event| {
        let is_open = is_open(&event);
        rows.wants_choices.set(is_open);
        if is_open {
            rows.ask_choices();
        }
    };
    let fields = LISTED.map(|column| {
        let counts = Memo::new(move |_| {
            rows.choices.with(|choices| choices.get(column.key()).cloned()).unwrap_or_default()
        });
        view! { <ListFilter column counts/> }
    });
    view! {
        <details class="filters" open={on.get_untracked() > 0} on:toggle=opened>
            <summary><LiveText text=summary/></summary>
            <div class="tools">
                {fields.collect_view()}
                <RangeFilter column=Column::Amount/>
                <RangeFilter column=Column::Days/>
            </div>
        </details>
    }
}

/// The most members of a list that is not searched.
const SEEN_AT_ONCE: usize = 15;
/// How many of the chosen ones are named.
const NAMED: usize = 3;

/// Whether a disclosure is open after its event.
pub fn is_open(event: &leptos::ev::Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlDetailsElement>().ok());
    details.is_some_and(|details| details.open())
}

/// A filter by some of a column's members, each with the number of rows that it would leave; where none is chosen, any
/// will do. The list is there while it is open.
#[component]
pub fn ListFilter(
    /// The column.
    column: Column,
    /// How many rows each of its members would leave.
    #[prop(into)]
    counts: Signal<Vec<u32>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let (index, labels) = (explorer.index(), explorer.labels());
    let label = labels.heading(&index, column);
    let legend = fill(explorer.words.filter(), &[&label]);
    let opened = RwSignal::new(false);
    let chosen = Signal::derive(move || match named(explorer, column) {
        none if none.is_empty() => explorer.words.all().to_owned(),
        some => some,
    });
    view! {
        <details class="field pick" on:toggle=move |event| opened.set(is_open(&event))>
            <summary>
                <span>{label}<span class="hidden">": "</span></span>
                <span class="picked"><LiveText text=chosen/></span>
            </summary>
            <Show when=move || opened.get()>
                <fieldset>
                    <legend class="hidden">{legend.clone()}</legend>
                    <Members column counts/>
                </fieldset>
            </Show>
        </details>
    }
}

/// The names of the chosen members, as far as there is room.
fn named(explorer: Explorer, column: Column) -> String {
    let labels = explorer.labels();
    let Some(names) = labels.names(column) else { return String::new() };
    explorer.state.with(|state| {
        let chosen = state.table.filters.chosen(column);
        let first: Vec<&str> = chosen.iter().take(NAMED).map(|node| names.text(*node)).collect();
        match chosen.len().saturating_sub(NAMED) {
            0 => first.join(", "),
            more => fill(explorer.own.and_more(), &[&first.join(", "), &words::count(explorer.lang, more)]),
        }
    })
}

/// The members to choose from: those that would leave a row, and those that are chosen. Long lists are searched.
#[component]
fn Members(column: Column, counts: Signal<Vec<u32>>) -> impl IntoView {
    let explorer = use_explorer();
    let typed = RwSignal::new(String::new());
    let members = Memo::new(move |_| {
        let chosen = explorer.state.with(|state| state.table.filters.chosen(column).to_vec());
        let leaves = |node: u16, rows: u32| rows > 0 || chosen.contains(&node);
        counts.with(|counts| {
            // What the address names is there, whether rows have come or not.
            let all = counts.len().max(chosen.iter().max().map_or(0, |last| usize::from(*last) + 1));
            let rows = counts.iter().copied().chain(std::iter::repeat(0)).take(all).zip(0_u16..);
            rows.filter(|(rows, node)| leaves(*node, *rows)).map(|(_, node)| node).collect::<Vec<u16>>()
        })
    });
    let found = move || {
        let (labels, wanted) = (explorer.labels(), tables::fold(typed.get().trim()));
        let name = |node: u16| labels.names(column).map_or("", |names| names.text(node));
        let is_found = |node: &u16| wanted.is_empty() || tables::fold(name(*node)).contains(&wanted);
        members.get().into_iter().filter(is_found).collect::<Vec<_>>()
    };
    let is_long = move || members.with(Vec::len) > SEEN_AT_ONCE;
    view! {
        <Show when=is_long>
            <input
                type="search"
                autocomplete="off"
                aria-label=explorer.own.find()
                placeholder=explorer.own.find()
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
        </Show>
        <ul>
            <For each=found key=|node| *node let:node><Member column counts node/></For>
        </ul>
    }
}

/// A member that can be chosen.
#[component]
fn Member(column: Column, counts: Signal<Vec<u32>>, node: u16) -> impl IntoView {
    let explorer = use_explorer();
    let labels = explorer.labels();
    let name = labels.names(column).map_or("", |names| names.text(node)).to_owned();
    let is_on = move || explorer.state.with(|state| state.table.filters.chosen(column).contains(&node));
    let rows = Signal::derive(move || {
        let rows = counts.with(|counts| counts.get(usize::from(node)).copied().unwrap_or(0));
        words::count(explorer.lang, usize::try_from(rows).unwrap_or(usize::MAX))
    });
    let toggle = move |_| {
        explorer.change(|state| {
            state.table = state.table.filtered(state.table.filters.toggled(column, node));
        });
    };
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=is_on on:change=toggle/>
                <span>{name}</span>
                " "
                <small><LiveText text=rows/></small>
            </label>
        </li>
    }
}

/// A filter by the least and the greatest value of a column.
#[component]
fn RangeFilter(column: Column) -> impl IntoView {
    let explorer = use_explorer();
    let (index, labels) = (explorer.index(), explorer.labels());
    let heading = labels.heading(&index, column);
    let range = move || {
        explorer.state.with(|state| match column {
            Column::Amount => state.table.filters.amount,
            _ => state.table.filters.days,
        })
    };
    let take = move |is_least: bool, typed: String| {
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let value = digits.parse::<i64>().ok();
        explorer.change(|state| {
            let mut filters = state.table.filters.clone();
            let own: &mut Range =
                if column == Column::Amount { &mut filters.amount } else { &mut filters.days };
            if is_least {
                own.from = value;
                own.to = own.to.filter(|to| value.is_none_or(|from| from <= *to));
            } else {
                own.to = value;
                own.from = own.from.filter(|from| value.is_none_or(|to| *from <= to));
            }
            state.table = state.table.filtered(filters);
        });
    };
    let text = |value: Option<i64>| value.map_or(String::new(), |value| value.to_string());
    let field = |is_least: bool| {
        let label = if is_least { explorer.words.least() } else { explorer.words.greatest() };
        let value = move || {
            let range = range();
            text(if is_least { range.from } else { range.to })
        };
        view! {
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-label=label
                placeholder=label
                prop:value=value
                on:change=move |event| take(is_least, event_target_value(&event))
            />
        }
    };
    view! {
        <fieldset class="field range">
            <legend>{heading}</legend>
            {field(true)}
            {field(false)}
        </fieldset>
    }
}
