//! What charts look like: SVG files under `goldens/`, at the width of a phone, a tablet, a desk.
//!
//! `UPDATE_EXPECT=1 cargo test charts` writes them anew; then look at them before committing.

use super::samples;
use crate::charts::{Chart, ChartError, bars, part_of, progress};
use expect_test::expect_file;

const WIDTHS: [u32; 3] = [320, 720, 1080];

fn check(name: &str, chart: impl Fn(u32) -> Result<Chart, ChartError>) {
    for width in WIDTHS {
        let chart = chart(width).unwrap();
        assert_eq!(chart.width, width);
        let file = format!("{}/src/charts/goldens/{name}-{width}.svg", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&chart.svg.replace("><", ">\n<"));
    }
}

#[test]
fn headline() {
    check("headline", |width| progress::draw(&samples::headline(width)));
    check("headline-over", |width| {
        let amount = samples::known(118.5, "118,5% terlindungi");
        progress::draw(&samples::headline_with("over", width, amount))
    });
    check("headline-near", |width| {
        let amount = samples::known(94.0, "94% terlindungi");
        progress::draw(&samples::headline_with("near", width, amount))
    });
    check("headline-missing", |width| {
        progress::draw(&samples::headline_with("missing", width, samples::missing()))
    });
}

#[test]
fn groups() {
    check("groups", |width| bars::draw(&samples::groups(width)));
    check("groups-one", |width| bars::draw(&samples::one(width)));
    check("groups-forty", |width| bars::draw(&samples::forty(width)));
    check("groups-edges", |width| bars::draw(&samples::edges(width)));
}

#[test]
fn persons() {
    check("persons", |width| bars::draw(&samples::persons(width)));
}

#[test]
fn awards() {
    check("awards", |width| bars::draw(&samples::awards(width)));
    check("awards-zeros", |width| bars::draw(&samples::zeros(width)));
}

#[test]
fn scholarships() {
    check("scholarships", |width| part_of::draw(&samples::scholarships(width)));
}
