//! The last step: from the tables of an engine to what is published. It decides what is withheld.
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use claims::{
    Cell, Chunk, Cube, Manifest, Shape, audit,
    lattice::{Lattice, Point},
    manifest::{self, File, Run, Settings, Totals, Withheld},
    quantile::{DIGITS, MEDIAN, code_of, value_of},
    release::Release,
    suppress::{Rule, State, Suppression},
};

use crate::{
    axes::Axes,
    checks,
    folder::Folder,
    percentiles::{Percentiles, Values},
    plan::Plan,
    rows, sql, tables,
};

/// What is known of the claims, and what of it may be told.
pub struct Decided {
    /// All cells.
    pub lattice: Lattice,
    /// What is withheld.
    pub suppression: Suppression,
    /// How single claims are told.
    pub release: Release,
    /// What is small.
    pub rule: Rule,
}

/// Writes what is published.
///
/// # Errors
/// When a table is missing, nothing can be published safely, or it cannot be written.
pub fn finish(plan: &Plan, work: &Path, out: &Path, engine: &str) -> Result<Manifest> {
    let decided = decide(plan, work)?;
    let folder = Folder::new(work)?;
    let amounts = Percentiles::read(work, "amounts", &decided, |amount| Ok(code_of(amount)))?;
    let days = Percentiles::read(work, "days", &decided, |days| Ok(days.try_into()?))?;
    let written = rows::write(plan, work, &folder, &decided)?;
    eprintln!(
        "  rows      {:>10} in {} chunks and {} Parquet files",
        written.rows,
        written.chunks.len(),
        written.downloads.len()
    );
    let (cube_bytes, files) = cubes(plan, &folder, &decided, &amounts, &days, &written.chunks)?;
    let mut regions = plan.axes.regions.clone();
    for (region, file) in regions.iter_mut().zip(files) {
        region.cube = file;
    }
    let total = [0; 4];
    let manifest = Manifest {
        format: manifest::FORMAT.to_owned(),
        made: now(),
        run: Run {
            id: plan.id.clone(),
            engine: engine.to_owned(),
            sql: sql::version(),
            inputs: plan.published_inputs(),
        },
        invented: plan.invented,
        currency: plan.currency.clone(),
        settings: Settings {
            smallest: decided.rule.smallest,
            values: decided.rule.values,
            months_by_group: decided.rule.months_by_group,
            digits: DIGITS,
        },
        regions,
        times: plan.axes.times.clone(),
        programmes: plan.axes.programmes.clone(),
        groups: plan.axes.groups.clone(),
        channels: plan.axes.channels.clone(),
        totals: Totals {
            claims: decided.lattice.count(total),
            amount: decided.lattice.amount(total),
            rows: written.rows,
            exact_rows: decided.release.exact,
            cube_bytes,
            row_bytes: written.bytes,
            parquet_bytes: written.downloads.iter().map(|download| download.bytes).sum(),
        },
        withheld: withheld(&decided),
        checks: checks::checks(plan, &decided),
        downloads: written.downloads,
    };
    folder.write(manifest::MANIFEST, manifest.write()?.as_bytes())?;
    folder.publish(out)?;
    Ok(manifest)
}

/// Adds the cells up and decides what is withheld.
fn decide(plan: &Plan, work: &Path) -> Result<Decided> {
    let rule = plan.rule();
    let mut lattice = plan.axes.lattice()?;
    tables::each(work, "cells", ["region", "time", "programme", "grp", "claims", "amount"], |row| {
        let [Some(region), Some(time), Some(programme), Some(group), Some(claims), Some(amount)] = row else {
            bail!("a cell has an empty column");
        };
        let leaf: Point = [region.try_into()?, time.try_into()?, programme.try_into()?, group.try_into()?];
        ensure!(
            lattice.add(leaf, claims.try_into()?, amount),
            "the cell {leaf:?} is no cell of leaves, or the amounts are too large"
        );
        Ok(())
    })?;
    let rows: u64 = plan.inputs.iter().map(|input| input.rows).sum();
    let found = lattice.count([0; 4]);
    ensure!(
        found == rows,
        "the engine counted {found} claims, and the files have {rows}: an id is not in the lists"
    );
    let amount = lattice.amount([0; 4]);
    ensure!(amount == plan.amount, "the engine summed up {amount}, and the files have {}", plan.amount);
    let suppression = Suppression::new(&lattice, &rule);
    if !suppression.is_kept(&lattice, [0; 4]) {
        bail!("there are too few claims to publish anything without telling of single ones: {found}");
    }
    named(plan, &lattice, &suppression)?;
    let bounds = audit::bounds(&lattice, &suppression);
    for (index, state) in suppression.states.iter().enumerate() {
        let values =
            bounds.high.get(index).zip(bounds.low.get(index)).map_or(0, |(high, low)| high - low + 1);
        ensure!(
            *state != State::Small || values >= rule.values,
            "a small cell could be computed: {:?}",
            lattice.point(index)
        );
    }
    let release = Release::new(&lattice, &suppression, &rule);
    Ok(Decided { lattice, suppression, release, rule })
}

/// That no list names what has few claims in all: that it is named would tell that there are some.
fn named(plan: &Plan, lattice: &Lattice, suppression: &Suppression) -> Result<()> {
    let Axes { times, programmes, groups, .. } = &plan.axes;
    let check = |id: &str, point: Point| {
        ensure!(
            suppression.state(lattice, point) != State::Small,
            "`{id}` has {} claims in all, too few to be named: leave them out, or put them where more are",
            lattice.count(point)
        );
        Ok(())
    };
    for (time, number) in times.iter().zip(0..) {
        check(&time.id, [0, number, 0, 0])?;
    }
    for (programme, number) in programmes.iter().zip(0..) {
        check(&programme.id, [0, 0, number, 0])?;
    }
    for (group, number) in groups.iter().zip(0..) {
        check(&group.id, [0, 0, 0, number])?;
    }
    Ok(())
}

fn withheld(decided: &Decided) -> Withheld {
    let Decided { lattice, suppression, release, rule } = decided;
    let published = |index: usize| rule.has(lattice, lattice.point(index));
    let number = |state: State| {
        suppression
            .states
            .iter()
            .enumerate()
            .filter(|(index, found)| **found == state && published(*index))
            .count() as u64
    };
    let (small, protecting) = (about(number(State::Small)), about(number(State::Protecting)));
    Withheld {
        cells: small + protecting,
        small,
        protecting,
        coarser_rows: release.coarser,
        left_out_rows: release.left_out,
    }
}

/// Writes a file for each region. All their bytes, and the files in the order of the regions.
fn cubes(
    plan: &Plan,
    folder: &Folder,
    decided: &Decided,
    amounts: &Percentiles,
    days: &Percentiles,
    chunks: &[(Chunk, Vec<u16>)],
) -> Result<(u64, Vec<File>)> {
    let axes = decided.lattice.axes();
    let [regions, times, programmes, groups] = axes;
    let first_month = plan.axes.times.iter().take_while(|time| time.id.len() < 7).count();
    let (mut sum, mut files) = (0, Vec::new());
    for region in 0..u16::try_from(regions.len())? {
        let children: Vec<u16> = regions.children(region).collect();
        let mut of_file = vec![region];
        of_file.extend(&children);
        if !children.is_empty() && region != 0 {
            // The nation, to compare with.
            of_file.push(0);
        }
        of_file.sort_unstable();
        let mut cube = Cube::new(Shape {
            regions: of_file.clone(),
            times: u16::try_from(times.len())?,
            first_month: u16::try_from(first_month)?,
            programmes: u16::try_from(programmes.len())?,
            groups: u16::try_from(groups.len())?,
        });
        for &of in &of_file {
            // Of neighbours only what a table and a map show; of the nation what a trend is compared with.
            let months = of == region || of == 0;
            let single_groups = of == region;
            for time in 0..u16::try_from(if months { times.len() } else { first_month })? {
                for programme in 0..u16::try_from(programmes.len())? {
                    for group in 0..if single_groups { u16::try_from(groups.len())? } else { 1 } {
                        push(&mut cube, [of, time, programme, group], decided, amounts, days)?;
                    }
                }
            }
        }
        let is_leaf = children.is_empty();
        let own = |within: &[u16]| {
            if is_leaf {
                within.contains(&region)
            } else {
                within.iter().any(|of| of_file.contains(of) && (*of != 0 || region == 0))
            }
        };
        cube.chunks =
            chunks.iter().filter(|(_, within)| own(within)).map(|(chunk, _)| chunk.clone()).collect();
        if region == 0 && regions.depth(*regions.leaves().first().context("no regions")?) > 1 {
            cube.chunks.retain(|chunk| chunk.first.first() == Some(&0));
        }
        let stored = folder.pack("cube", &cube.encode()?)?;
        sum += stored.bytes;
        files.push(File { name: stored.name(), bytes: stored.bytes });
    }
    Ok((sum, files))
}

fn push(
    cube: &mut Cube,
    point: Point,
    decided: &Decided,
    amounts: &Percentiles,
    days: &Percentiles,
) -> Result<()> {
    let Decided { lattice, suppression, .. } = decided;
    if !suppression.is_kept(lattice, point) {
        return Ok(());
    }
    let [_, time, ..] = point;
    let is_month = time >= cube.shape.first_month;
    let told = |table: &Percentiles| {
        let mut told: Values = table.of(lattice.index(point));
        if is_month {
            told =
                std::array::from_fn(|place| told.get(place).copied().flatten().filter(|_| place == MEDIAN));
        }
        told
    };
    let cell = Cell {
        count: lattice.count(point).try_into()?,
        amount: lattice.amount(point),
        amounts: told(amounts).map(|code| code.map(value_of)),
        days: told(days),
    };
    ensure!(cube.push(point, &cell), "the cell {point:?} is out of order");
    Ok(())
}

/// A number in its first two digits, the last one of fewer left out.
fn about(number: u64) -> u64 {
    let mut step = 10;
    while number / step >= 100 {
        step *= 10;
    }
    number - number % step
}

/// The time as RFC 3339, or what `SOURCE_DATE_EPOCH` says.
fn now() -> String {
    let named = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse::<u64>().ok());
    let since =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let seconds = named.unwrap_or(since);
    let (days, clock) = (seconds / 86_400, seconds % 86_400);
    // Days to a date after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let shifted = days + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", clock / 3600, clock / 60 % 60, clock % 60)
}
