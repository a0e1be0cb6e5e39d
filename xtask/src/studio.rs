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
/// What is only for programs that link or split modules.
const FOR_LINKERS: [&str; 3] = ["linking", "reloc.", "__wasm_split"];

/// Compiles the studio and puts its files into a folder of `site` that is named after their content. `app` is the folder
/// of the application, of which a page alone consists.
///
/// # Errors
/// When a tool is missing or fails, or a file cannot be read or written.
pub fn studio(ws: &Workspace, profile: Profile, site: &Path, app: &str) -> Result<Studio> {
    let modules = PACKAGES.map(|package| compiled(ws, profile, package));
    let [page, worker] = modules;
    let modules = [page?, worker?];
    let kept = ws.state().join("studio").join(profile.folder());
    let made = kept.join(key(ws, &modules)?);
    if !made.is_dir() {
        if kept.exists() {
            fs::remove_dir_all(&kept)?;
        }
        let part = made.with_extension("part");
        for (package, module) in PACKAGES.iter().zip(&modules) {
            make(ws, profile, package, module, &part)?;
        }
        write_whole(&part.join(Studio::WORKER), WORKER.as_bytes())?;
        fs::rename(&part, &made)?;
    }
    let (mut content, mut files) = (String::new(), Vec::new());
    for path in split::files(&made)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        content += &format!("{name} {}\n", sha256_hex(&fs::read(&path)?));
        files.push(name);
    }
    let hash = sha256_hex(content.as_bytes());
    // Below the page of the studio: its service worker is responsible for these addresses.
    let folder = format!("studio/{}/", hash.get(..16).unwrap_or(&hash));
    let to = site.join(&folder);
    fs::create_dir_all(&to)?;
    for name in &files {
        fs::copy(made.join(name), to.join(name))?;
    }
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
    cargo.args(["build", "--quiet", "--target", WASM_TARGET, "--profile", name, "--package", package]);
    run(&mut cargo).context("the studio could not be compiled: see above")?;
    Ok(ws.target.join(WASM_TARGET).join(folder).join(format!("{package}.wasm")))
}

/// What the files follow from: the modules, the tools, and how this program calls them.
fn key(ws: &Workspace, modules: &[PathBuf]) -> Result<String> {
    let mut content = [include_str!("studio.rs"), include_str!("split.rs"), WORKER].concat();
    for path in modules {
        content += &sha256_hex(&fs::read(path).with_context(|| format!("reading {}", path.display()))?);
    }
    content += &split::locks(ws)?;
    let hash = sha256_hex(content.as_bytes());
    Ok(hash.get(..16).unwrap_or(&hash).to_owned())
}

/// Writes the module of a package and its script.
fn make(ws: &Workspace, profile: Profile, package: &str, module: &Path, folder: &Path) -> Result<()> {
    let linked = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let plain = ws.state().join(format!("{package}.wasm"));
    write_whole(&plain, &without_sections(&linked, &FOR_LINKERS))?;
    let mut bindgen = ws.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-demangle", "--no-typescript", "--out-name", package, "--out-dir"]);
    run(bindgen.arg(folder).arg(&plain))?;
    if profile == Profile::Release {
        for ending in [".js", "_bg.wasm"] {
            split::shrink(ws, &folder.join(format!("{package}{ending}")))?;
        }
    }
    Ok(())
}

/// A module without custom sections whose names begin so. What is not understood of it stays as it is.
fn without_sections(module: &[u8], names: &[&str]) -> Vec<u8> {
    const HEAD: usize = 8;
    let (head, mut rest) = module.split_at(module.len().min(HEAD));
    let mut out = head.to_vec();
    while let Some(section) = section(rest) {
        let is_named = |name: &[u8]| names.iter().any(|known| name.starts_with(known.as_bytes()));
        if !section.name.is_some_and(is_named) {
            out.extend_from_slice(section.whole);
        }
        rest = section.behind;
    }
    out.extend_from_slice(rest);
    out
}

/// A section of a module.
struct Section<'m> {
    /// All of it.
    whole: &'m [u8],
    /// Its name, where it is a custom one.
    name: Option<&'m [u8]>,
    /// What is behind it.
    behind: &'m [u8],
}

/// The first section.
fn section(bytes: &[u8]) -> Option<Section<'_>> {
    let (id, after) = bytes.split_first()?;
    let (length, content) = number(after)?;
    let (whole, behind) = bytes.split_at_checked(bytes.len() - content.len() + length)?;
    let name = (*id == 0).then(|| number(content)).flatten().and_then(|(length, name)| name.get(..length));
    Some(Section { whole, name, behind })
}

/// A number as modules write it (LEB128), and what is behind it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let length = bytes.iter().take(5).position(|byte| byte & 0x80 == 0)? + 1;
    let (digits, rest) = bytes.split_at(length);
    let value = digits.iter().rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7f));
    Some((value, rest))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_for_linkers_are_left_out() {
        let custom = |name: &str, content: &[u8]| {
            let length = u8::try_from(name.len()).unwrap();
            let mut section = vec![0, length + 1 + u8::try_from(content.len()).unwrap(), length];
            section.extend_from_slice(name.as_bytes());
            section.extend_from_slice(content);
            section
        };
        let (head, code) = (b"\0asm\x01\0\0\0".to_vec(), vec![10, 0x81, 0x00, 7]);
        let features = custom("target_features", b"x");
        let whole = [
            head.clone(),
            custom("linking", b"1234"),
            code.clone(),
            custom("reloc.CODE", b"5"),
            features.clone(),
        ];
        let kept = [head, code, features].concat();
        assert_eq!(without_sections(&whole.concat(), &FOR_LINKERS), kept);
        assert_eq!(without_sections(&kept, &FOR_LINKERS), kept);
        assert_eq!(without_sections(b"\0as", &FOR_LINKERS), b"\0as");
        let cut = [kept, vec![0, 0xff]].concat();
        assert_eq!(without_sections(&cut, &FOR_LINKERS), cut);
    }
}
