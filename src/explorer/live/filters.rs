//! The filters of the columns of single claims.
use explorer::{Column, Range, address};
use leptos::prelude::*;
use words::fill;

use super::super::context::{Explorer, use_explorer};
use super::rows::{LISTED, Rows};
use crate::ui::{Choice, ChoiceOption, LiveText};

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
        0 => explorer.own.filters.to_owned(),
        on => fill(explorer.own.filters_on, &[&words::count(explorer.lang, on)]),
    });
    let opened = move |event: leptos::ev::Event| {
        let details = event
            .target()
            .and_then(|target| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlDetailsElement>(target).ok());
        let is_open = details.is_some_and(|details| details.open());
        rows.wants_choices.set(is_open);
        if is_open {
            rows.ask_choices();
        }
    };
    let fields = LISTED.map(|column| view! { <ListFilter rows column/> });
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

/// The members that a column's filter names, as the address has them; empty for any.
fn chosen(explorer: Explorer, column: Column) -> String {
    let name = ["claims.", column.key()].concat();
    explorer.state.with(|state| {
        let found = address::write(&explorer.index(), state).into_iter().find(|(of, _)| *of == name);
        found.map(|(_, value)| value).unwrap_or_default()
    })
}

/// A filter by one of a column's members, each with the number of rows that it would leave.
#[component]
fn ListFilter(rows: Rows, column: Column) -> impl IntoView {
    let explorer = use_explorer();
    let (index, labels) = (explorer.index(), explorer.labels());
    let name = ["claims.", column.key()].concat();
    let value = Memo::new(move |_| chosen(explorer, column));
    let label: &'static str = match column {
        Column::Region => explorer.words.region,
        Column::Period => explorer.words.period,
        Column::Programme => explorer.words.programme,
        Column::Group => explorer.words.group,
        _ => explorer.words.channel,
    };
    let options = Signal::derive(move || {
        let any = ChoiceOption { value: String::new(), label: explorer.words.all.to_owned() };
        let mut options = vec![any];
        let own = value.get();
        let counts = rows.choices.with(|choices| choices.get(column.key()).cloned()).unwrap_or_default();
        let members = counts.iter().zip(0_u16..).filter(|(rows, _)| **rows > 0);
        let names = labels.names(column);
        options.extend(members.map(|(rows, node)| {
            let rows = words::count(explorer.lang, usize::try_from(*rows).unwrap_or(usize::MAX));
            let name = names.map_or("", |names| names.text(node));
            ChoiceOption { value: code(explorer, column, node), label: format!("{name} ({rows})") }
        }));
        // What the address names is there, whether rows have come or not.
        if !options.iter().any(|option| option.value == own) {
            let nodes = explorer.state.with(|state| state.table.filters.chosen(column).to_vec());
            let names = nodes.iter().map(|node| names.map_or("", |names| names.text(*node)));
            let label = names.collect::<Vec<_>>().join(", ");
            options.push(ChoiceOption { value: own, label });
        }
        options
    });
    let choose = move |chosen: String| {
        let name = ["claims.", column.key()].concat();
        let asked = address::read(&index, &[(name, chosen)]).state.table.filters;
        explorer.change(|state| {
            let mut filters = state.table.filters.clone();
            if let Some(nodes) = filters.chosen_mut(column) {
                *nodes = asked.chosen(column).to_vec();
            }
            state.table = state.table.filtered(filters);
        });
    };
    view! { <Choice class="field" name label options chosen=value on_choose=choose/> }
}

/// A member as the address has it.
fn code(explorer: Explorer, column: Column, node: u16) -> String {
    let mut state = explorer::State::default();
    if let Some(nodes) = state.table.filters.chosen_mut(column) {
        nodes.push(node);
    }
    let name = ["claims.", column.key()].concat();
    let found = address::write(&explorer.index(), &state).into_iter().find(|(of, _)| *of == name);
    found.map(|(_, value)| value).unwrap_or_default()
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
                own.from = value
            } else {
                own.to = value
            }
            state.table = state.table.filtered(filters);
        });
    };
    let text = |value: Option<i64>| value.map_or(String::new(), |value| value.to_string());
    let field = |is_least: bool| {
        let label = if is_least { explorer.words.least } else { explorer.words.greatest };
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
