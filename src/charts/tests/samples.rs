//! Figures as they come from the August 2025 report, and invented ones for the edges.

use crate::charts::bars::{self, Row, Second, Tone};
use crate::charts::{Amount, Frame, Reference, Tick, part_of, progress};

pub fn frame(id: &str, width: u32) -> Frame {
    Frame {
        id: format!("{id}-{width}"),
        title: "Cakupan kepesertaan".to_owned(),
        description: "Sebuah bagan & keterangannya.".to_owned(),
        width,
    }
}

pub fn known(value: f64, label: &str) -> Amount {
    Amount::Known { value, label: label.to_owned(), interval: None }
}

pub fn missing() -> Amount {
    Amount::Missing { label: "tidak disebutkan".to_owned() }
}

pub fn row(key: &str, label: &str, sub: &str, amount: Amount) -> Row {
    Row {
        key: key.to_owned(),
        label: label.to_owned(),
        sub_label: (!sub.is_empty()).then(|| sub.to_owned()),
        amount,
        tone: Tone::Main,
        second: None,
    }
}

pub fn references() -> Vec<Reference> {
    vec![
        Reference { value: 31.33, label: "Sumatera Selatan 31,33%".to_owned() },
        Reference { value: 100.0, label: "Cakupan semesta 100%".to_owned() },
    ]
}

pub fn groups(width: u32) -> bars::Options {
    let mut total = row("total", "Seluruh pekerja Sumatera Selatan", "", known(31.33, "31,33%"));
    total.tone = Tone::Comparison;
    bars::Options {
        frame: frame("groups", width),
        rows: vec![
            row("village", "Kepala dan perangkat desa", "44.547 orang", known(89.1, "89,1%")),
            row("palm", "Pekebun sawit lewat DBH Sawit", "40.011 orang", known(80.6, "80,6%")),
            row("non-asn", "Pegawai pemerintah non-ASN", "86.007 orang", known(46.7, "46,7%")),
            total,
            row("rt-rw", "RT/RW", "13.117 orang", known(15.1, "15,1%")),
        ],
        references: references(),
        ticks: Vec::new(),
        at_least: Some(100.0),
        track: Some(100.0),
    }
}

pub fn persons(width: u32) -> bars::Options {
    let mut options = groups(width);
    options.frame.id = format!("persons-{width}");
    options.rows = [
        (
            "non-asn",
            "Pegawai pemerintah non-ASN",
            86_007.0,
            "86.007 terlindungi",
            97_966.0,
            98_359.0,
            "97.966–98.359 belum",
        ),
        ("rt-rw", "RT/RW", 13_117.0, "13.117 terlindungi", 73_464.0, 74_039.0, "73.464–74.039 belum"),
        (
            "village",
            "Kepala dan perangkat desa",
            44_547.0,
            "44.547 terlindungi",
            5_422.0,
            5_477.0,
            "5.422–5.477 belum",
        ),
        (
            "palm",
            "Pekebun sawit lewat DBH Sawit",
            40_011.0,
            "40.011 terlindungi",
            9_600.0,
            9_661.0,
            "9.600–9.661 belum",
        ),
    ]
    .into_iter()
    .map(|(key, label, value, value_label, low, high, second)| Row {
        second: Some(Second {
            value: f64::midpoint(low, high),
            interval: (low, high),
            label: second.to_owned(),
        }),
        ..row(key, label, "", known(value, value_label))
    })
    .collect();
    options.references.clear();
    options.at_least = None;
    options.track = None;
    options
}

pub fn awards(width: u32) -> bars::Options {
    bars::Options {
        frame: frame("awards", width),
        rows: vec![
            row("banyuasin", "Pemerintah Kabupaten Banyuasin", "", known(45_000.0, "45.000 orang")),
            row("oki", "Pemerintah Kabupaten Ogan Komering Ilir", "", known(8_082.0, "8.082 orang")),
            row("bank", "Bank Sumsel Babel", "", known(4_914.0, "4.914 orang")),
        ],
        ..bars::Options::default()
    }
}

pub fn one(width: u32) -> bars::Options {
    let mut options = groups(width);
    options.frame.id = format!("one-{width}");
    options.rows.truncate(1);
    options
}

pub fn forty(width: u32) -> bars::Options {
    let mut options = groups(width);
    options.frame.id = format!("forty-{width}");
    options.rows = (0..40_u8)
        .map(|index| {
            let value = f64::from(100 - index * 2);
            let label = format!("Kelompok pekerja {}", index + 1);
            row(&index.to_string(), &label, "", known(value, &format!("{value}%")))
        })
        .collect();
    options.ticks =
        [0.0, 20.0, 40.0, 60.0, 80.0, 100.0].map(|value| Tick { value, label: format!("{value}%") }).to_vec();
    options.track = None;
    options
}

/// Ninety letters, three letters, over 100, missing, zero, with an interval.
pub fn edges(width: u32) -> bars::Options {
    let mut options = groups(width);
    options.frame.id = format!("edges-{width}");
    let mut uncertain = row("uncertain", "Nelayan kecil", "2.100 orang", known(62.0, "≈62%"));
    if let Amount::Known { interval, .. } = &mut uncertain.amount {
        *interval = Some((55.0, 70.5));
    }
    options.rows = vec![
        row(
            "over",
            "Pekerja migran yang terdaftar pada lebih dari satu program dan tercatat di dua kabupaten/kota",
            "1.042 dari 1.000 orang menurut catatan",
            known(104.2, "104,2%"),
        ),
        uncertain,
        row("near", "Ojek", "", known(97.0, "97,0%")),
        row("before", "Ibu", "", known(26.5, "26,5%")),
        row("missing", "Pekerja rumah tangga", "", missing()),
        row("zero", "Pemulung", "0 orang", known(0.0, "0%")),
    ];
    options
}

pub fn zeros(width: u32) -> bars::Options {
    let mut options = awards(width);
    options.frame.id = format!("zeros-{width}");
    for one in &mut options.rows {
        one.amount = known(0.0, "0 orang");
    }
    options
}

pub fn headline(width: u32) -> progress::Options {
    progress::Options {
        frame: frame("headline", width),
        key: "total".to_owned(),
        amount: known(31.33, "31,33% terlindungi"),
        goal: 100.0,
        goal_label: Some("Cakupan semesta 100% · 2045".to_owned()),
        left_label: Some("68,67 poin persen lagi".to_owned()),
    }
}

pub fn headline_with(id: &str, width: u32, amount: Amount) -> progress::Options {
    progress::Options { frame: frame(id, width), amount, ..headline(width) }
}

pub fn scholarships(width: u32) -> part_of::Options {
    let share = |key: &str, value: f64, label: &str| part_of::Share {
        key: key.to_owned(),
        value,
        label: label.to_owned(),
    };
    part_of::Options {
        frame: frame("scholarships", width),
        whole: share("benefits", 718.7, "Rp718,7\u{a0}miliar manfaat dibayarkan"),
        part: share("scholarships", 6.18, "Rp6,18\u{a0}miliar beasiswa untuk 1.582 anak (0,86%)"),
    }
}
