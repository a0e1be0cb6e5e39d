//! The developer's commands: `cargo xtask --help`.
mod bench;
mod build;
mod claims;
mod claims_page;
mod claims_worker;
mod finish;
mod fuzz;
mod heights;
mod module;
mod published;
mod report;
mod serve;
mod setup;
mod size;
mod split;
mod studio;
mod test;
mod tidy;
mod tools;

use std::{env, path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Args, Parser, Subcommand};
use dataset::Date;
use desk::{Check, Export, Import, Migrate, Template, Verdict};

use crate::tools::Workspace;

/// The commands of jamsostek-dashboard. Each installs what it needs and lacks.
#[derive(Parser)]
#[command(name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install everything that the other commands need
    Setup,
    /// Build the site
    Build(Site),
    /// Build the site and serve it as GitHub Pages would
    Serve {
        #[command(flatten)]
        site: Site,
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Rebuild when a source changes
        #[arg(long)]
        watch: bool,
        /// Serve what was built before
        #[arg(long, conflicts_with = "watch")]
        no_build: bool,
        /// Let pages of other origins read what is served, as GitHub Pages does: for embeds in a sandbox
        #[arg(long)]
        cors: bool,
    },
    /// Run everything that must hold, or single parts
    Test {
        /// Run this part only (may be repeated)
        #[arg(long, value_name = "PART")]
        only: Vec<test::Part>,
        /// Handed to Playwright, as in `--only e2e -- --grep winners`
        #[arg(last = true, value_name = "ARGUMENTS")]
        playwright: Vec<String>,
    },
    /// Print what the first load costs, and fail over budget
    Size(Site),
    /// Measure how fast the site is seen and can be used, against a bare page
    Bench {
        /// Measure this instead of the site
        part: Option<bench::Part>,
        #[command(flatten)]
        site: Site,
        /// How often each page is measured; the median counts
        #[arg(long, default_value_t = 7)]
        rounds: u32,
    },
    /// Try made-up inputs on the readers, and keep those that fail
    Fuzz(fuzz::Options),
    /// Prepare claims of any number for a static host: `cargo xtask claims help`
    Claims(claims::Options),
    /// Measure how high embeds are and write it beside the dataset
    Heights(Site),
    /// Check datasets, workbooks and folders of CSV tables, and print every finding
    Check(Check),
    /// Write an empty workbook to fill in
    Template(Template),
    /// Write the dataset of a workbook, of a folder of CSV tables, or of a published sheet
    Import(Import),
    /// Write a dataset as a workbook
    Export(Export),
    /// Bring datasets to the newest version of the format
    Migrate(Migrate),
    /// Write a dataset without the names it withholds, for a public repository
    Mask {
        /// The dataset with the names
        from: PathBuf,
        /// The file to write
        to: PathBuf,
    },
    /// Trunk's post-build hook
    #[command(hide = true)]
    Finish,
}

/// What to build.
#[derive(Args)]
struct Site {
    /// The report, a workbook or a dataset (default: the one in reports/, else in public/data/)
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// The path that the site is served under
    #[arg(long, value_name = "/REPO/", default_value = "/")]
    base: build::Base,
    /// The folder that the site is written to
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// The public address of the site, for canonical links
    #[arg(long, value_name = "URL")]
    site_url: Option<String>,
    /// What was published before: a folder with `editions.json` and `v/`, or an empty one
    #[arg(long, value_name = "DIR")]
    editions: Option<PathBuf>,
    /// The day on which an edition that is not there yet is published
    /// (default: `SOURCE_DATE_EPOCH`, else the day of the dataset's last commit)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    published: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text)
        .filter(|date| date.day.is_some())
        .ok_or_else(|| format!("`{text}` is no day such as 2025-09-01"))
}

impl Site {
    /// Paths that were given are seen from the current folder, the default from the repository.
    fn options(self, ws: &Workspace) -> Result<build::Options> {
        let here = env::current_dir()?;
        let out = if self.out.as_os_str() == "dist" { ws.root.join("dist") } else { here.join(self.out) };
        Ok(build::Options {
            data: self.data.map(|data| here.join(data)),
            base: self.base,
            out,
            site_url: self.site_url,
            editions: self.editions.map(|editions| here.join(editions)),
            published: self.published,
        })
    }
}

fn main() -> ExitCode {
    let command = Cli::parse().command;
    match run(command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// True when all is well.
fn run(command: Command) -> Result<bool> {
    let ws = &Workspace::find()?;
    match command {
        Command::Setup => {
            setup::ensure(ws, &setup::Need::ALL)?;
            println!("everything is there");
            Ok(true)
        }
        Command::Build(site) => {
            let options = site.options(ws)?;
            build::build(ws, &options)?;
            println!("built in {}", options.out.display());
            Ok(true)
        }
        Command::Serve { site, port, watch, no_build, cors } => {
            let options = serve::Options { port, site: site.options(ws)?, watch, build: !no_build, cors };
            serve::serve(ws, &options).map(|()| true)
        }
        Command::Test { only, playwright } => test::test(ws, &only, &playwright),
        Command::Bench { part: Some(bench::Part::Claims), mut site, rounds } => {
            // The claims that the tests have, where none are named.
            site.data.get_or_insert_with(|| test::CLAIMS.into());
            bench::claims(ws, &site.options(ws)?, rounds).map(|()| true)
        }
        Command::Bench { part: None, site, rounds } => {
            bench::bench(ws, &site.options(ws)?, rounds).map(|()| true)
        }
        Command::Fuzz(options) => fuzz::fuzz(ws, &options),
        Command::Claims(options) => claims::claims(ws, &options).map(|()| true),
        Command::Heights(site) => heights::heights(ws, &site.options(ws)?).map(|()| true),
        Command::Size(site) => {
            let options = site.options(ws)?;
            build::build_if_stale(ws, &options)?;
            let site = serve::Site::load(&options.out, &options.base)?;
            size::report(ws, &site, Some(&site).filter(|site| size::has_claims(site)))
        }
        // `cargo xtask` has done these already; here they stand for `--help`.
        Command::Check(check) => desk::check(&check).map(|verdict| verdict == Verdict::Sound),
        Command::Template(template) => desk::template(&template).map(|()| true),
        Command::Import(import) => desk::import(&import).map(|verdict| verdict == Verdict::Sound),
        Command::Export(export) => desk::export(&export).map(|verdict| verdict == Verdict::Sound),
        Command::Migrate(migrate) => desk::migrate(&migrate).map(|()| true),
        Command::Mask { from, to } => site::mask::write(&from, &to).map(|()| true),
        Command::Finish => finish::finish(ws).map(|()| true),
    }
}
