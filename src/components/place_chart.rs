//! Where the winners of an award are from.
use super::ask_link::NONE;
use super::comparison::Comparison;
use super::part::Part;
use super::report::Report;
use charts::{Amount, tiles};
use dataset::Award;
use figures::form::Form;
use figures::key::{Record, key};
use figures::places;
use routes::Block;
use words::fill;

/// A tile a place, or bars where the places have no tiles or the tiles have no room; `None` where
/// fewer than two places have a winner.
pub fn place_chart(report: Report, award: &'static Award) -> Option<Part> {
    let found = places(report.data, award)?;
    let words = report.words;
    let columns = [words.column_place, words.column_winners];
    let place = (Block::Winners, Block::Winners.id());
    let mut chart = Comparison::of(report, place, words.places_chart.to_owned(), columns, &[]);
    let most = found.places.first().map_or(0, |(_, _, winners)| *winners);
    let mut first = String::new();
    for (id, region, winners) in &found.places {
        // Whole numbers this small are exact as floats.
        let value = u32::try_from(*winners).map_or(0.0, f64::from);
        // In the place of a number where no winner is known to be from.
        let label = if *winners == 0 { NONE.to_owned() } else { winners.to_string() };
        if *winners == most {
            first.push_str(if first.is_empty() { "" } else { ", " });
            first.push_str(&report.region(id));
        }
        if let Some(tile) = region.tile.as_ref().filter(|_| found.form == Form::Tiles) {
            let name = tile.label.as_ref().or(region.short.as_ref()).unwrap_or(&region.name);
            chart.tiles.push(tiles::Cell {
                key: (*id).to_owned(),
                label: name.get(report.lang).to_owned(),
                column: tile.column,
                row: tile.row,
                value: label.clone(),
                filled: *winners > 0,
            });
        }
        let figure = key(Record::Place, &[&award.id, ".", id].concat());
        chart.add((id, &figure), report.region_name(id), Amount::Known { value, label, interval: None });
    }
    // Bars, where the tiles have no room, are for those that have a length.
    chart.rows.rows.retain(|row| !matches!(row.amount, Amount::Known { value: 0.0, .. }));
    chart.say(&fill(words.places_text, &[&first, &most.to_string()]));
    let unknown = found.winners - found.placed;
    if unknown > 0 {
        chart.say(&fill(words.places_unknown, &[&unknown.to_string(), &found.winners.to_string()]));
    }
    if found.inferred > 0 {
        chart.say(&fill(words.places_inferred, &[&found.inferred.to_string()]));
    }
    if found.form == Form::Tiles {
        chart.say(words.places_none);
    }
    if !award.special.is_empty() {
        chart.say(words.places_special);
    }
    Some(chart.figure(report))
}
