//! The applications, each split into what every page of it loads and what is loaded when it is needed.
//!
//! Trunk compiles a module, but knows nothing of splitting (trunk-rs/trunk#1022). What is linked is split here by the
//! field's tool (`wasm_split_cli_support`, as cargo-leptos does), and goes on through wasm-bindgen and, in a release,
//! through wasm-opt and esbuild (`docs/adr/0017-house.md`).
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use rayon::prelude::*;
use site::{Assets, sha256_hex};
use wasm_split_cli_support::Options;

use crate::{
    setup::{self, Need},
    tools::{WASM_TARGET, Workspace, output_of, run, write_whole},
};

/// What rustc uses of WebAssembly by default: a chunk has no section that says so. All features would let wasm-opt write
/// what browsers do not read yet.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
/// The tools that splitting needs.
pub const NEEDS: [Need; 3] = [Need::Bindgen, Need::Node, Need::WebTools];
/// What scripts and modules are named after.
const NAME: &str = "app";

/// An application of a site. Each is split alone, and has a folder of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Application {
    /// That of the report, its blocks, and the pages beside it: Trunk has it compiled.
    Report,
    /// That of the page of published claims, where there are any.
    Claims,
}

impl Application {
    /// The name of its program, and of the linked module without its ending.
    #[must_use]
    pub fn program(self) -> &'static str {
        match self {
            Self::Report => "jamsostek-dashboard",
            Self::Claims => "claims-page",
        }
    }

    /// What its folder of a site is called, before the hash of what is in it.
    fn folder(self) -> &'static str {
        match self {
            Self::Report => NAME,
            Self::Claims => "app-claims",
        }
    }

    /// Whether a file is one of this application. Its path is seen from the site's root.
    #[must_use]
    pub fn has(self, path: &str) -> bool {
        let folder = path.split_once('/').and_then(|(folder, _)| folder.rsplit_once('-'));
        folder.is_some_and(|(name, _)| name == self.folder())
    }
}

/// How an application was compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// For developing: nothing is made small.
    Debug,
    /// For readers.
    Release,
}

impl Profile {
    /// The folder that cargo links it into.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "wasm-release",
        }
    }
}

/// Splits an application that was linked, and puts its files and those `beside` them into a folder of `site` that is
/// named after their content. Returns the folder's name, with a slash at its end.
///
/// # Errors
/// When nothing was linked, or a tool is missing or fails.
pub fn split(
    ws: &Workspace,
    application: Application,
    profile: Profile,
    site: &Path,
    beside: &[PathBuf],
) -> Result<String> {
    let made = made(ws, application, profile)?;
    // What the application loads with its chunks: other rules are another application.
    let sheets = files(&ws.root.join("public"))?;
    let sheets = sheets.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "css"));
    let parts: Vec<PathBuf> = files(&made)?.into_iter().chain(sheets).chain(beside.iter().cloned()).collect();
    let mut content = String::new();
    for path in &parts {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        content += &format!("{name} {}\n", sha256_hex(&fs::read(path)?));
    }
    let hash = sha256_hex(content.as_bytes());
    let folder = format!("{}-{}", application.folder(), hash.get(..16).unwrap_or(&hash));
    let to = site.join(&folder);
    fs::create_dir_all(&to)?;
    for path in &parts {
        fs::copy(path, to.join(path.file_name().unwrap_or_default()))?;
    }
    Ok(folder + "/")
}

/// The folder of the files that a linked application is split into.
///
/// Most of a build is making these files small, so those of the last module are kept and taken again where the same
/// module comes from the same tools: another dataset needs no other module.
///
/// # Errors
/// When nothing was linked, or a tool is missing or fails.
pub fn made(ws: &Workspace, application: Application, profile: Profile) -> Result<PathBuf> {
    setup::ensure(ws, &NEEDS)?;
    // In the hook, the target folder is that of the build around it.
    let program = application.program();
    let linked = ws.target.join(WASM_TARGET).join(profile.folder()).join(format!("{program}.wasm"));
    let module = fs::read(&linked).with_context(|| format!("reading {}", linked.display()))?;
    let kept = ws.state().join("split").join(program).join(profile.folder());
    let made = kept.join(key(ws, &module)?);
    if !made.is_dir() {
        if kept.exists() {
            fs::remove_dir_all(&kept)?;
        }
        let part = made.with_extension("part");
        make(ws, profile, &module, &part)?;
        fs::rename(&part, &made)?;
    }
    Ok(made)
}

/// The files that each chunk of an application loads, by the folder of the application.
///
/// # Errors
/// When there is no application.
pub fn loads(folder: &Path) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let path = folder.join(Assets::CHUNKS);
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))
}

/// What the files of a module follow from: the module, the tools, and how this program calls them.
fn key(ws: &Workspace, module: &[u8]) -> Result<String> {
    let content = sha256_hex(module) + include_str!("split.rs") + &locks(ws)?;
    let hash = sha256_hex(content.as_bytes());
    Ok(hash.get(..16).unwrap_or(&hash).to_owned())
}

/// The versions of the tools.
///
/// # Errors
/// When a lock file cannot be read.
pub fn locks(ws: &Workspace) -> Result<String> {
    let mut content = String::new();
    for lock in ["Cargo.lock", "xtask/web-tools/package-lock.json"] {
        let path = ws.root.join(lock);
        content += &fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    }
    Ok(content)
}

/// Writes all files of a module into a folder that is made anew.
fn make(ws: &Workspace, profile: Profile, module: &[u8], folder: &Path) -> Result<()> {
    let main = folder.join("main.wasm");
    transform(module, folder, &main)?;
    let mut bindgen = ws.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript"]);
    bindgen.args(["--out-name", NAME, "--out-dir"]).arg(folder).arg(&main);
    run(&mut bindgen)?;
    fs::remove_file(&main)?;
    if profile == Profile::Release {
        files(folder)?.par_iter().try_for_each(|path| shrink(ws, Effort::Full, path))?;
    }
    Ok(())
}

/// Splits a linked module: the first module, its chunks, and the script that loads them.
fn transform(module: &[u8], out: &Path, main: &Path) -> Result<()> {
    let script = format!("./{}", Assets::SCRIPT);
    let loader = format!("./{}", Assets::LOADER);
    let mut options = Options::new(module);
    options.output_dir = out;
    options.main_out_path = main;
    options.main_module = &script;
    options.link_name = &loader;
    let split = wasm_split_cli_support::transform(options);
    let split = split.map_err(|error| anyhow!("splitting the module: {error:?}"))?;
    let loads: BTreeMap<String, BTreeSet<String>> = split
        .prefetch_map
        .into_iter()
        .map(|(chunk, files)| (chunk, files.into_iter().map(|file| file + ".wasm").collect()))
        .collect();
    write_whole(&out.join(Assets::CHUNKS), &serde_json::to_vec(&loads)?)
}

/// A script that stands in a page, as esbuild makes it small.
///
/// # Errors
/// When esbuild is missing or fails.
pub fn minified(ws: &Workspace, script: &str) -> Result<String> {
    setup::ensure(ws, &[Need::Node, Need::WebTools])?;
    let file = ws.state().join("script.js");
    write_whole(&file, script.as_bytes())?;
    let mut esbuild = ws.command("esbuild");
    esbuild.arg(&file).args(["--minify", "--target=es2022", "--charset=utf8"]);
    output_of(&mut esbuild).with_context(|| format!("esbuild cannot read {}", file.display()))
}

/// How far wasm-opt goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// What is quick. Modules that are not split are smaller by it, as they are served, than by all that it can do: they
    /// have more bytes, which repeat each other more.
    Quick,
    /// All that makes fewer bytes: what is split is smaller by it.
    Full,
}

/// A file as the field's tools make it small.
///
/// # Errors
/// When a tool is missing or fails.
pub fn shrink(ws: &Workspace, effort: Effort, path: &Path) -> Result<()> {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("wasm") => {
            let mut opt = ws.command("wasm-opt");
            let level = match effort {
                Effort::Quick => "-O1",
                Effort::Full => "-Oz",
            };
            opt.args(FEATURES).args([level, "--strip-debug", "--strip-producers", "--quiet", "-o"]);
            run(opt.arg(path).arg(path))
        }
        Some("js") => {
            let mut esbuild = ws.command("esbuild");
            esbuild.arg(path).args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
            run(esbuild.arg(format!("--outfile={}", path.display())))
        }
        _ => Ok(()),
    }
}

/// The files of a folder in the order of their names.
///
/// # Errors
/// When the folder cannot be read.
pub fn files(dir: &Path) -> Result<Vec<PathBuf>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_of_one_application() {
        let of =
            |path: &str| [Application::Report, Application::Claims].map(|application| application.has(path));
        assert_eq!(of("app-0123456789abcdef/chunks.json"), [true, false]);
        assert_eq!(of("app-claims-0123456789abcdef/split_marks.wasm"), [false, true]);
        for other in
            ["app-0123456789abcdef.js", "claims/index.html", "v/d-1/app-0/app.js", "studio/app-0/a.js"]
        {
            assert_eq!(of(other), [false, false], "{other}");
        }
    }
}
