//! Invented claims, to try and to measure with: many regencies, few large ones, amounts as skewed as real ones.
//!
//! Names of files, regions and metadata say that they are invented; there are no persons in them.
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result};
use datafusion::arrow::{
    array::{ArrayRef, Int32Array, Int64Array, RecordBatch, StringArray},
    datatypes::{DataType, Field, Schema},
};
use parquet::{
    arrow::ArrowWriter,
    basic::Compression,
    file::{metadata::KeyValue, properties::WriterProperties},
};
use serde_json::{Map, Value, json};

use crate::source::Kind;

/// How many provinces and regencies the nation has.
const PROVINCES: u32 = 38;
const REGENCIES: u32 = 514;
/// From January 2022 on.
const MONTHS: u32 = 48;
const FIRST_YEAR: u32 = 2022;
/// Programmes: share of claims, median of amounts, spread of their logarithm, median of days.
const PROGRAMMES: [(&str, f64, f64, f64, f64); 5] = [
    ("jht", 0.68, 9_500_000.0, 0.95, 7.0),
    ("jkk", 0.12, 3_800_000.0, 1.30, 21.0),
    ("jkm", 0.06, 42_000_000.0, 0.0, 12.0),
    ("jp", 0.09, 4_400_000.0, 0.60, 15.0),
    ("jkp", 0.05, 1_700_000.0, 0.45, 9.0),
];
const GROUPS: [(&str, f64); 4] = [
    ("penerima-upah", 0.80),
    ("bukan-penerima-upah", 0.13),
    ("jasa-konstruksi", 0.05),
    ("pekerja-migran", 0.02),
];
const CHANNELS: [(&str, f64); 4] =
    [("daring", 0.52), ("kantor", 0.33), ("layanan-bersama", 0.12), ("kunjungan", 0.03)];
const COLUMNS: [&str; 7] = ["tanggal", "wilayah", "program", "kelompok", "nilai", "kanal", "hari"];

/// What is invented.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How many claims.
    pub rows: u64,
    /// The same seed makes the same claims.
    pub seed: u64,
    /// How they are written.
    pub kind: Kind,
}

/// Numbers that look random: SplitMix64 (Steele, Lea, Flood, 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// At least 0, below 1.
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Of the standard normal distribution (Box and Muller).
    fn normal(&mut self) -> f64 {
        let (a, b) = (1.0 - self.unit(), self.unit());
        (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
    }

    /// A place of a list of sums of shares, the last of which is their total.
    fn place(&mut self, sums: &[f64]) -> usize {
        let at = self.unit() * sums.last().copied().unwrap_or(0.0);
        sums.partition_point(|sum| *sum <= at).min(sums.len().saturating_sub(1))
    }
}

fn sums(shares: impl IntoIterator<Item = f64>) -> Vec<f64> {
    shares
        .into_iter()
        .scan(0.0, |sum, share| {
            *sum += share;
            Some(*sum)
        })
        .collect()
}

/// A regency: its code, and how many claims it has relative to others.
fn regencies() -> Vec<(String, f64)> {
    let mut chance = Chance(514);
    let mut regencies = Vec::new();
    for province in 0..PROVINCES {
        // 514 regencies over 38 provinces, some with few and some with many.
        let share = |n: u32| (f64::from(n) / f64::from(PROVINCES)).powf(1.25) * f64::from(REGENCIES);
        let number = (share(province + 1).round() - share(province).round()) as u32;
        let size = (chance.normal() * 0.9).exp();
        for regency in 1..=number {
            let weight = size * (chance.normal() * 1.0).exp();
            regencies.push((format!("{}.{regency:02}", province + 11), weight));
        }
    }
    regencies
}

/// Writes claims and the dataset that describes them. The paths of both.
///
/// # Errors
/// When they cannot be written.
pub fn write(folder: &Path, options: Options) -> Result<(PathBuf, PathBuf)> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let stem = format!("klaim-rekaan-{}-{}", options.rows, options.seed);
    let dataset = folder.join(format!("{stem}.dataset.json"));
    let extension = match options.kind {
        Kind::Csv => "csv",
        Kind::Parquet => "parquet",
    };
    let claims = folder.join(format!("{stem}.{extension}"));
    fs::write(&dataset, serde_json::to_vec_pretty(&describe(&stem, extension, options.rows))?)
        .with_context(|| format!("writing {}", dataset.display()))?;
    let mut claimant = Claimant::new(options.seed);
    match options.kind {
        Kind::Csv => csv(&claims, options.rows, &mut claimant)?,
        Kind::Parquet => parquet(&claims, options.rows, &mut claimant)?,
    }
    Ok((claims, dataset))
}

/// Invents claims.
struct Claimant {
    chance: Chance,
    regencies: Vec<String>,
    by_regency: Vec<f64>,
    by_programme: Vec<f64>,
    by_group: Vec<f64>,
    by_channel: Vec<f64>,
    by_month: Vec<f64>,
}

/// One invented claim.
struct Claim<'a> {
    day: String,
    regency: &'a str,
    programme: &'static str,
    group: &'static str,
    amount: i64,
    channel: &'static str,
    days: i32,
}

impl Claimant {
    fn new(seed: u64) -> Self {
        let (regencies, weights): (Vec<_>, Vec<_>) = regencies().into_iter().unzip();
        // A little more each month, and a peak after the holidays.
        let months = (0..MONTHS)
            .map(|month| (1.0 + f64::from(month) * 0.008) * if month % 12 == 4 { 1.3 } else { 1.0 });
        Self {
            chance: Chance(seed),
            regencies,
            by_regency: sums(weights),
            by_programme: sums(PROGRAMMES.map(|programme| programme.1)),
            by_group: sums(GROUPS.map(|group| group.1)),
            by_channel: sums(CHANNELS.map(|channel| channel.1)),
            by_month: sums(months),
        }
    }

    fn next(&mut self) -> Result<Claim<'_>> {
        let chance = &mut self.chance;
        let regency = self.regencies.get(chance.place(&self.by_regency)).context("no regency")?;
        let (programme, _, median, spread, days) =
            *PROGRAMMES.get(chance.place(&self.by_programme)).context("no programme")?;
        let (group, _) = *GROUPS.get(chance.place(&self.by_group)).context("no group")?;
        let (channel, _) = *CHANNELS.get(chance.place(&self.by_channel)).context("no channel")?;
        let month = chance.place(&self.by_month) as u32;
        let day = 1 + chance.next() % 28;
        let amount = (median * (chance.normal() * spread).exp()).round() as i64;
        let days = (days * (chance.normal() * 0.6).exp()).round().clamp(0.0, 400.0) as i32;
        let day = format!("{}-{:02}-{day:02}", FIRST_YEAR + month / 12, month % 12 + 1);
        Ok(Claim { day, regency, programme, group, amount, channel, days })
    }
}

fn csv(path: &Path, rows: u64, claimant: &mut Claimant) -> Result<()> {
    let mut out = BufWriter::with_capacity(
        1 << 20,
        File::create(path).with_context(|| format!("making {}", path.display()))?,
    );
    writeln!(out, "{}", COLUMNS.join(","))?;
    for _ in 0..rows {
        let Claim { day, regency, programme, group, amount, channel, days } = claimant.next()?;
        writeln!(out, "{day},{regency},{programme},{group},{amount},{channel},{days}")?;
    }
    out.flush().with_context(|| format!("writing {}", path.display()))
}

fn parquet(path: &Path, rows: u64, claimant: &mut Claimant) -> Result<()> {
    let [day, region, programme, group, amount, channel, days] = COLUMNS;
    let text = |name| Field::new(name, DataType::Utf8, false);
    let schema = Arc::new(Schema::new(vec![
        text(day),
        text(region),
        text(programme),
        text(group),
        Field::new(amount, DataType::Int64, false),
        text(channel),
        Field::new(days, DataType::Int32, false),
    ]));
    let note =
        KeyValue { key: "invented".into(), value: Some("true: klaim rekaan, bukan data orang".into()) };
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(vec![note]))
        .build();
    let file = File::create(path).with_context(|| format!("making {}", path.display()))?;
    let mut writer = ArrowWriter::try_new(file, schema.clone(), Some(properties))?;
    let mut left = rows;
    while left > 0 {
        let number = left.min(1 << 16);
        left -= number;
        let mut texts: [Vec<String>; 5] = [const { Vec::new() }; 5];
        let (mut amounts, mut all_days) = (Vec::new(), Vec::new());
        for _ in 0..number {
            let claim = claimant.next()?;
            let cells = [
                claim.day,
                claim.regency.into(),
                claim.programme.into(),
                claim.group.into(),
                claim.channel.into(),
            ];
            texts.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
            amounts.push(claim.amount);
            all_days.push(claim.days);
        }
        let [day, region, programme, group, channel] =
            texts.map(|texts| Arc::new(StringArray::from(texts)) as ArrayRef);
        let amounts = Arc::new(Int64Array::from(amounts));
        let days = Arc::new(Int32Array::from(all_days));
        writer.write(&RecordBatch::try_new(
            schema.clone(),
            vec![day, region, programme, group, amounts, channel, days],
        )?)?;
    }
    writer.close().with_context(|| format!("writing {}", path.display()))?;
    Ok(())
}

/// The dataset of the claims: its columns, regions, programmes and groups.
fn describe(stem: &str, extension: &str, rows: u64) -> Value {
    let mut regions = Map::new();
    // Maps of tiles are schematic: provinces and regencies follow each other, row by row.
    let tile = |place: usize, columns: usize| json!({ "column": place % columns, "row": place / columns });
    let (mut provinces, mut before) = (0, 0);
    regions.insert("negara-contoh".into(), json!({ "name": { "id": "Negara Contoh (rekaan)", "en": "Sample nation (invented)" }, "level": "nation" }));
    for (code, _) in regencies() {
        let province = code.split('.').next().unwrap_or_default();
        let id = format!("provinsi-contoh-{province}");
        let codes = json!({ "contoh": province });
        let name = json!({ "id": format!("Provinsi Contoh {province}"), "en": format!("Sample Province {province}") });
        if !regions.contains_key(&id) {
            let tile = tile(provinces, 8);
            (provinces, before) = (provinces + 1, 0);
            regions.insert(
                id.clone(),
                json!({ "name": name, "level": "province", "parent": "negara-contoh", "codes": codes, "tile": tile }),
            );
        }
        regions.insert(
            format!("kabupaten-contoh-{}", code.replace('.', "-")),
            json!({
                "name": { "id": format!("Kabupaten Contoh {code}"), "en": format!("Sample Regency {code}") },
                "level": "regency",
                "parent": id,
                "codes": { "contoh": code },
                "tile": tile(before, 5),
            }),
        );
        before += 1;
    }
    let programmes: Map<String, Value> = PROGRAMMES
        .iter()
        .map(|(id, ..)| {
            ((*id).to_owned(), json!({ "label": id.to_uppercase(), "abbreviation": id.to_uppercase() }))
        })
        .collect();
    let groups: Map<String, Value> =
        GROUPS.iter().map(|(id, _)| ((*id).to_owned(), json!({ "label": id.replace('-', " ") }))).collect();
    let types = ["date", "region", "programme", "group", "amount", "text", "integer"];
    let columns: Vec<Value> = COLUMNS
        .iter()
        .zip(types)
        .map(|(name, kind)| json!({ "name": name, "label": name, "type": kind }))
        .collect();
    json!({
        "format": "jamsostek-dashboard/1",
        "id": stem,
        "title": { "id": "Klaim rekaan", "en": "Invented claims" },
        "summary": { "id": "Angka rekaan untuk mencoba; bukan data siapa pun.", "en": "Invented figures to try with; nobody's data." },
        "region": "negara-contoh",
        "currency": "IDR",
        "regions": regions,
        "programmes": programmes,
        "groups": groups,
        "claims": {
            "records": { "href": format!("{stem}.{extension}"), "rows": rows, "columns": columns },
        },
    })
}
