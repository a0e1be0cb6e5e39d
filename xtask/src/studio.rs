//! The studio's modules: the page's and the worker's, compiled by cargo and made small.
//!
//! Trunk compiles one module. These two are compiled in the hook, each alone, because the page's Leptos runs in the
//! browser and the worker's renders to text, and one call of cargo would have both do both
//! (`docs/adr/0020-studio.md`).
use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use site::{ALONE_SCRIPT, Alone, Assets, Studio, sha256_hex};

use crate::{
    split::{self, Profile},
    tools::{WASM_TARGET, Workspace, run, write_whole},
};

/// The packages, which are the names of their programs, too: the page's and the worker's.
const PACKAGES: [&str; 2] = ["studio", "studio-worker"];
/// Starts the worker.
const WORKER: &str = include_str!("../../src/scripts/worker.js");

/// Compiles the studio and puts its files into a folder of `site` that is named after their content. `app` is the folder
/// of the application, of which a page alone consists.
///
/// # Errors
/// When a tool is missing or fails, or a file cannot be read or written.
pub fn studio(ws: &Workspace, profile: Profile, site: &Path, app: &str) -> Result<Studio> {
    let kept = ws.state().join("studio").join(profile.folder());
    let mut files = vec![(Studio::WORKER.to_owned(), WORKER.as_bytes().to_vec())];
    for package in PACKAGES {
        let module = compiled(ws, profile, package)?;
        for path in split::files(&made(ws, profile, package, &module, &kept.join(package))?)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, fs::read(&path)?));
        }
    }
    files.sort();
    let content: String =
        files.iter().map(|(name, bytes)| format!("{name} {}\n", sha256_hex(bytes))).collect();
    let hash = sha256_hex(content.as_bytes());
    // Below the page of the studio: its service worker is responsible for these addresses.
    let folder = format!("studio/{}/", hash.get(..16).unwrap_or(&hash));
    let to = site.join(&folder);
    fs::create_dir_all(&to)?;
    for (name, bytes) in &files {
        fs::write(to.join(name), bytes)?;
    }
    let files = files.into_iter().map(|(name, _)| name).collect();
    Ok(Studio { folder, files, alone: alone(ws, &site.join(app))? })
}

/// Has cargo compile a package, and returns the module.
fn compiled(ws: &Workspace, profile: Profile, package: &str) -> Result<PathBuf> {
    let (name, folder) = match profile {
        Profile::Debug => ("dev", "debug"),
        Profile::Release => ("studio", "studio"),
    };
    let mut cargo = ws.command("cargo");
    // In the hook, the target folder is that of the build around it, and so is the toolchain.
    cargo.env("CARGO_TARGET_DIR", &ws.target);
    if let Some(toolchain) = env::var_os("RUSTUP_TOOLCHAIN") {
        cargo.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    // Nothing is split here: these flags take the place of those in `.cargo/config.toml`.
    cargo.env("RUSTFLAGS", env::var_os("RUSTFLAGS").unwrap_or_default());
    cargo.args(["build", "--quiet", "--target", WASM_TARGET, "--profile", name, "--package", package]);
    run(&mut cargo).context("the studio could not be compiled: see above")?;
    Ok(ws.target.join(WASM_TARGET).join(folder).join(format!("{package}.wasm")))
}

/// The folder with the files of a package. Those of the last module are taken again where the same module comes from
/// the same tools: making them small takes minutes.
fn made(ws: &Workspace, profile: Profile, package: &str, module: &Path, kept: &Path) -> Result<PathBuf> {
    let linked = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let content =
        sha256_hex(&linked) + include_str!("studio.rs") + include_str!("split.rs") + &split::locks(ws)?;
    let hash = sha256_hex(content.as_bytes());
    let made = kept.join(hash.get(..16).unwrap_or(&hash));
    if !made.is_dir() {
        if kept.exists() {
            fs::remove_dir_all(kept)?;
        }
        let part = made.with_extension("part");
        make(ws, profile, package, module, &part)?;
        fs::rename(&part, &made)?;
    }
    Ok(made)
}

/// Writes the module of a package and its script.
fn make(ws: &Workspace, profile: Profile, package: &str, module: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = ws.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-demangle", "--no-typescript", "--out-name", package, "--out-dir"]);
    run(bindgen.arg(folder).arg(module))?;
    if profile == Profile::Release {
        for ending in [".js", "_bg.wasm"] {
            split::shrink(ws, &folder.join(format!("{package}{ending}")))?;
        }
    }
    Ok(())
}

/// What a page alone consists of: the scripts of the application as one, its start, and its modules.
fn alone(ws: &Workspace, app: &Path) -> Result<Alone> {
    // The script that loads chunks asks for them beside itself; there, the page's script answers.
    const BASE: &str = "--define:import.meta.url=\"https://alone.invalid/\"";
    let entry = ws.state().join("alone.mjs");
    let loader = format!("export * from \"{}\";\n", app.join(Assets::SCRIPT).display());
    let start = format!("export {{ default }} from \"{}\";\n", app.join(Assets::SCRIPT).display());
    write_whole(&entry, (loader + &start).as_bytes())?;
    let bundle = ws.state().join("alone.js");
    let mut esbuild = ws.command("esbuild");
    esbuild.arg(&entry).args(["--bundle", "--minify", "--format=iife", "--global-name=jamsostek", BASE]);
    esbuild.args(["--target=es2022", "--charset=utf8", "--log-level=error"]);
    run(esbuild.arg(format!("--outfile={}", bundle.display())))?;
    let mut modules = Vec::new();
    for path in split::files(app)? {
        if path.extension().is_some_and(|ending| ending == "wasm") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            modules.push((name, fs::read(&path)?));
        }
    }
    let bundle = fs::read_to_string(&bundle)?.trim_end().to_owned();
    let start = split::minified(ws, &site::plain(ALONE_SCRIPT))?.trim_end().to_owned();
    Ok(Alone { bundle, start, modules })
}
