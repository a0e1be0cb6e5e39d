//! The studio's modules: the page's and the worker's (`docs/adr/0020-studio.md`).
//!
//! Each is compiled alone, because the page's Leptos runs in the browser and the worker's renders to text, and one call
//! of cargo would have both do both.
use std::{collections::BTreeSet, fs, io, path::Path};

use anyhow::Result;
use site::{ALONE_SCRIPT, Alone, Assets, Studio, sha256_hex};

use crate::{
    module::{self, Module},
    split::{self, Profile},
    tools::{Workspace, run, write_whole},
};

/// The page's and the worker's.
const PACKAGES: [&str; 2] = ["studio", "studio-worker"];
/// The chunks that a page alone can need: it is one page, and nothing is newer.
const ALONE: [&str; 6] = ["ask", "findings", "grid", "handovers", "marks", "winners"];
/// Starts the worker.
const WORKER: &str = include_str!("../../src/scripts/worker.js");

/// Both modules, compiled by the toolchain of the build around.
pub fn modules() -> Vec<Module> {
    PACKAGES.map(|package| Module::of_package(package, "studio", module::of_the_build())).into()
}

/// Compiles the studio and puts its files into a folder of `site` that is named after their content. `app` is the folder
/// of the report's application, of which a page alone consists.
///
/// # Errors
/// When a tool is missing or fails, or a file cannot be read or written.
pub fn studio(ws: &Workspace, profile: Profile, site: &Path, app: &str) -> Result<Studio> {
    let mut files = vec![(Studio::WORKER.to_owned(), WORKER.as_bytes().to_vec())];
    for module in modules() {
        for path in module.files(ws, profile)? {
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
    let mut chunks = split::loads(app)?;
    let needed = ALONE.iter().filter_map(|chunk| chunks.remove(*chunk)).flatten();
    let files: BTreeSet<String> = needed.chain([Assets::MODULE.to_owned()]).collect();
    let module = |name: String| fs::read(app.join(&name)).map(|bytes| (name, bytes));
    let modules = files.into_iter().map(module).collect::<io::Result<_>>()?;
    let bundle = fs::read_to_string(&bundle)?.trim_end().to_owned();
    let start = split::minified(ws, &site::plain(ALONE_SCRIPT))?.trim_end().to_owned();
    Ok(Alone { bundle, start, modules })
}
