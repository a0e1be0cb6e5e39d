//! The workers of the explorer of claims, for sites that have published claims (`docs/adr/0022-explorer.md`).
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use site::Assets;

use crate::{
    module::{self, Module},
    split::Profile,
    tools::{Workspace, run, write_whole},
};

/// The package of a worker, compiled by a toolchain.
pub fn module(package: &'static str, toolchain: Option<OsString>) -> Module {
    Module { package, profile: "worker", toolchain }
}

/// Both workers, compiled by the toolchain of the build around.
pub fn modules() -> impl Iterator<Item = Module> {
    Assets::CLAIMS_WORKERS.into_iter().map(|package| module(package, module::of_the_build()))
}

/// The scripts that start the workers and their modules, which lie with the application.
///
/// # Errors
/// When one cannot be compiled, or a tool is missing or fails.
pub fn files(ws: &Workspace, profile: Profile) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for module in modules() {
        let made = module.files(ws, profile)?;
        let (modules, scripts): (Vec<_>, Vec<_>) =
            made.into_iter().partition(|path| path.extension().is_some_and(|ending| ending == "wasm"));
        files.extend(modules);
        for script in scripts {
            files.push(started(ws, profile, module.package, &script)?);
        }
    }
    Ok(files)
}

/// A script that starts the module, in one file with what wasm-bindgen has written: the page waits for both. What fails is
/// thrown where the page hears of it.
fn started(ws: &Workspace, profile: Profile, package: &str, script: &Path) -> Result<PathBuf> {
    let entry = format!(
        "import start from \"{}\";\nstart().catch((error) => setTimeout(() => {{ throw error; }}));\n",
        script.display()
    );
    let from = ws.state().join(format!("{package}.mjs"));
    write_whole(&from, entry.as_bytes())?;
    let folder = ws.state().join("claims-workers");
    fs::create_dir_all(&folder)?;
    let to = folder.join(format!("{package}.js"));
    let mut esbuild = ws.command("esbuild");
    esbuild.arg(&from).args(["--bundle", "--format=esm", "--target=es2022", "--log-level=error"]);
    if profile == Profile::Release {
        esbuild.arg("--minify");
    }
    run(esbuild.arg(format!("--outfile={}", to.display())))?;
    Ok(to)
}
