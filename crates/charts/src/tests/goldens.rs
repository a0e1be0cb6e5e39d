//! What charts look like: SVG files under `goldens/`, at the width of a phone, a tablet, a desk.
//!
//! `UPDATE_EXPECT=1 cargo test charts` writes them anew; then look at them before committing.

use super::samples;
use crate::{Chart, ChartError, bars, dots, lines, matrix, tiles};
use expect_test::expect_file;

const WIDTHS: [u32; 3] = [320, 720, 1080];

/// The narrowest, the middle and the widest of [`crate::WIDTHS`].
const DRAWN: [u32; 3] = [300, 448, 900];

/// What a phone, a column of text and a desk show.
const PAGE: [u32; 3] = [316, 635, 900];

fn check(name: &str, chart: impl Fn(u32) -> Result<Chart, ChartError>) {
    compare(name, WIDTHS, chart);
}

fn compare(name: &str, widths: [u32; 3], chart: impl Fn(u32) -> Result<Chart, ChartError>) {
    for width in widths {
        let chart = chart(width).unwrap();
        assert_eq!(chart.width, width);
        let file = format!("{}/src/goldens/{name}-{width}.svg", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&chart.svg.replace("><", ">\n<"));
    }
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
fn regions() {
    compare("regions", DRAWN, |width| bars::draw(&samples::regions(width)));
    compare("region", DRAWN, |width| bars::draw(&samples::region(width)));
}

#[test]
fn parts() {
    compare("parts", DRAWN, |width| bars::draw(&samples::parts(width)));
}

#[test]
fn lines_over_time() {
    compare("slope", DRAWN, |width| lines::draw(&samples::slope(width)));
    compare("line", DRAWN, |width| lines::draw(&samples::line(width)));
    compare("way", PAGE, |width| lines::draw(&samples::way(width)));
    compare("way-on", PAGE, |width| lines::draw(&samples::way_on(width)));
}

#[test]
fn maps_of_tiles() {
    compare("tiles", DRAWN, |width| tiles::draw(&samples::tiles(width)));
    compare("tile", DRAWN, |width| tiles::draw(&samples::tile(width)));
}

#[test]
fn hundred_dots() {
    compare("dots", PAGE, |width| dots::draw(&samples::dots(width)));
    compare("dots-square", [300, 448, 635], |width| {
        dots::draw(&dots::Options { columns: 10, ..samples::dots(width) })
    });
    compare("dots-missing", PAGE, |width| {
        dots::draw(&samples::dots_with("missing", width, samples::missing()))
    });
}

#[test]
fn matrices() {
    compare("matrix", PAGE, |width| matrix::draw(&samples::matrix(width)));
    compare("matrix-turns", [560, 635, 900], |width| matrix::draw(&samples::matrix_by_turns(width)));
}
