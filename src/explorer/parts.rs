//! The programmes of a choice, and the regions beside each other.
use charts::{Amount, bars};
use explorer::{Grain, Part, Ranking, Selection, by_programme, texts};
use leptos::prelude::*;
use words::fill;

use super::asked::{Asked, AskedOf};
use super::context::{Explorer, Picked, use_explorer};
use super::drawn::{ExplorerCard, Table, TableRow, amount, percent};
use crate::ui::{Caveat, ChartFigure, Draw};

/// The most rows of a chart of regions: all of them stand in the table.
const ROWS: usize = 20;

/// A part of what is chosen, with its name.
pub struct Named {
    /// What is known of it.
    pub part: Part,
    /// What it is called.
    pub name: String,
    /// Whether it is chosen: it is drawn as what the others are compared with.
    pub is_chosen: bool,
    /// What its figures are of.
    pub selection: Selection,
    /// The region that it leads to.
    pub leads_to: Option<u16>,
}

/// Rows of a chart and of its table.
#[derive(Clone)]
pub struct Parts {
    rows: Vec<bars::Row>,
    /// The rows of the table.
    pub table: Vec<TableRow>,
    /// The name and the figure of the highest.
    top: Option<(String, String)>,
}

impl Parts {
    /// Parts of a whole.
    pub fn of(explorer: Explorer, picked: Picked, parts: Vec<Named>, whole: Selection, letter: char) -> Self {
        let (index, lang, measure) = (explorer.index(), explorer.lang, picked.measure);
        let mut of = Self { rows: Vec::new(), table: Vec::new(), top: None };
        let mut highest = None;
        for Named { part, name, is_chosen, selection, leads_to } in parts {
            let amount = amount(&index, lang, &part.figures, measure);
            let key = format!("{letter}{}", part.node);
            if let Amount::Known { value, label, .. } = &amount
                && highest.is_none_or(|highest| *value > highest)
            {
                (highest, of.top) = (Some(*value), Some((name.clone(), label.clone())));
            }
            let name = if is_chosen { fill(explorer.own.chosen(), &[&name]) } else { name };
            let asked = Asked::measure(picked, measure).of(selection);
            let mut cells = vec![(texts::figure(&index, lang, &part.figures, measure), Some(asked))];
            if measure.adds_up() {
                let asked = Asked { figure: AskedOf::Share(measure, whole), ..asked };
                let share = part.share.as_ref().map(|share| (percent(lang, share), Some(asked)));
                cells.push(share.unwrap_or_default());
            }
            let mut row = bars::Row::new(&key, name.clone(), amount);
            if is_chosen {
                row.tone = bars::Tone::Comparison;
            }
            of.rows.push(row);
            of.table.push(TableRow { key, name, leads_to, cells });
        }
        of
    }

    /// The title of their card: which is the highest, by the measure; a heading where there is none.
    fn title(&self, explorer: Explorer, picked: Picked, heading: &str) -> String {
        let measure = texts::measure(explorer.words, picked.measure);
        match &self.top {
            Some((name, value)) => fill(explorer.own.top(), &[measure, name, value]),
            None => heading.to_owned(),
        }
    }

    /// Its table.
    pub fn table(&self, explorer: Explorer, picked: Picked, (title, first): (&str, &'static str)) -> Table {
        let measure = texts::measure(explorer.words, picked.measure);
        let share = picked.measure.adds_up().then_some(explorer.own.share());
        let columns = [first, measure].into_iter().chain(share).collect();
        Table { title: title.to_owned(), columns, rows: self.table.clone() }
    }
}

/// Bars for the rows of some parts; a line where there is no figure among them.
#[component]
fn PartChart(name: &'static str, title: String, description: String, rows: Vec<bars::Row>) -> impl IntoView {
    if !rows.iter().any(|row| matches!(row.amount, Amount::Known { .. })) {
        return view! { <p>{use_explorer().own.nothing_drawn()}</p> }.into_any();
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
    let whole = Selection { programme: 0, ..selection };
    let named = found.into_iter().map(|part| Named {
        name: index.programme_label(lang, part.node).to_owned(),
        is_chosen: part.node == selection.programme,
        selection: Selection { programme: part.node, ..selection },
        leads_to: None,
        part,
    });
    let parts = Parts::of(explorer, picked, named.collect(), whole, 'p');
    let title = parts.title(explorer, picked, words.by_programme());
    let table = parts.table(explorer, picked, (words.by_programme(), words.programme()));
    let subject = explorer.subject(whole);
    let chart = fill(explorer.own.beside(), &[texts::measure(words, picked.measure), &subject]);
    let description = title.clone();
    let missing = is_less.then(|| words.parts_missing().to_owned());
    view! {
        <ExplorerCard name="claims-programmes" class="narrow" title picked table>
            <PartChart name="claims-programmes" title=chart description rows=parts.rows/>
            <div class="caveats"><Caveat text=missing/></div>
        </ExplorerCard>
    }
}

/// The regions below the one that is chosen, or its neighbours, in order.
#[component]
pub fn RankingCard(
    /// What is shown.
    picked: Picked,
    /// The regions.
    found: Ranking,
    /// The same, with what is drawn of them.
    parts: Parts,
) -> impl IntoView {
    let explorer = use_explorer();
    let (index, lang, words) = (explorer.index(), explorer.lang, explorer.words);
    let selection = picked.selection;
    let place = found.regions.iter().find(|ranked| ranked.is_chosen).and_then(|ranked| ranked.rank);
    let counted = |number: usize| words::count(lang, number);
    let place = place.map(|place| {
        let place = usize::try_from(place).unwrap_or(0);
        fill(words.place(), &[&counted(place), &counted(found.regions.len())])
    });
    let heading = fill(words.parts_of(), &[index.region_label(lang, found.of)]);
    let title = parts.title(explorer, picked, &heading);
    let table = parts.table(explorer, picked, (&heading, words.region()));
    let mut rows = parts.rows;
    // The chosen one is drawn, wherever it stands.
    let own = found.regions.iter().position(|ranked| ranked.is_chosen).filter(|at| *at >= ROWS);
    let own = own.map(|at| rows.swap_remove(at));
    let left = rows.len().saturating_sub(ROWS);
    rows.truncate(ROWS);
    rows.extend(own);
    let left = (left > 0).then(|| fill(explorer.own.more_regions(), &[&counted(left)]));
    let by_year = (index.grain(selection.time) == Grain::Month)
        .then(|| fill(words.parts_of_year(), &[&index.period_label(lang, found.shown.time)]));
    let all_groups = (selection.group != 0).then(|| words.parts_of_all_groups().to_owned());
    let measure = texts::measure(words, picked.measure);
    let chart = fill(explorer.own.beside(), &[measure, &explorer.subject(found.shown)]);
    let description = title.clone();
    let place = place.map(|place| view! { <p class="text">{place}</p> });
    let notes = [left, by_year, all_groups].into_iter().flatten();
    let notes = notes.map(|text| view! { <Caveat text/> }).collect_view();
    view! {
        <ExplorerCard name="claims-regions" class="wide" title picked table>
            {place}
            <div class="leads-on">
                <PartChart name="claims-regions" title=chart description rows/>
            </div>
            <div class="caveats">{notes}</div>
        </ExplorerCard>
    }
}
