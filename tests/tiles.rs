//! The map of tiles of the shipped report.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use dataset::{Dataset, read};

const SHIPPED: &str = include_str!("../public/data/sumsel-2025-08.json");

fn shipped() -> Dataset {
    read(SHIPPED).dataset.unwrap()
}

/// The regencies and cities that share a border, by the last two digits of their Kemendagri codes,
/// and that a grid can keep together.
const NEIGHBOURS: [(&str, &str); 24] = [
    ("13", "05"),
    ("13", "06"),
    ("13", "73"),
    ("73", "05"),
    ("05", "06"),
    ("05", "12"),
    ("05", "11"),
    ("05", "04"),
    ("06", "12"),
    ("06", "07"),
    ("07", "71"),
    ("71", "10"),
    ("71", "02"),
    ("10", "02"),
    ("10", "74"),
    ("12", "74"),
    ("74", "03"),
    ("11", "04"),
    ("11", "72"),
    ("04", "72"),
    ("04", "03"),
    ("03", "01"),
    ("01", "08"),
    ("02", "08"),
];

#[test]
fn the_map_of_tiles_keeps_neighbours_together() {
    let data = shipped();
    let below: Vec<_> =
        data.regions.values().filter(|r| r.parent.as_deref() == Some("sumatera-selatan")).collect();
    assert_eq!(below.len(), 17);
    let place = |code: &str| {
        let found = below.iter().find(|r| r.codes.get("kemendagri").unwrap() == &format!("16.{code}"));
        let tile = found.unwrap().tile.as_ref().unwrap();
        (i32::from(tile.column), i32::from(tile.row))
    };
    let places: BTreeSet<_> = below.iter().map(|r| place(&r.codes.get("kemendagri").unwrap()[3..])).collect();
    assert_eq!(places.len(), 17, "two tiles share a place");
    for (a, b) in NEIGHBOURS {
        let ((x0, y0), (x1, y1)) = (place(a), place(b));
        assert!((x0 - x1).abs() <= 1 && (y0 - y1).abs() <= 1, "16.{a} and 16.{b} do not touch");
    }
    // The north of Musi Rawas Utara, the south of OKU Selatan, the east of OKI.
    assert!(place("13").1 < place("05").1 && place("09").1 > place("01").1 && place("02").0 > place("10").0);
}
