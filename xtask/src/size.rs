//! `size`: what the first load costs, against the budgets.
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use anyhow::{Context, Result};
use serde::Deserialize;

use site::{Assets, html};

use crate::{serve::Site, split::Application, tools::Workspace};

/// `budgets.toml`, in KB of 1000 bytes as served.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    wasm: f64,
    total: f64,
    report: f64,
    block: f64,
    /// By the name of the chunk: its own code.
    chunks: BTreeMap<String, f64>,
    /// By the name of the chunk: all that a reader loads for it, with what it shares with others.
    loads: BTreeMap<String, f64>,
    /// Of the studio: its page, its worker, and a page alone without its report.
    studio: BTreeMap<String, f64>,
    /// Of sites with published claims: their workers, the page, its application and its chunks.
    claims: BTreeMap<String, f64>,
}

/// A file of the first load.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    name: String,
    raw: usize,
    gzip: usize,
}

/// Prints the table. True when the site is within its budgets, and so is what one `with_claims` has besides.
///
/// # Errors
/// When the budgets cannot be read, or a page links a file that is not there.
pub fn report(ws: &Workspace, site: &Site, with_claims: Option<&Site>) -> Result<bool> {
    let path = ws.root.join("budgets.toml");
    let budgets: Budgets =
        toml::from_str(&fs::read_to_string(&path)?).with_context(|| format!("reading {}", path.display()))?;
    let rows = first_load(site)?;
    let (text, within) = table(&rows, &budgets);
    print!("{text}");
    let (text, pages_within) = largest(&pages(site), &budgets);
    print!("{text}");
    let (text, chunks_within) = parts("chunk", &sizes_of_chunks(site), &budgets.chunks);
    print!("{text}");
    let (text, loads_within) = parts("load for", &loads(site, Application::Report)?, &budgets.loads);
    print!("{text}");
    let (text, studio_within) = parts("studio", &sizes_of_studio(site), &budgets.studio);
    print!("{text}");
    let claims_within = match with_claims {
        Some(site) => {
            let (text, within) = parts("claims", &sizes_of_claims(site)?, &budgets.claims);
            print!("{text}");
            within
        }
        None => true,
    };
    Ok(within && pages_within && chunks_within && loads_within && studio_within && claims_within)
}

/// The page itself, what it links for itself, and modules that its script imports.
fn first_load(site: &Site) -> Result<Vec<Row>> {
    let html = site.text("index.html").context("index.html is not text")?;
    let mut names = vec!["index.html".to_owned()];
    let links = "link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], link[rel=icon], link[rel=manifest]";
    let linked = html::attributes(html, links, "href")?;
    let sources = html::attributes(html, "script[src], img[src]", "src")?;
    for address in linked.into_iter().chain(sources) {
        names.push(address.trim_start_matches("./").to_owned());
    }
    let mut seen = BTreeSet::new();
    names.retain(|name| !name.starts_with("data:") && seen.insert(name.clone()));
    names
        .into_iter()
        .map(|name| {
            let (raw, gzip) =
                site.sizes(&name).with_context(|| format!("the page links {name}, which is not there"))?;
            Ok(Row { name, raw, gzip })
        })
        .collect()
}

/// Every page of the report and of a block, in every language. Editions below `v/` are the same with
/// other addresses, or were published before.
fn pages(site: &Site) -> Vec<Row> {
    let page = |name: &&str| {
        let other = ["figures/index.html", "studio/index.html"];
        name.ends_with("index.html")
            && !is_page_of_claims(name)
            && !other.iter().any(|other| name.ends_with(other))
            && !name.starts_with("v/")
    };
    let sized = |name: &str| site.sizes(name).map(|(raw, gzip)| Row { name: name.to_owned(), raw, gzip });
    site.names().filter(page).filter_map(sized).collect()
}

/// The largest page of the report and the largest one of a single block. The form for snippets
/// (`embed/`) is neither.
fn largest(rows: &[Row], budgets: &Budgets) -> (String, bool) {
    let (mut text, mut within) = (String::new(), true);
    let block = |name: &str| {
        let name = name.strip_suffix("/index.html").unwrap_or_default();
        name.rsplit_once("embed/").map(|(_, block)| block.to_owned())
    };
    let report =
        |row: &&Row| !row.name.contains("embed/") || block(&row.name).is_some_and(|name| name == "report");
    let single = |row: &&Row| block(&row.name).is_some_and(|name| name != "report");
    let most = |rows: Vec<&Row>| rows.into_iter().max_by_key(|row| row.gzip).cloned();
    for (what, row, budget) in [
        ("page of the report", most(rows.iter().filter(report).collect()), budgets.report),
        ("page of a block", most(rows.iter().filter(single).collect()), budgets.block),
    ] {
        let Some(row) = row else { continue };
        let fits = kb(row.gzip) <= budget;
        within &= fits;
        let verdict = if fits { "within" } else { "OVER" };
        text += &format!(
            "largest {what}: {:.1} KB ({}), {verdict} the budget of {budget} KB\n",
            kb(row.gzip),
            row.name
        );
    }
    (text, within)
}

/// How many bytes each chunk of the report's application has with gzip, by its name.
fn sizes_of_chunks(site: &Site) -> BTreeMap<String, usize> {
    let mut sizes = BTreeMap::new();
    for path in site.names().filter(|name| Application::Report.has(name) && name.ends_with(".wasm")) {
        let file = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".wasm");
        if let Some(name) = file.strip_prefix("split_") {
            *sizes.entry(name.to_owned()).or_default() += site.sizes(path).map_or(0, |(_, gzip)| gzip);
        }
    }
    sizes
}

/// How many bytes a reader loads for each chunk of an application, with gzip: its own files, and those that it shares with
/// others.
fn loads(site: &Site, application: Application) -> Result<BTreeMap<String, usize>> {
    let path = site.names().find(|name| application.has(name) && name.ends_with(Assets::CHUNKS));
    let path = path.with_context(|| format!("{} has no {}", application.program(), Assets::CHUNKS))?;
    let text = site.text(path).with_context(|| format!("{path} is not text"))?;
    let files: BTreeMap<String, BTreeSet<String>> =
        serde_json::from_str(text).with_context(|| format!("reading {path}"))?;
    let folder = path.trim_end_matches(Assets::CHUNKS);
    let size = |file: &String| {
        let sizes = site.sizes(&[folder, file].concat());
        sizes.map(|(_, gzip)| gzip).with_context(|| format!("{path} names {file}, which is not there"))
    };
    files
        .into_iter()
        .map(|(chunk, files)| Ok((chunk, files.iter().map(size).sum::<Result<usize>>()?)))
        .collect()
}

/// How many bytes the studio has with gzip: what its page loads, what its worker loads, and the page alone that it fills.
fn sizes_of_studio(site: &Site) -> BTreeMap<String, usize> {
    let mut sizes = BTreeMap::new();
    for path in site.names().filter(|name| name.starts_with("studio/")) {
        let file = path.rsplit('/').next().unwrap_or_default();
        let part = match file {
            _ if file.starts_with("alone-id-") => "alone",
            "index.html" | "studio.js" | "studio_bg.wasm" => "page",
            "worker.js" | "studio-worker.js" | "studio-worker_bg.wasm" => "worker",
            _ => continue,
        };
        *sizes.entry(part.to_owned()).or_default() += site.sizes(path).map_or(0, |(_, gzip)| gzip);
    }
    sizes
}

/// How many bytes published claims have with gzip: each worker of the explorer, the largest page of claims, what that loads
/// first of its application, and what it loads for each chunk.
fn sizes_of_claims(site: &Site) -> Result<BTreeMap<String, usize>> {
    let first = [Assets::SCRIPT, Assets::LOADER, Assets::MODULE];
    let mut sizes = loads(site, Application::Claims)?;
    for path in site.names().filter(|name| !name.starts_with("v/")) {
        let gzip = site.sizes(path).map_or(0, |(_, gzip)| gzip);
        let file = path.rsplit('/').next().unwrap_or_default();
        if is_page_of_claims(path) {
            let largest = sizes.entry("page".to_owned()).or_default();
            *largest = gzip.max(*largest);
        }
        if Application::Claims.has(path) {
            let worker = Assets::CLAIMS_WORKERS.into_iter().find(|worker| file.starts_with(worker));
            let part = worker.or_else(|| first.contains(&file).then_some("application"));
            if let Some(part) = part {
                *sizes.entry(part.to_owned()).or_default() += gzip;
            }
        }
    }
    Ok(sizes)
}

/// Whether claims are published with a site.
pub fn has_claims(site: &Site) -> bool {
    site.names().any(is_page_of_claims)
}

/// Whether a file is the page of claims in a language: the block of claims has a folder of that name, too.
fn is_page_of_claims(name: &str) -> bool {
    let folder = name.strip_suffix("claims/index.html");
    folder.is_some_and(|folder| (folder.is_empty() || folder.ends_with('/')) && !folder.ends_with("embed/"))
}

/// What is loaded on demand. A part without a budget is over it, and so is a budget without a part.
fn parts(kind: &str, sizes: &BTreeMap<String, usize>, budgets: &BTreeMap<String, f64>) -> (String, bool) {
    let (mut text, mut within) = (String::new(), true);
    for name in sizes.keys().chain(budgets.keys()).collect::<BTreeSet<_>>() {
        text += &match (sizes.get(name), budgets.get(name)) {
            (Some(size), Some(budget)) => {
                let fits = kb(*size) <= *budget;
                within &= fits;
                let verdict = if fits { "within" } else { "OVER" };
                format!("{kind} {name}: {:.1} KB, {verdict} the budget of {budget} KB\n", kb(*size))
            }
            (size, _) => {
                within = false;
                let lacks = if size.is_some() { "has no budget" } else { "is not there, but has a budget" };
                format!("{kind} {name} {lacks}: see budgets.toml\n")
            }
        };
    }
    (text, within)
}

fn table(rows: &[Row], budgets: &Budgets) -> (String, bool) {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(0).max(5);
    let mut text =
        format!("{:width$}  {:>9}  {:>9}   (KB of 1000 bytes, first load of `/`)\n", "file", "raw", "gzip");
    for row in rows {
        text += &format!("{:width$}  {:>9.1}  {:>9.1}\n", row.name, kb(row.raw), kb(row.gzip));
    }
    let wasm = rows.iter().filter(|row| row.name.ends_with(".wasm")).map(|row| row.gzip).sum();
    let total = rows.iter().map(|row| row.gzip).sum();
    let raw = rows.iter().map(|row| row.raw).sum();
    text += &format!("{:width$}  {:>9.1}  {:>9.1}\n", "total", kb(raw), kb(total));
    let mut within = true;
    for (what, bytes, budget) in [("wasm", wasm, budgets.wasm), ("total", total, budgets.total)] {
        let fits = kb(bytes) <= budget;
        within &= fits;
        let verdict = if fits { "within" } else { "OVER" };
        text += &format!("{what}: {:.1} KB, {verdict} the budget of {budget} KB\n", kb(bytes));
    }
    (text, within)
}

#[expect(clippy::cast_precision_loss, reason = "file sizes are far below 2^52")]
fn kb(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loose() -> Budgets {
        Budgets { wasm: 1e3, total: 1e3, report: 30.0, block: 10.0, ..Budgets::default() }
    }

    #[test]
    fn each_chunk_has_a_budget() {
        let sizes = |ask| BTreeMap::from([("ask".to_owned(), ask), ("marks".to_owned(), 1_000)]);
        let budgets =
            |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), 50.0)).collect::<BTreeMap<_, _>>();
        assert!(parts("chunk", &sizes(50_000), &budgets(&["ask", "marks"])).1);
        let (text, within) = parts("chunk", &sizes(50_100), &budgets(&["ask", "marks"]));
        assert!(!within && text.contains("chunk ask: 50.1 KB, OVER the budget of 50 KB"), "{text}");
        let (text, within) = parts("chunk", &sizes(1), &budgets(&["ask", "embed"]));
        assert!(!within && text.contains("chunk marks has no budget"), "{text}");
        assert!(text.contains("chunk embed is not there"), "{text}");
    }

    #[test]
    fn a_site_over_budget_fails() {
        let rows = [
            Row { name: "app.wasm".to_owned(), raw: 300_000, gzip: 120_000 },
            Row { name: "index.html".to_owned(), raw: 9_000, gzip: 3_000 },
        ];
        let (text, within) = table(&rows, &Budgets { wasm: 135.0, total: 175.0, ..loose() });
        assert!(within && text.contains("total: 123.0 KB, within"), "{text}");
        let (text, within) = table(&rows, &Budgets { wasm: 119.9, total: 175.0, ..loose() });
        assert!(!within && text.contains("wasm: 120.0 KB, OVER the budget of 119.9 KB"), "{text}");
    }

    #[test]
    fn the_largest_page_of_each_kind_counts() {
        let row = |name: &str, gzip| Row { name: name.to_owned(), raw: 3 * gzip, gzip };
        let rows = [
            row("index.html", 20_000),
            row("en/index.html", 21_000),
            row("embed/report/index.html", 22_000),
            row("embed/index.html", 15_000),
            row("embed/jury/index.html", 7_000),
            row("en/embed/winners/index.html", 9_900),
        ];
        let (text, within) = largest(&rows, &loose());
        assert!(within, "{text}");
        assert!(text.contains("22.0 KB (embed/report/index.html)"), "{text}");
        assert!(text.contains("9.9 KB (en/embed/winners/index.html)"), "{text}");
        let (text, within) = largest(&rows, &Budgets { block: 9.8, ..loose() });
        assert!(!within && text.contains("OVER the budget of 9.8 KB"), "{text}");
    }

    #[test]
    fn the_page_of_claims_is_not_the_block_of_claims() {
        let of_claims = |name: &str| is_page_of_claims(name);
        assert!(of_claims("claims/index.html") && of_claims("en/claims/index.html"));
        for other in
            ["embed/claims/index.html", "en/embed/claims/index.html", "my-claims/index.html", "index.html"]
        {
            assert!(!of_claims(other), "{other}");
        }
    }

    #[test]
    fn each_application_is_counted_alone() {
        let dir = tempfile::tempdir().unwrap();
        let chunks = r#"{"explorer_rest": ["split_explorer_rest.wasm", "chunk_1.wasm"], "marks": ["split_marks.wasm"]}"#;
        let bytes = |count: usize| "x".repeat(count);
        for (name, text) in [
            ("index.html", bytes(1)),
            ("app-1/chunks.json", r#"{"ask": ["split_ask.wasm"]}"#.to_owned()),
            ("app-1/app.js", bytes(7)),
            ("app-1/split_ask.wasm", bytes(9)),
            ("app-1/claims-workbook.js", bytes(5)),
            ("app-claims-1/chunks.json", chunks.to_owned()),
            ("app-claims-1/app.js", bytes(1)),
            ("app-claims-1/app_bg.wasm", bytes(1)),
            ("app-claims-1/split.js", bytes(1)),
            ("app-claims-1/marks.css", bytes(1)),
            ("app-claims-1/chunk_1.wasm", bytes(1)),
            ("app-claims-1/split_explorer_rest.wasm", bytes(1)),
            ("app-claims-1/split_marks.wasm", bytes(1)),
            ("app-claims-1/claims-worker.js", bytes(1)),
            ("app-claims-1/claims-worker_bg.wasm", bytes(1)),
            ("app-claims-1/claims-workbook.js", bytes(1)),
            ("claims/index.html", bytes(1)),
            ("en/claims/index.html", bytes(1)),
        ] {
            let to = dir.path().join(name);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, text).unwrap();
        }
        let load = || Site::load(dir.path(), &"/".parse().unwrap()).unwrap();
        let site = load();
        // As many files of a byte.
        let one = site.sizes("app-claims-1/app.js").unwrap().1;
        let module = site.sizes("app-claims-1/app_bg.wasm").unwrap().1;
        let sizes = sizes_of_claims(&site).unwrap();
        let expected = [
            ("application", 2 * one + module),
            ("claims-workbook", one),
            ("claims-worker", one + module),
            ("explorer_rest", 2 * module),
            ("marks", module),
            ("page", site.sizes("claims/index.html").unwrap().1),
        ];
        assert_eq!(sizes, BTreeMap::from(expected.map(|(part, size)| (part.to_owned(), size))));
        let of_report = site.sizes("app-1/split_ask.wasm").unwrap().1;
        let ask = BTreeMap::from([("ask".to_owned(), of_report)]);
        assert_eq!((sizes_of_chunks(&site), loads(&site, Application::Report).unwrap()), (ask.clone(), ask));
        fs::remove_file(dir.path().join("app-claims-1/chunks.json")).unwrap();
        assert!(sizes_of_claims(&load()).unwrap_err().to_string().contains("claims-page"));
    }

    #[test]
    fn the_first_load_is_what_the_page_links() {
        let dir = tempfile::tempdir().unwrap();
        let html = "<link rel=stylesheet href=./s.css><link rel=modulepreload href=./a.js><link rel=canonical href=/x>";
        for (name, text) in [("index.html", html), ("s.css", "a{}"), ("a.js", ""), ("unused.js", "")] {
            fs::write(dir.path().join(name), text).unwrap();
        }
        let site = Site::load(dir.path(), &"/".parse().unwrap()).unwrap();
        let names: Vec<String> = first_load(&site).unwrap().into_iter().map(|row| row.name).collect();
        assert_eq!(names, ["index.html", "s.css", "a.js"]);
        fs::remove_file(dir.path().join("a.js")).unwrap();
        let site = Site::load(dir.path(), &"/".parse().unwrap()).unwrap();
        assert!(first_load(&site).unwrap_err().to_string().contains("a.js"));
    }
}
