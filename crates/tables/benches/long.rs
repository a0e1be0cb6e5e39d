//! What a table of 43,251 claims costs, which an office had: at once, and in steps: `cargo bench -p tables`.
use dataset::Decimal;
use divan::{Bencher, black_box};
use tables::{Cell, Column, Direction, Kind, LongTable, Row, Sort, Table, View};

const ROWS: usize = 43_251;

fn main() {
    divan::main();
}

fn columns() -> Vec<Column> {
    ["insured", "beneficiary", "programme", "workplace", "place"]
        .map(|key| Column::new(key, key, Kind::Text))
        .into_iter()
        .chain([Column::new("amount", "amount", Kind::Number)])
        .collect()
}

fn row(at: usize) -> Row {
    // A step that is prime to the number of rows: no order to begin with.
    let other = at * 7919 % ROWS;
    let amount = i64::try_from(other % 900 * 50_000).unwrap_or_default();
    let cells = vec![
        Cell::text(format!("Pekerja Rekaan {other}")),
        Cell::text(format!("Ahli waris {}", other % 9973)),
        Cell::text(["JHT", "JKK", "JKM", "JP", "JKP"].get(other % 5).copied().unwrap_or_default()),
        Cell::text(format!("Perusahaan {}", other % 700)),
        Cell::text(format!("Kabupaten {}", other % 17)),
        Cell::number(format!("Rp{amount}"), Decimal::whole(amount)),
    ];
    Row::new(format!("case-{at}"), cells)
        .facet("programme", (other % 5).to_string())
        .facet("place", (other % 17).to_string())
}

fn table() -> Table {
    Table::new(columns(), (0..ROWS).map(row).collect())
}

fn long() -> LongTable {
    let mut table = LongTable::new(columns());
    (0..ROWS).for_each(|at| table.push(row(at)));
    table
}

fn by(column: &str) -> View {
    let (column, direction) = (column.to_owned(), Direction::Ascending);
    View { sort: Some(Sort { column, direction }), ..View::default() }
}

fn views() -> [View; 4] {
    [View::default(), by("insured"), by("amount"), View::default().searching("rekaan 12 jkk")]
}

#[divan::bench(args = 0..4)]
fn apply(bencher: Bencher<'_, '_>, view: usize) {
    let (table, views) = (table(), views());
    bencher.bench_local(|| black_box(views.get(view).map(|view| table.apply(view))));
}

#[divan::bench]
fn facet_counts(bencher: Bencher<'_, '_>) {
    let table = table();
    bencher.bench_local(|| black_box(table.facet_counts(&View::default(), "place").len()));
}

#[divan::bench]
fn built(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| black_box(table().rows.len()));
}

#[divan::bench]
fn built_in_steps(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| black_box(long().table().rows.len()));
}

/// All steps of a view that was not asked before.
#[divan::bench(args = 0..4, sample_count = 20)]
fn all_steps(bencher: Bencher<'_, '_>, view: usize) {
    let (long, views) = (long(), views());
    bencher.with_inputs(|| long.clone()).bench_local_values(|mut long| {
        let mut question = long.ask(views.get(view)?);
        loop {
            if let Some(answer) = long.step(&mut question) {
                // The table is dropped outside of what is measured.
                return Some((answer, long));
            }
        }
    });
}

#[divan::bench]
fn csv(bencher: Bencher<'_, '_>) {
    let table = table();
    let rows: Vec<usize> = (0..ROWS).collect();
    bencher.bench_local(|| black_box(tables::csv(&table, &rows).len()));
}
