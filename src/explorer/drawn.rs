//! What the charts of the explorer share: figures as amounts to draw, round numbers on scales, and cards.
use charts::{Amount, Tick, scale};
use dataset::Decimal;
use explorer::{Figures, Index, Lookup, Measure, texts};
use leptos::prelude::*;
use routes::Block;
use words::Lang;

use super::asked::{AskIt, Asked, AskedFigure};
use super::context::{Picked, use_explorer};
use crate::context::use_report;
use crate::ui::CardFoot;

/// A figure to draw: known, or missing for the reason that is said.
pub fn amount(index: &Index, lang: Lang, found: &Lookup<Figures>, measure: Measure) -> Amount {
    let label = short(index, lang, found, measure);
    match found.value().and_then(|figures| figures.value(measure)) {
        Some(value) => Amount::Known { value: to_f64(value), label, interval: None },
        None => Amount::Missing { label },
    }
}

/// A figure with as many digits as are read at a glance: four of an amount, which is exact elsewhere.
pub fn short(index: &Index, lang: Lang, found: &Lookup<Figures>, measure: Measure) -> String {
    let value = found.value().and_then(|figures| figures.value(measure));
    match (value, measure) {
        (Some(value), Measure::Amount | Measure::Average) => short_amount(index, lang, value),
        _ => texts::figure(index, lang, found, measure),
    }
}

/// An amount in four digits and a word for its magnitude; one below a million in full.
pub fn short_amount(index: &Index, lang: Lang, amount: i64) -> String {
    let step = amount.checked_ilog10().filter(|power| *power > 5).map(|power| 10_i64.pow(power - 3));
    match (step, index.currency()) {
        (Some(step), Some(currency)) => {
            let rounded = amount.saturating_add(step / 2) / step * step;
            words::money_short(lang, Decimal::whole(rounded), Some(Decimal::whole(step)), &currency)
        }
        _ => texts::amount(index, lang, amount),
    }
}

/// Round numbers up to the largest of some figures, said as figures of a measure are.
pub fn ticks(index: &Index, lang: Lang, largest: f64, measure: Measure) -> Vec<Tick> {
    scale::ticks(largest, 4)
        .into_iter()
        .map(|value| {
            let label = match (measure, whole(value)) {
                (Measure::Count | Measure::Days, Some(value)) => words::number(lang, Decimal::whole(value)),
                (_, Some(value)) => texts::amount(index, lang, value),
                (_, None) => words::number(lang, Decimal::new(whole(value * 10.0).unwrap_or(0), 1)),
            };
            Tick { value, label }
        })
        .collect()
}

/// The largest of some amounts.
pub fn largest<'a>(amounts: impl Iterator<Item = &'a Amount>) -> f64 {
    amounts
        .filter_map(|amount| match amount {
            Amount::Known { value, .. } => Some(*value),
            Amount::Missing { .. } => None,
        })
        .fold(0.0, f64::max)
}

/// A number as a place on a scale.
#[expect(clippy::cast_precision_loss, reason = "it places a mark")]
pub fn to_f64(value: i64) -> f64 {
    value as f64
}

/// A round number of a scale as a whole one; `None` where it has decimals.
#[expect(clippy::cast_possible_truncation, reason = "it is compared with what it was made of")]
fn whole(value: f64) -> Option<i64> {
    let whole = value as i64;
    (to_f64(whole) - value).abs().lt(&1e-9).then_some(whole)
}

/// A share of the whole: one decimal, two where that would be nothing.
pub fn percent(lang: Lang, share: &figures::Computed) -> String {
    let short = share.point.rescale(1);
    words::percent(lang, if short.units == 0 { share.point.rescale(2) } else { short })
}

/// The figures of a chart, as a table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What it is of.
    pub title: String,
    /// The headings; all but the first are of numbers.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A row of a table: what a mark of its chart says.
#[derive(Clone, Debug, Default)]
pub struct TableRow {
    /// The key of the mark.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The region that it leads to.
    pub leads_to: Option<u16>,
    /// Its figures, each with what is asked of it.
    pub cells: Vec<(String, Option<Asked>)>,
}

/// A table of figures that can be asked where they come from.
#[component]
pub fn FigureTable(
    /// The figures.
    table: Table,
    /// The card that it belongs to.
    card: &'static str,
) -> impl IntoView {
    let explorer = use_explorer();
    let heading = |(label, at): (&'static str, usize)| {
        view! { <th scope="col" class=(at > 0).then_some("number")>{label}</th> }
    };
    let cell = |(value, asked): (String, Option<Asked>)| {
        let value = match asked {
            Some(asked) => view! { <AskedFigure asked value/> }.into_any(),
            None => value.into_any(),
        };
        view! { <td class="number">{value}</td> }
    };
    let row = |row: TableRow| {
        let name = match row.leads_to.filter(|_| explorer.acts) {
            Some(region) => view! { <LeadOn region name=row.name card/> }.into_any(),
            None => row.name.into_any(),
        };
        view! { <tr data-key=row.key><th scope="row">{name}</th>{row.cells.into_iter().map(cell).collect_view()}</tr> }
    };
    view! {
        <details class="chart-table">
            <summary>{use_report().words.as_table()}</summary>
            <div class="scroll" tabindex="0" role="group" aria-labelledby=[card, "-title"].concat()>
                <table class="plain">
                    <caption class="hidden">{table.title}</caption>
                    <thead><tr>{table.columns.into_iter().zip(0..).map(heading).collect_view()}</tr></thead>
                    <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}

/// The name of a region, which chooses it. Its mark in a chart does the same.
#[component]
fn LeadOn(region: u16, name: String, card: &'static str) -> impl IntoView {
    let explorer = use_explorer();
    let label = words::fill(explorer.own.lead_on(), &[&name]);
    let press = move |_| {
        if explorer.state.with_untracked(|state| state.selection.region != region) {
            explorer.lands.set_value(Some(card));
            explorer.select(|selection| selection.region = region);
        }
    };
    view! { <button type="button" class="lead-on" aria-label=label on:click=press>{name}</button> }
}

/// A card of the explorer: a finding, a picture, and where its figures come from.
#[component]
pub fn ExplorerCard(
    /// What the ids of its parts start with; unique in the page.
    name: &'static str,
    /// The card's class besides its own.
    #[prop(optional)]
    class: &'static str,
    /// What was found.
    title: String,
    /// What is shown, as the line under the title; nothing where it is empty.
    #[prop(into, optional)]
    subject: String,
    /// What its figures are of.
    picked: Picked,
    /// The figures of its chart.
    #[prop(optional)]
    table: Option<Table>,
    /// What is shown.
    children: Children,
) -> impl IntoView {
    let (explorer, report) = (use_explorer(), use_report());
    let title_id = [name, "-title"].concat();
    let labelled = title_id.clone();
    let heard = (name != Block::ClaimsExplorer.id()).then(|| title.clone());
    let index = explorer.index();
    let manifest = index.manifest();
    let day = manifest.made.get(..10).and_then(dataset::Date::parse);
    let made = day.map_or_else(|| manifest.made.clone(), |day| words::date(report.lang, day));
    let read = words::count(report.lang, usize::try_from(manifest.totals.claims).unwrap_or(usize::MAX));
    let time = words::fill(explorer.words.made(), &[&made, &read]);
    let time = if manifest.invented { [explorer.own.invented(), ". ", &time].concat() } else { time };
    let table = table.filter(|table| !table.rows.is_empty());
    let table = table.map(|table| view! { <FigureTable table card=name/> });
    let ask = explorer.acts.then(|| view! { <AskIt picked/> });
    let more = (table.is_some() || ask.is_some()).then(|| view! { {table}{ask} }.into_any());
    let class = ["card ", class].concat();
    let heading = NodeRef::<leptos::html::H3>::new();
    let lands =
        explorer.lands.try_update_value(|card| card.take_if(|card| *card == name)).flatten().is_some();
    #[cfg(feature = "browser")]
    if lands {
        Effect::new(move || {
            if let Some(heading) = heading.get() {
                crate::browser::focus::focus_in_place(&heading);
            }
        });
    }
    let subject = (!subject.is_empty()).then(|| view! { <p class="chart-name">{subject}</p> });
    view! {
        <article class=class.trim_end().to_owned() aria-labelledby=labelled>
            <h3 id=title_id class="card-title" tabindex=lands.then_some("-1") node_ref=heading>{title}</h3>
            {subject}
            {children()}
            <CardFoot
                block=Block::ClaimsExplorer
                heading=report.words.explorer()
                name
                heard
                time=time.trim_end_matches('.').to_owned()
                evidence=None
                table=None
                more
            />
        </article>
    }
}
