//! What each step costs for a slice of 43,251 and of 1,000,000 claims: `cargo bench -p explorer`.
//!
//! 43,251 claims are what an office had; 1,000,000 what a table in a browser should still bear.
#[path = "generated/mod.rs"]
mod generated;

use claims::Rows;
use divan::{Bencher, black_box, counter::ItemsCount};
use explorer::{
    Column, Filter, Selection, Sort, Spacing, Worker,
    protocol::{Parcel, Request},
};
use generated::Slice;
use tables::Direction;

const SIZES: [usize; 2] = [43_251, 1_000_000];

fn main() {
    divan::main();
}

fn opened(slice: &Slice) -> Worker {
    let mut worker = Worker::default();
    worker.handle(slice.open(), Parcel::new());
    worker.handle(Request::Expect { chunks: slice.expected() }, Parcel::new());
    worker
}

fn loaded(slice: &Slice) -> Worker {
    let mut worker = opened(slice);
    for (file, bytes) in &slice.chunks {
        worker.handle(Request::Chunk { file: file.clone() }, vec![bytes.clone()]);
    }
    worker
}

fn query(query: &str) -> Filter {
    Filter { query: query.into(), ..Filter::default() }
}

fn by(column: Column) -> Option<Sort> {
    Some(Sort { column, direction: Direction::Descending })
}

/// Measures what `show` takes after something else was shown.
fn show(bencher: Bencher<'_, '_>, rows: usize, filter: Filter, sort: Option<Sort>) {
    let slice = Slice::of(rows);
    let mut worker = loaded(&slice);
    let other = Request::Show { filter: query("tidak ada yang begini"), sort: None };
    bencher.counter(ItemsCount::new(rows)).bench_local(|| {
        worker.handle(other.clone(), Parcel::new());
        black_box(worker.handle(Request::Show { filter: filter.clone(), sort }, Parcel::new()))
    });
}

#[divan::bench(args = SIZES)]
fn decode(bencher: Bencher<'_, '_>, rows: usize) {
    let slice = Slice::of(rows);
    let decode = || slice.chunks.iter().filter_map(|(_, bytes)| Rows::decode(bytes).ok()).count();
    bencher.counter(ItemsCount::new(rows)).bench_local(|| black_box(decode()));
}

#[divan::bench(args = SIZES)]
fn load(bencher: Bencher<'_, '_>, rows: usize) {
    let slice = Slice::of(rows);
    bencher.counter(ItemsCount::new(rows)).bench_local(|| black_box(loaded(&slice)));
}

/// The first rows of the first chunk, all that a reader waits for.
#[divan::bench(args = SIZES)]
fn first_rows(bencher: Bencher<'_, '_>, rows: usize) {
    let slice = Slice::of(rows);
    bencher.bench_local(|| {
        let mut worker = opened(&slice);
        if let Some((file, bytes)) = slice.chunks.first() {
            worker.handle(Request::Chunk { file: file.clone() }, vec![bytes.clone()]);
        }
        worker.handle(Request::Show { filter: Filter::default(), sort: None }, Parcel::new());
        black_box(worker.handle(Request::Rows { first: 0, count: 40 }, Parcel::new()))
    });
}

/// What comes before each of the steps below: a search that finds nothing.
#[divan::bench(args = SIZES)]
fn nothing_found(bencher: Bencher<'_, '_>, rows: usize) {
    show(bencher, rows, query("juga tidak"), None);
}

#[divan::bench(args = SIZES)]
fn sort_by_amount(bencher: Bencher<'_, '_>, rows: usize) {
    show(bencher, rows, Filter::default(), by(Column::Amount));
}

#[divan::bench(args = SIZES)]
fn sort_by_region(bencher: Bencher<'_, '_>, rows: usize) {
    show(bencher, rows, Filter::default(), by(Column::Region));
}

#[divan::bench(args = SIZES)]
fn filter_by_text(bencher: Bencher<'_, '_>, rows: usize) {
    show(bencher, rows, query("kantor 2025"), None);
}

#[divan::bench(args = SIZES)]
fn filter_by_programme_and_sort(bencher: Bencher<'_, '_>, rows: usize) {
    let selection = Selection { programme: 1, ..Selection::default() };
    show(bencher, rows, Filter { selection, ..Filter::default() }, by(Column::Amount));
}

#[divan::bench(args = SIZES)]
fn histogram(bencher: Bencher<'_, '_>, rows: usize) {
    let slice = Slice::of(rows);
    let mut worker = loaded(&slice);
    let other = Request::Show { filter: query("tidak ada yang begini"), sort: None };
    let all = Request::Show { filter: Filter::default(), sort: None };
    bencher.counter(ItemsCount::new(rows)).bench_local(|| {
        worker.handle(other.clone(), Parcel::new());
        worker.handle(all.clone(), Parcel::new());
        black_box(worker.handle(Request::Histogram { spacing: Spacing::Log, most: 40 }, Parcel::new()))
    });
}

#[divan::bench(args = SIZES)]
fn csv(bencher: Bencher<'_, '_>, rows: usize) {
    let slice = Slice::of(rows);
    let mut worker = loaded(&slice);
    let parts = u32::try_from(explorer::export::parts(rows)).unwrap_or(0);
    bencher.counter(ItemsCount::new(rows)).bench_local(|| {
        (0..parts).map(|part| worker.handle(Request::Csv { part }, Parcel::new()).1.len()).sum::<usize>()
    });
}
