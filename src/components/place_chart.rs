//! Where the winners of an award are from.
use std::sync::Arc;

use super::chart_figure::{Draw, Spoken, always, chart_figure};
use super::part::Part;
use super::report::Report;
use crate::charts::{Amount, Frame, bars, tiles};
use crate::figures::form::Form;
use crate::figures::{Places, places};
use crate::i18n::fill;
use crate::model::{Award, Region};
use crate::page::Block;

/// What stands in the place of a number where no winner is known to be from.
const NONE: &str = "–";

/// A tile a place, or bars where the places have no tiles or the tiles have no room; `None` where
/// fewer than two places have a winner.
pub fn place_chart(report: Report, award: &'static Award) -> Option<Part> {
    let found = places(report.data, award)?;
    let count = |count: usize| if count == 0 { NONE.to_owned() } else { count.to_string() };
    let mut cells = Vec::new();
    let mut rows = Vec::new();
    for (id, region, winners) in &found.places {
        let (filled, value) = (*winners > 0, count(*winners));
        if let Some(tile) = region.tile.as_ref().filter(|_| found.form == Form::Tiles) {
            let (column, row) = (tile.column, tile.row);
            let label = tile.label.as_ref().or(region.short.as_ref()).unwrap_or(&region.name);
            let (key, label) = ((*id).to_owned(), label.get(report.lang).to_owned());
            cells.push(tiles::Cell { key, label, column, row, value: value.clone(), filled });
        }
        if filled {
            // A handful of winners: the number is exact as a float.
            let size = u32::try_from(*winners).map_or(f64::MAX, f64::from);
            let amount = Amount::Known { value: size, label: value, interval: None };
            rows.push(bars::Row::new(id, report.region(id), amount));
        }
    }
    let draw: Draw = Arc::new(move |frame: Frame| {
        tiles::draw(&tiles::Options { frame: frame.clone(), cells: cells.clone() })
            .or_else(|_| bars::draw(&bars::Options { frame, rows: rows.clone(), ..Default::default() }))
    });
    let words = report.words;
    let cells = |(_, region, winners): &(&str, &Region, usize)| {
        vec![region.name.get(report.lang).to_owned(), count(*winners)]
    };
    let spoken = Spoken {
        title: words.places_chart.to_owned(),
        description: sentence(report, &found),
        columns: vec![(words.column_place, false), (words.column_winners, true)],
        rows: found.places.iter().map(cells).collect(),
    };
    Some(chart_figure(report, Block::Winners, always(spoken), draw))
}

/// Which places have most winners, whose place is not known, and what stands for none.
fn sentence(report: Report, found: &Places<'_>) -> String {
    let words = report.words;
    let most = found.places.first().map_or(0, |(_, _, winners)| *winners);
    let first = found.places.iter().take_while(|(_, _, winners)| *winners == most);
    let names: Vec<String> = first.map(|(id, ..)| report.region(id)).collect();
    let mut text = fill(words.places_text, &[&names.join(", "), &most.to_string()]);
    let mut add = |sentence: &str| {
        text.push(' ');
        text.push_str(sentence);
    };
    let unknown = found.winners - found.placed;
    if unknown > 0 {
        add(&fill(words.places_unknown, &[&unknown.to_string(), &found.winners.to_string()]));
    }
    if found.inferred > 0 {
        add(&fill(words.places_inferred, &[&found.inferred.to_string()]));
    }
    if found.form == Form::Tiles {
        add(words.places_none);
    }
    text
}
