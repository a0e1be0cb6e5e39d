//! The winners of an award by category.
use leptos::prelude::With;

use super::ask_link::{asked, plain};
use super::data_table::{Filter, TableView, table_tools};
use super::handover_table::sorted;
use super::markup::Markup;
use super::part::Part;
use super::parts::{block, fixed, live};
use super::place_chart::place_chart;
use super::report::Report;
use super::source_note::credit;
use dataset::{Award, Category, Decimal, Map, Winner};
use figures::WinnerPlace;
use figures::key::{Record, key};
use routes::{Block, TableId};
use tables::{Cell, Column, Kind, Row, Shown, Table};
use words::fill;

/// A winner with its category and its position in the table.
#[derive(Clone, Copy)]
struct Entry {
    category: &'static Category,
    winner: &'static Winner,
}

/// Winners by category, with search, filters and counts; `None` where there are none.
pub fn winner_list(report: Report, award: &'static Award) -> Option<Part> {
    let entries: Vec<Entry> = award
        .categories
        .iter()
        .flat_map(|category| category.winners.iter().map(move |winner| Entry { category, winner }))
        .collect();
    if entries.is_empty() {
        return None;
    }
    let words = report.words;
    let table = TableView::new(report, TableId::Winners, build(report, &entries));
    let filters = filters(report, award, &entries);
    let evidence = award.categories.iter().find_map(|category| category.evidence.as_ref());
    let mut title = Markup::new();
    title.element("h3", words.winners);
    let count = (words.winners_all, words.winners_one, words.winners_some);
    let empty: Vec<&'static Category> = award.categories.iter().filter(|c| c.winners.is_empty()).collect();
    let list = move || table.shown.with(|shown| categories(report, &entries, &empty, shown));
    let mut children = vec![
        fixed("text", title.finish()),
        table_tools(table, words.winners, filters, count, words.no_winners),
        live("categories", Box::new(list)),
    ];
    children.extend(place_chart(report, award));
    children.push(fixed("credit", credit(report, "", evidence, Block::Winners)));
    Some(block("winners", children))
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
                Some(rank) => Cell::number(rank.to_string(), Decimal::whole(i64::from(rank))),
                None => Cell::missing(words.no_rank),
            };
            let place = place_name(report, entry.winner);
            let place_cell = match &place {
                Some((_, label)) => Cell::text(label),
                None => Cell::missing(words.not_stated),
            };
            let cells = vec![
                Cell::text(category_name(report, entry.category)),
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
    let places: Map<String> = entries.iter().filter_map(|entry| place_name(report, entry.winner)).collect();
    [
        Filter { facet: "category", label: words.category, values: categories },
        Filter { facet: "place", label: words.column_place, values: sorted(&places) },
    ]
    .into_iter()
    .filter(|filter| !filter.values.is_empty())
    .collect()
}

/// The categories that have winners left, in the order of the source.
///
/// Those without any winner follow behind, with what the source says of them, as long as nothing
/// is searched or filtered.
fn categories(report: Report, entries: &[Entry], empty: &[&Category], shown: &Shown) -> String {
    let mut html = Markup::new();
    let mut open: Option<&str> = None;
    for (position, entry) in entries.iter().enumerate() {
        if !shown.rows.contains(&position) {
            continue;
        }
        if open != Some(entry.category.id.as_str()) {
            if open.is_some() {
                html.close("ul").close("div");
            }
            open = Some(&entry.category.id);
            heading(&mut html, report, entry.category);
        }
        item(&mut html, report, entry.winner);
    }
    if open.is_some() {
        html.close("ul").close("div");
    }
    if shown.rows.len() == shown.total {
        for category in empty {
            heading(&mut html, report, category);
            html.element("li class=\"note\"", report.words.no_winner).close("ul").close("div");
        }
    }
    html.finish()
}

/// A category's name and notes; its list stays open.
fn heading(html: &mut Markup, report: Report, category: &Category) {
    html.open("div class=\"category\"").open("h4");
    if let Some(parent) = &category.parent {
        html.element("span class=\"parent\"", parent.get(report.lang)).text(" ");
    }
    html.text(category.label.get(report.lang)).close("h4");
    html.maybe("p class=\"note\"", category.note.as_ref().map(|note| note.get(report.lang)));
    html.open("ul class=\"winners\"");
}

fn item(html: &mut Markup, report: Report, winner: &'static Winner) {
    let (lang, words) = (report.lang, report.words);
    html.open("li");
    match winner.rank {
        Some(rank) => {
            let rank = rank.to_string();
            html.open("span class=\"rank\"").element("span aria-hidden=\"true\"", &rank);
            html.element("span class=\"hidden\"", &fill(words.rank_number, &[&rank])).close("span");
        }
        None => {
            html.open("span class=\"rank none\"").element("span aria-hidden=\"true\"", "–");
            html.element("span class=\"hidden\"", words.no_rank).close("span");
        }
    }
    html.text(" ").open("span class=\"winner\"").element("span class=\"name\"", winner.name.get(lang));
    place(html, report, winner);
    let persons = winner.persons.as_ref().map(|persons| {
        let number = super::special_awards::persons(report, persons);
        let label = persons.label.as_ref().map(|label| label.get(lang).to_owned());
        let label = label.unwrap_or_else(|| fill(words.persons, &[&number]));
        [asked(report, &key(Record::Winner, &winner.id), &number), plain(&label)].join(" ")
    });
    let prize = winner.prize.as_ref().map(|prize| {
        let amount =
            super::claims_section::money(report, Decimal::whole(prize.amount), prize.currency.as_ref());
        fill(words.prize, &[&asked(report, &key(Record::Prize, &winner.id), &amount)])
    });
    let citation = winner.citation.as_ref().map(|text| plain(text.get(lang)));
    let note = winner.note.as_ref().map(|text| plain(text.get(lang)));
    for text in [citation, note, persons, prize].into_iter().flatten() {
        html.open("span class=\"note\"").raw(&text).close("span");
    }
    html.close("span").close("li");
}

/// Where a winner is, unless its name says so.
fn place(html: &mut Markup, report: Report, winner: &'static Winner) {
    let Some(place) = WinnerPlace::of(report.data, winner) else { return };
    let label = place.region.name.get(report.lang);
    if label == winner.name.get(report.lang) {
        return;
    }
    html.open("span class=\"place\"").text(label);
    if place.inferred {
        html.text(" (").text(report.words.inferred_place).text(")");
    }
    html.close("span");
}
