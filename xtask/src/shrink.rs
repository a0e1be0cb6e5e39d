//! Makes the WebAssembly module and its JavaScript glue smaller, together, after wasm-bindgen.
//!
//! Each side keeps the other alive: the glue's classes name exports of the module, the module's
//! functions import functions of the glue. So the glue loses what the page never uses, the module
//! the exports that the glue no longer names, and the glue the imports that the module no longer
//! has, until nothing changes. Then both are minified, names that they share get short, and the
//! module's functions are put in the order that compresses best
//! (`docs/adr/0007-building-for-size.md`).
mod glue;
mod module;
mod order;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};

use site::{html, sha256_hex};

use crate::{
    setup::{self, Need},
    tools::{Workspace, run},
};

/// What the module may use: said here, because some passes drop the module's own list.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
/// A function that is written once and called often compresses worse than its copies are long, so
/// nothing but trivial functions is inlined.
const OPTIMISE: [&str; 4] = [
    "-Oz",
    "--always-inline-max-function-size=1",
    "--flexible-inline-max-function-size=2",
    "--one-caller-inline-max-function-size=0",
];
/// Sorts the functions by the names that [`module::in_order`] gave them, and drops what no browser
/// reads.
const FINISH: [&str; 4] =
    ["--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features"];
/// The glue of the module that explains figures newer than the pages (`src/explain.rs`).
const EXPLAINER: &str = "explain.js";
/// Names that only the glue and the module know.
const SHARED: &str = "^(__wb|__externref|wasm_bindgen_)";
/// How often glue and module may shrink each other. Twice is usual.
const ROUNDS: usize = 8;

/// Shrinks the module and the glue that a page links, and names them by their content. Returns the
/// page with the new names. A debug build is left as it is.
///
/// # Errors
/// When the page does not link one module and one glue, or a tool fails.
pub fn shrink(ws: &Workspace, html: &str, staging: &Path) -> Result<String> {
    if is_debug() {
        return Ok(html.to_owned());
    }
    setup::ensure(ws, &[Need::Node, Need::WebTools])?;
    let old = Pair {
        glue: linked(html, "link[rel=modulepreload]")?,
        module: linked(html, "link[type='application/wasm']")?,
    };
    let work = staging.join(".shrink");
    fs::create_dir_all(&work)?;
    Workshop { ws, dir: &work }.explainer(staging)?;
    // What the glue imports becomes a part of it.
    let snippets = staging.join("snippets");
    if snippets.exists() {
        fs::rename(&snippets, work.join("snippets"))?;
    }
    let shrunk = Workshop { ws, dir: &work }.run(
        &fs::read_to_string(staging.join(&old.glue)).with_context(|| format!("reading {}", old.glue))?,
        &fs::read(staging.join(&old.module)).with_context(|| format!("reading {}", old.module))?,
    )?;
    fs::remove_dir_all(&work)?;
    let module_name = named_by_content("wasm", &shrunk.module);
    // The glue's own default address, which our pages do not use, stays true.
    let script = shrunk.glue.replace(&old.module, &module_name);
    let new = Pair { glue: named_by_content("js", script.as_bytes()), module: module_name };
    for name in [&old.glue, &old.module] {
        fs::remove_file(staging.join(name))?;
    }
    fs::write(staging.join(&new.glue), &script)?;
    fs::write(staging.join(&new.module), &shrunk.module)?;
    Ok(html.replace(&old.glue, &new.glue).replace(&old.module, &new.module))
}

/// Whether Trunk builds for developing.
fn is_debug() -> bool {
    env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug")
}

/// The names of the two files.
struct Pair {
    glue: String,
    module: String,
}

/// The one file that a page links in this way, seen from the site's root.
fn linked(html: &str, selector: &str) -> Result<String> {
    match html::attributes(html, selector, "href")?.as_slice() {
        [href] => Ok(href.trim_start_matches("./").to_owned()),
        found => bail!("the page must have one `{selector}`, not {}", found.len()),
    }
}

fn named_by_content(extension: &str, bytes: &[u8]) -> String {
    let hash = sha256_hex(bytes);
    format!("app-{}.{extension}", hash.get(..16).unwrap_or(&hash))
}

struct Shrunk {
    glue: String,
    module: Vec<u8>,
}

/// Where the tools read and write.
struct Workshop<'a> {
    ws: &'a Workspace,
    dir: &'a Path,
}

impl Workshop<'_> {
    fn run(&self, glue: &str, bytes: &[u8]) -> Result<Shrunk> {
        let glue = glue::free_of_effects(glue);
        let mut imports = module::imports(bytes)?;
        let mut rounds = 0;
        let reachable = loop {
            let shaken = self.esbuild(&glue::with_imports(&glue, &imports), &["--minify-syntax"])?;
            let used = glue::words(&shaken);
            let kept = module::with_exports(bytes, |name| used.contains(name))?;
            let kept = self.wasm_opt(&kept, &["--remove-unused-module-elements"])?;
            let left = module::imports(&kept)?;
            rounds += 1;
            if left == imports || rounds == ROUNDS {
                break kept;
            }
            imports = left;
        };
        let small = self.wasm_opt(&reachable, &OPTIMISE)?;
        let glue = glue::with_imports(&glue, &module::imports(&small)?);
        let (glue, names) = self.minified(&glue)?;
        let renamed = module::renamed(&small, &names)?;
        let order = order::by_likeness(&module::bodies(&renamed)?);
        let module = self.wasm_opt(&module::in_order(&renamed, &order)?, &FINISH)?;
        fit(&glue, &module)?;
        Ok(Shrunk { glue, module })
    }

    /// Makes the module small that only readers of newer figures load, and its glue. Both keep their
    /// names, and what the glue offers: it is loaded by an edition's own pages only.
    fn explainer(&self, staging: &Path) -> Result<()> {
        let (glue, module) = (staging.join(EXPLAINER), staging.join("explain_bg.wasm"));
        if !glue.exists() {
            return Ok(());
        }
        let mut esbuild = self.ws.command("esbuild");
        esbuild.arg(&glue).arg(format!("--outfile={}", glue.display())).arg("--allow-overwrite");
        esbuild.args(["--bundle", "--format=esm", "--target=es2021", "--charset=utf8", "--minify"]);
        esbuild.args(["--legal-comments=none", "--log-level=error"]);
        run(&mut esbuild).context("the JavaScript of `explain` could not be bundled")?;
        let small = self.wasm_opt(&fs::read(&module)?, &OPTIMISE)?;
        fs::write(&module, self.wasm_opt(&small, &FINISH[1..])?)?;
        Ok(())
    }

    /// The glue as it is served, and the short name of each name that it shares with the module.
    fn minified(&self, glue: &str) -> Result<(String, BTreeMap<String, String>)> {
        let cache = self.dir.join("names.json");
        fs::write(&cache, "{}")?;
        let flags = [
            "--minify".to_owned(),
            format!("--mangle-props={SHARED}"),
            format!("--mangle-cache={}", cache.display()),
        ];
        let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
        let text = self.esbuild(glue, &flags)?;
        let names = serde_json::from_slice(&fs::read(&cache)?).context("esbuild's names are no JSON")?;
        Ok((text, names))
    }

    /// Bundles the glue as a module that exports nothing but what the page's script calls.
    fn esbuild(&self, glue: &str, flags: &[&str]) -> Result<String> {
        fs::write(self.dir.join("glue.js"), glue)?;
        fs::write(self.dir.join("entry.js"), "export { default } from './glue.js';\n")?;
        let out = self.dir.join("out.js");
        let mut esbuild = self.ws.command("esbuild");
        esbuild.arg(self.dir.join("entry.js")).arg(format!("--outfile={}", out.display()));
        esbuild.args(["--bundle", "--format=esm", "--target=es2021", "--charset=utf8"]);
        esbuild.args(["--legal-comments=none", "--log-level=warning"]);
        // The page never disposes of a class of the glue; without this line it would keep them all.
        esbuild.arg("--define:Symbol.dispose=undefined").args(flags);
        run(&mut esbuild).context("the JavaScript of the module could not be bundled")?;
        Ok(fs::read_to_string(&out)?)
    }

    fn wasm_opt(&self, bytes: &[u8], passes: &[&str]) -> Result<Vec<u8>> {
        let (from, to): (PathBuf, PathBuf) = (self.dir.join("in.wasm"), self.dir.join("out.wasm"));
        fs::write(&from, bytes)?;
        let mut wasm_opt = self.ws.command("wasm-opt");
        wasm_opt.args(FEATURES).args(passes).arg(&from).arg("-o").arg(&to);
        run(&mut wasm_opt).context("the module could not be shrunk")?;
        Ok(fs::read(&to)?)
    }
}

/// Sees that glue and module still know each other's names: otherwise the page would not start.
fn fit(glue: &str, module: &[u8]) -> Result<()> {
    let words = glue::words(glue);
    let names: BTreeSet<String> =
        module::imports(module)?.into_iter().chain(module::exports(module)?).collect();
    let lost: Vec<&str> = names.iter().map(String::as_str).filter(|name| !words.contains(*name)).collect();
    ensure!(
        lost.is_empty(),
        "the module and its JavaScript no longer fit: {} is only in the module",
        lost.join(", ")
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_content() {
        assert_eq!(named_by_content("js", b""), "app-e3b0c44298fc1c14.js");
        assert_ne!(named_by_content("wasm", b"a"), named_by_content("wasm", b"b"));
    }

    #[test]
    fn a_page_links_one_module() {
        let html =
            "<link rel=preload type='application/wasm' href=./a.wasm><link rel=modulepreload href=./a.js>";
        assert_eq!(linked(html, "link[type='application/wasm']").unwrap(), "a.wasm");
        assert!(linked("<p>", "link[rel=modulepreload]").unwrap_err().to_string().contains("not 0"));
    }

    #[test]
    fn names_that_only_the_module_knows_are_told() {
        let module = module::tests::sample();
        assert!(fit("import0={__wbg_a:1,__wbg_b:2};w.run(w.memory,w.idle)", &module).is_ok());
        let error = fit("import0={__wbg_a:1};w.run(w.memory,w.idle)", &module).unwrap_err().to_string();
        assert!(error.contains("__wbg_b is only"), "{error}");
    }
}
