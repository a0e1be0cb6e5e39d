//! The module of the application: split into what every page loads and what is loaded when it is needed, with the
//! glue that the browser runs it by.
//!
//! Trunk compiles the module, but knows nothing of splitting (trunk-rs/trunk#1022). What it links is split here by the
//! field's tool (`wasm_split_cli_support`, as cargo-leptos does), and goes on through wasm-bindgen and wasm-opt.
use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::Options;

use crate::tools::{Workspace, run, sha256_hex};

/// The name of the linked module, without its ending.
const MODULE: &str = "jamsostek-dashboard";
/// The glue in the folder of the application.
pub const GLUE: &str = "app.js";
/// The first module in the folder of the application.
pub const MAIN: &str = "app_bg.wasm";
/// What loads the chunks.
const LOADER: &str = "split.js";

/// How the module was compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// To be tried: as it is linked.
    Debug,
    /// To be served: for size.
    Release,
}

impl Profile {
    /// The folder of the profile in cargo's target folder of the browser.
    fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "wasm-release",
        }
    }
}

/// Makes the application's folder in the site and takes away what Trunk put there. The answer is the folder's name,
/// which changes with its content.
///
/// # Errors
/// When there is no linked module, or a tool fails.
pub fn make(ws: &Workspace, staging: &Path, target: &Path, profile: Profile) -> Result<String> {
    let linked = target.join(format!("wasm32-unknown-unknown/{}/{MODULE}.wasm", profile.folder()));
    let module = fs::read(&linked).with_context(|| format!("reading {}", linked.display()))?;
    let out = staging.join("app");
    fs::create_dir_all(&out)?;
    let main = out.join("main.wasm");
    let mut options = Options::new(&module);
    options.output_dir = &out;
    options.main_out_path = &main;
    options.main_module = "./app.js";
    options.link_name = "./split.js";
    wasm_split_cli_support::transform(options).map_err(|error| anyhow!("splitting {}: {error:?}", linked.display()))?;

    let mut bindgen = ws.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript"]);
    bindgen.args(["--out-name", "app", "--out-dir"]).arg(&out).arg(&main);
    run(&mut bindgen)?;
    fs::remove_file(&main)?;
    if profile == Profile::Release {
        for path in files(&out)? {
            shrink(ws, &path)?;
        }
    }
    remove_unsplit(staging)?;
    named_by_content(staging, &out)
}

/// A file as the field's tools make it small.
fn shrink(ws: &Workspace, path: &Path) -> Result<()> {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("wasm") => {
            let mut opt = ws.command("wasm-opt");
            // What rustc links by default; a chunk has no section that says so.
            opt.args(["--all-features", "-Oz", "--strip-debug", "--strip-producers", "-o"]).arg(path).arg(path);
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

/// Takes away what Trunk made of the module before it was split.
fn remove_unsplit(staging: &Path) -> Result<()> {
    for path in files(staging)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(&format!("{MODULE}-")) {
            fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
        }
    }
    Ok(())
}

/// Gives the folder a name by what is in it: its files refer to each other, so they change their address together.
fn named_by_content(staging: &Path, out: &Path) -> Result<String> {
    let mut all = Vec::new();
    for path in files(out)? {
        all.extend_from_slice(path.file_name().unwrap_or_default().as_encoded_bytes());
        all.extend(fs::read(&path)?);
    }
    let hash = sha256_hex(&all);
    let name = format!("app-{}", hash.get(..16).unwrap_or(&hash));
    let to = staging.join(&name);
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    fs::rename(out, &to).with_context(|| format!("naming {}", to.display()))?;
    debug_assert!(to.join(GLUE).is_file() && to.join(MAIN).is_file() && to.join(LOADER).is_file());
    Ok(name)
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
