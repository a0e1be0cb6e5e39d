//! What each step costs for datasets of 100 to 100,000 records: `cargo bench -p figures`.
#[path = "generated/mod.rs"]
mod generated;

use dataset::{Dataset, Role};
use divan::{Bencher, black_box};
use generated::Shape;

const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

/// Measures a step that is given a dataset that is read already.
fn step<T>(bencher: Bencher<'_, '_>, shape: Shape, records: usize, step: impl Fn(&Dataset) -> T + Sync) {
    let data = dataset::read(&generated::dataset(shape, records)).dataset;
    bencher.bench(|| data.as_ref().map(|data| drop(black_box(step(black_box(data))))));
}

#[divan::bench(args = SIZES)]
fn read(bencher: Bencher<'_, '_>, records: usize) {
    let text = generated::dataset(Shape::Cases, records);
    bencher.bench(|| dataset::read(black_box(&text)));
}

#[divan::bench(args = SIZES)]
fn check_of_cases(bencher: Bencher<'_, '_>, records: usize) {
    let text = generated::dataset(Shape::Cases, records);
    bencher.bench(|| dataset::check(black_box(&text)));
}

#[divan::bench(args = SIZES)]
fn check_of_groups(bencher: Bencher<'_, '_>, records: usize) {
    let text = generated::dataset(Shape::Groups, records);
    bencher.bench(|| dataset::check(black_box(&text)));
}

#[divan::bench(args = SIZES)]
fn crosscheck(bencher: Bencher<'_, '_>, records: usize) {
    step(bencher, Shape::GroupsAndTimes, records, |data| dataset::crosscheck(data).len());
}

#[divan::bench(args = SIZES)]
fn coverage(bencher: Bencher<'_, '_>, records: usize) {
    step(bencher, Shape::Groups, records, |data| figures::coverage(data).is_some());
}

#[divan::bench(args = SIZES)]
fn shares(bencher: Bencher<'_, '_>, records: usize) {
    step(bencher, Shape::GroupsAndTimes, records, |data| figures::shares(data).is_some());
}

#[divan::bench(args = SIZES)]
fn regions(bencher: Bencher<'_, '_>, records: usize) {
    step(bencher, Shape::Regions, records, |data| figures::regions(data).is_some());
}

#[divan::bench(args = SIZES)]
fn trend(bencher: Bencher<'_, '_>, records: usize) {
    step(bencher, Shape::Times, records, |data| figures::trend(data).is_some());
}

#[divan::bench(args = SIZES)]
fn claims(bencher: Bencher<'_, '_>, records: usize) {
    step(bencher, Shape::Cases, records, |data| figures::claims(data).is_some());
}

#[divan::bench(args = SIZES)]
fn programmes(bencher: Bencher<'_, '_>, records: usize) {
    step(bencher, Shape::Cases, records, |data| figures::programmes(data, Role::ClaimCount).is_some());
}

#[divan::bench(args = SIZES)]
fn places(bencher: Bencher<'_, '_>, records: usize) {
    step(bencher, Shape::Winners, records, |data| {
        data.awards.iter().filter_map(|award| figures::places(data, award)).count()
    });
}
