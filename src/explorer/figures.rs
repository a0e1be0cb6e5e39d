//! The figures of a choice, beside those of the regions that it lies in, and all cards of the explorer in order.
use explorer::{Figures, Lookup, Measure, comparison, figures, texts};
use leptos::prelude::*;
use routes::Block;
use words::fill;

use super::asked::{Asked, AskedFigure};
use super::context::{Explorer, Picked, use_explorer};
use super::distribution::DistributionCard;
use super::drawn::{ExplorerCard, percent, short};
use super::map::RegionCards;
use super::parts::ProgrammeCard;
use super::trend::TrendCard;
use crate::context::use_report;
use crate::ui::Caveat;

/// That claims are invented; nothing where they are not.
#[component]
pub fn Invented() -> impl IntoView {
    let explorer = use_explorer();
    let is_invented = explorer.index().manifest().invented;
    is_invented.then(|| view! { <p class="message invented">{explorer.words.invented()}</p> })
}

/// The id of the heading of all cards.
pub const EXPLORER_HEADING: &str = "claims-explorer-h";

/// The heading of all cards, for those who hear it.
#[component]
pub fn ExplorerHeading() -> impl IntoView {
    view! { <h2 id=EXPLORER_HEADING class="hidden">{use_report().words.explorer()}</h2> }
}

/// The cards with figures and charts. They are made afresh for each choice: a browser that translates the page may have
/// put other texts into them.
#[component]
pub fn Pictures<Make, Made>(
    /// Makes the charts of a choice.
    charts: Make,
) -> impl IntoView
where
    Make: Fn(Picked) -> Made + Clone + Send + Sync + 'static,
    Made: IntoView + 'static,
{
    let explorer = use_explorer();
    view! {
        <For each=move || [explorer.picked.get()] key=|picked| *picked let:picked>
            <FigureCard picked/>
            {charts(picked)}
        </For>
    }
}

/// Makes a card, or some, of a choice.
pub type MakeCards = fn(Picked) -> AnyView;

/// The charts of a choice: over time, by programme, by region, and how amounts spread.
pub const CHARTS: [MakeCards; 4] = [
    |picked| view! { <TrendCard picked/> }.into_any(),
    |picked| view! { <ProgrammeCard picked/> }.into_any(),
    |picked| view! { <RegionCards picked/> }.into_any(),
    |picked| view! { <DistributionCard picked/> }.into_any(),
];

/// All charts of a choice.
#[component]
pub fn Charts(
    /// What is shown.
    picked: Picked,
) -> impl IntoView {
    CHARTS.map(|make| make(picked)).collect_view()
}

/// The figures of a choice.
#[component]
fn FigureCard(picked: Picked) -> impl IntoView {
    let explorer = use_explorer();
    let (index, lang, words) = (explorer.index(), explorer.lang, explorer.words);
    let selection = picked.selection;
    let found = explorer.cubes.with_untracked(|cubes| figures(&index, cubes, selection));
    let title = texts::finding(&index, lang, selection, &found);
    let title = if title.is_empty() { words.not_loaded().to_owned() } else { title };
    let subject = match selection.programme != 0 || selection.group != 0 {
        true => explorer.subject(selection),
        false => String::new(),
    };
    let items = Measure::ALL.map(|measure| view! { <FigureItem picked measure/> });
    let why = (found == Lookup::FewOrNone).then(|| {
        let smallest = words::count(lang, usize::try_from(index.manifest().settings.smallest).unwrap_or(0));
        fill(words.few_or_none_about(), &[&smallest])
    });
    let checks = if selection.region == 0 { contradictions(explorer) } else { Vec::new() };
    let checks = checks.into_iter().map(|text| view! { <Caveat text/> }).collect_view();
    view! {
        <ExplorerCard name=Block::ClaimsExplorer.id() class="explorer-figures" title subject picked>
            <dl class="measures">{items.collect_view()}</dl>
            <div class="caveats"><Caveat text=why/>{checks}</div>
        </ExplorerCard>
    }
}

/// One figure, with its name, and what it is in the regions above.
#[component]
fn FigureItem(picked: Picked, measure: Measure) -> impl IntoView {
    let explorer = use_explorer();
    let (index, lang) = (explorer.index(), explorer.lang);
    let compared =
        explorer.cubes.with_untracked(|cubes| comparison(&index, cubes, picked.selection, measure));
    // The region itself comes first, and then those that it lies in.
    let own = compared.first().map_or(Lookup::NotLoaded, |part| part.figures.clone());
    let is_there = own.value().and_then(|figures| figures.value(measure)).is_some();
    let (exact, value) = (texts::figure(&index, lang, &own, measure), short(&index, lang, &own, measure));
    let above = compared.iter().skip(1).filter(|part| part.figures.value().is_some()).map(|part| {
        let region = index.region_label(lang, part.node);
        let said = match &part.share {
            Some(share) => fill(explorer.words.share_of(), &[&percent(lang, share), region]),
            None => fill(explorer.own.beside(), &[region, &short(&index, lang, &part.figures, measure)]),
        };
        view! { <dd class="beside">{said}</dd> }
    });
    let above = if is_there { above.collect::<Vec<_>>() } else { Vec::new() };
    // What is shortened stands below in full.
    let note = [(exact != value).then_some(exact), note(explorer, &own, measure)];
    let note: Vec<String> = note.into_iter().flatten().collect();
    let note = (!note.is_empty()).then(|| view! { <dd class="beside">{note.join(", ")}</dd> });
    let about = (is_there && measure == Measure::Median)
        .then(|| view! { <dd class="beside">{explorer.words.median_about()}</dd> });
    let class = if is_there { "measure" } else { "measure absent" };
    view! {
        <div class=class>
            <dt>{texts::measure(explorer.words, measure)}</dt>
            <dd class="value"><AskedFigure asked=Asked::measure(picked, measure) value/></dd>
            {note}
            {about}
            {above}
        </div>
    }
}

/// That a figure is computed.
fn note(explorer: Explorer, found: &Lookup<Figures>, measure: Measure) -> Option<String> {
    let average = found.value().filter(|_| measure == Measure::Average)?.average.as_ref()?;
    let words = explorer.words;
    let parts = [Some(words.computed()), average.is_rounded.then_some(words.rounded())];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// Stated figures that do not fit.
fn contradictions(explorer: Explorer) -> Vec<String> {
    let index = explorer.index();
    let checks = index.manifest().checks.iter().filter(|check| !check.fits);
    checks
        .filter_map(|check| {
            let said = |value: i64| match check.what {
                claims::manifest::Measure::Count => {
                    words::count(explorer.lang, usize::try_from(value).unwrap_or(0))
                }
                claims::manifest::Measure::Amount => texts::amount(&index, explorer.lang, value),
            };
            let [low, high] = check.stated;
            let stated = if low == high { said(low) } else { [said(low), said(high)].join("–") };
            Some(fill(explorer.words.check_differs(), &[&stated, &said(check.found?)]))
        })
        .collect()
}
