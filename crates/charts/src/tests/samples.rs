//! Figures as they come from the August 2025 report, and invented ones for the edges.

use crate::bars::{self, Row, Second, Shape, Tone};
use crate::lines::{self, Goal, Moment, Point};
use crate::{Amount, Frame, Reference, Tick, dots, matrix, tiles};

pub fn frame(id: &str, width: u32) -> Frame {
    Frame { id: format!("{id}-{width}"), figure: "figure".to_owned(), width }
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
        ..bars::Options::default()
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

/// Rates of places: long names, a tie, a missing one, one above 100 %, one with an interval.
pub fn regions(width: u32) -> bars::Options {
    let mut uncertain = row("pali", "Penukal Abab Lematang Ilir", "", known(40.0, "40%"));
    if let Amount::Known { interval, .. } = &mut uncertain.amount {
        *interval = Some((35.0, 45.0));
    }
    bars::Options {
        frame: frame("regions", width),
        rows: vec![
            row("plg", "Palembang", "", known(104.5, "104,5%")),
            row("pbm", "Prabumulih", "", known(94.0, "94,0%")),
            row("okus", "Ogan Komering Ulu Selatan", "", known(44.1, "44,1%")),
            row("mura", "Musi Rawas", "", known(44.1, "44,1%")),
            uncertain,
            row("muratara", "Musi Rawas Utara", "", known(30.2, "30,2%")),
            row("okut", "Ogan Komering Ulu Timur", "", known(0.0, "0%")),
            row("empat", "Empat Lawang", "", missing()),
        ],
        references: references(),
        at_least: Some(100.0),
        shape: Shape::Dots,
        ..bars::Options::default()
    }
}

pub fn region(width: u32) -> bars::Options {
    let mut options = regions(width);
    options.frame.id = format!("region-{width}");
    options.rows.drain(..2);
    options.rows.truncate(1);
    options
}

/// The parts of a whole: one large, two alike, one a sliver.
pub fn parts(width: u32) -> bars::Options {
    bars::Options {
        frame: frame("parts", width),
        rows: vec![
            row("wage", "Penerima upah", "600.000 orang", known(600_000.0, "80%")),
            row("self", "Bukan penerima upah", "74.000 orang", known(74_000.0, "9,9%")),
            row("build", "Jasa konstruksi", "74.000 orang", known(74_000.0, "9,9%")),
            row("abroad", "Pekerja migran Indonesia", "2.000 orang", known(2_000.0, "0,3%")),
        ],
        shape: Shape::Parts,
        ..bars::Options::default()
    }
}

fn points(amounts: &[Amount]) -> Vec<Point> {
    let point = |(time, amount): (usize, &Amount)| Point {
        key: format!("total-{time}"),
        time,
        amount: amount.clone(),
    };
    amounts.iter().enumerate().map(point).collect()
}

fn moment(position: f64, label: &str) -> Moment {
    Moment { position, label: label.to_owned() }
}

fn hundred() -> Vec<Tick> {
    [0.0, 50.0, 100.0].map(|value| Tick { value, label: format!("{value}%") }).to_vec()
}

/// Two times.
pub fn slope(width: u32) -> lines::Options {
    lines::Options {
        frame: frame("slope", width),
        times: vec![moment(0.0, "Desember 2024"), moment(228.0, "1 Agustus 2025")],
        points: points(&[known(29.1, "29,1%"), known(31.33, "31,33%")]),
        breaks: Vec::new(),
        ticks: hundred(),
        at_least: Some(100.0),
        goal: None,
    }
}

/// A line with a gap, a break, an interval and a figure above 100 %.
pub fn line(width: u32) -> lines::Options {
    let wide = Amount::Known { value: 61.0, label: "61%".to_owned(), interval: Some((55.0, 67.0)) };
    let amounts = [
        known(40.0, "40,0%"),
        known(45.2, "45,2%"),
        missing(),
        wide,
        known(58.3, "58,3%"),
        known(104.2, "104,2%"),
    ];
    let years = ["2020", "2021", "2022", "2023", "Desember 2024", "30 Juni 2025"];
    let days = [0.0, 365.0, 730.0, 1095.0, 1630.0, 1811.0];
    lines::Options {
        frame: frame("line", width),
        times: days.into_iter().zip(years).map(|(position, label)| moment(position, label)).collect(),
        points: points(&amounts),
        breaks: vec![Reference { value: 1278.0, label: "Deret baru sejak 2024".to_owned() }],
        ticks: hundred(),
        at_least: Some(100.0),
        goal: None,
    }
}

/// The way to the goal from one figure.
pub fn way(width: u32) -> lines::Options {
    lines::Options {
        frame: frame("way", width),
        times: vec![moment(0.0, "1 Agustus 2025"), moment(7_274.0, "2045")],
        points: points(&[known(31.33, "31,33%")]),
        breaks: Vec::new(),
        ticks: hundred(),
        at_least: Some(100.0),
        goal: Some(Goal {
            position: 7_274.0,
            value: 100.0,
            label: "Sasaran: semua pekerja terlindungi (100%)".to_owned(),
            pace: "perlu sekitar 3,4 poin persen setahun (hitungan kami)".to_owned(),
        }),
    }
}

/// The way to the goal from several figures, the last of them with an interval, and a break.
pub fn way_on(width: u32) -> lines::Options {
    let mut options = line(width);
    options.frame = frame("way-on", width);
    options.points.pop();
    options.times.pop();
    options.times.push(moment(9_131.0, "2045"));
    options.goal = way(width).goal.map(|goal| Goal { position: 9_131.0, ..goal });
    options
}

/// A rate as dots; on pages 20 in a row, in pictures 10.
pub fn dots(width: u32) -> dots::Options {
    dots_with("dots", width, known(31.33, "31,33%"))
}

pub fn dots_with(id: &str, width: u32, amount: Amount) -> dots::Options {
    dots::Options {
        frame: frame(id, width),
        key: "total".to_owned(),
        amount,
        columns: 20,
        covered_label: Some("31 terlindungi".to_owned()),
        rest_label: Some("69 belum".to_owned()),
    }
}

/// Categories of an award by place: a few counts, the rest empty.
pub fn matrix(width: u32) -> matrix::Options {
    let counts = [(0, 0, 1), (0, 3, 3), (1, 1, 2), (1, 4, 1), (3, 2, 1), (3, 4, 2)];
    let cell = |(row, column, count): (usize, usize, u32)| matrix::Cell {
        key: format!("{row}-{column}"),
        row,
        column,
        count,
        label: count.to_string(),
    };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    matrix::Options {
        frame: frame("matrix", width),
        rows: names(&["Pemerintah kabupaten/kota", "Badan usaha besar", "Desa/kelurahan", "Usaha kecil"]),
        columns: names(&["Palem\u{ad}bang", "Lahat", "Musi Rawas", "Banyu\u{ad}asin", "OKI"]),
        cells: counts.map(cell).to_vec(),
    }
}

/// So many places that their names stand by turns on two lines.
pub fn matrix_by_turns(width: u32) -> matrix::Options {
    let mut options = matrix(width);
    options.frame.id = format!("matrix-turns-{width}");
    let names = ["Palembang", "Lahat", "Musi Rawas", "Banyuasin", "OKI", "Prabumulih", "Muara Enim", "PALI"];
    options.columns = names.map(str::to_owned).to_vec();
    options
}

/// The regencies and cities of South Sumatra, three of them with a figure.
pub fn tiles(width: u32) -> tiles::Options {
    let places = [
        ("Mura\u{ad}tara", 1, 0),
        ("Muba", 2, 0),
        ("Banyu\u{ad}asin", 3, 0),
        ("Lubuk Linggau", 0, 1),
        ("Musi Rawas", 1, 1),
        ("PALI", 2, 1),
        ("Palem\u{ad}bang", 3, 1),
        ("Empat Lawang", 0, 2),
        ("Lahat", 1, 2),
        ("Prabu\u{ad}mulih", 2, 2),
        ("Ogan Ilir", 3, 2),
        ("OKI", 4, 2),
        ("Pagar Alam", 1, 3),
        ("Muara Enim", 2, 3),
        ("OKU", 3, 3),
        ("OKU Timur", 4, 3),
        ("OKU Selatan", 3, 4),
    ];
    let cell = |(label, column, row): (&str, u8, u8)| {
        let value = match label {
            "Lahat" => "2",
            "Musi Rawas" => "1",
            "Prabu\u{ad}mulih" => "3",
            _ => "–",
        };
        tiles::Cell {
            key: label.replace('\u{ad}', ""),
            label: label.to_owned(),
            column,
            row,
            value: value.to_owned(),
            count: value.parse().unwrap_or(0),
        }
    };
    let unknown = tiles::Cell { count: 12, value: "12".to_owned(), ..cell(("Tempat tidak diketahui", 0, 0)) };
    tiles::Options { frame: frame("tiles", width), cells: places.map(cell).to_vec(), unknown: Some(unknown) }
}

/// One place with a name that no tile holds.
pub fn tile(width: u32) -> tiles::Options {
    let mut options = tiles(width);
    options.frame.id = format!("tile-{width}");
    options.cells.truncate(1);
    options.unknown = None;
    options.cells[0].label = "Penukal Abab Lematang Ilir".to_owned();
    options
}
