//! `bench`: how fast the built site is seen and can be used, as ratios to a bare page; how fast claims are sorted.
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use claims::manifest::{MANIFEST, Manifest, Region};
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
    let copy = copy(ws, options)?;
    let report = fs::read_to_string(copy.join("index.html"))?;
    beside(&copy, &site::html::bare(&report)?)?;
    let server = Server::start(Site::load(&copy, &options.base)?, 0)?;
    run(&mut browser(ws, &server, "bench.mjs", rounds)?)
}

/// A copy of a site, which is built where it is stale.
fn copy(ws: &Workspace, options: &build::Options) -> Result<PathBuf> {
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
    Ok(copy)
}

/// Puts a bare page beside those of a site.
fn beside(site: &Path, html: &str) -> Result<()> {
    fs::create_dir_all(site.join("bare"))?;
    Ok(fs::write(site.join("bare/index.html"), html)?)
}

/// A script that measures a served site in a browser.
fn browser(ws: &Workspace, server: &Server, script: &str, rounds: u32) -> Result<Command> {
    server.probe()?;
    let mut node = ws.command("node");
    node.current_dir(ws.root.join("end2end")).arg(script);
    node.env("BASE_URL", server.url()).env("BENCH_ROUNDS", rounds.to_string());
    if let Some(chrome) = setup::chrome() {
        node.env("CHROME_PATH", chrome);
    }
    Ok(node)
}

/// The region whose claims are looked at: the first that lies in another than the whole.
fn region(manifest: &Manifest) -> Result<(&Region, &Region)> {
    let of = |place: u16| manifest.regions.get(usize::from(place));
    let leaf = manifest.regions.iter().find(|region| region.parent.is_some_and(|parent| parent != 0));
    let leaf = leaf.context("the claims have no region within another")?;
    let above = leaf.parent.and_then(of).context("its region is not there")?;
    Ok((leaf, above))
}

/// Serves a site with published claims and, beside it, the text of their page with a script that only fetches the
/// manifest and the two files of a first view; has a browser measure both by turns on a slow line, and prints the medians.
///
/// # Errors
/// When the site has no claims or cannot be built, or the browser fails.
fn claims_page(ws: &Workspace, options: &build::Options, rounds: u32) -> Result<()> {
    let copy = copy(ws, options)?;
    let page = fs::read_to_string(copy.join("claims/index.html")).context("the site has no claims")?;
    let report = options.data.as_ref().and_then(|data| data.file_stem()).context("which dataset?")?;
    let folder = format!("data/{}.claims/", report.to_string_lossy());
    let manifest = Manifest::read(&fs::read_to_string(copy.join(&folder).join(MANIFEST))?)?;
    let (leaf, above) = region(&manifest)?;
    let files = [&leaf.cube.name, &above.cube.name].map(|name| format!("../{folder}cube/{name}"));
    let script = format!(
        "<script type=module>const load = (file) => fetch(file).then((file) => file.arrayBuffer());\n\
         await load('../{folder}{MANIFEST}'); await Promise.all({files:?}.map(load)); performance.mark('files');</script>"
    );
    beside(&copy, &(site::html::bare(&page)? + &script))?;
    let server = Server::start(Site::load(&copy, &options.base)?, 0)?;
    run(browser(ws, &server, "bench-claims-page.mjs", rounds)?.env("BENCH_REGION", &leaf.id))
}

/// Measures the page of claims, and its worker with invented claims: what it takes to load, to sort and to filter them.
/// The page is that of `options`.
///
/// # Errors
/// When the worker or the site cannot be built, or a program fails.
pub fn claims(ws: &Workspace, options: &build::Options, rounds: u32) -> Result<()> {
    setup::ensure(ws, &Need::ALL)?;
    claims_page(ws, options, rounds)?;
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
