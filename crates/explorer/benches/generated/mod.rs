//! An invented slice: a province of 17 regencies, 5 programmes, 48 months, amounts as skewed as real ones.
use std::collections::BTreeMap;

use claims::{
    CHUNK_ROWS, Manifest, NOT_STATED, Row, Rows,
    manifest::{FORMAT, File, Label, Member, Region, Run, Settings, Time, Totals, Withheld},
};
use explorer::{
    Index,
    protocol::{Expected, Request},
};
use words::Lang;

const REGENCIES: u16 = 17;
const PROGRAMMES: [(&str, &str, u64); 5] = [
    ("jht", "Jaminan Hari Tua", 68),
    ("jkk", "Jaminan Kecelakaan Kerja", 12),
    ("jkm", "Jaminan Kematian", 6),
    ("jp", "Jaminan Pensiun", 9),
    ("jkp", "Jaminan Kehilangan Pekerjaan", 5),
];
const YEARS: u16 = 4;

/// The files of a slice.
pub struct Slice {
    /// The manifest.
    pub manifest: Manifest,
    /// The chunks: name, and bytes as they are unpacked.
    pub chunks: Vec<(String, Vec<u8>)>,
    rows: usize,
}

/// Numbers that look random: SplitMix64 (Steele, Lea, Flood, 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % most
    }
}

impl Slice {
    /// A slice of so many rows.
    pub fn of(rows: usize) -> Self {
        let mut all: Vec<Row> = Vec::with_capacity(rows);
        let mut chance = Chance(7);
        for _ in 0..rows {
            all.push(claim(&mut chance));
        }
        all.sort_unstable();
        let chunks = all.chunks(CHUNK_ROWS).enumerate().filter_map(|(number, rows)| {
            let mut chunk = Rows::default();
            rows.iter().for_each(|row| chunk.push(row));
            Some((format!("{number}.bin.gz"), chunk.encode().ok()?))
        });
        Self { manifest: manifest(), chunks: chunks.collect(), rows }
    }

    /// What a worker is told first.
    pub fn open(&self) -> Request {
        let lists = Index::new(self.manifest.clone()).map(|index| index.lists(Lang::Id));
        Request::Open { lang: "id".into(), lists: lists.unwrap_or_default() }
    }

    /// The chunks as they are listed.
    pub fn expected(&self) -> Vec<Expected> {
        let rows = |place: usize| (self.rows - place * CHUNK_ROWS).min(CHUNK_ROWS);
        let chunk = |(place, (file, _)): (usize, &(String, Vec<u8>))| Expected {
            file: file.clone(),
            rows: u32::try_from(rows(place)).unwrap_or(0),
        };
        self.chunks.iter().enumerate().map(chunk).collect()
    }
}

fn claim(chance: &mut Chance) -> Row {
    let mut part = chance.below(100);
    let programme = PROGRAMMES.iter().zip(1_u8..).find(|((_, _, share), _)| {
        let is_it = part < *share;
        part = part.saturating_sub(*share);
        is_it
    });
    // Products of small numbers have a long tail.
    let amount = (1 + chance.below(100)) * (1 + chance.below(100)) * (1 + chance.below(100)) * 137;
    let number = |value: u64| u16::try_from(value).unwrap_or(0);
    Row {
        // Some regencies have many claims, some few.
        region: 1 + number(
            chance.below(REGENCIES.into()) * chance.below(REGENCIES.into()) / u64::from(REGENCIES),
        ),
        programme: programme.map_or(1, |(_, programme)| programme),
        time: 1 + YEARS + number(chance.below(12 * u64::from(YEARS))),
        amount: i64::try_from(amount).unwrap_or(0),
        group: u8::try_from(chance.below(3)).unwrap_or(0),
        channel: u8::try_from(chance.below(4)).unwrap_or(0),
        days: if chance.below(20) == 0 { NOT_STATED } else { number(chance.below(8) * chance.below(9)) },
    }
}

fn member(id: &str, label: &str) -> Member {
    Member { id: id.into(), label: Label::Same(label.into()) }
}

fn manifest() -> Manifest {
    let region = |id: String, parent| Region {
        label: Label::Same(format!("Kabupaten {id} (rekaan)")),
        id,
        parent,
        codes: BTreeMap::new(),
        cube: File { name: String::new(), bytes: 0 },
    };
    let whole = region("semua".into(), None);
    let parts = (1..=REGENCIES).map(|number| region(format!("r{number}"), Some(0)));
    let year = |number: u16| Time { id: format!("{}", 2022 + number), parent: Some(0) };
    let month = |number: u16| Time {
        id: format!("{}-{:02}", 2022 + number / 12, number % 12 + 1),
        parent: Some(1 + number / 12),
    };
    let times = std::iter::once(Time { id: String::new(), parent: None })
        .chain((0..YEARS).map(year))
        .chain((0..12 * YEARS).map(month));
    Manifest {
        format: FORMAT.into(),
        made: "2026-11-30T00:00:00Z".into(),
        run: Run { id: "rekaan".into(), engine: "none".into(), sql: String::new(), inputs: Vec::new() },
        invented: true,
        currency: "IDR".into(),
        settings: Settings { smallest: 5, values: 2, months_by_group: 1, digits: 3 },
        regions: std::iter::once(whole).chain(parts).collect(),
        times: times.collect(),
        programmes: std::iter::once(member("", "Semua program"))
            .chain(PROGRAMMES.map(|(id, label, _)| member(id, label)))
            .collect(),
        groups: vec![
            member("", "Semua kelompok"),
            member("pu", "Penerima upah"),
            member("bpu", "Bukan penerima upah"),
        ],
        channels: vec![
            member("", "Tidak disebutkan"),
            member("daring", "daring"),
            member("kantor", "kantor"),
            member("layanan-bersama", "layanan bersama"),
        ],
        totals: Totals::default(),
        withheld: Withheld::default(),
        checks: Vec::new(),
        downloads: Vec::new(),
    }
}
