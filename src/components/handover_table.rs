//! The table of single claims.
use super::ask_link::ask;
use super::claims_section::money;
use super::data_table::{Filter, Footer, TableView, sortable_table, table_tools};
use super::markup::Markup;
use super::part::Part;
use super::parts::{block, fixed};
use super::report::Report;
use super::source_note::credit;
use dataset::{ClaimCase, Decimal, Map, Person};
use figures::key::CASES;
use routes::{Block, TableId};
use tables::{Cell, Column, Kind, Row, Shown, Table, fold, natural};
#[cfg(not(target_arch = "wasm32"))]
use tables::{Direction, View};

/// Single claims with search, sort, filters, total and CSV; `None` where there are none. `total` is
/// the sum of all amounts, where they may be added.
pub fn handover_table(report: Report, total: Option<Decimal>) -> Option<Part> {
    let claims = report.data.claims.as_ref().filter(|claims| !claims.cases.is_empty())?;
    let words = report.words;
    let cases: Vec<&'static ClaimCase> = claims.cases.iter().collect();
    let table = TableView::new(report, TableId::Handovers, build(report, &cases));
    let filters = [
        filter("programme", words.column_programme, &cases, &|case| programme(report, case)),
        filter("place", words.column_place, &cases, &|case| place(report, case)),
    ];
    let mut intro = Markup::new();
    intro.element("h3", words.handovers);
    let examples = claims.cases_are_examples == Some(true);
    intro.maybe("p class=\"caveat\"", examples.then_some(words.handovers_examples));
    let notes = notes(report, &cases);
    let evidence = cases.iter().find_map(|case| case.evidence.as_ref());
    let footer: Footer = Box::new(move |shown| match total {
        Some(_) => footer(report, &cases, shown),
        None => String::new(),
    });
    let count = (words.rows_all, words.rows_one, words.rows_some);
    Some(block(
        "handovers",
        vec![
            fixed("text", intro.finish()),
            table_tools(
                table,
                words.handovers,
                filters.into_iter().flatten().collect(),
                count,
                words.no_rows,
            ),
            sortable_table(table, words.handovers, footer),
            fixed("caveats", notes),
            fixed("credit", credit(report, "", evidence, Block::Handovers)),
        ],
    ))
}

/// The orders of the rows that each heading goes through, for `src/table/sort.js`: that of the source,
/// that after one click and that after two, `none:0,1,2 ascending:1,0,2 descending:2,0,1`.
#[cfg(not(target_arch = "wasm32"))]
pub fn handover_orders(report: Report) -> Vec<String> {
    let Some(claims) = report.data.claims.as_ref() else { return Vec::new() };
    let table = build(report, &claims.cases.iter().collect::<Vec<_>>());
    let turns = |column: &Column| {
        let (mut view, mut turns) = (View::default(), Vec::new());
        for _ in 0..3 {
            let direction = view.direction(column.key).map_or("none", Direction::aria);
            let rows: Vec<_> = table.matching(&view).iter().map(ToString::to_string).collect();
            turns.push(format!("{direction}:{}", rows.join(",")));
            view = view.toggled(&table, column.key);
        }
        turns.join(" ")
    };
    table.columns.iter().map(turns).collect()
}

/// What the dataset notes about single cases.
fn notes(report: Report, cases: &[&ClaimCase]) -> String {
    let mut html = Markup::new();
    for case in cases {
        html.maybe("p class=\"caveat\"", case.note.as_ref().map(|note| note.get(report.lang)));
    }
    html.finish()
}

/// The columns of the table before the amount.
const COLUMNS_BEFORE_AMOUNT: &str = "5";

/// The sum of the rows that are shown.
fn footer(report: Report, cases: &[&ClaimCase], shown: &Shown) -> String {
    let words = report.words;
    let amounts = shown.rows.iter().filter_map(|row| cases.get(*row)?.amount);
    let sum = money(report, Decimal::whole(amounts.fold(0_i64, i64::saturating_add)), None);
    let mut html = Markup::new();
    html.open("tr role=\"row\"")
        .open_with("th", &[("scope", "row"), ("role", "rowheader"), ("colspan", COLUMNS_BEFORE_AMOUNT)]);
    // A sum of some of the rows is no figure of the report.
    let (label, figure) =
        if shown.rows.len() < shown.total { (words.total_shown, "") } else { (words.total, CASES) };
    html.text(label).close("th").open("td role=\"cell\" class=\"number\"");
    ask(&mut html, report, figure, &sum);
    html.close("td").close("tr");
    html.finish()
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
            Cell::number(money(report, amount, case.currency.as_ref()), amount)
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
    let masked = person.private && report.data.privacy.mask_private_persons;
    let no_name = if person.private { report.words.masked } else { report.words.not_stated };
    person.name.as_deref().filter(|_| !masked).unwrap_or(no_name).to_owned()
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
    value: &dyn Fn(&ClaimCase) -> Option<(String, String)>,
) -> Option<Filter> {
    let values: Map<String> = cases.iter().filter_map(|case| value(case)).collect();
    (!values.is_empty()).then(|| Filter { facet, label, values: sorted(&values) })
}

/// Values of a filter in the order of their labels.
pub fn sorted(values: &Map<String>) -> Vec<(String, String)> {
    let mut values: Vec<_> = values.iter().map(|(value, label)| (value.clone(), label.clone())).collect();
    values.sort_by(|a, b| natural(&fold(&a.1), &fold(&b.1)));
    values
}
