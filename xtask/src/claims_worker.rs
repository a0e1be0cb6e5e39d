//! The worker of the explorer of claims, for sites that have published claims (`docs/adr/0022-explorer.md`).
use std::{ffi::OsString, fs, path::PathBuf};

use anyhow::Result;
use site::Assets;

use crate::{
    module::{self, Module},
    split::Profile,
    tools::{Workspace, run, write_whole},
};

/// The package, compiled by a toolchain.
pub fn module(toolchain: Option<OsString>) -> Module {
    Module { package: "claims-worker", profile: "worker", toolchain }
}

/// The script that starts the worker and its module, which lie with the application.
///
/// # Errors
/// When it cannot be compiled, or a tool is missing or fails.
pub fn files(ws: &Workspace, profile: Profile) -> Result<Vec<PathBuf>> {
    let made = module(module::of_the_build()).files(ws, profile)?;
    let (modules, scripts): (Vec<_>, Vec<_>) =
        made.into_iter().partition(|path| path.extension().is_some_and(|ending| ending == "wasm"));
    // One script instead of two that load each other: the page waits for both. What fails is thrown where the page
    // hears of it.
    let mut entry = String::new();
    for script in &scripts {
        entry += &format!("import start from \"{}\";\n", script.display());
    }
    entry += "start().catch((error) => setTimeout(() => { throw error; }));\n";
    let from = ws.state().join("claims-worker.mjs");
    write_whole(&from, entry.as_bytes())?;
    let folder = ws.state().join("claims-worker");
    fs::create_dir_all(&folder)?;
    let script = folder.join(Assets::CLAIMS_WORKER);
    let mut esbuild = ws.command("esbuild");
    esbuild.arg(&from).args(["--bundle", "--format=esm", "--target=es2022", "--log-level=error"]);
    if profile == Profile::Release {
        esbuild.arg("--minify");
    }
    run(esbuild.arg(format!("--outfile={}", script.display())))?;
    Ok(modules.into_iter().chain([script]).collect())
}
