//! The fields that choose what is shown: region, period, programme, group, and what is compared.
use explorer::{Grain, Index, Measure, Selection, State, address, texts};
use leptos::prelude::*;
use words::fill;

use super::context::{Explorer, use_explorer};
use crate::ui::{Choice, ChoiceOption};

mod region_field;

use region_field::RegionField;

/// The fields, and the way back up.
#[component]
pub fn Choose() -> impl IntoView {
    let explorer = use_explorer();
    let (index, lang, words) = (explorer.index(), explorer.lang, explorer.words);
    let manifest = index.manifest();
    let disabled = Signal::stored(!explorer.acts);
    let periods = periods(explorer);
    let programme = |node: u16| index.programme_label(lang, node).to_owned();
    let programmes = options(&index, "programme", 0..size(manifest.programmes.len()), programme);
    let group = |node: u16| index.group_label(lang, node).to_owned();
    let groups = options(&index, "group", 0..size(manifest.groups.len()), group);
    let has_groups = groups.len() > 1;
    let measures: Vec<ChoiceOption> = Measure::ALL
        .into_iter()
        .map(|measure| ChoiceOption {
            value: measure.key().to_owned(),
            label: texts::measure(words, measure).to_owned(),
        })
        .collect();
    let measure = Memo::new(move |_| explorer.state.with(|state| state.measure.key().to_owned()));
    let compare = move |key: String| {
        if let Some(measure) = Measure::from_key(&key) {
            explorer.change(|state| state.measure = measure);
        }
    };
    view! {
        <div class="tools choose" role="group" aria-label=explorer.own.tools()>
            <RegionField/>
            <Field name="period" label=words.period() options=periods/>
            <Field name="programme" label=words.programme() options=programmes/>
            {has_groups.then(|| view! { <Field name="group" label=words.group() options=groups/> })}
            <Choice
                class="field"
                name="measure"
                label=words.compare_by()
                options=measures
                chosen=measure
                on_choose=compare
                disabled
            />
        </div>
        <RegionPath/>
    }
}

/// A field whose values are members of a list of the manifest.
#[component]
fn Field(name: &'static str, label: &'static str, options: Vec<ChoiceOption>) -> impl IntoView {
    let explorer = use_explorer();
    let index = explorer.index();
    let chosen = {
        let index = index.clone();
        Memo::new(move |_| explorer.state.with(|state| value(&index, name, state.selection)))
    };
    let choose = move |chosen: String| {
        let asked = address::read(&index, &[(name.to_owned(), chosen)]).state.selection;
        explorer.select(|selection| *part(selection, name) = *part(&mut asked.clone(), name));
    };
    let disabled = !explorer.acts;
    view! { <Choice class="field" name label options chosen on_choose=choose disabled/> }
}

/// The part of a choice that a parameter of the address holds.
fn part<'s>(selection: &'s mut Selection, name: &str) -> &'s mut u16 {
    match name {
        "region" => &mut selection.region,
        "period" => &mut selection.time,
        "programme" => &mut selection.programme,
        _ => &mut selection.group,
    }
}

/// The value of a parameter of the address, as a choice has it; empty for all.
fn value(index: &Index, name: &str, selection: Selection) -> String {
    let state = State { selection, ..State::default() };
    let found = address::write(index, &state).into_iter().find(|(of, _)| *of == name);
    found.map(|(_, value)| value).unwrap_or_default()
}

/// Members of a list to choose from.
fn options(
    index: &Index,
    name: &str,
    nodes: impl Iterator<Item = u16>,
    label: impl Fn(u16) -> String,
) -> Vec<ChoiceOption> {
    nodes
        .map(|node| {
            let mut selection = Selection::default();
            *part(&mut selection, name) = node;
            ChoiceOption { value: value(index, name, selection), label: label(node) }
        })
        .collect()
}

/// All times, and each year with its months, the newest first.
fn periods(explorer: Explorer) -> Vec<ChoiceOption> {
    let (index, lang, words) = (explorer.index(), explorer.lang, explorer.words);
    let mut times = vec![0];
    let mut years: Vec<u16> = index.years().collect();
    years.reverse();
    for year in years {
        times.push(year);
        let mut months: Vec<u16> = index.months(year).collect();
        months.reverse();
        times.extend(months);
    }
    let label = |time: u16| match index.grain(time) {
        Grain::All => words.all_periods().to_owned(),
        Grain::Year => fill(words.whole_year(), &[&index.period_label(lang, time)]),
        Grain::Month => index.period_label(lang, time),
    };
    options(&index, "period", times.into_iter(), label)
}

/// The regions that the chosen one lies in, each a way up; nothing for the whole.
#[component]
fn RegionPath() -> impl IntoView {
    let explorer = use_explorer();
    let region = Memo::new(move |_| explorer.state.with(|state| state.selection.region));
    let above = move || {
        let index = explorer.index();
        let mut above: Vec<u16> = index.path(region.get()).iter().skip(1).copied().collect();
        above.reverse();
        above
    };
    let item = move |region: u16| {
        let name = explorer.index().region_label(explorer.lang, region).to_owned();
        let label = fill(explorer.words.up(), &[&name]);
        let choose = move |_| {
            // The button goes away; the way down stays.
            focus_region();
            explorer.select(|selection| selection.region = region);
        };
        view! { <li><button type="button" aria-label=label on:click=choose>{name}</button></li> }
    };
    let own = move || explorer.index().region_label(explorer.lang, region.get()).to_owned();
    view! {
        <nav class="region-path" aria-label=explorer.own.path() hidden=move || region.get() == 0>
            <ol>
                <For each=above key=|region| *region let:region>{item(region)}</For>
                <For each=move || [own()] key=String::clone let:name><li aria-current="true">{name}</li></For>
            </ol>
        </nav>
    }
}

/// Gives the focus to the field of regions.
#[cfg(feature = "browser")]
pub fn focus_region() {
    if let Some(field) = document().get_element_by_id(region_field::FIELD) {
        crate::browser::focus::focus_in_place(&field);
    }
}

/// Nothing acts in what the build writes.
#[cfg(not(feature = "browser"))]
fn focus_region() {}

fn size(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}
