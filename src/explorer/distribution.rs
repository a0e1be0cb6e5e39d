//! How amounts spread, from the percentiles that are published.
use charts::{Amount, bars};
use explorer::{Figures, Measure, figures, texts};
use leptos::prelude::*;
use words::fill;

use super::asked::{Asked, AskedOf, percentile};
use super::context::{Explorer, Picked, use_explorer};
use super::drawn::{ExplorerCard, Table, TableRow, to_f64};
use crate::ui::{Caveat, ChartFigure, Draw};

/// The distribution of the amounts of a choice.
#[component]
pub fn DistributionCard(picked: Picked) -> impl IntoView {
    let explorer = use_explorer();
    let (index, lang, words) = (explorer.index(), explorer.lang, explorer.words);
    let found = explorer.cubes.with_untracked(|cubes| figures(&index, cubes, picked.selection));
    let title = title(explorer, found.value());
    let known: Vec<(u64, i64)> =
        found.value().map(|figures| figures.distribution().collect()).unwrap_or_default();
    let drawn = known.iter().map(|(percent, amount)| {
        let (key, name) = (format!("q{percent}"), percentile(explorer, *percent));
        let label = texts::amount(&index, lang, *amount);
        let asked = Asked { picked, figure: AskedOf::Percentile(*percent) };
        let cells = vec![(label.clone(), Some(asked))];
        let row = TableRow { key: key.clone(), name: name.clone(), leads_to: None, cells };
        let amount = Amount::Known { value: to_f64(*amount), label, interval: None };
        (bars::Row::new(&key, name, amount), row)
    });
    let (bars, rows): (Vec<bars::Row>, Vec<TableRow>) = drawn.unzip();
    let columns = vec![explorer.own.percentile(), words.amount_of_claim()];
    let table = Table { title: words.distribution().to_owned(), columns, rows };
    let chart_title =
        fill(explorer.own.beside(), &[words.distribution(), &explorer.subject(picked.selection)]);
    let chart = (!bars.is_empty()).then(|| {
        let draw: Draw = Box::new(move |frame| {
            let rows = bars.clone();
            bars::draw(&bars::Options { frame, rows, shape: bars::Shape::Dots, ..bars::Options::default() })
        });
        let description = title.clone();
        view! { <ChartFigure name="claims-distribution" title=chart_title description draw/> }
    });
    let missing = found.value().filter(|_| known.is_empty());
    let missing = missing.map(|_| texts::figure(&index, lang, &found, Measure::Median));
    let digits = (!known.is_empty()).then(|| words.three_digits().to_owned());
    view! {
        <ExplorerCard name="claims-distribution" class="narrow" title picked table>
            {chart}
            <div class="caveats"><Caveat text=digits/><Caveat text=missing/></div>
        </ExplorerCard>
    }
}

/// What half of the claims are.
fn title(explorer: Explorer, found: Option<&Figures>) -> String {
    let index = explorer.index();
    let amount = |amount: i64| texts::amount(&index, explorer.lang, amount);
    let Some(figures) = found else { return explorer.own.no_distribution().to_owned() };
    let [_, first, median, third, _] = figures.amounts.map(explorer::Percentile::value);
    match (first, median, third) {
        (Some(first), _, Some(third)) => fill(explorer.own.middle(), &[&amount(first), &amount(third)]),
        (_, Some(median), _) => fill(explorer.own.half(), &[&amount(median)]),
        _ => explorer.own.no_distribution().to_owned(),
    }
}
