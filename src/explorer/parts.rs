//! The programmes of a choice, and the regions beside each other.
use charts::{Amount, bars};
use explorer::{Grain, Part, by_programme, ranking, texts};
use leptos::prelude::*;
use words::fill;

use super::context::{Explorer, Picked, use_explorer};
use super::drawn::{ExplorerCard, amount, percent};
use crate::ui::{Caveat, ChartFigure, Draw, Spoken, SpokenRow};

/// The most rows of a chart of regions: all of them stand in the table.
const ROWS: usize = 20;

/// Rows of a chart and of its table.
struct Parts {
    rows: Vec<bars::Row>,
    table: Vec<SpokenRow>,
    /// The name and the figure of the highest.
    top: Option<(String, String)>,
}

impl Parts {
    /// The parts with their names; `is_chosen` is drawn as what the others are compared with.
    fn of(explorer: Explorer, picked: Picked, parts: &[(Part, String, bool)], letter: char) -> Self {
        let (index, lang) = (explorer.index(), explorer.lang);
        let mut of = Self { rows: Vec::new(), table: Vec::new(), top: None };
        let mut highest = None;
        for (part, name, is_chosen) in parts {
            let amount = amount(&index, lang, &part.figures, picked.measure);
            let key = format!("{letter}{}", part.node);
            let exact = texts::figure(&index, lang, &part.figures, picked.measure);
            let share = part.share.as_ref().map(|share| percent(lang, share)).unwrap_or_default();
            of.table.push(SpokenRow::new(&key, name.clone()).cell(exact, "").cell(share, ""));
            if let Amount::Known { value, label, .. } = &amount
                && highest.is_none_or(|highest| *value > highest)
            {
                (highest, of.top) = (Some(*value), Some((name.clone(), label.clone())));
            }
            let label = if *is_chosen { fill(explorer.own.chosen, &[name]) } else { name.clone() };
            let mut row = bars::Row::new(&key, label, amount);
            if *is_chosen {
                row.tone = bars::Tone::Comparison;
            }
            of.rows.push(row);
        }
        of
    }

    /// The title of their card: which is the highest, by the measure; a heading where there is none.
    fn title(&self, explorer: Explorer, picked: Picked, heading: &str) -> String {
        let measure = texts::measure(explorer.words, picked.measure);
        match &self.top {
            Some((name, value)) => fill(explorer.own.top, &[measure, name, value]),
            None => heading.to_owned(),
        }
    }

    /// What its chart says.
    fn spoken(&self, explorer: Explorer, picked: Picked, (title, first): (&str, &'static str)) -> Spoken {
        let measure = texts::measure(explorer.words, picked.measure);
        Spoken {
            title: title.to_owned(),
            description: self.title(explorer, picked, title),
            columns: vec![(first.into(), false), (measure.into(), true), (explorer.own.share.into(), true)],
            rows: self.table.clone(),
        }
    }
}

/// Bars for the rows of some parts; a line where there is no figure among them.
#[component]
fn PartChart(name: &'static str, title: String, description: String, rows: Vec<bars::Row>) -> impl IntoView {
    if !rows.iter().any(|row| matches!(row.amount, Amount::Known { .. })) {
        return view! { <p>{use_explorer().own.nothing_drawn}</p> }.into_any();
    }
    let draw: Draw = Box::new(move |frame| {
        bars::draw(&bars::Options { frame, rows: rows.clone(), ..bars::Options::default() })
    });
    view! { <ChartFigure name title description draw/> }.into_any()
}

/// The programmes of a choice.
#[component]
pub fn ProgrammeCard(picked: Picked) -> impl IntoView {
    let explorer = use_explorer();
    let (index, lang, words) = (explorer.index(), explorer.lang, explorer.words);
    let selection = picked.selection;
    let found = explorer.cubes.with_untracked(|cubes| by_programme(&index, cubes, selection, picked.measure));
    let is_less = found.iter().any(|part| part.figures.value().is_none());
    let named = found.into_iter().map(|part| {
        let name = index.programme_label(lang, part.node).to_owned();
        let is_chosen = part.node == selection.programme;
        (part, name, is_chosen)
    });
    let parts = Parts::of(explorer, picked, &named.collect::<Vec<_>>(), 'p');
    let title = parts.title(explorer, picked, words.by_programme);
    let table = parts.spoken(explorer, picked, (words.by_programme, words.programme));
    let subject = explorer.subject(explorer::Selection { programme: 0, ..selection });
    let chart = fill(explorer.own.beside, &[texts::measure(words, picked.measure), &subject]);
    let description = table.description.clone();
    let missing = is_less.then(|| words.parts_missing.to_owned());
    view! {
        <ExplorerCard name="claims-programmes" class="narrow" title picked table=Some(table)>
            <PartChart name="claims-programmes" title=chart description rows=parts.rows/>
            <div class="caveats"><Caveat text=missing/></div>
        </ExplorerCard>
    }
}

/// The regions below the one that is chosen, or its neighbours; nothing where there are none.
#[component]
pub fn RankingCard(picked: Picked) -> impl IntoView {
    let explorer = use_explorer();
    let (index, lang, words) = (explorer.index(), explorer.lang, explorer.words);
    let (selection, measure) = (picked.selection, picked.measure);
    let found = explorer.cubes.with_untracked(|cubes| ranking(&index, cubes, selection, measure))?;
    if found.regions.is_empty() {
        return None;
    }
    let place = found.regions.iter().find(|ranked| ranked.is_chosen).and_then(|ranked| ranked.rank);
    let counted = |number: usize| words::count(lang, number);
    let place = place.map(|place| {
        let place = usize::try_from(place).unwrap_or(0);
        fill(words.place, &[&counted(place), &counted(found.regions.len())])
    });
    let named = found.regions.iter().map(|ranked| {
        let name = index.region_label(lang, ranked.part.node).to_owned();
        (ranked.part.clone(), name, ranked.is_chosen)
    });
    let mut parts = Parts::of(explorer, picked, &named.collect::<Vec<_>>(), 'r');
    let whole = index.region_label(lang, found.of);
    let heading = fill(words.parts_of, &[whole]);
    let title = parts.title(explorer, picked, &heading);
    let table = parts.spoken(explorer, picked, (&heading, words.region));
    // The chosen one is drawn, wherever it stands.
    let own = found.regions.iter().position(|ranked| ranked.is_chosen).filter(|at| *at >= ROWS);
    let own = own.map(|at| parts.rows.swap_remove(at));
    let left = parts.rows.len().saturating_sub(ROWS);
    parts.rows.truncate(ROWS);
    parts.rows.extend(own);
    let left = (left > 0).then(|| fill(explorer.own.more_regions, &[&counted(left)]));
    let by_year = (index.grain(selection.time) == Grain::Month)
        .then(|| fill(words.parts_of_year, &[&index.period_label(lang, found.shown.time)]));
    let all_groups = (selection.group != 0).then(|| words.parts_of_all_groups.to_owned());
    // For a pointer a bar leads to its region; keys have the field above.
    let lead_on = move |event: leptos::ev::MouseEvent| {
        if let Some(region) = pressed(&event) {
            explorer.select(|selection| selection.region = region);
        }
    };
    let chart = fill(explorer.own.beside, &[texts::measure(words, measure), &explorer.subject(found.shown)]);
    let description = table.description.clone();
    let place = place.map(|place| view! { <p class="text">{place}</p> });
    let notes = [left, by_year, all_groups].into_iter().flatten();
    let notes = notes.map(|text| view! { <Caveat text/> }).collect_view();
    Some(view! {
        <ExplorerCard name="claims-regions" class="wide" title picked table=Some(table)>
            {place}
            <div class="leads-on" on:click=lead_on>
                <PartChart name="claims-regions" title=chart description rows=parts.rows/>
            </div>
            <div class="caveats">{notes}</div>
        </ExplorerCard>
    })
}

/// The region of the mark that was pressed.
#[cfg(feature = "hydrate")]
fn pressed(event: &leptos::ev::MouseEvent) -> Option<u16> {
    let mark = crate::browser::events::closest(event, ".mark")?;
    mark.get_attribute("data-key")?.strip_prefix('r')?.parse().ok()
}

/// Nothing acts in what the build writes.
#[cfg(not(feature = "hydrate"))]
fn pressed(_: &leptos::ev::MouseEvent) -> Option<u16> {
    None
}
