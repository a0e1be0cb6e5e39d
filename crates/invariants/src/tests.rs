//! The rules hold for the samples, and for spoilt ones.
use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::{cell, dataset, date, number, table, workbook};

fn samples() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files = ["tests/data", "public/data"].map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let samples: Vec<_> =
        files.into_iter().flatten().map(|file| fs::read(file.unwrap().path()).unwrap()).collect();
    assert!(samples.len() > 10);
    samples
}

#[test]
fn the_samples_are_read_in_any_layout() {
    samples().iter().for_each(|sample| dataset(sample));
    for bytes in [
        b"".as_slice(),
        b"\xff\xfe{\0",
        b"PK\x03\x04",
        b"\x80",
        b"<p>",
        b"a,b\n1,2",
        b"\xef\xbb\xbf{}",
        b"{\"a\"",
    ] {
        dataset(bytes);
    }
}

/// A sheet, its shared texts and its formats, as `workbook` takes them.
const PARTS: &[u8] = include_bytes!("../../../fuzz/seeds/workbook/figures.xml");
/// A range whose end stands before its beginning.
const BACKWARDS: &[u8] = include_bytes!("../../../fuzz/seeds/workbook/backwards.xml");
const TABLE: &[u8] = include_bytes!("../../../fuzz/seeds/table/figures.csv");

#[test]
fn workbooks_and_tables_are_read() {
    for bytes in [PARTS, BACKWARDS, b"PK\x03\x04".as_slice(), b"", b"<worksheet/>"] {
        workbook(bytes);
    }
    for lang in ::dataset::Lang::ALL {
        workbook(&::workbook::template(lang, None).unwrap());
    }
    table(TABLE);
    let read = |bytes: &[u8]| {
        let file = ::workbook::File { name: "observations.csv".to_owned(), bytes: bytes.to_vec() };
        ::workbook::import(&[file]).json
    };
    assert!(read(TABLE).contains("31.33") && read(TABLE).contains("more_than"), "{}", read(TABLE));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn spoilt_workbooks_are_read_or_refused(
        at in any::<prop::sample::Index>(),
        with in prop::collection::vec(any::<u8>(), 0..4),
        cut in 0_usize..6,
    ) {
        let spoil = |bytes: &[u8]| {
            let mut bytes = bytes.to_vec();
            let at = at.index(bytes.len());
            let end = (at + cut).min(bytes.len());
            bytes.splice(at..end, with.clone());
            bytes
        };
        workbook(&spoil(PARTS));
        table(&spoil(TABLE));
    }

    #[test]
    fn cells_are_read_or_refused(
        text in "(Rp|antara|lebih dari|sekitar|s.d.|per|>|≥|\\(|-)? ?[0-9.,' ]{1,9}( ?(juta|miliar|%|Agustus|2025|-|dan|M|orang|\\))){0,3}",
        noise in ".{0,24}",
    ) {
        cell(text.as_bytes());
        cell(noise.as_bytes());
    }

    #[test]
    fn spoilt_samples_are_read_in_any_layout(
        sample in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        with in prop::collection::vec(any::<u8>(), 0..4),
        cut in 0_usize..4,
    ) {
        let samples = samples();
        let mut bytes = samples[sample.index(samples.len())].clone();
        let at = at.index(bytes.len());
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, with);
        dataset(&bytes);
    }

    #[test]
    fn numbers(text in "(-?[0-9]{1,12}(\\.[0-9]{1,4})?([eE][+-]?[0-9])? ){1,4}", noise in "[0-9.eE+ -]{0,40}") {
        number(text.as_bytes());
        number(noise.as_bytes());
    }

    #[test]
    fn dates(text in "((19|20|00)[0-9]{2}(-[01][0-9](-[0-3][0-9])?)? ){1,6}", noise in "[0-9 -]{0,40}") {
        date(text.as_bytes());
        date(noise.as_bytes());
    }
}
