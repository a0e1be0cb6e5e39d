//! `chunks`: the application that hydrates, split into what every page loads and what is loaded when it is needed.
//!
//! Trunk compiles a module, but knows nothing of splitting (trunk-rs/trunk#1022). What is linked is split here by the
//! field's tool (`wasm_split_cli_support`, as cargo-leptos does), and goes on through wasm-bindgen and wasm-opt.
//! It becomes the hook's work when the site is built of it (`docs/adr/0017-house.md`); until then the command shows
//! what it would cost.
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use flate2::{Compression, write::GzEncoder};
use wasm_split_cli_support::Options;

use crate::{
    setup::{self, Need},
    tools::{WASM_TARGET, Workspace, run},
};

/// The name of the linked module, without its ending.
const MODULE: &str = "hydrate";

/// Builds the application that hydrates into the folder `chunks` of the program's own state, and prints what each of its
/// files costs.
///
/// # Errors
/// When a tool is missing or fails.
pub fn chunks(ws: &Workspace) -> Result<()> {
    setup::ensure(ws, &[Need::Wasm, Need::Bindgen, Need::Node, Need::WebTools])?;
    let toolchain = setup::wasm_toolchain(ws).context("no compiler for the browser")?;
    let mut cargo = ws.command("cargo");
    toolchain.apply(ws, &mut cargo);
    // What is split by: which code uses which.
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Clink-args=--emit-relocs");
    cargo.args(["build", "--target", WASM_TARGET, "--profile", PROFILE, "--features", "hydrate"]);
    run(cargo.args(["--bin", MODULE]))?;
    let linked = ws.wasm_target().join(WASM_TARGET).join(PROFILE).join(format!("{MODULE}.wasm"));
    let out = ws.state().join("chunks");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    split(ws, &linked, &out)?;
    for path in files(&out)? {
        let bytes = fs::read(&path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        println!("{name}: {} bytes, {} with gzip", bytes.len(), gzip(&bytes)?);
    }
    Ok(())
}

/// The profile of what is served.
const PROFILE: &str = "wasm-release";

/// Splits a linked module into a folder of its own, with its glue.
fn split(ws: &Workspace, linked: &Path, out: &Path) -> Result<()> {
    let module = fs::read(linked).with_context(|| format!("reading {}", linked.display()))?;
    fs::create_dir_all(out)?;
    let main = out.join("main.wasm");
    let mut options = Options::new(&module);
    options.output_dir = out;
    options.main_out_path = &main;
    options.main_module = "./app.js";
    options.link_name = "./split.js";
    wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("splitting {}: {error:?}", linked.display()))?;

    let mut bindgen = ws.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript"]);
    bindgen.args(["--out-name", "app", "--out-dir"]).arg(out).arg(&main);
    run(&mut bindgen)?;
    fs::remove_file(&main)?;
    files(out)?.iter().try_for_each(|path| shrink(ws, path))
}

/// How many bytes a file has on the wire.
fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// A file as the field's tools make it small.
fn shrink(ws: &Workspace, path: &Path) -> Result<()> {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("wasm") => {
            let mut opt = ws.command("wasm-opt");
            // What rustc links by default; a chunk has no section that says so.
            opt.args(["--all-features", "-Oz", "--strip-debug", "--strip-producers", "-o"])
                .arg(path)
                .arg(path);
            run(&mut opt)
        }
        Some("js") => {
            let mut esbuild = ws.command("esbuild");
            esbuild.arg(path).args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
            esbuild.arg(format!("--outfile={}", path.display()));
            run(&mut esbuild)
        }
        _ => Ok(()),
    }
}

/// The files of a folder in the order of their names.
fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))? {
        let path = entry?.path();
        if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
