//! What the charts of the explorer share: figures as amounts to draw, round numbers on scales, and cards.
use charts::{Amount, Tick, scale};
use dataset::Decimal;
use explorer::{Figures, Index, Lookup, Measure, texts};
use leptos::prelude::*;
use routes::Block;
use words::Lang;

use super::asked::AskIt;
use super::context::{Picked, use_explorer};
use crate::context::use_report;
use crate::ui::{CardFoot, Spoken};

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
    #[prop(optional_no_strip)]
    table: Option<Spoken>,
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
    let time = words::fill(explorer.words.made, &[&made, &read]);
    let time = if manifest.invented { [explorer.own.invented, ". ", &time].concat() } else { time };
    let more = explorer.acts.then(|| view! { <AskIt picked/> }.into_any());
    let class = ["card ", class].concat();
    let subject = (!subject.is_empty()).then(|| view! { <p class="chart-name">{subject}</p> });
    view! {
        <article class=class.trim_end().to_owned() aria-labelledby=labelled>
            <h3 id=title_id class="card-title">{title}</h3>
            {subject}
            {children()}
            <CardFoot
                block=Block::ClaimsExplorer
                name
                heard
                time=time.trim_end_matches('.').to_owned()
                evidence=None
                table
                more
            />
        </article>
    }
}
