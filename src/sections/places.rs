//! Where the winners of an award are from.
use charts::{Amount, ChartError, matrix, tiles};
use figures::form::Form;
use figures::key::{Record, key};
use figures::{Places, WinnerPlace, places};
use leptos::prelude::*;
use routes::Block;
use tables::ROWS_WRITTEN;
use words::{Lang, fill};

use super::award_blocks::chart_name;
use crate::context::{Report, use_report};
use crate::titles;
use crate::ui::{ChartFigure, Comparison, ComparisonCard, Draw, NONE, Spoken, SpokenRow};

/// A tile a place, or bars where the places have no tiles or the tiles have no room; nothing where fewer than two
/// places have a winner.
#[component]
pub fn PlaceChart(
    /// The award's place in the dataset.
    award: usize,
) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let name = [&chart_name(&report, award, Block::Winners), "-places"].concat();
    let award = report.data.awards.get(award)?;
    let found = places(&report.data, award)?;
    let columns = [words.column_place(), words.column_winners()];
    let own = words::more(report.lang);
    let title = if of_regencies(&found) { words.places_chart() } else { own.places_chart() };
    let mut comparison = Comparison::new(Block::Winners, name, title.to_owned(), columns);
    for (id, _, winners) in found.places.iter().take(ROWS_WRITTEN) {
        // Whole numbers this small are exact as floats.
        let value = u32::try_from(*winners).map_or(0.0, f64::from);
        let figure = key(Record::Place, &[&award.id, ".", id].concat());
        let amount = Amount::Known { value, label: number(report.lang, *winners), interval: None };
        comparison.add((id, &figure), report.region_name(id), amount);
    }
    // Bars, where the tiles have no room, are for those that have a length.
    comparison.rows.rows.retain(|row| !matches!(row.amount, Amount::Known { value: 0.0, .. }));
    comparison.tiles = tiles_of(&report, &found);
    comparison.unknown = unknown(&report, &found);
    let caveat = left_out(&report, &found);
    for sentence in sentences(&report, &found, !award.special.is_empty()) {
        comparison.say(&sentence);
    }
    if let Some(unknown) = &comparison.unknown {
        let row = SpokenRow::new(&unknown.key, unknown.label.clone()).cell(unknown.value.clone(), "");
        comparison.spoken.rows.push(row);
    }
    let title = titles::places(&report, &found);
    let evidence = award.categories.iter().find_map(|category| category.evidence.clone());
    // In somebody else's page the list above has said it.
    let evidence = evidence.filter(|_| !report.is_embed());
    Some(view! { <ComparisonCard comparison title caveat evidence/> })
}

/// Whether all places with winners are regencies and cities, which have a word of their own.
fn of_regencies(found: &Places<'_>) -> bool {
    let is_regency = |level: &str| matches!(level, "regency" | "city");
    let mut with_winners = found.places.iter().filter(|(_, _, winners)| *winners > 0);
    with_winners.all(|(_, region, _)| is_regency(&region.level))
}

/// The number of winners; a mark in its place where no winner is known to be from there.
fn number(lang: Lang, winners: usize) -> String {
    if winners == 0 { NONE.to_owned() } else { words::count(lang, winners) }
}

/// A tile for each place that has one; none where the places are drawn as bars.
fn tiles_of(report: &Report, found: &Places<'_>) -> Vec<tiles::Cell> {
    let places = found.places.iter().filter(|_| found.form == Form::Tiles);
    let tile = |(id, region, winners): &(&str, &dataset::Region, usize)| {
        let tile = region.tile.as_ref()?;
        let name = tile.label.as_ref().or(region.short.as_ref()).unwrap_or(&region.name);
        Some(tiles::Cell {
            key: (*id).to_owned(),
            label: name.get(report.lang).to_owned(),
            column: tile.column,
            row: tile.row,
            value: number(report.lang, *winners),
            count: u32::try_from(*winners).unwrap_or(u32::MAX),
        })
    };
    places.filter_map(tile).collect()
}

/// The winners that the chart leaves out, and those whose place was inferred.
fn left_out(report: &Report, found: &Places<'_>) -> String {
    let words = report.words;
    let counted = |number| words::count(report.lang, number);
    let mut sentences = Vec::new();
    let unknown = found.winners - found.placed;
    if unknown > 0 {
        sentences.push(fill(words.places_unknown(), &[&counted(unknown), &counted(found.winners)]));
    }
    if found.inferred > 0 {
        sentences.push(fill(words.places_inferred(), &[&counted(found.inferred)]));
    }
    sentences.join(" ")
}

/// The tile for the winners whose place is not known; none where every place is.
fn unknown(report: &Report, found: &Places<'_>) -> Option<tiles::Cell> {
    let unknown = found.winners - found.placed;
    (unknown > 0).then(|| tiles::Cell {
        key: "unknown".to_owned(),
        label: report.words.place_unknown().to_owned(),
        column: 0,
        row: 0,
        value: words::count(report.lang, unknown),
        count: u32::try_from(unknown).unwrap_or(u32::MAX),
    })
}

/// The winners by category and place, as a chart that is left out where it has no room for its names.
#[component]
pub fn PlaceMatrix(
    /// What is drawn.
    matrix: WinnerMatrix,
) -> impl IntoView {
    let WinnerMatrix { name, options, table } = matrix;
    // A narrower card does not show it.
    let draw: Draw = Box::new(move |frame| match frame.width {
        448.. => matrix::draw(&matrix::Options { frame, ..options.clone() }),
        _ => Err(ChartError::TooNarrow),
    });
    view! {
        <div class="wide-only">
            <ChartFigure name title=table.title description=table.description draw/>
        </div>
    }
}

/// The winners by category and place: a row a category, a column a place that has a winner, and a last one for those
/// whose place is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct WinnerMatrix {
    name: String,
    options: matrix::Options,
    /// The same as a table.
    pub table: Spoken,
}

impl WinnerMatrix {
    /// That of the award at a place of the dataset; `None` where fewer than two places have a winner.
    #[must_use]
    pub fn of(report: &Report, award: usize) -> Option<Self> {
        let words = report.words;
        let name = [&chart_name(report, award, Block::Winners), "-matrix"].concat();
        let award = report.data.awards.get(award)?;
        let found = places(&report.data, award)?;
        let columns = columns(report, &found);
        // A matrix of this size is none to be looked at.
        if columns.len().max(award.categories.len()) > ROWS_WRITTEN {
            return None;
        }
        let own = words::more(report.lang);
        let title = if of_regencies(&found) { words.matrix_chart() } else { own.matrix_chart() };
        let (mut options, mut rows) = (matrix::Options::default(), Vec::new());
        let categories = award.categories.iter().filter(|category| !category.winners.is_empty());
        for (row, category) in categories.enumerate() {
            let label = category.label.get(report.lang);
            let places = category.winners.iter().map(|winner| WinnerPlace::of(&report.data, winner));
            let places: Vec<Option<&str>> = places.map(|place| place.map(|place| place.id)).collect();
            let mut spoken = SpokenRow::new(&category.id, label.to_owned());
            for (column, (id, _)) in columns.iter().enumerate() {
                let count = places.iter().filter(|place| *place == id).count();
                let key = [&category.id, ".", id.unwrap_or("unknown")].concat();
                if count > 0 {
                    let label = number(report.lang, count);
                    let count = u32::try_from(count).unwrap_or(u32::MAX);
                    options.cells.push(matrix::Cell { key: key.clone(), row, column, count, label });
                }
                spoken = spoken.cell(number(report.lang, count), "");
                spoken.marks.push((count > 0).then_some(key));
            }
            options.rows.push(label.to_owned());
            rows.push(spoken);
        }
        options.columns = columns.iter().map(|(_, label)| (*label).to_owned()).collect();
        let headings = columns.iter().map(|(_, label)| (label.replace('\u{ad}', "").into(), true));
        let table = Spoken {
            title: title.to_owned(),
            description: sentences(report, &found, !award.special.is_empty()).join(" "),
            columns: std::iter::once((words.category().into(), false)).chain(headings).collect(),
            rows,
        };
        Some(Self { name, options, table })
    }
}

/// The places that have a winner, with their short names, and `None` for those that are not known.
fn columns<'r>(report: &'r Report, found: &Places<'r>) -> Vec<(Option<&'r str>, &'r str)> {
    let with_winners = found.places.iter().filter(|(_, _, winners)| *winners > 0);
    let named = with_winners.map(|(id, region, _)| {
        let tile = region.tile.as_ref().and_then(|tile| tile.label.as_ref());
        (Some(*id), tile.or(region.short.as_ref()).unwrap_or(&region.name).get(report.lang))
    });
    let unknown = (found.winners > found.placed).then_some((None, report.words.place_unknown()));
    named.chain(unknown).collect()
}

/// The places with the most winners, and what the chart does not say.
fn sentences(report: &Report, found: &Places<'_>, has_special: bool) -> Vec<String> {
    let words = report.words;
    let most = found.places.first().map_or(0, |(_, _, winners)| *winners);
    let first = found.places.iter().filter(|(_, _, winners)| *winners == most);
    let first: Vec<String> = first.map(|(id, ..)| report.region(id)).collect();
    let mut sentences =
        vec![fill(words.places_text(), &[&first.join(", "), &words::count(report.lang, most)])];
    if found.form == Form::Tiles {
        sentences.push(words.places_none().to_owned());
    }
    if has_special {
        sentences.push(words.places_special().to_owned());
    }
    sentences
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::with_report;

    #[test]
    fn the_matrix_of_the_shipped_report_has_room_in_a_wide_card() {
        for lang in [Lang::Id, Lang::En] {
            let drawn = with_report("sumsel-2025-08", lang, |report| {
                let matrix = WinnerMatrix::of(report, 0).unwrap();
                let frame = charts::Frame { width: 635, ..charts::Frame::default() };
                matrix::draw(&matrix::Options { frame, ..matrix.options }).map(|chart| chart.marks.len())
            });
            // Ten winners whose place is known, two of them in one cell, and those whose place is not.
            assert!(drawn.as_ref().is_ok_and(|marks| *marks > 10), "{lang:?}: {drawn:?}");
        }
    }
}
