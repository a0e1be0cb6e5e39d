//! `bench`: how fast the built site is seen and can be used, as ratios to a bare page.
use std::fs;

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::{
    build,
    serve::{Server, Site},
    setup::{self, Need},
    tools::{Workspace, run},
};

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
