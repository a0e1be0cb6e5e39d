//! `test`: everything that must hold, in parts that can be run alone.
mod counts;

use std::{fs, process::Command, time::Instant};

use anyhow::{Context, Result, bail, ensure};
use clap::ValueEnum;
use dataset::Date;

use counts::Counts;

use crate::{
    build,
    serve::{Server, Site},
    setup::{self, Need},
    size, tidy,
    tools::{WASM_TARGET, Workspace, clock, run, run_and_read},
};

/// The base path of the site under test: two folders deep, so that no address from the root works
/// by chance.
const BASE: &str = "/uji/coba/";

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Formatting.
    Fmt,
    /// Lints as errors, native and for the browser.
    Clippy,
    /// The rules of the house.
    Tidy,
    /// Types of the JavaScript.
    Scripts,
    /// Native tests.
    Unit,
    /// Component tests in headless Chromium.
    Browser,
    /// The release build.
    Build,
    /// Playwright against the release build under a base path.
    #[value(name = "e2e")]
    EndToEnd,
    /// The budgets of the first load.
    Size,
}

impl Part {
    const ALL: [Self; 9] = [
        Self::Fmt,
        Self::Tidy,
        Self::Scripts,
        Self::Clippy,
        Self::Unit,
        Self::Browser,
        Self::Build,
        Self::EndToEnd,
        Self::Size,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Tidy => "tidy",
            Self::Scripts => "scripts",
            Self::Unit => "unit",
            Self::Browser => "browser",
            Self::Build => "build",
            Self::EndToEnd => "end-to-end",
            Self::Size => "size",
        }
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Fmt | Self::Tidy | Self::Unit => &[],
            Self::Scripts => &[Need::Node, Need::EndToEnd],
            Self::Clippy => &[Need::Wasm],
            Self::Browser => &[Need::Wasm, Need::Bindgen, Need::Browser],
            Self::Build | Self::Size => &Need::BUILD,
            Self::EndToEnd => &Need::ALL,
        }
    }

    fn run(self, ws: &Workspace, arguments: &[String]) -> Result<Outcome> {
        match self {
            Self::Fmt => formatted(ws),
            Self::Clippy => clippy(ws),
            Self::Tidy => rules(ws),
            Self::Scripts => scripts(ws),
            Self::Unit => unit(ws),
            Self::Browser => browser(ws),
            Self::Build => build(ws),
            Self::EndToEnd => end_to_end(ws, arguments),
            Self::Size => budgets(ws),
        }
    }
}

/// How a part ended. Parts without tests of their own have no counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Outcome {
    good: bool,
    counts: Option<Counts>,
}

impl Outcome {
    fn ok() -> Self {
        Self { good: true, counts: None }
    }

    fn of(good: bool, counts: Counts) -> Self {
        Self { good: good && counts.failed == 0, counts: Some(counts) }
    }

    fn shown(self, part: Part) -> String {
        match (self.counts, self.good) {
            (None, true) => format!("{} ok", part.name()),
            (Some(counts), true) => format!("{} {}", counts.passed, part.name()),
            (Some(counts), false) if counts.failed > 0 => {
                format!("{} of {} {} FAILED", counts.failed, counts.passed + counts.failed, part.name())
            }
            (_, false) => format!("{} FAILED", part.name()),
        }
    }
}

/// Runs the parts, all of them where none is named, and sums up. The arguments are Playwright's.
/// True when all is well.
///
/// # Errors
/// When the set-up fails. Failed parts are told at the end instead.
pub fn test(ws: &Workspace, only: &[Part], arguments: &[String]) -> Result<bool> {
    let start = Instant::now();
    let parts: Vec<Part> =
        Part::ALL.into_iter().filter(|part| only.is_empty() || only.contains(part)).collect();
    let needs: Vec<Need> =
        Need::ALL.into_iter().filter(|need| parts.iter().any(|part| part.needs().contains(need))).collect();
    setup::ensure(ws, &needs)?;
    let mut outcomes: Vec<(Part, Outcome)> = Vec::new();
    for part in parts {
        let on_build = matches!(part, Part::EndToEnd | Part::Size);
        let unbuilt = outcomes.iter().any(|(part, outcome)| *part == Part::Build && !outcome.good);
        if on_build && unbuilt {
            println!("\n== {}: not run, because the build failed", part.name());
            outcomes.push((part, Outcome { good: false, counts: None }));
            continue;
        }
        println!("\n== {}", part.name());
        let began = Instant::now();
        let outcome = part.run(ws, arguments).unwrap_or_else(|error| {
            eprintln!("{}: {error:#}", part.name());
            Outcome { good: false, counts: None }
        });
        println!("== {} in {}", outcome.shown(part), clock(began.elapsed()));
        outcomes.push((part, outcome));
    }
    let (line, counts, good) = summary(&outcomes);
    println!("\nchecks: {line} in {}", clock(start.elapsed()));
    println!("{counts}");
    Ok(good)
}

/// The closing words. A part that failed without a failed test (a lint, the build) counts as one,
/// so that the line of counts never claims that nothing failed.
fn summary(outcomes: &[(Part, Outcome)]) -> (String, Counts, bool) {
    let mut counts = Counts::default();
    let mut words = Vec::new();
    for (part, outcome) in outcomes {
        let own = outcome.counts.unwrap_or_default();
        counts += own;
        if !outcome.good && own.failed == 0 {
            counts.failed += 1;
        }
        words.push(outcome.shown(*part));
    }
    (words.join(", "), counts, outcomes.iter().all(|(_, outcome)| outcome.good))
}

/// The workspace, and the packages that are none of it.
fn formatted(ws: &Workspace) -> Result<Outcome> {
    run(ws.command("cargo").args(["fmt", "--all", "--check"]))?;
    for package in ["fuzz", "claims"] {
        let manifest = ws.root.join(package).join("Cargo.toml");
        run(ws.command("cargo").args(["fmt", "--check", "--manifest-path"]).arg(manifest))?;
    }
    Ok(Outcome::ok())
}

/// All that runs natively, in one call: every package is compiled once, with the features that any of them needs.
fn native(ws: &Workspace, command: &str) -> Command {
    let mut cargo = ws.command("cargo");
    let features = "jamsostek-dashboard/ssr,jamsostek-dashboard/schema";
    cargo.args([command, "--workspace", "--features", features]);
    cargo
}

fn clippy(ws: &Workspace) -> Result<Outcome> {
    let strict = ["--", "-D", "warnings"];
    let mut native = native(ws, "clippy");
    native.arg("--all-targets").args(strict);
    let mut browser = wasm_cargo(ws)?;
    browser.args(["clippy", "--target", WASM_TARGET, "--features", "hydrate", "--lib", "--bins"]);
    if has_browser_tests(ws) {
        browser.args(["--test", "browser*"]);
    }
    browser.args(strict);
    let mut claims = wasm_cargo(ws)?;
    claims.args(["clippy", "--target", WASM_TARGET, "--features", "csr", "--lib", "--bins"]).args(strict);
    // Each alone: the page's Leptos runs in the browser, the worker's renders to text.
    let mut studio = wasm_cargo(ws)?;
    studio.args(["clippy", "--target", WASM_TARGET, "--package", "studio"]).args(strict);
    let mut worker = wasm_cargo(ws)?;
    worker.args(["clippy", "--target", WASM_TARGET, "--package", "studio-worker"]).args(strict);
    let mut good = true;
    for command in [&mut native, &mut browser, &mut claims, &mut studio, &mut worker] {
        if let Err(error) = run(command) {
            eprintln!("clippy: {error:#}");
            good = false;
        }
    }
    Ok(Outcome { good, counts: None })
}

fn rules(ws: &Workspace) -> Result<Outcome> {
    let found = tidy::check(ws)?;
    for violation in &found {
        println!("{violation}");
    }
    Ok(Outcome { good: found.is_empty(), counts: None })
}

/// Checks the types of the scripts that stand in pages, ours and those of others. The compiler is one
/// of the packages of the end-to-end tests.
fn scripts(ws: &Workspace) -> Result<Outcome> {
    let mut compiler = ws.command("npx");
    compiler.current_dir(ws.root.join("end2end")).args(["--no-install", "tsc", "--project"]);
    compiler.arg(ws.root.join("src/scripts"));
    run(&mut compiler).map(|()| Outcome::ok())
}

/// Native tests.
fn unit(ws: &Workspace) -> Result<Outcome> {
    let (good, text) = run_and_read(native(ws, "test").arg("--no-fail-fast"))?;
    Ok(Outcome::of(good, counts::of_cargo(&text)))
}

fn browser(ws: &Workspace) -> Result<Outcome> {
    if !has_browser_tests(ws) {
        bail!("tests/ has no browser*.rs");
    }
    let driver = setup::chromedriver().context("no chromedriver: run `cargo xtask setup`")?;
    let mut cargo = wasm_cargo(ws)?;
    cargo.args([
        "test",
        "--no-fail-fast",
        "--target",
        WASM_TARGET,
        "--features",
        "hydrate",
        "--test",
        "browser*",
    ]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", ws.tools.join("bin/wasm-bindgen-test-runner"));
    cargo.env("CHROMEDRIVER", driver);
    let (good, text) = run_and_read(&mut cargo)?;
    Ok(Outcome::of(good, counts::of_cargo(&text)))
}

fn has_browser_tests(ws: &Workspace) -> bool {
    fs::read_dir(ws.root.join("tests")).into_iter().flatten().flatten().any(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with("browser") && name.ends_with(".rs")
    })
}

/// Cargo with the toolchain and target folder of builds for the browser.
fn wasm_cargo(ws: &Workspace) -> Result<Command> {
    let toolchain =
        setup::wasm_toolchain(ws).context("no compiler for the browser: run `cargo xtask setup`")?;
    let mut cargo = ws.command("cargo");
    toolchain.apply(ws, &mut cargo);
    Ok(cargo)
}

/// The dataset of the site under test. What the tests expect is in it, whichever dataset is the one
/// that is published.
const DATASET: &str = "public/data/sumsel-2025-08.json";

fn options(ws: &Workspace) -> Result<build::Options> {
    let base = BASE.parse().map_err(anyhow::Error::msg)?;
    let editions = Some(before(ws)?.out);
    Ok(build::Options {
        data: Some(ws.root.join(DATASET)),
        base,
        out: ws.state().join("site"),
        site_url: None,
        editions,
        published: None,
    })
}

/// The site that was published before the one under test: other figures, now an old edition.
fn before(ws: &Workspace) -> Result<build::Options> {
    Ok(build::Options {
        data: Some(ws.root.join("tests/data/capabilities.json")),
        base: BASE.parse().map_err(anyhow::Error::msg)?,
        out: ws.state().join("site-before"),
        site_url: None,
        editions: None,
        published: Date::parse("2026-01-05"),
    })
}

/// A site whose claims are so many that their table acts: that of the report is shorter.
fn many_claims(ws: &Workspace) -> Result<build::Options> {
    Ok(build::Options {
        data: Some(ws.root.join("tests/data/many-rows.json")),
        base: BASE.parse().map_err(anyhow::Error::msg)?,
        out: ws.state().join("site-many-claims"),
        site_url: None,
        editions: None,
        published: None,
    })
}

/// A dataset with published claims, seen from the root of the workspace.
pub const CLAIMS: &str = "tests/claims/klaim-rekaan.json";

/// A site with published claims, which are invented.
fn with_claims(ws: &Workspace) -> Result<build::Options> {
    Ok(build::Options {
        data: Some(ws.root.join(CLAIMS)),
        base: BASE.parse().map_err(anyhow::Error::msg)?,
        out: ws.state().join("site-claims"),
        site_url: None,
        editions: None,
        published: None,
    })
}

/// A site whose report has more single claims than a page writes; they are invented.
fn many_cases(ws: &Workspace) -> Result<build::Options> {
    Ok(build::Options {
        data: Some(ws.root.join("tests/claims/kasus-rekaan.json")),
        base: BASE.parse().map_err(anyhow::Error::msg)?,
        out: ws.state().join("site-many-cases"),
        site_url: None,
        editions: None,
        published: None,
    })
}

/// Builds all where they are not there. True when the site was built.
fn built(ws: &Workspace) -> Result<bool> {
    build::build_if_stale(ws, &before(ws)?)?;
    build::build_if_stale(ws, &many_claims(ws)?)?;
    build::build_if_stale(ws, &with_claims(ws)?)?;
    build::build_if_stale(ws, &many_cases(ws)?)?;
    build::build_if_stale(ws, &options(ws)?)
}

fn build(ws: &Workspace) -> Result<Outcome> {
    if !built(ws)? {
        println!("nothing has changed since the last build");
    }
    Ok(Outcome::ok())
}

fn load(ws: &Workspace) -> Result<Site> {
    built(ws)?;
    let options = options(ws)?;
    Site::load(&options.out, &options.base)
}

fn end_to_end(ws: &Workspace, arguments: &[String]) -> Result<Outcome> {
    // Frames in a sandbox are strangers to the site, and so are the hosts that include its script.
    let server = Server::start(load(ws)?.for_all_origins(), 0)?;
    let site = options(ws)?.out;
    server.probe()?;
    let chrome = setup::chrome().context("no Chromium: run `cargo xtask setup`")?;
    let firefox = setup::firefox().context("no Firefox: run `cargo xtask setup`")?;
    let report = ws.state().join("end2end.json");
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let mut playwright = ws.command("npx");
    playwright.current_dir(ws.root.join("end2end")).args(["--no-install", "playwright", "test"]);
    playwright
        .env("BASE_URL", server.url())
        .env("CHROME_PATH", chrome)
        .env("FIREFOX_PATH", firefox)
        .env("E2E_REPORT", &report)
        .env("SITE_DIR", site)
        .env("MANY_CLAIMS_DIR", many_claims(ws)?.out)
        .env("MANY_CASES_DIR", many_cases(ws)?.out)
        .env("CLAIMS_DIR", with_claims(ws)?.out);
    playwright.env("PLAYWRIGHT_HTML_OPEN", "never");
    playwright.args(arguments);
    let ended = run(&mut playwright);
    if let Err(error) = &ended {
        eprintln!("{error:#}");
    }
    let text = fs::read_to_string(&report).context("Playwright wrote no report: see above")?;
    let counts = counts::of_playwright(&text)?;
    ensure!(counts != Counts::default(), "Playwright ran no test");
    Ok(Outcome::of(ended.is_ok(), counts))
}

fn budgets(ws: &Workspace) -> Result<Outcome> {
    let (site, claims) = (load(ws)?, with_claims(ws)?);
    let claims = Site::load(&claims.out, &claims.base)?;
    Ok(Outcome { good: size::report(ws, &site, Some(&claims))?, counts: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_under_test_is_the_same_whatever_is_published() {
        let ws = Workspace::find().unwrap();
        for site in [options, before, many_cases].map(|site| site(&ws).unwrap()) {
            assert!(site.data.is_some_and(|file| file.is_file()));
        }
    }

    /// A script that is left out, or checked leniently, is not checked.
    #[test]
    fn every_script_is_checked_strictly() {
        let scripts = Workspace::find().unwrap().root.join("src/scripts");
        let config = fs::read_to_string(scripts.join("tsconfig.json")).unwrap();
        let config: serde_json::Value = serde_json::from_str(&config).unwrap();
        for option in ["allowJs", "checkJs", "strict", "noEmit"] {
            assert_eq!(config["compilerOptions"][option], true, "{option}");
        }
        assert_eq!(config["include"], serde_json::json!(["*.js"]));
        for entry in fs::read_dir(scripts).unwrap() {
            let path = entry.unwrap().path();
            let lenient = fs::read_to_string(&path).unwrap().contains("@ts-");
            assert!(path.is_file() && !lenient, "{}", path.display());
        }
    }

    #[test]
    fn the_closing_line_never_hides_a_failure() {
        let good = Outcome::of(true, Counts { passed: 3, failed: 0, skipped: 0 });
        let (line, counts, all) = summary(&[(Part::Fmt, Outcome::ok()), (Part::Unit, good)]);
        assert_eq!(
            (line.as_str(), counts.to_string().as_str(), all),
            ("fmt ok, 3 unit", "3 passed, 0 failed", true)
        );
        let bad = Outcome { good: false, counts: None };
        let (line, counts, all) = summary(&[(Part::Fmt, bad), (Part::Unit, good)]);
        assert_eq!(
            (line.as_str(), counts.to_string().as_str(), all),
            ("fmt FAILED, 3 unit", "3 passed, 1 failed", false)
        );
    }

    #[test]
    fn every_part_is_in_the_list() {
        for part in Part::value_variants() {
            assert!(Part::ALL.contains(part), "{part:?}");
        }
    }
}
