//! Where `cargo xtask` starts.
//!
//! What a publisher asks for is done by this program itself, which needs neither the application nor a
//! drawing library and so compiles in seconds. All other commands are those of the package `xtask`, which
//! cargo compiles when one is asked for.
use std::{env, ffi::OsString, path::PathBuf, process::Command, process::ExitCode};

use anyhow::Result;
use clap::Parser;
use desk::{Check, Export, Import, Migrate, Template, Verdict};

/// The commands that are done here.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
enum Cli {
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
}

/// The names of these commands.
const OWN: [&str; 5] = ["check", "template", "import", "export", "migrate"];

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    if arguments.next().is_some_and(|command| OWN.iter().any(|own| command == *own)) {
        return match run(&Cli::parse()) {
            Ok(verdict) => ExitCode::from(verdict.code()),
            Err(error) => {
                eprintln!("error: {error:#}");
                ExitCode::from(Verdict::Unread.code())
            }
        };
    }
    xtask(env::args_os().skip(1))
}

fn run(cli: &Cli) -> Result<Verdict> {
    match cli {
        Cli::Check(check) => desk::check(check),
        Cli::Template(template) => desk::template(template).map(|()| Verdict::Sound),
        Cli::Import(import) => desk::import(import),
        Cli::Export(export) => desk::export(export),
        Cli::Migrate(migrate) => desk::migrate(migrate).map(|()| Verdict::Sound),
    }
}

/// Goes on as the program of all other commands.
fn xtask(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let manifest = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.toml"));
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--package", "xtask", "--manifest-path"]).arg(manifest).arg("--").args(arguments);
    let error = become_it(&mut cargo);
    eprintln!("error: starting cargo: {error}");
    ExitCode::FAILURE
}

/// Takes the other program's place, so that signals reach it and nobody waits in between.
#[cfg(unix)]
fn become_it(command: &mut Command) -> std::io::Error {
    std::os::unix::process::CommandExt::exec(command)
}

/// Waits for the other program and ends as it did.
#[cfg(not(unix))]
fn become_it(command: &mut Command) -> std::io::Error {
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(error) => error,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// On a new machine the programs take a while to compile, and nobody should wait before nothing.
    #[test]
    fn a_first_run_shows_what_is_compiled() {
        let config = include_str!("../../../.cargo/config.toml");
        let alias = config.lines().find(|line| line.starts_with("xtask = ")).unwrap();
        assert_eq!(alias, "xtask = \"run --package desk --\"");
    }

    #[test]
    fn every_command_is_done_here() {
        let command = Cli::command();
        let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(names, OWN);
    }
}
