//! The table of single claims.
use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::claims_section::money;
use super::data_table::{Filter, SortableTable, TableTools, TableView};
use super::report::Report;
use super::source_note::SourceNote;
use crate::model::{ClaimCase, Decimal, Person};
use crate::page::TableId;
use crate::table::{Cell, Column, Kind, Row, Shown, Table, fold, natural};

/// Single claims with search, sort, filters, total and CSV.
#[component]
pub fn HandoverTable(
    /// The report.
    report: Report,
    /// The sum of all amounts, where they may be added.
    total: Option<Decimal>,
) -> impl IntoView {
    let claims = report.data.claims.as_ref().filter(|claims| !claims.cases.is_empty());
    claims
        .map(|claims| {
            let words = report.words;
            let cases: Vec<&'static ClaimCase> = claims.cases.iter().collect();
            let table = TableView::new(report, TableId::Handovers, build(report, &cases));
            let filters: Vec<Filter> = [
                filter("programme", words.column_programme, &cases, |case| programme(report, case)),
                filter("place", words.column_place, &cases, |case| place(report, case)),
            ]
            .into_iter()
            .flatten()
            .collect();
            let notes: Vec<_> = cases
                .iter()
                .filter_map(|case| case.note.as_ref())
                .map(|note| view! { <p class="caveat">{note.get(report.lang).to_owned()}</p> })
                .collect();
            let evidence = cases.iter().find_map(|case| case.evidence.as_ref());
            view! {
                <div class="block" id="handovers">
                    <h3>{words.handovers}</h3>
                    {(claims.cases_are_examples == Some(true))
                        .then(|| view! { <p class="caveat">{words.handovers_examples}</p> })}
                    <TableTools
                        table
                        filters=filters
                        count=(words.rows_all, words.rows_one, words.rows_some)
                        empty=words.no_rows
                    />
                    {match total {
                        Some(_) => {
                            let footer = Arc::new(move |shown: &Shown| footer(report, table, &cases, shown));
                            view! { <SortableTable table caption=words.handovers footer/> }.into_any()
                        }
                        None => view! { <SortableTable table caption=words.handovers/> }.into_any(),
                    }}
                    {notes}
                    <p class="credit"><SourceNote report evidence/></p>
                </div>
            }
        })
        .into_any()
}

/// The sum of the rows that are shown.
fn footer(report: Report, table: TableView, cases: &[&'static ClaimCase], shown: &Shown) -> AnyView {
    let words = report.words;
    let sum = shown.rows.iter().filter_map(|row| cases.get(*row)?.amount).fold(0_i64, i64::saturating_add);
    let label = if shown.rows.len() < shown.total { words.total_shown } else { words.total };
    let columns = table.table.with_value(|data| data.columns.len());
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" colspan=columns.saturating_sub(1).to_string()>{label}</th>
            <td role="cell" class="number">{money(report, Decimal::whole(sum), None)}</td>
        </tr>
    }
    .into_any()
}

fn build(report: Report, cases: &[&'static ClaimCase]) -> Table {
    let words = report.words;
    let columns = vec![
        Column::new("insured", words.column_insured, Kind::Text),
        Column::new("beneficiary", words.column_beneficiary, Kind::Text),
        Column::new("programme", words.column_programme, Kind::Text),
        Column::new("workplace", words.column_workplace, Kind::Text),
        Column::new("place", words.column_place, Kind::Text),
        Column::new("amount", words.column_claim_amount, Kind::Number),
    ];
    let rows = cases.iter().map(|case| row(report, case)).collect();
    Table::new(columns, rows)
}

fn row(report: Report, case: &ClaimCase) -> Row {
    let words = report.words;
    let text =
        |text: Option<String>| text.map_or_else(|| Cell::missing(words.not_stated), |t| Cell::text(&t));
    let amount = match case.amount {
        Some(amount) => {
            let amount = Decimal::whole(amount);
            Cell::number(&money(report, amount, case.currency.as_ref()), amount)
        }
        None => Cell::missing(words.not_stated),
    };
    let (programme, place) = (programme(report, case), place(report, case));
    let cells = vec![
        text(case.insured.as_ref().map(|p| person(report, p))),
        text(case.beneficiary.as_ref().map(|p| person(report, p))),
        text(programme.as_ref().map(|(_, label)| label.clone())),
        text(workplace(report, case)),
        text(place.as_ref().map(|(_, label)| label.clone())),
        amount,
    ];
    let facets = [("programme", programme), ("place", place)];
    let facets = facets.into_iter().filter_map(|(key, value)| Some((key, value?.0)));
    facets.fold(Row::new(&case.id, cells), |row, (key, value)| row.facet(key, value))
}

/// A person's name, or that it is withheld.
fn person(report: Report, person: &Person) -> String {
    if person.private && report.data.privacy.mask_private_persons {
        report.words.masked.to_owned()
    } else {
        person.name.clone()
    }
}

fn programme(report: Report, case: &ClaimCase) -> Option<(String, String)> {
    let id = case.programme.as_ref()?;
    let programme = report.data.programmes.get(id);
    let label = programme.map_or(id.as_str(), |programme| {
        programme.abbreviation.as_deref().unwrap_or_else(|| programme.label.get(report.lang))
    });
    Some((id.clone(), label.to_owned()))
}

fn place(report: Report, case: &ClaimCase) -> Option<(String, String)> {
    let id = &case.place.as_ref()?.region;
    Some((id.clone(), report.region_name(id)))
}

fn workplace(report: Report, case: &ClaimCase) -> Option<String> {
    case.workplace
        .as_ref()
        .map(|text| text.get(report.lang).to_owned())
        .or_else(|| case.group.as_ref().map(|id| report.group(id)))
}

/// A filter by what `value` says of each case; `None` where there is nothing to choose.
fn filter(
    facet: &'static str,
    label: &'static str,
    cases: &[&'static ClaimCase],
    value: impl Fn(&ClaimCase) -> Option<(String, String)>,
) -> Option<Filter> {
    let values: BTreeMap<String, String> = cases.iter().filter_map(|case| value(case)).collect();
    (!values.is_empty()).then(|| Filter { facet, label, values: sorted(values) })
}

/// Values of a filter in the order of their labels.
pub fn sorted(values: BTreeMap<String, String>) -> Vec<(String, String)> {
    let mut values: Vec<_> = values.into_iter().collect();
    values.sort_by(|a, b| natural(&fold(&a.1), &fold(&b.1)));
    values
}
