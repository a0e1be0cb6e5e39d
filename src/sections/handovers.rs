//! The table of single claims.
use dataset::{ClaimCase, Decimal, Person};
use figures::key::{CASES, Record, key};
use leptos::prelude::*;
use routes::{Block, TableId};
use tables::{CONTROLS_FROM, Cell, Column, Kind, Row, Table};

use crate::context::{Report, use_report};
use crate::describe::money;
use crate::titles;
use crate::ui::{
    Card, Caveat, CountWords, DataTable, Filter, Live, LivePart, SortField, TableState, TableTools, Total,
};

/// The file beside the dataset that holds all rows.
const FILE: &str = "handovers.csv";

/// Says what a cell of a claim holds.
type CellOf = fn(&Report, &ClaimCase) -> Cell;

/// The columns: what each is called, how it is sorted, and what it says of a claim. A column more is a line more; the last
/// one is that of the amounts, under which their sum stands.
fn columns(report: &Report) -> Vec<(Column, CellOf)> {
    let words = report.words;
    vec![
        (Column::new("insured", words.column_insured, Kind::Text), |r, case| {
            person(r, case.insured.as_ref())
        }),
        (Column::new("beneficiary", words.column_beneficiary, Kind::Text), |r, case| {
            person(r, case.beneficiary.as_ref())
        }),
        (Column::new("programme", words.column_programme, Kind::Text), |r, case| {
            text(r, programme(r, case).map(|(_, label)| label))
        }),
        (Column::new("workplace", words.column_workplace, Kind::Text), |r, case| text(r, workplace(r, case))),
        (Column::new("place", words.column_place, Kind::Text), |r, case| {
            text(r, place(r, case).map(|(_, label)| label))
        }),
        (Column::new("amount", words.column_claim_amount, Kind::Number), amount),
    ]
}

/// Single claims in a card of their own; nothing where there are none.
#[component]
pub fn HandoverBlock() -> impl IntoView {
    let report = use_report();
    let claims = report.data.claims.as_ref().filter(|claims| !claims.cases.is_empty())?;
    let words = report.words;
    let examples = (claims.cases_are_examples == Some(true)).then_some(words.handovers_examples);
    let notes =
        claims.cases.iter().map(|case| case.note.as_ref().map(|note| note.get(report.lang).to_owned()));
    let notes: Vec<_> = notes.flatten().map(|text| view! { <Caveat text/> }).collect();
    let more = (!notes.is_empty()).then(|| {
        view! { <details class="more"><summary>{words.notes}</summary>{notes}</details> }.into_any()
    });
    let evidence = claims.cases.iter().find_map(|case| case.evidence.clone());
    let figure = claims.cases.iter().next().map(|case| key(Record::Case, &case.id)).unwrap_or_default();
    let time =
        claims.cases.iter().filter_map(|case| case.date).max().map(|date| words::date(report.lang, date));
    // A reader takes in a few rows at a glance: nothing has to act there.
    let table = if claims.cases.len() < CONTROLS_FROM {
        view! { <HandoverTable/> }.into_any()
    } else {
        view! { <Live part=LivePart::Handovers><HandoverTable/></Live> }.into_any()
    };
    Some(view! {
        <div class="block" id="handovers">
            <Card
                block=Block::Handovers
                name="handovers"
                title=titles::handovers(&report, claims)
                time=time.unwrap_or_default()
                evidence
                figure
                more
            >
                <Caveat text=examples.map(str::to_owned)/>
                {table}
            </Card>
        </div>
    })
}

/// Single claims without the rest of the section: what a frame shows of them.
#[component]
pub fn HandoversAlone() -> impl IntoView {
    let words = use_report().words;
    // What the block is a part of cannot be seen here, so it is there to be heard.
    view! {
        <section id="claims" aria-labelledby="claims-h">
            <h2 id="claims-h" class="hidden">{words.claims}</h2>
            <HandoverBlock/>
        </section>
    }
}

/// The table of single claims with search, sort, filters, total and CSV.
#[component]
pub fn HandoverTable() -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let state = TableState::new(TableId::Handovers, table(&report));
    let filters = [
        filter(&report, "programme", words.column_programme, programme),
        filter(&report, "place", words.column_place, place),
    ];
    let filters: Vec<Filter> = filters.into_iter().flatten().collect();
    let count =
        CountWords { all: words.rows_all, one: words.rows_one, some: words.rows_some, none: words.no_rows };
    let shown = state.shown;
    // Where the amounts may not be added there is no total.
    let may_be_summed = figures::claims(&report.data).is_some_and(|figures| figures.cases_total.is_some());
    let total = Signal::derive(move || {
        may_be_summed.then(|| {
            shown.with(|shown| total(&report, shown.rows.iter().copied(), shown.rows.len() < shown.total))
        })
    });
    let sorted = state.clone();
    view! {
        <TableTools
            state=state.clone()
            title=words.handovers
            filters
            count
            file=FILE
        >
            <SortField state=sorted/>
        </TableTools>
        <DataTable state caption=words.handovers total/>
    }
}

/// The table, a row a claim.
#[must_use]
pub fn table(report: &Report) -> Table {
    let columns = columns(report);
    let cases = report.data.claims.iter().flat_map(|claims| &claims.cases);
    let rows = cases.map(|case| {
        let cells = columns.iter().map(|(_, cell)| cell(report, case)).collect();
        let facets = [("programme", programme(report, case)), ("place", place(report, case))];
        let facets = facets.into_iter().filter_map(|(facet, value)| Some((facet, value?.0)));
        facets.fold(Row::new(&case.id, cells), |row, (facet, value)| row.facet(facet, value))
    });
    let rows = rows.collect();
    Table::new(columns.into_iter().map(|(column, _)| column).collect(), rows)
}

/// The sum of the rows that are shown. That of some of them is no figure of the report.
fn total(report: &Report, rows: impl Iterator<Item = usize>, some: bool) -> Total {
    let cases = report.data.claims.as_ref().map(|claims| &claims.cases);
    let amounts = rows.filter_map(|row| cases?.get(row)?.amount);
    let sum = Decimal::whole(amounts.fold(0_i64, i64::saturating_add));
    let words = report.words;
    let (label, figure) = if some { (words.total_shown, "") } else { (words.total, CASES) };
    Total { label, figure, value: money(report, sum, None) }
}

fn text(report: &Report, text: Option<String>) -> Cell {
    text.map_or_else(|| Cell::missing(report.words.not_stated), Cell::text)
}

fn amount(report: &Report, case: &ClaimCase) -> Cell {
    let Some(amount) = case.amount.map(Decimal::whole) else { return text(report, None) };
    Cell::number(money(report, amount, case.currency.as_ref()), amount)
}

/// A person's name, or that it is withheld.
fn person(report: &Report, person: Option<&Person>) -> Cell {
    let name = person.map(|person| {
        let masked = person.private && report.data.privacy.mask_private_persons;
        let no_name = if person.private { report.words.masked } else { report.words.not_stated };
        person.name.as_deref().filter(|_| !masked).unwrap_or(no_name).to_owned()
    });
    text(report, name)
}

fn programme(report: &Report, case: &ClaimCase) -> Option<(String, String)> {
    let id = case.programme.as_ref()?;
    let label = report.data.programmes.get(id).map_or(id.as_str(), |programme| {
        programme.abbreviation.as_deref().unwrap_or_else(|| programme.label.get(report.lang))
    });
    Some((id.clone(), label.to_owned()))
}

fn place(report: &Report, case: &ClaimCase) -> Option<(String, String)> {
    let id = &case.place.as_ref()?.region;
    Some((id.clone(), report.region_name(id)))
}

fn workplace(report: &Report, case: &ClaimCase) -> Option<String> {
    let workplace = case.workplace.as_ref().map(|text| text.get(report.lang).to_owned());
    workplace.or_else(|| case.group.as_ref().map(|id| report.group(id)))
}

/// A filter by what `value` says of each claim; `None` where there is nothing to choose.
fn filter(
    report: &Report,
    facet: &'static str,
    label: &'static str,
    value: fn(&Report, &ClaimCase) -> Option<(String, String)>,
) -> Option<Filter> {
    let cases = report.data.claims.iter().flat_map(|claims| &claims.cases);
    Filter::of(facet, label, cases.filter_map(|case| value(report, case)))
}
