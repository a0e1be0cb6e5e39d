//! `claims`: a package of its own with an SQL engine, which is built when it is first asked for.
use std::env;

use anyhow::{Context, Result};

use crate::tools::{Workspace, run};

/// What is handed on to `claims/`.
#[derive(clap::Args)]
pub struct Options {
    /// `sample`, `prepare`, `plan`, `finish`, `compare` or `bench`, with their options; `help` tells them
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true, value_name = "ARGUMENTS")]
    arguments: Vec<String>,
}

/// Runs it, seen from the current folder.
///
/// # Errors
/// When it cannot be built, or fails.
pub fn claims(ws: &Workspace, options: &Options) -> Result<()> {
    let mut cargo = ws.command("cargo");
    cargo.current_dir(env::current_dir().context("the current folder is gone")?);
    cargo.args(["run", "--release", "--manifest-path"]).arg(ws.root.join("claims/Cargo.toml"));
    let target = ws.target.join("claims");
    if target.join("release").is_dir() {
        cargo.arg("--quiet");
    } else {
        eprintln!("building the SQL engine: once, about 15 minutes of a processor");
    }
    cargo.arg("--target-dir").arg(target).arg("--").args(&options.arguments);
    run(cargo.env("CLAIMS_STATE", ws.state()))
}
