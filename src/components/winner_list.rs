//! The winners of an award by category.
use std::collections::BTreeMap;

use leptos::prelude::*;

use super::data_table::{Filter, TableTools, TableView};
use super::handover_table::sorted;
use super::report::Report;
use super::source_note::SourceNote;
use crate::figures::WinnerPlace;
use crate::i18n::{self, fill};
use crate::model::{Award, Category, Decimal, Winner};
use crate::page::TableId;
use crate::table::{Cell, Column, Kind, Row, Shown, Table};

/// A winner with its category and its position in the table.
#[derive(Clone, Copy)]
struct Entry {
    category: &'static Category,
    winner: &'static Winner,
}

/// Winners by category, with search, filters and counts.
#[component]
pub fn WinnerList(
    /// The report.
    report: Report,
    /// The award.
    award: &'static Award,
) -> impl IntoView {
    let entries: Vec<Entry> = award
        .categories
        .iter()
        .flat_map(|category| category.winners.iter().map(move |winner| Entry { category, winner }))
        .collect();
    (!entries.is_empty())
        .then(|| {
            let words = report.words;
            let table = TableView::new(report, TableId::Winners, build(report, &entries));
            let filters = filters(report, award, &entries);
            let evidence = award.categories.iter().find_map(|category| category.evidence.as_ref());
            view! {
                <div class="block" id="winners">
                    <h3>{words.winners}</h3>
                    <TableTools
                        table
                        filters
                        count=(words.winners_all, words.winners_one, words.winners_some)
                        empty=words.no_winners
                    />
                    <div class="categories">{move || table.shown.with(|shown| categories(report, &entries, shown))}</div>
                    <p class="credit"><SourceNote report evidence/></p>
                </div>
            }
        })
        .into_any()
}

/// The category's name with that of the category it belongs to.
fn category_name(report: Report, category: &Category) -> String {
    let label = category.label.get(report.lang);
    match &category.parent {
        Some(parent) => format!("{}: {label}", parent.get(report.lang)),
        None => label.to_owned(),
    }
}

fn place_name(report: Report, winner: &'static Winner) -> Option<(String, String)> {
    let place = WinnerPlace::of(report.data, winner)?;
    Some((place.id.to_owned(), place.region.name.get(report.lang).to_owned()))
}

fn build(report: Report, entries: &[Entry]) -> Table {
    let words = report.words;
    let columns = vec![
        Column::new("category", words.category, Kind::Text),
        Column::new("rank", words.rank, Kind::Number),
        Column::new("winner", words.column_winner, Kind::Text),
        Column::new("place", words.column_place, Kind::Text),
    ];
    let rows = entries
        .iter()
        .map(|entry| {
            let rank = match entry.winner.rank {
                Some(rank) => Cell::number(&rank.to_string(), Decimal::whole(i64::from(rank))),
                None => Cell::missing(words.no_rank),
            };
            let place = place_name(report, entry.winner);
            let place_cell = match &place {
                Some((_, label)) => Cell::text(label),
                None => Cell::missing(words.not_stated),
            };
            let cells = vec![
                Cell::text(&category_name(report, entry.category)),
                rank,
                Cell::text(entry.winner.name.get(report.lang)),
                place_cell,
            ];
            let row = Row::new(&entry.winner.id, cells).facet("category", &entry.category.id);
            match place {
                Some((id, _)) => row.facet("place", id),
                None => row,
            }
        })
        .collect();
    Table::new(columns, rows)
}

fn filters(report: Report, award: &'static Award, entries: &[Entry]) -> Vec<Filter> {
    let words = report.words;
    let categories: Vec<_> =
        award.categories.iter().map(|c| (c.id.clone(), category_name(report, c))).collect();
    let places: BTreeMap<_, _> =
        entries.iter().filter_map(|entry| place_name(report, entry.winner)).collect();
    [
        Filter { facet: "category", label: words.category, values: categories },
        Filter { facet: "place", label: words.column_place, values: sorted(places) },
    ]
    .into_iter()
    .filter(|filter| !filter.values.is_empty())
    .collect()
}

/// The categories that have winners left, in the order of the source.
fn categories(report: Report, entries: &[Entry], shown: &Shown) -> Vec<AnyView> {
    let mut left: Vec<Entry> = Vec::new();
    let mut positions = shown.rows.clone();
    positions.sort_unstable();
    left.extend(positions.iter().filter_map(|position| entries.get(*position)));
    left.chunk_by(|a, b| a.category.id == b.category.id).map(|winners| category(report, winners)).collect()
}

fn category(report: Report, entries: &[Entry]) -> AnyView {
    let Some(first) = entries.first() else { return ().into_any() };
    let category = first.category;
    let parent = category.parent.as_ref().map(|parent| {
        view! { <span class="parent">{parent.get(report.lang).to_owned()}</span>" " }
    });
    let note =
        category.note.as_ref().map(|note| view! { <p class="note">{note.get(report.lang).to_owned()}</p> });
    let items: Vec<_> = entries.iter().map(|entry| item(report, entry.winner)).collect();
    view! {
        <div class="category">
            <h4>{parent}{category.label.get(report.lang).to_owned()}</h4>
            <ul class="winners">{items}</ul>
            {note}
        </div>
    }
    .into_any()
}

fn item(report: Report, winner: &'static Winner) -> AnyView {
    let Report { lang, words, .. } = report;
    let rank = match winner.rank {
        Some(rank) => {
            let spoken = fill(words.rank_number, &[&rank.to_string()]);
            view! { <span class="rank"><span aria-hidden="true">{rank}</span><span class="hidden">{spoken}</span></span> }.into_any()
        }
        None => view! { <span class="rank none"><span aria-hidden="true">"–"</span><span class="hidden">{words.no_rank}</span></span> }.into_any(),
    };
    let name = winner.name.get(lang).to_owned();
    let place = WinnerPlace::of(report.data, winner).and_then(|place| {
        let mut label = place.region.name.get(lang).to_owned();
        if label == name {
            return None;
        }
        if place.inferred {
            label.push_str(" (");
            label.push_str(words.inferred_place);
            label.push(')');
        }
        Some(view! { <span class="place">{label}</span> })
    });
    let persons = winner.persons.as_ref().map(|p| i18n::number(lang, Decimal::whole(i64::from(p.value))));
    let prize = winner.prize.as_ref().map(|prize| {
        let amount =
            super::claims_section::money(report, Decimal::whole(prize.amount), prize.currency.as_ref());
        fill(words.prize, &[&amount])
    });
    let texts = [winner.citation.as_ref(), winner.note.as_ref()];
    let texts: Vec<_> = texts
        .into_iter()
        .flatten()
        .map(|text| text.get(lang).to_owned())
        .chain(persons)
        .chain(prize)
        .map(|text| view! { <span class="note">{text}</span> })
        .collect();
    view! {
        <li>
            {rank}
            <span class="winner"><span class="name">{name}</span>{place}{texts}</span>
        </li>
    }
    .into_any()
}
