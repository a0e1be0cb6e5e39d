//! The cost grows with the dataset and not with its square.
#![allow(clippy::unwrap_used)]

#[path = "../benches/generated/mod.rs"]
mod generated;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use dataset::{Dataset, Role};
use generated::Shape;

/// A step of the way from the text to the figures.
type Step = (&'static str, fn(&str, &Dataset));

const STEPS: [Step; 9] = [
    ("read", |text, _| drop(black_box(dataset::read(text)))),
    ("check", |text, _| drop(black_box(dataset::check(text)))),
    ("crosscheck", |_, data| drop(black_box(dataset::crosscheck(data)))),
    ("coverage", |_, data| drop(black_box(figures::coverage(data)))),
    ("regions", |_, data| drop(black_box(figures::regions(data)))),
    ("programmes", |_, data| drop(black_box(figures::programmes(data, Role::ClaimCount)))),
    ("shares", |_, data| drop(black_box(figures::shares(data)))),
    ("trend and claims", |_, data| drop(black_box((figures::trend(data), figures::claims(data))))),
    ("places", |_, data| {
        data.awards.iter().for_each(|award| drop(black_box(figures::places(data, award))));
    }),
];

const SHAPES: [Shape; 7] = [
    Shape::Regions,
    Shape::Groups,
    Shape::Times,
    Shape::GroupsAndTimes,
    Shape::Cases,
    Shape::Winners,
    Shape::Context,
];

/// The shortest of some runs: what else the machine does only makes them longer.
fn shortest(run: impl Fn()) -> Duration {
    let once = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..3).map(once).min().unwrap_or_default()
}

/// Ten times the records take about ten times as long, with a logarithm for sorting. A square would
/// take a hundred times, so there is room for a busy machine.
#[test]
fn ten_times_the_records_take_far_less_than_a_hundred_times_as_long() {
    let mut slow = Vec::new();
    for shape in SHAPES {
        let sizes = [300, 3_000].map(|records| generated::dataset(shape, records));
        let data = sizes.each_ref().map(|text| dataset::read(text).dataset.unwrap());
        for (name, step) in STEPS {
            let [few, many] = [0, 1].map(|i: usize| {
                let (Some(text), Some(data)) = (sizes.get(i), data.get(i)) else { return Duration::ZERO };
                shortest(|| step(text, data))
            });
            // Below a millisecond the clock says little, and nobody waits.
            if many > Duration::from_millis(1) && many > 40 * few.max(Duration::from_micros(20)) {
                slow.push(format!("{name} of {shape:?}: {few:?}, then {many:?}"));
            }
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

/// What is generated is sound, so that the figures are really there to be found.
#[test]
fn the_generated_datasets_have_what_they_are_for() {
    let data = |shape| dataset::read(&generated::dataset(shape, 100)).dataset.unwrap();
    for shape in SHAPES {
        let found = dataset::read(&generated::dataset(shape, 100)).findings;
        assert!(found.is_empty(), "{shape:?}: {found:?}");
    }
    assert_eq!(figures::regions(&data(Shape::Regions)).unwrap().items.len(), 100);
    assert_eq!(figures::coverage(&data(Shape::Groups)).unwrap().groups.len(), 50);
    assert_eq!(figures::trend(&data(Shape::Times)).unwrap().points.len(), 100);
    assert_eq!(figures::coverage(&data(Shape::GroupsAndTimes)).unwrap().groups.len(), 10);
    assert_eq!(data(Shape::Cases).claims.as_ref().unwrap().cases.len(), 100);
    let winners = data(Shape::Winners);
    assert_eq!(figures::places(&winners, &winners.awards[0]).unwrap().places.len(), 100);
}
