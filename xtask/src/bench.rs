//! `bench`: how fast the built site is seen and can be used, as ratios to a bare page; how fast claims are sorted.
use std::{env, fs};

use anyhow::{Context, Result};
use site::Assets;
use walkdir::WalkDir;

use crate::{
    build, claims_worker,
    serve::{Server, Site},
    setup::{self, Need, WasmToolchain},
    split::Profile,
    tools::{LINKED_TOOLCHAIN, Workspace, run},
};

/// How many claims a table has: as many as an office had, and what a table in a browser should still bear.
const CLAIMS: [&str; 2] = ["43251", "1000000"];

/// What is measured instead of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// The worker of the explorer of claims, against bare typed arrays
    Claims,
}

/// Serves the site and, beside it, its report without styles, scripts and drawings; has a browser
/// measure both by turns, and prints the medians.
///
/// # Errors
/// When the site cannot be built or the browser fails.
pub fn bench(ws: &Workspace, options: &build::Options, rounds: u32) -> Result<()> {
    setup::ensure(ws, &Need::ALL)?;
    build::build_if_stale(ws, options)?;
    let copy = ws.state().join("bench");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    for entry in WalkDir::new(&options.out) {
        let entry = entry?;
        let to = copy.join(entry.path().strip_prefix(&options.out)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&to)?;
        } else {
            fs::copy(entry.path(), &to).with_context(|| format!("copying {}", entry.path().display()))?;
        }
    }
    let report = fs::read_to_string(copy.join("index.html"))?;
    fs::create_dir_all(copy.join("bare"))?;
    fs::write(copy.join("bare/index.html"), site::html::bare(&report)?)?;
    let server = Server::start(Site::load(&copy, &options.base)?, 0)?;
    server.probe()?;
    let mut node = ws.command("node");
    node.current_dir(ws.root.join("end2end")).arg("bench.mjs");
    node.env("BASE_URL", server.url()).env("BENCH_ROUNDS", rounds.to_string());
    if let Some(chrome) = setup::chrome() {
        node.env("CHROME_PATH", chrome);
    }
    run(&mut node)
}

/// Measures the worker of the explorer with invented claims: what it takes to load, to sort and to filter them.
///
/// # Errors
/// When the worker cannot be compiled, or a program fails.
pub fn claims(ws: &Workspace) -> Result<()> {
    setup::ensure(ws, &Need::BUILD)?;
    let toolchain =
        setup::wasm_toolchain(ws).context("no compiler for the browser: run `cargo xtask setup`")?;
    let linked = (toolchain == WasmToolchain::Linked).then(|| LINKED_TOOLCHAIN.into());
    // The module of sites, where one was built.
    let of_sites = Workspace { target: ws.wasm_target(), ..ws.clone() };
    let [worker, _] = Assets::CLAIMS_WORKERS;
    let module = claims_worker::module(worker, linked).files(&of_sites, Profile::Release)?;
    for rows in CLAIMS {
        let folder = ws.state().join("bench-claims").join(rows);
        let mut cargo = ws.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args([
            "run",
            "--quiet",
            "--release",
            "--package",
            "explorer",
            "--example",
            "slice",
            "--",
            rows,
        ]);
        run(cargo.arg(&folder))?;
        let mut node = ws.command("node");
        run(node.arg(ws.root.join("end2end/bench-claims.mjs")).arg(&folder).args(&module))?;
    }
    Ok(())
}
