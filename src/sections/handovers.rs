//! The table of single claims.
use std::ops::Range;

use dataset::{Basis, ClaimCase, Claims, Dataset, Decimal, Person};
use figures::key::{CASES, Record, key};
use leptos::either::Either;
use leptos::prelude::*;
use routes::{Block, TableId};
use tables::{CONTROLS_FROM, Cell, Column, Kind, ROWS_WRITTEN, Row, Shown, Table, View};
use words::fill;

use super::amounts;
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

/// Says what the value of a facet is called.
type LabelOf = fn(&Report, &str) -> String;

/// The columns: what each is called, how it is sorted, and what it says of a claim. A column more is a line more; the last
/// one is that of the amounts, under which their sum stands.
fn cells(report: &Report) -> Vec<(Column, CellOf)> {
    let words = report.words;
    vec![
        (Column::new("insured", words.column_insured(), Kind::Text), |r, case| {
            person(r, case.insured.as_ref())
        }),
        (Column::new("beneficiary", words.column_beneficiary(), Kind::Text), |r, case| {
            person(r, case.beneficiary.as_ref())
        }),
        (Column::new("programme", words.column_programme(), Kind::Text), |r, case| {
            text(r, case.programme.as_ref().map(|id| programme_label(r, id)))
        }),
        (Column::new("workplace", words.column_workplace(), Kind::Text), |r, case| {
            text(r, workplace(r, case))
        }),
        (Column::new("place", words.column_place(), Kind::Text), |r, case| {
            text(r, case.place.as_ref().map(|place| r.region_name(&place.region)))
        }),
        (Column::new("amount", words.column_claim_amount(), Kind::Number), amount),
    ]
}

/// Whether a report has more single claims than a page writes: a grid shows them.
#[must_use]
pub fn has_many_handovers(data: &Dataset) -> bool {
    data.claims.as_ref().is_some_and(|claims| claims.cases.len() > ROWS_WRITTEN)
}

/// Single claims in a card of their own; nothing where there are none.
#[component]
pub fn HandoverBlock() -> impl IntoView {
    let report = use_report();
    let claims = report.data.claims.as_ref().filter(|claims| !claims.cases.is_empty())?;
    let words = report.words;
    let examples = (claims.cases_are_examples == Some(true)).then_some(words.handovers_examples());
    let more = about(&report, claims);
    let evidence = claims.cases.iter().find_map(|case| case.evidence.clone());
    let with_amount = claims.cases.iter().find(|case| case.amount.is_some());
    let figure = with_amount.map(|case| key(Record::Case, &case.id)).unwrap_or_default();
    let time =
        claims.cases.iter().filter_map(|case| case.date).max().map(|date| words::date(report.lang, date));
    // A reader takes in a few rows at a glance: nothing has to act there.
    let table = match claims.cases.len() {
        _ if has_many_handovers(&report.data) => {
            // All of them take the place of the first, and of what is said of these.
            let left_out = amounts::left_out(&report, claims.cases.len());
            view! {
                <Live part=LivePart::ManyHandovers><Caveat text=left_out/><FirstHandovers/></Live>
            }
            .into_any()
        }
        0..CONTROLS_FROM => view! { <HandoverTable/> }.into_any(),
        _ => view! { <Live part=LivePart::Handovers><HandoverTable/></Live> }.into_any(),
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

/// What the table does not say of claims: when, who the beneficiary was to the worker, what was inferred, and notes;
/// nothing where there is nothing to say.
fn about(report: &Report, claims: &Claims) -> Option<AnyView> {
    let (words, own) = (report.words, words::more(report.lang));
    let last = claims.cases.iter().filter_map(|case| case.date).max();
    let some_symbolic =
        claims.cases.iter().any(|case| case.symbolic) && !claims.cases.iter().all(|case| case.symbolic);
    let is_heading = |relation: &str| relation.eq_ignore_ascii_case(report.words.column_beneficiary());
    let said = (1..).zip(&claims.cases).filter_map(|(number, case): (usize, &ClaimCase)| {
        let relation = case.relation.as_ref().map(|relation| relation.get(report.lang));
        let inferred = case.place.as_ref().filter(|place| place.basis == Basis::Inferred);
        let facts = [
            case.date.filter(|date| Some(*date) != last).map(|date| words::date(report.lang, date)),
            relation.filter(|relation| !is_heading(relation)).map(str::to_owned),
            (case.symbolic && some_symbolic).then(|| own.symbolic().to_owned()),
            inferred.map(|place| fill(own.inferred_place(), &[&report.region_name(&place.region)])),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        let notes = [case.note.as_ref(), inferred.and_then(|place| place.note.as_ref())];
        let notes = notes.into_iter().flatten().map(|note| note.get(report.lang).to_owned());
        let note = notes.collect::<Vec<_>>().join(" ");
        if facts.is_empty() {
            return (!note.is_empty()).then_some(note);
        }
        let text = [&facts.join("; "), ". ", &note].concat();
        Some(fill(own.claim(), &[&number.to_string(), text.trim_end()]))
    });
    let said: Vec<_> = said.take(ROWS_WRITTEN).map(|text| view! { <Caveat text/> }).collect();
    (!said.is_empty()).then(|| {
        view! { <details class="more"><summary>{words.notes()}</summary>{said}</details> }.into_any()
    })
}

/// Single claims without the rest of the section: what a frame shows of them.
#[component]
pub fn HandoversAlone() -> impl IntoView {
    let words = use_report().words;
    // What the block is a part of cannot be seen here, so it is there to be heard.
    view! {
        <section id="claims" aria-labelledby="claims-h">
            <h2 id="claims-h" class="hidden">{words.claims()}</h2>
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
    let values = |facet: &str| {
        let counts = state.table.facet_counts(&View::default(), facet);
        counts.into_iter().map(|(value, _)| value.to_owned()).collect()
    };
    let filters = filters(&report, values);
    let count = count(&report);
    let (shown, total) = (state.shown, total(&report));
    let total = Signal::derive(move || total.run(shown.get()));
    let sorted = state.clone();
    view! {
        <TableTools
            state=state.clone()
            title=words.handovers()
            filters
            count
            file=FILE
        >
            <SortField state=sorted/>
        </TableTools>
        <DataTable state caption=words.handovers() total/>
    }
}

/// More claims than a page writes. The build writes the first with all that acts on them; where the browser makes the page,
/// they stand there alone until all of them can be searched ([`crate::grid`]).
#[component]
fn FirstHandovers() -> impl IntoView {
    if cfg!(feature = "ssr") {
        return Either::Left(view! { <HandoverTable/> });
    }
    let report = use_report();
    let first = Table::new(columns(&report), rows(&report, 0..ROWS_WRITTEN));
    let state = TableState::at_rest(TableId::Handovers, first);
    Either::Right(view! { <DataTable state caption=report.words.handovers() total=Signal::stored(None)/> })
}

/// The table, a row a claim.
#[must_use]
pub fn table(report: &Report) -> Table {
    Table::new(columns(report), rows(report, 0..usize::MAX))
}

/// The columns of the table.
#[must_use]
pub fn columns(report: &Report) -> Vec<Column> {
    cells(report).into_iter().map(|(column, _)| column).collect()
}

/// Some of the table's rows, as far as there are any.
#[must_use]
pub fn rows(report: &Report, places: Range<usize>) -> Vec<Row> {
    let columns = cells(report);
    let cases = report.data.claims.iter().flat_map(|claims| &claims.cases);
    let row = |case: &ClaimCase| {
        let cells = columns.iter().map(|(_, cell)| cell(report, case)).collect();
        let place = case.place.as_ref().map(|place| &place.region);
        let facets = [("programme", case.programme.as_ref()), ("place", place)];
        let facets = facets.into_iter().filter_map(|(facet, value)| Some((facet, value?)));
        facets.fold(Row::new(&case.id, cells), |row, (facet, value)| row.facet(facet, value))
    };
    cases.skip(places.start).take(places.len()).map(row).collect()
}

/// What the table can be filtered by, where `values` are those of a facet in it.
#[must_use]
pub fn filters(report: &Report, values: impl Fn(&'static str) -> Vec<String>) -> Vec<Filter> {
    let filter = |facet, title, label: LabelOf| {
        let labelled = values(facet).into_iter().map(|value| (value.clone(), label(report, &value)));
        Filter::of(facet, title, labelled)
    };
    let words = report.words;
    let filters = [
        filter("programme", words.column_programme(), programme_label),
        filter("place", words.column_place(), Report::region_name),
    ];
    filters.into_iter().flatten().collect()
}

/// The words that rows are counted with.
#[must_use]
pub fn count(report: &Report) -> CountWords {
    let words = report.words;
    CountWords {
        all: words.rows_all(),
        one: words.rows_one(),
        some: words.rows_some(),
        none: words.no_rows(),
    }
}

/// Adds up the amounts of the rows that are shown; nothing where they may not be added. The sum of some of them is no figure
/// of the report.
#[must_use]
pub fn total(report: &Report) -> Callback<Shown, Option<Total>> {
    let may_be_summed = figures::claims(&report.data).is_some_and(|figures| figures.cases_total.is_some());
    let report = report.clone();
    Callback::new(move |shown: Shown| {
        let cases = report.data.claims.as_ref().filter(|_| may_be_summed).map(|claims| &claims.cases)?;
        let amounts = shown.rows.iter().filter_map(|row| cases.get(*row)?.amount);
        let sum = Decimal::whole(amounts.fold(0_i64, i64::saturating_add));
        let words = report.words;
        let is_part = shown.rows.len() < shown.total;
        let (label, figure) = if is_part { (words.total_shown(), "") } else { (words.total(), CASES) };
        Some(Total { label, figure, value: money(&report, sum, None) })
    })
}

fn text(report: &Report, text: Option<String>) -> Cell {
    text.map_or_else(|| Cell::missing(report.words.not_stated()), Cell::text)
}

fn amount(report: &Report, case: &ClaimCase) -> Cell {
    let Some(amount) = case.amount.map(Decimal::whole) else { return text(report, None) };
    Cell::number(money(report, amount, case.currency.as_ref()), amount)
}

/// A person's name, or that it is withheld.
fn person(report: &Report, person: Option<&Person>) -> Cell {
    let name = person.map(|person| {
        let masked = person.private && report.data.privacy.mask_private_persons;
        let no_name = if person.private { report.words.masked() } else { report.words.not_stated() };
        person.name.as_deref().filter(|_| !masked).unwrap_or(no_name).to_owned()
    });
    text(report, name)
}

/// The short name of a programme, or its id.
fn programme_label(report: &Report, id: &str) -> String {
    let label = report.data.programmes.get(id).map_or(id, |programme| {
        programme.abbreviation.as_deref().unwrap_or_else(|| programme.label.get(report.lang))
    });
    label.to_owned()
}

fn workplace(report: &Report, case: &ClaimCase) -> Option<String> {
    let workplace = case.workplace.as_ref().map(|text| text.get(report.lang).to_owned());
    workplace.or_else(|| case.group.as_ref().map(|id| report.group(id)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use routes::Page;
    use words::Lang;

    use super::*;
    use crate::context::ReportOptions;

    fn of_cases(count: usize) -> Dataset {
        let cases: Vec<String> =
            (0..count).map(|at| format!(r#"{{"id": "c{at}", "amount": 1000}}"#)).collect();
        let text = format!(
            r#"{{"format": "jamsostek-dashboard/1", "id": "d", "title": "D", "region": "r", "currency": "IDR",
            "regions": {{"r": {{"name": "R", "level": "province"}}}}, "claims": {{"cases": [{}]}}}}"#,
            cases.join(",")
        );
        dataset::read(&text).dataset.unwrap()
    }

    #[test]
    fn claims_are_many_where_a_page_does_not_write_all_of_them() {
        assert!(!has_many_handovers(&of_cases(0)));
        assert!(!has_many_handovers(&of_cases(ROWS_WRITTEN)));
        assert!(has_many_handovers(&of_cases(ROWS_WRITTEN + 1)));
    }

    /// The worker that makes workbooks takes the sixth column for amounts (`crates/claims-workbook`).
    #[test]
    fn the_amount_is_where_a_workbook_has_numbers() {
        Owner::new().with(|| {
            let options = ReportOptions {
                data: Arc::new(of_cases(1)),
                lang: Lang::Id,
                page: Page::Report,
                newer: false,
            };
            let columns = columns(&Report::new(options));
            let numbers = columns.iter().map(|column| column.kind == Kind::Number);
            assert_eq!(numbers.collect::<Vec<_>>(), [false, false, false, false, false, true]);
        });
    }
}
