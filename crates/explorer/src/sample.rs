//! A small invented manifest with its cubes, for tests.
//!
//! Regions: 0 the nation, 1 and 2 provinces, 3 and 4 regencies of 1, 5 and 6 of 2. Times: 0 all, 1 and 2 the years 2024
//! and 2025, 3 to 5 October to December 2024, 6 and 7 January and February 2025. Programmes: jht, jkk. Groups: two, and
//! those not stated. Channels: not stated, and four.
use claims::{
    Cell, Cube, Manifest, Shape,
    manifest::{self, File, Input, Label, Member, Region, Run, Settings, Time, Totals, Withheld},
};

use crate::Index;

pub(crate) fn file(name: &str) -> File {
    File { name: format!("{name}.bin.gz"), bytes: 1000 }
}

fn each(id: &str, en: &str) -> Label {
    Label::Each { id: id.into(), en: en.into() }
}

fn member(id: &str, label: Label) -> Member {
    Member { id: id.into(), label }
}

fn region(id: &str, label: Label, parent: Option<u16>) -> Region {
    Region { id: id.into(), label, parent, codes: Default::default(), cube: file(id) }
}

pub(crate) fn manifest() -> Manifest {
    let same = |text: &str| Label::Same(text.into());
    let time = |id: &str, parent| Time { id: id.into(), parent };
    Manifest {
        format: manifest::FORMAT.into(),
        made: "2026-11-29T22:00:00Z".into(),
        run: Run {
            id: "run-1".into(),
            engine: "test".into(),
            sql: "ab".into(),
            inputs: vec![Input { name: "klaim.csv".into(), sha256: "cd".into(), bytes: 9, rows: 9 }],
        },
        invented: true,
        currency: "IDR".into(),
        settings: Settings { smallest: 5, values: 2, months_by_group: 1, digits: 3 },
        regions: vec![
            region("nasional", each("Indonesia (rekaan)", "Indonesia (invented)"), None),
            region("prov-1", same("Provinsi Satu"), Some(0)),
            region("prov-2", same("Provinsi Dua"), Some(0)),
            region("kota-a", same("Kota Ámba"), Some(1)),
            region("kota-b", same("Kabupaten Bumi 10"), Some(1)),
            region("kota-c", same("Kabupaten Bumi 2"), Some(2)),
            region("kota-d", same("Kota Danau"), Some(2)),
        ],
        times: vec![
            time("", None),
            time("2024", Some(0)),
            time("2025", Some(0)),
            time("2024-10", Some(1)),
            time("2024-11", Some(1)),
            time("2024-12", Some(1)),
            time("2025-01", Some(2)),
            time("2025-02", Some(2)),
        ],
        programmes: vec![
            member("", each("Semua program", "All programmes")),
            member("jht", each("Jaminan Hari Tua", "Old-age savings")),
            member("jkk", each("Jaminan Kecelakaan Kerja", "Work accidents")),
        ],
        groups: vec![
            member("", each("Semua kelompok", "All groups")),
            member("pu", each("Penerima upah", "Employees")),
            member("bpu", each("Bukan penerima upah", "Self-employed")),
            member("", each("Tidak disebutkan", "Not stated")),
        ],
        channels: vec![
            member("", each("Tidak disebutkan", "Not stated")),
            member("daring", same("daring")),
            member("kantor, cabang", same("kantor, cabang")),
            member("-lain", same("-lain")),
        ],
        totals: Totals::default(),
        withheld: Withheld::default(),
        checks: Vec::new(),
        downloads: Vec::new(),
    }
}

pub(crate) fn index() -> Index {
    Index::new(manifest()).unwrap()
}

/// The file of a region, with the number of claims that `count` gives each cell, and 1,000 for each; cells of fewer than
/// five are withheld. What a file has follows the preparation.
pub(crate) fn cube(index: &Index, of: u16, count: impl Fn([u16; 4]) -> u32) -> Cube {
    let manifest = index.manifest();
    let size = |length: usize| u16::try_from(length).unwrap();
    let mut regions: Vec<u16> = index.children(of).collect();
    if !regions.is_empty() && of != 0 {
        regions.push(0);
    }
    regions.push(of);
    regions.sort_unstable();
    let shape = Shape {
        regions: regions.clone(),
        times: size(manifest.times.len()),
        first_month: index.first_month(),
        programmes: size(manifest.programmes.len()),
        groups: size(manifest.groups.len()),
    };
    let mut cube = Cube::new(shape.clone());
    for region in regions {
        for time in 0..if region == of || region == 0 { shape.times } else { shape.first_month } {
            for programme in 0..shape.programmes {
                for group in 0..if region == of { shape.groups } else { 1 } {
                    let point = [region, time, programme, group];
                    let claims = count(point);
                    if claims < 5 || !index.is_tabulated(point) {
                        continue;
                    }
                    let cell = Cell {
                        count: claims,
                        amount: i64::from(claims) * 1000,
                        amounts: claims::quantile::PERCENTS.map(|percent| {
                            let wide = time < shape.first_month || percent == 50;
                            let published = claims::quantile::is_published(percent, claims.into(), 5);
                            (wide && published).then_some(i64::try_from(percent).unwrap() * 1000)
                        }),
                        days: [None; 5],
                    };
                    assert!(cube.push(point, &cell));
                }
            }
        }
    }
    cube
}
