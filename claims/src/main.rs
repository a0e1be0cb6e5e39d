//! `cargo xtask claims`: claims of any number as static files that tell of nobody.
mod axes;
mod bench;
mod checks;
mod columns;
mod compare;
mod engine;
mod finish;
mod folder;
mod parquet_source;
mod percentiles;
mod plan;
mod rows;
mod sample;
mod source;
mod sql;
mod tables;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use anyhow::{Context, Result, bail, ensure};
use claims::{Manifest, manifest::Measure, suppress::Rule};
use clap::{Args, Parser, Subcommand};

use crate::{engine::Limits, plan::Plan, source::Kind};

#[derive(Parser)]
#[command(name = "cargo xtask claims", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write invented claims and the dataset that describes them
    Sample {
        /// How many
        #[arg(long, value_name = "N")]
        rows: u64,
        /// The folder that they are written to
        #[arg(long, value_name = "DIR", default_value = "claims-sample")]
        out: PathBuf,
        /// The same seed makes the same claims
        #[arg(long, default_value_t = 20)]
        seed: u64,
        /// Write Parquet rather than CSV
        #[arg(long)]
        parquet: bool,
    },
    /// Write what is published of claims
    Prepare(Prepare),
    /// Check the claims and write what an engine elsewhere has to do
    Plan(Prepare),
    /// Write what is published from the tables that an engine elsewhere made
    Finish {
        /// The folder with the plan and the tables
        #[arg(long, value_name = "DIR")]
        work: PathBuf,
        /// The folder to publish
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The engine that made the tables
        #[arg(long, default_value = "Spark")]
        engine: String,
    },
    /// Run DataFusion and Spark on the same invented claims, and compare every value
    Compare {
        /// How many claims
        #[arg(long, value_name = "N", default_value_t = 200_000)]
        rows: u64,
    },
    /// Measure a preparation of invented claims
    Bench {
        /// How many claims
        #[arg(long, value_name = "N", default_value_t = 1_000_000)]
        rows: u64,
        /// How much memory is used
        #[arg(long, value_name = "SIZE", default_value = "2GB", value_parser = size)]
        memory: usize,
    },
}

#[derive(Args)]
struct Prepare {
    /// A CSV or Parquet file, or a folder of them
    #[arg(long = "in", value_name = "PATH")]
    from: PathBuf,
    /// The dataset whose `claims.records` describes the columns
    #[arg(long, value_name = "FILE")]
    dataset: PathBuf,
    /// The folder to publish
    #[arg(long, value_name = "DIR", default_value = "claims-out")]
    out: PathBuf,
    /// The smallest number of claims that is published
    #[arg(long, value_name = "N", default_value_t = 5)]
    smallest: u64,
    /// How many values must be possible for a number that is withheld because it is small
    #[arg(long, value_name = "N", default_value_t = 2)]
    values: u64,
    /// How much memory is used, such as 2GB
    #[arg(long, value_name = "SIZE", default_value = "2GB", value_parser = size)]
    memory: usize,
    /// How many threads
    #[arg(long, value_name = "N", default_value_t = 2)]
    threads: usize,
    /// Keep the tables in between, in `<out>.part`
    #[arg(long)]
    keep: bool,
}

/// Bytes, as `500MB` or `2GB`.
fn size(text: &str) -> Result<usize, String> {
    let upper = text.to_uppercase();
    let (digits, factor) = match (upper.strip_suffix("GB"), upper.strip_suffix("MB")) {
        (Some(digits), _) => (digits, 1 << 30),
        (_, Some(digits)) => (digits, 1 << 20),
        _ => (upper.as_str(), 1),
    };
    let bytes = digits.trim().parse::<usize>().ok().and_then(|number| number.checked_mul(factor));
    bytes
        .filter(|bytes| *bytes >= 100 << 20)
        .ok_or_else(|| format!("`{text}` is no size such as 2GB, of 100MB or more"))
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Sample { rows, out, seed, parquet } => {
            let kind = if parquet { Kind::Parquet } else { Kind::Csv };
            let (claims, dataset) = sample::write(&out, sample::Options { rows, seed, kind })?;
            println!("invented claims: {}\ntheir dataset: {}", claims.display(), dataset.display());
            Ok(())
        }
        Command::Prepare(options) => prepare(&options),
        Command::Plan(options) => {
            let work = part(&options.out)?;
            let plan = planned(&options, &work)?;
            println!(
                "{} statements for {} claims: {}",
                plan.statements.len(),
                rows_of(&plan),
                work.display()
            );
            Ok(())
        }
        Command::Finish { work, out, engine } => {
            let plan = Plan::read(&work)?;
            ours(&work, &out)?;
            tell(&finish::finish(&plan, &work, &out, &engine)?, &out);
            Ok(())
        }
        Command::Compare { rows } => {
            let state = bench::state()?;
            let options = trial(&state, rows, 2 << 30, true)?;
            prepare(&options)?;
            bench::spark(&state, &part(&options.out)?)
        }
        Command::Bench { rows, memory } => {
            let options = trial(&bench::state()?, rows, memory, false)?;
            prepare(&options)?;
            let peak = bench::peak()
                .map_or_else(|| "unknown".to_owned(), |bytes| format!("{} MB", bytes / 1_000_000));
            println!("  peak memory {peak}");
            Ok(())
        }
    }
}

fn prepare(options: &Prepare) -> Result<()> {
    let began = Instant::now();
    let work = part(&options.out)?;
    let plan = planned(options, &work)?;
    eprintln!("  checked   {:>10} rows {:>6.1} s", rows_of(&plan), began.elapsed().as_secs_f64());
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(options.threads).enable_all().build()?;
    let limits = Limits { memory: options.memory, threads: options.threads };
    runtime.block_on(engine::run(&plan, &work, limits))?;
    let manifest = finish::finish(&plan, &work, &options.out, &engine::name())?;
    if !options.keep {
        fs::remove_dir_all(&work).with_context(|| format!("removing {}", work.display()))?;
    }
    tell(&manifest, &options.out);
    eprintln!("  {:.1} s", began.elapsed().as_secs_f64());
    Ok(())
}

/// A preparation of invented claims.
fn trial(state: &Path, rows: u64, memory: usize, keep: bool) -> Result<Prepare> {
    let (from, dataset) = bench::invented(state, rows)?;
    let Rule { smallest, values, .. } = Rule::default();
    let out = state.join(format!("published-{rows}"));
    Ok(Prepare { from, dataset, out, smallest, values, memory, threads: 2, keep })
}

/// The folder beside the one to publish, in which everything is made.
fn part(out: &Path) -> Result<PathBuf> {
    let mut name = out.file_name().context("the folder to publish has no name")?.to_owned();
    name.push(".part");
    let work = out.with_file_name(name);
    ours(&work, out)?;
    Ok(work)
}

/// Makes sure that nothing but published claims is replaced.
fn ours(work: &Path, out: &Path) -> Result<()> {
    folder::recover(work, out)?;
    if out.exists() {
        let is_ours = out.join(claims::manifest::MANIFEST).is_file() || fs::read_dir(out)?.next().is_none();
        ensure!(is_ours, "{} is there and holds no published claims: name another folder", out.display());
    }
    Ok(())
}

fn planned(options: &Prepare, work: &Path) -> Result<Plan> {
    let text = fs::read_to_string(&options.dataset)
        .with_context(|| format!("reading {}", options.dataset.display()))?;
    let reading = dataset::read(&text);
    let Some(dataset) = reading.dataset else {
        bail!("{} is no dataset: run `cargo xtask check` on it", options.dataset.display());
    };
    ensure!(options.smallest >= 2, "with a smallest number below 2 nothing is protected");
    ensure!(options.values >= 2, "a number of which one value is possible is known");
    let rule = Rule { smallest: options.smallest, values: options.values, ..Rule::default() };
    let mut progress = |rows: u64| eprint!("\r  checking  {rows:>10} rows");
    let plan = Plan::new(&options.from, &dataset, &rule, &mut progress);
    eprint!("\r");
    let plan = plan?;
    plan.write(work)?;
    Ok(plan)
}

fn rows_of(plan: &Plan) -> u64 {
    plan.inputs.iter().map(|input| input.rows).sum()
}

/// Says what was published, what was withheld, and what does not fit.
fn tell(manifest: &Manifest, out: &Path) {
    let Manifest { totals, withheld, .. } = manifest;
    println!("{} claims of {} {} in {}", totals.claims, manifest.currency, totals.amount, out.display());
    println!(
        "  cube {} KB, rows {} KB, Parquet {} KB",
        totals.cube_bytes / 1000,
        totals.row_bytes / 1000,
        totals.parquet_bytes / 1000
    );
    let views = (0..u16::try_from(manifest.regions.len()).unwrap_or(u16::MAX))
        .map(|region| manifest.first_view(region).iter().map(|file| file.bytes).sum::<u64>());
    println!("  a first view has {} KB at most", views.max().unwrap_or(0).div_ceil(1000));
    println!("  withheld: {} cells, of these {} small", withheld.cells, withheld.small);
    println!(
        "  of the claims, {} are told less exactly than by month and region, {} not at all",
        withheld.coarser_rows, withheld.left_out_rows
    );
    for check in &manifest.checks {
        let what = match check.what {
            Measure::Count => "claims",
            Measure::Amount => "amount",
        };
        let verdict = if check.fits { "fits" } else { "does not fit" };
        let found = check.found.map_or_else(|| "a withheld number".to_owned(), |found| found.to_string());
        let [low, high] = check.stated;
        println!("  {} ({what}): stated {low} to {high}, found {found}: {verdict}", check.observation);
    }
}
